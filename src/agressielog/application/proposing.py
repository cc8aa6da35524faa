"""Turns what somebody wants to impose into a proposal: what was not said follows from the advice."""

from datetime import date, timedelta

from agressielog.application.advice_record import advice_record, record_text
from agressielog.application.dossiers import Case
from agressielog.application.measure_errors import (
    IncidentOfSomebodyElse,
    NoLengthForThis,
    NothingDecided,
    UnfitForRung,
    UnknownMeasure,
    UnknownRung,
)
from agressielog.application.ports.logbook import Reading
from agressielog.domain.climbing import climb
from agressielog.domain.counting import tally
from agressielog.domain.decision import Decision, GivenAdvice
from agressielog.domain.gates import GateReason, Proposal, refusals
from agressielog.domain.identity import IncidentId, caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import MeasureCode, MeasureKind, Rung, RungCode
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Delivered
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Severity


@value(kw_only=True)
class Wanted:
    """A measure as somebody wants to impose it; what is None follows from the advice.

    Attributes:
        caller: as typed.
        measure: None for the one of the rung that is named, or what is advised.
        rung: None for the rung that fits.
        first: None for the day of the decision, or the day after a ban that runs.
        last, length: at most one of them; None for the rung's own length.
        incidents: None for everything that asks for an answer.
    """

    caller: str
    measure: str | None = None
    rung: str | None = None
    first: date | None = None
    last: date | None = None
    length: Span | None = None
    decided_by: str | None = None
    reason: str | None = None
    scope: str | None = None
    channel_left: str | None = None
    arrangement: str | None = None
    heard_on: date | None = None
    not_heard: str | None = None
    urgent: bool = False
    deviation: str | None = None
    incidents: tuple[IncidentId, ...] | None = None
    delivered: Delivered | None = None


@value
class Draft:
    """A proposal with what it stands for; `rung` is None off the ladder."""

    proposal: Proposal
    rung: Rung | None
    incidents: tuple[Incident, ...]


def propose(reading: Reading, wanted: Wanted, case: Case) -> Draft:
    """Work out what *wanted* comes to.

    Raises:
        NothingDecided: no measure is named and none is advised.
        NoLengthForThis: a length for what has no last day.
        UnknownMeasure, UnknownRung, UnfitForRung, IncidentNotFound, IncidentOfSomebodyElse.
    """
    return _draft(wanted, case, answered(reading, wanted.incidents, case))


def foresee(wanted: Wanted, case: Case) -> Draft:
    """Work out what *wanted* would come to, for asking a person what it lacks; errors as `propose`.

    Incidents that are not this caller's are left out here.
    """
    if wanted.incidents is None:
        return _draft(wanted, case, case.open)
    return _draft(wanted, case, tuple(i for i in case.incidents if i.id in wanted.incidents))


def lacking(case: Case) -> tuple[GateReason, ...]:
    """Return what must be arranged before the advised measure can be imposed; nothing where none is advised."""
    if case.advice.measure is None:
        return ()
    draft = foresee(Wanted(caller=caller_code(case.caller.id), measure=case.advice.measure), case)
    return refusals(draft.proposal, case.policy, case.advice)


def _draft(wanted: Wanted, case: Case, incidents: tuple[Incident, ...]) -> Draft:
    rung, kind = named_step(wanted, case)
    main = _given_with(case, kind, wanted.rung, incidents)
    if main is not None:
        rung, incidents = None, incidents or _listed(case, main)
    first = wanted.first or _not_before(main, case) or case.on
    if not kind.nature.binds and (wanted.last is not None or wanted.length is not None):
        raise NoLengthForThis(kind.label)
    proposal = Proposal(
        kind=kind,
        rung=rung.code if rung is not None else None,
        decided_on=case.on,
        first=first,
        last=_last(wanted, first, kind, rung) if main is None else _last_beside(wanted, first, kind, main),
        decided_by=wanted.decided_by,
        reason=wanted.reason,
        channel_left=wanted.channel_left,
        heard_on=wanted.heard_on,
        not_heard=wanted.not_heard,
        urgent=wanted.urgent,
        deviation=wanted.deviation,
        delivered_on=wanted.delivered.day if wanted.delivered is not None else None,
        warned=_warned(case, incidents),
        severe=any(case.policy.severity_of(i.kinds) is Severity.SEVERE for i in incidents),
        beside=main is not None,
        rejected=tuple(i.id for i in incidents if not i.status.stands),
        unsure=tuple(i.id for i in incidents if i.certainty is not Certainty.CERTAIN),
        later=tuple(i.id for i in incidents if local_day(i.at) > case.on),
    )
    return Draft(proposal, rung, incidents)


def named_step(wanted: Wanted, case: Case) -> tuple[Rung | None, MeasureKind]:
    """Return the rung and the measure that are wanted.

    The measure is the one named, else that of the rung named, else the advised one. The rung is the one
    named, else the advised one for the same measure, else the lowest with it; None off the ladder.

    Raises:
        NothingDecided, UnknownMeasure, UnknownRung, UnfitForRung.
    """
    ladder, policy = case.policy.ladder, case.policy
    named = None
    if wanted.rung is not None:
        rungs = ladder.rungs if ladder is not None else ()
        named = next((rung for rung in rungs if rung.code == _plain(wanted.rung)), None)
        if named is None:
            raise UnknownRung(wanted.rung, tuple(str(rung.code) for rung in rungs))
    code = wanted.measure or (named.measure if named is not None else case.advice.measure)
    if code is None:
        raise NothingDecided(case.caller.id)
    kind = policy.measure(MeasureCode(_plain(code)))
    if kind is None:
        raise UnknownMeasure(code, tuple(str(kind.code) for kind in policy.measures))
    if named is not None and not _fits(kind, named, policy):
        raise UnfitForRung(kind.label, named.label)
    advised = case.advice.rung
    if named is None and advised is not None and kind.code in {advised.measure, *advised.alternatives}:
        named = advised
    return named or rung_of(policy, kind.code, None), kind


