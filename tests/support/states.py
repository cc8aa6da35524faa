"""What a logbook holds, to tell whether it is as it was before a command, as after it, or in between."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

# Derived from the rest, or of the file rather than of the records.
_DERIVED = ("logboek", "zoekindex", "sqlite_", "kaart", "_sqlite")
# Different in every run: moments, identities, salts and what is made from them.
_EACH_RUN = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:+.]+|\b[0-9A-HJKMNP-TV-Z]{26}\b|\b[0-9a-f]{64}\b|\d+(-[0-9A-Z]{5}){5}"
)

#: The rows of each table, in words that are the same in every run.
State: TypeAlias = Mapping[str, Sequence[str]]


def state_of(logbook: Path, *but: str) -> State:
    """Return every record of every table but those whose names begin with *but*."""
    with closing(sqlite3.connect(logbook)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith((*_DERIVED, *but))
        ]
        return {
            table: [_EACH_RUN.sub("#", repr(row)) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in tables
        }


def deeds_in(logbook: Path) -> int:
    """Return how many writes the journal of a logbook tells of."""
    with closing(sqlite3.connect(logbook)) as connection:
        ((count,),) = connection.execute("SELECT count(DISTINCT handeling) FROM logboek")
        return int(count)
