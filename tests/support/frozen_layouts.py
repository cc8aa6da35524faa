"""The layouts of released programs, as the text of a whole logbook each: `python tests/support/frozen_layouts.py`.

It writes that of today's program (tests/faults/schemas/v1.sql): tables, indexes and triggers, and a logbook that has
something in each of them. A file of a released program is never written anew.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import evidence

from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.store import SqliteStore

FOLDER = Path(__file__).parents[1] / "faults" / "schemas"
# Full text; a row of it has the number of its incident.
_INDEX = "zoekindex"
_NOT_OURS = ("_sqlite_migrations", "zoekindex_")


def path_of(version: int) -> Path:
    """Return where the frozen layout of a version is."""
    return FOLDER / f"v{version}.sql"


def frozen_versions() -> list[int]:
    """Return every version that was frozen."""
    return sorted(int(path.stem[1:]) for path in FOLDER.glob("v*.sql"))


def layout_of(logbook: Path) -> list[tuple[str, ...]]:
    """Return everything in the schema of a logbook, as it was made.

    What sqlite-utils and FTS5 made for themselves is spelled as their versions like it: of those only the name.
    """
    with closing(sqlite3.connect(logbook)) as connection:
        return sorted(
            (sort, name, "" if table.startswith(_NOT_OURS) else str(sql))
            for sort, name, table, sql in connection.execute(
                "SELECT type, name, tbl_name, sql FROM sqlite_master"
            )
        )


def thaw(version: int, target: Path) -> Path:
    """Make the logbook of a frozen layout."""
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(path_of(version).read_text(encoding="utf-8"))
    target.chmod(0o600)
    return target


def freeze(logbook: Path) -> str:
    """Return a logbook as SQL.

    By hand: `sqlite3.Connection.iterdump` cannot tell a full-text index.
    """
    with closing(sqlite3.connect(logbook)) as connection:
        shadows = {
            name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'shadow'")
        }
        made = [
            (sort, name, sql)
            for sort, name, sql in connection.execute(
                "SELECT type, name, sql FROM sqlite_master ORDER BY rowid"
            )
            if sql is not None and name not in shadows and not name.startswith("sqlite_")
        ]
        tables = [name for sort, name, _ in made if sort == "table"]
        ((version,),) = connection.execute("PRAGMA user_version")
        lines = [
            *(sql for sort, _, sql in made if sort == "table"),
            *(line for name in tables for line in _rows_of(connection, name)),
            "DELETE FROM sqlite_sequence",
            *_rows_of(connection, "sqlite_sequence"),
            # Last, for the triggers refuse what was not written one by one.
            *(sql for sort, _, sql in made if sort != "table"),
            f"PRAGMA application_id={APPLICATION_ID}",
            f"PRAGMA user_version={version}",
        ]
    return "".join(f"{line};\n" for line in ["BEGIN", *lines, "COMMIT"])


def _rows_of(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [str(name) for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", [table])]
    if table == _INDEX:
        columns.insert(0, "rowid")
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    for (values,) in connection.execute(f"SELECT {quoted} FROM {table}"):
        yield f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"


def made_today(folder: Path) -> Path:
    """Make a logbook of today's program with something in it."""
    store = SqliteStore(folder / "logboek.db", may_create=True)
    evidence.fill(store)
    return store.path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        FOLDER.mkdir(exist_ok=True)
        target = path_of(SCHEMA_VERSION)
        target.write_text(freeze(made_today(Path(folder))), encoding="utf-8")
    sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main()
