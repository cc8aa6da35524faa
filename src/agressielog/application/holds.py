"""Holds what retention and erasure would remove, while a complaint or a case runs (issue 5, part 6)."""

from datetime import date
from typing import TYPE_CHECKING

from agressielog.application.finding_callers import current, everybody_in
from agressielog.application.ports.logbook import Reading
from agressielog.domain.hold import Held, Hold

if TYPE_CHECKING:
    from agressielog.domain.identity import CallerId, IncidentId


def holds(reading: Reading, on: date) -> Held:
    """Return what must stay on local day *on*: what retention and erasure ask before they remove anything.

    A hold on a caller covers everybody who is now one person with that caller.
    """
    running = [hold for hold in reading.holds() if hold.runs_on(on)]
    incidents: dict[IncidentId, tuple[Hold, ...]] = {}
    persons: dict[CallerId, tuple[Hold, ...]] = {}
    for hold in running:
        if hold.incident is not None:
            incidents[hold.incident] = (*incidents.get(hold.incident, ()), hold)
        if hold.caller is not None:
            person = current(reading, hold.caller).id
            persons[person] = (*persons.get(person, ()), hold)
    callers = {one: held for person, held in persons.items() for one in everybody_in(reading, person)}
    return Held(callers, incidents)
