"""On which days an answer about a number can change by itself, without anybody writing anything (design 5).

Each rule that looks at the day is here once more, as the days on which it can turn: too many is only work, one too
few would be an answer that is out of date. A property test holds them to the rules.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agressielog.domain.counting import Dossier, counts_through, tally, unanswered
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import day_after
from agressielog.domain.measures_now import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agressielog.domain.decision import Decision
    from agressielog.domain.good_call import GoodCall
    from agressielog.domain.incident import Incident
    from agressielog.domain.policy import Policy
    from agressielog.domain.promise import PromiseRecord
    from agressielog.domain.vocabulary import Severity


def turning_days(
    *,
    incidents: Sequence[Incident],
    decisions: Sequence[Decision],
    promised: Iterable[PromiseRecord],
    good_calls: Iterable[GoodCall],
    last_seen: date | None,
    policy: Policy,
    since: date,
) -> frozenset[date]:
    """Return the local days after *since* on which something about one caller can turn.

    Args:
        incidents: of the caller, in any order.
        decisions: about the caller.
        promised: to the caller.
        good_calls: with the caller.
        last_seen: the local day on which the number was last seen with the caller; None where that plays no part.
        policy: by which is judged.
        since: the local day from which on the answers are wanted.
    """
    found = {
        *_of_decisions(decisions),
        *_of_incidents(incidents, decisions, policy, since),
        *_of_promises(promised),
        *(local_day(call.at) for call in good_calls),
    }
    if last_seen is not None:
        found.add(policy.number_stale_after.after(last_seen))
    return frozenset(day for day in found if day > since)


def _of_decisions(decisions: Iterable[Decision]) -> Iterator[date]:
    for decision in decisions:
        yield decision.decided_on
        yield decision.first
        if decision.delivered is not None:
            yield decision.delivered.day
        for last in (decision.last, decision.valid_until):
            if last is not None:
                yield from _over(last)
        if decision.ended is not None:
            yield decision.ended.on
            yield from _over(decision.ended.on)


def _over(last: date) -> Iterator[date]:
    """Yield the day on which it is over, and the day on which nobody is told any more that it is."""
    yield day_after(last)
    yield day_after(last + REMEMBERED)


def _of_incidents(
    incidents: Sequence[Incident], decisions: Sequence[Decision], policy: Policy, since: date
) -> Iterator[date]:
    """Yield the days on which an incident happens, and on which one that asks falls out of the window.

    What a look-up tells of those is how heavy the heaviest is: of each severity only the last one matters, unless
    something is still to come that settles it first.
    """
    for incident in incidents:
        yield local_day(incident.at)
    measures = tuple(decision.as_measure for decision in decisions)
    weighing = tally(Dossier(tuple(incidents), measures), policy, date.max).weighing
    last: dict[Severity, date] = {}
    for incident in unanswered(weighing, measures, since):
        over = day_after(counts_through(incident, policy))
        if incident.warned or _still_to_come(decisions, since):
            yield over
        else:
            severity = policy.severity_of(incident.kinds)
            last[severity] = max(over, last.get(severity, over))
    yield from last.values()


def _still_to_come(decisions: Iterable[Decision], since: date) -> bool:
    return any(
        decision.decided_on > since or (decision.ended is not None and decision.ended.on > since)
        for decision in decisions
    )


def _of_promises(promised: Iterable[PromiseRecord]) -> Iterator[date]:
    for record in promised:
        yield local_day(record.made_at)
        if record.promise.due is not None:
            yield day_after(record.promise.due)
        if record.promise.done_at is not None:
            yield local_day(record.promise.done_at)
