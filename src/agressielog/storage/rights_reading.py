"""Reads and shapes statements and restrictions: rows of `zienswijze`, `avg_beperking` and `avg_toch_bekeken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.identity import CallerId, OpeningId, RestrictionId, StatementId
from agressielog.storage.cells import day, moment, optional_day, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agressielog.domain.restriction import NewOpening, NewRestriction, Opening, Restriction
    from agressielog.domain.statement import NewStatement, Statement
    from agressielog.storage.rows import Cell, Row


def new_statement_row(statement: NewStatement) -> Row:
    """Return the cells of a statement about to be added, without its id."""
    return {
        "beller": statement.caller,
        "gegeven_op": statement.given_on.isoformat(),
        "tekst": statement.text,
    }


def statement_from(row: Mapping[str, Cell]) -> Statement:
    """Return the statement of a row."""
    from agressielog.domain.statement import Statement

    return Statement(
        id=StatementId(whole(row, "id")),
        caller=CallerId(whole(row, "beller")),
        given_on=day(row, "gegeven_op"),
        text=text(row, "tekst"),
    )


def new_restriction_row(restriction: NewRestriction) -> Row:
    """Return the cells of a restriction about to be recorded, without its id."""
    return {
        "beller": restriction.caller,
        "reden": restriction.reason,
        "sinds": restriction.since.isoformat(),
        "opgeheven_op": None,
    }


def restriction_from(row: Mapping[str, Cell]) -> Restriction:
    """Return the restriction of a row."""
    from agressielog.domain.restriction import Restriction

    return Restriction(
        id=RestrictionId(whole(row, "id")),
        caller=CallerId(whole(row, "beller")),
        reason=text(row, "reden"),
        since=day(row, "sinds"),
        lifted_on=optional_day(row, "opgeheven_op"),
    )


def new_opening_row(opening: NewOpening) -> Row:
    """Return the cells of a look about to be kept, without its id."""
    return {
        "beller": opening.caller,
        "reden": opening.reason,
        "op": opening.at.isoformat(),
        "door": opening.by,
    }


def opening_from(row: Mapping[str, Cell]) -> Opening:
    """Return the look of a row."""
    from agressielog.domain.restriction import Opening

    return Opening(
        id=OpeningId(whole(row, "id")),
        caller=CallerId(whole(row, "beller")),
        reason=text(row, "reden"),
        at=moment(row, "op"),
        by=text(row, "door"),
    )


class RightsTablesReading(TableReading):
    """`StatementReading` and `RestrictionReading` on SQLite."""

    def statements_of(self, caller: CallerId) -> Sequence[Statement]:
        """Return what this very caller stated."""
        found = []
        for row in self._where("zienswijze", "beller = ? ORDER BY id", [caller]):
            with understood(f"zienswijze {row['id']}"):
                found.append(statement_from(row))
        return found

    def restrictions_of(self, caller: CallerId) -> Sequence[Restriction]:
        """Return the restrictions of this very caller."""
        return self._restrictions("beller = ?", [caller])

    def running_restrictions(self) -> Sequence[Restriction]:
        """Return every restriction that was not lifted."""
        return self._restrictions("opgeheven_op IS NULL", [])

    def openings_of(self, caller: CallerId) -> Sequence[Opening]:
        """Return when somebody looked at the details of this very caller all the same."""
        found = []
        for row in self._where("avg_toch_bekeken", "beller = ? ORDER BY id", [caller]):
            with understood(f"avg_toch_bekeken {row['id']}"):
                found.append(opening_from(row))
        return found

    def _restrictions(self, condition: str, parameters: Sequence[Cell]) -> list[Restriction]:
        found = []
        for row in self._where("avg_beperking", f"{condition} ORDER BY id", parameters):
            with understood(f"avg_beperking {row['id']}"):
                found.append(restriction_from(row))
        return found
