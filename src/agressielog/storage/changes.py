"""One transaction at the level of tables: every change of a row leaves its journal row."""

import sqlite3
from collections.abc import Iterable, Sequence

from sqlite_utils import Database
from sqlite_utils.db import Table

from agressielog.application.ports import Deed
from agressielog.domain.identity import CallerId
from agressielog.domain.phone import PhoneNumber
from agressielog.storage.faults import Unreadable
from agressielog.storage.journal import Entry
from agressielog.storage.rows import Cell, Row
from agressielog.storage.tables import TableReading


class TableWriting(TableReading):
    """What the writing of each subject is made with, and what it has touched."""

    def __init__(self, connection: sqlite3.Connection, deed: Deed) -> None:
        super().__init__(connection)
        self._db = Database(connection, execute_plugins=False)
        self._deed = deed
        self._callers_touched: set[CallerId] = set()
        self._numbers_touched: set[str] = set()

    def _expect(self, table: str, rows: Sequence[Row]) -> None:
        """Read new rows back before the commit: what was stored must be what was told."""
        for row in rows:
            stored = self._rows_of(table, "id", row["id"])
            if stored != [row]:
                raise Unreadable

    def _insert(self, table: str, row: Row) -> None:
        self._table(table).insert(row)
        self._write_journal([Entry(table, key_of(table, row), None, row)])

    def _update(self, table: str, condition: str, parameters: Sequence[Cell], cells: Row) -> None:
        before = self._where(table, condition, parameters)
        marks = ", ".join(f"{column} = ?" for column in cells)
        self._connection.execute(
            f"UPDATE {table} SET {marks} WHERE {condition}",  # noqa: S608 - our own tables and columns
            [*cells.values(), *parameters],
        )
        self._write_journal(Entry(table, key_of(table, row), row, {**row, **cells}) for row in before)

    def _write_journal(self, entries: Iterable[Entry]) -> None:
        self._table("logboek").insert_all(entry.row(self._deed) for entry in entries)

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
        return int(rows[0]["seq"] or 0) + 1 if rows else 1


def key_of(table: str, row: Row) -> str:
    """Return the name of a record in the journal."""
    match table:
        case "beller_nummer":
            return f"{row['beller']}/{row['nummer']}"
        case "instelling":
            return str(row["sleutel"])
        case _:
            return str(row["id"])
