"""Reads and shapes statements and restrictions: rows of `zienswijze` and `avg_beperking`."""

from collections.abc import Mapping, Sequence

from agressielog.domain.identity import CallerId, RestrictionId, StatementId
from agressielog.domain.restriction import NewRestriction, Restriction
from agressielog.domain.statement import NewStatement, Statement
from agressielog.storage.cells import day, optional_day, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row
from agressielog.storage.tables import TableReading


def new_statement_row(statement: NewStatement) -> Row:
    """Return the cells of a statement about to be added, without its id."""
    return {
        "beller": statement.caller,
        "gegeven_op": statement.given_on.isoformat(),
        "tekst": statement.text,
    }


def statement_from(row: Mapping[str, Cell]) -> Statement:
    """Return the statement of a row."""
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
    return Restriction(
        id=RestrictionId(whole(row, "id")),
        caller=CallerId(whole(row, "beller")),
        reason=text(row, "reden"),
        since=day(row, "sinds"),
        lifted_on=optional_day(row, "opgeheven_op"),
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

    def _restrictions(self, condition: str, parameters: Sequence[Cell]) -> list[Restriction]:
        found = []
        for row in self._where("avg_beperking", f"{condition} ORDER BY id", parameters):
            with understood(f"avg_beperking {row['id']}"):
                found.append(restriction_from(row))
        return found
