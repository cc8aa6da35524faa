"""Faults from below: strace makes one chosen system call of a running command fail, or kills it there."""

import os
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desk import Outcome, read_line
from warm_desk import Running

#: The calls by which bytes reach the disk, or a name comes or leaves.
CALLS = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "rename")
#: How many points of one command are tried; a long run tries each.
AT_MOST = 100_000 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 30


@dataclass(frozen=True, slots=True)
class Point:
    """The *nth* time, from 1, that a command makes this system call."""

    call: str
    nth: int


def traced(running: Running, *options: str, log: Path = Path(os.devnull)) -> Outcome:
    """Let *running* go under strace with *options*, and wait for its end."""
    with subprocess.Popen(
        ["strace", "-f", "-o", str(log), *options, "-p", str(running.process)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as tracer:
        assert tracer.stderr is not None
        try:
            read_line(tracer.stderr.fileno(), b"attached")
            running.go()
            return running.wait()
        except BaseException:
            running.kill(signal.SIGKILL)
            tracer.kill()
            raise


def calls_in(running: Running, log: Path, *names: str) -> list[str]:
    """Let *running* go and return the calls of these *names* that it makes, in order."""
    outcome = traced(running, "-e", f"trace={','.join(names)}", log=log)
    assert outcome.status == 0, outcome
    return calls_logged(log, *names)


def calls_logged(log: Path, *names: str) -> list[str]:
    """Read a log of strace -f: a process id and a call on each line."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    calls = (line.split(maxsplit=1)[-1].partition("(")[0] for line in lines)
    return [call for call in calls if call in names]


def points_of(running: Running, log: Path) -> list[Point]:
    """Let *running* go and return every point it passes, in order."""
    return points_in(calls_in(running, log, *CALLS))


def points_in(calls: Sequence[str]) -> list[Point]:
    """Number *calls*, each name for itself."""
    passed: Counter[str] = Counter()
    points = []
    for call in calls:
        passed[call] += 1
        points.append(Point(call, passed[call]))
    return points


def sampled(points: Sequence[Point], at_most: int = AT_MOST) -> Sequence[Point]:
    """Choose points over the whole length, and of those at which a command turns to another call.

    Within a row of the same calls (a file that is copied page by page) one is like the next; where a row begins
    is where something else is true.
    """
    turns = [place for place, point in enumerate(points) if not place or points[place - 1].call != point.call]
    rows = [place for place in range(len(points)) if place not in set(turns)]
    chosen = turns[:: len(turns) // at_most + 1]
    left = at_most - len(chosen)
    if left > 0:
        chosen += rows[:: len(rows) // left + 1]
    return [points[place] for place in sorted(chosen)]


def killing(point: Point) -> tuple[str, ...]:
    """The options that kill a process just before *point*."""
    return ("-e", f"inject={point.call}:signal=SIGKILL:when={point.nth}")


def interrupting(point: Point, number: signal.Signals) -> tuple[str, ...]:
    """The options that send a process a signal at *point*; the call itself goes on."""
    return ("-e", f"inject={point.call}:signal={number.name}:when={point.nth}")


def failing(point: Point, error: str, *, for_ever: bool) -> tuple[str, ...]:
    """The options that make *point*, and perhaps every later call of its name, fail with *error*."""
    when = f"{point.nth}{'+' if for_ever else ''}"
    return ("-e", f"inject={point.call}:error={error}:when={when}")


def why_not() -> str | None:
    """Say why strace is of no use here; None where it can look into a process of ours and change it."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    process = os.fork()
    if process == 0:
        try:
            signal.pause()
        finally:
            os._exit(0)
    try:
        with subprocess.Popen(
            ["strace", "-e", "inject=write:error=EIO:when=1", "-p", str(process)],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as tracer:
            assert tracer.stderr is not None
            said = tracer.stderr.readline()
            tracer.terminate()
            tracer.stderr.read()
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    return (
        None if b"attached" in said else f"strace may not trace here: {said.decode(errors='replace').strip()}"
    )
