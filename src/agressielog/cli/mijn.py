"""`agressielog mijn`: what became of my reports, my promises, and the aftercare for me."""

from typing import Annotated

import typer

from agressielog.application.mine import what_is_mine
from agressielog.cli.opening import opened, seen
from agressielog.presentation.mine_view import mine_json, show_mine


def command(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon wat er met jouw meldingen is gedaan, en wat je nog moet doen.

    De meldingen van de laatste twaalf maanden, en oudere die nog open zijn; jouw toezeggingen; en de nazorg
    die jij nog krijgt.

        agressielog mijn
        agressielog --als "Mia de Vries" mijn
    """
    app, output = opened(ctx)
    mine = what_is_mine(app.store, app.name, app.policy, app.today)
    promised = [line.caller.id for line in mine.promises if line.caller is not None]
    seen(ctx, [*(report.incident.caller for report in mine.reports), *promised])
    if as_json:
        output.answer.json(mine_json(mine, app.now))
    else:
        show_mine(output.answer, mine, app.policy, app.now)
