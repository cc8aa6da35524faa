"""A colleague who may only read the logbook can look up, and is told so when something is to be stored."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import story
import writer

import agressielog
from agressielog.application.ports.looks import LookFilter
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.store import SqliteStore

_SOURCE = Path(agressielog.__file__).parents[1]
_SUPPORT = Path(story.__file__).parent
_NOBODY = 65534

_READ = """
with SqliteStore(path).reading() as reading:
    print(len(list(reading.each_incident())))
"""
_WRITE = """
with SqliteStore(path, may_create=True).writing(story.deed()) as tx:
    tx.change_setting("land", "NL")
print("stored")
"""
_LOOK_UP = """
import contextlib, io, sys
from agressielog.cli.main import run
said = io.StringIO()
with contextlib.redirect_stderr(said):
    status = run(["--db", sys.argv[1], "lookup", "B1"])
print(status, said.getvalue(), sep="|")
"""
_SCRIPT = """
import sys, story
from pathlib import Path
from agressielog.domain.errors import AgressielogError
from agressielog.storage.store import SqliteStore
path = Path(sys.argv[1])
try:
    {}
except AgressielogError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach; root writes in it, for root no mode counts."""
    with tempfile.TemporaryDirectory(prefix="agressielog-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def logbook(open_folder: Path) -> Path:
    """A logbook with one incident."""
    path = open_folder / "map" / "logboek.db"
    story.stored(SqliteStore(path, may_create=True))
    path.parent.chmod(0o755)
    return path


def _as_somebody_else(script: str, path: Path) -> str:
    """Run a script as a user for whom modes count, and return what it said."""
    done = subprocess.run(
        [*_somebody_else(), sys.executable, "-B", "-c", script, str(path)],
        env={"PYTHONPATH": f"{_SOURCE}:{_SUPPORT}", "HOME": str(path.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def _does(action: str, path: Path) -> str:
    return _as_somebody_else(_SCRIPT.format(action.strip().replace("\n", "\n    ")), path)


@cache
def _somebody_else() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root can write everywhere, and there is no setpriv to become somebody else")
    prefix = (setpriv, f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")
    attempt = subprocess.run(
        [*prefix, sys.executable, "-B", "-c", "import agressielog, sqlite_utils"],
        env={"PYTHONPATH": str(_SOURCE)},
        capture_output=True,
        check=False,
    )
    if attempt.returncode != 0:
        pytest.skip("somebody else may not read this Python or this checkout")
    return prefix


def test_a_read_only_logbook_can_be_read_and_not_written(logbook: Path) -> None:
    logbook.chmod(0o444)
    assert _does(_READ, logbook) == "1"
    assert _does(_WRITE, logbook) == "LogbookReadOnly"
    assert _does(_READ, logbook) == "1"


def test_who_may_only_read_gets_an_answer_and_hears_that_the_look_was_not_kept(logbook: Path) -> None:
    store = SqliteStore(logbook)
    caller = story.stored_caller(store, story.MOBILE, name="Jansen")
    story.stored(store, caller=caller.id, certainty=Certainty.CERTAIN, ulid=story.ulid())
    logbook.chmod(0o444)
    said = _as_somebody_else(_LOOK_UP, logbook)
    assert "B1 (Jansen)" in said
    assert said.splitlines()[-1].startswith("0|Let op: deze inzage is niet in het logboek gezet. ")
    with SqliteStore(logbook).reading() as reading:
        assert reading.looks(LookFilter()) == []


def test_a_logbook_in_a_read_only_folder_can_be_read_and_not_written(logbook: Path) -> None:
    logbook.with_name("logboek.db-journal").unlink()
    logbook.chmod(0o666)
    logbook.parent.chmod(0o555)
    assert _does(_READ, logbook) == "1"
    assert _does(_WRITE, logbook) == "LogbookReadOnly"
    assert _does(_READ, logbook) == "1"


def test_what_a_killed_writer_left_must_be_undone_by_somebody_who_may(logbook: Path) -> None:
    done = subprocess.run(
        [sys.executable, writer.__file__, str(logbook), writer.SPILL],
        input=b"\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    logbook.chmod(0o444)
    logbook.with_name("logboek.db-journal").chmod(0o444)
    assert _does(_READ, logbook) == "LogbookUnreachable"
    assert _does(_WRITE, logbook) == "LogbookReadOnly"
    logbook.chmod(0o600)
    with SqliteStore(logbook).reading() as reading:
        assert len(list(reading.each_incident())) == 1
    assert _does(_READ, logbook) == "LogbookUnreachable"


def test_a_logbook_whose_journal_is_somebody_elses_can_be_read_and_not_written(logbook: Path) -> None:
    logbook.chmod(0o666)
    journal = logbook.with_name("logboek.db-journal")
    journal.chmod(0o600)
    if os.geteuid() != 0:
        journal.chmod(0o400)
    assert _does(_WRITE, logbook) in {"LogbookReadOnly", "LogbookUnreachable"}


def test_a_logbook_that_may_not_be_read_is_unreachable(logbook: Path) -> None:
    logbook.chmod(0o000)
    assert _does(_READ, logbook) == "LogbookUnreachable"
    assert _does(_WRITE, logbook) == "LogbookUnreachable"


def test_a_logbook_in_a_closed_folder_is_unreachable(logbook: Path) -> None:
    logbook.parent.chmod(0o000)
    assert _does(_READ, logbook) == "LogbookUnreachable"
    logbook.parent.chmod(0o755)


@pytest.mark.parametrize("name", ["nieuw.db", "map/nieuw.db"])
def test_a_logbook_cannot_be_made_where_nothing_may_be_written(open_folder: Path, name: str) -> None:
    open_folder.chmod(0o555)
    assert _does(_READ, open_folder / name) == "LogbookMissing"
    assert _does(_WRITE, open_folder / name) == "LogbookReadOnly"
