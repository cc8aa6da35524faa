"""Every way in which a number is typed leads to one key, or to a reason why not."""

import re
import traceback
import unicodedata
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from agressielog.domain.number_spelling import LONGEST_NUMBER_TEXT
from agressielog.domain.phone import (
    NumberFault,
    NumberSort,
    PhoneNumber,
    UnreadableNumber,
    Withheld,
    WithheldNumber,
    parse_number,
    parse_phone,
)
from agressielog.domain.vocabulary import Country

TABLE = Path(__file__).with_name("nummers.tsv")


def rows() -> list[tuple[str, str, str, str]]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            typed, country, outcome, why = line.split("\t")
            found.append((unescaped(typed), country, outcome, why))
    return found


def unescaped(typed: str) -> str:
    typed = typed.replace(r"\t", "\t").replace(r"\n", "\n")
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), typed)


def outcome_of(typed: str, country: Country) -> str:
    try:
        found = parse_number(typed, country)
    except UnreadableNumber as error:
        return f"geweigerd: {error.reason}"
    return "anoniem" if isinstance(found, Withheld) else found.key


@pytest.mark.parametrize(("typed", "country", "outcome", "why"), rows())
def test_a_number_of_the_table_is_read_as_the_table_says(
    typed: str, country: str, outcome: str, why: str
) -> None:
    assert outcome_of(typed, Country(country)) == outcome, why


def test_the_table_shows_every_reason_for_refusing() -> None:
    shown = {outcome.removeprefix("geweigerd: ") for _, _, outcome, _ in rows()}

    assert shown >= set(NumberFault)


# How a number is shown.


@pytest.mark.parametrize(
    ("key", "sort", "masked", "national"),
    [
        ("+31612345678", NumberSort.ORDINARY, "06-••••5678", "06-12345678"),
        ("+31661234567", NumberSort.ORDINARY, "06-••••4567", "066-1234567"),
        ("+31201234567", NumberSort.ORDINARY, "0•••••4567", "020-1234567"),
        ("+31592123456", NumberSort.ORDINARY, "0•••••3456", "0592-123456"),
        ("+31881234567", NumberSort.ORDINARY, "0•••••4567", "088-1234567"),
        ("+3197012345678", NumberSort.ORDINARY, "0•••••••5678", "0970-12345678"),
        ("+32470123456", NumberSort.ORDINARY, "+32 •••••3456", "+32 470 123 456"),
        ("+4915123456789", NumberSort.ORDINARY, "+49 •••••••6789", "+49 151 234 567 89"),
        ("+12025550143", NumberSort.ORDINARY, "+1 ••••••0143", "+1 202 555 0143"),
        ("+352621123456", NumberSort.ORDINARY, "+352 •••••3456", "+352 621 123 456"),
        ("+29023456", NumberSort.ORDINARY, "+290 •••56", "+290 234 56"),
        ("+318001234", NumberSort.SERVICE, "0800-1234", "0800-1234"),
        ("+319008844", NumberSort.SERVICE, "0900-8844", "0900-8844"),
        ("+319091234", NumberSort.SERVICE, "0909-1234", "0909-1234"),
        ("+3280012345", NumberSort.SERVICE, "+32 800 123 45", "+32 800 123 45"),
        ("+491805123456", NumberSort.SERVICE, "+49 180 512 3456", "+49 180 512 3456"),
        ("14020", NumberSort.SERVICE, "14 020", "14 020"),
        ("140592", NumberSort.SERVICE, "14 0592", "14 0592"),
        ("112", NumberSort.SHORT, "112", "112"),
        ("1733", NumberSort.SHORT, "1733", "1733"),
        ("116117", NumberSort.SHORT, "116 117", "116 117"),
    ],
)
def test_a_number_knows_its_sort_its_mask_and_its_spelling(
    key: str, sort: NumberSort, masked: str, national: str
) -> None:
    number = PhoneNumber(key)

    assert (number.sort, number.masked, number.national) == (sort, masked, national)


def test_text_and_repr_of_a_number_are_masked() -> None:
    number = PhoneNumber("+31612345678")

    assert f"{number} {number!r}" == "06-••••5678 PhoneNumber(06-••••5678)"


@pytest.mark.parametrize("key", ["", "+", "06-12345678", "anoniem", "٠٦", "++31", "31+6"])
def test_typed_text_is_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="a key is digits"):
        PhoneNumber(key)


# Withheld.


def test_every_withheld_number_is_the_same_value() -> None:
    assert parse_number("anoniem") == parse_number("0000000000") == Withheld()


def test_a_withheld_number_is_no_number() -> None:
    assert len({PhoneNumber("112"), Withheld()}) == 2


def test_where_a_number_is_needed_a_withheld_one_is_refused() -> None:
    with pytest.raises(WithheldNumber):
        parse_phone("anoniem")


def test_where_a_number_is_needed_a_number_will_do() -> None:
    assert parse_phone("0470 12 34 56", Country.BELGIUM) == PhoneNumber("+32470123456")


# Refusing.


def test_a_refusal_keeps_the_text_as_typed() -> None:
    with pytest.raises(UnreadableNumber) as caught:
        parse_number(" 06 12345678 (privé)")

    assert (caught.value.raw, caught.value.reason) == (" 06 12345678 (privé)", NumberFault.LETTERS)


