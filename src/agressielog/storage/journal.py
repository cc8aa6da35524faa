"""The journal: one row per changed record and write, with the whole record before and after.

It is the only history there is. An incident's image holds its row and its further kinds
(`soorten`); the other tables' images are their rows.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from agressielog.application.ports import Deed, Version
from agressielog.domain.incident import Incident
from agressielog.storage.rows import Cell, Row, incident_from, moment_text, to_json

#: A record as the journal keeps it: cells by column, for an incident also the list `soorten`.
Image = Mapping[str, Cell | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one record; `before` is None for a new record, `after` for a removed one."""

    table: str
    key: str
    before: Image | None
    after: Image | None

    def row(self, deed: Deed) -> Row:
        """Return the journal row of this change as part of *deed*."""
        return {
            "handeling": deed.ulid,
            "op": moment_text(deed.at),
            "login": deed.login,
            "naam": deed.name,
            "opdracht": deed.command,
            "tabel": self.table,
            "sleutel": self.key,
            "voor": None if self.before is None else to_json(self.before),
            "na": None if self.after is None else to_json(self.after),
        }


def incident_image(row: Row, further: Sequence[str]) -> Image:
    """Return an incident as the journal keeps it: its whole row, and all its kinds in order."""
    return {**row, "soorten": [str(row["soort"]), *further]}


def versions(rows: Sequence[Row]) -> list[Version]:
    """Return the life of one incident from its journal rows, which are in order.

    A row without `na` (an erased record) ends the story and shows nothing.
    """
    return [
        Version(
            at=datetime.fromisoformat(str(row["op"])),
            login=str(row["login"]),
            name=str(row["naam"]),
            command=str(row["opdracht"]),
            before=_incident(row["voor"]),
            after=after,
        )
        for row in rows
        if (after := _incident(row["na"])) is not None
    ]


def _incident(text: Cell) -> Incident | None:
    if text is None:
        return None
    image = json.loads(str(text))
    kinds = image.pop("soorten")
    return incident_from(image, kinds[1:], ())
