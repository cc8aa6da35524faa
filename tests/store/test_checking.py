"""What `check` looks at beside the journal: the file, its layout, its index, its place; damaged or not."""

import os
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import evidence
import pytest
import story

from agressielog.application.check import LONG, check, steps
from agressielog.application.errors import LogbookBusy, LogbookIsFolder, LogbookMissing
from agressielog.domain.anchor import Anchor
from agressielog.domain.errors import AgressielogError
from agressielog.domain.evidence import CheckName, Fault, FaultCode
from agressielog.storage import checking, checking_file
from agressielog.storage.checking import SqliteEvidence
from agressielog.storage.records import DERIVED, key_columns, key_of, record_tables
from agressielog.storage.store import SqliteStore


@pytest.fixture
def told(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with something in every table."""
    evidence.fill(sqlite_store)
    return sqlite_store


def _codes(path: Path) -> set[FaultCode]:
    return {fault.code for fault in evidence.faults(path)}


def test_a_whole_logbook_passes_every_check(told: SqliteStore) -> None:
    found = evidence.checked(told.path, evidence.head(told.path))
    assert [outcome.check for outcome in found.outcomes] == list(CheckName)
    assert found.faults == ()


def test_an_empty_logbook_has_no_head_yet(sqlite_store: SqliteStore) -> None:
    found = evidence.checked(sqlite_store.path)
    assert (found.head, found.entries, found.faults) == (None, 0, ())
    with sqlite_store.reading() as reading:
        assert reading.anchor() is None


def test_the_head_is_the_same_wherever_it_is_asked(told: SqliteStore) -> None:
    with told.reading() as reading:
        assert reading.anchor() == evidence.head(told.path)


def test_how_far_it_is_goes_up_to_all_of_it(told: SqliteStore) -> None:
    seen: list[int] = []
    asked = SqliteEvidence(told.path, story.NOW)
    check(asked, (), unsafe_place=None, done=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == steps(asked) == evidence.checked(told.path).entries * len(LONG)


# A table that nobody thought of is looked after all the same.


def test_every_table_is_kept_in_the_journal_or_says_why_not(sqlite_store: SqliteStore) -> None:
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        tables = {
            str(name)
            for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
            if not name.startswith("sqlite_")
        }
        kept = record_tables(connection)
    assert tables - DERIVED.keys() == set(kept)
    assert DERIVED.keys() <= tables, "a reason for a table that is no longer there"
    assert all(DERIVED.values())


def _any_row(connection: sqlite3.Connection, table: str) -> str:
    """Insert a row of some texts and numbers, whatever the table wants of it, and return its key."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    row: dict[str, str | int | None] = {
        name: 77 if kind == "INTEGER" else "x" for _, name, kind, _, _, _ in columns
    }
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", [*row.values()])
    return key_of(table, row)


def test_a_row_that_another_program_added_is_named_in_every_table(sqlite_store: SqliteStore) -> None:
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        inserted = {(table, _any_row(connection, table)) for table in record_tables(connection)}
        connection.commit()
    added = {
        (fault.table, fault.key)
        for fault in evidence.faults(sqlite_store.path)
        if fault.code is FaultCode.ADDED
    }
    assert inserted <= added


def test_every_record_with_a_number_has_a_counter_that_is_checked(sqlite_store: SqliteStore) -> None:
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        numbered = [table for table in record_tables(connection) if key_columns(table) == ("id",)]
        layouts = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert [table for table in numbered if "AUTOINCREMENT" not in layouts[table]] == []


def test_a_column_that_is_younger_than_an_entry_holds_its_default(told: SqliteStore) -> None:
    evidence.meddle(told.path, "ALTER TABLE beller ADD COLUMN kleur TEXT DEFAULT 'geen'", triggers=True)
    evidence.meddle(told.path, "ALTER TABLE beller ADD COLUMN maat INTEGER DEFAULT 3", triggers=True)
    assert evidence.faults(told.path) == (Fault(code=FaultCode.LAYOUT_OTHER, detail="beller"),)
    evidence.meddle(told.path, "UPDATE beller SET kleur = 'rood' WHERE id = 2")
    assert Fault(code=FaultCode.CHANGED, table="beller", key="2", field="kleur") in evidence.faults(told.path)


# The file, its layout and its index.


