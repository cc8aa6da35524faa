"""Typer in Dutch: what a command line means, what its help says, and what is said when it is wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Annotated

import pytest
import typer

from agressielog.cli.dutch import Listed
from agressielog.cli.main import COMMANDS, globals_of, run
from agressielog.domain.vocabulary import Certainty, Channel


@dataclass(frozen=True)
class Said:
    """What one command line brought about; `got` is what reached the command."""

    status: int
    out: str
    err: str
    got: dict[str, object]


Say = Callable[..., Said]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """A program of two made-up commands: `bel` with every sort of parameter, and the group `kast`."""
    got: dict[str, object] = {}

    def bel(
        ctx: typer.Context,
        *,
        number: Annotated[list[str] | None, typer.Argument(metavar="[NUMMER…]", help="Het nummer.")] = None,
        month: Annotated[str | None, typer.Option("--maand", metavar="[PERIODE]", help="Die maand.")] = None,
        kinds: Annotated[
            list[str] | None, typer.Option("--soort", "-s", metavar="SOORT", help="Wat.")
        ] = None,
        channel: Annotated[Channel, typer.Option("--kanaal", help="Waar.")] = Channel.TELEPHONE,
        certainty: Annotated[Certainty | None, typer.Option("--zekerheid", help="Hoe zeker.")] = None,
        limit: Annotated[int, typer.Option("--limit", min=1, max=500, help="Hoeveel.")] = 20,
        name: Annotated[str | None, typer.Option("--naam", envvar="BEL_NAAM", help="Wie.")] = None,
        path: Annotated[Path | None, typer.Option("--bestand", exists=True, help="Waarheen.")] = None,
        secret: Annotated[bool, typer.Option("--stil", hidden=True, help="Niemand weet dit.")] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Als JSON.")] = False,
    ) -> None:
        """Bel iemand op.

        Deze alinea is zo lang dat hij over de regel heen moet lopen, ook op een scherm dat honderd tekens
        breed is.

        agressielog bel 06 12 34 56 78
        agressielog bel -
        """
        got.update(number=number, month=month, kinds=kinds, channel=channel, certainty=certainty, limit=limit)
        got.update(name=name, path=path, secret=secret, as_json=as_json, given=globals_of(ctx))

    kast = typer.Typer(help="Wat er in de kast ligt.")
    lade = typer.Typer(help="Een lade van de kast.")
    kast.add_typer(lade, name="lade")

    @kast.command("list")
    def list_() -> None:
        """Toon de kast."""
        got.update(listed=True)

    @kast.command()
    def vul(
        things: Annotated[list[str], typer.Argument(help="Wat erin gaat.")],
        labels: Annotated[list[str], typer.Option("--label", help="Wat erop staat.")] = ["rood", "wit"],  # noqa: B006
        weight: Annotated[float, typer.Option("--gewicht", min=0.5, help="In kilo.")] = 1.5,
        where: Annotated[str, typer.Option("--waar", show_default="de bovenste plank")] = "",
    ) -> None:
        """Vul de kast."""
        got.update(things=things, labels=labels, weight=weight, where=where)

    @kast.command(hidden=True)
    def geheim() -> None:
        """Dit hoort niemand te zien."""

    @lade.command()
    def open_(
        which: Annotated[str, typer.Argument(metavar="LADE", help="Welke.")],
        how: Annotated[Certainty, typer.Option("--hoe", help="Hoe.")],
    ) -> None:
        """Trek de lade open."""
        got.update(which=which, how=how)

    modules: dict[str, dict[str, object]] = {
        "verzonnen_bel": {"command": bel},
        "verzonnen_kast": {"app": kast},
    }
    for name, content in modules.items():
        module = ModuleType(name)
        vars(module).update(content)
        monkeypatch.setitem(sys.modules, name, module)
    for variable in ("AGRESSIELOG_DB", "AGRESSIELOG_GEBRUIKER", "AGRESSIELOG_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    commands = (
        Listed("bel", "verzonnen_bel", "Bel iemand op.", ("tring",)),
        Listed("kast", "verzonnen_kast", "Wat er in de kast ligt."),
    )

    def once(*words: str) -> Said:
        got.clear()
        status = run(words, commands)
        return Said(status, *capsys.readouterr(), dict(got))

    return once


# What a command line means --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["06", "12", "34", "56", "78"], ["06", "12", "34", "56", "78"]),
        (["+31", "6", "12345678"], ["+31", "6", "12345678"]),
        (["06", "-12345678"], ["06", "-12345678"]),
        (["020", "-", "1234567"], ["020", "-", "1234567"]),
        (["-06", "12345678"], ["-06", "12345678"]),
        (["06", "--", "-x"], ["06", "-x"]),
        (["-(020)", "1234567"], ["-(020)", "1234567"]),
        (["-"], ["-"]),
        (["06", "--json", "12"], ["06", "12"]),
        ([], None),
    ],
)
def test_a_number_may_be_typed_in_pieces(say: Say, words: list[str], number: list[str] | None) -> None:
    said = say("bel", *words)
    assert (said.status, said.got["number"]) == (0, number)


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ([], None),
        (["--maand"], ""),
        (["--maand", "2026-10"], "2026-10"),
        (["--maand=2026-10"], "2026-10"),
        (["--maand", "--json"], ""),
        (["--maand", "-s", "schelden"], ""),
        (["--maand", "vorige", "--json"], "vorige"),
    ],
)
def test_an_option_with_brackets_in_its_metavar_may_stand_alone(
    say: Say, words: list[str], month: str | None
) -> None:
    said = say("bel", *words)
    assert (said.status, said.got["month"]) == (0, month)


def test_a_value_that_looks_like_an_option_can_be_attached(say: Say) -> None:
    assert say("bel", "--naam=--json").got["name"] == "--json"


def test_a_repeated_option_keeps_its_order(say: Say) -> None:
    assert say("bel", "-s", "b", "--soort", "a").got["kinds"] == ["b", "a"]


def test_the_options_before_the_command_reach_it(say: Say) -> None:
    given = say("--db", "x.db", "--als", "Noor", "bel").got["given"]
    assert str(given) == f"Globals(db={Path('x.db')!r}, as_name='Noor')"


def test_the_options_before_the_command_come_from_the_environment_too(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGRESSIELOG_DB", "y.db")
    monkeypatch.setenv("AGRESSIELOG_GEBRUIKER", "Ali")
    given = say("bel").got["given"]
    assert str(given) == f"Globals(db={Path('y.db')!r}, as_name='Ali')"


def test_an_alias_does_what_the_official_name_does(say: Say) -> None:
    assert say("tring", "06").got["number"] == ["06"]


def test_the_help_of_an_alias_names_the_official_command(say: Say) -> None:
    assert say("tring", "--help").out.startswith("Gebruik: agressielog bel ")


def test_a_group_within_a_group_is_found(say: Say) -> None:
    said = say("kast", "lade", "open-", "boven", "--hoe", "zeker")
    assert said.got == {"which": "boven", "how": Certainty.CERTAIN}


# Help -----------------------------------------------------------------------------------------------


def test_the_help_page_of_a_command(say: Say) -> None:
    assert say("bel", "-h").out == (
        """\
