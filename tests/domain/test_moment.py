"""Dutch moments: the table `momenten.tsv` row by row, and what holds for every text and every instant."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from agressielog.domain.errors import WrongUse
from agressielog.domain.local_time import AMSTERDAM, local_day, to_local
from agressielog.domain.moment import (
    MissingHour,
    Moment,
    MomentFault,
    MomentInFuture,
    MomentWithoutTime,
    UnreadableMoment,
    complete_moment,
    moment_on,
    parse_moment,
)
from agressielog.domain.time_of_day import PartOfDay

WEDNESDAY = datetime(2026, 4, 8, 10, 0, tzinfo=AMSTERDAM)


def table() -> list[tuple[str, str, str]]:
    lines = Path(__file__).with_name("momenten.tsv").read_text(encoding="utf-8").splitlines()
    rows = [re.split(r"\t+", line) for line in lines if line and not line.startswith("#")]
    return [(row[0].removeprefix("«").removesuffix("»"), row[1], row[2]) for row in rows]


def outcome(typed: str, now: datetime) -> str:
    """Tell in the words of the table what becomes of *typed*."""
    try:
        moment = parse_moment(typed, now)
    except UnreadableMoment as error:
        return f"geweigerd: {error.reason}"
    except MomentWithoutTime as error:
        if error.readings:
            return f"welk uur: {error.day} {' of '.join(f'{clock:%H:%M}' for clock in error.readings)}"
        return f"vraagt de tijd: {error.day}{f' {error.part}' if error.part else ''}"
    except MomentInFuture:
        return "toekomst"
    except MissingHour:
        return "overgeslagen uur"
    local = to_local(moment.at)
    shown = f"{local:%Y-%m-%d %H:%M}" + (f":{local:%S}" if local.second else "")
    return shown + (" dubbel" if moment.doubled else "") + (" tweede" if local.fold else "")


@pytest.mark.parametrize(("typed", "now", "expected"), table())
def test_the_table_of_moments(typed: str, now: str, expected: str) -> None:
    assert outcome(typed, datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)) == expected


def test_the_table_shows_every_reason_for_a_refusal() -> None:
    shown = {expected.removeprefix("geweigerd: ") for _, _, expected in table()}
    # A serial number is read out of a spreadsheet only: on a line it is just a number.
    assert set(MomentFault) - shown == {MomentFault.TOO_LONG, MomentFault.SERIAL_NUMBER}


def test_now_is_what_the_clock_says_to_the_microsecond() -> None:
    now = datetime(2026, 4, 8, 8, 0, 12, 345, tzinfo=UTC)
    assert parse_moment("nu", now) == Moment(now)


def test_a_span_ago_is_a_whole_minute() -> None:
    now = datetime(2026, 4, 8, 8, 0, 42, 345, tzinfo=UTC)
    assert parse_moment("10 minuten geleden", now).at == datetime(2026, 4, 8, 7, 50, tzinfo=UTC)


def test_a_span_ago_counts_real_hours_through_a_clock_change() -> None:
    now = datetime(2026, 3, 29, 4, 0, tzinfo=AMSTERDAM)
    assert to_local(parse_moment("2 uur geleden", now).at).hour == 1


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\t", "\n", "  "])
def test_any_white_space_will_do(space: str) -> None:
    assert parse_moment(f"gisteren{space}14:30", WEDNESDAY) == parse_moment("gisteren 14:30", WEDNESDAY)


def test_moments_are_in_utc() -> None:
    assert parse_moment("gisteren 14:30", WEDNESDAY).at.tzinfo is UTC


def test_a_hundred_characters_are_read_and_one_more_is_not() -> None:
    typed = "gisteren 14:30"
    assert parse_moment(typed.ljust(100), WEDNESDAY).at.minute == 30
    with pytest.raises(UnreadableMoment) as caught:
        parse_moment(typed.ljust(101), WEDNESDAY)
    assert caught.value.reason is MomentFault.TOO_LONG


def test_today_is_the_dutch_today() -> None:
    after_midnight = datetime(2026, 4, 7, 22, 30, tzinfo=UTC)
    assert to_local(parse_moment("vandaag 0:15", after_midnight).at).date() == date(2026, 4, 8)


def test_a_minute_past_midnight_is_near_enough_just_before_it() -> None:
    before_midnight = datetime(2026, 4, 8, 23, 58, tzinfo=AMSTERDAM)
    assert to_local(parse_moment("9 april 2026 0:01", before_midnight).at).date() == date(2026, 4, 9)


def test_a_future_moment_tells_when_it_would_have_been() -> None:
    with pytest.raises(MomentInFuture) as caught:
        parse_moment("vandaag 14:30", WEDNESDAY)
    assert caught.value.at == datetime(2026, 4, 8, 12, 30, tzinfo=UTC)


def test_a_future_day_without_a_time_is_told_by_its_start() -> None:
    with pytest.raises(MomentInFuture) as caught:
        parse_moment("overmorgen", WEDNESDAY)
    assert (caught.value.at, caught.value.whole_day) == (datetime(2026, 4, 9, 22, 0, tzinfo=UTC), True)


@pytest.mark.parametrize(
    ("typed", "at", "whole_day"),
    [
        ("overmorgen 10:00", datetime(2026, 4, 10, 8, 0, tzinfo=UTC), False),
        ("10 april 2026 22:15", datetime(2026, 4, 10, 20, 15, tzinfo=UTC), False),
        ("overmorgen half drie", datetime(2026, 4, 9, 22, 0, tzinfo=UTC), True),
        ("overmorgen half drie 's middags", datetime(2026, 4, 10, 12, 30, tzinfo=UTC), False),
    ],
)
def test_a_future_day_is_told_with_its_time_where_that_is_clear(
    typed: str, at: datetime, *, whole_day: bool
) -> None:
    with pytest.raises(MomentInFuture) as caught:
        parse_moment(typed, WEDNESDAY)
    assert (caught.value.at, caught.value.whole_day) == (at, whole_day)


def test_a_missing_hour_tells_day_and_clock() -> None:
    with pytest.raises(MissingHour) as caught:
        moment_on(date(2026, 3, 29), time(2, 30))
    assert (caught.value.day, caught.value.clock) == (date(2026, 3, 29), time(2, 30))


def unfinished(typed: str) -> MomentWithoutTime:
    with pytest.raises(MomentWithoutTime) as caught:
        parse_moment(typed, WEDNESDAY)
    return caught.value


@pytest.mark.parametrize(
    ("first", "answer", "expected"),
    [
        ("3 april", "14:30", "2026-04-03 14:30"),
        ("3 april", "om 14.30 uur", "2026-04-03 14:30"),
        ("gisteravond", "9 uur", "2026-04-07 21:00"),
        ("half drie", "02:30", "2026-04-08 02:30"),
        ("gisteren half drie", "half drie 's middags", "2026-04-07 14:30"),
        ("vanochtend", "gisteren 14:30", "2026-04-07 14:30"),
    ],
)
def test_the_answer_to_the_question_for_the_time_completes_the_moment(
    first: str, answer: str, expected: str
) -> None:
    at = to_local(complete_moment(unfinished(first), answer, WEDNESDAY).at)
    assert f"{at:%Y-%m-%d %H:%M}" == expected


def test_an_answer_in_the_future_is_refused_too() -> None:
    with pytest.raises(MomentInFuture):
        complete_moment(unfinished("woensdag"), "14:30", WEDNESDAY)


def test_an_answer_outside_the_part_of_the_day_is_refused() -> None:
    with pytest.raises(UnreadableMoment) as caught:
        complete_moment(unfinished("gisteravond"), "14:30", WEDNESDAY)
    assert caught.value.reason is MomentFault.OTHER_PART_OF_DAY


def test_an_endless_answer_is_refused() -> None:
    with pytest.raises(UnreadableMoment) as caught:
        complete_moment(unfinished("gisteren"), "1" * 101, WEDNESDAY)
    assert caught.value.reason is MomentFault.TOO_LONG


# Laws

INSTANTS = st.datetimes(datetime(1990, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
NOWS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
PHRASES = """
    nu vandaag gisteren eergisteren morgen vanochtend gisteravond 's avonds nachts maandag vr vr. zondag
    afgelopen vorige volgende deze week weken dagen minuten uur geleden over voor half kwart om op een drie
    3 31 29 0 99 999 april feb. december 2026 1926 9999 '26 3-4 31-2-2026 3/4/26 3.4.2026 2026-04-03
    2026-02-30T02:30 2026-04-03T09:15+02:00 14:30 9.15 25:00 2:60 14u 14u30 u h : - . van a.s. jl
