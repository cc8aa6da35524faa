"""How much care was in time: by the day a talk was due, and nobody is blamed for what was declined."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agressielog.domain.aftercare import (
    TALKS,
    Aftercare,
    AftercareGround,
    AftercareStep,
    AftercareTerms,
    StepDone,
    talks,
)
from agressielog.domain.aftercare_figures import CareFigures, count_care
from agressielog.domain.identity import IncidentId
from agressielog.domain.period import Period, PeriodSort
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import IncidentStatus, Severity

FIRST, TALK, TWO_WEEKS, SIX_WEEKS, _ = AftercareStep
TERMS = AftercareTerms()
NOVEMBER = Period(PeriodSort.MONTH, date(2026, 11, 1), date(2026, 11, 30))
#: A Monday; the first three talks are due on 2, 5 and 16 November, the last on 14 December.
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
END = datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC)


def care(*done: tuple[AftercareStep, datetime], **changes: Any) -> Aftercare:
    ordinary = Aftercare(
        incident=IncidentId(1),
        colleague="Mia",
        at=MONDAY,
        severity=Severity.SEVERE,
        status=IncidentStatus.REPORTED,
        ground=AftercareGround.SEVERITY,
        done=tuple(StepDone(step, "R. Smit", at) for step, at in done),
    )
    return replace(ordinary, **changes)


def due(step: AftercareStep) -> datetime:
    return next(talk.due for talk in talks(care(), TERMS) if talk.step is step)


SECOND = timedelta(seconds=1)
IN_TIME = [(FIRST, due(FIRST)), (TALK, due(TALK)), (TWO_WEEKS, due(TWO_WEEKS))]
CASES = [
    ("nothing was done", care(), END, (0, 3)),
    ("all at the last second", care(*IN_TIME), END, (3, 0)),
    ("one a second late", care((FIRST, due(FIRST) + SECOND), *IN_TIME[1:]), END, (2, 1)),
    ("judged before the second talk is late", care(), due(TALK), (0, 1)),
    ("judged a second later", care(), due(TALK) + SECOND, (0, 2)),
    ("had before the month was over, judged before that", care((TWO_WEEKS, END)), due(TWO_WEEKS), (0, 2)),
    ("withdrawn: what was had counts, the rest nobody neglected", care(IN_TIME[0], status=IncidentStatus.WITHDRAWN), END, (1, 0)),
    ("withdrawn, and one was late", care((FIRST, END), status=IncidentStatus.WITHDRAWN), END, (0, 1)),
    ("declined", care(IN_TIME[0], declined_on=(date(2026, 11, 3),)), END, (1, 0)),
    ("no longer heavy", care(severity=Severity.LIGHT), END, (0, 0)),
    ("a talk that is due in another month", care(at=datetime(2026, 10, 30, 9, tzinfo=UTC)), END, (0, 2)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "at", "counted"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_talks_are_counted_by_the_day_they_were_due(
    found: Aftercare, at: datetime, counted: tuple[int, int]
) -> None:
    assert count_care([found], TERMS, NOVEMBER, at) == CareFigures(on_time=counted[0], late=counted[1])


def test_the_care_of_everybody_is_added_up() -> None:
    found = [care(), care(*IN_TIME)]
    assert count_care(found, TERMS, NOVEMBER, END) == CareFigures(on_time=3, late=3)
    assert count_care([], TERMS, NOVEMBER, END) == CareFigures()


@pytest.mark.parametrize(
    "later", [(), (Span(3, SpanUnit.MONTH),), (Span(2, SpanUnit.WEEK), Span(1, SpanUnit.YEAR))]
)
@pytest.mark.parametrize("hours", [1, 72, 999])
@pytest.mark.parametrize("moves", [True, False])
def test_no_talk_is_due_beyond_the_reach_of_its_terms(
    later: tuple[Span, ...], hours: int, moves: bool
) -> None:
    terms = AftercareTerms(talk_hours=hours, later=later, moves=moves)
    for day in range(366):
        at = MONDAY + timedelta(days=day)
        assert all(talk.due <= at + terms.reach for talk in talks(care(at=at), terms))


def test_every_talk_is_among_them() -> None:
    assert [talk.step for talk in talks(care(declined_on=(date(2026, 11, 3),)), TERMS)] == list(TALKS)
