"""Asks the same question by the fast start and by the full program, on the same logbook at the same place."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from desk import PATIENCE, Desk, Outcome, as_shell
from warm_desk import WarmDesk

from agressielog import start
from agressielog.cli.main import run
from agressielog.domain.errors import AgressielogError
from agressielog.storage.store import SqliteStore

_MARK = "VERTELD"
#: Leaves a mark where the fast start tells the answer itself.
_FAST = f"""
import os
from agressielog import start
tell = start._tell
def marked(*answer):
    os.close(os.open(os.environ["{_MARK}"], os.O_CREAT | os.O_WRONLY))
    tell(*answer)
start._tell = marked
start.main()
"""
_FULL = """
import sys
from agressielog.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a question, and what the logbook keeps of it: who looked at whom, and how many strangers.

    `fast` tells whether the fast start answered.
    """

    outcome: Outcome
    looks: Sequence[tuple[object, ...]]
    strangers: object
    fast: bool = field(compare=False)


@dataclass(frozen=True)
class BothWays:
    """A desk whose logbook is a fresh copy for every question.

    Attributes:
        home: where the copy is made.
        logbook: to copy.
        prepare: what is done to the copy, at its path, before a question.
        environ: on top of the desk's own.
    """

    home: Path
    logbook: Path
    prepare: Callable[[Path], object] = lambda _path: None
    environ: Mapping[str, str] = field(default_factory=dict)

    def warm(self, *words: str) -> tuple[Asked, Asked]:
        """Ask in forks of this process, for a long table; returns the fast one first."""
        desk = WarmDesk(self.home, self.environ)
        return (
            self._asked(lambda: desk.warm(*words, first=self._mark)),
            self._asked(lambda: desk.warm(*words, first=_in_full)),
        )

    def cold(self, *words: str, shell: str = "", columns: int | None = None) -> tuple[Asked, Asked]:
        """Ask in processes of their own; returns the fast one first.

        Args:
            words: after the program's name.
            shell: redirections after the `"$@"` that starts the program.
            columns: of the terminal; None for pipes.
        """
        environ = {**self.environ, _MARK: str(self._marked)}
        fast, full = (_ProgramDesk(self.home, environ, script) for script in (_FAST, _FULL))
        return (
            self._asked(lambda: fast.give(words, shell, columns)),
            self._asked(lambda: full.give(words, shell, columns)),
        )

    @property
    def _marked(self) -> Path:
        return self.home.with_name("verteld")

    def _asked(self, ask: Callable[[], Outcome]) -> Asked:
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir()
        self._marked.unlink(missing_ok=True)
        logbook = self.home / "logboek.db"
        shutil.copyfile(self.logbook, logbook)
        self.prepare(logbook)
        outcome = ask()
        return Asked(outcome, *_kept(logbook), fast=self._marked.exists())

    def _mark(self) -> None:
        tell = start._tell

        def marked(notice: str, answer: str, logbook: str, told: tuple[str, ...]) -> None:
            self._marked.touch()
            tell(notice, answer, logbook, told)

        setattr(start, "_tell", marked)  # noqa: B010 - mypy knows no other module of this name


@dataclass(frozen=True)
class _ProgramDesk(Desk):
    """A desk whose program begins with a script."""

    script: str = ""

    def command(self, *words: str | bytes) -> list[bytes]:
        return [os.fsencode(word) for word in (sys.executable, "-c", self.script, *words)]

    def give(self, words: Sequence[str], shell: str, columns: int | None) -> Outcome:
        if columns is not None:
            return self.terminal(words, columns=columns, shell=shell)
        begin = [b"/bin/sh", b"-c", shell.encode(), b"sh"] if shell else []
        done = subprocess.run(
            [*begin, *self.command(*words)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=self.environment({}),
            cwd=self.home,
            timeout=PATIENCE,
            check=False,
        )
        return Outcome(as_shell(done.returncode), done.stdout, done.stderr)


def _in_full() -> None:
    setattr(start, "main", lambda: sys.exit(run(sys.argv[1:])))  # noqa: B010 - as above


def _kept(path: Path) -> tuple[Sequence[tuple[object, ...]], object]:
    """Return who looked at whom, and how many strangers were looked up; nothing of what is no logbook."""
    if not path.is_file():
        return (), None
    with suppress(AgressielogError):
        SqliteStore(path).settle_looks()
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            looks = connection.execute(
                """SELECT login, naam, opdracht, group_concat(beller) FROM inzage
                LEFT JOIN inzage_beller ON inzage = id GROUP BY id ORDER BY id"""
            ).fetchall()
            ((strangers,),) = connection.execute("SELECT sum(aantal) FROM inzage_telling")
    except sqlite3.Error:
        return (), None
    return looks, strangers
