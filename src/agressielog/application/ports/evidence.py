"""What `check` and the history of a record ask of a logbook, damaged or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from agressielog.domain.value import value

if TYPE_CHECKING:
    from datetime import datetime

    from agressielog.domain.anchor import Anchor
    from agressielog.domain.evidence import CheckName, Fault
    from agressielog.domain.identity import CallerId, IncidentId, MeasureId

#: A record as the journal keeps it, by Dutch column name.
Image = Mapping[str, object]


@value(kw_only=True)
class Step:
    """One entry in the life of a record.

    Attributes:
        entry: its number in the journal.
        at: aware UTC moment.
        login, name: who did it, as known to the computer and as claimed.
        command: the command it was done with.
        table, key: the record.
        before, after: None where there was none; both None where `erased`.
        erased: whether its content was erased since.
        hidden: whether its content is out of view, at the request of whom it is about.
    """

    entry: int
    at: datetime
    login: str
    name: str
    command: str
    table: str
    key: str
    before: Image | None
    after: Image | None
    erased: bool
    hidden: bool = False


class EvidenceReading(Protocol):
    """What every view of a logbook can say about its journal."""

    def anchor(self) -> Anchor | None:
        """Return where the chain of the journal stands now; None while the journal is empty."""
        ...

    def incident_steps(self, incident: IncidentId) -> Sequence[Step]:
        """Return the life of an incident and its promises, oldest first."""
        ...

    def caller_steps(self, caller: CallerId) -> Sequence[Step]:
        """Return the life of a caller, the restrictions and holds, and the numbers, oldest first.

        Numbers that were taken away are there too.
        """
        ...

    def measure_steps(self, measure: MeasureId) -> Sequence[Step]:
        """Return the life of a decision and its letters, oldest first."""
        ...


class Evidence(Protocol):
    """A logbook as `check` looks at it: whatever is broken, it answers."""

    def entries(self) -> int:
        """Return how many journal entries there are, for the progress bar; 0 where that cannot be told."""
        ...

    def head(self) -> Anchor | None:
        """Return where the chain stands; None for an empty or unreadable journal."""
        ...

    def faults(self, check: CheckName, done: Callable[[int], None]) -> Sequence[Fault]:
        """Return everything one check finds; what keeps it from its end is a fault as well.

        Args:
            check: any but `PLACE`, which is not about what stands in the file.
            done: told how many journal entries this check has seen.
        """
        ...

    def anchored(self, anchor: Anchor) -> Fault | None:
        """Return why the chain does not pass through *anchor*; None where it does."""
        ...
