"""Gathering cases: who is judged, in what order, and what speaks for them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import NL, on_the_day, standaard, stored_decision
from fake_store import FakeStore
from story import MOBILE

from agressielog.application.advice_record import advice_record, record_text
from agressielog.application.considerations import considerations
from agressielog.application.dossiers import advice_for, open_cases
from agressielog.application.errors import CallerNotFound
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Store
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity

POLICY = standaard()
ON = date(2026, 11, 20)


def call(
    store: Store, caller: CallerId, kind: str = "schelden", days_ago: int = 1, **facts: Any
) -> IncidentId:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC) - timedelta(days=days_ago)
    told = {"caller": caller, "certainty": Certainty.CERTAIN, "kinds": (KindCode(kind),), "at": at}
    return story.stored(store, **told | facts).id


def test_the_most_urgent_comes_first_by_severity_then_age(store: Store) -> None:
    recent, old, threat, critic = (story.stored_caller(store).id for _ in range(4))
    call(store, recent, days_ago=1)
    call(store, old, days_ago=9)
    call(store, threat, "bedreiging", days_ago=0)
    call(store, critic, "emotie_kritiek")
    cases = open_cases(store, POLICY, ON)
    assert [case.caller.id for case in cases] == [threat, old, recent]
    assert [case.heaviest for case in cases] == [Severity.SEVERE, Severity.LIGHT, Severity.LIGHT]


def test_on_an_earlier_day_what_was_decided_later_still_asks(store: Store) -> None:
    caller = story.stored_caller(store).id
    incident = call(store, caller, days_ago=10)
    stored_decision(
        store, caller=caller, measure=None, rung=None, last=None, decided_on=ON, incidents=(incident,)
    )
    assert [case.caller.id for case in open_cases(store, POLICY, ON - timedelta(days=1))] == [caller]
    assert open_cases(store, POLICY, ON) == []


def test_breaches_that_ask_for_a_look_come_last(fake_store: FakeStore) -> None:
    caller, other = (story.stored_caller(fake_store).id for _ in range(2))
    stored_decision(fake_store, caller=caller, last=date(2027, 1, 1), delivered=on_the_day(date(2026, 11, 1)))
    breaches = [call(fake_store, caller, "overtreding_contactverbod", day) for day in (3, 2, 1)]
    call(fake_store, other)
    first, last = open_cases(fake_store, POLICY, ON)
    assert (first.caller.id, last.caller.id) == (other, caller)
    assert [incident.id for incident in last.open] == breaches
    assert (last.asking, last.heaviest, last.reaction_due) == ((), Severity.NONE, None)


def test_the_reaction_is_due_a_day_after_the_oldest_that_asks(fake_store: FakeStore) -> None:
    caller = story.stored_caller(fake_store).id
    call(fake_store, caller, days_ago=1)
    call(fake_store, caller, days_ago=3)
    case = advice_for(fake_store, "B1", POLICY, ON, NL)
    assert case.reaction_due == datetime(2026, 11, 18, 9, tzinfo=UTC)
    bare = advice_for(fake_store, "B1", story.policy(), ON, NL)
    assert bare.reaction_due is None


def test_a_caller_is_found_by_code_and_number(fake_store: FakeStore) -> None:
    story.stored_caller(fake_store, MOBILE)
    assert advice_for(fake_store, "06-12345678", POLICY, ON, NL).caller.id == 1
    with pytest.raises(CallerNotFound):
        advice_for(fake_store, "B9", POLICY, ON, NL)


def weighed(store: Store, on: date = ON) -> tuple[tuple[int, ...], date | None, int | None, int]:
    found = considerations(advice_for(store, "B1", POLICY, on, NL))
    return found.our_fault, found.apologised_on, found.by_one_reporter, found.reported


def test_our_own_fault_and_an_apology_are_put_before_the_decider(fake_store: FakeStore) -> None:
    caller = story.stored_caller(fake_store).id
    call(fake_store, caller, reporter="A", our_fault=True)
    call(fake_store, caller, reporter="B", apologised_on=ON)
    call(fake_store, caller, reporter="C", our_fault=True, status=IncidentStatus.REJECTED)
    assert weighed(fake_store) == ((1,), ON, None, 2)
    assert weighed(fake_store, ON - timedelta(days=1)) == ((1,), None, None, 2)


@pytest.mark.parametrize(
    ("reporters", "behind"),
    [("A", None), ("AB", None), ("AA", 2), ("Aa", 2), ("AAB", 2), ("AABB", None), ("AAABB", 3), ("", None)],
)
def test_one_reporter_behind_more_than_half_is_told(
    fake_store: FakeStore, reporters: str, behind: int | None
) -> None:
    caller = story.stored_caller(fake_store).id
    for reporter in reporters:
        call(fake_store, caller, reporter=reporter)
    assert weighed(fake_store)[2] == behind


def test_a_measure_that_came_after_the_incident_is_told(fake_store: FakeStore) -> None:
    caller = story.stored_caller(fake_store).id
    call(fake_store, caller, days_ago=8)
    taken = stored_decision(fake_store, caller=caller, delivered=on_the_day(date(2026, 11, 14)))
    case = advice_for(fake_store, "B1", POLICY, ON, NL)
    assert considerations(case).later_measures == (taken.id,)


def test_an_advice_is_kept_as_the_same_bytes_every_time(fake_store: FakeStore) -> None:
    call(fake_store, story.stored_caller(fake_store).id, "bedreiging")
    texts = {
        record_text(advice_record(advice_for(fake_store, "B1", POLICY, ON, NL).advice, POLICY))
        for _ in range(3)
    }
    assert len(texts) == 1


def test_who_are_joined_share_their_measures_and_parting_gives_them_back(store: Store) -> None:
    one, two = story.stored_caller(store).id, story.stored_caller(store).id
    ours, theirs = stored_decision(store, caller=one), stored_decision(store, caller=two)
    merge(store, story.deed("beller merge"), "B1", "B2", NL)
    since = stored_decision(store, caller=one)
    with store.reading() as reading:
        assert [decision.id for decision in reading.decisions_of(one)] == [ours.id, theirs.id, since.id]
        assert not reading.decisions_of(two)
    split(store, story.deed("beller split"), "B1", NL)
    with store.reading() as reading:
        assert list(reading.decisions_of(one)) == [ours, since]
        assert list(reading.decisions_of(two)) == [theirs]
