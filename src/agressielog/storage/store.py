"""`Store` on one SQLite file: opens it, checks whose it is, and brackets every view and every write."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from sqlite3 import Connection
from typing import TYPE_CHECKING

from agressielog.application.errors import (
    Foreign,
    LogbookDamaged,
    LogbookMissing,
    LogbookNewer,
    LogbookReplaced,
    NotALogbook,
    OutcomeUncertain,
    WriteFailed,
)
from agressielog.domain.errors import AgressielogError
from agressielog.storage import files
from agressielog.storage.connection import READ_PATIENCE, WRITE_PATIENCE, connect, make_durable
from agressielog.storage.faults import translate, translated, understood
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.layout import answers_look_ups_of
from agressielog.storage.reading import SqliteReading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from agressielog.application.ports.cards import CardMaker
    from agressielog.application.ports.logbook import Reading, Writing
    from agressielog.application.ports.records import Deed, Stored
    from agressielog.domain.look import Look
    from agressielog.domain.phone import PhoneNumber
    from agressielog.storage.card_renewal import CardRenewal


class SqliteStore:
    """The logbook in the file *path*.

    Args:
        path: the file.
        may_create: whether a write may start a new logbook; every other use of a missing file raises
            `LogbookMissing`, so that it is never read as "unknown caller".
        note: told None as a write begins, and after its commit what it stored (None for nothing): whoever
            fails later must not say that it can be done again.
        write_patience: how long a write waits for its turn, in seconds.
        card_maker: makes the prepared answers of what a write changed; without one they go away.
        only_looks_up: whether a newer file is read as well, as far as it says that look-ups may.
    """

    def __init__(
        self,
        path: Path,
        *,
        may_create: bool = False,
        note: Callable[[Stored | None], None] = lambda _stored: None,
        write_patience: float = WRITE_PATIENCE,
        card_maker: CardMaker | None = None,
        only_looks_up: bool = False,
    ) -> None:
        self.path = path
        self._note = note
        self._write_patience = write_patience
        self._card_maker = card_maker
        self._may_create = may_create
        self._only_looks_up = only_looks_up
        self._open: set[Connection] = set()

    def exists(self) -> bool:
        """Whether there is a logbook at the path; raises for a file that is something else."""
        if self._open:
            # A look opens and closes the file, and that would drop the locks of our own connection.
            return True
        return files.look_at(self.path, APPLICATION_ID, SCHEMA_VERSION) is files.Found.LOGBOOK

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Open a consistent view."""
        try:
            if not self.exists():
                raise LogbookMissing(str(self.path))
        except LogbookNewer:
            if not self._only_looks_up:
                raise
        path = str(self.path)
        with translated(path, READ_PATIENCE, storing=False), self._connected(READ_PATIENCE) as connection:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("BEGIN")
            if self._version(connection) == 0:
                # Somebody was killed while making it; SQLite has just undone that.
                raise LogbookMissing(path)
            yield SqliteReading(connection)

    @contextmanager
    def writing(self, deed: Deed, *, large: bool = False) -> Iterator[Writing]:
        """Open the one transaction of a write."""
        from agressielog.storage import spool
        from agressielog.storage.looks import take_in
        from agressielog.storage.writing import SqliteWriting

        self._note(None)
        if not self.exists():
            if not self._may_create:
                raise LogbookMissing(str(self.path))
            files.prepare(self.path)
        opened = files.identity(self.path)
        path = str(self.path)
        with translated(path, self._write_patience), self._connected(self._write_patience) as connection:
            try:
                with translated(path, self._write_patience):
                    version = self._begin(connection, large=large)
                    # Before anything is written: the journal of a file that was replaced while this one
                    # waited for its turn would lie beside the new file, and spoil it.
                    self._refuse_replaced(opened)
                    if version != SCHEMA_VERSION:
                        from agressielog.storage.schema import bring_up_to_date

                        bring_up_to_date(connection)
                    # Not in a long one: what waits would be out of sight until it ends.
                    taken = None if large else take_in(connection, self.path)
                    writing = SqliteWriting(connection, deed, self._card_maker)
                    yield writing
                    writing.finish()
                self._refuse_replaced(opened)
            except BaseException:
                _undo(connection)
                raise
            try:
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                _undo(connection)
                connection.close()
                self._look_again(deed, error)
            self._note(writing.stored)
            if taken is not None:
                spool.empty(taken)

    def note_looks(self, looks: Sequence[Look], strangers: Sequence[date] = ()) -> None:
        """Keep looks, and count look-ups of strangers."""
        from agressielog.storage.looks import note_looks

        note_looks(self.path, looks, strangers)

    def outdated_cards(self) -> int:
        """Return how many numbers have no card that is up to date."""
        renewal = self._renewal()
        return renewal.outdated() if renewal is not None else 0

    def renew_cards(self, since: date, done: Callable[[int], bool]) -> None:
        """Make the cards that are missing or out of date."""
        renewal = self._renewal()
        if renewal is not None:
            renewal.renew(since, done)

    def renew_card(self, number: PhoneNumber, since: date) -> bool:
        """Make the card of one number if it has none that is up to date."""
        renewal = self._renewal()
        return renewal is not None and renewal.renew_one(number, since)

    def _renewal(self) -> CardRenewal | None:
        from agressielog.storage.card_renewal import CardRenewal

        return CardRenewal(self.path, self._card_maker) if self._card_maker is not None else None

    def settle_looks(self) -> None:
        """Take in what waits beside the logbook."""
        from agressielog.storage.looks import settle

        settle(self.path)

    @contextmanager
    def _connected(self, patience: float) -> Iterator[Connection]:
        """Open the file, and know that it is open for as long as the context lasts."""
        with closing(connect(self.path, patience)) as connection:
            self._open.add(connection)
            try:
                yield connection
            finally:
                self._open.discard(connection)

    @understood()
    def _version(self, connection: Connection) -> int:
        """Return the schema version of the file, checked again inside the transaction.

        Another program may have changed the file between our look at it and our lock on it.
        """
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if tables:
                raise NotALogbook(str(self.path), Foreign.OTHER_PROGRAM)
            return 0
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION and not (
            self._only_looks_up and answers_look_ups_of(connection, SCHEMA_VERSION, version)
        ):
            raise LogbookNewer(str(self.path), version, SCHEMA_VERSION)
        self._refuse_cut_off(connection)
        return int(version)

    def _refuse_cut_off(self, connection: Connection) -> None:
        """Refuse a file whose last page is not whole: SQLite misses only whole pages and reads zeros there."""
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        if files.size(self.path) % page:
            raise LogbookDamaged(str(self.path), "truncated")

    @understood()
    def _begin(self, connection: Connection, *, large: bool) -> int:
        """Begin a write and return the schema version: 0 is a logbook that is still to be made, and may be."""
        make_durable(connection, self.path, large=large)
        connection.execute("BEGIN IMMEDIATE")
        version = self._version(connection)
        if version == 0 and not self._may_create:
            # Somebody was killed while making it, as in `reading`.
            raise LogbookMissing(str(self.path))
        return version

    def _refuse_replaced(self, opened: files.Identity) -> None:
        """Stop before a commit into a file that a sync program has put another in place of."""
        if files.identity(self.path) != opened:
            raise LogbookReplaced(str(self.path))

    def _look_again(self, deed: Deed, error: sqlite3.Error) -> None:
        """Settle a commit that failed: a failed fsync leaves the rows in doubt (reliability 9).

        Returns when the rows are there after all.

        Raises:
            WriteFailed, or a more precise error: nothing was stored.
            OutcomeUncertain: the file cannot be read now.
        """
        path = str(self.path)
        try:
            with closing(connect(self.path, READ_PATIENCE)) as connection:
                stored = self._version(connection) > 0 and _holds(connection, deed)
        except (sqlite3.Error, AgressielogError) as second:
            raise OutcomeUncertain(path, str(getattr(second, "sqlite_errorname", ""))) from second
        if not stored:
            raise translate(error, path, self._write_patience) or WriteFailed(path, "") from error


def _holds(connection: Connection, deed: Deed) -> bool:
    """Tell whether the journal has this write."""
    found = connection.execute("SELECT 1 FROM logboek WHERE handeling = ? LIMIT 1", [deed.ulid])
    return found.fetchone() is not None


def _undo(connection: Connection) -> None:
    """Roll back what is left of a transaction; the first error is the one to tell."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        # Closing the connection ends the transaction too, and the journal undoes it at the next open.
        return
