"""The command line as a whole: which commands there are, and how each of them ends.

For whoever writes a command: it lives in a module of its own, named in `COMMANDS` below, and is imported only
when it is the one that was typed. The module has

- `command`, a plain function with Typer annotations and no decorator, or
- `app`, a plain `typer.Typer()` with its commands, for a group (`beller list`).

The Dutch docstring is the help: its first paragraph begins as the line below does; examples are kept as typed,
a paragraph of lines that start with `agressielog` or one with indented lines. `globals_of(ctx)` gives the options before the command. An option whose
metavar stands in brackets (`"--maand", metavar="[PERIODE]"`) may stand alone and is then `""`. Flags name
themselves (`"--kort"`): Typer would add a `--no-kort`. An argument `list[str] | None` takes `06 12 -34`
and `-`. A command ends by returning (0) or with `raise typer.Exit(status)`; what goes wrong is one of our
errors, never `typer.BadParameter` (its words would be lost) and never an English sentence.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from agressielog import __version__
from agressielog.cli.dutch import LazyGroup, Listed, obey, program
from agressielog.cli.exit_status import EXPLAINED
from agressielog.cli.process import Stopped, provide_streams, send_or_drop, stoppable

PROGRAM = "agressielog"

COMMANDS = (
    Listed("lookup", "agressielog.cli.lookup", "Zoek op wie er belt, voordat je opneemt."),
    Listed("add", "agressielog.cli.add", "Leg een incident vast, na het gesprek.", ("noteer",)),
    Listed(
        "report",
        "agressielog.cli.report",
        "Toon de cijfers over een week, maand, kwartaal of jaar.",
        ("rapport",),
    ),
    Listed("list", "agressielog.cli.list_", "Toon een lijst van incidenten."),
    Listed(
        "show", "agressielog.cli.show", "Toon één incident, met wat er later aan verbeterd is.", ("toon",)
    ),
    Listed("search", "agressielog.cli.search", "Zoek incidenten op woorden.", ("zoek",)),
    Listed("edit", "agressielog.cli.edit", "Verbeter een incident of vul het aan.", ("wijzig",)),
    Listed("beller", "agressielog.cli.beller", "Bellers en hun nummers bekijken en verbeteren."),
    Listed("advies", "agressielog.cli.advies", "Toon wat het beleid adviseert, en waarom."),
    Listed(
        "maatregel",
        "agressielog.cli.maatregel",
        "Besluiten over bellers: opleggen, uitreiken, evalueren, beëindigen.",
    ),
    Listed("import", "agressielog.cli.import_", "Neem een bestaand overzicht over uit een CSV-bestand."),
    Listed("export", "agressielog.cli.export", "Schrijf de incidenten naar CSV of JSON."),
    Listed("brief", "agressielog.cli.brief", "Maak de brief bij een maatregel, of de tekst om te sturen."),
    Listed("beleid", "agressielog.cli.beleid", "Het beleid bekijken, controleren en kiezen."),
    Listed(
        "instelling", "agressielog.cli.instelling", "Instellingen van het logboek bekijken en veranderen."
    ),
    Listed("demo", "agressielog.cli.demo", "Maak een voorbeeldlogboek en laat zien wat het kan."),
)

_HELP = """
Logboek voor agressie aan de telefoon: weten wie er belt voordat je opneemt, vastleggen in een minuut,
rapporteren per maand.
"""

_LOOKUP_STATUSES = "0 onbekend, 10 bekend, 20 gewaarschuwd, 25 beperkt of 30 contactverbod"

_EPILOG = "\n".join(
    [
        f"Elke opdracht heeft haar eigen hulp: {PROGRAM} OPDRACHT --help",
        "",
        "Afsluitcodes:",
        *(f"  {status.value:>3}  {meaning}" for status, meaning in EXPLAINED.items()),
        "",
        f"Met --exit-code eindigt lookup met {_LOOKUP_STATUSES}.",
    ]
)


@dataclass(frozen=True)
class Globals:
    """The options before the command: the logbook, and who is acting; None where not given."""

    db: Path | None = None
    as_name: str | None = None


def globals_of(ctx: typer.Context) -> Globals:
    """Return the options that stood before the command."""
    return ctx.find_object(Globals) or Globals()


def build(listed: Sequence[Listed] = COMMANDS) -> LazyGroup:
    """Return the program with these commands."""
    app = typer.Typer(help=_HELP, epilog=_EPILOG, invoke_without_command=True, add_completion=False)
    app.callback()(_before_the_command)
    return program(app, listed)


def run(arguments: Sequence[str], commands: Sequence[Listed] = COMMANDS) -> int:
    """Carry out one command line and return its exit status; nothing but a signal escapes from here.

    Args:
        arguments: without the program's name.
        commands: other ones only in tests.
    """
    provide_streams()
    try:
        with stoppable():
            status = obey(build(commands), PROGRAM, arguments)
            sys.stdout.flush()
            return status
    except (Exception, KeyboardInterrupt, Stopped) as error:  # noqa: BLE001 - whatever it is, it ends in Dutch
        from agressielog.cli.ending import ended_by

        status = ended_by(error, as_json=_asks_for_json(arguments))
    send_or_drop(sys.stdout)
    send_or_drop(sys.stderr)
    return status


def _before_the_command(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="PAD",
            envvar="AGRESSIELOG_DB",
            help="Het logboek, één bestand.",
            show_default="logboek.db in je gegevensmap",
        ),
    ] = None,
    als: Annotated[
        str | None,
        typer.Option(
            "--als",
            metavar="NAAM",
            envvar="AGRESSIELOG_GEBRUIKER",
            help="Wie dit doet.",
            show_default="je inlognaam",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Toon de versie en stop.", is_eager=True)
    ] = False,
) -> None:
    if version:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit
    ctx.obj = Globals(db=Path(db) if db is not None else None, as_name=als)
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def _asks_for_json(arguments: Sequence[str]) -> bool:
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return any(word.partition("=")[0] == "--json" for word in options)
