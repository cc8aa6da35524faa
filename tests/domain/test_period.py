"""Weeks, months, quarters and years of Amsterdam days, and the ways to type them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.period import (
    Period,
    PeriodFault,
    PeriodSort,
    UnreadablePeriod,
    parse_period,
    period_of,
)

WEEK, MONTH, QUARTER, YEAR = PeriodSort
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("sort", "typed", "expected"),
    [
        (MONTH, None, "2026-11"),
        (MONTH, "2026-10", "2026-10"),
        (MONTH, "2026/10", "2026-10"),
        (MONTH, "10-2026", "2026-10"),
        (MONTH, "1/2026", "2026-01"),
        (MONTH, "oktober", "2026-10"),
        (MONTH, "Okt", "2026-10"),
        (MONTH, "okt.", "2026-10"),
        (MONTH, "sept", "2026-09"),
        (MONTH, "maart", "2026-03"),
        (MONTH, "mrt 2025", "2025-03"),
        (MONTH, "november", "2026-11"),
        (MONTH, "december", "2025-12"),
        (MONTH, "oktober 2025", "2025-10"),
        (MONTH, "oktober 2030", "2030-10"),
        (MONTH, "10", "2026-10"),
        (MONTH, "12", "2025-12"),
        (MONTH, "vorige", "2026-10"),
        (MONTH, "vorige maand", "2026-10"),
        (MONTH, "deze", "2026-11"),
        (MONTH, "huidige", "2026-11"),
        (WEEK, None, "2026-W47"),
        (WEEK, "2026-W45", "2026-W45"),
        (WEEK, "2026w45", "2026-W45"),
        (WEEK, "W45", "2026-W45"),
        (WEEK, "week 45", "2026-W45"),
        (WEEK, "wk 45 2025", "2025-W45"),
        (WEEK, "week 45 van 2026", "2026-W45"),
        (WEEK, "45", "2026-W45"),
        (WEEK, "48", "2025-W48"),
        (WEEK, "deze week", "2026-W47"),
        (WEEK, "vorige week", "2026-W46"),
        (WEEK, "2026-W53", "2026-W53"),
        (QUARTER, None, "2026-K4"),
        (QUARTER, "2026-K3", "2026-K3"),
        (QUARTER, "k3", "2026-K3"),
        (QUARTER, "Q3 2025", "2025-K3"),
        (QUARTER, "3e kwartaal", "2026-K3"),
        (QUARTER, "1ste kwartaal 2026", "2026-K1"),
        (QUARTER, "derde kwartaal van 2025", "2025-K3"),
        (QUARTER, "kwartaal 3", "2026-K3"),
        (QUARTER, "3", "2026-K3"),
        (QUARTER, "vorig kwartaal", "2026-K3"),
        (MONTH, "deze maand".ljust(100), "2026-11"),
        (YEAR, None, "2026"),
        (YEAR, "2024", "2024"),
        (YEAR, "vorig jaar", "2025"),
        (YEAR, "dit jaar", "2026"),
    ],
)
def test_typed_periods(sort: PeriodSort, typed: str | None, expected: str) -> None:
    assert parse_period(typed, sort, TODAY).name == expected


@pytest.mark.parametrize(
    ("sort", "typed", "reason", "meant"),
    [
        (MONTH, "2026-W45", PeriodFault.OTHER_SORT, WEEK),
        (MONTH, "2026", PeriodFault.OTHER_SORT, YEAR),
        (MONTH, "vorige week", PeriodFault.OTHER_SORT, WEEK),
        (WEEK, "oktober", PeriodFault.OTHER_SORT, MONTH),
        (WEEK, "2026-10", PeriodFault.OTHER_SORT, MONTH),
        (YEAR, "3e kwartaal", PeriodFault.OTHER_SORT, QUARTER),
        (MONTH, "2026-13", PeriodFault.NO_SUCH_PERIOD, None),
        (MONTH, "0", PeriodFault.NO_SUCH_PERIOD, None),
        (WEEK, "2025-W53", PeriodFault.NO_SUCH_PERIOD, None),
        (WEEK, "W54", PeriodFault.NO_SUCH_PERIOD, None),
        (QUARTER, "K0", PeriodFault.NO_SUCH_PERIOD, None),
        (QUARTER, "5e kwartaal", PeriodFault.NO_SUCH_PERIOD, None),
        (YEAR, "1989", PeriodFault.YEAR_OUT_OF_REACH, None),
        (YEAR, "2100", PeriodFault.YEAR_OUT_OF_REACH, None),
        (YEAR, "26", PeriodFault.YEAR_OUT_OF_REACH, None),
        (YEAR, "0", PeriodFault.YEAR_OUT_OF_REACH, None),
        (MONTH, "0000-10", PeriodFault.YEAR_OUT_OF_REACH, None),
        (MONTH, "", PeriodFault.NOT_UNDERSTOOD, None),
        (MONTH, "oktobre", PeriodFault.NOT_UNDERSTOOD, None),
        (MONTH, "oktober 26", PeriodFault.NOT_UNDERSTOOD, None),
        (MONTH, "volgende", PeriodFault.NOT_UNDERSTOOD, None),
        (MONTH, "3 oktober 2026", PeriodFault.NOT_UNDERSTOOD, None),
        (MONTH, "1" * 101, PeriodFault.TOO_LONG, None),
    ],
)
def test_what_is_not_such_a_period_is_refused_with_its_reason(
    sort: PeriodSort, typed: str, reason: PeriodFault, meant: PeriodSort | None
) -> None:
    with pytest.raises(UnreadablePeriod) as caught:
        parse_period(typed, sort, TODAY)
    error = caught.value
    assert (error.raw, error.sort, error.reason, error.meant) == (typed, sort, reason, meant)


@pytest.mark.parametrize(
    ("typed", "expected"), [("W53", "2026-W53"), ("W1", "2026-W01"), ("week 52", "2026-W52")]
)
def test_a_week_without_a_year_at_new_year_is_the_last_that_began(typed: str, expected: str) -> None:
    assert parse_period(typed, WEEK, date(2027, 1, 1)).name == expected


def test_the_first_week_may_begin_in_december() -> None:
    assert parse_period("W1", WEEK, date(2025, 12, 30)).name == "2026-W01"


def test_a_month_has_begun_on_its_first_day() -> None:
    assert parse_period("november", MONTH, date(2026, 11, 1)).name == "2026-11"
    assert parse_period("november", MONTH, date(2026, 10, 31)).name == "2025-11"


def test_week_53_without_a_year_is_not_sought_years_back() -> None:
    with pytest.raises(UnreadablePeriod):
        parse_period("W53", WEEK, date(2026, 6, 1))


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        (date(2027, 1, 3), "2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        (date(2027, 1, 4), "2027-W01", date(2027, 1, 4), date(2027, 1, 10)),
        (date(2025, 12, 29), "2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        (date(2021, 1, 1), "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
    ],
)
def test_weeks_are_those_of_iso_8601_at_new_year_too(day: date, name: str, first: date, last: date) -> None:
    week = period_of(WEEK, day)
    assert (week.name, week.first, week.last) == (name, first, last)


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        (MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (MONTH, date(2026, 12, 1), date(2026, 12, 31)),
        (QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        (QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_months_quarters_and_years_end_with_their_last_month(
    sort: PeriodSort, first: date, last: date
) -> None:
    assert period_of(sort, first) == period_of(sort, last) == Period(sort, first, last)


@pytest.mark.parametrize(
    ("sort", "typed", "expected"),
    [
        (WEEK, "2026-W45", "2025-W45"),
        (WEEK, "2026-W53", "2025-W52"),
        (WEEK, "2026-W01", "2025-W01"),
        (MONTH, "2026-10", "2025-10"),
        (QUARTER, "2026-K3", "2025-K3"),
        (YEAR, "2026", "2025"),
    ],
)
def test_the_same_period_a_year_earlier(sort: PeriodSort, typed: str, expected: str) -> None:
    assert parse_period(typed, sort, TODAY).same_last_year().name == expected


def test_october_2026_lasts_thirty_one_days_and_an_hour() -> None:
    october = parse_period("2026-10", MONTH, TODAY)
    assert october.ends_before - october.starts_at == timedelta(days=31, hours=1)


def test_march_2026_lasts_an_hour_short_of_thirty_one_days() -> None:
    march = parse_period("2026-03", MONTH, TODAY)
    assert march.ends_before - march.starts_at == timedelta(days=30, hours=23)


def test_a_month_begins_at_the_dutch_midnight() -> None:
    july = parse_period("2026-07", MONTH, TODAY)
    assert july.starts_at == datetime(2026, 6, 30, 22, 0, tzinfo=UTC)
    assert july.starts_at.tzinfo is UTC


def test_the_days_of_a_period_are_listed_first_to_last() -> None:
    assert period_of(WEEK, date(2026, 11, 8)).days() == tuple(date(2026, 11, day) for day in range(2, 9))


# Laws

SORTS = st.sampled_from(PeriodSort)
DAYS = st.dates(date(1991, 1, 7), date(2098, 12, 20))
INSTANTS = st.datetimes(datetime(1991, 1, 7), datetime(2098, 12, 20), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
PIECES = "0 1 3 13 45 53 54 99 1989 2026 2100 9999 - / . w week k q kwartaal 3e derde okt maart vorige deze maand van"
SPELLINGS = st.builds(
    str.join, st.sampled_from(["", " ", "-"]), st.lists(st.sampled_from(PIECES.split()), max_size=4)
)


@given(sort=SORTS, at=INSTANTS)
def test_every_instant_lies_in_exactly_one_period_of_each_sort(sort: PeriodSort, at: datetime) -> None:
    near = [period_of(sort, at.date() + timedelta(days=days)) for days in (-400, -1, 0, 1, 400)]
    holding = {period for period in near if period.contains(at)}
    assert len(holding) == 1
    assert holding == {period for period in near if period.starts_at <= at < period.ends_before}


@given(sort=SORTS, day=DAYS)
def test_periods_follow_each_other_without_a_gap(sort: PeriodSort, day: date) -> None:
    period = period_of(sort, day)
    assert period.previous().last + timedelta(days=1) == period.first
    assert period.previous().ends_before == period.starts_at
    assert day in period.days()


@given(sort=SORTS, day=DAYS, today=DAYS)
def test_a_name_reads_back_as_its_period(sort: PeriodSort, day: date, today: date) -> None:
    period = period_of(sort, day)
    assert parse_period(period.name, sort, today) == period
    for other in set(PeriodSort) - {sort}:
        with pytest.raises(UnreadablePeriod):
            parse_period(period.name, other, today)


@given(sort=SORTS, raw=st.text(max_size=110) | SPELLINGS, today=DAYS)
def test_any_text_is_a_period_or_a_mistake(sort: PeriodSort, raw: str, today: date) -> None:
    try:
        period = parse_period(raw, sort, today)
    except UnreadablePeriod:
        return
    assert period == period_of(sort, period.first)
