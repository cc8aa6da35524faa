"""Which incidents of a caller count, which ask for an answer, and why the others do not (design 4.3)."""

from collections.abc import Iterable
from datetime import date

from agressielog.domain.advice import NotCounted
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Measure, standing_on
from agressielog.domain.policy import BREACH, Kind, Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity


@value
class Dossier:
    """Everything that is known of one caller, in any order."""

    incidents: tuple[Incident, ...]
    measures: tuple[Measure, ...]


@value
class Tally:
    """The incidents up to and including one day, oldest first, sorted by what they do.

    Attributes:
        weighing: those that count but for the window; they may warn, and age.
        counting: those within the window.
        asking: the counting ones that no decision lists yet, in-call warnings left aside.
        not_counted: the others, each with the first reason.
    """

    weighing: tuple[Incident, ...]
    counting: tuple[Incident, ...]
    asking: tuple[Incident, ...]
    not_counted: tuple[tuple[IncidentId, NotCounted], ...]


def tally(dossier: Dossier, policy: Policy, on: date) -> Tally:
    """Sort the incidents of a dossier as of local day *on*."""
    happened = [incident for incident in oldest_first(dossier.incidents) if local_day(incident.at) <= on]
    reasons = {incident.id: _reason(incident, policy, on) for incident in happened}
    weighing = tuple(i for i in happened if reasons[i.id] in {None, NotCounted.TOO_OLD})
    counting = tuple(i for i in happened if reasons[i.id] is None)
    return Tally(
        weighing=weighing,
        counting=counting,
        asking=unanswered(counting, dossier.measures, on),
        not_counted=tuple((incident, reason) for incident, reason in reasons.items() if reason is not None),
    )


def oldest_first(incidents: Iterable[Incident]) -> list[Incident]:
    """Return incidents in the order in which they happened; equal moments as they were entered."""
    return sorted(incidents, key=lambda incident: (incident.at, incident.id))


def unanswered(incidents: Iterable[Incident], measures: Iterable[Measure], on: date) -> tuple[Incident, ...]:
    """Return the incidents that no decision of day *on* or earlier lists."""
    listed = {incident for measure in standing_on(measures, on) for incident in measure.incidents}
    return tuple(i for i in incidents if i.answered is None and i.id not in listed)


def counting_kinds(incident: Incident, policy: Policy) -> tuple[Kind, ...]:
    """Return the kinds by which an incident weighs anything."""
    return tuple(kind for kind in policy.kinds_of(incident.kinds) if weighs(kind))


def weighs(kind: Kind) -> bool:
    """Tell whether a kind counts; a call in spite of a ban never does, whatever a policy says about it."""
    return kind.severity is not Severity.NONE and kind.code != BREACH


def counts_through(incident: Incident, policy: Policy) -> date:
    """Return the last local day on which an incident is within the window of the policy."""
    return policy.window.after(local_day(incident.at))


def _reason(incident: Incident, policy: Policy, on: date) -> NotCounted | None:
    if incident.status is IncidentStatus.REJECTED:
        return NotCounted.REJECTED
    if incident.status is IncidentStatus.WITHDRAWN:
        return NotCounted.WITHDRAWN
    if not counting_kinds(incident, policy):
        return NotCounted.NEVER
    if incident.certainty is not Certainty.CERTAIN:
        return NotCounted.PRESUMED
    if policy.counts_from is IncidentStatus.CONFIRMED and incident.status is not IncidentStatus.CONFIRMED:
        return NotCounted.UNCONFIRMED
    return NotCounted.TOO_OLD if on > counts_through(incident, policy) else None
