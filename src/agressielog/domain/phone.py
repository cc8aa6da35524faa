"""Telephone numbers as values: one key per number, whatever way it was typed."""

from enum import StrEnum

from agressielog.domain.dutch_number import dutch_key, written
from agressielog.domain.number_errors import NumberError, NumberFault, UnreadableNumber, WithheldNumber
from agressielog.domain.number_spelling import bare_number
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country

__all__ = [
    "NumberFault",
    "NumberSort",
    "PhoneNumber",
    "UnreadableNumber",
    "Withheld",
    "WithheldNumber",
    "parse_number",
    "parse_phone",
]

# Short numbers with a public duty. libphonenumber lacks 113, 144 and 116 117, and counts every number of
# four digits in Belgium as one. Directory, operator and text-message numbers (18xx, 12xx, 3000) are left
# out: they call nobody, and the same digits are in use as extensions inside organisations, where one
# person's call would be held against everybody who shares the extension.
_SHORT = {
    Country.NETHERLANDS: frozenset({"112", "113", "144"}),
    Country.BELGIUM: frozenset(
        {
            "100",
            "101",
            "102",
            "103",
            "105",
            "106",
            "107",
            "108",
            "112",
            "1700",
            "1712",
            "1722",
            "1733",
            "1813",
        }
    ),
    Country.GERMANY: frozenset({"110", "112", "115"}),
}
# The European numbers of social value, the same in every member state (decision 2007/116/EC): 116 117.
_SOCIAL_VALUE, _SOCIAL_VALUE_LENGTH = "116", 6
# 14 and the area code of a municipality (Dutch number plan); it cannot be dialled from abroad.
_MUNICIPAL, _MUNICIPAL_LENGTHS = "140", (5, 6)

_SERVICE = (
    *("+31800", "+31900", "+31906", "+31909"),
    *("+32800", "+3270", "+3278", "+3290"),
    *("+49800", "+49900", "+49180", "+49137", "+49138"),
    *("+800", "+808", "+979"),
)

# The country codes of two digits (ITU-T E.164, annex); 1 and 7 have one, all others three.
_CODES_OF_TWO = frozenset(
    {
        *("20", "27", "30", "31", "32", "33", "34", "36", "39"),
        *(
            "40",
            "41",
            "43",
            "44",
            "45",
            "46",
            "47",
            "48",
            "49",
            "51",
            "52",
            "53",
            "54",
            "55",
            "56",
            "57",
            "58",
        ),
        *("60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86"),
        *("90", "91", "92", "93", "94", "95", "98"),
    }
)
_CODES_OF_ONE = ("1", "7")

_MASK_KEEPS = 4
_DOT = "•"


class NumberSort(StrEnum):
    """What a number is for; only an ordinary one can be a person's own.

    Company numbers (088, 085) are ordinary: people call from them.
    """

    ORDINARY = "gewoon"
    SERVICE = "servicenummer"
    SHORT = "kort nummer"


