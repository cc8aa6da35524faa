"""Reads requests under the privacy law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.request_errors import RequestNotFound
from agressielog.storage.faults import understood
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agressielog.domain.identity import CallerId, RequestId
    from agressielog.domain.request import Request
    from agressielog.storage.rows import Cell

# Two searches instead of one scan: never answered, or answered later.
_OPEN = """WHERE id IN (
    SELECT id FROM verzoek WHERE beantwoord_op IS NULL
    UNION ALL
    SELECT id FROM verzoek WHERE beantwoord_op > ?
) AND ontvangen_op <= ?"""


class RequestTablesReading(TableReading):
    """`RequestReading` on SQLite."""

    def request(self, request: RequestId) -> Request:
        """Return one request."""
        for found in self._requests("WHERE id = ?", [request]):
            return found
        raise RequestNotFound(request)

    def requests(self) -> Sequence[Request]:
        """Return every request."""
        return self._requests("")

    def requests_of(self, caller: CallerId) -> Sequence[Request]:
        """Return what this caller asked."""
        return self._requests("WHERE beller = ?", [caller])

    def open_requests(self, on: date) -> Sequence[Request]:
        """Return the requests that wait for an answer on *on*."""
        day = on.isoformat()
        return self._requests(_OPEN, [day, day])

    def _requests(self, condition: str, parameters: Sequence[Cell] = ()) -> list[Request]:
        from agressielog.storage.request_rows import request_from

        found = []
        for row in self._rows(f"SELECT * FROM verzoek {condition} ORDER BY id", parameters):  # noqa: S608 - fixed conditions
            with understood(f"verzoek {row['id']}"):
                found.append(request_from(row))
        return found
