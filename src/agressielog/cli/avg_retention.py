"""`agressielog avg opschonen`: take away what no term or question needs any more."""

from functools import cache
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.retention import CountDiffers, clean_up_terms, foresee_cleaning_up
from agressielog.cli.asking import ask, interactive
from agressielog.cli.avg_erasing import files_of, told_after_all
from agressielog.cli.opening import opened, seen
from agressielog.domain.errors import UnreadableValue
from agressielog.presentation.retention_view import (
    cleaning_up_json,
    show_cleaned_up,
    show_cleaning_up,
    show_dry_run,
)

_COMMAND = "avg opschonen"


def opschonen(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Laat alleen zien wat er weggaat, wat blijft, en waarom.")
    ] = False,
    agreed: Annotated[bool, typer.Option("--ja", help="Vraag niet om het aantal te typen.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Ruim op wat volgens het beleid niet langer bewaard wordt.

    De termijn loopt vanaf het laatste incident van de beller dat meetelde. Wat een lopende maatregel, een
    trede, een vasthouding of iets openstaands nodig heeft, blijft. De cijfers van vroegere maanden ook.

        agressielog avg opschonen --dry-run
    """
    app, output = opened(ctx)
    if dry_run:
        found = foresee_cleaning_up(app.store, app.policy, app.now)
        seen(ctx, found.shown)
        if as_json:
            output.answer.json(cleaning_up_json(found, done=False))
        else:
            show_dry_run(output.answer, found)
        return
    count = None
    if not agreed:
        if not interactive():
            raise MissingAnswers(("--ja",))
        found = foresee_cleaning_up(app.store, app.policy, app.now)
        if found.count:
            seen(ctx, found.shown)
            show_cleaning_up(output.answer, found)
            count = ask("Typ het aantal dat weggaat om door te gaan", _whole)
            if count != found.count:
                raise CountDiffers(count, found.count)
    with told_after_all(output, as_json=as_json):
        done = clean_up_terms(app.store, files_of(app), app.deed(_COMMAND), cache(app.policy_on), count)
    if as_json:
        output.answer.json(cleaning_up_json(done, done=True))
    else:
        show_cleaned_up(output.answer, done)


def _whole(typed: str) -> int:
    if not typed.isdecimal():
        raise UnreadableValue("aantal", typed)
    return int(typed)
