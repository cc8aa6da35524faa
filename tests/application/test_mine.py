"""What a colleague sees of the own work: reports, promises and aftercare, of nobody else."""

from datetime import date, timedelta
from typing import Any

import pytest
import story
from decisions import on_the_day, standaard, stored_decision
from story import NOW, OTHER_MOBILE, SWEARING, TODAY

from agressielog.application.mine import Mine, what_is_mine
from agressielog.application.ports.logbook import Store
from agressielog.application.promises import make_promise
from agressielog.domain.aftercare import AftercareGround, AftercareStep
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident, Made, NewPromise
from agressielog.domain.report_outcome import ReportOutcome
from agressielog.domain.vocabulary import Certainty, Country, Severity

POLICY = standaard()
ME = "Mia de Vries"
A_DAY = timedelta(days=1)


def mine(store: Store, name: str = ME, on: date = TODAY) -> Mine:
    return what_is_mine(store, name, POLICY, on)


def outcomes(store: Store, on: date = TODAY) -> list[tuple[int, ReportOutcome]]:
    return [(report.incident.id, report.outcome) for report in mine(store, on=on).reports]


def reported(store: Store, **changes: Any) -> Incident:
    return story.stored(store, **{"caller": CallerId(1), "certainty": Certainty.CERTAIN, **changes})


@pytest.fixture
def known(store: Store) -> Store:
    """A logbook with B1."""
    story.stored_caller(store)
    return store


def test_the_last_report_comes_first_with_what_became_of_it(known: Store) -> None:
    answered = reported(known, at=NOW - 3 * A_DAY)
    dropped = reported(known, at=NOW - 2 * A_DAY)
    reported(known)
    stored_decision(known, incidents=(answered.id,), delivered=on_the_day(date(2026, 11, 19)))
    stored_decision(known, measure=None, rung=None, incidents=(dropped.id,))
    assert outcomes(known) == [
        (3, ReportOutcome.TO_JUDGE),
        (2, ReportOutcome.NO_MEASURE),
        (1, ReportOutcome.DELIVERED),
    ]


def test_what_was_decided_later_is_not_known_yet(known: Store) -> None:
    told = reported(known, at=NOW - 30 * A_DAY)
    stored_decision(known, incidents=(told.id,), delivered=on_the_day(TODAY))
    assert outcomes(known, date(2026, 10, 31)) == [(1, ReportOutcome.TO_JUDGE)]
    assert outcomes(known, TODAY - A_DAY) == [(1, ReportOutcome.DECIDED)]
    assert outcomes(known) == [(1, ReportOutcome.DELIVERED)]


def test_a_report_about_nobody_known_asks_nothing(store: Store) -> None:
    story.stored(store)
    assert outcomes(store) == [(1, ReportOutcome.RECORDED)]


def test_only_the_own_reports_show_however_the_name_is_spelled(known: Store) -> None:
    reported(known, reporter="mia de vries")
    reported(known, reporter="Sam Bos")
    assert [report.incident.id for report in mine(known).reports] == [1]
    assert mine(known, "Anna").reports == ()


def test_a_report_of_tomorrow_does_not_show_today(known: Store) -> None:
    reported(known, at=NOW + A_DAY)
    assert outcomes(known) == []


@pytest.mark.parametrize(
    ("day", "shown"), [(date(2025, 11, 20), True), (date(2025, 11, 19), False)], ids=["a year", "longer"]
)
def test_what_is_settled_shows_for_twelve_months(known: Store, day: date, shown: bool) -> None:
    told = reported(known, at=NOW - (TODAY - day))
    stored_decision(known, measure=None, rung=None, incidents=(told.id,))
    assert bool(outcomes(known)) is shown


def test_what_is_open_shows_however_old_it_is(known: Store) -> None:
    reported(known, at=NOW - 900 * A_DAY, incomplete=True, account="")
    assert outcomes(known) == [(1, ReportOutcome.INCOMPLETE)]


def test_what_i_promised_and_did_not_keep_yet_shows(known: Store) -> None:
    story.stored_caller(known, OTHER_MOBILE)
    for by, due in (("mia de vries", None), ("Sam Bos", None), (ME, TODAY)):
        promise = NewPromise("bellen", due, Made(NOW, by))
        make_promise(known, story.deed(), "B2", promise, Country.NETHERLANDS)
    lines = mine(known).promises
    assert [line.record.promise.id for line in lines] == [3, 1]
    assert [line.caller.id for line in lines if line.caller is not None] == [2, 2]


def test_the_aftercare_that_i_am_due_shows_and_nothing_of_anybody_else(known: Store) -> None:
    care = {"severity": Severity.MEDIUM, "aftercare": AftercareGround.SEVERITY, "kinds": (SWEARING,)}
    reported(known, **care)
    reported(known, reporter="Sam Bos", **care)
    steps = mine(known).care
    assert {step.incident for step in steps} == {IncidentId(1)}
    assert next(step.step for step in steps) is AftercareStep.FIRST
