"""What somebody does to the file with another program: eight attacks, each in several places.

With an anchor every one of them is reported. Without one, a tail that was cut off, a history that was
written anew and an old copy are whole in themselves: nobody can see it, and `check` does not pretend to.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import evidence
import pytest
import story

from agressielog.domain.anchor import Anchor
from agressielog.domain.evidence import Fault, FaultCode
from agressielog.storage.chain import BEGIN, CLEAR, commitment, value_after
from agressielog.storage.store import SqliteStore

_PLACES = range(0, 8, 2)


@pytest.fixture
def told(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with something in every table."""
    evidence.fill(sqlite_store)
    return sqlite_store


def _rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def _columns(path: Path) -> list[str]:
    return [str(row[1]) for row in _rows(path, "PRAGMA table_info(logboek)")]


def _change_journal(path: Path, change: Callable[[list[dict[str, object]]], object]) -> None:
    """Rewrite the journal as a forger would who knows SQL, and leave no counter behind."""
    columns = _columns(path)
    marks = ", ".join("?" * len(columns))
    with closing(sqlite3.connect(path)) as connection:
        triggers = [
            (name, sql)
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        entries = [
            dict(zip(columns, row, strict=True))
            for row in connection.execute("SELECT * FROM logboek ORDER BY id")
        ]
        change(entries)
        connection.execute("DELETE FROM logboek")
        connection.executemany(
            f"INSERT INTO logboek VALUES ({marks})", [tuple(entry.values()) for entry in entries]
        )
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'logboek'", [len(entries)])
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def _chain_anew(entries: list[dict[str, object]]) -> None:
    """Give every entry a commitment and a chain value that fit, as the program itself does."""
    value = BEGIN
    for number, entry in enumerate(entries, start=1):
        entry["id"] = number
        salt, before, after = (
            None if entry[name] is None else str(entry[name]) for name in ("zout", "voor", "na")
        )
        entry["verbintenis"] = committed = commitment(salt, before, after)
        clear: list[str | int | None] = [number, *(str(entry[name]) for name in CLEAR[1:])]
        entry["keten"] = value = value_after(value, clear, committed)


def _edit_a_row(path: Path, place: int) -> None:
    evidence.meddle(path, f"UPDATE incident SET melder = 'Iemand anders' WHERE id = {place + 1}")


def _edit_a_row_and_its_entry(path: Path, place: int) -> None:
    evidence.meddle(
        path,
        f"UPDATE incident SET melder = 'Iemand anders' WHERE id = {place + 1}",
        "UPDATE logboek SET na = replace(na, 'Mia de Vries', 'Iemand anders'),"
        " voor = replace(voor, 'Mia de Vries', 'Iemand anders')"
        f" WHERE tabel = 'incident' AND sleutel = '{place + 1}'",
    )


def _delete_a_row(path: Path, place: int) -> None:
    evidence.meddle(
        path,
        f"DELETE FROM toezegging WHERE incident = {place + 1}",
        f"DELETE FROM bijsoort WHERE incident = {place + 1}",
        f"DELETE FROM zoekindex WHERE rowid = {place + 1}",
        f"DELETE FROM incident WHERE id = {place + 1}",
    )


def _swap_two_entries(path: Path, place: int) -> None:
    def swap(entries: list[dict[str, object]]) -> None:
        one, other = entries[place], entries[place + 1]
        one["id"], other["id"] = other["id"], one["id"]

    _change_journal(path, swap)


def _insert_an_entry(path: Path, place: int) -> None:
    def insert(entries: list[dict[str, object]]) -> None:
        entries.insert(place, {**entries[place], "opdracht": "edit"})
        for number, entry in enumerate(entries, start=1):
            entry["id"] = number

    _change_journal(path, insert)


def _write_it_anew(path: Path, place: int) -> None:
    """Change an incident and everything that tells of it: only what was printed is left."""
    _edit_a_row_and_its_entry(path, place)
    _change_journal(path, _chain_anew)


def _cut_off_the_tail(path: Path, place: int) -> None:
    """Take the last entries away and put what they were about back to what it was before."""
    with closing(sqlite3.connect(path)) as connection:
        ((last,),) = connection.execute("SELECT max(id) FROM incident")
    for number in range(last, last - place // 4 - 1, -1):
        _delete_a_row(path, number - 1)
    _change_journal(path, lambda entries: entries.__delitem__(slice(len(entries) - place // 4 - 1, None)))
    evidence.meddle(path, f"UPDATE sqlite_sequence SET seq = {last - place // 4 - 1} WHERE name = 'incident'")


def _put_an_old_copy_back(path: Path, place: int) -> None:
    """Only as a name in the table: the test itself keeps the copy."""
    raise AssertionError(path, place)


_SEEN = (
    _edit_a_row,
    _edit_a_row_and_its_entry,
    _delete_a_row,
    _swap_two_entries,
    _insert_an_entry,
)
_WHOLE_IN_ITSELF = (_write_it_anew, _cut_off_the_tail, _put_an_old_copy_back)


def _attacked(store: SqliteStore, attack: Callable[[Path, int], None], place: int) -> Anchor:
    """Carry out an attack on a logbook of which the head was printed, and return that head."""
    old = store.path.read_bytes()
    for _ in range(place // 4 + 1):
        story.stored(store)
    printed = evidence.head(store.path)
    assert evidence.faults(store.path, printed) == ()
    if attack is _put_an_old_copy_back:
        store.path.write_bytes(old)
    else:
        attack(store.path, place)
    return printed


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("attack", _SEEN)
def test_what_was_changed_afterwards_shows_without_anything_to_compare(
    told: SqliteStore, attack: Callable[[Path, int], None], place: int
) -> None:
    _attacked(told, attack, place)
    assert evidence.faults(told.path)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("attack", [*_SEEN, *_WHOLE_IN_ITSELF])
def test_with_an_anchor_every_attack_shows(
    told: SqliteStore, attack: Callable[[Path, int], None], place: int
) -> None:
    printed = _attacked(told, attack, place)
    assert evidence.faults(told.path, printed)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("attack", _WHOLE_IN_ITSELF)
def test_what_is_whole_in_itself_shows_by_the_anchor_alone(
    told: SqliteStore, attack: Callable[[Path, int], None], place: int
) -> None:
    printed = _attacked(told, attack, place)
    assert evidence.faults(told.path) == ()
    (fault,) = evidence.faults(told.path, printed)
    rewritten = attack is _write_it_anew
    assert fault.code is (FaultCode.ANCHOR_OTHER if rewritten else FaultCode.ANCHOR_BEYOND)
    assert fault.entry == printed.entry


def _codes(found: Sequence[Fault]) -> set[FaultCode]:
    return {fault.code for fault in found}


def test_a_changed_row_is_named_with_its_field(told: SqliteStore) -> None:
    _edit_a_row(told.path, 4)
    assert evidence.faults(told.path) == (
        Fault(code=FaultCode.CHANGED, table="incident", key="5", field="melder"),
    )


def test_a_row_that_came_or_went_is_named(told: SqliteStore) -> None:
    evidence.meddle(
        told.path,
        "INSERT INTO toezegging (id, incident, wat) VALUES (99, 2, 'iets')",
        "DELETE FROM instelling WHERE sleutel = 'organisatie'",
    )
    found = [fault for fault in evidence.faults(told.path) if fault.table in {"toezegging", "instelling"}]
    assert Fault(code=FaultCode.ADDED, table="toezegging", key="99") in found
    assert Fault(code=FaultCode.REMOVED, table="instelling", key="organisatie") in found


def test_a_change_that_the_program_went_on_from_is_named_too(told: SqliteStore) -> None:
    evidence.meddle(told.path, "UPDATE beller SET adres = 'Elders 1' WHERE id = 1")
    with told.writing(story.deed("beller edit")) as tx:
        tx.replace_caller(tx.caller(story.caller().id))
    (fault,) = evidence.faults(told.path)
    assert (fault.code, fault.table, fault.key) == (FaultCode.CHANGED_BETWEEN, "beller", "1")
    assert fault.field == "adres"


def test_a_kind_that_was_taken_from_an_incident_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "DELETE FROM bijsoort WHERE incident = 2")
    assert evidence.faults(told.path) == (
        Fault(code=FaultCode.CHANGED, table="incident", key="2", field="soorten"),
    )


def test_further_kinds_of_nobody_are_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "INSERT INTO bijsoort VALUES (99, 1, 'schelden')")
    assert Fault(code=FaultCode.ADDED, table="bijsoort", key="99") in evidence.faults(told.path)


def test_an_incident_that_was_taken_from_a_decision_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "DELETE FROM maatregel_incident WHERE incident = 2")
    assert evidence.faults(told.path) == (
        Fault(code=FaultCode.CHANGED, table="maatregel", key="1", field="incidenten"),
    )


def test_each_changed_entry_is_told_once(told: SqliteStore) -> None:
    evidence.meddle(
        told.path,
        "UPDATE logboek SET opdracht = 'demo' WHERE id = 3",
        "UPDATE logboek SET na = '{}' WHERE id = 7",
    )
    found = evidence.faults(told.path)
    assert Fault(code=FaultCode.CHAIN_BROKEN, entry=3) in found
    assert Fault(code=FaultCode.CONTENT_CHANGED, entry=7) in found
    assert [fault.entry for fault in found if fault.code is FaultCode.CHAIN_BROKEN] == [3]


def test_an_entry_that_was_taken_out_is_missing(told: SqliteStore) -> None:
    evidence.meddle(told.path, "DELETE FROM logboek WHERE id = 4")
    assert {FaultCode.ENTRY_MISSING, FaultCode.CHAIN_BROKEN} <= _codes(evidence.faults(told.path))


def test_a_counter_that_was_put_back_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "UPDATE sqlite_sequence SET seq = 3 WHERE name = 'incident'")
    assert evidence.faults(told.path) == (Fault(code=FaultCode.COUNTER_WRONG, table="incident"),)


def test_a_counter_of_nothing_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "INSERT INTO sqlite_sequence VALUES ('incidenten', 3)")
    assert evidence.faults(told.path) == (Fault(code=FaultCode.COUNTER_WRONG, table="incidenten"),)


def test_a_table_that_is_counted_twice_is_named(told: SqliteStore) -> None:
    evidence.meddle(
        told.path, "INSERT INTO sqlite_sequence SELECT * FROM sqlite_sequence WHERE name = 'incident'"
    )
    assert evidence.faults(told.path) == (Fault(code=FaultCode.COUNTER_WRONG, table="incident"),)


def test_another_story_of_how_the_tables_were_made_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "UPDATE _sqlite_migrations SET name = 'm002'")
    assert evidence.faults(told.path) == (Fault(code=FaultCode.LAYOUT_OTHER, detail="_sqlite_migrations"),)


def test_a_removed_record_that_another_program_put_back_is_named(told: SqliteStore) -> None:
    with told.writing(story.deed("instelling")) as tx:
        tx.change_setting("organisatie", None)
    evidence.meddle(told.path, "INSERT INTO instelling VALUES ('organisatie', 'x')")
    assert evidence.faults(told.path) == (Fault(code=FaultCode.ADDED, table="instelling", key="organisatie"),)


def test_a_record_that_is_there_twice_is_named(told: SqliteStore) -> None:
    evidence.meddle(
        told.path, "INSERT INTO beller_nummer VALUES (1, '+31687654321', 'zeker', '2026-11-20', 1)"
    )
    assert Fault(code=FaultCode.ADDED, table="beller_nummer", key="1/1") in evidence.faults(told.path)
