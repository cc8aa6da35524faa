"""A logbook that another program has put in WAL mode: read as ever, never written in that mode."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
import story

from agressielog.application.errors import LogbookHeldOpen
from agressielog.application.ports.records import IncidentFilter
from agressielog.storage import connection as connection_module
from agressielog.storage.store import SqliteStore


@contextmanager
def _in_wal(store: SqliteStore) -> Iterator[sqlite3.Connection]:
    """Another program, with the file open in its own mode."""
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE incident SET team = 'van een ander'")
        other.commit()
        yield other


def _mode(store: SqliteStore) -> str:
    with closing(sqlite3.connect(store.path)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    return str(mode)


def test_a_write_says_who_is_in_the_way_and_not_that_somebody_was_writing(
    sqlite_store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.stored(sqlite_store)
    monkeypatch.setattr(connection_module, "_PAUSE", 0)
    with _in_wal(sqlite_store), pytest.raises(LogbookHeldOpen) as caught:
        story.stored(sqlite_store)
    assert caught.value.path == str(sqlite_store.path)


def test_what_the_other_program_wrote_is_read(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store)
    with _in_wal(sqlite_store), sqlite_store.reading() as reading:
        assert [incident.team for incident in reading.incidents(IncidentFilter())] == ["van een ander"]


def test_the_first_write_after_it_left_brings_the_file_back_to_our_own_mode(
    sqlite_store: SqliteStore,
) -> None:
    story.stored(sqlite_store)
    with _in_wal(sqlite_store):
        assert _mode(sqlite_store) == "wal"
    story.stored(sqlite_store)
    # The mode of a rollback journal is not kept in the file; that it is no longer WAL is.
    assert _mode(sqlite_store) == "delete"
    assert not sqlite_store.path.with_name(sqlite_store.path.name + "-wal").exists()


def test_a_look_that_is_over_in_a_moment_is_waited_for(
    sqlite_store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.stored(sqlite_store)
    with _in_wal(sqlite_store) as other:
        monkeypatch.setattr(time, "sleep", lambda _seconds: other.close())
        story.stored(sqlite_store)
    with sqlite_store.reading() as reading:
        assert len(reading.incidents(IncidentFilter())) == 2


def test_another_reason_to_be_busy_stays_what_it_is(sqlite_store: SqliteStore) -> None:
    with (
        closing(sqlite3.connect(sqlite_store.path)) as first,
        closing(sqlite3.connect(sqlite_store.path)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        first.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(sqlite3.OperationalError) as caught:
            connection_module.make_durable(first, sqlite_store.path, large=False)
        assert caught.value.sqlite_errorcode == sqlite3.SQLITE_BUSY
