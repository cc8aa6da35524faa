"""What a column of an office's register can hold, and the Dutch headings by which it is recognised."""

import re
from enum import StrEnum, unique

from agressielog.domain.text import fold


@unique
class Field(StrEnum):
    """A column of the table that `export` writes, by its heading, in its order.

    The headings are the JSON keys of an incident, with two of its caller. `tijd` is not among the
    exported ones: an earlier register may keep day and time apart.
    """

    ID = "id"
    ULID = "ulid"
    AT = "op"
    TIME = "tijd"
    RECORDED_AT = "vastgelegd_op"
    NUMBER = "nummer"
    NUMBER_TYPED = "nummer_getypt"
    WITHHELD = "anoniem"
    CALLER = "beller"
    CERTAINTY = "zekerheid"
    NAME = "naam"
    CUSTOMER_NUMBER = "klantnummer"
    NAME_TOLD = "naam_genoemd"
    CUSTOMER_NUMBER_TOLD = "klantnummer_genoemd"
    KINDS = "soorten"
    SEVERITY = "ernst"
    CHANNEL = "kanaal"
    TEAM = "team"
    REPORTER = "melder"
    ACCOUNT = "wat"
    QUOTE = "citaat"
    WARNED = "gewaarschuwd"
    ENDED = "beeindigd"
    HANDED_OVER = "overgedragen"
    POLICE = "politie"
    OUR_FAULT = "fout_bij_ons"
    SUBJECT = "onderwerp"
    INCOMPLETE = "onvolledig"
    PROMISES = "toezeggingen"
    REFUSED = "niet_toegezegd"
    HELPED = "hielp"
    APOLOGISED_ON = "excuses_op"
    POLICE_REPORT = "aangifte"
    STATUS = "status"
    ANSWERED = "beantwoord"


#: The columns of an export.
EXPORTED = tuple(field for field in Field if field is not Field.TIME)

#: What only an export of ours says in these words. Another register's `status` is `open` or `dicht`, its
#: `aangifte` says that somebody went to the police: under our names that would be something else.
OURS_ONLY = frozenset(
    {
        Field.ID,
        Field.ULID,
        Field.NUMBER_TYPED,
        Field.CALLER,
        Field.CERTAINTY,
        Field.NAME_TOLD,
        Field.CUSTOMER_NUMBER_TOLD,
        Field.SEVERITY,
        Field.INCOMPLETE,
        Field.POLICE_REPORT,
        Field.STATUS,
        Field.ANSWERED,
    }
)

