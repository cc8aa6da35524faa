"""A desk for the tests of commands."""

from pathlib import Path

import pytest
from office import Office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """A desk with no logbook yet."""
    return Office(tmp_path / "logboek.db", monkeypatch, capsys)