Gebruik: agressielog bel [OPTIES] [NUMMER…]

  Bel iemand op.

  Deze alinea is zo lang dat hij over de regel heen moet lopen, ook op een
  scherm dat honderd tekens breed is.

    agressielog bel 06 12 34 56 78
    agressielog bel -

Argumenten:
  NUMMER…  Het nummer.

Opties:
  --maand [PERIODE]  Die maand.
  -s, --soort SOORT  Wat. [mag vaker]
  --kanaal KEUZE     Waar. [keuze: telefoon, balie, e-mail, post, sociale
                     media, huisbezoek] [standaard: telefoon]
  --zekerheid zeker|vermoedelijk
                     Hoe zeker.
  --limit GETAL      Hoeveel. [van 1 tot en met 500] [standaard: 20]
  --naam TEKST       Wie. [omgeving: BEL_NAAM]
  --bestand PAD      Waarheen.
  --json             Als JSON.
  -h, --help         Toon deze hulp en stop.
"""
    )


def test_the_help_page_of_a_group(say: Say) -> None:
    assert say("kast", "--help").out == (
        """\
Gebruik: agressielog kast [OPTIES] OPDRACHT ...

  Wat er in de kast ligt.

Opties:
  -h, --help  Toon deze hulp en stop.

Opdrachten:
  list  Toon de kast.
  vul   Vul de kast.
  lade  Een lade van de kast.
