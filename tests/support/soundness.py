"""Whether a logbook is whole, asked of SQLite itself and of the promises our tables make."""

import sqlite3
from contextlib import closing
from pathlib import Path

import evidence

_CREATIONS = "SELECT sleutel FROM logboek WHERE tabel = 'incident' AND voor IS NULL"
#: Questions to which a whole logbook has no answer.
_NEVER = (
    "SELECT id FROM incident EXCEPT SELECT rowid FROM zoekindex",
    "SELECT rowid FROM zoekindex EXCEPT SELECT id FROM incident",
    "SELECT ulid FROM incident GROUP BY ulid HAVING count(*) > 1",
    f"SELECT CAST(id AS TEXT) FROM incident EXCEPT {_CREATIONS}",
    f"{_CREATIONS} EXCEPT SELECT CAST(id AS TEXT) FROM incident",
    "SELECT nummer FROM beller_nummer GROUP BY nummer HAVING count(*) > 1",
)


def assert_sound(logbook: Path) -> None:
    """Fail unless the file is whole: pages, references, full-text index, and a journal that tells all of it."""
    assert unsound(logbook) == []


def unsound(logbook: Path) -> list[object]:
    """Return everything that is not whole, for a test that counts what it finds."""
    found: list[object] = []
    try:
        with closing(sqlite3.connect(logbook)) as connection:
            found += [told for told in connection.execute("PRAGMA integrity_check") if told != ("ok",)]
            found += connection.execute("PRAGMA foreign_key_check")
            for question in _NEVER:
                found += [(question, *row) for row in connection.execute(question)]
            # Raises when the index does not fit the texts it holds.
            connection.execute("INSERT INTO zoekindex(zoekindex) VALUES ('integrity-check')")
            connection.rollback()
    except sqlite3.DatabaseError as error:
        return [*found, error]
    return [*found, *evidence.unexplained(logbook)]


def times_stored(logbook: Path, ulid: str) -> int:
    """Return how often an incident is in the file; 0 also where there is no logbook (yet)."""
    if not logbook.exists() or logbook.stat().st_size == 0:
        return 0
    with closing(sqlite3.connect(logbook)) as connection:
        if not list(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'incident'")):
            return 0
        ((found,),) = connection.execute("SELECT count(*) FROM incident WHERE ulid = ?", [ulid])
        return int(found)
