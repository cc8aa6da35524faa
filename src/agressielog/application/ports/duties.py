"""What the use cases ask of a logbook to find everything that is due.

Each method answers from an index over what can be open; which of it is open, the domain decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from agressielog.domain.counting import Dossier
    from agressielog.domain.decision import Decision
    from agressielog.domain.duties_about_calls import OpenCall
    from agressielog.domain.identity import CallerId, IncidentId
    from agressielog.domain.policy import KindCode


class DutyReading(Protocol):
    """What can be open on a local day `on`, whose end counts.

    The calls are incidents that were not taken over from an earlier register, the one that happened first
    first; those that stand, or (`lapsed`) those that were withdrawn or rejected.
    """

    def unheard_calls(self, since: date, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls that are surely a caller's, and of which no decision about that caller was heard.

        Heard is a measure that was delivered on *on* or before, and a decision for none; what was annulled
        never was.
        """
        ...

    def calls_of_kinds(
        self, kinds: Collection[KindCode], since: date, on: date, *, lapsed: bool = False
    ) -> Sequence[OpenCall]:
        """Return calls that have one of these kinds, main or further."""
        ...

    def presumed_calls(self, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls that are only presumed to be their caller's."""
        ...

    def short_calls(self, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls that were reported in short, the rest still to come."""
        ...

    def unconfirmed_calls(self, since: date, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls that nobody confirmed."""
        ...

    def warned_calls(self, callers: Collection[CallerId], since: date, on: date) -> Sequence[OpenCall]:
        """Return standing calls, surely theirs, in which *callers* were warned; also of earlier registers."""
        ...

    def measured_among(self, callers: Collection[CallerId]) -> frozenset[CallerId]:
        """Return those of *callers* whom a measure has reached, on whatever day."""
        ...

    def dossiers_of(self, callers: Collection[CallerId]) -> Mapping[CallerId, Dossier]:
        """Return everything that is known of these callers; nobody is left out."""
        ...

    def decisions_to_follow(self, on: date, until: date) -> Sequence[Decision]:
        """Return the decisions about which something can be open, lowest id first.

        Those are the measures not delivered by the end of *on* and not over, the objections not answered
        by then, the measures with a last day on *on* or later, and the warnings that count until a day from
        *on* to *until*.
        """
        ...

    def called_at(self, incidents: Collection[IncidentId]) -> Mapping[IncidentId, datetime]:
        """Return when these incidents happened; one that is not there is left out."""
        ...

    def caller_names(self, callers: Collection[CallerId]) -> Mapping[CallerId, str | None]:
        """Return how these callers are called, as far as that is known."""
        ...

    def begun_at(self) -> datetime | None:
        """Return the aware UTC moment of the first thing that was written; None while there is nothing."""
        ...
