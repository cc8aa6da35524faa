"""Tells what was stored, so that a colleague can trust it and go on."""

from datetime import datetime

from agressielog.application.record import Recorded
from agressielog.domain.identity import caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Certainty, PoliceReport, Severity
from agressielog.presentation.advice_words import short_advice
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import POLICE_ADVICE, show_caller, show_kinds, show_number, show_promise
from agressielog.presentation.moments import show_moment


def show_recorded(
    screen: Screen, recorded: Recorded, policy: Policy, report_to: str | None, now: datetime
) -> None:
    """Print what was stored, and to whom to report it."""
    incident = recorded.incident
    told = "Stond er al als" if recorded.repeated else "Opgeslagen als"
    screen.line(styled(f"{told} incident {incident.id}.", Style.GOOD))
    screen.line(
        f"{show_kinds(incident.kinds, policy)} ({incident.severity.value}) · {show_moment(incident.at, now)}",
        indent=2,
    )
    if recorded.caller is None:
        screen.line(f"{show_number(incident.number)}: hoort bij niemand", indent=2)
    else:
        screen.line(f"{show_caller(recorded.caller)} · {show_number(incident.number)}", indent=2)
        if incident.certainty is Certainty.PRESUMED:
            screen.line("Vermoedelijk deze beller; het telt pas mee als iemand dat bevestigt:", indent=2)
            screen.line(f"agressielog edit {incident.id} --zeker", indent=4)
    for promise in incident.promises if not recorded.hidden else ():
        screen.line(f"Toegezegd: {show_promise(promise)}", indent=2)
    if incident.entered_late:
        screen.line("Meer dan een week later vastgelegd; dat staat erbij.", indent=2)
    if incident.incomplete:
        screen.line(f"Nog aan te vullen: agressielog edit {incident.id}", indent=2)
    _show_what_follows(screen, recorded, policy, report_to)
    if incident.aftercare is not None and not recorded.repeated:
        _show_care_opened(screen, incident, policy, now)


def _show_what_follows(screen: Screen, recorded: Recorded, policy: Policy, report_to: str | None) -> None:
    incident = recorded.incident
    if recorded.case is not None and recorded.case.restricted:
        name = caller_code(recorded.case.caller.id)
        screen.line(f"Beperkt op verzoek: het advies is voor wie besluit. agressielog advies {name}")
    elif recorded.case is not None and recorded.case.advice.measure is not None:
        name = caller_code(recorded.case.caller.id)
        screen.line(
            f"Advies: {short_advice(recorded.case.advice, policy)}. Het waarom: agressielog advies {name}"
        )
    if incident.police_report is PoliceReport.YES and not recorded.hidden:
        # Also where there is no caller, and so no advice that would say it.
        screen.line(
            f"Het beleid zegt: {POLICE_ADVICE[incident.police_report]}. Het blad: agressielog aangifte {incident.id}"
        )
    if report_to is not None and incident.severity is not Severity.NONE:
        screen.line(f"Meld het bij {report_to}.")


def _show_care_opened(screen: Screen, incident: Incident, policy: Policy, now: datetime) -> None:
    from agressielog.application.aftercare import first_contact  # noqa: PLC0415 - seldom needed
    from agressielog.presentation.aftercare_view import show_care_opened  # noqa: PLC0415 - seldom needed

    contact = first_contact(incident, policy)
    if contact is not None:
        show_care_opened(screen, contact, now)
