"""What every logbook promises about incidents; the same tests over the fake and SQLite."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import story
from story import LANDLINE, MOBILE, NOW, OTHER_MOBILE, SHOUTING, SWEARING, THREAT, TODAY

from agressielog.application.errors import IncidentNotFound, LogbookMissing
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import IncidentFilter
from agressielog.domain.aftercare import AftercareGround
from agressielog.domain.caller import NewCaller
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, IncidentFacts, NewIncident, NewPromise, Promise
from agressielog.domain.phone import Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    IncidentStatus,
    PoliceReport,
    Severity,
)

FULL = story.new_incident(
    at=datetime(2026, 3, 29, 0, 30, 15, tzinfo=UTC),
    recorded_at=NOW,
    number=LANDLINE,
    number_typed="(020) 123 45 67",
    name_told="Renée van den Berg",
    customer_number_told="K-001",
    caller=CallerId(1),
    certainty=Certainty.PRESUMED,
    kinds=(THREAT, SWEARING, SHOUTING),
    severity=Severity.SEVERE,
    channel=Channel.SOCIAL_MEDIA,
    team="Team Zuid",
    subject="bezwaar",
    reporter="Zoë",
    account="Regel een\nRegel twee\t\x1b[31m\u202e\u200b 'quote\" \U0001f4a9",
    quote="ik weet waar je woont",
    warned=True,
    ended=True,
    handed_over=True,
    police=True,
    our_fault=True,
    refused="kwijtschelding",
    helped="rustig herhalen",
    apologised_on=date(2026, 4, 1),
    police_report=PoliceReport.CONSIDER,
    status=IncidentStatus.CONFIRMED,
    incomplete=True,
    answered=EARLIER_REGISTER,
    aftercare=AftercareGround.ASKED,
)
EMPTY = story.new_incident(
    number=None, number_typed=None, team=None, subject=None, account="", incomplete=True
)


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(FULL, id="every field filled"),
        pytest.param(EMPTY, id="as little as possible"),
        pytest.param(story.new_incident(number=Withheld(), number_typed="anoniem"), id="withheld"),
    ],
)
def test_an_incident_comes_back_as_it_was_told(store: Store, new: NewIncident) -> None:
    with store.writing(story.deed()) as tx:
        tx.add_caller(NewCaller())
        added = tx.add_incident(new)
    with store.reading() as reading:
        found = reading.incident(added.id)
    assert found == added
    for name in IncidentFacts.__dataclass_fields__:
        assert getattr(found, name) == getattr(new, name), name


def test_incidents_are_numbered_from_one(store: Store) -> None:
    assert [story.stored(store).id for _ in range(3)] == [1, 2, 3]


def test_a_moment_is_kept_in_utc_to_the_second(store: Store) -> None:
    summer_time = timezone(timedelta(hours=2))
    found = story.stored(store, at=datetime(2026, 7, 1, 14, 30, 59, 999_999, tzinfo=summer_time))
    assert found.at.isoformat() == "2026-07-01T12:30:59+00:00"


def test_an_incident_that_is_not_there_raises(store: Store) -> None:
    with store.reading() as reading, pytest.raises(IncidentNotFound) as caught:
        reading.incident(IncidentId(1))
    assert caught.value.incident == 1


def test_an_incident_is_found_by_the_identity_its_client_gave_it(store: Store) -> None:
    added = story.stored(store)
    with store.reading() as reading:
        assert reading.incident_by_ulid(added.ulid) == added
        assert reading.incident_by_ulid(story.ulid()) is None


def test_known_identities_are_told_from_new_ones_by_the_thousand(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        known = [tx.add_incident(story.new_incident()).ulid for _ in range(3)]
    with store.reading() as reading:
        asked = [known[0], *(story.ulid() for _ in range(1200)), known[2]]
        assert reading.known_ulids(asked) == {known[0], known[2]}
        assert reading.known_ulids([]) == frozenset()


def test_each_incident_comes_once_lowest_number_first(store: Store) -> None:
    with store.writing(story.deed("import")) as tx:
        amount = tx.add_incidents(
            story.new_incident(at=NOW - timedelta(minutes=n), kinds=(SWEARING, THREAT)) for n in range(1050)
        )
    with store.reading() as reading:
        found = list(reading.each_incident())
    assert amount == 1050
    assert [incident.id for incident in found] == list(range(1, 1051))
    assert {incident.kinds for incident in found} == {(SWEARING, THREAT)}


def test_the_incident_that_happened_last_comes_first_and_of_equals_the_one_told_last(store: Store) -> None:
    early = story.stored(store, at=NOW)
    first = story.stored(store, at=NOW + timedelta(hours=2))
    second = story.stored(store, at=NOW + timedelta(hours=2))
    entered_late = story.stored(store, at=NOW - timedelta(days=40))
    with store.reading() as reading:
        assert reading.incidents(IncidentFilter()) == [second, first, early, entered_late]


@pytest.fixture
def varied(store: Store) -> Store:
    """Seven incidents, each of which differs from the first in one thing that a filter asks for."""
    with store.writing(story.deed()) as tx:
        one, two = tx.add_caller(NewCaller()).id, tx.add_caller(NewCaller()).id
        mine = {"caller": one, "certainty": Certainty.CERTAIN, "kinds": (SWEARING,), "at": NOW}
        for changes in (
            {},
            {"at": NOW - timedelta(days=3)},
            {"kinds": (THREAT, SWEARING), "severity": Severity.SEVERE},
            {"caller": two, "certainty": Certainty.PRESUMED},
            {"number": OTHER_MOBILE},
            {"team": "Team Zuid", "reporter": "Ali"},
            {"incomplete": True, "account": "", "kinds": (SHOUTING,)},
        ):
            tx.add_incident(story.new_incident(**{**mine, **changes}))
    return store


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (IncidentFilter(), [7, 6, 5, 4, 3, 1, 2]),
        (IncidentFilter(since=TODAY), [7, 6, 5, 4, 3, 1]),
        (IncidentFilter(until=TODAY - timedelta(days=1)), [2]),
        (IncidentFilter(since=TODAY - timedelta(days=3), until=TODAY - timedelta(days=3)), [2]),
        (IncidentFilter(since=TODAY + timedelta(days=1)), []),
        (IncidentFilter(kind=SWEARING), [6, 5, 4, 3, 1, 2]),
        (IncidentFilter(kind=THREAT), [3]),
        (IncidentFilter(kind=KindCode("niemand")), []),
        (IncidentFilter(severity=Severity.SEVERE), [3]),
        (IncidentFilter(caller=CallerId(2)), [4]),
        (IncidentFilter(number=OTHER_MOBILE), [5]),
        (IncidentFilter(team="Team Zuid"), [6]),
        (IncidentFilter(team="team zuid"), [6]),
        (IncidentFilter(reporter="Ali"), [6]),
        (IncidentFilter(reporter="aLI"), [6]),
        (IncidentFilter(incomplete=True), [7]),
        (IncidentFilter(limit=2), [7, 6]),
        (IncidentFilter(limit=0), []),
        (IncidentFilter(kind=SWEARING, limit=3), [6, 5, 4]),
        (IncidentFilter(caller=CallerId(1), number=MOBILE, kind=SWEARING, team="Balie"), [3, 1, 2]),
        (
            IncidentFilter(
                since=TODAY,
                until=TODAY,
                kind=SHOUTING,
                severity=Severity.LIGHT,
                caller=CallerId(1),
                number=MOBILE,
                team="Balie",
                reporter="Mia de Vries",
                incomplete=True,
                limit=5,
            ),
            [7],
        ),
    ],
    ids=str,
)
def test_every_filter_that_is_set_narrows(varied: Store, wanted: IncidentFilter, numbers: list[int]) -> None:
    with varied.reading() as reading:
        assert [incident.id for incident in reading.incidents(wanted)] == numbers


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
    ids=str,
)
def test_the_days_of_a_filter_are_those_of_amsterdam(store: Store, at: datetime, day: date) -> None:
    found = story.stored(store, at=at)
    with store.reading() as reading:
        assert reading.incidents(IncidentFilter(since=day, until=day)) == [found]
        assert not reading.incidents(IncidentFilter(until=day - timedelta(days=1)))
        assert not reading.incidents(IncidentFilter(since=day + timedelta(days=1)))


def test_promises_are_numbered_over_all_incidents_and_keep_their_order(store: Store) -> None:
    due = date(2026, 12, 1)
    one = story.stored(store, promises=(NewPromise("terugbellen", due), NewPromise("brief sturen")))
    two = story.stored(store, promises=(NewPromise("nog eens bellen"),))
    assert one.promises == (
        Promise(PromiseId(1), "terugbellen", due),
        Promise(PromiseId(2), "brief sturen"),
    )
    assert [promise.id for promise in two.promises] == [3]


def test_a_promise_made_later_comes_after_the_others(store: Store) -> None:
    told = story.stored(store, promises=(NewPromise("terugbellen"),))
    with store.writing(story.deed("edit")) as tx:
        tx.add_promises(told.id, [NewPromise("klacht doorsturen", TODAY)])
    with store.reading() as reading:
        found = reading.incident(told.id)
    assert [promise.what for promise in found.promises] == ["terugbellen", "klacht doorsturen"]
    assert all(promise.done_at is None for promise in found.promises)


def test_a_promise_about_an_incident_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(IncidentNotFound), store.writing(story.deed("edit")) as tx:
        tx.add_promises(IncidentId(9), [NewPromise("terugbellen")])


def test_a_correction_replaces_every_field_but_leaves_the_promises(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        tx.add_caller(NewCaller())
        told = tx.add_incident(
            story.new_incident(kinds=(SWEARING, SHOUTING), promises=(NewPromise("bellen"),))
        )
    facts = {name: getattr(FULL, name) for name in IncidentFacts.__dataclass_fields__}
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(told, **facts, promises=()))
    with store.reading() as reading:
        assert reading.incident(told.id) == replace(told, **facts)


def test_an_incident_that_is_not_there_cannot_be_corrected(store: Store) -> None:
    with pytest.raises(IncidentNotFound), store.writing(story.deed("edit")) as tx:
        tx.replace_incident(story.incident(9))


def test_a_caller_was_last_seen_on_a_number_by_what_still_stands_and_is_sure(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        one, two = tx.add_caller(NewCaller()).id, tx.add_caller(NewCaller()).id
        for days, changes in (
            (9, {"certainty": Certainty.PRESUMED}),
            (20, {}),
            (1, {"status": IncidentStatus.WITHDRAWN}),
            (2, {"status": IncidentStatus.REJECTED}),
            (3, {"caller": two}),
            (4, {"number": OTHER_MOBILE}),
        ):
            mine = {"at": NOW - timedelta(days=days), "caller": one, "certainty": Certainty.CERTAIN}
            tx.add_incident(story.new_incident(**{**mine, **changes}))
    with store.reading() as reading:
        assert reading.last_seen(MOBILE, one) == NOW - timedelta(days=20)
        assert reading.last_seen(OTHER_MOBILE, two) is None


def test_a_missing_logbook_is_never_read_as_an_empty_one(make_store: Callable[[bool], Store]) -> None:
    store = make_store(True)
    with pytest.raises(LogbookMissing), store.reading():
        pytest.fail("there is nothing to read")


def test_only_who_may_make_a_logbook_makes_one(make_store: Callable[[bool], Store]) -> None:
    with pytest.raises(LogbookMissing), make_store(False).writing(story.deed("edit")):
        pytest.fail("there is nothing to write in")
    store = make_store(True)
    added = story.stored(store)
    with store.reading() as reading:
        assert reading.incident(IncidentId(1)) == added


def test_the_incidents_of_some_moments_are_told_by_moment_and_number(store: Store) -> None:
    at, later = NOW - timedelta(days=3), NOW - timedelta(days=2)
    first = story.stored(store, at=at, number=MOBILE)
    second = story.stored(store, at=at, number=Withheld())
    third = story.stored(store, at=later, number=None)
    story.stored(store, at=NOW - timedelta(days=1))
    with store.reading() as reading:
        found = reading.incidents_at([at + timedelta(microseconds=5), later, at, NOW])
        assert not reading.incidents_at([])
    assert {(trace.ulid, trace.at, trace.number) for trace in found} == {
        (first.ulid, first.at, MOBILE),
        (second.ulid, second.at, Withheld()),
        (third.ulid, third.at, None),
    }


def test_incidents_are_counted_whatever_the_limit(store: Store) -> None:
    for team in ("KCC", "kcc", "Balie"):
        story.stored(store, team=team)
    with store.reading() as reading:
        assert reading.count_incidents(IncidentFilter(limit=1)) == 3
        assert reading.count_incidents(IncidentFilter(team="Kcc", limit=1)) == 2
