"""What is asked of a logbook that keeps cards (`ports.cards`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from agressielog.domain.phone import PhoneNumber


class CardKeeping(Protocol):
    """A logbook that keeps cards; where it cannot make them it has none to renew."""

    def outdated_cards(self) -> int:
        """Return how many numbers have no card that is up to date; 0 where a newer program makes the cards."""
        ...

    def renew_cards(self, since: date, done: Callable[[int], bool]) -> None:
        """Make the cards that are missing or out of date, a few at a time, so that others get in between.

        Whatever ends it, what was made stays, and the next time goes on from there.

        Args:
            since: the local day from which on they are wanted.
            done: told how many were made so far; says whether to go on.
        """
        ...

    def renew_card(self, number: PhoneNumber, since: date) -> bool:
        """Make the card of one number if it has none that is up to date; returns whether it did.

        A number that is nobody's has the card of nobody.
        """
        ...
