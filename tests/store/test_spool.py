"""Looks wait beside the logbook and are taken in by the next write: each exactly once, and none unseen."""

import fcntl
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
import story

import agressielog
from agressielog.application.errors import LogbookBusy
from agressielog.application.ports.looks import LookFilter
from agressielog.domain.evidence import Fault, FaultCode
from agressielog.domain.identity import CallerId
from agressielog.domain.look import Look
from agressielog.domain.spooled_look import line_of
from agressielog.storage import checking_file, looks, spool
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.store import SqliteStore

_ONE, _GONE = CallerId(1), CallerId(99)
_SOURCE = Path(agressielog.__file__).parents[1]


@pytest.fixture
def store(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with one caller, and a file beside it in which looks wait."""
    story.stored_caller(sqlite_store, name="Jansen")
    spool.prepare(sqlite_store.path)
    return sqlite_store


def look(*callers: CallerId, name: str = "Mia de Vries", command: str = "lookup") -> Look:
    return Look(at=story.NOW, login="mdevries", name=name, command=command, callers=tuple(callers or (_ONE,)))


def told(store: SqliteStore) -> list[Look]:
    with store.reading() as reading:
        return list(reading.looks(LookFilter()))


def strangers(store: SqliteStore) -> int:
    with store.reading() as reading:
        return sum(reading.strangers().values())


def write(store: SqliteStore, *, large: bool = False) -> None:
    with store.writing(story.deed(), large=large) as tx:
        tx.change_setting("organisatie", os.urandom(4).hex())


def file_of(store: SqliteStore) -> Path:
    return spool.file_of(store.path)


@contextmanager
def somebody_writes(store: SqliteStore) -> Iterator[None]:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


# Taking in.


def test_the_next_write_takes_in_what_waits_and_empties_the_file(store: SqliteStore) -> None:
    spool.add(store.path, [look()], [date(2026, 11, 22)])
    assert (told(store), strangers(store)) == ([], 0)
    write(store)
    assert (told(store), strangers(store)) == ([look()], 1)
    assert file_of(store).read_bytes() == b""


def test_looks_are_taken_in_with_those_that_the_program_keeps_itself(store: SqliteStore) -> None:
    spool.add(store.path, [look()], [])
    store.note_looks([look(name="Ans")])
    assert [one.name for one in told(store)] == ["Ans", "Mia de Vries"]


def test_whoever_wants_to_read_looks_can_have_them_taken_in(store: SqliteStore) -> None:
    file_of(store).unlink()
    store.settle_looks()
    spool.prepare(store.path)
    spool.add(store.path, [look()], [])
    store.settle_looks()
    assert told(store) == [look()]


def test_a_large_write_leaves_what_waits(store: SqliteStore) -> None:
    spool.add(store.path, [look()], [])
    write(store, large=True)
    assert told(store) == []
    write(store)
    assert told(store) == [look()]


def test_a_write_that_is_undone_takes_nothing(store: SqliteStore) -> None:
    spool.add(store.path, [look()], [])
    with pytest.raises(ZeroDivisionError), store.writing(story.deed()):
        raise ZeroDivisionError
    assert told(store) == []
    write(store)
    assert told(store) == [look()]


# Exactly once.


def test_who_is_killed_between_the_commit_and_the_emptying_leaves_lines_that_are_known(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool.add(store.path, [look()], [date(2026, 11, 22)])
    process = os.fork()
    if process == 0:
        monkeypatch.setattr(spool, "empty", lambda _taken: os.kill(os.getpid(), signal.SIGKILL))
        try:
            write(store)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL
    assert file_of(store).stat().st_size > 0
    assert (told(store), strangers(store)) == ([look()], 1)
    spool.add(store.path, [look(name="Ans")], [])
    for _ in range(2):
        write(store)
        assert [one.name for one in told(store)] == ["Ans", "Mia de Vries"]
        assert strangers(store) == 1
    assert file_of(store).stat().st_size == 0


def test_a_look_that_is_added_between_the_commit_and_the_emptying_stays(store: SqliteStore) -> None:
    spool.add(store.path, [look()], [])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        taken = looks.take_in(connection, store.path)
        connection.execute("COMMIT")
    assert taken is not None
    spool.add(store.path, [look(name="Ans")], [])
    spool.empty(taken)
    write(store)
    assert sorted(one.name for one in told(store)) == ["Ans", "Mia de Vries"]


def test_another_filling_of_the_file_begins_from_its_begin(store: SqliteStore) -> None:
    for name in ("Mia", "Ans"):
        spool.add(store.path, [look(name=name)], [])
        write(store)
    assert sorted(one.name for one in told(store)) == ["Ans", "Mia"]


def test_eight_desks_look_while_others_write_and_every_look_counts_once(store: SqliteStore) -> None:
    looking = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from agressielog.domain.look import Look
from agressielog.storage import spool
for number in range(100):
    name = f"{sys.argv[2]}-{number}"
    one = Look(at=datetime(2026, 11, 22, tzinfo=UTC), login="m", name=name, command="lookup", callers=(1,))
    spool.add(Path(sys.argv[1]), [one], [date(2026, 11, 22)])
"""
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", looking, store.path, str(desk)], env={"PYTHONPATH": str(_SOURCE)}
        )
        for desk in range(8)
    ]
    while any(desk.poll() is None for desk in desks):
        write(store)
    assert [desk.returncode for desk in desks] == [0] * 8
    write(store)
    assert sorted(one.name for one in told(store)) == sorted(f"{d}-{n}" for d in range(8) for n in range(100))
    assert strangers(store) == 800
    assert file_of(store).stat().st_size == 0


