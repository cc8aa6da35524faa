"""The logbook on which tampering and damage are tried has something in every table there is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import canaries
import evidence


def test_no_table_is_empty(memory_folder: Path) -> None:
    store = canaries.logbook_with_cards(memory_folder / "logboek.db")
    evidence.fill(store)
    with closing(sqlite3.connect(store.path)) as connection:
        tables = connection.execute(
            """SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE '%sqlite~_%' ESCAPE '~'"""
        ).fetchall()
        empty = [
            name for (name,) in tables if not connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        ]
    assert empty == []
    assert evidence.unexplained(store.path) == []
