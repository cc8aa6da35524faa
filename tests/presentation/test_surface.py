"""What a stream can show, and how the standard streams are set."""

import io
import os
import sys

import pytest

from agressielog.presentation.console import Style, Surface, standard_output, styled


class Stream(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "environ", "drawing", "colour"),
    [
        (True, {}, True, True),
        (True, {"TERM": "xterm-256color"}, True, True),
        (True, {"TERM": "dumb"}, False, False),
        (True, {"NO_COLOR": "1"}, True, False),
        (True, {"NO_COLOR": ""}, True, True),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
        (True, {"OS": "Windows_NT"}, True, False),
        (True, {"OS": "Windows_NT", "WT_SESSION": "x"}, True, True),
        (False, {}, False, False),
        (False, {"FORCE_COLOR": "1"}, False, True),
        (False, {"FORCE_COLOR": ""}, False, False),
    ],
)
def test_the_environment_decides(
    terminal: bool, environ: dict[str, str], drawing: bool, colour: bool
) -> None:
    surface = Surface.of(Stream(terminal=terminal), environ)
    assert (surface.wrap, surface.drawing, surface.colour) == (terminal, drawing, colour)


@pytest.mark.parametrize(
    ("terminal", "columns", "width"),
    [(True, "120", 120), (True, "3", 20), (True, "0", 80), (True, "breed", 80), (False, "120", 80)],
)
def test_the_width(terminal: bool, columns: str, width: int) -> None:
    assert Surface.of(Stream(terminal=terminal), {"COLUMNS": columns}).width == width


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(("columns", "width"), [(132, 132), (0, 80)])
def test_the_width_of_a_real_terminal(columns: int, width: int) -> None:
    import pty
    import termios

    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, columns))
    with os.fdopen(slave, "w") as stream:
        assert Surface.of(stream, {}) == Surface(wrap=True, drawing=True, colour=True, width=width)
    os.close(master)


def test_the_encoding_is_that_of_the_stream() -> None:
    assert Surface.of(Stream("cp1252"), {}).encoding == "cp1252"
    assert Surface.of(io.StringIO(), {}).encoding == "utf-8"


def test_stdout_survives_what_it_cannot_encode(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream("cp1252")
    monkeypatch.setattr(sys, "stdout", stream)
    standard_output()
    stream.write("\ud800 日")
    stream.flush()
    assert stream.errors == "backslashreplace"
    assert stream.encoding == "cp1252"


@pytest.mark.parametrize(
    ("terminal", "chosen", "encoding"),
    [(False, None, "utf-8"), (False, "cp1252", "cp1252"), (True, None, "cp1252")],
)
def test_a_redirected_stream_on_windows_gets_utf_8(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, chosen: str | None, encoding: str
) -> None:
    monkeypatch.setenv("OS", "Windows_NT")
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if chosen:
        monkeypatch.setenv("PYTHONIOENCODING", chosen)
    monkeypatch.setattr(sys, "stdout", Stream("cp1252", terminal=terminal))
    assert standard_output().answer.surface.encoding == encoding


def test_both_streams_have_their_own_screen(capsys: pytest.CaptureFixture[str]) -> None:
    output = standard_output()
    output.answer.line("antwoord")
    output.notice("melding ", styled("hier", Style.MUTED))
    assert capsys.readouterr() == ("antwoord\n", "melding hier\n")


def test_a_stream_that_is_no_file_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = io.StringIO()
    monkeypatch.setattr(sys, "stdout", paper)
    standard_output().answer.line("x")
    assert paper.getvalue() == "x\n"
