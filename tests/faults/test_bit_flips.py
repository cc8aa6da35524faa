"""One bit of the file flips: whatever it changes of what the logbook says, `check` reports it.

`AGRESSIELOG_BITS` sets how many flips are tried (10,000 for the table in the documentation).
"""

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import evidence
import pytest

from agressielog.domain.errors import AgressielogError
from agressielog.storage.store import SqliteStore

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

_FLIPS = int(os.environ.get("AGRESSIELOG_BITS", "1500"))
_PARTS = 12
_INSTANCES = "CREATE VIRTUAL TABLE temp.woorden USING fts5vocab(main, zoekindex, instance)"
#: Not what the logbook says: the notes of sqlite-utils about itself, and how FTS5 arranges the words that
#: are compared here as what they are.
_ARRANGEMENT = ("_sqlite_migrations", "zoekindex_")


@pytest.fixture
def whole(sqlite_store: SqliteStore) -> bytes:
    """A logbook with something in every table, small enough that most of it is data."""
    evidence.fill(sqlite_store, calls=40)
    assert evidence.faults(sqlite_store.path) == ()
    return sqlite_store.path.read_bytes()


def _says(path: Path) -> list[object]:
    """Return all that a logbook says: every row of every table with its types, the layout and the words."""
    return list(_each_thing(path))


def _each_thing(path: Path) -> Iterator[object]:
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        yield from connection.execute("PRAGMA user_version")
        yield from connection.execute("PRAGMA application_id")
        layout = [
            (sort, name.decode(), table, sql)
            for sort, name, table, sql in connection.execute(
                "SELECT type, name, tbl_name, sql FROM sqlite_master"
            )
            if not name.decode().startswith(_ARRANGEMENT)
        ]
        yield from layout
        connection.execute(_INSTANCES)
        tables = [name for sort, name, _, _ in layout if sort == b"table"]
        for table in [*tables, "sqlite_sequence", "temp.woorden"]:
            yield table
            yield from connection.execute(f"SELECT * FROM {table}")


@pytest.mark.parametrize("part", range(_PARTS))
def test_every_flip_that_changes_what_the_logbook_says_is_reported(
    whole: bytes,
    memory_folder: Path,
    part: int,
    tell_result: Callable[..., None],
) -> None:
    dice = random.Random(part)
    flipped = memory_folder / "omgevallen.db"
    flipped.touch(0o600)
    flipped.write_bytes(whole)
    before = _says(flipped)
    changed = 0
    missed: list[tuple[int, int]] = []
    for _ in range(_FLIPS // _PARTS):
        place, bit = dice.randrange(len(whole)), dice.randrange(8)
        content = bytearray(whole)
        content[place] ^= 1 << bit
        flipped.write_bytes(content)
        try:
            other = _says(flipped) != before
        except (sqlite3.Error, UnicodeDecodeError):
            other = True
        changed += other
        try:
            reported = bool(evidence.faults(flipped))
        except AgressielogError:
            reported = True
        if other and not reported:
            missed.append((place, bit))
    tell_result(
        "één bit van het bestand omgevallen",
        _FLIPS // _PARTS,
        veranderden_wat_er_staat=changed,
        niet_gemeld=len(missed),
    )
    assert missed == []
    # Half of the bytes are indexes, arrangement and empty space.
    assert changed > _FLIPS // _PARTS // 16
