"""Whose details may not be shown: who asked for a restriction (AVG art. 18)."""

from dataclasses import dataclass

from agressielog.application.finding_callers import current, everybody_in
from agressielog.application.ports import Reading, Store
from agressielog.domain.errors import Refused
from agressielog.domain.identity import CallerId


@dataclass(eq=False)
class DetailsRestricted(Refused):
    """The caller asked that no details are shown."""

    caller: CallerId


def restricted_callers(reading: Reading) -> frozenset[CallerId]:
    """Return whose details may not be shown now, with everybody who is one person with them."""
    persons = {current(reading, running.caller).id for running in reading.running_restrictions()}
    return frozenset(one for person in persons for one in everybody_in(reading, person))


def restricted_now(store: Store) -> frozenset[CallerId]:
    """Return the same of a logbook, for whoever shows what was read before."""
    with store.reading() as reading:
        return restricted_callers(reading)
