"""What is kept about a colleague (issue 5, part 5): of what kind, why and how long; and to themselves, which records.

Nothing is counted, for anybody: "no figures per employee anywhere" holds for one employee as well, and how often
somebody looked up or typed is such a figure. The records themselves are told only to who goes by that name here, as
a list of them is as good as a count, and whether somebody is owed care is nobody else's business. Whoever handles a
request of a colleague sees the kinds, the purposes and the terms, and looks together with that colleague. The journal is not told record by record: it is evidence about records, and the
history of each of them says who wrote it.
"""

from datetime import date
from enum import StrEnum

from agressielog.application.aftercare import open_aftercare
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.looks import LookFilter
from agressielog.application.promises import open_promises
from agressielog.domain.aftercare import AftercareStep
from agressielog.domain.identity import IncidentId, MeasureId, PromiseId
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.retention import looks_kept
from agressielog.domain.span import Span
from agressielog.domain.text import fold
from agressielog.domain.value import value


class KeptKind(StrEnum):
    """What is kept about a colleague."""

    REPORTS = "meldingen"
    CARE = "nazorg"
    DECISIONS = "besluiten"
    PROMISES = "toezeggingen"
    WRITTEN = "geschiedenis"
    LOOKED = "inzagen"


@value(kw_only=True)
class OwnRecords:
    """The records of a colleague; nothing of any caller is in it.

    Attributes:
        reports: number and local day of each, the last one first.
        decisions: number and local day of what this colleague decided, the first one first.
        promises: what this colleague promised and still has to be kept; what was promised is not told.
        care: the steps of aftercare that this colleague is still owed, earliest due first, each with its day.
    """

    reports: tuple[tuple[IncidentId, date], ...]
    decisions: tuple[tuple[MeasureId, date], ...]
    promises: tuple[tuple[PromiseId, date | None], ...]
    care: tuple[tuple[IncidentId, AftercareStep, date], ...]


@value(kw_only=True)
class EmployeeFile:
    """What the logbook keeps about one colleague, on local day `on`.

    Attributes:
        name: as typed.
        present: of which kinds there is anything; None, as is `own`, for another than who asks.
        own: the records themselves.
        looks_kept: how long it is kept who looked up whom.
    """

    name: str
    present: frozenset[KeptKind] | None
    own: OwnRecords | None
    looks_kept: Span
    on: date


def employee_file(store: Store, name: str, policy: Policy, on: date, *, asked_by: str) -> EmployeeFile:
    """Gather what is kept about one colleague.

    Args:
        store: the logbook.
        name: of the colleague; case, accents and spaces do not matter.
        policy: the one in use.
        on: the local day.
        asked_by: who asks, as known here.
    """
    kept = looks_kept(policy)
    if fold(asked_by) != fold(name):
        return EmployeeFile(name=name, present=None, own=None, looks_kept=kept, on=on)
    with store.reading() as reading:
        own = _records(reading, name, policy, on)
        there = {
            KeptKind.REPORTS: bool(own.reports),
            KeptKind.CARE: bool(own.care),
            KeptKind.DECISIONS: bool(own.decisions),
            KeptKind.PROMISES: bool(own.promises),
            KeptKind.WRITTEN: reading.count_changes_by(name) > 0,
            KeptKind.LOOKED: bool(reading.looks(LookFilter(by=name, limit=1))),
        }
        present = frozenset(kind for kind, found in there.items() if found)
        return EmployeeFile(name=name, present=present, own=own, looks_kept=kept, on=on)


def _records(reading: Reading, name: str, policy: Policy, on: date) -> OwnRecords:
    wanted = fold(name)
    return OwnRecords(
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
            (one.incident, one.step, local_day(one.due)) for one in open_aftercare(reading, policy, on, name)
        ),
    )
