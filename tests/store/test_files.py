"""The file under the logbook: whose it may be, who may read it, and what is never taken for one."""

import errno
import hashlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
import story

from agressielog.application.errors import (
    DiskFull,
    Foreign,
    LogbookDamaged,
    LogbookIsFolder,
    LogbookMissing,
    LogbookNewer,
    LogbookReadOnly,
    LogbookReplaced,
    LogbookUnreachable,
    NotALogbook,
    WriteFailed,
)
from agressielog.application.ports import Store
from agressielog.domain.errors import AgressielogError, Damaged, FileTrouble
from agressielog.domain.incident import Incident
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


def test_a_first_write_that_fails_leaves_no_logbook(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "logboek.db", may_create=True)
    with pytest.raises(ValueError, match="halverwege"), store.writing(story.deed()):
        raise ValueError("halverwege")
    assert not store.exists()
    assert story.stored(store).id == 1
    assert store.exists()


def _logbook(path: Path) -> Incident:
    return story.stored(SqliteStore(path, may_create=True))


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("Beste Mia,\n" * 100)


def _short_text(path: Path) -> None:
    path.write_text("hoi")


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(4096))


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE moz_places (url TEXT); PRAGMA user_version = 77")


def _other_application(path: Path) -> None:
    _other_program(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006675")


def _newer(path: Path) -> None:
    _logbook(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def _cut_in_the_header(path: Path) -> None:
    _logbook(path)
    os.truncate(path, 50)


def _cut_in_half(path: Path) -> None:
    _logbook(path)
    os.truncate(path, path.stat().st_size // 2)


def _cut_after_the_header(path: Path) -> None:
    _logbook(path)
    os.truncate(path, 100)


def _cut_within_a_page(path: Path) -> None:
    _logbook(path)
    os.truncate(path, path.stat().st_size - 100)


def _first_page_overwritten(path: Path) -> None:
    _logbook(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)


def _link(path: Path) -> None:
    real = path.with_name("echt.db")
    _logbook(real)
    path.symlink_to(real)


def _dangling_link(path: Path) -> None:
    path.symlink_to(path.with_name("weg.db"))


def _second_name(path: Path) -> None:
    real = path.with_name("echt.db")
    _logbook(real)
    os.link(real, path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


_NOT_OURS = [
    pytest.param(_folder, LogbookIsFolder, {}, id="a folder"),
    pytest.param(_text, NotALogbook, {"what": Foreign.TEXT}, id="a text"),
    pytest.param(_short_text, NotALogbook, {"what": Foreign.TEXT}, id="a short text"),
    pytest.param(_zeros, NotALogbook, {"what": Foreign.TEXT}, id="nothing but zeros"),
    pytest.param(_other_program, NotALogbook, {"what": Foreign.OTHER_PROGRAM}, id="another program's"),
    pytest.param(
        _other_application, NotALogbook, {"what": Foreign.OTHER_PROGRAM}, id="another application's"
    ),
    pytest.param(_newer, LogbookNewer, {"file_version": 2, "program_version": 1}, id="a newer program's"),
    pytest.param(_cut_in_the_header, LogbookDamaged, {}, id="cut in the header"),
    pytest.param(_cut_after_the_header, LogbookDamaged, {}, id="cut after the header"),
    pytest.param(_cut_in_half, LogbookDamaged, {}, id="cut in half"),
    pytest.param(_cut_within_a_page, LogbookDamaged, {}, id="cut within a page"),
    pytest.param(_first_page_overwritten, LogbookDamaged, {}, id="overwritten"),
    pytest.param(_link, NotALogbook, {"what": Foreign.LINK}, id="a link"),
    pytest.param(_dangling_link, NotALogbook, {"what": Foreign.LINK}, id="a link to nothing"),
    pytest.param(_second_name, NotALogbook, {"what": Foreign.SHARED_NAME}, id="a second name"),
    pytest.param(_pipe, NotALogbook, {"what": Foreign.NOT_A_FILE}, id="a pipe"),
]


def _read(store: Store) -> None:
    with store.reading() as reading:
        reading.settings()


def _write(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        tx.change_setting("organisatie", "Ons Dorp")


def _bytes_in(folder: Path) -> dict[str, str]:
    return {
        str(file): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("use", [_read, _write])
@pytest.mark.parametrize(("make", "error", "facts"), _NOT_OURS)
def test_what_is_not_our_logbook_is_refused_and_left_as_it_is(
    tmp_path: Path,
    make: Callable[[Path], object],
    error: type[AgressielogError],
    facts: dict[str, object],
    use: Callable[[Store], None],
) -> None:
    path = tmp_path / "logboek.db"
    make(path)
    before = _bytes_in(tmp_path)
    with pytest.raises(error) as caught:
        use(SqliteStore(path, may_create=True))
    assert isinstance(caught.value, FileTrouble | Damaged)
    assert vars(caught.value) == {"path": str(path), **facts} | {
        key: value for key, value in vars(caught.value).items() if key == "why"
    }
    assert _bytes_in(tmp_path) == before


@pytest.mark.parametrize("use", [_read, _write])
@pytest.mark.parametrize("name", ["logboek.db", "map/logboek.db"])
def test_where_nothing_is_there_is_no_logbook(
    tmp_path: Path, name: str, use: Callable[[Store], None]
) -> None:
    with pytest.raises(LogbookMissing) as caught:
        use(SqliteStore(tmp_path / name))
    assert caught.value.path == str(tmp_path / name)
    assert not _bytes_in(tmp_path)


@pytest.mark.parametrize("use", [_read, _write])
def test_an_empty_file_is_no_logbook_and_stays_empty(tmp_path: Path, use: Callable[[Store], None]) -> None:
    path = tmp_path / "logboek.db"
    path.touch()
    with pytest.raises(LogbookMissing):
        use(SqliteStore(path))
    assert path.stat().st_size == 0


def test_the_journal_of_another_program_is_not_rolled_back_for_it(tmp_path: Path) -> None:
    living, path = tmp_path / "levend.db", tmp_path / "logboek.db"
    _other_program(living)
    with closing(sqlite3.connect(living)) as connection:
        connection.executescript("PRAGMA cache_size = 1; BEGIN")
        connection.executemany("INSERT INTO moz_places VALUES (?)", [["x" * 1000]] * 200)
        # What a kill at this moment would leave behind: a file half changed, and what undoes it.
        shutil.copy(living, path)
        shutil.copy(f"{living}-journal", f"{path}-journal")
        connection.rollback()
    before = _bytes_in(tmp_path)
    with pytest.raises(NotALogbook):
        _read(SqliteStore(path))
    assert _bytes_in(tmp_path) == before


def test_a_file_that_turns_out_to_be_somebody_elses_under_the_lock_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logboek.db"
    _other_program(path)
    monkeypatch.setattr(files, "look_at", lambda *_: files.Found.LOGBOOK)
    with pytest.raises(NotALogbook) as caught:
        _read(SqliteStore(path))
    assert caught.value.what is Foreign.OTHER_PROGRAM


def test_a_file_that_a_newer_program_took_over_under_the_lock_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logboek.db"
    _newer(path)
    monkeypatch.setattr(files, "look_at", lambda *_: files.Found.LOGBOOK)
    with pytest.raises(LogbookNewer):
        _write(SqliteStore(path))


def test_an_older_program_cannot_go_on_once_a_newer_one_has_been(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    old_program = SqliteStore(path, may_create=True)
    story.stored(old_program)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    for use in (_read, _write):
        with pytest.raises(LogbookNewer) as caught:
            use(old_program)
        assert (caught.value.file_version, caught.value.program_version) == (
            SCHEMA_VERSION + 1,
            SCHEMA_VERSION,
        )


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
    _logbook(path)
    monkeypatch.setattr(Path, "open", _raising(errno.EACCES))
    with pytest.raises(LogbookUnreachable) as caught:
        _read(SqliteStore(path))
    assert caught.value.why == "Permission denied"


def test_a_file_that_cannot_be_looked_at_any_more_is_unreachable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logboek.db"
    _logbook(path)
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
