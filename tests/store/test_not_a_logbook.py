"""What lies at the path and is no logbook of ours: refused by name, and left as it is to the last byte."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import story

from agressielog.application.errors import (
    Foreign,
    LogbookDamaged,
    LogbookIsFolder,
    LogbookMissing,
    LogbookNewer,
    NotALogbook,
)
from agressielog.application.ports.logbook import Store
from agressielog.domain.errors import AgressielogError, Damaged, FileTrouble
from agressielog.storage import files
from agressielog.storage.identity import SCHEMA_VERSION
from agressielog.storage.store import SqliteStore


def _logbook(path: Path) -> None:
    story.stored(SqliteStore(path, may_create=True))


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


# No row says so: the file itself is broken.
NO_RECORD = {"record": None}

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
    pytest.param(_cut_in_the_header, LogbookDamaged, NO_RECORD, id="cut in the header"),
    pytest.param(_cut_after_the_header, LogbookDamaged, NO_RECORD, id="cut after the header"),
    pytest.param(_cut_in_half, LogbookDamaged, NO_RECORD, id="cut in half"),
    pytest.param(_cut_within_a_page, LogbookDamaged, NO_RECORD, id="cut within a page"),
    pytest.param(_first_page_overwritten, LogbookDamaged, NO_RECORD, id="overwritten"),
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
    told = {key: value for key, value in vars(caught.value).items() if key != "why"}
    assert told == {"path": str(path), **facts}
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
