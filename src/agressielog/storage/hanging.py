"""Finds what hangs on a record, in whatever table: by its foreign keys, and by what the journal says it was."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

from agressielog.storage.records import DERIVED, key_columns, key_of, record_tables
from agressielog.storage.rows import Cell, Row

#: A record as the journal names it: its table and key.
Record = tuple[str, str]
_Ref = tuple[str, int]

# SQLite before 3.32 takes 999 parameters a statement.
_CHUNK = 500
# A merge that was split again leaves no reference, but what was filled in from the other caller stood there.
_MERGES = "samenvoeging"


def references(connection: sqlite3.Connection) -> Mapping[str, Mapping[str, str]]:
    """Return per table of records the columns that name another record, each with the table of that one."""
    return {
        table: {
            str(column): str(target)
            for _, _, target, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})")
        }
        for table in record_tables(connection)
    }


def hanging_on(connection: sqlite3.Connection, first: Mapping[str, Collection[int]]) -> dict[str, list[Row]]:
    """Return records with everything that refers to them, by table.

    Args:
        connection: of the logbook.
        first: numbers of records, by table.
    """
    known = references(connection)
    found: dict[str, dict[str, Row]] = {}
    waiting = [
        (table, row) for table, ids in first.items() for row in _rows_where(connection, table, "id", ids)
    ]
    while waiting:
        layer: dict[str, set[int]] = {}
        for table, row in waiting:
            key = key_of(table, row)
            if key not in found.setdefault(table, {}):
                found[table][key] = row
                number = row["id"] if key_columns(table) == ("id",) else None
                if isinstance(number, int):
                    layer.setdefault(table, set()).add(number)
        waiting = [
            (table, row)
            for table, columns in known.items()
            for column, target in columns.items()
            for row in _rows_where(connection, table, column, layer.get(target, ()))
        ]
    return {table: list(rows.values()) for table, rows in found.items() if rows}


def ever_hung_on(connection: sqlite3.Connection, gone: Mapping[str, Collection[int]]) -> set[Record]:
    """Return every record that the journal tells of as one of these, or ever hung on one of them.

    A call that was moved to somebody else is among them, and so is a caller who was merged with one of these
    and parted again: both held, for a while, what is to be forgotten.
    """
    known = references(connection)
    by_target: dict[_Ref, set[Record]] = {}
    merged: dict[int, set[int]] = {}
    for table, key, image in _images(connection):
        if table == _MERGES:
            pair = [number for name in ("beller", "opgegaan") if isinstance(number := image.get(name), int)]
            for one in pair:
                merged.setdefault(one, set()).update(pair)
        for column, target in known.get(table, {}).items():
            number = image.get(column)
            if isinstance(number, int) and (table, column) != ("beller", "samengevoegd_met"):
                by_target.setdefault((target, number), set()).add((table, key))
    found: set[Record] = set()
    waiting: list[Record] = [(table, str(number)) for table, numbers in gone.items() for number in numbers]
    while waiting:
        record = waiting.pop()
        if record in found:
            continue
        found.add(record)
        table, key = record
        if key.isdecimal():
            waiting += by_target.get((table, int(key)), ())
    persons = _connected(merged, gone.get("beller", ()))
    return found | {
        record
        for person in persons
        for record in (("beller", str(person)), *by_target.get(("beller", person), ()))
        if record[0] in {"beller", "beller_nummer"}
    }


def texts_of(image: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield every text of an image with the field it stands in, also those within a text of JSON."""
    for field, value in image.items():
        for text in _texts(value):
            yield field, text


def _texts(value: object) -> Iterator[str]:
    match value:
        case str() if value[:1] in {"{", "["}:
            try:
                inner = json.loads(value)
            except (ValueError, RecursionError):
                yield value
            else:
                yield from _texts(inner)
        case str():
            yield value
        case list():
            for one in value:
                yield from _texts(one)
        case dict():
            for one in value.values():
                yield from _texts(one)
        case _:
            return


def images_of(connection: sqlite3.Connection, records: Iterable[Record]) -> Iterator[Mapping[str, object]]:
    """Yield every image the journal holds of these records."""
    for table, key in records:
        for contents in connection.execute(
            "SELECT voor, na FROM logboek WHERE tabel = ? AND sleutel = ?", [table, key]
        ):
            yield from (_image(content) for content in contents if content is not None)


def _images(connection: sqlite3.Connection) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    # Each `voor` is the `na` of an entry before it, unless that one was erased: then the first one counts.
    for table, key, before, after in connection.execute("SELECT tabel, sleutel, voor, na FROM logboek"):
        for content in (before, after):
            if content is not None and table not in DERIVED:
                yield str(table), str(key), _image(content)


def _image(content: Cell) -> Mapping[str, object]:
    """Return an image; an empty one where it cannot be read, which `check` tells."""
    try:
        image = json.loads(str(content))
    except (ValueError, RecursionError):
        return {}
    return image if isinstance(image, dict) else {}


def _connected(merged: Mapping[int, Collection[int]], first: Iterable[int]) -> set[int]:
    found: set[int] = set()
    waiting = list(first)
    while waiting:
        person = waiting.pop()
        if person not in found:
            found.add(person)
            waiting += merged.get(person, ())
    return found


def _rows_where(
    connection: sqlite3.Connection, table: str, column: str, numbers: Collection[int]
) -> Iterator[Row]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _CHUNK):
        chunk = ordered[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {column} IN ({marks})", chunk)  # noqa: S608 - our own tables and columns
        columns = [description[0] for description in cursor.description]
        for row in cursor.fetchall():
            yield dict(zip(columns, row, strict=True))
