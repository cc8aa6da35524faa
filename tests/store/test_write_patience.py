"""A write waits for its turn as long as whoever asks for it has time."""

import sqlite3
from contextlib import closing

import pytest
import story

from agressielog.application.errors import LogbookBusy
from agressielog.storage.store import SqliteStore


def test_a_write_gives_up_when_its_patience_is_over_and_stores_nothing(sqlite_store: SqliteStore) -> None:
    hasty = SqliteStore(sqlite_store.path, write_patience=0.1)
    with closing(sqlite3.connect(sqlite_store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogbookBusy) as busy, hasty.writing(story.deed("tips")) as tx:
            tx.change_setting("tipsteksten", "x")
    assert busy.value.seconds == 0.1
    with sqlite_store.reading() as reading:
        assert "tipsteksten" not in reading.settings()
