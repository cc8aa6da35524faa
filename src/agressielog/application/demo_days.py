"""When people call a town hall: on working days, most on Monday, in office hours, in Amsterdam."""

from bisect import bisect
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate

from agressielog.application.demo_chance import Dice
from agressielog.domain.local_time import AMSTERDAM

_DAY = timedelta(days=1)
_THURSDAY, _SATURDAY, _SUNDAY = 3, 5, 6
#: How busy each working day is, monday first, and each month: tax letters in spring, quiet summers.
_BUSY = (1.7, 1.1, 1.0, 0.95, 0.8)
_MONTHS = (1.15, 1.25, 1.2, 1.05, 0.95, 0.95, 0.75, 0.8, 1.05, 1.05, 1.05, 0.85)
#: How busy each hour is, from the doors opening at half past eight; on Thursday they stay open.
_HOURS = {8: 0.5, 9: 1.4, 10: 1.6, 11: 1.3, 12: 0.7, 13: 1.1, 14: 1.2, 15: 1.0, 16: 0.8}
_EVENING = {17: 0.25, 18: 0.35, 19: 0.3}
_OPENS = time(8, 30)
#: New Year, King's Day and Christmas, as month and day; the moving feasts are left out.
_CLOSED = frozenset({(1, 1), (4, 27), (12, 25), (12, 26)})
#: How much more there is to record at the end than at the beginning, as a share.
_GROWTH = 0.4
#: How often a further call of the same caller comes after the ones chosen before, if it can.
_LATER = 0.55
_GOLDEN = (5**0.5 - 1) / 2


def is_working_day(day: date) -> bool:
    """Tell whether the doors are open on *day*."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _CLOSED


def working_day_before(day: date) -> date:
    """Return *day* itself if the doors are open, or the last day before it on which they were."""
    while not is_working_day(day):
        day -= _DAY
    return day


def working_day_near(day: date) -> date:
    """Return the working day nearest to *day*: a Sunday is moved to Monday, other closed days back.

    Later days stay later, or become the same.
    """
    monday_after = day + _DAY
    if day.weekday() == _SUNDAY and is_working_day(monday_after):
        return monday_after
    return working_day_before(day)


def working_day_after(day: date) -> date:
    """Return *day* itself if the doors are open, or the first day after it on which they are."""
    while not is_working_day(day):
        day += _DAY
    return day


class Calendar:
    """The working days of a stretch, to choose from.

    Args:
        dice: chance.
        first, last: local days, inclusive; at least one working day among them.
    """

    def __init__(self, dice: Dice, first: date, last: date) -> None:
        self._dice = dice
        span = (last - first).days
        days = (first + _DAY * passed for passed in range(span + 1))
        self._days = [day for day in days if is_working_day(day)]
        weights = (
            _BUSY[day.weekday()] * _MONTHS[day.month - 1] * (1 + _GROWTH * (day - first).days / span)
            for day in self._days
        )
        self._until = list(accumulate(weights))
        self._place = dice.fraction()

    def day(self) -> date:
        """Return a day, a busy one rather than a quiet one.

        The golden ratio spreads the days evenly, so that no month comes out empty by chance.
        """
        self._place = (self._place + _GOLDEN) % 1
        return self._days[bisect(self._until, self._place * self._until[-1])]

    def days(self, number: int, longest_gap: int) -> list[date]:
        """Return *number* days in order, each at most some *longest_gap* days from the next."""
        found = [self.day()]
        for _ in range(number - 1):
            gap = _DAY * (1 + self._dice.below(longest_gap))
            earlier, later = working_day_before(found[0] - gap), working_day_after(found[-1] + gap)
            if later <= self._days[-1] and self._dice.happens(_LATER):
                found.append(later)
            else:
                found.insert(0, max(earlier, self._days[0]))
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
