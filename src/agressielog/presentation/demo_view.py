"""Tells the tour of the fictitious logbook: what was made, each command as it is typed, and how to go on."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from agressielog.presentation.console import Screen, Style, styled

_PROMPT, _GOES_ON = "$ ", " \\"
_INDENT = 4


def show_opening(screen: Screen, organisation: str, incidents: int, path: Path) -> None:
    """Tell what was made, and where."""
    screen.line(styled(f"{organisation} is verzonnen, met alles wat in haar logboek staat.", Style.TITLE))
    screen.line(f"Anderhalf jaar, {incidents} incidenten. Je eigen logboek blijft ongemoeid. Dit bestand:")
    screen.line(str(path), indent=_INDENT)


def show_step(screen: Screen, title: str, arguments: Sequence[str]) -> None:
    """Print what comes next, and the command line that does it."""
    screen.blank()
    screen.line(styled(title, Style.TITLE))
    for line in command_lines(arguments, screen.surface.width):
        screen.line(styled(line, Style.GOOD))
    screen.flush()


def show_onward(screen: Screen, hints: Sequence[tuple[str, Sequence[str]]], program: str | None) -> None:
    """Tell how to go on.

    Args:
        screen: where to.
        hints: what a command shows, and the command.
        program: how the program is called here, where its plain name would not be found.
    """
    screen.blank()
    screen.line(styled("Zelf verder", Style.TITLE))
    for what, arguments in hints:
        screen.line(f"{what}:", indent=2)
        screen.line(styled(shlex.join(arguments), Style.GOOD), indent=_INDENT)
    if program is not None:
        screen.line(f"Kent je terminal agressielog niet, typ dan {shlex.quote(program)}.", indent=2)


def command_lines(arguments: Sequence[str], width: int) -> list[str]:
    """Return a command as a shell takes it, behind its prompt, folded between its options.

    Args:
        arguments: with the program's name in front, and at least one more.
        width: in columns; a single option that is wider stays whole.
    """
    first, *further = _options(arguments[1:])
    # The program is never left alone on the first line.
    lines = [f"{_PROMPT}{shlex.quote(arguments[0])} {first}"]
    for option in further:
        if len(lines[-1]) + 1 + len(option) + len(_GOES_ON) <= width:
            lines[-1] += " " + option
        else:
            lines[-1] += _GOES_ON
            lines.append(" " * _INDENT + option)
    return lines


def _options(arguments: Sequence[str]) -> list[str]:
    """Return the words one by one, each option together with its value."""
    options: list[str] = []
    for word in arguments:
        behind_option = options and options[-1].startswith("--") and " " not in options[-1]
        if behind_option and not word.startswith("--"):
            options[-1] += " " + shlex.quote(word)
        else:
            options.append(shlex.quote(word))
    return options
