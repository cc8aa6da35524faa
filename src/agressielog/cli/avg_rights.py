"""`agressielog avg zienswijze|beperk|vasthouden`: the caller's own statement, a restriction, a hold."""

import sys
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.rights import add_statement, hold, lift_holds, lift_restriction, restrict
from agressielog.application.usage_errors import Contradiction
from agressielog.cli.add_options import STDIN, read_text
from agressielog.cli.asking import ask, interactive
from agressielog.cli.opening import opened
from agressielog.cli.reading_options import read_day
from agressielog.domain.day import Direction, parse_day
from agressielog.domain.text import keep_text
from agressielog.presentation.rights_view import (
    on_hold_json,
    restricted_json,
    show_on_hold,
    show_restricted,
    show_stated,
    stated_json,
)

Beller = Annotated[
    str, typer.Argument(metavar="BELLER", help="B12, of een nummer of klantnummer van één beller.")
]
Reden = Annotated[
    str | None,
    typer.Option("--reden", metavar="TEKST", help="Waarom; - leest het van standaardinvoer."),
]
Opheffen = Annotated[bool, typer.Option("--opheffen", help="Het is niet meer nodig.")]
AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]


def zienswijze(
    ctx: typer.Context,
    caller: Beller,
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="[-]", help="Met - komt de tekst van standaardinvoer; anders wordt hij gevraagd."
        ),
    ] = None,
    given_on: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", help="Wanneer de beller dit vertelde; gewoonlijk vandaag."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Voeg de zienswijze van de beller zelf toe aan het dossier, woord voor woord.

    Wie over de beller besluit, leest haar erbij. Ze gaat mee in een inzage, en niemand verandert er iets aan.

        agressielog avg zienswijze B12
        agressielog avg zienswijze B12 - --op gisteren < brief.txt
    """
    app, output = opened(ctx)
    day = read_day(app, given_on) or app.today
    stated = add_statement(
        app.store, app.deed("avg zienswijze"), caller, _read_statement(text), day, country=app.country
    )
    if as_json:
        output.answer.json(stated_json(stated))
    else:
        show_stated(output.answer, stated)


def beperk(
    ctx: typer.Context,
    caller: Beller,
    reason: Reden = None,
    lift: Opheffen = False,
    as_json: AsJson = False,
) -> None:
    """Haal de bijzonderheden van een beller uit het zicht, op verzoek (AVG artikel 18).

    De status en wat je bij een oproep doet, blijven staan. Niets wordt gewist.

        agressielog avg beperk B12 --reden "betwist wat er gezegd is"
        agressielog avg beperk B12 --opheffen
    """
    app, output = opened(ctx)
    why = _reason(reason, lift=lift)
    deed = app.deed("avg beperk")
    restricted = (
        lift_restriction(app.store, deed, caller, app.country)
        if why is None
        else restrict(app.store, deed, caller, why, app.country)
    )
    if as_json:
        output.answer.json(restricted_json(restricted))
    else:
        show_restricted(output.answer, restricted)


def vasthouden(
    ctx: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="BELLER|INCIDENT", help="De beller (B12) of het incident (42).")
    ],
    reason: Reden = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--tot",
            metavar="DATUM",
            help="Tot en met deze dag; anders tot het opheffen, of de dag die al gold.",
        ),
    ] = None,
    longer: Annotated[
        bool,
        typer.Option(
            "--langer", help="Geen zaak, wel een reden: bewaar een zwaar incident tot de grens in het beleid."
        ),
    ] = False,
    lift: Opheffen = False,
    as_json: AsJson = False,
) -> None:
    """Houd gegevens vast zolang een klacht of zaak loopt: bewaartermijnen wissen er niets van.

    Elk half jaar vraagt taken of het nog nodig is. Zo ja, geef deze opdracht dan opnieuw, met de reden.

        agressielog avg vasthouden B12 --reden "klacht bij de ombudsman"
        agressielog avg vasthouden 42 --reden aangifte --tot 1-6-2027
        agressielog avg vasthouden 42 --langer --reden "dreigt bij elk bezoek"
    """
    app, output = opened(ctx)
    for told, option in ((until is not None, "--tot"), (longer, "--langer")):
        if lift and told:
            raise Contradiction("--opheffen", option)
    last = parse_day(until, app.today, Direction.FUTURE) if until is not None else None
    why = _reason(reason, lift=lift)
    deed = app.deed("avg vasthouden")
    held = (
        lift_holds(app.store, deed, subject, app.country)
        if why is None
        else hold(
            app.store, deed, subject, why, app.country, until=last, longer=app.policy if longer else None
        )
    )
    if as_json:
        output.answer.json(on_hold_json(held))
    else:
        show_on_hold(output.answer, held)


def _reason(typed: str | None, *, lift: bool) -> str | None:
    """Return why; None where it is lifted.

    Raises:
        Contradiction, MissingAnswers, TextEmpty, TextTooLong, TextUnstorable.
    """
    if lift:
        if typed is not None:
            raise Contradiction("--opheffen", "--reden")
        return None
    told = read_text("--reden", typed)
    if told is not None:
        return told
    if not interactive():
        raise MissingAnswers(("--reden",))
    return ask("Waarom?", lambda answer: keep_text("--reden", answer))


def _read_statement(text: str | None) -> str:
    """Read the statement; never from an argument, which would stay in the shell's history.

    Raises:
        Contradiction, MissingAnswers, TextEmpty, TextTooLong, TextUnstorable.
    """
    if text == STDIN:
        return keep_text("TEKST", sys.stdin.read())
    if text is not None:
        raise Contradiction("TEKST", "-")
    if not interactive():
        raise MissingAnswers(("-",))
    return ask("Wat zegt de beller zelf?", lambda answer: keep_text("TEKST", answer))
