"""What became of a report, for the colleague who made it."""

from dataclasses import replace
from datetime import date
from typing import Any

import decisions
import pytest
import story
from story import CRITICISM, incident

from agressielog.domain.decision import Decision
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import EARLIER_REGISTER
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.report_outcome import Reported, ReportOutcome, what_became_of
from agressielog.domain.vocabulary import Certainty, IncidentStatus

ABOUT_IT: dict[str, Any] = {"incidents": (IncidentId(1),)}
UNDELIVERED = decisions.decision(1, **ABOUT_IT)
DELIVERED = decisions.warning(2, **ABOUT_IT)
NONE = decisions.decision(3, measure=None, **ABOUT_IT)
ANNULLED = decisions.decision(4, ended=Ended(EndKind.ANNULLED, date(2026, 11, 5), "x"), **ABOUT_IT)
OF_ANOTHER = decisions.decision(5, incidents=(IncidentId(9),))
STRICT = replace(story.policy(), counts_from=IncidentStatus.CONFIRMED)


@pytest.mark.parametrize(
    ("facts", "taken", "asks", "outcome"),
    [
        ({}, [], True, ReportOutcome.TO_JUDGE),
        ({}, [OF_ANOTHER], True, ReportOutcome.TO_JUDGE),
        ({}, [ANNULLED], True, ReportOutcome.TO_JUDGE),
        ({}, [UNDELIVERED], False, ReportOutcome.DECIDED),
        ({}, [DELIVERED], False, ReportOutcome.DELIVERED),
        ({}, [NONE], False, ReportOutcome.NO_MEASURE),
        ({}, [NONE, DELIVERED], False, ReportOutcome.DELIVERED),
        ({}, [], False, ReportOutcome.RECORDED),
        ({"status": IncidentStatus.CONFIRMED}, [], False, ReportOutcome.CONFIRMED),
        ({"status": IncidentStatus.WITHDRAWN}, [DELIVERED], True, ReportOutcome.WITHDRAWN),
        ({"status": IncidentStatus.REJECTED}, [], False, ReportOutcome.REJECTED),
        ({"incomplete": True}, [], True, ReportOutcome.INCOMPLETE),
        ({"answered": EARLIER_REGISTER}, [], False, ReportOutcome.EARLIER),
        ({"certainty": Certainty.PRESUMED}, [], False, ReportOutcome.TO_CONFIRM_CALLER),
        ({"certainty": Certainty.PRESUMED, "kinds": (CRITICISM,)}, [], False, ReportOutcome.RECORDED),
    ],
)
def test_a_report_ends_somewhere(
    facts: dict[str, Any], taken: list[Decision], asks: bool, outcome: ReportOutcome
) -> None:
    assert what_became_of(incident(**facts), taken, story.policy(), asks=asks).outcome is outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, ReportOutcome.TO_CONFIRM),
        ({"kinds": (CRITICISM,)}, ReportOutcome.RECORDED),
        ({"status": IncidentStatus.CONFIRMED}, ReportOutcome.CONFIRMED),
    ],
)
def test_where_only_confirmed_reports_count_one_waits_for_that(
    facts: dict[str, Any], outcome: ReportOutcome
) -> None:
    assert what_became_of(incident(**facts), [], STRICT, asks=False).outcome is outcome


def test_the_last_decision_about_it_answers_it() -> None:
    told = what_became_of(incident(), [NONE, DELIVERED], story.policy(), asks=False)
    assert told == Reported(incident(ulid=told.incident.ulid), ReportOutcome.DELIVERED, DELIVERED)


@pytest.mark.parametrize(
    "outcome",
    [
        ReportOutcome.INCOMPLETE,
        ReportOutcome.DECIDED,
        ReportOutcome.TO_JUDGE,
        ReportOutcome.TO_CONFIRM_CALLER,
        ReportOutcome.TO_CONFIRM,
    ],
)
def test_some_reports_still_ask_something_of_somebody(outcome: ReportOutcome) -> None:
    assert outcome.is_open


def test_what_is_settled_is_not_open() -> None:
    assert not any(
        outcome.is_open
        for outcome in (
            ReportOutcome.WITHDRAWN,
            ReportOutcome.REJECTED,
            ReportOutcome.EARLIER,
            ReportOutcome.DELIVERED,
            ReportOutcome.NO_MEASURE,
            ReportOutcome.CONFIRMED,
            ReportOutcome.RECORDED,
        )
    )
