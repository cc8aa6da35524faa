"""What a colleague wants to know of the own work: reports, promises and aftercare (issue 4, part 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from agressielog.application.aftercare import open_aftercare
from agressielog.application.dossiers import Case, case_of
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.promises import PromiseLine, line_of, open_promises
from agressielog.application.restricting import curtain_of
from agressielog.domain.aftercare import DueStep
from agressielog.domain.curtain import Curtain
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.report_outcome import Reported, what_became_of
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.text import fold
from agressielog.domain.value import value

#: Older reports show only while somebody still has to do something with them.
SHOWN_FOR = Span(12, SpanUnit.MONTH)


@value
class Mine:
    """What concerns one colleague.

    Attributes:
        name: whose it is.
        reports: of the last twelve months, and what is still open of before; the last one first.
        promises: what this colleague promised and still has to be kept, earliest due first.
        care: the steps of aftercare still due for this colleague, earliest due first; never what was said.
    """

    name: str
    reports: tuple[Reported, ...]
    promises: tuple[PromiseLine, ...]
    care: tuple[DueStep, ...]


def what_is_mine(store: Store, name: str, policy: Policy, on: date) -> Mine:
    """Gather what concerns one colleague, as of local day *on*.

    Args:
        store: the logbook.
        name: of the colleague; case, accents and spaces do not matter.
        policy: the one in use on that day.
        on: what happened later is not looked at.
    """
    with store.reading() as reading:
        told = [incident for incident in reading.reported_by(name) if local_day(incident.at) <= on]
        cases = _cases(reading, told, policy, on)
        reports = (_report(incident, cases, policy, on) for incident in told)
        curtain = curtain_of(reading)
        promises = [record for record in open_promises(reading, on) if fold(record.made_by) == fold(name)]
        return Mine(
            name=name,
            reports=tuple(_over(curtain, report) for report in reports if _shows(report, on)),
            promises=tuple(line_of(reading, record) for record in promises),
            care=tuple(open_aftercare(reading, policy, on, name)),
        )


def _cases(reading: Reading, told: Sequence[Incident], policy: Policy, on: date) -> Mapping[CallerId, Case]:
    callers = dict.fromkeys(incident.caller for incident in told if incident.caller is not None)
    return {caller: case_of(reading, reading.caller(caller), policy, on) for caller in callers}


def _report(incident: Incident, cases: Mapping[CallerId, Case], policy: Policy, on: date) -> Reported:
    case = cases.get(incident.caller) if incident.caller is not None else None
    if case is None:
        return what_became_of(incident, (), policy, asks=False)
    taken = [decision.known_on(on) for decision in case.decisions if decision.decided_on <= on]
    waiting = {*case.advice.asking, *case.advice.to_review}
    return what_became_of(incident, taken, policy, asks=incident.id in waiting)


def _over(curtain: Curtain, report: Reported) -> Reported:
    return replace(
        report,
        incident=curtain.over_incident(report.incident),
        decision=curtain.over_decision(report.decision) if report.decision is not None else None,
    )


def _shows(report: Reported, on: date) -> bool:
    return report.outcome.is_open or SHOWN_FOR.after(local_day(report.incident.at)) >= on
