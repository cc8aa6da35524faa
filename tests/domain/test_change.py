"""What the counts of a period tell about themselves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.figures import HOURS, WEEKDAYS, Change, Figures, percentage


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (1, 10, 10),
        (1, 16, 6),
        (1, 15, 7),
        (5, 40, 13),
        (30, 10, 300),
        (0, 10, 0),
        (9, 9, None),
        (0, 0, None),
    ],
)
def test_a_percentage_is_whole_rounds_halves_up_and_needs_ten(
    part: int, whole: int, percent: int | None
) -> None:
    assert percentage(part, whole) == percent


@pytest.mark.parametrize(
    ("now", "before", "difference", "percent"),
    [
        (12, 10, 2, 20),
        (8, 10, -2, -20),
        (10, 10, 0, 0),
        (0, 40, -40, -100),
        (3, 2, 1, None),
        (3, 0, 3, None),
    ],
)
def test_a_change_is_a_number_and_a_percentage_of_what_there_was(
    now: int, before: int, difference: int, percent: int | None
) -> None:
    change = Change(now, before)
    assert (change.difference, change.percent) == (difference, percent)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_more_and_fewer_are_rounded_the_same_way(less: int, more: int) -> None:
    up, down = Change(more + less, more), Change(max(0, more - less), more)
    if less <= more and up.percent is not None:
        assert down.percent == -up.percent


def test_how_many_there_were_so_far_includes_the_day_itself() -> None:
    figures = Figures(per_day=((date(2026, 10, 1), 2), (date(2026, 10, 12), 3), (date(2026, 10, 13), 4)))
    assert [figures.until(date(2026, 10, day)) for day in (1, 11, 12, 31)] == [2, 2, 5, 9]


def test_the_week_has_a_place_for_every_hour() -> None:
    week = Figures(per_hour_and_weekday=((9, 0, 2), (23, 6, 5))).week
    assert (len(week), {len(row) for row in week}) == (WEEKDAYS, {HOURS})
    assert (week[0][9], week[6][23], sum(map(sum, week))) == (2, 5, 7)
