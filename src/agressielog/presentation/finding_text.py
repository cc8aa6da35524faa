"""Explains findings: why a rule did or did not decide, in one Dutch sentence each."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from agressielog.application.considerations import Considerations
from agressielog.domain.advice import Finding, NotCounted, RuleCode
from agressielog.domain.identity import IncidentId, measure_code
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import Ladder, RungCode
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.presentation.good_call_view import show_good_calls
from agressielog.presentation.labels import counted
from agressielog.presentation.moments import show_short_day


def explain(finding: Finding, incidents: Mapping[IncidentId, Incident], policy: Policy) -> str:
    """Return what one finding says, with the incidents it counted and their days."""
    return _met(finding, incidents, policy) if finding.met else _unmet(finding, policy)


def _met(finding: Finding, incidents: Mapping[IncidentId, Incident], policy: Policy) -> str:
    listed = name_incidents(finding.counted, incidents)
    rung = rung_label(policy.ladder, finding.rung)
    match finding.rule:
        case RuleCode.ENTRY:
            return f"{listed}: de ladder begint hier bij {rung}."
        case RuleCode.FOLLOW_UP:
            return f"{listed}: gebeurde terwijl {_held(finding, incidents)} nog {_told([*finding.measures, *finding.warned_in])}; nu {rung}."
        case RuleCode.PATTERN:
            tell = counted(len(finding.counted), "incident telt", "incidenten tellen")
            return f"{tell} mee ({listed}): een patroon, dus minstens {rung}."
        case RuleCode.WARN_FIRST:
            return f"{listed}: er gold toen geen waarschuwing, dus eerst {rung}."
        case RuleCode.UNWRITTEN:
            return f"{listed}: nooit schriftelijk gewaarschuwd, dus niet hoger dan {rung}."
        case RuleCode.BREACH:
            ran = "liep" if len(finding.measures) == 1 else "liepen"
            return (
                f"{listed}: gebeurde terwijl {_held(finding, incidents)} {ran}; dat wordt er niet langer van."
            )
        case RuleCode.RANGE:
            return f"{listed}: de zwaarste maatregel die hierbij past."
        case _:
            assert_never(finding.rule)


def _unmet(finding: Finding, policy: Policy) -> str:
    match finding.rule:
        case RuleCode.ENTRY:
            return "Waar de ladder begint geeft hier niet de doorslag."
        case RuleCode.FOLLOW_UP:
            return "Geen eerdere maatregel geeft hier de doorslag."
        case RuleCode.PATTERN:
            tell = counted(len(finding.counted), "incident telt", "incidenten tellen")
            if finding.missing:
                return f"{tell} mee; bij {finding.missing} meer is het een patroon: {rung_label(policy.ladder, finding.rung)}."
            return f"{tell} mee: een patroon, maar dat geeft hier niet de doorslag."
        case RuleCode.WARN_FIRST:
            return "Er hoefde niet eerst gewaarschuwd te worden."
        case RuleCode.UNWRITTEN:
            return "Dat er geen schriftelijke waarschuwing was, maakt hier niet uit."
        case RuleCode.BREACH:
            return "Er liep geen verbod."
        case RuleCode.RANGE:
            return "Niets vraagt om een maatregel."
        case _:
            assert_never(finding.rule)


def _held(finding: Finding, incidents: Mapping[IncidentId, Incident]) -> str:
    """Return what a finding leans on: `M3`, or the call in which somebody was warned."""
    held = [measure_code(measure) for measure in finding.measures]
    held += [f"de waarschuwing in gesprek {name_incidents([one], incidents)}" for one in finding.warned_in]
    return enumerated(held)


def _told(what: Sequence[object]) -> str:
    return "telde" if len(what) == 1 else "telden"


def explain_not_counted(reason: NotCounted) -> str:
    """Return why an incident does not count."""
    match reason:
        case NotCounted.NEVER:
            return "weegt niets in het beleid (kritiek, emotie of onwel zijn telt nooit)"
        case NotCounted.REJECTED:
            return "is afgewezen"
        case NotCounted.WITHDRAWN:
            return "is ingetrokken"
        case NotCounted.UNCONFIRMED:
            return "is nog niet bevestigd"
        case NotCounted.PRESUMED:
            return "het is niet zeker dat het deze beller was"
        case NotCounted.TOO_OLD:
            return "is te lang geleden"
        case _:
            assert_never(reason)


def name_incidents(ids: Sequence[IncidentId], incidents: Mapping[IncidentId, Incident]) -> str:
    """Return `42 (3 apr 2026) en 43 (5 apr 2026)`."""
    named = [
        f"{one} ({show_short_day(local_day(incidents[one].at))})" if one in incidents else str(one)
        for one in ids
    ]
    return enumerated(named or ["geen"])


def rung_label(ladder: Ladder | None, code: RungCode | None) -> str:
    """Return the label of a rung in lower case, or its code where this policy lacks it."""
    if ladder is None or code is None:
        return str(code or "")
    label = next((rung.label for rung in ladder.rungs if rung.code == code), str(code))
    return label[:1].lower() + label[1:]


def show_considerations(weighed: Considerations) -> list[str]:
    """Return what speaks for the caller or asks for care, a line each."""
    found = []
    if weighed.our_fault:
        named = enumerated([str(incident) for incident in weighed.our_fault])
        found.append(f"bij {named} lag de aanleiding bij ons")
    if weighed.apologised_on is not None:
        found.append(f"de beller maakte excuses op {show_short_day(weighed.apologised_on)}")
    good_calls = show_good_calls(weighed.good_calls)
    if good_calls is not None:
        found.append(good_calls)
    if weighed.by_one_reporter is not None:
        found.append(f"{weighed.by_one_reporter} van de {weighed.reported} meldingen zijn van één melder")
    if weighed.later_measures:
        named = enumerated([measure_code(measure) for measure in weighed.later_measures])
        found.append(
            f"{named} {_told(weighed.later_measures)} bij een van deze incidenten nog niet mee: een maatregel telt vanaf de dag na de uitreiking"
        )
    return found


def enumerated(names: Sequence[str]) -> str:
    """Return `a, b en c`."""
    *others, last = names
    return f"{', '.join(others)} en {last}" if others else last
