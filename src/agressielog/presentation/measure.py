"""How wide a text is on a terminal and where to break it, counted in cells instead of characters.

By hand: `textwrap` counts characters, so that Chinese names and emoji run off the line, and `rich.cells`
brings half of Rich along (20 ms) for what the Unicode tables of Python tell.
"""

import re
import unicodedata
from itertools import accumulate

from agressielog.presentation.visible import visible

#: The narrowest room a text is broken into; a smaller terminal wraps for itself.
_NARROWEST = 10
#: Every character before the combining accents takes one cell.
_FIRST_UNUSUAL = "\u0300"
#: A non-breaking space keeps what it joins together, so only the ordinary space parts words.
_WORD = re.compile("[^ ]+")


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes; *text* is neutralised and of one line."""
    if text.isascii() or max(text) < _FIRST_UNUSUAL:
        return len(text)
    return sum(map(_cells_of, text))


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return *text* filled with spaces to *width* cells; with *right* the spaces come first."""
    space = " " * (width - cells(text))
    return space + text if right else text + space


def preview(text: str, width: int) -> str:
    r"""Return the beginning of a text of several lines as one line of at most *width* cells, for a list.

    >>> preview("Riep dat hij  \nlangs komt.", 17)
    'Riep dat hij lan…'
    """
    line = visible(" ".join(text.split()))
    if cells(line) <= width:
        return line
    return line[: _fitting(line, width - 1)] + "…"


def breaks(text: str, first: int, rest: int) -> list[slice]:
    """Return the lines into which *text* is broken, each as a slice of it without the spaces around it.

    Args:
        text: neutralised and of one line; its leading spaces stay.
        first: the room for the first line, in cells.
        rest: the room for each further line, in cells.
    """
    if cells(text) <= max(first, _NARROWEST):
        return [slice(0, len(text.rstrip(" ")))]
    lines: list[slice] = []
    start = end = used = 0
    room = max(first, _NARROWEST)
    for word in _WORD.finditer(text):
        reach = used + word.start() - end + cells(word.group())
        if reach > room and end > start:
            lines.append(slice(start, end))
            start, room, reach = word.start(), max(rest, _NARROWEST), cells(word.group())
        while reach > room:  # one word wider than the line
            cut = start + _fitting(text[start : word.end()], room)
            lines.append(slice(start, cut))
            start, room, reach = cut, max(rest, _NARROWEST), cells(text[cut : word.end()])
        end, used = word.end(), reach
    return [*lines, slice(start, end)]


def _fitting(text: str, width: int) -> int:
    """How many characters of *text* fit in *width* cells."""
    return sum(reach <= width for reach in accumulate(map(_cells_of, text)))


def _cells_of(character: str) -> int:
    if character < _FIRST_UNUSUAL:
        return 1
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