def _fits(kind: MeasureKind, rung: Rung, policy: Policy) -> bool:
    """Tell whether a measure can stand for a rung: what ends only for what ends, a warning only for a warning."""
    main = policy.measure(rung.measure)
    return main is None or main.nature.binds is kind.nature.binds


def _given_with(
    case: Case, kind: MeasureKind, rung: str | None, incidents: tuple[Incident, ...]
) -> Decision | None:
    """Return the last measure that stands and that this one goes with (`met`), about the same incidents.

    A companion holds no rung and departs from nothing (design 4.3, "A rung with two measures").
    """
    if rung is not None:
        return None
    about = {incident.id for incident in incidents}
    for decision in reversed(case.decisions):
        if decision.decided_on > case.on or decision.known_on(case.on).ended is not None:
            continue
        step = rung_of(case.policy, decision.measure, decision.rung)
        if step is not None and kind.code in step.companions and about <= set(decision.incidents):
            return decision
    return None


def _listed(case: Case, decision: Decision) -> tuple[Incident, ...]:
    return tuple(incident for incident in case.incidents if incident.id in decision.incidents)


def _not_before(main: Decision | None, case: Case) -> date | None:
    return case.advice.not_before if main is None else max(main.first, case.on)


def _last_beside(wanted: Wanted, first: date, kind: MeasureKind, main: Decision) -> date | None:
    """Return the last day of a measure beside another: that of the other, unless it was named."""
    return _last(wanted, first, kind, None) or (main.last if kind.nature.binds else None)


def rung_of(policy: Policy, measure: MeasureCode | None, rung: RungCode | None) -> Rung | None:
    """Return a rung by its code; one the policy lacks, or none, is the lowest with that measure (design 4.3)."""
    ladder = policy.ladder
    if ladder is None or measure is None:
        return None
    code = rung if ladder.has(rung) else ladder.lowest_for(measure)
    return next((found for found in ladder.rungs if found.code == code), None)


def answered(reading: Reading, named: tuple[IncidentId, ...] | None, case: Case) -> tuple[Incident, ...]:
    """Return the incidents a decision answers: those named, or all that is open.

    Raises:
        IncidentNotFound, IncidentOfSomebodyElse.
    """
    if named is None:
        return case.open
    found = tuple(reading.incident(incident) for incident in dict.fromkeys(named))
    for incident in found:
        if incident.caller != case.caller.id:
            raise IncidentOfSomebodyElse(incident.id, case.caller.id)
    return found


def valid_until(policy: Policy, rung: Rung | None, delivered: Delivered | None) -> date | None:
    """Return the last day on which a delivered warning counts.

    Without a validity of its rung it counts through the window, like any warning (design 4.3).
    """
    if delivered is None:
        return None
    validity = rung.validity if rung is not None else None
    return (validity or policy.window).after(delivered.day)


def review_day(policy: Policy, first: date, last: date) -> date | None:
    """Return the day half-way, rounded down, and at the latest what the policy says (design 4.3, 4.5).

    What lasts longer than the policy allows without a new decision is decided again by then, whether or not
    the policy wants reviews.
    """
    half = first + timedelta(days=((last - first).days + 1) // 2)
    guards = policy.safeguards
    if guards is None:
        return half
    days = [half, guards.review_at_latest.after(first)] if guards.review.on else []
    renewal = guards.longest_without_new
    if renewal is not None and last > renewal.last_day_from(first):
        days.append(renewal.after(first))
    return min(days, default=None)


def given_advice(case: Case) -> GivenAdvice:
    """Return what was advised, in the form in which it is kept with a decision."""
    policy = case.policy
    return GivenAdvice(
        record_text(advice_record(case.advice, policy)), policy.name, policy.version, policy.sha256
    )


def _last(wanted: Wanted, first: date, kind: MeasureKind, rung: Rung | None) -> date | None:
    """Return the last day; a warning has none, and of a range the decider chooses it."""
    if wanted.last is not None:
        return wanted.last
    if wanted.length is not None:
        return wanted.length.last_day_from(first)
    if not kind.nature.binds or rung is None or rung.longest is None or rung.is_range:
        return None
    return rung.longest.last_day_from(first)


def _warned(case: Case, incidents: tuple[Incident, ...]) -> bool:
    """Tell whether a warning was held at the moment of an incident that is answered, or is on the day itself."""
    policy, ladder = case.policy, case.policy.ladder
    if ladder is None:
        return True
    climbing = climb(tally(case.dossier, policy, case.on), case.dossier.measures, policy, ladder, case.on)
    return climbing.warned_before(incidents, case.on)


def _plain(code: str) -> str:
    return code.strip().casefold().replace(" ", "_").replace("-", "_")
