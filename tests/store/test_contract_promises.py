"""What every logbook promises about promises and good calls; the same tests over the fake and SQLite."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import stored_decision
from story import MOBILE, NOW, OTHER_MOBILE, TODAY

from agressielog.application.errors import CallerNotFound, IncidentNotFound, MeasureNotFound
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Touched
from agressielog.application.promise_errors import PromiseNotFound
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, Made, NewPromise, Promise
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty, IncidentStatus
from agressielog.storage.store import SqliteStore

CERTAIN, PRESUMED = Certainty.CERTAIN, Certainty.PRESUMED
MADE = Made(NOW - timedelta(days=1), "Sam Bos")
TOLD = NewPromise("terugbellen", date(2026, 12, 1), MADE)
DONE_AT = datetime(2026, 11, 20, 13, 30, 15, tzinfo=UTC)


def promised_to(store: Store, caller: CallerId, *promises: NewPromise) -> list[PromiseId]:
    with store.writing(story.deed("toezegging add")) as tx:
        return [added.id for added in tx.add_promises_to(caller, promises)]


def one(store: Store, promise: PromiseId) -> PromiseRecord:
    with store.reading() as reading:
        return reading.promise(promise)


def found(store: Store, **wanted: Any) -> list[int]:
    with store.reading() as reading:
        records = reading.promises(PromiseFilter(**wanted))
    return [record.promise.id for record in records]


def test_a_promise_of_an_incident_was_made_in_its_call_by_its_reporter(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE).id
    told = story.stored(
        store,
        caller=caller,
        certainty=PRESUMED,
        answered=EARLIER_REGISTER,
        promises=(NewPromise("terugbellen", TODAY),),
    )
    assert one(store, PromiseId(1)) == PromiseRecord(
        promise=Promise(PromiseId(1), "terugbellen", TODAY),
        made_at=NOW,
        made_by="Mia de Vries",
        caller=caller,
        certainty=PRESUMED,
        incident=told.id,
        incident_status=IncidentStatus.REPORTED,
        answered=EARLIER_REGISTER,
    )


def test_what_was_promised_in_the_call_follows_when_the_incident_is_corrected(store: Store) -> None:
    caller, other = story.stored_caller(store).id, story.stored_caller(store).id
    told = story.stored(store, caller=caller, certainty=CERTAIN, promises=(NewPromise("bellen"), TOLD))
    earlier = NOW - timedelta(days=3)
    with store.writing(story.deed("edit")) as tx:
        corrected = replace(
            told, caller=other, at=earlier, reporter="Anna", status=IncidentStatus.WITHDRAWN, promises=()
        )
        tx.replace_incident(corrected)
    in_call, later = one(store, PromiseId(1)), one(store, PromiseId(2))
    assert (in_call.made_at, in_call.made_by) == (earlier, "Anna")
    assert (later.made_at, later.made_by) == (MADE.at, MADE.by)
    assert {in_call.caller, later.caller} == {other}
    assert {in_call.lapsed_because, later.lapsed_because} == {"ingetrokken"}


def test_a_promise_of_nobodys_incident_is_nobodys(store: Store) -> None:
    story.stored(store, promises=(NewPromise("bellen"),))
    record = one(store, PromiseId(1))
    assert (record.caller, record.certainty) == (None, None)


def test_a_promise_made_in_an_ordinary_call_is_surely_the_callers(store: Store) -> None:
    caller = story.stored_caller(store).id
    (promise,) = promised_to(store, caller, TOLD)
    assert one(store, promise) == PromiseRecord(
        promise=Promise(promise, "terugbellen", date(2026, 12, 1), None, MADE),
        made_at=MADE.at,
        made_by=MADE.by,
        caller=caller,
        certainty=CERTAIN,
    )


def test_promises_are_numbered_over_incidents_and_callers(store: Store) -> None:
    caller = story.stored_caller(store).id
    story.stored(store, promises=(NewPromise("een"),))
    assert promised_to(store, caller, TOLD, TOLD) == [2, 3]
    told = story.stored(store)
    with store.writing(story.deed()) as tx:
        assert [added.id for added in tx.add_promises(told.id, [NewPromise("vier"), TOLD])] == [4, 5]
    assert found(store) == [1, 2, 3, 4, 5]


def test_an_incident_shows_its_promises_with_all_that_is_known_of_them(store: Store) -> None:
    new = NewPromise("bellen", TODAY, MADE, DONE_AT)
    (told,) = story.stored(store, promises=(new,)).promises
    assert told == Promise(PromiseId(1), "bellen", TODAY, DONE_AT, MADE)


@pytest.mark.parametrize("of_incident", [True, False])
def test_a_promise_can_be_kept_and_be_open_again(store: Store, of_incident: bool) -> None:
    caller = story.stored_caller(store, MOBILE).id
    if of_incident:
        told = story.stored(store, caller=caller, certainty=CERTAIN, promises=(TOLD, NewPromise("twee")))
        promise = told.promises[0].id
    else:
        (promise,) = promised_to(store, caller, TOLD)
    before = one(store, promise)
    with store.writing(story.deed("toezegging done")) as tx:
        tx.mark_promise(promise, DONE_AT + timedelta(microseconds=5))
        assert tx.touched == Touched(frozenset({caller}), frozenset({MOBILE.key}))
    kept = one(store, promise)
    assert kept == replace(before, promise=replace(before.promise, done_at=DONE_AT))
    with store.writing(story.deed("toezegging done")) as tx:
        tx.mark_promise(promise, None)
    assert one(store, promise) == before


def test_only_the_promise_that_was_meant_is_marked(store: Store) -> None:
    caller = story.stored_caller(store).id
    first, second = promised_to(store, caller, TOLD, TOLD)
    with store.writing(story.deed("toezegging done")) as tx:
        tx.mark_promise(first, DONE_AT)
    assert one(store, second).promise.done_at is None


#: The last second of 20 November in Amsterdam.
EVENING = datetime(2026, 11, 20, 22, 59, 59, tzinfo=UTC)
A_SECOND, A_DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("made_at", "on", "there"),
    [(EVENING, TODAY, True), (EVENING + A_SECOND, TODAY, False), (EVENING + A_SECOND, TODAY + A_DAY, True)],
)
def test_the_day_on_which_it_was_made_is_the_one_of_amsterdam(
    store: Store, made_at: datetime, on: date, there: bool
) -> None:
    caller = story.stored_caller(store).id
    promised_to(store, caller, NewPromise("bellen", made=Made(made_at, "Mia")))
    story.stored(store, at=made_at, recorded_at=made_at, promises=(NewPromise("bellen"),))
    assert found(store, made_through=on) == ([1, 2] if there else [])


@pytest.mark.parametrize(
    ("done_at", "on", "open_"),
    [
        (None, TODAY, True),
        (EVENING, TODAY, False),
        (EVENING, TODAY - A_DAY, True),
        (EVENING + A_SECOND, TODAY, True),
        (EVENING + A_SECOND, TODAY + A_DAY, False),
    ],
)
def test_the_day_on_which_it_was_kept_is_the_one_of_amsterdam(
    store: Store, done_at: datetime | None, on: date, open_: bool
) -> None:
    caller = story.stored_caller(store).id
    promised_to(store, caller, replace(TOLD, done_at=done_at))
    story.stored(store, promises=(NewPromise("bellen", done_at=done_at),))
    assert found(store, not_kept_on=on) == ([1, 2] if open_ else [])


def test_the_promises_of_one_caller_are_those_made_to_him_and_in_his_incidents(store: Store) -> None:
    caller, other = story.stored_caller(store).id, story.stored_caller(store).id
    promised_to(store, other, TOLD)
    promised_to(store, caller, TOLD)
    story.stored(store, caller=caller, certainty=PRESUMED, promises=(NewPromise("bellen"),))
    story.stored(store, caller=other, certainty=CERTAIN, promises=(NewPromise("bellen"),))
    story.stored(store, promises=(NewPromise("bellen"),))
    assert found(store, caller=caller) == [2, 3]
    assert found(store, caller=caller, not_kept_on=TODAY, made_through=TODAY - A_DAY) == [2]


def test_promises_made_in_ordinary_calls_can_go_to_another_caller_and_touch_both(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE).id
    other = story.stored_caller(store, OTHER_MOBILE).id
    first, second = promised_to(store, caller, TOLD, TOLD)
    with store.writing(story.deed("beller merge")) as tx:
        tx.move_promises([second], other)
        assert tx.touched.callers == {caller, other}
        assert tx.touched.numbers == {MOBILE.key, OTHER_MOBILE.key}
    assert (one(store, first).caller, one(store, second).caller) == (caller, other)


def test_what_is_not_there_cannot_be_asked_marked_or_moved(store: Store) -> None:
    caller = story.stored_caller(store).id
    with store.reading() as reading, pytest.raises(PromiseNotFound):
        reading.promise(PromiseId(9))
    with pytest.raises(PromiseNotFound), store.writing(story.deed()) as tx:
        tx.mark_promise(PromiseId(9), DONE_AT)
    with pytest.raises(PromiseNotFound), store.writing(story.deed()) as tx:
        tx.move_promises([PromiseId(9)], caller)
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.move_promises([], CallerId(9))
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.add_promises_to(CallerId(9), [TOLD])
    with pytest.raises(IncidentNotFound), store.writing(story.deed()) as tx:
        tx.add_promises(IncidentId(9), [TOLD])


def test_a_write_that_fails_leaves_no_promise(store: Store) -> None:
    caller = story.stored_caller(store).id
    with pytest.raises(PromiseNotFound), store.writing(story.deed()) as tx:
        tx.mark_promise(PromiseId(tx.add_promises_to(caller, [TOLD])[0].id + 1), DONE_AT)
    assert found(store) == []


def test_a_promise_made_in_an_ordinary_call_touches_the_caller(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE).id
    with store.writing(story.deed()) as tx:
        tx.add_promises_to(caller, [TOLD])
        assert tx.touched == Touched(frozenset({caller}), frozenset({MOBILE.key}))


def test_good_calls_come_back_oldest_first_and_go_where_their_measure_goes(store: Store) -> None:
    caller, other = story.stored_caller(store, MOBILE).id, story.stored_caller(store).id
    measure = stored_decision(store, caller=caller).id
    later, earlier = (GoodCall(measure, NOW + timedelta(hours=h), "Mia de Vries") for h in (1, -1))
    with store.writing(story.deed("goed")) as tx:
        tx.add_good_call(later)
        tx.add_good_call(replace(earlier, at=earlier.at + timedelta(microseconds=9)))
        assert tx.touched == Touched(frozenset({caller}), frozenset({MOBILE.key}))
    with store.writing(story.deed("beller merge")) as tx:
        assert tx.good_calls(caller) == [earlier, later]
        tx.move_decisions([measure], other)
        assert (tx.good_calls(caller), tx.good_calls(other)) == ([], [earlier, later])


def test_a_good_call_under_no_measure_is_refused(store: Store) -> None:
    with pytest.raises(MeasureNotFound), store.writing(story.deed()) as tx:
        tx.add_good_call(GoodCall(MeasureId(9), NOW, "Mia"))


def test_reports_are_found_by_who_made_them_however_the_name_is_spelled(store: Store) -> None:
    old = story.stored(store, at=NOW - A_DAY, reporter="mia  DE vries")
    small = story.stored(store, at=NOW - 2 * A_DAY, reporter="mia de vries")
    plain = story.stored(store, at=NOW - 3 * A_DAY, reporter="Mia de Vries")
    story.stored(store, reporter="Mia")
    new = story.stored(store, reporter="Mía de Vries")
    with store.reading() as reading:
        assert reading.reported_by("Mia de Vries") == [new, old, small, plain]
        assert reading.reported_by("Sam") == []


def test_every_change_of_a_promise_has_its_journal_row(sqlite_store: SqliteStore) -> None:
    caller, other = story.stored_caller(sqlite_store).id, story.stored_caller(sqlite_store).id
    (promise,) = promised_to(sqlite_store, caller, TOLD)
    with sqlite_store.writing(story.deed("toezegging done")) as tx:
        tx.mark_promise(promise, DONE_AT)
        tx.move_promises([promise], other)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        rows = connection.execute(
            "SELECT opdracht, voor IS NULL, na ->> 'klaar_op', na ->> 'beller' FROM logboek "
            "WHERE tabel = 'toezegging' AND sleutel = '1' ORDER BY id"
        ).fetchall()
    kept = "2026-11-20T13:30:15+00:00"
    assert rows == [
        ("toezegging add", 1, None, caller),
        ("toezegging done", 0, kept, caller),
        ("toezegging done", 0, kept, other),
    ]
