"""Chance that can be repeated: every choice of the demo comes from one stream of fractions.

By hand on the one method of `random.Random` whose numbers Python promises to keep from version to
version: `choice` and `shuffle` may change (docs.python.org/3/library/random.html, reproducibility).
"""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Chance(Protocol):
    """A stream of fractions, such as `random.Random(seed)`."""

    def random(self) -> float:
        """Return the next fraction, from 0 up to but not including 1."""
        ...


class Dice:
    """Choices made by one stream of chance."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance

    def fraction(self) -> float:
        """Return a fraction from 0 up to but not including 1."""
        return self._chance.random()

    def happens(self, share: float) -> bool:
        """Return True in *share* of the cases, from 0 to 1."""
        return self._chance.random() < share

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to but not including *limit*."""
        return int(self._chance.random() * limit)

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of *choices*, all as likely."""
        return choices[self.below(len(choices))]

    def weighted(self, choices: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of *choices*, as likely as its weight among *weights*."""
        left = self._chance.random() * sum(weights)
        for choice, weight in zip(choices, weights, strict=True):
            left -= weight
            if left < 0:
                return choice
        # Rounding can leave a crumb behind the last one.
        return choices[-1]

    def shuffled(self, cards: Sequence[T]) -> list[T]:
        """Return *cards* in another order."""
        left = list(cards)
        return [left.pop(self.below(len(left))) for _ in cards]

    def noise(self, length: int) -> bytes:
        """Return that many bytes."""
        return bytes(self.below(256) for _ in range(length))


class Deck(Generic[T]):
    """Cards dealt one by one: each comes once before any comes again, as far as what is asked for allows."""

    def __init__(self, dice: Dice, cards: Sequence[T]) -> None:
        self._dice = dice
        self._cards = cards
        self._left: list[T] = []

    def deal(self, fits: Callable[[T], bool] = lambda _card: True) -> T:
        """Return the next card that *fits*; at least one of all cards must."""
        while not any(map(fits, self._left)):
            self._left = self._dice.shuffled(self._cards)
        place = next(place for place, card in enumerate(self._left) if fits(card))
        return self._left.pop(place)
