"""`Upgrading` on SQLite: what an older file lacks, in one transaction; whether that was done stands in its header."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from agressielog.application.errors import WriteFailed
from agressielog.storage import files
from agressielog.storage.connection import WRITE_PATIENCE, connect, make_durable
from agressielog.storage.faults import translate, translated
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from agressielog.application.ports.upgrading import Layouts


class SqliteUpgrading:
    """The logbook in the file *path*."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def pending(self) -> "Layouts | None":
        """Return from which layout to which; None for a file that is up to date, newer, not ours or not there."""
        found = files.layout_of(self._path, APPLICATION_ID)
        if found is None or found >= SCHEMA_VERSION:
            return None
        from agressielog.application.ports.upgrading import Layouts

        return Layouts(found, SCHEMA_VERSION)

    def apply(self) -> bool:
        """Take the steps that are lacking."""
        from agressielog.storage.schema import bring_up_to_date

        path = str(self._path)
        with (
            translated(path, WRITE_PATIENCE),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
        ):
            # All of it in memory until the commit, so that look-ups go on meanwhile.
            make_durable(connection, self._path, large=True)
            connection.execute("BEGIN IMMEDIATE")
            if _version(connection) >= SCHEMA_VERSION:
                # A colleague was first, while this one waited for its turn.
                return False
            bring_up_to_date(connection)
            try:
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                connection.close()
                self._look_again(error)
        return True

    def _look_again(self, error: sqlite3.Error) -> None:
        """Settle a commit that failed: a failed fsync leaves in doubt which layout the file has (reliability 9)."""
        with closing(connect(self._path, WRITE_PATIENCE)) as connection:
            if _version(connection) < SCHEMA_VERSION:
                path = str(self._path)
                raise translate(error, path, WRITE_PATIENCE) or WriteFailed(path, "") from error


def _version(connection: sqlite3.Connection) -> int:
    ((version,),) = connection.execute("PRAGMA user_version")
    return int(version)
