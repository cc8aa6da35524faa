"""What the use cases ask of a logbook about many callers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agressielog.domain.value import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agressielog.domain.caller import Caller
    from agressielog.domain.decision import Decision
    from agressielog.domain.good_call import GoodCall
    from agressielog.domain.identity import CallerId
    from agressielog.domain.incident import Incident
    from agressielog.domain.phone import PhoneNumber
    from agressielog.domain.promise import PromiseRecord


@value
class Facts:
    """Everything that a look-up tells of one caller, each in the order in which it is read elsewhere."""

    incidents: tuple[Incident, ...]
    decisions: tuple[Decision, ...]
    promised: tuple[PromiseRecord, ...]
    good_calls: tuple[GoodCall, ...]


class GatheringReading(Protocol):
    """Callers and what is known of them, a number of them at a time."""

    def callers_behind(self, numbers: Sequence[PhoneNumber]) -> Mapping[PhoneNumber, Sequence[Caller]]:
        """Return everybody linked to each number, lowest id first; nobody is there as nothing."""
        ...

    def facts_of(self, callers: Sequence[CallerId]) -> Mapping[CallerId, Facts]:
        """Return everything about each caller, of whom there is nothing too."""
        ...