"""
    )


def test_what_must_be_given_is_marked(say: Say) -> None:
    page = say("kast", "lade", "open-", "--help").out
    assert "  LADE  Welke. [verplicht]\n" in page
    assert "  --hoe zeker|vermoedelijk  Hoe. [verplicht]\n" in page


def test_what_typer_would_say_in_english_of_a_type_is_dutch_too(say: Say) -> None:
    page = say("kast", "vul", "--help").out
    assert page.startswith("Gebruik: agressielog kast vul [OPTIES] THINGS...\n")
    assert (
        page.partition("Opties:\n")[2]
        == """\
  --label TEKST    Wat erop staat. [mag vaker] [standaard: rood, wit]
  --gewicht GETAL  In kilo. [minstens 0.5] [standaard: 1.5]
  --waar TEKST     [standaard: de bovenste plank]
  -h, --help       Toon deze hulp en stop.
"""
    )


@pytest.mark.parametrize("columns", [72, 80, 100, 200])
@pytest.mark.parametrize("words", [("--help",), ("bel", "--help"), ("kast", "lade", "--help")])
def test_a_help_page_fits_the_terminal_and_is_never_wider_than_a_hundred(
    say: Say, monkeypatch: pytest.MonkeyPatch, columns: int, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    longest = max(map(len, say(*words).out.splitlines()))
    assert longest <= min(columns, 100)


def test_the_width_of_a_help_page_follows_the_terminal(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert max(map(len, say("bel", "--help").out.splitlines())) > 80


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_the_main_help_shows_the_commands_and_not_their_aliases(say: Say, words: tuple[str, ...]) -> None:
    said = say(*words)
    assert (said.status, said.err) == (0, "")
    assert "\nOpdrachten:\n  bel   Bel iemand op.\n  kast  Wat er in de kast ligt.\n" in said.out
    assert "tring" not in said.out


def test_the_version(say: Say) -> None:
    assert say("--version").out == "agressielog 0.1.0\n"


def _imported(*words: str) -> set[str]:
    code = (
        "import sys; before = set(sys.modules); from agressielog.cli.main import run; run(sys.argv[1:]); "
        "print(*set(sys.modules) - before)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def test_the_main_help_imports_no_command_and_nothing_heavy() -> None:
    heavy = {"rich", "sqlite3", "sqlite_utils", "phonenumbers", "platformdirs", "agressielog.bootstrap"}
    assert _imported("--help").isdisjoint({*heavy, *(listed.module for listed in COMMANDS)})


@pytest.mark.parametrize("listed", COMMANDS, ids=lambda listed: listed.name)
def test_only_the_command_that_was_typed_is_imported(listed: Listed) -> None:
    others = {other.module for other in COMMANDS} - {listed.module}
    imported = _imported(listed.name, "--help")
    assert listed.module in imported
    assert imported.isdisjoint(others)


def test_a_help_page_on_a_terminal_without_accents_is_readable() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "agressielog", "--help"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert b"Het logboek, een bestand." in ran.stdout


# What is said when it is wrong ----------------------------------------------------------------------

WRONG = [
    # typed, what, why, now
    (["bell"], '"bell" is geen opdracht.', "Het lijkt op bel.", "Typ agressielog bel, of zie agressielog --help."),
    (["trng"], '"trng" is geen opdracht.', "Het lijkt op tring.", "Typ agressielog tring, of zie agressielog --help."),
    (["xyzzy"], '"xyzzy" is geen opdracht.', "Zo'n opdracht is er niet.", "Zie agressielog --help voor alle opdrachten."),
    (["06-12"], '"06-12" is geen opdracht.', "Dit is de plek van een opdracht; een nummer komt erachter.",
     "Typ agressielog lookup 06-12 om het op te zoeken."),
    (["kast"], "Achter agressielog kast ontbreekt een opdracht.", "Er kan staan: list, vul of lade.",
     "Typ bijvoorbeeld agressielog kast list, of zie agressielog kast --help."),
    (["kast", "geheimm"], '"geheimm" is geen opdracht.', "Zo'n opdracht is er niet.",
     "Zie agressielog kast --help voor alle opdrachten."),
    (["bel", "--sort"], '"--sort" is geen optie van agressielog bel.', "Het lijkt op --soort.",
     "Typ --soort, of zie agressielog bel --help."),
    (["bel", "--stille"], '"--stille" is geen optie van agressielog bel.', "Zo'n optie is er niet.",
     "Zie agressielog bel --help voor alle opties."),
    (["bel", "06", "-x", "12"], '"-x" is geen optie van agressielog bel.', "Zo'n optie is er niet.",
     "Zie agressielog bel --help voor alle opties."),
    (["--maand", "bel"], '"--maand" kan niet vóór de opdracht staan.', "Daar kan alleen --db, --als, --version of --help.",
     "Zet de optie achter de opdracht: agressielog OPDRACHT --maand"),
    (["--dbb", "x"], '"--dbb" kan niet vóór de opdracht staan.', "Daar kan alleen --db, --als, --version of --help.",
     "Typ --db, of zie agressielog --help."),
    (["bel", "--db", "x"], "--db staat achter de opdracht.", "--db geldt voor het hele programma en hoort vóór de opdracht.",
     "Typ agressielog --db PAD bel ..."),
    (["kast", "list", "--als", "Noor"], "--als staat achter de opdracht.",
     "--als geldt voor het hele programma en hoort vóór de opdracht.", "Typ agressielog --als NAAM kast list ..."),
    (["bel", "--version"], "--version staat achter de opdracht.",
     "--version geldt voor het hele programma en hoort vóór de opdracht.", "Typ agressielog --version."),
    (["bel", "--soort"], "Achter --soort ontbreekt de waarde.", "Er staat niets achter, of meteen een volgende optie.",
     "Typ --soort SOORT (of --soort=SOORT als de waarde met -- begint)."),
    (["bel", "--naam", "--maand"], "Achter --naam ontbreekt de waarde.",
     "Er staat niets achter, of meteen een volgende optie.",
     "Typ --naam TEKST (of --naam=TEKST als de waarde met -- begint)."),
    (["bel", "--naam", "-s", "a"], "Achter --naam ontbreekt de waarde.",
     "Er staat niets achter, of meteen een volgende optie.",
     "Typ --naam TEKST (of --naam=TEKST als de waarde met -- begint)."),
    (["bel", "--stil=ja"], "Achter --stil kan geen waarde staan.", "Deze optie staat aan zodra je haar noemt.",
     "Typ alleen --stil."),
    (["bel", "--kanaal", "telefon"], '"telefon" past niet bij --kanaal.',
     "Er kan staan: telefoon, balie, e-mail, post, sociale media of huisbezoek.", "Typ --kanaal telefoon."),
    (["bel", "--limit", "veel"], '"veel" past niet bij --limit.', "Daar hoort een getal, van 1 tot en met 500.",
     "Typ bijvoorbeeld --limit 500."),
    (["bel", "--limit", "0"], '"0" past niet bij --limit.', "Daar hoort een getal, van 1 tot en met 500.",
     "Typ bijvoorbeeld --limit 500."),
    (["kast", "lade", "open-", "--hoe", "zeker"], "LADE ontbreekt.", "agressielog kast lade open- kan niet zonder.",
     "Vul LADE in; zie agressielog kast lade open- --help."),
    (["kast", "lade", "open-", "boven"], "--hoe ontbreekt.", "agressielog kast lade open- kan niet zonder.",
     "Kies voor --hoe uit zeker of vermoedelijk."),
    (["kast", "list", "a", "b"], 'agressielog kast list kan niets met "a b".', "Er staan meer woorden dan de opdracht verwacht.",
     "Zet een tekst met spaties tussen aanhalingstekens, of zie agressielog kast list --help."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "what", "why", "now"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_a_wrong_command_line_gets_three_dutch_lines(
    say: Say, words: list[str], what: str, why: str, now: str
) -> None:
    said = say(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err == f"Wat:     {what}\nWaarom:  {why}\nWat nu:  {now}\n"


def test_a_path_that_is_not_there_is_trouble_with_a_file(say: Say) -> None:
    said = say("bel", "--bestand", "/nergens/x.csv")
    assert said.status == 5
    assert said.err.startswith(
        "Wat:     /nergens/x.csv is niet te gebruiken.\nWaarom:  Het bestand of de map bestaat"
    )


def test_what_was_typed_never_acts_on_the_terminal(say: Say) -> None:
    said = say("bel", "--limit", "\x1b[2J\n\u202e")
    assert said.err.splitlines()[0] == r'Wat:     "\x1b[2J\x0a\u202e" past niet bij --limit.'


def test_the_value_that_does_not_fit_is_quoted_and_not_its_neighbours(say: Say) -> None:
    assert '"0" past niet' in say("bel", "--limit", "7", "--limit", "0").err


def _replace(monkeypatch: pytest.MonkeyPatch, command: Callable[..., None]) -> None:
    module = ModuleType("verzonnen_bel")
    vars(module).update(command=command)
    monkeypatch.setitem(sys.modules, "verzonnen_bel", module)


def test_a_value_from_the_environment_is_quoted_too(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def choosy(
        channel: Annotated[Channel, typer.Option("--kanaal", envvar="BEL_KANAAL")] = Channel.POST,
    ) -> None:
        """Kies."""
        raise AssertionError(channel)

    _replace(monkeypatch, choosy)
    monkeypatch.setenv("BEL_KANAAL", "duif")
    assert '"duif" past niet bij --kanaal.' in say("bel").err


def test_a_value_that_only_a_callback_refuses_is_quoted(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def fussy(value: str) -> str:
        raise typer.BadParameter(value + " is not to my taste")

    def tasting(taste: Annotated[str, typer.Option("--smaak", callback=fussy)]) -> None:
        """Proef."""
        raise AssertionError(taste)

    _replace(monkeypatch, tasting)
    assert say("bel", "--smaak", "zoet").err.startswith('Wat:     "zoet" past niet bij --smaak.\n')


@pytest.mark.parametrize(
    ("error", "now"),
    [
        (typer.BadParameter("something English"), "Zie agressielog bel --help voor hoe het moet."),
        (typer.TyperException("something English"), "Zie agressielog --help voor hoe het moet."),
    ],
)
def test_a_sentence_that_typer_has_ready_is_never_shown(
    say: Say, monkeypatch: pytest.MonkeyPatch, error: typer.TyperException, now: str
) -> None:
    def failing() -> None:
        """Mislukt."""
        raise error

    _replace(monkeypatch, failing)
    said = say("bel")
    assert said.status == 2
    assert said.err == (
        "Wat:     Deze opdracht is niet te begrijpen.\n"
        "Waarom:  Een optie of een waarde staat er anders dan kan.\n"
        f"Wat nu:  {now}\n"
    )