# What cannot be read, or is not ours.


@pytest.mark.parametrize(
    "broken",
    [
        b"\n17953\tmdevr",
        b"\n17953\tm\tn\tlookup\n",
        b"\n17953\tm\tn\tlookup\t1 x\n",
        b"\n17953\tm\t\x1b[0m\tlookup\t1\n",
        b"\n17953\tm\t\xff\x00\tlookup\t1\n",
        b"\n123456789012\n",
        b"\n" + b"\0" * 100,
    ],
)
def test_a_line_that_was_cut_off_spoils_only_itself(store: SqliteStore, broken: bytes) -> None:
    with file_of(store).open("ab") as file:
        file.write(b"merk 1\n" + broken)
    spool.add(store.path, [look()], [])
    write(store)
    assert (told(store), strangers(store)) == ([look()], 0)
    assert file_of(store).stat().st_size == 0


def test_a_line_that_is_being_written_waits_for_its_end(store: SqliteStore) -> None:
    line = line_of("1763800000", "m", "n", "lookup", "1").encode()
    for piece in (b"merk 1" + line[:9], line[9:]):
        with file_of(store).open("ab") as file:
            file.write(piece)
        write(store)
    assert [one.name for one in told(store)] == ["n"]


def test_who_was_erased_since_then_was_not_seen(store: SqliteStore) -> None:
    spool.add(store.path, [look(_ONE, _GONE)], [])
    write(store)
    assert told(store) == [look(_ONE)]


@pytest.mark.parametrize("kind", ["link", "second name", "pipe", "folder"])
def test_what_lies_there_and_is_not_ours_stays_as_it_is(store: SqliteStore, kind: str) -> None:
    file = file_of(store)
    file.unlink()
    elsewhere = file.with_name("elders")
    elsewhere.write_bytes(b"merk 1" + line_of("1763800000").encode())
    match kind:
        case "link":
            file.symlink_to(elsewhere)
        case "second name":
            os.link(elsewhere, file)
        case "pipe":
            os.mkfifo(file)
        case _:
            file.mkdir()
    write(store)
    with pytest.raises(OSError, match=r".*"):
        spool.add(store.path, [look()], [])
    assert (strangers(store), elsewhere.stat().st_size) == (
        0,
        len(b"merk 1" + line_of("1763800000").encode()),
    )


