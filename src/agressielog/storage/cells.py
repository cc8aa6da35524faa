"""Cells read for what they must be: anything else was not written by this program.

SQLite keeps what another program puts there: a moment without its offset, a year that no calendar
reaches, a code that we never had, in a file that was edited by hand also another type. Each reader raises
`RecordDamaged` for such a cell; `faults.understood` adds which record it was in.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from agressielog.application.errors import RecordDamaged

_E = TypeVar("_E", bound=StrEnum)

# Days that are typed lie between 1990 and 2099 and a term is a century at most (`domain.day`, `domain.span`);
# a computer whose clock was never set writes 1970. Within these bounds no sum runs off the calendar.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def text(row: Mapping[str, object], column: str) -> str:
    """Return a text that is always there."""
    value = row[column]
    if not isinstance(value, str):
        raise RecordDamaged
    return value


def optional_text(row: Mapping[str, object], column: str) -> str | None:
    """Return a text, or None for an empty cell."""
    return None if row[column] is None else text(row, column)


def whole(row: Mapping[str, object], column: str) -> int:
    """Return a whole number that is always there."""
    value = row[column]
    if not isinstance(value, int):
        raise RecordDamaged
    return value


def optional_whole(row: Mapping[str, object], column: str) -> int | None:
    """Return a whole number, or None for an empty cell."""
    return None if row[column] is None else whole(row, column)


def flag(row: Mapping[str, object], column: str) -> bool:
    """Return a yes or no, stored as 1 or 0."""
    value = whole(row, column)
    if value not in {0, 1}:
        raise RecordDamaged
    return bool(value)


def moment(row: Mapping[str, object], column: str) -> datetime:
    """Return an aware moment in UTC, which is always there."""
    try:
        found = datetime.fromisoformat(text(row, column))
    except ValueError as error:
        raise RecordDamaged from error
    if found.tzinfo is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise RecordDamaged
    return found.astimezone(UTC)


def optional_moment(row: Mapping[str, object], column: str) -> datetime | None:
    """Return an aware moment in UTC, or None for an empty cell."""
    return None if row[column] is None else moment(row, column)


def day(row: Mapping[str, object], column: str) -> date:
    """Return a local day that is always there."""
    try:
        found = date.fromisoformat(text(row, column))
    except ValueError as error:
        raise RecordDamaged from error
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise RecordDamaged
    return found


def optional_day(row: Mapping[str, object], column: str) -> date | None:
    """Return a local day, or None for an empty cell."""
    return None if row[column] is None else day(row, column)


def code(row: Mapping[str, object], column: str, codes: type[_E]) -> _E:
    """Return one of our codes, which is always there."""
    try:
        return codes(text(row, column))
    except ValueError as error:
        raise RecordDamaged from error


def optional_code(row: Mapping[str, object], column: str, codes: type[_E]) -> _E | None:
    """Return one of our codes, or None for an empty cell."""
    return None if row[column] is None else code(row, column, codes)
