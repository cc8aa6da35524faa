"""What the use cases ask of a logbook about promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agressielog.domain.value import value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from agressielog.domain.identity import CallerId, IncidentId, PromiseId
    from agressielog.domain.incident import NewPromise, Promise
    from agressielog.domain.promise import PromiseRecord


@value(kw_only=True)
class PromiseFilter:
    """Which promises; every field that is set narrows.

    Attributes:
        made_through: made on this local day or earlier.
        not_kept_on: not yet kept at the end of this local day.
        caller: made to this caller, surely or presumably.
    """

    made_through: date | None = None
    not_kept_on: date | None = None
    caller: CallerId | None = None


class PromiseReading(Protocol):
    """Promises, made in the call of an incident or in an ordinary one."""

    def promise(self, promise: PromiseId) -> PromiseRecord:
        """Return one promise; raises `PromiseNotFound`."""
        ...

    def promises(self, wanted: PromiseFilter) -> Sequence[PromiseRecord]:
        """Return promises, lowest id first; those of withdrawn incidents too, which say that they lapsed."""
        ...


class PromiseWriting(Protocol):
    """What happens to promises; what was promised never changes."""

    def add_promises(self, incident: IncidentId, promises: Sequence[NewPromise]) -> Sequence[Promise]:
        """Add promises to an incident; raises `IncidentNotFound`."""
        ...

    def add_promises_to(self, caller: CallerId, promises: Sequence[NewPromise]) -> Sequence[Promise]:
        """Add promises made to a caller in an ordinary call, each with `made`; raises `CallerNotFound`."""
        ...

    def mark_promise(self, promise: PromiseId, done_at: datetime | None) -> None:
        """Note when a promise was kept, or (None) that it was not after all; raises `PromiseNotFound`."""
        ...

    def move_promises(self, promises: Sequence[PromiseId], to: CallerId) -> None:
        """Give promises that were made to a caller in ordinary calls to another one.

        Raises:
            PromiseNotFound, CallerNotFound.
        """
        ...