@value
class PhoneNumber:
    """One telephone number.

    Attributes:
        key: E.164 (`+31612345678`), or the bare digits of a number that cannot be dialled from abroad
            (`112`, `116117`, `14020`).

    Raises:
        ValueError: the key is not of that shape; typed text goes through `parse_number`.
    """

    key: str

    def __post_init__(self) -> None:
        digits = self.key.removeprefix("+")
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError("a key is digits, in E.164 with + in front")

    @property
    def sort(self) -> NumberSort:
        """What the number is for, told by its key alone."""
        if self.key.startswith(_SERVICE) or _is_municipal(self.key):
            return NumberSort.SERVICE
        return NumberSort.ORDINARY if self.key.startswith("+") else NumberSort.SHORT

    @property
    def masked(self) -> str:
        """The number with at most its last four digits, for lists, logs and tracebacks.

        Service and short numbers are nobody's own and stay whole.
        """
        if self.sort is not NumberSort.ORDINARY:
            return self.national
        code, rest = _split_code(self.key)
        # Of a short number the last four would be nearly all of it.
        kept = min(_MASK_KEEPS, len(rest) // 2)
        front, hidden = f"+{code} ", len(rest) - kept
        if code == "31":
            # The area code stays hidden: with six digits behind it, only two would be left to guess.
            front, hidden = ("06-", hidden - 1) if rest.startswith("6") else ("0", hidden)
        return front + _DOT * hidden + rest[len(rest) - kept :]

    @property
    def national(self) -> str:
        """The number as a Dutch desk writes it: `06-12345678`, `14 020`, `+32 470 123 456`."""
        if not self.key.startswith("+"):
            return _written_short(self.key)
        code, rest = _split_code(self.key)
        return written(rest) if code == "31" else f"+{code} {_in_threes(rest)}"

    def __repr__(self) -> str:
        return f"PhoneNumber({self.masked})"

    def __str__(self) -> str:
        return self.masked


@value
class Withheld:
    """The caller hid the number: recordable, equal to every other, never matched to anybody."""


def parse_number(raw: str, country: Country = Country.NETHERLANDS) -> PhoneNumber | Withheld:
    """Read a number as people type it and as exchanges give it (design 4.1).

    Understood are decoration of every kind, digits of every script, `(0)`, `00`, a lost plus or zero,
    `tel:` and `sip:` addresses; an extension (`toestel 12`) is dropped. Letters are never digits. What can
    be read in two ways, or holds two numbers, is refused. So is an extension inside an organisation: it
    belongs to a desk, and what one person says there would be held against all who sit at it.

    Args:
        raw: as typed, at most 200 characters.
        country: whose numbers are written without a country code.

    Returns:
        `Withheld` for `anoniem` and its likes, for nothing at all and for a row of zeros.

    Raises:
        UnreadableNumber: with the reason.
    """
    if country is Country.NETHERLANDS and (key := dutch_key(raw)):
        return PhoneNumber(key)
    try:
        dialled = bare_number(raw)
        return Withheld() if dialled is None else PhoneNumber(_key(dialled, country))
    except NumberError as error:
        raise UnreadableNumber(raw, error.reason) from None


def parse_phone(raw: str, country: Country = Country.NETHERLANDS) -> PhoneNumber:
    """Read a number where there has to be one; arguments as for `parse_number`.

    Raises:
        UnreadableNumber: with the reason.
        WithheldNumber: the text says that the caller hid the number.
    """
    number = parse_number(raw, country)
    if isinstance(number, Withheld):
        raise WithheldNumber
    return number


def _key(dialled: str, country: Country) -> str:
    if dialled in _SHORT[country] or _is_social_value(dialled):
        return dialled
    # Loaded only here: the look-up of an ordinary Dutch number has no time for it (design 5.1).
    from agressielog.domain.number_plan import e164_of  # noqa: PLC0415

    # Known in every country, so that a stored key can be read back whatever the setting.
    found = e164_of("+31" + dialled if _is_municipal(dialled) else dialled, country)
    inland = found.removeprefix("+31")
    return inland if _is_municipal(inland) else found


def _is_municipal(key: str) -> bool:
    return key.startswith(_MUNICIPAL) and len(key) in _MUNICIPAL_LENGTHS


def _is_social_value(key: str) -> bool:
    return key.startswith(_SOCIAL_VALUE) and len(key) == _SOCIAL_VALUE_LENGTH


def _split_code(key: str) -> tuple[str, str]:
    length = 1 if key[1] in _CODES_OF_ONE else 2 if key[1:3] in _CODES_OF_TWO else 3
    return key[1 : 1 + length], key[1 + length :]


def _written_short(key: str) -> str:
    if _is_municipal(key):
        return f"{key[:2]} {key[2:]}"
    return _in_threes(key) if _is_social_value(key) else key


def _in_threes(digits: str) -> str:
    # A last group of one digit joins the one before it: 151 234 5678.
    cut = range(0, max(len(digits) - 1, 1), 3)
    return " ".join(digits[at : at + 3] if at != cut[-1] else digits[at:] for at in cut)
