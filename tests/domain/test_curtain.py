"""What is hidden of a caller who asked for it, and what stays because the desk goes by it."""

from dataclasses import replace
from datetime import date

import decisions
import story

from agressielog.domain.curtain import HIDDEN, Curtain
from agressielog.domain.decision import Objection, Review, ReviewOutcome, Verdict
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import Promise
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty

B1 = CallerId(1)
SECRET = "parkeergeheim"
DAY = date(2026, 11, 20)
CURTAIN = Curtain(frozenset({B1}))

INCIDENT = replace(
    story.incident(1),
    caller=B1,
    certainty=Certainty.CERTAIN,
    account=SECRET,
    quote=SECRET,
    subject=SECRET,
    refused=SECRET,
    helped=SECRET,
    name_told=SECRET,
    customer_number_told=SECRET,
    number_typed=SECRET,
    promises=(Promise(PromiseId(1), SECRET),),
)
DECISION = replace(
    decisions.decision(1),
    caller=B1,
    reason=SECRET,
    not_heard=SECRET,
    deviation=SECRET,
    objection=Objection(DAY, DAY, DAY, Verdict.DISMISSED, SECRET),
    review=Review(DAY, ReviewOutcome.CONTINUE, SECRET),
    ended=Ended(EndKind.LIFTED, DAY, SECRET),
)
PROMISE = PromiseRecord(
    promise=Promise(PromiseId(1), SECRET, due=DAY),
    made_at=story.NOW,
    made_by="Mia",
    caller=B1,
    certainty=Certainty.CERTAIN,
    incident=IncidentId(1),
)


def test_no_text_of_a_call_a_decision_or_a_promise_is_left() -> None:
    hidden = (CURTAIN.over_incident(INCIDENT), CURTAIN.over_decision(DECISION), CURTAIN.over_promise(PROMISE))
    assert SECRET not in repr(hidden)
    assert hidden[0].kinds == ()


def test_what_the_desk_goes_by_stays() -> None:
    call, decision, promise = (
        CURTAIN.over_incident(INCIDENT),
        CURTAIN.over_decision(DECISION),
        CURTAIN.over_promise(PROMISE),
    )
    assert (call.id, call.at, call.status, call.caller) == (1, INCIDENT.at, INCIDENT.status, B1)
    for name in (
        "measure",
        "first",
        "last",
        "valid_until",
        "scope",
        "channel_left",
        "arrangement",
        "decided_by",
    ):
        assert getattr(decision, name) == getattr(DECISION, name), name
    assert decision.status(DAY) is DECISION.status(DAY)
    assert (promise.promise.id, promise.promise.due, promise.made_by) == (1, DAY, "Mia")
    assert promise.promise.what == HIDDEN


def test_a_decision_without_more_has_nothing_more_to_hide() -> None:
    plain = replace(
        DECISION, not_heard=None, deviation=None, objection=Objection(DAY, DAY), review=None, ended=None
    )
    hidden = CURTAIN.over_decision(plain)
    assert (hidden.not_heard, hidden.deviation, hidden.review, hidden.ended) == (None, None, None, None)
    assert hidden.objection == Objection(DAY, DAY)
    assert CURTAIN.over_decision(replace(plain, objection=None)).objection is None


def test_others_are_seen_as_they_are() -> None:
    for curtain in (Curtain(), Curtain(frozenset({CallerId(2)}))):
        assert curtain.over_incident(INCIDENT) is INCIDENT
        assert curtain.over_decision(DECISION) is DECISION
        assert curtain.over_promise(PROMISE) is PROMISE
    assert not CURTAIN.hides(None)
