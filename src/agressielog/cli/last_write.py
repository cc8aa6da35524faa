"""What the last write of a command stored, for whoever must say how the command ended."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agressielog.application.ports.records import Stored


@dataclass(slots=True)
class LastWrite:
    """What is known of it.

    Attributes:
        stored: None before the first write, during one, and after one that changed nothing or failed.
        begun: whether there was a write at all; without one nothing can have been stored.
    """

    stored: "Stored | None" = None
    begun: bool = False

    def note(self, stored: "Stored | None") -> None:
        """Keep what the store tells of a write."""
        self.stored = stored
        self.begun = True
