"""An anchor: where the journal's chain stood, in a form that can be printed and typed in again.

`1234-FNYQT-ZBXFN-YQTZB-XFNYQ-TZBXF`: the number of the last entry, 24 digits for the first 120 bits of its
chain value, and one check digit. Crockford base 32 (github.com/ulid/spec), as in a ULID, for its digits
cannot be taken for one another on paper.

Why 120 bits: whoever can write in the file chooses salts freely, and could prepare two histories with one
anchor in about 2**60 steps; with the 64 bits that look enough at first sight it would be an evening's work.
The check digit is there because a slip of the pen must not look like a forgery.
"""

import hashlib
import re

from agressielog.domain.errors import UnreadableValue
from agressielog.domain.value import value

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP, _BITS = 24, 5, 5
_HEX_BITS = 4
# What a reader of Crockford base 32 takes a letter that it does not have for.
_MISREAD = str.maketrans("OIL", "011")


@value
class Anchor:
    """The head of the chain at some moment.

    Attributes:
        entry: the number of the last entry of the journal, from 1.
        digits: 24 of base 32, in capitals: the first 120 bits of that entry's chain value.
    """

    entry: int
    digits: str

    def __str__(self) -> str:
        """Return it as it is printed."""
        told = self.digits + _check_digit(self.entry, self.digits)
        groups = (told[start : start + _GROUP] for start in range(0, len(told), _GROUP))
        return "-".join((str(self.entry), *groups))


def anchor_at(entry: int, value: str) -> Anchor:
    """Return the anchor of an entry with this chain value (64 hexadecimal digits)."""
    length = _LENGTH * _BITS
    bits = int(value[: length // _HEX_BITS], 16)
    digits = "".join(_DIGITS[(bits >> shift) & 31] for shift in range(length - _BITS, -1, -_BITS))
    return Anchor(entry, digits)


def parse_anchor(text: str) -> Anchor:
    """Read an anchor as it was printed; lower case, spaces and the letters O, I and L are understood.

    Raises:
        UnreadableValue: it is none, or a digit is wrong.
    """
    found = re.fullmatch(r"([0-9]{1,18})[-\s]+([0-9A-Z\s-]+)", text.strip().upper(), re.ASCII)
    digits = re.sub(r"[\s-]", "", found[2]).translate(_MISREAD) if found is not None else ""
    if found is None or len(digits) != _LENGTH + 1 or not set(digits) <= set(_DIGITS):
        raise UnreadableValue("--anker", text)
    anchor = Anchor(int(found[1]), digits[:_LENGTH])
    if anchor.entry == 0 or digits[_LENGTH] != _check_digit(anchor.entry, anchor.digits):
        raise UnreadableValue("--anker", text)
    return anchor


def _check_digit(entry: int, digits: str) -> str:
    return _DIGITS[hashlib.sha256(f"{entry}-{digits}".encode()).digest()[0] & 31]
