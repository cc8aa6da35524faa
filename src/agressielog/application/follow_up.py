"""Tells what became of the incidents of a period: heard in time, cared for, decided, and what still waits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from agressielog.application.aftercare import care_figures
from agressielog.application.duties import duty_counts
from agressielog.application.ports.logbook import Reading
from agressielog.application.settling import settled_in_calls
from agressielog.domain import duties_about_calls as rules
from agressielog.domain import duties_about_measures as measures
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
from agressielog.domain.frozen_follow_up import together_follow_up
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.policy import Policy


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
    told = FollowUp(
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
    frozen = reading.frozen_follow_up(period) if until == period.last else None
    return together_follow_up(told, frozen) if frozen is not None else told


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
