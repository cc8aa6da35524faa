"""How a decision stands on any day, for each way it can end."""

from datetime import date, timedelta

import pytest
from decisions import BAN, decision, on_the_day, standaard, warning
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.decision import (
    Decision,
    MeasureStatus,
    Objection,
    Review,
    ReviewOutcome,
    Verdict,
)
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.measures_now import measures_now

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 11, 2), date(2026, 12, 1)
DELIVERED = on_the_day(date(2026, 11, 1))
ENDED_ON = date(2026, 11, 20)


def ended(kind: EndKind, on: date = ENDED_ON) -> Decision:
    return decision(delivered=DELIVERED, ended=Ended(kind, on, "reden"))


# A decision, a day that matters, and how it stands the day before, on that day and the day after.
TURNS: list[tuple[Decision, date, tuple[str, str, str]]] = [
    (decision(delivered=DELIVERED), FIRST, ("begint nog", "loopt", "loopt")),
    (decision(delivered=DELIVERED), LAST, ("loopt", "loopt", "afgelopen")),
    (decision(), LAST, ("niet uitgereikt", "niet uitgereikt", "afgelopen")),
    (
        decision(delivered=on_the_day(date(2026, 11, 10))),
        date(2026, 11, 10),
        ("niet uitgereikt", "loopt", "loopt"),
    ),
    (ended(EndKind.LIFTED), ENDED_ON, ("loopt", "loopt", "opgeheven")),
    (ended(EndKind.WITHDRAWN), ENDED_ON, ("loopt", "loopt", "ingetrokken")),
    (ended(EndKind.ANNULLED), ENDED_ON, ("vernietigd", "vernietigd", "vernietigd")),
    (warning(), date(2026, 11, 1), ("niet uitgereikt", "loopt", "loopt")),
    (warning(), date(2027, 11, 1), ("loopt", "loopt", "afgelopen")),
    (warning(delivered=None, valid_until=None), date(2030, 1, 1), ("niet uitgereikt",) * 3),
    (warning(first=date(2027, 1, 1)), date(2026, 11, 2), ("loopt",) * 3),
    (decision(measure=None, rung=None, last=None), FIRST, ("geen maatregel",) * 3),
]


@pytest.mark.parametrize(("told", "day", "stands"), TURNS)
def test_it_stands_as_told_the_day_before_the_day_and_the_day_after(
    told: Decision, day: date, stands: tuple[str, str, str]
) -> None:
    assert tuple(told.status(day + shift).value for shift in (-DAY, timedelta(), DAY)) == stands


@pytest.mark.parametrize(
    ("told", "through"),
    [
        (decision(), LAST),
        (ended(EndKind.LIFTED), ENDED_ON),
        (ended(EndKind.LIFTED, LAST + DAY), LAST),
        (warning(), date(2027, 11, 1)),
        (warning(delivered=None, valid_until=None), None),
    ],
)
def test_its_last_day_is_the_planned_one_or_the_day_it_was_ended(
    told: Decision, through: date | None
) -> None:
    assert told.through == through


def test_on_an_earlier_day_what_became_of_it_is_not_known() -> None:
    contested = Objection(date(2026, 11, 10), date(2026, 12, 8), date(2026, 11, 18), Verdict.DISMISSED)
    held = Review(date(2026, 11, 17), ReviewOutcome.LIFT, "reden")
    told = decision(
        delivered=DELIVERED, ended=Ended(EndKind.LIFTED, ENDED_ON, "reden"), objection=contested, review=held
    )
    assert told.known_on(ENDED_ON) == told
    before = told.known_on(ENDED_ON - DAY)
    assert (before.ended, before.objection, before.review) == (None, contested, held)
    assert told.known_on(date(2026, 11, 17)).objection == Objection(date(2026, 11, 10), date(2026, 12, 8))
    bare = told.known_on(date(2026, 10, 31))
    assert (bare.delivered, bare.objection, bare.review) == (None, None, None)


def test_what_is_not_delivered_yet_has_no_validity_yet() -> None:
    assert warning().known_on(date(2026, 10, 31)).valid_until is None


def test_an_annulled_one_is_annulled_on_every_day() -> None:
    assert ended(EndKind.ANNULLED).known_on(FIRST).ended is not None


@pytest.mark.parametrize(
    ("told", "on", "overdue"),
    [
        (decision(delivered=DELIVERED), date(2026, 11, 17), False),
        (decision(delivered=DELIVERED), date(2026, 11, 18), True),
        (decision(), date(2026, 11, 18), False),
        (ended(EndKind.LIFTED), date(2026, 11, 21), False),
        (decision(delivered=DELIVERED, review_on=None), date(2026, 11, 18), False),
        (
            decision(delivered=DELIVERED, review=Review(date(2026, 11, 18), ReviewOutcome.CONTINUE, "x")),
            date(2026, 11, 18),
            False,
        ),
        (
            decision(delivered=DELIVERED, review=Review(date(2026, 11, 25), ReviewOutcome.CONTINUE, "x")),
            date(2026, 11, 20),
            True,
        ),
        (decision(delivered=DELIVERED), date(2026, 12, 2), False),
    ],
)
def test_a_review_is_overdue_after_its_day_while_the_measure_goes_on(
    told: Decision, on: date, overdue: bool
) -> None:
    assert told.review_overdue(on) is overdue


@pytest.mark.parametrize(("reporters", "same"), [(["Anna", "r. smit"], True), (["Anna"], False), ([], False)])
def test_a_decider_may_have_reported_it(reporters: list[str], same: bool) -> None:
    assert decision().is_decided_by_one_of(reporters) is same


days = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@st.composite
def lives(draw: st.DrawFn) -> Decision:
    first = draw(days)
    last = draw(st.none() | st.integers(0, 400).map(lambda n: first + n * DAY))
    delivered = draw(st.none() | days.map(on_the_day))
    kind = draw(st.none() | st.sampled_from(EndKind))
    return decision(
        measure=BAN if last is not None else warning().measure,
        rung=None,
        decided_on=draw(days),
        first=first,
        last=last,
        valid_until=delivered.day + 365 * DAY if last is None and delivered is not None else None,
        delivered=delivered,
        ended=Ended(kind, draw(days), "reden") if kind is not None else None,
    )


@given(lives(), days)
def test_what_ended_or_lapsed_is_never_shown_as_active(told: Decision, on: date) -> None:
    through = told.through
    over = through is not None and through < on
    annulled = told.ended is not None and told.ended.kind is EndKind.ANNULLED
    shown = measures_now([told], standaard(), on)
    if over or annulled or (told.ended is not None and told.ended.on < on):
        assert told.status(on) not in {MeasureStatus.IN_FORCE, MeasureStatus.COMING}
        assert told not in shown.holding
    in_force = told.status(on) is MeasureStatus.IN_FORCE and told.decided_on <= on
    assert bool(shown.holding) is in_force


@given(lives(), days)
def test_as_known_on_a_day_it_stands_as_it_does_on_that_day(told: Decision, on: date) -> None:
    assert told.known_on(on).status(on) is told.status(on)
    assert told.known_on(on).known_on(on) == told.known_on(on)


@given(lives(), days)
def test_in_force_is_what_the_advice_takes_as_in_force(told: Decision, on: date) -> None:
    if told.last is not None:
        assert (told.status(on) is MeasureStatus.IN_FORCE) is told.as_measure.in_force(on)
