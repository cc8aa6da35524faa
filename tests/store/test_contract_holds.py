"""Holds, on the logbook in memory and on SQLite."""

from datetime import date

import pytest
import story

from agressielog.application.errors import CallerNotFound, IncidentNotFound
from agressielog.application.holds import holds
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Store
from agressielog.domain.hold import Hold, NewHold
from agressielog.domain.identity import CallerId, HoldId, IncidentId
from agressielog.domain.vocabulary import Certainty, Country

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)
ONE, OTHER = CallerId(1), CallerId(2)


@pytest.fixture(autouse=True)
def _two_callers(store: Store) -> None:
    story.stored_caller(store, story.MOBILE, name="Jansen")
    story.stored_caller(store, story.LANDLINE, name="De Boer")
    story.stored(store, caller=ONE, certainty=Certainty.CERTAIN)


def held(store: Store, hold: NewHold) -> Hold:
    with store.writing(story.deed("avg vasthouden")) as tx:
        return tx.add_hold(hold)


def test_a_hold_comes_back_as_told(store: Store) -> None:
    told = NewHold(caller=ONE, reason="Klacht bij de ombudsman", since=MONDAY, until=WEDNESDAY)
    first = held(store, told)
    second = held(store, NewHold(incident=IncidentId(1), reason="Aangifte", since=TUESDAY))
    for name in NewHold.__dataclass_fields__:
        assert getattr(first, name) == getattr(told, name), name
    with store.reading() as reading:
        assert list(reading.holds()) == [first, second]
        assert list(reading.holds_of(ONE)) == [first]
        assert list(reading.holds_on_incident(IncidentId(1))) == [second]
        assert not reading.holds_of(OTHER)
        assert not reading.holds_on_incident(IncidentId(9))


def test_a_hold_touches_its_caller_also_when_lifted(store: Store) -> None:
    with store.writing(story.deed("avg vasthouden")) as tx:
        new = tx.add_hold(NewHold(caller=ONE, reason="Klacht", since=MONDAY))
        assert tx.touched.callers == {ONE}
    with store.writing(story.deed("avg vasthouden")) as tx:
        tx.lift_hold(new.id, WEDNESDAY)
        assert tx.touched.callers == {ONE}
    with store.reading() as reading:
        assert [hold.lifted_on for hold in reading.holds()] == [WEDNESDAY]


def test_a_hold_on_an_incident_touches_nobody(store: Store) -> None:
    with store.writing(story.deed("avg vasthouden")) as tx:
        new = tx.add_hold(NewHold(incident=IncidentId(1), reason="Aangifte", since=MONDAY))
        tx.lift_hold(new.id, WEDNESDAY)
        assert not tx.touched.callers


def test_lifting_what_is_not_there_changes_nothing(store: Store) -> None:
    held(store, NewHold(caller=ONE, reason="Klacht", since=MONDAY))
    with store.writing(story.deed("avg vasthouden")) as tx:
        tx.lift_hold(HoldId(9), WEDNESDAY)
    with store.reading() as reading:
        assert [hold.lifted_on for hold in reading.holds()] == [None]


@pytest.mark.parametrize(
    ("hold", "error"),
    [
        (NewHold(caller=CallerId(9), reason="Klacht", since=MONDAY), CallerNotFound),
        (NewHold(incident=IncidentId(9), reason="Klacht", since=MONDAY), IncidentNotFound),
    ],
)
def test_what_is_not_there_cannot_be_held(store: Store, hold: NewHold, error: type[Exception]) -> None:
    with pytest.raises(error):
        held(store, hold)


@pytest.mark.parametrize(
    ("until", "lifted", "days"),
    [
        (None, None, [TUESDAY, WEDNESDAY]),
        (TUESDAY, None, [TUESDAY]),
        (None, WEDNESDAY, [TUESDAY]),
        (WEDNESDAY, TUESDAY, []),
    ],
)
def test_a_hold_runs_from_its_first_through_its_last_day(
    store: Store, until: date | None, lifted: date | None, days: list[date]
) -> None:
    new = held(store, NewHold(caller=ONE, reason="Klacht", since=TUESDAY, until=until))
    if lifted is not None:
        with store.writing(story.deed("avg vasthouden")) as tx:
            tx.lift_hold(new.id, lifted)
    with store.reading() as reading:
        assert [day for day in (MONDAY, TUESDAY, WEDNESDAY) if holds(reading, day).callers] == days


def test_a_hold_covers_everybody_who_is_one_person_now_and_no_longer_after_a_split(store: Store) -> None:
    first = held(store, NewHold(caller=OTHER, reason="Klacht", since=MONDAY))
    merge(store, story.deed("beller merge"), "B1", "B2", Country.NETHERLANDS)
    with store.reading() as reading:
        assert holds(reading, TUESDAY).callers == {ONE: (first,), OTHER: (first,)}
        assert holds(reading, TUESDAY).over(IncidentId(1), ONE) == (first,)
    split(store, story.deed("beller split"), "B1", Country.NETHERLANDS)
    with store.reading() as reading:
        assert holds(reading, TUESDAY).callers == {OTHER: (first,)}


def test_an_incident_is_held_by_its_own_holds_and_those_of_its_caller(store: Store) -> None:
    own = held(store, NewHold(incident=IncidentId(1), reason="Aangifte", since=MONDAY))
    of_caller = held(store, NewHold(caller=ONE, reason="Klacht", since=MONDAY))
    with store.reading() as reading:
        found = holds(reading, MONDAY)
        assert found.over(IncidentId(1), ONE) == (own, of_caller)
        assert found.over(IncidentId(1), None) == (own,)
        assert found.over(IncidentId(2), OTHER) == ()
