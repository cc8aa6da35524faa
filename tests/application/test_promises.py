"""Promises as a desk keeps them: made in any call, kept once, lapsed with their incident, never lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import story
from story import MOBILE, NOW, OTHER_MOBILE, TODAY

from agressielog.application.errors import AmbiguousCaller, CallerNotFound, IncidentNotFound
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Store
from agressielog.application.promise_errors import (
    KeptBeforeMade,
    PromiseAlreadyKept,
    PromiseLapsed,
    PromiseNotFound,
    PromiseOnFallenIncident,
    PromiseStillOpen,
)
from agressielog.application.promises import (
    PromiseLine,
    keep_promise,
    list_promises,
    make_promise,
    open_promises,
    reopen_promise,
)
from agressielog.domain.caller import Caller
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, Made, NewPromise
from agressielog.domain.promise import PromiseStatus
from agressielog.domain.vocabulary import Certainty, Country, IncidentStatus

NL = Country.NETHERLANDS
CERTAIN = Certainty.CERTAIN
A_DAY = timedelta(days=1)


def made(store: Store, asked: str, due: date | None = None, made_at: datetime = NOW) -> PromiseLine:
    promise = NewPromise("bellen", due, Made(made_at, "Mia de Vries"))
    return make_promise(store, story.deed("toezegging add"), asked, promise, NL)


def kept(store: Store, number: int, at: datetime = NOW) -> PromiseLine:
    return keep_promise(store, story.deed("toezegging done"), PromiseId(number), at)


def listed(
    store: Store, on: date = TODAY, asked: str | None = None, *, everything: bool = False
) -> list[int]:
    return [
        line.record.promise.id for line in list_promises(store, on, NL, asked=asked, everything=everything)
    ]


def withdraw(store: Store, incident: IncidentId) -> None:
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(incident), status=IncidentStatus.WITHDRAWN))


@pytest.fixture
def jansen(store: Store) -> Caller:
    """B1, with incident 1."""
    caller = story.stored_caller(store, MOBILE, name="J. Jansen", customer_number="77")
    story.stored(store, caller=caller.id, certainty=CERTAIN)
    return caller


@pytest.mark.parametrize("asked", ["B1", "b1", "06-12345678", "+31612345678", "0612345678", "77"])
def test_a_promise_can_be_made_in_an_ordinary_call(store: Store, jansen: Caller, asked: str) -> None:
    line = made(store, asked)
    assert (line.record.caller, line.record.incident, line.caller) == (jansen.id, None, jansen)


@pytest.mark.parametrize("asked", ["1", "#1", " 1 "])
def test_a_promise_can_be_made_about_an_incident(store: Store, jansen: Caller, asked: str) -> None:
    line = made(store, asked)
    assert (line.record.incident, line.record.caller, line.record.made_by) == (1, jansen.id, "Mia de Vries")


def test_a_number_that_is_an_incident_is_that_incident(store: Store) -> None:
    other = story.stored_caller(store, customer_number="1")
    story.stored(store)
    assert made(store, "1").record.incident == 1
    assert made(store, other.customer_number or "").record.incident == 1


def test_a_promise_about_nobody_s_incident_is_kept_too(store: Store) -> None:
    story.stored(store)
    assert made(store, "1").caller is None
    assert listed(store) == [1]


@pytest.mark.parametrize(("asked", "error"), [("99", IncidentNotFound), ("B9", CallerNotFound)])
def test_a_promise_to_nobody_is_refused(
    store: Store, asked: str, error: type[IncidentNotFound | CallerNotFound]
) -> None:
    with pytest.raises(error):
        made(store, asked)
    assert listed(store, everything=True) == []


def test_on_a_shared_number_somebody_must_say_who_it_was(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    story.stored_caller(store, MOBILE)
    with pytest.raises(AmbiguousCaller):
        made(store, "0612345678")


def test_an_incident_that_fell_takes_no_new_promises(store: Store, jansen: Caller) -> None:
    assert jansen.id == 1
    withdraw(store, IncidentId(1))
    with pytest.raises(PromiseOnFallenIncident) as refused:
        made(store, "1")
    assert (refused.value.incident, refused.value.status) == (1, "ingetrokken")
    assert listed(store, everything=True) == []


def test_open_promises_come_earliest_due_first(store: Store, jansen: Caller) -> None:
    for due in (None, TODAY + A_DAY, TODAY - A_DAY):
        made(store, f"B{jansen.id}", due)
    assert listed(store) == [3, 2, 1]
    with store.reading() as reading:
        assert [record.promise.id for record in open_promises(reading, TODAY)] == [3, 2, 1]


def test_what_was_kept_or_lapsed_is_listed_only_where_everything_is_asked(
    store: Store, jansen: Caller
) -> None:
    made(store, "B1")
    made(store, "1")
    made(store, f"B{jansen.id}")
    kept(store, 1)
    withdraw(store, IncidentId(1))
    assert listed(store) == [3]
    assert listed(store, everything=True) == [1, 2, 3]


def test_on_another_day_only_what_had_happened_by_then_counts(store: Store, jansen: Caller) -> None:
    made(store, f"B{jansen.id}", made_at=NOW - 2 * A_DAY)
    made(store, "B1")
    kept(store, 1)
    assert listed(store, TODAY - 3 * A_DAY) == []
    assert listed(store, TODAY - A_DAY) == [1]
    assert listed(store, TODAY - A_DAY, everything=True) == [1]
    assert listed(store) == [2]


def test_promises_can_be_listed_of_one_caller(store: Store, jansen: Caller) -> None:
    other = story.stored_caller(store, OTHER_MOBILE)
    made(store, "B1")
    made(store, f"B{other.id}")
    assert listed(store, asked="0687654321") == [2]
    assert listed(store, asked=f"B{jansen.id}") == [1]
    with pytest.raises(CallerNotFound):
        listed(store, asked="B9")


@pytest.mark.parametrize("at", [NOW, NOW.replace(second=0), NOW + A_DAY])
def test_a_promise_is_kept_once(store: Store, jansen: Caller, at: datetime) -> None:
    made(store, f"B{jansen.id}")
    line = kept(store, 1, at)
    assert (line.record.promise.done_at, line.caller) == (at, jansen)
    with pytest.raises(PromiseAlreadyKept) as refused:
        kept(store, 1, at + A_DAY)
    assert (refused.value.promise, refused.value.at) == (1, at)


def test_a_promise_is_not_kept_before_it_was_made(store: Store, jansen: Caller) -> None:
    made(store, f"B{jansen.id}")
    with pytest.raises(KeptBeforeMade) as refused:
        kept(store, 1, NOW - timedelta(minutes=1))
    assert refused.value.made_at == NOW
    assert listed(store) == [1]


def test_a_promise_made_in_a_call_of_before_can_be_kept_from_that_call_on(store: Store) -> None:
    story.stored(store, at=NOW - A_DAY, promises=(NewPromise("bellen"),))
    assert kept(store, 1, NOW - A_DAY).record.promise.done_at == NOW - A_DAY


def test_a_mistake_can_be_taken_back(store: Store, jansen: Caller) -> None:
    made(store, f"B{jansen.id}")
    deed = story.deed("toezegging done")
    with pytest.raises(PromiseStillOpen):
        reopen_promise(store, deed, PromiseId(1))
    kept(store, 1)
    assert reopen_promise(store, story.deed("toezegging done"), PromiseId(1)).record.promise.done_at is None
    assert listed(store) == [1]
    assert kept(store, 1).record.promise.done_at == NOW


@pytest.mark.parametrize("answered", [None, EARLIER_REGISTER])
def test_what_lapsed_is_not_kept(store: Store, answered: str | None) -> None:
    told = story.stored(store, answered=answered, promises=(NewPromise("bellen"),))
    if answered is None:
        withdraw(store, told.id)
    with pytest.raises(PromiseLapsed) as refused:
        kept(store, 1)
    assert refused.value.because == (answered or "ingetrokken")


def test_what_was_kept_before_its_incident_fell_stays_kept(store: Store) -> None:
    told = story.stored(store, promises=(NewPromise("bellen"),))
    kept(store, 1)
    withdraw(store, told.id)
    (line,) = list_promises(store, TODAY, NL, everything=True)
    assert line.record.status(TODAY) is PromiseStatus.KEPT
    assert reopen_promise(store, story.deed(), PromiseId(1)).record.status(TODAY) is PromiseStatus.LAPSED


@pytest.mark.parametrize("number", [9])
def test_a_promise_that_is_not_there_is_not_found(store: Store, number: int) -> None:
    with pytest.raises(PromiseNotFound):
        kept(store, number)
    with pytest.raises(PromiseNotFound):
        reopen_promise(store, story.deed(), PromiseId(number))


def _whose(store: Store) -> dict[int, CallerId | None]:
    lines = list_promises(store, TODAY, NL, everything=True)
    return {line.record.promise.id: line.record.caller for line in lines}


def test_promises_follow_a_merge_and_go_back_with_a_split(store: Store, jansen: Caller) -> None:
    other = story.stored_caller(store, OTHER_MOBILE)
    story.stored(store, caller=other.id, certainty=CERTAIN)
    for asked in (f"B{jansen.id}", f"B{other.id}", "2"):
        made(store, asked)
    before = _whose(store)
    merge(store, story.deed("beller merge"), "B1", "B2", NL)
    assert set(_whose(store).values()) == {jansen.id}
    made(store, f"B{other.id}")
    kept(store, 2)
    split(store, story.deed("beller split"), "B1", NL)
    assert _whose(store) == {**before, 4: jansen.id}
    assert listed(store, asked=f"B{other.id}") == [3]


def test_an_incident_that_goes_to_somebody_else_takes_its_promises_along(
    store: Store, jansen: Caller
) -> None:
    other = story.stored_caller(store, OTHER_MOBILE)
    made(store, "1")
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(IncidentId(1)), caller=other.id))
    assert listed(store, asked=f"B{jansen.id}") == []
    assert listed(store, asked=f"B{other.id}") == [1]


def test_the_moment_is_kept_to_the_second(store: Store, jansen: Caller) -> None:
    at = datetime(2026, 11, 20, 12, 0, 5, 999999, tzinfo=UTC)
    assert made(store, f"B{jansen.id}", made_at=at).record.made_at == at.replace(microsecond=0)
