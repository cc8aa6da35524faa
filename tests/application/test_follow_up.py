"""What the report tells of what became of a period's incidents, and that it agrees with the list of duties."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import story
from busy_office import POLICY, BusyOffice
from decisions import ORAL, ORAL_RUNG, WARNING, WARNING_RUNG, on_the_day, stored_decision
from story import NOW, SWEARING, THREAT

from agressielog.application.duties import gathered
from agressielog.application.follow_up import follow_up
from agressielog.application.ports.logbook import Reading, Store
from agressielog.domain.aftercare import AftercareGround, AftercareStep, StepDone
from agressielog.domain.counting import counting_kinds
from agressielog.domain.duties_about_calls import settled_in_call
from agressielog.domain.duty import DutyKind, as_of
from agressielog.domain.follow_up import FollowUp, Kept
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Delivered
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Certainty, Delivery, IncidentStatus, Severity
from agressielog.settings.policy_file import shipped_policy
from agressielog.storage.store import SqliteStore

WEEK, MONTH, QUARTER, YEAR = PeriodSort
OCTOBER = period_of(MONTH, date(2026, 10, 1))
#: Two in the afternoon in Amsterdam.
CALLED = datetime(2026, 10, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def called(store: Store, **changes: Any) -> IncidentId:
    """Store a call by B1 with a threat: a warning in the call cannot answer it."""
    told: dict[str, Any] = {
        "caller": CallerId(1),
        "certainty": Certainty.CERTAIN,
        "kinds": (THREAT,),
        "severity": Severity.SEVERE,
        "at": CALLED,
    }
    return story.stored(store, **told | changes).id


@pytest.fixture
def somebody(store: Store) -> CallerId:
    """B1."""
    return story.stored_caller(store, name="J. Jansen").id


def found(store: Store, policy: Policy = POLICY, period: Period = OCTOBER, now: datetime = NOW) -> FollowUp:
    with store.reading() as reading:
        return follow_up(reading, policy, period, min(period.last, local_day(now)), now)


def test_nothing_happened_in_an_empty_month(store: Store) -> None:
    nothing = found(store)
    assert replace(nothing, duties=()) == FollowUp(reaction_hours=24)
    assert [duty.kind for duty in nothing.duties] == list(DutyKind)
    assert all(duty.in_time == duty.late == 0 for duty in nothing.duties)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("hours", "kept"), [(24, Kept(1, 0)), (25, Kept(0, 1)), (None, Kept(0, 1))], ids=str)
def test_a_caller_hears_from_us_within_a_day(store: Store, hours: int | None, kept: Kept) -> None:
    delivered = Delivered(CALLED + hours * HOUR, Delivery.SMS) if hours is not None else None
    stored_decision(store, decided_on=local_day(CALLED), incidents=(called(store),), delivered=delivered)
    assert found(store).reactions == kept


@pytest.mark.usefixtures("somebody")
def test_deciding_on_no_measure_is_an_answer_too(store: Store) -> None:
    stored_decision(
        store,
        decided_on=local_day(CALLED),
        incidents=(called(store),),
        measure=None,
        rung=None,
        last=None,
    )
    assert found(store).reactions == Kept(1, 0)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    "changes",
    [
        {"kinds": (story.CRITICISM,), "severity": Severity.NONE},
        {"caller": None, "certainty": None},
        {"certainty": Certainty.PRESUMED},
        {"status": IncidentStatus.WITHDRAWN},
        # Warned in the call, and nothing heavier had happened.
        {"kinds": (SWEARING,), "severity": Severity.LIGHT, "warned": True},
    ],
    ids=str,
)
def test_what_asks_no_answer_is_not_counted(store: Store, changes: dict[str, Any]) -> None:
    called(store, **changes)
    assert found(store).reactions == Kept(0, 0)


@pytest.mark.usefixtures("somebody")
def test_who_was_warned_before_is_not_answered_by_a_warning_in_the_call(store: Store) -> None:
    called(store, kinds=(SWEARING,), severity=Severity.LIGHT, warned=True, at=CALLED - 48 * HOUR)
    called(store, kinds=(SWEARING,), severity=Severity.LIGHT, warned=True)
    assert found(store).reactions == Kept(0, 1)


@pytest.mark.usefixtures("somebody")
def test_the_same_goes_for_who_has_a_measure(store: Store) -> None:
    day = date(2026, 10, 1)
    stored_decision(
        store,
        measure=ORAL,
        rung=ORAL_RUNG,
        decided_on=day,
        first=day,
        last=None,
        review_on=None,
        valid_until=date(2027, 10, 1),
        delivered=on_the_day(day),
    )
    called(store, kinds=(SWEARING,), severity=Severity.LIGHT, warned=True)
    assert found(store).reactions == Kept(0, 1)


@pytest.mark.usefixtures("somebody")
def test_without_a_term_of_the_policy_no_reaction_is_late(store: Store) -> None:
    called(store)
    assert (found(store, story.policy()).reaction_hours, found(store, story.policy()).reactions) == (
        None,
        Kept(),
    )


@pytest.mark.usefixtures("somebody")
def test_under_a_policy_without_a_ladder_a_warning_in_the_call_answers_nothing(store: Store) -> None:
    called(store, kinds=(SWEARING,), severity=Severity.LIGHT, warned=True)
    assert found(store, shipped_policy("gedragsmatrix")).reactions == Kept(0, 1)


@pytest.mark.usefixtures("somebody")
def test_a_past_month_is_judged_as_of_its_end(store: Store) -> None:
    stored_decision(store, incidents=(called(store),), delivered=on_the_day(date(2026, 11, 2)))
    october = found(store)
    assert (october.reactions, october.decided, october.running) == (Kept(0, 1), (), ())
    assert october.open(DutyKind.REACTION).late == 1
    november = found(store, period=period_of(MONTH, date(2026, 11, 1)))
    assert (november.decided, november.running) == ((("contactverbod", 1),), (("contactverbod", 1),))
    assert (november.open(DutyKind.REACTION).late, november.ending) == (0, 1)


@pytest.mark.usefixtures("somebody")
def test_a_running_month_is_judged_now(store: Store) -> None:
    called(store, at=NOW - 23 * HOUR)
    called(store, at=NOW - 25 * HOUR)
    assert found(store, period=period_of(MONTH, story.TODAY)).reactions == Kept(0, 1)


@pytest.mark.usefixtures("somebody")
def test_a_year_is_the_sum_of_its_months_also_with_a_short_window(store: Store) -> None:
    for month in range(1, 11):
        called(store, at=datetime(2026, month, 20, 12, tzinfo=UTC))
    short = replace(POLICY, window=Span.parse("3 maanden"))
    assert found(store, short, period_of(YEAR, date(2026, 1, 1))).reactions == Kept(0, 10)


@pytest.mark.usefixtures("somebody")
def test_care_and_warnings_are_counted(store: Store) -> None:
    incident = called(store, aftercare=AftercareGround.SEVERITY)
    stored_decision(
        store,
        measure=WARNING,
        rung=WARNING_RUNG,
        decided_on=date(2026, 10, 7),
        first=date(2026, 10, 7),
        last=None,
        review_on=None,
        valid_until=date(2027, 10, 7),
        delivered=on_the_day(date(2026, 10, 7)),
        incidents=(incident,),
    )
    with store.writing(story.deed("nazorg done")) as tx:
        tx.add_care_step(incident, StepDone(AftercareStep.FIRST, "R. Smit", CALLED + HOUR))
    told = found(store)
    # The first talk was had; the conversation and the talk after two weeks fell due and were not.
    assert told.care == Kept(1, 2)
    assert (told.decided, told.running, told.ending) == (((WARNING, 1),), ((WARNING, 1),), 0)


# Against the list of duties, over histories drawn at random ---------------------------------------------


@pytest.fixture(scope="module", params=[11, 12, 13])
def history(request: pytest.FixtureRequest) -> Iterator[SqliteStore]:
    """A logbook in which everything that opens, moves or closes a duty happens."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "logboek.db"
        BusyOffice(path, request.param, 150, 240)
        yield SqliteStore(path)


