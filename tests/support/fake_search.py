"""What it means that a text holds words: the rules of the full-text index, spelled out."""

import re
import unicodedata
from collections.abc import Sequence


def holds(texts: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether every word is somewhere in *texts*; the last one may be the beginning of a word."""
    parts = [_parts(text) for text in texts]
    return all(
        any(_has(text, _parts(word), beginning=place == len(words)) for text in parts)
        for place, word in enumerate(words, start=1)
    )


def _has(text: list[str], phrase: list[str], *, beginning: bool) -> bool:
    """Tell whether *phrase* (one word, unless there is an underscore in it) stands in *text*."""
    for start in range(len(text) - len(phrase) + 1):
        *exact, last = text[start : start + len(phrase)]
        if exact == phrase[:-1] and (last.startswith(phrase[-1]) if beginning else last == phrase[-1]):
            return True
    return False


def _parts(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.lower())
