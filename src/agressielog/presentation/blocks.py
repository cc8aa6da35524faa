"""The blocks of a page of eighty columns: a title with aligned lines, two of them side by side."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from agressielog.domain.figures import percentage
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.measure import cells, padded

#: In columns: two blocks and the space between them make the page.
PAGE, BLOCK, _BETWEEN = 80, 38, 4
#: Spaces before every line below a title.
INDENT = 2
_GAP = "  "


class Block(NamedTuple):
    """Lines below a title."""

    title: str
    lines: list[str]


class Row(NamedTuple):
    """A line of a block: what is counted, how many, and a remark, often a share."""

    label: str
    value: str
    note: str = ""


def aligned(rows: Sequence[Row]) -> list[str]:
    """Return one line per row, the values below each other."""
    labels = max((cells(row.label) for row in rows), default=0)
    values = max((cells(row.value) for row in rows), default=0)
    return [
        (padded(row.label, labels) + _GAP + padded(row.value, values, right=True) + _GAP + row.note).rstrip(
            " "
        )
        for row in rows
    ]


def share(part: int, whole: int) -> str:
    """Return a percentage in four columns; empty where the whole is too small for one."""
    percent = percentage(part, whole)
    return f"{percent}%".rjust(4) if percent is not None else ""


def show_blocks(screen: Screen, blocks: Sequence[Block]) -> None:
    """Print blocks two by two, or below each other on a narrow terminal; an empty one takes no room."""
    shown = [block for block in blocks if block.lines]
    beside = 2 if screen.surface.width >= PAGE else 1
    for start in range(0, len(shown), beside):
        row = shown[start : start + beside]
        screen.blank()
        screen.line(styled(_in_columns([block.title for block in row]), Style.TITLE))
        for line in zip_longest(*(block.lines for block in row), fillvalue=""):
            screen.line(_in_columns(line), indent=INDENT)


def _in_columns(texts: Sequence[str]) -> str:
    return "".join(padded(text, BLOCK + _BETWEEN) for text in texts).rstrip(" ")
