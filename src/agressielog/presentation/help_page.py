"""The layout of a help page: plain text, folded to a width, no boxes."""

import textwrap
from collections.abc import Iterator, Sequence
from inspect import cleandoc

# A longer name stands on a line of its own, or it would leave no room for what is said about it.
_WIDEST_NAME = 26

# How a line begins that shows what to type.
_TO_TYPE = "agressielog "

# A remark of this many characters moves to the next line as a whole.
_SHORT = 40
_NO_BREAK = "\N{NO-BREAK SPACE}"


def usage_line(path: str, pieces: Sequence[str], width: int) -> str:
    """Return `Gebruik: ...`, folded under itself."""
    start = f"Gebruik: {path} "
    return _folded(" ".join(pieces), width, start, " " * len(start))


def paragraphs(text: str | None, width: int, *, indent: str = "") -> Iterator[str]:
    """Give the lines of a text; lines to type over (`agressielog ...`) and indented ones are kept as they are."""
    for paragraph in cleandoc(text or "").split("\n\n"):
        if not paragraph.strip():
            continue
        yield ""
        if paragraph.startswith(_TO_TYPE):
            yield textwrap.indent(paragraph, f"{indent}  ")
        elif "\n " in paragraph or paragraph.startswith(" "):
            yield textwrap.indent(paragraph, indent)
        else:
            yield _folded(paragraph, width, indent, indent)


def section(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Give the lines of a titled list of names with what is said about each; nothing for no rows."""
    if not rows:
        return
    widest = max((len(name) for name, _ in rows if len(name) <= _WIDEST_NAME), default=_WIDEST_NAME)
    column = widest + len("    ")
    margin = " " * column
    yield ""
    yield f"{title}:"
    for name, text in rows:
        start = f"  {name}"
        if len(start) + 2 <= column:
            yield _folded(text, width, start.ljust(column), margin) or start
        else:
            yield start
            yield _folded(text, width, margin, margin)


def kept_together(text: str) -> str:
    """Return *text* so that it is not broken over two lines, if it is short."""
    return text.replace(" ", _NO_BREAK) if len(text) <= _SHORT else text


def first_paragraph(text: str | None) -> str:
    """Return the first paragraph of a help text on one line."""
    return " ".join(cleandoc(text or "").split("\n\n")[0].split())


def _folded(text: str, width: int, first: str, further: str) -> str:
    folded = textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return folded.replace(_NO_BREAK, " ")
