"""What can be wrong with a typed moment or day; the sentences stand in presentation."""

from datetime import date, datetime, time
from enum import StrEnum

from agressielog.domain.errors import WrongUse
from agressielog.domain.time_of_day import PartOfDay


class MomentFault(StrEnum):
    """Why a text is not one moment, or not one day."""

    EMPTY = "leeg"
    TOO_LONG = "te lang"
    NOT_UNDERSTOOD = "niet begrepen"
    TWO_MEANINGS = "twee betekenissen"
    NO_SUCH_DATE = "datum bestaat niet"
    NO_SUCH_TIME = "tijd bestaat niet"
    NEEDS_YEAR = "jaartal nodig"
    YEAR_OUT_OF_REACH = "jaartal buiten bereik"
    OTHER_WEEKDAY = "andere weekdag"
    OTHER_PART_OF_DAY = "ander dagdeel"
    SERIAL_NUMBER = "dagnummer van een rekenblad"


class UnreadableMoment(WrongUse):
    """A text that is not one moment; `raw` as typed."""

    raw: str
    reason: MomentFault


class UnreadableDay(WrongUse):
    """A text that is not one day; `raw` as typed."""

    raw: str
    reason: MomentFault


class MomentWithoutTime(WrongUse):
    """The day is clear and the hour is not: `gisteravond`, `3 april`, `half drie`.

    Attributes:
        raw: as typed.
        day: the Amsterdam day it is about.
        part: the part of the day that was named.
        readings: the two times it may mean, the early one first; empty where no hour was named.
    """

    raw: str
    day: date
    part: PartOfDay | None = None
    readings: tuple[time, ...] = ()


class MomentInFuture(WrongUse):
    """A moment that has yet to come; both are aware UTC. Of a `whole_day` without a clear time `at` is the start."""

    at: datetime
    now: datetime
    whole_day: bool = False


class MissingHour(WrongUse):
    """A time that the clock skipped in the night summer time began; Amsterdam's `day` and `clock`."""

    day: date
    clock: time
