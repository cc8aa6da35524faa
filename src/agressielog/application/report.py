"""Reports on a period: its figures beside those of the period before and of the same one a year earlier."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime

from agressielog.application.follow_up import follow_up
from agressielog.application.ports.logbook import Reading, Store
from agressielog.domain.anchor import Anchor
from agressielog.domain.figures import Change, Figures
from agressielog.domain.follow_up import FollowUp
from agressielog.domain.frozen_figures import plain_subject, unnamed
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period, PeriodSort
from agressielog.domain.policy import Policy
from agressielog.domain.retention import whole_through
from agressielog.domain.value import value

#: Until this day of the month, who asks for "the month" without naming one often means the last one.
_SETTLED_BY = 8
_MONTHS = 12


@value
class Earlier:
    """An earlier period to compare with.

    Attributes:
        until: the last day of it that is compared: as far into it as the report is into its own.
        figures: of all of it.
    """

    period: Period
    until: date
    figures: Figures

    @property
    def so_far(self) -> int:
        """How many there were up to and including `until`."""
        return self.figures.until(self.until)


@value
class Report:
    """The figures of a period.

    Attributes:
        until: the last day that was counted: the end of the period or the day that was judged.
        previous, last_year: the same period for a report on a year.
        follow_up: what became of the incidents, judged on `until`; nothing before the period begins.
        anchor: where the journal's chain stood when it was made.
    """

    period: Period
    until: date
    figures: Figures
    previous: Earlier
    last_year: Earlier
    follow_up: FollowUp = FollowUp()
    anchor: Anchor | None = None

    @property
    def begun(self) -> bool:
        """Whether the period had begun on the day that was judged."""
        return self.until >= self.period.first

    @property
    def running(self) -> bool:
        """Whether there are days of the period still to come."""
        return self.until < self.period.last

    def change_from(self, earlier: Earlier) -> Change:
        """Return how the total differs from that of an earlier period, as far as this one has come."""
        return Change(self.figures.total, earlier.so_far)


def report(
    store: Store,
    policy: Policy,
    period: Period,
    on: date,
    now: datetime,
    *,
    kept_by: Policy | None = None,
    to_share: bool = False,
) -> Report:
    """Count *period* and what it is compared with.

    A period of which cleaning up may have taken something names nobody, whether or not it did: a name does not
    outlive its term in a report, and the report is the same before and after (issue 5, part 7).

    Args:
        store: the logbook.
        policy: the one in use on the last day that is counted; its terms hold.
        period: any period; one that is still to begin has no figures.
        on: the local day that is judged; what happened later is not counted, whenever it was typed in.
        now: aware UTC moment; when that is on another day, the end of the last day counts.
        kept_by: the policy in use today, by whose terms records go; None for *policy*.
        to_share: it leaves the house: subjects that no two persons had may tell who it was, however often they rang.
    """
    until = min(period.last, on)
    before, year_before = period.previous(), period.same_last_year()
    with store.reading() as reading:
        previous = _earlier(reading, period, until, before, on)
        return Report(
            period,
            until,
            _named(
                reading,
                _count(reading, period, on),
                None if to_share else period,
                kept_by or policy,
                local_day(now),
            ),
            previous,
            previous if year_before == before else _earlier(reading, period, until, year_before, on),
            follow_up(reading, policy, period, until, now) if on >= period.first else FollowUp(),
            anchor=reading.anchor(),
        )


def month_just_ended(period: Period, on: date) -> Period | None:
    """Return the month before *period* if that is the one somebody may have meant.

    Args:
        period: that was taken because none was named.
        on: the local day.
    """
    return period.previous() if period.sort is PeriodSort.MONTH and on.day < _SETTLED_BY else None


def _earlier(reading: Reading, period: Period, until: date, other: Period, on: date) -> Earlier:
    return Earlier(other, _as_far(period, until, other), _count(reading, other, on))


def _count(reading: Reading, period: Period, on: date) -> Figures:
    if on < period.first:
        return Figures()
    return reading.figures(replace(period, last=min(period.last, on)))


def _named(reading: Reading, figures: Figures, period: Period | None, policy: Policy, today: date) -> Figures:
    """Return figures as they may be told today; without a period to whoever it is."""
    if period is not None:
        whole = whole_through(period.first, policy)
        if whole is None or today <= whole:
            return figures
    named = frozenset(plain_subject(subject) for subject, _ in figures.per_subject if subject is not None)
    return unnamed(figures, reading.private_subjects(named))


def _as_far(period: Period, until: date, other: Period) -> date:
    """Return the day of *other* that lies as far into it as *until* into *period*, by the calendar.

    The same weekday of a week, the same day of the same month of a month, quarter or year; a day that the
    other month lacks is its last. All of *other* where the period is over, or still to begin.
    """
    if not period.first <= until < period.last:
        return other.last
    if period.sort is PeriodSort.WEEK:
        return other.first + (until - period.first)
    months = (until.year - period.first.year) * _MONTHS + until.month - period.first.month
    month = other.first.month + months
    return date(other.first.year, month, min(until.day, monthrange(other.first.year, month)[1]))
