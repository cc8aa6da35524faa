"""The process around a command: its signals, and output that nobody reads any more.

By hand because Typer's own runner turns a closed pipe into status 1 and leaves SIGTERM and SIGHUP to
kill the process where it stands, before a context manager can undo anything (reliability D7).
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import NoReturn, TextIO

# Windows has no SIGHUP.
_STOPPING = tuple(
    signal.Signals(getattr(signal, name)) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Stopped(BaseException):
    """A signal asked the program to stop; `status` is what the shell expects (128 + its number)."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.status = 128 + signal_number


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the program as Ctrl-C does, so that a transaction is rolled back.

    A signal that the parent has set to be ignored (`nohup`, a job in the background) stays ignored. After
    SIGTERM or SIGHUP both are ignored: undoing is not interrupted.

    Raises:
        Stopped, KeyboardInterrupt: inside the block, wherever the program is.
    """
    if threading.current_thread() is not threading.main_thread():  # Python lets no other thread do this
        yield
        return
    handlers = {signal.SIGINT: signal.default_int_handler} | dict.fromkeys(_STOPPING, _stop)
    before = {number: signal.getsignal(number) for number in handlers}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, handlers[number])
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number])


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    for other in _STOPPING:
        signal.signal(other, signal.SIG_IGN)
    raise Stopped(number)


def provide_streams() -> None:
    """Give a program that was started without one of the three streams (`<&-`, `>&-`) one that leads nowhere.

    Bytes on stdin that are no text come in as lone surrogates: refused by the field they were meant for,
    with its name, instead of breaking off the program in the middle of reading.
    """
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open to the end
    elif isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def send_or_drop(stream: TextIO) -> bool:
    """Send what is still waiting in *stream*, and tell whether that worked.

    What cannot be sent (a closed pipe, a full disk) is dropped: the interpreter would try again when it
    stops, complain in English, and end with a status of its own.
    """
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
        return False
    return True