def test_no_traceback_shows_the_number_that_was_refused() -> None:
    with pytest.raises(UnreadableNumber) as caught:
        parse_number("06 12345678 (privé)")

    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert not re.search(r"1234|5678", re.sub(r"parse_number\(.*\)", "", shown))


@pytest.mark.parametrize(
    "typed",
    ["0" * 50_000 + "x", "(" * 50_000, '"' + "\\" * 50_000, " " * 50_000, "<sip:" * 10_000, "06 " * 20_000],
)
def test_a_text_longer_than_any_number_is_not_looked_at(typed: str) -> None:
    assert outcome_of(typed, Country.NETHERLANDS) == "geweigerd: te lang"


def test_the_longest_text_that_is_looked_at_may_hold_a_number() -> None:
    typed = "06-12345678".ljust(LONGEST_NUMBER_TEXT)

    assert outcome_of(typed, Country.NETHERLANDS) == "+31612345678"
    assert outcome_of(typed + " ", Country.NETHERLANDS) == "geweigerd: te lang"


# Laws.

COUNTRIES = st.sampled_from(Country)
NUMBER_LIKE = st.text(
    st.sampled_from("0000111223346789 +-./()<>;:@,\"'\\xeEtelsipn%=&|\u00a0\u200b\u202e\u2011０６٣²"),
    max_size=40,
)
EXAMPLES = [
    phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    for kind in sorted(phonenumbers.supported_types_for_region(region))
    if (number := phonenumbers.example_number_for_type(region, kind)) and phonenumbers.is_valid_number(number)
]


@st.composite
def damaged_numbers(draw: st.DrawFn) -> str:
    """Draw a number that exists, with something put in that does not belong there."""
    number = draw(st.sampled_from(EXAMPLES))
    number = "0" + number[3:] if number.startswith("+31") and draw(st.booleans()) else number
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(number)))
        number = (
            number[:place] + draw(st.characters() | st.sampled_from(" -./()+,;x<>0٣²½ⅧA")) + number[place:]
        )
    return number


@given(st.text(max_size=LONGEST_NUMBER_TEXT + 5) | NUMBER_LIKE | damaged_numbers(), COUNTRIES)
@example("\ud800", Country.NETHERLANDS)
@example('"<', Country.NETHERLANDS)
@example("sip:;phone-context=+31@", Country.NETHERLANDS)
def test_any_text_is_a_number_withheld_or_refused_with_a_reason(text: str, country: Country) -> None:
    outcome = outcome_of(text, country)

    assert re.fullmatch(r"\+?[0-9]+|anoniem|geweigerd: .+", outcome)


@given(damaged_numbers(), COUNTRIES)
def test_a_number_is_made_of_digits_that_were_typed_in_that_order(text: str, country: Country) -> None:
    typed = "".join(str(unicodedata.decimal(c)) for c in text if unicodedata.decimal(c, None) is not None)

    outcome = outcome_of(text, country)

    assert outcome.startswith(("geweigerd", "anoniem")) or outcome[-5:].lstrip("+") in typed


@given(NUMBER_LIKE | damaged_numbers(), COUNTRIES)
def test_a_key_read_back_is_itself(text: str, country: Country) -> None:
    outcome = outcome_of(text, country)

    assert outcome.startswith("geweigerd") or outcome_of(outcome, country) == outcome


@pytest.mark.parametrize("country", Country)
def test_numbers_of_all_countries_are_read_back_and_kept_apart(country: Country) -> None:
    keys = {outcome_of(key, country) for key in EXAMPLES}

    assert keys == {key.removeprefix("+31") if key.startswith("+3114") else key for key in EXAMPLES}


@given(st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True) | st.sampled_from(EXAMPLES))
def test_a_mask_never_shows_more_than_four_digits_of_an_ordinary_number(key: str) -> None:
    number = PhoneNumber(key)
    assume(number.sort is NumberSort.ORDINARY)

    assert not re.search(r"\d{5}", f"{number.masked} {number!r} {number}")
    assert sum(c.isdigit() for c in number.masked.split("•")[-1]) <= 4


@given(st.from_regex(r"\+[1-9][0-9]{0,14}|[0-9]{1,6}", fullmatch=True) | st.sampled_from(EXAMPLES))
def test_every_number_is_written_with_all_its_digits_and_no_other(key: str) -> None:
    written = re.sub(r"\D", "", PhoneNumber(key).national)

    assert written == re.sub(r"^\+31", "0", key).removeprefix("+")


@given(
    st.characters(categories=["L"]).filter(lambda c: unicodedata.normalize("NFKC", c).lower() != "x"),
    st.integers(0, 10),
    COUNTRIES,
)
@example("e", 9, Country.NETHERLANDS)
@example("Ⅷ", 5, Country.NETHERLANDS)
@example("〇", 5, Country.NETHERLANDS)
def test_a_letter_in_a_number_never_becomes_a_digit(letter: str, place: int, country: Country) -> None:
    typed = "0201234567"

    outcome = outcome_of(typed[:place] + letter + typed[place:], country)

    assert outcome in {"geweigerd: letters", "geweigerd: rekenbladnotatie", "geweigerd: vreemde tekens"}
