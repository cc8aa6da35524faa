"""What becomes of a measure: ended, contested, answered, reviewed; and how it is looked up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import BAN_RUNG, on_the_day, standaard, stored_decision, warning
from fake_store import FakeStore

from agressielog.application.errors import MeasureNotFound
from agressielog.application.measure_errors import (
    AlreadyContested,
    AlreadyEnded,
    AnsweredTooEarly,
    AnsweringNeedsReasons,
    ContinuingNeedsReasons,
    EndingNeedsReasons,
    NoObjection,
    NotYetDecided,
    UpheldForGood,
)
from agressielog.application.measure_life import answer_objection, end, receive_objection, review, running
from agressielog.application.measure_life import contested as brought_in
from agressielog.application.measure_views import life_of
from agressielog.domain.decision import (
    Decision,
    NewDecision,
    Objection,
    Review,
    ReviewOutcome,
    Verdict,
)
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.vocabulary import Certainty, IncidentStatus

POLICY = standaard()
DECIDED, LAST = date(2026, 11, 1), date(2026, 12, 1)
ON = date(2026, 11, 20)
GIVEN = on_the_day(DECIDED)


@pytest.fixture
def ban(fake_store: FakeStore) -> Decision:
    """A ban of November that reached B1."""
    return stored_decision(fake_store, caller=story.stored_caller(fake_store).id, delivered=GIVEN)


def ended(
    store: FakeStore, measure: MeasureId, kind: EndKind = EndKind.LIFTED, on: date = ON, why: str = "x"
) -> Decision:
    return end(store, story.deed(), measure, Ended(kind, on, why))


def reviewed(store: FakeStore, outcome: ReviewOutcome, why: str, on: date = ON) -> Decision:
    return review(store, story.deed(), MeasureId(1), Review(on, outcome, why))


@pytest.mark.parametrize("kind", EndKind)
@pytest.mark.usefixtures("ban")
def test_a_measure_can_be_ended_with_reasons(fake_store: FakeStore, kind: EndKind) -> None:
    assert ended(fake_store, MeasureId(1), kind).ended == Ended(kind, ON, "x")
    with fake_store.reading() as reading:
        assert reading.decision(MeasureId(1)).ended == Ended(kind, ON, "x")


@pytest.mark.usefixtures("ban")
def test_without_reasons_nothing_ends(fake_store: FakeStore) -> None:
    with pytest.raises(EndingNeedsReasons):
        ended(fake_store, MeasureId(1), why=" ")


@pytest.mark.usefixtures("ban")
def test_only_annulling_reaches_what_is_over(fake_store: FakeStore) -> None:
    after = LAST + timedelta(days=1)
    for kind in (EndKind.LIFTED, EndKind.WITHDRAWN):
        with pytest.raises(AlreadyEnded):
            ended(fake_store, MeasureId(1), kind, after)
    ended(fake_store, MeasureId(1), EndKind.LIFTED, LAST)
    with pytest.raises(AlreadyEnded):
        ended(fake_store, MeasureId(1), EndKind.WITHDRAWN, LAST)
    assert ended(fake_store, MeasureId(1), EndKind.ANNULLED, after).ended == Ended(
        EndKind.ANNULLED, after, "x"
    )
    with pytest.raises(AlreadyEnded):
        ended(fake_store, MeasureId(1), EndKind.ANNULLED, after)


@pytest.mark.usefixtures("ban")
def test_nothing_becomes_of_a_measure_before_it_was_decided(fake_store: FakeStore) -> None:
    before = DECIDED - timedelta(days=1)
    with pytest.raises(NotYetDecided):
        ended(fake_store, MeasureId(1), on=before)
    with pytest.raises(NotYetDecided):
        receive_objection(fake_store, story.deed(), MeasureId(1), before, POLICY)
    with pytest.raises(NotYetDecided):
        reviewed(fake_store, ReviewOutcome.LIFT, "x", before)
    with pytest.raises(NotYetDecided):
        life_of(fake_store, MeasureId(1), POLICY, before)


def test_what_is_not_there_is_not_found(fake_store: FakeStore) -> None:
    with pytest.raises(MeasureNotFound):
        ended(fake_store, MeasureId(9))
    with pytest.raises(MeasureNotFound):
        life_of(fake_store, MeasureId(9), POLICY, ON)


def test_of_a_warning_the_validity_is_the_end(fake_store: FakeStore) -> None:
    told = warning()
    facts = {name: getattr(told, name) for name in NewDecision.__dataclass_fields__}
    stored_decision(fake_store, **facts | {"caller": story.stored_caller(fake_store).id})
    with pytest.raises(AlreadyEnded):
        ended(fake_store, MeasureId(1), on=date(2027, 11, 2))
    assert ended(fake_store, MeasureId(1), on=date(2027, 11, 1)).ended is not None


def test_what_never_reached_the_caller_can_be_withdrawn(fake_store: FakeStore) -> None:
    stored_decision(fake_store, last=None, review_on=None)
    assert ended(fake_store, MeasureId(1), EndKind.WITHDRAWN, date(2030, 1, 1)).ended is not None


def contested(store: FakeStore, on: date = ON) -> Decision:
    return receive_objection(store, story.deed(), MeasureId(1), on, POLICY)


def answered(
    store: FakeStore, verdict: Verdict = Verdict.DISMISSED, why: str = "x", on: date = ON
) -> Decision:
    return answer_objection(store, story.deed(), MeasureId(1), on, verdict, reason=why)


@pytest.mark.usefixtures("ban")
def test_an_objection_is_to_be_answered_within_the_term_of_the_policy(fake_store: FakeStore) -> None:
    assert contested(fake_store).objection == Objection(ON, date(2026, 12, 18))


@pytest.mark.usefixtures("ban")
def test_a_term_that_ends_in_a_weekend_moves_where_the_policy_says_so(fake_store: FakeStore) -> None:
    guards = POLICY.safeguards
    assert guards is not None
    still = replace(POLICY, safeguards=replace(guards, moves_off_weekends=False))
    saturday = date(2026, 11, 21)
    told = receive_objection(fake_store, story.deed(), MeasureId(1), saturday, still)
    assert told.objection == Objection(saturday, date(2026, 12, 19))


def test_the_answer_moves_to_a_working_day(fake_store: FakeStore, ban: Decision) -> None:
    saturday = date(2026, 11, 21)
    assert ban.id == 1
    assert contested(fake_store, saturday).objection == Objection(saturday, date(2026, 12, 21))


@pytest.mark.usefixtures("ban")
def test_without_a_remedy_in_the_policy_four_weeks_are_the_term(fake_store: FakeStore) -> None:
    bare = replace(POLICY, remedy=None, safeguards=None)
    told = receive_objection(fake_store, story.deed(), MeasureId(1), ON, bare)
    assert told.objection == Objection(ON, date(2026, 12, 18))


@pytest.mark.usefixtures("ban")
def test_an_objection_comes_once(fake_store: FakeStore) -> None:
    contested(fake_store)
    with pytest.raises(AlreadyContested):
        contested(fake_store)


def test_nobody_contests_a_no_or_what_was_annulled(fake_store: FakeStore, ban: Decision) -> None:
    ended(fake_store, ban.id, EndKind.ANNULLED)
    no = stored_decision(fake_store, measure=None, rung=None, last=None)
    for measure in (ban.id, no.id):
        with pytest.raises(AlreadyEnded):
            receive_objection(fake_store, story.deed(), measure, ON, POLICY)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.usefixtures("ban")
def test_only_an_objection_that_is_upheld_annuls(fake_store: FakeStore, verdict: Verdict) -> None:
    contested(fake_store)
    told = answer_objection(fake_store, story.deed(), MeasureId(1), ON, verdict, reason="Te lang.")
    assert told.objection == Objection(ON, date(2026, 12, 18), ON, verdict, "Te lang.")
    assert told.as_measure.annulled is (verdict is Verdict.UPHELD)


@pytest.mark.usefixtures("ban")
def test_an_answer_needs_an_open_objection_of_that_day_or_earlier(fake_store: FakeStore) -> None:
    with pytest.raises(NoObjection):
        answered(fake_store)
    with pytest.raises(NoObjection):
        brought_in(fake_store, MeasureId(1))
    contested(fake_store)
    with pytest.raises(AnsweredTooEarly):
        answered(fake_store, on=ON - timedelta(days=1))
    answered(fake_store)


@pytest.mark.usefixtures("ban")
def test_an_answer_needs_reasons(fake_store: FakeStore) -> None:
    contested(fake_store)
    with pytest.raises(AnsweringNeedsReasons):
        answered(fake_store, why=" ")
    assert brought_in(fake_store, MeasureId(1))[1].verdict is None


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.usefixtures("ban")
def test_an_answer_can_be_corrected(fake_store: FakeStore, verdict: Verdict) -> None:
    contested(fake_store)
    answered(fake_store, Verdict.PARTLY)
    with pytest.raises(AlreadyContested) as refused:
        contested(fake_store)
    assert refused.value.answered
    told = answered(fake_store, verdict, why="Beter bekeken.")
    assert told.objection == Objection(ON, date(2026, 12, 18), ON, verdict, "Beter bekeken.")
    assert told.as_measure.annulled is (verdict is Verdict.UPHELD)


@pytest.mark.usefixtures("ban")
def test_what_was_upheld_keeps_its_verdict_and_may_get_a_better_reason(fake_store: FakeStore) -> None:
    contested(fake_store)
    answered(fake_store, Verdict.UPHELD)
    for verdict in (Verdict.DISMISSED, Verdict.PARTLY):
        with pytest.raises(UpheldForGood):
            answered(fake_store, verdict)
    told = answered(fake_store, Verdict.UPHELD, why="Het was een ander.")
    assert told.ended == Ended(EndKind.ANNULLED, ON, "Het was een ander.")


@pytest.mark.usefixtures("ban")
def test_what_is_over_is_not_to_be_reviewed(fake_store: FakeStore) -> None:
    assert running(fake_store, MeasureId(1), LAST).id == 1
    with pytest.raises(AlreadyEnded):
        running(fake_store, MeasureId(1), LAST + timedelta(days=1))


@pytest.mark.usefixtures("ban")
def test_a_review_lifts_unless_there_are_reasons_to_go_on(fake_store: FakeStore) -> None:
    with pytest.raises(ContinuingNeedsReasons):
        reviewed(fake_store, ReviewOutcome.CONTINUE, " ")
    going_on = reviewed(fake_store, ReviewOutcome.CONTINUE, "belde gisteren nog")
    assert (going_on.ended, going_on.last) == (None, LAST)
    lifted = reviewed(fake_store, ReviewOutcome.LIFT, "")
    assert lifted.ended == Ended(EndKind.LIFTED, ON, "geen goede reden om door te gaan")
    with pytest.raises(AlreadyEnded):
        reviewed(fake_store, ReviewOutcome.LIFT, "x")


@pytest.mark.usefixtures("ban")
def test_why_it_was_lifted_is_kept(fake_store: FakeStore) -> None:
    assert reviewed(fake_store, ReviewOutcome.LIFT, "Hield zich eraan.").ended == Ended(
        EndKind.LIFTED, ON, "Hield zich eraan."
    )


def rested_on(store: FakeStore, **facts: Any) -> tuple[IncidentId, ...]:
    """Store two calls of B1, the second with *facts*, on 30 and 31 October."""
    first = datetime(2026, 10, 30, 12, tzinfo=UTC)
    ours = {"caller": story.stored_caller(store).id, "certainty": Certainty.CERTAIN}
    later = story.stored(store, **{**ours, "at": first + timedelta(days=1), "reporter": "R. Smit", **facts})
    return (later.id, story.stored(store, **ours, at=first).id)


def test_a_life_tells_what_it_rests_on_oldest_first(fake_store: FakeStore) -> None:
    incidents = rested_on(fake_store)
    stored_decision(fake_store, incidents=tuple(sorted(incidents)), delivered=GIVEN)
    life = life_of(fake_store, MeasureId(1), POLICY, ON)
    assert [incident.id for incident in life.incidents] == [2, 1]
    assert life.reaction_due == datetime(2026, 10, 31, 12, tzinfo=UTC)
    assert (life.by_a_reporter, life.fallen, life.leaning) == (True, (), ())


@pytest.mark.parametrize(
    "facts",
    [
        {"status": IncidentStatus.REJECTED},
        {"status": IncidentStatus.WITHDRAWN},
        {"certainty": Certainty.PRESUMED},
        {"caller": None, "certainty": None},
    ],
)
def test_an_incident_that_fell_away_since_is_told(fake_store: FakeStore, facts: dict[str, Any]) -> None:
    incidents = rested_on(fake_store, **facts)
    stored_decision(fake_store, incidents=incidents)
    assert life_of(fake_store, MeasureId(1), POLICY, ON).fallen == (1,)


def test_a_decision_on_none_and_one_that_rests_on_nothing_owe_no_reaction(fake_store: FakeStore) -> None:
    incidents = rested_on(fake_store)
    stored_decision(fake_store, incidents=incidents, measure=None, rung=None, last=None)
    stored_decision(fake_store)
    stored_decision(fake_store, incidents=incidents)
    assert life_of(fake_store, MeasureId(1), POLICY, ON).reaction_due is None
    assert life_of(fake_store, MeasureId(2), POLICY, ON).reaction_due is None
    assert life_of(fake_store, MeasureId(3), replace(POLICY, safeguards=None), ON).reaction_due is None


def test_a_life_on_an_earlier_day_leaves_out_what_came_later(fake_store: FakeStore, ban: Decision) -> None:
    ended(fake_store, ban.id)
    assert life_of(fake_store, ban.id, POLICY, ON - timedelta(days=1)).decision == ban


def test_what_leans_on_an_annulled_measure_is_flagged(fake_store: FakeStore) -> None:
    caller = story.stored_caller(fake_store).id
    at = datetime(2026, 11, 10, 12, tzinfo=UTC)
    told = warning()
    facts = {name: getattr(told, name) for name in NewDecision.__dataclass_fields__}
    stored_decision(fake_store, **facts | {"caller": caller})
    later = story.stored(fake_store, caller=caller, certainty=Certainty.CERTAIN, at=at)
    leaning = stored_decision(
        fake_store, caller=caller, rung=BAN_RUNG, decided_on=date(2026, 11, 12), incidents=(later.id,)
    )
    assert life_of(fake_store, MeasureId(1), POLICY, ON).leaning == ()
    ended(fake_store, MeasureId(1), EndKind.ANNULLED)
    assert life_of(fake_store, MeasureId(1), POLICY, ON).leaning == (leaning.id,)
