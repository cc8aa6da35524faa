"""An older logbook is brought to the layout of this program: once, whole, and after a copy."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import evidence
import pytest
import story

from agressielog.application.backups import BackupUnsound
from agressielog.application.errors import DiskFull, WriteFailed
from agressielog.application.ports.upgrading import Layouts
from agressielog.application.upgrading import upgrade
from agressielog.domain.backup_name import before_upgrade_name, kept_aside_among
from agressielog.storage.connection import connect
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.identity import SCHEMA_VERSION
from agressielog.storage.store import SqliteStore
from agressielog.storage.upgrading import SqliteUpgrading

_OLDER = SCHEMA_VERSION - 1


@pytest.fixture
def older(sqlite_store: SqliteStore) -> Path:
    """A logbook that says it is older; the steps it lacks are none."""
    story.recorded(sqlite_store)
    _call_it(sqlite_store.path, _OLDER)
    return sqlite_store.path


def _call_it(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={version}")
        connection.commit()


def _upgraded(path: Path) -> object:
    return upgrade(SqliteUpgrading(path), SqliteCopies(path, story.NOW), str(path.parent), story.NOW)


def _copies(path: Path) -> list[str]:
    return list(kept_aside_among([found.name for found in path.parent.iterdir()]))


def test_an_older_logbook_is_copied_and_brought_up_to_date_once(older: Path) -> None:
    assert _upgraded(older) is not None
    assert _copies(older) == [before_upgrade_name(SCHEMA_VERSION, story.NOW)]
    assert evidence.unexplained(older) == []
    assert _upgraded(older) is None
    assert SqliteUpgrading(older).apply() is False


@pytest.mark.parametrize("version", [SCHEMA_VERSION, SCHEMA_VERSION + 1])
def test_one_that_is_not_older_is_left_alone(sqlite_store: SqliteStore, version: int) -> None:
    _call_it(sqlite_store.path, version)
    assert SqliteUpgrading(sqlite_store.path).pending() is None


@pytest.mark.parametrize(
    "content", [b"", b"Beste meneer", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(84)]
)
def test_what_is_no_logbook_is_left_alone(memory_folder: Path, content: bytes) -> None:
    path = memory_folder / "logboek.db"
    assert SqliteUpgrading(path).pending() is None
    path.write_bytes(content)
    assert SqliteUpgrading(path).pending() is None


def test_what_may_not_be_read_is_left_alone(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert SqliteUpgrading(older).pending() is None


def test_who_came_second_says_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both saw that it was older; the copy of the first is the one that is kept."""
    SqliteCopies(older, story.NOW).make(
        str(older.parent), before_upgrade_name(SCHEMA_VERSION, story.NOW), lambda _evidence: None
    )
    _call_it(older, SCHEMA_VERSION)
    monkeypatch.setattr(SqliteUpgrading, "pending", lambda _self: Layouts(_OLDER, SCHEMA_VERSION))
    assert _upgraded(older) is None
    assert len(_copies(older)) == 1


def test_broken_pages_are_not_brought_up_to_date(older: Path) -> None:
    content = bytearray(older.read_bytes())
    content[4096 * 3 : 4096 * 4] = bytes(4096)
    older.write_bytes(content)
    with pytest.raises(BackupUnsound):
        _upgraded(older)
    assert older.read_bytes() == content
    assert _copies(older) == []


def test_a_copy_that_is_another_logbook_is_none(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agressielog.storage.checking.SqliteEvidence.head", lambda _self: _strange(older))
    with pytest.raises(BackupUnsound):
        _upgraded(older)


def _strange(path: Path) -> object:
    other = SqliteStore(path.with_name("ander.db"), may_create=True)
    for _ in range(3):
        story.recorded(other)
    with other.reading() as reading:
        return reading.anchor()


def test_an_empty_journal_is_no_reason_to_stop(new_sqlite_store: SqliteStore) -> None:
    with new_sqlite_store.writing(story.deed()):
        pass
    _call_it(new_sqlite_store.path, _OLDER)
    assert _upgraded(new_sqlite_store.path) is not None


class _Faulty(sqlite3.Connection):
    """A connection whose COMMIT reports an error, whether or not it did its work."""

    does_its_work = False
    code, name = sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC"

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if sql != "COMMIT":
            return super().execute(sql, parameters)
        if self.does_its_work:
            super().execute(sql)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode, error.sqlite_errorname = self.code, self.name
        raise error


class _FaultyAfterAll(_Faulty):
    does_its_work = True


class _Full(_Faulty):
    code, name = sqlite3.SQLITE_FULL, "SQLITE_FULL"


class _Misused(_Faulty):
    code, name = sqlite3.SQLITE_MISUSE, "SQLITE_MISUSE"


@pytest.mark.parametrize(
    ("kind", "error"), [(_Faulty, WriteFailed), (_Full, DiskFull), (_Misused, WriteFailed)]
)
def test_a_commit_that_failed_is_looked_at(
    older: Path, monkeypatch: pytest.MonkeyPatch, kind: type[_Faulty], error: type[Exception]
) -> None:
    _make_faulty(monkeypatch, kind)
    with pytest.raises(error):
        SqliteUpgrading(older).apply()
    assert SqliteUpgrading(older).pending() == Layouts(_OLDER, SCHEMA_VERSION)


def test_one_that_did_its_work_all_the_same_is_done(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make_faulty(monkeypatch, _FaultyAfterAll)
    assert SqliteUpgrading(older).apply() is True
    assert SqliteUpgrading(older).pending() is None


def _make_faulty(monkeypatch: pytest.MonkeyPatch, kind: type[_Faulty]) -> None:
    """Let the next connection be faulty, and those after it not."""
    made: list[sqlite3.Connection] = []

    def connect_badly(path: Path, patience: float) -> sqlite3.Connection:
        if made:
            return connect(path, patience)
        connection = sqlite3.connect(path, factory=kind, isolation_level=None)
        made.append(connection)
        return connection

    monkeypatch.setattr("agressielog.storage.upgrading.connect", connect_badly)
