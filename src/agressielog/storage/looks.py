"""Keeps that somebody looked: plain sqlite3 and a transaction of its own, because a look-up is over in milliseconds."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from agressielog.application.errors import LogbookMissing
from agressielog.domain.errors import FileTrouble
from agressielog.domain.look import Look
from agressielog.storage import files, spool
from agressielog.storage.connection import READ_PATIENCE, connect, make_durable
from agressielog.storage.faults import translated
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.rows import moment_text
from agressielog.storage.spool import Waiting

#: A caller was seen with everybody merged into it; after a split each of them keeps the look. Who was erased
#: since then was not seen.
SEEN = """INSERT OR IGNORE INTO inzage_beller (beller, inzage)
    WITH RECURSIVE samen(id) AS (
        SELECT id FROM beller WHERE id = ?1 UNION SELECT beller.id FROM beller JOIN samen ON beller.samengevoegd_met = samen.id
    ) SELECT id, ?2 FROM samen"""
_COUNTED = """INSERT INTO inzage_telling (dag, aantal) VALUES (?, 1)
    ON CONFLICT (dag) DO UPDATE SET aantal = aantal + 1"""


def note_looks(path: Path, looks: Sequence[Look], strangers: Sequence[date]) -> None:
    """Keep looks, and count look-ups of strangers, with what waits beside the logbook; see `LookNoting`.

    Where the logbook takes none now (an import is busy) they wait there too, if there is a file for it.
    """
    if files.look_at(path, APPLICATION_ID, SCHEMA_VERSION) is not files.Found.LOGBOOK:
        raise LogbookMissing(str(path))
    try:
        _insert_now(path, looks, strangers)
    except FileTrouble as trouble:
        try:
            spool.add(path, looks, strangers)
        except (OSError, ValueError):
            raise trouble from trouble.__cause__
    else:
        with suppress(FileTrouble):
            spool.prepare(path)


def settle(path: Path) -> None:
    """Take in what waits beside the logbook; see `LookNoting`."""
    if spool.holds_any(path):
        _insert_now(path, (), ())


def take_in(connection: Connection, path: Path) -> Waiting | None:
    """Take in, in the open transaction, what waits beside the logbook; `spool.empty` is for after its commit."""
    waiting = spool.waiting(connection, path)
    if waiting is not None:
        _insert(connection, waiting.looks, waiting.strangers)
        spool.note_taken(connection, waiting)
    return waiting


def _insert_now(path: Path, looks: Sequence[Look], strangers: Sequence[date]) -> None:
    with (
        translated(str(path), READ_PATIENCE),
        closing(connect(path, READ_PATIENCE)) as connection,
        _written(connection, path),
    ):
        taken = take_in(connection, path)
        _insert(connection, looks, strangers)
    if taken is not None:
        spool.empty(taken)


def _insert(connection: Connection, looks: Sequence[Look], strangers: Sequence[date]) -> None:
    for look in looks:
        new = connection.execute(
            "INSERT INTO inzage (op, login, naam, opdracht) VALUES (?, ?, ?, ?)",
            [moment_text(look.at), look.login, look.name, look.command],
        ).lastrowid
        connection.executemany(SEEN, ((caller, new) for caller in look.callers))
    connection.executemany(_COUNTED, ((day.isoformat(),) for day in strangers))


@contextmanager
def _written(connection: Connection, path: Path) -> Iterator[None]:
    """Begin, and commit; closing the connection undoes what failed."""
    make_durable(connection, path, large=False)
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.execute("COMMIT")
