"""A measure: what a named person decided about a caller, how it was delivered, and how it ended."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.ladder import MeasureCode, RungCode
from agressielog.domain.local_time import local_day
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Delivery


class EndKind(StrEnum):
    """How a measure ended before its day."""

    WITHDRAWN = "ingetrokken"
    ANNULLED = "vernietigd"
    LIFTED = "opgeheven"


@value
class Delivered:
    """When and how; `at` is an aware UTC moment."""

    at: datetime
    way: Delivery

    @property
    def day(self) -> date:
        """The local day."""
        return local_day(self.at)


@value
class Ended:
    """How a measure ended, on which local day, and why."""

    kind: EndKind
    on: date
    reason: str


@value(kw_only=True)
class Measure:
    """A decision about a caller.

    Attributes:
        measure: None for the reasoned decision that there is no measure.
        rung: the rung it stands for, for good; None for what is off the ladder.
        decided_on: local day of the decision.
        first, last: local days, inclusive; `last` None for a warning.
        valid_until: last day on which a warning counts, if its rung says so.
        incidents: what it answers.
    """

    id: MeasureId
    caller: CallerId
    measure: MeasureCode | None
    rung: RungCode | None
    decided_on: date
    first: date
    last: date | None = None
    valid_until: date | None = None
    delivered: Delivered | None = None
    ended: Ended | None = None
    incidents: tuple[IncidentId, ...] = ()

    @property
    def annulled(self) -> bool:
        """Whether it is, on every day, as if it had never been."""
        return self.ended is not None and self.ended.kind is EndKind.ANNULLED

    def until(self, planned: date, known_on: date) -> date:
        """Return *planned*, or the day on which it was ended if that is earlier and known on *known_on*."""
        if self.ended is not None and self.ended.on <= known_on:
            return min(planned, self.ended.on)
        return planned

    def in_force(self, day: date, *, known_on: date | None = None) -> bool:
        """Tell whether a ban or restriction binds on *day*: delivered, begun, and not over.

        The last day still binds. Delivered after `first`, it binds from the delivery.

        Args:
            day: local day.
            known_on: judged by the deliveries and ends up to and including this day; None for *day*.
        """
        known = day if known_on is None else known_on
        if self.last is None or self.delivered is None or self.delivered.day > known or self.annulled:
            return False
        return max(self.first, self.delivered.day) <= day <= self.until(self.last, known)


def standing_on(measures: Iterable[Measure], on: date) -> tuple[Measure, ...]:
    """Return the decisions of day *on* or earlier that were not annulled, whenever that was."""
    return tuple(measure for measure in measures if measure.decided_on <= on and not measure.annulled)


def day_after(day: date) -> date:
    """Return the next day."""
    return day + timedelta(days=1)
