"""Terms that move off weekends and holidays, as the Dutch Algemene termijnenwet has it (articles 1 and 3).

Only for a policy that says so (`schuift`). A public body's own extra days are not in here.
"""

from datetime import date, timedelta

_SATURDAY = 5
_KING_SINCE = 27
_APRIL = 4
# New Year, Liberation Day, and both days of Christmas, as month and day.
_FIXED = {(1, 1), (5, 5), (12, 25), (12, 26)}
# Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter.
_AROUND_EASTER = (-2, 1, 39, 50)


def moved_off(day: date) -> date:
    """Return *day*, or the first day after it that is no Saturday, Sunday or holiday."""
    while day.weekday() >= _SATURDAY or is_holiday(day):
        day += timedelta(days=1)
    return day


def is_holiday(day: date) -> bool:
    """Tell whether the law knows this day as a holiday."""
    if (day.month, day.day) in _FIXED or day == _kings_day(day.year):
        return True
    return (day - easter(day.year)).days in _AROUND_EASTER


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leaps, skipped = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _kings_day(year: int) -> date:
    """Return 27 April, or the day before where that is a Sunday."""
    day = date(year, _APRIL, _KING_SINCE)
    return day if day.weekday() <= _SATURDAY else day - timedelta(days=1)
