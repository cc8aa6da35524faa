"""The wording of telephone numbers that cannot be read."""

import re

from agressielog.domain.number_errors import NumberFault, UnreadableNumber, WithheldNumber
from agressielog.presentation.mistakes.three_lines import Mistake, quoted

# With a country code that is not the Dutch one.
_FROM_ABROAD = re.compile(r"(?:\+|00)(?!31)")
_COUNT_THEM = "Tel de cijfers na; een Nederlands nummer heeft er tien: 06 12345678."

_WHY_AND_NOW = {
    NumberFault.NO_DIGITS: (
        "Er staat geen enkel cijfer in.",
        "Typ de cijfers, bijvoorbeeld 06 12345678; is het nummer verborgen, typ dan anoniem.",
    ),
    NumberFault.LETTERS: (
        "Er staan letters in.",
        "Typ alleen het nummer; een toestel mag erachter (toestel 12), een naam hoort bij --naam.",
    ),
    NumberFault.ODD_CHARACTERS: (
        "Er staan tekens in die niet bij een nummer horen.",
        "Typ cijfers; spaties, streepjes, punten, haakjes en een plus vooraan mogen.",
    ),
    NumberFault.TWO_NUMBERS: (
        "Het lijken twee nummers achter elkaar.",
        "Typ één nummer; het tweede gaat apart.",
    ),
    NumberFault.TWO_READINGS: (
        "Zonder 0 of + vooraan kan het een Nederlands en een buitenlands nummer zijn.",
        "Typ de 0 erbij (020 1234567), of + en de landcode (+31 20 1234567).",
    ),
    NumberFault.SPREADSHEET: (
        "Een rekenblad heeft het afgerond: de laatste cijfers zijn weg.",
        "Zoek het echte nummer op, en maak de kolom in het rekenblad op als tekst.",
    ),
    NumberFault.TOO_LONG: (
        "Het heeft meer cijfers dan een telefoonnummer.",
        _COUNT_THEM,
    ),
    NumberFault.TOO_SHORT: (
        "Het heeft minder cijfers dan een telefoonnummer.",
        "Typ ook het netnummer: 020 1234567; een Nederlands nummer heeft tien cijfers.",
    ),
    NumberFault.NOT_IN_PLAN: (
        "Zo'n nummer wordt nergens uitgegeven: het begin of de lengte klopt niet.",
        "Kijk het na op het toestel; een buitenlands nummer begint met + en de landcode.",
    ),
}


def unreadable_number(error: UnreadableNumber) -> Mistake:
    """Word a text that is not one telephone number."""
    why, now = _WHY_AND_NOW[error.reason]
    begin = "".join(re.findall(r"[+\d]", error.raw))
    if error.reason is NumberFault.TOO_LONG and begin.startswith(tuple("123456789")):
        why = "Het begint niet met 0 of +, en voor een nummer dat zijn 0 mist heeft het te veel cijfers."
        now = "Een Nederlands nummer begint met 0 (06 12345678), een buitenlands met + en de landcode (+49 30 901820)."
    elif error.reason in {NumberFault.TOO_LONG, NumberFault.TOO_SHORT} and _FROM_ABROAD.match(begin):
        now = "Tel de cijfers na, ook die van de landcode."
    elif error.reason is NumberFault.TOO_SHORT and begin.startswith(("0", "+31", "31")):
        # The area code is there, or it is a mobile number.
        now = _COUNT_THEM
    return Mistake("onleesbaar_nummer", f"{quoted(error.raw)} is geen telefoonnummer.", why, now)


def withheld_number(_error: WithheldNumber) -> Mistake:
    """Word a withheld number where a real one is needed."""
    return Mistake(
        "nummer_verborgen",
        "Hier is een echt nummer nodig.",
        "Achter een verborgen nummer kan iedereen zitten; het hoort bij niemand.",
        "Typ een nummer, of zoek de beller op: agressielog lookup --naam NAAM (of --klantnummer NUMMER).",
    )
