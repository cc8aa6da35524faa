"""A logbook that is damaged or meddled with: nothing is read that is not there, and nobody sees a traceback."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
import story
from story import MOBILE, SWEARING, THREAT, TODAY

from agressielog.application.errors import LogbookDamaged, RecordDamaged
from agressielog.application.ports.logbook import Reading
from agressielog.application.ports.merges import Merge
from agressielog.application.ports.records import IncidentFilter
from agressielog.domain.errors import Damaged, FileTrouble
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.period import PeriodSort, period_of
from agressielog.domain.search_words import SearchWords
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.rows import to_json
from agressielog.storage.store import SqliteStore


@pytest.fixture
def filled(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with something in every table."""
    known = story.stored_caller(sqlite_store, MOBILE, name="Jansen", customer_number="K1")
    for _ in range(20):
        story.stored(
            sqlite_store,
            caller=known.id,
            certainty=Certainty.CERTAIN,
            kinds=(SWEARING, THREAT),
            promises=(NewPromise("bellen", TODAY),),
        )
    with sqlite_store.writing(story.deed()) as tx:
        tx.add_merge(Merge(kept_before=known, absorbed_before=known, kept_after=known, incidents=()))
        tx.change_setting("land", "NL")
    return sqlite_store


def _every_view(reading: Reading) -> Iterator[object]:
    yield list(reading.each_incident())
    yield [reading.versions(IncidentId(number)) for number in range(1, 21)]
    yield reading.incidents(IncidentFilter(kind=THREAT, limit=5))
    yield reading.search(SearchWords.parse("naheffing jansen"), 9)
    yield reading.last_seen(MOBILE, CallerId(1))
    yield reading.callers()
    yield reading.incident_counts()
    yield reading.callers_of(MOBILE)
    yield reading.last_merge(CallerId(1))
    yield reading.figures(period_of(PeriodSort.MONTH, TODAY))
    yield reading.settings()


def _read_all(store: SqliteStore) -> None:
    with store.reading() as reading:
        for _ in _every_view(reading):
            pass


@pytest.mark.parametrize("seed", range(6))
def test_whatever_bytes_are_broken_every_view_answers_or_says_that_it_is_damaged(
    filled: SqliteStore, memory_folder: Path, seed: int
) -> None:
    dice = random.Random(seed)
    whole = filled.path.read_bytes()
    broken = memory_folder / "stuk.db"
    damaged = 0
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(dice.choice([1, 1, 5, 60])):
            content[dice.randrange(100, len(content))] = dice.randrange(256)
        broken.write_bytes(content)
        try:
            _read_all(SqliteStore(broken))
        except (Damaged, FileTrouble):
            damaged += 1
    assert damaged > 10


_MEDDLED = [
    "UPDATE incident SET op = 'gisteren'",
    "UPDATE incident SET nummer = 'zes'",
    "UPDATE incident SET wat = CAST(x'c328' AS TEXT)",
    "DROP TRIGGER logboek_staat_vast; UPDATE logboek SET na = 'geen JSON'",
    "DROP TRIGGER logboek_staat_vast; UPDATE logboek SET na = '{}'",
    "DROP TRIGGER logboek_staat_vast; UPDATE logboek SET na = '[1]'",
    "UPDATE beller SET aangemaakt_op = ''",
    "UPDATE beller_nummer SET sinds = '31-2-2026'",
    "UPDATE samenvoeging SET inhoud = '{}'",
    "UPDATE toezegging SET voor = 'morgen'",
    "UPDATE incident SET dag = CAST(x'ff' AS TEXT)",
    "PRAGMA ignore_check_constraints = ON; UPDATE incident SET ernst = 'erg'",
    "PRAGMA ignore_check_constraints = ON; UPDATE beller_nummer SET zekerheid = 'misschien'",
    "ALTER TABLE incident RENAME COLUMN melder TO verteller",
    "DROP TABLE instelling",
    "DROP TABLE zoekindex",
]


@pytest.mark.parametrize("meddling", _MEDDLED)
def test_what_cannot_have_been_written_by_us_is_damage(filled: SqliteStore, meddling: str) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.executescript(meddling)
    with pytest.raises(LogbookDamaged) as caught:
        _read_all(filled)
    assert caught.value.path == str(filled.path)


def test_a_schema_that_cannot_even_be_named_is_damage(filled: SqliteStore) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.executescript(
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = CAST(x'43ff' AS TEXT)"
        )
    with pytest.raises(LogbookDamaged):
        _read_all(filled)
    with pytest.raises(LogbookDamaged):
        story.stored(filled)


def test_a_fault_of_our_own_while_reading_is_not_called_damage(filled: SqliteStore) -> None:
    with pytest.raises(ValueError, match="fout van ons"), filled.reading():
        raise ValueError("fout van ons")


def test_what_is_still_whole_can_be_read(filled: SqliteStore) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.executescript("UPDATE incident SET op = 'gisteren' WHERE id = 7")
    readable = []
    for number in range(1, 21):
        with suppress(LogbookDamaged), filled.reading() as reading:
            readable.append(reading.incident(IncidentId(number)).id)
    assert readable == [number for number in range(1, 21) if number != 7]


@pytest.mark.parametrize("column", ["team", "onderwerp"])
def test_a_cell_of_bytes_is_damage_for_who_counts_and_for_who_writes(
    sqlite_store: SqliteStore, column: str
) -> None:
    told = story.stored(sqlite_store)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'incident'"
        )
        connection.commit()
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE incident SET {column} = x'ff00'")
        connection.commit()
    month = period_of(PeriodSort.MONTH, story.TODAY)
    with pytest.raises(LogbookDamaged), sqlite_store.reading() as reading:
        reading.figures(month)
    with pytest.raises(LogbookDamaged), sqlite_store.writing(story.deed("edit")) as tx:
        tx.replace_incident(told)


def test_a_row_with_bytes_is_no_json() -> None:
    with pytest.raises(RecordDamaged):
        to_json({"naam": b"\xff"})
