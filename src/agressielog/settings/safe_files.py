"""Reads a file that a user names, and writes one so that it is there in full or not at all.

Written is aside, in the same folder and for its owner only; it gets its name once it is safely on the disk.
By hand: the libraries for atomic writing (atomicwrites is no longer kept, others replace what is there and
follow links) do not refuse a planted link and make files that others can read.
"""

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import BinaryIO

from agressielog.application.errors import FileTooLarge, TargetExists, TargetIsLink, TargetIsLogbook
from agressielog.domain.spooled_look import SPOOL

#: The largest file that is read, in bytes: some 100,000 rows of a register.
LARGEST_FILE = 50_000_000
#: What an unfinished file is called at its end; one that is left behind was interrupted by a power cut.
UNFINISHED = ".deel"

_OWNER_ONLY = 0o600
# A virus scanner or sync program on Windows holds a new file for a moment (reliability D15); in seconds.
_PATIENCE = (0.1, 0.2, 0.4, 0.8, 1.6)


def read_file(path: Path, *, limit: int = LARGEST_FILE) -> bytes:
    """Return what is in a file, a pipe too.

    Args:
        path: the file.
        limit: the most that is read, in bytes.

    Raises:
        FileTooLarge, OSError.
    """
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileTooLarge(str(path), limit)
    return data


@contextmanager
def written_aside(
    path: Path, *, overwrite: bool, never: Path, pause: Callable[[float], None] = sleep
) -> Iterator[BinaryIO]:
    """Give a file to write to, which becomes *path* when the block ends well, and is gone when it does not.

    Args:
        path: the file to make.
        overwrite: whether an ordinary file that is there may be replaced.
        never: a file that may not be replaced: the logbook.
        pause: waits so many seconds.

    Raises:
        TargetExists, TargetIsLink, TargetIsLogbook: *path* is not ours to write; nothing was.
        OSError: the system refuses; it names *path*, and what was there still is.
    """
    _refuse_target(path, never, overwrite=overwrite)
    aside = path.with_name(f".{secrets.token_hex(8)}{UNFINISHED}")
    try:
        flags = (
            os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        )
        descriptor = os.open(aside, flags, _OWNER_ONLY)
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _refuse_target(path, never, overwrite=overwrite)
            _rename(aside, path, pause)
            _sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                aside.unlink()
            raise
    except OSError as error:
        # The unfinished file has a name that says nothing to anybody.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _refuse_target(path: Path, never: Path, *, overwrite: bool) -> None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    for part in (never, *(never.with_name(never.name + ending) for ending in ("-journal", SPOOL))):
        if part.exists() and path.exists() and path.samefile(part):
            raise TargetIsLogbook(str(path))
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        raise TargetIsLink(str(path))
    if not overwrite:
        raise TargetExists(str(path))


def _rename(aside: Path, path: Path, pause: Callable[[float], None]) -> None:
    """Give the finished file its name, patiently; a link that was planted there meanwhile is replaced, not followed."""
    for seconds in _PATIENCE:
        try:
            aside.replace(path)
        except PermissionError:
            pause(seconds)
        else:
            return
    aside.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows has no such call and needs none."""
    if os.name == "nt":  # pragma: no cover - this suite was not run on Windows
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
