"""What is kept about a colleague, for that colleague (issue 5, part 5): own things only, and no figures to compare."""

from dataclasses import dataclass
from datetime import date, datetime

from agressielog.application.aftercare import open_aftercare
from agressielog.application.ports import Store
from agressielog.application.ports.looks import LookFilter
from agressielog.application.promises import open_promises
from agressielog.domain.aftercare import AftercareStep
from agressielog.domain.identity import IncidentId, MeasureId, PromiseId
from agressielog.domain.local_time import local_day
from agressielog.domain.look import LOOKS_KEPT
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeFile:
    """What the logbook keeps about one colleague, on local day `on`; nothing of any caller is in it.

    Attributes:
        name: as typed.
        reports: number and local day of each, the last one first.
        decisions: number and local day of what this colleague decided, the first one first.
        promises: what this colleague promised and still has to be kept; what was promised is not told.
        care: the steps of aftercare that this colleague is still owed, earliest due first, each with its day.
        changes: how many entries the journal has of this colleague.
        looks: how many looks there are; `last_look` an aware UTC moment.
        looks_kept: how long those are kept.
    """

    name: str
    reports: tuple[tuple[IncidentId, date], ...]
    decisions: tuple[tuple[MeasureId, date], ...]
    promises: tuple[tuple[PromiseId, date | None], ...]
    care: tuple[tuple[IncidentId, AftercareStep, date], ...]
    changes: int
    looks: int
    last_look: datetime | None
    looks_kept: Span
    on: date


def employee_file(store: Store, name: str, policy: Policy, on: date) -> EmployeeFile:
    """Gather what is kept about one colleague.

    Args:
        store: the logbook.
        name: of the colleague; case, accents and spaces do not matter.
        policy: the one in use.
        on: the local day.
    """
    wanted = fold(name)
    kept = policy.terms.look_ups_kept if policy.terms is not None else None
    with store.reading() as reading:
        last = reading.looks(LookFilter(by=name, limit=1))
        return EmployeeFile(
            name=name,
            reports=tuple((one.id, local_day(one.at)) for one in reading.reported_by(name)),
            decisions=tuple(
                (one.id, one.decided_on) for one in reading.decisions() if fold(one.decided_by) == wanted
            ),
            promises=tuple(
                (one.promise.id, one.promise.due)
                for one in open_promises(reading, on)
                if fold(one.made_by) == wanted
            ),
            care=tuple(
                (one.incident, one.step, local_day(one.due))
                for one in open_aftercare(reading, policy, on, name)
            ),
            changes=reading.count_changes_by(name),
            looks=reading.count_looks(LookFilter(by=name)),
            last_look=last[0].at if last else None,
            looks_kept=kept or LOOKS_KEPT,
            on=on,
        )