# Adding.


def test_a_look_waits_while_somebody_else_writes(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "READ_PATIENCE", 0.0)
    with somebody_writes(store):
        store.note_looks([look()], [date(2026, 11, 22)])
        with pytest.raises(LogbookBusy):
            store.settle_looks()
    write(store)
    assert (told(store), strangers(store)) == ([look()], 1)


@pytest.mark.parametrize("name", ["Mia de Vries", "Mia\tde Vries"])
def test_a_look_that_can_wait_nowhere_is_refused(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(looks, "READ_PATIENCE", 0.0)
    if "\t" not in name:
        file_of(store).unlink()
    with somebody_writes(store), pytest.raises(LogbookBusy):
        store.note_looks([look(name=name)])
    write(store)
    assert told(store) == []


def test_a_line_that_does_not_fit_is_taken_back(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    spool.add(store.path, [look()], [])
    before = file_of(store).read_bytes()
    really = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: really(descriptor, content[:10]))
    with pytest.raises(OSError, match="cut off"):
        spool.add(store.path, [look()], [])
    assert file_of(store).read_bytes() == before


def test_nobody_waits_long_for_whoever_holds_the_file(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "_PAUSE", 0.0)
    spool.add(store.path, [look()], [])
    ready, go = os.pipe()
    holder = os.fork()
    if holder == 0:
        with file_of(store).open("rb+") as file:
            fcntl.lockf(file, fcntl.LOCK_EX)
            os.write(go, b"!")
            signal.pause()
    try:
        os.read(ready, 1)
        with pytest.raises(OSError, match="holds"):
            spool.add(store.path, [look()], [])
        write(store)
        assert told(store) == [look()]
    finally:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
        os.close(ready)
        os.close(go)
    write(store)
    assert told(store) == [look()]


# Beside the logbook.


@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o2770, 0o660)])
def test_the_file_is_for_its_owner_or_for_the_group_of_the_folder(
    store: SqliteStore, folder: int, file: int
) -> None:
    file_of(store).unlink()
    store.path.parent.chmod(folder)
    store.path.chmod(file)
    store.note_looks([look()])
    assert stat.S_IMODE(file_of(store).stat().st_mode) == file


def test_a_file_that_others_may_read_is_named_by_check(store: SqliteStore) -> None:
    file_of(store).chmod(0o644)
    found = list(checking_file.access(store.path))
    assert found == [Fault(code=FaultCode.FILE_OPEN, detail="logboek.db-inzage (644)")]


def test_a_back_up_holds_what_waited(store: SqliteStore) -> None:
    spool.add(store.path, [look()], [])
    folder = store.path.with_name("kopieen")
    folder.mkdir()
    made = SqliteCopies(store.path, story.NOW).make(str(folder), "kopie.db", lambda _evidence: None)
    assert told(SqliteStore(Path(made))) == [look()]


@pytest.mark.parametrize("readable", [True, False])
def test_what_waits_goes_with_the_logbook_it_is_about(store: SqliteStore, readable: bool) -> None:
    copies = SqliteCopies(store.path, story.NOW)
    made = copies.make(str(store.path.parent), "kopie.db", lambda _evidence: None)
    spool.add(store.path, [look()], [])
    if not readable:
        store.path.write_bytes(b"SQLite format 3\0" + b"\xff" * 200)
    kept = copies.put_back(made, "was.db", lambda _evidence: None, lambda _store, _remains: None)
    assert kept is not None
    write(store)
    assert told(store) == []
    if readable:
        assert told(SqliteStore(Path(kept))) == [look()]
    else:
        assert b"Mia de Vries" in spool.file_of(Path(kept)).read_bytes()
