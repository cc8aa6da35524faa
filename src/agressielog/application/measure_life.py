"""What becomes of a measure after it was decided: ended, contested, reviewed."""

from dataclasses import replace
from datetime import date

from agressielog.application.measure_errors import (
    AlreadyContested,
    AlreadyEnded,
    AnsweredTooEarly,
    AnsweringNeedsReasons,
    ContinuingNeedsReasons,
    EndingNeedsReasons,
    NoObjection,
    NotYetDecided,
    UpheldForGood,
)
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import Deed
from agressielog.application.restricting import curtain_of
from agressielog.domain.decision import Decision, Objection, Review, ReviewOutcome, Verdict
from agressielog.domain.identity import MeasureId
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.working_days import moved_off

#: Where the policy has no remedy of its own: four weeks (CCV and Nationale ombudsman, domain 8.3).
_ANSWER_TERM = Span(4, SpanUnit.WEEK)
# Lifting at a review is the default and needs no reasons of its own.
_REVIEWED = "geen goede reden om door te gaan"


def end(store: Store, deed: Deed, measure: MeasureId, ended: Ended) -> Decision:
    """End a measure before its day; that day is its last, and an annulled one never was.

    Raises:
        MeasureNotFound, AlreadyEnded, NotYetDecided, EndingNeedsReasons.
    """
    with store.writing(deed) as tx:
        decision = _open(tx, measure, ended.on, annulling=ended.kind is EndKind.ANNULLED)
        if not ended.reason.strip():
            raise EndingNeedsReasons(measure)
        tx.replace_decision(replace(decision, ended=ended))
        return tx.decision(measure)


def receive_objection(store: Store, deed: Deed, measure: MeasureId, on: date, policy: Policy) -> Decision:
    """Record that the caller contests a measure; the answer is due within the policy's term.

    Raises:
        MeasureNotFound, AlreadyContested, NotYetDecided, AlreadyEnded.
    """
    with store.writing(deed) as tx:
        decision = tx.decision(measure)
        _refuse_before(decision, on)
        if decision.measure is None or decision.as_measure.annulled:
            raise AlreadyEnded(measure)
        if decision.objection is not None:
            raise AlreadyContested(
                measure, decision.objection.received_on, answered=decision.objection.verdict is not None
            )
        tx.replace_decision(replace(decision, objection=Objection(on, answer_day(on, policy))))
        return tx.decision(measure)


def answer_objection(
    store: Store, deed: Deed, measure: MeasureId, on: date, verdict: Verdict, *, reason: str
) -> Decision:
    """Record the answer, or correct it; an objection that is upheld annuls the measure, which then never counted.

    The reason goes into the letter. An annulled measure does not come back by another answer.

    Raises:
        MeasureNotFound, NoObjection, AnsweredTooEarly, AnsweringNeedsReasons, UpheldForGood.
    """
    with store.writing(deed) as tx:
        decision = tx.decision(measure)
        objection = decision.objection
        if objection is None:
            raise NoObjection(measure)
        if on < objection.received_on:
            raise AnsweredTooEarly(measure, objection.received_on)
        if not reason.strip():
            raise AnsweringNeedsReasons(measure)
        if objection.verdict is Verdict.UPHELD and verdict is not Verdict.UPHELD:
            raise UpheldForGood(measure)
        answered = replace(
            decision, objection=replace(objection, answered_on=on, verdict=verdict, reason=reason)
        )
        if verdict is Verdict.UPHELD:
            answered = replace(answered, ended=Ended(EndKind.ANNULLED, on, reason))
        tx.replace_decision(answered)
        return tx.decision(measure)


def review(store: Store, deed: Deed, measure: MeasureId, held: Review) -> Decision:
    """Record a review; to lift is the default, to go on needs reasons and moves nothing.

    Raises:
        MeasureNotFound, AlreadyEnded, NotYetDecided, ContinuingNeedsReasons.
    """
    with store.writing(deed) as tx:
        decision = _open(tx, measure, held.on)
        if held.outcome is ReviewOutcome.CONTINUE and not held.reason.strip():
            raise ContinuingNeedsReasons(measure)
        changed = replace(decision, review=held)
        if held.outcome is ReviewOutcome.LIFT:
            changed = replace(changed, ended=Ended(EndKind.LIFTED, held.on, held.reason.strip() or _REVIEWED))
        tx.replace_decision(changed)
        return tx.decision(measure)


def contested(store: Store, measure: MeasureId) -> tuple[Decision, Objection]:
    """Return a measure with the objection against it as they may be seen, before an answer is recorded.

    Raises:
        MeasureNotFound, NoObjection.
    """
    with store.reading() as reading:
        decision = curtain_of(reading).over_decision(reading.decision(measure))
    if decision.objection is None:
        raise NoObjection(measure)
    return decision, decision.objection


def running(store: Store, measure: MeasureId, on: date) -> Decision:
    """Return a measure that can be reviewed on local day *on*.

    Raises:
        MeasureNotFound, AlreadyEnded, NotYetDecided.
    """
    with store.reading() as reading:
        return _open(reading, measure, on)


def answer_day(received_on: date, policy: Policy) -> date:
    """Return the local day on which an objection is to be answered, at the latest."""
    term = policy.remedy.answer_term if policy.remedy is not None else _ANSWER_TERM
    due = term.after(received_on)
    moves = policy.safeguards is not None and policy.safeguards.moves_off_weekends
    return moved_off(due) if moves else due


def _open(reading: Reading, measure: MeasureId, on: date, *, annulling: bool = False) -> Decision:
    """Return a measure that can still be ended; only annulling reaches one that is over."""
    decision = reading.decision(measure)
    _refuse_before(decision, on)
    last = decision.last or decision.valid_until
    over = decision.ended is not None or (last is not None and last < on)
    if decision.measure is None or decision.as_measure.annulled or (over and not annulling):
        raise AlreadyEnded(measure)
    return decision


def _refuse_before(decision: Decision, on: date) -> None:
    if on < decision.decided_on:
        raise NotYetDecided(decision.id, decision.decided_on)
