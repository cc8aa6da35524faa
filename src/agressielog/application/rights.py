"""What a caller may ask besides seeing the file: an own statement in it, a restriction, and a hold on its removal."""

from dataclasses import dataclass
from datetime import date

from agressielog.application.finding_callers import everybody_in, find_caller
from agressielog.application.holds import holds
from agressielog.application.ports import Deed, Reading, Store
from agressielog.application.promises import incident_or_caller
from agressielog.application.rights_errors import (
    AlreadyRestricted,
    HoldEndsInPast,
    NotHeld,
    NotRestricted,
    StatementInFuture,
)
from agressielog.domain.caller import Caller
from agressielog.domain.hold import Hold, NewHold
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.restriction import NewRestriction, Restriction
from agressielog.domain.statement import NewStatement, Statement
from agressielog.domain.vocabulary import Country


@dataclass(frozen=True, slots=True)
class Rights:
    """What a caller stated and asked, with everybody who is one person with that caller.

    Attributes:
        statements: all of them, in the order in which they were given.
        restriction: the one that runs, and was first.
        holds: those that run on the caller.
    """

    statements: tuple[Statement, ...]
    restriction: Restriction | None
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with the caller it was added to."""

    statement: Statement
    caller: Caller


@dataclass(frozen=True, slots=True)
class Restricted:
    """A restriction with the caller it is for."""

    restriction: Restriction
    caller: Caller


@dataclass(frozen=True, slots=True)
class OnHold:
    """Holds with what they are on: a caller or an incident."""

    holds: tuple[Hold, ...]
    subject: Caller | Incident


def rights_of(reading: Reading, person: CallerId, on: date) -> Rights:
    """Return what a caller stated and asked, as of local day *on*."""
    everybody = everybody_in(reading, person)
    stated = [statement for one in everybody for statement in reading.statements_of(one)]
    running = [
        restriction
        for one in everybody
        for restriction in reading.restrictions_of(one)
        if restriction.lifted_on is None
    ]
    return Rights(
        statements=tuple(sorted(stated, key=lambda one: (one.given_on, one.id))),
        restriction=min(running, key=lambda one: (one.since, one.id), default=None),
        holds=holds(reading, on).callers.get(person, ()),
    )


def rights_now(store: Store, person: CallerId, on: date) -> Rights:
    """Return the same of a logbook that is not being read."""
    with store.reading() as reading:
        return rights_of(reading, person, on)


def add_statement(
    store: Store, deed: Deed, asked: str, text: str, given_on: date, *, country: Country
) -> Stated:
    """Add a caller's own statement to the file.

    Args:
        store: the logbook.
        deed: who types this.
        asked: the caller, as typed.
        text: word for word.
        given_on: local day.
        country: whose numbers need no country code.

    Raises:
        CallerNotFound, AmbiguousCaller.
        StatementInFuture.
    """
    if given_on > local_day(deed.at):
        raise StatementInFuture(given_on)
    with store.writing(deed) as tx:
        caller = find_caller(tx, asked, country)
        return Stated(tx.add_statement(NewStatement(caller=caller.id, given_on=given_on, text=text)), caller)


def restrict(store: Store, deed: Deed, asked: str, reason: str, country: Country) -> Restricted:
    """Take a caller's details from view, from today on.

    Raises:
        CallerNotFound, AmbiguousCaller.
        AlreadyRestricted.
    """
    with store.writing(deed) as tx:
        caller = find_caller(tx, asked, country)
        running = rights_of(tx, caller.id, local_day(deed.at)).restriction
        if running is not None:
            raise AlreadyRestricted(caller.id, running.since)
        new = NewRestriction(caller=caller.id, reason=reason, since=local_day(deed.at))
        return Restricted(tx.add_restriction(new), caller)


def lift_restriction(store: Store, deed: Deed, asked: str, country: Country) -> Restricted:
    """Bring a caller's details back into view: every restriction of that person ends today.

    Raises:
        CallerNotFound, AmbiguousCaller.
        NotRestricted.
    """
    today = local_day(deed.at)
    with store.writing(deed) as tx:
        caller = find_caller(tx, asked, country)
        everybody = everybody_in(tx, caller.id)
        running = [one for one in tx.running_restrictions() if one.caller in everybody]
        if not running:
            raise NotRestricted(caller.id)
        for one in running:
            tx.lift_restriction(one.id, today)
        first = running[0]
        return Restricted(next(one for one in tx.restrictions_of(first.caller) if one.id == first.id), caller)


def hold(
    store: Store, deed: Deed, asked: str, reason: str, country: Country, *, until: date | None = None
) -> OnHold:
    """Keep a caller or an incident from being removed, from today on.

    Args:
        store: the logbook.
        deed: who does this.
        asked: an incident (`42`) or a caller, as typed.
        reason: for which case or complaint.
        country: whose numbers need no country code.
        until: the last local day; None until it is lifted.

    Raises:
        IncidentNotFound, CallerNotFound, AmbiguousCaller.
        HoldEndsInPast.
    """
    today = local_day(deed.at)
    if until is not None and until < today:
        raise HoldEndsInPast(until)
    with store.writing(deed) as tx:
        subject = incident_or_caller(tx, asked, country)
        new = (
            NewHold(caller=subject.id, reason=reason, since=today, until=until)
            if isinstance(subject, Caller)
            else NewHold(incident=subject.id, reason=reason, since=today, until=until)
        )
        return OnHold((tx.add_hold(new),), subject)


def lift_holds(store: Store, deed: Deed, asked: str, country: Country) -> OnHold:
    """Lift every hold that runs on a caller or on an incident.

    Raises:
        IncidentNotFound, CallerNotFound, AmbiguousCaller.
        NotHeld.
    """
    today = local_day(deed.at)
    with store.writing(deed) as tx:
        subject = incident_or_caller(tx, asked, country)
        held = holds(tx, today)
        if isinstance(subject, Caller):
            running = held.callers.get(subject.id, ())
            nothing = NotHeld(subject.id, None)
        else:
            running = held.incidents.get(subject.id, ())
            nothing = NotHeld(None, subject.id)
        if not running:
            raise nothing
        for one in running:
            tx.lift_hold(one.id, today)
        lifted = {one.id for one in running}
        return OnHold(tuple(one for one in tx.holds() if one.id in lifted), subject)
