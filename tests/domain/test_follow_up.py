"""How it is counted what became of the incidents of a period."""

from datetime import UTC, date, datetime, timedelta

import pytest
from decisions import BAN, WARNING, decision, on_the_day, warning
from story import SWEARING

from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.duty import AsOf, DutyKind, as_of
from agressielog.domain.follow_up import (
    DutyTally,
    FollowUp,
    Heard,
    Kept,
    count_decided,
    count_objections,
    count_reactions,
    count_running,
)
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.period import PeriodSort, period_of
from agressielog.domain.vocabulary import IncidentStatus

OCTOBER = period_of(PeriodSort.MONTH, date(2026, 10, 1))
HOURS = 24
#: Two in the afternoon in Amsterdam; the term ends the day after at two.
CALLED = datetime(2026, 10, 6, 12, tzinfo=UTC)
DUE = CALLED + timedelta(hours=HOURS)
SECOND = timedelta(seconds=1)
AT_THE_END = as_of(OCTOBER.last, datetime(2026, 11, 20, tzinfo=UTC), moves=False)


def call(at: datetime = CALLED) -> OpenCall:
    return OpenCall(
        id=IncidentId(1),
        at=at,
        caller=CallerId(1),
        kinds=(SWEARING,),
        reporter="Mia",
        warned=False,
        status=IncidentStatus.REPORTED,
    )


def counted(heard: Heard | None, at: datetime = CALLED, moment: AsOf = AT_THE_END) -> Kept:
    found = {IncidentId(1): heard} if heard is not None else {}
    return count_reactions([call(at)], found, HOURS, OCTOBER, moment)


@pytest.mark.parametrize(
    ("heard", "kept"),
    [
        (Heard(delivered_at=DUE), Kept(1, 0)),
        (Heard(delivered_at=DUE + SECOND), Kept(0, 1)),
        # Of a decision for none only the day is kept, and all of the last day is in time.
        (Heard(none_on=date(2026, 10, 7)), Kept(1, 0)),
        (Heard(none_on=date(2026, 10, 8)), Kept(0, 1)),
        (Heard(delivered_at=DUE + SECOND, none_on=date(2026, 10, 7)), Kept(1, 0)),
        (None, Kept(0, 1)),
    ],
)
def test_a_caller_heard_from_us_within_the_term_or_not(heard: Heard | None, kept: Kept) -> None:
    assert counted(heard) == kept


@pytest.mark.parametrize(
    ("now", "kept"),
    [(DUE, Kept(0, 0)), (DUE + timedelta(milliseconds=999), Kept(0, 0)), (DUE + SECOND, Kept(0, 1))],
)
def test_while_there_is_time_left_nothing_is_late(now: datetime, kept: Kept) -> None:
    assert counted(None, moment=as_of(date(2026, 10, 7), now, moves=False)) == kept


@pytest.mark.parametrize("heard", [Heard(delivered_at=DUE), Heard(none_on=date(2026, 10, 7))])
def test_what_was_heard_after_the_day_that_is_judged_is_not_looked_at(heard: Heard) -> None:
    the_day_before = as_of(date(2026, 10, 6), datetime(2026, 11, 20, tzinfo=UTC), moves=False)
    assert counted(heard, moment=the_day_before) == Kept(0, 0)


@pytest.mark.parametrize(
    ("due", "counts"),
    [
        ("2026-09-30T21:59:59+00:00", False),
        ("2026-09-30T22:00:00+00:00", True),
        ("2026-10-31T22:59:59+00:00", True),
        ("2026-10-31T23:00:00+00:00", False),
    ],
)
def test_a_call_counts_in_the_month_in_which_its_term_ends(due: str, counts: bool) -> None:
    at = datetime.fromisoformat(due) - timedelta(hours=HOURS)
    moment = as_of(date(2026, 11, 20), datetime(2026, 11, 20, tzinfo=UTC), moves=False)
    assert counted(None, at, moment).total == counts


def test_two_pieces_of_a_period_are_counted_together() -> None:
    assert Kept(1, 2).and_also(Kept(3, 4)) == Kept(4, 6)


# Decisions -------------------------------------------------------------------------------------------

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
NONE = {"measure": None, "rung": None, "last": None}


def test_decisions_are_counted_per_measure_the_most_frequent_first() -> None:
    taken = [decision(1, **NONE), decision(2), warning(3), decision(4), decision(5, **NONE), decision(6)]
    assert count_decided(taken, FIRST, LAST) == ((BAN, 3), (None, 2), (WARNING, 1))


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2026, 10, 31), False), (FIRST, True), (LAST, True), (date(2026, 12, 1), False)],
)
def test_a_decision_counts_in_the_period_in_which_it_was_taken(day: date, counts: bool) -> None:
    assert bool(count_decided([decision(decided_on=day)], FIRST, LAST)) == counts


@pytest.mark.parametrize(
    ("how", "counts"), [(EndKind.ANNULLED, False), (EndKind.LIFTED, True), (EndKind.WITHDRAWN, True)]
)
def test_an_annulled_decision_never_was(how: EndKind, counts: bool) -> None:
    assert bool(count_decided([decision(ended=Ended(how, LAST, "x"))], FIRST, LAST)) == counts


def test_only_what_is_in_force_runs() -> None:
    delivered = {"delivered": on_the_day(date(2026, 11, 1))}
    taken = [
        decision(1, **delivered),
        decision(2),
        decision(3, **delivered, ended=Ended(EndKind.LIFTED, date(2026, 11, 10), "x")),
        decision(4, **delivered, first=date(2026, 11, 25), last=date(2026, 12, 24)),
        decision(5, **NONE),
        warning(6),
    ]
    assert count_running(taken, date(2026, 11, 20)) == ((BAN, 1), (WARNING, 1))


def test_objections_count_when_received_and_verdicts_when_answered() -> None:
    before = FIRST - timedelta(days=10)
    told = [
        (before, FIRST, Verdict.UPHELD),
        (FIRST, LAST, Verdict.DISMISSED),
        (LAST, LAST + timedelta(days=1), Verdict.PARTLY),
        (LAST, None, None),
        (before, before, Verdict.PARTLY),
    ]
    taken = [
        decision(number, objection=Objection(received, LAST, answered, verdict))
        for number, (received, answered, verdict) in enumerate(told, start=1)
    ]
    assert count_objections([*taken, decision(9)], FIRST, LAST) == (
        3,
        ((Verdict.UPHELD, 1), (Verdict.DISMISSED, 1)),
    )


def test_what_waits_is_told_per_kind() -> None:
    found = FollowUp(
        duties=(
            DutyTally(DutyKind.ENDING, 3, 0),
            DutyTally(DutyKind.REVIEW, 4, 2),
            DutyTally(DutyKind.OBJECTION, 1, 1),
        )
    )
    assert (found.ending, found.reviews_late) == (3, 2)
    assert found.objections_open == DutyTally(DutyKind.OBJECTION, 1, 1)
    assert FollowUp().objections_open == DutyTally(DutyKind.OBJECTION, 0, 0)
