"""Hands out every incident with its caller, a few at a time, for a table or a list of documents."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.restricting import restricted_callers
from agressielog.domain.caller import Caller
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.value import value

# The callers of the last so many; most calls of one caller lie close together.
_REMEMBERED = 10_000


@value
class Exported:
    """One incident, and whose it is."""

    incident: Incident
    caller: Caller | None


def export_incidents(
    store: Store, since: date | None, until: date | None, write: Callable[[Iterator[Exported]], None]
) -> int:
    """Give *write* every incident of a stretch of days, lowest id first, and return how many there were.

    Those of callers who asked for a restriction are left out.

    The logbook stays open, and others wait with their writes, until *write* returns: it must not wait for
    a reader itself.

    Args:
        store: the logbook.
        since: the first local day, or None.
        until: the last local day, or None.
        write: takes all that it is given.
    """
    count = 0

    def counted(reading: Reading) -> Iterator[Exported]:
        nonlocal count
        hidden = restricted_callers(reading)
        caller_of = lru_cache(maxsize=_REMEMBERED)(reading.caller)
        for incident in reading.each_incident():
            day = local_day(incident.at)
            if incident.caller in hidden:
                continue
            if (since is None or since <= day) and (until is None or day <= until):
                count += 1
                yield Exported(incident, caller_of(incident.caller) if incident.caller is not None else None)

    with store.reading() as reading:
        write(counted(reading))
    return count