@pytest.mark.parametrize(
    ("statement", "code", "detail"),
    [
        ("DROP INDEX incident_op", FaultCode.LAYOUT_MISSING, "incident_op"),
        ("DROP TRIGGER logboek_blijft", FaultCode.LAYOUT_MISSING, "logboek_blijft"),
        ("CREATE TABLE notities (tekst TEXT)", FaultCode.LAYOUT_STRANGE, "notities"),
        ("CREATE VIEW alles AS SELECT * FROM incident", FaultCode.LAYOUT_STRANGE, "alles"),
        ("ALTER TABLE brief ADD COLUMN kleur TEXT", FaultCode.LAYOUT_OTHER, "brief"),
    ],
)
def test_a_layout_that_another_program_changed_is_named(
    told: SqliteStore, statement: str, code: FaultCode, detail: str
) -> None:
    evidence.meddle(told.path, statement, triggers=True)
    assert Fault(code=code, detail=detail) in evidence.faults(told.path)


def test_a_table_that_cannot_be_read_does_not_hide_the_others(told: SqliteStore) -> None:
    evidence.meddle(told.path, "DROP TABLE brief", "CREATE TABLE brief (x TEXT)", triggers=True)
    evidence.meddle(told.path, "INSERT INTO brief VALUES ('y')", "UPDATE maatregel SET reden = 'z'")
    found = evidence.faults(told.path)
    assert Fault(code=FaultCode.CANNOT_CHECK, table="brief", detail="OperationalError") in found
    assert Fault(code=FaultCode.CHANGED, table="maatregel", key="1", field="reden") in found


def test_an_image_that_cannot_be_read_differs_in_every_field(told: SqliteStore) -> None:
    evidence.meddle(told.path, "UPDATE logboek SET na = '[7' WHERE tabel = 'brief' OR tabel = 'maatregel'")
    fields = {fault.field for fault in evidence.faults(told.path) if fault.table == "maatregel"}
    assert {"reden", "besluit_door", "incidenten"} <= fields


@pytest.mark.parametrize("image", ["7", '"tekst"', "[" * 100_000])
def test_an_image_that_is_no_record_differs_too(told: SqliteStore, image: str) -> None:
    evidence.meddle(told.path, f"UPDATE logboek SET na = '{image}' WHERE tabel = 'maatregel'")
    assert Fault(code=FaultCode.CHANGED, table="maatregel", key="1", field="reden") in evidence.faults(
        told.path
    )


def test_a_cell_of_a_type_that_is_never_written_is_named(told: SqliteStore) -> None:
    evidence.meddle(
        told.path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'maatregel'",
    )
    evidence.meddle(told.path, "UPDATE maatregel SET reden = CAST(reden AS BLOB)")
    assert Fault(code=FaultCode.CHANGED, table="maatregel", key="1", field="reden") in evidence.faults(
        told.path
    )


def test_a_row_that_refers_to_nothing_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "UPDATE toezegging SET incident = 99 WHERE id = 1")
    assert Fault(
        code=FaultCode.REFERENCE_DANGLING, table="toezegging", key="1", detail="incident"
    ) in evidence.faults(told.path)


def test_a_row_without_a_number_of_its_own_that_refers_to_nothing_is_named(told: SqliteStore) -> None:
    evidence.meddle(told.path, "UPDATE maatregel_incident SET incident = 99 WHERE incident = 1")
    assert Fault(
        code=FaultCode.REFERENCE_DANGLING, table="maatregel_incident", detail="incident"
    ) in evidence.faults(told.path)


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("UPDATE zoekindex SET wat = 'iets anders' WHERE rowid = 3", "3"),
        ("DELETE FROM zoekindex WHERE rowid = 4", "4"),
        ("DELETE FROM zoekindex WHERE rowid = 12", "12"),
        ("INSERT INTO zoekindex (rowid, wat) VALUES (99, 'niemand')", "99"),
        ("INSERT INTO zoekindex (rowid, wat) VALUES (-1, 'niemand')", "-1"),
    ],
)
def test_an_index_with_other_texts_is_named(told: SqliteStore, statement: str, key: str) -> None:
    evidence.meddle(told.path, statement)
    assert evidence.faults(told.path) == (Fault(code=FaultCode.INDEX_STALE, table="incident", key=key),)


