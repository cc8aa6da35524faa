"""Care for colleagues in the logbook in memory: what was done and declined, and the care it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date

from agressielog.domain.aftercare import TALKS, Aftercare, AftercareStep, StepDone
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day

_ORDER = list(AftercareStep)


@dataclass(frozen=True, slots=True)
class CareRecords:
    """All that was done for anybody, and when somebody wanted none, as it was told."""

    done: tuple[tuple[IncidentId, StepDone], ...] = ()
    declined: tuple[tuple[IncidentId, date], ...] = ()

    def with_step(self, incident: IncidentId, done: StepDone) -> "CareRecords":
        kept = replace(done, at=done.at.astimezone(UTC).replace(microsecond=0))
        return replace(self, done=(*self.done, (incident, kept)))

    def without_step(self, incident: IncidentId, step: AftercareStep) -> "CareRecords":
        left = tuple(one for one in self.done if (one[0], one[1].step) != (incident, step))
        return replace(self, done=left)

    def with_refusal(self, incident: IncidentId, day: date) -> "CareRecords":
        return replace(self, declined=(*self.declined, (incident, day)))

    def without_refusal(self, incident: IncidentId) -> "CareRecords":
        days = self.refusals(incident)
        others = tuple(one for one in self.declined if one[0] != incident)
        return replace(self, declined=(*others, *((incident, day) for day in days[:-1])))

    def refusals(self, incident: IncidentId) -> tuple[date, ...]:
        return tuple(sorted(day for about, day in self.declined if about == incident))

    def care(self, incident: Incident) -> Aftercare | None:
        """Return the care after an incident; None where it opened none."""
        if incident.aftercare is None:
            return None
        done = [one for about, one in self.done if about == incident.id]
        return Aftercare(
            incident=incident.id,
            colleague=incident.reporter,
            at=incident.at,
            severity=incident.severity,
            status=incident.status,
            ground=incident.aftercare,
            done=tuple(sorted(done, key=lambda one: _ORDER.index(one.step))),
            declined_on=self.refusals(incident.id),
        )

    def all_care(self, incidents: Iterable[Incident], on: date, *, unfinished: bool) -> list[Aftercare]:
        """Return the care after incidents of a day or earlier, the first incident first."""
        in_order = sorted(incidents, key=lambda incident: (incident.at, incident.id))
        everything = [care for incident in in_order if (care := self.care(incident)) is not None]
        return [
            care
            for care in everything
            if local_day(care.at) <= on and not (unfinished and _settled(care, on))
        ]


def _settled(care: Aftercare, on: date) -> bool:
    done = {one.step for one in care.done if local_day(one.at) <= on}
    refused = [day for day in care.declined_on if day <= on]
    return not care.status.stands or done >= set(TALKS) or len(refused) > 1
