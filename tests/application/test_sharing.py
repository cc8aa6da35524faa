"""What of a whole report may leave the house, its comparisons included."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
import story
from decisions import BAN, WARNING
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.report import Earlier, Report
from agressielog.application.sharing import SharedEarlier, shared
from agressielog.domain.decision import Verdict
from agressielog.domain.figures import Change, Figures
from agressielog.domain.follow_up import FollowUp, Kept
from agressielog.domain.period import PeriodSort, parse_period
from agressielog.domain.shared_follow_up import SharedKept
from agressielog.domain.suppression import Hidden, Shown

FEW = Hidden.FEW
OCTOBER = parse_period("2026-10", PeriodSort.MONTH, story.TODAY)
SEPTEMBER = OCTOBER.previous()
TENTH = date(2026, 9, 10)


def some(until_the_tenth: int, after: int = 0) -> Figures:
    per_day = ((TENTH, until_the_tenth), (date(2026, 9, 11), after))
    return Figures(total=until_the_tenth + after, per_day=tuple(day for day in per_day if day[1]))


def compared(now: int, before: Figures, *, running: bool = False) -> SharedEarlier:
    earlier = Earlier(SEPTEMBER, TENTH if running else SEPTEMBER.last, before)
    until = date(2026, 10, 10) if running else OCTOBER.last
    return shared(Report(OCTOBER, until, Figures(total=now), earlier, earlier)).previous


@pytest.mark.parametrize(
    ("now", "before", "total", "change"),
    [
        (12, 10, 10, Change(12, 10)),
        (12, 0, 0, Change(12, 0)),
        (12, 3, FEW, None),
        (3, 12, 12, None),
        (0, 12, 12, Change(0, 12)),
    ],
)
def test_a_difference_is_told_where_both_counts_are(
    now: int, before: int, total: Shown, change: Change | None
) -> None:
    told = compared(now, some(before))
    assert (told.total, told.so_far, told.change) == (total, total, change)


@pytest.mark.parametrize(
    ("until_the_tenth", "after", "so_far"),
    [
        (10, 20, 10),
        (10, 0, 10),
        (0, 20, 0),
        # What is left of the total would be small, or what was until then.
        (10, 3, None),
        (3, 10, None),
        (2, 3, FEW),
        (1, 1, None),
    ],
)
def test_as_far_as_the_day_and_in_all_do_not_tell_each_other(
    until_the_tenth: int, after: int, so_far: Shown | None
) -> None:
    told = compared(12, some(until_the_tenth, after), running=True)
    assert told.so_far == so_far
    assert (told.change is not None) == isinstance(so_far, int)


@given(before=st.integers(0, 12), after=st.integers(0, 12))
def test_by_all_solutions_neither_part_of_an_earlier_period_is_narrowed(before: int, after: int) -> None:
    told = compared(12, some(before, after), running=True)
    if told.so_far is not FEW:
        # Told in full, what is left is never small.
        assert told.so_far is None or not 0 < before + after - told.so_far < 5
        return
    possible = {first for first, rest in product(range(1, 5), repeat=2) if first + rest == told.total}
    assert possible == {1, 2, 3, 4}


def test_a_period_to_come_is_compared_with_nothing() -> None:
    earlier = Earlier(SEPTEMBER, SEPTEMBER.last, some(9))
    report = Report(OCTOBER, date(2026, 9, 30), Figures(), earlier, earlier)
    told = shared(report)
    assert (told.begun, told.previous.change) == (False, None)


def test_what_became_of_it_is_told_without_what_is_small() -> None:
    earlier = Earlier(SEPTEMBER, SEPTEMBER.last, some(9))
    found = FollowUp(
        reaction_hours=24,
        reactions=Kept(18, 4),
        care=Kept(11, 5),
        decided=((WARNING, 6), (None, 4), (BAN, 3)),
        running=((WARNING, 12), (BAN, 1)),
        objections=2,
        verdicts=((Verdict.UPHELD, 1),),
        good_calls=7,
    )
    report = Report(OCTOBER, OCTOBER.last, Figures(total=22), earlier, earlier, found)
    told = shared(report).follow_up
    assert (told.reactions, told.care) == (SharedKept(18, FEW, None), SharedKept(11, 5, 69))
    assert told.decided == ((WARNING, 6), (BAN, FEW), (None, FEW))
    assert told.running == ((WARNING, 12), (BAN, FEW))
    assert (told.objections, told.verdicts, told.good_calls) == (FEW, ((Verdict.UPHELD, FEW),), 7)
    assert (told.ending, told.reviews_late) == (0, 0)


def test_days_and_callers_of_a_report_do_not_go_along() -> None:
    """What a shared report does not have, no screen can show by mistake."""
    earlier = Earlier(SEPTEMBER, SEPTEMBER.last, some(9))
    told = shared(Report(OCTOBER, OCTOBER.last, replace(some(9), total=9), earlier, earlier))
    names = set(type(told.figures).__dataclass_fields__)
    assert names.isdisjoint({"per_day", "repeat_callers"})
