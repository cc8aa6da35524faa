"""What can go wrong with a request under the privacy law, as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.errors import NotFound, Refused, WrongUse

if TYPE_CHECKING:
    from datetime import date

    from agressielog.domain.identity import RequestId
    from agressielog.domain.request import RequestOutcome


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
    """Who does not get what he asked, or not all of it, has a right to know why."""

    request: RequestId
    outcome: RequestOutcome


class RequestDayInFuture(WrongUse):
    """A request is recorded, and so is its answer, on its day or later, never before local day `on`."""

    option: str
    on: date
