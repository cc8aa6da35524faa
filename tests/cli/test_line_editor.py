"""The line editor, with each of the libraries that Python may have."""

import sys
from types import ModuleType

import pytest

from agressielog.cli import line_editor


class Library(ModuleType):
    """A readline that notes what it is asked."""

    def __init__(self, about: str) -> None:
        super().__init__("readline")
        self.__doc__ = about
        self.asked: list[str] = []
        self.set_auto_history = lambda on: self.asked.append(f"auto {on}")
        self.parse_and_bind = self.asked.append
        self.get_line_buffer = lambda: "06-1"
        self.add_history = lambda line: self.asked.append(f"add {line}")


@pytest.fixture
def gnu(monkeypatch: pytest.MonkeyPatch) -> Library:
    """GNU's readline."""
    library = Library("Importing this module enables command line editing using GNU readline.")
    monkeypatch.setattr(library, "clear_history", lambda: library.asked.append("clear"), raising=False)
    monkeypatch.setitem(sys.modules, "readline", library)
    monkeypatch.setenv("TERM", "xterm")
    return library


def test_no_line_goes_into_a_history_by_itself(gnu: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: f"{prompt}06")
    assert line_editor.read_line("nummer> ") == "nummer> 06"
    assert "auto False" in gnu.asked


def test_what_is_remembered_can_be_forgotten(gnu: Library) -> None:
    line_editor.remember("06")
    line_editor.forget()
    assert gnu.asked == ["add 06", "clear"]


def test_what_stood_in_a_line_that_was_broken_off_is_known(gnu: Library) -> None:
    assert gnu.asked == []
    assert line_editor.left_behind() == "06-1"


def test_at_every_question_a_paste_is_taken_whole(gnu: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: f"{prompt}{gnu.asked[-1]}")
    assert line_editor.read_line("> ") == "> set enable-bracketed-paste on"


@pytest.mark.parametrize("term", ["dumb", None])
def test_a_dumb_terminal_is_not_asked_to_mark_pastes(
    gnu: Library, monkeypatch: pytest.MonkeyPatch, term: str | None
) -> None:
    monkeypatch.delenv("TERM")
    if term is not None:
        monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("builtins.input", lambda prompt: f"{prompt}06")
    assert line_editor.read_line("> ") == "> 06"
    assert gnu.asked == ["auto False"]


def test_a_libedit_that_cannot_forget_remembers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library("Importing this module enables command line editing using libedit readline.")
    monkeypatch.setitem(sys.modules, "readline", library)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("builtins.input", lambda prompt: f"{prompt}06")
    line_editor.remember("06")
    line_editor.forget()
    assert line_editor.read_line("> ") == "> 06"
    assert library.asked == ["auto False"]


def test_without_any_library_lines_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readline", None)
    monkeypatch.setattr("builtins.input", lambda prompt: f"{prompt}06")
    assert line_editor.read_line("> ") == "> 06"
    assert line_editor.left_behind() == ""
    line_editor.remember("06")
    line_editor.forget()
