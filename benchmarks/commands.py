"""Which commands are measured, in groups that run in turn, each with the command that is 1."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import whole
from benchmarks.installed import Installed
from benchmarks.material import UNKNOWN, Logbook
from benchmarks.processes import Run

PASS, SQLITE = "python -c pass", "python -c 'import sqlite3'"
#: The least that a command which is read by Typer and writes through sqlite-utils can take.
LIBRARIES = "python -c 'import typer, sqlite_utils'"
#: What the fast start asks, as somebody would ask it by hand.
_CARD = "SELECT tekst FROM kaart WHERE nummer = '{}' AND vanaf <= unixepoch() ORDER BY vanaf DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that run in turn; `reference` is the name of the one that is 1."""

    title: str
    reference: str
    runs: dict[str, Run]


def references(installed: Installed) -> dict[str, Run]:
    """Return what Python needs to do nothing, and to be able to ask a file anything."""
    python = str(installed.python)
    return {PASS: Run((python, "-c", "pass")), SQLITE: Run((python, "-c", "import sqlite3"))}


def look_up_name(callers: int, *, known: bool, terminal: bool, noted: bool = True) -> str:
    """Return how a look-up in a logbook of so many callers is called in the figures."""
    number = "met maatregel" if known else "onbekend nummer"
    where = "terminal" if terminal else "pijp"
    return f"lookup, {number}, {where}, {size(callers)}" + ("" if noted else ", zonder inzageregel")


def size(callers: int) -> str:
    """Return how large a logbook is, in words."""
    return "1 beller" if callers == 1 else f"{whole(callers)} bellers"


def look_ups(installed: Installed, unnoted: Path, logbooks: Sequence[Logbook]) -> Group:
    """Return the look-ups: every size, known and unknown, in a pipe and on a terminal."""
    runs = references(installed)
    for logbook in logbooks:
        for terminal in (False, True):
            for known in (True, False):
                for noted in (True, False):
                    program = installed.program if noted else unnoted
                    number = logbook.known if known else UNKNOWN
                    name = look_up_name(logbook.callers, known=known, terminal=terminal, noted=noted)
                    runs[name] = Run((str(program), "lookup", number), logbook.environment, terminal=terminal)
    return Group("Opzoeken", SQLITE, runs)


def by_other_means(installed: Installed, logbook: Logbook, export: Path) -> Group:
    """Return the same question, asked with what people have at hand."""
    key, path = f"+31{logbook.known.removeprefix('0')}", str(logbook.path)
    runs = references(installed)
    name = look_up_name(logbook.callers, known=True, terminal=False)
    runs[name] = Run((str(installed.program), "lookup", logbook.known), logbook.environment)
    runs["sqlite-utils query, dezelfde vraag"] = Run(
        (str(installed.sqlite_utils), "query", path, _CARD.format(key))
    )
    if (grep := shutil.which("grep")) is not None:
        runs["grep in de export (CSV)"] = Run((grep, "-F", key, str(export)))
    if (shell := shutil.which("sqlite3")) is not None:
        runs["sqlite3, dezelfde vraag"] = Run((shell, "-readonly", path, _CARD.format(key)))
    return Group(f"Dezelfde vraag met andere middelen, {size(logbook.callers)}", SQLITE, runs)


#: Commands that are measured on a small and on a large logbook, by the words they are called.
OTHER_COMMANDS: dict[str, tuple[str, ...]] = {
    "add": (
        "add",
        "085-09999{beurt}",
        "--soort",
        "schelden",
        "--wat",
        "Schold toen de termijn ter sprake kwam.",
    ),
    "list --limit 50": ("list", "--limit", "50"),
    "show": ("show", "1"),
    "advies": ("advies",),
    "taken": ("taken",),
    "report --maand": ("report", "--maand", "vorige"),
}


def command_name(command: str, callers: int) -> str:
    """Return how a command on a logbook of so many callers is called in the figures."""
    return f"{command}, {size(callers)}"


def commands(installed: Installed, logbooks: Sequence[Logbook]) -> Group:
    """Return the other commands, as a script would run them, and the help."""
    program = str(installed.program)
    runs = references(installed)
    runs[LIBRARIES] = Run((str(installed.python), "-c", "import typer, sqlite_utils"))
    runs["--help"] = Run((program, "--help"))
    for logbook in logbooks:
        for name, words in OTHER_COMMANDS.items():
            runs[command_name(name, logbook.callers)] = Run((program, *words), logbook.environment)
    return Group("Andere opdrachten", SQLITE, runs)


def months(installed: Installed, small: Logbook, large: Logbook) -> Group:
    """Return the report of the same month in two logbooks of which the larger only goes back further."""
    program, words = str(installed.program), OTHER_COMMANDS["report --maand"]
    runs = {
        command_name("report --maand", logbook.callers): Run((program, *words), logbook.environment)
        for logbook in (small, large)
    }
    return Group("Dezelfde maand in een langer logboek", command_name("report --maand", small.callers), runs)
