"""What can go wrong with statements, restrictions and holds, as facts."""

from datetime import date
from enum import StrEnum

from agressielog.domain.errors import Refused, WrongUse
from agressielog.domain.identity import CallerId, IncidentId


class StatementInFuture(WrongUse):
    """A statement was given on its day or before today, never on a later local day `on`."""

    on: date


class AlreadyRestricted(Refused):
    """The caller's details are out of view since local day `since`."""

    caller: CallerId
    since: date


class NotRestricted(Refused):
    """There is no restriction to lift."""

    caller: CallerId


class NotHeld(Refused):
    """There is no hold to lift on this caller or incident; one of the two is set."""

    caller: CallerId | None
    incident: IncidentId | None


class HoldEndsInPast(WrongUse):
    """A hold ends on local day `until` at the latest, which is over."""

    until: date


class KeptTooLong(Refused):
    """Longer than the policy lets a heavy incident be kept with reasons; `limit` is its last local day."""

    limit: date


class NoLonger(StrEnum):
    """Why something is not kept longer: it is no heavy incident that counts, or the policy has no limit for it."""

    WHOLE_CALLER = "hele beller"
    NOT_HEAVY = "niet zwaar"
    NO_LIMIT = "geen grens"


class NothingKeptLonger(Refused):
    """It has no longer term, for this reason."""

    reason: NoLonger
