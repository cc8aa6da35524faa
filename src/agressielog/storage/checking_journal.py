"""What `check` asks of the journal: contents, chain, erasures, anchors and the clock."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from agressielog.domain.anchor import Anchor, anchor_at
from agressielog.domain.evidence import Fault, FaultCode
from agressielog.storage.chain import CLEAR, Break, Link, chain_breaks, content_breaks
from agressielog.storage.records import ERASED, ERASURE

_Done = Callable[[int], None]
_LINKS = f"SELECT {', '.join(CLEAR)}, voor, na, zout, verbintenis, keten FROM logboek ORDER BY id"  # noqa: S608 - our own columns
#: As much as a clock may be off, and as `add` takes for now.
_LENIENT = timedelta(minutes=5)
_CODES = {
    Break.UNREADABLE: FaultCode.ENTRY_UNREADABLE,
    Break.MISSING: FaultCode.ENTRY_MISSING,
    Break.CONTENT: FaultCode.CONTENT_CHANGED,
    Break.CHAIN: FaultCode.CHAIN_BROKEN,
}


def contents(connection: sqlite3.Connection, done: _Done) -> Iterator[Fault]:
    """Yield every entry whose content is not what was committed to."""
    return _named(content_breaks(_links(connection, done)))


def chain(connection: sqlite3.Connection, done: _Done) -> Iterator[Fault]:
    """Yield every entry that does not hang on the one before, and every gap."""
    return _named(chain_breaks(_links(connection, done)))


def _named(found: Iterable[tuple[int, Break]]) -> Iterator[Fault]:
    return (Fault(code=_CODES[what], entry=entry) for entry, what in found)


def _links(connection: sqlite3.Connection, done: _Done) -> Iterator[Link]:
    for seen, row in enumerate(connection.execute(_LINKS), start=1):
        yield Link(tuple(row[: len(CLEAR)]), *row[len(CLEAR) :])
        done(seen)


def erasures(connection: sqlite3.Connection, done: _Done) -> Iterator[Fault]:
    """Yield every entry that was emptied without an erasure that names it, and the other way round."""
    emptied: set[int] = set()
    named: set[int] = set()
    for seen, (entry, table, key, after, salt) in enumerate(
        connection.execute("SELECT id, tabel, sleutel, na, zout FROM logboek ORDER BY id"), start=1
    ):
        done(seen)
        if salt is None:
            emptied.add(entry)
        elif (table, key) == ERASURE:
            named.update(one for one in _erased(after) if one < entry)
    for entry in sorted(emptied ^ named):
        code = FaultCode.EMPTIED if entry in emptied else FaultCode.NOT_EMPTIED
        yield Fault(code=code, entry=entry)


def _erased(content: object) -> list[int]:
    """Return what an erasure names; nothing where it cannot be read, which another check tells."""
    try:
        image = json.loads(str(content))
    except (ValueError, RecursionError):
        return []
    listed = image.get(ERASED) if isinstance(image, dict) else None
    return [one for one in listed if isinstance(one, int)] if isinstance(listed, list) else []


def anchored(connection: sqlite3.Connection, anchor: Anchor) -> Fault | None:
    """Return why the chain does not pass through *anchor*; None where it does."""
    found = connection.execute("SELECT keten FROM logboek WHERE id = ?", [anchor.entry]).fetchone()
    if found is None:
        return Fault(code=FaultCode.ANCHOR_BEYOND, entry=anchor.entry, detail=str(anchor))
    if anchor_at(anchor.entry, str(found[0])) != anchor:
        return Fault(code=FaultCode.ANCHOR_OTHER, entry=anchor.entry, detail=str(anchor))
    return None


def clock(connection: sqlite3.Connection, now: datetime) -> Iterator[Fault]:
    """Find a last entry of a moment that has yet to come: this clock is behind, or that one was ahead."""
    found = connection.execute(
        "SELECT id, op FROM logboek WHERE id = (SELECT max(id) FROM logboek)"
    ).fetchone()
    if found is not None and datetime.fromisoformat(found[1]) > now + _LENIENT:
        yield Fault(code=FaultCode.CLOCK_AHEAD, entry=found[0], detail=found[1])


def cleaned(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Find the erasures after which the file was not cleaned: the program was stopped, or the file was in use."""
    for (number,) in connection.execute("SELECT id FROM wissing WHERE nagezocht_op IS NULL ORDER BY id"):
        yield Fault(code=FaultCode.NOT_CLEANED, table="wissing", key=str(number))
