"""What taking a change back asks of a logbook: what a user did last, what rests on it, and to put records back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agressielog.domain.value import value

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from agressielog.application.ports.evidence import Step


@value
class RecordName:
    """A record by its table and key; `key` is None for some row of a table whose rows have no number."""

    table: str
    key: str | None


class UndoReading(Protocol):
    """The journal by deed instead of by record."""

    def last_deed(self, login: str, name: str, unnoticed: Collection[str]) -> Sequence[Step]:
        """Return every entry of the last write by this user, oldest first; none where there is none.

        Args:
            login: as the computer knows the user.
            name: as the user claims to be called.
            unnoticed: commands that change nothing of what users work with.
        """
        ...

    def later_steps(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return what was written later, by anybody, to the same records or to a decision that rests on them."""
        ...


class UndoWriting(Protocol):
    """Putting records back to how they were."""

    def put_back(self, steps: Sequence[Step]) -> Sequence[RecordName]:
        """Give every record of *steps* the content it had before the first of them.

        Returns:
            The records that refer to one that is gone by this; with any, the write must not be committed.
        """
        ...
