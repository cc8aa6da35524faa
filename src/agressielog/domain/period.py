"""The periods a report is about: weeks of ISO 8601, months, quarters and years of Amsterdam days."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from agressielog.domain.calendar_words import LONGEST_TYPED, MONTH, month_number, plain_words
from agressielog.domain.day import FIRST_YEAR, LAST_YEAR
from agressielog.domain.errors import WrongUse
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.value import value


class PeriodSort(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "maand"
    QUARTER = "kwartaal"
    YEAR = "jaar"


class PeriodFault(StrEnum):
    """Why a text is not a period of the sort that was asked for."""

    NOT_UNDERSTOOD = "niet begrepen"
    TOO_LONG = "te lang"
    OTHER_SORT = "andere soort"
    NO_SUCH_PERIOD = "bestaat niet"
    YEAR_OUT_OF_REACH = "jaartal buiten bereik"


class UnreadablePeriod(WrongUse):
    """A text that is not a period of `sort`; `meant` is the sort it does spell."""

    raw: str
    sort: PeriodSort
    reason: PeriodFault
    meant: PeriodSort | None = None


@value
class Period:
    """One week, month, quarter or year of Amsterdam days, `first` and `last` inclusive."""

    sort: PeriodSort
    first: date
    last: date

    @property
    def name(self) -> str:
        """How it is written: `2026-10`, `2026-W45`, `2026-K3`, `2026`."""
        match self.sort:
            case PeriodSort.WEEK:
                week = self.first.isocalendar()
                return f"{week.year:04}-W{week.week:02}"
            case PeriodSort.MONTH:
                return f"{self.first.year:04}-{self.first.month:02}"
            case PeriodSort.QUARTER:
                return f"{self.first.year:04}-K{self.last.month // 3}"
            case PeriodSort.YEAR:
                return f"{self.first.year:04}"
            case _:
                assert_never(self.sort)

    @property
    def starts_at(self) -> datetime:
        """Aware UTC moment at which it begins, inclusive."""
        return start_of_day(self.first)

    @property
    def ends_before(self) -> datetime:
        """Aware UTC moment at which the next one begins, exclusive."""
        return start_of_day(self.last + timedelta(days=1))

    def contains(self, at: datetime) -> bool:
        """Tell whether the aware moment *at* falls in it."""
        return self.first <= local_day(at) <= self.last

    def days(self) -> tuple[date, ...]:
        """Return its days in order."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def previous(self) -> "Period":
        """Return the period of the same sort just before it."""
        return period_of(self.sort, self.first - timedelta(days=1))

    def same_last_year(self) -> "Period":
        """Return the same period a year earlier; week 53 becomes week 52 where that year has no 53."""
        if self.sort is not PeriodSort.WEEK:
            return period_of(self.sort, self.first.replace(year=self.first.year - 1))
        week = self.first.isocalendar()
        last_week = date(week.year - 1, 12, 28).isocalendar().week
        return period_of(PeriodSort.WEEK, date.fromisocalendar(week.year - 1, min(week.week, last_week), 1))


def period_of(sort: PeriodSort, day: date) -> Period:
    """Return the period of *sort* in which the Amsterdam *day* lies; weeks are those of ISO 8601."""
    match sort:
        case PeriodSort.WEEK:
            first = day - timedelta(days=day.weekday())
            return Period(sort, first, first + timedelta(days=6))
        case PeriodSort.MONTH:
            return _months(sort, day.year, day.month, 1)
        case PeriodSort.QUARTER:
            return _months(sort, day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case PeriodSort.YEAR:
            return _months(sort, day.year, 1, 12)
        case _:
            assert_never(sort)


def _months(sort: PeriodSort, year: int, first_month: int, count: int) -> Period:
    last_month = first_month + count - 1
    return Period(sort, date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1]))


