"""A look at personal data: who saw whom, when, and how."""

from datetime import datetime

from agressielog.domain.identity import CallerId
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value

#: How long looks are kept where the policy says nothing (issue 5, part 5).
LOOKS_KEPT = Span(12, SpanUnit.MONTH)


@value(kw_only=True)
class Look:
    """One answer that somebody was shown.

    Attributes:
        at: aware UTC moment.
        login: the name the computer knows the user by.
        name: the name the user claims, or the login.
        command: the words of the command: what kind of look it was.
        callers: who was in it, lowest id first; nobody is an answer too.
    """

    at: datetime
    login: str
    name: str
    command: str
    callers: tuple[CallerId, ...] = ()
