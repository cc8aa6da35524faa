"""`agressielog goed`: a call that went well with somebody under a measure."""

from typing import Annotated

import typer

from agressielog.application.errors import AmbiguousCaller, MissingAnswers
from agressielog.application.good_calls import GoodCallNoted, note_good_call
from agressielog.bootstrap import App
from agressielog.cli.asking import ask_choice, ask_text, interactive
from agressielog.cli.opening import opened
from agressielog.domain.identity import caller_code
from agressielog.presentation.good_call_view import noted_json, show_noted
from agressielog.presentation.labels import show_caller


def command(
    ctx: typer.Context,
    caller: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NUMMER|BELLER…]", help="Wie er belde: het nummer, een klantnummer of de beller (B12)."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Noteer een goed gesprek met wie een maatregel heeft.

    Alleen het moment en wie het noteert, geen tekst. Het pleit voor de beller als de maatregel wordt bekeken,
    en het telt nergens in mee. Zonder nummer wordt het gevraagd, zodat het niet in de geschiedenis van je
    shell komt.

        agressielog goed B12
    """
    app, output = opened(ctx)
    noted = note(app, _asked(caller))
    if as_json:
        output.answer.json(noted_json(noted))
    else:
        show_noted(output.answer, noted)


def _asked(typed: list[str] | None) -> str:
    if typed:
        return " ".join(typed)
    if not interactive():
        raise MissingAnswers(("NUMMER",))
    return ask_text("Nummer")


def note(app: App, asked: str) -> GoodCallNoted:
    """Note the call; on a terminal a number of several people is asked about, elsewhere it is refused."""
    deed = app.deed("goed")
    try:
        return note_good_call(app.store, deed, asked, app.policy, app.country)
    except AmbiguousCaller as error:
        if not interactive():
            raise
        app.showing(choice.id for choice in error.choices)
        place = ask_choice("Wie was het?", [show_caller(choice) for choice in error.choices])
        chosen = caller_code(error.choices[place].id)
        return note_good_call(app.store, deed, chosen, app.policy, app.country)
