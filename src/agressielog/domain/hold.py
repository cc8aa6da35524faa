"""A hold: while a complaint or a case runs, nothing of a caller or an incident is removed."""

from dataclasses import dataclass
from datetime import date

from agressielog.domain.identity import CallerId, HoldId, IncidentId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHold:
    """A hold about to be recorded: on a caller, or on one incident.

    Attributes:
        caller, incident: what is held, exactly one of them.
        reason: for what case or complaint.
        since, until: local days, both held; without `until` it holds until it is lifted.
    """

    caller: CallerId | None = None
    incident: IncidentId | None = None
    reason: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(NewHold):
    """A recorded hold.

    Attributes:
        lifted_on: local day on which it was lifted, and no longer holds.
    """

    id: HoldId
    lifted_on: date | None = None

    def runs_on(self, on: date) -> bool:
        """Tell whether it holds on local day *on*; one that has yet to begin does not."""
        return (
            self.since <= on
            and (self.until is None or on <= self.until)
            and (self.lifted_on is None or on < self.lifted_on)
        )


@dataclass(frozen=True, slots=True)
class Held:
    """What may not be removed on a day, and why.

    Attributes:
        callers: each with the holds on them; those who are one person now each have the holds of all.
        incidents: each with the holds on that incident itself; those of its caller are with the caller.
    """

    callers: dict[CallerId, tuple[Hold, ...]]
    incidents: dict[IncidentId, tuple[Hold, ...]]

    def over(self, incident: IncidentId, caller: CallerId | None) -> tuple[Hold, ...]:
        """Return the holds that keep an incident of this caller, lowest id first."""
        own = self.incidents.get(incident, ())
        of_caller = self.callers.get(caller, ()) if caller is not None else ()
        return tuple(sorted({*own, *of_caller}, key=lambda hold: hold.id))
