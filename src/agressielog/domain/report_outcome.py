"""What became of a report, for the colleague who made it (issue 4, part 6)."""

from collections.abc import Sequence
from enum import StrEnum

from agressielog.domain.decision import Decision
from agressielog.domain.incident import Incident
from agressielog.domain.policy import Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity


class ReportOutcome(StrEnum):
    """What became of a report."""

    WITHDRAWN = "ingetrokken"
    REJECTED = "afgewezen"
    INCOMPLETE = "onvolledig"
    EARLIER = "eerder_register"
    DELIVERED = "uitgereikt"
    DECIDED = "besloten"
    NO_MEASURE = "geen_maatregel"
    TO_JUDGE = "ter_beoordeling"
    TO_CONFIRM_CALLER = "beller_bevestigen"
    TO_CONFIRM = "melding_bevestigen"
    CONFIRMED = "bevestigd"
    RECORDED = "vastgelegd"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something with it."""
        return self in _OPEN


_OPEN = {
    ReportOutcome.INCOMPLETE,
    ReportOutcome.DECIDED,
    ReportOutcome.TO_JUDGE,
    ReportOutcome.TO_CONFIRM_CALLER,
    ReportOutcome.TO_CONFIRM,
}
_FALLEN = {
    IncidentStatus.WITHDRAWN: ReportOutcome.WITHDRAWN,
    IncidentStatus.REJECTED: ReportOutcome.REJECTED,
}


@value
class Reported:
    """A report, what became of it, and the decision that answers it; None where there is none."""

    incident: Incident
    outcome: ReportOutcome
    decision: Decision | None = None


def what_became_of(
    incident: Incident, decisions: Sequence[Decision], policy: Policy, *, asks: bool
) -> Reported:
    """Tell what became of a report.

    Args:
        incident: what was reported.
        decisions: about its caller, oldest first, as they stood on the day; annulled ones are as if they
            had never been.
        policy: says whether a report must be confirmed by somebody else.
        asks: whether it asks for an answer.
    """
    fallen = _FALLEN.get(incident.status)
    if fallen is not None:
        return Reported(incident, fallen)
    answering = [d for d in decisions if incident.id in d.incidents and not d.as_measure.annulled]
    if answering:
        return Reported(incident, _decided(answering[-1]), answering[-1])
    return Reported(incident, _undecided(incident, policy, asks=asks))


def _decided(decision: Decision) -> ReportOutcome:
    if decision.measure is None:
        return ReportOutcome.NO_MEASURE
    return ReportOutcome.DELIVERED if decision.delivered is not None else ReportOutcome.DECIDED


def _undecided(incident: Incident, policy: Policy, *, asks: bool) -> ReportOutcome:
    weighs = policy.severity_of(incident.kinds) is not Severity.NONE
    to_confirm = policy.counts_from is IncidentStatus.CONFIRMED and weighs
    if incident.incomplete:
        return ReportOutcome.INCOMPLETE
    if incident.answered is not None:
        return ReportOutcome.EARLIER
    if asks:
        return ReportOutcome.TO_JUDGE
    if incident.certainty is Certainty.PRESUMED and weighs:
        return ReportOutcome.TO_CONFIRM_CALLER
    if incident.status is IncidentStatus.CONFIRMED:
        return ReportOutcome.CONFIRMED
    return ReportOutcome.TO_CONFIRM if to_confirm else ReportOutcome.RECORDED
