"""How moments, days and periods read."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agressielog.domain.local_time import AMSTERDAM, to_local
from agressielog.domain.moment import parse_moment
from agressielog.domain.period import PeriodSort, parse_period, period_of
from agressielog.presentation.moments import (
    iso,
    iso_day,
    show_day,
    show_distance,
    show_doubled,
    show_long_day,
    show_moment,
    show_short_day,
)
from agressielog.presentation.periods import show_period

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=AMSTERDAM)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-04-03 14:30", "vr 3 april 2026 14:30, 232 dagen geleden"),
        ("2026-11-21 10:00", "za 21 november 2026 10:00, zojuist"),
        ("2026-11-21 09:59", "za 21 november 2026 09:59, 1 minuut geleden"),
        ("2026-11-21 09:48", "za 21 november 2026 09:48, 12 minuten geleden"),
        ("2026-11-21 09:00", "za 21 november 2026 09:00, vandaag"),
        ("2026-11-20 23:30", "vr 20 november 2026 23:30, gisteren"),
        ("2026-11-19 23:30", "do 19 november 2026 23:30, 2 dagen geleden"),
        ("2026-11-21 10:03", "za 21 november 2026 10:03, over 3 minuten"),
        ("2026-11-21 14:30", "za 21 november 2026 14:30, vandaag"),
        ("2026-11-22 14:30", "zo 22 november 2026 14:30, morgen"),
        ("2026-11-24 09:00", "di 24 november 2026 09:00, over 3 dagen"),
    ],
)
def test_a_moment_is_shown_with_its_weekday_and_how_far_away_it_is(at: str, shown: str) -> None:
    assert show_moment(local(at), NOW) == shown


def test_within_the_hour_minutes_come_before_yesterday() -> None:
    assert show_distance(local("2026-11-20 23:58"), local("2026-11-21 00:10")) == "12 minuten geleden"


def test_a_clock_some_seconds_ahead_is_now() -> None:
    assert show_distance(NOW + timedelta(seconds=20), NOW) == "nu"


def test_days_are_dutch_days_whatever_the_zone_of_the_moment() -> None:
    assert show_moment(datetime(2026, 6, 30, 22, 15, tzinfo=UTC), NOW).startswith("wo 1 juli 2026 00:15")


def test_days_are_shown_with_weekday_in_full_and_short() -> None:
    day = date(2026, 3, 6)
    assert [show_day(day), show_long_day(day), show_short_day(day)] == [
        "vr 6 maart 2026",
        "6 maart 2026",
        "6 mrt 2026",
    ]


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2026, 4, 3, 12, 30, tzinfo=UTC), "2026-04-03T14:30:00+02:00"),
        (datetime(2026, 11, 21, 9, 0, 0, 250, tzinfo=UTC), "2026-11-21T10:00:00+01:00"),
    ],
)
def test_json_has_the_dutch_offset_to_the_second(at: datetime, written: str) -> None:
    assert iso(at) == written


def test_json_has_days_in_iso_8601() -> None:
    assert iso_day(date(2026, 4, 3)) == "2026-04-03"


@pytest.mark.parametrize(
    ("sort", "typed", "title"),
    [
        (PeriodSort.WEEK, "2026-W45", "week 45 van 2026 (2 t/m 8 november)"),
        (PeriodSort.WEEK, "2026-W40", "week 40 van 2026 (28 september t/m 4 oktober)"),
        (PeriodSort.WEEK, "2026-W53", "week 53 van 2026 (28 december 2026 t/m 3 januari 2027)"),
        (PeriodSort.MONTH, "2026-10", "oktober 2026"),
        (PeriodSort.QUARTER, "2026-K3", "3e kwartaal 2026"),
        (PeriodSort.YEAR, "2026", "2026"),
    ],
)
def test_the_title_of_a_period(sort: PeriodSort, typed: str, title: str) -> None:
    assert show_period(parse_period(typed, sort, NOW.date())) == title


def test_a_time_that_came_twice_says_so_and_how_to_type_the_other() -> None:
    said = show_doubled(parse_moment("25 oktober 2026 02:30", NOW))
    assert said == (
        "De klok ging die nacht een uur terug: 02:30 kwam twee keer. "
        "Genomen is de eerste keer (zomertijd); de tweede is 2026-10-25T02:30+01:00."
    )
    assert iso(parse_moment("2026-10-25T02:30+01:00", NOW).at) == "2026-10-25T02:30:00+01:00"


def test_a_time_that_came_once_needs_no_word() -> None:
    assert show_doubled(parse_moment("25 oktober 2026 03:30", NOW)) is None


# Laws

INSTANTS = st.datetimes(datetime(1990, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


@given(at=INSTANTS, ago=st.timedeltas(timedelta(0), timedelta(days=3000)))
def test_what_is_shown_can_be_typed_back(at: datetime, ago: timedelta) -> None:
    assume(not to_local(at).fold)
    shown = show_moment(at, at + ago).partition(", ")[0]
    assert parse_moment(shown, at + ago).at == at.replace(second=0, microsecond=0)


@given(at=INSTANTS)
def test_what_json_writes_can_be_typed_back_also_in_the_doubled_hour(at: datetime) -> None:
    assert parse_moment(iso(at), at).at == at.replace(microsecond=0)


@given(day=st.dates(date(1990, 1, 1), date(2099, 12, 31)), sort=st.sampled_from(PeriodSort))
def test_the_title_of_a_period_can_be_typed_back(day: date, sort: PeriodSort) -> None:
    period = period_of(sort, day)
    assert parse_period(show_period(period).partition(" (")[0], sort, day) == period
