"""Pull the plug on `backup` and `restore`, before each call by which they write: a copy is whole or is none.

After each kill the logbook is the one before or the one after, and what was kept is there to the last record.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import canaries
import evidence
import pytest
import story
from states import State, state_of
from tally import Tally
from tracing import Point, killing, points_of, sampled, traced
from warm_desk import WarmDesk, like

import agressielog.cli.backup
import agressielog.cli.check
import agressielog.cli.restore
import agressielog.presentation.check_view  # noqa: F401 - loaded for the forks
from agressielog import clock
from agressielog.application.backups import make_backup
from agressielog.domain.backup_name import backups_among, kept_aside_among
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.store import SqliteStore

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_KILLED, _FEWEST_POINTS = 137, 30
_FOLDER = "reserve"
# After this many kills the same command is given once more; what is left of the killed one is judged after each.
_EVERY = 4
_FORGET = ("--ja", "--toch", "--reden", "op verzoek", "--besluit-door", "R. Smit")
_BACKUP = ("backup", "--map", _FOLDER, "--bewaar", "1")


@dataclass(frozen=True, slots=True)
class Case:
    """A folder with a logbook, a back-up made when somebody was in it, and the words of that somebody.

    Attributes:
        copy: the name of that back-up.
    """

    folder: Path
    copy: str
    gone: tuple[str, ...]

    def desks(self, tries: Path) -> Iterator[WarmDesk]:
        return like(self.folder, tries)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A logbook in which somebody was forgotten, and somebody called, since its back-up was made."""
    folder = tmp_path_factory.mktemp("before")
    desk = WarmDesk(folder)
    desk.add(number="020-1234567")
    store = SqliteStore(desk.logbook)
    person = canaries.live(store, 1)
    copies = SqliteCopies(desk.logbook, story.NOW)
    made = make_backup(store, copies, story.deed("backup"), str(folder / _FOLDER), None)
    assert desk.warm("avg", "vergeet", person.code, *_FORGET).status == 0
    desk.add(number="020-1234567", text="Een later gesprek.")
    return Case(folder, Path(made.path).name, person.words)


def _an_hour_later() -> None:
    """Let the next command be given in another second than the one that was killed."""
    later = clock.now() + timedelta(hours=1)
    clock.now = lambda: later


def _assert_well(desk: WarmDesk, where: object) -> None:
    checked = desk.warm("check")
    assert (checked.status, checked.out) == (0, ""), (where, checked)


def _assert_whole(copy: Path, expected: State, where: object) -> None:
    assert state_of(copy) == expected, where
    assert evidence.unexplained(copy) == [], where
    assert copy.stat().st_mode & 0o777 == 0o600, where


def _left_over(desk: WarmDesk) -> list[str]:
    return [path.name for path in desk.home.rglob("*") if ".kopie" in path.name or ".deel" in path.name]


@pytest.mark.timeout(900)
def test_a_back_up_that_is_killed_anywhere_counts_as_one_only_when_it_is_whole(
    case: Case, tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    desks = case.desks(tmp_path)
    desk = next(desks)
    untouched, copied = state_of(desk.logbook), state_of(desk.home / _FOLDER / case.copy)
    points = points_of(desk.fork(*_BACKUP), tmp_path / "calls.log")
    done = state_of(desk.logbook)

    assert done != untouched
    assert len(points) >= _FEWEST_POINTS, points
    chosen = sampled(points)
    seen: set[bool] = set()
    tally = Tally("half_gedaan", "halve_kopie", "kapot")
    for rank, point in enumerate(chosen):
        desk = next(desks)
        outcome = traced(desk.fork(*_BACKUP), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        found = state_of(desk.logbook)
        with tally.counting("half_gedaan"):
            assert found in (untouched, done), point
        with tally.counting("kapot"):
            _assert_well(desk, point)
        names = backups_among([path.name for path in (desk.home / _FOLDER).iterdir()])
        new = [name for name in names if name != case.copy]
        with tally.counting("halve_kopie"):
            assert names, point
            for name in names:
                _assert_whole(desk.home / _FOLDER / name, copied if name == case.copy else untouched, point)
            assert new or found == untouched, point
        if rank % _EVERY == 0:
            _assert_next_backup_clears_up(desk, point)
        seen.add(found == done)
        shutil.rmtree(desk.home)
    tell_result("afgeschoten tijdens backup", len(chosen), **tally.counted)
    tally.assert_nothing_found()
    assert seen == {True, False}, "some points come before the commit and some after it"


def _assert_next_backup_clears_up(desk: WarmDesk, where: Point) -> None:
    again = desk.warm(*_BACKUP, first=_an_hour_later)
    assert again.status == 0, (where, again)
    assert _left_over(desk) == [], where
    assert len(backups_among([path.name for path in (desk.home / _FOLDER).iterdir()])) == 1, where


@pytest.mark.timeout(900)
def test_a_restore_that_is_killed_anywhere_leaves_the_old_logbook_or_the_new_one_and_brings_nobody_back(
    case: Case, tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    desks = case.desks(tmp_path)
    desk = next(desks)
    words = ("restore", f"{_FOLDER}/{case.copy}", "--ja")
    untouched = state_of(desk.logbook)
    points = points_of(desk.fork(*words), tmp_path / "calls.log")
    done = state_of(desk.logbook)

    assert done != untouched
    assert {word for word, _ in canaries.hits(case.gone, desk.home / _FOLDER)} == set(case.gone)
    assert len(points) >= _FEWEST_POINTS, points
    chosen = sampled(points)
    seen: set[bool] = set()
    tally = Tally("half_gedaan", "kapot", "gevonden")
    for rank, point in enumerate(chosen):
        desk = next(desks)
        outcome = traced(desk.fork(*words), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        found = state_of(desk.logbook)
        with tally.counting("half_gedaan"):
            assert found in (untouched, done), point
        with tally.counting("kapot"):
            _assert_well(desk, point)
        kept = kept_aside_among([path.name for path in desk.home.glob("*.db")])
        with tally.counting("half_gedaan"):
            assert kept or found == untouched, point
            for name in kept:
                _assert_whole(desk.home / name, untouched, point)
        with tally.counting("gevonden"):
            assert canaries.hits(case.gone, desk.logbook, *(desk.home / name for name in kept)) == [], point
        if rank % _EVERY == 0:
            _assert_next_restore_clears_up(desk, words, done, case, point)
        seen.add(found == done)
        shutil.rmtree(desk.home)
    tell_result("afgeschoten tijdens restore", len(chosen), **tally.counted)
    tally.assert_nothing_found()
    assert seen == {True, False}, "some points come before the new logbook is there and some after it"


def _assert_next_restore_clears_up(
    desk: WarmDesk, words: tuple[str, ...], done: State, case: Case, where: Point
) -> None:
    again = desk.warm(*words, first=_an_hour_later)
    assert again.status == 0, (where, again)
    assert state_of(desk.logbook) == done, where
    assert _left_over(desk) == [], where
    (desk.home / _FOLDER / case.copy).unlink()
    assert canaries.hits(case.gone, desk.home) == [], where
