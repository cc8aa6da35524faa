"""Bars and heat maps in plain characters: a picture for a person, the bare figures for a pipe.

By hand: what Rich offers for this is a progress bar. Uncoloured on purpose, so that they read the same on
every background and on paper. Texts come in neutralised, lines go out ready to print.
"""

from collections.abc import Sequence

from agressielog.presentation.measure import cells, padded
from agressielog.presentation.pieces import Bar

_GAP = "  "
_LONGEST_BAR = 40
_SHORTEST_BAR = 5
_SHADES = "·░▒▓█"


def bar_lines(bars: Sequence[Bar], width: int, *, drawing: bool) -> list[str]:
    """Return one line per bar: label, figure, remark and, with *drawing*, the bar to scale."""
    labels = max((cells(bar.label) for bar in bars), default=0)
    figures = max((len(str(bar.value)) for bar in bars), default=0)
    notes = max((cells(bar.note) for bar in bars), default=0)
    highest = max((bar.value for bar in bars), default=0)
    beside = labels + len(_GAP) + figures + (len(_GAP) + notes if notes else 0)
    room = min(_LONGEST_BAR, max(_SHORTEST_BAR, width - beside - len(_GAP)))
    lines = []
    for bar in bars:
        line = padded(bar.label, labels) + _GAP + padded(str(bar.value), figures, right=True)
        if notes:
            line += _GAP + padded(bar.note, notes)
        if drawing and bar.value:
            halves = max(1, bar.value * 2 * room // highest)
            line += _GAP + "█" * (halves // 2) + "▌" * (halves % 2)
        lines.append(line.rstrip(" "))
    return lines


def heat_lines(
    columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]], *, drawing: bool
) -> list[str]:
    """Return a heading, one line per row and, with *drawing*, what the shades stand for.

    Args:
        columns: the short titles, `00` to `23`.
        rows: the title of each row with one figure, not negative, per column.
        drawing: shades instead of figures.
    """
    highest = max((figure for _, figures in rows for figure in figures), default=0)
    labels = max((cells(label) for label, _ in rows), default=0)
    wide = max([*map(cells, columns), 1 if drawing else len(str(highest))])
    lines = [_row("", labels, [padded(title, wide, right=True) for title in columns])]
    for label, figures in rows:
        shown = [_shade(figure, highest) * wide if drawing else str(figure or "·") for figure in figures]
        lines.append(_row(label, labels, [padded(cell, wide, right=True) for cell in shown]))
    return [*lines, _legend(highest)] if drawing and highest else lines


def _row(label: str, labels: int, cells_of_row: Sequence[str]) -> str:
    return " ".join([padded(label, labels), *cells_of_row])


def _shade(figure: int, highest: int) -> str:
    steps = len(_SHADES) - 1
    return _SHADES[-(-steps * figure // highest)] if figure else _SHADES[0]


def _legend(highest: int) -> str:
    steps = len(_SHADES) - 1
    entries = [f"{_SHADES[0]} 0"]
    for step in range(1, steps + 1):
        lowest_of_step, highest_of_step = (step - 1) * highest // steps + 1, step * highest // steps
        if lowest_of_step == highest_of_step:
            entries.append(f"{_SHADES[step]} {lowest_of_step}")
        elif lowest_of_step < highest_of_step:
            entries.append(f"{_SHADES[step]} {lowest_of_step}–{highest_of_step}")
    return "   ".join(entries)
