"""Dutch days as typed: `gisteren`, `vorige week dinsdag`, `3 april`, `03-04-2026`, `over 2 weken`.

By hand on purpose: dateparser and dateutil take month before day, fill in what they cannot read, and
never say so. Here a text is understood or refused; the day stands before the month, always.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from agressielog.domain.calendar_words import (
    LONGEST_TYPED,
    MONTH,
    NUMBER,
    WEEKDAY,
    month_number,
    number_of,
    plain_words,
    weekday_number,
)
from agressielog.domain.moment_errors import MomentFault, UnreadableDay

#: The years a typed day may lie in. Before 1990 no register of telephone aggression goes back and no
#: retention term reaches: it is a slip of the keyboard. `26` is 2026, up to 2099.
FIRST_YEAR, LAST_YEAR = 1990, 2099

_CENTURY = 2000


class Direction(StrEnum):
    """Which way a weekday or a date without a year points."""

    PAST = "terug"
    FUTURE = "vooruit"


def parse_day(raw: str, today: date, direction: Direction = Direction.PAST) -> date:
    """Read one typed day.

    Args:
        raw: as typed.
        today: the Amsterdam day on which it is typed.
        direction: PAST reads a weekday or yearless date as the last one up to and including today, FUTURE
            as the next date from today on and the next weekday after today. It does not limit what is
            spelled out: `gisteren` and `5 mei 2020` are the same both ways.

    Raises:
        UnreadableDay: anything else, with the reason.
    """
    if len(raw) > LONGEST_TYPED:
        raise UnreadableDay(raw, MomentFault.TOO_LONG)
    found = read_day(plain_words(raw), today, direction)
    if isinstance(found, MomentFault):
        raise UnreadableDay(raw, found)
    return found


def read_day(words: str, today: date, direction: Direction) -> date | MomentFault:
    """Read a day from text that went through `plain_words`, or tell why not; see `parse_day`."""
    if not words:
        return MomentFault.EMPTY
    for spelling, read in _SPELLINGS:
        if match := re.fullmatch(spelling, words.removeprefix("op ")):
            found = read(match, today, direction)
            return _within_reach(found) if isinstance(found, date) else found
    return MomentFault.NOT_UNDERSTOOD


def is_weekday(words: str) -> bool:
    """Tell whether *words* are the name of a weekday and nothing more."""
    return re.fullmatch(WEEKDAY, words.removeprefix("op ")) is not None


def _within_reach(day: date) -> date | MomentFault:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else MomentFault.YEAR_OUT_OF_REACH


def _near(match: re.Match[str], today: date, _direction: Direction) -> date:
    return today + timedelta(days=_NEAR_DAYS[match[0]])


def _weekday(match: re.Match[str], today: date, direction: Direction) -> date:
    wanted = weekday_number(match["weekday"])
    if direction is Direction.PAST:
        return today - timedelta(days=(today.weekday() - wanted) % 7)
    return _weekday_after(today, wanted)


def _weekday_gone(match: re.Match[str], today: date, _direction: Direction) -> date:
    return today - timedelta(days=(today.weekday() - weekday_number(match["weekday"]) - 1) % 7 + 1)


def _weekday_to_come(match: re.Match[str], today: date, _direction: Direction) -> date:
    return _weekday_after(today, weekday_number(match["weekday"]))


def _weekday_after(today: date, wanted: int) -> date:
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _two_meanings(_match: re.Match[str], _today: date, _direction: Direction) -> MomentFault:
    # On a Wednesday `vorige maandag` is two days ago to one reader and nine to the next.
    return MomentFault.TWO_MEANINGS


def _weekday_of_week(match: re.Match[str], today: date, _direction: Direction) -> date:
    monday = today - timedelta(days=today.weekday())
    weeks = {"vorige": -1, "deze": 0, "volgende": 1}[match["week"]]
    return monday + timedelta(weeks=weeks, days=weekday_number(match["weekday"]))


def _counted(match: re.Match[str], today: date, _direction: Direction) -> date | MomentFault:
    count = number_of(match["count"]) * (-1 if match[0].endswith("geleden") else 1)
    unit = match["unit"]
    if unit.startswith("dag"):
        return today + timedelta(days=count)
    if unit.startswith("we"):
        return today + timedelta(weeks=count)
    return _months_on(today, count if unit.startswith("maand") else 12 * count)


def _months_on(day: date, months: int) -> date | MomentFault:
    # Calendar months clamp: 31 January and a month is 28 or 29 February (domain 8.4, decision 3).
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return MomentFault.YEAR_OUT_OF_REACH
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _dated(match: re.Match[str], today: date, direction: Direction) -> date | MomentFault:
    word = match["month"]
    month = int(word) if word.isdecimal() else month_number(word)
    day = int(match["day"])
    typed_year = (match["year"] or "").removeprefix("'")
    if typed_year:
        found = _calendar_day(int(typed_year) + (_CENTURY if len(typed_year) == len("26") else 0), month, day)
    else:
        found = _nearest(month, day, today, direction)
    if isinstance(found, date) and match["weekday"] and weekday_number(match["weekday"]) != found.weekday():
        return MomentFault.OTHER_WEEKDAY
    return found


def _nearest(month: int, day: int, today: date, direction: Direction) -> date | MomentFault:
    past = direction is Direction.PAST
    for year in (today.year, today.year + (-1 if past else 1)):
        found = _calendar_day(year, month, day)
        if isinstance(found, date) and (found <= today if past else found >= today):
            return found
    # Only 29 February gets here as a real date: the last one may be years away, so nobody meant it.
    return MomentFault.NEEDS_YEAR if (month, day) == (2, 29) else MomentFault.NO_SUCH_DATE


def _calendar_day(year: int, month: int, day: int) -> date | MomentFault:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return MomentFault.YEAR_OUT_OF_REACH
    try:
        return date(year, month, day)
    except ValueError:
        return MomentFault.NO_SUCH_DATE


_NEAR_DAYS = {
    "eergisteren": -2,
    "eergister": -2,
    "gisteren": -1,
    "gister": -1,
    "vandaag": 0,
    "morgen": 1,
    "overmorgen": 2,
}

_NAMED = rf"(?P<weekday>{WEEKDAY})"
_PERHAPS_NAMED = rf"(?:{_NAMED} )?"
_DAY = r"(?P<day>[0-9]{1,2})"
_UNIT = r"(?P<unit>dag|dagen|week|weken|maand|maanden|jaar)"

_Reader = Callable[[re.Match[str], date, Direction], date | MomentFault]
# Plain strings: `re` compiles them when a day is typed, and most commands read none.
_SPELLINGS: tuple[tuple[str, _Reader], ...] = (
    ("|".join(_NEAR_DAYS), _near),
    (_NAMED, _weekday),
    (rf"afgelopen {_NAMED}", _weekday_gone),
    (rf"{_NAMED} j\.?l\.?", _weekday_gone),
    (rf"(?:komende|aanstaande|a\.?s\.?) {_NAMED}", _weekday_to_come),
    (rf"{_NAMED} (?:aanstaande|a\.?s\.?)", _weekday_to_come),
    (rf"(?:vorige|volgende) {_NAMED}", _two_meanings),
    (rf"(?P<week>vorige|deze|volgende) week {_NAMED}", _weekday_of_week),
    (rf"{_NAMED} (?P<week>vorige|deze|volgende) week", _weekday_of_week),
    (rf"over (?P<count>{NUMBER}) {_UNIT}", _counted),
    (rf"(?P<count>{NUMBER}) {_UNIT} geleden", _counted),
    # Two digits are a year only after digits or an apostrophe: `3 april 14` may be the hour.
    (
        rf"{_PERHAPS_NAMED}{_DAY}(?:e|ste|de)?[ -]?(?P<month>{MONTH})(?:[ -](?P<year>[0-9]{{4}}|'[0-9]{{2}}))?",
        _dated,
    ),
    (
        rf"{_PERHAPS_NAMED}{_DAY}(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?P=sep)(?P<year>[0-9]{{4}}|[0-9]{{2}})",
        _dated,
    ),
    # A full stop needs the year beside it: `3.12` alone is a time.
    (rf"{_PERHAPS_NAMED}{_DAY}[-/](?P<month>[0-9]{{1,2}})(?P<year>)", _dated),
    (rf"{_PERHAPS_NAMED}(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{1,2}})-{_DAY}", _dated),
)
