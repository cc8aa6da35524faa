"""The words in which a view says what to print: pieces of text with a meaning, columns, bars."""

from enum import StrEnum
from typing import TypeAlias

from agressielog.domain.value import value


class Style(StrEnum):
    """What a piece of text is, never said by colour alone; the value is its ANSI code (SGR).

    Six of the sixteen colours every terminal has, so that the user's own palette counts. Yellow and red
    are backgrounds with a fixed foreground, because yellow letters cannot be read on white; keep both to
    a word or a short phrase.
    """

    PLAIN = ""
    TITLE = "1"
    MUTED = "2"
    GOOD = "32"
    ATTENTION = "30;43"
    DANGER = "97;41"


@value
class Part:
    """A text in one style, as the view was given it: the screen neutralises it."""

    text: str
    style: Style = Style.PLAIN


#: What a view hands over: plain text, or a part with a style.
Piece: TypeAlias = str | Part
#: One line as a value, for a view that builds first and prints later: `screen.line(*line)`.
Line: TypeAlias = tuple[Piece, ...]


def styled(text: str, style: Style) -> Part:
    """Return *text* as a part in *style*."""
    return Part(text, style)


def parts(*pieces: Piece) -> tuple[Part, ...]:
    """Return *pieces* all as parts."""
    return tuple(Part(piece) if isinstance(piece, str) else piece for piece in pieces)


@value
class Column:
    """A column of a table: its Dutch title, and whether its cells end at the right (numbers)."""

    title: str
    right: bool = False


@value
class Bar:
    """One bar of a chart: what is counted, how many (not negative), and a short remark beside it."""

    label: str
    value: int
    note: str = ""
