"""What Rich does for us: tables on a terminal and progress bars; the only module that imports it.

The console loads it when something is drawn, because Rich costs some 60 ms. Texts come in neutralised.
Tables are returned as text instead of printed: Rich swallows a closed pipe and ends the program itself.
"""

import io
from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from agressielog.presentation.pieces import Column, Part, Style

_RICH_STYLES = {
    Style.PLAIN: "",
    Style.TITLE: "bold",
    Style.MUTED: "dim",
    Style.GOOD: "green",
    Style.ATTENTION: "black on yellow",
    Style.DANGER: "bright_white on red",
}
_ASCII_HEAD = box.Box(str(box.SIMPLE_HEAD).replace("─", "-"), ascii=True)


def _console(stream: TextIO, *, width: int, colour: bool) -> Console:
    return Console(
        file=stream,
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
    )


def table_text(
    columns: Sequence[Column], rows: Sequence[Sequence[Part]], *, width: int, colour: bool, encoding: str
) -> str:
    """Return a table of at most *width* columns, long cells folded and never cut, with a line end."""
    drawn = Table(
        box=box.SIMPLE_HEAD if encoding.startswith("utf") else _ASCII_HEAD,
        show_edge=False,
        pad_edge=False,
        safe_box=False,
    )
    for column in columns:
        drawn.add_column(Text(column.title), justify="right" if column.right else "left", overflow="fold")
    for row in rows:
        # As a span: a style of the whole text would colour the padding of the cell as well.
        drawn.add_row(*(Text().append(part.text, _RICH_STYLES[part.style]) for part in row))
    paper = io.StringIO()
    _console(paper, width=width, colour=colour).print(drawn)
    return "\n".join(line.rstrip(" ") for line in paper.getvalue().split("\n"))


class ProgressBar:
    """A bar with a label on a terminal, drawn when told to and wiped when closed."""

    def __init__(self, stream: TextIO, label: str, total: int, *, width: int, colour: bool) -> None:
        # No refresh by itself: that takes a thread beside an open database.
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(separator=" van "),
            TimeRemainingColumn(),
            console=_console(stream, width=width, colour=colour),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._progress.add_task(label, total=total)
        self._progress.start()

    def show(self, done: int) -> None:
        """Draw that *done* of the total is done."""
        self._progress.update(self._task, completed=done, refresh=True)

    def close(self) -> None:
        """Wipe the bar and give the cursor back."""
        self._progress.stop()
