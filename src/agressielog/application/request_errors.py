"""What can go wrong with a request under the privacy law, as facts."""

from datetime import date

from agressielog.domain.errors import NotFound, Refused, WrongUse
from agressielog.domain.identity import RequestId


class RequestNotFound(NotFound):
    """No request has this number."""

    request: RequestId


class RequestAlreadyAnswered(Refused):
    """The request was answered before, on local day `on`."""

    request: RequestId
    on: date


class RequestAnsweredTooEarly(Refused):
    """A request cannot be answered before local day `received_on`."""

    request: RequestId
    received_on: date


class RequestRefusedWithoutReason(Refused):
    """Who does not get what he asked, or not all of it (`outcome`, in Dutch), has a right to know why."""

    request: RequestId
    outcome: str


class RequestDayInFuture(WrongUse):
    """A request is recorded, and so is its answer, on its day or later, never before local day `on`."""

    option: str
    on: date
