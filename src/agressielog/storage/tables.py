"""The tables read as rows: what the reading of each subject is made with."""

import sqlite3
from collections.abc import Sequence

from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row


class TableReading:
    """Rows of our own tables, by column name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @understood()
    def _rows(self, statement: str, parameters: Sequence[Cell] = ()) -> list[Row]:
        cursor = self._connection.execute(statement, parameters)
        columns = [description[0] for description in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor]

    def _where(self, table: str, condition: str, parameters: Sequence[Cell]) -> list[Row]:
        return self._rows(f"SELECT * FROM {table} WHERE {condition}", parameters)  # noqa: S608 - our own tables

    def _rows_of(self, table: str, column: str, value: Cell) -> list[Row]:
        return self._where(table, f"{column} = ?", [value])
