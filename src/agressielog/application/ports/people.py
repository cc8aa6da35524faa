"""What the use cases ask of a logbook about everybody who is named in it, to keep them out of another's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from agressielog.domain.identity import CallerId


class PeopleReading(Protocol):
    """Who is named, as far as the records tell."""

    def employee_names(self) -> frozenset[str]:
        """Return every name and login by which a colleague is known: reporters, deciders, users, helpers."""
        ...

    def people_besides(self, persons: Collection[CallerId]) -> Sequence[tuple[str | None, str | None]]:
        """Return the name and customer number of every caller but *persons*, and those told in other calls.

        A call that is only presumed to be theirs may have been anybody's, and is such an other call.
        """
        ...

    def count_changes_by(self, name: str) -> int:
        """Return how many journal entries a user has, by login or claimed name; case and accents do not matter."""
        ...
