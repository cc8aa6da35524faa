"""What erasing asks of the logbook's file itself: to leave no old bytes, and to look for some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.domain.erasure import Searched, Told


class Remains(Protocol):
    """The bytes of the logbook; every method may raise the `FileTrouble` and `Damaged` families."""

    def clean(self) -> None:
        """Write the file anew without anything that was deleted, while nobody else has it open."""
        ...

    def left(self, texts: Sequence[Told]) -> Searched:
        """Look for texts in the file and its journal, and tell which still lie there though no record holds them."""
        ...
