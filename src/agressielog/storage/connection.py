"""Opens connections with the one durability profile that every use of the file has (design 5)."""

import sqlite3
import time
from pathlib import Path

from agressielog.application.errors import LogbookHeldOpen

#: How long a look-up waits for a commit of somebody else, in seconds: the phone is ringing.
READ_PATIENCE = 3.0
#: How long a write waits for its turn: fifty desks at once take a second, an import of a hundred thousand
#: rows most of a minute.
WRITE_PATIENCE = 90.0
#: The longest value SQLite may hold for us, in bytes: a text is at most 20,000 characters.
_LONGEST_VALUE = 10_000_000
# For two seconds in all.
_TRIES, _PAUSE = 40, 0.05
_FIRST_WITH_TRUSTED_SCHEMA_OFF = (3, 44)


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open an existing file; a read-only file or folder is opened as such by SQLite itself.

    Reading opens for writing as well: after a crash the journal has to be rolled back first, and a
    connection that asked for mode=ro may not do that.

    Args:
        path: the file; it is not created here.
        patience: busy timeout in seconds.

    Raises:
        sqlite3.Error: the caller translates.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience)
    try:
        # Transactions are begun by hand: the driver's own BEGIN is deferred.
        connection.isolation_level = None
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for pragma in (
            "foreign_keys=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
            "cell_size_check=ON",
            "mmap_size=0",
            "fullfsync=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if sqlite3.sqlite_version_info >= _FIRST_WITH_TRUSTED_SCHEMA_OFF:
            connection.execute("PRAGMA trusted_schema=OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def make_durable(connection: sqlite3.Connection, path: Path, *, large: bool) -> None:
    """Choose TRUNCATE + EXTRA: no acknowledged row lost in thousands of power-cut states (design 5).

    Args:
        connection: not in a transaction.
        path: of the file, for the error.
        large: keep every changed page in memory until the commit, so that readers go on meanwhile.

    Raises:
        LogbookHeldOpen: another program put the file in another mode, and has it open.
        sqlite3.Error: the caller translates.
    """
    _leave_wal(connection, path)
    connection.execute("PRAGMA synchronous=EXTRA")
    if large:
        connection.execute("PRAGMA cache_spill=OFF")


def _leave_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file back to a rollback journal, whatever mode another program left it in.

    SQLite does so only when nobody else has the file open, and says that it is busy at once, whatever the
    busy timeout. A look-up has it open for some milliseconds, so a few tries come first.
    """
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        return
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode=TRUNCATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PAUSE)
        else:
            return
    raise LogbookHeldOpen(str(path))
