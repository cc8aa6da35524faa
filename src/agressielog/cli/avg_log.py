"""`agressielog avg log`: who looked at whom."""

from typing import Annotated

import typer

from agressielog.application.looked import who_looked
from agressielog.application.usage_errors import Contradiction, DaysReversed
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_day, read_limit
from agressielog.presentation.look_view import looked_json, show_looked

#: How many looks a screen shows without being asked for more.
ON_A_SCREEN = 50


def log(
    ctx: typer.Context,
    caller: Annotated[
        str | None,
        typer.Option(
            "--beller", metavar="BELLER", help="Alleen naar deze beller: B12, een nummer of klantnummer."
        ),
    ] = None,
    since: Annotated[str | None, typer.Option("--sinds", metavar="DATUM", help="Vanaf deze dag.")] = None,
    until: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="Tot en met deze dag.")] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="AANTAL", help="Hoogstens zoveel; op een scherm gewoonlijk 50."),
    ] = None,
    everything: Annotated[bool, typer.Option("--alles", help="Ook op een scherm alles tonen.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon wie wanneer wie heeft opgezocht of bekeken, het laatste eerst.

    Wie iemand opzoekt die niet in het logboek staat, telt alleen mee in een dagtotaal. Wat er is vastgelegd of
    veranderd, staat in de geschiedenis van een incident, beller of maatregel.

        agressielog avg log --beller B12
        agressielog avg log --sinds 1-11 --tot gisteren
    """
    if everything and limit is not None:
        raise Contradiction("--alles", "--limit")
    app, output = opened(ctx)
    first, last = read_day(app, since), read_day(app, until)
    if first is not None and last is not None and last < first:
        raise DaysReversed(first, last)
    on_a_screen = output.answer.surface.wrap and not (as_json or everything)
    most = read_limit(limit) or (ON_A_SCREEN if on_a_screen else None)
    looked = who_looked(app.store, caller, app.country, since=first, until=last, limit=most)
    seen(ctx, (one for line in looked.lines for one in line.callers))
    if as_json:
        output.answer.json(looked_json(looked))
    else:
        show_looked(output.answer, looked)
