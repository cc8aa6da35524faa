"""Answers who calls and what to do now: everybody behind a number, heaviest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agressielog.application.dossiers import Case, judged
from agressielog.application.finding_callers import current
from agressielog.application.restricting import restricted_callers
from agressielog.domain.advise import asking
from agressielog.domain.counting import Dossier
from agressielog.domain.local_time import local_day
from agressielog.domain.measures_now import measures_now
from agressielog.domain.names import can_be_one_person, telling_words
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.staleness import is_stale
from agressielog.domain.standing import CallerRecord, good_calls_of, summarise
from agressielog.domain.text import fold
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Standing

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from datetime import date

    from agressielog.application.ports.gathering import Facts
    from agressielog.application.ports.logbook import Reading, Store
    from agressielog.domain.caller import Caller, NumberLink
    from agressielog.domain.identity import CallerId
    from agressielog.domain.incident import Incident
    from agressielog.domain.policy import Policy


@value(kw_only=True)
class Known:
    """Everything that is known of one caller in an answer, whatever the day.

    `link` and `last_seen`, a local day, are about the number asked; sure, and None, without one.
    """

    caller: Caller
    link: Certainty
    last_seen: date | None
    facts: Facts
    restricted: bool


@value
class Seen:
    """One caller in an answer. `link` and `stale` are about the number asked; sure and fresh without one."""

    record: CallerRecord
    link: Certainty
    stale: bool
    known: Known
    policy: Policy
    on: date

    @property
    def case(self) -> Case:
        """The case behind it, advice and all; judged when it is asked for, which the answer on a screen never does."""
        facts = self.known.facts
        return judged(
            self.known.caller,
            self.policy,
            self.on,
            incidents=facts.incidents,
            decisions=facts.decisions,
            good_calls=facts.good_calls,
        )


@value
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
        known = [] if isinstance(number, Withheld) else known_behind(reading, number)
        return answer_about(number, known, policy, on)


def known_behind(reading: Reading, number: PhoneNumber) -> Sequence[Known]:
    """Gather everything about everybody linked to a number."""
    return known_behind_each(reading, [number])[number]


def known_behind_each(
    reading: Reading, numbers: Sequence[PhoneNumber]
) -> Mapping[PhoneNumber, Sequence[Known]]:
    """Gather the same about many numbers."""
    behind = reading.callers_behind(numbers)
    everybody = list({caller.id: caller for callers in behind.values() for caller in callers}.values())
    facts, restricted = reading.facts_of([caller.id for caller in everybody]), restricted_callers(reading)
    return {
        number: [
            _known(caller, facts[caller.id], restricted, link)
            for caller in callers
            for link in caller.numbers
            if link.number == number
        ]
        for number, callers in behind.items()
    }


def answer_about(number: PhoneNumber | Withheld, known: Iterable[Known], policy: Policy, on: date) -> Answer:
    """Return the answer to a look-up of a number on a local day, from what was gathered about it."""
    return _answer(number, [_seen(one, policy, on) for one in known], policy, on)


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
    facts, restricted = reading.facts_of([caller.id for caller in callers]), restricted_callers(reading)
    found = [_seen(_known(caller, facts[caller.id], restricted), policy, on) for caller in callers]
    return _answer(None, found, policy, on)


def _known(
    caller: Caller, facts: Facts, restricted: Container[CallerId], link: NumberLink | None = None
) -> Known:
    return Known(
        caller=caller,
        link=link.certainty if link is not None else Certainty.CERTAIN,
        last_seen=_last_seen(link, facts.incidents) if link is not None else None,
        facts=facts,
        restricted=caller.id in restricted,
    )


def _last_seen(link: NumberLink, incidents: Iterable[Incident]) -> date:
    """Return the local day on which a number was last seen with a caller; a presumed call may be another's."""
    calls = (
        local_day(incident.at)
        for incident in incidents
        if incident.phone == link.number
        and incident.certainty is Certainty.CERTAIN
        and incident.status.stands
    )
    return max([link.since, *calls])


def _seen(known: Known, policy: Policy, on: date) -> Seen:
    facts = known.facts
    happened = [incident for incident in facts.incidents if local_day(incident.at) <= on]
    dossier = Dossier(facts.incidents, tuple(decision.as_measure for decision in facts.decisions))
    record = summarise(
        known.caller,
        happened,
        policy,
        measures=measures_now(facts.decisions, policy, on),
        asking=asking(dossier, policy, on),
        promised=[record for record in facts.promised if local_day(record.made_at) <= on],
        good_calls=good_calls_of(facts.good_calls, happened, policy, on),
        on=on,
    )
    if known.restricted:
        record = record.without_details()
    last, after = known.last_seen, policy.number_stale_after
    stale = last is not None and is_stale(last, on, after)
    return Seen(record, known.link, stale, known, policy, on)


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
