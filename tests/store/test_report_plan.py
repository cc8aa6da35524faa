"""The report is answered from one index, by what the real command asks of the real file."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest
import story

from agressielog.cli.main import run
from agressielog.domain.period import Period, PeriodSort, parse_period
from agressielog.domain.vocabulary import Certainty
from agressielog.storage import figures
from agressielog.storage import store as store_module
from agressielog.storage.connection import connect
from agressielog.storage.store import SqliteStore

FROM_THE_INDEX = "SEARCH incident USING COVERING INDEX incident_cijfers (dag>? AND dag<?)"
OCTOBER = parse_period("2026-10", PeriodSort.MONTH, story.TODAY)


@pytest.fixture
def logbook(sqlite_store: SqliteStore) -> Path:
    """A logbook of a year and a half, with callers that come back."""
    fill(sqlite_store, first=datetime(2025, 6, 1, 10, tzinfo=UTC), days=520)
    return sqlite_store.path


def fill(store: SqliteStore, first: datetime, days: int) -> None:
    """Store two incidents a day."""
    callers = [story.stored_caller(store, story.MOBILE).id for _ in range(20)]
    moments = (first + timedelta(hours=12 * half) for half in range(2 * days))
    with store.writing(story.deed()) as tx:
        tx.add_incidents(
            story.new_incident(at=at, caller=caller, certainty=Certainty.CERTAIN, warned=True)
            for at, caller in zip(moments, cycle(callers), strict=False)
        )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that the program sends to a logbook, its values filled in."""
    statements: list[str] = []

    def traced(path: Path, patience: float) -> sqlite3.Connection:
        connection = connect(path, patience)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(store_module, "connect", traced)
    return statements


def plan(path: Path, statements: list[str]) -> list[str]:
    """Return the steps of the plans of those statements."""
    with closing(connect(path, 1.0)) as connection:
        return [step for told in statements for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {told}")]


@pytest.mark.parametrize("option", ["--week", "--maand", "--kwartaal", "--jaar"])
@pytest.mark.parametrize("analysed", [False, True], ids=["fresh", "analysed"])
def test_every_count_comes_from_the_covering_index(
    logbook: Path, asked: list[str], option: str, *, analysed: bool
) -> None:
    if analysed:
        with closing(connect(logbook, 1.0)) as connection:
            connection.execute("ANALYZE")
    assert run(["--db", str(logbook), "report", option, "--peildatum", "20-10-2026"]) == 0
    counts = [statement for statement in asked if "FROM incident WHERE dag BETWEEN" in statement]
    steps = plan(logbook, counts)
    visits = {step for step in steps if re.search(r"\bincident\b", step) and "bijsoort" not in step}
    assert visits == {FROM_THE_INDEX}
    # What SQLite calls a scan of a subquery walks over rows that were just grouped.
    assert not [step for step in steps if step.startswith("SCAN") and "subquery" not in step.casefold()]


@pytest.mark.parametrize("analysed", [False, True], ids=["fresh", "analysed"])
def test_what_became_of_it_is_found_without_walking_through_a_table(
    logbook: Path, asked: list[str], *, analysed: bool
) -> None:
    if analysed:
        with closing(connect(logbook, 1.0)) as connection:
            connection.execute("ANALYZE")
    assert run(["--db", str(logbook), "report", "--jaar", "--peildatum", "20-10-2026"]) == 0
    about = r"FROM (incident|maatregel|goed_gesprek|bijsoort|maatregel_incident)\b"
    steps = plan(logbook, [statement for statement in asked if re.search(about, statement)])
    grown = r"SCAN (incident|maatregel|goed_gesprek|bijsoort|maatregel_incident)\b"
    assert [step for step in steps if re.match(grown, step) and "incident_nazorg" not in step] == []
    assert [step for step in steps if "maatregel_besloten_op (besloten_op>? AND besloten_op<?)" in step]
    assert [step for step in steps if "goed_gesprek_op (op>? AND op<?)" in step]


def test_the_other_statements_search_too(logbook: Path, asked: list[str]) -> None:
    assert run(["--db", str(logbook), "report", "--maand", "2026-10"]) == 0
    with closing(connect(logbook, 1.0)) as connection:
        numbers = next(statement for statement in asked if "FROM beller_nummer" in statement)
        steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {numbers}")]
    assert steps[0] == "SEARCH beller_nummer USING PRIMARY KEY (beller=?)"


@pytest.mark.parametrize("analysed", [False, True], ids=["fresh", "analysed"])
def test_whose_a_subject_was_is_found_in_its_index(
    logbook: Path, sqlite_store: SqliteStore, asked: list[str], *, analysed: bool
) -> None:
    story.stored(sqlite_store, caller=1, certainty=Certainty.CERTAIN, ulid=story.ulid(), subject="zijn zaak")
    if analysed:
        with closing(connect(logbook, 1.0)) as connection:
            connection.execute("ANALYZE")
    with sqlite_store.reading() as reading:
        assert reading.private_subjects(frozenset({"zijn zaak"})) == {"zijn zaak"}
    (step, *_) = plan(logbook, [statement for statement in asked if "min(beller)" in statement])
    assert step == "SEARCH incident USING COVERING INDEX incident_onderwerp (onderwerp=? AND beller>?)"


def work(path: Path, count: Callable[[sqlite3.Connection, Period], object]) -> int:
    """Return how many hundreds of instructions SQLite's machine needs for October."""
    hundreds = 0

    def tick() -> int:
        nonlocal hundreds
        hundreds += 1
        return 0

    with closing(connect(path, 1.0)) as connection:
        connection.set_progress_handler(tick, 100)
        count(connection, OCTOBER)
    return hundreds


def test_a_longer_past_makes_a_month_no_more_work(logbook: Path, sqlite_store: SqliteStore) -> None:
    before = work(logbook, figures.count)
    fill(sqlite_store, first=datetime(2020, 1, 1, 10, tzinfo=UTC), days=1500)
    assert before > 10
    assert abs(work(logbook, figures.count) - before) <= 2


@pytest.fixture
def hundreds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What every connection has made SQLite's machine do since it was opened, in hundreds of instructions."""
    counted: list[int] = []

    def counting(path: Path, patience: float) -> sqlite3.Connection:
        connection = connect(path, patience)
        place = len(counted)
        counted.append(0)

        def tick() -> int:
            counted[place] += 1
            return 0

        connection.set_progress_handler(tick, 100)
        return connection

    monkeypatch.setattr(store_module, "connect", counting)
    return counted


def test_a_longer_past_makes_the_whole_report_no_more_work(
    logbook: Path, sqlite_store: SqliteStore, hundreds: list[int]
) -> None:
    def reported() -> int:
        hundreds.clear()
        assert run(["--db", str(logbook), "report", "--maand", "2026-10"]) == 0
        return sum(hundreds)

    before = reported()
    fill(sqlite_store, first=datetime(2020, 1, 1, 10, tzinfo=UTC), days=1500)
    assert before > 100
    assert reported() <= before * 1.05
