"""A disk that is full, breaks or may not be written: no false promise, no damage, and the right words."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import story
from desk import Outcome, three_lines
from soundness import assert_sound, times_stored
from tally import Tally
from tracing import Point, calls_in, failing, points_of, traced
from warm_desk import Running, WarmDesk

pytestmark = pytest.mark.faults

_FILE, _STORED = 5, "Opgeslagen als incident"
_NOT_STORED, _UNCERTAIN = "niets opgeslagen", "niet zeker of dit is opgeslagen"
_TEXT = b"Zei: \xe2\x80\x9cik weet waar je woont\xe2\x80\x9d, en hing op. " * 40
_DISK_CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate")
_PAGE, _NOBODY = 4096, "65534"
# After this many faults a next command is given too; the file itself is judged after each.
_EVERY = 4
# Enough for every size at which something else fails: no room for a name, a journal, a page, the last page.
_LIMITS = [0, 1, 512, *range(_PAGE, 48 * _PAGE, 3 * _PAGE), 1024 * _PAGE]


def _add(desk: WarmDesk, ulid: str) -> Running:
    words = ("add", "06-12345678", "--soort", "bedreiging", "--toezegging", "terugbellen")
    return desk.fork(*words, "--wat", "-", "--ulid", ulid, stdin=_TEXT)


def _tally() -> Tally:
    return Tally("bevestigd_verloren", "dubbel", "kapot", "anders_gezegd_dan_het_is")


def _judge(tally: Tally, desk: WarmDesk, ulid: str, outcome: Outcome, where: object) -> None:
    """Hold what was said against what is there, now that the disk works again."""
    there = times_stored(desk.logbook, ulid)
    with tally.counting("bevestigd_verloren"):
        assert there or outcome.status, where
    with tally.counting("dubbel"):
        assert there <= 1, where
    with tally.counting("anders_gezegd_dan_het_is"):
        assert (_STORED in outcome.out) == (outcome.status == 0), where
        if outcome.status:
            assert outcome.status == _FILE, (where, outcome)
            told = three_lines(outcome.err).text
            assert _UNCERTAIN in told or (_NOT_STORED in told and not there), (where, told)
    with tally.counting("kapot"):
        if desk.logbook.exists() and desk.logbook.stat().st_size:
            assert_sound(desk.logbook)


def _assert_next_works(desk: WarmDesk, where: object) -> None:
    again = desk.warm("add", "020-7654321", "--soort", "schelden", "--wat", "-", stdin=b"Een later gesprek.")
    assert again.status == 0, (where, again)
    assert_sound(desk.logbook)


@pytest.fixture(params=["first add", "later add"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder before the `add` that meets the fault."""
    folder = tmp_path / "before"
    folder.mkdir()
    if request.param == "later add":
        WarmDesk(folder).add(number="020-1234567")
    return folder


def _copies(folder: Path, to: Path) -> Iterator[WarmDesk]:
    number = 0
    while True:
        number += 1
        yield WarmDesk(Path(shutil.copytree(folder, to / str(number))))


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_call_that_fails_never_makes_a_false_promise(
    before: Path, tmp_path: Path, tell_result: Callable[..., None], *, for_ever: bool
) -> None:
    """Every write, sync and truncate fails in its turn: one with a full disk, the next with a broken one."""
    desks = _copies(before, tmp_path)
    points = points_of(_add(next(desks), story.ulid()), tmp_path / "log")

    chosen = [point for point in points if point.call in _DISK_CALLS]
    tally = _tally()
    for rank, point in enumerate(chosen):
        error = ("ENOSPC", "EIO")[(rank + for_ever) % 2]
        desk, ulid = next(desks), story.ulid()
        outcome = traced(_add(desk, ulid), *failing(point, error, for_ever=for_ever))
        _judge(tally, desk, ulid, outcome, (point, error))
        if rank % _EVERY == 0:
            _assert_next_works(desk, (point, error))
    tell_result("schijf vol of stuk tijdens add, eenmaal en voorgoed", len(chosen), **tally.counted)
    tally.assert_nothing_found()


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_a_failed_sync_after_which_nothing_can_be_read_is_called_uncertain(
    desk: WarmDesk, tmp_path: Path, error: str
) -> None:
    desk.add()
    calls = calls_in(_add(desk, story.ulid()), tmp_path / "log", "fdatasync", "pread64")
    syncs, last = calls.count("fdatasync"), max(i for i, call in enumerate(calls) if call == "fdatasync")
    reads = calls[:last].count("pread64")
    ulid = story.ulid()

    outcome = traced(
        _add(desk, ulid),
        *failing(Point("fdatasync", syncs), error, for_ever=True),
        *failing(Point("pread64", reads + 1), "EIO", for_ever=True),
    )

    assert outcome.status == _FILE
    assert _STORED not in outcome.out
    assert _UNCERTAIN in three_lines(outcome.err).what
    # The command that a colleague gives next settles it: the row is there once, and is not stored again.
    again = _add(desk, ulid)
    again.go()
    assert again.wait().status == 0
    assert times_stored(desk.logbook, ulid) == 1
    assert_sound(desk.logbook)


