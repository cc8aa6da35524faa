"""Reads the options of `nazorg`; asks for what is missing where there is somebody to ask."""

from datetime import date, datetime

from agressielog.application.errors import MissingAnswers
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.add_options import read_moment
from agressielog.cli.asking import ask, interactive
from agressielog.cli.reading_options import read_code
from agressielog.domain.aftercare import AftercareStep, StepDone, end_of
from agressielog.domain.text import keep_line

_QUESTION = f"Welke stap ({', '.join(step.value for step in AftercareStep)})"


def judged_at(app: App, on: date) -> datetime:
    """Return the aware moment at which it is judged what is late: now, or the end of another day."""
    return app.now if on == app.today else end_of(on)


def read_step_done(app: App, step: str | None, by: str | None, when: str | None) -> StepDone:
    """Read what was done; on a terminal what is missing is asked for.

    Raises:
        MissingAnswers: without a terminal.
        The `WrongUse` family.
    """
    at = read_moment(app, when).at
    chosen = _step(step) if step is not None else None
    named = _name(by) if by is not None else None
    if not interactive():
        missing = tuple(option for option, told in (("--stap", chosen), ("--door", named)) if told is None)
        if missing:
            raise MissingAnswers(missing)
    return StepDone(chosen or ask(_QUESTION, _step), named or ask("Wie deed het", _name), at)


def read_step(step: str | None, by: str | None, when: str | None) -> AftercareStep:
    """Read which step is taken back; who did it and when plays no part.

    Raises:
        MissingAnswers, Contradiction, UnreadableValue.
    """
    for option, told in (("--door", by), ("--op", when)):
        if told is not None:
            raise Contradiction("--herstel", option)
    if step is None:
        raise MissingAnswers(("--stap",), on_terminal=False)
    return _step(step)


def _step(typed: str) -> AftercareStep:
    return read_code("--stap", typed, AftercareStep)


def _name(typed: str) -> str:
    return keep_line("--door", typed)
