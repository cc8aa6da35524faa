"""Typed days, for promises (ahead) and filters (back)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.day import Direction, parse_day
from agressielog.domain.errors import WrongUse
from agressielog.domain.moment_errors import MomentFault, UnreadableDay

WEDNESDAY = date(2026, 4, 8)


@pytest.mark.parametrize(
    ("typed", "back", "ahead"),
    [
        ("vandaag", "2026-04-08", "2026-04-08"),
        ("Morgen", "2026-04-09", "2026-04-09"),
        ("overmorgen", "2026-04-10", "2026-04-10"),
        ("gisteren", "2026-04-07", "2026-04-07"),
        ("eergister", "2026-04-06", "2026-04-06"),
        ("vrijdag", "2026-04-03", "2026-04-10"),
        ("op vrijdag", "2026-04-03", "2026-04-10"),
        ("woensdag", "2026-04-08", "2026-04-15"),
        ("afgelopen woensdag", "2026-04-01", "2026-04-01"),
        ("vrijdag jl.", "2026-04-03", "2026-04-03"),
        ("komende woensdag", "2026-04-15", "2026-04-15"),
        ("aanstaande vr", "2026-04-10", "2026-04-10"),
        ("vrijdag a.s.", "2026-04-10", "2026-04-10"),
        ("a.s. vrijdag", "2026-04-10", "2026-04-10"),
        ("volgende week dinsdag", "2026-04-14", "2026-04-14"),
        ("dinsdag volgende week", "2026-04-14", "2026-04-14"),
        ("deze week vrijdag", "2026-04-10", "2026-04-10"),
        ("vorige week dinsdag", "2026-03-31", "2026-03-31"),
        ("over 3 dagen", "2026-04-11", "2026-04-11"),
        ("over een week", "2026-04-15", "2026-04-15"),
        ("over 2 weken", "2026-04-22", "2026-04-22"),
        ("over een maand", "2026-05-08", "2026-05-08"),
        ("over 1 jaar", "2027-04-08", "2027-04-08"),
        ("een dag geleden", "2026-04-07", "2026-04-07"),
        ("3 maanden geleden", "2026-01-08", "2026-01-08"),
        ("16 maanden geleden", "2024-12-08", "2024-12-08"),
        ("5 mei", "2025-05-05", "2026-05-05"),
        ("8 april", "2026-04-08", "2026-04-08"),
        ("5-5", "2025-05-05", "2026-05-05"),
        ("7-4", "2026-04-07", "2027-04-07"),
        ("05-05-2026", "2026-05-05", "2026-05-05"),
        ("5.5.26", "2026-05-05", "2026-05-05"),
        ("435 maanden geleden", "1990-01-08", "1990-01-08"),
        ("436 maanden geleden", MomentFault.YEAR_OUT_OF_REACH, MomentFault.YEAR_OUT_OF_REACH),
        ("vandaag".ljust(100), "2026-04-08", "2026-04-08"),
        ("5 mei 2020", "2020-05-05", "2020-05-05"),
        ("2026-05-05", "2026-05-05", "2026-05-05"),
        ("di 5 mei", MomentFault.OTHER_WEEKDAY, "2026-05-05"),
        ("ma 5 mei", "2025-05-05", MomentFault.OTHER_WEEKDAY),
        ("29-2", MomentFault.NEEDS_YEAR, MomentFault.NEEDS_YEAR),
        ("31 april", MomentFault.NO_SUCH_DATE, MomentFault.NO_SUCH_DATE),
        ("volgende vrijdag", MomentFault.TWO_MEANINGS, MomentFault.TWO_MEANINGS),
        ("volgende week", MomentFault.NOT_UNDERSTOOD, MomentFault.NOT_UNDERSTOOD),
        ("gisteren 14:30", MomentFault.NOT_UNDERSTOOD, MomentFault.NOT_UNDERSTOOD),
        ("9.10", MomentFault.NOT_UNDERSTOOD, MomentFault.NOT_UNDERSTOOD),
        ("nu", MomentFault.NOT_UNDERSTOOD, MomentFault.NOT_UNDERSTOOD),
        (" ", MomentFault.EMPTY, MomentFault.EMPTY),
        ("1" * 101, MomentFault.TOO_LONG, MomentFault.TOO_LONG),
        ("over 999 maanden", MomentFault.YEAR_OUT_OF_REACH, MomentFault.YEAR_OUT_OF_REACH),
        ("5 mei 1989", MomentFault.YEAR_OUT_OF_REACH, MomentFault.YEAR_OUT_OF_REACH),
    ],
)
def test_a_typed_day_looking_back_and_ahead(typed: str, back: str, ahead: str) -> None:
    assert (outcome(typed, Direction.PAST), outcome(typed, Direction.FUTURE)) == (back, ahead)


def outcome(typed: str, direction: Direction) -> str:
    try:
        return parse_day(typed, WEDNESDAY, direction).isoformat()
    except UnreadableDay as error:
        return error.reason


def test_a_refusal_tells_what_was_typed() -> None:
    with pytest.raises(UnreadableDay) as caught:
        parse_day("Sint-Juttemis", WEDNESDAY)
    assert (caught.value.raw, caught.value.reason) == ("Sint-Juttemis", MomentFault.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("today", "typed", "expected"),
    [
        (date(2026, 1, 31), "over een maand", date(2026, 2, 28)),
        (date(2024, 1, 31), "over een maand", date(2024, 2, 29)),
        (date(2024, 2, 29), "over een jaar", date(2025, 2, 28)),
        (date(2026, 12, 31), "2 maanden geleden", date(2026, 10, 31)),
    ],
)
def test_a_term_of_months_ends_with_the_month_at_the_latest(today: date, typed: str, expected: date) -> None:
    assert parse_day(typed, today) == expected


def test_a_leap_day_without_a_year_is_this_or_last_years() -> None:
    assert parse_day("29 februari", date(2025, 2, 28)) == date(2024, 2, 29)


def test_without_a_direction_a_day_lies_back() -> None:
    assert parse_day("5 mei", WEDNESDAY) == date(2025, 5, 5)


DAYS = st.dates(date(1995, 1, 1), date(2095, 1, 1))


@given(
    today=DAYS, wanted=st.dates(date(1990, 1, 1), date(2099, 12, 31)), direction=st.sampled_from(Direction)
)
def test_a_day_in_full_is_itself_both_ways(today: date, wanted: date, direction: Direction) -> None:
    for typed in (f"{wanted:%d-%m-%Y}", wanted.isoformat(), f"{wanted.day}/{wanted.month}/{wanted.year}"):
        assert parse_day(typed, today, direction) == wanted


@given(today=DAYS, back=st.integers(0, 364))
def test_a_day_without_a_year_is_the_nearest(today: date, back: int) -> None:
    for wanted, direction in (
        (today - timedelta(days=back), Direction.PAST),
        (today + timedelta(days=back), Direction.FUTURE),
    ):
        assert parse_day(f"{wanted.day}-{wanted.month}", today, direction) == wanted


@given(raw=st.text(max_size=110), today=DAYS, direction=st.sampled_from(Direction))
def test_any_text_is_a_day_or_a_mistake(raw: str, today: date, direction: Direction) -> None:
    try:
        found = parse_day(raw, today, direction)
    except WrongUse:
        return
    assert 1990 <= found.year <= 2099