def test_a_file_that_may_not_grow_past_a_limit_is_a_full_disk(
    before: Path, tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    desks = _copies(before, tmp_path)
    tally = _tally()

    statuses = []
    for limit in _LIMITS:
        desk, ulid = next(desks), story.ulid()
        running = desk.fork(
            *("add", "06-12345678", "--soort", "bedreiging", "--wat", "-", "--ulid", ulid),
            stdin=_TEXT,
            first=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)),
        )
        running.go()
        outcome = running.wait()
        _judge(tally, desk, ulid, outcome, limit)
        _assert_next_works(desk, limit)
        statuses.append(outcome.status)

    tell_result("bestand dat niet verder mag groeien", len(_LIMITS), **tally.counted)
    tally.assert_nothing_found()
    assert statuses == sorted(statuses, reverse=True), "more room never makes it worse"
    assert {statuses[0], statuses[-1]} == {_FILE, 0}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MiB of its own."""
    place = tmp_path / "schijf"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=1m", "agressielog", str(place)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no disk can be made here: {mounted.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_up_keeps_what_was_promised(
    small_disk: Path, tell_result: Callable[..., None]
) -> None:
    desk = WarmDesk(small_disk)
    promised, refused = [], None
    while refused is None:
        ulid = story.ulid()
        running = _add(desk, ulid)
        running.go()
        outcome = running.wait()
        if outcome.status == 0:
            promised.append(ulid)
        else:
            refused = outcome

    assert refused.status == _FILE
    assert three_lines(refused.err).what == "Er is niets opgeslagen."
    assert "vol" in three_lines(refused.err).why
    times = [times_stored(desk.logbook, ulid) for ulid in promised]
    tell_result(
        "schijf die volloopt",
        len(promised) + 1,
        bevestigd_verloren=times.count(0),
        dubbel=sum(number > 1 for number in times),
    )
    assert times == [1] * len(promised)
    assert desk.count("incident") == len(promised) > 0
    assert_sound(desk.logbook)
    assert desk.run("lookup", "06-12345678").status == 0


@pytest.fixture
def full(desk: WarmDesk) -> WarmDesk:
    desk.add(number="020-1234567")
    return desk


_TO_FULL = ("sh", "-c", 'exec "$0" "$@" >/dev/full')


@pytest.mark.parametrize(
    "words",
    [
        ("lookup", "020-1234567"),
        ("lookup", "020-1234567", "--json"),
        ("list",),
        ("show", "1"),
        ("search", "medewerker"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_output_that_can_go_nowhere_is_said_on_the_other_stream(
    full: WarmDesk, words: tuple[str, ...]
) -> None:
    outcome = full.run(*words, prefix=_TO_FULL)

    assert outcome.status == _FILE
    assert outcome.mistake.what == "De uitvoer kan nergens heen."


@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["plain", "json"])
def test_an_add_whose_confirmation_can_go_nowhere_is_not_called_lost(
    full: WarmDesk, as_json: tuple[str, ...]
) -> None:
    ulid = story.ulid()

    outcome = full.run(
        *("add", "06-12345678", "-s", "schelden", "-w", "-", "--ulid", ulid, *as_json),
        stdin="Schold.",
        prefix=_TO_FULL,
    )

    assert outcome.status == _FILE
    assert outcome.mistake.what == ("Opgeslagen als incident 2, maar het antwoord kon niet getoond worden.")
    assert outcome.mistake.now.startswith("Herhaal dit niet.")
    assert times_stored(full.logbook, ulid) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "1", "--team", "Zuid"),
        ("beller", "edit", "B1", "--naam", "X"),
        ("instelling", "set", "land", "BE"),
    ],
    ids=" ".join,
)
def test_a_change_whose_confirmation_can_go_nowhere_is_not_called_lost(
    full: WarmDesk, words: tuple[str, ...]
) -> None:
    outcome = full.run(*words, prefix=_TO_FULL)

    assert outcome.status == _FILE
    assert outcome.mistake.what.endswith(
        "is uitgevoerd en opgeslagen, maar het antwoord kon niet getoond worden."
    )
    assert outcome.mistake.now.startswith("Herhaal dit niet.")


@pytest.mark.parametrize(
    ("redirection", "status"), [("2>/dev/full", 2), (">/dev/full 2>/dev/full", 2), (">&- 2>&-", 2)]
)
def test_a_mistake_that_nobody_can_read_still_has_its_exit_status(
    full: WarmDesk, redirection: str, status: int
) -> None:
    outcome = full.run("lookup", "06-12ab", prefix=("sh", "-c", f'exec "$0" "$@" {redirection}'))

    assert (outcome.status, outcome.raw_err) == (status, b"")


@pytest.fixture
def ordinary_user() -> Iterator[tuple[WarmDesk, tuple[str, ...]]]:
    """A desk with a logbook in a folder everybody can reach, and the prefix that drops the rights of root."""
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        prefix = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")
        probe = [*prefix, sys.executable, "-c", "import agressielog"]
        if (
            shutil.which("setpriv") is None
            or subprocess.run(probe, capture_output=True, check=False).returncode
        ):
            pytest.skip("root may write everything, and nobody else can reach this Python")
    with tempfile.TemporaryDirectory(prefix="agressielog-") as folder:
        home = Path(folder)
        home.chmod(0o755)
        (home / "map").mkdir()
        desk = WarmDesk(home, {"AGRESSIELOG_DB": str(home / "map" / "logboek.db")})
        desk.add()
        # Empty after every commit; with one of its own making a program needs no more of the folder.
        desk.logbook.with_name("logboek.db-journal").unlink()
        desk.logbook.chmod(0o666)
        desk.logbook.parent.chmod(0o777)
        yield desk, prefix
        desk.logbook.parent.chmod(0o755)


_READING = (("lookup", "06-12345678"), ("list",), ("show", "1"), ("search", "medewerker"))
_CHANGING = (("add", "06-12345678", "-s", "schelden", "-w", "Weer."), ("edit", "1", "--team", "Zuid"))


@pytest.mark.parametrize(
    ("file_mode", "folder_mode"),
    [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)],
    ids=["file", "file and folder", "folder"],
)
def test_what_may_only_be_read_is_read_and_not_written(
    ordinary_user: tuple[WarmDesk, tuple[str, ...]], file_mode: int, folder_mode: int
) -> None:
    desk, prefix = ordinary_user
    bytes_before = desk.logbook.read_bytes()
    desk.logbook.chmod(file_mode)
    desk.logbook.parent.chmod(folder_mode)

    read = [desk.run(*words, prefix=prefix) for words in _READING]
    changed = [desk.run(*words, prefix=prefix) for words in _CHANGING]

    assert [outcome.status for outcome in read] == [0] * len(_READING)
    # The answer stands; that nobody could note who looked is said.
    assert {outcome.err.partition(". ")[0] for outcome in read} == {
        "Let op: deze inzage is niet in het logboek gezet"
    }
    assert [outcome.status for outcome in changed] == [_FILE] * len(_CHANGING)
    for outcome in changed:
        assert outcome.mistake.what == "Er is niets opgeslagen."
        assert "alleen gelezen" in outcome.mistake.why
    assert desk.logbook.read_bytes() == bytes_before


def test_a_logbook_that_may_not_even_be_read_is_said_to_be_closed(
    ordinary_user: tuple[WarmDesk, tuple[str, ...]],
) -> None:
    desk, prefix = ordinary_user
    desk.logbook.chmod(0o600 if prefix else 0)

    outcomes = [desk.run(*words, prefix=prefix) for words in (*_READING, *_CHANGING)]

    assert [outcome.status for outcome in outcomes] == [_FILE] * len(outcomes)
    assert {outcome.mistake.what for outcome in outcomes} == {f"Het logboek {desk.logbook} gaat niet open."}


def test_no_logbook_is_made_where_one_may_not_write(ordinary_user: tuple[WarmDesk, tuple[str, ...]]) -> None:
    desk, prefix = ordinary_user
    desk.logbook.parent.chmod(0o555)
    elsewhere = {"AGRESSIELOG_DB": str(desk.logbook.with_name("nieuw.db"))}

    outcome = desk.run(*_CHANGING[0], prefix=prefix, environ=elsewhere)

    assert outcome.status == _FILE
    assert outcome.mistake.what == "Er is niets opgeslagen."
    assert sorted(path.name for path in desk.logbook.parent.iterdir()) == ["logboek.db"]
