"""The journal: one row per changed record and write, with the whole record before and after.

It is the only history there is. An image is a row, with what `records.PARTS` adds to it: an incident's
further kinds (`soorten`), the incidents a decision answers (`incidenten`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from agressielog.application.ports.records import Deed, Version
from agressielog.domain.value import value
from agressielog.storage.cells import moment, text
from agressielog.storage.chain import CLEAR, SALT_BYTES, Head, commitment, value_after
from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row, incident_from, moment_text, to_json

if TYPE_CHECKING:
    import sqlite3

    from agressielog.domain.incident import Incident

#: A record as the journal keeps it: cells by column, and lists.
Image = Mapping[str, Cell | Sequence[str] | Sequence[int]]

_COLUMNS = (*CLEAR, "voor", "na", "zout", "verbintenis", "keten")
_INSERT = f"INSERT INTO logboek ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - our own columns


@value
class Entry:
    """One change of one record; `before` is None for a new record, `after` for a removed one."""

    table: str
    key: str
    before: Image | None
    after: Image | None


def head(connection: sqlite3.Connection) -> Head:
    """Return where the chain of the journal stands."""
    found = connection.execute(
        "SELECT id, keten FROM logboek WHERE id = (SELECT max(id) FROM logboek)"
    ).fetchone()
    if found is None:
        return Head()
    number, value = found
    with understood(f"logboek {number}"):
        # Whatever else stands there, the next entry has to hang on it.
        return Head(int(number), bytes.fromhex(value).hex())


def append(connection: sqlite3.Connection, last: Head, deed: Deed, entries: Iterable[Entry]) -> Head:
    """Write entries behind the last one, in one pass, and return the new head of the chain.

    By hand and not with sqlite-utils: an import of a hundred thousand rows comes through here, and each
    entry needs the one before.
    """
    rows: list[tuple[Cell, ...]] = []
    at = moment_text(deed.at)
    for entry in entries:
        clear: tuple[Cell, ...] = (
            last.number + 1,
            deed.ulid,
            at,
            deed.login,
            deed.name,
            deed.command,
            entry.table,
            entry.key,
        )
        before = None if entry.before is None else to_json(entry.before)
        after = None if entry.after is None else to_json(entry.after)
        # From the operating system and not handed in: whoever can choose a salt can guess what was erased.
        salt = os.urandom(SALT_BYTES).hex()
        committed = commitment(salt, before, after)
        last = Head(last.number + 1, value_after(last.value, clear, committed))
        rows.append((*clear, before, after, salt, committed, last.value))
    connection.executemany(_INSERT, rows)
    return last


def incident_image(row: Row, further: Sequence[str]) -> Image:
    """Return an incident as the journal keeps it: its whole row, and all its kinds in order."""
    return {**row, "soorten": [str(row["soort"]), *further]}


def versions(rows: Sequence[Row]) -> list[Version]:
    """Return the life of one incident from its journal rows, which are in order.

    A row without `na` (an erased record) ends the story and shows nothing.
    """
    told = []
    for row in rows:
        with understood(f"logboek {row['id']}"):
            after = _incident(row["na"])
            if after is not None:
                told.append(_version(row, after))
    return told


def _version(row: Row, after: Incident) -> Version:
    return Version(
        at=moment(row, "op"),
        login=text(row, "login"),
        name=text(row, "naam"),
        command=text(row, "opdracht"),
        before=_incident(row["voor"]),
        after=after,
    )


def _incident(content: Cell) -> Incident | None:
    if content is None:
        return None
    image = json.loads(str(content))
    kinds = [str(kind) for kind in image.pop("soorten")]
    return incident_from(image, kinds[1:], ())
