"""The silent Dutch names of commands, and what becomes of somebody who asks for help or wants to delete."""

import pytest
from office import Office

from agressielog.cli.dutch_verbs import in_english
from agressielog.cli.main import COMMANDS


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with one incident."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x")
    return office


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        (("opzoeken", "0612345678"), ("lookup", "0612345678")),
        (("lijst",), ("list",)),
        (("zoeken", "x"), ("search", "x")),
        (("toon", "1"), ("show", "1")),
        (("tip", "grens"), ("tips", "grens")),
        (("instellingen",), ("instelling",)),
        (("bellers", "lijst"), ("beller", "list")),
        (("beller", "toon", "B1"), ("beller", "show", "B1")),
        (("help",), ("--help",)),
        (("hulp", "opzoeken"), ("lookup", "--help")),
        (("beller", "help"), ("beller", "--help")),
        (("help", "beller", "lijst"), ("beller", "list", "--help")),
    ],
)
def test_a_dutch_verb_is_the_command(desk: Office, dutch: tuple[str, ...], english: tuple[str, ...]) -> None:
    meant = desk.do(*english)
    assert desk.do(*dutch) == meant


@pytest.mark.parametrize(
    "english", ["add", "backup", "edit", "list", "lookup", "report", "search", "show", "undo"]
)
def test_every_english_command_has_a_dutch_verb(english: str) -> None:
    assert english in {listed.name for listed in COMMANDS}
    verbs = {alias for listed in COMMANDS if listed.name == english for alias in listed.aliases}
    assert verbs
    assert {in_english(verb) for verb in verbs} <= {english, *verbs}


@pytest.mark.parametrize("typed", ["verwijder", "Verwijderen", "delete"])
def test_nothing_is_deleted_and_what_is_wrong_is_withdrawn(desk: Office, typed: str) -> None:
    shown = desk.do(typed, "1")
    assert shown.status == 2
    assert shown.err == (
        f'Wat:     "{typed}" is geen opdracht.\n'
        "Waarom:  Een incident verdwijnt niet; wat niet klopt, wordt ingetrokken en telt dan nergens mee.\n"
        "Wat nu:  Typ agressielog edit N --status ingetrokken, met het nummer van het incident.\n"
    )
