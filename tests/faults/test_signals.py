"""Ctrl-C, SIGTERM, a closed window and a closed pipe: all or nothing is stored, and no traceback is shown."""

import os
import random
import select
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import story
from desk import ENTER, PATIENCE, Desk, Outcome, read_line
from soundness import times_stored, unsound
from tracing import CALLS, calls_in, interrupting, points_in, traced
from warm_desk import Running, WarmDesk

pytestmark = pytest.mark.faults

_STATUS = {signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGTERM: 143}
_SIGNALS = list(_STATUS)
_EACH, _LATEST = 60, 0.06
_PIPE = 141


def _add(desk: WarmDesk, ulid: str) -> Running:
    words = ("add", "06-12345678", "--soort", "bedreiging", "--toezegging", "terugbellen")
    return desk.fork(*words, "--wat", "-", "--ulid", ulid, stdin=b"Zei dat hij langs zou komen.")


@dataclass(slots=True)
class Tally:
    """What came of all those signals, each with what was said."""

    lost: list[Outcome] = field(default_factory=list)
    twice: list[Outcome] = field(default_factory=list)
    broken_down: list[Outcome] = field(default_factory=list)
    broken: list[object] = field(default_factory=list)

    def take(self, desk: WarmDesk, ulid: str, outcome: Outcome, number: signal.Signals) -> None:
        there = times_stored(desk.logbook, ulid)
        if outcome.acknowledged and not there:
            self.lost.append(outcome)
        if there > 1:
            self.twice.append(outcome)
        if (
            outcome.status not in {0, _STATUS[number]}
            or "Traceback" in outcome.err
            or "ignored" in outcome.err
        ):
            self.broken_down.append(outcome)

    def counted(self) -> dict[str, int]:
        return {
            "bevestigd_verloren": len(self.lost),
            "dubbel": len(self.twice),
            "kapot": len(self.broken),
            "programmafouten": len(self.broken_down),
        }


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: number.name)
def test_an_add_that_is_stopped_at_any_moment_is_stored_whole_or_not_at_all(
    desk: WarmDesk, number: signal.Signals, tell_result: Callable[..., None]
) -> None:
    desk.add(number="020-1234567")
    tally = Tally()
    seed = random.SystemRandom().getrandbits(32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    statuses: Counter[int] = Counter()
    for _ in range(_EACH):
        ulid = story.ulid()
        running = _add(desk, ulid)
        running.go()
        # Not a wait for something: the moment is the fault.
        select.select([], [], [], chance.uniform(0, _LATEST))
        running.kill(number)
        outcome = running.wait()
        tally.take(desk, ulid, outcome, number)
        statuses[outcome.status] += 1

    tally.broken += unsound(desk.logbook)
    tell_result("afgebroken met Ctrl-C, SIGTERM of een gesloten venster", _EACH, **tally.counted())
    assert tally == Tally()
    assert statuses[_STATUS[number]] > 0


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
def test_a_signal_at_any_write_or_sync_leaves_all_or_nothing(
    tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    before = WarmDesk(tmp_path / "before")
    before.home.mkdir()
    before.add(number="020-1234567")
    tries = iter(WarmDesk(Path(shutil.copytree(before.home, tmp_path / str(n)))) for n in range(1000))
    points = points_in(calls_in(_add(next(tries), story.ulid()), tmp_path / "log", *CALLS))

    # The kills are tried at every point; here the moments between two points differ in nothing.
    chosen = points[:: len(_SIGNALS) + 1]
    tally = Tally()
    for rank, point in enumerate(chosen):
        number = _SIGNALS[rank % len(_SIGNALS)]
        desk, ulid = next(tries), story.ulid()
        outcome = traced(_add(desk, ulid), *interrupting(point, number))
        tally.take(desk, ulid, outcome, number)
        assert outcome.status == _STATUS[number] or times_stored(desk.logbook, ulid) == 1
        assert desk.warm("add", "020-7654321", "-s", "schelden", "-w", "-", stdin=b"Later.").status == 0
        tally.broken += unsound(desk.logbook)
    tell_result(
        "afgebroken met Ctrl-C, SIGTERM of een gesloten venster, bij een schrijfopdracht",
        len(chosen),
        **tally.counted(),
    )
    assert tally == Tally()


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: number.name)
def test_a_stream_of_look_ups_ends_at_once_and_without_a_word_of_english(
    tmp_path: Path, number: signal.Signals
) -> None:
    desk = Desk(tmp_path)
    desk.add()
    with desk.start("lookup", "-", "--json") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"0612345678\n")
        process.stdin.flush()
        read_line(process.stdout.fileno())
        process.send_signal(number)
        _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode in {_STATUS[number], -number}
    assert err in {b"", b"Afgebroken.\n"}


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: number.name)
def test_a_signal_at_a_question_stores_nothing(tmp_path: Path, number: signal.Signals) -> None:
    desk = Desk(tmp_path)
    desk.add(number="020-1234567")
    with desk.sit_down("add") as terminal:
        terminal.see("1. Soort")
        terminal.type(f"schelden{ENTER}")
        terminal.see("2. Wat")
        terminal.see("> ")
        terminal.wait_for_reader()
        os.kill(terminal.process, number)
        outcome = terminal.end()

    assert outcome.status == _STATUS[number]
    assert "Traceback" not in outcome.out
    assert desk.count("incident") == 1


def test_a_window_that_closes_at_a_question_stores_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.add(number="020-1234567")
    with desk.sit_down("add") as terminal:
        terminal.see("> ")
        terminal.wait_for_reader()
        terminal.hang_up()
        outcome = terminal.end()

    assert outcome.status == _STATUS[signal.SIGHUP]
    assert desk.count("incident") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("lookup", "06-12345678"),
        ("list",),
        ("list", "--json"),
        ("show", "1"),
        ("search", "medewerker"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_a_reader_that_went_away_is_no_reason_to_complain(tmp_path: Path, words: tuple[str, ...]) -> None:
    """As in `agressielog list | head -1`, where head has seen enough before anything is written."""
    desk = Desk(tmp_path)
    desk.add()
    with desk.start(*words) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stdin is not None
        process.stdin.close()
        err = process.stderr.read()
        status = process.wait(PATIENCE)

    assert (status, err) == (_PIPE, b"")


def test_a_long_list_is_cut_off_silently_by_head(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    # More than a pipe holds.
    for _ in range(5):
        desk.add(text="A" * 20_000)
    script = 'set -o pipefail; "$@" | head -1; exit "${PIPESTATUS[0]}"'

    outcome = desk.run("list", "--json", prefix=("bash", "-c", script, "bash"))

    assert (outcome.status, outcome.err, outcome.out) == (_PIPE, "", "{\n")
