"""The chain over the journal: it only grows, it can be emptied, and it is whole whatever happens to its writers."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import evidence
import pytest
import story
import writer
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.errors import LogbookDamaged
from agressielog.domain.evidence import Fault, FaultCode
from agressielog.storage import chain
from agressielog.storage.chain import (
    BEGIN,
    Break,
    Link,
    chain_breaks,
    commitment,
    content_breaks,
    value_after,
)
from agressielog.storage.store import SqliteStore
from agressielog.storage.writing import SqliteWriting

_TEXTS = st.none() | st.text(max_size=20)


@st.composite
def _chains(draw: st.DrawFn) -> list[Link]:
    links: list[Link] = []
    value = BEGIN
    for number in range(1, draw(st.integers(2, 12)) + 1):
        salt, before, after = draw(st.text("0123456789abcdef", min_size=32)), draw(_TEXTS), draw(_TEXTS)
        clear = (number, *draw(st.tuples(*[st.text(max_size=5)] * 7)))
        committed = commitment(salt, before, after)
        value = value_after(value, clear, committed)
        links.append(Link(clear, before, after, salt, committed, value))
    return links


def _breaks(links: list[Link]) -> list[tuple[int, Break]]:
    return [*content_breaks(links), *chain_breaks(links)]


@given(_chains())
def test_what_was_chained_is_whole(links: list[Link]) -> None:
    assert _breaks(links) == []


@given(_chains(), st.data())
def test_erasing_content_and_salt_breaks_nothing(links: list[Link], data: st.DataObject) -> None:
    for place in data.draw(st.sets(st.integers(0, len(links) - 1))):
        links[place] = replace(links[place], before=None, after=None, salt=None)
    assert _breaks(links) == []


@given(_chains(), st.data())
def test_a_changed_cell_breaks_it_there_and_is_told_once(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 1))
    column = data.draw(st.integers(1, 7))
    clear = list(links[place].clear)
    clear[column] = f"{clear[column]}!"
    links[place] = replace(links[place], clear=tuple(clear))
    assert _breaks(links) == [(place + 1, Break.CHAIN)]


@given(_chains(), st.data())
def test_a_changed_content_or_salt_is_not_what_was_committed_to(
    links: list[Link], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(links) - 1))
    link = links[place]
    links[place] = data.draw(
        st.sampled_from(
            [
                replace(link, before="anders!"),
                replace(link, after="anders!"),
                replace(link, salt="anders!"),
            ]
        )
    )
    assert _breaks(links) == [(place + 1, Break.CONTENT)]


@given(_chains(), st.data())
def test_what_was_taken_out_of_the_middle_is_missing(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 2))
    del links[place]
    assert _breaks(links) == [(place + 1, Break.MISSING), (place + 2, Break.CHAIN)]


def test_a_content_cannot_be_moved_from_one_side_to_the_other() -> None:
    assert commitment("00", '"a","voor":"b"', "c") != commitment("00", "a", '"b","voor":"c"')
    assert commitment("00", None, "null") != commitment("00", "null", None)


def test_a_cell_that_is_nothing_of_ours_is_unreadable(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store)
    evidence.meddle(
        sqlite_store.path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'logboek'",
    )
    evidence.meddle(sqlite_store.path, "UPDATE logboek SET na = CAST(na AS BLOB), naam = CAST(naam AS BLOB)")
    found = evidence.faults(sqlite_store.path)
    # Its content, and what it hangs on.
    assert found.count(Fault(code=FaultCode.ENTRY_UNREADABLE, entry=1)) == 2
    assert Fault(code=FaultCode.LAYOUT_OTHER, detail="logboek") in found


def test_an_entry_without_a_number_is_unreadable() -> None:
    link = Link(("een", *"abcdefg"), None, None, None, "", "")
    assert list(chain_breaks([link])) == [(1, Break.UNREADABLE)]


_REFUSED = [
    "DELETE FROM logboek",
    "DELETE FROM logboek WHERE id = 1",
    "UPDATE logboek SET na = '{}'",
    "UPDATE logboek SET voor = NULL, na = NULL",
    "UPDATE logboek SET zout = NULL",
    "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL, naam = 'Ali'",
    "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL, keten = verbintenis",
    "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL, verbintenis = keten",
    "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL, id = 9 WHERE id = 2",
    "UPDATE logboek SET op = '2020-01-01T00:00:00+00:00'",
    (
        "INSERT INTO logboek SELECT 1, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout,"
        " verbintenis, keten FROM logboek WHERE id = 2"
    ),
    "INSERT OR REPLACE INTO logboek SELECT * FROM logboek WHERE id = 2",
    "REPLACE INTO logboek SELECT * FROM logboek WHERE id = 1",
    "UPDATE OR REPLACE logboek SET id = 1 WHERE id = 2",
    (
        "INSERT INTO logboek SELECT 9, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout,"
        " verbintenis, keten FROM logboek WHERE id = 2"
    ),
    (
        "INSERT INTO logboek SELECT 3, handeling, op, login, naam, opdracht, tabel, sleutel, NULL, NULL, NULL,"
        " verbintenis, keten FROM logboek WHERE id = 2"
    ),
]


@pytest.mark.parametrize("statement", _REFUSED)
def test_the_journal_only_grows(sqlite_store: SqliteStore, statement: str) -> None:
    for _ in range(2):
        story.stored(sqlite_store)
    with pytest.raises(sqlite3.IntegrityError):
        evidence.meddle(sqlite_store.path, statement, triggers=True)
    assert evidence.faults(sqlite_store.path) == ()


def _erased(store: SqliteStore, *records: tuple[str, str]) -> list[int]:
    with store.writing(story.deed("avg vergeet")) as tx:
        assert isinstance(tx, SqliteWriting)
        return list(tx.erase_journal_contents(records))


def test_an_erasure_names_what_it_emptied_and_says_nothing_more(sqlite_store: SqliteStore) -> None:
    evidence.fill(sqlite_store)
    printed = evidence.head(sqlite_store.path)
    earlier = _emptied(sqlite_store)
    emptied = _erased(sqlite_store, ("beller", "1"), ("incident", "2"))
    assert len(emptied) == 2
    assert evidence.faults(sqlite_store.path, printed) == ()
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        said = connection.execute("SELECT voor, na FROM logboek WHERE tabel = 'logboek'").fetchall()
    assert sorted({*_emptied(sqlite_store)} - {*earlier}) == emptied
    assert said[-1] == (None, f'{{"gewist":[{emptied[0]},{emptied[1]}]}}')


def _emptied(store: SqliteStore) -> list[int]:
    with closing(sqlite3.connect(store.path)) as connection:
        found = connection.execute(
            "SELECT id FROM logboek WHERE voor IS NULL AND na IS NULL AND zout IS NULL"
        )
        return [int(number) for (number,) in found]


def test_what_stays_is_told_anew_so_that_a_change_of_it_shows_again(sqlite_store: SqliteStore) -> None:
    evidence.fill(sqlite_store)
    _erased(sqlite_store, ("incident", "2"))
    evidence.meddle(sqlite_store.path, "UPDATE incident SET melder = 'x' WHERE id = 2")
    assert evidence.faults(sqlite_store.path) == (
        Fault(code=FaultCode.CHANGED, table="incident", key="2", field="melder"),
    )


def test_a_record_that_comes_back_after_its_erasure_is_named(sqlite_store: SqliteStore) -> None:
    evidence.fill(sqlite_store)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        row = connection.execute("SELECT * FROM toezegging WHERE id = 1").fetchone()
    evidence.meddle(sqlite_store.path, "DELETE FROM toezegging WHERE id = 1", triggers=True)
    _erased(sqlite_store, ("toezegging", "1"))
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute(f"INSERT INTO toezegging VALUES ({', '.join('?' * len(row))})", row)
        connection.commit()
    found = evidence.faults(sqlite_store.path)
    assert Fault(code=FaultCode.BACK_AFTER_ERASURE, table="toezegging", key="1") in found


def test_erasing_nothing_leaves_nothing(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store)
    assert _erased(sqlite_store, ("incident", "99")) == []
    assert evidence.checked(sqlite_store.path).entries == 1


def test_an_entry_that_was_emptied_by_hand_shows(sqlite_store: SqliteStore) -> None:
    for _ in range(3):
        story.stored(sqlite_store)
    evidence.meddle(
        sqlite_store.path,
        "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL WHERE id = 2",
        triggers=True,
    )
    assert Fault(code=FaultCode.EMPTIED, entry=2) in evidence.faults(sqlite_store.path)


def test_an_erasure_that_was_itself_emptied_covers_nothing(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store)
    _erased(sqlite_store, ("incident", "1"))
    evidence.meddle(
        sqlite_store.path,
        "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL WHERE tabel = 'logboek'",
        triggers=True,
    )
    found = [fault.entry for fault in evidence.faults(sqlite_store.path) if fault.code is FaultCode.EMPTIED]
    assert found == [1, 2]


@pytest.mark.parametrize("content", ["geen JSON", "[]", '{"gewist":7}', '{"gewist":["x"]}'])
def test_an_erasure_that_names_nothing_readable_covers_nothing(
    sqlite_store: SqliteStore, content: str
) -> None:
    story.stored(sqlite_store)
    _erased(sqlite_store, ("incident", "1"))
    evidence.meddle(sqlite_store.path, f"UPDATE logboek SET na = '{content}' WHERE tabel = 'logboek'")
    assert Fault(code=FaultCode.EMPTIED, entry=1) in evidence.faults(sqlite_store.path)


def test_an_erasure_that_was_undone_shows(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        content = connection.execute("SELECT na, zout FROM logboek").fetchone()
    _erased(sqlite_store, ("incident", "1"))
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute("DROP TRIGGER logboek_staat_vast")
        connection.execute("UPDATE logboek SET na = ?, zout = ? WHERE id = 1", content)
        connection.commit()
    assert Fault(code=FaultCode.NOT_EMPTIED, entry=1) in evidence.faults(sqlite_store.path)


def test_no_two_entries_have_one_salt(sqlite_store: SqliteStore) -> None:
    with sqlite_store.writing(story.deed("import")) as tx:
        tx.add_incidents(story.new_incident() for _ in range(1200))
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        ((different,),) = connection.execute("SELECT count(DISTINCT zout) FROM logboek")
    assert different == 1200
    assert evidence.faults(sqlite_store.path) == ()


def test_the_key_of_a_number_does_not_have_its_digits(sqlite_store: SqliteStore) -> None:
    story.stored_caller(sqlite_store, story.MOBILE)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        (row,) = connection.execute(f"SELECT {', '.join(chain.CLEAR)} FROM logboek WHERE tabel <> 'beller'")
    assert story.MOBILE.key[3:] not in str(row)


def _killed_half_way(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, writer.__file__, str(path), writer.SPILL],
        input=b"\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


def _interleaved(path: Path) -> None:
    desks = [
        subprocess.Popen(
            [sys.executable, writer.__file__, str(path), writer.MANY, "20"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for desk in desks:
        said, _ = desk.communicate(b"\n", timeout=120)
        assert desk.returncode == 0
        assert len(said.split()) == 21


@pytest.mark.parametrize("happening", [_killed_half_way, _interleaved])
def test_the_chain_is_whole_whatever_its_writers_go_through(
    sqlite_store: SqliteStore, happening: Callable[[Path], None]
) -> None:
    story.stored(sqlite_store)
    printed = evidence.head(sqlite_store.path)
    happening(sqlite_store.path)
    story.stored(sqlite_store)
    assert evidence.faults(sqlite_store.path, printed) == ()


@pytest.mark.parametrize("value", ["'geen waarde'", "CAST(x'ff' AS TEXT)"])
def test_nothing_is_hung_on_an_entry_that_cannot_be_read(sqlite_store: SqliteStore, value: str) -> None:
    story.stored(sqlite_store)
    evidence.meddle(
        sqlite_store.path,
        "PRAGMA ignore_check_constraints = ON",
        f"UPDATE logboek SET keten = {value}",
    )
    with pytest.raises(LogbookDamaged):
        story.stored(sqlite_store)
