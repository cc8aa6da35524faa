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
from dataclasses import field, replace
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from agressielog import __version__
from agressielog.cli.dutch import LazyGroup, Listed, obey, program
from agressielog.cli.exit_status import EXPLAINED
from agressielog.cli.last_write import LastWrite
from agressielog.cli.looking import Looking
from agressielog.cli.process import Stopped, provide_streams, send_or_drop, stoppable
from agressielog.cli.renewing import Renewing
from agressielog.domain.value import value

PROGRAM = "agressielog"

COMMANDS = (
    Listed("lookup", "agressielog.cli.lookup", "Zoek op wie er belt, voordat je opneemt.", ("opzoeken",)),
    Listed("add", "agressielog.cli.add", "Leg een incident vast, na het gesprek.", ("noteer",)),
    Listed(
        "report",
        "agressielog.cli.report",
        "Toon de cijfers over een week, maand, kwartaal of jaar.",
        ("rapport",),
    ),
    Listed("list", "agressielog.cli.list_", "Toon een lijst van incidenten.", ("lijst",)),
    Listed(
        "show", "agressielog.cli.show", "Toon één incident, met wat er later aan verbeterd is.", ("toon",)
    ),
    Listed("search", "agressielog.cli.search", "Zoek incidenten op woorden.", ("zoek",)),
    Listed("edit", "agressielog.cli.edit", "Verbeter een incident of vul het aan.", ("wijzig",)),
    Listed("undo", "agressielog.cli.undo", "Draai je laatste wijziging terug.", ("terug",)),
    Listed("beller", "agressielog.cli.beller", "Bellers en hun nummers bekijken en verbeteren."),
    Listed("advies", "agressielog.cli.advies", "Toon wat het beleid adviseert, en waarom."),
    Listed(
        "maatregel",
        "agressielog.cli.maatregel",
        "Besluiten over bellers: opleggen, uitreiken, evalueren, beëindigen.",
    ),
    Listed("taken", "agressielog.cli.taken", "Toon alles wat gedaan moet worden, het oudste eerst."),
    Listed(
        "nazorg", "agressielog.cli.nazorg", "De nazorg voor de collega: wat er nog moet, en wat er gedaan is."
    ),
    Listed(
        "toezegging", "agressielog.cli.toezegging", "Wat we beloofd hebben: bekijken, vastleggen, nakomen."
    ),
    Listed("goed", "agressielog.cli.goed", "Noteer een goed gesprek met wie een maatregel heeft."),
    Listed(
        "mijn", "agressielog.cli.mijn", "Toon wat er met jouw meldingen is gedaan, en wat je nog moet doen."
    ),
    Listed("avg", "agressielog.cli.avg", "De rechten van de beller: verzoeken onder de AVG en ons antwoord."),
    Listed("import", "agressielog.cli.import_", "Neem een bestaand overzicht over uit een CSV-bestand."),
    Listed("export", "agressielog.cli.export", "Schrijf de incidenten naar CSV of JSON."),
    Listed("brief", "agressielog.cli.brief", "Maak de brief bij een maatregel, of de tekst om te sturen."),
    Listed("aangifte", "agressielog.cli.aangifte", "Maak het blad voor een aangifte bij de politie."),
    Listed("tips", "agressielog.cli.tips", "Toon woorden die helpen, tijdens het gesprek."),
    Listed("beleid", "agressielog.cli.beleid", "Het beleid bekijken, controleren en kiezen."),
    Listed(
        "instelling", "agressielog.cli.instelling", "Instellingen van het logboek bekijken en veranderen."
    ),
    Listed("check", "agressielog.cli.check", "Kijk na of het logboek heel is en of een ander erin schreef."),
    Listed("backup", "agressielog.cli.backup", "Maak een reservekopie van het logboek.", ("reservekopie",)),
    Listed("restore", "agressielog.cli.restore", "Zet een reservekopie terug."),
    Listed("demo", "agressielog.cli.demo", "Maak een voorbeeldlogboek en laat zien wat het kan."),
)

#: Found by name, as the commands are: it imports this module.
_WINDOW = "agressielog.cli.window"

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


@value
class Globals:
    """The options before the command: the logbook, and who is acting; None where not given.

    `last_write` is told what the command stores, `looking` whom it shows, `renewing` which logbook it opened.
    """

    db: Path | None = None
    as_name: str | None = None
    last_write: LastWrite = field(default_factory=LastWrite, repr=False)
    looking: Looking = field(default_factory=Looking, repr=False)
    renewing: Renewing = field(default_factory=Renewing, repr=False)


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
    begun = Globals()
    try:
        with stoppable():
            status = obey(build(commands), PROGRAM, arguments, begun)
            sys.stdout.flush()
            begun.looking.end()
            begun.renewing.end(begun.last_write)
            return status
    except (Exception, KeyboardInterrupt, Stopped) as error:  # noqa: BLE001 - whatever it is, it ends in Dutch
        from agressielog.cli.ending import ended_by

        status = ended_by(error, begun.last_write, as_json=_asks_for_json(arguments))
    send_or_drop(sys.stdout)
    send_or_drop(sys.stderr)
    begun.looking.keep()
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
    ctx.obj = replace(globals_of(ctx), db=Path(db) if db is not None else None, as_name=als)
    if ctx.invoked_subcommand is None:
        _without_a_command(ctx)


def _without_a_command(ctx: typer.Context) -> None:
    """Open the window where somebody sits at a terminal; elsewhere show the help."""
    from agressielog.cli.asking import interactive

    if not interactive():
        typer.echo(ctx.get_help())
        return
    raise typer.Exit(import_module(_WINDOW).stay(globals_of(ctx)))


def _asks_for_json(arguments: Sequence[str]) -> bool:
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return any(word.partition("=")[0] == "--json" for word in options)
