"""Incidents are 42, callers B12, promises T7: printed and read alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.errors import UnreadableValue
from agressielog.domain.identity import (
    CallerId,
    PromiseId,
    caller_code,
    looks_like_caller_code,
    parse_caller_code,
    parse_incident_id,
    parse_promise_code,
    promise_code,
)

LARGEST = 2**63 - 1
_ids = st.integers(min_value=1, max_value=LARGEST)


@given(_ids)
def test_a_printed_caller_can_be_typed_back(number: int) -> None:
    code = caller_code(CallerId(number))
    assert code == f"B{number}"
    assert parse_caller_code(code) == parse_caller_code(f" {code.lower()} ") == number


@given(_ids)
def test_a_printed_incident_can_be_typed_back(number: int) -> None:
    assert parse_incident_id(str(number)) == parse_incident_id(f" #{number} ") == number


@given(_ids)
def test_a_printed_promise_can_be_typed_back(number: int) -> None:
    code = promise_code(PromiseId(number))
    assert code == f"T{number}"
    assert parse_promise_code(code) == parse_promise_code(f" {code.lower()} ") == number
    assert parse_promise_code(str(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "B",
        "12",
        "BB12",
        "B 12",
        "B-1",
        "B1.5",
        "B12x",
        "B\u0661\u0662",
        "B0",
        f"B{LARGEST + 1}",
        "B" + "1" * 20,
    ],
)
def test_what_is_no_caller_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_caller_code(text)
    assert (refused.value.field, refused.value.raw) == ("beller", text)


@pytest.mark.parametrize(
    "text", ["", "#", "0", "-1", "1.5", "B12", "42a", "##42", "\u0664\u0662", str(LARGEST + 1), "9" * 5000]
)
def test_what_is_no_incident_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_incident_id(text)
    assert (refused.value.field, refused.value.raw) == ("incident", text)


@pytest.mark.parametrize(
    "text", ["", "T", "T 7", "TT7", "B7", "T0", "T7x", f"T{LARGEST + 1}", "T" + "1" * 20]
)
def test_what_is_no_promise_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_promise_code(text)
    assert (refused.value.field, refused.value.raw) == ("toezegging", text)


@pytest.mark.parametrize(
    ("text", "looks"),
    [("B12", True), (" b7 ", True), ("B0", True), ("K12", False), ("B", False), ("0612345678", False)],
)
def test_a_caller_is_told_from_a_number_or_a_name_by_its_spelling(text: str, looks: bool) -> None:
    assert looks_like_caller_code(text) is looks
