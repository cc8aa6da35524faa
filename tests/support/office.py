"""A desk in this process: commands typed on one fixed morning, answers given at the prompts."""

import builtins
import io
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from agressielog import clock
from agressielog.cli import asking
from agressielog.cli.main import run

#: A Sunday at a quarter past ten in Amsterdam.
MORNING = datetime(2026, 11, 22, 9, 15, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a command left on the screen, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The answer as JSON."""
        return json.loads(self.out)


class Office:
    """Carries out command lines on one logbook."""

    def __init__(
        self, logbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.logbook = logbook
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.setenv("AGRESSIELOG_DB", str(logbook))
        monkeypatch.setenv("AGRESSIELOG_GEBRUIKER", "Anna")
        self.set_clock(MORNING)

    def set_clock(self, at: datetime) -> None:
        """Let it be *at* from now on."""
        self._monkeypatch.setattr(clock, "now", lambda: at)

    def do(self, *arguments: str, stdin: str = "", answers: Sequence[str] | None = None) -> Shown:
        """Carry out one command; with *answers* there is a terminal, and all of them must be asked for."""
        waiting = list(answers or ())

        def answered(prompt: str) -> str:
            print(prompt, end="")
            if not waiting:
                raise EOFError
            answer = waiting.pop(0)
            print(answer)
            return answer

        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self._monkeypatch.setattr(asking, "has_terminal", lambda: answers is not None)
        self._monkeypatch.setattr(builtins, "input", answered)
        status = run(list(arguments))
        captured = self._capsys.readouterr()
        assert waiting == [], "not every answer was asked for"
        return Shown(int(status), captured.out, captured.err)

    def journal(self) -> list[tuple[object, ...]]:
        """Return every change that was ever made; who only looked is not in it."""
        with closing(sqlite3.connect(self.logbook)) as connection:
            return list(connection.execute("SELECT * FROM logboek ORDER BY id"))

    def add(self, *arguments: str) -> Shown:
        """Record an incident from the desk without a terminal; it must succeed."""
        shown = self.do("add", *arguments)
        assert shown.status == 0, shown.err
        return shown
