"""All that a logbook says, to see whether something that happened to the file changed any of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

_INSTANCES = "CREATE VIRTUAL TABLE temp.woorden USING fts5vocab(main, zoekindex, instance)"
#: Not what the logbook says: when sqlite-utils made the tables, and how FTS5 arranges the words that are
#: compared here as what they are.
_ARRANGEMENT = ("_sqlite_migrations", "zoekindex_")
#: Cards are made anew from the records and told by `cards`; the last is a place in a file beside the logbook.
_DERIVED = {b"kaart", b"kaartenbak", b"inzage_ingenomen"}
_TOLD = """SELECT nummer, vanaf, status, tekst, gevouwen, bellers, melding
    FROM kaart, kaartenbak WHERE kaartenbak.id = 1 AND kaart.stand = kaartenbak.stand"""


def says(path: Path) -> list[object] | None:
    """Return all that a logbook says: every row of every table with its types, the layout and the words.

    None where it cannot be read.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            return list(_each_thing(connection))
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def cards(path: Path) -> set[tuple[object, ...]] | None:
    """Return the prepared answers that are told; one that is missing only takes the long way."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = bytes
            return set(connection.execute(_TOLD))
    except sqlite3.Error:
        return None


def _each_thing(connection: sqlite3.Connection) -> Iterator[object]:
    connection.text_factory = bytes
    yield from connection.execute("PRAGMA user_version")
    yield from connection.execute("PRAGMA application_id")
    layout = [
        (sort, name.decode(), table, sql)
        for sort, name, table, sql in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master"
        )
        if not name.decode().startswith(_ARRANGEMENT)
    ]
    yield from layout
    connection.execute(_INSTANCES)
    tables = [name for sort, name, table, _ in layout if sort == b"table" and table not in _DERIVED]
    for table in [*tables, "sqlite_sequence", "temp.woorden"]:
        yield table
        yield from connection.execute(f"SELECT * FROM {table}")
    # Which step made the tables matters; the moment at which it did is nobody's.
    yield from connection.execute("SELECT migration_set, name FROM _sqlite_migrations")
