"""A back-up is a copy that was looked at; putting one back loses nothing that was there."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import story

from agressielog.application.backups import BackupUnsound, compare, known_backups, make_backup, restore
from agressielog.application.errors import BackupMissing, LogbookReplaced, NotALogbook, TargetExists
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.store import SqliteStore


@pytest.fixture
def used(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with one call in it."""
    story.recorded(sqlite_store)
    return sqlite_store


@pytest.fixture
def copies(used: SqliteStore) -> SqliteCopies:
    return SqliteCopies(used.path, story.NOW)


@pytest.fixture
def folder(memory_folder: Path) -> Path:
    return memory_folder / "reserve"


def _later(days: int) -> Deed:
    return story.deed("backup", at=story.NOW + timedelta(days=days))


def _told(store: SqliteStore) -> list[str]:
    with store.reading() as reading:
        return [incident.account for incident in reading.incidents(IncidentFilter())]


def _spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE incident SET wat = 'iets anders'")
        connection.commit()


def test_a_copy_holds_what_the_logbook_held(used: SqliteStore, copies: SqliteCopies, folder: Path) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    story.recorded(used, account="later")
    assert _told(SqliteStore(Path(made.path))) == ["Schold de medewerker uit over een naheffing."]
    assert made.contents.incidents == 1


def test_a_copy_and_its_folder_are_for_the_owner_alone(
    used: SqliteStore, copies: SqliteCopies, folder: Path
) -> None:
    old = os.umask(0)
    try:
        made = Path(make_backup(used, copies, _later(0), str(folder), None).path)
    finally:
        os.umask(old)
    assert [path.stat().st_mode & 0o777 for path in (made, folder)] == [0o600, 0o700]
    assert [path.name for path in folder.iterdir()] == [made.name]


def test_the_logbook_remembers_when(used: SqliteStore, copies: SqliteCopies, folder: Path) -> None:
    make_backup(used, copies, _later(0), str(folder), None)
    with used.reading() as reading:
        assert reading.last_backup() == story.NOW


def test_older_copies_make_room_only_after_the_new_one_was_looked_at(
    used: SqliteStore, copies: SqliteCopies, folder: Path
) -> None:
    for day in range(3):
        made = make_backup(used, copies, _later(day), str(folder), 2)
    assert (len(made.removed), made.kept) == (1, 2)
    _spoil(used.path)
    before = known_backups(copies, str(folder))
    with pytest.raises(BackupUnsound):
        make_backup(used, copies, _later(3), str(folder), 1)
    assert known_backups(copies, str(folder)) == before
    assert len(list(folder.iterdir())) == len(before)


def test_two_in_one_second_are_not_one(used: SqliteStore, copies: SqliteCopies, folder: Path) -> None:
    make_backup(used, copies, _later(0), str(folder), None)
    with pytest.raises(TargetExists):
        make_backup(used, copies, _later(0), str(folder), None)


def test_a_folder_that_is_not_there_holds_no_copies(copies: SqliteCopies, folder: Path) -> None:
    assert known_backups(copies, str(folder)) == []


def test_what_is_put_back_is_what_was_copied_and_the_rest_is_kept(
    used: SqliteStore, copies: SqliteCopies, folder: Path
) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    story.recorded(used, account="later")
    kept = restore(used, copies, _later(1), made.path, story.kept_policy)
    assert _told(used) == ["Schold de medewerker uit over een naheffing."]
    assert kept is not None
    assert "later" in _told(SqliteStore(Path(kept)))
    assert Path(kept).stat().st_mode & 0o777 == 0o600


def test_the_journal_goes_on_and_says_where_it_was_put_back_to(
    used: SqliteStore, copies: SqliteCopies, folder: Path
) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    restore(used, copies, _later(1), made.path, story.kept_policy)
    with closing(sqlite3.connect(used.path)) as connection:
        assert list(connection.execute("SELECT anker FROM herstel")) == [(str(made.contents.anchor),)]
    assert made.contents.anchor is not None
    assert copies.evidence().anchored(made.contents.anchor) is None


def test_comparing_tells_a_copy_of_this_logbook_from_a_strange_one(
    used: SqliteStore, copies: SqliteCopies, folder: Path, memory_folder: Path
) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    story.recorded(used, account="later")
    ours = compare(copies, made.path)
    assert ours.continues
    assert ours.present is not None
    assert (ours.present.incidents, ours.copy.incidents) == (2, 1)
    other = SqliteStore(memory_folder / "ander.db", may_create=True)
    story.recorded(other)
    assert not compare(copies, str(other.path)).continues


def test_a_spoilt_copy_is_not_put_back(used: SqliteStore, copies: SqliteCopies, folder: Path) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    _spoil(Path(made.path))
    before = used.path.read_bytes()
    with pytest.raises(BackupUnsound):
        restore(used, copies, _later(1), made.path, story.kept_policy)
    assert used.path.read_bytes() == before


def test_a_lost_logbook_comes_back(used: SqliteStore, copies: SqliteCopies, folder: Path) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    used.path.unlink()
    assert compare(copies, made.path).present is None
    assert restore(used, copies, _later(1), made.path, story.kept_policy) is None
    assert len(_told(used)) == 1


def test_a_logbook_that_cannot_be_read_is_kept_byte_for_byte(
    used: SqliteStore, copies: SqliteCopies, folder: Path
) -> None:
    made = make_backup(used, copies, _later(0), str(folder), None)
    spoilt = used.path.read_bytes()[:100] + os.urandom(8000)
    used.path.write_bytes(spoilt)
    journal = used.path.with_name(used.path.name + "-journal")
    journal.write_bytes(b"van het oude bestand")
    assert compare(copies, made.path).present is None
    kept = restore(used, copies, _later(1), made.path, story.kept_policy)
    assert kept is not None
    assert Path(kept).read_bytes() == spoilt
    # SQLite would roll it back into the file that is there now.
    assert not journal.exists() or journal.stat().st_size == 0
    assert len(_told(used)) == 1


def test_what_is_no_logbook_is_not_put_back(copies: SqliteCopies, memory_folder: Path) -> None:
    with pytest.raises(BackupMissing):
        compare(copies, str(memory_folder / "nergens.db"))
    text = memory_folder / "brief.txt"
    text.write_text("Beste meneer Jansen,\n" * 20, encoding="utf-8")
    with pytest.raises(NotALogbook):
        compare(copies, str(text))


def test_who_waited_while_the_file_was_replaced_writes_nowhere(
    used: SqliteStore, copies: SqliteCopies, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moment between looking at the file and its turn is the one in which another takes its place."""
    made = make_backup(used, copies, _later(0), str(folder), None)
    waiting = SqliteStore(used.path)
    begin = SqliteStore._begin

    def begun_after_a_restore(store: SqliteStore, connection: sqlite3.Connection, *, large: bool) -> int:
        monkeypatch.setattr(SqliteStore, "_begin", begin)
        restore(used, copies, _later(1), made.path, story.kept_policy)
        return begin(store, connection, large=large)

    monkeypatch.setattr(SqliteStore, "_begin", begun_after_a_restore)
    with pytest.raises(LogbookReplaced), waiting.writing(story.deed()):
        pytest.fail("it must not get its turn")
    journal = used.path.with_name(used.path.name + "-journal")
    assert not journal.exists() or journal.stat().st_size == 0
