"""Writes requests under the privacy law, and the answers to them."""

from agressielog.application.errors import CallerNotFound
from agressielog.application.request_errors import RequestNotFound
from agressielog.domain.identity import RequestId, caller_code
from agressielog.domain.request import Answer, NewRequest, Request
from agressielog.storage.changes import TableWriting
from agressielog.storage.request_rows import answer_row, new_request_row, request_from


class RequestTablesWriting(TableWriting):
    """`RequestWriting` on SQLite."""

    def add_request(self, request: NewRequest) -> Request:
        """Store a request."""
        if not self._rows_of("beller", "id", request.caller):
            raise CallerNotFound(caller_code(request.caller))
        row = {"id": self._next_id("verzoek"), **new_request_row(request)}
        self._insert("verzoek", row)
        self._expect("verzoek", [row])
        self._touch(request.caller, None)
        return request_from(row)

    def answer_request(self, request: RequestId, answer: Answer | None) -> None:
        """Keep the answer to a request, or that there is none after all."""
        rows = self._rows_of("verzoek", "id", request)
        if not rows:
            raise RequestNotFound(request)
        self._update("verzoek", "id = ?", [request], answer_row(answer))
        self._touch(request_from(rows[0]).caller, None)
