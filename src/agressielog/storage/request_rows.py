"""Requests under the privacy law as rows of `verzoek`, and back."""

from collections.abc import Mapping

from agressielog.domain.identity import CallerId, RequestId
from agressielog.domain.request import Answer, NewRequest, Request, RequestKind, RequestOutcome
from agressielog.storage.cells import code, day, optional_day, optional_text, whole
from agressielog.storage.rows import Cell, Row


def new_request_row(request: NewRequest) -> Row:
    """Return the cells of a request about to be recorded, without its id."""
    return {
        "beller": request.caller,
        "soort": request.kind,
        "ontvangen_op": request.received_on.isoformat(),
        "antwoord_voor": request.answer_by.isoformat(),
        **answer_row(None),
    }


def answer_row(answer: Answer | None) -> Row:
    """Return the cells of the answer to a request, or of none."""
    return {
        "beantwoord_op": answer.on.isoformat() if answer is not None else None,
        "uitkomst": answer.outcome if answer is not None else None,
        "reden": answer.reason if answer is not None else None,
    }


def request_from(row: Mapping[str, Cell]) -> Request:
    """Return the request of a row."""
    answered_on = optional_day(row, "beantwoord_op")
    answer = None
    if answered_on is not None:
        outcome = code(row, "uitkomst", RequestOutcome)
        answer = Answer(answered_on, outcome, optional_text(row, "reden"))
    return Request(
        id=RequestId(whole(row, "id")),
        caller=CallerId(whole(row, "beller")),
        kind=code(row, "soort", RequestKind),
        received_on=day(row, "ontvangen_op"),
        answer_by=day(row, "antwoord_voor"),
        answer=answer,
    )
