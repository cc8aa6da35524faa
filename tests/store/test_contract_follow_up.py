"""What every logbook promises about what became of a period; the same tests over the fake and SQLite."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import on_the_day, stored_decision
from story import SWEARING, THREAT

from agressielog.application.ports.logbook import Store
from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.follow_up import Heard
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import EARLIER_REGISTER
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.vocabulary import Certainty, IncidentStatus

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
SECOND = timedelta(seconds=1)
NONE: dict[str, Any] = {"measure": None, "rung": None, "last": None}


def called(store: Store, **changes: Any) -> IncidentId:
    told: dict[str, Any] = {"caller": CallerId(1), "certainty": Certainty.CERTAIN}
    return story.stored(store, **told | changes).id


@pytest.fixture(autouse=True)
def _somebody(store: Store) -> None:
    """B1 and B2."""
    story.stored_caller(store, name="J. Jansen")
    story.stored_caller(store, name="K. Klaassen")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, True),
        ({"kinds": (SWEARING, THREAT)}, True),
        ({"status": IncidentStatus.CONFIRMED}, True),
        ({"status": IncidentStatus.WITHDRAWN}, False),
        ({"certainty": Certainty.PRESUMED}, False),
        ({"caller": None, "certainty": None}, False),
        ({"answered": EARLIER_REGISTER}, False),
        ({"at": start_of_day(FIRST)}, True),
        ({"at": start_of_day(FIRST) - SECOND}, False),
        ({"at": start_of_day(LAST + timedelta(days=1)) - SECOND}, True),
        ({"at": start_of_day(LAST + timedelta(days=1))}, False),
    ],
    ids=str,
)
def test_sure_calls_of_these_days(store: Store, changes: dict[str, Any], found: bool) -> None:
    incident = called(store, **changes)
    with store.reading() as reading:
        calls = reading.sure_calls(FIRST, LAST)
    assert [call.id for call in calls] == ([incident] if found else [])
    assert all(call.kinds == changes.get("kinds", (SWEARING,)) for call in calls)


TWELFTH = date(2026, 11, 12)
AT_TWELFTH = start_of_day(TWELFTH)


@pytest.mark.parametrize(
    ("changes", "heard"),
    [
        ({"delivered": on_the_day(TWELFTH)}, Heard(delivered_at=AT_TWELFTH)),
        ({}, None),
        (NONE | {"decided_on": TWELFTH}, Heard(none_on=TWELFTH)),
        ({"delivered": on_the_day(TWELFTH), "caller": CallerId(2)}, None),
        ({"delivered": on_the_day(TWELFTH), "incidents": (IncidentId(2),)}, None),
    ],
    ids=str,
)
def test_when_a_caller_heard_of_a_decision(
    store: Store, changes: dict[str, Any], heard: Heard | None
) -> None:
    called(store)
    called(store)
    stored_decision(store, **{"incidents": (IncidentId(1),)} | changes)
    with store.reading() as reading:
        assert reading.heard([IncidentId(1)]) == ({IncidentId(1): heard} if heard else {})


def test_the_first_of_several_decisions_is_what_the_caller_heard(store: Store) -> None:
    called(store)
    later = TWELFTH + timedelta(days=3)
    for day in (later, TWELFTH):
        stored_decision(store, incidents=(IncidentId(1),), delivered=on_the_day(day))
        stored_decision(store, incidents=(IncidentId(1),), **NONE, decided_on=day)
    with store.reading() as reading:
        assert reading.heard([IncidentId(1)]) == {IncidentId(1): Heard(AT_TWELFTH, TWELFTH)}
        assert reading.heard([]) == {}


@pytest.mark.parametrize("how", EndKind)
def test_what_was_annulled_was_never_heard(store: Store, how: EndKind) -> None:
    called(store)
    taken = stored_decision(store, incidents=(IncidentId(1),), delivered=on_the_day(TWELFTH))
    with store.writing(story.deed("maatregel end")) as tx:
        tx.replace_decision(replace(taken, ended=Ended(how, LAST, "x")))
    with store.reading() as reading:
        assert bool(reading.heard([IncidentId(1)])) is (how is not EndKind.ANNULLED)


BEFORE, AFTER = FIRST - timedelta(days=1), LAST + timedelta(days=1)


@pytest.mark.parametrize(
    ("decided", "objection", "found"),
    [
        (FIRST, None, True),
        (LAST, None, True),
        (BEFORE, None, False),
        (AFTER, None, False),
        (BEFORE, Objection(FIRST, AFTER), True),
        (BEFORE, Objection(LAST, AFTER), True),
        (BEFORE, Objection(BEFORE, AFTER), False),
        (BEFORE, Objection(AFTER, AFTER), False),
        (BEFORE, Objection(BEFORE, AFTER, FIRST, Verdict.UPHELD, "x"), True),
        (BEFORE, Objection(BEFORE, AFTER, LAST, Verdict.UPHELD, "x"), True),
        (BEFORE, Objection(BEFORE, AFTER, AFTER, Verdict.UPHELD, "x"), False),
        (FIRST, Objection(FIRST, AFTER, LAST, Verdict.UPHELD, "x"), True),
    ],
    ids=str,
)
def test_decisions_of_these_days_with_what_was_brought_in_against_them(
    store: Store, decided: date, objection: Objection | None, found: bool
) -> None:
    called(store)
    taken = stored_decision(store, decided_on=decided, incidents=(IncidentId(1),))
    with store.writing(story.deed("maatregel bezwaar")) as tx:
        tx.replace_decision(replace(taken, objection=objection))
        kept = tx.decision(taken.id)
    with store.reading() as reading:
        assert list(reading.decisions_between(FIRST, LAST)) == ([kept] if found else [])


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        (start_of_day(FIRST) - SECOND, 0),
        (start_of_day(FIRST), 1),
        (datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC), 1),
        (datetime(2026, 11, 30, 23, tzinfo=UTC), 0),
    ],
)
def test_good_calls_of_these_days(store: Store, at: datetime, counts: int) -> None:
    measure = stored_decision(store).id
    with store.writing(story.deed("goed")) as tx:
        tx.add_good_call(GoodCall(measure, at, "Mia de Vries"))
    with store.reading() as reading:
        assert reading.count_good_calls(FIRST, LAST) == counts
