"""Tells what a correction changed, so that a colleague can trust it and go on."""

from agressielog.application.correct import Corrected
from agressielog.domain.caller_field import CallerField
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.identity import CallerId, promise_code
from agressielog.domain.incident import Promise
from agressielog.domain.policy import Policy
from agressielog.presentation.aftercare_view import care_change_json, show_care_corrected
from agressielog.presentation.changes import difference_json, show_difference
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json, shown_json
from agressielog.presentation.labels import show_promise


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
            f"{field.value} van de beller: {told or HIDDEN}, zoals in dit gesprek opgegeven",
            indent=2,
            hanging=2,
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
    whose = corrected.incident.caller
    hidden = frozenset({whose}) if corrected.restricted and whose is not None else frozenset[CallerId]()
    return {
        "schema": "agressielog.edit/1",
        "incident": shown_json(corrected.incident, hidden),
        "veranderd": [difference_json(difference) for difference in corrected.changes],
        "beller_aangevuld": [field.value for field in corrected.learned],
        "nazorg": care_change_json(corrected.care) if corrected.care is not None else None,
    }
