"""Turns SQLite's errors into ours, by its error code and never by its English text."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from agressielog.application.errors import (
    DiskFull,
    Foreign,
    LogbookBusy,
    LogbookDamaged,
    LogbookReadOnly,
    LogbookUnreachable,
    NotALogbook,
    WriteFailed,
)
from agressielog.domain.errors import AgressielogError

# The low byte of an extended result code is the primary one (sqlite.org/rescode.html).
_PRIMARY = 0xFF


def translate(error: sqlite3.Error, path: str, waited: float) -> AgressielogError | None:
    """Return our error for one of SQLite's, or None for a bug of ours that must show as one.

    Args:
        error: as raised by the driver.
        path: the logbook, for the message.
        waited: the busy timeout that was in force, in seconds.
    """
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & _PRIMARY
    name = str(getattr(error, "sqlite_errorname", ""))
    match primary:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LogbookBusy(path, waited)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_READONLY:
            return LogbookReadOnly(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return LogbookUnreachable(path, name)
        case sqlite3.SQLITE_NOTADB:
            return NotALogbook(path, Foreign.TEXT)
        case sqlite3.SQLITE_CORRUPT:
            return LogbookDamaged(path, name)
        case sqlite3.SQLITE_IOERR:
            return WriteFailed(path, name)
        case _:
            return None


@contextmanager
def translated(path: str, waited: float) -> Iterator[None]:
    """Let no sqlite3 error that a user can cause leave this block as one."""
    try:
        yield
    except sqlite3.Error as error:
        ours = translate(error, path, waited)
        if ours is None:
            raise
        raise ours from error
