"""What a caller may ask besides seeing the file: an own statement in it, a restriction, and a hold on its removal."""

from datetime import date

from agressielog.application.finding_callers import everybody_in, find_caller
from agressielog.application.holds import holds
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.application.promises import incident_or_caller
from agressielog.application.rights_errors import (
    AlreadyRestricted,
    HoldEndsInPast,
    KeptTooLong,
    NoLonger,
    NotHeld,
    NothingKeptLonger,
    NotRestricted,
    StatementInFuture,
)
from agressielog.domain.caller import Caller
from agressielog.domain.hold import Hold, NewHold
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.restriction import NewRestriction, Opening, Restriction
from agressielog.domain.retention import is_heavy, longest_kept
from agressielog.domain.statement import NewStatement, Statement
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country


@value
class Rights:
    """What a caller stated and asked, with everybody who is one person with that caller.

    Attributes:
        statements: all of them, in the order in which they were given.
        restriction: the one that runs, and was first.
        holds: those that run on the caller.
        openings: when somebody looked at restricted details all the same, first the first.
    """

    statements: tuple[Statement, ...]
    restriction: Restriction | None
    holds: tuple[Hold, ...]
    openings: tuple[Opening, ...] = ()


@value
class Stated:
    """A statement with the caller it was added to."""

    statement: Statement
    caller: Caller


@value
class Restricted:
    """A restriction with the caller it is for."""

    restriction: Restriction
    caller: Caller


@value
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
        openings=tuple(
            sorted((o for one in everybody for o in reading.openings_of(one)), key=lambda o: (o.at, o.id))
        ),
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
    store: Store,
    deed: Deed,
    asked: str,
    reason: str,
    country: Country,
    *,
    until: date | None = None,
    longer: Policy | None = None,
) -> OnHold:
    """Keep a caller or an incident from being removed, from today on.

    Args:
        store: the logbook.
        deed: who does this.
        asked: an incident (`42`) or a caller, as typed.
        reason: for which case or complaint.
        country: whose numbers need no country code.
        until: the last local day; None until it is lifted, or for what runs to a day already: to that day.
        longer: in use, where no case runs but a heavy incident is kept longer than usual: as long as this policy
            lets reasons reach (`zwaar_hoogstens`), and without *until* to the end of that.

    Raises:
        IncidentNotFound, CallerNotFound, AmbiguousCaller.
        HoldEndsInPast, KeptTooLong, NothingKeptLonger.
    """
    today = local_day(deed.at)
    if until is not None and until < today:
        raise HoldEndsInPast(until)
    with store.writing(deed) as tx:
        subject = incident_or_caller(tx, asked, country)
        if longer is not None:
            until = _kept_longer(tx, subject, until, longer, today)
        elif until is None:
            until = _as_it_runs(tx, subject, today)
        new = (
            NewHold(caller=subject.id, reason=reason, since=today, until=until)
            if isinstance(subject, Caller)
            else NewHold(incident=subject.id, reason=reason, since=today, until=until)
        )
        return OnHold((tx.add_hold(new),), subject)


def _as_it_runs(reading: Reading, subject: Caller | Incident, today: date) -> date | None:
    """Return the day to which a subject is held already; None where it is not, or without a day.

    Who says every half year that it must still be held does not take its end away by it.
    """
    held = holds(reading, today)
    running = (
        held.callers.get(subject.id, ())
        if isinstance(subject, Caller)
        else held.incidents.get(subject.id, ())
    )
    days = [one.until for one in running if one.until is not None]
    return max(days) if days and len(days) == len(running) else None


def _kept_longer(
    reading: Reading, subject: Caller | Incident, until: date | None, policy: Policy, today: date
) -> date:
    """Return until when an incident is kept longer for reasons.

    Only a heavy one is, and not the whole caller: of the lighter ones nothing was said.
    """
    if isinstance(subject, Caller):
        raise NothingKeptLonger(NoLonger.WHOLE_CALLER)
    if subject.caller is None or not is_heavy(subject, policy):
        raise NothingKeptLonger(NoLonger.NOT_HEAVY)
    limit = longest_kept(reading.incidents(IncidentFilter(caller=subject.caller)), policy)
    if limit is None:
        raise NothingKeptLonger(NoLonger.NO_LIMIT)
    if limit < today or (until is not None and until > limit):
        raise KeptTooLong(limit)
    return until or limit


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
