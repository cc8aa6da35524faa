"""From any spelling of a number to bare digits: what is decoration goes, what is unclear is refused.

By hand: libphonenumber reads letters as digits, cuts a text off where it stops understanding it and
finds no number in `sip:` and `toestel 12`. A number read too freely accuses the wrong person.
"""

import re
import unicodedata

from agressielog.domain.number_errors import NumberError, NumberFault
from agressielog.domain.text import fold

#: The longest text that is looked at, in characters; a SIP header with a name fits in it.
LONGEST_NUMBER_TEXT = 200

# Fewer digits than this on either side of a break are part of one number.
_SHORTEST_WHOLE = 7
# An international call prefix and the fifteen digits of E.164.
_MOST_DIGITS = 17
# A country or an area code: a bracket after more digits than these is no part of it, and between two
# slashes more digits are a number.
_LONGEST_CODE = 5

#: What exchanges, telephones and people write when a caller hides the number.
_WITHHELD_WORDS = frozenset(
    {
        "afgeschermd", "afgeschermd nummer", "anoniem", "anoniem nummer", "anonieme beller", "anonym",
        "anonyme", "anonymous", "geen nummer", "geen nummerweergave", "geheim", "geheim nummer", "hidden",
        "inconnu", "masque", "niet beschikbaar", "no caller id", "nummer afgeschermd", "nummer geheim",
        "nummer onbekend", "numero masque", "numero prive", "onbekend", "onbekend nummer",
        "onbekende beller", "prive", "prive nummer", "privenummer", "private", "private number",
        "restricted", "unavailable", "unbekannt", "unknown", "unknown caller", "unterdruckt",
        "verborgen", "verborgen nummer", "withheld",
    }
)  # fmt: skip

# Left behind by copying from a telephone or a web page. The characters that make text read from right to
# left are not among them: the number on the screen would be another than the one that is read.
_INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2068\u2069\ufeff"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = str.maketrans(
    dict.fromkeys(_INVISIBLE, "") | {chr(c): chr(c - 0xFEE0) for c in _FULL_WIDTH} | {"\u2212": "-"}
)

_QUOTED_NAME = re.compile(r'"(?:[^"\\]|\\.)*"\s*(?=<)')
_ADDRESS = re.compile(r"(?P<name>[^<>]*)<(?P<inside>[^<>]*)>\s*(?:;[^<>]*)?")
_URI = re.compile(r"(?P<scheme>tel|sips?):(?P<rest>.*)", re.IGNORECASE)
_CONTEXT = re.compile(r";phone-context=(\+\d{1,3})(?:;|$)", re.IGNORECASE)
_EXTENSION = re.compile(
    r"(?P<number>.*\d)[\s,.-]*(?:;\s*ext\s*=|(?:toestel|toest|tst|extensie|extension|ext|x)[\s.:]*)\d{1,7}",
    re.IGNORECASE,
)
_SPREADSHEET = re.compile(r"[+-]?\d+(?:[.,]\d+)?e[+-]?\d+|[1-9]\d{6,}[.,]0{1,2}", re.IGNORECASE)
_COUNTRY_CODE = re.compile(r"^[\s(]*(?:\+|00)[\s(]*\d\d")
_BETWEEN_NUMBERS = re.compile(r"[,;&|/+]|\b(?:en|of|and|or|und|oder|et|ou)\b", re.IGNORECASE)
_BREAK = re.compile(r"(?<=\d)[^\d]+(?=\d)")
_BRACKETS = re.compile(r"(?P<before>[^()]*)\((?P<inside>[^()]*)\)(?P<after>.*)")
_ONLY_NUMBER = re.compile(r"\+?[\d\s./-]+")


def bare_number(raw: str) -> str | None:
    """Return the digits of a typed number, with `+` in front if it was typed with its country code.

    Returns:
        None if the text says that the caller hid the number, also by saying nothing at all.

    Raises:
        NumberError: the text is not one number.
    """
    if len(raw) > LONGEST_NUMBER_TEXT:
        raise NumberError(NumberFault.TOO_LONG)
    text, context = _without_address(_in_ascii(raw))
    if text is None or _says_withheld(text):
        return None
    if _SPREADSHEET.fullmatch(text):
        raise NumberError(NumberFault.SPREADSHEET)
    if extension := _EXTENSION.fullmatch(text):
        text = extension["number"]
    _refuse_what_is_no_number(text)
    text = _without_brackets(text)
    if not _ONLY_NUMBER.fullmatch(text):
        raise NumberError(NumberFault.ODD_CHARACTERS)
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) > _MOST_DIGITS:
        raise NumberError(NumberFault.TOO_LONG)
    if text.startswith("+"):
        return "+" + digits
    return context + digits


