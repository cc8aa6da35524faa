"""Holds the tables against the journal: what another program changed is named, record and field.

The journal is followed record by record. Where one entry's `voor` is not the `na` before it, somebody
changed the record in between; where the last `na` is not the row, somebody did since.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from agressielog.application.errors import RecordDamaged
from agressielog.domain.evidence import Fault, FaultCode
from agressielog.domain.value import value
from agressielog.storage.records import (
    PARTS,
    key_columns,
    key_of,
    part_of,
    record_tables,
    rows,
    rows_named,
)
from agressielog.storage.rows import Cell, Row, to_json

_Done = Callable[[int], None]


@value
class _Gone:
    """What is known of a record whose last entry was erased: nothing."""


_ERASED = _Gone()
_TWICE = object()
#: The text of the last image, None where there is no record.
_State = Cell | _Gone


def records(connection: sqlite3.Connection, done: _Done) -> Iterator[Fault]:
    """Yield every record that is not as the journal says."""
    seen = 0
    for table in record_tables(connection):
        try:
            for fault in _of_table(connection, table):
                if fault is None:
                    seen += 1
                    done(seen)
                else:
                    yield fault
        except (sqlite3.Error, ValueError, LookupError) as error:
            # What stands in one table that cannot be read must not hide what stands in another.
            yield Fault(code=FaultCode.CANNOT_CHECK, table=table, detail=type(error).__name__)
    yield from _parts_without_record(connection)


def _of_table(connection: sqlite3.Connection, table: str) -> Iterator[Fault | None]:
    """Yield what is wrong in one table, and None for each journal entry that was seen."""
    defaults = _defaults(connection, table)
    named: set[str] = set()
    entries = connection.execute(
        "SELECT sleutel, id, voor, na, zout IS NULL FROM logboek WHERE tabel = ? ORDER BY sleutel, id",
        [table],
    )
    for key, life in groupby(entries, key=lambda row: str(row[0])):
        named.add(key)
        state: _State = None
        for _, entry, before, after, erased in life:
            yield None
            if erased:
                state = _ERASED
                continue
            if state not in (_ERASED, before):
                yield from _between(table, key, entry, state, before)
            state = after
        yield from _against_the_row(connection, table, key, state, defaults)
    for row in rows(connection, table):
        if (key := key_of(table, row)) not in named:
            yield Fault(code=FaultCode.ADDED, table=table, key=key)


def counters(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Yield every table whose counter is not its highest number ever: a number could be given out again."""
    last: dict[str, object] = {}
    for name, number in connection.execute("SELECT name, seq FROM sqlite_sequence"):
        # Nothing keeps a table from being counted twice; which of the two SQLite goes by is then chance.
        last[str(name)] = number if str(name) not in last else _TWICE
    for table in [*record_tables(connection), "logboek"]:
        if table != "logboek" and key_columns(table) != ("id",):
            continue
        highest = "SELECT max(id) FROM logboek"
        if table != "logboek":
            highest = "SELECT max(CAST(sleutel AS INTEGER)) FROM logboek WHERE tabel = ?"
        ((found,),) = connection.execute(highest, [table] if table != "logboek" else [])
        if last.pop(table, None) != found:
            yield Fault(code=FaultCode.COUNTER_WRONG, table=table)
    for table in sorted(last):
        yield Fault(code=FaultCode.COUNTER_WRONG, table=table)


def _against_the_row(
    connection: sqlite3.Connection, table: str, key: str, state: _State, defaults: Mapping[str, Cell]
) -> Iterator[Fault]:
    found = rows_named(connection, table, key)
    if not found:
        if state is not None and state is not _ERASED:
            yield Fault(code=FaultCode.REMOVED, table=table, key=key)
        return
    if state is None or len(found) > 1:
        yield Fault(code=FaultCode.ADDED, table=table, key=key)
        return
    if isinstance(state, _Gone):
        yield Fault(code=FaultCode.BACK_AFTER_ERASURE, table=table, key=key)
        return
    (row,) = found
    image = {**row, **part_of(connection, table, row)}
    if not _is_spelled(image, state):
        for field in _differing({**defaults, **_image(state)}, image):
            yield Fault(code=FaultCode.CHANGED, table=table, key=key, field=field)


def _between(table: str, key: str, entry: int, state: _State, before: Cell) -> Iterator[Fault]:
    fields: Iterable[str | None] = [None]
    if state is not None and before is not None:
        fields = _differing(_image(state), _image(before)) or [None]
    for field in fields:
        yield Fault(code=FaultCode.CHANGED_BETWEEN, table=table, key=key, field=field, entry=entry)


def _is_spelled(image: Mapping[str, object], text: Cell) -> bool:
    """Tell whether the journal holds exactly this image, without reading it: so it is for nearly every one."""
    try:
        return to_json(image) == text
    except RecordDamaged:  # a cell of a type that we never write
        return False


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [field for field in sorted({*one, *other}) if one.get(field, _ERASED) != other.get(field, _ERASED)]


def _image(state: object) -> dict[str, object]:
    """Return an image; an empty one where it cannot be read, so that every field differs."""
    try:
        image = json.loads(str(state))
    except (ValueError, RecursionError):
        return {}
    return image if isinstance(image, dict) else {}


def _defaults(connection: sqlite3.Connection, table: str) -> Row:
    """Return what a column holds that is younger than an image."""
    # Our defaults are whole numbers and texts; an expression in a file is somebody else's, and not run.
    return {
        str(name): None if default is None else int(default) if default.isdecimal() else default.strip("'")
        for _, name, _, _, default, _ in connection.execute(f"PRAGMA table_info({table})")
    }


def _parts_without_record(connection: sqlite3.Connection) -> Iterator[Fault]:
    for table, part in PARTS.items():
        for (owner,) in connection.execute(
            f"SELECT DISTINCT {part.owner} FROM {part.table} WHERE {part.owner} NOT IN (SELECT id FROM {table})"  # noqa: S608 - our own tables and columns
        ):
            yield Fault(code=FaultCode.ADDED, table=part.table, key=str(owner))
