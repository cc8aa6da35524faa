"""Writes requests under the privacy law, and the answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.errors import CallerNotFound
from agressielog.application.request_errors import RequestNotFound
from agressielog.domain.identity import RequestId, caller_code
from agressielog.storage.changes import TableWriting

if TYPE_CHECKING:
    from agressielog.domain.request import Answer, NewRequest, Request


class RequestTablesWriting(TableWriting):
    """`RequestWriting` on SQLite."""

    def add_request(self, request: NewRequest) -> Request:
        """Store a request."""
        from agressielog.storage.request_rows import new_request_row, request_from

        if not self._rows_of("beller", "id", request.caller):
            raise CallerNotFound(caller_code(request.caller))
        row = {"id": self._next_id("verzoek"), **new_request_row(request)}
        self._insert("verzoek", row)
        self._expect("verzoek", [row])
        self._touch(request.caller, None)
        return request_from(row)

    def answer_request(self, request: RequestId, answer: Answer | None) -> None:
        """Keep the answer to a request, or that there is none after all."""
        from agressielog.storage.request_rows import answer_row, request_from

        rows = self._rows_of("verzoek", "id", request)
        if not rows:
            raise RequestNotFound(request)
        self._update("verzoek", "id = ?", [request], answer_row(answer))
        self._touch(request_from(rows[0]).caller, None)
