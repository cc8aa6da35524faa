"""When care for the colleague is due, what closes it, and that nothing but the deed itself is on record."""

import dataclasses
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from decisions import standaard

from agressielog.domain.aftercare import (
    TALKS,
    Aftercare,
    AftercareClosed,
    AftercareGround,
    AftercareStep,
    AftercareTerms,
    DueStep,
    StepDone,
    aftercare_terms,
    closed_by,
    corrected_ground,
    end_of,
    ground_of,
    offered_again_on,
    open_steps,
    opens_aftercare,
    steps_left,
)
from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import AMSTERDAM, local_day
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import IncidentStatus, Severity

FIRST, TALK, TWO_WEEKS, SIX_WEEKS, OFFER = AftercareStep
TERMS = AftercareTerms()
MOVING = AftercareTerms(moves=True)


def amsterdam(text: str) -> datetime:
    """Return the UTC moment of an Amsterdam time; the second of a doubled hour ends in `(2)`."""
    told, _, second = text.partition("(")
    local = datetime.fromisoformat(told.strip()).replace(tzinfo=AMSTERDAM, fold=int(bool(second)))
    return local.astimezone(UTC)


#: A Friday afternoon.
FRIDAY = amsterdam("2026-11-20 13:00")


def care(**changes: Any) -> Aftercare:
    """Return care after a threat on Friday 20 November 2026, of which nothing was done yet."""
    ordinary = Aftercare(
        incident=IncidentId(1),
        colleague="Mia de Vries",
        at=FRIDAY,
        severity=Severity.SEVERE,
        status=IncidentStatus.REPORTED,
        ground=AftercareGround.SEVERITY,
    )
    return replace(ordinary, **changes)


def done(*steps: AftercareStep, at: datetime = FRIDAY) -> tuple[StepDone, ...]:
    return tuple(StepDone(step, "R. Smit", at) for step in steps)


def due(of: Aftercare, terms: AftercareTerms, step: AftercareStep) -> datetime:
    (found,) = (one for one in steps_left(of, terms, date(2099, 1, 1)) if one.step is step)
    return found.due


# What is due when, to the second: the incident, then the last moment of each step in time.
WHEN = [
    ("an ordinary Tuesday", "2026-09-01 10:30:00", "2026-09-01 23:59:59", "2026-09-04 10:30:00", "2026-09-15", "2026-10-13"),
    ("the first second of a day", "2026-09-01 00:00:00", "2026-09-01 23:59:59", "2026-09-04 00:00:00", "2026-09-15", "2026-10-13"),
    ("the last second of a day", "2026-09-01 23:59:59", "2026-09-01 23:59:59", "2026-09-04 23:59:59", "2026-09-15", "2026-10-13"),
    ("a Friday: hours run through the weekend", "2026-11-20 13:00:00", "2026-11-20 23:59:59", "2026-11-23 13:00:00", "2026-12-04", "2027-01-01"),
    ("a Sunday: the same day is that Sunday", "2026-11-22 09:00:00", "2026-11-22 23:59:59", "2026-11-25 09:00:00", "2026-12-06", "2027-01-03"),
    ("New Year's Eve", "2026-12-31 16:00:00", "2026-12-31 23:59:59", "2027-01-03 16:00:00", "2027-01-14", "2027-02-11"),
    ("the day before 29 February", "2028-02-28 12:00:00", "2028-02-28 23:59:59", "2028-03-02 12:00:00", "2028-03-13", "2028-04-10"),
    # 72 hours are 72 hours: an hour of clock less in spring, one more in autumn.
    ("across the lost hour of spring", "2026-03-27 10:00:00", "2026-03-27 23:59:59", "2026-03-30 11:00:00", "2026-04-10", "2026-05-08"),
    ("across the doubled hour of autumn", "2026-10-23 10:00:00", "2026-10-23 23:59:59", "2026-10-26 09:00:00", "2026-11-06", "2026-12-04"),
    ("on the day of the lost hour", "2026-03-29 01:30:00", "2026-03-29 23:59:59", "2026-04-01 02:30:00", "2026-04-12", "2026-05-10"),
    ("in the doubled hour, the first time", "2026-10-25 02:30:00", "2026-10-25 23:59:59", "2026-10-28 01:30:00", "2026-11-08", "2026-12-06"),
    ("in the doubled hour, the second time", "2026-10-25 02:30:00 (2)", "2026-10-25 23:59:59", "2026-10-28 02:30:00", "2026-11-08", "2026-12-06"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "first", "talk", "two", "six"), [row[1:] for row in WHEN], ids=[row[0] for row in WHEN]
)
def test_every_step_has_its_own_term(at: str, first: str, talk: str, two: str, six: str) -> None:
    found = steps_left(care(at=amsterdam(at)), TERMS, date(2026, 9, 1))
    assert [step.step for step in found] == list(TALKS)
    assert [step.due for step in found] == [
        amsterdam(first),
        amsterdam(talk),
        amsterdam(f"{two} 23:59:59"),
        amsterdam(f"{six} 23:59:59"),
    ]
    assert [step.whole_day for step in found] == [True, False, True, True]


