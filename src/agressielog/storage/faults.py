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
    LogbookReplaced,
    LogbookUnreachable,
    NotALogbook,
    RecordDamaged,
    WriteFailed,
)
from agressielog.domain.errors import AgressielogError

# The low byte of an extended result code is the primary one (sqlite.org/rescode.html).
_PRIMARY = 0xFF


def translate(
    error: sqlite3.Error, path: str, waited: float, *, storing: bool = True
) -> AgressielogError | None:
    """Return our error for one of SQLite's, or None for a bug of ours that must show as one.

    Args:
        error: as raised by the driver.
        path: the logbook, for the message.
        waited: the busy timeout that was in force, in seconds.
        storing: whether something was to be stored; a look-up that fails is no failed write.
    """
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & _PRIMARY
    name = str(getattr(error, "sqlite_errorname", ""))
    match primary:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LogbookBusy(path, waited)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_READONLY if code == sqlite3.SQLITE_READONLY_DBMOVED:
            return LogbookReplaced(path)
        case sqlite3.SQLITE_READONLY if storing:
            return LogbookReadOnly(path)
        case sqlite3.SQLITE_NOTADB:
            return NotALogbook(path, Foreign.TEXT)
        # Our statements are fixed and each is tested, and every value is measured before it is stored. One
        # that does not fit the tables (SQLITE_ERROR), or what is in them, means that these are not as we made
        # them: a counter set back, a cell of another type, a text longer than any of ours.
        case (
            sqlite3.SQLITE_CORRUPT
            | sqlite3.SQLITE_ERROR
            | sqlite3.SQLITE_CONSTRAINT
            | sqlite3.SQLITE_MISMATCH
            | sqlite3.SQLITE_TOOBIG
        ):
            return LogbookDamaged(path, name)
        case sqlite3.SQLITE_IOERR if storing:
            return WriteFailed(path, name)
        case (
            sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_AUTH
            | sqlite3.SQLITE_IOERR
            # Reading writes too, when it has to undo what a killed program left behind.
            | sqlite3.SQLITE_READONLY
        ):
            return LogbookUnreachable(path, name)
        case None if isinstance(error, sqlite3.OperationalError):
            # The one error of this class that the driver makes up itself: a text that is not UTF-8.
            return LogbookDamaged(path, "not UTF-8")
        case _:
            return None


@contextmanager
def understood(record: str | None = None) -> Iterator[None]:
    """Take a row that cannot be read back for what it is, and not for a fault in our reading of it.

    Args:
        record: the table and the key of the row, where one row is read.
    """
    try:
        yield
    except RecordDamaged as error:
        if error.record is not None or record is None:
            raise
        raise RecordDamaged(record) from error
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise RecordDamaged(record) from error


@contextmanager
def translated(path: str, waited: float, *, storing: bool = True) -> Iterator[None]:
    """Let no sqlite3 error that a user can cause leave this block as one."""
    try:
        yield
    except RecordDamaged as error:
        raise LogbookDamaged(path, "unreadable", error.record) from error
    except UnicodeDecodeError as error:
        # The driver makes its errors up from SQLite's words, which hold the names of a broken schema.
        raise LogbookDamaged(path, "not UTF-8") from error
    except sqlite3.Error as error:
        ours = translate(error, path, waited, storing=storing)
        if ours is None:
            raise
        raise ours from error
