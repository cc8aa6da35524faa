"""A desk for the tests of commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import true_cards
from measure_desk import READY
from office import Office


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Office]:
    """A desk with no logbook yet.

    Whatever a test does there, each prepared answer must say what a full look-up says: a write that leaves one
    as it was is found here.
    """
    made = Office(tmp_path / "logboek.db", monkeypatch, capsys)
    yield made
    # A test may have put something else in its place.
    if made.logbook.exists() and made.logbook.read_bytes().startswith(b"SQLite format 3"):
        assert not true_cards.untrue(made.logbook)


@pytest.fixture
def threatened(office: Office) -> Office:
    """A desk that B1 (J. Jansen) threatened yesterday at half past two."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "bedreiging", "-w", "x", "-t", "gisteren 14:30")
    return office


@pytest.fixture
def banned(threatened: Office) -> Office:
    """The same desk with a ban that was delivered this morning."""
    threatened.do("maatregel", "add", "B1", *READY, "--uitgereikt", "nu", "--wijze", "e-mail")
    return threatened