def parse_period(raw: str | None, sort: PeriodSort, today: date) -> Period:
    """Read a typed period: `2026-10`, `oktober`, `vorige`, `2026-W45`, `3e kwartaal 2026`, `2026`.

    Without a year it is the most recent one, of this year or the last, that has begun. A period with its
    year spelled out may lie in the future.

    Args:
        raw: as typed; None is the period that runs today.
        sort: the sort that was asked for. A number alone is one of these: week `45`, month `10`.
        today: the Amsterdam day on which it is typed.

    Raises:
        UnreadablePeriod: anything else, and a period of another sort.
    """
    if raw is None:
        return period_of(sort, today)
    if len(raw) > LONGEST_TYPED:
        raise UnreadablePeriod(raw, sort, PeriodFault.TOO_LONG)
    words = plain_words(raw)
    for spelling, spelled in _SPELLINGS:
        if found := re.fullmatch(spelling, words):
            meant = spelled or _sort_named(found, sort)
            if meant is not sort:
                raise UnreadablePeriod(raw, sort, PeriodFault.OTHER_SORT, meant)
            period = _read(found.groupdict(), sort, today)
            if isinstance(period, PeriodFault):
                raise UnreadablePeriod(raw, sort, period)
            return period
    raise UnreadablePeriod(raw, sort, PeriodFault.NOT_UNDERSTOOD)


def _sort_named(found: re.Match[str], asked: PeriodSort) -> PeriodSort:
    named = found.groupdict().get("sort")
    return PeriodSort(named) if named else asked


def _read(found: dict[str, str | None], sort: PeriodSort, today: date) -> Period | PeriodFault:
    if which := found.get("which"):
        running = period_of(sort, today)
        return running.previous() if which.startswith("vorig") else running
    number = 1 if sort is PeriodSort.YEAR else _number(found)
    # A year itself is written in four digits: nothing less gets past `_nth`.
    year = found.get("year") or (found.get("number") if sort is PeriodSort.YEAR else None)
    if year:
        return _nth(sort, int(year), number)
    # Around New Year the running ISO week can belong to next year.
    for candidate in (today.year + 1, today.year, today.year - 1):
        period = _nth(sort, candidate, number)
        if isinstance(period, Period) and period.first <= today:
            return period
    return PeriodFault.NO_SUCH_PERIOD


def _number(found: dict[str, str | None]) -> int:
    if month := found.get("month"):
        return month_number(month)
    if ordinal := found.get("ordinal"):
        return _ORDINALS.index(ordinal) + 1
    return int(found.get("number") or 0)


def _nth(sort: PeriodSort, year: int, number: int) -> Period | PeriodFault:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return PeriodFault.YEAR_OUT_OF_REACH
    try:
        if sort is PeriodSort.WEEK:
            return period_of(sort, date.fromisocalendar(year, number, 1))
        return period_of(sort, date(year, number * 3 - 2 if sort is PeriodSort.QUARTER else number, 1))
    except ValueError:
        return PeriodFault.NO_SUCH_PERIOD


_ORDINALS = ("eerste", "tweede", "derde", "vierde")

_YEAR = r"(?P<year>[0-9]{4})"
_NUMBER = r"(?P<number>[0-9]{1,2})"
_NTH_QUARTER = rf"(?:(?P<number>[0-9]{{1,2}})(?:e|ste|de)|(?P<ordinal>{'|'.join(_ORDINALS)})) kwartaal"

# The sort that a spelling belongs to; None where its own word, or the option, says it. Plain strings: `re`
# compiles them when a period is typed, and most commands read none.
_SPELLINGS: tuple[tuple[str, PeriodSort | None], ...] = (
    (rf"(?P<which>vorige?|deze|dit|huidige?)(?: (?P<sort>{'|'.join(PeriodSort)}))?", None),
    (_NUMBER, None),
    (_YEAR, PeriodSort.YEAR),
    (rf"{_YEAR}[-/. ]{_NUMBER}", PeriodSort.MONTH),
    (rf"{_NUMBER}[-/. ]{_YEAR}", PeriodSort.MONTH),
    (rf"(?P<month>{MONTH})(?:[- ]{_YEAR})?", PeriodSort.MONTH),
    (rf"(?:{_YEAR}[- ]?)?(?:week|wk|w)[- ]?{_NUMBER}", PeriodSort.WEEK),
    (rf"(?:week|wk|w)[- ]?{_NUMBER}(?:[-/ ]| van ){_YEAR}", PeriodSort.WEEK),
    (rf"(?:{_YEAR}[- ]?)?(?:kwartaal|kw|k|q)[- ]?{_NUMBER}", PeriodSort.QUARTER),
    (rf"(?:kwartaal|kw|k|q)[- ]?{_NUMBER}(?:[-/ ]| van ){_YEAR}", PeriodSort.QUARTER),
    (rf"{_NTH_QUARTER}(?: (?:van )?{_YEAR})?", PeriodSort.QUARTER),
)
