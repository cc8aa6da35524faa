"""What erasing asks of the logbook's file itself: to leave no old bytes, and to look for some."""

from collections.abc import Sequence
from typing import Protocol

from agressielog.domain.erasure import Told


class Remains(Protocol):
    """The bytes of the logbook; every method may raise the `FileTrouble` and `Damaged` families."""

    def clean(self) -> None:
        """Write the file anew without anything that was deleted, while nobody else has it open."""
        ...

    def left(self, texts: Sequence[Told]) -> Sequence[str]:
        """Return the fields of which a text still lies in the file or its journal, though no record holds it."""
        ...
