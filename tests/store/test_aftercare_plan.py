"""The list of care comes from the one index that holds nothing else, however large the logbook is."""

import sqlite3
from contextlib import closing

import pytest
import story
from story import NOW, TODAY

from agressielog.domain.aftercare import AftercareGround, AftercareStep, StepDone
from agressielog.domain.vocabulary import Severity
from agressielog.storage.aftercare_reading import AftercareTablesReading
from agressielog.storage.store import SqliteStore


@pytest.mark.parametrize("unfinished", [True, False])
def test_the_list_never_walks_through_the_incidents(sqlite_store: SqliteStore, unfinished: bool) -> None:
    with sqlite_store.writing(story.deed("import")) as tx:
        tx.add_incidents(story.new_incident() for _ in range(2000))
        heavy = story.new_incident(aftercare=AftercareGround.SEVERITY, severity=Severity.SEVERE)
        tx.add_care_step(tx.add_incident(heavy).id, StepDone(AftercareStep.TALK, "R. Smit", NOW))
    asked: list[str] = []
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.set_trace_callback(asked.append)
        (care,) = AftercareTablesReading(connection).aftercare_through(TODAY, unfinished=unfinished)
        connection.set_trace_callback(None)
        plans = [
            row[3] for sql in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        ]
    assert len(care.done) == 1
    assert len(asked) == 3
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
    assert any("incident USING COVERING INDEX incident_nazorg" in plan for plan in plans)
