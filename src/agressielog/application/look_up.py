"""Answers who calls and what to do now: everybody behind a number, heaviest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from agressielog.application.dossiers import Case, case_of
from agressielog.application.finding_callers import candidates, current
from agressielog.application.ports import Reading, Store
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.restricting import restricted_callers
from agressielog.domain.caller import Caller
from agressielog.domain.identity import CallerId
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import Candidate
from agressielog.domain.measures_now import measures_now
from agressielog.domain.names import can_be_one_person, telling_words
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import Policy
from agressielog.domain.standing import CallerRecord, summarise
from agressielog.domain.text import fold
from agressielog.domain.vocabulary import Certainty, Standing


@dataclass(frozen=True, slots=True)
class Seen:
    """One caller in an answer, with the case behind it. `link` and `stale` are about the number asked; sure and fresh without one."""

    record: CallerRecord
    link: Certainty
    stale: bool
    case: Case


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a look-up.

    Attributes:
        number: what was looked up; None for a look-up of a caller.
        standing: the heaviest of the callers, or `anoniem`.
        instruction: what the policy says to do.
        callers: everybody who fits, heaviest first.
        on: the local day that was judged.
        name: the name that was looked up; None for anything else.
        partly: where nobody fits the name, those whom part of it fits, heaviest first.
    """

    number: PhoneNumber | Withheld | None
    standing: Standing
    instruction: str
    callers: tuple[Seen, ...]
    on: date
    name: str | None = None
    partly: tuple[Seen, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether more than one caller uses the number."""
        return isinstance(self.number, PhoneNumber) and len(self.callers) > 1


def look_up_number(store: Store, number: PhoneNumber | Withheld, policy: Policy, on: date) -> Answer:
    """Look up a number; a withheld one matches nobody, ever."""
    with store.reading() as reading:
        if isinstance(number, Withheld):
            return _answer(number, [], policy, on)
        found = [
            _seen(reading, candidate, policy, on) for candidate in candidates(reading, number, policy, on)
        ]
        return _answer(number, found, policy, on)


def look_up_caller(store: Store, caller: CallerId, policy: Policy, on: date) -> Answer:
    """Look up a caller by id, or the one it was merged into.

    Raises:
        CallerNotFound.
    """
    with store.reading() as reading:
        return _of_callers(reading, [current(reading, caller)], policy, on)


def look_up_name(store: Store, name: str, policy: Policy, on: date) -> Answer:
    """Look up everybody of a name, case and accents aside; nobody is a normal answer.

    Where nobody has exactly this name, whoever it may mean is told: "unknown" would reassure falsely.
    """
    with store.reading() as reading:
        answer = replace(_of_callers(reading, reading.callers_named(name), policy, on), name=name)
        if answer.callers:
            return answer
        alike = [caller for caller in reading.callers() if _fits_partly(name, caller.name)]
        return replace(answer, partly=_of_callers(reading, alike, policy, on).callers)


def _fits_partly(name: str, known: str | None) -> bool:
    """Tell whether a name is part of a known one, or another spelling of it (`K. Bakker`, `Bakker, Karel`)."""
    if known is None:
        return False
    return fold(name) in fold(known) or (bool(telling_words(name)) and can_be_one_person(name, known))


def look_up_customer_number(store: Store, customer_number: str, policy: Policy, on: date) -> Answer:
    """Look up everybody with a customer number; nobody is a normal answer."""
    with store.reading() as reading:
        return _of_callers(reading, reading.callers_with_customer_number(customer_number), policy, on)


def _of_callers(reading: Reading, callers: Sequence[Caller], policy: Policy, on: date) -> Answer:
    found = [
        _seen(reading, Candidate(caller, Certainty.CERTAIN, stale=False), policy, on) for caller in callers
    ]
    return _answer(None, found, policy, on)


def _seen(reading: Reading, candidate: Candidate, policy: Policy, on: date) -> Seen:
    case = case_of(reading, candidate.caller, policy, on)
    record = summarise(
        candidate.caller,
        [incident for incident in case.incidents if local_day(incident.at) <= on],
        policy,
        measures=measures_now(case.decisions, policy, on),
        asking=case.asking,
        promised=reading.promises(PromiseFilter(caller=candidate.caller.id, made_through=on)),
        good_calls=case.good_calls,
        on=on,
    )
    if candidate.caller.id in restricted_callers(reading):
        record = record.without_details()
    return Seen(record, candidate.certainty, candidate.stale, case)


def _answer(number: PhoneNumber | Withheld | None, found: Sequence[Seen], policy: Policy, on: date) -> Answer:
    # Somebody of whom nothing stands that shows is nobody we know (design 4.1).
    known = sorted(
        (seen for seen in found if seen.record.shows),
        key=lambda seen: (
            -seen.record.standing.weight,
            -seen.record.heaviest.weight,
            -seen.record.total,
            seen.record.caller.id,
        ),
    )
    if isinstance(number, Withheld):
        standing = Standing.WITHHELD
    else:
        standing = max(
            (seen.record.standing for seen in known), key=lambda s: s.weight, default=Standing.UNKNOWN
        )
    return Answer(number, standing, policy.instruction_for(standing), tuple(known), on)
