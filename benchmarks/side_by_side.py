"""Look-ups while others write: separate `add` processes one after another, and an import."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event, Thread

from benchmarks.commands import OTHER_COMMANDS
from benchmarks.figures import Sample, percentile
from benchmarks.installed import Installed
from benchmarks.material import Logbook
from benchmarks.processes import Ran, Run, RunFailed, run_once

_SLOWEST = 0.99
# How often it is asked whether the file can be read now, in seconds.
_PROBE = 0.002


@dataclass(frozen=True, slots=True)
class Beside:
    """Look-ups while others write, in seconds.

    Attributes:
        quiet, quiet_slowest: while nobody writes: the median, and what 99 of 100 stay under.
        busy, busy_slowest, longest: meanwhile.
        look_ups, writes: how many of each there were.
        refused: look-ups that did not answer.
    """

    quiet: float
    quiet_slowest: float
    busy: float
    busy_slowest: float
    longest: float
    look_ups: int
    writes: int
    refused: int


@dataclass(frozen=True, slots=True)
class Imported:
    """One import, and the look-ups during it.

    Attributes:
        rows: how many there were.
        sample: what it cost.
        closed: for how long at a time the file could not be read, at the most: the commit.
        beside: the look-ups.
    """

    rows: int
    sample: Sample
    closed: float
    beside: Beside


def beside_adds(installed: Installed, logbook: Logbook, look_ups: int, writes: int) -> Beside:
    """Look up, so often at the least, while so many times `add` runs, each time a process of its own."""
    look = Run((str(installed.program), "lookup", logbook.known), logbook.environment)
    write = Run((str(installed.program), *OTHER_COMMANDS["add"]), logbook.environment)
    quiet = [run_once(look).sample.wall for _ in range(look_ups)]
    stop, written, busy = Event(), list[Ran](), list[float | None]()

    def keep_writing() -> None:
        while not stop.is_set():
            written.append(run_once(write))

    writer = Thread(target=keep_writing)
    writer.start()
    try:
        while writer.is_alive() and (len(busy) < look_ups or len(written) < writes):
            busy.append(_answered(look))
    finally:
        stop.set()
        writer.join()
    if len(written) < writes:
        raise RunFailed(write.words)
    return _beside(quiet, busy, len(written))


def beside_import(installed: Installed, logbook: Logbook, register: Path, rows: int, quiet: int) -> Imported:
    """Import a register into a logbook and look up all the while."""
    look = Run((str(installed.program), "lookup", logbook.known), logbook.environment)
    words = (str(installed.program), "import", str(register), "--ja")
    before = [run_once(look).sample.wall for _ in range(quiet)]
    ended: list[Sample] = []
    importer = Thread(target=lambda: ended.append(run_once(Run(words, logbook.environment)).sample))
    busy: list[float | None] = []
    with _probing(logbook.path) as closed:
        importer.start()
        while importer.is_alive():
            busy.append(_answered(look))
        importer.join()
    if not ended:
        raise RunFailed(words)
    return Imported(rows, ended[0], max(closed, default=0.0), _beside(before, busy, 1))


@contextmanager
def _probing(path: Path) -> Iterator[list[float]]:
    """Note, in seconds, every stretch of time in which the file cannot be read."""
    stop = Event()
    stretches: list[float] = []

    def probe() -> None:
        since: float | None = None
        with closing(
            sqlite3.connect(f"file:{path}?mode=rw", uri=True, timeout=0, isolation_level=None)
        ) as connection:
            while not stop.is_set():
                try:
                    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                except sqlite3.OperationalError:
                    since = since if since is not None else time.perf_counter()
                else:
                    if since is not None:
                        stretches.append(time.perf_counter() - since)
                    since = None
                time.sleep(_PROBE)

    prober = Thread(target=probe)
    prober.start()
    try:
        yield stretches
    finally:
        stop.set()
        prober.join()


def _answered(look: Run) -> float | None:
    """Return how long a look-up took; None where it was refused."""
    try:
        return run_once(look).sample.wall
    except RunFailed:
        return None


def _beside(quiet: list[float], busy: list[float | None], writes: int) -> Beside:
    answered = [wall for wall in busy if wall is not None]
    return Beside(
        quiet=median(quiet),
        quiet_slowest=percentile(quiet, _SLOWEST),
        busy=median(answered),
        busy_slowest=percentile(answered, _SLOWEST),
        longest=max(answered),
        look_ups=len(busy),
        writes=writes,
        refused=len(busy) - len(answered),
    )
