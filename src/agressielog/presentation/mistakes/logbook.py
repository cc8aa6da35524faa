"""The wording of what can go wrong between a command and the logbook."""

from collections.abc import Sequence

from agressielog.application.correct import NothingToConfirm
from agressielog.application.errors import (
    AlreadyMerged,
    AmbiguousCaller,
    CallerNotFound,
    CallerUnclear,
    ChoiceContradicted,
    CustomerNumberTaken,
    FolderHoldsLogbook,
    IncidentNotFound,
    MergeWithItself,
    MissingAnswers,
    NobodyNamed,
    NothingToSplit,
    NumberNotLinked,
    UlidTaken,
)
from agressielog.domain.caller import Caller
from agressielog.domain.identity import caller_code
from agressielog.domain.setting import UnknownSetting
from agressielog.presentation.mistakes.doubts import show_doubt
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, either, quoted, refusal

# More callers than this do not help to choose.
_MOST_CALLERS = 6


def incident_not_found(error: IncidentNotFound) -> Mistake:
    """Word an incident that is not there."""
    return Mistake(
        "incident_niet_gevonden",
        f"Incident {error.incident} is er niet.",
        "Het logboek heeft geen incident met dat nummer.",
        "Zoek het op met agressielog list, of met agressielog search en een paar woorden.",
    )


def ulid_taken(error: UlidTaken) -> Mistake:
    """Word an identity that was given to another call."""
    return refusal(
        Reason("ulid_bezet", f"Dit kenmerk is van incident {error.incident}, en dat vertelt iets anders."),
        what="Er is niets opgeslagen: dit is een ander gesprek.",
        now="Geef een nieuw --ulid, of laat het weg.",
    )


def caller_not_found(error: CallerNotFound) -> Mistake:
    """Word a caller who is not there."""
    return Mistake(
        "beller_niet_gevonden",
        f"Bij {quoted(error.asked)} hoort geen beller.",
        "Het logboek kent niemand met die code, dat nummer of dat klantnummer.",
        "Zoek op naam: agressielog beller list --naam NAAM",
    )


def nobody_named(error: NobodyNamed) -> Mistake:
    """Word letters in the window that are no number and nobody's name."""
    return Mistake(
        "niemand_met_die_naam",
        f"{quoted(error.raw)} is geen telefoonnummer en geen bekende naam.",
        "Niemand in het logboek heet zo, ook niet voor een deel.",
        "Typ het nummer zoals je het ziet, of een beller (B12); ? toont de toetsen.",
    )


def ambiguous_caller(error: AmbiguousCaller) -> Mistake:
    """Word what was typed where it fits several callers."""
    return Mistake(
        "meer_bellers",
        f"Bij {quoted(error.asked)} horen meer bellers.",
        f"Het kan {_named(error.choices)} zijn.",
        f"Kies er een en typ de code, bijvoorbeeld {caller_code(error.choices[0].id)}.",
    )


def caller_unclear(error: CallerUnclear) -> Mistake:
    """Word a call that may belong to several people where nobody can be asked."""
    return Mistake(
        "beller_onduidelijk",
        "Het is niet duidelijk wie er belde.",
        f"{show_doubt(error.reason)} Het kan {_named(error.choices)} zijn.",
        f"Noem wie het was: {either([f'--beller {caller_code(one.id)}' for one in error.choices])}; "
        "of voor iemand anders --beller nieuw.",
    )


def choice_contradicted(error: ChoiceContradicted) -> Mistake:
    """Word a name or customer number that does not fit the caller who was named."""
    if error.chosen is None:
        owner = caller_code(error.others[0].id) if error.others else "BELLER"
        return Mistake(
            "beller_tegengesproken",
            f"--beller nieuw en {error.option} {quoted(error.told)} spreken elkaar tegen.",
            f"Dat klantnummer is van {_named(error.others) if error.others else 'een ander'}.",
            f"Was die het, geef dan --beller {owner}; was het iemand anders, laat {error.option} dan weg.",
        )
    option, chosen, others = error.option, caller_code(error.chosen.id), error.others
    if others:
        why = f"Dat klantnummer is van {_named(others)}."
    elif option == "--naam":
        why = f"{chosen} heet in het logboek {quoted(error.chosen.name or '')}."
    else:
        why = f"{chosen} heeft klantnummer {quoted(error.chosen.customer_number or '')}."
    instead = f"--beller {caller_code(others[0].id)}" if others else "--beller nieuw"
    return Mistake(
        "beller_tegengesproken",
        f"--beller {chosen} en {option} {quoted(error.told)} spreken elkaar tegen.",
        why,
        f"Was het {_named([error.chosen])}, laat {option} dan weg; was het iemand anders, geef dan {instead}.",
    )


