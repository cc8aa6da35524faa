"""Finds the caller behind what was typed: an id, a telephone number, a customer number or a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.errors import AmbiguousCaller, CallerNotFound, RecordDamaged
from agressielog.domain.errors import WrongUse
from agressielog.domain.identity import CallerId, looks_like_caller_code, parse_caller_code
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import Candidate, Choice, Claim, Outcome, match
from agressielog.domain.phone import PhoneNumber, parse_number
from agressielog.domain.staleness import is_stale
from agressielog.domain.text import keep_line

if TYPE_CHECKING:
    from datetime import date

    from agressielog.application.ports.logbook import Reading
    from agressielog.domain.caller import Caller, NumberLink
    from agressielog.domain.policy import Policy
    from agressielog.domain.vocabulary import Country


def current(reading: Reading, caller: CallerId) -> Caller:
    """Return the caller that *caller* is now: itself, or the one it was merged into, however often.

    Raises:
        CallerNotFound.
        RecordDamaged: they were merged in a circle.
    """
    found = reading.caller(caller)
    passed = {found.id}
    while found.merged_into is not None:
        found = reading.caller(found.merged_into)
        if found.id in passed:
            raise RecordDamaged(f"beller {found.id}")
        passed.add(found.id)
    return found


def everybody_in(reading: Reading, person: CallerId) -> list[CallerId]:
    """Return a caller with everybody merged into it, however often."""
    found = [person]
    for one in found:
        found += [merged.id for merged in reading.merged_into(one)]
    return found


def find_caller(reading: Reading, asked: str, country: Country) -> Caller:
    """Return the one caller that *asked* fits: `B12`, a customer number or a telephone number (design 3).

    Raises:
        CallerNotFound: nobody.
        AmbiguousCaller: more than one.
        TextEmpty, TextTooLong, TextUnstorable: what was typed can be nobody's.
    """
    asked = keep_line("beller", asked)
    if looks_like_caller_code(asked):
        return current(reading, parse_caller_code(asked))
    found = {caller.id: caller for caller in reading.callers_with_customer_number(asked)}
    try:
        number = parse_number(asked, country)
    except WrongUse:
        number = None
    if isinstance(number, PhoneNumber):
        found.update((caller.id, caller) for caller in reading.callers_of(number))
    if not found:
        raise CallerNotFound(asked)
    if len(found) > 1:
        raise AmbiguousCaller(asked, tuple(found.values()))
    return next(iter(found.values()))


def candidates(reading: Reading, number: PhoneNumber, policy: Policy, on: date) -> list[Candidate]:
    """Return everybody linked to *number*, with how sure that is on day *on* by the policy in use."""
    return [
        _candidate(reading, caller, link, policy, on)
        for caller in reading.callers_of(number)
        for link in caller.numbers
        if link.number == number
    ]


def _candidate(reading: Reading, caller: Caller, link: NumberLink, policy: Policy, on: date) -> Candidate:
    seen = reading.last_seen(link.number, caller.id)
    last = max(link.since, local_day(seen)) if seen is not None else link.since
    return Candidate(caller, link.certainty, is_stale(last, on, policy.number_stale_after))


def who_is(reading: Reading, claim: Claim, policy: Policy, on: date, choice: Choice | None = None) -> Outcome:
    """Gather what the logbook knows about a claim and let the domain decide."""
    return match(
        claim,
        by_number=candidates(reading, claim.number, policy, on) if claim.number is not None else [],
        by_customer_number=(
            reading.callers_with_customer_number(claim.customer_number)
            if claim.customer_number is not None
            else []
        ),
        by_name=reading.callers_named(claim.name) if claim.name is not None else [],
        choice=choice,
    )
