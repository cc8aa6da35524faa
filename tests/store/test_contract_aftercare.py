"""What every logbook promises about care for colleagues; the same tests over the fake and SQLite."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from story import NOW, TODAY

from agressielog.application.errors import IncidentNotFound
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Touched
from agressielog.domain.aftercare import TALKS, Aftercare, AftercareGround, AftercareStep, StepDone
from agressielog.domain.identity import IncidentId
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity
from agressielog.storage.store import SqliteStore

DAY = timedelta(days=1)
BY_SMIT = StepDone(AftercareStep.TALK, "R. Smit", NOW)


def heavy(store: Store, **changes: Any) -> IncidentId:
    told = {"severity": Severity.SEVERE, "aftercare": AftercareGround.SEVERITY} | changes
    return story.stored(store, **told).id


def cared_for(store: Store, incident: IncidentId) -> Aftercare:
    with store.reading() as reading:
        found = reading.aftercare(incident)
    assert found is not None
    return found


def through(store: Store, on: date = TODAY, *, unfinished: bool = False) -> list[int]:
    with store.reading() as reading:
        return [care.incident for care in reading.aftercare_through(on, unfinished=unfinished)]


def keep(store: Store, incident: IncidentId, *done: StepDone, declined: tuple[date, ...] = ()) -> None:
    with store.writing(story.deed("nazorg done")) as tx:
        for one in done:
            tx.add_care_step(incident, one)
        for day in declined:
            tx.add_care_declined(incident, day)


@pytest.mark.parametrize("ground", list(AftercareGround))
def test_care_follows_from_its_incident(store: Store, ground: AftercareGround) -> None:
    incident = heavy(store, aftercare=ground, status=IncidentStatus.CONFIRMED)
    assert cared_for(store, incident) == Aftercare(
        incident=incident,
        colleague="Mia de Vries",
        at=NOW,
        severity=Severity.SEVERE,
        status=IncidentStatus.CONFIRMED,
        ground=ground,
    )


def test_an_incident_that_opened_none_has_none_and_one_that_is_not_there_raises(store: Store) -> None:
    light = story.stored(store).id
    with store.reading() as reading:
        assert reading.aftercare(light) is None
        with pytest.raises(IncidentNotFound):
            reading.aftercare(IncidentId(9))
    assert through(store) == []


def test_what_was_done_comes_back_in_the_order_of_the_steps(store: Store) -> None:
    incident = heavy(store)
    summer = datetime(2026, 11, 20, 14, 0, 59, 999_999, tzinfo=UTC)
    told = [StepDone(step, "Bram", summer) for step in reversed(AftercareStep)]
    keep(store, incident, *told)
    found = cared_for(store, incident)
    assert [one.step for one in found.done] == list(AftercareStep)
    assert {(one.by, one.at) for one in found.done} == {("Bram", summer.replace(microsecond=0))}


def test_refusals_come_back_oldest_first(store: Store) -> None:
    incident = heavy(store)
    keep(store, incident, declined=(TODAY + 14 * DAY, TODAY))
    assert cared_for(store, incident).declined_on == (TODAY, TODAY + 14 * DAY)


def test_a_step_that_is_taken_back_is_gone_and_can_be_done_again(store: Store) -> None:
    incident, other = heavy(store), heavy(store)
    keep(store, incident, BY_SMIT)
    keep(store, other, BY_SMIT)
    with store.writing(story.deed("nazorg done")) as tx:
        tx.remove_care_step(incident, AftercareStep.TALK)
        tx.remove_care_step(incident, AftercareStep.FIRST)
    assert (cared_for(store, incident).done, cared_for(store, other).done) == ((), (BY_SMIT,))
    keep(store, incident, replace(BY_SMIT, by="Bram"))
    assert [one.by for one in cared_for(store, incident).done] == ["Bram"]


def test_the_last_refusal_is_the_one_taken_back(store: Store) -> None:
    incident, other = heavy(store), heavy(store)
    keep(store, incident, declined=(TODAY, TODAY + 14 * DAY))
    keep(store, other, declined=(TODAY + 20 * DAY,))
    for left in ((TODAY,), (), ()):
        with store.writing(story.deed("nazorg decline")) as tx:
            tx.remove_care_declined(incident)
        assert cared_for(store, incident).declined_on == left
    assert cared_for(store, other).declined_on == (TODAY + 20 * DAY,)


def test_nothing_is_kept_for_an_incident_that_is_not_there(store: Store) -> None:
    with pytest.raises(IncidentNotFound):
        keep(store, IncidentId(9), BY_SMIT)
    with pytest.raises(IncidentNotFound):
        keep(store, IncidentId(9), declined=(TODAY,))


def test_the_incident_that_happened_first_comes_first(store: Store) -> None:
    late, early, twin = heavy(store), heavy(store, at=NOW - DAY), heavy(store, at=NOW - DAY)
    assert through(store) == [early, twin, late]


def test_an_incident_counts_from_its_local_day(store: Store) -> None:
    # Ten past midnight in Amsterdam, still the day before in UTC.
    incident = heavy(store, at=datetime(2026, 11, 19, 23, 10, tzinfo=UTC))
    assert (through(store, TODAY - DAY), through(store, TODAY)) == ([], [incident])
    with store.reading() as reading:
        found = [len(reading.aftercare_through(TODAY, since=day)) for day in (TODAY, TODAY + DAY)]
    assert found == [1, 0]


def test_what_is_settled_is_left_out_of_the_unfinished(store: Store) -> None:
    begun, talked, declined, once, withdrawn, rejected = (heavy(store) for _ in range(6))
    keep(store, begun, BY_SMIT, StepDone(AftercareStep.OFFER, "Bram", NOW))
    keep(store, talked, *(StepDone(step, "Bram", NOW) for step in TALKS))
    keep(store, declined, declined=(TODAY - DAY, TODAY))
    keep(store, once, declined=(TODAY,))
    with store.writing(story.deed("edit")) as tx:
        for incident, status in (
            (withdrawn, IncidentStatus.WITHDRAWN),
            (rejected, IncidentStatus.REJECTED),
        ):
            tx.replace_incident(replace(tx.incident(incident), status=status))
    assert through(store) == [begun, talked, declined, once, withdrawn, rejected]
    assert through(store, unfinished=True) == [begun, once]


def test_what_was_settled_later_is_unfinished_on_the_day_itself(store: Store) -> None:
    talked, declined = heavy(store), heavy(store)
    keep(store, talked, *(StepDone(step, "Bram", NOW + DAY) for step in TALKS))
    keep(store, declined, declined=(TODAY, TODAY + DAY))
    assert through(store, TODAY, unfinished=True) == [talked, declined]
    assert through(store, TODAY + DAY, unfinished=True) == []


def test_a_thousand_times_care_comes_back_whole(store: Store) -> None:
    with store.writing(story.deed("import")) as tx:
        tx.add_incidents(
            story.new_incident(aftercare=AftercareGround.SEVERITY, severity=Severity.SEVERE)
            for _ in range(1050)
        )
        for number in (1, 501, 1050):
            tx.add_care_step(IncidentId(number), BY_SMIT)
            tx.add_care_declined(IncidentId(number), TODAY)
    with store.reading() as reading:
        found = reading.aftercare_through(TODAY, unfinished=True)
    assert [care.incident for care in found] == list(range(1, 1051))
    assert [care.incident for care in found if care.done and care.declined_on] == [1, 501, 1050]


def test_care_touches_no_caller_and_no_number(store: Store) -> None:
    caller = story.stored_caller(store, story.MOBILE).id
    incident = heavy(store, caller=caller, certainty=Certainty.CERTAIN)
    with store.writing(story.deed("nazorg done")) as tx:
        tx.add_care_step(incident, BY_SMIT)
        tx.add_care_declined(incident, TODAY)
        tx.remove_care_step(incident, AftercareStep.TALK)
        tx.remove_care_declined(incident)
        assert tx.touched == Touched(frozenset(), frozenset())


def test_a_refused_write_leaves_nothing(store: Store) -> None:
    incident = heavy(store)
    with pytest.raises(IncidentNotFound):
        _keep_and_fail(store, incident)
    assert cared_for(store, incident).done == ()


def _keep_and_fail(store: Store, incident: IncidentId) -> None:
    with store.writing(story.deed("nazorg done")) as tx:
        tx.add_care_step(incident, BY_SMIT)
        tx.incident(IncidentId(99))


# Only a file has a journal, and an index ---------------------------------------------------------


def _rows(store: SqliteStore, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(store.path)) as connection:
        return connection.execute(statement).fetchall()


def test_every_change_leaves_its_journal_row(sqlite_store: SqliteStore) -> None:
    incident = heavy(sqlite_store)
    keep(sqlite_store, incident, BY_SMIT, declined=(TODAY,))
    with sqlite_store.writing(story.deed("nazorg done")) as tx:
        tx.remove_care_step(incident, AftercareStep.TALK)
        tx.remove_care_declined(incident)
    rows = _rows(
        sqlite_store, "SELECT tabel, sleutel, voor, na FROM logboek WHERE tabel LIKE 'nazorg%' ORDER BY id"
    )
    step = {"id": 1, "incident": 1, "stap": "gesprek", "door": "R. Smit", "op": "2026-11-20T12:00:00+00:00", "dag": "2026-11-20"}  # fmt: skip
    refusal = {"id": 1, "incident": 1, "op": "2026-11-20"}
    assert [(table, key, before and json.loads(before), after and json.loads(after)) for table, key, before, after in rows] == [
        ("nazorg_stap", "1", None, step),
        ("nazorg_afgezien", "1", None, refusal),
        ("nazorg_stap", "1", step, None),
        ("nazorg_afgezien", "1", refusal, None),
    ]  # fmt: skip


def test_one_step_of_one_incident_is_kept_once(sqlite_store: SqliteStore) -> None:
    incident = heavy(sqlite_store)
    keep(sqlite_store, incident, BY_SMIT)
    with closing(sqlite3.connect(sqlite_store.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO nazorg_stap (incident, stap, door, op, dag) VALUES (1, 'gesprek', 'Bram', 'x', 'y')"
        )


def test_no_text_of_what_was_said_has_a_place(sqlite_store: SqliteStore) -> None:
    columns = {table: [row[1] for row in _rows(sqlite_store, f"PRAGMA table_info({table})")] for table in ("nazorg_stap", "nazorg_afgezien")}  # fmt: skip
    assert columns == {
        "nazorg_stap": ["id", "incident", "stap", "door", "op", "dag"],
        "nazorg_afgezien": ["id", "incident", "op"],
    }
