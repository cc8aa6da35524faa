"""What somebody asks under the privacy law (AVG): to see, correct or erase, or to object; and our answer to it."""

from datetime import date
from enum import StrEnum

from agressielog.domain.identity import CallerId, RequestId
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value
from agressielog.domain.working_days import moved_off

#: AVG art. 12 lid 3: without undue delay, and within one month of receipt.
LEGAL_ANSWER_TERM = Span(1, SpanUnit.MONTH)


class RequestKind(StrEnum):
    """What is asked: AVG articles 15, 16, 17 and 21."""

    ACCESS = "inzage"
    CORRECTION = "correctie"
    ERASURE = "verwijdering"
    OBJECTION = "bezwaar"


class RequestOutcome(StrEnum):
    """What became of it."""

    GRANTED = "toegewezen"
    PARTLY = "deels"
    REFUSED = "afgewezen"
    WITHDRAWN = "ingetrokken"


@value
class Answer:
    """Our answer on a local day; who is refused, also in part, is told why (AVG art. 12 lid 4)."""

    on: date
    outcome: RequestOutcome
    reason: str | None = None

    @property
    def refuses(self) -> bool:
        """Whether something that was asked is not done."""
        return self.outcome in {RequestOutcome.PARTLY, RequestOutcome.REFUSED}


@value(kw_only=True)
class NewRequest:
    """A request about to be recorded.

    Attributes:
        caller: who asks.
        received_on, answer_by: local days; the last one still in time.
    """

    caller: CallerId
    kind: RequestKind
    received_on: date
    answer_by: date


@value(kw_only=True)
class Request(NewRequest):
    """A recorded request; `caller` is the one that asked, also after a merge into another."""

    id: RequestId
    answer: Answer | None = None

    def open_on(self, on: date) -> bool:
        """Tell whether it was received and not yet answered at the end of local day *on*."""
        return self.received_on <= on and (self.answer is None or self.answer.on > on)


def answer_by(kind: RequestKind, received_on: date, policy: Policy) -> date:
    """Return the last local day for our answer: within the policy's term, and the law's where it has none."""
    told = policy.terms
    term = None
    if told is not None:
        term = told.erasure_answer if kind is RequestKind.ERASURE else told.access_answer
    due = (term or LEGAL_ANSWER_TERM).after(received_on)
    moves = policy.safeguards is not None and policy.safeguards.moves_off_weekends
    return moved_off(due) if moves else due
