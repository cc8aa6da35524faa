"""Dutch moments as typed: `nu`, `gisteren 14u30`, `vr 3 april 2026 14:30`, `10 minuten geleden`.

By hand on purpose: dateparser reads `gisteren om 14.30 uur` as another time and dateutil takes month
before day, both silently. Here a text is understood or refused, never guessed (design 4.2).
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from agressielog.domain.calendar_words import LONGEST_TYPED, NUMBER, number_of, plain_words
from agressielog.domain.day import Direction, is_weekday, parse_day, read_day
from agressielog.domain.local_time import AMSTERDAM, local_day, start_of_day
from agressielog.domain.moment_errors import (
    MissingHour,
    MomentFault,
    MomentInFuture,
    MomentWithoutTime,
    UnreadableDay,
    UnreadableMoment,
)
from agressielog.domain.time_of_day import PartOfDay, TypedTime, part_of_day, read_time
from agressielog.domain.value import value

__all__ = [
    "FUTURE_TOLERANCE",
    "Direction",
    "MissingHour",
    "Moment",
    "MomentFault",
    "MomentInFuture",
    "MomentWithoutTime",
    "UnreadableDay",
    "UnreadableMoment",
    "complete_moment",
    "moment_on",
    "parse_day",
    "parse_moment",
]

#: Clocks differ; a moment this far ahead of ours, inclusive, is not in the future (design 4.2).
FUTURE_TOLERANCE = timedelta(minutes=5)

_FURTHEST_OFFSET = timedelta(hours=14)

# Plain strings: `re` compiles them when a moment is typed, and most commands read none.
_AGO = (
    rf"(?:(?P<halves>half|een half|anderhalf) uur"
    rf"|(?P<count>{NUMBER}) (?P<unit>minuut|minuten|min|kwartier|uur|uren)) geleden"
)
_STAMP = (
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)"
    r"(?P<offset>z|(?P<sign>[+-])(?P<hours>[0-9]{2})(?::?(?P<minutes>[0-5][0-9]))?)?"
)
_PART = r"(?P<day>.*?) ?(?:'?s[- ]?)?(?P<part>ochtend|morgen|middag|avond|nacht)s?"


@value
class Moment:
    """A moment at which something happened.

    Attributes:
        at: aware UTC, to the second at most; `nu` keeps what the clock said.
        doubled: the typed time came twice that night, summer time ending; *at* is the first.
    """

    at: datetime
    doubled: bool = False


@value
class _TypedDay:
    """The day that was typed, the part of it that was named, and whether a weekday's name was all there was."""

    day: date
    part: PartOfDay | None = None
    weekday_only: bool = False


def parse_moment(raw: str, now: datetime) -> Moment:
    """Read a typed moment in the past.

    A weekday is the most recent one at that time, a date without a year the most recent up to today, a
    time alone is today's. Times are Amsterdam's unless an offset is typed.

    Args:
        raw: as typed.
        now: aware moment at which it is typed.

    Raises:
        UnreadableMoment: not one moment, with the reason.
        MomentWithoutTime: the day is clear, the hour is not; ask and call `complete_moment`.
        MomentInFuture: more than `FUTURE_TOLERANCE` ahead.
        MissingHour: the clock skipped it.
    """
    if len(raw) > LONGEST_TYPED:
        raise UnreadableMoment(raw, MomentFault.TOO_LONG)
    words = plain_words(raw)
    if words == "nu":
        return Moment(now.astimezone(UTC))
    if found := re.fullmatch(_AGO, words):
        return Moment((now.astimezone(UTC) - _span(found)).replace(second=0, microsecond=0))
    if found := re.fullmatch(_STAMP, words):
        return _not_in_future(_stamped(found, raw, now), now)
    return _on_typed_day(words, raw, now)


def complete_moment(unfinished: MomentWithoutTime, raw: str, now: datetime) -> Moment:
    """Read the answer to the question for the time that *unfinished* leaves open.

    Args:
        unfinished: what `parse_moment` raised.
        raw: a time (`14:30`, `half drie 's middags`), or a whole moment that replaces the first.
        now: aware moment at which it is typed.

    Raises:
        As `parse_moment`.
    """
    typed = read_time(plain_words(raw)) if len(raw) <= LONGEST_TYPED else None
    if typed is None:
        return parse_moment(raw, now)
    return _at_typed_time(_TypedDay(unfinished.day, unfinished.part), typed, raw, now)


