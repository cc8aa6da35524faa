"""Where everything is printed: a view says what to show, a screen knows how on this stream.

A view is written once. On a terminal it gets colour, folded lines, drawn tables and bars; in a pipe it gets
plain lines, aligned columns and figures. Every text handed to a screen is neutralised here, so that no view
can forget it. Rich comes in only when something is drawn on a terminal (`drawing`).
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING, Self, TextIO

from agressielog.domain.value import value
from agressielog.presentation.charts import bar_lines, heat_lines
from agressielog.presentation.fallback import carried
from agressielog.presentation.measure import breaks, cells, padded
from agressielog.presentation.pieces import Bar, Column, Line, Part, Piece, Style, parts, styled
from agressielog.presentation.visible import visible

if TYPE_CHECKING:
    from agressielog.presentation.drawing import ProgressBar

__all__ = [
    "Bar",
    "Column",
    "Line",
    "Output",
    "Part",
    "Piece",
    "Screen",
    "Style",
    "Surface",
    "standard_output",
    "styled",
]

_GAP = "  "
_WIDTH_OF_PAPER = 80
_NARROWEST = 20
#: Work shorter than this shows no bar, and a bar is not redrawn more often than that; in seconds.
_BEFORE_A_BAR, _BETWEEN_DRAWINGS = 1.0, 0.1
#: Environment variables of the terminals on Windows that understand ANSI codes.
_ANSI_ON_WINDOWS = ("WT_SESSION", "TERM_PROGRAM", "ConEmuANSI", "TERM")


@value
class Surface:
    """What a stream can show; the default is a pipe.

    Attributes:
        wrap: whether somebody reads along, so that long lines are broken at `width`.
        drawing: whether tables, bars, heat maps and progress may be drawn.
        colour: whether to send colour codes.
        width: in columns.
        encoding: a Python codec name.
    """

    wrap: bool = False
    drawing: bool = False
    colour: bool = False
    width: int = _WIDTH_OF_PAPER
    encoding: str = "utf-8"

    @classmethod
    def of(cls, stream: TextIO, environ: Mapping[str, str]) -> Self:
        """Find out what *stream* can show.

        `NO_COLOR` (not empty) wins over `FORCE_COLOR` (not empty), as in Python itself; `FORCE_COLOR`
        brings colour into a pipe, but no drawings. `TERM=dumb` has neither colour nor drawings. An old
        Windows console shows ANSI codes as rubbish, so there colour needs a sign that it will not.
        Sources: no-color.org, force-color.org.
        """
        terminal = stream.isatty()
        dumb = environ.get("TERM") == "dumb"
        old_console = environ.get("OS") == "Windows_NT" and not any(map(environ.get, _ANSI_ON_WINDOWS))
        colour = bool(environ.get("FORCE_COLOR")) or (terminal and not dumb and not old_console)
        return cls(
            wrap=terminal,
            drawing=terminal and not dumb,
            colour=colour and not environ.get("NO_COLOR"),
            width=_terminal_width(stream, environ) if terminal else _WIDTH_OF_PAPER,
            encoding=(stream.encoding or "utf-8").lower(),
        )


def _terminal_width(stream: TextIO, environ: Mapping[str, str]) -> int:
    told = environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return max(_NARROWEST, int(told))
    try:
        found = os.get_terminal_size(stream.fileno()).columns
    except OSError:  # a terminal that does not tell
        found = 0
    return max(_NARROWEST, found) if found else _WIDTH_OF_PAPER


class Screen:
    """Prints on one stream. A closed pipe comes out of any method as `BrokenPipeError`.

    Texts are of one line, a line break in them is shown escaped; only `paragraph` keeps line breaks.
    A screen on a `StringIO` with the default surface collects plain text.
    """

    def __init__(self, stream: TextIO, surface: Surface | None = None) -> None:
        self._stream = stream
        self.surface = surface or Surface()

    def at_most(self, width: int) -> "Screen":
        """Return a screen on the same stream that breaks lines at *width*, or before that where this one does."""
        if self.surface.width <= width:
            return self
        return Screen(self._stream, replace(self.surface, width=width))

    def line(self, *pieces: Piece, indent: int = 0, hanging: int = 0) -> None:
        """Print one line; on a terminal broken at its width, in a pipe always whole.

        Args:
            pieces: texts and styled parts, joined without a space.
            indent: spaces before the line.
            hanging: more spaces before the lines that follow from breaking.
        """
        self._print([self._shown(part) for part in parts(*pieces)], " " * indent, " " * (indent + hanging))

    def paragraph(self, text: str, *, indent: int = 0, style: Style = Style.PLAIN) -> None:
        """Print a text of several lines, each with *indent* spaces before it and broken like `line`."""
        for line in visible(text, keep_lines=True).split("\n"):
            self.line(Part(line, style), indent=indent)

    def blank(self) -> None:
        """Print an empty line."""
        self._write("\n")

    def fields(self, rows: Iterable[tuple[str, Piece | Line]], *, indent: int = 0) -> None:
        """Print names with their values, aligned; a long value goes on below itself."""
        shown = [
            (self._text(name), parts(*told) if isinstance(told, tuple) else parts(told))
            for name, told in rows
        ]
        wide = max((cells(name) for name, _ in shown), default=0)
        for name, told in shown:
            label = Part(padded(name, wide) + _GAP, Style.MUTED)
            self.line(label, *told, indent=indent, hanging=wide + len(_GAP))

    def table(
        self, columns: Sequence[str | Column], rows: Iterable[Sequence[Piece]], *, drawn: bool = True
    ) -> None:
        """Print a table with a heading: drawn on a terminal, aligned columns elsewhere.

        Args:
            columns: titles, or columns that say more; at least one.
            rows: as many cells each as there are columns.
            drawn: whether lines may be drawn; without them more fits on a line.
        """
        heads = [
            Column(self._text(c)) if isinstance(c, str) else Column(self._text(c.title), c.right)
            for c in columns
        ]
        body = [[self._shown(part) for part in parts(*row)] for row in rows]
        if drawn and self.surface.drawing:
            from agressielog.presentation.drawing import table_text  # noqa: PLC0415 - Rich costs 60 ms

            surface = self.surface
            self._write(
                table_text(heads, body, width=surface.width, colour=surface.colour, encoding=surface.encoding)
            )
            return
        wide = [
            max(cells(text) for text in column)
            for column in zip(
                [head.title for head in heads], *([part.text for part in row] for row in body), strict=True
            )
        ]
        for row in [[Part(head.title, Style.TITLE) for head in heads], *body]:
            self._print(_aligned(row, heads, wide), "", "", wrap=False)

    def bars(self, bars: Sequence[Bar]) -> None:
        """Print a bar chart; in a pipe the labels and figures only."""
        shown = [Bar(self._text(bar.label), bar.value, self._text(bar.note)) for bar in bars]
        self._print_own(bar_lines(shown, self.surface.width, drawing=self.surface.drawing))

    def heat(self, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]) -> None:
        """Print a heat map: shades and their legend on a terminal, figures in a pipe.

        Args:
            columns: short titles, one per figure of a row.
            rows: a title with its figures, none negative.
        """
        titles = [self._text(column) for column in columns]
        shown = [(self._text(label), figures) for label, figures in rows]
        self._print_own(heat_lines(titles, shown, drawing=self.surface.drawing))

    def json(self, document: Mapping[str, object], *, compact: bool = False) -> None:
        r"""Print *document* as JSON, its keys in the given order; the same bytes on a terminal and in a pipe.

        What `visible` would escape is written as `\uNNNN`, so that JSON is safe to look at and still exact.

        Args:
            document: what `json.dumps` takes; no NaN.
            compact: on one line (a stream of documents) instead of indented (one document).
        """
        unicode = self.surface.encoding.startswith("utf")
        text = json.dumps(document, ensure_ascii=not unicode, allow_nan=False, indent=None if compact else 2)
        # Outside its strings JSON is printable but for the line ends of `indent`, so all else is in strings.
        self._write("\n".join(_json_escaped(line) for line in text.split("\n")) + "\n")

    @contextmanager
    def progress(
        self, total: int, label: str, *, seconds: Callable[[], float] = monotonic
    ) -> Iterator[Callable[[int], None]]:
        """Give a function to tell how many steps are done: `with screen.progress(900, "Inlezen") as done:`.

        A bar is drawn on a terminal only, once the work has taken a second, and wiped at the end.

        Args:
            total: how many steps the work has.
            label: what is being done.
            seconds: a clock that only goes forward.
        """
        bar: ProgressBar | None = None
        wanted_at = seconds() + _BEFORE_A_BAR

        def tell(done: int) -> None:
            nonlocal bar, wanted_at
            if not self.surface.drawing or seconds() < wanted_at:
                return
            if bar is None:
                from agressielog.presentation.drawing import ProgressBar  # noqa: PLC0415 - Rich costs 60 ms

                surface = self.surface
                bar = ProgressBar(
                    self._stream, self._text(label), total, width=surface.width, colour=surface.colour
                )
            bar.show(done)
            wanted_at = seconds() + _BETWEEN_DRAWINGS

        try:
            yield tell
        finally:
            if bar is not None:
                bar.close()

    def flush(self) -> None:
        """Send what was printed now, for an answer that somebody waits for."""
        self._stream.flush()

    def _text(self, text: str) -> str:
        return carried(visible(text), self.surface.encoding)

    def _shown(self, part: Part) -> Part:
        return Part(self._text(part.text), part.style)

    def _print_own(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(carried(line, self.surface.encoding) + "\n")

    def _print(self, shown: Sequence[Part], first: str, rest: str, *, wrap: bool = True) -> None:
        text = "".join(part.text for part in shown)
        width = self.surface.width
        lines = [slice(0, len(text))]
        if wrap and self.surface.wrap:
            lines = breaks(text, width - len(first), width - len(rest))
        for number, line in enumerate(lines):
            printed = (rest if number else first) + self._painted(shown, line)
            self._write(printed.rstrip(" ") + "\n")

    def _painted(self, shown: Sequence[Part], line: slice) -> str:
        """The part of *shown* within *line*, with its colour codes."""
        painted, start = "", 0
        for part in shown:
            text = part.text[max(0, line.start - start) : max(0, line.stop - start)]
            paint = self.surface.colour and part.style and text
            painted += f"\x1b[{part.style}m{text}\x1b[0m" if paint else text
            start += len(part.text)
        return painted

    def _write(self, text: str) -> None:
        self._stream.write(text)


def _aligned(row: Sequence[Part], columns: Sequence[Column], wide: Sequence[int]) -> list[Part]:
    """A row of a plain table as parts, without spaces at its end."""
    aligned: list[Part] = []
    owed = ""
    for part, column, width in zip(row, columns, wide, strict=True):
        space = " " * (width - cells(part.text))
        before, after = (space, "") if column.right else ("", space)
        if part.text:
            aligned += [Part(owed + before), part]
            owed = after + _GAP
        else:
            owed += space + _GAP
    return aligned


def _json_escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(c if visible(c) == c else json.dumps(c)[1:-1] if c != "\x7f" else "\\u007f" for c in line)


@value
class Output:
    """Both streams of a command: `answer` is what was asked for, `notices` all about the program."""

    answer: Screen
    notices: Screen

    def notice(self, *pieces: Piece) -> None:
        """Tell something about the program, beside the answer."""
        self.notices.line(*pieces)

    def progress(self, total: int, label: str) -> AbstractContextManager[Callable[[int], None]]:
        """Show on stderr how far long work is; see `Screen.progress`."""
        return self.notices.progress(total, label)


def standard_output() -> Output:
    """Return stdout and stderr as screens, set so that no character can make them fail.

    On Windows a redirected stream gets UTF-8 instead of a code page, unless the user chose otherwise with
    `PYTHONIOENCODING` (Python does so itself from 3.15, PEP 686).
    """
    return Output(_standard(sys.stdout), _standard(sys.stderr))


def _standard(stream: TextIO) -> Screen:
    if isinstance(stream, TextIOWrapper):
        code_page = os.environ.get("OS") == "Windows_NT" and "PYTHONIOENCODING" not in os.environ
        unicode = "utf-8" if code_page and not stream.isatty() else None
        stream.reconfigure(encoding=unicode, errors="backslashreplace")
    return Screen(stream, Surface.of(stream, os.environ))
