"""`agressielog list`: find incidents by filter."""

from typing import Annotated

import typer

from agressielog.application.find import asks_what_is_hidden, list_incidents, list_newest
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.restricting import restricted_now
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_filter
from agressielog.domain.identity import CallerId
from agressielog.presentation.console import Output
from agressielog.presentation.incident_view import show_list, show_rest
from agressielog.presentation.json_documents import incidents_json

#: How many incidents a screen shows without being asked for more.
ON_A_SCREEN = 50


def command(
    ctx: typer.Context,
    since: Annotated[str | None, typer.Option("--sinds", metavar="DATUM", help="Vanaf deze dag.")] = None,
    until: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="Tot en met deze dag.")] = None,
    kind: Annotated[
        str | None, typer.Option("--soort", "-s", metavar="SOORT", help="Met deze soort gedrag.")
    ] = None,
    severity: Annotated[
        str | None, typer.Option("--ernst", metavar="ERNST", help="geen, licht, middel of zwaar.")
    ] = None,
    caller: Annotated[
        str | None,
        typer.Option("--beller", metavar="BELLER", help="Van deze beller: B12, een nummer of klantnummer."),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--nummer", metavar="NUMMER", help="Vanaf dit nummer.")
    ] = None,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help="Van dit team.")] = None,
    reporter: Annotated[str | None, typer.Option("--melder", metavar="NAAM", help="Van deze melder.")] = None,
    incomplete: Annotated[bool, typer.Option("--open", help="Alleen wat nog aangevuld moet worden.")] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="AANTAL", help="Hoogstens zoveel; op een scherm gewoonlijk 50."),
    ] = None,
    everything: Annotated[bool, typer.Option("--alles", help="Ook op een scherm alles tonen.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon een lijst van incidenten, het laatste eerst.

    Alle filters werken samen:

        agressielog list --sinds 1-10 --soort schelden --limit 20
    """
    if everything and limit is not None:
        raise Contradiction("--alles", "--limit")
    app, output = opened(ctx)
    wanted = read_filter(
        app,
        since=since,
        until=until,
        kind=kind,
        severity=severity,
        caller=caller,
        number=number,
        team=team,
        reporter=reporter,
        incomplete=incomplete,
        limit=limit,
    )
    restricted = _restricted(app, output, wanted)
    # A screen keeps only its last lines, so that the first and newest would be gone. A program or a file that
    # asks for a list wants it whole: what is missing there, nobody sees.
    if _is_screen(output) and not (as_json or everything or limit is not None):
        newest, total = list_newest(app.store, wanted, ON_A_SCREEN)
        seen(ctx, (incident.caller for incident in newest))
        show_list(output.answer, newest, app.policy, restricted)
        show_rest(output.answer, len(newest), total)
        return
    found = list_incidents(app.store, wanted)
    seen(ctx, (incident.caller for incident in found))
    if as_json:
        output.answer.json(incidents_json("list", found, restricted))
    else:
        show_list(output.answer, found, app.policy, restricted)


def _restricted(app: App, output: Output, wanted: IncidentFilter) -> frozenset[CallerId]:
    """Return who asked for restriction, and say that they are left out where the question would tell of them."""
    restricted = restricted_now(app.store)
    if restricted and asks_what_is_hidden(wanted):
        output.notice("Bellers die om beperking vroegen, staan hier niet bij.")
    return restricted


def _is_screen(output: Output) -> bool:
    return output.answer.surface.wrap
