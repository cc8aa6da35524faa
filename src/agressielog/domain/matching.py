"""To whom a call belongs, and how sure that is: the rules of design 4.1 as one pure function.

The order is: what the colleague said, then the customer number, then the telephone number, then the
name. Where two of these point at different people nobody is chosen.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeAlias

from agressielog.domain.caller import Caller
from agressielog.domain.names import can_be_one_person
from agressielog.domain.phone import NumberSort, PhoneNumber
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty


class Doubt(StrEnum):
    """Why it is not clear to whom a call belongs."""

    SEVERAL_CALLERS = "meer bellers met dit nummer"
    OTHER_NAME = "naam past niet bij het nummer"
    OTHER_CUSTOMER_NUMBER = "klantnummer past niet bij het nummer"
    SAME_NAME = "naam is al bekend"
    SEVERAL_NAMESAKES = "meer bellers met deze naam"
    KNOWN_CUSTOMER = "klantnummer is al bekend"
    SEVERAL_CUSTOMERS = "meer bellers met dit klantnummer"


@value
class Chosen:
    """The colleague says who it was; `certainty` is `vermoedelijk` for "weet niet".

    `considered`: they were shown what contradicts it, if anything does.
    """

    caller: Caller
    certainty: Certainty
    considered: bool = False


@value
class SomebodyNew:
    """The colleague says it was none of those we know; `considered`: they were shown who that is."""

    considered: bool = False


class NobodyKnown:
    """The colleague cannot say who it was, and nobody is to be accused."""


Choice: TypeAlias = Chosen | SomebodyNew | NobodyKnown


@value
class Candidate:
    """A caller linked to the number; `stale` when the number was not seen with them for too long."""

    caller: Caller
    certainty: Certainty
    stale: bool


@value(kw_only=True)
class Claim:
    """What the call itself told about the caller."""

    number: PhoneNumber | None
    name: str | None
    customer_number: str | None


@value
class Known:
    """The call belongs to this caller; `number_certainty` is for the link of the number."""

    caller: Caller
    certainty: Certainty


@value
class New:
    """The call belongs to somebody who is not in the logbook yet."""

    certainty: Certainty


class Nobody:
    """The call belongs to nobody we could find again: withheld, and no name."""


@value
class Doubtful:
    """Somebody must choose. `presumed` is who it is taken to be, `vermoedelijk`, where nobody can be asked."""

    reason: Doubt
    choices: tuple[Caller, ...]
    presumed: Caller | None = None


Outcome: TypeAlias = Known | New | Nobody | Doubtful


def match(
    claim: Claim,
    *,
    by_number: Sequence[Candidate],
    by_customer_number: Sequence[Caller],
    by_name: Sequence[Caller],
    choice: Choice | None = None,
) -> Outcome:
    """Decide to whom a call belongs.

    Args:
        claim: what the call told.
        by_number: everybody linked to the number, merged callers left out.
        by_customer_number: everybody with the customer number, for one that was given.
        by_name: everybody of that name, for a name that was given.
        choice: what the colleague said, which settles it; only not where the call told something else of
            that caller, and they have not considered it.
    """
    if isinstance(choice, Chosen):
        known = Known(choice.caller, choice.certainty)
        return known if choice.considered else _doubted(known, claim, by_customer_number)
    if isinstance(choice, SomebodyNew):
        return _somebody_new(claim, by_customer_number, considered=choice.considered)
    if isinstance(choice, NobodyKnown):
        return Nobody()
    if claim.customer_number is not None and by_customer_number:
        return _by_customer_number(claim, by_number, by_customer_number)
    if by_number:
        return _by_number(claim, by_number)
    return _by_name(claim, by_name)


def _doubted(chosen: Known, claim: Claim, customers: Sequence[Caller]) -> Known | Doubtful:
    """Doubt a choice that the customer number or the name speaks against."""
    caller, told = chosen.caller, claim.customer_number
    if told is not None and told != caller.customer_number and (caller.customer_number or customers):
        return Doubtful(Doubt.OTHER_CUSTOMER_NUMBER, _distinct([caller, *customers]))
    if _contradicts(claim.name, caller):
        return Doubtful(Doubt.OTHER_NAME, (caller,))
    return chosen


def _somebody_new(claim: Claim, customers: Sequence[Caller], *, considered: bool) -> New | Doubtful:
    """Somebody new has no customer number that is another's; told with it, one of the two is wrong."""
    if customers and not considered:
        several = len(customers) > 1
        return Doubtful(Doubt.SEVERAL_CUSTOMERS if several else Doubt.KNOWN_CUSTOMER, _distinct(customers))
    own = claim.customer_number is not None and not customers
    return New(Certainty.CERTAIN if claim.number or own else Certainty.PRESUMED)


