"""Cleaning up a whole logbook: everybody's file is gathered, and what went does not come back from a copy."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import canaries
import decisions
import evidence
import pytest
import story

from agressielog.application.backups import make_backup, restore
from agressielog.application.erasing import take_away
from agressielog.application.merging import merge
from agressielog.application.ports.records import Deed
from agressielog.application.retention import (
    CleaningUp,
    TermsImpossible,
    clean_up_terms,
    foresee_cleaning_up,
)
from agressielog.domain.caller import NewCaller
from agressielog.domain.erasure import Doomed, Erasure, ErasureKind
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Made, NewPromise
from agressielog.domain.local_time import start_of_day
from agressielog.domain.policy import Policy
from agressielog.domain.request import Answer, NewRequest, RequestKind, RequestOutcome
from agressielog.domain.retention import RecordKind, RetentionReason
from agressielog.domain.vocabulary import Certainty, IncidentStatus
from agressielog.storage.store import SqliteStore

_LONG_AGO = date(2020, 3, 1)


def _policy(_day: date) -> Policy:
    return decisions.standaard()


def _deed(command: str = "avg opschonen") -> Deed:
    return story.deed(command)


def _found(store: SqliteStore) -> dict[tuple[RecordKind, int], RetentionReason]:
    judged = foresee_cleaning_up(store, decisions.standaard(), story.NOW).judged
    return {(one.kind, one.number): one.reason for one in judged}


def _clean_up(store: SqliteStore, backups: Path | None = None) -> CleaningUp:
    return clean_up_terms(store, canaries.files_of(store.path, backups), _deed(), _policy, None)


def _long_ago(store: SqliteStore) -> CallerId:
    """Store a caller from long ago with a call, a decision on it, a promise that was kept and an answered request."""
    with store.writing(story.deed("add", at=start_of_day(_LONG_AGO))) as tx:
        new = tx.add_caller(NewCaller(name="Van Vroeger")).id
        tx.add_promises_to(
            new,
            [
                NewPromise(
                    "bellen", made=Made(start_of_day(_LONG_AGO), "Mia"), done_at=start_of_day(_LONG_AGO)
                )
            ],
        )
        asked = tx.add_request(
            NewRequest(caller=new, kind=RequestKind.ACCESS, received_on=_LONG_AGO, answer_by=_LONG_AGO)
        )
        tx.answer_request(asked.id, Answer(_LONG_AGO, RequestOutcome.GRANTED))
    call = story.stored(
        store, at=start_of_day(_LONG_AGO), caller=new, certainty=Certainty.CERTAIN, account='{"geen json'
    )
    decisions.stored_decision(
        store,
        caller=new,
        decided_on=_LONG_AGO,
        first=_LONG_AGO,
        last=_LONG_AGO + timedelta(days=30),
        review_on=None,
        recorded_at=start_of_day(_LONG_AGO),
        incidents=(call.id,),
        reason='{"reden": ["een", {"twee": 3}]}',
    )
    return new


def test_a_whole_file_goes_when_all_of_it_is_over(sqlite_store: SqliteStore) -> None:
    _long_ago(sqlite_store)
    assert _found(sqlite_store) == {
        (RecordKind.INCIDENT, 1): RetentionReason.TERM_OVER,
        (RecordKind.MEASURE, 1): RetentionReason.WORKED_OUT,
        (RecordKind.CALLER, 1): RetentionReason.NOTHING_LEFT,
    }
    assert _clean_up(sqlite_store).count == 3
    with sqlite_store.reading() as reading:
        assert not reading.callers()
        assert not reading.decisions()
        assert not reading.requests()
    assert evidence.unexplained(sqlite_store.path) == []
    assert b"Van Vroeger" not in sqlite_store.path.read_bytes()
    assert _clean_up(sqlite_store).count == 0


def test_merged_callers_are_judged_as_one(sqlite_store: SqliteStore) -> None:
    old = _long_ago(sqlite_store)
    new = story.stored_caller(sqlite_store)
    story.stored(sqlite_store, caller=new.id, certainty=Certainty.CERTAIN)
    merge(sqlite_store, story.deed("beller merge"), f"B{new.id}", f"B{old}", canaries.NL)
    found = _found(sqlite_store)
    assert {reason for (kind, _), reason in found.items() if kind is RecordKind.CALLER} == {
        RetentionReason.RECORDS
    }
    assert found[RecordKind.INCIDENT, 1] is RetentionReason.TERM_RUNS


def test_a_withdrawn_call_is_judged_by_the_day_of_its_withdrawal(sqlite_store: SqliteStore) -> None:
    told = story.stored(sqlite_store, at=story.NOW - timedelta(days=300), number=None)
    fallen = replace(told, status=IncidentStatus.WITHDRAWN)
    for days in (40, 20):
        with sqlite_store.writing(story.deed("edit", at=story.NOW - timedelta(days=days))) as tx:
            tx.replace_incident(fallen)
    assert _found(sqlite_store) == {(RecordKind.INCIDENT, 1): RetentionReason.FALLEN}


def test_without_its_history_the_day_it_was_recorded_counts(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store, number=None, status=IncidentStatus.REJECTED)
    with sqlite_store.writing(_deed("avg vergeet")) as tx:
        tx.erase(Doomed(unlinked=frozenset({IncidentId(1)})))
    assert _found(sqlite_store) == {(RecordKind.INCIDENT, 1): RetentionReason.TERM_RUNS}


def test_a_policy_without_terms_removes_nothing(sqlite_store: SqliteStore) -> None:
    _long_ago(sqlite_store)
    with pytest.raises(TermsImpossible):
        foresee_cleaning_up(sqlite_store, story.policy(), story.NOW)
    with pytest.raises(TermsImpossible):
        clean_up_terms(
            sqlite_store, canaries.files_of(sqlite_store.path), _deed(), lambda _day: story.policy(), None
        )
    assert len(_found(sqlite_store)) == 3


def test_what_went_does_not_come_back_from_a_copy(sqlite_store: SqliteStore, memory_folder: Path) -> None:
    backups = memory_folder / "reserve"
    _long_ago(sqlite_store)
    story.stored_caller(sqlite_store, story.LANDLINE, name="Blijft")
    files = canaries.files_of(sqlite_store.path, backups)
    made = make_backup(sqlite_store, files.copies, story.deed("backup"), str(backups), None)
    _clean_up(sqlite_store, backups)
    sqlite_store.path.unlink()

    restore(sqlite_store, files.copies, story.deed("restore"), made.path, story.kept_policy)

    with sqlite_store.reading() as reading:
        assert [caller.name for caller in reading.callers()] == ["Blijft"]
        assert reading.unfinished_erasures() == 0
        assert len(reading.erased()) == 2
    assert evidence.unexplained(sqlite_store.path) == []


def test_a_person_of_whom_there_is_nothing_to_report_can_be_erased(sqlite_store: SqliteStore) -> None:
    caller = story.stored_caller(sqlite_store, story.MOBILE)
    proof = Erasure(kind=ErasureKind.FORGOTTEN, at=story.NOW, by="R. Smit")
    with sqlite_store.writing(_deed("avg vergeet")) as tx:
        erased = take_away(tx, Doomed(callers=frozenset({caller.id})), proof, _policy)
    assert erased.records == {"beller": 1, "beller_nummer": 1}
