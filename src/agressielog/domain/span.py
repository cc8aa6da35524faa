"""Spans of a policy (`12 maanden`, `90 dagen`) and where they end on the calendar.

Months clamp (31 January and one month is 28 or 29 February), and a window of twelve months includes the
same calendar day a year later (domain 8.4, decisions 1 to 3).
"""

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum

from agressielog.domain.value import value

_MONTHS_OF_YEAR = 12
# From here twelve months are 365 days.
_ANY_DAY = date(2001, 1, 1)


class SpanUnit(StrEnum):
    """What a span counts in."""

    DAY = "dag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"


_PLURAL = {
    SpanUnit.DAY: "dagen",
    SpanUnit.WEEK: "weken",
    SpanUnit.MONTH: "maanden",
    SpanUnit.YEAR: "jaar",
}
_WRITTEN = {word: unit for unit in SpanUnit for word in (unit.value, _PLURAL[unit])} | {
    "jaren": SpanUnit.YEAR
}
_DAYS = {SpanUnit.DAY: 1, SpanUnit.WEEK: 7}
_MONTHS = {SpanUnit.MONTH: 1, SpanUnit.YEAR: _MONTHS_OF_YEAR}
# A century: no term in this field comes near, and no date of a logbook runs off the calendar.
_MOST = {SpanUnit.DAY: 36_500, SpanUnit.WEEK: 5_200, SpanUnit.MONTH: 1_200, SpanUnit.YEAR: 100}


@value
class Span:
    """A length on the calendar, of at least one unit and at most a century.

    Raises:
        ValueError: shorter or longer than that.
    """

    amount: int
    unit: SpanUnit

    def __post_init__(self) -> None:
        if not 1 <= self.amount <= _MOST[self.unit]:
            raise ValueError(str(self))

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read `1 maand`, `12 maanden`, `90 dagen`.

        Raises:
            ValueError: anything else, nothing at all, or more than a century.
        """
        found = re.fullmatch(r"([0-9]{1,5}) ([a-z]+)", " ".join(text.casefold().split()))
        if found is None or found[2] not in _WRITTEN:
            raise ValueError(text)
        return cls(int(found[1]), _WRITTEN[found[2]])

    def __str__(self) -> str:
        """Return how a policy writes it: `1 maand`, `3 maanden`."""
        return f"{self.amount} {self.unit.value if self.amount == 1 else _PLURAL[self.unit]}"

    def after(self, day: date) -> date:
        """Return the same calendar day one span later, clamped to the length of its month."""
        if self.unit in _DAYS:
            return day + timedelta(days=self.amount * _DAYS[self.unit])
        return _months_later(day, self.amount * _MONTHS[self.unit])

    def last_day_from(self, first: date) -> date:
        """Return the last day of something that lasts this long from *first* on: 12 May + 1 month is 11 June."""
        return self.after(first) - timedelta(days=1)

    @property
    def days(self) -> int:
        """Its length in days from one fixed day, to tell which of two spans is the longer one."""
        return (self.after(_ANY_DAY) - _ANY_DAY).days


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * _MONTHS_OF_YEAR + day.month - 1 + months, _MONTHS_OF_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
