"""Gathers what is known of a caller for judging: the dossier, and the advice that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agressielog.application.finding_callers import find_caller
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.restricting import curtain_of
from agressielog.domain.advise import advise
from agressielog.domain.counting import Dossier
from agressielog.domain.good_call import NO_GOOD_CALLS, GoodCall, GoodCalls
from agressielog.domain.standing import good_calls_of
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.application.ports.logbook import Reading, Store
    from agressielog.domain.advice import Advice
    from agressielog.domain.caller import Caller
    from agressielog.domain.decision import Decision
    from agressielog.domain.identity import IncidentId
    from agressielog.domain.incident import Incident
    from agressielog.domain.policy import Policy


@value
class Case:
    """One caller with everything that was judged, and the advice as of local day `on`.

    `good_calls` speak for the caller and have no part in the advice. `restricted`: the caller asked that no
    details are shown; they are here to be judged, and not to be told.
    """

    caller: Caller
    incidents: tuple[Incident, ...]
    decisions: tuple[Decision, ...]
    advice: Advice
    policy: Policy
    on: date
    good_calls: GoodCalls = NO_GOOD_CALLS
    restricted: bool = False

    @property
    def dossier(self) -> Dossier:
        """What the advice was made from."""
        return Dossier(self.incidents, tuple(decision.as_measure for decision in self.decisions))

    @property
    def asking(self) -> tuple[Incident, ...]:
        """The incidents that ask for an answer, oldest first."""
        return self._oldest_first(self.advice.asking)

    @property
    def open(self) -> tuple[Incident, ...]:
        """What a decision answers if nothing is named: all that asks, else the breaches that ask for a look."""
        return self.asking or self._oldest_first(self.advice.to_review)

    @property
    def reaction_due(self) -> datetime | None:
        """Until when a reaction to the oldest asking incident is in time; an aware UTC moment."""
        guards = self.policy.safeguards
        if not self.asking or guards is None:
            return None
        return self.asking[0].at + timedelta(hours=guards.reaction_hours)

    @property
    def heaviest(self) -> Severity:
        """The heaviest severity among what asks."""
        return max(
            (self.policy.severity_of(i.kinds) for i in self.asking),
            key=lambda severity: severity.weight,
            default=Severity.NONE,
        )

    def _oldest_first(self, wanted: Sequence[IncidentId]) -> tuple[Incident, ...]:
        return tuple(sorted((i for i in self.incidents if i.id in wanted), key=lambda i: (i.at, i.id)))


def case_of(reading: Reading, caller: Caller, policy: Policy, on: date) -> Case:
    """Judge one caller as of local day *on*."""
    return judged(
        caller,
        policy,
        on,
        incidents=reading.incidents(IncidentFilter(caller=caller.id)),
        decisions=reading.decisions_of(caller.id),
        good_calls=reading.good_calls(caller.id),
    )


def judged(
    caller: Caller,
    policy: Policy,
    on: date,
    *,
    incidents: Sequence[Incident],
    decisions: Sequence[Decision],
    good_calls: Sequence[GoodCall],
) -> Case:
    """Judge one caller of whom everything was gathered, as of local day *on*."""
    dossier = Dossier(tuple(incidents), tuple(decision.as_measure for decision in decisions))
    return Case(
        caller,
        dossier.incidents,
        tuple(decisions),
        advise(dossier, policy, on),
        policy,
        on,
        good_calls_of(good_calls, incidents, policy, on),
    )


def advice_for(store: Store, asked: str, policy: Policy, on: date, country: Country) -> Case:
    """Judge the caller that *asked* fits.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        case = case_of(reading, find_caller(reading, asked, country), policy, on)
        return replace(case, restricted=curtain_of(reading).hides(case.caller.id))


def open_cases(store: Store, policy: Policy, on: date) -> Sequence[Case]:
    """Return every caller of whom something is open, most urgent first: severity, then age.

    Callers of whom only breaches ask for a look come last.
    """
    with store.reading() as reading:
        callers = reading.callers_to_judge(on)
        curtain = curtain_of(reading)
        judged = [case_of(reading, reading.caller(caller), policy, on) for caller in callers]
        cases = [replace(case, restricted=curtain.hides(case.caller.id)) for case in judged]
    return sorted(
        (case for case in cases if case.open),
        key=lambda case: (-case.heaviest.weight, case.open[0].at, case.caller.id),
    )
