"""The file under the logbook: made for its owner only, looked at before SQLite touches it.

The first hundred bytes are read here, because SQLite would roll back the journal of a file that is
not ours before it told us so.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from agressielog.application.errors import (
    DiskFull,
    Foreign,
    LogbookDamaged,
    LogbookIsFolder,
    LogbookNewer,
    LogbookReadOnly,
    LogbookReplaced,
    LogbookUnreachable,
    NotALogbook,
    WriteFailed,
)
from agressielog.domain.errors import FileTrouble
from agressielog.domain.value import value

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
# Offsets in the header (sqlite.org/fileformat.html, 1.3).
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_OWNER_FILE, _OWNER_FOLDER, _GROUP_FILE = 0o600, 0o700, 0o660


class Found(Enum):
    """What lies at the path of a logbook."""

    NOTHING = "nothing"
    EMPTY = "empty"  # made, but its first transaction never ended
    LOGBOOK = "logbook"


def layout_of(path: Path, application_id: int) -> int | None:
    """Return which layout a logbook has, without SQLite; None where there is no ordinary logbook to be seen."""
    if not path.is_file():
        # Opening a pipe would wait for somebody to write.
        return None
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return None
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        return None
    if int.from_bytes(header[_APPLICATION_ID], "big") != application_id:
        return None
    return int.from_bytes(header[_USER_VERSION], "big")


@value
class Identity:
    """Which file a path meant when it was opened; a sync program may put another in its place."""

    device: int
    inode: int


def look_at(path: Path, application_id: int, newest: int) -> Found:
    """Say what lies at *path*, without changing a byte of it.

    Raises:
        LogbookIsFolder, NotALogbook, LogbookNewer, LogbookDamaged, LogbookUnreachable.
    """
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return Found.NOTHING
    except OSError as error:
        raise LogbookUnreachable(str(path), error.strerror or "") from error
    _refuse_odd_files(path, status)
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise LogbookUnreachable(str(path), error.strerror or "") from error
    if not header or _was_cut_off_while_made(path, header):
        return Found.EMPTY
    if not header.startswith(_MAGIC):
        raise NotALogbook(str(path), Foreign.TEXT)
    if len(header) < _HEADER:
        raise LogbookDamaged(str(path), "truncated")
    if int.from_bytes(header[_APPLICATION_ID], "big") != application_id:
        raise NotALogbook(str(path), Foreign.OTHER_PROGRAM)
    version = int.from_bytes(header[_USER_VERSION], "big")
    if version > newest:
        raise LogbookNewer(str(path), version, newest)
    return Found.LOGBOOK


def _refuse_odd_files(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise LogbookIsFolder(str(path))
    if stat.S_ISLNK(status.st_mode):
        raise NotALogbook(str(path), Foreign.LINK)
    if not stat.S_ISREG(status.st_mode):
        raise NotALogbook(str(path), Foreign.NOT_A_FILE)
    if status.st_nlink > 1:
        raise NotALogbook(str(path), Foreign.SHARED_NAME)


def _was_cut_off_while_made(path: Path, header: bytes) -> bool:
    """Tell a first transaction that was killed: nothing but zeros yet, and a journal to undo it."""
    return not header.strip(b"\0") and path.with_name(path.name + "-journal").exists()


def identity(path: Path) -> Identity:
    """Return which file *path* is now, without opening it (that would drop SQLite's locks).

    Raises:
        LogbookReplaced: there is none, where a moment ago there was.
        LogbookUnreachable.
    """
    status = _status(path)
    return Identity(status.st_dev, status.st_ino)


def size(path: Path) -> int:
    """Return how large the file is, in bytes, without opening it; raises as `identity` does."""
    return _status(path).st_size


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except FileNotFoundError as error:
        raise LogbookReplaced(str(path)) from error
    except OSError as error:
        raise LogbookUnreachable(str(path), error.strerror or "") from error


def prepare(path: Path, about: Path | None = None) -> None:
    """Make an empty file for a new logbook, for its owner only, or for the group of a group folder.

    A folder that the administrator gave to a group (setgid and group-writable) keeps its file for that
    group, so that several logins on one server share it (design 5). What lies there is empty, or a logbook
    that somebody else has begun meanwhile; of our own file we take away what others may do with it.

    Args:
        path: of the file.
        about: of the file that a refusal is about, where this one has a name that says nothing to anybody.

    Raises:
        DiskFull, LogbookReadOnly, LogbookUnreachable, WriteFailed.
    """
    try:
        _make_folders(path.parent)
        mode = _GROUP_FILE if belongs_to_group(path.parent) else _OWNER_FILE
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
        try:
            descriptor = os.open(path, flags, mode)
        except FileExistsError:
            _keep_private(path, mode)
            return
        try:
            # The umask may have taken the group's rights away.
            os.fchmod(descriptor, mode)
        finally:
            os.close(descriptor)
        sync_folder(path.parent)
    except OSError as error:
        raise _refused(about or path, error) from error


def _keep_private(path: Path, mode: int) -> None:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        if os.fstat(descriptor).st_uid == os.geteuid():
            os.fchmod(descriptor, mode)
    finally:
        os.close(descriptor)


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Let no error of the system leave this block as one; ours is about *path*, whatever file it came from.

    Raises:
        DiskFull, LogbookReadOnly, LogbookUnreachable, WriteFailed.
    """
    try:
        yield
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> FileTrouble:
    """Return why there can be no new file at *path*, by the system's number and never by its English text."""
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return LogbookReadOnly(str(path))
        case errno.ENOSPC | errno.EDQUOT:
            return DiskFull(str(path))
        case errno.EIO:
            return WriteFailed(str(path), "EIO")
        case _:
            return LogbookUnreachable(str(path), error.strerror or "")


def _make_folders(folder: Path) -> None:
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(mode=_OWNER_FOLDER, exist_ok=True)
        sync_folder(part.parent)


def belongs_to_group(folder: Path) -> bool:
    """Tell whether the administrator gave *folder* to a group: setgid and group-writable."""
    mode = folder.stat().st_mode
    return bool(mode & stat.S_ISGID) and bool(mode & stat.S_IWGRP)


def sync(file: Path) -> None:
    """Make what is in a file survive a power cut."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a new name in *folder* survive a power cut; Windows has no such call and needs none."""
    if os.name == "nt":  # pragma: no cover - this suite was not run on Windows
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
