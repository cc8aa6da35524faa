"""The wording of moments, days and periods that cannot be read."""

from agressielog.domain.day import FIRST_YEAR, LAST_YEAR
from agressielog.domain.local_time import local_day
from agressielog.domain.moment_errors import (
    MissingHour,
    MomentFault,
    MomentInFuture,
    MomentWithoutTime,
    UnreadableDay,
    UnreadableMoment,
)
from agressielog.domain.period import PeriodFault, PeriodSort, UnreadablePeriod
from agressielog.presentation.mistakes.three_lines import Mistake, either, quoted
from agressielog.presentation.moments import show_day, show_moment

_WHY = {
    MomentFault.EMPTY: "Er staat niets.",
    MomentFault.TOO_LONG: "Er staat meer dan bij een datum of tijd hoort.",
    MomentFault.NOT_UNDERSTOOD: "De schrijfwijze is niet te herkennen.",
    MomentFault.TWO_MEANINGS: "Het kan twee dagen betekenen.",
    MomentFault.NO_SUCH_DATE: "Die dag staat niet op de kalender; eerst de dag, dan de maand.",
    MomentFault.NO_SUCH_TIME: "Die tijd staat niet op de klok.",
    MomentFault.NEEDS_YEAR: "Alleen een schrikkeljaar heeft 29 februari.",
    MomentFault.YEAR_OUT_OF_REACH: f"Het jaar ligt niet tussen {FIRST_YEAR} en {LAST_YEAR}.",
    MomentFault.OTHER_WEEKDAY: "De weekdag hoort niet bij die datum.",
    MomentFault.OTHER_PART_OF_DAY: "De tijd hoort niet bij dat dagdeel.",
    MomentFault.SERIAL_NUMBER: "Het lijkt het getal waarmee een rekenblad een datum bewaart.",
}

_MOMENT_NOW = "Typ bijvoorbeeld nu, gisteren 14:30 of 3 april 2026 14:30."
_DAY_NOW = "Typ bijvoorbeeld vandaag, 3 april 2026 of 03-04-2026."
#: What to do about the number of a day; which day it is, depends on the program that wrote it.
SERIAL_NOW = "Geef de kolom in het rekenblad de opmaak Datum en bewaar opnieuw als CSV."

_EXAMPLES = {
    PeriodSort.WEEK: "2026-W45, week 45 of vorige",
    PeriodSort.MONTH: "2026-10, oktober of vorige",
    PeriodSort.QUARTER: "2026-K3, 3e kwartaal of vorige",
    PeriodSort.YEAR: "2026 of vorig",
}


def unreadable_moment(error: UnreadableMoment) -> Mistake:
    """Word a text that is not one moment."""
    return Mistake(
        "onleesbaar_moment",
        f"{quoted(error.raw)} is geen moment.",
        _WHY[error.reason],
        SERIAL_NOW if error.reason is MomentFault.SERIAL_NUMBER else _MOMENT_NOW,
    )


def unreadable_day(error: UnreadableDay) -> Mistake:
    """Word a text that is not one day."""
    return Mistake(
        "onleesbare_dag",
        f"{quoted(error.raw)} is geen dag.",
        _WHY[error.reason],
        SERIAL_NOW if error.reason is MomentFault.SERIAL_NUMBER else _DAY_NOW,
    )


def moment_without_time(error: MomentWithoutTime) -> Mistake:
    """Word a moment whose day is clear and whose hour is not, with the times it may mean."""
    times = [f"{clock:%H:%M}" for clock in error.readings]
    day = show_day(error.day)
    return Mistake(
        "tijd_ontbreekt",
        f"Bij {quoted(error.raw)} is niet duidelijk hoe laat het was.",
        f"Het kan {either(times)} zijn." if times else f"De dag is {day}; de tijd staat er niet bij.",
        f"Typ de tijd erbij: {day} {times[0] if times else '14:30'}",
    )


def moment_in_future(error: MomentInFuture) -> Mistake:
    """Word a moment that has yet to come."""
    told = show_day(local_day(error.at)) if error.whole_day else show_moment(error.at, error.now)
    return Mistake(
        "moment_in_toekomst",
        f"Dat moment moet nog komen: {told}.",
        "Vastleggen kan alleen wat al gebeurd is.",
        "Kijk datum, jaar en tijd na; was het net, typ dan nu.",
    )


def missing_hour(error: MissingHour) -> Mistake:
    """Word a time that the clock skipped."""
    return Mistake(
        "uur_bestaat_niet",
        f"Op {show_day(error.day)} was het nooit {error.clock:%H:%M}.",
        "Die nacht begon de zomertijd: na 01:59 werd het 03:00.",
        "Typ de tijd die de klok toen aanwees: voor 02:00 of vanaf 03:00.",
    )


def unreadable_period(error: UnreadablePeriod) -> Mistake:
    """Word a text that is not a period of the sort that was asked for."""
    now = f"Typ --{error.sort} met bijvoorbeeld {_EXAMPLES[error.sort]}."
    match error.reason:
        case PeriodFault.OTHER_SORT if error.meant is not None:
            why = f"Het is een {error.meant}; gevraagd is een {error.sort}."
            now = f"Typ --{error.meant} {error.raw}, of --{error.sort} met {_EXAMPLES[error.sort]}."
        case PeriodFault.NO_SUCH_PERIOD:
            why = "Die staat niet op de kalender."
        case PeriodFault.YEAR_OUT_OF_REACH:
            why = f"Het jaar ligt niet tussen {FIRST_YEAR} en {LAST_YEAR}."
        case PeriodFault.TOO_LONG:
            why = "Er staat meer dan bij een periode hoort."
        case _:
            why = "De schrijfwijze is niet te herkennen."
    return Mistake("onleesbare_periode", f"{quoted(error.raw)} is geen {error.sort}.", why, now)
