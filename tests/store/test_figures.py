"""What the report counts and what it leaves out, on the real file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from fake_figures import figures_of
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.ports.logbook import Store
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.figures import MOST_NAMED, Figures, RepeatCaller
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import NewIncident
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Certainty, Channel, IncidentStatus, PoliceReport, Severity
from agressielog.storage.schema import bring_up_to_date
from agressielog.storage.store import SqliteStore
from agressielog.storage.writing import SqliteWriting

OCTOBER = period_of(PeriodSort.MONTH, date(2026, 10, 1))
#: A Tuesday at two in the afternoon, in summer time.
TUESDAY = datetime(2026, 10, 6, 12, tzinfo=UTC)


def figures(store: Store, period: Period = OCTOBER) -> Figures:
    with store.reading() as reading:
        return reading.figures(period)


def stored(store: Store, **changes: Any) -> None:
    story.stored(store, **{"at": TUESDAY} | changes)


def test_an_empty_logbook_counts_nothing(sqlite_store: SqliteStore) -> None:
    assert figures(sqlite_store) == Figures()


def test_one_incident_is_counted_in_every_list(sqlite_store: SqliteStore) -> None:
    stored(sqlite_store, team="KCC", subject="paspoort")
    found = figures(sqlite_store)
    assert found == Figures(
        total=1,
        per_kind=((story.SWEARING, 1),),
        per_severity=((Severity.LIGHT, 1),),
        per_team=(("KCC", 1),),
        per_channel=((Channel.TELEPHONE, 1),),
        per_subject=(("paspoort", 1),),
        per_police_report=((PoliceReport.NO, 1),),
        per_hour_and_weekday=((14, 1, 1),),
        per_day=((date(2026, 10, 6), 1),),
    )


@pytest.mark.parametrize(
    ("moment", "in_october"),
    [
        ("2026-09-30T21:59:59+00:00", False),
        ("2026-09-30T22:00:00+00:00", True),
        ("2026-10-31T22:59:59+00:00", True),
        ("2026-10-31T23:00:00+00:00", False),
    ],
)
def test_a_month_begins_and_ends_at_midnight_in_amsterdam(
    sqlite_store: SqliteStore, moment: str, in_october: bool
) -> None:
    stored(sqlite_store, at=datetime.fromisoformat(moment))
    assert figures(sqlite_store).total == in_october


@pytest.mark.parametrize(
    ("status", "counted"),
    [
        (IncidentStatus.REPORTED, 1),
        (IncidentStatus.CONFIRMED, 1),
        (IncidentStatus.REJECTED, 0),
        (IncidentStatus.WITHDRAWN, 0),
    ],
)
def test_what_was_rejected_or_withdrawn_does_not_count(
    sqlite_store: SqliteStore, status: IncidentStatus, counted: int
) -> None:
    stored(sqlite_store, status=status)
    found = figures(sqlite_store)
    assert found.total == len(found.per_kind) == len(found.per_day) == counted


def test_only_the_main_kind_counts(sqlite_store: SqliteStore) -> None:
    stored(sqlite_store, kinds=(story.SWEARING, story.THREAT))
    assert figures(sqlite_store).per_kind == ((story.SWEARING, 1),)


def test_the_most_frequent_stands_first_and_equals_in_alphabetical_order(sqlite_store: SqliteStore) -> None:
    for kind in ("schreeuwen", "drammen", "bedreiging", "schreeuwen"):
        stored(sqlite_store, kinds=(KindCode(kind),))
    assert figures(sqlite_store).per_kind == (("schreeuwen", 2), ("bedreiging", 1), ("drammen", 1))


def test_a_team_is_the_same_in_capitals(sqlite_store: SqliteStore) -> None:
    for team in ("kcc", "KCC", None, "Kcc", "Balie"):
        stored(sqlite_store, team=team)
    assert figures(sqlite_store).per_team == (("KCC", 3), ("Balie", 1), (None, 1))


def test_a_subject_is_the_same_in_capitals(sqlite_store: SqliteStore) -> None:
    for subject in ("Parkeren", "parkeren", None):
        stored(sqlite_store, subject=subject)
    assert figures(sqlite_store).per_subject == (("Parkeren", 2), (None, 1))


def test_sunday_is_the_last_day_of_the_week(sqlite_store: SqliteStore) -> None:
    stored(sqlite_store, at=datetime(2026, 10, 11, 20, tzinfo=UTC))
    assert figures(sqlite_store).per_hour_and_weekday == ((22, 6, 1),)


def test_what_was_done_is_counted_each_and_together(sqlite_store: SqliteStore) -> None:
    stored(sqlite_store, warned=True, ended=True)
    stored(sqlite_store, handed_over=True, police=True, our_fault=True)
    stored(sqlite_store, incomplete=True, number=Withheld())
    found = figures(sqlite_store)
    assert (found.warned, found.ended, found.handed_over, found.any_limit) == (1, 1, 1, 2)
    assert (found.police, found.our_fault, found.incomplete, found.withheld) == (1, 1, 1, 1)


class TestRepeatCallers:
    """Who came back, told in masked numbers."""

    @pytest.fixture
    def caller(self, sqlite_store: SqliteStore) -> CallerId:
        return story.stored_caller(sqlite_store, story.MOBILE, story.LANDLINE).id

    def test_twice_is_repeated(self, sqlite_store: SqliteStore, caller: CallerId) -> None:
        for _ in range(2):
            stored(sqlite_store, caller=caller, certainty=Certainty.CERTAIN)
        found = figures(sqlite_store)
        assert (found.callers, found.repeating) == (1, 1)
        assert found.repeat_callers == (RepeatCaller(caller, 2, (story.MOBILE, story.LANDLINE)),)

    def test_once_a_month_is_not_repeated(self, sqlite_store: SqliteStore, caller: CallerId) -> None:
        for at in (TUESDAY, TUESDAY + timedelta(days=31)):
            stored(sqlite_store, at=at, caller=caller, certainty=Certainty.CERTAIN)
        found = figures(sqlite_store)
        assert (found.callers, found.repeating, found.repeat_callers) == (1, 0, ())

    def test_a_presumed_caller_is_not_counted(self, sqlite_store: SqliteStore, caller: CallerId) -> None:
        for _ in range(2):
            stored(sqlite_store, caller=caller, certainty=Certainty.PRESUMED)
        found = figures(sqlite_store)
        assert (found.total, found.callers, found.repeating) == (2, 0, 0)

    def test_criticism_makes_nobody_a_repeat_caller(
        self, sqlite_store: SqliteStore, caller: CallerId
    ) -> None:
        sure = {"caller": caller, "certainty": Certainty.CERTAIN}
        stored(sqlite_store, **sure)
        stored(sqlite_store, kinds=(story.CRITICISM,), severity=Severity.NONE, **sure)
        found = figures(sqlite_store)
        assert (found.callers, found.repeating) == (1, 0)

    @pytest.mark.parametrize("kinds", [(story.BREACH,), (story.CRITICISM, story.BREACH)])
    def test_a_breach_of_a_contact_ban_counts_although_it_weighs_nothing(
        self, sqlite_store: SqliteStore, caller: CallerId, kinds: tuple[KindCode, ...]
    ) -> None:
        for _ in range(2):
            stored(
                sqlite_store,
                kinds=kinds,
                severity=Severity.NONE,
                caller=caller,
                certainty=Certainty.CERTAIN,
            )
        found = figures(sqlite_store)
        assert (found.repeating, found.repeat_callers) == (1, ())

    def test_only_what_weighs_is_named_with_a_caller(
        self, sqlite_store: SqliteStore, caller: CallerId
    ) -> None:
        for kinds, severity in (
            ((story.BREACH,), Severity.NONE),
            ((story.SWEARING,), Severity.LIGHT),
            ((story.SWEARING,), Severity.LIGHT),
        ):
            stored(sqlite_store, kinds=kinds, severity=severity, caller=caller, certainty=Certainty.CERTAIN)
        (named,) = figures(sqlite_store).repeat_callers
        assert named.incidents == 2

    def test_a_number_that_is_only_presumed_is_not_named(self, sqlite_store: SqliteStore) -> None:
        presumed = story.stored_caller(sqlite_store, story.MOBILE, certainty=Certainty.PRESUMED).id
        for _ in range(2):
            stored(sqlite_store, caller=presumed, certainty=Certainty.CERTAIN)
        assert figures(sqlite_store).repeat_callers == (RepeatCaller(presumed, 2, ()),)

    def test_who_came_most_often_stands_first_and_the_rest_is_only_counted(
        self, sqlite_store: SqliteStore
    ) -> None:
        callers = [story.stored_caller(sqlite_store).id for _ in range(MOST_NAMED + 2)]
        with sqlite_store.writing(story.deed()) as tx:
            tx.add_incidents(
                story.new_incident(at=TUESDAY, caller=caller, certainty=Certainty.CERTAIN)
                for caller in [*callers, *callers, callers[-1]]
            )
        found = figures(sqlite_store)
        assert (found.repeating, len(found.repeat_callers)) == (MOST_NAMED + 2, MOST_NAMED)
        first, second = found.repeat_callers[:2]
        assert (first.caller, first.incidents, second.caller) == (callers[-1], 3, callers[0])


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    """A logbook of three callers in memory, for the many small ones of the law below."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        bring_up_to_date(opened)
        tx = SqliteWriting(opened, story.deed())
        for place in range(3):
            caller = tx.add_caller(NewCaller())
            number = PhoneNumber(f"+3161234567{place}")
            tx.link(caller.id, NumberLink(number, Certainty.CERTAIN, story.TODAY))
        yield opened


