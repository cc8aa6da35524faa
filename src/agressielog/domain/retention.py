"""What of one person is kept on a day, and what goes, each with its reason (domain 8.3; issue 5, part 7).

A term runs from the last call that counted of the caller, so that a file goes as one as far as its severity
allows. Nothing goes that a measure, a rung that is still held, a hold or something open needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from agressielog.domain.caller import Caller
from agressielog.domain.climbing import rung_holders
from agressielog.domain.counting import counting_kinds, counts_through
from agressielog.domain.decision import Decision, MeasureStatus
from agressielog.domain.hold import Hold
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.look import LOOKS_KEPT
from agressielog.domain.policy import BREACH, Policy
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.request import Request
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Severity

_WITHDRAWN_KEPT = Span(30, SpanUnit.DAY)
_LINK_AT_MOST = timedelta(days=30)
_BINDING = {MeasureStatus.IN_FORCE, MeasureStatus.COMING, MeasureStatus.UNDELIVERED}
_WITH_TERM = (Severity.LIGHT, Severity.MEDIUM, Severity.SEVERE)


class RetentionReason(StrEnum):
    """Why a record goes, or stays."""

    TERM_OVER = "termijn voorbij"
    FALLEN = "ingetrokken of afgewezen"
    NO_PERSON_NEEDED = "persoon niet nodig"
    WORKED_OUT = "uitgewerkt"
    NOTHING_LEFT = "niets meer over"
    TERM_RUNS = "termijn loopt"
    TERM_OF_ANOTHER = "termijn van een ander loopt hiervan"
    HELD = "vastgehouden"
    MEASURE = "maatregel loopt of telt mee"
    COUNTS = "telt mee"
    PROMISE = "toezegging open"
    REQUEST = "verzoek open"
    OBJECTION = "bezwaar open"
    RECORDS = "er is nog iets van"


class RecordKind(StrEnum):
    """What is kept, or goes."""

    INCIDENT = "incident"
    LINK = "koppeling"
    MEASURE = "maatregel"
    CALLER = "beller"


@value(kw_only=True)
class Judged:
    """One record, and whether it goes.

    Attributes:
        number: of the incident, the measure or the caller.
        until: the last day on which it is kept, where a term says so; of a link, whatever it waits for.
        term_ends: the last day of its term, whatever keeps it longer; None where it has none of its own.
    """

    kind: RecordKind
    number: int
    goes: bool
    reason: RetentionReason
    until: date | None = None
    term_ends: date | None = None


@value(kw_only=True)
class File:
    """Everything of one person; without callers one call of which nobody knows whose it was.

    Attributes:
        callers: the person, who was merged into it included.
        fallen_on: since when withdrawn and rejected incidents are so.
        holds: that run, on one of the callers.
        held: incidents on which a hold of their own runs.
        promises: to the person, those in calls and those in ordinary ones.
        requests: of the person.
    """

    callers: tuple[Caller, ...]
    incidents: tuple[Incident, ...]
    decisions: tuple[Decision, ...] = ()
    fallen_on: Mapping[IncidentId, date]
    holds: tuple[Hold, ...] = ()
    held: frozenset[IncidentId] = frozenset()
    promises: tuple[PromiseRecord, ...] = ()
    requests: tuple[Request, ...] = ()


def impossible_terms(policy: Policy) -> tuple[Severity, ...]:
    """Return the severities without a term, or with a shorter one than a lighter severity has.

    Heavy is among them too where it may be kept less long with reasons than without.
    """
    terms = dict(policy.retention)
    found = []
    longest = 0
    for severity in _WITH_TERM:
        days = terms[severity].days if severity in terms else 0
        if days == 0 or days < longest:
            found.append(severity)
        longest = max(longest, days)
    at_most = policy.terms.severe_kept_at_most if policy.terms is not None else None
    if at_most is not None and at_most.days < longest and Severity.SEVERE not in found:
        found.append(Severity.SEVERE)
    return tuple(found)


def looks_kept(policy: Policy) -> Span:
    """Return how long it is kept who looked up whom."""
    told = policy.terms.look_ups_kept if policy.terms is not None else None
    return told or LOOKS_KEPT


def withdrawn_kept(policy: Policy) -> Span:
    """Return how long a call is kept that was withdrawn or rejected, from the day on which it was."""
    told = policy.terms.withdrawn_kept if policy.terms is not None else None
    return told or _WITHDRAWN_KEPT


def term_of(incident: Incident, policy: Policy) -> Span | None:
    """Return the term of a call; None where the policy has none.

    It runs from the last call of the caller that counted (`last_counted`), and that of what was withdrawn or
    rejected from the day on which it was.
    """
    if not incident.status.stands:
        return withdrawn_kept(policy)
    return dict(policy.retention).get(_kept_as(incident, policy))


def last_counted(incidents: Iterable[Incident], policy: Policy) -> date | None:
    """Return the local day of the last call of a caller that counted: from there every term runs."""
    return max((local_day(one.at) for one in incidents if counts(one, policy)), default=None)


def whole_through(first: date, policy: Policy) -> date | None:
    """Return the last local day on which no term has taken anything that counts of *first* or later.

    None where the policy has no term.
    """
    terms = [span.after(first) for _, span in policy.retention]
    return min(terms, default=None)


def longest_kept(incidents: Iterable[Incident], policy: Policy) -> date | None:
    """Return until which local day heavy calls of a caller may be kept with reasons (`zwaar_hoogstens`).

    None where the policy allows no longer than the usual term, or where nothing heavy counts.
    """
    at_most = policy.terms.severe_kept_at_most if policy.terms is not None else None
    told = list(incidents)
    counted = last_counted(told, policy)
    if at_most is None or counted is None or not any(is_heavy(one, policy) for one in told):
        return None
    return at_most.after(counted)


def is_heavy(incident: Incident, policy: Policy) -> bool:
    """Tell whether a call counts and is a heavy one."""
    return counts(incident, policy) and weight(incident, policy) is Severity.SEVERE


def counts(incident: Incident, policy: Policy) -> bool:
    """Tell whether a call was surely the caller's, stands, and weighs anything: a term can run from it."""
    weighs = (
        bool(counting_kinds(incident, policy))
        if policy.kinds_of(incident.kinds)
        else incident.severity is not Severity.NONE
    )
    return weighs and incident.status.stands and incident.certainty is Certainty.CERTAIN


