"""What is told beside the measure, whatever the policy: the police, a running ban, breaches of it."""

from collections.abc import Iterable, Sequence
from datetime import date

from agressielog.domain.advice import Advice, Finding, RuleCode
from agressielog.domain.counting import Dossier, Tally, counting_kinds, oldest_first, unanswered
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Measure, day_after, standing_on
from agressielog.domain.policy import BREACH, Policy
from agressielog.domain.vocabulary import Certainty, PoliceReport


def common_facts(
    dossier: Dossier, policy: Policy, counted: Tally, asking: Sequence[Incident], on: date
) -> Advice:
    """Return what is told whatever the measure: what asks, what does not count, and the police."""
    oldest = min((local_day(incident.at) for incident in asking), default=None)
    return Advice(
        measure=None,
        rung=None,
        police=PoliceReport.strongest(kind.police for i in asking for kind in counting_kinds(i, policy)),
        asking=ids(asking),
        not_counted=counted.not_counted,
        to_review=_breaches(dossier, policy, on),
        later_measures=tuple(
            sorted(
                measure.id
                for measure in standing_on(dossier.measures, on)
                if measure.delivered is not None
                and oldest is not None
                and oldest <= measure.delivered.day <= on
            )
        ),
    )


def breach_finding(asking: Sequence[Incident], dossier: Dossier, policy: Policy, on: date) -> Finding:
    """Return the finding that somebody called in spite of a ban; it is met by what asks for an answer."""
    bans = _bans(dossier, policy, on)
    running = {
        incident.id: [ban.id for ban in bans if ban.in_force(local_day(incident.at))] for incident in asking
    }
    return Finding(
        rule=RuleCode.BREACH,
        met=any(running.values()),
        counted=tuple(incident for incident, broken in running.items() if broken),
        measures=tuple(sorted({ban for broken in running.values() for ban in broken})),
    )


def after_bans(dossier: Dossier, policy: Policy, on: date) -> date | None:
    """Return the first day from *on* without a ban, for a measure that must wait; None where none runs."""
    bans = _bans(dossier, policy, on)
    day = on
    # One ban can follow another without a day between.
    while lasts := [ban.until(ban.last, on) for ban in bans if ban.last and ban.in_force(day, known_on=on)]:
        day = day_after(max(lasts))
    return day if day > on else None


def ids(incidents: Iterable[Incident]) -> tuple[IncidentId, ...]:
    """Return the ids, in the order given."""
    return tuple(incident.id for incident in incidents)


def _bans(dossier: Dossier, policy: Policy, on: date) -> list[Measure]:
    """Return the measures of day *on* or earlier with an end; a restriction leaves contact open and is no ban."""
    return [
        measure
        for measure in standing_on(dossier.measures, on)
        if measure.measure is not None
        and measure.last is not None
        and not (
            (kind := policy.measure(measure.measure)) is not None and kind.nature is MeasureNature.RESTRICTION
        )
    ]


def _breaches(dossier: Dossier, policy: Policy, on: date) -> tuple[IncidentId, ...]:
    """Return the breaches within one ban's term that no decision lists, once there are enough of them.

    An incident that also has a counting kind counts by that kind, and is no breach to review.
    """
    if policy.breaches_from is None:
        return ()
    breaches = [
        incident
        for incident in unanswered(oldest_first(dossier.incidents), dossier.measures, on)
        if local_day(incident.at) <= on and _is_breach(incident, policy)
    ]
    found: set[IncidentId] = set()
    for ban in _bans(dossier, policy, on):
        within = ids(i for i in breaches if ban.in_force(local_day(i.at)))
        if len(within) >= policy.breaches_from:
            found.update(within)
    return ids(incident for incident in breaches if incident.id in found)


def _is_breach(incident: Incident, policy: Policy) -> bool:
    return (
        BREACH in incident.kinds
        and incident.status.stands
        and incident.certainty is Certainty.CERTAIN
        and not counting_kinds(incident, policy)
    )
