"""A logbook that is made to be measured is a logbook like any other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from benchmarks.logbooks import SEED, fill
from benchmarks.made_up import CALLS, days_of, made_up_callers
from benchmarks.material import IN_FORCE, NOTING, UNKNOWN, register

from agressielog import start
from agressielog.cli.main import run
from agressielog.domain.dutch_number import dutch_key
from agressielog.settings.demo_texts import demo_material

CALLERS = 120
LAST_DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def logbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small one."""
    path = tmp_path_factory.mktemp("meting") / "logboek.db"
    fill(path, CALLERS, lambda _stored: None)
    return path


@pytest.fixture
def asked(logbook: Path) -> Iterator[sqlite3.Connection]:
    """The logbook, to ask it anything."""
    with closing(sqlite3.connect(f"file:{logbook}?mode=ro", uri=True)) as connection:
        yield connection


def test_check_finds_nothing_to_say_about_it(logbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(logbook), "check"]) == 0
    assert capsys.readouterr().err == ""


def test_every_caller_has_as_many_incidents_and_some_have_measures_and_promises(
    asked: sqlite3.Connection,
) -> None:
    per_caller = asked.execute("SELECT DISTINCT count(*) FROM incident GROUP BY beller").fetchall()
    assert per_caller == [(CALLS,)]
    assert asked.execute("SELECT count(*) FROM beller").fetchone() == (CALLERS,)
    for table in ("maatregel", "toezegging", "kaart"):
        assert asked.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0


def test_somebody_has_a_measure_in_force_to_look_up(asked: sqlite3.Connection) -> None:
    (number,) = asked.execute(IN_FORCE).fetchone()
    assert number.startswith("+31")


def test_a_search_on_the_unknown_number_finds_nobody(asked: sqlite3.Connection) -> None:
    found = asked.execute("SELECT 1 FROM beller_nummer WHERE nummer = ?", [dutch_key(UNKNOWN)])
    assert dutch_key(UNKNOWN) is not None
    assert found.fetchone() is None


def test_the_same_seed_makes_the_same_callers() -> None:
    first, again = (list(made_up_callers(demo_material(), 30, LAST_DAY, seed)) for seed in (SEED, SEED))
    other = list(made_up_callers(demo_material(), 30, LAST_DAY, SEED + 1))
    assert first == again != other


def test_no_number_can_be_anybodys() -> None:
    callers = list(made_up_callers(demo_material(), 2000, LAST_DAY, SEED))
    assert len({one.number for one in callers}) == 2000
    for one in callers:
        assert one.typed[3:5] == "-0"
        assert dutch_key(one.typed) == one.number.key


def test_nobody_calls_after_the_last_day() -> None:
    calls = [call for one in made_up_callers(demo_material(), 200, LAST_DAY, SEED) for call in one.calls]
    assert max(call.at.date() for call in calls) <= LAST_DAY
    assert all(
        one.calls[0].at <= one.calls[-1].at for one in made_up_callers(demo_material(), 50, LAST_DAY, SEED)
    )


def test_a_month_of_a_longer_logbook_is_no_fuller() -> None:
    assert 100_000 / days_of(100_000) == pytest.approx(10_000 / days_of(10_000), rel=0.01)


def test_a_register_is_imported_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logbook = tmp_path / "logboek.db"
    assert run(["--db", str(logbook), "import", str(register(tmp_path, 50)), "--ja"]) == 0
    capsys.readouterr()
    with closing(sqlite3.connect(logbook)) as connection:
        assert connection.execute("SELECT count(*) FROM incident").fetchone() == (50,)


def test_what_notes_a_look_still_has_that_name() -> None:
    assert callable(getattr(start, NOTING))
