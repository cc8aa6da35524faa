"""`agressielog lookup`: who is this, and what do I do."""

import sys
from typing import Annotated

import typer

from agressielog.cli.lookup_desk import Desk, Teller
from agressielog.cli.main import globals_of
from agressielog.cli.opening import opened
from agressielog.cli.reading_options import read_day

# In place of a number: read one a line, for a telephone switch.
_STREAM = ["-"]


def command(
    ctx: typer.Context,
    number: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NUMMER…]",
            help="Het nummer zoals je het ziet, een beller (B12), of - voor één per regel.",
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--naam", metavar="NAAM", help="Zoek op naam.")] = None,
    customer_number: Annotated[
        str | None, typer.Option("--klantnummer", metavar="NUMMER", help="Zoek op klantnummer.")
    ] = None,
    reference_day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Oordeel over deze dag; gewoonlijk vandaag."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Zeg het antwoord ook met de afsluitcode.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Zoek op wie er belt, voordat je opneemt.

    Zonder nummer wordt het gevraagd, zodat het niet in de geschiedenis van je shell komt.

        agressielog lookup 06 12 34 56 78
        agressielog lookup B12
        agressielog lookup -            (één nummer per regel)
    """
    app, output = opened(ctx)
    desk = Desk(app, read_day(app, reference_day) or app.today)
    teller = Teller(app, output, globals_of(ctx).looking, as_json, exit_code)
    if number == _STREAM:
        raise typer.Exit(teller.tell_each(desk.look_up, sys.stdin))
    raise typer.Exit(teller.tell(desk.answer(number or None, name, customer_number)))
