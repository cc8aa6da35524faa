"""What can go wrong with a promise, as facts."""

from datetime import datetime

from agressielog.domain.errors import NotFound, Refused
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.vocabulary import IncidentStatus


class PromiseNotFound(NotFound):
    """No promise has this number."""

    promise: PromiseId


class PromiseAlreadyKept(Refused):
    """The promise was kept before, at `at`; an aware UTC moment."""

    promise: PromiseId
    at: datetime


class PromiseStillOpen(Refused):
    """The promise was never marked as kept, so there is nothing to take back."""

    promise: PromiseId


class KeptBeforeMade(Refused):
    """The promise cannot have been kept before it was made, at `made_at`; an aware UTC moment."""

    promise: PromiseId
    made_at: datetime


class PromiseLapsed(Refused):
    """Nobody has to keep the promise any more: `because` is the status of its incident or where that was dealt with."""

    promise: PromiseId
    because: str


class PromiseOnFallenIncident(Refused):
    """An incident that was withdrawn or rejected takes no new promises."""

    incident: IncidentId
    status: IncidentStatus


class NoMeasureHolds(Refused):
    """The caller is under no measure, so that a good call has nothing to speak for."""

    caller: CallerId
