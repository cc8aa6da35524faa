"""A disk that is full or breaks under any command that writes: all or nothing, and what is said is what is there.

`add`, with its promise to the user, has a file of its own; here the others are held to the same.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import evidence
import pytest
import story
from desk import Outcome, three_lines
from states import State, state_of
from tally import Tally
from tracing import Point, failing, points_of, sampled, traced
from warm_desk import WarmDesk, like

import agressielog.cli.avg_erasing
import agressielog.cli.backup
import agressielog.cli.import_
import agressielog.cli.maatregel
import agressielog.cli.restore
import agressielog.cli.undo  # noqa: F401 - loaded for the forks
from agressielog.application.backups import make_backup
from agressielog.domain.backup_name import backups_among, kept_aside_among
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.store import SqliteStore

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_FILE = 5
_CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink", "rename")
_LONG = os.environ.get("AGRESSIELOG_FOUTEN") == "lang"
_AT_MOST, _EVERY = (100_000, 1) if _LONG else (14, 5)
_REGISTER = (
    "Datum;Telefoon;Soort;Wat\n3-4-2026 14:30;0687654321;schelden;x\n4-4-2026 14:30;0201234567;schelden;y\n"
)
_DECIDED = ("--besluit-door", "R. Smit")
_NOT_STORED = ("Er is niets opgeslagen", "er is niets opgeslagen", "Er is niets veranderd")
# What may be said when it was done all the same: that it was, that it was in part, or that nobody knows.
_NOT_SURE = ("is uitgevoerd en opgeslagen", "Opgeslagen als", "Het is niet zeker", "zijn gewist", "is gewist")


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return self.words[1] if self.words[0] == "avg" else self.words[0]


_COMMANDS = (
    Command(("undo", "--ja")),
    Command(("maatregel", "add", "B1", "--geen", *_DECIDED, "--reden", "x")),
    Command(("import", "register.csv", "--ja")),
    Command(("backup", "--map", "reserve", "--bewaar", "1")),
    Command(("restore", "reserve/agressielog-20261120T120000Z.db", "--ja")),
    Command(("avg", "vergeet", "B1", "--ja", "--toch", "--reden", "op verzoek", *_DECIDED)),
)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two callers, a back-up of before the last call, and a register to take over."""
    folder = tmp_path_factory.mktemp("before")
    desk = WarmDesk(folder)
    desk.add(number="06-12345678")
    desk.add(number="020-1234567")
    copies = SqliteCopies(desk.logbook, story.NOW)
    make_backup(SqliteStore(desk.logbook), copies, story.deed("backup"), str(folder / "reserve"), None)
    desk.add(number="020-1234567", text="Een later gesprek.")
    (folder / "register.csv").write_text(_REGISTER, encoding="utf-8")
    return folder


def _faults(points: Sequence[Point]) -> Iterator[tuple[Point, str, bool]]:
    """Yield each fault that is tried: a point, the error it gives, and whether it goes on for ever."""
    of_disk = sampled([point for point in points if point.call in _CALLS], _AT_MOST)
    for rank, point in enumerate(of_disk):
        for for_ever in (False, True):
            # One with a full disk, the next with a broken one.
            errors = ("ENOSPC", "EIO") if _LONG else (("ENOSPC", "EIO")[(rank + for_ever) % 2],)
            for error in errors:
                yield point, error, for_ever


@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", _COMMANDS, ids=str)
def test_a_command_on_a_disk_that_refuses_says_what_came_of_it(
    before: Path, tmp_path: Path, command: Command, tell_result: Callable[..., None]
) -> None:
    desks = like(before, tmp_path)
    whole = next(desks)
    untouched = _state(whole)
    points = points_of(whole.fork(*command.words), tmp_path / "calls.log")
    done = _state(whole)

    assert done != untouched
    tried = list(_faults(points))
    statuses: set[int] = set()
    tally = Tally("half_gedaan", "kapot", "anders_gezegd_dan_het_is")
    for rank, (point, error, for_ever) in enumerate(tried):
        desk, where = next(desks), (point, error, for_ever)
        outcome = traced(desk.fork(*command.words), *failing(point, error, for_ever=for_ever))
        _judge(tally, desk, outcome, (untouched, done), where)
        if rank % _EVERY == 0:
            again = desk.warm("add", "020-7654321", "--soort", "schelden", "--wat", "-", stdin=b"Later.")
            assert again.status == 0, (where, again)
            assert evidence.unexplained(desk.logbook) == [], where
        statuses.add(outcome.status)
        shutil.rmtree(desk.home)
    tell_result("schijf vol of stuk tijdens een opdracht, eenmaal en voorgoed", len(tried), **tally.counted)
    tally.assert_nothing_found()
    assert _FILE in statuses


def _state(desk: WarmDesk) -> State:
    # Whether the file was cleaned after an erasure is said apart, and can be done later.
    return state_of(desk.logbook, "wissing", "inzage")


def _judge(
    tally: Tally, desk: WarmDesk, outcome: Outcome, either: tuple[State, State], where: object
) -> None:
    """Hold what was said against what is there, now that the disk works again."""
    untouched, done = either
    found = _state(desk)
    with tally.counting("half_gedaan"):
        assert found in either, (where, outcome)
    with tally.counting("kapot"):
        for file in (desk.logbook, *_copies(desk)):
            assert evidence.unexplained(file) == [], (where, outcome)
    with tally.counting("anders_gezegd_dan_het_is"):
        if outcome.status == 0:
            assert found == done, where
            return
        assert outcome.status == _FILE, (where, outcome)
        told = three_lines(outcome.err).text
        assert "uitvoer" not in told, (where, told)
        if found == done:
            assert any(words in told for words in _NOT_SURE), (where, told)
        if any(words in told for words in _NOT_STORED):
            assert found == untouched, (where, told)


def _copies(desk: WarmDesk) -> Sequence[Path]:
    folder = desk.home / "reserve"
    made = [folder / name for name in backups_among([path.name for path in folder.iterdir()])]
    assert made, "the back-up of before goes when there is another one"
    return [*made, *(desk.home / name for name in kept_aside_among([p.name for p in desk.home.glob("*.db")]))]
