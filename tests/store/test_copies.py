"""What the system refuses while a copy is made or put back is told of the file it is about, and undone."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import evidence
import pytest
import story

from agressielog.application.backups import known_backups, make_backup, restore
from agressielog.application.errors import (
    DiskFull,
    LogbookReadOnly,
    OutcomeUncertain,
    TargetExists,
    WriteFailed,
)
from agressielog.application.ports.records import Deed
from agressielog.domain.backup_name import backup_name, kept_aside_among, kept_aside_name
from agressielog.storage import copies as module
from agressielog.storage import files
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.store import SqliteStore

Refusing = Callable[[str], None]


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


@pytest.fixture
def made(used: SqliteStore, copies: SqliteCopies, folder: Path) -> str:
    """A back-up."""
    return make_backup(used, copies, _deed(), str(folder), None).path


def _deed() -> Deed:
    return story.deed("backup")


@pytest.fixture
def refusing_to_sync(monkeypatch: pytest.MonkeyPatch) -> Refusing:
    """Let a folder refuse to be synced once a file of this name is in it."""
    real = files.sync_folder

    def refuse_after(name: str) -> None:
        def refuse(place: Path) -> None:
            if (place / name).exists():
                raise OSError(errno.EIO, "refused")
            real(place)

        monkeypatch.setattr(files, "sync_folder", refuse)

    return refuse_after


def test_a_copy_that_is_not_safe_on_the_disk_is_none(
    used: SqliteStore, copies: SqliteCopies, folder: Path, refusing_to_sync: Refusing
) -> None:
    refusing_to_sync(backup_name(story.NOW))
    with pytest.raises(WriteFailed) as caught:
        make_backup(used, copies, _deed(), str(folder), None)
    assert caught.value.path == str(folder / backup_name(story.NOW))
    assert known_backups(copies, str(folder)) == []


def test_a_copy_that_cannot_be_removed_is_named(
    copies: SqliteCopies, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(LogbookReadOnly) as caught:
        copies.remove(str(Path(made).parent), Path(made).name)
    assert caught.value.path == made


def test_a_list_of_the_erased_that_cannot_be_written_leaves_the_old_one(
    copies: SqliteCopies, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = story.ulid(), story.ulid()
    copies.add_erased(str(folder), frozenset({one}))

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFull):
        copies.add_erased(str(folder), frozenset({other}))
    monkeypatch.undo()
    assert copies.erased(str(folder)) == {one}
    assert [path.name for path in folder.iterdir()] == ["gewist.txt"]


def test_a_logbook_that_is_back_but_not_safe_on_the_disk_is_called_uncertain(
    used: SqliteStore, copies: SqliteCopies, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = module.SqliteCopies._take_place

    def take_place(self: SqliteCopies, copy: Path) -> None:
        def refuse(_folder: Path) -> None:
            raise OSError(errno.EIO, "refused")

        monkeypatch.setattr(files, "sync_folder", refuse)
        real(self, copy)

    monkeypatch.setattr(module.SqliteCopies, "_take_place", take_place)
    with pytest.raises(OutcomeUncertain):
        restore(used, copies, story.deed("restore"), made, story.kept_policy)
    assert list(kept_aside_among([path.name for path in used.path.parent.iterdir()])) != []


def test_what_was_kept_aside_is_never_written_over(
    used: SqliteStore, copies: SqliteCopies, made: str
) -> None:
    """Two in one second: the second would keep what the first put back, in place of what there was."""
    restore(used, copies, story.deed("restore"), made, story.kept_policy)
    kept = used.path.with_name(kept_aside_name(story.NOW))
    before = kept.read_bytes()
    with pytest.raises(TargetExists):
        restore(used, copies, story.deed("restore"), made, story.kept_policy)
    assert kept.read_bytes() == before


def test_the_journal_of_a_lost_logbook_does_not_spoil_the_one_that_is_put_back(
    used: SqliteStore, copies: SqliteCopies, made: str
) -> None:
    journal = used.path.with_name(f"{used.path.name}-journal")
    used.path.unlink()
    journal.write_bytes(b"van het verloren bestand")
    assert restore(used, copies, story.deed("restore"), made, story.kept_policy) is None
    assert not journal.exists() or journal.stat().st_size == 0
    kept = used.path.with_name(f"{kept_aside_name(story.NOW)}-journal")
    assert kept.read_bytes() == b"van het verloren bestand"


def test_whoever_writes_while_a_copy_is_put_back_is_in_the_file_that_is_kept(
    used: SqliteStore, copies: SqliteCopies, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that was acknowledged just before is in no back-up: it must be in what is kept."""
    real = module.SqliteCopies._locked

    def locked_after_a_call(self: SqliteCopies) -> object:
        story.recorded(used, account="op de valreep")
        return real(self)

    monkeypatch.setattr(module.SqliteCopies, "_locked", locked_after_a_call)
    kept = restore(used, copies, story.deed("restore"), made, story.kept_policy)
    assert kept is not None
    assert b"op de valreep" in Path(kept).read_bytes()


def test_a_file_that_knows_of_no_erasures_is_copied_as_it_is(
    used: SqliteStore, copies: SqliteCopies, folder: Path
) -> None:
    evidence.meddle(used.path, "PRAGMA foreign_keys=OFF", "DROP TABLE wissing")
    path = Path(copies.make(str(folder), "oud.db", lambda _evidence: None))
    assert copies.contents(str(path)).incidents == 1
