"""What can go wrong with statements, restrictions and holds, as facts."""

from dataclasses import dataclass
from datetime import date

from agressielog.domain.errors import Refused, WrongUse
from agressielog.domain.identity import CallerId, IncidentId


@dataclass(eq=False)
class StatementInFuture(WrongUse):
    """A statement was given on its day or before today, never on a later local day `on`."""

    on: date


@dataclass(eq=False)
class AlreadyRestricted(Refused):
    """The caller's details are out of view since local day `since`."""

    caller: CallerId
    since: date


@dataclass(eq=False)
class NotRestricted(Refused):
    """There is no restriction to lift."""

    caller: CallerId


@dataclass(eq=False)
class NotHeld(Refused):
    """There is no hold to lift on this caller or incident; one of the two is set."""

    caller: CallerId | None
    incident: IncidentId | None


@dataclass(eq=False)
class HoldEndsInPast(WrongUse):
    """A hold ends on local day `until` at the latest, which is over."""

    until: date
