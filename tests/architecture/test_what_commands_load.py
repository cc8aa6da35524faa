"""A command loads what it uses: read from a real process, by the modules that are there when it is done."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

#: Told by the process itself, after the command, on a line of its own.
_TELLING = """
import sys
from agressielog.cli.main import run
status = run(sys.argv[1:])
print()
print(status, *sorted(sys.modules))
"""

NUMBER = "06-12345678"

#: Costs more than a look-up takes, and stays out of every command that does not need it.
HEAVY = (
    "rich",
    "phonenumbers",
    "docxtpl",
    "pydantic",
    "importlib.metadata",
    "importlib.resources",
    "email",
    "asyncio",
)
#: Every sentence about every mistake, with every class that one can be.
MISTAKES = (
    "agressielog.presentation.mistakes.wording",
    "agressielog.presentation.mistakes.answers",
    "agressielog.presentation.mistakes.usage",
    "agressielog.cli.ending",
)
#: What only some commands do.
SELDOM = (
    "agressielog.application.import_incidents",
    "agressielog.application.import_errors",
    "agressielog.application.export_incidents",
    "agressielog.application.letters",
    "agressielog.application.letter_errors",
    "agressielog.application.forgetting",
    "agressielog.application.backups",
    "agressielog.application.measures",
    "agressielog.application.demo",
    "agressielog.presentation.letters",
    "agressielog.presentation.tables",
    "agressielog.presentation.policies",
    "agressielog.presentation.access_page",
)
#: What makes and changes a logbook; sqlite-utils alone costs two look-ups.
WRITING = (
    "sqlite_utils",
    "click",
    "agressielog.storage.writing",
    "agressielog.storage.changes",
    "agressielog.storage.schema",
)
#: What there is to do with a logbook at all.
ANY_LOGBOOK = (
    "sqlite3",
    "tomllib",
    "json",
    "platformdirs",
    "zoneinfo",
    "agressielog.bootstrap",
    "agressielog.storage",
    "agressielog.settings",
    "agressielog.application",
)

READING = (*HEAVY, *MISTAKES, *SELDOM, *WRITING)
MAY_NOT_LOAD: dict[tuple[str, ...], tuple[str, ...]] = {
    ("--help",): (*READING, *ANY_LOGBOOK),
    ("--version",): (*READING, *ANY_LOGBOOK),
    ("add", "--help"): (*READING, "sqlite3"),
    ("add", NUMBER, "--soort", "schelden", "--wat", "Schold."): (
        *(name for name in HEAVY if name not in {"importlib.metadata", "email"}),  # come with sqlite-utils
        *MISTAKES,
        *SELDOM,
        "agressielog.application.ports.logbook",
        "agressielog.settings.tip_texts",
        "agressielog.settings.toml_lines",
        "agressielog.storage.schema",
        "agressielog.storage.frozen_rows",
        "agressielog.storage.letter_rows",
        "agressielog.storage.merges",
        "agressielog.storage.request_rows",
        "agressielog.application.aftercare",
        "agressielog.application.callers",
        "agressielog.application.correct",
        "agressielog.application.find",
        "agressielog.application.merging",
        "agressielog.application.proposing",
        "agressielog.application.upgrading",
        "agressielog.domain.anchor",
        "agressielog.domain.duties_about_calls",
        "agressielog.domain.erasure",
        "agressielog.domain.figures",
        "agressielog.domain.follow_up",
        "agressielog.domain.hold",
        "agressielog.domain.letter",
        "agressielog.domain.merging",
        "agressielog.domain.request",
        "agressielog.domain.restriction",
        "agressielog.domain.statement",
        "agressielog.domain.tips",
        "agressielog.presentation.aftercare_view",
        "agressielog.presentation.incident_view",
        "agressielog.presentation.advice_view",
        "agressielog.presentation.advice_json",
        "agressielog.presentation.report_view",
    ),
    ("lookup", NUMBER): READING,
    ("list",): (*READING, "agressielog.domain.advise", "agressielog.presentation.report_view"),
    ("list", "--nummer", NUMBER, "--json"): (*READING, "agressielog.presentation.advice_view"),
    ("show", "1"): (*READING, "agressielog.presentation.report_view"),
    ("advies",): (*(name for name in READING if name != "agressielog.application.measures"),),
    ("advies", "B1"): (*(name for name in READING if name != "agressielog.application.measures"),),
    ("taken",): (*READING, "agressielog.presentation.report_view"),
    ("report", "--maand"): READING,
    ("report", "--maand", "--json"): READING,
    ("search", "schold"): (*READING, "agressielog.domain.advise"),
}

#: How many modules of ours a command may load; each takes as long as a hundredth of a look-up, or longer.
MOST: dict[tuple[str, ...], int] = {
    ("add", NUMBER, "--soort", "schelden", "--wat", "Schold."): 175,
    ("lookup", NUMBER): 152,
    ("list",): 150,
    ("taken",): 165,
}


def loaded(words: tuple[str, ...], logbook: Path) -> set[str]:
    """Return every module that is there after a command that went well, in a process of its own."""
    environment = {**os.environ, "AGRESSIELOG_DB": str(logbook)}
    ran = subprocess.run(
        [sys.executable, "-c", _TELLING, *words],
        env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    status, *modules = ran.stdout.splitlines()[-1].split()
    assert status == "0", ran.stderr
    return set(modules)


def within(modules: set[str], rooms: tuple[str, ...]) -> Iterator[str]:
    """Yield the modules that are one of these, or in one of them."""
    return (name for name in sorted(modules) if any(f"{name}.".startswith(f"{room}.") for room in rooms))


@pytest.fixture(scope="module")
def logbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A logbook with one call in it, made by the command."""
    path = tmp_path_factory.mktemp("laden") / "logboek.db"
    assert "sqlite_utils" in loaded(("add", NUMBER, "--soort", "schelden", "--wat", "Schold."), path)
    return path


@pytest.mark.parametrize("words", MAY_NOT_LOAD, ids=" ".join)
def test_a_command_does_not_load_what_it_does_not_use(words: tuple[str, ...], logbook: Path) -> None:
    assert list(within(loaded(words, logbook), MAY_NOT_LOAD[words])) == []


@pytest.mark.parametrize("words", MOST, ids=" ".join)
def test_a_command_loads_no_more_modules_of_ours_than_it_may(words: tuple[str, ...], logbook: Path) -> None:
    assert len(list(within(loaded(words, logbook), ("agressielog",)))) <= MOST[words]


@pytest.mark.parametrize(("number", "needed"), [(NUMBER, False), ("+32 470 12 34 56", True)])
def test_only_a_number_that_is_not_ordinary_loads_the_number_plan(
    number: str, needed: bool, logbook: Path
) -> None:
    modules = loaded(("list", "--nummer", number), logbook)
    assert ("phonenumbers" in modules) is needed
