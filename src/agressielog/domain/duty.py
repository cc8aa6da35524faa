"""A duty: something that is due, to whom or about whom, by when, and whether it is late.

A duty is never stored. It follows from the records, so that no correction and no merge can lose one; what
falls away with a withdrawn report or an ended measure says so (`lapsed`).
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from agressielog.domain.aftercare import AftercareStep, end_of
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, PromiseId, RequestId
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.local_time import local_day
from agressielog.domain.request import RequestKind
from agressielog.domain.value import value
from agressielog.domain.working_days import moved_off


class DutyKind(StrEnum):
    """What has to be done; of what is due at one moment, the first of these goes first."""

    REACTION = "reactie"
    DELIVERY = "uitreiken"
    AFTERCARE = "nazorg"
    OBJECTION = "bezwaar"
    REQUEST = "verzoek"
    REVIEW = "evaluatie"
    PROMISE = "toezegging"
    COMPLAINT = "klachttermijn"
    ENDING = "afloop"
    LINK = "koppeling"
    CONFIRMING = "bevestigen"
    COMPLETING = "aanvullen"
    HOLD = "vasthouding"
    BACKUP = "reservekopie"


@value(kw_only=True)
class Duty:
    """Something that is due.

    Attributes:
        kind: what has to be done.
        due: the last whole second at which it is in time, an aware UTC moment.
        whole_day: whether it is due on a day, at any time, and not at an hour.
        caller: about whom; never for care, of which nothing may show with a caller.
        colleague: whose it is to do, or for care: to whom it is owed.
        incidents: which it is about, the one that set the term first.
        measure, label: which measure, and what it is.
        promise, promised: which promise, and what was promised.
        request, asked_for: which request, and what it asks.
        step: which step of the care.
        with_delivery: the measure that only has to be delivered for this reaction to have been given.
        lapsed: why nobody has to do it any more, as stored; None for what is open.
    """

    kind: DutyKind
    due: datetime
    whole_day: bool
    caller: CallerId | None = None
    colleague: str | None = None
    incidents: tuple[IncidentId, ...] = ()
    measure: MeasureId | None = None
    label: MeasureCode | None = None
    promise: PromiseId | None = None
    promised: str | None = None
    request: RequestId | None = None
    asked_for: RequestKind | None = None
    step: AftercareStep | None = None
    with_delivery: MeasureId | None = None
    lapsed: str | None = None

    @property
    def due_day(self) -> date:
        """The local day on which it is due."""
        return local_day(self.due)

    def late_by(self, at: datetime) -> timedelta:
        """Return how late it is at the aware moment *at*; below zero while there is time left."""
        return at.replace(microsecond=0) - self.due

    def is_late(self, at: datetime) -> bool:
        """Tell whether its term is over at the aware moment *at*; the last second is still in time."""
        return self.late_by(at) > timedelta()

    @property
    def to_tell(self) -> str:
        """What tells two duties of one kind at one moment apart, for an order that is always the same."""
        named = (self.caller, self.measure, self.promise, self.request, *self.incidents, self.step)
        return " ".join(f"{part or '':>20}" for part in named)


@value(kw_only=True)
class AsOf:
    """The moment that is judged.

    Attributes:
        on: the local day; what happened later is not looked at.
        at: the aware UTC moment within it at which something is late or not.
        moves: whether terms in days or longer move off weekends and holidays.
    """

    on: date
    at: datetime
    moves: bool

    def last_day(self, day: date) -> date:
        """Return the last day of a term that ends on *day*."""
        return moved_off(day) if self.moves else day


def as_of(on: date, now: datetime, *, moves: bool) -> AsOf:
    """Return the moment at which local day *on* is judged: now for today, the end of the day for another one."""
    return AsOf(on=on, at=now if local_day(now) == on else end_of(on), moves=moves)


def oldest_first(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return duties in the order in which they are due."""
    order = tuple(DutyKind)
    return tuple(sorted(duties, key=lambda duty: (duty.due, order.index(duty.kind), duty.to_tell)))