@pytest.mark.parametrize("step", list(TALKS))
@pytest.mark.parametrize(
    ("from_due", "late"),
    [
        (timedelta(seconds=-1), None),
        (timedelta(), None),
        (timedelta(microseconds=999_999), None),
        (timedelta(seconds=1), timedelta(seconds=1)),
        (timedelta(hours=1), timedelta(hours=1)),
        (timedelta(days=30), timedelta(days=30)),
    ],
    ids=[
        "a second before",
        "at the last second",
        "within the last second",
        "a second after",
        "an hour",
        "a month",
    ],
)
def test_a_step_is_late_only_after_its_last_second(
    step: AftercareStep, from_due: timedelta, late: timedelta | None
) -> None:
    (found,) = (one for one in steps_left(care(), TERMS, date(2026, 11, 20)) if one.step is step)
    assert found.late_by(found.due + from_due) == late


# Where the policy says so, days move off weekends and holidays; the same day and the hours never do.
MOVED = [
    ("two weeks end on a Saturday", "2026-11-21 10:00", TWO_WEEKS, "2026-12-07"),
    ("two weeks end on a Sunday", "2026-11-22 10:00", TWO_WEEKS, "2026-12-07"),
    ("two weeks end on a Monday", "2026-11-23 10:00", TWO_WEEKS, "2026-12-07"),
    ("six weeks end on New Year's Day, a Friday", "2026-11-20 10:00", SIX_WEEKS, "2027-01-04"),
    ("two weeks end on Christmas Day, a Friday", "2026-12-11 10:00", TWO_WEEKS, "2026-12-28"),
    ("two weeks end on Easter Monday", "2026-03-23 10:00", TWO_WEEKS, "2026-04-07"),
    ("six weeks end on Ascension Day", "2026-04-02 10:00", SIX_WEEKS, "2026-05-15"),
    ("the same day stays a Saturday", "2026-11-21 10:00", FIRST, "2026-11-21"),
]


@pytest.mark.parametrize(("at", "step", "day"), [row[1:] for row in MOVED], ids=[row[0] for row in MOVED])
def test_days_move_off_weekends_and_holidays_where_the_policy_says_so(
    at: str, step: AftercareStep, day: str
) -> None:
    assert due(care(at=amsterdam(at)), MOVING, step) == amsterdam(f"{day} 23:59:59")


def test_hours_run_on_through_a_weekend_that_days_move_off() -> None:
    saturday = amsterdam("2026-11-19 09:00")
    assert due(care(at=saturday), MOVING, TALK) == amsterdam("2026-11-22 09:00")


def test_the_repeated_offer_moves_too() -> None:
    declined = care(declined_on=(date(2026, 11, 21),))
    assert due(declined, MOVING, OFFER) == amsterdam("2026-12-07 23:59:59")
    assert due(declined, TERMS, OFFER) == amsterdam("2026-12-05 23:59:59")


def test_a_day_ends_when_the_next_one_begins_also_on_the_nights_the_clock_changes() -> None:
    for day, hours in ((date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 20), 24)):
        length = end_of(day) - end_of(day - timedelta(days=1))
        assert (length, local_day(end_of(day))) == (timedelta(hours=hours), day)


