"""A copy in the making leaves nothing behind: not when it ends well, not when its program was killed."""

import errno
import fcntl
import os
from pathlib import Path

import pytest

from agressielog.application.errors import DiskFull, LogbookReadOnly
from agressielog.storage.unfinished import sweep, unfinished


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def left(memory_folder: Path) -> Path:
    """What a killed program left: a copy, with what SQLite had beside it."""
    copy = memory_folder / ".0123456789abcdef.kopie"
    for name in (copy.name, f"{copy.name}-journal"):
        (memory_folder / name).write_bytes(b"Jansen")
    return copy


def test_it_is_for_the_owner_alone_and_gone_afterwards(memory_folder: Path) -> None:
    with unfinished(memory_folder / "kopie.db") as aside:
        assert aside.parent == memory_folder
        assert aside.stat().st_mode & 0o777 == 0o600
    assert _names(memory_folder) == []


def test_it_stays_under_the_name_it_got(memory_folder: Path) -> None:
    with unfinished(memory_folder / "kopie.db") as aside:
        aside.replace(memory_folder / "kopie.db")
    assert _names(memory_folder) == ["kopie.db"]


def test_it_goes_with_what_stopped_it(memory_folder: Path) -> None:
    def stop(aside: Path) -> None:
        aside.with_name(f"{aside.name}-journal").touch()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), unfinished(memory_folder / "kopie.db") as aside:
        stop(aside)
    assert _names(memory_folder) == []


def test_what_a_killed_program_left_is_swept_away(left: Path) -> None:
    sweep(left.parent)
    assert _names(left.parent) == []


def test_so_is_what_lay_beside_a_copy_that_got_its_name(left: Path) -> None:
    left.rename(left.with_name("kopie.db"))
    sweep(left.parent)
    assert _names(left.parent) == ["kopie.db"]


def test_what_somebody_is_at_work_on_stays(memory_folder: Path) -> None:
    with unfinished(memory_folder / "kopie.db") as aside:
        sweep(memory_folder)
        assert aside.exists()


def test_nothing_else_is_touched(memory_folder: Path) -> None:
    others = [".0123456789abcdef.deel", ".kopie", "0123456789abcdef.kopie", "agressielog-20261122T101500Z.db"]
    for name in others:
        (memory_folder / name).touch()
    sweep(memory_folder)
    assert _names(memory_folder) == sorted(others)


def test_where_there_is_no_folder_there_is_nothing_to_sweep(memory_folder: Path) -> None:
    sweep(memory_folder / "nergens")
    assert _names(memory_folder) == []


def test_a_file_system_without_locks_keeps_what_it_cannot_tell(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with unfinished(left.with_name("kopie.db")) as aside:
        sweep(left.parent)
        assert aside.exists()
    assert left.exists()


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EROFS, LogbookReadOnly)])
@pytest.mark.parametrize("call", [1, 2])
def test_a_refusal_is_about_the_copy_and_not_about_a_name_that_says_nothing(
    memory_folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[DiskFull], call: int
) -> None:
    """The first call makes the file, the last opens it to hold it."""
    real, calls = os.open, []

    def refuse(path: Path, *flags: int) -> int:
        if Path(path).suffix == ".kopie":
            calls.append(path)
            if len(calls) == call:
                raise OSError(number, "refused", path)
        return real(path, *flags)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(error) as caught, unfinished(memory_folder / "kopie.db"):
        pytest.fail("it was not made")
    assert caught.value.path == str(memory_folder / "kopie.db")
