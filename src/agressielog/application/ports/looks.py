"""What the use cases ask of a logbook about looks: who saw whom; kept beside the journal, which is for changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agressielog.domain.value import value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from agressielog.domain.identity import CallerId
    from agressielog.domain.look import Look


@value(kw_only=True)
class LookFilter:
    """Which looks; every field that is set narrows.

    Attributes:
        callers: at any of these.
        since, until: local days, both inclusive.
        by: of this user, by login or claimed name; case, accents and spaces do not matter.
        limit: the last so many.
    """

    callers: frozenset[CallerId] | None = None
    since: date | None = None
    until: date | None = None
    by: str | None = None
    limit: int | None = None


class LookReading(Protocol):
    """Looks; one at a caller was one at everybody who was that caller then."""

    def looks(self, wanted: LookFilter) -> Sequence[Look]:
        """Return looks, the last one first."""
        ...

    def count_looks(self, wanted: LookFilter) -> int:
        """Return how many looks `looks` would return without a limit."""
        ...

    def strangers(self, since: date | None = None, until: date | None = None) -> Mapping[date, int]:
        """Return on which local days, both ends inclusive, how often somebody was looked up who is not here."""
        ...


class LookWriting(Protocol):
    """Removing looks: when their term is over, and when a caller is erased. No journal entry tells of it."""

    def remove_looks_before(self, day: date) -> int:
        """Remove the looks and the day counts of before local day *day*; returns how many looks."""
        ...

    def forget_looks_at(self, callers: Collection[CallerId]) -> int:
        """Let every look forget that these callers were in it; the looks stay. Returns how many forgot."""
        ...


class LookNoting(Protocol):
    """Keeping that somebody looked: light, on its own, after the answer.

    A look may wait beside the logbook until the next write takes it in, unless that is a large one.
    """

    def note_looks(self, looks: Sequence[Look], strangers: Sequence[date] = ()) -> None:
        """Keep looks, with everybody who is one person with a caller in them.

        Args:
            looks: oldest first.
            strangers: the local day of each look-up of somebody who is not in the logbook; only counted.

        Raises:
            The `FileTrouble` and `Damaged` families; it waits no longer than a look-up does.
        """
        ...

    def settle_looks(self) -> None:
        """Take in what waits, for whoever is going to read looks; raises as `note_looks` does."""
        ...
