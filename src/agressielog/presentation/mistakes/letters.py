"""The wording of letters that cannot be made."""

from collections.abc import Sequence

from agressielog.application.letter_errors import (
    LetterIncomplete,
    NoLetter,
    NothingToWrite,
    OfficeSupportMissing,
    SmsTooLong,
    TemplateFault,
    TemplateFaulty,
)
from agressielog.domain.identity import measure_code
from agressielog.domain.letter import LetterKind
from agressielog.domain.letter_elements import Gap, Missing
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, refusal

# What is missing, and what to do about it; `{0}` are the incidents or the field it is about.
_GAPS: dict[Gap, tuple[str, str]] = {
    Gap.NO_INCIDENT: (
        "De maatregel noemt geen incident, dus er is geen datum, tijd en kanaal.",
        "noem bij de maatregel het incident (--incident)",
    ),
    Gap.NO_FACTS: (
        "Er staat niet wat er is gezegd of gebeurd bij incident {0}.",
        "vul het incident aan met agressielog edit",
    ),
    Gap.NOT_ESTABLISHED: (
        "Het staat niet vast, of niet zeker dat het deze beller was, bij incident {0}.",
        "bevestig de beller met agressielog edit --zeker",
    ),
    Gap.NO_RULE: (
        "Er is geen regel overschreden; kritiek en emotie zijn geen reden voor een brief, bij incident {0}.",
        "trek de maatregel in, of verbeter de soort met agressielog edit",
    ),
    Gap.NO_END: ("Er is geen einddatum.", "noem bij de maatregel --duur of --tot"),
    Gap.NO_SCOPE: (
        "Er staat niet voor welke nummers of afdelingen het geldt.",
        "noem bij de maatregel --omvang",
    ),
    Gap.NO_CHANNEL: ("Er is geen kanaal dat open blijft.", "noem bij de maatregel --kanaal-over"),
    Gap.NO_CONTACT: (
        "Er is geen contactpunt of postadres.",
        "agressielog instelling set postadres",
    ),
    Gap.EMPLOYEE_NAMED: (
        "In de tekst bij {0} staat de naam van een medewerker.",
        "noem een functie of een adres in plaats van een naam",
    ),
    Gap.NO_REASON: ("Er staat niet waarom.", "noem de reden bij de maatregel (--reden)"),
    Gap.NO_REVIEW_DAY: ("Er is geen datum waarop opnieuw wordt gekeken.", "leg de maatregel opnieuw vast"),
    Gap.NO_REMEDY: (
        "In het beleid staat niet hoe iemand bezwaar maakt of klaagt.",
        "vul [rechtsmiddel] in het beleid aan",
    ),
    Gap.NO_FURTHER_REMEDY: (
        "Er staat niet waar iemand na ons antwoord terechtkan.",
        "agressielog instelling set klachtinstantie",
    ),
    Gap.NO_ORGANISATION: (
        "De naam van de organisatie is niet bekend.",
        "agressielog instelling set organisatie",
    ),
    Gap.NO_ADDRESS: (
        "Het postadres van de organisatie is niet bekend.",
        "agressielog instelling set postadres",
    ),
    Gap.NO_PRIVACY_CONTACT: (
        "Er staat niet bij wie iemand terechtkan over zijn gegevens.",
        "agressielog instelling set privacycontact",
    ),
    Gap.NO_RETENTION: (
        "In het beleid staat niet hoe lang het verslag wordt bewaard.",
        "vul [bewaren] in het beleid aan",
    ),
    Gap.NO_DECIDER: ("Er is niemand die ondertekent.", "noem bij de maatregel --besluit-door"),
}

_NOTHING: dict[NothingToWrite, tuple[str, str]] = {
    NothingToWrite.NO_MEASURE: (
        "Er is besloten om geen maatregel te nemen.",
        "Wil je dit laten weten, schrijf dan een eigen brief.",
    ),
    NothingToWrite.TALK: (
        "Een gesprek wordt gevoerd en niet per brief opgelegd.",
        "Leg na het gesprek vast dat het is gevoerd, met agressielog maatregel deliver.",
    ),
    NothingToWrite.OTHER_KIND: (
        "De maatregel is van een andere soort.",
        "Laat --soort weg; dan komt de brief die erbij hoort.",
    ),
    NothingToWrite.NO_REVIEW: (
        "Alleen een beperking of verbod dat nog loopt, wordt opnieuw bekeken.",
        "Laat --soort weg; dan komt de brief die erbij hoort.",
    ),
    NothingToWrite.NOT_ENDED: (
        "De maatregel is niet opgeheven of ingetrokken.",
        "Leg eerst het einde vast met agressielog maatregel end.",
    ),
    NothingToWrite.NOT_ANSWERED: (
        "Er is nog geen antwoord op een bezwaar of klacht vastgelegd.",
        "Leg het eerst vast met agressielog maatregel bezwaar.",
    ),
    NothingToWrite.NOT_CARRIED_OUT: (
        "De beller kreeg gelijk, maar de maatregel loopt nog.",
        "Beëindig haar eerst met agressielog maatregel end --soort vernietigd.",
    ),
}