def _by_customer_number(claim: Claim, by_number: Sequence[Candidate], customers: Sequence[Caller]) -> Outcome:
    """A known customer number: that caller, unless the telephone number or the name says otherwise."""
    everybody = _distinct([*customers, *(candidate.caller for candidate in by_number)])
    if len(customers) > 1:
        return Doubtful(Doubt.SEVERAL_CUSTOMERS, everybody)
    (customer,) = customers
    if by_number and all(candidate.caller.id != customer.id for candidate in by_number):
        return Doubtful(Doubt.OTHER_CUSTOMER_NUMBER, everybody)
    if _contradicts(claim.name, customer):
        return Doubtful(Doubt.OTHER_NAME, everybody)
    return Known(customer, Certainty.CERTAIN)


def _by_number(claim: Claim, by_number: Sequence[Candidate]) -> Outcome:
    """A known number: the one caller that nothing contradicts."""
    everybody = tuple(candidate.caller for candidate in by_number)
    if claim.customer_number is not None:
        # Nobody has this customer number; who has another one is somebody else.
        fitting = [c for c in by_number if c.caller.customer_number is None]
        if not fitting:
            return Doubtful(Doubt.OTHER_CUSTOMER_NUMBER, everybody)
    else:
        fitting = list(by_number)
    if claim.name is not None:
        fitting = [c for c in fitting if not _contradicts(claim.name, c.caller)]
        if not fitting:
            return Doubtful(Doubt.OTHER_NAME, everybody)
        named = [c for c in fitting if c.caller.name is not None]
        fitting = named or fitting
    if len(fitting) > 1:
        return Doubtful(Doubt.SEVERAL_CALLERS, everybody)
    (candidate,) = fitting
    shared = len(by_number) > 1 or _is_anybodys(claim)
    sure = candidate.certainty is Certainty.CERTAIN and not candidate.stale and not shared
    return Known(candidate.caller, Certainty.CERTAIN if sure else Certainty.PRESUMED)


def _by_name(claim: Claim, by_name: Sequence[Caller]) -> Outcome:
    """An unknown or withheld number: a name can only make it likely, a new number is somebody new."""
    fitting = [
        caller for caller in by_name if claim.customer_number is None or caller.customer_number is None
    ]
    if claim.name is not None and fitting:
        if len(fitting) > 1:
            return Doubtful(Doubt.SEVERAL_NAMESAKES, tuple(fitting))
        return Doubtful(Doubt.SAME_NAME, tuple(fitting), presumed=fitting[0])
    if claim.customer_number is not None or (claim.number is not None and not _is_anybodys(claim)):
        return New(Certainty.CERTAIN)
    if claim.number is not None:
        return New(Certainty.PRESUMED)
    return New(Certainty.PRESUMED) if claim.name is not None else Nobody()


def _is_anybodys(claim: Claim) -> bool:
    """Tell whether the number is a short or service number, behind which anybody may be."""
    return claim.number is not None and claim.number.sort is not NumberSort.ORDINARY


def _contradicts(name: str | None, caller: Caller) -> bool:
    return name is not None and caller.name is not None and not can_be_one_person(name, caller.name)


def _distinct(callers: Sequence[Caller]) -> tuple[Caller, ...]:
    return tuple({caller.id: caller for caller in callers}.values())
