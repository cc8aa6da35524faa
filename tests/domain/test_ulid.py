"""An identity made by the client: sortable by time, hard to guess, strict to read."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agressielog.domain.errors import UnreadableValue
from agressielog.domain.ulid import RANDOM_BYTES, make_ulid, parse_ulid

_moments = st.integers(min_value=0, max_value=7_000 * 365 * 86_400_000).map(
    lambda milliseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
)
_noise = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_the_example_of_the_specification() -> None:
    """The moment of `01ARZ3NDEKTSV4RRFFQ69G5FAV` is 2016-07-30 23:54:10.259 UTC (github.com/ulid/spec)."""
    at = datetime(2016, 7, 30, 23, 54, 10, 259_000, tzinfo=UTC)
    assert make_ulid(at, bytes(RANDOM_BYTES)) == "01ARZ3NDEK0000000000000000"
    assert make_ulid(at, bytes.fromhex("d6764c61efb99302bd5b")) == "01ARZ3NDEKTSV4RRFFQ69G5FAV"


@given(_moments, _noise)
def test_every_identity_can_be_read_back_in_any_case(at: datetime, noise: bytes) -> None:
    ulid = make_ulid(at, noise)
    assert len(ulid) == 26
    assert parse_ulid(ulid) == parse_ulid(f"  {ulid.lower()}\n") == ulid


@given(_moments, _noise, _noise, st.integers(min_value=1, max_value=10**9))
@example(datetime(1971, 1, 26, 13, 26, 15, 384_000, tzinfo=UTC), bytes(10), bytes(10), 1)
def test_a_later_identity_sorts_later(at: datetime, one: bytes, other: bytes, milliseconds: int) -> None:
    assert make_ulid(at, one) < make_ulid(at + timedelta(milliseconds=milliseconds), other)


@given(_moments, _noise, _noise)
def test_other_noise_is_another_identity(at: datetime, one: bytes, other: bytes) -> None:
    assert (make_ulid(at, one) == make_ulid(at, other)) == (one == other)


def test_a_moment_before_1970_is_taken_as_1970() -> None:
    assert make_ulid(datetime(1960, 1, 1, tzinfo=UTC), bytes(RANDOM_BYTES)) == "0" * 26


@pytest.mark.parametrize("length", [0, 9, 11])
def test_noise_of_another_length_is_a_fault_of_ours(length: int) -> None:
    with pytest.raises(ValueError, match=str(length)):
        make_ulid(datetime(2026, 1, 1, tzinfo=UTC), bytes(length))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "01ARZ3NDEKTSV4RRFFQ69G5FA",
        "01ARZ3NDEKTSV4RRFFQ69G5FAVV",
        "81ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01ARZ3NDEKTSV4RRFFQ69G5FAI",
        "01ARZ3NDEKTSV4RRFFQ69G5FAL",
        "01ARZ3NDEKTSV4RRFFQ69G5FAO",
        "01ARZ3NDEKTSV4RRFFQ69G5FAU",
        "01ARZ3NDEKTSV4RR FQ69G5FAV",
        "01ARZ3NDEKTSV4RRFFQ69G5FA\u0661",
        "00" + "ß" * 12,
        "0" * 25 + "ſ",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_ulid(text)
    assert (refused.value.field, refused.value.raw) == ("--ulid", text)


def test_the_largest_identity_is_read() -> None:
    assert parse_ulid("7" + "Z" * 25) == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"


@given(st.text(max_size=30) | st.text(_DIGITS + "ßſıiIlLoO", min_size=26, max_size=26))
def test_what_is_read_is_what_was_typed_in_capitals(text: str) -> None:
    try:
        ulid = parse_ulid(text)
    except UnreadableValue:
        return
    assert ulid == text.strip().upper()
    assert len(text.strip()) == 26
    assert set(ulid) <= set(_DIGITS)
    assert ulid[0] <= "7"
