"""`agressielog toezegging`: what we promised, and whether we did it."""

from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.promises import keep_promise, list_promises, make_promise, reopen_promise
from agressielog.application.restricting import found_caller
from agressielog.application.usage_errors import Contradiction
from agressielog.cli.add_options import read_moment
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.opening import opened, seen
from agressielog.cli.promise_options import read_promise
from agressielog.cli.reading_options import read_day
from agressielog.domain.identity import parse_promise_code
from agressielog.presentation.promise_view import (
    promise_document,
    promises_json,
    show_made,
    show_marked,
    show_promises,
)

app = typer.Typer(help="Wat we beloofd hebben: bekijken, vastleggen, nakomen.")

AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]


@app.command("list")
def list_(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--alles", help="Ook wat is nagekomen of vervallen.")] = False,
    caller: Annotated[
        str | None, typer.Option("--beller", metavar="BELLER", help="Alleen aan deze beller.")
    ] = None,
    reference_day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Oordeel over deze dag; gewoonlijk vandaag."),
    ] = None,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: AsJson = False,
) -> None:
    """Toon wat nog moet worden nagekomen, wat het eerst moet eerst."""
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    if all_the_same and caller is None:
        # A reason is about somebody.
        raise MissingAnswers(("--beller",), on_terminal=False)
    person = found_caller(logbook.store, caller, logbook.country) if caller is not None else None
    shown = despite(logbook, person, wanted=all_the_same, reason=reason)
    lines = list_promises(
        logbook.store, on, logbook.country, asked=caller, everything=everything, despite=shown
    )
    seen(ctx, (line.caller.id for line in lines if line.caller is not None))
    if as_json:
        output.answer.json(promises_json(lines, on))
    else:
        show_promises(output.answer, lines, on, everything=everything)


@app.command("add")
def add(
    ctx: typer.Context,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="INCIDENT|BELLER",
            help="Het incident (42), of na een gewoon gesprek de beller: B12, een nummer of klantnummer.",
        ),
    ],
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEKST…]", help="Wat is toegezegd; - leest het van standaardinvoer."),
    ] = None,
    due: Annotated[str | None, typer.Option("--voor", metavar="DATUM", help="Voor wanneer.")] = None,
    at: Annotated[
        str | None, typer.Option("--op", metavar="MOMENT", help="Wanneer het is toegezegd; gewoonlijk nu.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Leg een toezegging vast, bij een incident of na een gewoon gesprek met een bekende beller.

    Zonder tekst wordt die gevraagd, zodat hij niet in de geschiedenis van je shell komt.

        agressielog toezegging add B12 --voor vrijdag
        agressielog toezegging add 42 terugbellen over de factuur
    """
    logbook, output = opened(ctx)
    promise = read_promise(logbook, text or (), due, at)
    line = make_promise(logbook.store, logbook.deed("toezegging add"), subject, promise, logbook.country)
    if as_json:
        output.answer.json(promise_document("toezegging.add", line, logbook.today))
    else:
        show_made(output.answer, line, logbook.now)


@app.command("done")
def done(
    ctx: typer.Context,
    promise: Annotated[str, typer.Argument(metavar="TOEZEGGING", help="De toezegging, bijvoorbeeld T7.")],
    at: Annotated[str | None, typer.Option("--op", metavar="MOMENT", help="Wanneer; gewoonlijk nu.")] = None,
    reopen: Annotated[
        bool, typer.Option("--toch-open", help="Het was een vergissing: zet hem weer open.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Leg vast dat een toezegging is nagekomen.

    agressielog toezegging done T7
    agressielog toezegging done T7 --op "gisteren 16:30"
    """
    logbook, output = opened(ctx)
    if reopen and at is not None:
        raise Contradiction("--toch-open", "--op")
    name, deed = parse_promise_code(promise), logbook.deed("toezegging done")
    if reopen:
        line = reopen_promise(logbook.store, deed, name)
    else:
        line = keep_promise(logbook.store, deed, name, read_moment(logbook, at).at)
    if as_json:
        output.answer.json(promise_document("toezegging.done", line, logbook.today))
    else:
        show_marked(output.answer, line, logbook.now)
