"""What the use cases ask of a logbook about what one colleague reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.domain.incident import Incident


class ReportReading(Protocol):
    """The reports of one colleague."""

    def reported_by(self, name: str) -> Sequence[Incident]:
        """Return the incidents this reporter told of, the one that happened last first.

        Case, accents and spaces in *name* do not matter.
        """
        ...
