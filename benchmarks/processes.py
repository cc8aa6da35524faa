"""Runs whole processes and measures them, in a pipe or on a terminal, in turn: A B C, A B C.

By hand: hyperfine and pyperf run all of A before the first of B, so that a machine that grows busy counts
against B; and neither gives a program a terminal.
"""

import fcntl
import os
import pty
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from benchmarks.figures import Sample

_ROWS, _COLUMNS = 24, 80
_CHUNK = 65536
_TURNS = count()
# Python would not keep what it compiled, or would write letter by letter.
_UNWANTED = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "PYTHONPATH",
    "COLUMNS",
    "NO_COLOR",
    "FORCE_COLOR",
)


@dataclass(frozen=True, slots=True)
class Run:
    """A command line to be measured.

    Attributes:
        words: the program, by its whole path, and its arguments; `{beurt}` in them is a number of two digits
            that is another one each time.
        environment: beside that of this process.
        terminal: whether the program writes to a terminal; a pipe otherwise.
        expected: the exit status; another one is a fault of the measurement.
    """

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Ran:
    """How one run went: what it cost, how it ended and what it said."""

    sample: Sample
    status: int
    output: bytes


class RunFailed(Exception):  # noqa: N818 - as the errors of the program are named
    """A command that is measured did not do what it should."""


def run_once(run: Run) -> Ran:
    """Run a command and measure it from its start until it is gone and its output was read.

    Raises:
        RunFailed: with another exit status than expected.
    """
    ours, theirs = pty.openpty() if run.terminal else os.pipe()
    if run.terminal:
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **run.environment}
    for name in _UNWANTED:
        environment.pop(name, None)
    turn = f"{next(_TURNS) % 100:02}"
    words = [word.replace("{beurt}", turn) for word in run.words]
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, theirs, 1),
        (os.POSIX_SPAWN_DUP2, theirs, 2),
    ]
    begun = time.perf_counter()
    process = os.posix_spawn(words[0], words, environment, file_actions=actions)
    os.close(theirs)
    output = _read_all(ours)
    _, waited, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    os.close(ours)
    status = os.waitstatus_to_exitcode(waited)
    if status != run.expected:
        raise RunFailed(run.words, status, output.decode(errors="replace"))
    return Ran(Sample(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024), status, output)


def in_turn(
    runs: Mapping[str, Run],
    rounds: int,
    done: Callable[[int], None] = lambda _round: None,
    *,
    warm_up: int = 1,
) -> dict[str, Sequence[Sample]]:
    """Run every command once a round.

    Args:
        runs: by name.
        rounds: how many count.
        done: told how many rounds are over.
        warm_up: rounds before them that do not count: the files are read, and compiled.
    """
    samples: dict[str, list[Sample]] = {name: [] for name in runs}
    for place in range(-warm_up, rounds):
        for name, run in runs.items():
            ran = run_once(run)
            if place >= 0:
                samples[name].append(ran.sample)
        if place >= 0:
            done(place + 1)
    return dict(samples)


def _read_all(descriptor: int) -> bytes:
    pieces = []
    while True:
        try:
            piece = os.read(descriptor, _CHUNK)
        except OSError:
            # What Linux says when the other side of a terminal was closed.
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces)
