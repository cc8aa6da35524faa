"""The file under the logbook: whose it may be, who may read it, and what is never taken for one."""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
import story

from agressielog.application.errors import (
    DiskFull,
    LogbookMissing,
    LogbookReadOnly,
    LogbookReplaced,
    LogbookUnreachable,
    WriteFailed,
)
from agressielog.application.ports.logbook import Store
from agressielog.domain.errors import AgressielogError
from agressielog.storage import files
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.store import SqliteStore

_GROUP_FOLDER = 0o2770


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask")
def test_a_new_logbook_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "logboek.db"
    story.stored(SqliteStore(path, may_create=True))
    assert [oct(_mode(part)) for part in (path.parent.parent, path.parent)] == ["0o700", "0o700"]
    assert [oct(_mode(path)), oct(_mode(path.with_name("logboek.db-journal")))] == ["0o600", "0o600"]


@pytest.mark.usefixtures("_umask")
def test_a_logbook_in_a_group_folder_is_the_groups(tmp_path: Path) -> None:
    folder = tmp_path / "gedeeld"
    folder.mkdir()
    if os.geteuid() == 0:
        os.chown(folder, -1, 65534)
    folder.chmod(_GROUP_FOLDER)
    story.stored(SqliteStore(folder / "logboek.db", may_create=True))
    for file in folder.iterdir():
        assert oct(_mode(file)) == "0o660", file
        assert file.stat().st_gid == folder.stat().st_gid, file
    assert _mode(folder) == _GROUP_FOLDER


@pytest.mark.parametrize("mode", [0o2750, 0o770, 0o777], ids=oct)
def test_a_folder_that_was_not_given_to_a_group_keeps_the_logbook_private(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    folder.chmod(mode)
    story.stored(SqliteStore(folder / "logboek.db", may_create=True))
    assert {oct(_mode(file)) for file in folder.iterdir()} == {"0o600"}
    assert _mode(folder) == mode


def test_an_empty_file_that_lay_there_becomes_private_with_the_logbook(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    path.touch()
    path.chmod(0o644)
    story.stored(SqliteStore(path, may_create=True))
    assert oct(_mode(path)) == "0o600"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_an_empty_file_of_somebody_else_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    path.touch()
    path.chmod(0o660)
    os.chown(path, 65534, 65534)
    story.stored(SqliteStore(path, may_create=True))
    assert oct(_mode(path)) == "0o660"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such call")
def test_every_new_name_is_synced_in_the_folder_that_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a" / "b" / "logboek.db"
    synced: list[tuple[Path, set[str]]] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        inode = os.fstat(descriptor).st_ino
        folders = [folder for folder in path.parents if folder.exists() and folder.stat().st_ino == inode]
        synced.extend((folder, {found.name for found in folder.iterdir()}) for folder in folders)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    files.prepare(path)
    # The name has to be there when its folder is synced.
    assert synced == [
        (tmp_path, {"thuis", "a"}),
        (tmp_path / "a", {"b"}),
        (tmp_path / "a" / "b", {"logboek.db"}),
    ]


def test_a_file_that_lay_there_needs_no_new_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "logboek.db"
    path.touch()
    monkeypatch.setattr(os, "fsync", _raising(errno.EIO))
    files.prepare(path)
    assert path.stat().st_size == 0


def test_a_first_write_that_fails_leaves_no_logbook(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "logboek.db", may_create=True)
    with pytest.raises(ValueError, match="halverwege"), store.writing(story.deed()):
        raise ValueError("halverwege")
    assert not store.exists()
    assert story.stored(store).id == 1
    assert store.exists()


def _read(store: Store) -> None:
    with store.reading() as reading:
        reading.settings()


def _write(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        tx.change_setting("organisatie", "Ons Dorp")


@pytest.mark.parametrize("use", [_read, _write])
def test_a_name_that_no_disk_can_hold_is_unreachable(tmp_path: Path, use: Callable[[Store], None]) -> None:
    with pytest.raises(LogbookUnreachable) as caught:
        use(SqliteStore(tmp_path / ("x" * 300), may_create=True))
    assert caught.value.why


def test_a_logbook_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    store = SqliteStore(tmp_path / "bestand" / "logboek.db", may_create=True)
    with pytest.raises(LogbookMissing):
        _read(store)
    with pytest.raises(LogbookUnreachable):
        _write(store)


@pytest.mark.parametrize(
    "name",
    ["met spatie.db", "100%.db", "vraag?.db", "hekje#.db", "é–’.db", os.fsdecode(b"geen-utf8-\xff.db")],
    ids=ascii,
)
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    store = SqliteStore(tmp_path / name, may_create=True)
    assert story.stored(store).id == 1
    _read(store)
    assert {file.name for file in tmp_path.iterdir()} == {"thuis", name, f"{name}-journal"}


def test_a_path_may_begin_with_two_slashes(tmp_path: Path) -> None:
    path = Path(f"/{tmp_path}/logboek.db")
    assert str(path).startswith("//")
    assert story.stored(SqliteStore(path, may_create=True)).id == 1


def test_a_path_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert story.stored(SqliteStore(Path("logboek.db"), may_create=True)).id == 1
    assert (tmp_path / "logboek.db").exists()


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.EACCES, LogbookReadOnly),
        (errno.EPERM, LogbookReadOnly),
        (errno.EROFS, LogbookReadOnly),
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, WriteFailed),
        (errno.EMFILE, LogbookUnreachable),
    ],
    ids=errno.errorcode.get,
)
def test_why_there_can_be_no_new_file_is_told_by_the_systems_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[AgressielogError]
) -> None:
    monkeypatch.setattr(os, "open", _raising(number))
    with pytest.raises(error):
        _write(SqliteStore(tmp_path / "logboek.db", may_create=True))


