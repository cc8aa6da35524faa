"""Keeps the names of employees out of a text that leaves the organisation."""

import re
from collections.abc import Iterable

from agressielog.domain.text import fold

#: What stands in a letter where a reporter's name stood.
MASK = "[medewerker]"

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Shorter parts are initials: a letter is not a name.
_SHORTEST = 3
_NO_NAME = frozenset({"van", "von", "den", "der", "het", "ter", "ten", "bij", "aan", "dhr", "mevr"})


def names_somebody(text: str, employees: Iterable[str]) -> bool:
    """Tell whether *text* holds the name of one of *employees*; as `masked` sees it."""
    return masked(text, employees) != text


def masked(text: str, employees: Iterable[str]) -> str:
    """Return *text* with every name of an employee replaced by `MASK`.

    A name of several words counts in any spelling, and each of its words of three letters or more where
    the text writes it with a capital: `Wil` is somebody, `wil` is not. Accents are forgiven.

    >>> masked("Ik weet je te vinden, Mia!", ["Mia de Vries"])
    'Ik weet je te vinden, [medewerker]!'
    """
    for name in employees:
        text = _without(text, _WORD.findall(name))
    return text


def _without(text: str, name: list[str]) -> str:
    folded = [fold(word) for word in name]
    if not any(len(word) >= _SHORTEST for word in folded):
        return text
    found = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in found]
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(found):
        length = _length_of_name(words[place:], folded, capital=found[place][0][0].isupper())
        if length:
            spans.append((found[place].start(), found[place + length - 1].end()))
        place += length or 1
    for start, end in reversed(spans):
        text = text[:start] + MASK + text[end:]
    return text


def _length_of_name(words: list[str], name: list[str], *, capital: bool) -> int:
    """Return how many of *words*, from the first on, are the name or a part of it; 0 for none."""
    if len(name) > 1 and words[: len(name)] == name:
        return len(name)
    is_part = capital and len(words[0]) >= _SHORTEST and words[0] in name and words[0] not in _NO_NAME
    return 1 if is_part else 0
