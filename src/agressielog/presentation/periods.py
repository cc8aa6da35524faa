"""How the period of a report reads on a Dutch screen."""

from typing import assert_never

from agressielog.domain.calendar_words import MONTHS
from agressielog.domain.period import Period, PeriodSort
from agressielog.presentation.moments import show_long_day


def show_period(period: Period) -> str:
    """Return the title of a period: `oktober 2026`, `week 45 van 2026 (2 t/m 8 november)`, `3e kwartaal 2026`."""
    match period.sort:
        case PeriodSort.WEEK:
            week = period.first.isocalendar()
            return f"week {week.week} van {week.year} ({_show_days(period)})"
        case PeriodSort.MONTH:
            return f"{MONTHS[period.first.month - 1]} {period.first.year}"
        case PeriodSort.QUARTER:
            return f"{period.last.month // 3}e kwartaal {period.first.year}"
        case PeriodSort.YEAR:
            return period.name
        case _:
            assert_never(period.sort)


def _show_days(period: Period) -> str:
    first, last = period.first, period.last
    if first.year != last.year:
        return f"{show_long_day(first)} t/m {show_long_day(last)}"
    until = f"{last.day} {MONTHS[last.month - 1]}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} t/m {until}"
    return f"{first.day} t/m {until}"
