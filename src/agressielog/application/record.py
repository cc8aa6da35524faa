"""Records an incident: finds out whose it is, links the number, stores all of it in one write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agressielog.application.dossiers import Case, case_of
from agressielog.application.errors import CallerUnclear, ChoiceContradicted, UlidTaken
from agressielog.application.finding_callers import current, who_is
from agressielog.application.learning import learn
from agressielog.application.restricting import curtain_of
from agressielog.domain.aftercare import ground_of
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.incident import Incident, NewIncident, NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import (
    Choice,
    Chosen,
    Claim,
    Doubt,
    Doubtful,
    Known,
    New,
    Outcome,
    SomebodyNew,
)
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.promise_text import refuse_past
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Channel

if TYPE_CHECKING:
    from datetime import datetime

    from agressielog.application.ports.logbook import Store, Writing
    from agressielog.application.ports.records import Deed
    from agressielog.domain.errors import WrongUse
    from agressielog.domain.policy import KindCode, Policy
    from agressielog.domain.ulid import Ulid


@value(kw_only=True)
class Account:
    """What a colleague tells about a call, before it is known whose call it was.

    The fields are those of `IncidentFacts`; `name`, `customer_number` (as told) and `choice` say who it was;
    `aftercare` asks for care whatever the severity.
    """

    ulid: Ulid
    at: datetime
    number: PhoneNumber | Withheld | None
    number_typed: str | None
    name: str | None = None
    customer_number: str | None = None
    choice: Choice | None = None
    kinds: tuple[KindCode, ...]
    channel: Channel = Channel.TELEPHONE
    team: str | None = None
    subject: str | None = None
    reporter: str
    account: str = ""
    quote: str | None = None
    warned: bool = False
    ended: bool = False
    handed_over: bool = False
    police: bool = False
    our_fault: bool = False
    refused: str | None = None
    helped: str | None = None
    promises: tuple[NewPromise, ...] = ()
    incomplete: bool = False
    aftercare: bool = False

    @property
    def claim(self) -> Claim:
        """What the call itself told about the caller."""
        number = self.number if isinstance(self.number, PhoneNumber) else None
        return Claim(number=number, name=self.name, customer_number=self.customer_number)


@value
class Recorded:
    """What was stored.

    `repeated`: it had been stored before, under the same ULID. `case` is the caller judged as of the day
    it was recorded; None where there is no caller.
    """

    incident: Incident
    caller: Caller | None
    case: Case | None
    repeated: bool

    @property
    def hidden(self) -> bool:
        """Whether its texts may not be shown: what was just told is known to who told it, what another told is not."""
        return self.repeated and self.case is not None and self.case.restricted


def record(store: Store, deed: Deed, account: Account, policy: Policy) -> Recorded:
    """Store what a colleague tells about a call, once.

    Who called is decided inside the write, so that two desks that report the same new number at the
    same moment make one caller, not two.

    Raises:
        CallerUnclear: several people fit and the account has no `choice`; nothing is stored.
        ChoiceContradicted: the `choice` does not fit what was told; nothing is stored.
        PromiseForPastDay: it was for a day before the call.
        UlidTaken: the identity belongs to another call; nothing is stored.
        The `FileTrouble` and `Damaged` families: nothing is stored if the write failed; if what came of it
        could not be read, it is.
    """
    for promise in account.promises:
        refuse_past(promise, local_day(account.at))
    with store.writing(deed) as tx:
        incident = tx.incident_by_ulid(account.ulid)
        repeated = incident is not None
        if incident is None:
            incident = _store(tx, deed, account, policy)
        else:
            _refuse_another(incident, account)
        caller = tx.caller(incident.caller) if incident.caller is not None else None
    if caller is None:
        return Recorded(incident, None, None, repeated)
    # Judged when the lock is gone: the other desks need not wait until a long dossier was weighed.
    with store.reading() as reading:
        case = case_of(reading, current(reading, caller.id), policy, local_day(deed.at))
        case = replace(case, restricted=curtain_of(reading).hides(case.caller.id))
    return Recorded(incident, caller, case, repeated)


def _store(tx: Writing, deed: Deed, account: Account, policy: Policy) -> Incident:
    outcome = who_is(tx, account.claim, policy, local_day(account.at), account.choice)
    caller, certainty = _settle(tx, account, outcome)
    if caller is not None and certainty is not None:
        caller = _get_to_know(tx, caller, certainty, account)
    return tx.add_incident(_incident(account, deed, policy, caller, certainty))


def foresee(store: Store, account: Account, policy: Policy) -> Outcome:
    """Say to whom `record` would give this account, for asking a person beforehand."""
    with store.reading() as reading:
        return who_is(reading, account.claim, policy, local_day(account.at), account.choice)


def _refuse_another(earlier: Incident, account: Account) -> None:
    """Take a repeated identity for a repetition only if it tells the same; a lost call would go unseen."""
    same = (
        earlier.phone == account.claim.number,
        earlier.kinds == account.kinds,
        earlier.account == account.account or not account.account,
    )
    if not all(same):
        raise UlidTaken(earlier.id)


def _settle(tx: Writing, account: Account, outcome: Outcome) -> tuple[Caller | None, Certainty | None]:
    match outcome:
        case Known(caller, certainty):
            return current(tx, caller.id), certainty
        case New(certainty):
            return tx.add_caller(_newcomer(tx, account)), certainty
        case Doubtful(presumed=Caller() as presumed):
            return presumed, Certainty.PRESUMED
        case Doubtful(reason, choices):
            raise _unclear(account, reason, choices)
        case _:
            return None, None


def _newcomer(tx: Writing, account: Account) -> NewCaller:
    """Return who is new; a customer number of somebody else is not given away, and stays with the call."""
    told = account.customer_number
    taken = told is not None and bool(tx.callers_with_customer_number(told))
    return NewCaller(name=account.name, customer_number=None if taken else told)


def _unclear(account: Account, reason: Doubt, choices: tuple[Caller, ...]) -> WrongUse:
    """Return why nobody was chosen, or why the one who was named cannot be meant."""
    if isinstance(account.choice, SomebodyNew):
        return ChoiceContradicted("--klantnummer", account.customer_number or "", None, choices)
    if not isinstance(account.choice, Chosen):
        return CallerUnclear(reason, choices)
    named, *others = choices
    if reason is Doubt.OTHER_NAME:
        return ChoiceContradicted("--naam", account.name or "", named, ())
    return ChoiceContradicted("--klantnummer", account.customer_number or "", named, tuple(others))


def _get_to_know(tx: Writing, caller: Caller, certainty: Certainty, account: Account) -> Caller:
    """Link the number, and let a caller we are sure of keep a name or customer number it lacked."""
    number = account.claim.number
    if number is not None:
        link = caller.link_to(number)
        surer = link is not None and link.certainty is Certainty.PRESUMED and certainty is Certainty.CERTAIN
        if link is None or surer:
            tx.link(caller.id, NumberLink(number, certainty, local_day(account.at)))
    if certainty is Certainty.CERTAIN:
        learn(tx, caller, account.name, account.customer_number)
    return tx.caller(caller.id)


def _incident(
    account: Account, deed: Deed, policy: Policy, caller: Caller | None, certainty: Certainty | None
) -> NewIncident:
    severity = policy.severity_of(account.kinds)
    return NewIncident(
        ulid=account.ulid,
        at=account.at,
        recorded_at=deed.at,
        number=account.number,
        number_typed=account.number_typed,
        name_told=account.name,
        customer_number_told=account.customer_number,
        caller=caller.id if caller is not None else None,
        certainty=certainty,
        kinds=account.kinds,
        severity=severity,
        channel=account.channel,
        team=account.team,
        subject=account.subject,
        reporter=account.reporter,
        account=account.account,
        quote=account.quote,
        warned=account.warned,
        ended=account.ended,
        handed_over=account.handed_over,
        police=account.police,
        our_fault=account.our_fault,
        police_report=policy.police_of(account.kinds),
        refused=account.refused,
        helped=account.helped,
        incomplete=account.incomplete,
        promises=account.promises,
        aftercare=ground_of(severity, asked=account.aftercare),
    )
