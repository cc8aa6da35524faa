"""The tables of the logbook, and the steps by which an older file becomes a newer one.

Table and column names are the JSON keys (design 5), so that the file reads well in any SQLite program.
Steps are append-only: a released one never changes. They run inside the transaction that
`storage.store` opened; `executescript` (not rolled back) and `transform()` (drops triggers) are out.

A new step: a function `m002_...` below, `SCHEMA_VERSION` one higher, and a frozen copy of what comes of it
(`python tests/support/frozen_layouts.py`). The name of a step that leaves everything as it was that a look-up reads
begins `m002_adds_`: programs that do not know it go on answering look-ups (`storage.layout`). The names stand in
the file.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from agressielog.storage import (
    aftercare_tables,
    backup_tables,
    card_tables,
    duty_tables,
    erasure_tables,
    follow_up_tables,
    hold_tables,
    journal_tables,
    logbook_tables,
    look_tables,
    promise_tables,
    request_tables,
    rights_tables,
)
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION

migrations = Migrations("agressielog")


@migrations()
def m001_logbook(db: Database) -> None:
    """Lay out the first logbook: callers, incidents, promises, settings, journal and search index."""
    for statement in (
        *logbook_tables.TABLES,
        *journal_tables.TABLES,
        *aftercare_tables.TABLES,
        *promise_tables.TABLES,
        *request_tables.TABLES,
        *duty_tables.TABLES,
        *follow_up_tables.TABLES,
        *hold_tables.TABLES,
        *look_tables.TABLES,
        *rights_tables.TABLES,
        *backup_tables.TABLES,
        *erasure_tables.TABLES,
        *card_tables.TABLES,
    ):
        db.execute(statement)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Run the steps this file still lacks, and mark it, all in the transaction that is open.

    Args:
        connection: in a `BEGIN IMMEDIATE`; committing is up to the caller.
    """
    lay_out(connection, SCHEMA_VERSION)


def lay_out(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file to a layout, which may be an older one of this program's; arguments as `bring_up_to_date`."""
    db = Database(connection, execute_plugins=False)
    later = [step.name for step in migrations.pending(db) if int(step.name[1:4]) > version]
    migrations.apply(db, stop_before=later)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")
