"""How a command ends that did not come to its own end: what is said, and the exit status."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

import typer

from agressielog.application.errors import LogbookMissing
from agressielog.application.ports.records import Stored
from agressielog.bootstrap import is_usual
from agressielog.cli.asking import StepBack, ask
from agressielog.cli.exit_status import ExitStatus, status_of
from agressielog.cli.last_write import LastWrite
from agressielog.cli.process import Stopped, send_or_drop
from agressielog.domain.errors import AgressielogError, Damaged, FileTrouble
from agressielog.presentation.console import Output, Screen, standard_output
from agressielog.presentation.mistakes.stored import stored_unshown, what_is_stored
from agressielog.presentation.mistakes.system import system_refusal, unexpected
from agressielog.presentation.mistakes.three_lines import show_mistake
from agressielog.presentation.mistakes.wording import Mistake, word


def ended_by(error: BaseException, last_write: LastWrite, *, as_json: bool) -> int:
    """Tell what happened, as far as anybody can still hear it, and return the status that belongs to it.

    Args:
        error: whatever came out of the command.
        last_write: of the command; what it stored, nobody is told to do again.
        as_json: whether the command was asked for JSON.
    """
    status, mistake = judged(error, last_write.stored)
    reaches = send_or_drop(sys.stdout)
    with suppress(OSError):
        if os.environ.get("AGRESSIELOG_DEBUG") == "1":
            traceback.print_exception(error)
        if status is ExitStatus.INTERRUPTED:
            _say_interrupted(standard_output().notices, broken_off(error, last_write))
        elif mistake is not None:
            _tell(mistake, standard_output(), as_json=as_json and reaches)
    return status


def _tell(mistake: Mistake, output: Output, *, as_json: bool) -> None:
    if as_json:
        with suppress(OSError):
            show_mistake(mistake, output, as_json=True)
            return
    # Also where the JSON could not be sent: better heard in the wrong place than not at all.
    show_mistake(mistake, output, as_json=False)


def _say_interrupted(notices: Screen, told: str) -> None:
    if notices.surface.wrap:
        # On a terminal the cursor stands behind a question or a `^C`.
        notices.blank()
    notices.line(told)
    notices.flush()


def broken_off(error: BaseException, last_write: LastWrite) -> str:
    """Return what somebody hears who broke a command off, and what became of it as far as that is sure.

    At a question before the first write nothing is stored. Elsewhere a write, or a file that was asked for, may
    just have been finished.
    """
    if last_write.stored is not None:
        return f"Afgebroken. {what_is_stored(last_write.stored)}."
    asked = any(frame.f_code.co_filename == ask.__code__.co_filename for frame, _ in _frames(error))
    return "Afgebroken; er is niets opgeslagen." if asked and not last_write.begun else "Afgebroken."


def judged(error: BaseException, stored: Stored | None) -> tuple[int, Mistake | None]:
    """Return the exit status of what came out of a command, and what to say; None where nothing needs saying."""
    match error:
        case Stopped():
            return error.status, None
        case BrokenPipeError():
            return ExitStatus.PIPE, None
        case KeyboardInterrupt() | EOFError() | StepBack() | typer.Abort():
            # A step back from the first question is a step out of the command.
            return ExitStatus.INTERRUPTED, None
        case AgressielogError():
            mistake = word(_placed(error))
            # After the write only showing what came of it can still meet trouble with the logbook.
            after = stored if isinstance(error, FileTrouble | Damaged) else None
            return status_of(error), _told_of(after, mistake, mistake.why)
        case OSError():
            ours = system_refusal(error)
            mistake = word(ours)
            # A file that was asked for is something else than the answer.
            after = stored if ours.path is None else None
            return status_of(ours), _told_of(after, mistake, f"{mistake.what} {mistake.why}")
        case _:
            mistake = unexpected(error, _place(error))
            return ExitStatus.FAILED, _told_of(stored, mistake, f"{mistake.what} {mistake.why}")


def _placed(error: AgressielogError) -> AgressielogError:
    """Return a missing logbook with the fact that nobody has to name its place; only the whole program knows."""
    return LogbookMissing(error.path, is_usual(error.path)) if isinstance(error, LogbookMissing) else error


def _told_of(stored: Stored | None, mistake: Mistake, why: str) -> Mistake:
    return mistake if stored is None else stored_unshown(stored, why)


def _place(error: BaseException) -> str:
    """Return file and line of the innermost code of ours that *error* went through."""
    ours = Path(__file__).parents[1]
    places = [
        f"{path.relative_to(ours).as_posix()}:{line}"
        for frame, line in _frames(error)
        if (path := Path(frame.f_code.co_filename)).is_relative_to(ours)
    ]
    return places[-1]


def _frames(error: BaseException) -> Iterator[tuple[FrameType, int]]:
    """Return where *error* went through, the innermost frame last."""
    return traceback.walk_tb(error.__traceback__)