def missing_answers(error: MissingAnswers) -> Mistake:
    """Word what must be known and was not told."""
    missing = ", ".join(error.options)
    if not error.on_terminal:
        return Mistake(
            "gegevens_ontbreken",
            f"Er ontbreekt nog iets: {missing}.",
            "Zonder dat kan de opdracht niet worden uitgevoerd.",
            f"Geef het mee in de opdracht: {missing}",
        )
    return Mistake(
        "gegevens_ontbreken",
        f"Er ontbreekt nog iets: {missing}.",
        "Er is hier geen venster om het in te vragen.",
        f"Geef het mee in de opdracht ({missing}), of geef de opdracht in een terminal.",
    )


def nothing_to_split(error: NothingToSplit) -> Mistake:
    """Word a caller who was never joined."""
    caller = caller_code(error.caller)
    return refusal(
        Reason("niet_samengevoegd", f"{caller} is nooit met een ander samengevoegd."),
        what=f"{caller} is niet te splitsen.",
        now=f"Bekijk de beller met agressielog beller show {caller}.",
    )


def already_merged(error: AlreadyMerged) -> Mistake:
    """Word a caller who was joined already."""
    caller, into = caller_code(error.caller), caller_code(error.into)
    return refusal(
        Reason("al_samengevoegd", f"{caller} is al samengevoegd met {into}."),
        what=f"Met {caller} kan dit niet meer.",
        now=f"Gebruik {into}, of haal ze weer uit elkaar met agressielog beller split {into}.",
    )


def merge_with_itself(error: MergeWithItself) -> Mistake:
    """Word a caller joined with itself."""
    caller = caller_code(error.caller)
    return refusal(
        Reason("zelfde_beller", f"Er staat twee keer {caller}."),
        what="Samenvoegen kan alleen met twee verschillende bellers.",
        now=f"Typ twee codes, bijvoorbeeld: agressielog beller merge {caller} B12",
    )


def customer_number_taken(error: CustomerNumberTaken) -> Mistake:
    """Word a customer number that is somebody else's."""
    caller, other = caller_code(error.caller), _named([error.other])
    return refusal(
        Reason("klantnummer_bezet", f"Dat klantnummer is al van {other}."),
        what=f"{caller} kan klantnummer {quoted(error.customer_number)} niet krijgen.",
        now="Kijk het nummer na; is het dezelfde persoon, voeg ze dan samen: "
        f"agressielog beller merge {caller} {caller_code(error.other.id)}",
    )


def nothing_to_confirm(error: NothingToConfirm) -> Mistake:
    """Word an incident without a caller to be sure of."""
    return refusal(
        Reason("geen_beller", f"Incident {error.incident} heeft geen beller."),
        what="Er is niets te bevestigen.",
        now=f"Noem de beller erbij: agressielog edit {error.incident} --beller B12 --zeker",
    )


def folder_holds_logbook(error: FolderHoldsLogbook) -> Mistake:
    """Word a folder in which a demo would lie beside somebody's logbook."""
    return refusal(
        Reason("map_in_gebruik", f"In die map staat een logboek: {error.path}."),
        what="Het voorbeeld komt niet in deze map.",
        now="Kies een andere map: agressielog demo --map MAP",
    )


def number_not_linked(error: NumberNotLinked) -> Mistake:
    """Word a number that does not belong to this caller."""
    caller = caller_code(error.caller)
    return Mistake(
        "nummer_niet_gekoppeld",
        f"Het nummer {error.masked} hoort niet bij {caller}.",
        "Het is nooit gekoppeld of al weggehaald.",
        f"Bekijk de nummers met agressielog beller show {caller}.",
    )


def unknown_setting(error: UnknownSetting) -> Mistake:
    """Word a setting that does not exist."""
    alike = error.nearest
    return Mistake(
        "onbekende_instelling",
        f"{quoted(error.key)} is geen instelling.",
        f"Het lijkt op {either(alike)}." if alike else f"Er zijn: {', '.join(error.known)}.",
        f"Typ {alike[0]}, of zie agressielog instelling list."
        if alike
        else "Zie agressielog instelling list.",
    )


def _named(callers: Sequence[Caller]) -> str:
    names = [
        f"{caller_code(c.id)} ({c.name})" if c.name else caller_code(c.id) for c in callers[:_MOST_CALLERS]
    ]
    more = len(callers) - len(names)
    return either([*names, f"nog {more} anderen"] if more else names)