# Headings as offices write them, the clearest first: of two columns the earlier word wins. Gathered from
# the incident forms of municipalities, clinics and housing associations; without accents and punctuation.
_WORDS: dict[Field, tuple[str, ...]] = {
    Field.AT: (
        "op",
        "datum incident",
        "datum voorval",
        "datum gesprek",
        "incidentdatum",
        "datum en tijd",
        "datum tijd",
        "datum tijdstip",
        "datum tijdstip incident",
        "tijdstip incident",
        "datum",
        "wanneer",
        "moment",
        "dag",
    ),
    Field.TIME: ("tijd", "tijdstip", "tijd incident", "tijd gesprek", "uur", "hoe laat"),
    Field.RECORDED_AT: (
        "vastgelegd op",
        "datum melding",
        "meldingsdatum",
        "meldatum",
        "datum registratie",
        "registratiedatum",
        "ingevoerd op",
        "datum invoer",
        "invoerdatum",
    ),
    Field.NUMBER: (
        "nummer",
        "telefoonnummer",
        "telefoon",
        "tel",
        "telnr",
        "tel nr",
        "telefoonnr",
        "telefoon nr",
        "telefoonnummer beller",
        "telefoonnummer klant",
        "telefoon beller",
        "telefoon klant",
        "nummer beller",
        "gebeld vanaf",
        "mobiel",
        "mobiel nummer",
        "06 nummer",
        "beller",
    ),
    Field.WITHHELD: ("anoniem", "afgeschermd", "anoniem nummer", "nummer afgeschermd"),
    Field.NAME: (
        "naam",
        "naam beller",
        "naam klant",
        "naam client",
        "naam patient",
        "naam huurder",
        "naam inwoner",
        "klantnaam",
        "beller",
        "klant",
        "client",
        "patient",
        "huurder",
        "inwoner",
        "achternaam",
        "dader",
        "veroorzaker",
    ),
    Field.CUSTOMER_NUMBER: (
        "klantnummer",
        "klantnr",
        "klant nr",
        "clientnummer",
        "clientnr",
        "patientnummer",
        "huurdernummer",
        "relatienummer",
        "dossiernummer",
        "debiteurnummer",
    ),
    Field.KINDS: (
        "soorten",
        "soort",
        "soort agressie",
        "soort incident",
        "type agressie",
        "type incident",
        "vorm van agressie",
        "aard",
        "aard incident",
        "categorie",
        "type",
        "gedrag",
    ),
    Field.CHANNEL: ("kanaal", "contactwijze", "wijze van contact", "soort contact", "via"),
    Field.TEAM: ("team", "afdeling", "cluster", "locatie", "vestiging", "unit"),
    Field.REPORTER: (
        "melder",
        "medewerker",
        "naam medewerker",
        "naam melder",
        "gemeld door",
        "ingevuld door",
        "collega",
        "behandelaar",
    ),
    Field.ACCOUNT: (
        "wat",
        "omschrijving",
        "beschrijving",
        "omschrijving incident",
        "beschrijving incident",
        "omschrijving voorval",
        "wat gebeurde er",
        "wat is er gebeurd",
        "toelichting",
        "verslag",
        "incident",
        "voorval",
        "opmerking",
        "opmerkingen",
        "notitie",
        "notities",
    ),
    Field.QUOTE: ("citaat", "letterlijk", "letterlijke tekst", "uitspraak", "wat werd er gezegd"),
    Field.WARNED: (
        "gewaarschuwd",
        "waarschuwing gegeven",
        "gewaarschuwd in gesprek",
        "mondeling gewaarschuwd",
    ),
    Field.ENDED: ("beeindigd", "gesprek beeindigd", "opgehangen"),
    Field.HANDED_OVER: ("overgedragen", "doorverbonden", "overgenomen"),
    Field.POLICE: ("politie", "politie gebeld", "politie ingeschakeld"),
    Field.OUR_FAULT: ("fout bij ons", "eigen fout", "aanleiding bij ons"),
    Field.SUBJECT: ("onderwerp", "betreft", "aanleiding", "reden van bellen", "vraag"),
    Field.PROMISES: ("toezeggingen", "toezegging", "toegezegd", "afspraak", "beloofd"),
    Field.REFUSED: ("niet toegezegd",),
    Field.HELPED: ("hielp", "wat hielp"),
    Field.APOLOGISED_ON: ("excuses op", "excuses aangeboden op"),
}

_WORD = re.compile(r"[^\W_]+")


def plain_heading(heading: str) -> str:
    """Return a heading for comparing: no case, accents or punctuation.

    >>> plain_heading("Tel.nr. (beller)")
    'tel nr beller'
    """
    return " ".join(_WORD.findall(fold(heading)))


def words_for(field: Field) -> tuple[str, ...]:
    """Return the headings under which *field* is known, its own name first."""
    own = plain_heading(field)
    return (own, *(word for word in _WORDS.get(field, ()) if word != own))


def parse_field(raw: str) -> Field | None:
    """Find the field that somebody means with `telefoon`, `omschrijving` or its own name; None for nothing.

    A word of two fields (`beller`) is the field that bears it as its name, else the first.
    """
    wanted = plain_heading(raw)
    named = [field for field in Field if plain_heading(field) == wanted]
    return next(iter(named or [field for field in Field if wanted in words_for(field)]), None)
