"""What may reach a terminal, decided here and nowhere else: this module knows nothing of the program.

By category of Unicode: everything printable, a line feed, a carriage return before it (the terminal puts it
there), and the colour codes of which the program has a fixed handful.
"""

import re
import unicodedata

#: Bold, dim, green, black on yellow, white on red, and back to normal.
COLOUR = re.compile(r"\x1b\[(?:0|1|2|32|30;43|97;41)m")
#: The window's own screen: in, out and wiped; nothing of it tells the terminal anything else.
OWN_SCREEN = re.compile(r"\x1b\[\?1049[hl]|\x1b\[H\x1b\[2J")
#: Asks the terminal to mark what is pasted, for as long as a question stands open.
PASTES = re.compile(r"\x1b\[\?2004[hl]\r?")
#: What GNU's readline sends while a line is mended: pastes on and off and marked, the cursor to and fro, wiping.
LINE_EDITOR = re.compile(rf"{PASTES.pattern}|\x1b\[2?7m|\x1b\[[0-9]*[ACPK@]|\x08|\x07|\r(?!\n)")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def assert_plain(text: str) -> None:
    """Fail on every character that is neither printable nor the end of a line."""
    harmful = [
        (place, f"U+{ord(character):04X}", text[max(0, place - 30) : place + 10])
        for place, character in enumerate(text)
        if character != "\n" and unicodedata.category(character) in _HARMFUL
    ]
    assert harmful == []


def assert_harmless(raw: bytes, *, asked: bool = False) -> None:
    """Fail unless a terminal that is sent *raw* does nothing but print and colour, and mark pastes where it *asked*."""
    text = raw.decode("utf-8")
    assert_plain(COLOUR.sub("", PASTES.sub("", text) if asked else text).replace("\r\n", "\n"))


def assert_harmless_window(raw: bytes) -> None:
    """Fail unless a terminal that is sent *raw* by the window prints, colours, wipes its own screen and mends lines."""
    text = OWN_SCREEN.sub("", raw.decode("utf-8"))
    assert_plain(COLOUR.sub("", LINE_EDITOR.sub("", text)).replace("\r\n", "\n"))
