"""A screen of its own for the window: the terminal's alternate screen, which keeps no lines that scrolled away.

Wiping an ordinary screen is not enough: terminals keep what stood there in their scrollback, and wiping that as
well would take the user's own work with it. From the alternate screen nothing stays behind (xterm, ctlseqs, 1049).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from agressielog.presentation.console import Surface

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
#: To the upper left corner, and everything off.
WIPE = "\x1b[H\x1b[2J"

#: Of a terminal that does not tell how high it is, in lines.
_ROWS = 24


def rows_of(stream: TextIO) -> int:
    """Return how many lines the terminal has."""
    try:
        return os.get_terminal_size(stream.fileno()).lines or _ROWS
    except OSError:  # no terminal, or one that does not tell
        return _ROWS


@contextmanager
def own_screen(stream: TextIO, surface: Surface) -> Iterator[Callable[[], None]]:
    """Give a screen of its own, and a function that wipes it; on leaving, what stood there before comes back.

    Where the terminal cannot do that, an empty line takes the place of wiping.

    Args:
        stream: the terminal.
        surface: what it can show.
    """
    # An old Windows console shows codes as rubbish; colour is how `Surface` knows one that does not.
    able = surface.drawing and (surface.colour or os.name != "nt")

    def wipe() -> None:
        stream.write(WIPE if able else "\n")
        stream.flush()

    if able:
        stream.write(ENTER)
    try:
        yield wipe
    finally:
        with suppress(OSError):  # a terminal that was closed
            stream.write(WIPE + LEAVE if able else "")
            stream.flush()
