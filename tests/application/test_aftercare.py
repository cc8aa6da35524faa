"""Recording care for a colleague: what is refused, what can be taken back, and what a correction does to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import standaard
from fake_store import FakeStore
from story import NOW, SWEARING, THREAT, TODAY

from agressielog.application.aftercare import (
    CareNow,
    care_figures,
    care_now,
    closed_aftercare,
    decline,
    do_step,
    first_contact,
    open_aftercare,
    undo_decline,
    undo_step,
)
from agressielog.application.correct import Correction, correct
from agressielog.application.errors import IncidentNotFound
from agressielog.application.ports.logbook import Store
from agressielog.domain.aftercare import AftercareClosed, AftercareGround, AftercareStep, StepDone, end_of
from agressielog.domain.aftercare_errors import (
    AftercareNotOpen,
    CareBeforeIncident,
    CareByColleague,
    CareNotAsked,
    NoAftercare,
    NotDeclined,
    OfferTooEarly,
    StepNotDone,
    StepNotThere,
    StepTwice,
)
from agressielog.domain.errors import Refused
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import EARLIER_REGISTER
from agressielog.domain.moment import MomentInFuture
from agressielog.domain.period import Period, PeriodSort
from agressielog.domain.vocabulary import IncidentStatus

FIRST, TALK, TWO_WEEKS, SIX_WEEKS, OFFER = AftercareStep
POLICY = standaard()
ONE = IncidentId(1)
DAY = timedelta(days=1)


@pytest.fixture
def threat(fake_store: FakeStore) -> Store:
    """A logbook with one threat to Mia de Vries, just now."""
    story.recorded(fake_store, kinds=(THREAT,))
    return fake_store


def by_smit(step: AftercareStep, at: datetime = NOW, by: str = "R. Smit") -> StepDone:
    return StepDone(step, by, at)


def did(store: Store, step: AftercareStep, *, at: datetime = NOW, by: str = "R. Smit") -> CareNow:
    return do_step(store, story.deed("nazorg done", at=max(at, NOW)), ONE, by_smit(step, at, by), POLICY)


def declined(store: Store, day: date = TODAY, *, at: datetime = NOW) -> CareNow:
    return decline(store, story.deed("nazorg decline", at=at), ONE, day, POLICY)


def edited(store: Store, **changes: Any) -> None:
    correct(store, story.deed("edit"), ONE, Correction(**changes), story.policy())


def left(store: Store, on: date = TODAY, colleague: str | None = None) -> list[AftercareStep]:
    with store.reading() as reading:
        return [step.step for step in open_aftercare(reading, POLICY, on, colleague)]


def reason(store: Store, on: date = TODAY) -> AftercareClosed | None:
    with store.reading() as reading:
        now = care_now(reading, ONE, POLICY, on)
    return now.closed if now is not None else None


def test_a_threat_opens_four_steps_and_swearing_none(threat: Store) -> None:
    story.recorded(threat, kinds=(SWEARING,))
    assert left(threat) == [FIRST, TALK, TWO_WEEKS, SIX_WEEKS]


def test_who_asks_gets_care_however_light_it_was(fake_store: FakeStore) -> None:
    incident = story.recorded(fake_store, kinds=(SWEARING,), aftercare=True).incident
    assert incident.aftercare is AftercareGround.ASKED
    assert left(fake_store) == [FIRST, TALK, TWO_WEEKS, SIX_WEEKS]


def test_the_oldest_due_comes_first_over_all_incidents(fake_store: FakeStore) -> None:
    story.recorded(fake_store, kinds=(THREAT,))
    story.recorded(fake_store, kinds=(THREAT,), at=NOW - 2 * DAY)
    with fake_store.reading() as reading:
        found = open_aftercare(reading, POLICY, TODAY)
    assert [(step.incident, step.step) for step in found] == [
        (2, FIRST),
        (1, FIRST),
        (2, TALK),
        (1, TALK),
        (2, TWO_WEEKS),
        (1, TWO_WEEKS),
        (2, SIX_WEEKS),
        (1, SIX_WEEKS),
    ]
    assert [step.due for step in found] == sorted(step.due for step in found)


def test_what_happens_after_the_day_does_not_count_on_it(threat: Store) -> None:
    assert left(threat, TODAY - DAY) == []
    did(threat, FIRST, at=NOW + DAY)
    assert left(threat, TODAY) == [FIRST, TALK, TWO_WEEKS, SIX_WEEKS]
    assert left(threat, TODAY + DAY) == [TALK, TWO_WEEKS, SIX_WEEKS]


@pytest.mark.parametrize("name", ["Mia de Vries", "MIA DE VRIES", "  mia   de vries", "Mía de Vriës"])
def test_one_colleague_is_found_however_her_name_is_typed(threat: Store, name: str) -> None:
    story.recorded(threat, kinds=(THREAT,), reporter="Bram")
    assert len(left(threat)) == 8
    assert len(left(threat, colleague=name)) == 4
    with threat.reading() as reading:
        assert [now.care.colleague for now in closed_aftercare(reading, POLICY, TODAY, name)] == []
    edited(threat, status=IncidentStatus.WITHDRAWN)
    with threat.reading() as reading:
        assert [now.care.colleague for now in closed_aftercare(reading, POLICY, TODAY, name)] == [
            "Mia de Vries"
        ]


def test_a_step_done_is_due_no_more(threat: Store) -> None:
    now = did(threat, TALK)
    assert [(one.step, one.by, one.at) for one in now.care.done] == [(TALK, "R. Smit", NOW)]
    assert [step.step for step in now.steps] == left(threat) == [FIRST, TWO_WEEKS, SIX_WEEKS]


def test_when_all_is_done_the_care_is_finished(threat: Store) -> None:
    for step in (FIRST, TALK, TWO_WEEKS, SIX_WEEKS):
        did(threat, step)
    assert (left(threat), reason(threat)) == ([], AftercareClosed.FINISHED)


def test_a_deadline_passes_and_the_step_stays(threat: Store) -> None:
    assert left(threat, date(2030, 1, 1)) == [FIRST, TALK, TWO_WEEKS, SIX_WEEKS]


# Refusals ---------------------------------------------------------------------------------------

Act = Callable[[Store], object]
REFUSED: list[tuple[str, Act, Act, type[Refused]]] = [
    ("the colleague herself", lambda _: None, lambda s: did(s, FIRST, by="MIA  de vries"), CareByColleague),
    ("with other accents", lambda _: None, lambda s: did(s, FIRST, by="Mía de Vriës"), CareByColleague),
    ("a second before it happened", lambda _: None, lambda s: did(s, FIRST, at=NOW - timedelta(seconds=1)), CareBeforeIncident),
    ("done twice", lambda s: did(s, FIRST), lambda s: did(s, FIRST, by="Bram"), StepTwice),
    ("an offer to who did not decline", lambda _: None, lambda s: did(s, OFFER), StepNotThere),
    ("a talk with who declined", declined, lambda s: did(s, TALK), StepNotThere),
    ("an offer on the thirteenth day", declined, lambda s: did(s, OFFER, at=NOW + 13 * DAY), OfferTooEarly),
    ("a talk after a withdrawn incident", lambda s: edited(s, status=IncidentStatus.WITHDRAWN), lambda s: did(s, TALK), AftercareNotOpen),
    ("declining what is withdrawn", lambda s: edited(s, status=IncidentStatus.WITHDRAWN), declined, AftercareNotOpen),
    ("declining before it happened", lambda _: None, lambda s: declined(s, TODAY - DAY), CareBeforeIncident),
    ("declining twice in a row", declined, declined, OfferTooEarly),
    ("taking back what was not done", lambda _: None, lambda s: undo_step(s, story.deed(), ONE, TALK, POLICY), StepNotDone),
    ("taking back what was not declined", lambda _: None, lambda s: undo_decline(s, story.deed(), ONE, POLICY), NotDeclined),
    ("taking back what nobody asked", lambda _: None, lambda s: edited(s, aftercare=False), CareNotAsked),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "act", "error"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_is_refused_changes_nothing(threat: Store, before: Act, act: Act, error: type[Refused]) -> None:
    before(threat)
    with threat.reading() as reading:
        was = reading.aftercare(ONE)
    with pytest.raises(error):
        act(threat)
    with threat.reading() as reading:
        assert reading.aftercare(ONE) == was


def test_a_step_in_the_second_of_the_incident_itself_is_not_before_it(fake_store: FakeStore) -> None:
    story.recorded(fake_store, kinds=(THREAT,), at=NOW.replace(microsecond=900_000))
    assert did(fake_store, FIRST, at=NOW.replace(microsecond=100_000)).care.done


def test_nothing_can_be_done_in_the_future_but_for_clocks_that_differ(threat: Store) -> None:
    def attempt(ahead: timedelta) -> None:
        do_step(threat, story.deed(at=NOW), ONE, by_smit(TALK, NOW + ahead), POLICY)

    with pytest.raises(MomentInFuture):
        attempt(timedelta(minutes=5, seconds=1))
    attempt(timedelta(minutes=5))
    with pytest.raises(MomentInFuture):
        declined(threat, TODAY + DAY)


@pytest.mark.parametrize("act", [lambda s: did(s, FIRST), declined], ids=["done", "decline"])
def test_where_no_care_runs_there_is_none_to_record(fake_store: FakeStore, act: Act) -> None:
    with pytest.raises(IncidentNotFound):
        act(fake_store)
    story.recorded(fake_store, kinds=(SWEARING,))
    with pytest.raises(NoAftercare):
        act(fake_store)
    with fake_store.reading() as reading:
        assert care_now(reading, ONE, POLICY, TODAY) is None


# Declining --------------------------------------------------------------------------------------


def test_who_declines_is_left_alone_and_asked_once_more_after_two_weeks(threat: Store) -> None:
    now = declined(threat)
    assert [step.step for step in now.steps] == [OFFER]
    assert now.steps[0].due == datetime(2026, 12, 4, 22, 59, 59, tzinfo=UTC)


def test_who_declines_again_is_left_alone_for_good(threat: Store) -> None:
    declined(threat)
    again = TODAY + 14 * DAY
    now = declined(threat, again, at=NOW + 14 * DAY)
    assert (now.closed, left(threat, again)) == (AftercareClosed.DECLINED, [])
    with pytest.raises(AftercareNotOpen):
        declined(threat, TODAY + 28 * DAY, at=NOW + 28 * DAY)


def test_an_offer_that_was_made_is_the_last_step(threat: Store) -> None:
    declined(threat)
    now = did(threat, OFFER, at=NOW + 14 * DAY)
    assert (now.closed, now.steps) == (AftercareClosed.DECLINED, ())


def test_who_wants_care_after_all_gets_what_was_left(threat: Store) -> None:
    did(threat, FIRST)
    declined(threat)
    undo_decline(threat, story.deed("nazorg decline"), ONE, POLICY)
    assert left(threat) == [TALK, TWO_WEEKS, SIX_WEEKS]


def test_only_the_last_refusal_is_taken_back(threat: Store) -> None:
    declined(threat)
    declined(threat, TODAY + 14 * DAY, at=NOW + 14 * DAY)
    now = undo_decline(threat, story.deed("nazorg decline", at=NOW + 14 * DAY), ONE, POLICY)
    assert (now.care.declined_on, [step.step for step in now.steps]) == ((TODAY,), [OFFER])


def test_a_step_that_was_a_mistake_is_due_again(threat: Store) -> None:
    did(threat, FIRST)
    now = undo_step(threat, story.deed("nazorg done"), ONE, FIRST, POLICY)
    assert (now.care.done, left(threat)) == ((), [FIRST, TALK, TWO_WEEKS, SIX_WEEKS])
    assert did(threat, FIRST).care.done


# Corrections ------------------------------------------------------------------------------------

HIDING = [
    ({"status": IncidentStatus.WITHDRAWN}, {"status": IncidentStatus.REPORTED}, AftercareClosed.WITHDRAWN),
    ({"status": IncidentStatus.REJECTED}, {"status": IncidentStatus.CONFIRMED}, AftercareClosed.REJECTED),
    ({"kinds": (SWEARING,)}, {"kinds": (THREAT,)}, AftercareClosed.LIGHTER),
]


@pytest.mark.parametrize(("hides", "undoes", "why"), HIDING, ids=[row[2].value for row in HIDING])
def test_a_correction_closes_care_with_its_reason_and_undoing_it_opens_it_again(
    threat: Store, hides: dict[str, Any], undoes: dict[str, Any], why: AftercareClosed
) -> None:
    did(threat, FIRST)
    edited(threat, **hides)
    assert (left(threat), reason(threat)) == ([], why)
    with threat.reading() as reading:
        (closed,) = closed_aftercare(reading, POLICY, TODAY)
    assert (closed.closed, [one.step for one in closed.care.done]) == (why, [FIRST])
    edited(threat, **undoes)
    assert (left(threat), reason(threat)) == ([TALK, TWO_WEEKS, SIX_WEEKS], None)


def test_a_correction_that_makes_it_heavy_opens_care(fake_store: FakeStore) -> None:
    story.recorded(fake_store, kinds=(SWEARING,))
    edited(fake_store, kinds=(SWEARING, THREAT))
    assert left(fake_store) == [FIRST, TALK, TWO_WEEKS, SIX_WEEKS]


def test_a_request_can_be_made_and_taken_back_later(fake_store: FakeStore) -> None:
    story.recorded(fake_store, kinds=(SWEARING,))
    edited(fake_store, aftercare=True)
    assert left(fake_store) == [FIRST, TALK, TWO_WEEKS, SIX_WEEKS]
    edited(fake_store, aftercare=False)
    assert (left(fake_store), reason(fake_store)) == ([], AftercareClosed.TAKEN_BACK)
    edited(fake_store, aftercare=True)
    assert reason(fake_store) is None


def test_a_correction_tells_what_it_did_to_the_care_and_nothing_else(threat: Store) -> None:
    def told(**changes: Any) -> CareNow | None:
        return correct(threat, story.deed("edit"), ONE, Correction(**changes), story.policy()).care

    assert told(subject="paspoort") is None
    withdrawn = told(status=IncidentStatus.WITHDRAWN)
    assert withdrawn is not None
    assert withdrawn.closed is AftercareClosed.WITHDRAWN
    reopened = told(status=IncidentStatus.REPORTED)
    assert reopened is not None
    assert (reopened.closed, len(reopened.steps)) == (None, 4)
    asked = told(aftercare=True)
    assert asked is not None
    assert asked.care.ground is AftercareGround.ASKED
    assert told(aftercare=True) is None


def test_a_correction_that_only_asks_for_care_is_written(threat: Store) -> None:
    corrected = correct(threat, story.deed("edit"), ONE, Correction(aftercare=True), story.policy())
    assert (corrected.changes, corrected.empty) == ([], False)
    with threat.reading() as reading:
        assert reading.incident(ONE).aftercare is AftercareGround.ASKED


def test_care_goes_with_the_reporter(threat: Store) -> None:
    edited(threat, reporter="Bram")
    assert (left(threat, colleague="Mia de Vries"), len(left(threat, colleague="bram"))) == ([], 4)
    with pytest.raises(CareByColleague):
        did(threat, FIRST, by="Bram")


def test_what_came_from_an_earlier_register_opens_no_care_by_a_correction(fake_store: FakeStore) -> None:
    story.stored(fake_store, answered=EARLIER_REGISTER)
    edited(fake_store, kinds=(THREAT,))
    assert left(fake_store) == []
    edited(fake_store, aftercare=True)
    assert len(left(fake_store)) == 4


def test_the_first_thing_to_do_is_known_as_soon_as_it_is_recorded(fake_store: FakeStore) -> None:
    swearing = story.recorded(fake_store, kinds=(SWEARING,)).incident
    assert first_contact(swearing, POLICY) is None
    threat = story.recorded(fake_store, kinds=(THREAT,)).incident
    first = first_contact(threat, POLICY)
    assert first is not None
    assert (first.step, first.colleague, first.due) == (
        FIRST,
        "Mia de Vries",
        datetime(2026, 11, 20, 22, 59, 59, tzinfo=UTC),
    )


def test_terms_follow_the_policy_that_is_asked_for(threat: Store) -> None:
    assert POLICY.terms is not None
    quick = replace(POLICY, terms=replace(POLICY.terms, first_talk_hours=24))
    with threat.reading() as reading:
        (talk,) = (step for step in open_aftercare(reading, quick, TODAY) if step.step is TALK)
    assert talk.due == NOW + DAY


def test_the_month_report_counts_what_fell_due_in_its_month(threat: Store) -> None:
    story.recorded(threat, kinds=(THREAT,), at=NOW - 20 * DAY)
    story.recorded(threat, kinds=(THREAT,), at=NOW - 200 * DAY)
    did(threat, FIRST)
    november = Period(PeriodSort.MONTH, date(2026, 11, 1), date(2026, 11, 30))
    with threat.reading() as reading:
        counted = care_figures(reading, POLICY, november, end_of(date(2026, 11, 30)))
        so_far = care_figures(reading, POLICY, november, NOW)
    # In time: the first contact of today. Late: the talk of 23 November, and of 31 October those of
    # 3 and 14 November.
    assert (counted.on_time, counted.late) == (1, 3)
    assert (so_far.on_time, so_far.late) == (1, 2)