# What opens it ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "asked", "ground"),
    [
        (Severity.NONE, False, None),
        (Severity.LIGHT, False, None),
        (Severity.MEDIUM, False, AftercareGround.SEVERITY),
        (Severity.SEVERE, False, AftercareGround.SEVERITY),
        (Severity.NONE, True, AftercareGround.ASKED),
        (Severity.LIGHT, True, AftercareGround.ASKED),
        (Severity.SEVERE, True, AftercareGround.ASKED),
    ],
)
def test_middel_and_zwaar_open_care_and_so_does_who_asks(
    severity: Severity, asked: bool, ground: AftercareGround | None
) -> None:
    assert ground_of(severity, asked=asked) is ground
    assert opens_aftercare(severity) is (severity in {Severity.MEDIUM, Severity.SEVERE})


ERNST, ASKED, BACK = AftercareGround
# The ground before, the severity after, whether that is heavier, what was asked, and the ground after.
CORRECTED = [
    (None, Severity.LIGHT, True, None, None),
    (None, Severity.MEDIUM, True, None, ERNST),
    (None, Severity.MEDIUM, False, None, None),
    (None, Severity.NONE, False, True, ASKED),
    (ERNST, Severity.NONE, False, None, ERNST),
    (ERNST, Severity.SEVERE, True, None, ERNST),
    (ERNST, Severity.SEVERE, False, True, ASKED),
    (ASKED, Severity.LIGHT, False, None, ASKED),
    (ASKED, Severity.SEVERE, True, None, ASKED),
    (ASKED, Severity.LIGHT, False, False, BACK),
    (ASKED, Severity.SEVERE, False, False, ERNST),
    (BACK, Severity.LIGHT, False, None, BACK),
    (BACK, Severity.MEDIUM, True, None, ERNST),
    (BACK, Severity.LIGHT, False, True, ASKED),
]


@pytest.mark.parametrize(("before", "severity", "heavier", "asked", "after"), CORRECTED)
def test_a_correction_opens_care_or_closes_it_visibly(
    before: AftercareGround | None,
    severity: Severity,
    heavier: bool,
    asked: bool | None,
    after: AftercareGround | None,
) -> None:
    assert corrected_ground(before, severity, heavier=heavier, asked=asked) is after


# What closes it ---------------------------------------------------------------------------------

DAY = date(2026, 11, 20)
CLOSED = [
    ("nothing happened", {}, None),
    ("a talk was had", {"done": done(TALK)}, None),
    ("all talks were had", {"done": done(*TALKS)}, AftercareClosed.FINISHED),
    ("declined once: the offer is left", {"declined_on": (DAY,)}, None),
    ("declined, and offered again", {"declined_on": (DAY,), "done": done(OFFER)}, AftercareClosed.DECLINED),
    ("declined twice", {"declined_on": (DAY, DAY)}, AftercareClosed.DECLINED),
    ("withdrawn", {"status": IncidentStatus.WITHDRAWN}, AftercareClosed.WITHDRAWN),
    ("rejected", {"status": IncidentStatus.REJECTED}, AftercareClosed.REJECTED),
    ("confirmed", {"status": IncidentStatus.CONFIRMED}, None),
    ("no longer heavy", {"severity": Severity.LIGHT}, AftercareClosed.LIGHTER),
    ("middel", {"severity": Severity.MEDIUM}, None),
    ("asked for, however light", {"severity": Severity.NONE, "ground": ASKED}, None),
    ("asked for and taken back", {"severity": Severity.LIGHT, "ground": BACK}, AftercareClosed.TAKEN_BACK),
    (
        "asked for, and withdrawn",
        {"ground": ASKED, "status": IncidentStatus.WITHDRAWN},
        AftercareClosed.WITHDRAWN,
    ),
    (
        "finished before it was withdrawn",
        {"done": done(*TALKS), "status": IncidentStatus.WITHDRAWN},
        AftercareClosed.FINISHED,
    ),
    (
        "declined once and withdrawn",
        {"declined_on": (DAY,), "status": IncidentStatus.WITHDRAWN},
        AftercareClosed.WITHDRAWN,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "reason"), [row[1:] for row in CLOSED], ids=[row[0] for row in CLOSED])
def test_care_closes_only_with_a_reason(changes: dict[str, Any], reason: AftercareClosed | None) -> None:
    found = care(**changes)
    assert closed_by(found, TERMS, DAY) is reason
    assert bool(open_steps(found, TERMS, DAY)) is (reason is None)