def test_a_file_that_does_not_open_is_unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "logboek.db"
    story.stored(SqliteStore(path, may_create=True))
    monkeypatch.setattr(Path, "open", _raising(errno.EACCES))
    with pytest.raises(LogbookUnreachable) as caught:
        _read(SqliteStore(path))
    assert caught.value.why == "Permission denied"


def test_a_file_that_cannot_be_looked_at_any_more_is_unreachable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logboek.db"
    story.stored(SqliteStore(path, may_create=True))
    monkeypatch.setattr(Path, "stat", _raising(errno.EIO))
    with pytest.raises(LogbookUnreachable):
        files.identity(path)


def _raising(number: int) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return refuse


def _put_another_in_its_place(path: Path) -> None:
    copy = path.with_name("kopie.db")
    shutil.copy(path, copy)
    copy.replace(path)


@pytest.mark.parametrize("disturb", [_put_another_in_its_place, Path.unlink])
@pytest.mark.parametrize("moment", ["before the first change", "after the last change"])
def test_nothing_is_stored_in_a_file_that_was_replaced_while_open(
    tmp_path: Path, disturb: Callable[[Path], None], moment: str
) -> None:
    def write_while_it_is_replaced() -> None:
        with store.writing(story.deed()) as tx:
            if moment == "before the first change":
                disturb(store.path)
            tx.add_incident(story.new_incident())
            if moment == "after the last change":
                disturb(store.path)

    store = SqliteStore(tmp_path / "logboek.db", may_create=True)
    told = story.stored(store)
    with pytest.raises(LogbookReplaced) as caught:
        write_while_it_is_replaced()
    assert caught.value.path == str(store.path)
    if store.path.exists():
        with store.reading() as reading:
            assert list(reading.each_incident()) == [told]


def test_a_file_that_vanishes_before_it_is_opened_is_said_to_be_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "look_at", lambda *_: files.Found.LOGBOOK)
    with pytest.raises(LogbookReplaced):
        _write(SqliteStore(tmp_path / "logboek.db"))


def test_looking_up_while_writing_does_not_drop_the_lock(tmp_path: Path) -> None:
    """POSIX drops all locks of a process on a file as soon as it closes any descriptor of that file."""
    store = SqliteStore(tmp_path / "logboek.db", may_create=True)
    story.stored(store)
    with store.writing(story.deed()) as tx:
        tx.change_setting("organisatie", "Ons Dorp")
        _read(store)
        assert _locks_on(store.path), "the write lock is gone"


def _locks_on(path: Path) -> list[str]:
    try:
        locks = Path("/proc/locks").read_text(encoding="ascii")
    except OSError:
        pytest.skip("this system does not tell who holds a lock")
    inode = f":{path.stat().st_ino} "
    return [line for line in locks.splitlines() if inode in line and str(os.getpid()) in line.split()]


def test_the_header_says_whose_the_file_is(sqlite_store: SqliteStore) -> None:
    header = sqlite_store.path.read_bytes()[:100]
    assert header[68:72] == b"AGLG"
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
    assert int.from_bytes(b"AGLG", "big") == APPLICATION_ID
