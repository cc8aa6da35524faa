"""The bar of long work: on a terminal, after a second, and gone at the end."""

import io
import sys

import pytest

from agressielog.presentation.console import Output, Screen, Surface

PIPE = Surface()
TERMINAL = Surface(wrap=True, drawing=True, colour=True)
COLOURLESS = Surface(wrap=True, drawing=True)


def progress_of(surface: Surface, steps: list[float]) -> str:
    """What three steps of work print when the clock says *steps*."""
    paper = io.StringIO()
    clock = iter(steps)
    with Screen(paper, surface).progress(3, "Inlezen [/]\x1b", seconds=lambda: next(clock)) as done:
        for step in (1, 2, 3):
            done(step)
    return paper.getvalue()


def test_long_work_on_a_terminal_shows_a_bar_and_wipes_it() -> None:
    shown = progress_of(TERMINAL, [0, 0.5, 1.5, 1.5, 1.55])
    assert r"Inlezen [/]\x1b" in shown
    assert "2 van 3" in shown
    assert "3 van 3" not in shown
    assert shown.endswith("\x1b[2K")


def test_the_bar_follows_the_work() -> None:
    shown = progress_of(COLOURLESS, [0, 1.5, 1.5, 1.7, 1.7, 1.9, 1.9])
    assert [f"{n} van 3" in shown for n in (1, 2, 3)] == [True, True, True]
    assert "\x1b[3" not in shown


def test_short_work_shows_nothing() -> None:
    assert progress_of(TERMINAL, [0, 0.1, 0.2, 0.3]) == ""


def test_in_a_pipe_there_is_no_bar() -> None:
    assert progress_of(PIPE, [0]) == ""


def test_the_bar_goes_when_the_work_fails() -> None:
    paper = io.StringIO()
    clock = iter([0.0, 2.0, 2.0])

    def work() -> None:
        with Screen(paper, TERMINAL).progress(3, "x", seconds=lambda: next(clock)) as done:
            done(1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert "\x1b[?25h" in paper.getvalue()


def test_progress_is_told_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(Screen(sys.stdout), Screen(sys.stderr, TERMINAL))
    with output.progress(1, "x") as done:
        done(1)
    assert capsys.readouterr().out == ""
