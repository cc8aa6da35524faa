"""What became of the incidents of a period, in numbers: reactions, care, measures and what waits."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from agressielog.domain.decision import Decision, MeasureStatus, Verdict
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.duty import AsOf, DutyKind
from agressielog.domain.identity import IncidentId
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period
from agressielog.domain.value import value


@value
class Kept:
    """How many terms that ended in a period were kept, and how many were not."""

    on_time: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """How many there were."""
        return self.on_time + self.late

    def and_also(self, other: "Kept") -> "Kept":
        """Return both together."""
        return Kept(self.on_time + other.on_time, self.late + other.late)


@value
class DutyTally:
    """How many duties of one kind were open: within their term, and past it."""

    kind: DutyKind
    in_time: int
    late: int


@value
class Heard:
    """When a caller heard what was decided about one call.

    Attributes:
        delivered_at: aware UTC moment of the first measure for it that was delivered.
        none_on: local day of the first decision for it that there is no measure.
    """

    delivered_at: datetime | None = None
    none_on: date | None = None

    def known_on(self, on: date) -> bool:
        """Tell whether that was on local day *on* or before."""
        delivered = self.delivered_at is not None and local_day(self.delivered_at) <= on
        return delivered or (self.none_on is not None and self.none_on <= on)

    def in_time(self, due: datetime) -> bool:
        """Tell whether that was at the aware moment *due* or before; of a decision for none only the day is known."""
        delivered = self.delivered_at is not None and self.delivered_at <= due
        return delivered or (self.none_on is not None and self.none_on <= local_day(due))


@value(kw_only=True)
class FollowUp:
    """What became of the incidents of a period, judged at its end, or today while it runs.

    Attributes:
        reaction_hours: within so many hours a caller hears from us; None where the policy has no such term.
        reactions: calls that asked for an answer, whose term ended in the period.
        care: talks with a colleague that were due in the period.
        decided: decisions of the period per measure, most first; None for the decision that there is none.
            Annulled ones are left out.
        running: measures in force at the end per kind, most first.
        objections: received in the period.
        verdicts: what came of the objections that were answered in the period; only what occurs.
        good_calls: calls of the period that went well with somebody under a measure.
        duties: what was open at the end, per kind.
    """

    reaction_hours: int | None = None
    reactions: Kept = Kept()
    care: Kept = Kept()
    decided: tuple[tuple[MeasureCode | None, int], ...] = ()
    running: tuple[tuple[MeasureCode, int], ...] = ()
    objections: int = 0
    verdicts: tuple[tuple[Verdict, int], ...] = ()
    good_calls: int = 0
    duties: tuple[DutyTally, ...] = ()

    @property
    def ending(self) -> int:
        """How many measures in force ended within thirty days."""
        return self.open(DutyKind.ENDING).in_time

    @property
    def reviews_late(self) -> int:
        """How many reviews should have been held."""
        return self.open(DutyKind.REVIEW).late

    @property
    def objections_open(self) -> DutyTally:
        """The objections that waited for an answer."""
        return self.open(DutyKind.OBJECTION)

    def open(self, kind: DutyKind) -> DutyTally:
        """Return what was open of one kind."""
        return next((duty for duty in self.duties if duty.kind is kind), DutyTally(kind, 0, 0))


def count_reactions(
    calls: Iterable[OpenCall], heard: Mapping[IncidentId, Heard], hours: int, period: Period, moment: AsOf
) -> Kept:
    """Count the reactions whose term ended in a period; one that still has time is not counted yet.

    Args:
        calls: that asked for an answer.
        heard: when the caller heard of a decision, for the calls about which there is one.
        hours: within so many hours of the call it is in time, its last second included.
        period: by the local day on which the term ends.
        moment: that is judged; what was heard on a later day is not looked at.
    """
    on_time = late = 0
    for call in calls:
        due = call.at + timedelta(hours=hours)
        if period.contains(due):
            found = heard.get(call.id, Heard())
            kept = found.known_on(moment.on) and found.in_time(due)
            on_time += kept
            late += not kept and moment.at.replace(microsecond=0) > due
    return Kept(on_time, late)


def count_decided(
    decisions: Iterable[Decision], first: date, last: date
) -> tuple[tuple[MeasureCode | None, int], ...]:
    """Count the decisions taken from local day *first* through *last* per measure, annulled ones left out."""
    taken = Counter(
        decision.measure
        for decision in decisions
        if first <= decision.decided_on <= last and not decision.as_measure.annulled
    )
    return tuple(sorted(taken.items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))


def count_running(decisions: Iterable[Decision], on: date) -> tuple[tuple[MeasureCode, int], ...]:
    """Count the measures in force on local day *on* per kind, most first."""
    running = Counter(
        decision.measure
        for decision in decisions
        if decision.measure is not None and decision.status(on) is MeasureStatus.IN_FORCE
    )
    return tuple(sorted(running.items(), key=lambda pair: (-pair[1], pair[0])))


def count_objections(
    decisions: Iterable[Decision], first: date, last: date
) -> tuple[int, tuple[tuple[Verdict, int], ...]]:
    """Count the objections received from local day *first* through *last*, and the verdicts given then."""
    objections = [decision.objection for decision in decisions if decision.objection is not None]
    verdicts = Counter(
        one.verdict
        for one in objections
        if one.verdict is not None and one.answered_on is not None and first <= one.answered_on <= last
    )
    received = sum(first <= one.received_on <= last for one in objections)
    return received, tuple((verdict, verdicts[verdict]) for verdict in Verdict if verdicts[verdict])
