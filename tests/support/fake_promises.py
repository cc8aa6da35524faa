"""Promises and good calls of the logbook in memory: every promise in one place, whatever it hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.promise_errors import PromiseNotFound
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, PromiseId
from agressielog.domain.incident import Incident, NewPromise, Promise
from agressielog.domain.local_time import local_day
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise made in an ordinary call, and to whom."""

    caller: CallerId
    promise: Promise


def stored_promise(number: PromiseId, new: NewPromise) -> Promise:
    """Return a promise as a logbook keeps it, to the second."""
    made, done_at = new.made, new.done_at
    return Promise(
        number,
        new.what,
        new.due,
        _to_the_second(done_at) if done_at is not None else None,
        replace(made, at=_to_the_second(made.at)) if made is not None else None,
    )


def marked(promise: Promise, done_at: datetime | None) -> Promise:
    """Return a promise that was kept, or not after all."""
    return replace(promise, done_at=_to_the_second(done_at) if done_at is not None else None)


def all_promises(incidents: Sequence[Incident], promised: Sequence[Promised]) -> list[PromiseRecord]:
    """Return every promise, lowest id first."""
    of_incidents = [
        PromiseRecord(
            promise=promise,
            made_at=promise.made.at if promise.made is not None else incident.at,
            made_by=promise.made.by if promise.made is not None else incident.reporter,
            caller=incident.caller,
            certainty=incident.certainty,
            incident=incident.id,
            incident_status=incident.status,
            answered=incident.answered,
        )
        for incident in incidents
        for promise in incident.promises
    ]
    of_callers = [
        PromiseRecord(
            promise=one.promise,
            made_at=one.promise.made.at,
            made_by=one.promise.made.by,
            caller=one.caller,
            certainty=Certainty.CERTAIN,
        )
        for one in promised
        if one.promise.made is not None
    ]
    return sorted([*of_incidents, *of_callers], key=lambda record: record.promise.id)


def one_promise(promise: PromiseId, records: Sequence[PromiseRecord]) -> PromiseRecord:
    """Return the promise with this number."""
    for record in records:
        if record.promise.id == promise:
            return record
    raise PromiseNotFound(promise)


def fits(record: PromiseRecord, wanted: PromiseFilter) -> bool:
    """Tell whether a promise is one of those that are wanted."""
    done_at = record.promise.done_at
    return (
        wanted.caller in {None, record.caller}
        and (wanted.made_through is None or local_day(record.made_at) <= wanted.made_through)
        and (wanted.not_kept_on is None or done_at is None or local_day(done_at) > wanted.not_kept_on)
    )


def in_order(calls: Sequence[GoodCall]) -> list[GoodCall]:
    """Return good calls oldest first."""
    return sorted(calls, key=lambda call: call.at)


def stored_call(call: GoodCall) -> GoodCall:
    """Return a good call as a logbook keeps it."""
    return replace(call, at=_to_the_second(call.at))


def incident_with(incident: Incident, changed: Promise) -> Incident:
    """Return an incident with one of its promises changed."""
    promises = tuple(changed if old.id == changed.id else old for old in incident.promises)
    return replace(incident, promises=promises)


def _to_the_second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
