"""The wording of what stands in the way of a statement, a restriction or a hold."""

from agressielog.application.restricting import DetailsRestricted
from agressielog.application.rights_errors import (
    AlreadyRestricted,
    HoldEndsInPast,
    KeptTooLong,
    NoLonger,
    NotHeld,
    NothingKeptLonger,
    NotRestricted,
    StatementInFuture,
)
from agressielog.domain.identity import caller_code
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, refusal
from agressielog.presentation.moments import show_day


def statement_in_future(error: StatementInFuture) -> Mistake:
    """Word a statement that is yet to come."""
    return Mistake(
        "zienswijze_in_toekomst",
        f"De dag bij --op, {show_day(error.on)}, ligt in de toekomst.",
        "Een zienswijze leg je vast op de dag zelf of later.",
        "Noem met --op vandaag of een eerdere dag.",
    )


def already_restricted(error: AlreadyRestricted) -> Mistake:
    """Word a second restriction."""
    name = caller_code(error.caller)
    return refusal(
        Reason("al_beperkt", f"{name} is beperkt op verzoek sinds {show_day(error.since)}."),
        what="De gegevens zijn al uit het zicht; er is niets veranderd.",
        now=f"Opheffen: agressielog avg beperk {name} --opheffen",
    )


def not_restricted(error: NotRestricted) -> Mistake:
    """Word a restriction that cannot be lifted."""
    name = caller_code(error.caller)
    return refusal(
        Reason("niet_beperkt", f"{name} is niet beperkt op verzoek."),
        what="Er is niets op te heffen; er is niets veranderd.",
        now=f"Kijk na wat er loopt: agressielog beller show {name}",
    )


def not_held(error: NotHeld) -> Mistake:
    """Word a hold that cannot be lifted."""
    if error.caller is not None:
        name = caller_code(error.caller)
    else:
        name = f"Incident {error.incident}" if error.incident is not None else "Dit"
    return refusal(
        Reason("niet_vastgehouden", f"{name} wordt niet vastgehouden."),
        what="Er is niets op te heffen; er is niets veranderd.",
        now="Noem de beller of het incident waarop je het vasthouden begon.",
    )


def hold_ends_in_past(error: HoldEndsInPast) -> Mistake:
    """Word a hold that would be over before it began."""
    return Mistake(
        "vasthouden_voorbij",
        f"De dag bij --tot, {show_day(error.until)}, is voorbij.",
        "Vasthouden begint vandaag.",
        "Noem met --tot vandaag of een latere dag, of laat --tot weg.",
    )


def details_restricted(error: DetailsRestricted) -> Mistake:
    """Word details that their caller asked not to show."""
    name = caller_code(error.caller)
    return refusal(
        Reason("beperkt_op_verzoek", f"{name} is beperkt op verzoek."),
        what="De bijzonderheden zijn niet te zien.",
        now=(
            "Moet je ze zien voor een besluit, een brief, een aangifte of een verbetering? Geef --toch --reden TEKST; "
            f"dat wordt vastgelegd. Is de beperking voorbij? agressielog avg beperk {name} --opheffen"
        ),
    )


def kept_too_long(error: KeptTooLong) -> Mistake:
    """Word an incident that would be kept longer than the policy lets it."""
    day = show_day(error.limit)
    return refusal(
        Reason(
            "te_lang_bewaard",
            f"Het beleid laat een zwaar incident met reden hoogstens tot en met {day} bewaren.",
        ),
        what="Het wordt niet langer bewaard; er is niets veranderd.",
        now="Noem met --tot een eerdere dag. Loopt er een klacht of zaak? Houd het vast zonder --langer.",
    )


_NO_LONGER = {
    NoLonger.WHOLE_CALLER: "Een hele beller kan dat niet; één incident wel, als het zwaar is en meetelt.",
    NoLonger.NOT_HEAVY: "Dat kan alleen met een zwaar incident dat meetelt en zeker van de beller is.",
    NoLonger.NO_LIMIT: "Het beleid zegt niet tot wanneer een zwaar incident met reden mag blijven.",
}


def nothing_kept_longer(error: NothingKeptLonger) -> Mistake:
    """Word a longer term for what has none."""
    name_one = "Noem het incident met zijn nummer. " if error.reason is NoLonger.WHOLE_CALLER else ""
    return refusal(
        Reason("geen_langere_termijn", _NO_LONGER[error.reason]),
        what="Het wordt niet langer bewaard; er is niets veranderd.",
        now=f"{name_one}Loopt er een klacht of zaak? Houd het vast zonder --langer.",
    )
