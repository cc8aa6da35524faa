"""The wording of values and texts that cannot be kept or read."""

from agressielog.domain.errors import TextEmpty, TextTooLong, TextUnstorable, UnknownKind, UnreadableValue
from agressielog.domain.search_words import NoSearchWords
from agressielog.presentation.mistakes.three_lines import Mistake, count, either, nearest, quoted

# What belongs in a field, and a spelling that would do.
_EXPECTED = {
    "beller": ("Een beller heet B met een getal erachter.", "B12"),
    "incident": ("Een incident is een getal.", "42"),
    "toezegging": ("Een toezegging heet T met een getal erachter.", "T7"),
    "--e-mail": ("Een e-mailadres heeft één apenstaartje en geen spaties.", "j.jansen@voorbeeld.nl"),
    "reservemap": ("Elke werkplek moet dezelfde map bedoelen: geef het volledige pad.", "/srv/reserve"),
    "--ulid": ("Een ULID bestaat uit 26 letters en cijfers.", "01ARZ3NDEKTSV4RRFFQ69G5FAV"),
}

# What nobody knows by heart: what belongs there, and where it is found.
_FOUND_AT = {
    "maatregel": (
        "Een maatregel heet M met een getal erachter.",
        "Typ een M-nummer; zie agressielog maatregel list.",
    ),
    "--anker": (
        "Er klopt een letter of cijfer niet, of er ontbreekt iets.",
        "Kijk het na op het rapport of de brief.",
    ),
}


def unreadable_value(error: UnreadableValue) -> Mistake:
    """Word a value that does not fit, with the nearest one that does."""
    why = "De schrijfwijze is niet te herkennen."
    now = f"Kijk {error.field} na; --help achter de opdracht laat zien wat er kan staan."
    if error.choices:
        alike = nearest(error.raw, error.choices)
        option = f"{error.field} " if error.field.startswith("--") else ""
        why = f"Er kan staan: {either(error.choices)}."
        now = f"Typ {option}{alike[0]}." if alike else f"Typ {option}{either(error.choices)}."
    elif error.field in _EXPECTED:
        why, example = _EXPECTED[error.field]
        now = f"Typ bijvoorbeeld {example}."
    elif error.field in _FOUND_AT:
        why, now = _FOUND_AT[error.field]
    return Mistake("onleesbare_waarde", f"{quoted(error.raw)} past niet bij {error.field}.", why, now)


def text_too_long(error: TextTooLong) -> Mistake:
    """Word a text longer than we keep."""
    return Mistake(
        "tekst_te_lang",
        f"De tekst bij {error.field} is te lang.",
        f"Het zijn {count(error.length)} tekens; er passen er {count(error.limit)}.",
        "Kort de tekst in tot wat er is gezegd en gebeurd, en probeer het opnieuw.",
    )


def text_unstorable(error: TextUnstorable) -> Mistake:
    """Word a text with characters that no file can keep."""
    return Mistake(
        "tekens_onbewaarbaar",
        f"De tekst bij {error.field} bevat tekens die niet te bewaren zijn.",
        f"Het gaat om {', '.join(error.characters)}, vaak meegekomen bij knippen en plakken.",
        "Haal die tekens weg of typ de tekst over, en probeer het opnieuw.",
    )


def text_empty(error: TextEmpty) -> Mistake:
    """Word a text that says nothing."""
    return Mistake(
        "tekst_leeg",
        f"Bij {error.field} staat niets.",
        "De tekst is leeg of bestaat alleen uit spaties.",
        f"Vul {error.field} in, of laat het helemaal weg.",
    )


def unknown_kind(error: UnknownKind) -> Mistake:
    """Word a kind that the policy does not have."""
    alike = error.nearest
    return Mistake(
        "onbekende_soort",
        f"{quoted(error.raw)} is geen soort in het beleid.",
        f"Het lijkt op {either(alike)}." if alike else "Het beleid kent die soort niet.",
        f"Typ --soort {alike[0]}." if alike else f"Kies uit {either(error.known)}.",
    )


def no_search_words(error: NoSearchWords) -> Mistake:
    """Word a search without words."""
    return Mistake(
        "geen_zoekwoorden",
        f"In {quoted(error.raw)} staat geen woord om op te zoeken.",
        "Gezocht wordt op letters en cijfers.",
        "Typ een of meer woorden, bijvoorbeeld: agressielog search factuur te laat",
    )
