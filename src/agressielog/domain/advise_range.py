"""Advice by a policy without a ladder: each kind of behaviour calls for a measure between two lengths.

There are no held rungs, no pattern and no warn-first here (design 4.3, "Range policy").
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from agressielog.domain.advice import Advice, Finding, RuleCode
from agressielog.domain.circumstances import after_bans, breach_finding, common_facts, ids
from agressielog.domain.counting import Dossier, counting_kinds, counts_through, tally
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import MeasureCode, Range
from agressielog.domain.measure import day_after
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import PoliceReport


def advise_by_range(dossier: Dossier, policy: Policy, on: date) -> Advice:
    """Return the advice of a policy that gives each kind a range: the heaviest measure that is asked for."""
    counted = tally(dossier, policy, on)
    base = common_facts(dossier, policy, counted, counted.asking, on)
    calling = [incident for incident in counted.asking if _ranges([incident], policy)]
    ranges = _ranges(calling, policy)
    heaviest = _heaviest(ranges, policy)
    findings = (
        Finding(
            rule=RuleCode.RANGE,
            met=bool(heaviest),
            counted=ids(calling),
            ground=heaviest[0].ground if heaviest else "",
        ),
        breach_finding(calling, dossier, policy, on),
    )
    if not heaviest:
        return replace(base, findings=findings)
    shortest, longest = _bounds(heaviest)
    return replace(
        base,
        measure=heaviest[0].measure,
        shortest=shortest,
        longest=longest,
        not_before=after_bans(dossier, policy, on),
        police=PoliceReport.strongest([base.police, *(one.police for one in ranges)]),
        findings=findings,
        lapses_on=_lapses_on(calling, policy),
    )


def bounds(
    incidents: Iterable[Incident], measure: MeasureCode, policy: Policy
) -> tuple[Span | None, Span | None]:
    """Return the least and the most that *policy* gives for a measure after these incidents.

    None where it says nothing: a `hoogstens` has no least, and another measure has no range here.
    """
    return _bounds([one for one in _ranges(incidents, policy) if one.measure == measure])


def _bounds(ranges: Sequence[Range]) -> tuple[Span | None, Span | None]:
    return _longest_of(one.shortest for one in ranges), _longest_of(one.longest for one in ranges)


def _ranges(incidents: Iterable[Incident], policy: Policy) -> list[Range]:
    kinds = (kind for incident in incidents for kind in counting_kinds(incident, policy))
    return [kind.range for kind in kinds if kind.range is not None]


def _heaviest(ranges: Sequence[Range], policy: Policy) -> list[Range]:
    """Return the ranges of the heaviest measure; the policy lists its measures from light to heavy."""
    weight = max((policy.weight_of(one.measure) for one in ranges), default=None)
    return [one for one in ranges if policy.weight_of(one.measure) == weight]


def _lapses_on(calling: Sequence[Incident], policy: Policy) -> date:
    """Return the first day with a lighter measure or a shorter maximum: in the end there is none at all."""
    now = _weight(calling, policy)
    ends = {incident.id: counts_through(incident, policy) for incident in calling}

    def lower_after(day: date) -> bool:
        left = [incident for incident in calling if ends[incident.id] > day]
        return not left or _weight(left, policy) < now

    return day_after(min(day for day in ends.values() if lower_after(day)))


def _weight(calling: Iterable[Incident], policy: Policy) -> tuple[int, int]:
    """Return how heavy the advice for these incidents is: its measure, then its longest term in days."""
    heaviest = _heaviest(_ranges(calling, policy), policy)
    longest = _longest_of(one.longest for one in heaviest)
    return (policy.weight_of(heaviest[0].measure), longest.days if longest is not None else 0)


def _longest_of(spans: Iterable[Span | None]) -> Span | None:
    """Return the longest, or None if there is none; a policy measures all its ranges in one unit."""
    return max((span for span in spans if span is not None), key=lambda span: span.days, default=None)
