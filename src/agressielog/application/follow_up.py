"""Tells what became of the incidents of a period: heard in time, cared for, decided, and what still waits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from agressielog.application.aftercare import care_figures
from agressielog.application.duties import duty_counts
from agressielog.application.ports import Reading
from agressielog.domain import duties_about_calls as rules
from agressielog.domain import duties_about_measures as measures
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.duty import AsOf, as_of
from agressielog.domain.follow_up import (
    DutyTally,
    FollowUp,
    Kept,
    count_decided,
    count_objections,
    count_reactions,
    count_running,
)
from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.policy import Policy

# How much longer a span may be than in the year it is measured in, with a term that moves off Christmas.
_SLACK = timedelta(days=10)


def follow_up(reading: Reading, policy: Policy, period: Period, until: date, now: datetime) -> FollowUp:
    """Count what became of the incidents of *period*.

    Args:
        reading: the logbook.
        policy: the one in use on *until*; its terms hold.
        period: one that has begun.
        until: the last local day that is looked at: the end of the period, or today while it runs.
        now: aware UTC moment; when *until* is another day, the end of that one counts.
    """
    moment = as_of(until, now, moves=policy.safeguards is not None and policy.safeguards.moves_off_weekends)
    taken = measures.known(reading.decisions_between(period.first, until), until)
    followed = measures.known(reading.decisions_to_follow(until, date.max), until)
    received, verdicts = count_objections(taken, period.first, until)
    care = care_figures(reading, policy, period, moment.at)
    hours = policy.safeguards.reaction_hours if policy.safeguards is not None else None
    return FollowUp(
        reaction_hours=hours,
        reactions=_reactions(reading, policy, period, moment, hours) if hours is not None else Kept(),
        care=Kept(care.on_time, care.late),
        decided=count_decided(taken, period.first, until),
        running=count_running(followed, until),
        objections=received,
        verdicts=verdicts,
        good_calls=reading.count_good_calls(period.first, until),
        duties=tuple(
            DutyTally(kind, count.in_time, count.late)
            for kind, count in duty_counts(reading, policy, until, now).items()
        ),
    )


def _reactions(reading: Reading, policy: Policy, period: Period, moment: AsOf, hours: int) -> Kept:
    found = Kept()
    for month in _months(period, moment.on):
        # A call can have been so long before the day on which its term ends.
        earliest = local_day(month.starts_at - timedelta(hours=hours))
        last = min(month.last, moment.on)
        asking = rules.asking(reading.sure_calls(earliest, last), policy, last)
        settled = settled_in_calls(reading, policy, last, asking)
        waiting = [call for call in asking if call.id not in settled]
        heard = reading.heard([call.id for call in waiting])
        found = found.and_also(count_reactions(waiting, heard, hours, month, moment))
    return found


def _months(period: Period, until: date) -> Iterator[Period]:
    """Yield a period in pieces of a month at most: what asks an answer is told within the policy's window."""
    first = period.first
    while first <= min(period.last, until):
        last = min(period_of(PeriodSort.MONTH, first).last, period.last)
        yield replace(period, first=first, last=last)
        first = last + timedelta(days=1)


def settled_in_calls(
    reading: Reading, policy: Policy, on: date, asking: Sequence[OpenCall]
) -> frozenset[IncidentId]:
    """Return the calls that the warning given in them has answered, as of local day *on*.

    Args:
        reading: the logbook.
        policy: says which kinds weigh anything, and what a warning in a call answers.
        on: local day.
        asking: calls that count, surely their caller's.
    """
    ladder = policy.ladder
    doubtful = rules.may_be_settled(asking, policy, ladder) if ladder is not None else []
    if ladder is None or not doubtful:
        return frozenset()
    # Most callers have no measure: for these a few rows tell it all.
    measured = reading.measured_among({call.caller for call in doubtful if call.caller is not None})
    validity = ladder.rungs[0].validity or policy.window
    first = min(local_day(call.at) for call in doubtful)
    warned = reading.warned_calls(first - timedelta(days=validity.days) - _SLACK, on)
    simple = rules.settled_without_measures(
        [call for call in doubtful if call.caller not in measured], warned, policy, ladder
    )
    dossiers = reading.dossiers_of(measured).values()
    return simple.union(*(rules.settled_in_call(one, policy, ladder, on) for one in dossiers))
