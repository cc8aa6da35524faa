"""What a writer leaves behind that was killed half-way is undone by whoever comes next."""

import hashlib
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import story
import writer
from soundness import assert_sound

from agressielog.application.errors import LogbookMissing
from agressielog.domain.search_words import SearchWords
from agressielog.storage.store import SqliteStore

#: How a journal begins that is not finished with (sqlite.org/fileformat.html, 3).
_JOURNAL_TO_UNDO = bytes.fromhex("d9d505f920a163d7")


def _kill_a_writer(path: Path) -> None:
    """Leave a logbook half changed, with the journal that undoes it."""
    done = subprocess.run(
        [sys.executable, writer.__file__, str(path), writer.SPILL],
        input=b"\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert _journal(path).read_bytes().startswith(_JOURNAL_TO_UNDO)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def half_changed(sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook with one incident, in which a killed writer left a part of three hundred."""
    story.stored(sqlite_store, account="belde over de parkeerboete")
    before = _hash(sqlite_store.path)
    _kill_a_writer(sqlite_store.path)
    assert _hash(sqlite_store.path) != before
    return sqlite_store


def test_the_next_look_up_undoes_it(half_changed: SqliteStore) -> None:
    with half_changed.reading() as reading:
        (told,) = reading.each_incident()
        assert [found.id for found in reading.search(SearchWords.parse("parkeerboete"), 9)] == [told.id]
        assert not reading.search(SearchWords.parse("onafgemaakt"), 9)
    assert_sound(half_changed.path)


def test_the_next_write_undoes_it_and_goes_on(half_changed: SqliteStore) -> None:
    assert story.stored(half_changed).id == 2
    with half_changed.reading() as reading:
        assert [incident.id for incident in reading.each_incident()] == [1, 2]
    assert_sound(half_changed.path)


def _killed_while_writing(store: SqliteStore) -> None:
    _kill_a_writer(store.path)
    assert store.path.read_bytes()[:100] == bytes(100)


def _killed_while_committing(store: SqliteStore) -> None:
    """Leave the whole file, and the journal that says there was none."""
    story.stored(store)
    # Number of records, a nonce, pages before the transaction, and the sizes of a sector and a page.
    numbers = (0, 1, 0, 512, 4096)
    header = _JOURNAL_TO_UNDO + b"".join(number.to_bytes(4, "big") for number in numbers)
    _journal(store.path).write_bytes(header.ljust(512, b"\0"))


@pytest.fixture(params=[_killed_while_writing, _killed_while_committing])
def never_finished(request: pytest.FixtureRequest, new_sqlite_store: SqliteStore) -> SqliteStore:
    """A logbook that was killed in its very first transaction."""
    request.param(new_sqlite_store)
    return new_sqlite_store


def test_a_logbook_that_was_never_finished_is_missing(never_finished: SqliteStore) -> None:
    for _ in range(2):
        with pytest.raises(LogbookMissing), never_finished.reading():
            pytest.fail("there is nothing to read")


def test_a_logbook_that_was_never_finished_is_not_made_by_who_may_not(never_finished: SqliteStore) -> None:
    store = SqliteStore(never_finished.path)
    for _ in range(2):
        with pytest.raises(LogbookMissing), store.writing(story.deed("edit")):
            pytest.fail("there is nothing to write in")


@pytest.mark.parametrize("look_first", [False, True])
def test_the_next_add_makes_it_after_all(never_finished: SqliteStore, look_first: bool) -> None:
    if look_first:
        with pytest.raises(LogbookMissing), never_finished.reading():
            pytest.fail("there is nothing to read")
    assert story.stored(never_finished).id == 1
    assert never_finished.exists()
    assert_sound(never_finished.path)
