"""Whole processes are run in turn, in a pipe or on a terminal."""

import sys
from pathlib import Path

import pytest
from benchmarks.processes import Run, RunFailed, in_turn, run_once

IS_A_TERMINAL = "import os, sys; print(sys.stdout.isatty(), os.isatty(0))"


def python(code: str, *words: str, terminal: bool = False, expected: int = 0) -> Run:
    return Run((sys.executable, "-c", code, *words), terminal=terminal, expected=expected)


@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
def test_a_program_writes_where_it_is_told_and_has_nobody_to_ask(*, terminal: bool) -> None:
    assert run_once(python(IS_A_TERMINAL, terminal=terminal)).output.split() == [
        str(terminal).encode(),
        b"False",
    ]


def test_a_terminal_is_as_wide_as_an_ordinary_one() -> None:
    asked = python("import os; print(os.get_terminal_size(1).columns)", terminal=True)
    assert run_once(asked).output.strip() == b"80"


def test_more_output_than_a_pipe_holds_is_read() -> None:
    assert len(run_once(python("print('x' * 300_000)")).output) == 300_001


def test_python_keeps_what_it_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert run_once(python("import sys; print(sys.dont_write_bytecode)")).output.strip() == b"False"


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(RunFailed):
        run_once(python("raise SystemExit(3)"))
    assert run_once(python("raise SystemExit(3)", expected=3)).status == 3


def test_commands_run_in_turn_and_the_warm_up_does_not_count(tmp_path: Path) -> None:
    said = tmp_path / "beurten"
    code = f"import sys; open({str(said)!r}, 'a').write(sys.argv[1])"
    rounds: list[int] = []
    measured = in_turn({name: python(code, name) for name in "ABC"}, 2, rounds.append)
    assert said.read_text() == "ABC" * 3
    assert {name: len(samples) for name, samples in measured.items()} == {"A": 2, "B": 2, "C": 2}
    assert rounds == [1, 2]


def test_a_turn_can_be_another_each_time() -> None:
    asked = python("import sys; print(sys.argv[1])", "085-09999{beurt}")
    assert run_once(asked).output != run_once(asked).output
