"""What a decider should weigh beside the advice: it speaks for the caller or asks for care, and counts for nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agressielog.domain.local_time import local_day
from agressielog.domain.value import value

if TYPE_CHECKING:
    from datetime import date

    from agressielog.application.dossiers import Case
    from agressielog.domain.good_call import GoodCalls
    from agressielog.domain.identity import IncidentId, MeasureId

# One report is always wholly of one reporter, which tells nothing.
_FEWEST = 2


@value(kw_only=True)
class Considerations:
    """What to weigh, from the incidents that stand.

    Attributes:
        our_fault: incidents whose cause lay with us.
        apologised_on: the last local day on which the caller apologised.
        by_one_reporter: how many incidents one reporter told, where that is more than half of them.
        reported: how many there are.
        good_calls: the calls under a measure that went well.
        later_measures: those delivered only after an incident that asks, which it is not judged by.
    """

    our_fault: tuple[IncidentId, ...]
    apologised_on: date | None
    by_one_reporter: int | None
    reported: int
    good_calls: GoodCalls
    later_measures: tuple[MeasureId, ...]


def considerations(case: Case) -> Considerations:
    """Return what to weigh about a caller, as of the day of the case (design 4.3; domain 7, safeguards 3 and 16)."""
    told = [i for i in case.incidents if i.status.stands and local_day(i.at) <= case.on]
    sorry = [i.apologised_on for i in told if i.apologised_on is not None and i.apologised_on <= case.on]
    most = max(Counter(i.reporter.casefold() for i in told).values(), default=0)
    return Considerations(
        our_fault=tuple(sorted(i.id for i in told if i.our_fault)),
        apologised_on=max(sorry, default=None),
        by_one_reporter=most if len(told) >= _FEWEST and most * 2 > len(told) else None,
        reported=len(told),
        good_calls=case.good_calls,
        later_measures=case.advice.later_measures,
    )
