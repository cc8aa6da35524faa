"""What the use cases ask of a logbook about its back-ups, and that one was put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from agressielog.domain.anchor import Anchor


class BackupReading(Protocol):
    """When the logbook was copied to a safe place."""

    def last_backup(self, before: datetime | None = None) -> datetime | None:
        """Return the aware UTC moment of the last verified back-up; None where there was none.

        Args:
            before: of those at or before this moment; None for the very last.
        """
        ...


class BackupWriting(Protocol):
    """Noting that it was."""

    def note_backup(self, at: datetime) -> None:
        """Keep that a back-up was made and verified at this aware moment."""
        ...

    def note_restore(self, at: datetime, anchor: Anchor | None) -> None:
        """Keep that the logbook was put back at this aware moment, to where its chain stood then."""
        ...
