"""Many desks on one logbook: nobody loses anything, nobody waits for nothing, and nobody is made twice."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import story
import writer
from soundness import unsound

from agressielog.application.errors import LogbookBusy
from agressielog.domain.phone import PhoneNumber
from agressielog.storage import store as store_module
from agressielog.storage.connection import connect
from agressielog.storage.store import SqliteStore


@contextmanager
def _desks(amount: int, path: Path, *task: str) -> Iterator[Sequence[subprocess.Popen[str]]]:
    """Start processes that wait behind a barrier, and let them go when all have arrived."""
    with ExitStack() as stack:
        desks = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, writer.__file__, str(path), *task],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for _ in range(amount)
        ]
        try:
            for desk in desks:
                assert _hear(desk) == "klaar"
            for desk in desks:
                _tell(desk, "")
            yield desks
        finally:
            for desk in desks:
                desk.kill()


def _tell(desk: subprocess.Popen[str], line: str) -> None:
    assert desk.stdin is not None
    desk.stdin.write(f"{line}\n")
    desk.stdin.flush()


def _hear(desk: subprocess.Popen[str]) -> str:
    assert desk.stdout is not None
    return desk.stdout.readline().strip()


@pytest.mark.faults
def test_thirty_two_desks_that_each_write_a_hundred_times_lose_nothing(
    new_sqlite_store: SqliteStore, tell_result: Callable[..., None]
) -> None:
    acknowledged: list[int] = []
    with _desks(32, new_sqlite_store.path, writer.MANY, "100") as desks:
        for desk in desks:
            said, complained = desk.communicate(timeout=120)
            assert (desk.returncode, complained) == (0, "")
            acknowledged.extend(int(line) for line in said.split())
    with new_sqlite_store.reading() as reading:
        stored: list[int] = [incident.id for incident in reading.each_incident()]
        counts = list(reading.incident_counts().values())
    broken = unsound(new_sqlite_store.path)
    tell_result(
        "32 plekken schrijven elk honderd keer",
        len(acknowledged),
        bevestigd_verloren=len(set(acknowledged) - set(stored)),
        dubbel=len(acknowledged) - len(set(acknowledged)) + len(stored) - len(set(stored)),
        kapot=len(broken),
    )
    assert sorted(acknowledged) == stored == list(range(1, 3201))
    assert counts == [32] * 100
    assert broken == []


@pytest.mark.faults
def test_two_desks_that_report_the_same_new_number_at_once_make_one_caller(
    sqlite_store: SqliteStore,
) -> None:
    numbers = [PhoneNumber(f"+316{round_:08}") for round_ in range(1, 61)]
    with _desks(2, sqlite_store.path, writer.SAME_NUMBER) as desks:
        for number in numbers:
            for desk in desks:
                _tell(desk, number.key)
            one, other = (_hear(desk) for desk in desks)
            assert one == other != ""
        for desk in desks:
            _, complained = desk.communicate(timeout=60)
            assert (desk.returncode, complained) == (0, "")
    with sqlite_store.reading() as reading:
        assert [len(reading.callers_of(number)) for number in numbers] == [1] * len(numbers)
        assert set(reading.incident_counts().values()) == {2}
        assert len(reading.callers()) == len(numbers)


@pytest.fixture
def hasty(sqlite_store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> SqliteStore:
    """The logbook at a desk that hardly waits."""
    monkeypatch.setattr(store_module, "READ_PATIENCE", 0.05)
    return SqliteStore(sqlite_store.path, write_patience=0.1)


def test_who_waits_in_vain_is_told_that_the_logbook_is_busy(hasty: SqliteStore) -> None:
    told = story.stored(hasty)
    other = connect(hasty.path, 0.0)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LogbookBusy) as reading_in_vain, hasty.reading():
        pytest.fail("somebody else has the file for himself")
    with pytest.raises(LogbookBusy) as writing_in_vain, hasty.writing(story.deed()):
        pytest.fail("somebody else has the file for himself")
    other.close()
    assert reading_in_vain.value.seconds == 0.05
    assert writing_in_vain.value.seconds == 0.1
    with hasty.reading() as reading:
        assert list(reading.each_incident()) == [told]


def test_somebody_who_is_about_to_write_does_not_keep_others_from_reading(hasty: SqliteStore) -> None:
    told = story.stored(hasty)
    other = connect(hasty.path, 0.0)
    other.execute("BEGIN IMMEDIATE")
    with hasty.reading() as reading:
        assert list(reading.each_incident()) == [told]
    with pytest.raises(LogbookBusy), hasty.writing(story.deed()):
        pytest.fail("there is one writer at a time")
    other.close()


@pytest.mark.parametrize("large", [True, False])
def test_readers_go_on_during_a_large_write_if_it_says_so(hasty: SqliteStore, large: bool) -> None:
    told = story.stored(hasty)
    long = "x" * 20_000
    with hasty.writing(story.deed("import"), large=large) as tx:
        tx.add_incidents(story.new_incident(account=long) for _ in range(300))
        if large:
            with hasty.reading() as reading:
                assert list(reading.each_incident()) == [told]
        else:
            # The control: without it SQLite writes pages early, and must keep readers out from then on.
            with pytest.raises(LogbookBusy), hasty.reading():
                pytest.fail("the write was too small to tell")
    with hasty.reading() as reading:
        assert sum(1 for _ in reading.each_incident()) == 301
