"""The tables keep what they promise by themselves, whoever writes in them, and so does every connection."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import story

from agressielog.storage.connection import connect, make_durable
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.schema import bring_up_to_date
from agressielog.storage.store import SqliteStore
from agressielog.storage.writing import SqliteWriting

_INCIDENT = {
    "ulid": "01KAF6QYR00000000000000000",
    "op": "2026-11-20T12:00:00+00:00",
    "vastgelegd_op": "2026-11-20T12:00:00+00:00",
    "dag": "2026-11-20",
    "uur": 13,
    "soort": "schelden",
    "ernst": "licht",
    "kanaal": "telefoon",
    "melder": "Mia",
    "wat": "schold",
    "aangifte": "nee",
    "status": "gemeld",
}
_LINK = {"beller": 1, "nummer": "+31612345678", "zekerheid": "zeker", "sinds": "2026-11-20", "volgorde": 1}


@contextmanager
def _opened(store: SqliteStore) -> Iterator[sqlite3.Connection]:
    with closing(connect(store.path, 1.0)) as connection:
        yield connection


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


@pytest.fixture
def connection(sqlite_store: SqliteStore) -> Iterator[sqlite3.Connection]:
    """A connection as every use of the file has, to a logbook with caller B1."""
    story.stored_caller(sqlite_store)
    with _opened(sqlite_store) as connection:
        yield connection


def test_the_ordinary_rows_of_these_tests_are_accepted(connection: sqlite3.Connection) -> None:
    _insert(connection, "incident", _INCIDENT)
    _insert(connection, "beller_nummer", _LINK)


@pytest.mark.parametrize(
    "changes",
    [
        {"ulid": None},
        {"op": None},
        {"uur": 24},
        {"uur": -1},
        {"uur": "dertien"},
        {"ernst": "erg"},
        {"kanaal": "fax"},
        {"status": "open"},
        {"aangifte": "misschien"},
        {"anoniem": 2},
        {"gewaarschuwd": "ja"},
        {"wat": ""},
        {"wat": None},
        {"melder": None},
        {"soort": None},
        {"beller": 1},
        {"zekerheid": "zeker"},
        {"beller": 1, "zekerheid": "misschien"},
        {"beller": 99, "zekerheid": "zeker"},
        {"anoniem": 1, "nummer": "+31612345678"},
        {"wat": b"bytes"},
    ],
    ids=str,
)
def test_an_impossible_incident_is_refused(
    connection: sqlite3.Connection, changes: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        _insert(connection, "incident", {**_INCIDENT, **changes})


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("beller_nummer", {**_LINK, "beller": 99}),
        ("beller_nummer", {**_LINK, "nummer": ""}),
        ("beller_nummer", {**_LINK, "zekerheid": "misschien"}),
        ("bijsoort", {"incident": 99, "volgorde": 1, "soort": "schelden"}),
        ("toezegging", {"incident": 99, "wat": "bellen"}),
        ("instelling", {"sleutel": "", "waarde": "x"}),
        ("instelling", {"sleutel": "land", "waarde": None}),
        ("samenvoeging", {"beller": 1, "opgegaan": 99, "inhoud": "{}"}),
        ("beller", {"aangemaakt_op": "2026-11-20", "samengevoegd_met": 99}),
        ("logboek", {"handeling": "x"}),
    ],
    ids=str,
)
def test_an_impossible_row_is_refused(
    connection: sqlite3.Connection, table: str, row: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        _insert(connection, table, row)


def test_one_identity_and_one_link_are_there_once(connection: sqlite3.Connection) -> None:
    for table, row in (("incident", _INCIDENT), ("beller_nummer", _LINK)):
        _insert(connection, table, row)
        with pytest.raises(sqlite3.IntegrityError):
            _insert(connection, table, row)


def test_a_caller_with_incidents_cannot_vanish(connection: sqlite3.Connection) -> None:
    _insert(connection, "incident", {**_INCIDENT, "beller": 1, "zekerheid": "zeker"})
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM beller WHERE id = 1")


def test_the_number_of_an_erased_record_is_never_given_out_again(sqlite_store: SqliteStore) -> None:
    story.stored_caller(sqlite_store)
    for _ in range(3):
        story.stored(sqlite_store)
    with _opened(sqlite_store) as connection:
        connection.execute("DELETE FROM incident WHERE id > 1")
        connection.execute("DELETE FROM beller")
    assert story.stored(sqlite_store).id == 4
    assert story.stored_caller(sqlite_store).id == 2


def test_every_table_of_ours_is_strict(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    ours = {
        name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite_", "zoekindex"))
    }
    assert {"incident", "logboek"} < ours.keys()
    assert [name for name, strict in ours.items() if not strict] == []


def test_the_file_is_marked_as_ours_and_of_this_version(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_bringing_up_to_date_twice_changes_nothing(connection: sqlite3.Connection) -> None:
    before = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    bring_up_to_date(connection)
    connection.execute("COMMIT")
    assert connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall() == before


def test_a_schema_that_fails_half_way_is_undone_whole(new_sqlite_store: SqliteStore) -> None:
    path = new_sqlite_store.path
    path.touch()
    with closing(connect(path, 1.0)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        bring_up_to_date(connection)
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert path.stat().st_size == 0


_PROFILE = [
    ("foreign_keys", 1),
    ("secure_delete", 1),
    ("temp_store", 2),
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("fullfsync", 1),
]


@pytest.mark.parametrize(("pragma", "value"), _PROFILE)
def test_every_connection_has_the_one_profile(
    connection: sqlite3.Connection, pragma: str, value: int
) -> None:
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


@pytest.mark.parametrize(("version", "trusted"), [((3, 43, 9), 1), ((3, 44, 0), 0)])
def test_the_schema_of_a_file_is_not_trusted_where_sqlite_can_do_without(
    sqlite_store: SqliteStore, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], trusted: int
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    with _opened(sqlite_store) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (trusted,)


def test_a_value_larger_than_any_of_ours_is_never_read(connection: sqlite3.Connection) -> None:
    assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 10_000_000


def test_a_connection_that_cannot_be_set_up_is_closed(
    sqlite_store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    real = sqlite3.connect

    def connect_without_room(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*arguments, **options)
        connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 5)
        opened.append(connection)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_without_room)
    with pytest.raises(sqlite3.DataError):
        connect(sqlite_store.path, 1.0)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


@pytest.mark.parametrize("before", ["DELETE", "WAL", "PERSIST", "TRUNCATE"])
def test_a_write_is_durable_whatever_the_file_was_used_with(sqlite_store: SqliteStore, before: str) -> None:
    with closing(sqlite3.connect(sqlite_store.path)) as other:
        assert other.execute(f"PRAGMA journal_mode={before}").fetchone() == (before.lower(),)
    with _opened(sqlite_store) as connection:
        make_durable(connection, sqlite_store.path, large=False)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
        assert connection.execute("PRAGMA cache_spill").fetchone() != (0,)
    assert story.stored(sqlite_store).id == 1
    assert {file.name for file in sqlite_store.path.parent.iterdir()} <= {"logboek.db", "logboek.db-journal"}


def test_the_write_of_a_use_case_is_durable(new_sqlite_store: SqliteStore) -> None:
    for large in (False, True):
        with new_sqlite_store.writing(story.deed(), large=large) as tx:
            connection = vars(tx)["_connection"]
            assert connection.in_transaction
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
            assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
            assert (connection.execute("PRAGMA cache_spill").fetchone() == (0,)) is large


def test_a_large_write_keeps_its_pages_in_memory(sqlite_store: SqliteStore) -> None:
    with _opened(sqlite_store) as connection:
        make_durable(connection, sqlite_store.path, large=True)
        assert connection.execute("PRAGMA cache_spill").fetchone() == (0,)


def test_a_view_cannot_write(sqlite_store: SqliteStore) -> None:
    with sqlite_store.reading() as reading:
        connection = vars(reading)["_connection"]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM instelling")


def test_deleted_words_are_not_in_the_file_any_more(sqlite_store: SqliteStore) -> None:
    secret = "Pietersenkanarie"
    told = story.stored_caller(sqlite_store, address=secret)
    assert secret.encode() in _all_bytes(sqlite_store.path)
    with _opened(sqlite_store) as connection:
        connection.execute("DELETE FROM beller WHERE id = ?", [told.id])
    with sqlite_store.writing(story.deed("avg")) as tx:
        assert isinstance(tx, SqliteWriting)
        tx.erase_journal_contents([("beller", str(told.id))])
    assert secret.encode() not in _all_bytes(sqlite_store.path)


def _all_bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())