def test_what_is_on_record_stays_when_care_closes_and_counts_when_it_opens_again() -> None:
    begun = care(done=done(FIRST))
    withdrawn = replace(begun, status=IncidentStatus.WITHDRAWN)
    assert open_steps(withdrawn, TERMS, DAY) == ()
    again = replace(withdrawn, status=IncidentStatus.REPORTED)
    assert [step.step for step in open_steps(again, TERMS, DAY)] == [TALK, TWO_WEEKS, SIX_WEEKS]


def test_a_step_counts_from_the_day_on_which_it_was_done() -> None:
    found = care(done=done(FIRST, at=amsterdam("2026-11-23 00:00")))
    assert FIRST in {step.step for step in open_steps(found, TERMS, date(2026, 11, 22))}
    assert FIRST not in {step.step for step in open_steps(found, TERMS, date(2026, 11, 23))}


def test_a_refusal_counts_from_its_day_and_leaves_one_step() -> None:
    found = care(declined_on=(date(2026, 11, 23),))
    assert [step.step for step in open_steps(found, TERMS, date(2026, 11, 22))] == list(TALKS)
    assert [step.step for step in open_steps(found, TERMS, date(2026, 11, 23))] == [OFFER]


def test_who_declined_once_is_asked_again_two_weeks_after_that_day() -> None:
    once, twice = (date(2026, 11, 23),), (date(2026, 11, 23), date(2026, 12, 7))
    assert offered_again_on(care(declined_on=once), TERMS) == date(2026, 12, 7)
    assert offered_again_on(care(), TERMS) is None
    assert offered_again_on(care(declined_on=twice), TERMS) is None


def test_the_day_that_is_shown_is_the_local_one() -> None:
    (first, *_) = steps_left(care(at=amsterdam("2026-07-01 00:30")), TERMS, DAY)
    assert first.due_day == date(2026, 7, 1)


# The policy -------------------------------------------------------------------------------------


def test_the_terms_are_those_of_the_policy() -> None:
    policy = standaard()
    assert policy.terms is not None
    assert aftercare_terms(policy) == AftercareTerms(
        moves=policy.safeguards is not None and policy.safeguards.moves_off_weekends
    )
    own = replace(
        policy,
        terms=replace(
            policy.terms,
            first_talk_hours=24,
            later_talks=(Span(10, SpanUnit.DAY),),
            offer_care_again=Span(1, SpanUnit.MONTH),
        ),
    )
    terms = aftercare_terms(own)
    assert (terms.talk_hours, terms.later, terms.offer_again) == (
        24,
        (Span(10, SpanUnit.DAY),),
        Span(1, SpanUnit.MONTH),
    )


def test_what_is_due_first_comes_first_whatever_the_terms_are() -> None:
    found = steps_left(care(), AftercareTerms(talk_hours=1), DAY)
    assert [step.step for step in found] == [TALK, FIRST, TWO_WEEKS, SIX_WEEKS]


def test_a_policy_with_one_follow_up_has_three_steps() -> None:
    terms = AftercareTerms(later=(Span(3, SpanUnit.WEEK),))
    found = steps_left(care(), terms, DAY)
    assert [step.step for step in found] == [FIRST, TALK, TWO_WEEKS]
    assert found[-1].due_day == date(2026, 12, 11)
    assert closed_by(care(done=done(FIRST, TALK, TWO_WEEKS)), terms, DAY) is AftercareClosed.FINISHED


@pytest.mark.parametrize("schuift", [False, True])
def test_where_a_policy_says_nothing_the_published_terms_hold(schuift: bool) -> None:
    policy = standaard()
    assert policy.safeguards is not None
    silent = replace(policy, terms=None, safeguards=replace(policy.safeguards, moves_off_weekends=schuift))
    assert aftercare_terms(silent) == AftercareTerms(moves=schuift)
    assert aftercare_terms(replace(silent, safeguards=None)) == AftercareTerms()


# What is kept -----------------------------------------------------------------------------------


def test_nothing_is_kept_but_who_did_what_when() -> None:
    """No text and no health: a new field here is a question for the privacy officer first."""
    assert [field.name for field in dataclasses.fields(StepDone)] == ["step", "by", "at"]
    assert [field.name for field in dataclasses.fields(Aftercare)] == [
        "incident", "colleague", "at", "severity", "status", "ground", "done", "declined_on",
    ]  # fmt: skip
    assert "caller" not in {field.name for field in dataclasses.fields(DueStep)}
