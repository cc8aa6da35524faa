"""The file of one person is what cleaning up gathers of that person, in a logbook in which everything happened."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import story
from busy_office import POLICY, BusyOffice

from agressielog.application.access import access_of
from agressielog.application.retention import file_of, foresee_cleaning_up
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.local_time import local_day
from agressielog.domain.retention import Judged, RecordKind, RetentionReason, judge
from agressielog.domain.vocabulary import Country
from agressielog.storage.store import SqliteStore

#: Within the terms, and after the shortest of them.
LATER = [timedelta(days=30), timedelta(days=300)]


@pytest.fixture(scope="module", params=[2, 3])
def store(request: pytest.FixtureRequest) -> Iterator[SqliteStore]:
    """A logbook with a history."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "logboek.db"
        BusyOffice(path, request.param, 60, 300)
        yield SqliteStore(path)


def _one_by_one(store: SqliteStore, later: timedelta) -> dict[tuple[RecordKind, int], Judged]:
    now = story.NOW + later
    found: dict[tuple[RecordKind, int], Judged] = {}
    with store.reading() as reading:
        for caller in reading.callers():
            judged = judge(file_of(reading, caller.id, local_day(now)), POLICY, now)
            found |= {(one.kind, one.number): one for one in judged}
    return found


@pytest.mark.parametrize("later", LATER, ids=str)
def test_it_is_judged_as_it_is_among_all(store: SqliteStore, later: timedelta) -> None:
    found = foresee_cleaning_up(store, POLICY, story.NOW + later).judged
    alone = _one_by_one(store, later)
    with store.reading() as reading:
        nobodys = {incident.id for incident in reading.each_incident() if incident.caller is None}
    of_persons = {
        (one.kind, one.number): one for one in found if one.number not in nobodys or one.kind not in _CALLS
    }
    assert of_persons == alone


_CALLS = {RecordKind.INCIDENT, RecordKind.LINK}


@pytest.mark.parametrize("later", LATER, ids=str)
def test_every_record_is_judged_once(store: SqliteStore, later: timedelta) -> None:
    found = foresee_cleaning_up(store, POLICY, story.NOW + later).judged
    with store.reading() as reading:
        calls = sorted(incident.id for incident in reading.each_incident())
        measures = sorted(decision.id for decision in reading.decisions())
    assert sorted(one.number for one in found if one.kind in _CALLS) == calls
    assert sorted(one.number for one in found if one.kind is RecordKind.MEASURE) == measures
    assert len({one.number for one in found if one.kind is RecordKind.CALLER}) == sum(
        one.kind is RecordKind.CALLER for one in found
    )


@pytest.mark.parametrize("later", LATER, ids=str)
def test_what_a_person_is_told_of_terms_is_what_is_done(store: SqliteStore, later: timedelta) -> None:
    done = {
        one.number: one
        for one in foresee_cleaning_up(store, POLICY, story.NOW + later).judged
        if one.kind in _CALLS
    }
    with store.reading() as reading:
        callers: list[CallerId] = [caller.id for caller in reading.callers()]
    for caller in callers:
        told = access_of(
            store, caller_code(caller), POLICY, {}, now=story.NOW + later, country=Country.NETHERLANDS
        )
        for kept in told.incidents:
            judged = done[kept.incident.id]
            assert kept.judged == judged
            if judged.reason is RetentionReason.TERM_OVER:
                assert judged.term_ends is not None
                assert judged.term_ends < local_day(story.NOW + later)
