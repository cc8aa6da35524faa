"""Finds the rows of a register that tell of an incident that is in the logbook already, in other words.

The identity of a row comes from its content, so a row that was edited after it was read looks new. It is told
by its moment and number: the same call from the same telephone. An incident that another row of the file is
already counts as found, so that two calls at one moment are two.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Protocol, TypeAlias

from agressielog.application.import_row import ReadRow, Remark
from agressielog.application.ports.records import Trace
from agressielog.domain.incident import NewIncident
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.ulid import Ulid

_Call: TypeAlias = tuple[datetime, PhoneNumber | Withheld | None]


class Alike(Enum):
    """What is to be done with rows that look like an incident that is there already."""

    REFUSE = "weigeren"
    TAKE = "overnemen"
    LEAVE = "overslaan"


class Traces(Protocol):
    """What is asked of the logbook; `Reading` answers it."""

    def incidents_at(self, moments: Sequence[datetime]) -> Sequence[Trace]:
        """Return a trace of every incident at one of these moments."""
        ...


def alike(rows: Sequence[ReadRow], in_file: frozenset[Ulid], known: Traces) -> tuple[ReadRow, ...]:
    """Return those of *rows* that look like an incident that is there already.

    Args:
        rows: that are not in the logbook by their identity, in the order of the file.
        in_file: the identities of all rows of the file.
        known: the logbook.
    """
    telling = [row for row in rows if _tells(row)]
    unmatched = Counter(
        (trace.at, trace.number)
        for trace in known.incidents_at([row.incident.at for row in telling])
        if trace.ulid not in in_file
    )
    found = []
    for row in telling:
        call = _call(row.incident)
        if unmatched[call]:
            unmatched[call] -= 1
            found.append(row)
    return tuple(found)


def _tells(row: ReadRow) -> bool:
    """Whether the identity is made from the content, and moment and number say enough.

    A day without a time and without a number is anybody's.
    """
    return not row.own_ulid and (row.incident.phone is not None or Remark.TIME_TAKEN not in row.remarks)


def _call(incident: NewIncident) -> _Call:
    return incident.at.replace(microsecond=0), incident.number
