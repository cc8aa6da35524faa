"""An older logbook becomes one of today: a copy first, one step, and whoever is killed in it has lost nothing.

The older one is a file that a program wrote (`schemas/`); the newer program is that of tomorrow, with one step more.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import evidence
import pytest
from desk import Outcome
from frozen_layouts import freeze, frozen_versions, layout_of, made_today, thaw
from next_layout import CHANGES, NEXT, become_next
from sqlite_utils import Database
from states import State, state_of
from tally import Tally
from tracing import failing, killing, points_of, sampled, traced
from warm_desk import WarmDesk

import agressielog.application.upgrading
import agressielog.cli.check
import agressielog.cli.list_
import agressielog.cli.restore
import agressielog.presentation.check_view
import agressielog.storage.copies
import agressielog.storage.upgrading  # noqa: F401 - loaded for the forks
from agressielog.domain.backup_name import kept_aside_among
from agressielog.storage import schema
from agressielog.storage.identity import SCHEMA_VERSION

pytestmark = pytest.mark.faults

_KILLED, _FILE, _FEWEST_POINTS, _EVERY = 137, 5, 30, 5
_SAID = f"Het logboek is bijgewerkt van indeling {SCHEMA_VERSION} naar {NEXT}."


# What was frozen -------------------------------------------------------------------------------------


def test_every_layout_until_this_one_was_frozen() -> None:
    assert frozen_versions() == list(range(1, SCHEMA_VERSION + 1))
    assert [step.name[:4] for step in schema.migrations.pending(_empty())] == [
        f"m{version:03}" for version in frozen_versions()
    ]


def _empty() -> Database:
    return Database(memory=True)


def test_a_logbook_of_today_is_laid_out_as_the_newest_frozen_one(tmp_path: Path) -> None:
    """A change to a table of a released program is a new step; before the first release v1.sql is written anew."""
    frozen = layout_of(thaw(SCHEMA_VERSION, tmp_path / "frozen.db"))
    today = layout_of(made_today(tmp_path))

    assert frozen == today, "python tests/support/frozen_layouts.py"


@pytest.mark.parametrize("version", frozen_versions())
def test_a_frozen_logbook_is_whole(tmp_path: Path, version: int) -> None:
    logbook = thaw(version, tmp_path / "logboek.db")

    assert evidence.unexplained(logbook) == []
    assert freeze(logbook) == freeze(thaw(version, tmp_path / "again.db"))


# A newer program, an older logbook -----------------------------------------------------------------------


@pytest.fixture
def older(desk: WarmDesk) -> WarmDesk:
    """A desk with the logbook of an older program."""
    thaw(SCHEMA_VERSION, desk.logbook)
    return desk


def _tomorrow(desk: WarmDesk, *words: str) -> Outcome:
    return desk.warm(*words, first=become_next)


def _kept(desk: WarmDesk) -> list[Path]:
    return [desk.home / name for name in kept_aside_among([path.name for path in desk.home.glob("*.db")])]


def _version(logbook: Path) -> int:
    with closing(sqlite3.connect(logbook)) as connection:
        ((version,),) = connection.execute("PRAGMA user_version")
    return int(version)


@pytest.mark.parametrize("version", frozen_versions())
def test_every_released_layout_becomes_one_of_tomorrow_after_a_copy_and_says_so(
    desk: WarmDesk, version: int, tell_result: Callable[..., None]
) -> None:
    thaw(version, desk.logbook)
    before = _records(desk.logbook)

    first, second = _tomorrow(desk, "list"), _tomorrow(desk, "list")

    assert (first.status, second.status) == (0, 0), (first, second)
    (kept,) = _kept(desk)
    assert first.err.startswith(f"Het logboek is bijgewerkt van indeling {version} naar {NEXT}."), first
    assert str(kept) in " ".join(first.err.split()), first
    assert "bijgewerkt" not in second.err
    assert (_version(kept), _records(kept)) == (version, before)
    broken = evidence.unexplained(kept)
    tell_result("bijgewerkt van een oudere indeling", 1, kapot=len(broken))
    assert broken == []
    assert kept.stat().st_mode & 0o777 == 0o600
    assert _version(desk.logbook) == NEXT
    assert (_tomorrow(desk, "check").status, first.out) == (0, second.out)


@pytest.mark.parametrize(
    "words",
    [("list",), ("show", "1"), ("add", "06-12345678", "-s", "schelden", "-w", "x"), ("check",)],
    ids=" ".join,
)
def test_a_newer_logbook_is_refused_and_not_changed(
    older: WarmDesk, words: tuple[str, ...], tell_result: Callable[..., None]
) -> None:
    _tomorrow(older, "list")
    before = older.logbook.read_bytes()

    outcome = older.warm(*words)

    assert outcome.status == _FILE, outcome
    assert (
        outcome.mistake.why == f"Het bestand heeft indeling {NEXT}, dit programma kent er {SCHEMA_VERSION}."
    )
    changed = older.logbook.read_bytes() != before
    tell_result("logboek van een nieuwer programma geweigerd", 1, bestanden_veranderd=int(changed))
    assert not changed


def test_one_upgraded_desk_does_not_blind_the_others(older: WarmDesk) -> None:
    number = _number_of(older)
    told = older.warm("lookup", number)
    _tomorrow(older, "list")
    before = older.logbook.read_bytes()

    outcome = older.warm("lookup", number)

    assert (outcome.status, outcome.out) == (0, told.out), outcome
    assert "deze inzage is niet in het logboek gezet" in outcome.err
    assert older.logbook.read_bytes() == before


def test_where_the_newer_layout_is_another_one_to_look_ups_it_says_so(older: WarmDesk) -> None:
    number = _number_of(older)
    assert older.warm("list", first=partial(become_next, CHANGES)).status == 0

    outcome = older.warm("lookup", number)

    assert outcome.status == _FILE
    assert f"indeling {NEXT}" in outcome.mistake.why


def _number_of(desk: WarmDesk) -> str:
    ((number,),) = desk.rows("SELECT nummer FROM beller_nummer ORDER BY beller LIMIT 1")
    return str(number)


def test_a_copy_of_before_is_put_back_into_a_newer_program(older: WarmDesk) -> None:
    made = older.warm("backup", "--map", "reserve")
    assert made.status == 0, made
    (copy,) = (older.home / "reserve").glob("*.db")
    _tomorrow(older, "list")

    outcome = _tomorrow(older, "restore", str(copy), "--ja")

    assert outcome.status == 0, outcome
    assert _version(older.logbook) == NEXT
    assert _tomorrow(older, "check").status == 0


def test_a_record_that_somebody_changed_keeps_no_desk_from_its_logbook(older: WarmDesk) -> None:
    evidence.meddle(older.logbook, "UPDATE incident SET wat = 'iets anders' WHERE id = 1")

    assert _tomorrow(older, "list").status == 0
    assert "Incident 1, veld wat" in _tomorrow(older, "check").out


# Faults in the middle of it ------------------------------------------------------------------------------


@pytest.fixture
def tries(tmp_path: Path) -> Iterator[WarmDesk]:
    """Desks that have the logbook of an older program each."""
    before = tmp_path / "before"
    before.mkdir()
    thaw(SCHEMA_VERSION, before / "logboek.db")

    def each() -> Iterator[WarmDesk]:
        number = 0
        while True:
            number += 1
            yield WarmDesk(Path(shutil.copytree(before, tmp_path / str(number))))

    return each()


def _records(logbook: Path) -> State:
    # The list that comes after it is a look.
    return state_of(logbook, "inzage")


def _assert_before_or_after(desk: WarmDesk, untouched: State, done: State, where: object) -> bool:
    found = _records(desk.logbook)
    assert found in (untouched, done), where
    assert _version(desk.logbook) == (NEXT if found == done else SCHEMA_VERSION), where
    for kept in _kept(desk):
        assert _records(kept) == untouched, where
        assert evidence.unexplained(kept) == [], where
    assert found == untouched or _kept(desk), where
    return found == done


def _assert_next_goes_on(desk: WarmDesk, done: State, where: object) -> None:
    ended = _tomorrow(desk, "list")
    assert ended.status == 0, (where, ended)
    assert _records(desk.logbook) == done, where
    assert _tomorrow(desk, "check").status == 0, where
    assert [path.name for path in desk.home.iterdir() if ".kopie" in path.name] == [], where


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.timeout(900)
def test_a_migration_that_is_killed_anywhere_has_happened_or_not(
    tries: Iterator[WarmDesk], tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    desk = next(tries)
    untouched = _records(desk.logbook)
    points = points_of(desk.fork("list", first=become_next), tmp_path / "calls.log")
    done = _records(desk.logbook)

    assert done["incident"] == [f"{row[:-1]}, 'nee')" for row in untouched["incident"]]
    assert len(points) >= _FEWEST_POINTS, points
    chosen = sampled(points)
    seen: set[bool] = set()
    tally = Tally("half_gedaan")
    for rank, point in enumerate(chosen):
        desk = next(tries)
        outcome = traced(desk.fork("list", first=become_next), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        with tally.counting("half_gedaan"):
            seen.add(_assert_before_or_after(desk, untouched, done, point))
        if rank % _EVERY == 0:
            _assert_next_goes_on(desk, done, point)
        shutil.rmtree(desk.home)
    tell_result("afgeschoten tijdens een nieuwe indeling", len(chosen), **tally.counted)
    tally.assert_nothing_found()
    assert seen == {True, False}, "some points come before the commit and some after it"


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.timeout(900)
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_migration_on_a_disk_that_refuses_has_happened_or_not(
    tries: Iterator[WarmDesk], tmp_path: Path, tell_result: Callable[..., None], *, for_ever: bool
) -> None:
    desk = next(tries)
    untouched = _records(desk.logbook)
    points = points_of(desk.fork("list", first=become_next), tmp_path / "calls.log")
    done = _records(desk.logbook)

    chosen = sampled([point for point in points if point.call != "write"], 12)
    statuses: set[int] = set()
    tally = Tally("half_gedaan", "anders_gezegd_dan_het_is")
    for rank, point in enumerate(chosen):
        desk, error = next(tries), ("ENOSPC", "EIO")[(rank + for_ever) % 2]
        outcome = traced(desk.fork("list", first=become_next), *failing(point, error, for_ever=for_ever))
        statuses.add(outcome.status)
        happened: bool | None = None
        with tally.counting("half_gedaan"):
            happened = _assert_before_or_after(desk, untouched, done, (point, outcome))
        with tally.counting("anders_gezegd_dan_het_is"):
            _judge(outcome, happened, (point, error))
        shutil.rmtree(desk.home)
    tell_result("schijf vol of stuk tijdens een nieuwe indeling", len(chosen), **tally.counted)
    tally.assert_nothing_found()
    assert _FILE in statuses


def _judge(outcome: Outcome, happened: bool | None, where: object) -> None:
    if outcome.status == 0:
        assert happened, where
        return
    assert outcome.status == _FILE, (where, outcome)
    mistake = outcome.mistake
    assert "uitvoer" not in mistake.what, (where, mistake)
    assert not happened or "niets opgeslagen" not in mistake.text, (where, mistake)


def test_a_step_that_fails_undoes_all_of_it(older: WarmDesk) -> None:
    before = older.logbook.read_bytes()

    def with_a_broken_step() -> None:
        become_next()
        schema.migrations(name=f"m{NEXT:03}_adds_nothing")(lambda db: db.execute("SELECT * FROM nergens"))

    outcome = older.warm("list", first=with_a_broken_step)

    assert outcome.status != 0
    assert "Traceback" not in outcome.err
    assert older.logbook.read_bytes() == before
    assert older.warm("list").status == 0
