"""Tells what was stored, so that a colleague can trust it and go on."""

from datetime import datetime

from agressielog.application.aftercare import first_contact
from agressielog.application.correct import Corrected
from agressielog.application.record import Recorded
from agressielog.domain.caller_field import CallerField
from agressielog.domain.identity import caller_code, promise_code
from agressielog.domain.incident import Promise
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Certainty, Severity
from agressielog.presentation.advice_json import advice_json
from agressielog.presentation.advice_view import short_advice
from agressielog.presentation.aftercare_view import care_change_json, show_care_corrected, show_care_opened
from agressielog.presentation.caller_json import caller_json
from agressielog.presentation.changes import difference_json, show_difference
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.incident_view import show_promise
from agressielog.presentation.json_documents import Json, incident_json
from agressielog.presentation.labels import show_caller, show_kinds, show_number
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
    for promise in incident.promises:
        screen.line(f"Toegezegd: {show_promise(promise)}", indent=2)
    if incident.entered_late:
        screen.line("Meer dan een week later vastgelegd; dat staat erbij.", indent=2)
    if incident.incomplete:
        screen.line(f"Nog aan te vullen: agressielog edit {incident.id}", indent=2)
    if recorded.case is not None and recorded.case.advice.measure is not None:
        name = caller_code(recorded.case.caller.id)
        screen.line(
            f"Advies: {short_advice(recorded.case.advice, policy)}. Het waarom: agressielog advies {name}"
        )
    if report_to is not None and incident.severity is not Severity.NONE:
        screen.line(f"Meld het bij {report_to}.")
    contact = first_contact(incident, policy) if not recorded.repeated else None
    if contact is not None:
        show_care_opened(screen, contact, now)


def recorded_json(recorded: Recorded) -> Json:
    """Return the document of `add`."""
    return {
        "schema": "agressielog.add/1",
        "incident": incident_json(recorded.incident),
        "beller": caller_json(recorded.caller) if recorded.caller is not None else None,
        "advies": advice_json(recorded.case) if recorded.case is not None else None,
        "stond_er_al": recorded.repeated,
    }


def show_corrected(screen: Screen, corrected: Corrected, policy: Policy) -> None:
    """Print what changed, or that nothing did."""
    incident = corrected.incident
    if corrected.empty:
        screen.line(f"Er is niets veranderd aan incident {incident.id}; er is niets opgeslagen.")
        return
    screen.line(styled(f"Incident {incident.id} is verbeterd; de oude versie blijft bewaard.", Style.GOOD))
    for difference in corrected.changes:
        screen.line(show_difference(difference, policy), indent=2, hanging=2)
    for field in corrected.learned:
        told = incident.name_told if field is CallerField.NAME else incident.customer_number_told
        screen.line(
            f"{field.value} van de beller: {told}, zoals in dit gesprek opgegeven", indent=2, hanging=2
        )
    for promise in incident.promises[len(incident.promises) - len(corrected.promises) :]:
        screen.line(f"Toegezegd: {show_promise(promise)}", indent=2)
    for promise in lapsing(corrected):
        screen.line(f"{promise_code(promise.id)} vervalt: het incident is {incident.status.value}.", indent=2)
    if corrected.care is not None:
        show_care_corrected(screen, corrected.care)


def lapsing(corrected: Corrected) -> list[Promise]:
    """Return the promises that nobody has to keep any more since this correction."""
    incident = corrected.incident
    fell = any(difference.field == "status" for difference in corrected.changes)
    return [p for p in incident.promises if fell and not incident.status.stands and p.done_at is None]


def corrected_json(corrected: Corrected) -> Json:
    """Return the document of `edit`."""
    return {
        "schema": "agressielog.edit/1",
        "incident": incident_json(corrected.incident),
        "veranderd": [difference_json(difference) for difference in corrected.changes],
        "beller_aangevuld": [field.value for field in corrected.learned],
        "nazorg": care_change_json(corrected.care) if corrected.care is not None else None,
    }
