"""Recognises what people write to say that there is nothing to say: `-`, `n.v.t.`, `onbekend`, `niets`.

A name or customer number like that must not become a caller, who would get the calls of everybody
unknown.
"""

from agressielog.domain.text import fold

_WORDS = frozenset(
    {
        "x", "nvt", "nb", "na", "geen", "geen naam", "leeg", "onbekend", "onbekende", "onbekende beller",
        "niet bekend", "niet genoemd", "niet opgegeven", "anoniem", "anonymous", "prive", "unknown", "beller",
        "klant", "nummer onbekend", "naam onbekend", "weet niet", "weet ik niet", "weet het niet", "ik weet het niet",
        "weet ik nog niet", "weet ik niet meer", "geen idee", "niet gevraagd", "niet gezegd", "zei niet", "onbekende man",
        "onbekende vrouw", "iemand", "niemand", "wil niet zeggen", "wilde niet zeggen",
    }
)  # fmt: skip
_NO = frozenset(
    {
        "nee", "neen", "n", "niets", "niks", "nee niets", "nee niks", "nee hoor", "nog niets", "nog niet", "helemaal niets",
        "geen toezegging", "geen toezeggingen", "niets toegezegd", "nee niets toegezegd",
    }
)  # fmt: skip


def says_nothing(raw: str) -> bool:
    """Tell whether a name or number is empty, only signs and zeros, or a word for "unknown".

    >>> says_nothing("N.V.T."), says_nothing("000"), says_nothing("Jansen")
    (True, True, False)
    """
    bare = _bare(raw)
    return not bare.strip("0 ") or bare in _WORDS


def says_none(raw: str) -> bool:
    """Tell whether an answer to "anything?" is no, or says nothing.

    >>> says_none("-"), says_none("Nee, niets."), says_none("geen brief sturen")
    (True, True, False)
    """
    return says_nothing(raw) or _bare(raw) in _NO


def names_nobody(raw: str) -> bool:
    """Tell whether a text is nobody's name: it says nothing, or has no letter in it.

    >>> names_nobody("weet ik niet"), names_nobody("2 3"), names_nobody("J. de 3e")
    (True, True, False)
    """
    return says_nothing(raw) or not any(character.isalpha() for character in raw)


def _bare(raw: str) -> str:
    """Return the letters, digits and spaces of a text, folded."""
    return "".join(character for character in fold(raw) if character.isalnum() or character == " ").strip()
