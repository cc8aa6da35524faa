"""Pull the plug on every command that writes, before each call by which it does: all of it is there, or nothing.

`add`, with its promise to the user, has a file of its own; here each other command is held to the same.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from soundness import assert_sound
from states import deeds_in, state_of
from tally import Tally
from tracing import killing, points_of, traced
from warm_desk import Running, WarmDesk, like

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_KILLED = 137
_FEWEST_POINTS = 15


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed, and on its standard input; `name` is what it does, `given` was typed before."""

    name: str
    words: tuple[str, ...]
    stdin: bytes = b""
    given: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        return self.name


_UNDO = ("undo", "--ja")
_EDIT = ("edit", "1", "--wat", "Bood later excuses aan.", "--team", "Zuid")
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
    Command("undo an edit", _UNDO, given=(_EDIT,)),
    Command("undo a merge", _UNDO, given=(("beller", "merge", "B1", "B2", "--ja"),)),
    Command("undo an undo", _UNDO, given=(_EDIT, _UNDO)),
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


def _prepared(before: Path, folder: Path, command: Command) -> Path:
    desk = WarmDesk(Path(shutil.copytree(before, folder)))
    for words in command.given:
        assert desk.warm(*words).status == 0, words
    return folder


def _start(desk: WarmDesk, command: Command) -> Running:
    words = [str(desk.home / word) if word.endswith(".csv") else word for word in command.words]
    return desk.fork(*words, stdin=command.stdin)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", _COMMANDS, ids=str)
def test_a_command_that_is_killed_anywhere_has_done_all_or_nothing(
    before: Path, tmp_path: Path, command: Command, tell_result: Callable[..., None]
) -> None:
    desks = like(_prepared(before, tmp_path / "prepared", command), tmp_path)
    whole = next(desks)
    untouched, deeds = state_of(whole.logbook), deeds_in(whole.logbook)
    points = points_of(_start(whole, command), tmp_path / "calls.log")
    done = state_of(whole.logbook)

    assert done != untouched
    assert len(points) >= _FEWEST_POINTS, points
    seen: set[bool] = set()
    tally = Tally("half_gedaan", "kapot")
    for point in points:
        desk = next(desks)
        outcome = traced(_start(desk, command), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        found = state_of(desk.logbook)
        with tally.counting("half_gedaan"):
            assert found in (untouched, done), point
            assert deeds_in(desk.logbook) == deeds + (found == done), point
        with tally.counting("kapot"):
            assert_sound(desk.logbook)
        seen.add(found == done)
        shutil.rmtree(desk.home)
    tell_result("afgeschoten bij elke schrijfopdracht van een opdracht", len(points), **tally.counted)
    tally.assert_nothing_found()
    assert seen == {True, False}, "some points come before the commit and some after it"
