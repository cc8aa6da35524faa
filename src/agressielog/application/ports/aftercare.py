"""What the use cases ask of a logbook about care for the colleague.

Nothing here belongs to the caller: these writes touch no caller and no number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agressielog.domain.aftercare import Aftercare, AftercareStep, StepDone
    from agressielog.domain.identity import IncidentId


class AftercareReading(Protocol):
    """The care that incidents opened, with all that is on record of it."""

    def aftercare(self, incident: IncidentId) -> Aftercare | None:
        """Return the care after one incident; None where it opened none; raises `IncidentNotFound`."""
        ...

    def aftercare_through(
        self, on: date, *, since: date | None = None, unfinished: bool = False
    ) -> Sequence[Aftercare]:
        """Return the care after incidents of local day *on* or earlier, the incident that happened first first.

        Args:
            on: a local day; its end counts.
            since: leave out incidents before this local day.
            unfinished: leave out incidents that no longer stand, and those for which, by the end of that day,
                the four talks were done or care was declined twice. What is open is among the rest; whether it
                is, the policy has a say in (`domain.aftercare.open_steps`).
        """
        ...


class AftercareWriting(Protocol):
    """What was done for the colleague."""

    def add_care_step(self, incident: IncidentId, done: StepDone) -> None:
        """Keep that a step was done, which it was not before; raises `IncidentNotFound`."""
        ...

    def remove_care_step(self, incident: IncidentId, step: AftercareStep) -> None:
        """Take back that a step was done; nothing happens where it was not."""
        ...

    def add_care_declined(self, incident: IncidentId, day: date) -> None:
        """Keep that the colleague wanted no care on a local day; raises `IncidentNotFound`."""
        ...

    def remove_care_declined(self, incident: IncidentId) -> None:
        """Take back the last time that the colleague wanted no care; nothing happens where there is none."""
        ...
