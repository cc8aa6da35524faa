"""Pull the plug on an erasure, before each call by which it writes: who was to go is gone, or everything is there."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import canaries
import evidence
import pytest
import story
from tally import Tally
from tracing import killing, points_of, traced
from warm_desk import WarmDesk

from agressielog.storage.store import SqliteStore

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_KILLED = 137
_FEWEST_POINTS = 15
# Writing the file anew takes hundreds of calls that are all alike; a long run dies before each of them.
_AT_MOST = 10_000 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 40
# Derived, or different in every run; and whether the file was cleaned is what this is about.
_NOT_COMPARED = (
    "logboek",
    "zoekindex",
    "sqlite_",
    "_sqlite",
    "wissing",
    "gewist",
    "inzage",
    "bevroren",
    "gedeeld_onderwerp",
)
_ANYWAY = ("--ja", "--toch", "--reden", "op verzoek", "--besluit-door", "R. Smit")


@dataclass(frozen=True, slots=True)
class Case:
    """A logbook, what is typed, and the words that must be gone."""

    folder: Path
    words: tuple[str, ...]
    gone: tuple[str, ...]


@pytest.fixture(scope="module", params=["vergeet", "opschonen"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A logbook of two people, of whom one goes."""
    folder = tmp_path_factory.mktemp("before")
    desk = WarmDesk(folder)
    desk.add(number="020-1234567")
    store = SqliteStore(desk.logbook)
    if request.param == "vergeet":
        person = canaries.live(store, 1)
        return Case(folder, ("avg", "vergeet", person.code, *_ANYWAY), person.words)
    words = canaries.Words(1)
    with store.writing(story.deed("add")) as tx:
        for years in range(4, 8):
            at = story.NOW - timedelta(days=366 * years)
            text = f"Riep {words.word()} {words.word()}"
            tx.add_incident(story.new_incident(at=at, account=text, quote=words.word()))
    desk.add(number="020-7654321")
    return Case(folder, ("avg", "opschonen", "--ja"), tuple(words.told))


def _records(desk: WarmDesk) -> dict[str, list[str]]:
    with closing(sqlite3.connect(desk.logbook)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(_NOT_COMPARED)
        ]
        return {
            table: [repr(row) for row in connection.execute(f"SELECT * FROM {table}")] for table in tables
        }


def _start(case: Case, folder: Path) -> WarmDesk:
    return WarmDesk(Path(shutil.copytree(case.folder, folder)))


@pytest.mark.timeout(900)
def test_an_erasure_that_is_killed_anywhere_has_done_all_or_nothing_and_can_be_finished(
    case: Case, tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    whole = _start(case, tmp_path / "whole")
    untouched = _records(whole)
    points = points_of(whole.fork(*case.words), tmp_path / "calls.log")
    done = _records(whole)

    assert done != untouched
    assert {word for word, _ in canaries.hits(case.gone, case.folder)} == set(case.gone)
    assert canaries.hits(case.gone, whole.logbook) == []
    assert len(points) >= _FEWEST_POINTS, points
    chosen = points[:: len(points) // _AT_MOST + 1]
    seen: set[bool] = set()
    tally = Tally("half_gedaan", "kapot", "gevonden")
    for number, point in enumerate(chosen):
        desk = _start(case, tmp_path / str(number))
        outcome = traced(desk.fork(*case.words), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        found = _records(desk)
        with tally.counting("half_gedaan"):
            assert found in (untouched, done), point
        with tally.counting("kapot"):
            assert evidence.unexplained(desk.logbook) == [], point
        if found == done:
            assert desk.warm("avg", "vergeet", "--afmaken").status == 0
            with tally.counting("gevonden"):
                assert canaries.hits(case.gone, desk.home) == [], point
        seen.add(found == done)
        shutil.rmtree(desk.home)
    tell_result("afgeschoten tijdens wissen of opschonen", len(chosen), **tally.counted)
    tally.assert_nothing_found()
    assert seen == {True, False}, "some points come before the commit and some after it"
