"""What a user did last is taken back whole, and back again, as long as nothing rests on it."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import story
from decisions import new_decision

from agressielog.application.callers import edit_caller
from agressielog.application.find import search
from agressielog.application.ports.records import Deed
from agressielog.application.ports.undo import RecordName
from agressielog.application.record import record
from agressielog.application.undo import (
    ChangedSince,
    NothingToUndo,
    NotUndoable,
    StillReferredTo,
    foresee_undo,
    undo,
)
from agressielog.domain.caller_field import CallerField
from agressielog.domain.evidence import CheckName
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.search_words import SearchWords
from agressielog.domain.vocabulary import Country
from agressielog.storage.checking import SqliteEvidence
from agressielog.storage.store import SqliteStore

_Records = Mapping[str, list[tuple[object, ...]]]


def _records(store: SqliteStore) -> _Records:
    """Return everything but the journal, and what SQLite keeps for itself."""
    with closing(sqlite3.connect(store.path)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "_sqlite", "logboek", "zoekindex_data", "zoekindex_idx"))
        ]
        return {
            table: sorted(map(tuple, connection.execute(f"SELECT * FROM {table}")), key=repr)
            for table in tables
        }


def _assert_whole(store: SqliteStore) -> None:
    evidence = SqliteEvidence(store.path, story.NOW + timedelta(days=1))
    skipped = {CheckName.ACCESS, CheckName.PLACE, CheckName.ANCHOR}
    for name in CheckName:
        if name not in skipped:
            assert list(evidence.faults(name, lambda _seen: None)) == []


def _deed(command: str = "undo", name: str = "Mia de Vries") -> Deed:
    return story.deed(command, name=name)


def _call(store: SqliteStore) -> None:
    told = story.account(promises=(NewPromise("terugbellen", story.TODAY),), name="Jansen")
    record(store, _deed("add"), told, story.policy())


def _decide(store: SqliteStore) -> None:
    with store.writing(_deed("maatregel add")) as tx:
        tx.add_decision(new_decision(incidents=(IncidentId(1),)))


def _rename(store: SqliteStore) -> None:
    edit_caller(store, _deed("beller edit"), "B1", {CallerField.NAME: "De Boer"}, Country.NETHERLANDS)


def _set(store: SqliteStore) -> None:
    with store.writing(_deed("instelling")) as tx:
        tx.change_setting("organisatie", "Voorbeeldstad")


def _unset(store: SqliteStore) -> None:
    with store.writing(_deed("instelling")) as tx:
        tx.change_setting("land", None)


def _unlink(store: SqliteStore) -> None:
    with store.writing(_deed("beller nummer remove")) as tx:
        tx.unlink(tx.callers()[0].id, story.MOBILE)


@pytest.fixture
def used(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with one call in it, by somebody else, and a setting."""
    with sqlite_store.writing(_deed("instelling", "R. Smit")) as tx:
        tx.change_setting("land", "NL")
    told = story.account(kinds=(story.SWEARING, story.THREAT))
    record(sqlite_store, _deed("add", "R. Smit"), told, story.policy())
    return sqlite_store


CHANGES: list[Callable[[SqliteStore], None]] = [_call, _decide, _rename, _set, _unset, _unlink]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_undoing_restores_every_record_and_undoing_that_does_it_again(
    used: SqliteStore, change: Callable[[SqliteStore], None]
) -> None:
    before = _records(used)
    change(used)
    after = _records(used)
    assert after != before
    undo(used, _deed())
    assert _records(used) == before
    _assert_whole(used)
    undo(used, _deed())
    assert _records(used) == after
    _assert_whole(used)


def test_it_is_the_last_change_of_this_user_and_of_nobody_else(used: SqliteStore) -> None:
    _set(used)
    undo(used, _deed(name="R. Smit"))
    with used.reading() as reading:
        assert (reading.setting("organisatie"), reading.callers()) == ("Voorbeeldstad", [])


def test_who_changed_nothing_has_nothing_to_take_back(used: SqliteStore) -> None:
    with pytest.raises(NothingToUndo):
        foresee_undo(used, "mdevries", "P. Nieuw")


def test_a_back_up_is_not_what_somebody_means_by_the_last_change(used: SqliteStore) -> None:
    _set(used)
    with used.writing(_deed("backup")) as tx:
        tx.note_backup(story.NOW)
    assert foresee_undo(used, "mdevries", "Mia de Vries").command == "instelling"


@pytest.mark.parametrize("command", ["brief", "restore", "beleid use", "avg vergeet", "avg opschonen"])
def test_what_went_out_of_the_house_is_there_for_good(used: SqliteStore, command: str) -> None:
    with used.writing(_deed(command)) as tx:
        tx.change_setting("organisatie", "x")
    with pytest.raises(NotUndoable):
        undo(used, _deed())


def test_what_somebody_changed_since_is_not_swept_away(used: SqliteStore) -> None:
    _rename(used)
    edit_caller(used, _deed("beller edit", "R. Smit"), "B1", {CallerField.ADDRESS: "x"}, Country.NETHERLANDS)
    before = _records(used)
    with pytest.raises(ChangedSince) as refused:
        undo(used, _deed())
    assert [(step.table, step.key, step.name) for step in refused.value.steps] == [("beller", "1", "R. Smit")]
    assert _records(used) == before


def test_an_incident_that_a_decision_rests_on_stays_as_it_was_judged(used: SqliteStore) -> None:
    with used.writing(_deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(IncidentId(1)), team="Zuid"))
    with used.writing(_deed("maatregel add", "R. Smit")) as tx:
        tx.add_decision(new_decision(incidents=(IncidentId(1),)))
    with pytest.raises(ChangedSince) as refused:
        undo(used, _deed())
    assert [step.table for step in refused.value.steps] == ["maatregel"]


def test_a_caller_who_called_again_does_not_disappear(used: SqliteStore) -> None:
    first = story.account(number=story.OTHER_MOBILE)
    record(used, _deed("add"), first, story.policy())
    record(used, _deed("add", "R. Smit"), story.account(number=story.OTHER_MOBILE), story.policy())
    before = _records(used)
    with pytest.raises(StillReferredTo) as refused:
        undo(used, _deed())
    assert RecordName("incident", "3") in refused.value.records
    assert _records(used) == before


def test_what_was_erased_since_cannot_be_taken_back(used: SqliteStore) -> None:
    _set(used)
    with used.writing(_deed("avg", "R. Smit")) as tx:
        tx.erase_journal_contents([("instelling", "organisatie")])  # type: ignore[attr-defined]
    with pytest.raises(NotUndoable):
        undo(used, _deed())


def test_the_callers_and_numbers_it_is_about_are_touched(used: SqliteStore) -> None:
    _call(used)
    with used.writing(_deed()) as tx:
        tx.put_back(tx.last_deed("mdevries", "Mia de Vries", ()))
        assert (tx.touched.callers, tx.touched.numbers) == (frozenset({1}), frozenset({story.MOBILE.key}))


def test_search_forgets_what_was_taken_back_and_finds_it_again(used: SqliteStore) -> None:
    _rename(used)
    wanted = SearchWords.parse("boer")
    assert len(search(used, wanted, 9)) == 1
    undo(used, _deed())
    assert search(used, wanted, 9) == []
    undo(used, _deed())
    assert len(search(used, wanted, 9)) == 1
