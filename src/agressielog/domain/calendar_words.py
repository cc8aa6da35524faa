"""The Dutch words of the calendar: months, weekdays and small numbers, and the patterns that read them."""

from agressielog.domain.text import fold

#: A longer text is no moment, day or period; in characters, as typed.
LONGEST_TYPED = 100

#: In order, January first.
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
#: As Dutch calendars print them; `maart` is the one that is not simply cut off.
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
#: In order, Monday first; the first two letters are the abbreviation.
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_NUMBERS = {
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "vijftien": 15,
    "twintig": 20,
}

# Longer words first: an alternation takes the first that fits.
_MONTH_WORDS = {
    name: number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, start=1)
}
_MONTH_WORDS["sept"] = 9

#: Patterns without groups, for text that went through `plain_words`.
MONTH = rf"(?:{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))})\.?"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?:{'|'.join(day[:2] for day in WEEKDAYS)})\.?)"
NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"

_PUNCTUATION = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’`", "'") | {",": " "})


def plain_words(raw: str) -> str:
    """Return *raw* for reading: no case, accents, commas or final full stop, single spaces, plain digits.

    >>> plain_words("  Vr 3 April 2026,\u00a014:30. ")
    'vr 3 april 2026 14:30'
    """
    return " ".join(fold(raw).translate(_PUNCTUATION).split()).rstrip(". ")


def month_number(word: str) -> int:
    """Return 1 to 12 for a word that `MONTH` matched."""
    return _MONTH_WORDS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a word that `WEEKDAY` matched."""
    return [day[:2] for day in WEEKDAYS].index(word[:2])


def number_of(word: str) -> int:
    """Return the value of a word that `NUMBER` matched."""
    return _NUMBERS[word] if word in _NUMBERS else int(word)
