"""`agressielog import`: take over an earlier register."""

from pathlib import Path
from typing import Annotated

import typer

from agressielog.cli.asking import interactive
from agressielog.cli.import_options import ImportOptions
from agressielog.cli.importing import Import, carry_out, open_table
from agressielog.cli.opening import opened_or_new


def command(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="BESTAND.csv", help="Het overzicht, als CSV opgeslagen.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Alleen laten zien wat erin zou komen.")] = False,
    skip: Annotated[
        bool, typer.Option("--sla-over", help="Neem over wat kan, en laat andere rijen liggen.")
    ] = False,
    changed: Annotated[
        bool,
        typer.Option(
            "--ook-gewijzigde",
            help="Neem ook rijen over die op een eerder ingelezen rij lijken; ze tellen dan als aparte incidenten.",
        ),
    ] = False,
    asks: Annotated[bool, typer.Option("--vraagt", help="De incidenten vragen nog om een besluit.")] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option("--kolom", metavar="WAT=KOLOM", help="Welke kolom wat is: 'datum=Wanneer gebeurd'."),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--soort-als", metavar="WOORD=SOORT", help="Een eigen woord voor een soort: 'verbaal=schelden'."
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--soort", metavar="SOORT", help="De soort voor rijen die er geen noemen.")
    ] = None,
    clock: Annotated[
        str | None,
        typer.Option("--tijd", metavar="TIJD", help="De tijd voor rijen met alleen een dag: 12:00."),
    ] = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Het team voor rijen die er geen noemen.")
    ] = None,
    reporter: Annotated[
        str | None,
        typer.Option(
            "--melder", metavar="NAAM", help="De melder voor rijen zonder melder; gewoonlijk onbekend."
        ),
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option("--kanaal", metavar="KANAAL", help="Het kanaal voor rijen zonder; gewoonlijk telefoon."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--opnieuw", help="Vergeet wat eerder over deze kolommen is gezegd.")
    ] = False,
    yes: Annotated[bool, typer.Option("--ja", help="Niet vragen of het goed is.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Neem een bestaand overzicht over uit een CSV-bestand.

    Bij een nieuw soort overzicht wordt één keer gevraagd welke kolom wat is. Alles komt erin of niets, en
    wat er al staat wordt overgeslagen. De incidenten tellen mee, maar gelden als beantwoord.

      agressielog import register.csv --dry-run
      agressielog import register.csv --kolom 'nummer=Gebeld vanaf'
      agressielog import register.csv --soort-als 'verbaal=schelden'
    """
    typed = ImportOptions(
        columns=columns or (),
        kinds=kinds or (),
        kind=kind,
        clock=clock,
        team=team,
        reporter=reporter,
        channel=channel,
        asks=asks,
        again=again,
    )
    table = open_table(Path(file))
    app, output = opened_or_new(ctx)
    carry_out(
        Import(
            app=app,
            output=output,
            table=table,
            typed=typed,
            dry_run=dry_run,
            skip=skip,
            changed=changed,
            confirm=not yes,
            as_json=as_json,
            asking=interactive() and not as_json,
        )
    )
