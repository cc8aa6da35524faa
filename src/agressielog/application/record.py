"""Records an incident: finds out whose it is, links the number, stores all of it in one write."""

from dataclasses import dataclass, replace
from datetime import datetime

from agressielog.application.dossiers import Case, case_of
from agressielog.application.errors import CallerUnclear, UlidTaken
from agressielog.application.finding_callers import current, who_is
from agressielog.application.ports import Deed, Reading, Store, Writing
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.incident import Incident, NewIncident, NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import Choice, Claim, Doubtful, Known, New, Outcome
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import Certainty, Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a colleague tells about a call, before it is known whose call it was.

    The fields are those of `IncidentFacts`; `name`, `customer_number` and `choice` say who it was.
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

    @property
    def claim(self) -> Claim:
        """What the call itself told about the caller."""
        number = self.number if isinstance(self.number, PhoneNumber) else None
        return Claim(number=number, name=self.name, customer_number=self.customer_number)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored.

    `repeated`: it had been stored before, under the same ULID. `case` is the caller judged as of the day
    it was recorded; None where there is no caller.
    """

    incident: Incident
    caller: Caller | None
    case: Case | None
    repeated: bool


def record(store: Store, deed: Deed, account: Account, policy: Policy) -> Recorded:
    """Store what a colleague tells about a call, once.

    Who called is decided inside the write, so that two desks that report the same new number at the
    same moment make one caller, not two.

    Raises:
        CallerUnclear: several people fit and the account has no `choice`; nothing is stored.
        UlidTaken: the identity belongs to another call; nothing is stored.
    """
    with store.writing(deed) as tx:
        earlier = tx.incident_by_ulid(account.ulid)
        if earlier is not None:
            _refuse_another(earlier, account)
            known = _caller_of(tx, earlier)
            return Recorded(earlier, known, _case(tx, known, policy, deed), repeated=True)
        day = local_day(account.at)
        caller, certainty = _settle(tx, account, who_is(tx, account.claim, day, account.choice))
        if caller is not None and certainty is not None:
            caller = _learn(tx, caller, certainty, account)
        incident = tx.add_incident(_incident(account, deed, policy, caller, certainty))
        return Recorded(incident, caller, _case(tx, caller, policy, deed), repeated=False)


def foresee(store: Store, account: Account) -> Outcome:
    """Say to whom `record` would give this account, for asking a person beforehand."""
    with store.reading() as reading:
        return who_is(reading, account.claim, local_day(account.at), account.choice)


def _refuse_another(earlier: Incident, account: Account) -> None:
    """Take a repeated identity for a repetition only if it tells the same; a lost call would go unseen."""
    same = (
        earlier.phone == account.claim.number,
        earlier.kinds == account.kinds,
        earlier.account == account.account or not account.account,
    )
    if not all(same):
        raise UlidTaken(earlier.id)


def _case(reading: Reading, caller: Caller | None, policy: Policy, deed: Deed) -> Case | None:
    return case_of(reading, caller, policy, local_day(deed.at)) if caller is not None else None


def _caller_of(reading: Reading, incident: Incident) -> Caller | None:
    return reading.caller(incident.caller) if incident.caller is not None else None


def _settle(tx: Writing, account: Account, outcome: Outcome) -> tuple[Caller | None, Certainty | None]:
    match outcome:
        case Known(caller, certainty):
            return current(tx, caller.id), certainty
        case New(certainty):
            new = NewCaller(name=account.name, customer_number=account.customer_number)
            return tx.add_caller(new), certainty
        case Doubtful(reason, choices, presumed):
            if presumed is None:
                raise CallerUnclear(reason, choices)
            return presumed, Certainty.PRESUMED
        case _:
            return None, None


def _learn(tx: Writing, caller: Caller, certainty: Certainty, account: Account) -> Caller:
    """Link the number, and let a caller we are sure of keep a name or customer number it lacked."""
    number = account.claim.number
    if number is not None:
        link = caller.link_to(number)
        surer = link is not None and link.certainty is Certainty.PRESUMED and certainty is Certainty.CERTAIN
        if link is None or surer:
            tx.link(caller.id, NumberLink(number, certainty, local_day(account.at)))
    if certainty is Certainty.CERTAIN:
        known = replace(
            caller,
            name=caller.name or account.name,
            customer_number=caller.customer_number or _free(tx, account.customer_number),
        )
        if known != caller:
            tx.replace_caller(known)
    return tx.caller(caller.id)


def _free(tx: Writing, customer_number: str | None) -> str | None:
    """Return a customer number that is nobody's yet; one of somebody else is not given away."""
    if customer_number is None or tx.callers_with_customer_number(customer_number):
        return None
    return customer_number


def _incident(
    account: Account, deed: Deed, policy: Policy, caller: Caller | None, certainty: Certainty | None
) -> NewIncident:
    return NewIncident(
        ulid=account.ulid,
        at=account.at,
        recorded_at=deed.at,
        number=account.number,
        number_typed=account.number_typed,
        caller=caller.id if caller is not None else None,
        certainty=certainty,
        kinds=account.kinds,
        severity=policy.severity_of(account.kinds),
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
        refused=account.refused,
        helped=account.helped,
        incomplete=account.incomplete,
        promises=account.promises,
    )
