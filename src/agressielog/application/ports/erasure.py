"""What the use cases ask of a logbook about erasing: what would go, taking it away, and what stays as proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from agressielog.domain.erasure import Doomed, Erased, Erasure
    from agressielog.domain.figures import Figures
    from agressielog.domain.follow_up import FollowUp
    from agressielog.domain.identity import CallerId, IncidentId
    from agressielog.domain.period import Period


class ErasureReading(Protocol):
    """What an erasure would take, and what was erased."""

    def everybody_in(self, caller: CallerId) -> frozenset[CallerId]:
        """Return a caller with everybody who was merged into it, however often."""
        ...

    def foreseen(self, doomed: Doomed) -> Mapping[str, int]:
        """Return how many records would go, by table; those that hang on the others are counted too."""
        ...

    def doomed_incidents(self, doomed: Doomed) -> Sequence[IncidentId]:
        """Return every incident that would go, lowest id first."""
        ...

    def private_subjects(self, among: frozenset[str]) -> frozenset[str]:
        """Return which of these subjects no two persons ever had, so that they may tell who it was.

        A call of nobody is not one of another: it may be of somebody whose link went by its term.

        Args:
            among: as `plain_subject` spells them.
        """
        ...

    def erased(self) -> frozenset[str]:
        """Return the identities of everything that was ever erased from this logbook."""
        ...

    def returned(self, identities: frozenset[str]) -> Doomed:
        """Return the records among *identities* that are in the logbook all the same."""
        ...

    def unfinished_erasures(self) -> int:
        """Return after how many erasures the file was not cleaned yet."""
        ...

    def frozen_follow_up(self, period: Period) -> FollowUp | None:
        """Return what a period that is over told of records that went; None where none did."""
        ...

    def last_written(self) -> datetime | None:
        """Return the aware UTC moment of the last write; None where there was none."""
        ...


class ErasureWriting(Protocol):
    """Taking records away, so that nothing of them is left but the proof and their part in the figures."""

    def keep_shared_subjects(self, subjects: frozenset[str]) -> None:
        """Keep that two persons had these subjects, which can no longer be seen once one of them went."""
        ...

    def erase(self, doomed: Doomed) -> Erased:
        """Take records away with all that hangs on them, their history and their words in the search index.

        History also goes where a record is now somebody else's, and was one of theirs.
        """
        ...

    def note_erasure(self, erasure: Erasure, identities: Iterable[str]) -> None:
        """Keep that there was an erasure, and what went, so that a back-up does not bring it back."""
        ...

    def note_cleaned(self) -> None:
        """Keep that after every erasure the file was cleaned by now."""
        ...

    def freeze(self, period: Period, lost: Figures, follow_up: FollowUp | None = None) -> None:
        """Keep what a period counted and told of records that went, on top of what was kept before."""
        ...
