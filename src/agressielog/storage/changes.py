"""One transaction at the level of tables: every change of a row leaves its journal row."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Database
from sqlite_utils.db import Table

from agressielog.application.errors import RecordDamaged
from agressielog.application.ports.records import Deed, Stored
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.phone import PhoneNumber
from agressielog.storage.cells import whole
from agressielog.storage.journal import Entry, Image, append, head
from agressielog.storage.records import ERASED, ERASURE, part_of, rows_named
from agressielog.storage.records import key_of as key_of  # noqa: PLC0414 - the writing of each subject asks for it here
from agressielog.storage.rows import Cell, Row
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from agressielog.storage.chain import Head

# SQLite before 3.32 takes 999 parameters a statement.
_CHUNK = 500


class TableWriting(TableReading):
    """What the writing of each subject is made with, and what it has touched."""

    def __init__(self, connection: sqlite3.Connection, deed: Deed) -> None:
        super().__init__(connection)
        self._db = Database(connection, execute_plugins=False)
        self._deed = deed
        self._callers_touched: set[CallerId] = set()
        self._numbers_touched: set[str] = set()
        self._incidents_added: list[IncidentId] = []
        self._changes_something = False
        # The tables of which records were written.
        self._written: set[str] = set()
        self._head: Head | None = None

    @property
    def stored(self) -> Stored | None:
        """What a commit would store now; None where nothing was changed."""
        return Stored(self._deed, tuple(self._incidents_added)) if self._changes_something else None

    def _expect(self, table: str, rows: Sequence[Row]) -> None:
        """Read new rows back before the commit: what was stored must be what was told."""
        for start in range(0, len(rows), _CHUNK):
            told = rows[start : start + _CHUNK]
            marks = ", ".join("?" * len(told))
            found = {
                row["id"]: row for row in self._where(table, f"id IN ({marks})", [r["id"] for r in told])
            }
            for row in told:
                if found.get(row["id"]) != row:
                    raise RecordDamaged(f"{table} {row['id']}")

    def _insert(self, table: str, row: Row) -> None:
        self._insert_all(table, [row])

    def _insert_all(self, table: str, rows: Sequence[Row]) -> None:
        """Insert records, each with its journal row."""
        self._put(table, rows)
        self._write_journal(Entry(table, key_of(table, row), None, row) for row in rows)

    def _put(self, table: str, rows: Sequence[Row]) -> None:
        """Insert rows of the same columns, without journal rows.

        By hand: sqlite-utils looks at every cell of a row for what it may have to convert, which took
        a third of the time of an import.
        """
        if not rows:
            return
        columns = tuple(rows[0])
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own tables and columns
            ([row[column] for column in columns] for row in rows),
        )

    def _update(self, table: str, condition: str, parameters: Sequence[Cell], cells: Row) -> None:
        before = self._where(table, condition, parameters)
        marks = ", ".join(f"{column} = ?" for column in cells)
        self._connection.execute(
            f"UPDATE {table} SET {marks} WHERE {condition}",  # noqa: S608 - our own tables and columns
            [*cells.values(), *parameters],
        )
        self._write_journal(
            Entry(table, key_of(table, row), self._image(table, row), self._image(table, {**row, **cells}))
            for row in before
        )

    def _write_journal(self, entries: Iterable[Entry]) -> None:
        before = self._head if self._head is not None else head(self._connection)
        self._head = append(self._connection, before, self._deed, map(self._noted, entries))
        self._changes_something = self._changes_something or self._head != before

    def _noted(self, entry: Entry) -> Entry:
        self._written.add(entry.table)
        return entry

    def erase_journal_contents(self, records: Iterable[tuple[str, str]]) -> Sequence[int]:
        """Empty what the journal tells about records, and leave an entry that names what was emptied.

        Of a record that is still in its table the journal tells anew how it stands: change or delete it
        first, then come here.

        Args:
            records: as (table, key), the key as `key_of` makes it.

        Returns:
            The numbers of the entries that were emptied.
        """
        wanted = list(dict.fromkeys(records))
        emptied: list[int] = []
        for table, key in wanted:
            named = "tabel = ? AND sleutel = ? AND zout IS NOT NULL"
            emptied += [int(row["id"] or 0) for row in self._where("logboek", named, [table, key])]
            self._connection.execute(
                f"UPDATE logboek SET voor = NULL, na = NULL, zout = NULL WHERE {named}",  # noqa: S608 - our own words
                [table, key],
            )
        if emptied:
            self._write_journal([Entry(*ERASURE, None, {ERASED: sorted(emptied)})])
            self._write_journal(
                Entry(table, key, None, self._image(table, row))
                for table, key in wanted
                for row in rows_named(self._connection, table, key)
            )
        return sorted(emptied)

    def _image(self, table: str, row: Row) -> Image:
        return {**row, **part_of(self._connection, table, row)}

    def _touch(self, caller: CallerId | None, number: PhoneNumber | None) -> None:
        if caller is not None:
            self._callers_touched.add(caller)
        if number is not None:
            self._numbers_touched.add(number.key)

    def _table(self, name: str) -> Table:
        table = self._db[name]
        assert isinstance(table, Table)  # noqa: S101 - tells mypy what sqlite-utils cannot: not a view
        return table

    def _next_id(self, table: str) -> int:
        """Return an id never used before, not even by a record that was erased."""
        rows = self._rows("SELECT seq FROM sqlite_sequence WHERE name = ?", [table])
        return whole(rows[0], "seq") + 1 if rows else 1
