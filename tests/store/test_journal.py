"""The journal on SQLite: every change of every record, with the whole record before and after."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import story
from story import LANDLINE, MOBILE, NOW, OTHER_MOBILE, SWEARING, THREAT, TODAY

from agressielog.application.errors import LogbookDamaged
from agressielog.application.ports.merges import Merge
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.journal import Entry
from agressielog.storage.records import key_of
from agressielog.storage.store import SqliteStore
from agressielog.storage.writing import SqliteWriting


def _entries(store: SqliteStore) -> list[tuple[str, str, dict[str, object] | None, dict[str, object] | None]]:
    """Return table, key, before and after of every journal row, oldest first."""
    with closing(sqlite3.connect(store.path)) as connection:
        rows = connection.execute("SELECT tabel, sleutel, voor, na FROM logboek ORDER BY id").fetchall()
    return [
        (table, key, before and json.loads(before), after and json.loads(after))
        for table, key, before, after in rows
    ]


def test_every_row_tells_which_write_it_was_part_of_and_whose(sqlite_store: SqliteStore) -> None:
    deed = story.deed("beller", at=NOW + timedelta(seconds=5), login="root", name="Ali")
    with sqlite_store.writing(deed) as tx:
        tx.link(tx.add_caller(NewCaller(name="Jansen")).id, NumberLink(MOBILE, Certainty.CERTAIN, TODAY))
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        rows = connection.execute("SELECT handeling, op, login, naam, opdracht FROM logboek").fetchall()
    assert rows == [(deed.ulid, "2026-11-20T12:00:05+00:00", "root", "Ali", "beller")] * 2


def test_an_incident_is_kept_with_all_its_kinds(sqlite_store: SqliteStore) -> None:
    told = story.stored(sqlite_store, kinds=(THREAT, SWEARING))
    ((table, key, before, after),) = _entries(sqlite_store)
    assert (table, key, before) == ("incident", "1", None)
    assert after is not None
    assert after["soorten"] == ["bedreiging", "schelden"]
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.row_factory = sqlite3.Row
        (row,) = connection.execute("SELECT * FROM incident")
    assert after == {**dict(row), "soorten": list(told.kinds)}


def test_every_change_of_every_table_is_kept(sqlite_store: SqliteStore) -> None:
    with sqlite_store.writing(story.deed()) as tx:
        one, two = tx.add_caller(NewCaller(name="Jansen")), tx.add_caller(NewCaller())
        tx.link(one.id, NumberLink(MOBILE, Certainty.PRESUMED, TODAY))
        tx.link(one.id, NumberLink(MOBILE, Certainty.CERTAIN, TODAY))
        tx.unlink(one.id, MOBILE)
        tx.replace_caller(replace(one, name="Janssen"))
        told = tx.add_incident(story.new_incident(promises=(NewPromise("bellen", TODAY),)))
        tx.add_promises(told.id, [NewPromise("schrijven")])
        merge = Merge(kept_before=one, absorbed_before=two, kept_after=one, incidents=())
        tx.add_merge(merge)
        tx.close_merge(merge)
        tx.change_setting("land", "NL")
        tx.change_setting("land", "BE")
        tx.change_setting("land", None)
        tx.change_setting("land", None)
    kept = [
        (table, key, before is not None, after is not None)
        for table, key, before, after in _entries(sqlite_store)
    ]
    number = "1/1"
    assert kept == [
        ("beller", "1", False, True),
        ("beller", "2", False, True),
        ("beller_nummer", number, False, True),
        ("beller_nummer", number, True, True),
        ("beller_nummer", number, True, False),
        ("beller", "1", True, True),
        ("incident", "1", False, True),
        ("toezegging", "1", False, True),
        ("toezegging", "2", False, True),
        ("samenvoeging", "1", False, True),
        ("samenvoeging", "1", True, True),
        ("instelling", "land", False, True),
        ("instelling", "land", True, True),
        ("instelling", "land", True, False),
    ]


def test_what_was_before_is_what_came_after_the_time_before(sqlite_store: SqliteStore) -> None:
    known = story.stored_caller(sqlite_store, LANDLINE, name="Jansen")
    other = story.stored_caller(sqlite_store)
    told = story.stored(sqlite_store, caller=known.id, certainty=Certainty.CERTAIN, kinds=(THREAT, SWEARING))
    with sqlite_store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(told, kinds=(SWEARING,), account="schreeuwde ook"))
        tx.replace_incident(replace(told, number=OTHER_MOBILE))
        tx.move_incidents([told.id], other.id)
        tx.replace_caller(replace(known, name="Janssen", e_mail="j@example.nl"))
        tx.replace_caller(replace(known, merged_into=other.id))
        tx.link(known.id, NumberLink(LANDLINE, Certainty.PRESUMED, TODAY - timedelta(days=3)))
    last: dict[tuple[str, str], object] = {}
    for table, key, before, after in _entries(sqlite_store):
        assert last.get((table, key)) == before, (table, key)
        last[table, key] = after
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.row_factory = sqlite3.Row
        for table in ("beller", "beller_nummer"):
            for row in connection.execute(f"SELECT * FROM {table}"):
                assert last[table, key_of(table, dict(row))] == dict(row)


def test_an_erased_record_ends_its_story(sqlite_store: SqliteStore) -> None:
    told = story.stored(sqlite_store)
    with sqlite_store.writing(story.deed("avg")) as tx:
        assert isinstance(tx, SqliteWriting)
        tx._write_journal([Entry("incident", str(told.id), None, None)])
    with sqlite_store.reading() as reading:
        assert [version.command for version in reading.versions(told.id)] == ["add"]


@pytest.mark.parametrize("correct", [False, True])
def test_a_row_that_does_not_come_back_as_written_is_not_committed(
    sqlite_store: SqliteStore, correct: bool
) -> None:
    told = story.stored(sqlite_store)

    def write_where_something_meddles() -> None:
        with sqlite_store.writing(story.deed()) as tx:
            assert isinstance(tx, SqliteWriting)
            for event in ("INSERT", "UPDATE"):
                tx._connection.execute(
                    f"CREATE TEMP TRIGGER anders_{event} AFTER {event} ON incident BEGIN"
                    " UPDATE incident SET wat = 'iets anders' WHERE id = NEW.id AND wat <> 'iets anders'; END"
                )
            if correct:
                tx.replace_incident(replace(told, account="nieuw"))
            else:
                tx.add_incident(story.new_incident())

    with pytest.raises(LogbookDamaged) as caught:
        write_where_something_meddles()
    assert caught.value.path == str(sqlite_store.path)
    with sqlite_store.reading() as reading:
        assert list(reading.each_incident()) == [told]


def test_a_file_without_the_row_that_counts_still_counts(sqlite_store: SqliteStore) -> None:
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute("DELETE FROM sqlite_sequence")
        connection.commit()
    assert story.stored(sqlite_store).id == IncidentId(1)
