"""Makes cards that are missing or out of date: a few at a time, in short transactions of their own.

Between two of them is a pause as long as half a transaction, or a desk that waits for its turn would hardly ever
find the file free: SQLite tries again at intervals of up to a tenth of a second. No journal is written, because
nothing that anybody recorded changes; for the same reason it does not matter where this is broken off.
"""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from agressielog.application.errors import LogbookMissing
from agressielog.domain.card import EDITION, NOBODY
from agressielog.domain.value import value
from agressielog.storage import files
from agressielog.storage.card_box import CardRewriting, box_of, has_card
from agressielog.storage.connection import connect, make_durable
from agressielog.storage.faults import translated
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.reading import SqliteReading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from agressielog.application.ports.cards import CardMaker
    from agressielog.domain.phone import PhoneNumber

# In seconds: how long others wait for one batch, about, and how long they have afterwards.
_BATCH, _PAUSE = 0.05, 0.025
# How long this waits for its turn, in seconds: it can be done at any other time.
_PATIENCE = 1.0
# Numbers whose facts are read together.
_AT_ONCE = 20
_NUMBERS = "SELECT count(DISTINCT nummer) FROM beller_nummer"
_IS_LINKED = "SELECT 1 FROM beller_nummer WHERE nummer = ? LIMIT 1"


@value
class _Batch:
    """What one transaction did.

    Attributes:
        state: of the cards that it made.
        last: the number that it came to.
        made: for how many numbers.
        ended: whether there are no more.
    """

    state: int
    last: str
    made: int
    ended: bool


class CardRenewal:
    """`CardKeeping` on the file *path*."""

    def __init__(self, path: Path, maker: CardMaker) -> None:
        self._path = path
        self._maker = maker

    def outdated(self) -> int:
        """Return how many numbers have no card that is up to date."""
        with self._opened(_PATIENCE, storing=False) as connection:
            box = box_of(connection)
            if box is None or box.basis.edition < EDITION:
                return int(connection.execute(_NUMBERS).fetchone()[0])
            if box.is_newer or box.complete == box.state:
                return 0
            return sum(1 for _ in self._rewriting(connection).outdated(NOBODY, box.state))

    def renew(self, since: date, done: Callable[[int], bool]) -> None:
        """Make them, as long as *done* says so."""
        made, batch = 0, _Batch(state=0, last=NOBODY, made=0, ended=False)
        while not batch.ended:
            with self._written() as connection:
                batch = self._made(connection, batch, since, time.monotonic() + _BATCH)
            made += batch.made
            if not done(made):
                return
            time.sleep(_PAUSE)

    def renew_one(self, number: PhoneNumber, since: date) -> bool:
        """Make the card of one number, if it has none that is up to date."""
        with self._opened(_PATIENCE, storing=False) as connection:
            if not _lacks(connection, number):
                return False
        with self._written() as connection:
            if _lacks(connection, number):
                self._rewriting(connection).rewrite([number.key], since, basis_may_differ=True)
        return True

    def _made(self, connection: sqlite3.Connection, before: _Batch, since: date, until: float) -> _Batch:
        """Make cards until a moment of the clock that only goes forward."""
        rewriting = self._rewriting(connection)
        rewriting.rewrite([], since, basis_may_differ=True)
        box = box_of(connection)
        if box is None or box.is_newer:
            return _Batch(before.state, before.last, made=0, ended=True)
        # Where another desk put a policy in use meanwhile, it begins again.
        last, made = before.last if before.state == box.state else NOBODY, 0
        waiting = rewriting.outdated(last, box.state)
        while few := list(islice(waiting, _AT_ONCE)):
            rewriting.rewrite(few, since, basis_may_differ=False)
            last, made = few[-1], made + len(few)
            if time.monotonic() >= until:
                return _Batch(box.state, last, made, ended=False)
        rewriting.complete(box.state)
        return _Batch(box.state, last, made, ended=True)

    def _rewriting(self, connection: sqlite3.Connection) -> CardRewriting:
        return CardRewriting(connection, SqliteReading(connection), self._maker)

    @contextmanager
    def _opened(self, patience: float, *, storing: bool) -> Iterator[sqlite3.Connection]:
        if files.look_at(self._path, APPLICATION_ID, SCHEMA_VERSION) is not files.Found.LOGBOOK:
            raise LogbookMissing(str(self._path))
        with (
            translated(str(self._path), patience, storing=storing),
            closing(connect(self._path, patience)) as connection,
        ):
            yield connection

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        """Begin, and commit; closing the connection undoes what was broken off."""
        with self._opened(_PATIENCE, storing=True) as connection:
            make_durable(connection, self._path, large=False)
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")


def _lacks(connection: sqlite3.Connection, number: PhoneNumber) -> bool:
    box = box_of(connection)
    if box is None or box.basis.edition < EDITION:
        return True
    if box.is_newer:
        return False
    linked = connection.execute(_IS_LINKED, [number.key]).fetchone() is not None
    key = number.key if linked else NOBODY
    return not has_card(connection, key, box.state)
