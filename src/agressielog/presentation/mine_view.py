"""Shows a colleague what became of the own reports, and what is still to be done."""

from datetime import datetime

from agressielog.application.mine import Mine
from agressielog.application.promises import PromiseLine
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.decision import Decision
from agressielog.domain.identity import measure_code, promise_code
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.promise import PromiseStatus
from agressielog.domain.report_outcome import Reported, ReportOutcome
from agressielog.domain.vocabulary import Delivery
from agressielog.presentation.advice_words import measure_label
from agressielog.presentation.aftercare_view import show_due, show_late, step_json, step_label
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import show_caller
from agressielog.presentation.moments import iso, show_short_day
from agressielog.presentation.promise_json import promise_record_json

_TOLD = {
    ReportOutcome.WITHDRAWN: "ingetrokken",
    ReportOutcome.REJECTED: "afgewezen",
    ReportOutcome.INCOMPLETE: "nog aan te vullen",
    ReportOutcome.EARLIER: "afgehandeld in een eerder register",
    ReportOutcome.TO_JUDGE: "ligt ter beoordeling",
    ReportOutcome.TO_CONFIRM_CALLER: "wacht tot iemand bevestigt wie er belde",
    ReportOutcome.TO_CONFIRM: "wacht op bevestiging door een ander",
    ReportOutcome.CONFIRMED: "bevestigd",
    ReportOutcome.RECORDED: "vastgelegd, vraagt niet om een besluit",
}
_DELIVERED = {
    Delivery.POST: "brief uitgereikt",
    Delivery.E_MAIL: "brief gemaild",
    Delivery.SMS: "sms verstuurd",
    Delivery.HANDED_OVER: "brief overhandigd",
    Delivery.READ_OUT: "voorgelezen",
}


def show_mine(screen: Screen, mine: Mine, policy: Policy, now: datetime) -> None:
    """Print what concerns one colleague; of the talks of aftercare only what is due and when."""
    if not (mine.reports or mine.promises or mine.care):
        screen.line(f"Van {mine.name} staat er niets: geen meldingen, geen toezeggingen, geen nazorg.")
        return
    if mine.reports:
        screen.line(styled(f"Meldingen van {mine.name}", Style.TITLE))
    for report in mine.reports:
        screen.line(_report(report, policy, now), indent=2, hanging=2)
    if mine.promises:
        screen.line(styled("Nog na te komen", Style.TITLE))
    for line in mine.promises:
        screen.line(_promise(line, now), indent=2, hanging=2)
    if mine.care:
        screen.line(styled("Nazorg voor jou", Style.TITLE))
    for step in mine.care:
        late = show_late(step, now)
        screen.line(
            f"{step_label(step.step)}, uiterlijk {show_due(step)}"
            + (f", {late}" if late is not None else "")
            + f" (incident {step.incident})",
            indent=2,
            hanging=2,
        )


def mine_json(mine: Mine, now: datetime) -> Json:
    """Return the document of `mijn`."""
    return {
        "schema": "agressielog.mijn/1",
        "naam": mine.name,
        "meldingen": [_report_json(report, now) for report in mine.reports],
        "toezeggingen": [promise_record_json(line.record, local_day(now)) for line in mine.promises],
        "nazorg": [step_json(step, now) for step in mine.care],
    }


def _report(report: Reported, policy: Policy, now: datetime) -> str:
    incident, decision = report.incident, report.decision
    told = _TOLD[report.outcome] if decision is None else _decided(decision, policy, now)
    if report.outcome is ReportOutcome.INCOMPLETE:
        told += f": agressielog edit {incident.id}"
    # Of a caller who asked for a restriction there is no kind to show.
    kind = policy.label_of(incident.main_kind).lower() if incident.kinds else HIDDEN.strip("()")
    return f"{incident.id} ({kind}, {show_short_day(local_day(incident.at))}): {told}"


def _decided(decision: Decision, policy: Policy, now: datetime) -> str:
    if decision.measure is None:
        return f"geen maatregel, besloten op {show_short_day(decision.decided_on)}"
    name = f"{measure_label(decision.measure, policy)} {measure_code(decision.id)}"
    if decision.delivered is None:
        return f"{name} besloten op {show_short_day(decision.decided_on)}, nog niet uitgereikt"
    told = f"{_DELIVERED[decision.delivered.way]} op {show_short_day(decision.delivered.day)}"
    return f"{told}: {name}, {decision.status(local_day(now)).value}"


def _promise(line: PromiseLine, now: datetime) -> str:
    promise, status = line.record.promise, line.record.status(local_day(now))
    told = f"{promise_code(promise.id)} {promise.what}"
    if line.caller is not None:
        told += f", aan {show_caller(line.caller)}"
    if promise.due is not None:
        told += f", voor {show_short_day(promise.due)}"
    return f"{told}, te laat" if status is PromiseStatus.LATE else told


def _report_json(report: Reported, now: datetime) -> Json:
    incident, decision = report.incident, report.decision
    delivered = decision.delivered if decision is not None else None
    return {
        "incident": incident.id,
        "op": iso(incident.at),
        "soorten": list(incident.kinds),
        "uitkomst": report.outcome.value,
        "maatregel": measure_code(decision.id) if decision is not None else None,
        "soort_maatregel": decision.measure if decision is not None else None,
        "besloten_op": decision.decided_on.isoformat() if decision is not None else None,
        "uitgereikt_op": iso(delivered.at) if delivered is not None else None,
        "wijze": delivered.way.value if delivered is not None else None,
        "status_maatregel": decision.status(local_day(now)).value if decision is not None else None,
    }
