"""What the use cases ask of a logbook to say what became of the incidents of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from agressielog.domain.decision import Decision
    from agressielog.domain.duties_about_calls import OpenCall
    from agressielog.domain.follow_up import Heard
    from agressielog.domain.identity import IncidentId


class FollowUpReading(Protocol):
    """What was done about the calls of a few days; days are local and inclusive."""

    def sure_calls(self, first: date, last: date) -> Sequence[OpenCall]:
        """Return the standing calls of these days that are surely a caller's, the one that happened first first.

        Without those that were taken over from an earlier register.
        """
        ...

    def heard(self, incidents: Collection[IncidentId]) -> Mapping[IncidentId, Heard]:
        """Return when the caller of each of these heard of a decision about it; without those who did not.

        Only decisions about that caller which were not annulled.
        """
        ...

    def decisions_between(self, first: date, last: date) -> Sequence[Decision]:
        """Return the decisions of these days, and those with an objection received or answered then, lowest id first."""
        ...

    def count_good_calls(self, first: date, last: date) -> int:
        """Return how many good calls there were on these days."""
        ...
