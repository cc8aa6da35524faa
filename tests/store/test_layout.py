"""What a newer file says of the look-ups of older programs."""

import sqlite3
from contextlib import closing

import pytest
import story

from agressielog.application.errors import LogbookNewer
from agressielog.application.ports.records import IncidentFilter
from agressielog.storage.identity import SCHEMA_VERSION
from agressielog.storage.layout import answers_look_ups_of
from agressielog.storage.store import SqliteStore


@pytest.mark.parametrize(
    ("steps", "answers"),
    [
        (("m001_logbook",), False),
        (("m001_logbook", "m002_adds_a_field"), False),
        (("m001_logbook", "m002_adds_a_field", "m003_adds_another"), True),
        (("m001_logbook", "m002_moves_the_numbers"), False),
        (("m001_logbook", "m003_adds_another"), True),
        (("m001_logbook", "m002_moves_the_numbers", "m003_adds_a_field"), False),
        (("m001_logbook", "something of another sort"), False),
    ],
    ids=str,
)
def test_a_newer_file_answers_as_long_as_every_step_since_leaves_alone_what_a_look_up_reads(
    steps: tuple[str, ...], answers: bool
) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE _sqlite_migrations (name TEXT)")
        connection.executemany("INSERT INTO _sqlite_migrations VALUES (?)", [(step,) for step in steps])
        assert answers_look_ups_of(connection, 1, 3) is answers


_NEXT = SCHEMA_VERSION + 1


def _made_newer(store: SqliteStore, step: str) -> bytes:
    story.recorded(store)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('agressielog', ?, '')",
            [step],
        )
        connection.execute(f"PRAGMA user_version={_NEXT}")
        connection.commit()
    return store.path.read_bytes()


def test_a_look_up_reads_a_newer_file_that_lets_it_and_never_writes_in_it(sqlite_store: SqliteStore) -> None:
    before = _made_newer(sqlite_store, f"m{_NEXT:03}_adds_a_field")
    looking_up = SqliteStore(sqlite_store.path, only_looks_up=True)
    with looking_up.reading() as reading:
        assert len(reading.incidents(IncidentFilter())) == 1
    with pytest.raises(LogbookNewer), looking_up.writing(story.deed()):
        pytest.fail("it must not get its turn")
    with pytest.raises(LogbookNewer), sqlite_store.reading():
        pytest.fail("any other command refuses it")
    assert sqlite_store.path.read_bytes() == before


def test_a_newer_file_with_other_tables_is_read_by_nobody(sqlite_store: SqliteStore) -> None:
    before = _made_newer(sqlite_store, f"m{_NEXT:03}_moves_the_numbers")
    with pytest.raises(LogbookNewer) as caught, SqliteStore(sqlite_store.path, only_looks_up=True).reading():
        pytest.fail("it cannot answer")
    assert (caught.value.file_version, caught.value.program_version) == (_NEXT, SCHEMA_VERSION)
    assert sqlite_store.path.read_bytes() == before
