"""What must be arranged before a measure can be imposed; every reason at once (design 4.5)."""

from datetime import date
from enum import StrEnum

from agressielog.domain.advice import Advice
from agressielog.domain.identity import IncidentId
from agressielog.domain.ladder import MeasureKind, RungCode
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.value import value


class GateCode(StrEnum):
    """Why a measure is refused; the values are what programs see (design 3.1)."""

    NO_REASON = "geen_reden"
    NO_DECIDER = "geen_besluit"
    NO_END = "geen_einde"
    TOO_LONG = "te_lang"
    NO_CHANNEL = "geen_kanaal"
    NOT_HEARD = "niet_gehoord"
    NOT_WARNED = "niet_gewaarschuwd"
    DEVIATION_WITHOUT_REASON = "afwijking_zonder_reden"
    REJECTED_INCIDENT = "incident_vervallen"
    UNSURE_INCIDENT = "incident_niet_zeker"
    LATER_INCIDENT = "incident_na_besluit"
    BEGINS_BEFORE_DECISION = "begin_voor_besluit"
    ENDS_BEFORE_IT_BEGINS = "einde_voor_begin"
    DELIVERED_BEFORE = "uitgereikt_voor_besluit"
    DELIVERED_AFTER = "uitgereikt_na_einde"


@value
class GateReason:
    """One reason to refuse, with the bound that was passed or the incidents it is about, where there are any."""

    code: GateCode
    longest: Span | None = None
    incidents: tuple[IncidentId, ...] = ()


@value(kw_only=True)
class Proposal:
    """A measure as somebody wants to impose it.

    Attributes:
        kind: the measure.
        rung: the rung it would stand for.
        decided_on: local day of the decision.
        first, last: local days, inclusive.
        delivered_on: local day on which the caller got it; None for not yet.
        warned: a rung from the policy's written warning on was held at an incident it answers, or is now.
        severe: it answers an incident of severity `zwaar`.
        beside: it is what the policy gives along with a measure that was decided (`met`).
        rejected: incidents it rests on that were rejected or withdrawn.
        unsure: incidents it rests on that are only presumed to be this caller's.
        later: incidents it rests on that happened after the day of the decision.
    """

    kind: MeasureKind
    rung: RungCode | None
    decided_on: date
    first: date
    last: date | None
    decided_by: str | None
    reason: str | None
    channel_left: str | None
    heard_on: date | None
    not_heard: str | None
    urgent: bool
    deviation: str | None
    delivered_on: date | None
    warned: bool
    severe: bool
    beside: bool = False
    rejected: tuple[IncidentId, ...] = ()
    unsure: tuple[IncidentId, ...] = ()
    later: tuple[IncidentId, ...] = ()


def refusals(proposal: Proposal, policy: Policy, advice: Advice) -> tuple[GateReason, ...]:
    """Return every reason to refuse a proposal; none means that it may be imposed."""
    found = [*_always(proposal)]
    if proposal.kind.nature.binds:
        found += _for_what_binds(proposal, policy)
    if deviates(proposal, advice) and not _filled(proposal.deviation):
        found.append(GateReason(GateCode.DEVIATION_WITHOUT_REASON))
    return tuple(found)


def deviates(proposal: Proposal, advice: Advice) -> bool:
    """Tell whether a proposal departs from the advice: another measure or rung, or longer than the rung's.

    Where nothing is advised every measure departs from it, but for what goes with one that was decided.
    """
    if proposal.beside:
        return False
    allowed = {advice.measure, *advice.alternatives}
    if proposal.kind.code not in allowed:
        return True
    if advice.rung is not None and proposal.rung not in {None, advice.rung.code}:
        return True
    if proposal.last is None or advice.longest is None:
        return False
    return proposal.last > advice.longest.last_day_from(proposal.first)


def _always(proposal: Proposal) -> list[GateReason]:
    found: list[GateReason] = []
    if not _filled(proposal.decided_by):
        found.append(GateReason(GateCode.NO_DECIDER))
    if not _filled(proposal.reason):
        found.append(GateReason(GateCode.NO_REASON))
    for code, incidents in (
        (GateCode.REJECTED_INCIDENT, proposal.rejected),
        (GateCode.UNSURE_INCIDENT, proposal.unsure),
        (GateCode.LATER_INCIDENT, proposal.later),
    ):
        if incidents:
            found.append(GateReason(code, incidents=incidents))
    if proposal.first < proposal.decided_on:
        # Nobody can have kept to what was not decided yet. A decision of an earlier day is entered as of that day.
        found.append(GateReason(GateCode.BEGINS_BEFORE_DECISION))
    if proposal.last is not None and proposal.last < proposal.first:
        found.append(GateReason(GateCode.ENDS_BEFORE_IT_BEGINS))
    if proposal.delivered_on is not None:
        if proposal.delivered_on < proposal.decided_on:
            found.append(GateReason(GateCode.DELIVERED_BEFORE))
        elif proposal.last is not None and proposal.delivered_on > proposal.last:
            found.append(GateReason(GateCode.DELIVERED_AFTER))
    return found


def _for_what_binds(proposal: Proposal, policy: Policy) -> list[GateReason]:
    """Return what a ban or restriction lacks; the last two demands are the policy's to switch off."""
    found: list[GateReason] = []
    guards = policy.safeguards
    longest = guards.longest_decision if guards is not None else None
    if proposal.last is None:
        found.append(GateReason(GateCode.NO_END))
    elif longest is not None and proposal.last > longest.last_day_from(proposal.first):
        found.append(GateReason(GateCode.TOO_LONG, longest))
    if not _filled(proposal.channel_left):
        found.append(GateReason(GateCode.NO_CHANNEL))
    if guards is None or guards.hearing.on:
        heard = proposal.heard_on is not None or _filled(proposal.not_heard)
        if not heard:
            found.append(GateReason(GateCode.NOT_HEARD))
    exempt = proposal.severe or (proposal.urgent and _filled(proposal.reason))
    if (guards is None or guards.warned_first.on) and not proposal.warned and not exempt:
        found.append(GateReason(GateCode.NOT_WARNED))
    return found


def _filled(text: str | None) -> bool:
    return text is not None and bool(text.strip())
