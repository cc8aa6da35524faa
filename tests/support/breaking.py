"""A fault of our own in the middle of a command: chosen functions of the program raise as they are called.

Done in the process of the command itself (`first` of `WarmDesk.fork`), by the interpreter's own tracing, so that any
function can be the place and none of them knows of it.
"""

import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

#: In the words of an error, where SQLite, Python and the system have put what they were about.
CANARY = "Kwxvbzerikfout"
_OURS = "agressielog."
# How a command ends is told by these: they come after the fault, or before a command can have one.
_END = (
    "agressielog.start",
    "agressielog.cli.ending",
    "agressielog.cli.exit_status",
    "agressielog.cli.last_write",
    "agressielog.cli.main:run",
    "agressielog.cli.process",
    "agressielog.presentation.mistakes",
)
# The methods that a dataclass gets share one name.
_GENERATED = "__create_fn__"


class UnforeseenError(Exception):
    """A fault that nobody thought of."""


@dataclass(frozen=True, slots=True)
class Error:
    """What is raised, and how the command may end (design 3); 0 where it only concerned what comes after the answer."""

    make: Callable[[], BaseException]
    statuses: frozenset[int]


def _error(make: Callable[[], BaseException], *statuses: int) -> Error:
    return Error(make, frozenset(statuses))


#: 1 is a fault of ours, 5 the file, 6 what stands in it (and what cannot be read is taken for that), 130 Ctrl-C.
ERRORS: Mapping[str, Error] = {
    "unforeseen": _error(lambda: UnforeseenError(CANARY), 1),
    "system": _error(lambda: OSError(errno.EIO, CANARY), 5),
    "denied": _error(lambda: PermissionError(errno.EACCES, CANARY), 5),
    "database": _error(lambda: sqlite3.OperationalError(CANARY), 1, 6),
    "constraint": _error(lambda: sqlite3.IntegrityError(f"UNIQUE failed: {CANARY}"), 1, 6),
    "memory": _error(lambda: MemoryError(CANARY), 1),
    "recursion": _error(lambda: RecursionError(CANARY), 1, 6),
    "interrupt": _error(lambda: KeyboardInterrupt(CANARY), 130),
    "value": _error(lambda: ValueError(CANARY), 1, 6),
    "key": _error(lambda: KeyError(CANARY), 1, 6),
    "text": _error(lambda: UnicodeEncodeError("utf-8", CANARY, 0, 1, CANARY), 1, 6),
}


def calls_noted(log: Path) -> Callable[[], None]:
    """Return what lets a process note each function of ours that it calls, once, in order."""

    def begin() -> None:
        seen: set[str] = set()
        target = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)

        def note(frame: FrameType, _event: str, _argument: Any) -> None:
            name = _name(frame)
            if name is not None and name not in seen:
                seen.add(name)
                os.write(target, f"{name}\n".encode())

        sys.settrace(note)

    return begin


def breaking(place: str, error: Error) -> Callable[[], None]:
    """Return what lets a process raise *error* when the function *place* is called for the first time."""

    module, _, function = place.partition(":")

    def begin() -> None:
        def raise_there(frame: FrameType, _event: str, _argument: Any) -> None:
            # Asked of every call there is: what differs most comes first.
            if frame.f_code.co_qualname == function and frame.f_globals.get("__name__") == module:
                raise error.make()

        sys.settrace(raise_there)

    return begin


def places_in(log: Path) -> Sequence[str]:
    """Return the functions that a command called and that can be broken, in order."""
    names = log.read_text(encoding="utf-8").splitlines()
    return [name for name in names if not name.startswith(_END) and _GENERATED not in name]


def _name(frame: FrameType) -> str | None:
    module = frame.f_globals.get("__name__", "")
    # A module or a class that is being loaded is no function.
    if not module.startswith(_OURS) or not frame.f_code.co_flags & 0x2:
        return None
    return f"{module}:{frame.f_code.co_qualname}"