_FORGET_WORDS = "DELETE FROM zoekindex_data WHERE id > 10"


def test_an_index_that_lost_its_words_is_broken(told: SqliteStore) -> None:
    evidence.meddle(told.path, _FORGET_WORDS)
    assert FaultCode.INDEX_BROKEN in _codes(told.path)


def test_a_word_that_became_another_in_every_text_at_once_is_seen(sqlite_store: SqliteStore) -> None:
    """In an even number of texts the sums of FTS5 do not see it."""
    evidence.fill(sqlite_store, calls=40)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        for number, block in connection.execute("SELECT id, block FROM zoekindex_data").fetchall():
            other = bytes(block).replace(b"erhaling", b"erhali.g")
            connection.execute("UPDATE zoekindex_data SET block = ? WHERE id = ?", [other, number])
        connection.commit()
    assert evidence.faults(sqlite_store.path) == (Fault(code=FaultCode.INDEX_BROKEN),)


def test_an_index_that_cannot_be_asked_is_a_fault(told: SqliteStore) -> None:
    evidence.meddle(told.path, "DELETE FROM zoekindex_config")
    found = [fault for fault in evidence.faults(told.path) if fault.code is FaultCode.CANNOT_CHECK]
    assert [fault.detail for fault in found] == ["SQLITE_ERROR"]


@pytest.mark.parametrize("broken", [False, True])
def test_an_index_in_a_file_that_may_only_be_read_is_asked_in_a_copy(told: SqliteStore, broken: bool) -> None:
    if broken:
        evidence.meddle(told.path, _FORGET_WORDS)
    with closing(sqlite3.connect(f"{told.path.as_uri()}?mode=ro", uri=True, isolation_level=None)) as only:
        only.execute("BEGIN")
        found = [fault.code for fault in checking_file.search_index(only, lambda _seen: None)]
    assert found == ([FaultCode.INDEX_BROKEN] if broken else [])


def test_a_file_that_was_cut_within_a_page_is_cut_off(told: SqliteStore) -> None:
    os.truncate(told.path, told.path.stat().st_size - 100)
    assert FaultCode.CUT_OFF in _codes(told.path)


def test_pages_that_are_broken_are_told_in_the_words_of_sqlite(told: SqliteStore) -> None:
    with closing(sqlite3.connect(told.path)) as connection:
        ((page, root),) = connection.execute(
            "SELECT (SELECT page_size FROM pragma_page_size), rootpage FROM sqlite_master"
            " WHERE name = 'incident_melder'"
        )
    with told.path.open("r+b") as file:
        file.seek((root - 1) * page + 3)
        file.write(b"\0\2")
    found = evidence.faults(told.path)
    assert FaultCode.PAGES_BROKEN in {fault.code for fault in found}
    assert all(fault.detail for fault in found if fault.code is FaultCode.PAGES_BROKEN)


