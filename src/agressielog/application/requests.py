"""Records what somebody asks under the privacy law, and our answer; the month runs in the list of duties."""

from collections.abc import Sequence
from datetime import date

from agressielog.application.finding_callers import current, find_caller
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import Deed
from agressielog.application.request_errors import (
    RequestAlreadyAnswered,
    RequestAnsweredTooEarly,
    RequestDayInFuture,
    RequestRefusedWithoutReason,
)
from agressielog.domain.caller import Caller
from agressielog.domain.identity import RequestId
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.request import Answer, NewRequest, Request, RequestKind, answer_by
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country


@value
class Asked:
    """A request with the caller who now stands for the one that asked: callers are merged and parted."""

    request: Request
    caller: Caller


def receive_request(
    store: Store,
    deed: Deed,
    asked: str,
    kind: RequestKind,
    received_on: date,
    *,
    policy: Policy,
    country: Country,
) -> Asked:
    """Record that a caller asked something under the privacy law.

    Args:
        store: the logbook.
        deed: who types this.
        asked: the caller, as typed.
        kind: what is asked.
        received_on: local day; the term runs from there.
        policy: the one in use on that day, for the term.
        country: whose numbers need no country code.

    Raises:
        CallerNotFound, AmbiguousCaller.
        RequestDayInFuture: it is received later than today.
    """
    if received_on > local_day(deed.at):
        raise RequestDayInFuture("--ontvangen", received_on)
    with store.writing(deed) as tx:
        caller = find_caller(tx, asked, country)
        due = answer_by(kind, received_on, policy)
        new = NewRequest(caller=caller.id, kind=kind, received_on=received_on, answer_by=due)
        return Asked(tx.add_request(new), caller)


def answer_request(store: Store, deed: Deed, request: RequestId, answer: Answer) -> Asked:
    """Record our answer.

    Raises:
        RequestNotFound, RequestAlreadyAnswered, RequestAnsweredTooEarly, RequestRefusedWithoutReason.
        RequestDayInFuture: it is answered later than today.
    """
    if answer.on > local_day(deed.at):
        raise RequestDayInFuture("--op", answer.on)
    with store.writing(deed) as tx:
        found = tx.request(request)
        if found.answer is not None:
            raise RequestAlreadyAnswered(request, found.answer.on)
        if answer.on < found.received_on:
            raise RequestAnsweredTooEarly(request, found.received_on)
        if answer.refuses and answer.reason is None:
            raise RequestRefusedWithoutReason(request, answer.outcome)
        tx.answer_request(request, answer)
        return _asked(tx, tx.request(request))


def requests_made(
    store: Store, asked: str | None, *, country: Country, everything: bool = False
) -> Sequence[Asked]:
    """Return the requests that wait for an answer, the first one due first.

    Args:
        store: the logbook.
        asked: only of this caller, with everybody who was merged into him; None for all.
        country: whose numbers need no country code.
        everything: those that were answered too.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        wanted = find_caller(reading, asked, country).id if asked is not None else None
        found = [_asked(reading, request) for request in reading.requests()]
    return sorted(
        (
            one
            for one in found
            if (everything or one.request.answer is None) and wanted in {None, one.caller.id}
        ),
        key=lambda one: (one.request.answer is not None, one.request.answer_by, one.request.id),
    )


def _asked(reading: Reading, request: Request) -> Asked:
    return Asked(request, current(reading, request.caller))
