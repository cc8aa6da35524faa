"""The duties that follow from calls: an answer to the caller, a term of the police, a report to finish or to check.

Everything here leaves out what was taken over from an earlier register: it was dealt with there.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from agressielog.domain.aftercare import end_of
from agressielog.domain.climbing import climb
from agressielog.domain.complaint_term import COMPLAINT_KINDS, COMPLAINT_TERM
from agressielog.domain.counting import Dossier, counting_kinds, tally, weighs
from agressielog.domain.decision import Decision
from agressielog.domain.duty import AsOf, Duty, DutyKind
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.ladder import Ladder
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value
from agressielog.domain.vocabulary import IncidentStatus

#: Within this term from the call a doubtful link is confirmed and a report finished and confirmed. Our own
#: choice: after a week a report counts as entered late too (design 4.2), and memory fades.
TIDY_TERM: Final = Span(1, SpanUnit.WEEK)


@value(kw_only=True)
class OpenCall:
    """What a duty needs to know of an incident."""

    id: IncidentId
    at: datetime
    caller: CallerId | None
    kinds: tuple[KindCode, ...]
    reporter: str
    warned: bool
    status: IncidentStatus

    @property
    def lapsed(self) -> str | None:
        """Why nothing is due for it any more: it was withdrawn or rejected."""
        return None if self.status.stands else self.status.value


def reactions(
    calls: Iterable[OpenCall], awaited: Mapping[IncidentId, MeasureId], hours: int
) -> Iterator[Duty]:
    """Yield the reactions that callers wait for: one for each, and one more for each measure to be delivered.

    The term is that of the oldest call, and hours run on, also at night and in a weekend.

    Args:
        calls: that ask for an answer of which the caller has not heard, of callers who are known.
        awaited: the measure that answers a call and only has to be delivered.
        hours: within so many hours the caller hears from us.
    """
    waiting: dict[tuple[CallerId | None, MeasureId | None, str | None], list[OpenCall]] = {}
    for call in calls:
        waiting.setdefault((call.caller, awaited.get(call.id), call.lapsed), []).append(call)
    for (caller, measure, lapsed), found in waiting.items():
        found.sort(key=lambda call: (call.at, call.id))
        yield Duty(
            kind=DutyKind.REACTION,
            due=found[0].at + timedelta(hours=hours),
            whole_day=False,
            caller=caller,
            incidents=tuple(call.id for call in found),
            with_delivery=measure,
            lapsed=lapsed,
        )


def asking(calls: Iterable[OpenCall], policy: Policy, on: date) -> list[OpenCall]:
    """Return the calls, surely their caller's, that count on local day *on*, and so ask for an answer (design 4.3).

    Where only confirmed reports count, one that nobody confirmed asks nothing yet.
    """
    strict = policy.counts_from is IncidentStatus.CONFIRMED
    found = _counting(calls, policy, on)
    return [call for call in found if not (strict and call.status is IncidentStatus.REPORTED)]


def to_confirm(calls: Iterable[OpenCall], policy: Policy, on: date) -> list[OpenCall]:
    """Return the reports that would count on local day *on* if somebody confirmed them."""
    return _counting(calls, policy, on)


def may_be_settled(calls: Iterable[OpenCall], policy: Policy, ladder: Ladder) -> list[OpenCall]:
    """Return the calls that a warning in the call itself can have answered: they can enter at the first rung."""
    weighing = weighing_codes(policy)
    lowest = {code for code in weighing if _enters_lowest(code, policy, ladder)}
    return [
        call
        for call in calls
        if call.warned and ladder.rungs[0].in_call and lowest.issuperset(weighing.intersection(call.kinds))
    ]


def weighing_codes(policy: Policy) -> frozenset[KindCode]:
    """Return the codes, also those of earlier policies, of the kinds that weigh anything."""
    codes = {kind.code for kind in policy.kinds} | {old for old, _ in policy.replaces}
    return frozenset(code for code in codes if any(weighs(kind) for kind in policy.kinds_of([code])))


def settled_without_measures(
    doubtful: Iterable[OpenCall], warned: Iterable[OpenCall], policy: Policy, ladder: Ladder
) -> frozenset[IncidentId]:
    """Return those of *doubtful* that the warning in their own call has answered, for callers without a measure.

    It is `settled_in_call` for many callers at once: with no measure, only a warning in an earlier call can
    have been held.

    Args:
        doubtful: calls as `may_be_settled` picks them.
        warned: every call of these callers in which a warning was given and may still count.
        policy: says which kinds weigh anything.
        ladder: of that policy.
    """
    validity = ladder.rungs[0].validity or policy.window
    weighing = weighing_codes(policy)
    warnings: dict[CallerId | None, list[datetime]] = {}
    for call in warned:
        if not weighing.isdisjoint(call.kinds):
            warnings.setdefault(call.caller, []).append(call.at)
    return frozenset(
        call.id
        for call in doubtful
        if not any(
            at < call.at and local_day(call.at) <= validity.after(local_day(at))
            for at in warnings.get(call.caller, ())
        )
    )


def settled_in_call(dossier: Dossier, policy: Policy, ladder: Ladder, on: date) -> frozenset[IncidentId]:
    """Return the incidents that the warning in their own call has answered (design 4.3)."""
    counted = tally(dossier, policy, on)
    climbing = climb(counted, dossier.measures, policy, ladder, on)
    return frozenset(
        one.id
        for one in counted.counting
        if one.warned and climbing.settles(one, climbing.step(one.at, counting_kinds(one, policy)))
    )


def awaited_deliveries(undelivered: Iterable[Decision]) -> dict[IncidentId, MeasureId]:
    """Return for each incident the first measure that answers it and only has to be delivered."""
    awaited: dict[IncidentId, MeasureId] = {}
    for decision in sorted(undelivered, key=lambda one: one.id):
        if decision.ended is None:
            awaited.update((i, decision.id) for i in decision.incidents if i not in awaited)
    return awaited


def complaint_kinds(policy: Policy) -> frozenset[KindCode]:
    """Return the codes, also those of earlier policies, of what is only prosecuted on a complaint."""
    return COMPLAINT_KINDS | {old for old, new in policy.replaces if new in COMPLAINT_KINDS}


def complaint_term(policy: Policy) -> Span:
    """Return the term for a complaint: the policy's, else the law's (art. 66 Sr)."""
    told = policy.terms.police_complaint if policy.terms is not None else None
    return told or COMPLAINT_TERM


def complaints(calls: Iterable[OpenCall], term: Span, moment: AsOf) -> Iterator[Duty]:
    """Yield the terms within which a victim can still file a complaint.

    After the last day nothing can be done any more, so that it is never late: it is gone.
    """
    for call in calls:
        last = moment.last_day(term.after(local_day(call.at)))
        if last >= moment.on:
            yield Duty(
                kind=DutyKind.COMPLAINT,
                due=end_of(last),
                whole_day=True,
                caller=call.caller,
                colleague=call.reporter,
                incidents=(call.id,),
                lapsed=call.lapsed,
            )


def tidying(calls: Iterable[OpenCall], kind: DutyKind, moment: AsOf) -> Iterator[Duty]:
    """Yield the duty to confirm the link, or to finish or confirm the report, of each of *calls*."""
    for call in calls:
        yield Duty(
            kind=kind,
            due=end_of(moment.last_day(TIDY_TERM.after(local_day(call.at)))),
            whole_day=True,
            caller=call.caller,
            # Who reports cannot confirm that same report (domain 7, safeguard 11).
            colleague=None if kind is DutyKind.CONFIRMING else call.reporter,
            incidents=(call.id,),
            lapsed=call.lapsed,
        )


def promises(records: Iterable[PromiseRecord], moment: AsOf) -> Iterator[Duty]:
    """Yield the promises for a day that were not kept; one without a day is never late, and is no duty."""
    for record in records:
        due = record.promise.due
        done_at = record.promise.done_at
        kept = done_at is not None and local_day(done_at) <= moment.on
        if due is not None and not kept and record.answered is None:
            yield Duty(
                kind=DutyKind.PROMISE,
                due=end_of(due),
                whole_day=True,
                caller=record.caller,
                colleague=record.made_by,
                incidents=(record.incident,) if record.incident is not None else (),
                promise=record.promise.id,
                promised=record.promise.what,
                lapsed=record.lapsed_because,
            )


def _counting(calls: Iterable[OpenCall], policy: Policy, on: date) -> list[OpenCall]:
    weighing, first = weighing_codes(policy), start_of_day(_first_in_window(policy.window, on))
    return [call for call in calls if call.at >= first and not weighing.isdisjoint(call.kinds)]


def _first_in_window(window: Span, on: date) -> date:
    """Return the earliest local day whose window holds *on*; months clamp, so that it has to be looked for."""
    first = on
    while window.after(first - timedelta(days=1)) >= on:
        first -= timedelta(days=1)
    return first


def _enters_lowest(code: KindCode, policy: Policy, ladder: Ladder) -> bool:
    return all(
        (ladder.place(kind.entry) if kind.entry is not None else ladder.entry(kind.severity)) == 0
        for kind in policy.kinds_of([code])
    )