def test_a_file_of_another_layout_is_named(told: SqliteStore) -> None:
    with closing(sqlite3.connect(told.path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert Fault(code=FaultCode.VERSION_OTHER, detail="0, 1") in evidence.faults(told.path)


def test_who_is_writing_is_no_fault_but_somebody_to_wait_for(
    told: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "WRITE_PATIENCE", 0.05)
    with closing(sqlite3.connect(told.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogbookBusy):
            evidence.faults(told.path)


# Who may read it, where it is, and what time it is.


def test_a_file_that_others_may_read_is_named(told: SqliteStore) -> None:
    told.path.chmod(0o644)
    assert evidence.faults(told.path) == (Fault(code=FaultCode.FILE_OPEN, detail="logboek.db (644)"),)


def test_a_journal_file_that_others_may_read_is_named(told: SqliteStore) -> None:
    beside = told.path.with_name("logboek.db-journal")
    beside.touch()
    beside.chmod(0o640)
    found = list(checking_file.access(told.path))
    assert found == [Fault(code=FaultCode.FILE_OPEN, detail="logboek.db-journal (640)")]


@pytest.mark.parametrize(
    ("folder", "file", "codes"),
    [
        (0o700, 0o600, set()),
        (0o755, 0o600, set()),
        (0o770, 0o600, {FaultCode.FOLDER_OPEN}),
        (0o777, 0o600, {FaultCode.FOLDER_OPEN}),
        (0o1777, 0o600, set()),
        (0o2770, 0o660, set()),
        (0o2770, 0o664, {FaultCode.FILE_OPEN}),
        (0o2777, 0o660, {FaultCode.FOLDER_OPEN}),
        (0o2750, 0o660, {FaultCode.FILE_OPEN}),
    ],
)
def test_a_folder_and_its_file_are_for_their_owner_or_for_the_group_they_were_given_to(
    told: SqliteStore, folder: int, file: int, codes: set[FaultCode]
) -> None:
    told.path.chmod(file)
    told.path.parent.chmod(folder)
    assert {fault.code for fault in checking_file.access(told.path)} == codes


def test_a_place_that_cannot_be_trusted_is_named(told: SqliteStore) -> None:
    asked = SqliteEvidence(told.path, story.NOW)
    found = check(asked, (), unsafe_place="OneDrive", done=lambda _seen: None)
    assert found.faults == (Fault(code=FaultCode.UNSAFE_PLACE, detail="OneDrive"),)


@pytest.mark.parametrize(("behind", "faults"), [(timedelta(minutes=5), 0), (timedelta(minutes=6), 1)])
def test_a_clock_that_is_behind_the_journal_is_named(
    told: SqliteStore, behind: timedelta, faults: int
) -> None:
    found = SqliteEvidence(told.path, story.NOW - behind).faults(CheckName.CLOCK, lambda _seen: None)
    assert [fault.code for fault in found] == [FaultCode.CLOCK_AHEAD] * faults


# Anchors.


def test_an_anchor_of_earlier_still_lies_on_the_chain(told: SqliteStore) -> None:
    printed = []
    for _ in range(3):
        printed.append(evidence.head(told.path))
        story.stored(told)
    assert evidence.faults(told.path, *printed) == ()


def test_each_anchor_that_does_not_is_told(told: SqliteStore) -> None:
    printed = evidence.head(told.path)
    forged, beyond = replace(printed, digits="0" * 24), Anchor(999, printed.digits)
    assert [(fault.code, fault.entry) for fault in evidence.faults(told.path, forged, printed, beyond)] == [
        (FaultCode.ANCHOR_OTHER, printed.entry),
        (FaultCode.ANCHOR_BEYOND, 999),
    ]


def test_an_anchor_on_an_entry_that_is_broken_cannot_be_checked(told: SqliteStore) -> None:
    printed = evidence.head(told.path)
    evidence.meddle(
        told.path, "PRAGMA ignore_check_constraints = ON", "UPDATE logboek SET keten = 'geen waarde'"
    )
    found = evidence.faults(told.path, printed)
    assert Fault(code=FaultCode.CANNOT_CHECK, entry=printed.entry, detail="ValueError") in found
    assert evidence.checked(told.path).head is None


# What is not there or cannot be opened.


def test_what_is_not_there_is_missing(memory_folder: Path) -> None:
    with pytest.raises(LogbookMissing):
        SqliteEvidence(memory_folder / "nergens.db", story.NOW)
    with pytest.raises(LogbookIsFolder):
        SqliteEvidence(memory_folder, story.NOW)


def test_a_logbook_that_was_never_made_up_is_full_of_faults(memory_folder: Path) -> None:
    path = memory_folder / "logboek.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0x41474C47")
        connection.execute("CREATE TABLE iets (x)")
    found = evidence.checked(path)
    assert (found.head, found.entries) == (None, 0)
    assert {FaultCode.LAYOUT_MISSING, FaultCode.CANNOT_CHECK, FaultCode.VERSION_OTHER} <= {
        fault.code for fault in found.faults
    }


@pytest.mark.parametrize("seed", range(4))
def test_whatever_bytes_are_broken_every_check_answers(
    told: SqliteStore, memory_folder: Path, seed: int
) -> None:
    dice = random.Random(seed)
    whole = told.path.read_bytes()
    broken = memory_folder / "stuk.db"
    broken.touch(0o600)
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(dice.choice([3, 40, 4000])):
            content[dice.randrange(100, len(content))] = dice.randrange(256)
        broken.write_bytes(content)
        try:
            found = evidence.checked(broken)
        except AgressielogError:
            continue
        assert len(found.outcomes) == len(CheckName) - 1
