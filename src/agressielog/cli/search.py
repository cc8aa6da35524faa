"""`agressielog search`: find incidents by words."""

from typing import Annotated

import typer

from agressielog.application.find import search
from agressielog.application.restricting import restricted_now
from agressielog.bootstrap import App
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_limit
from agressielog.domain.identity import looks_like_caller_code
from agressielog.domain.number_errors import UnreadableNumber
from agressielog.domain.phone import PhoneNumber, parse_number
from agressielog.domain.search_words import SearchWords
from agressielog.presentation.incident_view import show_list, show_not_words
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
    elif not found and (option := _of_whom(app, " ".join(words))) is not None:
        show_not_words(output.answer, option, " ".join(words))
    else:
        show_list(output.answer, found, app.policy)
    if restricted_now(app.store):
        output.notice("Bellers die om beperking vroegen, worden niet doorzocht.")


def _of_whom(app: App, typed: str) -> str | None:
    """Return the option of `list` that what was typed belongs to: a number or a caller; None for words."""
    if looks_like_caller_code(typed):
        return "--beller"
    try:
        number = parse_number(typed, app.country)
    except UnreadableNumber:
        return None
    return "--nummer" if isinstance(number, PhoneNumber) else None
