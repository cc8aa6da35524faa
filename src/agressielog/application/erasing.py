"""What every erasure has in common: the figures stay, the proof stays, and nobody comes back from a back-up."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from agressielog.application.follow_up import follow_up
from agressielog.application.ports.logbook import Reading, Writing
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Deed
from agressielog.domain.erasure import Doomed, Erased, Erasure, ErasureKind
from agressielog.domain.figures import Figures
from agressielog.domain.follow_up import FollowUp
from agressielog.domain.frozen_figures import lost, plain_subject
from agressielog.domain.frozen_follow_up import lost_follow_up
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.policy import Policy
from agressielog.domain.ulid import RANDOM_BYTES, make_ulid

#: The policy in use on a local day.
PolicyOn = Callable[[date], Policy]


def take_away(
    tx: Writing,
    doomed: Doomed,
    erasure: Erasure,
    policy_on: PolicyOn | None = None,
    *,
    also: frozenset[str] = frozenset(),
) -> Erased:
    """Erase records, in a transaction of the caller's, so that every report counts what it counted before.

    Args:
        tx: open.
        doomed: what goes.
        erasure: the proof.
        policy_on: the policy in use on a local day, by which a report tells of the follow-up; without it only
            the counts are kept.
        also: identities of what was erased elsewhere, to be kept with it.
    """
    gone = [tx.incident(one) for one in {*tx.doomed_incidents(doomed), *doomed.unlinked}]
    subjects = frozenset(plain_subject(one.subject) for one in gone if one.subject is not None)
    private = tx.private_subjects(subjects)
    tx.keep_shared_subjects(subjects - private)
    days = sorted({local_day(one.at) for one in gone})
    counted = {period: tx.figures(period) for period in _periods(days, PeriodSort)}
    over = _over([*days, *_days_since(tx, doomed)], local_day(erasure.at)) if policy_on is not None else ()
    told = _told(tx, over, policy_on, erasure.at)
    tx.forget_looks_at(doomed.callers)
    erased = tx.erase(doomed)
    less = {period: lost(figures, tx.figures(period), private) for period, figures in counted.items()}
    after = _told(tx, over, policy_on, erasure.at)
    for period in dict.fromkeys((*counted, *told)):
        figures = less.get(period, Figures())
        follow = lost_follow_up(told[period], after[period]) if period in told else None
        changed = follow if period in told and told[period] != after[period] else None
        if figures != Figures() or changed is not None:
            tx.freeze(period, figures, changed)
    tx.note_erasure(erasure, erased.identities | also)
    return erased


def erase_again(tx: Writing, deed: Deed, identities: frozenset[str], policy_on: PolicyOn) -> bool:
    """Erase from a back-up what was erased since it was made; returns whether anything was to be done.

    The figures of what goes are kept anew: those of the lost logbook are lost with it.
    """
    unknown = identities - tx.erased()
    doomed = tx.returned(identities)
    if doomed.nobody and not unknown:
        return False
    everybody = frozenset(one for caller in doomed.callers for one in tx.everybody_in(caller))
    again = Erasure(kind=ErasureKind.AGAIN, at=deed.at, by=deed.name)
    take_away(tx, replace(doomed, callers=everybody), again, policy_on, also=identities)
    return True


def deed_after(deed: Deed) -> Deed:
    """Return the second write of one command; a doubtful commit must not be taken for the first one's."""
    random = hashlib.sha256(deed.ulid.encode()).digest()[:RANDOM_BYTES]
    return replace(deed, ulid=make_ulid(deed.at, random))


def _days_since(reading: Reading, doomed: Doomed) -> Iterator[date]:
    """Yield the local days of what else goes and shows in a report."""
    for measure in doomed.measures:
        yield reading.decision(measure).decided_on
    for caller in doomed.callers:
        yield from (decision.decided_on for decision in reading.decisions_of(caller))
        yield from (request.received_on for request in reading.requests_of(caller))
        promises = reading.promises(PromiseFilter(caller=caller))
        yield from (local_day(promise.made_at) for promise in promises)


def _over(days: Sequence[date], today: date) -> Sequence[Period]:
    """Return the months, quarters and years that are over, from the first day on.

    What was decided about it, ran or waited may show in any of them; a week tells it too, but is no report
    that is kept.
    """
    if not days:
        return ()
    sorts = (PeriodSort.MONTH, PeriodSort.QUARTER, PeriodSort.YEAR)
    months = [period_of(PeriodSort.MONTH, min(days))]
    while months[-1].last < today:
        months.append(period_of(PeriodSort.MONTH, months[-1].last + timedelta(days=1)))
    return [period for period in _periods([month.first for month in months], sorts) if period.last < today]


def _told(
    reading: Reading, periods: Iterable[Period], policy_on: PolicyOn | None, now: datetime
) -> dict[Period, FollowUp]:
    if policy_on is None:
        return {}
    return {
        period: follow_up(reading, policy_on(period.last), period, period.last, now) for period in periods
    }


def _periods(days: Sequence[date], sorts: Iterable[PeriodSort]) -> Sequence[Period]:
    return sorted(
        {period_of(sort, day) for sort in sorts for day in days},
        key=lambda period: (period.sort, period.first),
    )
