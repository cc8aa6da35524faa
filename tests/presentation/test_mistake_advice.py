"""What a mistake says to do is of use for what was typed."""

import pytest
import story

from agressielog.application.measure_errors import MeasureRefused
from agressielog.application.rights_errors import NoLonger, NothingKeptLonger
from agressielog.application.settings_errors import UnknownPolicy
from agressielog.domain.errors import AgressielogError
from agressielog.domain.gates import GateCode, GateReason
from agressielog.domain.moment_errors import MomentInFuture
from agressielog.domain.number_errors import UnreadableNumber, WithheldNumber
from agressielog.domain.phone import parse_phone
from agressielog.presentation.mistakes.wording import word

FEWER = "Het heeft minder cijfers dan een telefoonnummer."
MORE = "Het heeft meer cijfers dan een telefoonnummer."
NO_BEGINNING = "Het begint niet met 0 of +, en voor een nummer dat zijn 0 mist heeft het te veel cijfers."
COUNT = "Tel de cijfers na; een Nederlands nummer heeft er tien: 06 12345678."
ABROAD = "Tel de cijfers na, ook die van de landcode."
AREA = "Typ ook het netnummer: 020 1234567; een Nederlands nummer heeft tien cijfers."
BEGIN = (
    "Een Nederlands nummer begint met 0 (06 12345678), een buitenlands met + en de landcode (+49 30 901820)."
)


@pytest.mark.parametrize(
    ("typed", "why", "now"),
    [
        ("2125550123", NO_BEGINNING, BEGIN),
        ("(212) 555-0123", NO_BEGINNING, BEGIN),
        ("06123456789", MORE, COUNT),
        ("+31 6 123456789", MORE, COUNT),
        ("06-1234567", FEWER, COUNT),
        ("020 123456", FEWER, COUNT),
        ("+31 6 1234567", FEWER, COUNT),
        ("3161234567", FEWER, COUNT),
        ("1234567", FEWER, AREA),
        ("+49 30 12", FEWER, ABROAD),
        ("0049 30 12", FEWER, ABROAD),
        ("+32 12", FEWER, ABROAD),
        ("+32 2 123 45 67 89 01", MORE, ABROAD),
        ("0031 6 1234567", FEWER, COUNT),
    ],
)
def test_a_number_of_a_wrong_length_is_told_by_how_it_begins(typed: str, why: str, now: str) -> None:
    with pytest.raises(UnreadableNumber) as caught:
        parse_phone(typed)
    told = word(caught.value)
    assert (told.what, told.why, told.now) == (f'"{typed}" is geen telefoonnummer.', why, now)


@pytest.mark.parametrize(
    ("error", "now"),
    [
        (
            WithheldNumber(),
            "Typ een nummer, of zoek de beller op: agressielog lookup --naam NAAM (of --klantnummer NUMMER).",
        ),
        (MomentInFuture(story.NOW, story.NOW), "Kijk datum, jaar en tijd na; was het net, typ dan nu."),
        (
            UnknownPolicy("standard", ("klantenservice", "standaard")),
            "Typ een van deze namen, bijvoorbeeld standaard, of kijk na waar je eigen bestand staat.",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_to_do_holds_wherever_it_is_said(error: AgressielogError, now: str) -> None:
    assert word(error).now == now


@pytest.mark.parametrize(
    ("reason", "why", "now"),
    [
        (
            NoLonger.WHOLE_CALLER,
            "Een hele beller kan dat niet; één incident wel, als het zwaar is en meetelt.",
            "Noem het incident met zijn nummer. Loopt er een klacht of zaak? Houd het vast zonder --langer.",
        ),
        (
            NoLonger.NOT_HEAVY,
            "Dat kan alleen met een zwaar incident dat meetelt en zeker van de beller is.",
            "Loopt er een klacht of zaak? Houd het vast zonder --langer.",
        ),
        (
            NoLonger.NO_LIMIT,
            "Het beleid zegt niet tot wanneer een zwaar incident met reden mag blijven.",
            "Loopt er een klacht of zaak? Houd het vast zonder --langer.",
        ),
    ],
)
def test_what_is_not_kept_longer_says_why_not(reason: NoLonger, why: str, now: str) -> None:
    told = word(NothingKeptLonger(reason))
    assert (told.why, told.now) == (why, now)


def test_a_ban_without_a_warning_says_from_when_one_counts() -> None:
    """A warning that was handed over today is there, and does not count yet."""
    (reason,) = word(MeasureRefused((GateReason(GateCode.NOT_WARNED),))).reasons
    assert (
        reason.what
        == "Er is nog geen waarschuwing die hiervoor telt; tellen doet ze vanaf de dag na de uitreiking."
    )
