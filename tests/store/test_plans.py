"""How SQLite answers what the desk asks: by searching an index, never by walking through a table."""

import itertools
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import story
from story import NOW, SHOUTING, SWEARING, TODAY

from agressielog.application.look_up import (
    look_up_caller,
    look_up_customer_number,
    look_up_name,
    look_up_number,
)
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.promises import list_promises
from agressielog.application.record import record
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import NewPromise
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.search_words import SearchWords
from agressielog.domain.vocabulary import Certainty, Country, Severity
from agressielog.storage import looks
from agressielog.storage import store as store_module
from agressielog.storage.connection import connect
from agressielog.storage.store import SqliteStore

CALLERS, INCIDENTS = 600, 3000
ASKED = PhoneNumber("+31610000042")

_GROWING = re.compile(r"\bSCAN (incident|beller|beller_nummer|bijsoort|toezegging|logboek|samenvoeging)\b")


class _Telling(sqlite3.Connection):
    """A connection that remembers every statement with its values, as the program gave them."""

    told: list[tuple[str, tuple[object, ...]]]

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        values = tuple(parameters) if isinstance(parameters, list | tuple) else ()
        self.told.append((sql, values))
        return super().execute(sql, values)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A logbook with some thousands of incidents, five for each caller."""
    store = SqliteStore(tmp_path_factory.mktemp("vol") / "logboek.db", may_create=True)
    with store.writing(story.deed("import"), large=True) as tx:
        for number in range(CALLERS):
            new = tx.add_caller(NewCaller(name=f"Beller {number}", customer_number=f"K{number}"))
            link = NumberLink(PhoneNumber(f"+316{10_000_000 + number}"), Certainty.CERTAIN, TODAY)
            tx.link(new.id, link)
        tx.add_incidents(
            story.new_incident(
                at=NOW - timedelta(hours=number),
                number=PhoneNumber(f"+316{10_000_000 + number % CALLERS}"),
                caller=CallerId(number % CALLERS + 1),
                certainty=Certainty.CERTAIN,
                kinds=(SWEARING, SHOUTING) if number % 3 else (SHOUTING,),
                team=f"Team {number % 7}",
                reporter=f"Melder {number % 11}",
                incomplete=number % 50 == 0,
                promises=(NewPromise("bellen"),) if number % 9 == 0 else (),
            )
            for number in range(INCIDENTS)
        )
    return store.path


@pytest.fixture
def store(filled: Path) -> SqliteStore:
    """The filled logbook."""
    return SqliteStore(filled)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, tuple[object, ...]]]]:
    """Every statement that the store sends from now on."""
    statements: list[tuple[str, tuple[object, ...]]] = []
    real = sqlite3.connect

    def connect_telling(path: Path, patience: float) -> sqlite3.Connection:
        with monkeypatch.context() as patch:
            patch.setattr(
                sqlite3,
                "connect",
                lambda *arguments, **options: real(*arguments, factory=_Telling, **options),
            )
            _Telling.told = statements
            return connect(path, patience)

    monkeypatch.setattr(store_module, "connect", connect_telling)
    yield statements
    del _Telling.told


def _assert_no_table_is_walked(
    path: Path, told: list[tuple[str, tuple[object, ...]]], least: int = 1
) -> None:
    asked = [(sql, values) for sql, values in told if sql.lstrip().startswith("SELECT")]
    assert len(asked) >= least, "nothing was asked"
    with closing(sqlite3.connect(path)) as connection:
        for sql, values in asked:
            plan = "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
            assert not _GROWING.search(plan), f"{sql}\n{plan}"


def test_a_look_up_by_number_searches(store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]) -> None:
    answer = look_up_number(store, ASKED, story.policy(), TODAY)
    assert [seen.record.total for seen in answer.callers] == [5]
    _assert_no_table_is_walked(store.path, told, least=5)


def test_a_look_up_by_caller_name_or_customer_number_searches(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]
) -> None:
    look_up_caller(store, CallerId(42), story.policy(), TODAY)
    look_up_name(store, "beller 41", story.policy(), TODAY)
    answer = look_up_customer_number(store, "K41", story.policy(), TODAY)
    assert [seen.record.total for seen in answer.callers] == [5]
    _assert_no_table_is_walked(store.path, told, least=12)


FILTERS: dict[str, object] = {
    "since": TODAY - timedelta(days=30),
    "until": TODAY - timedelta(days=3),
    "kind": SHOUTING,
    "severity": Severity.LIGHT,
    "caller": CallerId(42),
    "number": ASKED,
    "team": "Team 3",
    "reporter": "Melder 3",
    "incomplete": True,
}


@pytest.mark.parametrize(
    "names",
    [
        (),
        *itertools.combinations(FILTERS, 1),
        *itertools.combinations(FILTERS, 2),
        tuple(FILTERS),
    ],
    ids=lambda names: "+".join(names) or "none",
)
def test_a_list_searches_whatever_it_is_filtered_by(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]], names: tuple[str, ...]
) -> None:
    wanted = IncidentFilter(limit=20, **{name: FILTERS[name] for name in names})  # type: ignore[arg-type]
    with store.reading() as reading:
        found = reading.incidents(wanted)
    assert found or len(names) > 1
    _assert_no_table_is_walked(store.path, told)


def test_the_newest_twenty_are_found_without_sorting_all(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]
) -> None:
    for wanted in (
        IncidentFilter(limit=20),
        IncidentFilter(limit=20, team="Team 3"),
        IncidentFilter(limit=20, incomplete=True),
    ):
        with store.reading() as reading:
            assert len(reading.incidents(wanted)) == 20
    listed = [(sql, values) for sql, values in told if "ORDER BY op DESC" in sql]
    assert len(listed) == 3
    with closing(sqlite3.connect(store.path)) as connection:
        for sql, values in listed:
            plan = "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
            assert "TEMP B-TREE FOR ORDER BY" not in plan, f"{sql}\n{plan}"


def test_a_search_an_incident_and_its_versions_search(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]
) -> None:
    with store.reading() as reading:
        (newest,) = reading.search(SearchWords.parse("naheffing beller 4"), 1)
        reading.incident(newest.id)
        reading.incident_by_ulid(newest.ulid)
        reading.known_ulids([newest.ulid])
        assert len(reading.versions(newest.id)) == 1
        assert reading.last_merge(CallerId(1)) is None
    _assert_no_table_is_walked(store.path, told, least=8)


def test_what_we_still_have_to_keep_is_found_without_walking_the_incidents(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]
) -> None:
    assert len(list_promises(store, TODAY, Country.NETHERLANDS)) > 10
    assert len(list_promises(store, TODAY, Country.NETHERLANDS, asked="B10")) == 2
    _assert_no_table_is_walked(store.path, told, least=10)


def test_recording_a_call_searches_too(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]
) -> None:
    other = PhoneNumber("+31610000100")
    recorded = record(store, story.deed(), story.account(number=other, name="Beller 100"), story.policy())
    assert recorded.caller is not None
    assert recorded.caller.id == 101
    _assert_no_table_is_walked(store.path, told, least=10)


def test_everybody_who_was_merged_into_somebody_is_found_without_walking_the_callers(
    store: SqliteStore, told: list[tuple[str, tuple[object, ...]]]
) -> None:
    with store.reading() as reading:
        assert reading.merged_into(CallerId(1)) == []
    _assert_no_table_is_walked(store.path, told)


def test_a_look_is_kept_without_walking_the_callers(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        plan = "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {looks.SEEN}", [1, 1]))
    assert "SEARCH beller USING COVERING INDEX beller_samengevoegd_met (samengevoegd_met=?)" in plan
    assert "AUTOMATIC" not in plan
