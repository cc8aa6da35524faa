"""ULIDs: an identity made by the client, so that a repeated `add` is found and not stored again.

By hand: the format is 26 characters of Crockford base 32 over 48 bits of time and 80 bits of chance
(github.com/ulid/spec), and the import needs those 80 bits to be a hash of the content, which no
library offers.
"""

from datetime import UTC, datetime, timedelta
from typing import NewType

from agressielog.domain.errors import UnreadableValue

Ulid = NewType("Ulid", str)

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26
_EPOCH, _MILLISECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)
RANDOM_BYTES = 10


def make_ulid(at: datetime, noise: bytes) -> Ulid:
    """Compose a ULID.

    Args:
        at: aware moment, from 1970 to 10889; its milliseconds are the first ten characters.
        noise: exactly ten bytes, random or a hash.

    Raises:
        ValueError: *noise* is not ten bytes.
    """
    if len(noise) != RANDOM_BYTES:
        raise ValueError(len(noise))
    # In whole numbers: as a float one or another millisecond (some of 1971) is told as the one before.
    milliseconds = max(0, (at - _EPOCH) // _MILLISECOND)
    value = (milliseconds << 80) | int.from_bytes(noise, "big")
    return Ulid("".join(_DIGITS[(value >> shift) & 31] for shift in range(125, -1, -5)))


def parse_ulid(text: str) -> Ulid:
    """Read a ULID as typed, lower case allowed.

    Raises:
        UnreadableValue: not 26 characters of Crockford base 32, or larger than 128 bits.
    """
    upper = text.strip().upper()
    # Not ASCII: `ß` would become two letters in capitals.
    if not text.isascii() or len(upper) != _LENGTH or upper[0] > "7" or any(c not in _DIGITS for c in upper):
        raise UnreadableValue("--ulid", text)
    return Ulid(upper)
