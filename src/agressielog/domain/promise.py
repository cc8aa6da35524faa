"""A promise as a duty: whose caller it was made to, who made it, and how it stands on a day (issue 4, part 5)."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Promise
from agressielog.domain.local_time import local_day
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, IncidentStatus


class PromiseStatus(StrEnum):
    """How a promise stands on one day."""

    OPEN = "open"
    LATE = "te laat"
    KEPT = "nagekomen"
    LAPSED = "vervallen"

    @property
    def is_open(self) -> bool:
        """Whether it still has to be kept."""
        return self in {PromiseStatus.OPEN, PromiseStatus.LATE}


@value(kw_only=True)
class PromiseRecord:
    """A promise with everything it hangs on.

    Attributes:
        made_at: aware UTC moment at which it was made.
        made_by: who made it.
        caller, certainty: to whom, and how sure that is; both None where nobody is known.
        incident: the call it was made in or about; None for one made in an ordinary call.
        incident_status: how that incident stands.
        answered: what was decided about that incident elsewhere; it was dealt with there.
    """

    promise: Promise
    made_at: datetime
    made_by: str
    caller: CallerId | None
    certainty: Certainty | None
    incident: IncidentId | None = None
    incident_status: IncidentStatus | None = None
    answered: str | None = None

    @property
    def lapsed_because(self) -> str | None:
        """Why nobody has to keep it any more: the status of its incident, or where that was dealt with."""
        return why_lapsed(self.promise, self.incident_status, self.answered)

    @property
    def surely(self) -> bool:
        """Whether it was surely made to this caller: what is only presumed may be somebody else's."""
        return self.certainty is Certainty.CERTAIN

    def status(self, on: date) -> PromiseStatus:
        """Say how it stands at the end of local day *on*; it is late from the day after the one it was for."""
        done_at, due = self.promise.done_at, self.promise.due
        if done_at is not None and local_day(done_at) <= on:
            return PromiseStatus.KEPT
        if self.lapsed_because is not None:
            return PromiseStatus.LAPSED
        return PromiseStatus.LATE if due is not None and due < on else PromiseStatus.OPEN

    def can_be_kept_at(self, at: datetime) -> bool:
        """Tell whether *at* is not before it was made; who types a moment types no seconds."""
        return at >= self.made_at.replace(second=0, microsecond=0)


def why_lapsed(promise: Promise, status: IncidentStatus | None, answered: str | None) -> str | None:
    """Return why nobody has to keep a promise any more; None where somebody has to.

    Args:
        promise: which one.
        status: of its incident; None for one made in an ordinary call.
        answered: what was decided about that incident elsewhere.
    """
    if status is not None and not status.stands:
        return status.value
    # What was promised later than that call is a duty of this logbook.
    return answered if promise.made is None else None


def by_date(records: Iterable[PromiseRecord]) -> tuple[PromiseRecord, ...]:
    """Return promises earliest due first, those without a day last."""
    return tuple(sorted(records, key=lambda r: (r.promise.due or date.max, r.promise.id)))
