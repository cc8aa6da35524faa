"""`--geschiedenis`: the life of an incident, a caller or a measure as the answer of the command that shows it."""

from collections.abc import Sequence

import typer

from agressielog.application.ports.evidence import Step
from agressielog.bootstrap import App
from agressielog.presentation.console import Output
from agressielog.presentation.history_view import history_json, show_history

HISTORY = typer.Option("--geschiedenis", help="Toon wie wat wanneer vastlegde en veranderde.")


def tell_history(
    app: App, output: Output, command: str, name: str, steps: Sequence[Step], *, as_json: bool
) -> None:
    """Show a life.

    Args:
        app: whose policy has the labels.
        output: where to.
        command: as its schema is called (`beller.show.geschiedenis`).
        name: of the record, as it is called on screen.
        steps: of its life.
        as_json: as a document.
    """
    if as_json:
        output.answer.json(history_json(command, steps))
    else:
        show_history(output.answer, name, steps, app.policy, app.now)