_TEMPLATE: dict[TemplateFault, tuple[str, str]] = {
    TemplateFault.UNREADABLE: (
        "Het is geen Word-document (.docx).",
        "Begin met een voorbeeld: agressielog brief sjablonen -o MAP",
    ),
    TemplateFault.SYNTAX: (
        "Een veld of opdracht tussen accolades is niet goed gesloten.",
        "Vergelijk het met een voorbeeld: agressielog brief sjablonen -o MAP",
    ),
    TemplateFault.UNKNOWN_FIELD: (
        "Er staat een veld in dat een brief niet heeft{0}.",
        "Vergelijk het met een voorbeeld: agressielog brief sjablonen -o MAP",
    ),
    TemplateFault.FIELD_LEFT_OUT: (
        "Een deel van de brief komt er niet in{0}.",
        "Zet het veld erin zoals in het voorbeeld: agressielog brief sjablonen -o MAP",
    ),
}


def letter_incomplete(error: LetterIncomplete) -> Mistake:
    """Word a letter with holes, all of them at once."""
    steps = dict.fromkeys(_step(one, error) for one in error.missing)
    return refusal(
        *(Reason(one.gap.value, _told(one)) for one in error.missing),
        what=f"De brief ({error.kind.value}) bij {measure_code(error.measure)} is niet gemaakt; er ontbreekt iets.",
        now=f"Vul aan: {'; '.join(steps)}.",
    )


def letter_to_come(missing: Sequence[Missing]) -> str:
    """Return what to do before the letter of a new measure can be made; empty where nothing is."""
    steps = dict.fromkeys(_GAPS[one.gap][1] for one in missing)
    return f"Voor de brief ontbreekt nog iets. Vul aan: {'; '.join(steps)}." if steps else ""


def no_letter(error: NoLetter) -> Mistake:
    """Word a measure that has no letter, or not of this kind."""
    why, now = _NOTHING[error.why]
    kind = f" ({error.kind.value})" if error.kind is not None else ""
    return refusal(
        Reason(error.why.value, why),
        what=f"Bij {measure_code(error.measure)} hoort geen brief{kind}.",
        now=now,
    )


def sms_too_long(error: SmsTooLong) -> Mistake:
    """Word a text that does not fit in an SMS."""
    return refusal(
        Reason("sms_te_lang", f"Het zijn {error.parts} delen; er mogen er {error.most} zijn."),
        what="De tekst past niet in een sms.",
        now="Kort de naam van de organisatie of het contactpunt in, of kies --vorm voorlezen.",
    )


def template_faulty(error: TemplateFaulty) -> Mistake:
    """Word an office template that cannot make a whole letter."""
    why, now = _TEMPLATE[error.fault]
    fields = f": {', '.join(error.fields)}" if error.fields else ""
    return refusal(
        Reason(error.fault.value, why.format(fields)),
        what=f"Met het sjabloon {error.path} is geen brief te maken.",
        now=now,
    )


def office_support_missing(_error: OfficeSupportMissing) -> Mistake:
    """Word an installation without the part that makes office documents."""
    return Mistake(
        "brief_niet_geinstalleerd",
        "Een Word-document kan deze installatie niet maken.",
        "Het onderdeel docxtpl is niet geïnstalleerd; als tekst kan het wel.",
        "Kies een .txt-bestand, of installeer opnieuw in de map van agressielog: python -m pip install '.[brief]'",
    )


def _step(one: Missing, error: LetterIncomplete) -> str:
    if one.gap is Gap.NO_REASON and error.kind is LetterKind.OBJECTION:
        name = measure_code(error.measure)
        return f"agressielog maatregel bezwaar {name} --beantwoord DATUM --uitkomst UITKOMST --reden TEKST"
    return _GAPS[one.gap][1]


def _told(one: Missing) -> str:
    about = one.field or " en ".join(str(incident) for incident in one.incidents)
    return _GAPS[one.gap][0].format(about)