def _in_ascii(raw: str) -> str:
    """Write the digits of any script, spaces, hyphens and full-width forms in ASCII."""
    return "".join(_ascii_of(c) for c in raw.translate(_TO_ASCII)).strip()


def _ascii_of(c: str) -> str:
    if c.isspace():
        return " "
    category = unicodedata.category(c)
    # Not every digit of Unicode: ² may be a footnote, and ⑫ is one character.
    if category == "Nd":
        return str(unicodedata.decimal(c))
    return "-" if category == "Pd" else c


def _without_address(text: str) -> tuple[str | None, str]:
    """Take the number out of `"Jan" <sip:…>`, `tel:…` and `sip:…`.

    Returns:
        The number (None: the address says that it is hidden) and the country code that a `tel:` address
        gives beside it (RFC 3966), or an empty text.
    """
    if name := _QUOTED_NAME.match(text):
        text = text[name.end() :]
    if address := _ADDRESS.fullmatch(text):
        text = address["inside"].strip()
        # Without `sip:` nothing tells which of the two is meant; with it, the name is the caller's own choice.
        if not _URI.match(text) and _digits(address["name"]):
            raise NumberError(NumberFault.TWO_NUMBERS)
    uri = _URI.fullmatch(text)
    if uri is None:
        return text, ""
    if uri["scheme"].casefold() == "tel":
        user, host = uri["rest"], ""
    else:
        user, at, host = uri["rest"].partition("@")
        # RFC 3261: without an @ there is no user and this is the host, whose digits are no number.
        if not at and "." in user:
            raise NumberError(NumberFault.NO_DIGITS)
    if "@" in host:
        raise NumberError(NumberFault.TWO_NUMBERS)
    # RFC 3323 and 3GPP TS 24.229: anonymous@anonymous.invalid, unavailable@unknown.invalid.
    if re.split("[:;]", host, maxsplit=1)[0].casefold().endswith(".invalid"):
        return None, ""
    context = _CONTEXT.search(user)
    number = re.split("[:;]", user, maxsplit=1)[0]
    return re.sub("%2b", "+", number, flags=re.IGNORECASE).strip(), context[1] if context else ""


def _says_withheld(text: str) -> bool:
    if any(c.isdigit() for c in text):
        return {c for c in text if c not in " -./"} == {"0"}
    words = " ".join(re.findall(r"[^\W_]+", fold(text)))
    return not text or words in _WITHHELD_WORDS


def _refuse_what_is_no_number(text: str) -> None:
    if not _digits(text):
        raise NumberError(NumberFault.NO_DIGITS)
    if _holds_two_numbers(text):
        raise NumberError(NumberFault.TWO_NUMBERS)
    if any(c.isalpha() for c in text):
        raise NumberError(NumberFault.LETTERS)


def _holds_two_numbers(text: str) -> bool:
    """Tell whether a second number begins somewhere; where numbers have no fixed length, no plan would notice."""
    text = _COUNTRY_CODE.sub("", text.replace("(0)", ""))
    first, *others = (_digits(piece) for piece in _BETWEEN_NUMBERS.split(text))
    if others and others[-1] and (first >= _SHORTEST_WHOLE or max(others[:-1], default=0) > _LONGEST_CODE):
        return True
    total = _digits(text)
    for gap in _BREAK.finditer(text):
        before = _digits(text[: gap.start()])
        begins_anew = text[gap.end()] == "0" or total > _MOST_DIGITS
        if begins_anew and before >= _SHORTEST_WHOLE and total - before >= _SHORTEST_WHOLE:
            return True
    return False


def _without_brackets(text: str) -> str:
    """Open the brackets around a country or area code; `(0)` after a country code is not dialled."""
    while found := _BRACKETS.fullmatch(text):
        before, inside, after = found["before"], found["inside"].strip(), found["after"]
        if _digits(before) > _LONGEST_CODE:
            raise NumberError(NumberFault.ODD_CHARACTERS)
        kept = "" if inside == "0" and _digits(before) else f" {inside} "
        text = (before + kept + after).strip()
    return text


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)
