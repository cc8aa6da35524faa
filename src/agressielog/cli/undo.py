"""`agressielog undo`: take back the last change."""

from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.undo import as_seen, foresee_undo, undo
from agressielog.cli.asking import StepBack, ask_yes_no, interactive
from agressielog.cli.opening import opened
from agressielog.presentation.undo_view import show_undoing, undo_json


def command(
    ctx: typer.Context,
    agreed: Annotated[bool, typer.Option("--ja", help="Vraag niet of het goed is.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Draai je laatste wijziging terug.

    Je ziet eerst wat er verandert. Nog een keer undo haalt het terugdraaien weer weg. Is er sindsdien op
    voortgebouwd, dan gebeurt er niets, en staat er waarop.
    """
    app, output = opened(ctx)
    if not agreed:
        if not interactive():
            raise MissingAnswers(("--ja",))
        foreseen = as_seen(app.store, foresee_undo(app.store, app.login, app.name))
        app.showing(foreseen.callers)
        show_undoing(output.answer, foreseen, app.policy, app.now)
        if not _agrees():
            output.answer.line("Niets veranderd.")
            return
    done = as_seen(app.store, undo(app.store, app.deed("undo")))
    if as_json:
        output.answer.json(undo_json(done))
        return
    if agreed:
        show_undoing(output.answer, done, app.policy, app.now)
    output.answer.line("Teruggedraaid. Toch niet? Nog een keer: agressielog undo")


def _agrees() -> bool:
    try:
        return ask_yes_no("Terugdraaien?", default=False)
    except StepBack:
        return False
