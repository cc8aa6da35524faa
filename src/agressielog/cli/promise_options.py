"""Reads what was promised: from the command line, from standard input, or by asking."""

import sys
from collections.abc import Sequence

from agressielog.application.errors import MissingAnswers
from agressielog.bootstrap import App
from agressielog.cli.add_options import STDIN, read_moment
from agressielog.cli.asking import ask, interactive
from agressielog.domain.day import Direction, parse_day
from agressielog.domain.incident import Made, NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.promise_text import parse_promise, promised_text, refuse_past
from agressielog.domain.text import keep_line

_FIELD = "TEKST"


def read_promise(app: App, text: Sequence[str], due: str | None, at: str | None) -> NewPromise:
    """Return what was promised by whoever acts, now or at `--op`.

    The day may be named in the same breath, `terugbellen, vrijdag`, wherever no `--voor` names it.

    Raises:
        MissingAnswers: there is no text, and nobody to ask.
        The `WrongUse` family.
    """
    day = parse_day(due, app.today, Direction.FUTURE) if due is not None else None
    made = Made(read_moment(app, at).at, app.name)

    def checked(promise: NewPromise) -> NewPromise:
        refuse_past(promise, local_day(made.at))
        return promise

    def read(typed: str) -> NewPromise:
        if day is not None:
            return checked(NewPromise(promised_text(_FIELD, typed, app.today), day, made))
        told = parse_promise(typed, app.today, _FIELD)
        return checked(NewPromise(told.what, told.due, made))

    if text:
        return read(sys.stdin.read() if list(text) == [STDIN] else " ".join(text))
    if not interactive():
        raise MissingAnswers((_FIELD,))
    if day is not None:
        refuse_past(NewPromise(_FIELD, day, made), local_day(made.at))
        return ask("Wat is toegezegd?", lambda typed: NewPromise(keep_line(_FIELD, typed), day, made))

    return ask("Wat is toegezegd, en voor wanneer? (terugbellen, vrijdag)", read)
