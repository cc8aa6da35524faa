"""The duties that follow from decisions: deliver, review, answer an objection, and know what ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from agressielog.domain.aftercare import end_of
from agressielog.domain.decision import Decision
from agressielog.domain.duty import Duty, DutyKind
from agressielog.domain.identity import IncidentId

#: So long before its last day a measure is on the list (issue 4, part 3).
ENDS_SOON: Final = timedelta(days=30)


def known(decisions: Iterable[Decision], on: date) -> list[Decision]:
    """Return the decisions of local day *on* or earlier, each as it stood then."""
    return [decision.known_on(on) for decision in decisions if decision.decided_on <= on]


def undelivered(decisions: Iterable[Decision], on: date) -> list[Decision]:
    """Return the measures that had not reached the caller on *on*, of decisions as they stood then.

    One whose last day is over cannot reach the caller any more; what it answered waits for an answer again.
    """
    return [
        decision
        for decision in decisions
        if decision.measure is not None
        and decision.delivered is None
        and (decision.last is None or decision.last >= on)
    ]


def deliveries(
    decisions: Iterable[Decision], called_at: Mapping[IncidentId, datetime], hours: int | None
) -> Iterator[Duty]:
    """Yield the duty to deliver each of *decisions*; it lapses with a measure that was ended.

    Args:
        decisions: that were not delivered.
        called_at: when the incidents they answer happened.
        hours: within so many hours of the oldest of these the caller hears from us; without a term, or
            without incidents, it is due on its first day.
    """
    for decision in decisions:
        moments = [called_at[incident] for incident in decision.incidents if incident in called_at]
        duty = _about(decision, DutyKind.DELIVERY, decision.first, incidents=decision.incidents)
        if hours is not None and moments:
            duty = replace(duty, due=min(moments) + timedelta(hours=hours), whole_day=False)
        yield duty


def reviews(decisions: Iterable[Decision], on: date) -> Iterator[Duty]:
    """Yield the reviews still to be held of what is in force, or about to be, on local day *on*.

    A review stays due until it is held or the measure is over; it lapses with a measure that was ended.
    """
    for decision in decisions:
        if decision.review_on is not None and decision.review is None and _runs(decision, on):
            yield _about(decision, DutyKind.REVIEW, decision.review_on)


def endings(decisions: Iterable[Decision], on: date) -> Iterator[Duty]:
    """Yield the measures in force, or about to be, whose last day is within thirty days of local day *on*.

    They end by themselves and are never late; the last day still counts.
    """
    for decision in decisions:
        last = decision.last or decision.valid_until
        if last is not None and _runs(decision, on) and last <= on + ENDS_SOON and decision.ended is None:
            yield _about(decision, DutyKind.ENDING, last)


def objections(decisions: Iterable[Decision]) -> Iterator[Duty]:
    """Yield the objections that were not answered, also those against a measure that is over or annulled."""
    for decision in decisions:
        objection = decision.objection
        if objection is not None and objection.answered_on is None:
            yield replace(_about(decision, DutyKind.OBJECTION, objection.answer_by), lapsed=None)


def _runs(decision: Decision, on: date) -> bool:
    """Tell whether a delivered measure had not reached its own last day before *on*, ended or not."""
    last = decision.last or decision.valid_until
    return decision.measure is not None and decision.delivered is not None and (last is None or last >= on)


def _about(decision: Decision, kind: DutyKind, day: date, *, incidents: tuple[IncidentId, ...] = ()) -> Duty:
    return Duty(
        kind=kind,
        due=end_of(day),
        whole_day=True,
        caller=decision.caller,
        colleague=decision.decided_by,
        incidents=incidents,
        measure=decision.id,
        label=decision.measure,
        lapsed=decision.ended.kind.value if decision.ended is not None else None,
    )