def weight(incident: Incident, policy: Policy) -> Severity:
    """Return how heavy a call is under the policy in use; as it was stored, where that has none of its kinds."""
    known = policy.kinds_of(incident.kinds)
    return policy.severity_of(incident.kinds) if known else incident.severity


def _kept_as(incident: Incident, policy: Policy) -> Severity:
    """Return by whose term a call is kept: what weighs nothing has the shortest there is."""
    severity = weight(incident, policy)
    return Severity.LIGHT if severity is Severity.NONE else severity


def judge(file: File, policy: Policy, now: datetime) -> tuple[Judged, ...]:
    """Return every record of a person with what becomes of it.

    Args:
        file: the person.
        policy: in use, of which no term is impossible.
        now: aware moment; local days are judged at its day.
    """
    judging = _Judging(file, policy, now)
    incidents = judging.incidents()
    leaving = {one.number for one in incidents if one.goes and one.kind is RecordKind.INCIDENT}
    measures = [judging.measure(decision, leaving) for decision in file.decisions]
    everything = [*incidents, *measures]
    left = any(not one.goes for one in everything)
    return (*everything, *(judging.caller(caller, anything_left=left) for caller in file.callers))


class _Judging:
    """One person on one day."""

    def __init__(self, file: File, policy: Policy, now: datetime) -> None:
        self._file = file
        self._policy = policy
        self._on = local_day(now)
        self._terms = dict(policy.retention)
        holding = set(rung_holders([one.as_measure for one in file.decisions], policy, now))
        self._binding = {
            one.id for one in file.decisions if one.id in holding or one.status(self._on) in _BINDING
        }
        self._contested = {
            one.id
            for one in file.decisions
            if one.objection is not None and one.objection.answered_on is None
        }
        self._bound = _listed(file.decisions, self._binding)
        self._disputed = _listed(file.decisions, self._contested)
        self._last_counted = last_counted(file.incidents, policy)

    def incidents(self) -> list[Judged]:
        """Judge every call; the one from which the term of another runs stays as long as that one does."""
        found = [self._incident(incident) for incident in self._file.incidents]
        staying = {one.number: one.until for one in found if one.reason is RetentionReason.TERM_RUNS}
        last = max(
            (one for one in self._file.incidents if counts(one, self._policy)),
            key=lambda one: (one.at, one.id),
            default=None,
        )
        if last is None or not staying:
            return found
        until = max((day for day in staying.values() if day is not None), default=None)
        stays = Judged(
            kind=RecordKind.INCIDENT,
            number=last.id,
            goes=False,
            reason=RetentionReason.TERM_OF_ANOTHER,
            until=until,
            term_ends=until,
        )
        return [stays if one.goes and one.number == last.id else one for one in found]

    def _incident(self, incident: Incident) -> Judged:
        told = (incident.caller, incident.phone, incident.name_told, incident.customer_number_told)
        linked = any(one is not None for one in told)
        if incident.status.stands and linked and weight(incident, self._policy) is Severity.NONE:
            return self._link(incident)
        reason = self._needed(incident)
        if not incident.status.stands:
            until = withdrawn_kept(self._policy).after(
                self._file.fallen_on.get(incident.id, local_day(incident.recorded_at))
            )
            over = RetentionReason.FALLEN
        else:
            until, over = self._until(incident), RetentionReason.TERM_OVER
            if (
                reason is None
                and counts_through(incident, self._policy) >= self._on
                and counts(incident, self._policy)
            ):
                reason = RetentionReason.COUNTS
            if reason is None and self._promised(incident):
                reason = RetentionReason.PROMISE
        return self._judged(RecordKind.INCIDENT, incident.id, reason, until, over)

    def measure(self, decision: Decision, leaving: set[int]) -> Judged:
        """Judge a decision: it goes with the last of the calls that it answers."""
        reason = None
        if self._file.holds or self._file.held & set(decision.incidents):
            reason = RetentionReason.HELD
        elif decision.id in self._binding:
            reason = RetentionReason.MEASURE
        elif decision.id in self._contested:
            reason = RetentionReason.OBJECTION
        elif self._asks():
            reason = RetentionReason.REQUEST
        elif not leaving.issuperset(set(decision.incidents) & {one.id for one in self._file.incidents}):
            reason = RetentionReason.RECORDS
        until = None
        if reason is None and not set(decision.incidents) & {one.id for one in self._file.incidents}:
            begun = max([decision.decided_on, *([self._last_counted] if self._last_counted else [])])
            until = max(span.after(begun) for span in self._terms.values())
        return self._judged(RecordKind.MEASURE, decision.id, reason, until, RetentionReason.WORKED_OUT)

    def caller(self, caller: Caller, *, anything_left: bool) -> Judged:
        """Judge the person itself: it goes when nothing is left that is about it."""
        reason = None
        if self._file.holds:
            reason = RetentionReason.HELD
        elif self._asks():
            reason = RetentionReason.REQUEST
        elif any(self._is_open(promise) for promise in self._file.promises):
            reason = RetentionReason.PROMISE
        elif anything_left:
            reason = RetentionReason.RECORDS
        return self._judged(
            RecordKind.CALLER, caller.id, reason, self._last_trace(), RetentionReason.NOTHING_LEFT
        )

    def _link(self, incident: Incident) -> Judged:
        """Judge whose a call was that weighs nothing: known while something of it waits, at most thirty days."""
        latest = local_day(incident.at) + _LINK_AT_MOST
        reason = self._needed(incident)
        waits_for = self._waits_for(incident)
        until = latest if waits_for is not None else local_day(incident.at)
        whole = self._terms[Severity.LIGHT].after(local_day(incident.at))
        if reason is None and self._on > max(until, whole):
            return self._judged(RecordKind.INCIDENT, incident.id, None, whole, RetentionReason.TERM_OVER)
        judged = self._judged(RecordKind.LINK, incident.id, reason, until, RetentionReason.NO_PERSON_NEEDED)
        if judged.reason is RetentionReason.TERM_RUNS and waits_for is not None:
            return replace(judged, reason=waits_for)
        return judged

    def _waits_for(self, incident: Incident) -> RetentionReason | None:
        """Return what the link of a call that weighs nothing waits for; None where it waits for nothing."""
        if self._promised(incident):
            return RetentionReason.PROMISE
        return RetentionReason.MEASURE if BREACH in incident.kinds and self._binding else None

    def _judged(
        self,
        kind: RecordKind,
        number: int,
        reason: RetentionReason | None,
        until: date | None,
        over: RetentionReason,
    ) -> Judged:
        if reason is None and until is not None and self._on <= until:
            reason = RetentionReason.TERM_RUNS
        return Judged(
            kind=kind,
            number=number,
            goes=reason is None,
            reason=reason or over,
            until=until if reason in {None, RetentionReason.TERM_RUNS} else None,
            term_ends=until,
        )

    def _needed(self, incident: Incident) -> RetentionReason | None:
        if self._file.holds or incident.id in self._file.held:
            return RetentionReason.HELD
        if incident.id in self._bound:
            return RetentionReason.MEASURE
        if incident.id in self._disputed:
            return RetentionReason.OBJECTION
        return RetentionReason.REQUEST if self._asks() else None

    def _until(self, incident: Incident) -> date:
        """Return the last day of a call's term; for what weighs nothing the shortest there is."""
        begun = local_day(incident.at)
        if incident.caller is not None and self._last_counted is not None:
            begun = max(begun, self._last_counted)
        return self._terms[_kept_as(incident, self._policy)].after(begun)

    def _last_trace(self) -> date:
        """Return until when a person is kept of whom nothing is left but that somebody spoke with it."""
        recent = [local_day(caller.created_at) + _LINK_AT_MOST for caller in self._file.callers]
        events = [request.answer.on for request in self._file.requests if request.answer is not None]
        events += [local_day(promise.made_at) for promise in self._file.promises if promise.incident is None]
        return max([*recent, *(self._terms[Severity.LIGHT].after(event) for event in events)])

    def _promised(self, incident: Incident) -> bool:
        return any(p.incident == incident.id and self._is_open(p) for p in self._file.promises)

    def _is_open(self, promise: PromiseRecord) -> bool:
        return promise.status(self._on).is_open

    def _asks(self) -> bool:
        return any(request.open_on(self._on) for request in self._file.requests)


def _listed(decisions: tuple[Decision, ...], wanted: set[MeasureId]) -> set[IncidentId]:
    return {incident for one in decisions if one.id in wanted for incident in one.incidents}


def person_of(caller: CallerId, merged: Mapping[CallerId, CallerId]) -> CallerId:
    """Return who a caller is now, by whom each was merged into."""
    while caller in merged:
        caller = merged[caller]
    return caller
