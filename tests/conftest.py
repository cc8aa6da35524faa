"""Fixtures for every test: a home of its own, and logbooks to try things on."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import evidence
import pytest
import story
from fake_store import FakeStore
from hypothesis import settings
from results import PROPERTY, Result, page_wanted
from results_plugin import ResultsPage

from agressielog.application.ports.logbook import Store
from agressielog.storage.store import SqliteStore

# A slow or busy machine is no failure; the profile is chosen by HYPOTHESIS_PROFILE.
settings.register_profile("dev", deadline=None, max_examples=100)
settings.register_profile("ci", deadline=None, max_examples=400, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

_S = TypeVar("_S", bound=Store)
_MEMORY = Path("/dev/shm")


def pytest_configure(config: pytest.Config) -> None:
    """Collect the results of the fault tests, where a run is asked for their page; its helpers leave that to it."""
    page = page_wanted()
    if page is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(ResultsPage(config, page))


@pytest.fixture
def tell_result(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Note what a test of a fault did, for the page of results: the fault, how often, and what was counted.

    With `control=True` something had to be found.
    """

    def tell(fault: str, cases: int, *, control: bool = False, **counted: int) -> None:
        outcome = {name.replace("_", " "): number for name, number in counted.items()}
        request.node.user_properties.append((PROPERTY, Result(fault, cases, outcome, control).as_text()))

    return tell


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send everything a user has to a folder of this test: none may touch a real logbook."""
    home = tmp_path / "thuis"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("DATA", ".local/share"),
        ("CONFIG", ".config"),
        ("CACHE", ".cache"),
        ("STATE", ".state"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    for name in list(os.environ):
        if name.startswith("AGRESSIELOG_"):
            monkeypatch.delenv(name)


@pytest.fixture
def memory_folder() -> Iterator[Path]:
    """A folder in memory where there is one: most tests ask what is stored, not how a disk syncs."""
    fast = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="agressielog-", dir=fast, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def new_sqlite_store(memory_folder: Path) -> SqliteStore:
    """A logbook that does not exist yet."""
    return SqliteStore(memory_folder / "logboek.db", may_create=True)


@pytest.fixture
def sqlite_store(new_sqlite_store: SqliteStore) -> SqliteStore:
    """An empty logbook on SQLite."""
    return _created(new_sqlite_store)


@pytest.fixture
def fake_store() -> FakeStore:
    """An empty logbook in memory."""
    return _created(FakeStore(may_create=True))


@pytest.fixture(params=["fake", "sqlite"])
def make_store(request: pytest.FixtureRequest, memory_folder: Path) -> Callable[[bool], Store]:
    """Make a store without a logbook yet, of every sort there is; the argument is `may_create`."""

    def on_sqlite(may_create: bool) -> Store:
        return SqliteStore(memory_folder / "logboek.db", may_create=may_create)

    def in_memory(may_create: bool) -> Store:
        return FakeStore(may_create=may_create)

    return on_sqlite if request.param == "sqlite" else in_memory


@pytest.fixture
def store(make_store: Callable[[bool], Store]) -> Iterator[Store]:
    """An empty logbook of every sort there is: what holds for one must hold for the other.

    Whatever a test writes on SQLite, the journal must tell: a table that is left out of it is found here.
    """
    made = _created(make_store(True))
    yield made
    if isinstance(made, SqliteStore) and made.path.exists():
        assert not evidence.unexplained(made.path)


def _created(store: _S) -> _S:
    with store.writing(story.deed("instelling")):
        return store
