"""Say it in the characters that a stream can carry: an old code page or a plain ASCII terminal."""

import unicodedata

from agressielog.presentation.visible import escaped

#: Our own signs and the typography of a good letter, in ASCII; signs that stand in a grid stay one wide.
_ASCII = {
    "…": "...",
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "•": "*",
    "·": "-",
    "→": "->",
    "←": "<-",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "€": "EUR",
    "✓": "v",
    "✗": "x",
    "▲": "!",
    "■": "#",
    "●": "*",
    "○": "o",
    "█": "#",
    "▌": "#",
    "░": ".",
    "▒": ":",
    "▓": "+",
    "─": "-",
    "☎": "tel.",
}


def carried(text: str, encoding: str) -> str:
    r"""Return *text* with what *encoding* cannot carry replaced, so that writing it never fails.

    First by an ASCII sign that means the same, then by the letter without its accent, and what is left
    shows as a backslash escape.

    >>> carried("▲ René … 日", "ascii")
    '! Rene ... \\u65e5'
    """
    if text.isascii() or _fits(text, encoding):
        return text
    return "".join(c if _fits(c, encoding) else _instead(c, encoding) for c in text)


def _instead(character: str, encoding: str) -> str:
    if character in _ASCII:
        return _ASCII[character]
    base = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return base if base and _fits(base, encoding) else escaped(character)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
