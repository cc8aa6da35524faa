"""What can be open, worked out anew from every record: the fake side of `DutyReading`, requests and back-ups."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Protocol

from agressielog.application.errors import CallerNotFound
from agressielog.application.request_errors import RequestNotFound
from agressielog.domain.anchor import Anchor
from agressielog.domain.caller import Caller
from agressielog.domain.counting import Dossier
from agressielog.domain.decision import Decision
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.identity import CallerId, IncidentId, RequestId, caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import EndKind
from agressielog.domain.policy import KindCode
from agressielog.domain.request import Answer, NewRequest, Request
from agressielog.domain.vocabulary import Certainty, IncidentStatus


@dataclass(frozen=True, slots=True)
class DutyRecords:
    """Requests and back-ups, first the first."""

    requests: tuple[Request, ...] = ()
    backups: tuple[datetime, ...] = ()


class _Records(Protocol):
    """What the fake store keeps besides."""

    incidents: dict[IncidentId, Incident]
    callers: dict[CallerId, Caller]
    duties: DutyRecords


class FakeDutyReading:
    """`DutyReading`, `RequestReading` and `BackupReading`."""

    def _records(self) -> _Records:
        raise NotImplementedError

    def decisions(self) -> Sequence[Decision]:
        raise NotImplementedError

    def _called(self, since: date | None, on: date, *, lapsed: bool) -> Iterator[Incident]:
        found = sorted(self._records().incidents.values(), key=lambda i: (i.at, i.id))
        for incident in found:
            day = local_day(incident.at)
            wanted = incident.answered is None and incident.status.stands is not lapsed
            if wanted and day <= on and (since is None or day >= since):
                yield incident

    def unheard_calls(self, since: date, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        heard = {
            (decision.caller, incident)
            for decision in self.decisions()
            if decision.decided_on <= on
            and not (decision.ended is not None and decision.ended.kind is EndKind.ANNULLED)
            and (
                decision.measure is None or (decision.delivered is not None and decision.delivered.day <= on)
            )
            for incident in decision.incidents
        }
        return [
            _open_call(incident)
            for incident in self._called(since, on, lapsed=lapsed)
            if incident.certainty is Certainty.CERTAIN and (incident.caller, incident.id) not in heard
        ]

    def calls_of_kinds(
        self, kinds: Collection[KindCode], since: date, on: date, *, lapsed: bool = False
    ) -> Sequence[OpenCall]:
        called = self._called(since, on, lapsed=lapsed)
        return [_open_call(incident) for incident in called if set(kinds) & set(incident.kinds)]

    def presumed_calls(self, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        called = self._called(None, on, lapsed=lapsed)
        return [_open_call(one) for one in called if one.certainty is Certainty.PRESUMED]

    def short_calls(self, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        return [_open_call(one) for one in self._called(None, on, lapsed=lapsed) if one.incomplete]

    def unconfirmed_calls(self, since: date, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        called = self._called(since, on, lapsed=lapsed)
        return [_open_call(one) for one in called if one.status is not IncidentStatus.CONFIRMED]

    def warned_calls(self, callers: Collection[CallerId], since: date, on: date) -> Sequence[OpenCall]:
        found = sorted(self._records().incidents.values(), key=lambda i: (i.at, i.id))
        return [
            _open_call(one)
            for one in found
            if one.warned and one.certainty is Certainty.CERTAIN and one.status.stands
            if since <= local_day(one.at) <= on and one.caller in callers
        ]

    def measured_among(self, callers: Collection[CallerId]) -> frozenset[CallerId]:
        return frozenset(one.caller for one in self.decisions() if one.delivered) & frozenset(callers)

    def dossiers_of(self, callers: Collection[CallerId]) -> Mapping[CallerId, Dossier]:
        everything = [self._records().incidents[key] for key in sorted(self._records().incidents)]
        return {
            caller: Dossier(
                tuple(replace(one, promises=()) for one in everything if one.caller == caller),
                tuple(one.as_measure for one in self.decisions() if one.caller == caller),
            )
            for caller in sorted(callers)
        }

    def decisions_to_follow(self, on: date, until: date) -> Sequence[Decision]:
        return [decision for decision in self.decisions() if _to_follow(decision, on, until)]

    def called_at(self, incidents: Collection[IncidentId]) -> Mapping[IncidentId, datetime]:
        kept = self._records().incidents
        return {incident: kept[incident].at for incident in incidents if incident in kept}

    def caller_names(self, callers: Collection[CallerId]) -> Mapping[CallerId, str | None]:
        return {caller: self._records().callers[caller].name for caller in callers}

    def begun_at(self) -> datetime | None:
        """Callers and incidents come first in every story that is told here."""
        moments = [caller.created_at for caller in self._records().callers.values()]
        moments += [incident.recorded_at for incident in self._records().incidents.values()]
        return min(moments, default=None)

    def last_backup(self, before: datetime | None = None) -> datetime | None:
        made = self._records().duties.backups
        return max((at for at in made if before is None or at <= before), default=None)

    def request(self, request: RequestId) -> Request:
        for found in self.requests():
            if found.id == request:
                return found
        raise RequestNotFound(request)

    def requests(self) -> Sequence[Request]:
        return list(self._records().duties.requests)

    def requests_of(self, caller: CallerId) -> Sequence[Request]:
        return [request for request in self.requests() if request.caller == caller]

    def open_requests(self, on: date) -> Sequence[Request]:
        return [request for request in self.requests() if request.open_on(on)]


class FakeDutyWriting(FakeDutyReading):
    """`RequestWriting` and `BackupWriting`."""

    def _touched_caller(self, caller: CallerId) -> None:
        raise NotImplementedError

    def _keep_duties(self, records: DutyRecords) -> None:
        self._records().duties = records

    def add_request(self, request: NewRequest) -> Request:
        if request.caller not in self._records().callers:
            raise CallerNotFound(caller_code(request.caller))
        kept = self._records().duties
        new = Request(
            id=RequestId(len(kept.requests) + 1),
            caller=request.caller,
            kind=request.kind,
            received_on=request.received_on,
            answer_by=request.answer_by,
        )
        self._keep_duties(replace(kept, requests=(*kept.requests, new)))
        self._touched_caller(new.caller)
        return new

    def answer_request(self, request: RequestId, answer: Answer | None) -> None:
        found, kept = self.request(request), self._records().duties
        changed = tuple(replace(r, answer=answer) if r.id == request else r for r in kept.requests)
        self._keep_duties(replace(kept, requests=changed))
        self._touched_caller(found.caller)

    def note_restore(self, at: datetime, anchor: Anchor | None) -> None:
        """Nothing here remembers it; the journal of a file does."""

    def note_backup(self, at: datetime) -> None:
        kept = self._records().duties
        whole = at.astimezone(UTC).replace(microsecond=0)
        self._keep_duties(replace(kept, backups=(*kept.backups, whole)))


def _to_follow(decision: Decision, on: date, until: date) -> bool:
    delivered = decision.delivered is not None and decision.delivered.day <= on
    objection = decision.objection
    return (
        (decision.measure is not None and not delivered and (decision.last is None or decision.last >= on))
        or (
            objection is not None
            and objection.received_on <= on
            and (objection.answered_on is None or objection.answered_on > on)
        )
        or (decision.last is not None and decision.last >= on)
        or (decision.valid_until is not None and on <= decision.valid_until <= until)
    )


def _open_call(incident: Incident) -> OpenCall:
    return OpenCall(
        id=incident.id,
        at=incident.at,
        caller=incident.caller,
        kinds=incident.kinds,
        reporter=incident.reporter,
        warned=incident.warned,
        status=incident.status,
    )
