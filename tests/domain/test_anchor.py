"""An anchor is printed, typed in again and recognised, slips of the pen included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.anchor import Anchor, anchor_at, parse_anchor
from agressielog.domain.errors import UnreadableValue

VALUE = "7d" * 32
PRINTED = str(anchor_at(1234, VALUE))


def test_it_is_short_enough_to_type_and_tells_its_entry() -> None:
    assert PRINTED.startswith("1234-FNYQT-")
    assert [len(group) for group in PRINTED.split("-")] == [4, 5, 5, 5, 5, 5]


@given(entry=st.integers(1, 10**12), value=st.binary(min_size=32, max_size=32))
def test_what_was_printed_is_read_back(entry: int, value: bytes) -> None:
    anchor = anchor_at(entry, value.hex())
    assert parse_anchor(str(anchor)) == anchor


@given(value=st.binary(min_size=32, max_size=32), place=st.integers(0, 119))
def test_each_of_its_120_bits_counts(value: bytes, place: int) -> None:
    other = bytearray(value)
    other[place // 8] ^= 128 >> (place % 8)
    assert anchor_at(7, value.hex()) != anchor_at(7, bytes(other).hex())


@pytest.mark.parametrize(
    "typed",
    [
        PRINTED.lower(),
        f"  {PRINTED} ",
        PRINTED.replace("-", " "),
        PRINTED.replace("-", " - "),
        "1234-" + PRINTED[5:].replace("-", ""),
    ],
)
def test_it_is_understood_as_people_type_it(typed: str) -> None:
    assert parse_anchor(typed) == anchor_at(1234, VALUE)


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    anchor = Anchor(10, "0" * 12 + "1" * 12)
    printed = str(anchor)
    number, _, digits = printed.partition("-")
    assert parse_anchor(f"{number}-{digits.replace('0', 'o').replace('1', 'l')}") == anchor


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1234",
        PRINTED[:-1],
        f"{PRINTED}0",
        PRINTED.replace("1234", "0"),
        PRINTED.replace("FNYQT", "FNYQU"),
        PRINTED.replace("FNYQT", "FNYQW"),
        PRINTED.replace("1234", "1235"),
        "²" + PRINTED[1:],
        "niet-een-anker",
    ],
)
def test_a_slip_of_the_pen_is_no_forgery(typed: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_anchor(typed)
    assert refused.value.field == "--anker"