def by_hand(reading: Reading, period: Period) -> Kept:
    """Tell for each call of which the term ended in *period* whether its caller had heard by then."""
    on_time = late = 0
    callers = {incident.caller for incident in reading.each_incident() if incident.caller is not None}
    settled = {
        key
        for dossier in reading.dossiers_of(callers).values()
        if POLICY.ladder is not None
        for key in settled_in_call(dossier, POLICY, POLICY.ladder, period.last)
    }
    decisions = [one for one in reading.decisions() if not one.as_measure.annulled]
    for incident in reading.each_incident():
        due = incident.at + timedelta(hours=24)
        sure = incident.status.stands and incident.certainty is Certainty.CERTAIN
        own = incident.answered is None and incident.id not in settled
        if not (sure and own and counting_kinds(incident, POLICY) and period.contains(due)):
            continue
        about = [one for one in decisions if incident.id in one.incidents and one.caller == incident.caller]
        kept = any(
            one.decided_on <= local_day(due)
            if one.measure is None
            else one.delivered is not None and one.delivered.at <= due
            for one in about
        )
        on_time += kept
        late += not kept
    return Kept(on_time, late)


@pytest.mark.parametrize("day", ["2025-10-01", "2025-12-01", "2026-02-01", "2026-04-01"])
@pytest.mark.parametrize("sort", [WEEK, MONTH, QUARTER])
def test_reactions_are_what_a_person_would_count(history: SqliteStore, day: str, sort: PeriodSort) -> None:
    period = period_of(sort, date.fromisoformat(day))
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    with history.reading() as reading:
        told = follow_up(reading, POLICY, period, period.last, now)
        assert told.reactions == by_hand(reading, period)
        assert told.reactions.total > 0 or sort is WEEK
        # What is still late at the end of the period was late in it.
        moment = as_of(period.last, now, moves=True)
        waiting = {
            incident
            for duty in gathered(reading, POLICY, moment, kinds={DutyKind.REACTION})
            for incident in duty.incidents
        }
        dues = [reading.incident(incident).at + timedelta(hours=24) for incident in waiting]
    assert told.reactions.late >= sum(period.contains(due) for due in dues)
