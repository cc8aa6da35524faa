"""A program of tomorrow: the one of today with one step more in its schema, for the tests of a migration."""

import sys

from sqlite_utils import Database

from agressielog.storage import identity, schema

#: The layout of that program.
NEXT = identity.SCHEMA_VERSION + 1
#: Its step leaves alone what a look-up reads, or does not.
ADDS, CHANGES = f"m{NEXT:03}_adds_a_field", f"m{NEXT:03}_another_index"
_COLUMN = "ALTER TABLE incident ADD COLUMN morgen TEXT NOT NULL DEFAULT 'nee'"
_TABLE = "CREATE TABLE van_morgen (id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident(id)) STRICT"
_INDEX = "CREATE INDEX incident_van_morgen ON incident(morgen, wat)"


def become_next(name: str = ADDS) -> None:
    """Let this process be that program from now on: done in a fork, it leaves no trace."""
    schema.migrations(name=name)(_take_the_step)
    for module in list(sys.modules.values()):
        if module.__name__.startswith("agressielog.storage.") and hasattr(module, "SCHEMA_VERSION"):
            vars(module)["SCHEMA_VERSION"] = NEXT


def _take_the_step(db: Database) -> None:
    for statement in (_COLUMN, _TABLE, _INDEX):
        db.execute(statement)
