"""What the use cases ask of a logbook about restrictions: whose details are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agressielog.domain.identity import CallerId, RestrictionId
    from agressielog.domain.restriction import NewOpening, NewRestriction, Opening, Restriction


class RestrictionReading(Protocol):
    """Restrictions, each of the caller that asked for it, also after a merge into another."""

    def restrictions_of(self, caller: CallerId) -> Sequence[Restriction]:
        """Return the restrictions of this very caller, lifted ones too, lowest id first."""
        ...

    def running_restrictions(self) -> Sequence[Restriction]:
        """Return every restriction that was not lifted, lowest id first."""
        ...

    def openings_of(self, caller: CallerId) -> Sequence[Opening]:
        """Return when somebody looked at the details of this very caller all the same, lowest id first."""
        ...


class RestrictionWriting(Protocol):
    """Restricting, and lifting it."""

    def add_restriction(self, restriction: NewRestriction) -> Restriction:
        """Store a restriction; raises `CallerNotFound`."""
        ...

    def lift_restriction(self, restriction: RestrictionId, on: date) -> None:
        """Keep that it was lifted on a local day; nothing happens to one that is not there."""
        ...

    def add_opening(self, opening: NewOpening) -> Opening:
        """Keep that somebody looked all the same; raises `CallerNotFound`."""
        ...
