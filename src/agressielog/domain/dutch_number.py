"""From a typed Dutch number to its key and back in a microsecond, for the look-up while the phone rings.

By hand, and without a single import: libphonenumber takes longer to load than the whole look-up may
last (design 5.1). It knows only ordinary numbers of nine digits after the zero and steps aside for
everything else; the tests hold it against libphonenumber for every area code and spelling.
"""

#: The third digit of the area codes of three digits (after the zero), by the first two; as libphonenumber
#: has the Dutch number plan.
AREAS_OF_THREE = {
    "11": "134578",
    "16": "1245678",
    "17": "24",
    "18": "0123467",
    "22": "2346789",
    "25": "125",
    "29": "479",
    "31": "345678",
    "32": "01",
    "34": "12345678",
    "41": "12368",
    "47": "58",
    "48": "15678",
    "49": "23579",
    "51": "123456789",
    "52": "12345789",
    "54": "1345678",
    "56": "126",
    "57": "0123578",
    "59": "123456789",
}
#: The second digit of the codes of two: area codes, 06 without its pagers, and the numbers without a
#: place (084, 087 personal assistant, 085, 091 internet, 088 companies).
CODES_OF_TWO = {
    "1": "035",
    "2": "0346",
    "3": "03568",
    "4": "0356",
    "5": "0358",
    "6": "123458",
    "7": "0123456789",
    "8": "4578",
    "9": "1",
}

_NATIONAL_DIGITS = 9
_LONGEST = 80
_LONGEST_AREA = 6

# Spaces, dots and every hyphen are decoration; full-width digits are digits.
_PLAIN = str.maketrans(
    dict.fromkeys(" \t.-\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2212\uff0d\u3000")
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | {"\uff0b": "+"}
)


def dutch_key(raw: str) -> str | None:
    """Return the E.164 key of an ordinary Dutch number, however it was spelled.

    Args:
        raw: as typed, or as an exchange gives it (`tel:`, `sip:`).

    Returns:
        `+31` and nine digits, the same as libphonenumber's answer; None means: ask the full parser.
    """
    if len(raw) > _LONGEST:
        return None
    text = raw.strip()
    if text[:1] == "<" and text[-1:] == ">":
        text = text[1:-1]
    head = text[:4].lower()
    if head == "tel:":
        text = text[4:]
    elif head == "sip:":
        text, _, host = text[4:].partition("@")
        # An .invalid host hides the caller; a second address, or a name behind the first, is not for us.
        odd = "@" in host or "<" in host or ">" in host or not host.isascii()
        if not host or odd or "invalid" in host.lower():
            return None
    return _key(_without_brackets(text))


def written(rest: str) -> str:
    """Return a Dutch number as a Dutch desk writes it: `06-12345678`.

    Args:
        rest: the digits behind +31, of any number there is.
    """
    if rest.startswith(("800", "90", "97")):
        code = 3
    elif rest.startswith("6") and not rest.startswith("66"):
        code = 1
    else:
        code = 3 if rest[:2] in AREAS_OF_THREE else 2
    return f"0{rest[:code]}-{rest[code:]}"


def _without_brackets(text: str) -> str:
    """Open `(020) …` and `(0)`, and take away the slash behind an area code."""
    area, slash, rest = text.partition("/")
    if slash and len(area) <= _LONGEST_AREA:
        text = area + " " + rest
    text = text.replace("(0)", "0", 1)
    if text[:1] == "(":
        area, bracket, rest = text[1:].partition(")")
        if bracket and len(area) <= _LONGEST_AREA:
            text = area + rest
    return text


def _key(text: str) -> str | None:
    digits = text.translate(_PLAIN)
    if digits[:3] == "+31":
        digits = digits[3:]
    elif digits[:4] == "0031":
        digits = digits[4:]
    elif digits[:2] == "31" and len(digits) == _NATIONAL_DIGITS + 2 and "." not in text:
        # With a dot it could be a number of a spreadsheet: 3161234567.0
        digits = "0" + digits[2:]
    elif digits[:1] != "0":
        return None
    # The zero is for dialling inside the country, also where somebody wrote it behind +31.
    if digits[:1] == "0":
        digits = digits[1:]
    if len(digits) != _NATIONAL_DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    known = digits[1] in CODES_OF_TWO.get(digits[0], "") or digits[2] in AREAS_OF_THREE.get(digits[:2], "")
    return "+31" + digits if known else None
