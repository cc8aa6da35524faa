"""`agressielog avg verzoek`: what a caller asks under the privacy law, and our answer.

One command with three forms, told apart by the first word: a caller, `done`, or `list`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.requests import answer_request, receive_request, requests_made
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.asking import ask, interactive
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_code, read_day
from agressielog.domain.day import parse_day
from agressielog.domain.identity import parse_request_code
from agressielog.domain.request import Answer, RequestKind, RequestOutcome
from agressielog.domain.text import keep_text, optional_text
from agressielog.domain.value import value
from agressielog.presentation.console import Output
from agressielog.presentation.mistakes.usage import VerbNotNeeded
from agressielog.presentation.request_view import (
    request_document,
    requests_document,
    show_answered,
    show_received,
    show_requests,
)

_DONE, _LIST = "done", "list"
# What other commands begin with; here a new request begins with the caller.
_VERBS = frozenset({"add", "nieuw", "new"})
_KIND = f"Wat vraagt de beller? ({', '.join(kind.value for kind in RequestKind)})"
_WHY_NOT = "Waarom niet, of niet alles? Zo hoort de beller het ook."
_RECEIVED = "Wanneer kwam het binnen? [vandaag]"


@value(kw_only=True)
class RequestOptions:
    """The options as typed; those of the other forms are refused."""

    kind: str | None
    received: str | None
    on: str | None
    outcome: str | None
    reason: str | None
    everything: bool

    def refuse(self, form: str, *fields: str) -> None:
        """Refuse options that say nothing in this form.

        Raises:
            Contradiction.
        """
        options = {"kind": "--soort", "received": "--ontvangen", "on": "--op", "outcome": "--uitkomst"}
        options |= {"reason": "--reden", "everything": "--alles"}
        for field in fields:
            if getattr(self, field):
                raise Contradiction(form, options[field])


def verzoek(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WIE…", help="De beller die iets vraagt; of 'done' met het verzoek, of 'list'."
        ),
    ],
    kind: Annotated[
        str | None,
        typer.Option("--soort", metavar="SOORT", help="inzage, correctie, verwijdering of bezwaar."),
    ] = None,
    received: Annotated[
        str | None,
        typer.Option(
            "--ontvangen", metavar="DATUM", help="Wanneer het binnenkwam; de termijn loopt vanaf dan."
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", help="Bij done: wanneer wij antwoordden; gewoonlijk vandaag."),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            "--uitkomst",
            metavar="UITKOMST",
            help="Bij done: toegewezen, deels, afgewezen of ingetrokken.",
        ),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reden", metavar="TEKST", help="Bij done: waarom; nodig bij afgewezen en deels."),
    ] = None,
    everything: Annotated[bool, typer.Option("--alles", help="Bij list: ook wat beantwoord is.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Leg een verzoek onder de AVG vast, en het antwoord erop.

    Binnen een maand hoort de beller wat wij doen; de termijn staat in agressielog taken.

        agressielog avg verzoek B12 --soort inzage --ontvangen gisteren
        agressielog avg verzoek done V3 --uitkomst toegewezen
        agressielog avg verzoek list
    """
    first, *rest = words
    if first.casefold() in _VERBS:
        raise VerbNotNeeded(ctx.command_path, first, " ".join(rest), "--soort inzage --ontvangen gisteren")
    logbook, output = opened(ctx)
    typed = RequestOptions(
        kind=kind, received=received, on=on, outcome=outcome, reason=reason, everything=everything
    )
    if first == _LIST:
        _list(ctx, logbook, output, rest, typed, as_json=as_json)
    elif first == _DONE:
        _done(logbook, output, rest, typed, as_json=as_json)
    else:
        _receive(logbook, output, " ".join(words), typed, as_json=as_json)


def _receive(app: App, output: Output, caller: str, typed: RequestOptions, *, as_json: bool) -> None:
    typed.refuse("BELLER", "on", "outcome", "reason", "everything")
    kind = _kind(typed.kind) if typed.kind is not None else None
    received = read_day(app, typed.received)
    if not interactive():
        told = (("--soort", kind), ("--ontvangen", received))
        if missing := tuple(option for option, value in told if value is None):
            raise MissingAnswers(missing)
    kind = kind or ask(_KIND, _kind)
    received = received or ask(_RECEIVED, lambda answer: parse_day(answer, app.today), default="vandaag")
    asked = receive_request(
        app.store,
        app.deed("avg verzoek"),
        caller,
        kind,
        received,
        policy=app.policy_on(received),
        country=app.country,
    )
    if as_json:
        output.answer.json(request_document("avg.verzoek", asked))
    else:
        show_received(output.answer, asked, app.today)


def _kind(typed: str) -> RequestKind:
    return read_code("--soort", typed, RequestKind)


def _done(app: App, output: Output, words: Sequence[str], typed: RequestOptions, *, as_json: bool) -> None:
    typed.refuse(_DONE, "kind", "received", "everything")
    if not words or typed.outcome is None:
        needed = (("VERZOEK", bool(words)), ("--uitkomst", typed.outcome is not None))
        raise MissingAnswers(tuple(name for name, told in needed if not told), on_terminal=False)
    answer = Answer(
        read_day(app, typed.on) or app.today,
        read_code("--uitkomst", typed.outcome, RequestOutcome),
        optional_text("--reden", typed.reason),
    )
    if answer.refuses and answer.reason is None and interactive():
        answer = replace(answer, reason=ask(_WHY_NOT, lambda told: keep_text("--reden", told)))
    asked = answer_request(
        app.store, app.deed("avg verzoek done"), parse_request_code(" ".join(words)), answer
    )
    if as_json:
        output.answer.json(request_document("avg.verzoek.done", asked))
    else:
        show_answered(output.answer, asked)


def _list(
    ctx: typer.Context,
    app: App,
    output: Output,
    words: Sequence[str],
    typed: RequestOptions,
    *,
    as_json: bool,
) -> None:
    typed.refuse(_LIST, "kind", "received", "on", "outcome", "reason")
    found = requests_made(
        app.store, " ".join(words) or None, country=app.country, everything=typed.everything
    )
    seen(ctx, (asked.caller.id for asked in found))
    if as_json:
        output.answer.json(requests_document(found))
    else:
        show_requests(output.answer, found, app.today)
