"""When people call a town hall: on working days, most on Monday, in office hours, in Amsterdam."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from agressielog.application.demo_chance import Dice
from agressielog.domain.local_time import AMSTERDAM

_DAY = timedelta(days=1)
_THURSDAY, _SATURDAY = 3, 5
#: How busy each working day is, monday first.
_BUSY = (1.5, 1.1, 1.0, 0.95, 0.8)
#: How busy each hour is, from the doors opening at half past eight; on Thursday they stay open.
_HOURS = {8: 0.5, 9: 1.4, 10: 1.6, 11: 1.3, 12: 0.7, 13: 1.1, 14: 1.2, 15: 1.0, 16: 0.8}
_EVENING = {17: 0.25, 18: 0.35, 19: 0.3}
_OPENS = time(8, 30)
#: New Year, King's Day and Christmas, as month and day; the moving feasts are left out.
_CLOSED = frozenset({(1, 1), (4, 27), (12, 25), (12, 26)})
#: How much more there is to record at the end than at the beginning, as a share.
_GROWTH = 0.5


def is_working_day(day: date) -> bool:
    """Tell whether the doors are open on *day*."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _CLOSED


def working_day_before(day: date) -> date:
    """Return *day* itself if the doors are open, or the last day before it on which they were."""
    while not is_working_day(day):
        day -= _DAY
    return day


def working_day_after(day: date) -> date:
    """Return *day* itself if the doors are open, or the first day after it on which they are."""
    while not is_working_day(day):
        day += _DAY
    return day


class Calendar:
    """The working days of a stretch, to choose from.

    Args:
        first, last: local days, inclusive; at least one working day among them.
    """

    def __init__(self, dice: Dice, first: date, last: date) -> None:
        self._dice = dice
        span = (last - first).days
        days = (first + _DAY * passed for passed in range(span + 1))
        self._days: Sequence[date] = [day for day in days if is_working_day(day)]
        self._weights = [
            _BUSY[day.weekday()] * (1 + _GROWTH * (day - first).days / max(span, 1)) for day in self._days
        ]

    def day(self) -> date:
        """Return a day, a busy one rather than a quiet one."""
        return self._dice.weighted(self._days, self._weights)

    def days(self, number: int, longest_gap: int) -> list[date]:
        """Return *number* days in order, at most some *longest_gap* days apart."""
        found = [self.day()]
        for _ in range(number - 1):
            earlier = working_day_before(found[0] - _DAY * (1 + self._dice.below(longest_gap)))
            found.insert(0, earlier if earlier >= self._days[0] else self._days[0])
        return found

    def moment(self, day: date) -> datetime:
        """Return an aware UTC moment in the office hours of *day*."""
        hours = _HOURS | _EVENING if day.weekday() == _THURSDAY else _HOURS
        hour = self._dice.weighted(tuple(hours), tuple(hours.values()))
        first = _OPENS.minute if hour == _OPENS.hour else 0
        return at_local(day, time(hour, first + self._dice.below(60 - first), self._dice.below(60)))


def at_local(day: date, at: time) -> datetime:
    """Return the aware UTC moment of an Amsterdam time on *day*."""
    return datetime.combine(day, at, AMSTERDAM).astimezone(UTC)
