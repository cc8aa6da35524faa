"""A thousand desks are killed at a random moment while they record: each promise is kept, once."""

import os
import random
import select
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import story
from soundness import times_stored, unsound

from agressielog.application.record import record
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.ulid import Ulid
from agressielog.storage.store import SqliteStore

pytestmark = pytest.mark.faults

_KILLS, _KILLS_PER_LOGBOOK = (10_000 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 1_000), 20
_SHORTEST, _LONGEST = 0.001, 0.030
_ULID = 26


@pytest.mark.timeout(3000)
def test_what_was_acknowledged_before_a_kill_is_there_exactly_once(
    tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    seed = random.SystemRandom().getrandbits(32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    acknowledged: list[str] = []
    cut_short = 0
    lost: list[str] = []
    twice: list[str] = []
    broken: list[object] = []
    for kill in range(_KILLS):
        logbook = tmp_path / f"{kill // _KILLS_PER_LOGBOOK}.db"
        if kill % _KILLS_PER_LOGBOOK == 0:
            acknowledged = []
        acknowledged += _acknowledged_until_killed(logbook, chance)
        journal = logbook.with_name(logbook.name + "-journal")
        cut_short += journal.exists() and journal.stat().st_size > 0
        if kill % _KILLS_PER_LOGBOOK == _KILLS_PER_LOGBOOK - 1:
            store = SqliteStore(logbook, may_create=True)
            acknowledged.append(_record(store, story.ulid()))
            there = {ulid: times_stored(logbook, ulid) for ulid in acknowledged}
            lost += [ulid for ulid, times in there.items() if times == 0]
            twice += [ulid for ulid, times in there.items() if times > 1]
            broken += unsound(logbook)

    tell_result(
        "afgeschoten op een willekeurig moment",
        _KILLS,
        bevestigd_verloren=len(lost),
        dubbel=len(twice),
        kapot=len(broken),
    )
    assert (lost, twice, broken) == ([], [], [])
    # Otherwise the kills came between the writes and this test told nothing.
    assert cut_short > _KILLS // 50


def _acknowledged_until_killed(logbook: Path, chance: random.Random) -> list[str]:
    """Let a process of its own record until it is killed, and return the ulids it said it had stored."""
    # Drawn here: every process would otherwise make the same ones.
    ulids = [story.ulid() for _ in range(200)]
    moment = chance.uniform(_SHORTEST, _LONGEST)
    said, say = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(said)
            os.write(say, b"r")
            store = SqliteStore(logbook, may_create=True)
            for ulid in ulids:
                _record(store, ulid)
                os.write(say, ulid.encode())
            signal.pause()
        finally:
            os._exit(1)
    os.close(say)
    assert os.read(said, 1) == b"r"
    # Not a wait for something: the moment is the fault.
    select.select([], [], [], moment)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    with os.fdopen(said, "rb") as stream:
        words = stream.read().decode()
    return [words[start : start + _ULID] for start in range(0, len(words), _ULID)]


def _record(store: SqliteStore, ulid: Ulid) -> str:
    number = PhoneNumber(f"+316{int(ulid[-6:], base=36) % 10**8:08}")
    record(store, story.deed(), story.account(ulid=ulid, number=number), story.policy())
    return ulid
