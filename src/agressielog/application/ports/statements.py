"""What the use cases ask of a logbook about the callers' own statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.domain.identity import CallerId
    from agressielog.domain.statement import NewStatement, Statement


class StatementReading(Protocol):
    """Statements, each of the caller that gave it, also after a merge into another."""

    def statements_of(self, caller: CallerId) -> Sequence[Statement]:
        """Return what this very caller stated, lowest id first."""
        ...


class StatementWriting(Protocol):
    """Adding a statement; nothing changes one."""

    def add_statement(self, statement: NewStatement) -> Statement:
        """Store a statement; raises `CallerNotFound`."""
        ...
