"""Keeps that somebody looked: plain sqlite3 and a transaction of its own, because a look-up is over in milliseconds."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from agressielog.application.errors import LogbookMissing
from agressielog.domain.look import Look
from agressielog.storage import files
from agressielog.storage.connection import READ_PATIENCE, connect, make_durable
from agressielog.storage.faults import translated
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.rows import moment_text

# A caller was seen with everybody merged into it; after a split each of them keeps the look.
_SEEN = """INSERT OR IGNORE INTO inzage_beller (beller, inzage)
    WITH RECURSIVE samen(id) AS (
        SELECT ?1 UNION SELECT beller.id FROM beller JOIN samen ON beller.samengevoegd_met = samen.id
    ) SELECT id, ?2 FROM samen"""
_COUNTED = """INSERT INTO inzage_telling (dag, aantal) VALUES (?, 1)
    ON CONFLICT (dag) DO UPDATE SET aantal = aantal + 1"""


def note_looks(path: Path, looks: Sequence[Look], strangers: Sequence[date]) -> None:
    """Keep looks, and count look-ups of strangers; see `LookNoting`."""
    if files.look_at(path, APPLICATION_ID, SCHEMA_VERSION) is not files.Found.LOGBOOK:
        raise LogbookMissing(str(path))
    with (
        translated(str(path), READ_PATIENCE),
        closing(connect(path, READ_PATIENCE)) as connection,
        _written(connection, path),
    ):
        for look in looks:
            new = connection.execute(
                "INSERT INTO inzage (op, login, naam, opdracht) VALUES (?, ?, ?, ?)",
                [moment_text(look.at), look.login, look.name, look.command],
            ).lastrowid
            connection.executemany(_SEEN, ((caller, new) for caller in look.callers))
        connection.executemany(_COUNTED, ((day.isoformat(),) for day in strangers))


@contextmanager
def _written(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Begin, and commit; closing the connection undoes what failed."""
    make_durable(connection, path, large=False)
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.execute("COMMIT")
