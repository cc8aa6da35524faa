"""A restriction (AVG art. 18): the details of a caller go from view, the status and what to do stay."""

from datetime import date, datetime

from agressielog.domain.identity import CallerId, OpeningId, RestrictionId
from agressielog.domain.value import value


@value(kw_only=True)
class NewRestriction:
    """A restriction about to be recorded.

    Attributes:
        caller: whose details go from view.
        reason: what it is for: what is disputed, or which case it waits for.
        since: local day.
    """

    caller: CallerId
    reason: str
    since: date


@value(kw_only=True)
class Restriction(NewRestriction):
    """A recorded restriction; it holds until it is lifted, on local day `lifted_on`."""

    id: RestrictionId
    lifted_on: date | None = None


@value(kw_only=True)
class NewOpening:
    """That somebody looked at restricted details all the same, about to be kept.

    Attributes:
        caller: at whose.
        reason: what it was needed for.
        at: aware UTC moment.
        by: who looked.
    """

    caller: CallerId
    reason: str
    at: datetime
    by: str


@value(kw_only=True)
class Opening(NewOpening):
    """A look that was kept."""

    id: OpeningId
