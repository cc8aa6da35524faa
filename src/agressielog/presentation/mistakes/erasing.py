"""Why somebody is not forgotten, and what is said when something is left."""

from agressielog.application.forgetting import (
    ForgettingRefused,
    NameNotTyped,
    NotCleaned,
    Obstacle,
    ObstacleCode,
    RemainsFound,
)
from agressielog.application.retention import ClockImplausible, CountDiffers, TermsImpossible
from agressielog.domain.hold import Hold
from agressielog.domain.identity import caller_code, measure_code
from agressielog.domain.local_time import local_day
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, either, refusal
from agressielog.presentation.moments import show_day

_TOLD = {
    ObstacleCode.IN_FORCE: "{measure} loopt of begint nog.",
    ObstacleCode.HOLDS_RUNG: "{measure} telt nog mee voor een volgende maatregel.",
    ObstacleCode.NO_REASON: "Er staat geen reden bij.",
    ObstacleCode.NO_DECIDER: "Er staat niet bij wie besluit.",
}
_MISSING = {ObstacleCode.NO_REASON: "--reden", ObstacleCode.NO_DECIDER: "--besluit-door"}


def forgetting_refused(error: ForgettingRefused) -> Mistake:
    """Word a person who cannot be forgotten yet, with every reason at once."""
    missing = [_MISSING[one.code] for one in error.obstacles if one.code in _MISSING]
    now = (
        f"Vul aan: {'; '.join(missing)}."
        if missing
        else "Wacht tot dit voorbij is. Moet het toch, dan besluit iemand met naam: "
        "--toch --reden TEKST --besluit-door NAAM"
    )
    return refusal(
        *(Reason(one.code.value, _told(one)) for one in error.obstacles),
        what=f"{caller_code(error.caller)} is niet vergeten; er is niets veranderd.",
        now=now,
    )


def name_not_typed(error: NameNotTyped) -> Mistake:
    """Word a name that was not the one of who would be forgotten."""
    return refusal(
        Reason("andere_naam", "Wat je typte is niet van deze beller."),
        what=f"{caller_code(error.caller)} is niet vergeten; er is niets veranderd.",
        now="Kijk wie het is: agressielog beller show " + caller_code(error.caller),
    )


def remains_found(error: RemainsFound) -> Mistake:
    """Word texts that are still in the file after all."""
    return Mistake(
        "resten_gevonden",
        "De gegevens zijn gewist, maar in het bestand liggen er nog resten van.",
        f"Gevonden: {either([field.replace('_', ' ') for field in error.fields])}.",
        "Ruim het bestand nog eens op: agressielog avg vergeet --afmaken. Dat kan niet meer nazoeken; meld dit aan wie het "
        "programma beheert.",
    )


def not_cleaned(_error: NotCleaned) -> Mistake:
    """Word a file that could not be written anew after an erasure."""
    return Mistake(
        "niet_opgeruimd",
        "De gegevens zijn gewist, maar het bestand is nog niet opgeruimd.",
        "Een ander heeft het logboek open, of de schijf is vol.",
        "Herhaal dit zodra dat voorbij is: agressielog avg vergeet --afmaken",
    )


def _told(obstacle: Obstacle) -> str:
    if obstacle.hold is not None:
        return _held(obstacle.hold)
    measure = measure_code(obstacle.measure) if obstacle.measure is not None else ""
    return _TOLD[obstacle.code].format(measure=measure)


def _held(hold: Hold) -> str:
    until = f" tot en met {show_day(hold.until)}" if hold.until is not None else ""
    what = f"Incident {hold.incident}" if hold.incident is not None else "De beller"
    return f"{what} wordt vastgehouden sinds {show_day(hold.since)}{until}: {hold.reason}."


def terms_impossible(error: TermsImpossible) -> Mistake:
    """Word a policy whose terms say nothing, or the opposite of what they must."""
    named = either([severity.value for severity in error.severities])
    return refusal(
        Reason(
            "geen_termijn",
            f"In beleid {error.policy} ontbreekt de bewaartermijn voor {named}, of die is korter "
            "dan die van een lichtere ernst.",
        ),
        what="Er wordt niets opgeschoond zonder een termijn die klopt.",
        now="Zet onder [bewaren] een termijn voor licht, middel en zwaar, en neem het beleid in gebruik: "
        "agressielog beleid use BESTAND",
    )


def clock_implausible(error: ClockImplausible) -> Mistake:
    """Word a clock by which nothing may be thrown away."""
    side = "eerder dan" if error.now < error.last else "meer dan een jaar na"
    return refusal(
        Reason(
            "klok",
            f"Het is volgens deze computer {show_day(local_day(error.now))}, {side} de laatste wijziging van "
            f"het logboek ({show_day(local_day(error.last))}).",
        ),
        what="Er wordt niets opgeschoond op een klok die niet kan kloppen.",
        now="Zet de klok goed. Klopt hij wel en is er een jaar niets vastgelegd, leg dan eerst iets vast.",
    )


def count_differs(error: CountDiffers) -> Mistake:
    """Word a count that is not the one of what would go."""
    return refusal(
        Reason("ander_aantal", f"Je gaf {error.agreed} op; het zijn er {error.found}."),
        what="Er is niets opgeschoond.",
        now="Bekijk eerst wat er weggaat: agressielog avg opschonen --dry-run",
    )
