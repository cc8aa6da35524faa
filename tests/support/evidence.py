"""A logbook with something in every table, and what `check` says of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import decisions
import story

from agressielog.application.check import Checked, check
from agressielog.application.ports import Merge, Store
from agressielog.domain.anchor import Anchor
from agressielog.domain.evidence import CheckName, Fault
from agressielog.domain.incident import NewPromise
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.checking import SqliteEvidence

#: Every trigger that keeps the journal as it is; who forges has the file, and takes them away.
TRIGGERS = ("logboek_sluit_aan", "logboek_staat_vast", "logboek_blijft")


def fill(store: Store, calls: int = 12) -> None:
    """Record calls of two callers, corrections, a decision, a merge and a setting."""
    one = story.stored_caller(store, story.MOBILE, name="Jansen", customer_number="K1")
    other = story.stored_caller(store, story.LANDLINE, name="De Boer")
    for place in range(calls):
        told = story.stored(
            store,
            caller=(one if place % 2 else other).id,
            certainty=Certainty.CERTAIN,
            kinds=(story.SWEARING, story.THREAT) if place % 3 else (story.SHOUTING,),
            account=f"Schold over aanslag {place}, bij herhaling.",
            promises=(NewPromise("terugbellen", story.TODAY),) if place % 4 == 0 else (),
        )
        if place % 5 == 0:
            with store.writing(story.deed("edit")) as tx:
                tx.move_incidents([told.id], one.id)
    with store.writing(story.deed("beller")) as tx:
        tx.add_merge(Merge(kept_before=one, absorbed_before=other, kept_after=one, incidents=()))
        tx.unlink(other.id, story.LANDLINE)
        tx.change_setting("organisatie", "Voorbeeldstad")
        tx.change_setting("organisatie", "Voorbeelddorp")
    with store.reading() as reading:
        incidents = [incident.id for incident in reading.each_incident()][:2]
    decisions.stored_decision(store, caller=one.id, incidents=tuple(incidents))


def checked(path: Path, *anchors: Anchor) -> Checked:
    """Return what `check` finds a moment after `story.NOW`."""
    return check(SqliteEvidence(path, story.NOW), anchors, unsafe_place=None, done=lambda _seen: None)


def faults(path: Path, *anchors: Anchor) -> Sequence[Fault]:
    """Return every fault that `check` finds."""
    return checked(path, *anchors).faults


def unexplained(path: Path) -> Sequence[Fault]:
    """Return what the tables hold that the journal does not tell, whenever it was written."""
    asked = SqliteEvidence(path, story.NOW)
    return [
        fault
        for name in CheckName
        if name not in {CheckName.PLACE, CheckName.ANCHOR, CheckName.CLOCK, CheckName.ACCESS}
        for fault in asked.faults(name, lambda _seen: None)
    ]


def head(path: Path) -> Anchor:
    """Return what would be printed on a report now."""
    found = checked(path).head
    assert found is not None
    return found


def meddle(path: Path, *statements: str, triggers: bool = False) -> None:
    """Change a logbook with another program.

    Args:
        path: the logbook.
        statements: of SQL.
        triggers: whether they are to stay; otherwise they are put back, so that nothing shows of it.
    """
    with closing(sqlite3.connect(path)) as connection:
        kept = [
            str(statement)
            for (statement,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ]
        if not triggers:
            for name in TRIGGERS:
                connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        if not triggers:
            for statement in kept:
                connection.execute(statement)
        connection.commit()
