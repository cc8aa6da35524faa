"""A hold: while a complaint or a case runs, nothing of a caller or an incident is removed."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from agressielog.domain.identity import CallerId, HoldId, IncidentId
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value

#: A case ends without anybody telling the logbook, and what is then kept has no reason any more. So somebody looks
#: again after as long as a measure may run without a review (design 4.5): six years without was called unacceptable
#: of warning markers (JISCmail 2005, domain 4.3). Holding it once more, with its reason, is having looked.
LOOKED_AT_EVERY: Final = Span(6, SpanUnit.MONTH)


@value(kw_only=True)
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


@value(kw_only=True)
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


@value
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


def look_again(running: Iterable[Hold]) -> date | None:
    """Return by which local day somebody looks whether one subject must still be held.

    Args:
        running: the holds that run on it; the last one put on it is when somebody last looked.

    Returns:
        None where nothing runs, or all of it ends by itself before that day.
    """
    held = list(running)
    if not held:
        return None
    due = LOOKED_AT_EVERY.after(max(one.since for one in held))
    return due if any(one.until is None or one.until > due for one in held) else None
