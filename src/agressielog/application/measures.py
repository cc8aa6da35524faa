"""Decides about a caller, for a measure or for none, and records that a measure was delivered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agressielog.application.dossiers import Case, case_of
from agressielog.application.finding_callers import find_caller
from agressielog.application.measure_errors import (
    AlreadyDelivered,
    AlreadyEnded,
    DecidedInFuture,
    MeasureRefused,
    NothingDecided,
    NotYetDecided,
)
from agressielog.application.policies import PolicySource, put_in_use
from agressielog.application.ports.logbook import Store, Writing
from agressielog.application.ports.records import Deed
from agressielog.application.proposing import (
    Wanted,
    answered,
    given_advice,
    propose,
    review_day,
    rung_of,
    valid_until,
)
from agressielog.application.restricting import curtain_of
from agressielog.domain.decision import EVERYTHING, Decision, NewDecision
from agressielog.domain.gates import GateCode, GateReason, refusals
from agressielog.domain.identity import MeasureId
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Delivered
from agressielog.domain.policy import Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country


@value
class Decided:
    """A decision that was stored, with the case as it stood before it."""

    decision: Decision
    case: Case

    @property
    def by_a_reporter(self) -> bool:
        """Whether the decider reported one of the incidents: allowed, and shown."""
        listed = set(self.decision.incidents)
        reporters = [i.reporter for i in self.case.incidents if i.id in listed]
        return self.decision.is_decided_by_one_of(reporters)


@value(kw_only=True)
class Ruling:
    """What a decision is taken under.

    Attributes:
        policy: the one in use on the day of the decision.
        on: that local day.
        country: whose numbers need no country code.
        keep: the policy's text, for a logbook that never put one in use: without it the advice could not
            be reproduced once the program ships another version.
    """

    policy: Policy
    on: date
    country: Country
    keep: PolicySource | None = None


def decide(store: Store, deed: Deed, wanted: Wanted, ruling: Ruling) -> Decided:
    """Impose a measure, if every gate lets it through.

    Args:
        store: the logbook.
        deed: who types this; the decider is named in *wanted*.
        wanted: the measure.
        ruling: under which policy, on which day.

    Raises:
        MeasureRefused: with every reason; nothing is stored.
        NothingDecided: no measure is named and none is advised.
        DecidedInFuture, NoLengthForThis, UnknownMeasure, UnknownRung, UnfitForRung.
        CallerNotFound, AmbiguousCaller, IncidentNotFound, IncidentOfSomebodyElse.
    """
    with store.writing(deed) as tx:
        case = _case(tx, deed, wanted, ruling)
        policy = ruling.policy
        draft = propose(tx, wanted, case)
        proposal = draft.proposal
        reasons = refusals(proposal, policy, case.advice)
        if reasons:
            raise MeasureRefused(reasons)
        last = proposal.last
        decision = NewDecision(
            caller=case.caller.id,
            measure=proposal.kind.code,
            rung=proposal.rung,
            decided_on=ruling.on,
            decided_by=(wanted.decided_by or "").strip(),
            reason=(wanted.reason or "").strip(),
            first=proposal.first,
            last=last,
            valid_until=None if last is not None else valid_until(policy, draft.rung, wanted.delivered),
            review_on=None if last is None else review_day(policy, proposal.first, last),
            scope=wanted.scope or (EVERYTHING if proposal.kind.nature.binds else None),
            channel_left=wanted.channel_left,
            arrangement=wanted.arrangement,
            heard_on=wanted.heard_on,
            not_heard=wanted.not_heard,
            urgent=wanted.urgent,
            deviation=wanted.deviation,
            incidents=tuple(sorted(incident.id for incident in draft.incidents)),
            advice=given_advice(case),
            delivered=wanted.delivered,
            recorded_at=deed.at,
        )
        return Decided(tx.add_decision(decision), case)


def decide_none(store: Store, deed: Deed, wanted: Wanted, ruling: Ruling) -> Decided:
    """Decide, with reasons, that there is no measure; arguments as for `decide`.

    Raises:
        MeasureRefused: no reason or no decider, both at once.
        NothingDecided: no incident asks for an answer.
        DecidedInFuture, CallerNotFound, AmbiguousCaller, IncidentNotFound, IncidentOfSomebodyElse.
    """
    with store.writing(deed) as tx:
        case = _case(tx, deed, wanted, ruling)
        incidents = answered(tx, wanted.incidents, case)
        if not incidents:
            raise NothingDecided(case.caller.id)
        reasons = [
            GateReason(code)
            for code, text in (
                (GateCode.NO_DECIDER, wanted.decided_by),
                (GateCode.NO_REASON, wanted.reason),
            )
            if text is None or not text.strip()
        ]
        if reasons:
            raise MeasureRefused(tuple(reasons))
        decision = NewDecision(
            caller=case.caller.id,
            measure=None,
            rung=None,
            decided_on=ruling.on,
            decided_by=(wanted.decided_by or "").strip(),
            reason=(wanted.reason or "").strip(),
            first=ruling.on,
            incidents=tuple(sorted(incident.id for incident in incidents)),
            advice=given_advice(case),
            recorded_at=deed.at,
        )
        return Decided(tx.add_decision(decision), case)


def deliver(store: Store, deed: Deed, measure: MeasureId, delivered: Delivered, policy: Policy) -> Decision:
    """Record that a measure reached the caller; a warning counts from there.

    Delivery after the first day of a ban does not move its end.

    Args:
        store: the logbook.
        deed: who types this.
        measure: which one.
        delivered: when and how.
        policy: the one in use on the day of delivery, which says how long a warning counts.

    Raises:
        MeasureNotFound, AlreadyDelivered.
        NotYetDecided: delivered before it was decided.
        AlreadyEnded: it was ended, its last day has passed, or there is nothing to deliver.
    """
    with store.writing(deed) as tx:
        decision = tx.decision(measure)
        if decision.delivered is not None:
            raise AlreadyDelivered(measure, decision.delivered.day)
        over = decision.last is not None and decision.last < delivered.day
        if decision.ended is not None or decision.measure is None or over:
            raise AlreadyEnded(measure)
        if delivered.day < decision.decided_on:
            raise NotYetDecided(measure, decision.decided_on)
        counts_until = None
        if decision.last is None:
            rung = rung_of(policy, decision.measure, decision.rung)
            counts_until = valid_until(policy, rung, delivered)
        tx.replace_decision(replace(decision, delivered=delivered, valid_until=counts_until))
        return tx.decision(measure)


def decisions_about(store: Store, caller: str | None, country: Country, on: date) -> Sequence[Decision]:
    """Return the decisions about one caller, or all of them, as they stood on local day *on*, the last first.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        if caller is None:
            found = reading.decisions()
        else:
            found = reading.decisions_of(find_caller(reading, caller, country).id)
        curtain = curtain_of(reading)
    return tuple(
        curtain.over_decision(decision.known_on(on))
        for decision in reversed(found)
        if decision.decided_on <= on
    )


def _case(tx: Writing, deed: Deed, wanted: Wanted, ruling: Ruling) -> Case:
    if ruling.on > local_day(deed.at):
        raise DecidedInFuture(ruling.on)
    if ruling.keep is not None and not tx.policies():
        put_in_use(tx, ruling.keep)
    return case_of(tx, find_caller(tx, wanted.caller, ruling.country), ruling.policy, ruling.on)
