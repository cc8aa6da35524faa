"""What free text may hold: as typed, as long as a file can keep it (reliability I4)."""

import re
import unicodedata

from agressielog.domain.errors import TextEmpty, TextTooLong, TextUnstorable

#: The longest text of one field, in characters: some eight printed pages.
LONGEST_TEXT = 20_000
#: The longest name, team, subject or other one-line field, in characters.
LONGEST_LINE = 200


def keep_text(field: str, raw: str, *, limit: int = LONGEST_TEXT) -> str:
    """Return *raw* without white space around it, or refuse it.

    Evidence is stored as typed: control, bidi and zero-width characters stay and are neutralised when
    shown. Only what SQLite or UTF-8 cannot keep is refused.

    Args:
        field: the Dutch name of the option or column, for the error.
        raw: as typed, line ends in any convention.
        limit: in characters, inclusive.

    Raises:
        TextTooLong, TextUnstorable, TextEmpty.
    """
    # All of `\r\r\n` too, or keeping a text twice would change it.
    text = re.sub(r"\r+\n", "\n", raw).strip()
    if len(text) > limit:
        raise TextTooLong(field, len(text), limit)
    # Nearly every text is plain ASCII, and an import has hundreds of thousands of them.
    suspect = "\0" in text or not text.isascii()
    unstorable = sorted({c for c in text if c == "\0" or unicodedata.category(c) == "Cs"}) if suspect else []
    if unstorable:
        raise TextUnstorable(field, tuple(f"U+{ord(c):04X}" for c in unstorable[:5]))
    if not text:
        raise TextEmpty(field)
    return text


def keep_line(field: str, raw: str) -> str:
    """Like `keep_text` for a one-line field: line breaks become spaces, at most `LONGEST_LINE`."""
    return keep_text(field, " ".join(raw.split("\n")).replace("\r", " "), limit=LONGEST_LINE)


def optional_line(field: str, raw: str | None) -> str | None:
    """Like `keep_line`, but nothing typed is `None`."""
    return keep_line(field, raw) if raw is not None and raw.strip() else None


def optional_text(field: str, raw: str | None) -> str | None:
    """Like `keep_text`, but nothing typed is `None`."""
    return keep_text(field, raw) if raw is not None and raw.strip() else None


def fold(text: str) -> str:
    """Return *text* for comparing names: no accents, no case, single spaces.

    >>> fold("  Renée  van den BERG ")
    'renee van den berg'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())
