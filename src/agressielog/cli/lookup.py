"""`agressielog lookup`: who is this, and what do I do."""

import sys
from collections.abc import Callable, Iterable
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.look_up import (
    Answer,
    look_up_caller,
    look_up_customer_number,
    look_up_name,
    look_up_number,
)
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.asking import ask, interactive
from agressielog.cli.exit_status import ExitStatus, lookup_status, status_of
from agressielog.cli.opening import opened
from agressielog.domain.day import parse_day
from agressielog.domain.errors import AgressielogError
from agressielog.domain.identity import looks_like_caller_code, parse_caller_code
from agressielog.domain.phone import parse_number
from agressielog.presentation.console import Output
from agressielog.presentation.lookup_view import answer_json, show_answer
from agressielog.presentation.mistakes import word
from agressielog.presentation.three_lines import as_document, show_mistake

# In place of a number: read one a line, for a telephone switch.
_STREAM = ["-"]


def command(
    ctx: typer.Context,
    number: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NUMMER…]", help="Het nummer zoals je het ziet, een beller (B12), of - voor één per regel."),
    ] = None,
    name: Annotated[str | None, typer.Option("--naam", metavar="NAAM", help="Zoek op naam.")] = None,
    customer_number: Annotated[
        str | None, typer.Option("--klantnummer", metavar="NUMMER", help="Zoek op klantnummer.")
    ] = None,
    reference_day: Annotated[
        str | None, typer.Option("--peildatum", metavar="DATUM", help="Oordeel over deze dag; gewoonlijk vandaag.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Zeg het antwoord ook met de afsluitcode.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Zoek op wie er belt, voordat je opneemt.

    agressielog lookup 06 12 34 56 78
    agressielog lookup B12
    agressielog lookup -            (één nummer per regel)
    """
    app, output = opened(ctx)
    on = parse_day(reference_day, app.today) if reference_day is not None else app.today
    _refuse_two_questions(number, name, customer_number)

    def show(answer: Answer, *, compact: bool) -> None:
        if as_json:
            output.answer.json(answer_json(answer), compact=compact)
        else:
            show_answer(output.answer, answer, app.policy)
        output.answer.flush()

    def look_up(text: str) -> Answer:
        if looks_like_caller_code(text):
            return look_up_caller(app.store, parse_caller_code(text), app.policy, on)
        return look_up_number(app.store, parse_number(text, app.country), app.policy, on)

    if number == _STREAM:
        raise typer.Exit(_stream(sys.stdin, look_up, show, output, as_json=as_json, exit_code=exit_code))
    if name is not None:
        answer = look_up_name(app.store, name, app.policy, on)
    elif customer_number is not None:
        answer = look_up_customer_number(app.store, customer_number, app.policy, on)
    else:
        answer = look_up(" ".join(number)) if number else _asked(app, look_up)
    show(answer, compact=False)
    raise typer.Exit(lookup_status(answer.standing) if exit_code else ExitStatus.DONE)


def _refuse_two_questions(number: list[str] | None, name: str | None, customer_number: str | None) -> None:
    given = [
        option
        for option, value in (("NUMMER", number), ("--naam", name), ("--klantnummer", customer_number))
        if value is not None
    ]
    if len(given) > 1:
        raise Contradiction(given[0], given[1])


def _asked(_app: App, look_up: Callable[[str], Answer]) -> Answer:
    """Ask for the number, so that it is not in the shell's history."""
    if not interactive():
        raise MissingAnswers(("NUMMER",))
    return ask("Nummer", look_up)


def _stream(
    lines: Iterable[str],
    look_up: Callable[[str], Answer],
    show: Callable[..., None],
    output: Output,
    *,
    as_json: bool,
    exit_code: bool,
) -> int:
    """Answer line by line, each sent at once; goes on after a bad line and ends with the worst."""
    worst = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = look_up(line.rstrip("\n"))
        except AgressielogError as error:
            worst = max(worst, status_of(error))
            if as_json:
                output.answer.json(as_document(word(error)), compact=True)
                output.answer.flush()
            else:
                show_mistake(word(error), output, as_json=False)
            continue
        show(answer, compact=True)
        if exit_code:
            worst = max(worst, lookup_status(answer.standing))
    return worst
