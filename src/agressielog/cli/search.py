"""`agressielog search`: find incidents by words."""

from typing import Annotated

import typer

from agressielog.application.find import search
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_limit
from agressielog.domain.search_words import SearchWords
from agressielog.presentation.incident_view import show_list
from agressielog.presentation.json_documents import incidents_json

_MOST = 50


def command(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WOORDEN…", help="Alle woorden moeten voorkomen.")],
    limit: Annotated[int, typer.Option("--limit", metavar="AANTAL", help="Hoogstens zoveel.")] = _MOST,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Zoek incidenten op woorden, het laatst vastgelegde eerst.

    Gezocht wordt in wat er gebeurde, het citaat, het onderwerp, toezeggingen en de naam van de beller.
    Accenten en hoofdletters maken niet uit; van het laatste woord is het begin genoeg.

        agressielog search factuur dreig
    """
    app, output = opened(ctx)
    found = search(app.store, SearchWords.parse(" ".join(words)), read_limit(limit) or _MOST)
    seen(ctx, (incident.caller for incident in found))
    if as_json:
        output.answer.json(incidents_json("search", found))
    else:
        show_list(output.answer, found, app.policy)
