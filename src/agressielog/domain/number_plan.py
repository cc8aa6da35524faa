"""The only module that asks libphonenumber: which numbers exist, and what is wrong with one that does not.

It gets bare digits with at most a plus, never text as typed: libphonenumber reads letters as digits
(`0800-BEL` is 0800-235) and cuts a number off at characters it does not know.
"""

from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType, ValidationResult

from agressielog.domain.number_errors import NumberError, NumberFault
from agressielog.domain.vocabulary import Country

_CALLING_CODES: Final = {Country.NETHERLANDS: "31", Country.BELGIUM: "32", Country.GERMANY: "49"}

# A number of the own country that lost its zero has at most nine digits in the Netherlands and Belgium.
# A shorter one is never taken for a neighbour's: 492 123456 is Helmond without its zero, not +49 2123456.
_SHORTEST_FROM_ABROAD: Final = 10

_FAULTS: Final = {
    ValidationResult.TOO_SHORT: NumberFault.TOO_SHORT,
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: NumberFault.TOO_SHORT,
    ValidationResult.TOO_LONG: NumberFault.TOO_LONG,
}
_PARSE_FAULTS: Final = {
    NumberParseException.TOO_SHORT_AFTER_IDD: NumberFault.TOO_SHORT,
    NumberParseException.TOO_SHORT_NSN: NumberFault.TOO_SHORT,
    NumberParseException.TOO_LONG: NumberFault.TOO_LONG,
}


def e164_of(dialled: str, country: Country) -> str:
    """Return the number in E.164 (`+31612345678`).

    Without `0` or `+` in front, a number lost its zero in a spreadsheet or its plus in an exchange. If
    it exists in both ways it is refused and not guessed.

    Args:
        dialled: digits, with `+` or `00` in front for a number with its country code.
        country: whose numbers are written without a country code.

    Raises:
        NumberError: the plan of that country does not have it.
    """
    if dialled.startswith("00"):
        dialled = "+" + dialled[2:]
    if dialled.startswith(("+", "0")):
        return _checked(dialled, country)
    lost_zero, lost_plus = _valid("0" + dialled, country), _valid_without_plus(dialled, country)
    if lost_zero and lost_plus:
        raise NumberError(NumberFault.TWO_READINGS)
    likely = "+" if dialled.startswith(_CALLING_CODES[country]) else "0"
    return lost_zero or lost_plus or _checked(likely + dialled, country)


def _valid_without_plus(dialled: str, country: Country) -> str | None:
    """Read a country code without its plus: the own one, and those of the neighbours the product knows."""
    own = dialled.startswith(_CALLING_CODES[country])
    neighbour = len(dialled) >= _SHORTEST_FROM_ABROAD and dialled.startswith(tuple(_CALLING_CODES.values()))
    return _valid("+" + dialled, country) if own or neighbour else None


def _valid(dialled: str, country: Country) -> str | None:
    try:
        return _checked(dialled, country)
    except NumberError:
        return None


def _checked(dialled: str, country: Country) -> str:
    try:
        number = phonenumbers.parse(dialled, country.value)
    except NumberParseException as trouble:
        raise NumberError(_PARSE_FAULTS.get(trouble.error_type, NumberFault.NOT_IN_PLAN)) from None
    if phonenumbers.is_valid_number(number):
        return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    # Held against the length of a fixed line: over all kinds together almost every length is possible,
    # and "a digit too many" is what helps the user.
    length = phonenumbers.is_possible_number_for_type_with_reason(number, PhoneNumberType.FIXED_LINE)
    raise NumberError(_FAULTS.get(length, NumberFault.NOT_IN_PLAN))
