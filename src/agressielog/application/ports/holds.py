"""What the use cases ask of a logbook about holds: what must stay while a complaint or a case runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agressielog.domain.hold import Hold, NewHold
    from agressielog.domain.identity import CallerId, HoldId, IncidentId


class HoldReading(Protocol):
    """Holds, each on the caller or incident it was put on, also after a merge into another."""

    def holds(self) -> Sequence[Hold]:
        """Return every hold, lifted ones too, lowest id first."""
        ...

    def holds_of(self, caller: CallerId) -> Sequence[Hold]:
        """Return the holds that were put on this very caller, lowest id first."""
        ...

    def holds_on_incident(self, incident: IncidentId) -> Sequence[Hold]:
        """Return the holds that were put on this incident, lowest id first."""
        ...


class HoldWriting(Protocol):
    """Putting a hold, and lifting it."""

    def add_hold(self, hold: NewHold) -> Hold:
        """Store a hold; raises `CallerNotFound` or `IncidentNotFound`."""
        ...

    def lift_hold(self, hold: HoldId, on: date) -> None:
        """Keep that a hold was lifted on a local day; nothing happens to one that is not there."""
        ...
