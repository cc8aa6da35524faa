"""The wording of what stands in the way of a request under the privacy law."""

from agressielog.application.request_errors import (
    RequestAlreadyAnswered,
    RequestAnsweredTooEarly,
    RequestDayInFuture,
    RequestNotFound,
    RequestRefusedWithoutReason,
)
from agressielog.domain.identity import request_code
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, refusal
from agressielog.presentation.moments import show_day


def request_not_found(error: RequestNotFound) -> Mistake:
    """Word a request that is not there."""
    return Mistake(
        "verzoek_niet_gevonden",
        f"Verzoek {request_code(error.request)} is er niet.",
        "Het logboek heeft geen verzoek met dat nummer.",
        "Zoek het nummer op: agressielog avg verzoek list --alles",
    )


def request_already_answered(error: RequestAlreadyAnswered) -> Mistake:
    """Word a second answer."""
    name = request_code(error.request)
    return refusal(
        Reason("al_beantwoord", f"{name} is al beantwoord op {show_day(error.on)}."),
        what="Een verzoek wordt één keer beantwoord; er is niets veranderd.",
        now="Vraagt de beller opnieuw iets, leg dat dan vast als nieuw verzoek.",
    )


def request_answered_too_early(error: RequestAnsweredTooEarly) -> Mistake:
    """Word an answer before the request."""
    return refusal(
        Reason("voor_ontvangst", f"Het verzoek kwam binnen op {show_day(error.received_on)}."),
        what="Een verzoek kan niet eerder beantwoord zijn dan het binnenkwam.",
        now="Noem die dag of een latere.",
    )


def request_refused_without_reason(error: RequestRefusedWithoutReason) -> Mistake:
    """Word an answer that owes its reason."""
    return refusal(
        Reason(
            "zonder_reden", "Wie niet alles krijgt waar om gevraagd is, hoort waarom (AVG, artikel 12 lid 4)."
        ),
        what=f"Het antwoord '{error.outcome}' op {request_code(error.request)} heeft een reden nodig; er is niets veranderd.",
        now="Geef de reden met --reden, zoals je die de beller schrijft.",
    )


def request_day_in_future(error: RequestDayInFuture) -> Mistake:
    """Word a request or an answer that is yet to come."""
    return Mistake(
        "verzoek_in_toekomst",
        f"De dag bij {error.option}, {show_day(error.on)}, ligt in de toekomst.",
        "Een verzoek en het antwoord leg je vast op de dag zelf of later.",
        f"Noem met {error.option} vandaag of een eerdere dag.",
    )
