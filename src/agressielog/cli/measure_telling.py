"""What the commands about measures have in common: asking what is missing, and telling how one stands."""

from datetime import date

from agressielog.application.measure_views import life_of
from agressielog.application.proposing import Wanted
from agressielog.bootstrap import App
from agressielog.cli.asking import interactive
from agressielog.domain.identity import MeasureId
from agressielog.presentation.console import Output
from agressielog.presentation.measure_view import life_document, show_life


def asked_or_told(app: App, wanted: Wanted, on: date, *, none: bool, as_json: bool) -> Wanted:
    """Return what is wanted, on a terminal with the answers to what was not said."""
    if as_json or not interactive():
        return wanted
    from agressielog.cli.measure_dialogue import ask_missing

    return ask_missing(app, wanted, on, none=none)


def tell(app: App, output: Output, measure: MeasureId, command: str, *, on: date, as_json: bool) -> None:
    """Show a measure as it stands on local day *on*, as the answer of *command* (`maatregel.show`).

    Raises:
        MeasureNotFound, NotYetDecided.
    """
    policy = app.policy_on(on)
    life = life_of(app.store, measure, policy, on)
    if as_json:
        output.answer.json(life_document(command, life))
    else:
        show_life(output.answer, life, policy, app.now)
