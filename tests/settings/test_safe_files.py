"""A file is written in full, for its owner only, where nobody laid a trap, or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from agressielog.application.errors import FileTooLarge, TargetExists, TargetIsLink, TargetIsLogbook
from agressielog.settings.safe_files import UNFINISHED, read_file, written_aside


@pytest.fixture
def logbook(tmp_path: Path) -> Path:
    """The logbook that may not be overwritten."""
    path = tmp_path / "logboek.db"
    path.write_bytes(b"logboek")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where to write."""
    folder = tmp_path / "uit"
    folder.mkdir()
    return folder / "incidenten.csv"


def nothing() -> None:
    """Happens meanwhile, most of the time."""


def write(
    target: Path,
    logbook: Path,
    data: bytes = b"nieuw",
    *,
    overwrite: bool = False,
    meanwhile: Callable[[], object] = nothing,
) -> None:
    """Write a file; *meanwhile* happens while it has no name yet."""
    with written_aside(target, overwrite=overwrite, never=logbook, pause=lambda _seconds: None) as file:
        file.write(data)
        meanwhile()


def interrupted() -> None:
    """The user gives up."""
    raise KeyboardInterrupt


# Reading ---------------------------------------------------------------------------------------------


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(b"12345")
    assert read_file(path, limit=5) == b"12345"
    with pytest.raises(FileTooLarge) as refused:
        read_file(path, limit=4)
    assert (refused.value.path, refused.value.limit) == (str(path), 4)


def test_a_pipe_is_read_too() -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, b"Datum;Soort")
    os.close(write_end)
    assert read_file(Path(f"/dev/fd/{read_end}")) == b"Datum;Soort"
    os.close(read_end)


@pytest.mark.parametrize(("name", "error"), [("weg.csv", FileNotFoundError), ("", IsADirectoryError)])
def test_what_cannot_be_read_says_so_itself(tmp_path: Path, name: str, error: type[OSError]) -> None:
    with pytest.raises(error):
        read_file(tmp_path / name)


# Writing ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_file_is_its_owners_only(target: Path, logbook: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write(target, logbook)
    finally:
        os.umask(before)
    assert target.read_bytes() == b"nieuw"
    assert target.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_while_it_is_being_written_nothing_has_its_name(target: Path, logbook: Path) -> None:
    with written_aside(target, overwrite=False, never=logbook) as file:
        file.write(b"half")
        (aside,) = target.parent.iterdir()
        assert aside.name.endswith(UNFINISHED)
        assert aside.stat().st_mode & 0o777 == 0o600
        assert target.name not in aside.name


def test_what_fails_halfway_leaves_nothing(target: Path, logbook: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(target, logbook, meanwhile=interrupted)
    assert list(target.parent.iterdir()) == []


def test_what_fails_halfway_keeps_what_was_there(target: Path, logbook: Path) -> None:
    target.write_bytes(b"oud")
    with pytest.raises(KeyboardInterrupt):
        write(target, logbook, overwrite=True, meanwhile=interrupted)
    assert target.read_bytes() == b"oud"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_file_that_is_there_is_replaced_only_when_asked(target: Path, logbook: Path) -> None:
    target.write_bytes(b"oud")
    with pytest.raises(TargetExists):
        write(target, logbook)
    assert target.read_bytes() == b"oud"
    write(target, logbook, overwrite=True)
    assert target.read_bytes() == b"nieuw"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_file_that_appears_meanwhile_is_kept(target: Path, logbook: Path) -> None:
    with pytest.raises(TargetExists):
        write(target, logbook, meanwhile=lambda: target.write_bytes(b"van een ander"))
    assert target.read_bytes() == b"van een ander"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_link_is_never_written_through(target: Path, logbook: Path, tmp_path: Path) -> None:
    victim = tmp_path / "slachtoffer"
    victim.write_bytes(b"van een ander")
    target.symlink_to(victim)
    with pytest.raises(TargetIsLink):
        write(target, logbook, overwrite=True)
    assert victim.read_bytes() == b"van een ander"
    assert target.is_symlink()


def test_a_link_to_nothing_is_refused_too(target: Path, logbook: Path, tmp_path: Path) -> None:
    target.symlink_to(tmp_path / "weg")
    with pytest.raises(TargetIsLink):
        write(target, logbook, overwrite=True)
    assert not (tmp_path / "weg").exists()


def test_a_link_that_is_planted_meanwhile_is_not_followed(
    target: Path, logbook: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "slachtoffer"
    victim.write_bytes(b"van een ander")
    with pytest.raises(TargetIsLink):
        write(target, logbook, overwrite=True, meanwhile=lambda: target.symlink_to(victim))
    assert victim.read_bytes() == b"van een ander"


def test_a_file_with_two_names_is_refused(target: Path, logbook: Path, tmp_path: Path) -> None:
    victim = tmp_path / "slachtoffer"
    victim.write_bytes(b"van een ander")
    target.hardlink_to(victim)
    with pytest.raises(TargetIsLink):
        write(target, logbook, overwrite=True)
    assert victim.read_bytes() == b"van een ander"


def test_a_pipe_or_a_device_is_refused(target: Path, logbook: Path) -> None:
    os.mkfifo(target)
    with pytest.raises(TargetIsLink):
        write(target, logbook, overwrite=True)


def test_a_folder_is_refused(target: Path, logbook: Path) -> None:
    with pytest.raises(IsADirectoryError) as refused:
        write(target.parent, logbook, overwrite=True)
    assert refused.value.filename == str(target.parent)


@pytest.mark.parametrize("name", ["logboek.db", "logboek.db-journal"])
def test_the_logbook_is_never_overwritten(logbook: Path, name: str) -> None:
    path = logbook.with_name(name)
    path.write_bytes(b"logboek")
    with pytest.raises(TargetIsLogbook):
        write(path, logbook, overwrite=True)
    assert path.read_bytes() == b"logboek"


def test_a_link_to_the_logbook_is_called_by_its_name(target: Path, logbook: Path) -> None:
    target.symlink_to(logbook)
    with pytest.raises(TargetIsLogbook):
        write(target, logbook, overwrite=True)


def test_a_folder_that_is_not_there_is_named_by_the_file_that_was_asked(
    tmp_path: Path, logbook: Path
) -> None:
    target = tmp_path / "weg" / "incidenten.csv"
    with pytest.raises(FileNotFoundError) as refused:
        write(target, logbook)
    assert refused.value.filename == str(target)


def test_a_full_disk_leaves_nothing_and_keeps_the_old(
    target: Path, logbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    target.write_bytes(b"oud")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as refused:
        write(target, logbook, overwrite=True)
    assert (refused.value.errno, refused.value.filename) == (errno.ENOSPC, str(target))
    assert target.read_bytes() == b"oud"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_file_that_a_scanner_holds_is_waited_for(
    target: Path, logbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    pauses: list[float] = []

    def held(self: Path, to: Path) -> Path:
        if len(pauses) < 3:
            raise PermissionError(errno.EACCES, "used by another process")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", held)
    with written_aside(target, overwrite=False, never=logbook, pause=pauses.append) as file:
        file.write(b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert pauses == [0.1, 0.2, 0.4]


def test_a_file_that_stays_held_is_given_up(
    target: Path, logbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_self: Path, _to: Path) -> Path:
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        write(target, logbook)
    assert list(target.parent.iterdir()) == []
