"""A commit that fails is settled by looking: stored, not stored, or honestly unknown."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
import story

from agressielog.application.errors import (
    DiskFull,
    LogbookBusy,
    OutcomeUncertain,
    WriteFailed,
)
from agressielog.domain.errors import AgressielogError
from agressielog.storage.store import SqliteStore

_CONNECT = sqlite3.connect


class _Faulty(sqlite3.Connection):
    """A connection whose COMMIT reports an error, whether or not it did its work."""

    error: sqlite3.Error
    does_its_work = False
    rolls_back = True

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if sql == "COMMIT":
            if self.does_its_work:
                super().execute(sql)
            raise self.error
        if sql == "ROLLBACK" and not self.rolls_back:
            raise self.error
        return super().execute(sql, parameters)


def _fault(code: int, name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


FSYNC = _fault(sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC")
FULL = _fault(sqlite3.SQLITE_FULL, "SQLITE_FULL")
UNKNOWN = _fault(sqlite3.SQLITE_MISUSE, "SQLITE_MISUSE")

Fail = Callable[..., None]


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Let the first connection that is opened be faulty; `then` happens when the next one is opened."""

    def faulty_once(
        error: sqlite3.Error,
        *,
        does_its_work: bool = False,
        rolls_back: bool = True,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        def connect_faulty(*arguments: Any, **options: Any) -> sqlite3.Connection:
            monkeypatch.setattr(sqlite3, "connect", connect)
            connection: _Faulty = _CONNECT(*arguments, factory=_Faulty, **options)
            connection.error, connection.does_its_work, connection.rolls_back = (
                error,
                does_its_work,
                rolls_back,
            )
            return connection

        def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
            monkeypatch.setattr(sqlite3, "connect", _CONNECT)
            then()
            opened: sqlite3.Connection = _CONNECT(*arguments, **options)
            return opened

        monkeypatch.setattr(sqlite3, "connect", connect_faulty)

    return faulty_once


def _amount(store: SqliteStore) -> int:
    with closing(_CONNECT(store.path)) as connection:
        ((amount,),) = connection.execute("SELECT count(*) FROM incident")
        return int(amount)


def test_a_commit_that_failed_but_stored_is_a_success(sqlite_store: SqliteStore, fail: Fail) -> None:
    fail(FSYNC, does_its_work=True)
    assert story.stored(sqlite_store).id == 1
    assert _amount(sqlite_store) == 1


@pytest.mark.parametrize(
    ("error", "expected"),
    [(FSYNC, WriteFailed), (FULL, DiskFull), (UNKNOWN, WriteFailed)],
    ids=["a sync that fails", "a full disk", "what we do not know"],
)
@pytest.mark.parametrize("rolls_back", [True, False], ids=["rolls back", "cannot even roll back"])
def test_a_commit_that_stored_nothing_says_so_precisely(
    sqlite_store: SqliteStore,
    fail: Fail,
    error: sqlite3.Error,
    expected: type[AgressielogError],
    rolls_back: bool,
) -> None:
    fail(error, rolls_back=rolls_back)
    with pytest.raises(expected) as caught:
        story.stored(sqlite_store)
    assert caught.value.__cause__ is error
    assert _amount(sqlite_store) == 0
    assert story.stored(sqlite_store).id == 1


@pytest.mark.parametrize("stored", [True, False])
def test_where_nobody_can_look_the_outcome_is_uncertain(
    sqlite_store: SqliteStore, fail: Fail, stored: bool
) -> None:
    def unreadable() -> None:
        raise _fault(sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN")

    fail(FSYNC, does_its_work=stored, then=unreadable)
    with pytest.raises(OutcomeUncertain) as caught:
        story.stored(sqlite_store)
    assert (caught.value.path, caught.value.why) == (str(sqlite_store.path), "SQLITE_CANTOPEN")


def test_where_a_newer_logbook_lies_now_the_outcome_is_uncertain(
    sqlite_store: SqliteStore, fail: Fail
) -> None:
    def taken_over() -> None:
        with closing(_CONNECT(sqlite_store.path)) as connection:
            connection.execute("PRAGMA user_version = 99")

    fail(FSYNC, then=taken_over)
    with pytest.raises(OutcomeUncertain):
        story.stored(sqlite_store)


def test_a_first_write_whose_commit_fails_leaves_no_logbook(
    new_sqlite_store: SqliteStore, fail: Fail
) -> None:
    fail(FULL)
    with pytest.raises(DiskFull):
        story.stored(new_sqlite_store)
    assert not new_sqlite_store.exists()
    assert story.stored(new_sqlite_store).id == 1


def test_a_commit_that_a_reader_holds_up_for_too_long_is_busy(sqlite_store: SqliteStore) -> None:
    hasty = SqliteStore(sqlite_store.path, write_patience=0.05)
    with sqlite_store.reading() as reading:
        assert not list(reading.each_incident())
        with pytest.raises(LogbookBusy) as caught:
            story.stored(hasty)
    assert caught.value.seconds == 0.05
    assert story.stored(hasty).id == 1


def test_a_rollback_that_fails_does_not_hide_why_it_was_needed(sqlite_store: SqliteStore, fail: Fail) -> None:
    def fail_half_way() -> None:
        with sqlite_store.writing(story.deed()) as tx:
            tx.add_incident(story.new_incident())
            raise ValueError("halverwege")

    fail(FSYNC, rolls_back=False)
    with pytest.raises(ValueError, match="halverwege"):
        fail_half_way()
    assert _amount(sqlite_store) == 0
