"""A process that writes through the store, for tests in which several do so or one is killed.

`python writer.py PATH TASK [COUNT [PROFILE]]`. It says `klaar` when everything is loaded, and then waits for a line.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path
from unittest import mock

import story

from agressielog.application.ports.records import Deed
from agressielog.application.record import record
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.storage import schema  # noqa: F401 - loaded before the start
from agressielog.storage.store import SqliteStore
from agressielog.storage.writing import SqliteWriting

MANY, SAME_NUMBER, SPILL, RECEIPTS = "many", "same number", "spill", "receipts"
#: How the file is written: as the program does it, or another `journal_mode/synchronous`.
AS_SHIPPED = "as shipped"


def _fresh() -> Ulid:
    """Return an identity that no other process has: `story.ulid` counts per process."""
    return make_ulid(story.NOW, os.urandom(RANDOM_BYTES))


def _deed() -> Deed:
    return Deed(_fresh(), story.NOW, "mdevries", "Mia de Vries", "add")


def _say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def many(store: SqliteStore, count: int) -> None:
    """Record a call from each of *count* numbers; say the number of each incident that was acknowledged."""
    for place in range(count):
        told = story.account(ulid=_fresh(), number=PhoneNumber(f"+316{10_000_000 + place}"))
        _say(record(store, _deed(), told, story.policy()).incident.id)


def same_number(store: SqliteStore) -> None:
    """Record a call from each number that is told, and say whose it was."""
    for line in sys.stdin:
        told = story.account(ulid=_fresh(), number=PhoneNumber(line.strip()))
        _say(record(store, _deed(), told, story.policy()).incident.caller)


def spill(store: SqliteStore) -> None:
    """Be killed when a part of the changes is in the file already."""
    with store.writing(_deed()) as tx:
        assert isinstance(tx, SqliteWriting)
        tx._connection.execute("PRAGMA cache_size=5")
        tx.add_incidents(
            story.new_incident(ulid=_fresh(), account=f"onafgemaakt {n} " + "x" * 1000) for n in range(300)
        )
        os.kill(os.getpid(), signal.SIGKILL)


def receipts(store: SqliteStore, count: int) -> None:
    """Record *count* calls, and note the identity of each in a file beside the logbook once it is acknowledged."""
    with (store.path.parent / "bevestigd").open("ab", buffering=0) as file:
        for place in range(count):
            told = story.account(ulid=_fresh(), number=PhoneNumber(f"+316{10_000_000 + place}"))
            record(store, _deed(), told, story.policy())
            file.write(f"{told.ulid}\n".encode())


def use_profile(profile: str) -> None:
    """Let the store write with another journal mode and another care for syncing than it is shipped with."""
    journal, synchronous = profile.split("/")

    def make_durable(connection: sqlite3.Connection, _path: Path, *, large: bool) -> None:  # noqa: ARG001 - as the real one
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute(f"PRAGMA synchronous={synchronous}")

    mock.patch("agressielog.storage.store.make_durable", make_durable).start()


def main(path: str, task: str, count: str = "1", profile: str = AS_SHIPPED) -> None:
    if profile != AS_SHIPPED:
        use_profile(profile)
    store = SqliteStore(Path(path), may_create=True)
    _say("klaar")
    sys.stdin.readline()
    if task == SPILL:
        spill(store)
    elif task == RECEIPTS:
        receipts(store, int(count))
    elif task == SAME_NUMBER:
        same_number(store)
    else:
        many(store, int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
