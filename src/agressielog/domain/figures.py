"""The counts of one period, as the store adds them up and the month report shows them."""

from datetime import date

from agressielog.domain.identity import CallerId
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity

HOURS = 24
WEEKDAYS = 7
#: Of fewer than this a percentage says less than the number itself: one incident more is then over 10 %.
SMALLEST_BASE = 10
#: How many repeat callers are named; the others are only counted, because a report is no list of people.
MOST_NAMED = 20


@value
class RepeatCaller:
    """A caller who came back in the period.

    Attributes:
        incidents: that weigh, at least two. Whose a breach was is only known for a month (`domain.retention`):
            named with it, a report would read otherwise once that month is over.
        numbers: surely this caller's, oldest link first; to be shown masked.
    """

    caller: CallerId
    incidents: int
    numbers: tuple[PhoneNumber, ...]


@value(kw_only=True)
class Figures:
    """Counts of the standing incidents of one period.

    Attributes:
        total: all of them, kinds of severity `geen` included.
        per_kind: main kinds; as in the next five only what occurs, most frequent first.
        per_team, per_subject: None for "not filled in"; spellings that differ in case are one.
        per_police_report: what the policy said about reporting to the police; only what occurs.
        per_hour_and_weekday: local hour 0-23, weekday 0-6 (monday first) and count of those that have any.
        per_day: local day and count, in order, only days that have any.
        warned, ended, handed_over, police, our_fault: how many had that.
        any_limit: how many had at least one of warned, ended and handed over.
        withheld: from a withheld number.
        incomplete: recorded in short, the rest still to come.
        callers: different callers, sure links only.
        repeating: callers with two or more incidents that count against them: surely theirs, and of a
            severity above `geen` or a breach of a contact ban. Who was critical twice has not come back
            for aggression (design 4.1).
        repeat_callers: the first `MOST_NAMED` of those with two that weigh, most incidents first.
    """

    total: int = 0
    per_kind: tuple[tuple[KindCode, int], ...] = ()
    per_severity: tuple[tuple[Severity, int], ...] = ()
    per_team: tuple[tuple[str | None, int], ...] = ()
    per_channel: tuple[tuple[Channel, int], ...] = ()
    per_subject: tuple[tuple[str | None, int], ...] = ()
    per_police_report: tuple[tuple[PoliceReport, int], ...] = ()
    per_hour_and_weekday: tuple[tuple[int, int, int], ...] = ()
    per_day: tuple[tuple[date, int], ...] = ()
    warned: int = 0
    ended: int = 0
    handed_over: int = 0
    any_limit: int = 0
    police: int = 0
    our_fault: int = 0
    withheld: int = 0
    incomplete: int = 0
    callers: int = 0
    repeating: int = 0
    repeat_callers: tuple[RepeatCaller, ...] = ()

    @property
    def week(self) -> tuple[tuple[int, ...], ...]:
        """Seven rows, monday first, of 24 counts, one per local hour."""
        found = {(weekday, hour): count for hour, weekday, count in self.per_hour_and_weekday}
        return tuple(
            tuple(found.get((weekday, hour), 0) for hour in range(HOURS)) for weekday in range(WEEKDAYS)
        )

    def until(self, day: date) -> int:
        """Return how many happened up to and including *day*."""
        return sum(count for happened, count in self.per_day if happened <= day)


@value
class Change:
    """A count beside an earlier one."""

    now: int
    before: int

    @property
    def difference(self) -> int:
        """How many more; negative for fewer."""
        return self.now - self.before

    @property
    def percent(self) -> int | None:
        """The difference in whole per cents of the earlier count, None where that is too small."""
        share = percentage(abs(self.difference), self.before)
        return share if share is None or self.difference >= 0 else -share


def percentage(part: int, whole: int) -> int | None:
    """Return *part* in whole per cents of *whole*, halves up; None for fewer than `SMALLEST_BASE`.

    >>> percentage(1, 8), percentage(1, 16)
    (None, 6)
    """
    return (200 * part + whole) // (2 * whole) if whole >= SMALLEST_BASE else None
