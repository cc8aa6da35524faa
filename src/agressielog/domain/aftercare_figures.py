"""How much of the care for colleagues was in time, for the month report."""

from collections.abc import Iterable
from datetime import datetime

from agressielog.domain.aftercare import (
    Aftercare,
    AftercareStep,
    AftercareTerms,
    closed_by,
    talks,
)
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period
from agressielog.domain.value import value


@value(kw_only=True)
class CareFigures:
    """Talks that fell due in a period: had in time, or late (had late, or still not had)."""

    on_time: int = 0
    late: int = 0


def count_care(
    found: Iterable[Aftercare], terms: AftercareTerms, period: Period, at: datetime
) -> CareFigures:
    """Count the talks that fell due in a period.

    A talk that was had counts whatever became of the incident; one that was not had counts only while the care
    is open, for what was declined or withdrawn nobody neglected.

    Args:
        found: care, whatever the day of its incident.
        terms: of the policy.
        period: by the local day on which a talk is due.
        at: aware moment at which it is judged; what was done on a later local day does not count.
    """
    on_time = late = 0
    for care in found:
        waiting = closed_by(care, terms, local_day(at)) is None and not care.declined_on
        for talk in talks(care, terms):
            if period.first <= talk.due_day <= period.last:
                had = _had(care, talk.step, at)
                is_late = talk.late_by(had or at) is not None
                on_time += had is not None and not is_late
                late += is_late and (had is not None or waiting)
    return CareFigures(on_time=on_time, late=late)


def _had(care: Aftercare, step: AftercareStep, at: datetime) -> datetime | None:
    done = care.was_done(step)
    return done.at if done is not None and local_day(done.at) <= local_day(at) else None
