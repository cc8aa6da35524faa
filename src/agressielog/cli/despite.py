"""`--toch --reden`: show details in spite of a restriction; who did, and what for, is kept before anything is shown."""

from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.restricting import OPENED, open_details, restricted_now
from agressielog.bootstrap import App
from agressielog.cli.add_options import read_text
from agressielog.cli.asking import ask, interactive
from agressielog.domain.identity import CallerId
from agressielog.domain.text import keep_text

Toch = Annotated[
    bool,
    typer.Option("--toch", help="Ook wat beperkt is op verzoek; met --reden, en het wordt vastgelegd."),
]
Reden = Annotated[
    str | None,
    typer.Option("--reden", metavar="TEKST", help="Waarom je het moet zien; - leest van standaardinvoer."),
]


def despite(app: App, caller: CallerId | None, *, wanted: bool, reason: str | None) -> bool:
    """Tell whether restricted details may be shown, and keep it where that shows any.

    Args:
        app: the logbook.
        caller: whose details they are; None for nobody's.
        wanted: whether `--toch` was given.
        reason: what was given with `--reden`.

    Raises:
        MissingAnswers: the one without the other.
        TextEmpty, TextTooLong, TextUnstorable.
    """
    if not wanted:
        if reason is not None:
            raise MissingAnswers(("--toch",), on_terminal=False)
        return False
    told = read_text("--reden", reason)
    if caller is None or caller not in restricted_now(app.store):
        return True
    if told is None:
        if not interactive():
            raise MissingAnswers(("--reden",))
        told = ask("Waarom moet je het zien?", lambda answer: keep_text("--reden", answer))
    open_details(app.store, app.deed(OPENED), caller, told)
    return True
