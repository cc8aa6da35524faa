"""Pull the plug on `add` before each write, sync and truncate it makes: what was promised stays true."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import story
from desk import Outcome, three_lines
from soundness import assert_sound, times_stored
from tally import Tally
from tracing import CALLS, Point, calls_logged, killing, points_in, points_of, traced
from warm_desk import Running, WarmDesk, like

pytestmark = [pytest.mark.faults, pytest.mark.strace, pytest.mark.usefixtures("strace")]

_FEWEST_POINTS = 20
_KILLED, _NO_LOGBOOK = 137, 3
_TEXT = b"Zei: \xe2\x80\x9cik weet waar je woont\xe2\x80\x9d, en hing op."


@dataclass(frozen=True)
class Scene:
    """A folder as it is before the `add`, copied for every try."""

    before: Path
    tries: Path

    def desks(self) -> Iterator[WarmDesk]:
        return like(self.before, self.tries)


def _add(desk: WarmDesk, ulid: str) -> Running:
    words = ("add", "06-12345678", "--soort", "bedreiging", "--naam", "J. Jansen")
    return desk.fork(*words, "--toezegging", "terugbellen", "--wat", "-", "--ulid", ulid, stdin=_TEXT)


@pytest.fixture(params=["first add, which makes the logbook", "later add"])
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Scene:
    before = tmp_path / "before"
    before.mkdir()
    if request.param == "later add":
        desk = WarmDesk(before)
        desk.add(number="020-1234567")
        desk.add(number="06-12345678", text="Een eerder gesprek.")
    (tmp_path / "tries").mkdir()
    return Scene(before, tmp_path / "tries")


def test_an_add_that_is_killed_anywhere_loses_nothing_it_promised(
    scene: Scene, tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    desks = scene.desks()
    points = points_of(_add(next(desks), story.ulid()), tmp_path / "calls.log")

    assert len(points) >= _FEWEST_POINTS, points
    assert {"pwrite64", "fdatasync", "ftruncate"} <= {point.call for point in points}
    tally = Tally("bevestigd_verloren", "dubbel", "kapot")
    for rank, point in enumerate(points):
        desk, ulid = next(desks), story.ulid()
        outcome = traced(_add(desk, ulid), *killing(point))
        assert outcome.status == _KILLED, (point, outcome)
        # Who comes first undoes what was left half done: a look-up, or the same report once more.
        assert_next = (_assert_lookup_works, _assert_the_same_add_works)[rank % 2]
        assert_next(desk, ulid, outcome, point)
        there = times_stored(desk.logbook, ulid)
        with tally.counting("bevestigd_verloren"):
            # Acknowledged, or given once more.
            assert there or not (outcome.acknowledged or rank % 2), (point, outcome)
        with tally.counting("dubbel"):
            assert there <= 1, (point, outcome)
        with tally.counting("kapot"):
            assert_sound(desk.logbook)
    tell_result("afgeschoten bij elke schrijfopdracht van add", len(points), **tally.counted)
    tally.assert_nothing_found()


def _assert_lookup_works(desk: WarmDesk, ulid: str, _outcome: Outcome, point: Point) -> None:
    seen = desk.warm("lookup", "06-12345678")
    again = desk.warm("add", "020-7654321", "--soort", "schelden", "--wat", "-", stdin=b"Een later gesprek.")

    assert again.status == 0, (point, again)
    there = times_stored(desk.logbook, ulid)
    known = there or desk.count("incident") > 1
    assert seen.status == (0 if known else _NO_LOGBOOK), (point, seen)
    if not known:
        three_lines(seen.err)


def _assert_the_same_add_works(desk: WarmDesk, ulid: str, outcome: Outcome, point: Point) -> None:
    repeated = _add(desk, ulid)
    repeated.go()
    ended = repeated.wait()

    assert ended.status == 0, (point, ended)
    assert "Stond er al" in ended.out or not outcome.acknowledged, (point, ended)


def test_the_installed_program_passes_the_same_points(tmp_path: Path) -> None:
    """The tries above save the loading of the program; this one shows that they leave nothing else out."""
    cold, warm = WarmDesk(_folder(tmp_path / "cold")), WarmDesk(_folder(tmp_path / "warm"))
    log = tmp_path / "cold.log"
    options = ("strace", "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}")
    words = (
        "add",
        "06-12345678",
        "--soort",
        "bedreiging",
        "--naam",
        "J. Jansen",
        "--toezegging",
        "terugbellen",
    )

    outcome = cold.run(*words, "--wat", "-", "--ulid", story.ulid(), stdin=_TEXT, prefix=options)

    assert outcome.status == 0
    expected = points_of(_add(warm, story.ulid()), tmp_path / "warm.log")
    assert points_in(calls_logged(log, *CALLS)) == expected


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
