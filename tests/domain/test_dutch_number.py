"""The fast reader of Dutch numbers never says anything else than libphonenumber."""

import ast
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agressielog.domain import dutch_number
from agressielog.domain.dutch_number import dutch_key
from agressielog.domain.number_errors import NumberError
from agressielog.domain.number_plan import e164_of
from agressielog.domain.number_spelling import bare_number
from agressielog.domain.phone import PhoneNumber, parse_number
from agressielog.domain.vocabulary import Country

FRONTS = ["0", "+31", "0031", "00 31 ", "31", "+31 (0)", "+31 0", "0031 (0)", "(0)", "(0031) "]
BETWEEN = ["", "", "", "", " ", "-", ".", "\u00a0", "\u2011", "\u202f", "–", " - ", "\u200b", "\t"]
SCRIPTS = ["0123456789", "0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩"]
FRAMES = [
    "{}", "{}", " {} ", "tel:{}", "TEL:{}", "tel:{};ext=7", "sip:{}@10.0.0.5:5060;tag=x", "<sip:{}@pbx>",
    '"Jan 2" <sip:{}@pbx;user=phone>;tag=a0', "Jan <{}>", "{} toestel 12", "{}x3", "{};ext=4", "\u202a{}\u202c",
]  # fmt: skip


def full_way(text: str) -> str | None:
    """Read *text* without the fast reader."""
    try:
        bare = bare_number(text)
        return None if bare is None else e164_of(bare, Country.NETHERLANDS)
    except NumberError:
        return None


@st.composite
def dutch_numbers(draw: st.DrawFn) -> str:
    """Draw nine digits of a number in the plan."""
    area = draw(
        st.sampled_from(
            [first + second for first, seconds in dutch_number.CODES_OF_TWO.items() for second in seconds]
            + [two + third for two, thirds in dutch_number.AREAS_OF_THREE.items() for third in thirds]
        )
    )
    return area + draw(st.text("0123456789", min_size=9 - len(area), max_size=9 - len(area)))


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a key and one of the thousands of ways in which it is written."""
    national = draw(dutch_numbers())
    digits = "".join(digit + draw(st.sampled_from(BETWEEN)) for digit in national)
    script = draw(st.sampled_from(SCRIPTS))
    written = (draw(st.sampled_from(FRONTS)) + digits).translate(str.maketrans("0123456789", script))
    return "+31" + national, draw(st.sampled_from(FRAMES)).format(written.replace(f"({script[0]})", "(0)"))


@settings(max_examples=1_000)
@given(spellings())
def test_every_messy_spelling_finds_the_same_number_both_ways(drawn: tuple[str, str]) -> None:
    key, spelling = drawn

    assert parse_number(spelling) == PhoneNumber(key)
    assert full_way(spelling) == key
    assert dutch_key(spelling) in {key, None}


@settings(max_examples=2_000)
@given(st.text(st.sampled_from("00011233466789 +-./()<>:@,;tel"), max_size=24))
@example("06123456/78")
@example("(0612345678")
@example("3161234567.0")
@example("061234567.0")
@example("sip:06.12.34.56.78")
@example("sip:0612345678@anonymous.invalid")
@example("sip:0612345678@anonymous.ｉｎｖａｌｉｄ")
@example("sip:0612345678@a,sip:0687654321@b")
@example("sip:0612345678@a>b<")
@example("0(0)612345678")
@example("06²12345678")
@example("0000000000")
def test_whatever_the_fast_reader_reads_the_full_way_reads_the_same(text: str) -> None:
    key = dutch_key(text)

    assert key is None or key == full_way(text)


@pytest.mark.parametrize("first", "0123456789")
def test_the_fast_reader_knows_exactly_the_areas_of_the_plan(first: str) -> None:
    service = {"800", "900", "906", "909", *(f"66{digit}" for digit in range(10))}
    for rest in range(100):
        area = f"{first}{rest:02}"
        for tail in ("000000", "123456", "999999"):
            number = phonenumbers.parse("+31" + area + tail)
            in_plan = phonenumbers.is_valid_number(number) and number.national_number == int(area + tail)
            ordinary = in_plan and area not in service and first != "0"
            assert (dutch_key("0" + area + tail) is not None) == ordinary, area + tail


@pytest.mark.parametrize(
    "spelling",
    [
        "06-12345678", "06 1234 5678", "06.12.34.56.78", "06/12345678", "+31612345678", "+31 (0)6 12 34 56 78",
        "0031612345678", "00 31 6 12345678", "31612345678", "tel:+31612345678", "<sip:+31612345678@pbx>",
        "sip:0612345678@10.0.0.5:5060;tag=x", "０６１２３４５６７８", "06\u00a01234\u20115678", "06 12 34 56 78",
        "(06) 12345678", "<tel:0612345678>",
    ],
)  # fmt: skip
def test_the_spellings_of_the_desk_are_read_the_fast_way(spelling: str) -> None:
    assert dutch_key(spelling) == "+31612345678"


@pytest.mark.parametrize(
    "other",
    ["", "112", "14 020", "0800 1234", "0900-8844", "066 1234567", "+32 470 12 34 56", "0612345678 toestel 12",
     "612345678", "061234567", "06 12345678x", "anoniem", "06" * 50, "(06 12345678", "sip:0612345678"],
)  # fmt: skip
def test_for_anything_else_the_fast_reader_steps_aside(other: str) -> None:
    assert dutch_key(other) is None


def test_the_fast_reader_imports_nothing() -> None:
    source = ast.parse(Path(dutch_number.__file__).read_text(encoding="utf-8"))

    assert not [node for node in ast.walk(source) if isinstance(node, ast.Import | ast.ImportFrom)]
