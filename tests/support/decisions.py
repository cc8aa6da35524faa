"""Decisions to tell about: an ordinary ban, and a proposal for it that lacks nothing; a keyword changes one field."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import story

from agressielog.application.ports.logbook import Store
from agressielog.application.proposing import Wanted
from agressielog.domain.decision import Decision, GivenAdvice, NewDecision
from agressielog.domain.gates import Proposal
from agressielog.domain.identity import CallerId, MeasureId
from agressielog.domain.ladder import MeasureCode, MeasureKind, MeasureNature, RungCode
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import Delivered
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Country, Delivery
from agressielog.settings.policy_file import shipped_policy

BAN, RESTRICTION = MeasureCode("contactverbod"), MeasureCode("contactbeperking")
WARNING, ORAL = MeasureCode("schriftelijke_waarschuwing"), MeasureCode("mondelinge_waarschuwing")
TALK = MeasureCode("ordegesprek")
BAN_RUNG, WARNING_RUNG, ORAL_RUNG = (
    RungCode("verbod_1_maand"),
    RungCode("schriftelijk"),
    RungCode("mondeling"),
)
NL = Country.NETHERLANDS
GIVEN = GivenAdvice('{"duur":null,"maatregel":null}', "standaard", "2026-11", "0" * 64)


def standaard() -> Policy:
    """Return the policy a new logbook begins with."""
    return shipped_policy("standaard")


def on_the_day(day: date, way: Delivery = Delivery.POST) -> Delivered:
    """Return a delivery at midnight of a local day."""
    return Delivered(start_of_day(day), way)


def new_decision(**changes: Any) -> NewDecision:
    """Return a ban of a month that was decided on 1 November and has not reached the caller."""
    ordinary = NewDecision(
        caller=CallerId(1),
        measure=BAN,
        rung=BAN_RUNG,
        decided_on=date(2026, 11, 1),
        decided_by="R. Smit",
        reason="Schold na een waarschuwing.",
        first=date(2026, 11, 2),
        last=date(2026, 12, 1),
        review_on=date(2026, 11, 17),
        channel_left="post",
        heard_on=date(2026, 10, 30),
        advice=GIVEN,
        recorded_at=datetime(2026, 11, 1, 9, 0, tzinfo=UTC),
    )
    return replace(ordinary, **changes)


def decision(number: int = 1, **changes: Any) -> Decision:
    """Return the same ban as it comes out of a logbook."""
    new = new_decision()
    facts = {name: getattr(new, name) for name in NewDecision.__dataclass_fields__}
    return replace(Decision(id=MeasureId(number), **facts), **changes)


def warning(number: int = 1, **changes: Any) -> Decision:
    """Return a written warning that was delivered on 1 November 2026 and counts for a year."""
    told: dict[str, Any] = {
        "measure": WARNING,
        "rung": WARNING_RUNG,
        "first": date(2026, 11, 1),
        "last": None,
        "review_on": None,
        "valid_until": date(2027, 11, 1),
        "delivered": on_the_day(date(2026, 11, 1)),
    }
    return decision(number, **told | changes)


def stored_decision(store: Store, **changes: Any) -> Decision:
    """Store a decision as it stands, without any gate."""
    with store.writing(story.deed("maatregel add")) as tx:
        return tx.add_decision(new_decision(**changes))


def proposal(**changes: Any) -> Proposal:
    """Return a proposal for the advised ban of a month that lacks nothing."""
    ordinary = Proposal(
        kind=MeasureKind(code=BAN, label="Contactverbod", nature=MeasureNature.BAN),
        rung=BAN_RUNG,
        decided_on=date(2026, 11, 20),
        first=date(2026, 11, 21),
        last=date(2026, 12, 20),
        decided_by="R. Smit",
        reason="Schold na een waarschuwing.",
        channel_left="post",
        heard_on=date(2026, 11, 19),
        not_heard=None,
        urgent=False,
        deviation=None,
        delivered_on=None,
        warned=True,
        severe=False,
    )
    return replace(ordinary, **changes)


def wanted(**changes: Any) -> Wanted:
    """Return the wish for whatever is advised about B1, with everything a gate could ask for."""
    ordinary = Wanted(
        caller="B1",
        decided_by="R. Smit",
        reason="Schold na een waarschuwing.",
        channel_left="post",
        heard_on=date(2026, 11, 19),
    )
    return replace(ordinary, **changes)
