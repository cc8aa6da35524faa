"""What a back-up asks of the place where logbooks lie: to copy one, to look into one, to put one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agressielog.domain.value import value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from agressielog.application.ports.evidence import Evidence
    from agressielog.application.ports.logbook import Store
    from agressielog.application.ports.remains import Remains
    from agressielog.domain.anchor import Anchor


@value(kw_only=True)
class Contents:
    """What is in a logbook, in figures.

    Attributes:
        last_change: aware UTC moment; None for a logbook in which nothing was written yet.
        anchor: where its chain stands.
    """

    incidents: int
    callers: int
    decisions: int
    last_change: datetime | None
    anchor: Anchor | None


class Copies(Protocol):
    """The logbook's file and its copies; paths are texts as the user names them.

    Every method may raise the `FileTrouble` and `Damaged` families, `LogbookMissing` and `TargetExists`.
    """

    def names(self, folder: str) -> Sequence[str]:
        """Return the names of the files in a folder; none where there is no such folder."""
        ...

    def make(self, folder: str, name: str, judge: Callable[[Evidence], None]) -> str:
        """Copy the logbook as it stands while others go on, and return the path of the copy.

        Args:
            folder: made where it is not there, for its owner only.
            name: of the copy, which must not be there.
            judge: looks at the copy before it gets its name; what it raises leaves no copy.
        """
        ...

    def remove(self, folder: str, name: str) -> None:
        """Remove one copy."""
        ...

    def contents(self, path: str | None = None) -> Contents:
        """Return what is in the logbook, or in the copy at *path*."""
        ...

    def evidence(self, path: str | None = None) -> Evidence:
        """Return the logbook, or the copy at *path*, as `check` looks at it."""
        ...

    def put_back(
        self,
        path: str,
        name: str,
        judge: Callable[[Evidence], None],
        ready: Callable[[Store, Remains], None],
    ) -> str | None:
        """Put the copy at *path* in place of the logbook, in one step.

        Args:
            path: of the copy, which stays where it is.
            name: under which the present file is kept, beside the logbook.
            judge: looks at what will be the logbook; what it raises leaves everything as it was.
            ready: then does to it what must be done before anybody can open it; the same holds for this.

        Returns:
            The path of what was the logbook until now; None where there was none.
        """
        ...

    def erased(self, place: str) -> frozenset[str]:
        """Return the identities of erased records that are kept in a folder, or in the folder of a copy."""
        ...

    def add_erased(self, folder: str, identities: frozenset[str]) -> None:
        """Keep identities of erased records beside the back-ups in a folder; those that are there stay."""
        ...
