"""Reads and shapes holds: rows of `vasthouding`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.identity import CallerId, HoldId, IncidentId
from agressielog.storage.cells import day, optional_day, optional_whole, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agressielog.domain.hold import Hold, NewHold
    from agressielog.storage.rows import Cell, Row


def new_hold_row(hold: NewHold) -> Row:
    """Return the cells of a hold about to be recorded, without its id."""
    return {
        "beller": hold.caller,
        "incident": hold.incident,
        "reden": hold.reason,
        "van": hold.since.isoformat(),
        "tot": hold.until.isoformat() if hold.until is not None else None,
        "opgeheven_op": None,
    }


def hold_from(row: Mapping[str, Cell]) -> Hold:
    """Return the hold of a row."""
    from agressielog.domain.hold import Hold

    caller, incident = optional_whole(row, "beller"), optional_whole(row, "incident")
    return Hold(
        id=HoldId(whole(row, "id")),
        caller=CallerId(caller) if caller is not None else None,
        incident=IncidentId(incident) if incident is not None else None,
        reason=text(row, "reden"),
        since=day(row, "van"),
        until=optional_day(row, "tot"),
        lifted_on=optional_day(row, "opgeheven_op"),
    )


class HoldTablesReading(TableReading):
    """`HoldReading` on SQLite."""

    def holds(self) -> Sequence[Hold]:
        """Return every hold."""
        return self._holds("1 = 1", [])

    def holds_of(self, caller: CallerId) -> Sequence[Hold]:
        """Return the holds on this very caller."""
        return self._holds("beller = ?", [caller])

    def holds_on_incident(self, incident: IncidentId) -> Sequence[Hold]:
        """Return the holds on this incident."""
        return self._holds("incident = ?", [incident])

    def _holds(self, condition: str, parameters: Sequence[Cell]) -> list[Hold]:
        found = []
        for row in self._where("vasthouding", f"{condition} ORDER BY id", parameters):
            with understood(f"vasthouding {row['id']}"):
                found.append(hold_from(row))
        return found
