"""What joining two callers did, as a logbook keeps it until they are split again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.merging import Joined
from agressielog.domain.value import value

if TYPE_CHECKING:
    from agressielog.domain.identity import IncidentId, MeasureId, PromiseId


@value(kw_only=True)
class Merge(Joined):
    """What joining two callers moved and filled, so that splitting restores it exactly.

    Attributes:
        incidents: the incidents that moved.
        own: the incidents that the kept caller had itself.
        decisions: the decisions about the absorbed caller, that moved.
        promises: what was promised to the absorbed caller in ordinary calls, that moved.
        unlinked: incidents of either caller on a number that was not linked to that caller then.
    """

    incidents: tuple[IncidentId, ...]
    own: tuple[IncidentId, ...] = ()
    unlinked: tuple[IncidentId, ...] = ()
    decisions: tuple[MeasureId, ...] = ()
    promises: tuple[PromiseId, ...] = ()
