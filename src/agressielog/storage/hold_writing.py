"""Writes holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.errors import CallerNotFound, IncidentNotFound
from agressielog.domain.identity import HoldId, caller_code
from agressielog.storage.changes import TableWriting
from agressielog.storage.hold_reading import hold_from, new_hold_row

if TYPE_CHECKING:
    from datetime import date

    from agressielog.domain.hold import Hold, NewHold


class HoldTablesWriting(TableWriting):
    """`HoldWriting` on SQLite."""

    def add_hold(self, hold: NewHold) -> Hold:
        """Store a hold."""
        if hold.caller is not None and not self._rows_of("beller", "id", hold.caller):
            raise CallerNotFound(caller_code(hold.caller))
        if hold.incident is not None and not self._rows_of("incident", "id", hold.incident):
            raise IncidentNotFound(hold.incident)
        row = {"id": self._next_id("vasthouding"), **new_hold_row(hold)}
        self._insert("vasthouding", row)
        self._expect("vasthouding", [row])
        self._touch(hold.caller, None)
        return hold_from(row)

    def lift_hold(self, hold: HoldId, on: date) -> None:
        """Keep that a hold was lifted."""
        for row in self._rows_of("vasthouding", "id", hold):
            self._update("vasthouding", "id = ?", [hold], {"opgeheven_op": on.isoformat()})
            self._touch(hold_from(row).caller, None)
