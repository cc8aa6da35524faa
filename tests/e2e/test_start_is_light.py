"""What the fast start may cost, counted and not timed: modules, system calls, and steps of SQLite."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import tracing
from desk import Desk

from agressielog import start
from agressielog.domain.card import EDITION, NOBODY
from agressielog.storage import connection as connections
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION

_WHY_NOT = tracing.why_not()
#: Beyond what `import sqlite3` loads.
_MODULES = {
    "agressielog",
    "agressielog.start",
    "agressielog.domain",
    "agressielog.domain.card",
    "agressielog.domain.dutch_number",
    "agressielog.domain.spooled_look",
}
_BASE = "import sqlite3, sys; print(*sys.modules)"
_LOOK_UP = """
import os, sys
leave = os._exit
def told(status):
    print(*sys.modules, file=sys.stderr, flush=True)
    leave(status)
os._exit = told
sys.argv[1:] = ["lookup", "06-12345678"]
from agressielog.start import main
main()
"""
#: More system calls than `python -c 'import sqlite3'` makes: the modules, the file, the answer and the look.
_MORE_CALLS = 120
_LATER = 2**40
# Ten stretches of 2,000 other numbers.
_MANY_MORE = """
    CREATE TEMP VIEW telling AS WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 19999)
        SELECT printf('+316%08d', 20000000 + i / 10) AS nummer, i % 10 AS stuk FROM n;
    INSERT INTO kaart SELECT nummer, stuk, 1, 'bekend', 'tekst', NULL, '1' FROM telling;
    INSERT INTO beller_nummer (beller, nummer, zekerheid, sinds, volgorde)
        SELECT 1, nummer, 'zeker', '2026-01-01', 2 + rowid FROM (
            SELECT nummer, row_number() OVER () AS rowid FROM telling WHERE stuk = 0);
"""


def _ready(desk: Desk) -> Desk:
    """Let the first look make the file that the next ones wait in."""
    assert desk.run("lookup", "06-12345678").status == 0
    return desk


def _python(desk: Desk, script: str, *prefix: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*prefix, sys.executable, "-c", script],
        capture_output=True,
        encoding="utf-8",
        env=desk.environment({}),
        cwd=desk.home,
        check=True,
    )


def test_it_loads_six_modules_more_than_sqlite_itself(used_desk: Desk) -> None:
    usual = set(_python(used_desk, _BASE).stdout.split())
    done = _python(_ready(used_desk), _LOOK_UP)
    assert done.stdout.startswith("● BEKEND")
    assert set(done.stderr.split()) - usual == _MODULES


@pytest.mark.strace
@pytest.mark.skipif(_WHY_NOT is not None, reason=str(_WHY_NOT))
def test_it_makes_few_system_calls_and_syncs_nothing(used_desk: Desk, tmp_path: Path) -> None:
    def calls(script: str) -> list[str]:
        log = tmp_path / "aanroepen"
        _python(used_desk, script, "strace", "-f", "-o", str(log))
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line.split(maxsplit=1)[-1].partition("(")[0] for line in lines]

    _ready(used_desk)
    usual, made = calls(_BASE), calls(_LOOK_UP)
    assert len(made) - len(usual) <= _MORE_CALLS
    assert not {"fsync", "fdatasync", "pwrite64", "unlink", "rename"} & set(made)


def _steps(path: Path, number: str) -> int:
    """Return how many steps SQLite takes for the card that the fast start reads."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(step, 1)
        assert connection.execute(start._CARD, [EDITION, _LATER, number, NOBODY]).fetchone() is not None
    return steps


def test_it_reads_one_card_however_many_there_are(used_desk: Desk) -> None:
    asked = ("+31612345678", "+31687654321")
    before = [_steps(used_desk.logbook, number) for number in asked]
    with closing(sqlite3.connect(used_desk.logbook)) as connection:
        connection.executescript(_MANY_MORE)
    assert used_desk.count("kaart") > 20_000
    assert [_steps(used_desk.logbook, number) for number in asked] == before


def test_its_question_is_answered_by_indexes(used_desk: Desk) -> None:
    plan = used_desk.rows(f"EXPLAIN QUERY PLAN {start._CARD.replace('?', ':a')}", 1, 2, "3", "4")
    told = [str(line[-1]) for line in plan]
    assert any("kaart USING PRIMARY KEY" in line for line in told)
    assert not [line for line in told if "SCAN" in line and "CONSTANT ROW" not in line]


def test_it_knows_its_own_files_as_the_rest_of_the_program_does() -> None:
    _, _, version, application = start._HEADER
    assert int.from_bytes(version, "big") == SCHEMA_VERSION
    assert int.from_bytes(application, "big") == APPLICATION_ID
    assert start._TRIES * start._PAUSE <= connections.READ_PATIENCE
