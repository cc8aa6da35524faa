"""A statement: the person's own account, added to the file and never changed by us."""

from datetime import date

from agressielog.domain.identity import CallerId, StatementId
from agressielog.domain.value import value


@value(kw_only=True)
class NewStatement:
    """A statement about to be added.

    Attributes:
        caller: whose it is.
        given_on: the local day on which it was given.
        text: word for word.
    """

    caller: CallerId
    given_on: date
    text: str


@value(kw_only=True)
class Statement(NewStatement):
    """A statement in the logbook; `caller` is who gave it, also after a merge into another."""

    id: StatementId
