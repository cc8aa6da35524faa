"""What the store tells of each write: nothing while it goes on, afterwards what is in the logbook for good."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import story

from agressielog.application.errors import LogbookMissing
from agressielog.application.ports.records import Stored
from agressielog.domain.caller import NewCaller
from agressielog.domain.identity import IncidentId
from agressielog.storage.store import SqliteStore


class _Notes(list[Stored | None]):
    """Everything that was told, in order."""


@pytest.fixture
def notes() -> _Notes:
    return _Notes()


@pytest.fixture
def noted(memory_folder: Path, notes: _Notes) -> SqliteStore:
    """A logbook whose writes are noted."""
    return SqliteStore(memory_folder / "logboek.db", may_create=True, note=notes.append)


def test_new_incidents_are_told_by_number_after_the_commit(noted: SqliteStore, notes: _Notes) -> None:
    deed = story.deed("import")
    with noted.writing(deed) as tx:
        tx.add_incident(story.new_incident())
        tx.add_incidents([story.new_incident(), story.new_incident()])
        assert notes == [None]
    assert notes == [None, Stored(deed, (IncidentId(1), IncidentId(2), IncidentId(3)))]


def test_another_change_is_told_without_incidents(noted: SqliteStore, notes: _Notes) -> None:
    deed = story.deed("beller edit")
    with noted.writing(deed) as tx:
        tx.add_caller(NewCaller())
    assert notes[-1] == Stored(deed, ())


def test_a_write_that_changes_nothing_stores_nothing(noted: SqliteStore, notes: _Notes) -> None:
    with noted.writing(story.deed()) as tx:
        tx.settings()
    assert notes == [None, None]


def test_a_write_that_fails_takes_back_what_was_told_of_the_one_before(
    noted: SqliteStore, notes: _Notes
) -> None:
    story.stored(noted)
    with pytest.raises(ValueError, match="halverwege"), noted.writing(story.deed()):
        raise ValueError("halverwege")
    assert notes[-1] is None


def test_a_write_that_cannot_even_begin_has_begun(memory_folder: Path, notes: _Notes) -> None:
    store = SqliteStore(memory_folder / "kwijt.db", note=notes.append)
    with pytest.raises(LogbookMissing):
        story.stored(store)
    assert notes == [None]


def test_a_commit_that_reports_an_error_and_stored_it_all_the_same_is_told(
    noted: SqliteStore, notes: _Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.stored(noted)
    connect = sqlite3.connect

    class Faulty(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            cursor = super().execute(sql, parameters)
            if sql == "COMMIT":
                monkeypatch.setattr(sqlite3, "connect", connect)
                raise sqlite3.OperationalError("disk I/O error")
            return cursor

    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: connect(*given, factory=Faulty, **named))
    story.stored(noted)
    told = notes[-1]
    assert told is not None
    assert told.incidents == (2,)
