"""Who is forgotten is gone to the last byte, from the logbook, its journal, and the back-ups once they have rotated."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import canaries
import evidence
import pytest
import story

from agressielog.application.backups import make_backup, restore
from agressielog.application.forgetting import forget
from agressielog.application.ports import Store
from agressielog.storage.store import SqliteStore

pytestmark = pytest.mark.faults

_FORGOTTEN, _OTHERS = 6, 3
# The journal tells of every write, and what hangs on it goes on.
_GOES_ON = ("logboek", "sqlite_", "zoekindex", "wissing", "gewist", "bevroren", "reservekopie", "herstel")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that SQLite and Python would use for temporary files."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def _people(store: Store, number: int, first: int) -> list[canaries.Person]:
    return [canaries.live(store, first + place) for place in range(number)]


def _dump(path: Path) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if not name.startswith(_GOES_ON)
        ]
        for table in tables:
            for row in connection.execute(f"SELECT * FROM {table}"):
                yield table, repr(row)


def _without(store: SqliteStore, people: list[canaries.Person]) -> list[tuple[str, str]]:
    """Return the records there would be if these people had never been in the logbook."""
    path = store.path.with_name("zonder.db")
    with closing(sqlite3.connect(store.path)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        marks = "SELECT id FROM beller WHERE id IN ({0}) OR samengevoegd_met IN ({0})"
        callers = marks.format(", ".join(str(person.caller) for person in people))
        calls = f"SELECT id FROM incident WHERE beller IN ({callers})"
        measures = f"SELECT id FROM maatregel WHERE beller IN ({callers})"
        for table, condition in (
            ("bijsoort", f"incident IN ({calls})"),
            ("toezegging", f"incident IN ({calls}) OR beller IN ({callers})"),
            ("maatregel_incident", f"maatregel IN ({measures})"),
            ("samenvoeging", f"beller IN ({callers}) OR opgegaan IN ({callers})"),
            *((name, f"beller IN ({callers})") for name in ("verzoek", "vasthouding", "beller_nummer")),
            ("incident", f"beller IN ({callers})"),
            ("maatregel", f"beller IN ({callers})"),
            ("beller", f"id IN ({callers})"),
        ):
            copy.execute(f"DELETE FROM {table} WHERE {condition}")
        copy.commit()
    found = list(_dump(path))
    path.unlink()
    return found


def test_nothing_of_who_was_forgotten_is_left_and_everything_of_the_others_is(
    tmp_path: Path, temporary: Path, tell_result: Callable[..., None]
) -> None:
    store = SqliteStore(tmp_path / "logboek.db", may_create=True)
    backups = tmp_path / "reserve"
    files = canaries.files_of(store.path, backups)
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("reservemap", str(backups))
    others = _people(store, _OTHERS, 1000)
    forgotten = _people(store, _FORGOTTEN, 1)
    old = make_backup(store, files.copies, story.deed("backup"), str(backups), 1)
    words = tuple(word for person in forgotten for word in person.words)
    theirs = tuple(word for person in others for word in person.words)
    expected = _without(store, forgotten)
    assert len(words) >= 200
    assert {word for word, _ in canaries.hits(words, Path(old.path))} == set(words)

    for person in forgotten:
        forget(store, files, story.deed("avg vergeet"), canaries.wish(person), lambda _day: story.policy())
    make_backup(store, files.copies, story.deed("backup", at=story.NOW + timedelta(days=1)), str(backups), 1)

    found = canaries.hits(words, tmp_path)
    tell_result("wissen met kanaries", len(words), gevonden=len(found))
    assert found == []
    assert list(_dump(store.path)) == expected
    assert {word for word, _ in canaries.hits(theirs, store.path)} == set(theirs)
    assert evidence.unexplained(store.path) == []
    assert list(temporary.iterdir()) == []


def test_an_older_copy_brings_nobody_back(tmp_path: Path, tell_result: Callable[..., None]) -> None:
    store = SqliteStore(tmp_path / "logboek.db", may_create=True)
    files = canaries.files_of(store.path, tmp_path / "reserve")
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("reservemap", str(tmp_path / "reserve"))
    people = _people(store, 4, 1)
    made = make_backup(store, files.copies, story.deed("backup"), str(files.backups), None)
    copy = tmp_path / "elders.db"
    copy.write_bytes(Path(made.path).read_bytes())
    for person in people[:2]:
        forget(store, files, story.deed("avg vergeet"), canaries.wish(person), lambda _day: story.policy())
    store.path.write_bytes(b"")
    store.path.unlink()

    # The logbook with its own list is lost: what stands beside the back-ups tells who was forgotten.
    restore(store, files.copies, story.deed("restore"), made.path)

    gone = tuple(word for person in people[:2] for word in person.words)
    kept = tuple(word for person in people[2:] for word in person.words)
    found = canaries.hits(gone, store.path)
    tell_result("oude kopie terugzetten na wissen", len(gone), gevonden=len(found))
    assert found == []
    assert {word for word, _ in canaries.hits(kept, store.path)} == set(kept)
    assert evidence.unexplained(store.path) == []
    # And now that it is in the logbook again, any other copy will do.
    (tmp_path / "reserve" / "gewist.txt").unlink()
    restore(store, files.copies, story.deed("restore", at=story.NOW + timedelta(hours=1)), str(copy))
    assert canaries.hits(gone, store.path) == []
