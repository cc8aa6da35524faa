"""Writes statements and restrictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.errors import CallerNotFound
from agressielog.domain.identity import CallerId, RestrictionId, caller_code
from agressielog.storage.changes import TableWriting
from agressielog.storage.rights_reading import (
    new_opening_row,
    new_restriction_row,
    new_statement_row,
    opening_from,
    restriction_from,
    statement_from,
)

if TYPE_CHECKING:
    from datetime import date

    from agressielog.domain.restriction import NewOpening, NewRestriction, Opening, Restriction
    from agressielog.domain.statement import NewStatement, Statement
    from agressielog.storage.rows import Row


class RightsTablesWriting(TableWriting):
    """`StatementWriting` and `RestrictionWriting` on SQLite."""

    def add_statement(self, statement: NewStatement) -> Statement:
        """Store a statement."""
        return statement_from(self._added("zienswijze", statement.caller, new_statement_row(statement)))

    def add_restriction(self, restriction: NewRestriction) -> Restriction:
        """Store a restriction."""
        cells = new_restriction_row(restriction)
        return restriction_from(self._added("avg_beperking", restriction.caller, cells))

    def lift_restriction(self, restriction: RestrictionId, on: date) -> None:
        """Keep that it was lifted."""
        for row in self._rows_of("avg_beperking", "id", restriction):
            self._update("avg_beperking", "id = ?", [restriction], {"opgeheven_op": on.isoformat()})
            self._touch(restriction_from(row).caller, None)

    def add_opening(self, opening: NewOpening) -> Opening:
        """Store that somebody looked all the same."""
        return opening_from(self._added("avg_toch_bekeken", opening.caller, new_opening_row(opening)))

    def _added(self, table: str, caller: CallerId, cells: Row) -> Row:
        if not self._rows_of("beller", "id", caller):
            raise CallerNotFound(caller_code(caller))
        row = {"id": self._next_id(table), **cells}
        self._insert(table, row)
        self._expect(table, [row])
        self._touch(caller, None)
        return row
