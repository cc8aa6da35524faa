"""Pull the plug on every command that writes, before each call by which it does: all of it is there, or nothing.

`add`, with its promise to the user, has a file of its own; here each other command is held to the same.
"""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from soundness import assert_sound
from tracing import Point, killing, points_of, traced
from warm_desk import Running, WarmDesk

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_KILLED = 137
_FEWEST_POINTS = 15
# Derived from the rest, or different in every run: moments, identities, salts and what is made from them.
_DERIVED = ("logboek", "zoekindex", "sqlite_", "kaart", "_sqlite")
_EACH_RUN = re.compile(r"\d{4}-\d\d-\d\dT[\d:+.]+|\b[0-9A-HJKMNP-TV-Z]{26}\b|\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed, and on its standard input; `name` is what it does."""

    name: str
    words: tuple[str, ...]
    stdin: bytes = b""

    def __str__(self) -> str:
        return self.name


_COMMANDS = (
    Command(
        "edit a text", ("edit", "1", "--wat", "-", "--team", "Zuid"), b"Schold, en bood later excuses aan."
    ),
    Command("confirm a report", ("edit", "2", "--status", "bevestigd")),
    Command(
        "decide on a warning",
        (
            *("maatregel", "add", "B1", "--soort", "schriftelijke_waarschuwing", "--besluit-door", "R. Smit"),
            *("--reden", "x", "--afwijking", "y"),
        ),
    ),
    Command(
        "decide on nothing", ("maatregel", "add", "B2", "--geen", "--besluit-door", "R. Smit", "--reden", "x")
    ),
    Command("merge", ("beller", "merge", "B1", "B2", "--ja")),
    Command("edit a caller", ("beller", "edit", "B1", "--adres", "Dorpsstraat 1")),
    Command("add a number", ("beller", "nummer", "add", "B1", "020-7654321")),
    Command("use a policy", ("beleid", "use", "klantenservice")),
    Command("change a setting", ("instelling", "set", "organisatie", "Gemeente Voorbeeldstad")),
    Command("import", ("import", "register.csv", "--ja")),
)
_REGISTER = (
    "Datum;Telefoon;Soort;Wat\n3-4-2026 14:30;0687654321;schelden;x\n4-4-2026 14:30;0201234567;schelden;y\n"
)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two callers who called twice."""
    folder = tmp_path_factory.mktemp("before")
    desk = WarmDesk(folder)
    for number in ("06-12345678", "020-1234567"):
        desk.add(number=number)
        desk.add(number=number, text="Een later gesprek.")
    (folder / "register.csv").write_text(_REGISTER, encoding="utf-8")
    return folder


def _desks(before: Path, tries: Path) -> Iterator[WarmDesk]:
    number = 0
    while True:
        number += 1
        yield WarmDesk(Path(shutil.copytree(before, tries / str(number))))


def _start(desk: WarmDesk, command: Command) -> Running:
    words = [str(desk.home / word) if word.endswith(".csv") else word for word in command.words]
    return desk.fork(*words, stdin=command.stdin)


def _records(desk: WarmDesk) -> dict[str, list[str]]:
    """Return every record of every table, without what is another one in each run."""
    with closing(sqlite3.connect(desk.logbook)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(_DERIVED)
        ]
        return {
            table: [_EACH_RUN.sub("#", repr(row)) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in tables
        }


def _deeds(desk: WarmDesk) -> int:
    return int(str(desk.rows("SELECT count(DISTINCT handeling) FROM logboek")[0][0]))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", _COMMANDS, ids=str)
def test_a_command_that_is_killed_anywhere_has_done_all_or_nothing(
    before: Path, tmp_path: Path, command: Command, tell_result: Callable[..., None]
) -> None:
    desks = _desks(before, tmp_path)
    whole = next(desks)
    untouched, deeds = _records(whole), _deeds(whole)
    points = points_of(_start(whole, command), tmp_path / "calls.log")
    done = _records(whole)

    assert done != untouched
    assert len(points) >= _FEWEST_POINTS, points
    seen: set[bool] = set()
    for point in points:
        desk = next(desks)
        outcome = traced(_start(desk, command), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        seen.add(_assert_all_or_nothing(desk, point, untouched, done, deeds))
        shutil.rmtree(desk.home)
    tell_result("afgeschoten bij elke schrijfopdracht van een opdracht", len(points), half_gedaan=0, kapot=0)
    assert seen == {True, False}, "some points come before the commit and some after it"


def _assert_all_or_nothing(
    desk: WarmDesk, point: Point, untouched: dict[str, list[str]], done: dict[str, list[str]], deeds: int
) -> bool:
    found = _records(desk)
    assert found in (untouched, done), point
    assert _deeds(desk) == deeds + (found == done), point
    assert_sound(desk.logbook)
    return found == done
