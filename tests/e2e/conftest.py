"""What the tests of the whole program share: a desk of their own."""

import shutil
from pathlib import Path

import pytest
from desk import Desk
from warm_desk import WarmDesk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose logbook does not exist yet."""
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def one_incident(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A logbook with one incident, of 06-12345678, to be copied."""
    desk = Desk(tmp_path_factory.mktemp("logboek"))
    desk.add()
    return desk.logbook


@pytest.fixture
def used_desk(desk: Desk, one_incident: Path) -> Desk:
    """A desk with one incident, of 06-12345678."""
    shutil.copyfile(one_incident, desk.logbook)
    return desk


@pytest.fixture
def quick_desk(tmp_path: Path, one_incident: Path) -> WarmDesk:
    """The same, whose commands are forks of a process that has loaded the program: for a long table."""
    desk = WarmDesk(tmp_path)
    shutil.copyfile(one_incident, desk.logbook)
    return desk
