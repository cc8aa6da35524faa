"""`agressielog list`: find incidents by filter."""

from typing import Annotated

import typer

from agressielog.application.find import list_incidents
from agressielog.cli.opening import opened
from agressielog.cli.reading_options import read_filter
from agressielog.presentation.incident_view import show_list
from agressielog.presentation.json_documents import incidents_json


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
    limit: Annotated[int | None, typer.Option("--limit", metavar="AANTAL", help="Hoogstens zoveel.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon een lijst van incidenten, het laatste eerst.

    Alle filters werken samen:

        agressielog list --sinds 1-10 --soort schelden --limit 20
    """
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
    found = list_incidents(app.store, wanted)
    if as_json:
        output.answer.json(incidents_json("list", found))
    else:
        show_list(output.answer, found, app.policy)
