"""A desk for the tests of commands."""

from pathlib import Path

import pytest
from measure_desk import READY
from office import Office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """A desk with no logbook yet."""
    return Office(tmp_path / "logboek.db", monkeypatch, capsys)


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
