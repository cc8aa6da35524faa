"""Two desks report the same caller's decisive incident at the same moment: one advice, every time.

The third counting incident in a year asks for a written warning. Whoever comes last sees all three; a
reading taken outside the write would let both desks see two, and nobody would be advised anything.
"""

import os
import socket
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
import story

from agressielog.application.dossiers import open_cases
from agressielog.application.record import record
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.settings.policy_file import shipped_policy
from agressielog.storage.store import SqliteStore

pytestmark = pytest.mark.faults

_ROUNDS = 500
_WARNING = "schriftelijke_waarschuwing"


def _number(turn: int) -> PhoneNumber:
    return PhoneNumber(f"+316{20_000_000 + turn}")


def _report(store: SqliteStore, turn: int) -> str | None:
    """Record one more call from this turn's number, and return what was advised."""
    ulid = make_ulid(story.NOW, os.urandom(RANDOM_BYTES))
    deed = story.deed()
    told = story.account(ulid=ulid, number=_number(turn))
    done = record(store, type(deed)(Ulid(ulid), deed.at, deed.login, deed.name, "add"), told, _POLICY)
    return done.case.advice.measure if done.case is not None else None


_POLICY = shipped_policy("standaard")


def _desk(logbook: Path, line: socket.socket) -> None:
    """Report once for every word that comes over *line*, and say what was advised."""
    store = SqliteStore(logbook)
    while word := line.recv(16):
        line.send((_report(store, int(word)) or "niets").encode())


@pytest.mark.timeout(900)
def test_the_decisive_incident_is_advised_on_once_however_close_the_desks_are(
    memory_folder: Path, tell_result: Callable[..., None]
) -> None:
    logbook = memory_folder / "logboek.db"
    store = SqliteStore(logbook, may_create=True)
    for turn in range(_ROUNDS):
        _report(store, turn)
    nobody = 0
    with ExitStack() as stack:
        lines = []
        for _ in range(2):
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            process = os.fork()
            if process == 0:
                ours.close()
                try:
                    _desk(logbook, theirs)
                finally:
                    os._exit(0)
            theirs.close()
            stack.callback(os.waitpid, process, 0)
            stack.callback(ours.close)
            lines.append(ours)
        for turn in range(_ROUNDS):
            for line in lines:
                line.send(str(turn).encode())
            # The one that came second sees all three; the other saw two, or was told of all three as well.
            nobody += _WARNING not in [line.recv(64).decode() for line in lines]
    cases = open_cases(store, _POLICY, local_day(story.NOW))
    advised = Counter(case.asking[0].number for case in cases if case.advice.measure == _WARNING)
    none = nobody + _ROUNDS - len(advised)
    twice = sum(times > 1 for times in advised.values())
    tell_result(
        "twee plekken melden tegelijk het beslissende incident",
        _ROUNDS,
        zonder_advies=none,
        dubbel_advies=twice,
    )
    assert (none, twice) == (0, 0)
    assert len(cases) == _ROUNDS
    assert {len(case.asking) for case in cases} == {3}
