"""A call that went well with somebody under a measure: a fact for the caller, and in no arithmetic (issue 4, part 6)."""

from collections.abc import Sequence
from datetime import date, datetime

from agressielog.domain.identity import MeasureId
from agressielog.domain.local_time import local_day
from agressielog.domain.value import value


@value
class GoodCall:
    """A good call; it hangs on the measure that held then, goes where that goes and is erased with it.

    `at` is an aware UTC moment, `by` the colleague who noted it. Nothing was said of it.
    """

    measure: MeasureId
    at: datetime
    by: str


@value
class GoodCalls:
    """The good calls of one caller.

    Attributes:
        total: how many there were.
        in_a_row: how many of them since the last call that went wrong.
        last: the local day of the last one; None where there were none.
    """

    total: int = 0
    in_a_row: int = 0
    last: date | None = None


#: Of somebody with whom none was noted.
NO_GOOD_CALLS = GoodCalls()


def count_good_calls(calls: Sequence[GoodCall], wrong_at: datetime | None, on: date) -> GoodCalls:
    """Count good calls up to and including a local day.

    Args:
        calls: of one caller, in any order.
        wrong_at: aware moment of the last call that went wrong; None where there was none.
        on: local day.
    """
    known = [call.at for call in calls if local_day(call.at) <= on]
    return GoodCalls(
        total=len(known),
        in_a_row=sum(wrong_at is None or at > wrong_at for at in known),
        last=local_day(max(known)) if known else None,
    )
