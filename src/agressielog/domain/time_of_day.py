"""Dutch times of day as typed: `14u30`, `half drie`, `9 uur 's avonds`.

What is written like a clock (`2:30`, `14u`) means the 24-hour clock. What is written like speech (`half
drie`, `2 uur`) may be either half of the day: both readings are returned, and only a part of the day
(`'s middags`) chooses between them. No library does: dateparser reads `gisteren om 14.30 uur` as
another time, silently.
"""

import re
from datetime import time
from enum import StrEnum

from agressielog.domain.calendar_words import NUMBER, number_of
from agressielog.domain.value import value

_NOON = 12
_HOURS = 24
_SIXTY = 60


class PartOfDay(StrEnum):
    """A named part of the day."""

    NIGHT = "nacht"
    MORNING = "ochtend"
    AFTERNOON = "middag"
    EVENING = "avond"

    def holds(self, clock: time) -> bool:
        """Tell whether people call *clock* this; the parts overlap, none is longer than twelve hours."""
        first, after = {
            PartOfDay.NIGHT: (0, 6),
            PartOfDay.MORNING: (4, 12),
            PartOfDay.AFTERNOON: (12, 19),
            PartOfDay.EVENING: (17, 24),
        }[self]
        return first <= clock.hour < after


@value
class TypedTime:
    """A time of day as typed.

    Attributes:
        readings: what it may mean, the early one first; empty for a time that does not exist (`25:00`).
        by_itself: what it means when no part of the day is named; None where that leaves two.
        part: the part of the day typed with it.
    """

    readings: tuple[time, ...]
    by_itself: time | None
    part: PartOfDay | None = None

    def within(self, part: PartOfDay | None) -> tuple[time, ...]:
        """Return the readings that remain on a day, or in *part* of it: one is clear, none contradicts."""
        if part is not None:
            return tuple(clock for clock in self.readings if part.holds(clock))
        return self.readings if self.by_itself is None else (self.by_itself,)


_PART = r"(?: '?s[- ]?(?P<part>ochtend|morgen|middag|avond|nacht)s)?"
# Plain strings: `re` compiles them when a time is typed, and most commands read none.
_CLOCK = (
    r"(?:om )?(?P<hour>[0-9]{1,2})(?:[:.uh]| uur | u )(?P<minute>[0-9]{2})"
    rf"(?::(?P<second>[0-9]{{2}})(?:\.[0-9]+)?)?(?: ?(?:uur|u|h))?{_PART}"
)
_HOUR = rf"(?:om )?(?P<hour>{NUMBER}) ?(?:uur|u|h){_PART}"
_SPOKEN = (
    rf"(?:om )?(?=half |[^ ]+ (?:minuten )?(?:over|voor) )"
    rf"(?:(?P<minutes>kwart|{NUMBER})(?: minuten)? (?P<side>over|voor) )?(?P<half>half )?(?P<hour>{NUMBER})"
    rf"(?: uur)?{_PART}"
)


def read_time(words: str) -> TypedTime | None:
    """Read a time of day from text that went through `plain_words`; None if it is not one."""
    if found := re.fullmatch(_CLOCK, words):
        second = int(found["second"] or 0)
        readings = _on_the_clock(found["hour"], int(found["minute"]), second)
        hour = int(found["hour"])
        by_itself = next((clock for clock in readings if clock.hour == hour), None)
        return TypedTime(readings, by_itself, _part(found))
    if found := re.fullmatch(_HOUR, words):
        readings = _on_the_clock(found["hour"], 0, 0)
        return TypedTime(readings, readings[0] if len(readings) == 1 else None, _part(found))
    if found := re.fullmatch(_SPOKEN, words):
        readings = _as_spoken(found)
        return TypedTime(readings, readings[0] if len(readings) == 1 else None, _part(found))
    return None


def part_of_day(word: str) -> PartOfDay:
    """Return the part that `ochtend`, `morgen`, `middag`, `avond` or `nacht` names."""
    return PartOfDay.MORNING if word == "morgen" else PartOfDay(word)


def _part(found: re.Match[str]) -> PartOfDay | None:
    return part_of_day(found["part"]) if found["part"] else None


def _on_the_clock(typed_hour: str, minute: int, second: int) -> tuple[time, ...]:
    hour = number_of(typed_hour)
    if hour >= _HOURS or minute >= _SIXTY or second >= _SIXTY:
        return ()
    # A leading zero is a 24-hour clock's: 02:30 is never the afternoon.
    if hour > _NOON or typed_hour.startswith("0"):
        return (time(hour, minute, second),)
    return (time(hour % _NOON, minute, second), time(hour % _NOON + _NOON, minute, second))


def _as_spoken(found: re.Match[str]) -> tuple[time, ...]:
    typed = found["minutes"] or "0"
    minutes = 15 if typed == "kwart" else number_of(typed)
    hour = number_of(found["hour"])
    if minutes >= _SIXTY or hour >= _HOURS:
        return ()
    total = hour * _SIXTY + (minutes if found["side"] == "over" else -minutes) - (30 if found["half"] else 0)
    if 0 < hour <= _NOON:
        hours, minute = divmod(total % (_NOON * _SIXTY), _SIXTY)
        return (time(hours, minute), time(hours + _NOON, minute))
    return (time(total // _SIXTY, total % _SIXTY),) if total >= 0 else ()