def moment_on(day: date, clock: time) -> Moment:
    """Return the moment at which Amsterdam's clocks show *clock* on *day*; the first of two.

    Raises:
        MissingHour: they never do.
    """
    first = datetime.combine(day, clock, AMSTERDAM)
    # PEP 495: with fold=1 a doubled time has the offset of winter, a skipped one that of summer.
    gained = first.replace(fold=1).timestamp() - first.timestamp()
    if gained < 0:
        raise MissingHour(day, clock)
    return Moment(first.astimezone(UTC), doubled=gained > 0)


def _on_typed_day(words: str, raw: str, now: datetime) -> Moment:
    day_words, typed = _split(words)
    found = _typed_day(day_words, local_day(now)) if day_words or typed else MomentFault.EMPTY
    if isinstance(found, MomentFault):
        raise UnreadableMoment(raw, found)
    # With one clear time the refusal below tells that too.
    clear = typed is not None and len(typed.within(found.part or typed.part)) == 1
    if not clear and found.day > local_day(now + FUTURE_TOLERANCE):
        raise MomentInFuture(start_of_day(found.day), now, whole_day=True)
    if typed is None:
        raise MomentWithoutTime(raw, found.day, found.part)
    return _at_typed_time(found, typed, raw, now)


def _split(words: str) -> tuple[str, TypedTime | None]:
    """Part the day from the time, which stands last (`3 april 14:30`) or first (`14:30 gisteren`)."""
    split = words.split()
    for cut in range(len(split)):
        if typed := read_time(" ".join(split[cut:])):
            return " ".join(split[:cut]), typed
    for cut in range(len(split) - 1, 0, -1):
        if typed := read_time(" ".join(split[:cut])):
            return " ".join(split[cut:]), typed
    return words, None


def _typed_day(words: str, today: date) -> _TypedDay | MomentFault:
    if not words:
        return _TypedDay(today)
    part = None
    found = read_day(words, today, Direction.PAST)
    # The whole comes first: `morgen` is tomorrow, `maandag morgen` is Monday's morning.
    if found is MomentFault.NOT_UNDERSTOOD and (named := re.fullmatch(_PART, words)):
        part, words = part_of_day(named["part"]), named["day"]
        found = today if words in {"", "van"} else read_day(words, today, Direction.PAST)
    return found if isinstance(found, MomentFault) else _TypedDay(found, part, is_weekday(words))


def _at_typed_time(typed_day: _TypedDay, typed: TypedTime, raw: str, now: datetime) -> Moment:
    parts = {part for part in (typed_day.part, typed.part) if part}
    if not typed.readings:
        raise UnreadableMoment(raw, MomentFault.NO_SUCH_TIME)
    if PartOfDay.NIGHT in parts and typed_day.day != local_day(now):
        # The night of Saturday is before its morning to one reader and after its evening to the next.
        raise UnreadableMoment(raw, MomentFault.TWO_MEANINGS)
    readings = typed.within(next(iter(parts), None)) if len(parts) <= 1 else ()
    if not readings:
        raise UnreadableMoment(raw, MomentFault.OTHER_PART_OF_DAY)
    if len(readings) > 1:
        raise MomentWithoutTime(raw, typed_day.day, readings=readings)
    moment = moment_on(typed_day.day, readings[0])
    if typed_day.weekday_only and moment.at > now + FUTURE_TOLERANCE:
        moment = moment_on(typed_day.day - timedelta(weeks=1), readings[0])
    return _not_in_future(moment, now)


def _not_in_future(moment: Moment, now: datetime) -> Moment:
    if moment.at > now + FUTURE_TOLERANCE:
        raise MomentInFuture(moment.at, now)
    return moment


def _span(found: re.Match[str]) -> timedelta:
    if found["halves"]:
        return timedelta(minutes=90 if found["halves"] == "anderhalf" else 30)
    minutes = {"m": 1, "k": 15, "u": 60}[found["unit"][0]]
    return timedelta(minutes=minutes * number_of(found["count"]))


def _stamped(found: re.Match[str], raw: str, now: datetime) -> Moment:
    """Read ISO 8601 as our own JSON writes it, with or without an offset; parts of a second are dropped."""
    day = read_day(found["day"], local_day(now), Direction.PAST)
    if isinstance(day, MomentFault):
        raise UnreadableMoment(raw, day)
    clock = read_time(found["clock"])
    ahead = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    if clock is None or clock.by_itself is None or ahead > _FURTHEST_OFFSET:
        raise UnreadableMoment(raw, MomentFault.NO_SUCH_TIME)
    if found["offset"] is None:
        return moment_on(day, clock.by_itself)
    zone = timezone(-ahead if found["sign"] == "-" else ahead)
    return Moment(datetime.combine(day, clock.by_itself, zone).astimezone(UTC))
