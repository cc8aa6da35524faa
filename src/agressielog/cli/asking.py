"""Asks questions on a terminal: numbered choices, a step back, the answer echoed.

By hand on `input`: Typer's own prompts are English, and readline (where Python has it) gives the usual
keys and lines longer than the 4,096 characters of a bare terminal. What is typed here is personal, so
nothing of it is kept in a history.
"""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from agressielog.cli.line_editor import read_line
from agressielog.domain.errors import AgressielogError, UnreadableValue
from agressielog.presentation.console import standard_output
from agressielog.presentation.visible import visible

T = TypeVar("T")

#: Typed as an answer, goes back to the question before.
BACK = "<"
#: Typed as an answer, asks for help.
HELP = "?"


class AskAgain(Exception):  # noqa: N818 - not an error, a wish
    """The answer was a request that has been met; the question comes again."""


class StepBack(Exception):  # noqa: N818 - not an error, a wish
    """The user wants the question before this one."""


def interactive() -> bool:
    """Tell whether there is somebody to ask."""
    return has_terminal()


def has_terminal() -> bool:
    """Tell whether there is a keyboard to read and a screen to show."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, read: Callable[[str], T], *, default: str = "", explains: bool = False) -> T:
    """Ask until the answer can be read.

    Args:
        question: Dutch; stands on a line of its own, so that a long answer does not run into it.
        read: turns what was typed into a value, or raises one of our errors, which is then shown.
        default: what Enter stands for.
        explains: whether *read* itself has something to say to `?`; otherwise it is never an answer.

    Raises:
        StepBack: the user typed `<`.
        EOFError, KeyboardInterrupt: the user wants to stop.
    """
    say(question)
    while True:
        typed = read_line("> ").strip() or default
        if typed == BACK:
            raise StepBack
        if typed == HELP and not explains:
            say(f"  Typ een antwoord en Enter. {BACK} gaat een stap terug, Ctrl-C stopt.", hanging=2)
            continue
        try:
            return read(typed)
        except AskAgain:
            say(question)
        except AgressielogError as error:
            # Every sentence about every mistake hangs on it: a third of what most commands would load.
            from agressielog.presentation.mistakes.answers import answer_refused

            say(f"  {answer_refused(error)}", hanging=2)


def ask_text(question: str, *, default: str | None = None) -> str:
    """Ask for a text; Enter is the default, or nothing."""
    shown = f"{question} [{visible(default)}]" if default else question
    return ask(shown, str, default=default or "")


def ask_yes_no(question: str, *, default: bool | None = None) -> bool:
    """Ask for yes or no; without a default it must be one of them."""
    shown = {None: "j/n", True: "J/n", False: "j/N"}[default]
    preset = {None: "", True: "ja", False: "nee"}[default]
    return ask(f"{question} ({shown})", _yes_no, default=preset)


def ask_choice(
    question: str, choices: Sequence[str], *, default: int | None = None, by_name: bool = False
) -> int:
    """Show numbered choices and ask for one; returns its place, from 0.

    With *by_name* the words of a choice, or how only that one begins, will do as well as its number.
    """
    for place, choice in enumerate(choices, start=1):
        say(f"  {place:>2}  {choice}")

    def read(typed: str) -> int:
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return int(typed) - 1
        named = [place for place, choice in enumerate(choices) if choice.startswith(typed.casefold())]
        if by_name and typed and len(named) == 1:
            return named[0]
        raise UnreadableValue("keuze", typed, tuple(str(place + 1) for place in range(len(choices))))

    return ask(question, read, default=str(default + 1) if default is not None else "")


def say(text: str, *, hanging: int = 0) -> None:
    """Print one line of the conversation, *hanging* spaces further in where it is broken."""
    screen = standard_output().answer
    screen.line(text, hanging=hanging)
    screen.flush()


def _yes_no(typed: str) -> bool:
    match typed.casefold():
        case "j" | "ja" | "y":
            return True
        case "n" | "nee":
            return False
        case _:
            raise UnreadableValue("antwoord", typed, ("ja", "nee"))
