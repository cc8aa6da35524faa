"""What a logbook asks of whoever makes its cards.

A card is the answer to a look-up of one number, prepared when something changed (`domain.card`). It is derived from
the records: it is in no journal, and a missing one only takes the long way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from agressielog.domain.value import value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from agressielog.application.ports.logbook import Reading
    from agressielog.domain.identity import CallerId
    from agressielog.domain.phone import PhoneNumber


@value
class Card:
    """The answer to a look-up of one number over a stretch of days.

    Attributes:
        since: the local day on which the stretch begins; it ends where the next one begins.
        status: of the answer, as in `Standing`.
        text: as it is told in a pipe; ends with a line break.
        folded: as it is told on a terminal of `WIDTH` columns, without colour; None where that is the same.
        callers: who are in the answer.
    """

    since: date
    status: str
    text: str
    folded: str | None
    callers: tuple[CallerId, ...]


@value
class CardBasis:
    """What all cards of a logbook were made with.

    Attributes:
        edition: of the wording.
        ground: names the policy and the texts of tips; with others every card is out of date.
        country: whose numbers need no country code.
        notice: what is told before any answer; None for nothing.
    """

    edition: int
    ground: str
    country: str
    notice: str | None


class Cards(Protocol):
    """Makes the cards of one view of a logbook."""

    @property
    def basis(self) -> CardBasis:
        """What they are made with."""
        ...

    def of_each(
        self, numbers: Sequence[PhoneNumber], since: date
    ) -> Mapping[PhoneNumber, Sequence[Card] | None]:
        """Return the stretches of numbers from a local day on, in order.

        Empty for one that is nobody's; None for one that too many share.
        """
        ...

    def nobody(self, since: date) -> Card:
        """Return the card of everybody who is not in the logbook; the number goes at the end of its first line."""
        ...


#: Gives the maker of the cards of one view.
CardMaker: TypeAlias = "Callable[[Reading], Cards]"
