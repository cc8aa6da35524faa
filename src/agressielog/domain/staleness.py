"""When a number may have passed to somebody else, so that the name is asked first."""

from datetime import date

from agressielog.domain.span import Span


def is_stale(last_seen: date, on: date, after: Span) -> bool:
    """Tell whether a number last seen on *last_seen* was not seen for so long on day *on*.

    Args:
        last_seen: the local day of the last call from it.
        on: the local day that is judged.
        after: how long it may be silent (`Policy.number_stale_after`). The same calendar day that much later
            is stale; months clamp, so 29 February and a year is 28 February.
    """
    return on >= after.after(last_seen)
