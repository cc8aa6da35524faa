"""Reads lines from a terminal with the usual keys (arrows, Home, End, Ctrl-U, Ctrl-W); knows readline, as nothing else does.

By Python's own `readline`, GNU's or libedit; on Windows, where there is none, the console's own editing serves.
prompt_toolkit could do more, but nothing here needs more, and it would cost every desk a dependency. What is typed
is personal: no history is kept but what `remember` was given, in memory only, and no file is ever written.
"""

import os
from types import ModuleType


def read_line(prompt: str) -> str:
    """Read one line; with GNU's readline a paste of several lines is one line that holds line breaks.

    Raises:
        EOFError: the user closed the input.
        KeyboardInterrupt: Ctrl-C.
    """
    readline = _readline()
    if readline is not None:
        readline.set_auto_history(False)
        _take_pastes_whole(readline)
    return input(prompt)


def _take_pastes_whole(readline: ModuleType) -> None:
    """Let the terminal mark what is pasted: its second line must never be taken for a command or another answer."""
    # libedit cannot, and a dumb terminal would print the request.
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    if not dumb and "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind("set enable-bracketed-paste on")


def left_behind() -> str:
    """Return what stood in the line when Ctrl-C broke it off; nothing where that is not known."""
    readline = _readline()
    return str(readline.get_line_buffer()) if readline is not None else ""


def remember(line: str) -> None:
    """Let arrow-up bring *line* back, until `forget`."""
    readline = _readline()
    if readline is not None and hasattr(readline, "clear_history"):
        readline.add_history(line)


def forget() -> None:
    """Forget every line that was remembered."""
    readline = _readline()
    if readline is not None and hasattr(readline, "clear_history"):
        readline.clear_history()


def _readline() -> ModuleType | None:
    try:
        import readline
    except ImportError:  # Python on Windows comes without it
        return None
    return readline