def _incident(at: datetime, who: tuple[int, Certainty] | None, **facts: Any) -> NewIncident:
    caller, certainty = who or (None, None)
    return story.new_incident(at=at, caller=caller, certainty=certainty, **facts)


_KINDS = st.sampled_from([kind.code for kind in story.policy().kinds])
_MOMENTS = st.datetimes(datetime(2025, 12, 20), datetime(2027, 1, 10), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given
_INCIDENTS = st.lists(
    st.builds(
        _incident,
        at=_MOMENTS.map(lambda at: at.replace(microsecond=0)),
        who=st.none() | st.tuples(st.integers(1, 3), st.sampled_from(Certainty)),
        number=st.sampled_from([None, Withheld(), story.MOBILE]),
        kinds=st.lists(_KINDS, min_size=1, max_size=3, unique=True).map(tuple),
        severity=st.sampled_from(Severity),
        channel=st.sampled_from(Channel),
        team=st.sampled_from([None, "KCC", "Balie"]),
        subject=st.sampled_from([None, "paspoort", "parkeren"]),
        status=st.sampled_from(IncidentStatus),
        warned=st.booleans(),
        ended=st.booleans(),
        handed_over=st.booleans(),
        police=st.booleans(),
        our_fault=st.booleans(),
        incomplete=st.booleans(),
    ),
    max_size=40,
)
_DAYS = st.dates(date(2025, 12, 20), date(2027, 1, 10))


def _in_any_order(figures: Figures) -> dict[str, object]:
    values = {field.name: getattr(figures, field.name) for field in fields(figures)}
    return {
        name: sorted(value, key=repr) if isinstance(value, tuple) else value for name, value in values.items()
    }


@given(incidents=_INCIDENTS, sort=st.sampled_from(PeriodSort), day=_DAYS)
def test_the_file_counts_what_a_person_would_tally(
    connection: sqlite3.Connection, incidents: list[NewIncident], sort: PeriodSort, day: date
) -> None:
    period = period_of(sort, day)
    connection.execute("BEGIN")
    try:
        tx = SqliteWriting(connection, story.deed())
        tx.add_incidents(incidents)
        callers = {caller.id: caller for caller in tx.callers()}
        tallied = figures_of(list(tx.each_incident()), callers, period)
        assert _in_any_order(tx.figures(period)) == _in_any_order(tallied)
    finally:
        connection.execute("ROLLBACK")
