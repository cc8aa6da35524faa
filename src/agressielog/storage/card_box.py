"""The box that the cards are in: their present state, and what they are made with; and rewriting them.

Plain sqlite3, on a transaction that somebody else opened. A card of another `stand` than the box's is out of date:
that is how every card is at once, without touching one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.ports.cards import Card, CardBasis, CardMaker, Cards
from agressielog.domain.card import EDITION, NOBODY
from agressielog.domain.local_time import start_of_day
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.value import value
from agressielog.storage.cells import optional_text, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.record_reading import chunks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from agressielog.application.ports.logbook import Reading
    from agressielog.storage.rows import Cell

_CARD = (
    "INSERT INTO kaart (nummer, vanaf, stand, status, tekst, gevouwen, bellers) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_BOX = "SELECT stand, klaar, uitgave, grond, land, melding FROM kaartenbak WHERE id = 1"
_HAS_CARD = "SELECT 1 FROM kaart WHERE nummer = ?1 AND stand IN (?2, -?2) LIMIT 1"
# Nobody's card holds for every day.
_ALWAYS = 0
# No state of a box.
_INCOMPLETE = 0
# By the index on numbers; whether one has a card of this state is told by the key of `kaart`.
_OUTDATED = """SELECT DISTINCT nummer FROM beller_nummer WHERE nummer > ?1 AND NOT EXISTS (
        SELECT 1 FROM kaart WHERE kaart.nummer = beller_nummer.nummer AND kaart.stand IN (?2, -?2)
    ) ORDER BY nummer"""


@value
class Box:
    """The one row of `kaartenbak`.

    Attributes:
        state: the present one of the cards.
        complete: the state in which every number had its card; another one than `state` means that some lack it.
        basis: what they are made with.
    """

    state: int
    complete: int
    basis: CardBasis

    @property
    def is_newer(self) -> bool:
        """Whether a newer program makes the cards; this one only takes away what it made untrue."""
        return self.basis.edition > EDITION


def box_of(connection: sqlite3.Connection) -> Box | None:
    """Return the box; None in a file without cards."""
    with understood("kaartenbak"):
        cursor = connection.execute(_BOX)
        found = cursor.fetchone()
        if found is None:
            return None
        row = dict(zip((description[0] for description in cursor.description), found, strict=True))
        return Box(
            whole(row, "stand"),
            whole(row, "klaar"),
            CardBasis(
                whole(row, "uitgave"), text(row, "grond"), text(row, "land"), optional_text(row, "melding")
            ),
        )


def has_card(connection: sqlite3.Connection, number: str, state: int) -> bool:
    """Tell whether a number has a card of a state."""
    return connection.execute(_HAS_CARD, [number, state]).fetchone() is not None


def no_card(number: str, state: int) -> tuple[Cell, ...]:
    """Return the cells that stand for a number that is told the long way: it lacks no card, and none is told."""
    return (number, _ALWAYS, -state, "", "", None, "")


def row_of(number: str, state: int, card: Card) -> tuple[Cell, ...]:
    """Return the cells of a card, in the order of its columns."""
    return (
        number,
        int(start_of_day(card.since).timestamp()) if number != NOBODY else _ALWAYS,
        state,
        card.status,
        card.text,
        card.folded,
        " ".join(map(str, card.callers)),
    )


class CardRewriting:
    """Keeps the cards up to date within a transaction.

    Args:
        connection: in a `BEGIN IMMEDIATE`.
        reading: the same transaction, as a view.
        maker: makes the cards; None where nobody can: then those that are untrue now go away.
    """

    def __init__(self, connection: sqlite3.Connection, reading: Reading, maker: CardMaker | None) -> None:
        self._connection = connection
        self._reading = reading
        self._maker = maker
        self._made: Cards | None = None

    def rewrite(self, numbers: Iterable[str], since: date, *, basis_may_differ: bool) -> None:
        """Make the cards of numbers anew.

        Args:
            numbers: keys of numbers of which something changed.
            since: the local day of the write.
            basis_may_differ: whether the policy or a setting was written.
        """
        box = box_of(self._connection)
        self._take_away(numbers)
        if self._maker is None or (box is not None and box.is_newer):
            if box is not None:
                # Whoever can make them finds that some lack it; or that all do, which hold no longer.
                self._keep(Box(box.state + basis_may_differ, _INCOMPLETE, box.basis))
            return
        # The first write of a transaction that comes here is its last one: its policy and settings stay.
        cards = self._made = self._made or self._maker(self._reading)
        state = self._brought_up_to_date(box, cards, since, look=basis_may_differ)
        for chunk in chunks([PhoneNumber(number) for number in sorted(numbers)]):
            for number, made in cards.of_each(chunk, since).items():
                self._write(number.key, state, made)
        if box is None and next(self.outdated(NOBODY, state), None) is None:
            self.complete(state)

    def outdated(self, after: str, state: int) -> Iterator[str]:
        """Yield the numbers after *after*, in order, that have no card of a state."""
        return (str(number) for (number,) in self._connection.execute(_OUTDATED, [after, state]))

    def complete(self, state: int) -> None:
        """Keep that every number has its card of a state."""
        self._connection.execute("UPDATE kaartenbak SET klaar = stand WHERE stand = ?", [state])

    def _brought_up_to_date(self, box: Box | None, cards: Cards, since: date, *, look: bool) -> int:
        """Return the state of the cards that are made now: a new one where all that there are became untrue."""
        if box is not None and not look and box.basis.edition == EDITION:
            return box.state
        basis = cards.basis
        state = box.state if box is not None else 0
        if box is None or (box.basis.edition, box.basis.ground) != (basis.edition, basis.ground):
            state += 1
        if box is None or box.basis != basis:
            self._keep(Box(state, box.complete if box is not None else _INCOMPLETE, basis))
        if not has_card(self._connection, NOBODY, state):
            self._take_away([NOBODY])
            self._write(NOBODY, state, [cards.nobody(since)])
        return state

    def _keep(self, box: Box) -> None:
        basis = box.basis
        self._connection.execute(
            "INSERT OR REPLACE INTO kaartenbak (id, stand, klaar, uitgave, grond, land, melding)"
            " VALUES (1, ?, ?, ?, ?, ?, ?)",
            [box.state, box.complete, basis.edition, basis.ground, basis.country, basis.notice],
        )

    def _take_away(self, numbers: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM kaart WHERE nummer = ?", ([number] for number in numbers))

    def _write(self, number: str, state: int, cards: Sequence[Card] | None) -> None:
        rows = (
            [row_of(number, state, card) for card in cards] if cards is not None else [no_card(number, state)]
        )
        self._connection.executemany(_CARD, rows)
