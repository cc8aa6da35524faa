"""SQLite's errors become ours by their code, and a fault of our own stays visible as one."""

import sqlite3
from contextlib import closing

import pytest

from agressielog.application.errors import (
    DiskFull,
    Foreign,
    LogbookBusy,
    LogbookDamaged,
    LogbookReadOnly,
    LogbookReplaced,
    LogbookUnreachable,
    NotALogbook,
    WriteFailed,
)
from agressielog.domain.errors import AgressielogError
from agressielog.storage.faults import translate, translated, understood
from agressielog.storage.store import SqliteStore

PATH = "/pad/logboek.db"


def _raised(code: int, name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("English words that nobody should depend on")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


WRITING = [
    ("SQLITE_BUSY", LogbookBusy(PATH, 2.5)),
    ("SQLITE_BUSY_SNAPSHOT", LogbookBusy(PATH, 2.5)),
    ("SQLITE_LOCKED", LogbookBusy(PATH, 2.5)),
    ("SQLITE_FULL", DiskFull(PATH)),
    ("SQLITE_READONLY", LogbookReadOnly(PATH)),
    ("SQLITE_READONLY_DIRECTORY", LogbookReadOnly(PATH)),
    ("SQLITE_READONLY_DBMOVED", LogbookReplaced(PATH)),
    ("SQLITE_CANTOPEN", LogbookUnreachable(PATH, "SQLITE_CANTOPEN")),
    ("SQLITE_PERM", LogbookUnreachable(PATH, "SQLITE_PERM")),
    ("SQLITE_AUTH", LogbookUnreachable(PATH, "SQLITE_AUTH")),
    ("SQLITE_NOTADB", NotALogbook(PATH, Foreign.TEXT)),
    ("SQLITE_CORRUPT", LogbookDamaged(PATH, "SQLITE_CORRUPT")),
    ("SQLITE_CORRUPT_INDEX", LogbookDamaged(PATH, "SQLITE_CORRUPT_INDEX")),
    ("SQLITE_ERROR", LogbookDamaged(PATH, "SQLITE_ERROR")),
    ("SQLITE_CONSTRAINT_UNIQUE", LogbookDamaged(PATH, "SQLITE_CONSTRAINT_UNIQUE")),
    ("SQLITE_MISMATCH", LogbookDamaged(PATH, "SQLITE_MISMATCH")),
    ("SQLITE_TOOBIG", LogbookDamaged(PATH, "SQLITE_TOOBIG")),
    ("SQLITE_IOERR", WriteFailed(PATH, "SQLITE_IOERR")),
    ("SQLITE_IOERR_FSYNC", WriteFailed(PATH, "SQLITE_IOERR_FSYNC")),
]
#: What is another error when nothing was to be stored.
READING = [
    ("SQLITE_READONLY_ROLLBACK", LogbookUnreachable(PATH, "SQLITE_READONLY_ROLLBACK")),
    ("SQLITE_IOERR_READ", LogbookUnreachable(PATH, "SQLITE_IOERR_READ")),
    ("SQLITE_BUSY", LogbookBusy(PATH, 2.5)),
    ("SQLITE_CORRUPT", LogbookDamaged(PATH, "SQLITE_CORRUPT")),
]
OURS = ["SQLITE_MISUSE", "SQLITE_NOMEM", "SQLITE_INTERNAL"]


@pytest.mark.parametrize(
    ("name", "expected", "storing"),
    [(*case, True) for case in WRITING] + [(*case, False) for case in READING],
)
def test_what_a_user_can_cause_becomes_an_error_of_ours(
    name: str, expected: AgressielogError, storing: bool
) -> None:
    found = translate(_raised(getattr(sqlite3, name), name), PATH, 2.5, storing=storing)
    assert (type(found), vars(found)) == (type(expected), vars(expected))


@pytest.mark.parametrize("name", OURS)
def test_a_fault_of_our_own_is_not_translated(name: str) -> None:
    assert translate(_raised(getattr(sqlite3, name), name), PATH, 2.5) is None
    with pytest.raises(sqlite3.OperationalError), translated(PATH, 2.5):
        raise _raised(getattr(sqlite3, name), name)


def test_an_error_that_the_driver_made_up_itself_has_no_code_and_is_not_translated() -> None:
    assert translate(sqlite3.ProgrammingError("Cannot operate on a closed database."), PATH, 2.5) is None


def test_a_text_that_is_not_utf_8_is_damage_though_the_driver_gives_it_no_code() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(LogbookDamaged) as caught,
        translated(PATH, 2.5),
    ):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    assert caught.value.path == PATH


@pytest.mark.parametrize(
    "error", [ValueError, KeyError, TypeError, UnicodeDecodeError("utf-8", b"", 0, 1, "")]
)
def test_a_row_that_cannot_be_understood_is_damage(error: Exception) -> None:
    with pytest.raises(LogbookDamaged), translated(PATH, 2.5), understood():
        raise error


def test_the_innermost_record_that_cannot_be_understood_is_named() -> None:
    with (
        pytest.raises(LogbookDamaged) as caught,
        translated(PATH, 2.5),
        understood(),
        understood("incident 7"),
    ):
        raise ValueError
    assert (caught.value.path, caught.value.record) == (PATH, "incident 7")


def test_the_error_of_sqlite_is_kept_as_the_cause() -> None:
    with pytest.raises(DiskFull) as caught, translated(PATH, 2.5):
        raise _raised(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_other_errors_pass_untouched() -> None:
    with pytest.raises(KeyError), translated(PATH, 2.5):
        raise KeyError


def test_a_name_in_the_schema_that_is_no_text_is_damage(sqlite_store: SqliteStore) -> None:
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET name = CAST(x'ff62656c6c6572' AS TEXT), sql = 'CREATE x' WHERE name = 'beller'"
        )
        connection.commit()
    # SQLite says what is wrong in words that hold the name, and the driver cannot read those.
    with (
        closing(sqlite3.connect(sqlite_store.path)) as connection,
        pytest.raises(LogbookDamaged),
        translated(PATH, 2.5),
    ):
        connection.execute("SELECT id FROM incident")