"""
WORDS = st.sampled_from(PHRASES.split())
TEXTS = st.one_of(
    st.text(max_size=110),
    st.lists(WORDS, max_size=7).map(" ".join),
    st.lists(WORDS, max_size=4).map("".join),
)


@given(raw=TEXTS, now=NOWS)
@example(raw="\ud800", now=WEDNESDAY)
@example(raw="\0", now=WEDNESDAY)
@example(raw="ﷺ" * 100, now=WEDNESDAY)
def test_any_text_is_a_moment_not_in_the_future_or_a_mistake(raw: str, now: datetime) -> None:
    try:
        moment = parse_moment(raw, now)
    except WrongUse:
        return
    assert moment.at <= now + timedelta(minutes=5)


@given(raw=TEXTS, now=NOWS)
def test_what_is_understood_is_understood_in_capitals_and_with_more_space(raw: str, now: datetime) -> None:
    spaced = f"  {raw.strip().replace(' ', '   ')} "
    if raw.isascii() and len(spaced) <= 100:
        assert outcome(spaced.upper(), now) == outcome(raw, now)


@given(at=INSTANTS, later=st.timedeltas(timedelta(0), timedelta(days=10_000)))
def test_a_day_and_time_in_full_is_that_minute_whenever_it_is_typed(at: datetime, later: timedelta) -> None:
    assume(not to_local(at).fold)
    typed = f"{to_local(at):%d-%m-%Y %H:%M}"
    assert parse_moment(typed, at + later).at == at.replace(second=0, microsecond=0)


@given(at=INSTANTS)
def test_a_stamp_with_offset_is_that_instant_also_in_the_doubled_hour(at: datetime) -> None:
    assert parse_moment(to_local(at).isoformat(), at).at == at.replace(microsecond=0)


@given(now=NOWS, weekday=st.integers(0, 6), clock=st.times())
def test_a_weekday_is_within_the_last_week(now: datetime, weekday: int, clock: time) -> None:
    name = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")[weekday]
    try:
        moment = parse_moment(f"{name} {clock:%H:%M}", now)
    except MissingHour:
        return
    assert to_local(moment.at).weekday() == weekday
    assert timedelta(0) <= local_day(now) - local_day(moment.at) <= timedelta(days=7)


def last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


# Since 1996 the whole of Europe changes on the last Sundays of March and October (Directive 94/21/EC).
YEARS = range(1996, 2026)
NOW = datetime(2026, 4, 8, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("year", YEARS)
def test_every_spring_the_third_hour_is_missing(year: int) -> None:
    night = last_sunday(year, 3)
    for minute in (0, 30, 59):
        with pytest.raises(MissingHour):
            parse_moment(f"{night} 02:{minute:02}", NOW)
    before, after = (parse_moment(f"{night} {clock}", NOW).at for clock in ("01:59", "03:00"))
    assert after - before == timedelta(minutes=1)


@pytest.mark.parametrize("year", YEARS)
def test_every_autumn_the_third_hour_comes_twice_and_the_first_is_taken(year: int) -> None:
    night = last_sunday(year, 10)
    first = parse_moment(f"{night} 02:30", NOW)
    second = parse_moment(f"{night}T02:30+01:00", NOW)
    assert first.doubled
    assert not second.doubled
    assert second.at - first.at == timedelta(hours=1)
    assert to_local(first.at).time() == to_local(second.at).time() == time(2, 30)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("clock", ["01:59", "03:00"])
def test_every_autumn_the_hours_around_it_come_once(year: int, clock: str) -> None:
    assert not parse_moment(f"{last_sunday(year, 10)} {clock}", NOW).doubled


@pytest.mark.parametrize("part", PartOfDay)
def test_a_part_of_the_day_never_holds_both_halves(part: PartOfDay) -> None:
    assert not any(part.holds(time(hour)) and part.holds(time(hour + 12)) for hour in range(12))


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (PartOfDay.NIGHT, 0, 5),
        (PartOfDay.MORNING, 4, 11),
        (PartOfDay.AFTERNOON, 12, 18),
        (PartOfDay.EVENING, 17, 23),
    ],
)
def test_a_part_of_the_day_holds_the_hours_people_call_so(part: PartOfDay, first: int, last: int) -> None:
    assert [hour for hour in range(24) if part.holds(time(hour, 59))] == list(range(first, last + 1))
