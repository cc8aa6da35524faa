"""`agressielog taken`: everything that is due, oldest first, with the command that does it."""

from typing import Annotated

import typer

from agressielog.application.duties import DutyFilter, duties
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.exit_status import ExitStatus
from agressielog.cli.main import globals_of
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_code, read_day
from agressielog.domain.day import Direction, parse_day
from agressielog.domain.duty import DutyKind
from agressielog.domain.text import keep_line
from agressielog.presentation.duty_json import duties_document
from agressielog.presentation.duty_view import show_duties

_KINDS = ", ".join(kind.value for kind in DutyKind)


def command(
    ctx: typer.Context,
    whose: Annotated[
        str | None,
        typer.Option("--wie", metavar="WIE", help="Alleen over deze beller, of van deze collega."),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--soort", metavar="SOORT", help=f"Alleen deze soort: {_KINDS}."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--tot", metavar="DATUM", help="Wat op deze dag of eerder gedaan moet zijn.")
    ] = None,
    reference_day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Oordeel over deze dag; gewoonlijk vandaag."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--alles", help="Elke taak op een eigen regel, hoeveel het er ook zijn.")
    ] = False,
    lapsed: Annotated[
        bool, typer.Option("--vervallen", help="Wat niemand meer hoeft te doen, met de reden.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Alleen wat te laat is, met afsluitcode 7; anders stil, met 0."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon alles wat gedaan moet worden, het oudste eerst.

    Bij elke taak staat tot wanneer, hoe laat ze is, over wie het gaat en met welke opdracht je haar doet.
    Met --check is het een wekker voor cron.

        agressielog taken
        agressielog taken --wie 'Mia de Vries' --tot vrijdag
    """
    app, output = opened(ctx)
    on = read_day(app, reference_day) or app.today
    wanted = _wanted(app, whose, kinds or [], until, lapsed=lapsed, check=check)
    found = duties(app.store, app.policy_on(on), on, app.now, wanted=wanted, country=app.country)
    if found.duties or not check:
        seen(ctx, (duty.caller for duty in found.duties))
    else:
        globals_of(ctx).looking.at_nothing()
    if as_json and (found.duties or not check):
        output.answer.json(duties_document(found))
    elif found.duties or not check:
        show_duties(output.answer, found, wanted, everything=everything)
    if check and found.duties:
        raise typer.Exit(ExitStatus.OVERDUE)


def _wanted(
    app: App, whose: str | None, kinds: list[str], until: str | None, *, lapsed: bool, check: bool
) -> DutyFilter:
    """Read the filters.

    Raises:
        The `WrongUse` family.
    """
    if lapsed and check:
        raise Contradiction("--vervallen", "--check")
    return DutyFilter(
        kinds=frozenset(read_code("--soort", kind, DutyKind) for kind in kinds),
        until=parse_day(until, app.today, Direction.FUTURE) if until is not None else None,
        whose=keep_line("--wie", whose) if whose is not None else None,
        late_only=check,
        lapsed=lapsed,
    )
