"""What bringing a logbook up to date asks of its file."""

from __future__ import annotations

from typing import Protocol

from agressielog.domain.value import value


@value
class Layouts:
    """The layout that a file has, and the newer one of this program."""

    found: int
    ours: int


class Upgrading(Protocol):
    """The file of a logbook; both methods may raise the `FileTrouble` and `Damaged` families."""

    def pending(self) -> Layouts | None:
        """Return from which layout to which the file has to be brought; None where nothing is to be done."""
        ...

    def apply(self) -> bool:
        """Bring the file to the layout of this program in one transaction; returns False where that was done already."""
        ...
