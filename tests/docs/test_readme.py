"""The README shows what the program really does: its transcripts are run, answers at the prompts included."""

import builtins
import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agressielog import clock
from agressielog.cli import asking
from agressielog.cli.main import COMMANDS, run

README = Path(__file__).parents[2] / "README.md"
#: The morning on which the README was written.
MORNING = datetime(2026, 11, 22, 9, 15, tzinfo=UTC)


def _transcripts() -> list[str]:
    return re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def _answers(transcript: str) -> Iterator[str]:
    return iter([line.removeprefix("> ") for line in transcript.splitlines() if line.startswith("> ")])


def test_the_transcripts_are_what_the_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    monkeypatch.setenv("AGRESSIELOG_DB", str(tmp_path / "logboek.db"))
    assert run(["instelling", "set", "land", "NL"]) == 0
    capsys.readouterr()
    transcripts = _transcripts()
    assert len(transcripts) >= 3
    for transcript in transcripts:
        answers = _answers(transcript)

        def answered(prompt: str, answers: Iterator[str] = answers) -> str:
            answer = next(answers)
            print(f"{prompt}{answer}")
            return answer

        monkeypatch.setattr(asking, "has_terminal", lambda spoken=transcript: "\n> " in spoken)
        monkeypatch.setattr(builtins, "input", answered)
        command, _, expected = transcript.partition("\n")
        assert run(shlex.split(command.removeprefix("$ agressielog "))) == 0
        assert capsys.readouterr().out == expected


def test_every_command_in_the_table_of_daily_use_exists() -> None:
    named = re.findall(r"`agressielog (\w+)", README.read_text(encoding="utf-8"))
    assert set(named) <= {listed.name for listed in COMMANDS}


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [listed.name for listed in COMMANDS if f"agressielog {listed.name}" not in text] == []
