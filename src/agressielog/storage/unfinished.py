"""Copies that are being made: hidden, for their owner only, and swept away where a killed program left one.

Such a copy may hold a person who was erased since, so none may stay behind. That somebody is still at work on
one is known by a lock of its own (flock), which goes with its process, whatever kills that.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from agressielog.domain.errors import FileTrouble
from agressielog.storage import files

if sys.platform != "win32":  # pragma: no branch - this suite was not run on Windows
    import fcntl

# Another ending than an unfinished export, which carries no lock.
_ENDING = ".kopie"
_NAME = re.compile(rf"(\.[0-9a-f]{{16}}\{_ENDING})(-journal)?", re.ASCII)


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give an empty file in the folder of *target*; it is gone afterwards unless it got another name.

    Raises:
        DiskFull, LogbookReadOnly, LogbookUnreachable, WriteFailed.
    """
    aside = target.with_name(f".{os.urandom(8).hex()}{_ENDING}")
    try:
        files.prepare(aside, about=target)
        with files.told_of(target):
            descriptor = os.open(aside, os.O_RDWR)
    except FileTrouble:
        # It may be there already.
        _remove(aside)
        raise
    try:
        # Where a file system has no locks nobody can take ours, so that nobody sweeps this file either.
        with suppress(OSError):
            _lock(descriptor)
        yield aside
    finally:
        _remove(aside)
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what killed programs left unfinished in *folder*; what somebody is at work on stays."""
    with suppress(OSError):
        for found in list(folder.iterdir()):
            if (name := _NAME.fullmatch(found.name)) is not None:
                _remove_left(found.with_name(name[1]))


def _remove_left(aside: Path) -> None:
    if not aside.exists():
        # It got its name, and only what SQLite had beside it is left.
        _remove(aside)
        return
    with suppress(OSError):
        descriptor = os.open(aside, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            _lock(descriptor)
            _remove(aside)
        finally:
            os.close(descriptor)


def _remove(aside: Path) -> None:
    for leftover in (aside.with_name(aside.name + "-journal"), aside):
        with suppress(OSError):
            leftover.unlink()


def _lock(descriptor: int) -> None:
    """Hold a file, or raise OSError where another process does; Windows lets nobody remove what is open."""
    if sys.platform != "win32":  # pragma: no branch - as above
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
