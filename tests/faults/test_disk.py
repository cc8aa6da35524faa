"""A disk that is full, breaks or may not be written: no false promise, no damage, and the right words."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import story
from desk import Outcome, three_lines
from soundness import assert_sound, times_stored
from tracing import Point, failing, points_of, traced
from warm_desk import Running, WarmDesk

pytestmark = pytest.mark.faults

_FILE, _WORD_DONE = 5, "Opgeslagen als incident"
_NOT_STORED, _UNCERTAIN = "niets opgeslagen", "niet zeker of dit is opgeslagen"
_TEXT = b"Zei: \xe2\x80\x9cik weet waar je woont\xe2\x80\x9d, en hing op. " * 40
_PAGE = 4096
_DISK_CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate")
_CLONE_NEWNS, _CLONE_NEWUSER = 0x00020000, 0x10000000


def _add(desk: WarmDesk, ulid: str) -> Running:
    words = ("add", "06-12345678", "--soort", "bedreiging", "--toezegging", "terugbellen")
    return desk.fork(*words, "--wat", "-", "--ulid", ulid, stdin=_TEXT)


def _judge(desk: WarmDesk, ulid: str, outcome: Outcome, where: object) -> None:
    """Hold what was said against what is there, now that the disk works again."""
    there = times_stored(desk.logbook, ulid)
    if outcome.status == 0:
        assert there == 1, where
        assert _WORD_DONE in outcome.out, where
    else:
        assert outcome.status == _FILE, (where, outcome)
        assert _WORD_DONE not in outcome.out or there, (where, outcome)
        told = three_lines(outcome.err)
        assert there <= 1, where
        if there:
            assert _NOT_STORED not in told.text, (where, told)
        else:
            assert _NOT_STORED in told.text or _UNCERTAIN in told.text, (where, told)
    again = desk.warm("add", "020-7654321", "--soort", "schelden", "--wat", "-", stdin=b"Een later gesprek.")
    assert again.status == 0, (where, again)
    assert_sound(desk.logbook)
    assert times_stored(desk.logbook, ulid) == there, where


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
@pytest.mark.parametrize(("error", "for_ever"), list(product(["ENOSPC", "EIO"], [False, True])))
def test_a_call_that_fails_never_makes_a_false_promise(
    before: Path, tmp_path: Path, error: str, *, for_ever: bool
) -> None:
    desks = _copies(before, tmp_path / "tries")
    points = [p for p in points_of(_add(next(desks), story.ulid()), tmp_path / "log") if p.call in _DISK_CALLS]

    for point in _spread(points):
        desk, ulid = next(desks), story.ulid()
        outcome = traced(_add(desk, ulid), *failing(point, error, for_ever=for_ever))
        _judge(desk, ulid, outcome, (point, error, for_ever))


def _spread(points: list[Point]) -> list[Point]:
    return points
