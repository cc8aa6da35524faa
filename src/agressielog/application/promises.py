"""Promises: what has to be kept by when, making one, and marking one as kept (issue 4, part 5)."""

from collections.abc import Sequence
from datetime import date, datetime

from agressielog.application.errors import CallerNotFound, IncidentNotFound
from agressielog.application.finding_callers import find_caller
from agressielog.application.ports.logbook import Reading, Store, Writing
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Deed
from agressielog.application.promise_errors import (
    KeptBeforeMade,
    PromiseAlreadyKept,
    PromiseLapsed,
    PromiseOnFallenIncident,
    PromiseStillOpen,
)
from agressielog.application.restricting import curtain_of
from agressielog.domain.caller import Caller
from agressielog.domain.curtain import Curtain
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.identity import IncidentId, PromiseId, parse_incident_id
from agressielog.domain.incident import Incident, NewPromise
from agressielog.domain.promise import PromiseRecord, by_date
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country


@value
class PromiseLine:
    """A promise, and the caller it was made to as far as that is known."""

    record: PromiseRecord
    caller: Caller | None


def list_promises(
    store: Store,
    on: date,
    country: Country,
    *,
    asked: str | None = None,
    everything: bool = False,
    despite: bool = False,
) -> Sequence[PromiseLine]:
    """Return the promises that are open at the end of local day *on*: earliest due first, undated ones last.

    Args:
        store: the logbook.
        on: what was made or kept later is not looked at.
        country: whose numbers need no country code.
        asked: only those made to this caller, surely or presumably.
        everything: the kept and the lapsed ones too.
        despite: also what was promised to who asked for a restriction.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        caller = find_caller(reading, asked, country).id if asked is not None else None
        found = reading.promises(
            PromiseFilter(made_through=on, not_kept_on=None if everything else on, caller=caller)
        )
        wanted = by_date(record for record in found if everything or record.status(on).is_open)
        curtain = Curtain() if despite else curtain_of(reading)
        return [_line(reading, curtain, record) for record in wanted]


def open_promises(reading: Reading, on: date) -> Sequence[PromiseRecord]:
    """Return what still has to be kept at the end of local day *on*: earliest due first, undated ones last."""
    found = reading.promises(PromiseFilter(made_through=on, not_kept_on=on))
    return by_date(record for record in found if record.status(on).is_open)


def line_of(reading: Reading, record: PromiseRecord) -> PromiseLine:
    """Return a promise as it may be seen, with its caller."""
    return _line(reading, curtain_of(reading), record)


def _line(reading: Reading, curtain: Curtain, record: PromiseRecord) -> PromiseLine:
    caller = reading.caller(record.caller) if record.caller is not None else None
    return PromiseLine(curtain.over_promise(record), caller)


def make_promise(store: Store, deed: Deed, asked: str, promise: NewPromise, country: Country) -> PromiseLine:
    """Store a promise about an incident, or one made to a caller in an ordinary call.

    Args:
        store: the logbook.
        deed: who does this.
        asked: an incident (`42`) or a caller (`B12`, a telephone or customer number); a number that is an
            incident is that incident.
        promise: with `made`.
        country: whose numbers need no country code.

    Raises:
        IncidentNotFound, CallerNotFound, AmbiguousCaller.
        PromiseOnFallenIncident.
    """
    with store.writing(deed) as tx:
        subject = incident_or_caller(tx, asked, country)
        if isinstance(subject, Caller):
            (stored,) = tx.add_promises_to(subject.id, [promise])
        elif subject.status.stands:
            (stored,) = tx.add_promises(subject.id, [promise])
        else:
            raise PromiseOnFallenIncident(subject.id, subject.status)
        return line_of(tx, tx.promise(stored.id))


def keep_promise(store: Store, deed: Deed, promise: PromiseId, at: datetime) -> PromiseLine:
    """Note that a promise was kept.

    Args:
        store: the logbook.
        deed: who does this.
        promise: which one.
        at: aware UTC moment at which it was kept, not in the future.

    Raises:
        PromiseNotFound.
        PromiseAlreadyKept, PromiseLapsed, KeptBeforeMade.
    """
    with store.writing(deed) as tx:
        record = tx.promise(promise)
        if record.promise.done_at is not None:
            raise PromiseAlreadyKept(promise, record.promise.done_at)
        if record.lapsed_because is not None:
            raise PromiseLapsed(promise, record.lapsed_because)
        if not record.can_be_kept_at(at):
            raise KeptBeforeMade(promise, record.made_at)
        return _mark(tx, promise, at)


def reopen_promise(store: Store, deed: Deed, promise: PromiseId) -> PromiseLine:
    """Take back that a promise was kept; the journal still says that it was noted.

    Raises:
        PromiseNotFound.
        PromiseStillOpen.
    """
    with store.writing(deed) as tx:
        if tx.promise(promise).promise.done_at is None:
            raise PromiseStillOpen(promise)
        return _mark(tx, promise, None)


def _mark(tx: Writing, promise: PromiseId, at: datetime | None) -> PromiseLine:
    tx.mark_promise(promise, at)
    return line_of(tx, tx.promise(promise))


def incident_or_caller(reading: Reading, asked: str, country: Country) -> Incident | Caller:
    """Return what was typed: an incident (`42`) or a caller; a number that is an incident is that incident.

    Raises:
        IncidentNotFound, CallerNotFound, AmbiguousCaller.
    """
    incident = _incident_meant(asked)
    if incident is None:
        return find_caller(reading, asked, country)
    try:
        return reading.incident(incident)
    except IncidentNotFound:
        try:
            return find_caller(reading, asked, country)
        except CallerNotFound:
            raise IncidentNotFound(incident) from None


def _incident_meant(asked: str) -> IncidentId | None:
    """Read an incident; what begins with a zero is a telephone number."""
    try:
        return None if asked.strip().startswith("0") else parse_incident_id(asked)
    except UnreadableValue:
        return None
