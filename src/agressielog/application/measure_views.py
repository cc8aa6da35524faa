"""Looks a decision up with what is needed to show it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from agressielog.application.dossiers import case_of
from agressielog.application.measure_errors import NotYetDecided
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.restricting import curtain_of
from agressielog.domain.climbing import leaning_on
from agressielog.domain.curtain import Curtain
from agressielog.domain.decision import Decision
from agressielog.domain.good_call import NO_GOOD_CALLS, GoodCalls
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.policy import Policy
from agressielog.domain.standing import good_calls_of
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty


@value(kw_only=True)
class Life:
    """A decision as it stood on local day `on`.

    Attributes:
        incidents: those it answers, oldest first.
        leaning: later measures that may be too heavy now that this one is annulled (domain 8.4, decision 8).
        good_calls: those of its caller, which speak for them at review.
        reaction_due: until when its delivery is a reaction in time; an aware UTC moment.
    """

    decision: Decision
    incidents: tuple[Incident, ...]
    leaning: tuple[MeasureId, ...]
    reaction_due: datetime | None
    on: date
    good_calls: GoodCalls = NO_GOOD_CALLS

    @property
    def by_a_reporter(self) -> bool:
        """Whether the decider reported one of the incidents."""
        return self.decision.is_decided_by_one_of(incident.reporter for incident in self.incidents)

    @property
    def fallen(self) -> tuple[IncidentId, ...]:
        """The incidents that it can no longer rest on: rejected, withdrawn, or not surely this caller's."""
        return tuple(
            incident.id
            for incident in self.incidents
            if not incident.status.stands
            or incident.caller != self.decision.caller
            or incident.certainty is not Certainty.CERTAIN
        )


def caller_of(store: Store, measure: MeasureId) -> CallerId:
    """Return whom a decision is about; raises `MeasureNotFound`."""
    with store.reading() as reading:
        return reading.decision(measure).caller


def life_of(store: Store, measure: MeasureId, policy: Policy, on: date, *, despite: bool = False) -> Life:
    """Return a decision as of local day *on*.

    Args:
        store: the logbook.
        measure: which one.
        policy: the one in use on that day.
        on: what became of it later is left out.
        despite: also the details of who asked for a restriction.

    Raises:
        MeasureNotFound, NotYetDecided.
    """
    with store.reading() as reading:
        decision = reading.decision(measure)
        if on < decision.decided_on:
            raise NotYetDecided(measure, decision.decided_on)
        life = _life(reading, decision, policy, on)
        curtain = Curtain() if despite else curtain_of(reading)
        if not curtain.hides(decision.caller):
            return life
        return replace(life, decision=curtain.over_decision(life.decision), good_calls=NO_GOOD_CALLS)


def _life(reading: Reading, decision: Decision, policy: Policy, on: date) -> Life:
    incidents = sorted((reading.incident(i) for i in decision.incidents), key=lambda i: (i.at, i.id))
    leaning: tuple[MeasureId, ...] = ()
    if decision.as_measure.annulled:
        dossier = case_of(reading, reading.caller(decision.caller), policy, on).dossier
        leaning = leaning_on(decision.as_measure, dossier, policy, on)
    due = None
    if incidents and decision.measure is not None and policy.safeguards is not None:
        due = incidents[0].at + timedelta(hours=policy.safeguards.reaction_hours)
    of_caller = reading.incidents(IncidentFilter(caller=decision.caller))
    return Life(
        decision=decision.known_on(on),
        incidents=tuple(incidents),
        leaning=leaning,
        reaction_due=due,
        on=on,
        good_calls=good_calls_of(reading.good_calls(decision.caller), of_caller, policy, on),
    )
