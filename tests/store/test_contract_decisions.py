"""What every logbook promises about decisions and letters; the same tests over the fake and SQLite."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import new_decision, on_the_day, stored_decision
from story import LANDLINE, MOBILE, NOW, TODAY

from agressielog.application.errors import CallerNotFound, MeasureNotFound
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Touched
from agressielog.domain.decision import (
    GivenAdvice,
    NewDecision,
    Objection,
    Review,
    ReviewOutcome,
    Verdict,
)
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.incident import EARLIER_REGISTER
from agressielog.domain.letter import Issued, LetterForm, LetterKind
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.vocabulary import Certainty, Delivery, IncidentStatus
from agressielog.storage.store import SqliteStore

FULL = new_decision(
    valid_until=date(2027, 1, 1),
    scope="alle nummers",
    arrangement="één contactpersoon",
    not_heard="nam niet op",
    urgent=True,
    deviation="zwaarder dan het advies",
    advice=GivenAdvice(
        '{"duur":null,"duur_tot":null,"duur_van":null,"maatregel":"contactverbod"}', "eigen", "2", "f" * 64
    ),
    delivered=Delivered(datetime(2026, 11, 1, 10, 30, 15, tzinfo=UTC), Delivery.READ_OUT),
)
EMPTY = new_decision(measure=None, rung=None, last=None, review_on=None, channel_left=None, heard_on=None)


def two_incidents(store: Store) -> tuple[IncidentId, ...]:
    caller = story.stored_caller(store, MOBILE).id
    return tuple(story.stored(store, caller=caller, certainty=Certainty.CERTAIN).id for _ in range(2))


@pytest.mark.parametrize(
    "new", [pytest.param(FULL, id="every field filled"), pytest.param(EMPTY, id="as little as possible")]
)
def test_a_decision_comes_back_as_it_was_taken(store: Store, new: NewDecision) -> None:
    told = replace(new, incidents=two_incidents(store))
    with store.writing(story.deed("maatregel add")) as tx:
        added = tx.add_decision(told)
    with store.reading() as reading:
        found = reading.decision(added.id)
    assert found == added
    for name in NewDecision.__dataclass_fields__:
        assert getattr(found, name) == getattr(told, name), name
    assert (found.id, found.ended, found.objection, found.review) == (1, None, None, None)


def test_decisions_are_numbered_from_one_and_listed_by_caller(store: Store) -> None:
    one, two = story.stored_caller(store).id, story.stored_caller(store).id
    first, second, third = (stored_decision(store, caller=caller) for caller in (one, two, one))
    with store.reading() as reading:
        assert list(reading.decisions()) == [first, second, third]
        assert list(reading.decisions_of(one)) == [first, third]
        assert not reading.decisions_of(CallerId(9))
    assert [first.id, second.id, third.id] == [1, 2, 3]


LIVES = [
    pytest.param({"delivered": on_the_day(TODAY), "valid_until": date(2027, 11, 20)}, id="delivered"),
    pytest.param({"ended": Ended(EndKind.WITHDRAWN, TODAY, "vergissing")}, id="withdrawn"),
    pytest.param({"objection": Objection(TODAY, date(2026, 12, 18))}, id="contested"),
    pytest.param(
        {"objection": Objection(TODAY, date(2026, 12, 18), date(2026, 12, 1), Verdict.PARTLY, "te lang")},
        id="answered",
    ),
    pytest.param({"review": Review(TODAY, ReviewOutcome.CONTINUE, "nog steeds")}, id="reviewed"),
]


@pytest.mark.parametrize("life", LIVES)
def test_what_becomes_of_a_decision_is_kept(store: Store, life: dict[str, Any]) -> None:
    incidents = two_incidents(store)
    taken = stored_decision(store, incidents=incidents)
    changed = replace(taken, **life)
    with store.writing(story.deed("maatregel deliver")) as tx:
        tx.replace_decision(changed)
    with store.reading() as reading:
        assert reading.decision(taken.id) == changed


def test_what_was_decided_and_advised_never_changes(store: Store) -> None:
    taken = stored_decision(store, caller=story.stored_caller(store).id)
    other = GivenAdvice("{}", "ander", "9", "a" * 64)
    with store.writing(story.deed("maatregel end")) as tx:
        tx.replace_decision(
            replace(
                taken,
                reason="iets anders",
                advice=other,
                decided_by="Q",
                last=None,
                incidents=(IncidentId(9),),
            )
        )
    with store.reading() as reading:
        assert reading.decision(taken.id) == taken


def test_a_decision_that_is_not_there_is_not_found(store: Store) -> None:
    somebody = story.stored_caller(store).id
    missing = replace(stored_decision(store, caller=somebody), id=MeasureId(9))
    issued = Issued(LetterKind.BAN, LetterForm.LETTER, "0" * 64, NOW)
    with pytest.raises(MeasureNotFound), store.reading() as reading:
        reading.decision(MeasureId(9))
    with pytest.raises(MeasureNotFound), store.writing(story.deed()) as tx:
        tx.replace_decision(missing)
    with pytest.raises(MeasureNotFound), store.writing(story.deed()) as tx:
        tx.move_decisions([MeasureId(9)], somebody)
    with pytest.raises(MeasureNotFound), store.writing(story.deed()) as tx:
        tx.note_letter(MeasureId(9), issued)
    with store.reading() as reading:
        assert not reading.letters(MeasureId(9))


def test_every_letter_that_was_issued_is_kept_oldest_first(store: Store) -> None:
    one = stored_decision(store, caller=story.stored_caller(store).id)
    two = stored_decision(store)
    letter = Issued(LetterKind.BAN, LetterForm.LETTER, "0" * 64, NOW)
    sms = Issued(LetterKind.REVIEW, LetterForm.SMS, "1" * 64, NOW + timedelta(days=1))
    for measure, issued in ((one.id, letter), (two.id, letter), (one.id, sms)):
        with store.writing(story.deed("brief")) as tx:
            tx.note_letter(measure, issued)
            assert tx.touched.callers == {1}
    with store.reading() as reading:
        assert list(reading.letters(one.id)) == [letter, sms]
        assert list(reading.letters(two.id)) == [letter]


def test_a_decision_touches_its_caller_and_every_number_of_theirs(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE, LANDLINE).id
    both = frozenset({MOBILE.key, LANDLINE.key})
    with store.writing(story.deed()) as tx:
        taken = tx.add_decision(new_decision(caller=caller))
        assert tx.touched == Touched(frozenset({caller}), both)
    with store.writing(story.deed()) as tx:
        tx.replace_decision(replace(taken, delivered=on_the_day(TODAY)))
        assert tx.touched == Touched(frozenset({caller}), both)


def test_decisions_can_be_given_to_another_caller_and_touch_both(store: Store) -> None:
    one, two = story.stored_caller(store, MOBILE).id, story.stored_caller(store, LANDLINE).id
    moved, stays = stored_decision(store, caller=one), stored_decision(store, caller=one)
    with store.writing(story.deed("beller merge")) as tx:
        tx.move_decisions([moved.id], two)
        assert tx.touched == Touched(frozenset({one, two}), frozenset({MOBILE.key, LANDLINE.key}))
    with store.reading() as reading:
        assert list(reading.decisions_of(one)) == [stays]
        assert list(reading.decisions_of(two)) == [replace(moved, caller=two)]


def test_decisions_cannot_be_given_to_nobody(store: Store) -> None:
    taken = stored_decision(store, caller=story.stored_caller(store).id)
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.move_decisions([taken.id], CallerId(9))
    with store.reading() as reading:
        assert reading.decision(taken.id) == taken


def test_a_write_that_fails_leaves_no_decision(store: Store) -> None:
    caller = story.stored_caller(store).id

    def taken_and_then_it_fails() -> None:
        with store.writing(story.deed()) as tx:
            tx.add_decision(new_decision(caller=caller))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        taken_and_then_it_fails()
    with store.reading() as reading:
        assert not reading.decisions()


DECIDED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("facts", "asks"),
    [
        ({}, True),
        ({"certainty": Certainty.PRESUMED}, False),
        ({"status": IncidentStatus.CONFIRMED}, True),
        ({"status": IncidentStatus.REJECTED}, False),
        ({"status": IncidentStatus.WITHDRAWN}, False),
        ({"answered": EARLIER_REGISTER}, False),
        ({"caller": None, "certainty": None}, False),
    ],
)
def test_who_may_have_to_be_judged(store: Store, facts: dict[str, Any], *, asks: bool) -> None:
    caller = story.stored_caller(store).id
    story.stored(store, **{"caller": caller, "certainty": Certainty.CERTAIN, **facts})
    with store.reading() as reading:
        assert list(reading.callers_to_judge(TODAY)) == ([caller] if asks else [])


def test_everybody_to_judge_is_named_once_lowest_first(store: Store) -> None:
    callers = [story.stored_caller(store).id for _ in range(3)]
    for caller in (callers[2], callers[0], callers[2]):
        story.stored(store, caller=caller, certainty=Certainty.CERTAIN)
    with store.reading() as reading:
        assert list(reading.callers_to_judge(TODAY)) == [callers[0], callers[2]]


@pytest.mark.parametrize(
    ("life", "on", "asks"),
    [
        pytest.param({}, DECIDED, False, id="answered on the day of the decision"),
        pytest.param({}, DECIDED - timedelta(days=1), True, id="not yet the day before"),
        pytest.param({"ended": Ended(EndKind.LIFTED, TODAY, "x")}, TODAY, False, id="lifted"),
        pytest.param({"ended": Ended(EndKind.WITHDRAWN, TODAY, "x")}, TODAY, False, id="withdrawn"),
        pytest.param({"ended": Ended(EndKind.ANNULLED, TODAY, "x")}, DECIDED, True, id="annulled"),
    ],
)
def test_a_decision_answers_what_it_lists(
    store: Store, life: dict[str, Any], on: date, *, asks: bool
) -> None:
    caller = story.stored_caller(store).id
    incident = story.stored(store, caller=caller, certainty=Certainty.CERTAIN).id
    taken = stored_decision(store, caller=caller, incidents=(incident,))
    with store.writing(story.deed()) as tx:
        tx.replace_decision(replace(taken, **life))
    with store.reading() as reading:
        assert list(reading.callers_to_judge(on)) == ([caller] if asks else [])


def test_what_turns_out_to_be_somebody_elses_asks_again(store: Store) -> None:
    one, two = story.stored_caller(store).id, story.stored_caller(store).id
    incident = story.stored(store, caller=one, certainty=Certainty.CERTAIN)
    stored_decision(store, caller=one, incidents=(incident.id,))
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(incident, caller=two))
    with store.reading() as reading:
        assert list(reading.callers_to_judge(TODAY)) == [two]


def test_every_change_of_a_decision_has_its_journal_row(sqlite_store: SqliteStore) -> None:
    incidents = two_incidents(sqlite_store)
    taken = stored_decision(sqlite_store, incidents=incidents)
    with sqlite_store.writing(story.deed("maatregel end")) as tx:
        tx.replace_decision(replace(taken, ended=Ended(EndKind.LIFTED, TODAY, "reden")))
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        rows = connection.execute(
            "SELECT opdracht, sleutel, voor, na FROM logboek WHERE tabel = 'maatregel' ORDER BY id"
        ).fetchall()
    (added, ended) = rows
    assert (added[0], added[1], added[2]) == ("maatregel add", "1", None)
    assert json.loads(added[3])["incidenten"] == ["1", "2"]
    assert (ended[0], ended[1]) == ("maatregel end", "1")
    assert (json.loads(ended[2])["einde"], json.loads(ended[3])["einde"]) == (None, "opgeheven")
