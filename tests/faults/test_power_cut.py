"""The power goes at every moment of a series of writes: what was acknowledged is there, once.

The controls must lose something: a test that finds no fault where there is one, finds none anywhere.
"""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import writer
from power import OPTIONS, Disk, steps_of

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_LOGBOOK, _RECEIPTS = "logboek.db", "bevestigd"
_COMMITS = 12
#: States to look at; the longer run is for who asks for it.
_STATES = 100_000 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 10_500
_CONTROL_STATES = 2_000
_SEED = 20261122


@dataclass(slots=True)
class Tally:
    """What came of all those power cuts."""

    states: int = 0
    lost: int = 0
    twice: int = 0
    corrupt: int = 0


@pytest.fixture
def log_of(tmp_path: Path) -> "LogOf":
    """Let a writer make a logbook, and return the log of its calls."""
    return LogOf(tmp_path)


@dataclass(frozen=True)
class LogOf:
    tmp_path: Path

    def __call__(self, profile: str) -> tuple[Path, Path]:
        folder = self.tmp_path / profile.replace("/", "-").lower()
        folder.mkdir()
        log = folder.with_suffix(".log")
        done = subprocess.run(
            [
                *("strace", "-f", "-o", str(log), *OPTIONS),
                *(sys.executable, writer.__file__, str(folder / _LOGBOOK), writer.RECEIPTS, str(_COMMITS)),
                profile,
            ],
            input="\n",
            capture_output=True,
            text=True,
            check=False,
            env=dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path))),
        )
        assert done.returncode == 0, done.stderr
        return log, folder


def _cut(log: Path, folder: Path, workshop: Path, states: int) -> Tally:
    """Cut the power after each call, as often as makes *states* different remains in all."""
    chance = random.Random(_SEED)
    steps = list(steps_of(log, folder))
    tally = Tally()
    disk = Disk()
    acknowledged: set[str] = set()
    for place, step in enumerate(steps):
        if step.name == _RECEIPTS:
            acknowledged.update(step.data.decode().split())
            continue
        disk.take(step)
        share = (states - tally.states) // (len(steps) - place)
        for left in _different(disk, chance, max(1, share)):
            tally.states += 1
            _judge(left, acknowledged, workshop, tally)
    return tally


def _different(disk: Disk, chance: random.Random, amount: int) -> Iterator[dict[str, bytes]]:
    """Yield up to *amount* different remains; where little waits there are not so many."""
    seen: set[int] = set()
    for _ in range(4 * amount):
        left = disk.left(chance)
        mark = hash(frozenset(left.items()))
        if mark not in seen:
            seen.add(mark)
            yield left
        if len(seen) == amount:
            return


def _judge(left: dict[str, bytes], acknowledged: set[str], workshop: Path, tally: Tally) -> None:
    for old in workshop.iterdir():
        old.unlink()
    for name, content in left.items():
        (workshop / name).write_bytes(content)
    stored: list[str] = []
    logbook = workshop / _LOGBOOK
    if logbook.exists():
        try:
            with closing(sqlite3.connect(logbook)) as connection:
                stored = _stored(connection)
        except (sqlite3.DatabaseError, _NotWholeError):
            tally.corrupt += 1
            return
    tally.lost += bool(acknowledged - set(stored))
    tally.twice += len(stored) != len(set(stored))


class _NotWholeError(Exception):
    """SQLite's own check found something."""


def _stored(connection: sqlite3.Connection) -> list[str]:
    """Return the identities of the incidents, after SQLite has undone what was left half done."""
    if not list(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'incident'")):
        return []
    if list(connection.execute("PRAGMA quick_check")) != [("ok",)]:
        raise _NotWholeError
    return [ulid for (ulid,) in connection.execute("SELECT ulid FROM incident")]


@pytest.fixture
def workshop(memory_folder: Path) -> Path:
    """Where remains are laid out to be looked at."""
    folder = memory_folder / "resten"
    folder.mkdir()
    return folder


@pytest.mark.timeout(1800)
def test_no_power_cut_takes_what_was_acknowledged(
    log_of: LogOf, workshop: Path, tell_result: Callable[..., None]
) -> None:
    tally = _cut(*log_of(writer.AS_SHIPPED), workshop, _STATES)
    tell_result(
        "nagebootste stroomstoring",
        tally.states,
        bevestigd_verloren=tally.lost,
        dubbel=tally.twice,
        kapot=tally.corrupt,
    )

    assert tally.states >= 10_000
    assert (tally.lost, tally.twice, tally.corrupt) == (0, 0, 0), tally


@pytest.mark.parametrize("profile", ["DELETE/FULL", "TRUNCATE/OFF"])
def test_a_weaker_profile_does_lose_something(
    log_of: LogOf, workshop: Path, profile: str, tell_result: Callable[..., None]
) -> None:
    tally = _cut(*log_of(profile), workshop, _CONTROL_STATES)
    tell_result(
        f"nagebootste stroomstoring met {profile}",
        tally.states,
        control=True,
        bevestigd_verloren=tally.lost,
        kapot=tally.corrupt,
    )

    assert tally.lost + tally.corrupt > 0, tally
