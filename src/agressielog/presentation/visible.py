r"""Neutralise text at the output boundary: what could act on a terminal is shown, never sent.

By hand because nothing we ship with does it: Rich's `escape()`, its `Text` and a console with
`markup=False` all let ESC, the C1 controls, NUL, DEL, bidi overrides, U+2028 and lone surrogates through
(measured with Rich 15; Rich itself removes only BEL, BS, VT, FF and CR).
"""

#: The category Zs apart from the ordinary space: spaces that `isprintable` refuses and that harm nobody.
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
#: What a tab becomes in a text of several lines; a real tab would reach the terminal.
_TAB = " " * 4


def visible(text: str, *, keep_lines: bool = False) -> str:
    r"""Return *text* as it may be shown: harmful and invisible characters as `\xNN`, `\uNNNN` or `\UNNNNNNNN`.

    Escaped is every character of the Unicode categories Cc (controls: ESC, C1), Cf (bidi and zero-width,
    tags), Cs (lone surrogates), Co, Cn (private and unassigned: no glyph to trust), Zl and Zp (line breaks
    that are no newline). Everything else stays, letter for letter. Sources: CWE-150, CVE-2021-42574, UTS #39.

    Not injective on purpose: a backslash stays one backslash, so somebody who typed the four characters
    `\x1b` sees the same as somebody who stored ESC. Doubling each backslash would spoil every Windows path
    and every honest text for a difference that harms nobody on a screen; who needs the exact characters
    reads `--json` or an export, which are exact. It follows that `visible(visible(x)) == visible(x)`.

    Args:
        text: anything, from anywhere.
        keep_lines: for a text of several lines: keep LF as a line end and turn each tab into four spaces.
            Otherwise both are escaped, so that one value can never look like two lines.

    >>> visible("Jan\x1b[2J")
    'Jan\\x1b[2J'
    """
    if text.isprintable():
        return text
    if keep_lines:
        return "\n".join(visible(line) for line in text.replace("\t", _TAB).split("\n"))
    # `isprintable` says no to exactly the categories C* and Z*, save the ordinary space.
    return "".join(c if c.isprintable() or c in _SPACES else escaped(c) for c in text)


def escaped(character: str) -> str:
    """Return *character* as the shortest backslash escape of Python, which is also a reader's best guess."""
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - the last code of two hexadecimal digits
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - and of four
