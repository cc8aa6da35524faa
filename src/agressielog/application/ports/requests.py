"""What the use cases ask of a logbook about requests under the privacy law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agressielog.domain.identity import CallerId, RequestId
    from agressielog.domain.request import Answer, NewRequest, Request


class RequestReading(Protocol):
    """Requests, each of the caller that asked, also after a merge into another."""

    def request(self, request: RequestId) -> Request:
        """Return one request; raises `RequestNotFound`."""
        ...

    def requests(self) -> Sequence[Request]:
        """Return every request, lowest id first."""
        ...

    def requests_of(self, caller: CallerId) -> Sequence[Request]:
        """Return what this caller asked, lowest id first; of callers merged into this one nothing."""
        ...

    def open_requests(self, on: date) -> Sequence[Request]:
        """Return the requests received and not answered at the end of local day *on*, lowest id first."""
        ...


class RequestWriting(Protocol):
    """Recording a request and the answer to it."""

    def add_request(self, request: NewRequest) -> Request:
        """Store a request; raises `CallerNotFound`."""
        ...

    def answer_request(self, request: RequestId, answer: Answer | None) -> None:
        """Keep the answer to a request, or (None) that there is none after all; raises `RequestNotFound`."""
        ...
