"""A fault in the middle of any command tells nobody about a caller: three lines, an exit status, and no traceback.

Each command is given with personal data in its words, on its standard input and in the rows it reads; then one of the
functions it calls raises, at every depth of the program, an error that has a name in its words.
"""

import importlib
import itertools
import os
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from all_commands import every_command
from breaking import CANARY, ERRORS, breaking, calls_noted, places_in
from desk import Outcome, three_lines
from tally import Tally
from warm_desk import WarmDesk

import agressielog

pytestmark = pytest.mark.faults

_LONG = os.environ.get("AGRESSIELOG_FOUTEN") == "lang"
_LAYERS = ("cli", "application", "storage", "presentation", "domain", "settings")
#: How many functions of each layer are broken in each command; a long run breaks each of them.
_OF_EACH = 100_000 if _LONG else 2
#: Of a caller, in the words of a command, on its standard input and in the logbook.
_NAME, _TOLD, _ADDRESS, _NUMBER = "Qvxjansenkanarie", "Qvxscholdkanarie", "Qvxstraatkanarie", "0612987634"
_PERSONAL = (_NAME, _TOLD, _ADDRESS, _NUMBER, "12987634")
_INTERRUPTED, _DAMAGED = 130, 6


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed, and on its standard input; `given` was typed before."""

    name: str
    words: tuple[str, ...]
    stdin: str = ""
    given: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        return self.name


_BY = ("--besluit-door", _NAME)
_MERGE = ("beller", "merge", "B1", "B2", "--ja")
_CARE = ("edit", "1", "--nazorg")
_OLD = ("edit", "1", "--wat", f"{_TOLD} en meer")
_COMMANDS = (
    Command("lookup", ("lookup", _NUMBER)),
    Command("add", ("add", _NUMBER, "--naam", _NAME, "-s", "bedreiging", "-w", "-"), _TOLD),
    Command("report", ("report", "--jaar")),
    Command("list", ("list",)),
    Command("show", ("show", "1")),
    Command("search", ("search", _TOLD)),
    Command("edit", ("edit", "1", "--wat", "-"), f"{_TOLD} {_NAME}"),
    Command("undo", ("undo", "--ja"), given=(_OLD,)),
    Command("beller list", ("beller", "list")),
    Command("beller show", ("beller", "show", "B1")),
    Command("beller edit", ("beller", "edit", "B1", "--adres", f"{_ADDRESS} 2")),
    Command("beller merge", _MERGE),
    Command("beller split", ("beller", "split", "B1", "--ja"), given=(_MERGE,)),
    Command("beller nummer add", ("beller", "nummer", "add", "B2", _NUMBER)),
    Command("beller nummer remove", ("beller", "nummer", "remove", "B1", _NUMBER)),
    Command("advies", ("advies", "B1")),
    Command("maatregel add", ("maatregel", "add", "B2", "--geen", "--reden", _TOLD, *_BY)),
    Command("maatregel list", ("maatregel", "list")),
    Command("maatregel show", ("maatregel", "show", "M1")),
    Command("maatregel deliver", ("maatregel", "deliver", "M1", "--wijze", "post")),
    Command("maatregel end", ("maatregel", "end", "M1", "--reden", _TOLD)),
    Command("maatregel bezwaar", ("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")),
    Command("maatregel review", ("maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", _TOLD)),
    Command("taken", ("taken",)),
    Command("nazorg list", ("nazorg", "list")),
    Command("nazorg done", ("nazorg", "done", "1", "--stap", "eerste", "--door", "R. Smit"), given=(_CARE,)),
    Command("nazorg decline", ("nazorg", "decline", "1"), given=(_CARE,)),
    Command("toezegging list", ("toezegging", "list")),
    Command("toezegging add", ("toezegging", "add", "B1", _TOLD)),
    Command("toezegging done", ("toezegging", "done", "T1")),
    Command("goed", ("goed", _NUMBER), given=(("maatregel", "deliver", "M1"),)),
    Command("mijn", ("mijn",)),
    Command("avg inzage", ("avg", "inzage", "B1", "-o", "map")),
    Command("avg verzoek", ("avg", "verzoek", "B1", "--soort", "inzage", "--ontvangen", "vandaag")),
    Command("avg log", ("avg", "log", "--beller", "B1")),
    Command("avg opschonen", ("avg", "opschonen", "--ja")),
    Command("avg vergeet", ("avg", "vergeet", "B1", "--ja", "--toch", "--reden", _TOLD, *_BY)),
    Command("avg zienswijze", ("avg", "zienswijze", "B1", "-"), _TOLD),
    Command("avg beperk", ("avg", "beperk", "B1", "--reden", _TOLD)),
    Command("avg vasthouden", ("avg", "vasthouden", "B1", "--reden", _TOLD)),
    Command("import", ("import", "register.csv", "--ja")),
    Command("export", ("export", "-o", "uit.csv")),
    Command("brief", ("brief", "M1", "-o", "brief.txt")),
    Command("aangifte", ("aangifte", "1", "-o", "aangifte.txt")),
    Command("tips", ("tips", "grens")),
    Command("beleid show", ("beleid", "show")),
    Command("beleid list", ("beleid", "list")),
    Command("beleid check", ("beleid", "check", "standaard")),
    Command("beleid use", ("beleid", "use", "klantenservice")),
    Command("instelling list", ("instelling", "list")),
    Command("instelling set", ("instelling", "set", "contactpunt", f"{_NAME}, 0201234567")),
    Command("check", ("check",)),
    Command("backup", ("backup", "--map", "reserve")),
    Command("restore", ("restore", "reserve/eerder.db", "--ja")),
    Command("demo", ("demo", "--map", "demo")),
)
_REGISTER = f"Datum;Telefoon;Naam;Soort;Wat\n3-4-2026 14:30;0687654321;{_NAME};schelden;{_TOLD}\n"
_SETTINGS = (
    ("organisatie", "Voorbeeldstad"),
    ("postadres", "Plein 1, Voorbeeldstad"),
    ("contactpunt", "Bureau Klachten, 0201234567"),
    ("privacycontact", "fg@voorbeeldstad.example"),
)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load the whole program for the forks: each would spend most of its time on that."""
    for module in pkgutil.walk_packages(agressielog.__path__, "agressielog."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two callers, a measure, a promise, a register to take over and a back-up."""
    desk = WarmDesk(tmp_path_factory.mktemp("before"))
    desk.add(
        "--naam", _NAME, "--toezegging", f"{_TOLD} terugbellen", number=_NUMBER, text=f"Dreigde. {_TOLD}"
    )
    desk.add("--naam", "K. de Boer", number="06-12345678")
    for words in (
        *(("instelling", "set", *pair) for pair in _SETTINGS),
        ("beller", "edit", "B1", "--adres", _ADDRESS),
        (
            *("maatregel", "add", "B1", "--soort", "schriftelijke_waarschuwing", "--reden", _TOLD),
            *("--besluit-door", "R. Smit", "--afwijking", "Eerste keer."),
        ),
        ("backup", "--map", "reserve"),
    ):
        done = desk.warm(*words)
        assert done.status == 0, (words, done)
    (copy,) = (desk.home / "reserve").glob("*.db")
    copy.rename(copy.with_name("eerder.db"))
    (desk.home / "register.csv").write_text(_REGISTER, encoding="utf-8")
    return desk.home


def test_every_command_is_broken_here() -> None:
    assert sorted(every_command()) == sorted(command.name for command in _COMMANDS)


def _prepared(before: Path, folder: Path, command: Command) -> Path:
    desk = WarmDesk(Path(shutil.copytree(before, folder)))
    for words in command.given:
        given = desk.warm(*words)
        assert given.status == 0, (words, given)
    return folder


def _chosen(places: Sequence[str]) -> Iterator[str]:
    """Yield functions of every layer, from the first that are called to the last."""
    for layer in _LAYERS:
        of_layer = [place for place in places if place.startswith(f"agressielog.{layer}.")]
        count = min(len(of_layer), _OF_EACH)
        yield from (of_layer[rank * len(of_layer) // count] for rank in range(count))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", _COMMANDS, ids=str)
def test_a_fault_in_a_command_tells_nobody_about_a_caller(
    before: Path, tmp_path: Path, command: Command, tell_result: Callable[..., None]
) -> None:
    prepared = _prepared(before, tmp_path / "prepared", command)
    stdin = command.stdin.encode()
    whole, log = WarmDesk(Path(shutil.copytree(prepared, tmp_path / "whole"))), tmp_path / "calls.log"
    outcome = whole.warm(*command.words, stdin=stdin, first=calls_noted(log))
    assert outcome.status in {0, 20}, outcome

    kept_in = _files_with(_PERSONAL, whole.home) | _files_with(_PERSONAL, prepared)
    tried = 0
    tally = Tally("gelekt", "programmafouten")
    # Each command begins with another error, so that every layer meets every one of them.
    in_turn = itertools.islice(itertools.cycle(ERRORS), _COMMANDS.index(command), None)
    for place in _chosen(places_in(log)):
        for name in ERRORS if _LONG else [next(in_turn)]:
            desk = WarmDesk(Path(shutil.copytree(prepared, tmp_path / str(tried))))
            outcome = desk.warm(*command.words, stdin=stdin, first=breaking(place, ERRORS[name]))
            with tally.counting("gelekt"):
                _assert_nothing_told(outcome, (place, name))
                assert _files_with((CANARY,), desk.home) == set(), (place, name)
                assert _files_with(_PERSONAL, desk.home) <= kept_in, (place, name)
            with tally.counting("programmafouten"):
                _assert_well_told(outcome, command, name, (place, name))
            tried += 1
            shutil.rmtree(desk.home)
    tell_result("fout in een opdracht, met een naam erin", tried, **tally.counted)
    tally.assert_nothing_found()
    assert tried >= len(_LAYERS)


def _assert_nothing_told(outcome: Outcome, where: object) -> None:
    for canary in (CANARY, *_PERSONAL):
        assert canary not in outcome.err, (where, outcome)
    assert CANARY not in outcome.out, (where, outcome)


def _assert_well_told(outcome: Outcome, command: Command, name: str, where: object) -> None:
    assert "Traceback" not in outcome.err, (where, outcome)
    assert outcome.status in ERRORS[name].statuses | {0, 20}, (where, outcome)
    if outcome.status == _INTERRUPTED:
        assert outcome.err.splitlines()[-1].startswith("Afgebroken"), (where, outcome)
    elif command.name == "check" and outcome.status == _DAMAGED:
        # What keeps a check from being done is a fault like any other: it is the answer.
        assert (bool(outcome.out), outcome.err) == (True, ""), (where, outcome)
    elif outcome.status not in {0, 20}:
        # Before them a notice may stand, such as of a look that could not be kept.
        three_lines("\n".join(outcome.err.splitlines()[-3:]))


def _files_with(words: Sequence[str], folder: Path) -> set[str]:
    """Return the names of the files that hold any of *words*; what is a moment in them is the same in each run."""
    return {
        re.sub(r"\d{8}T\d{6}Z", "", path.name)
        for path in folder.rglob("*")
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes()
    }
