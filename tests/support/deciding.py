"""Deciding about B1 under `standaard`, in one line of a test."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import story
from decisions import NL, WARNING, on_the_day, standaard, wanted
from story import MOBILE

from agressielog.application.measure_errors import (
    MeasureRefused,
)
from agressielog.application.measures import Decided, Ruling, decide, decide_none
from agressielog.application.ports.logbook import Store
from agressielog.domain.decision import Decision
from agressielog.domain.incident import Incident
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.vocabulary import Certainty

POLICY = standaard()
ON = date(2026, 11, 20)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def call(store: Store, kind: str = "schelden", day: date = date(2026, 11, 19), **facts: Any) -> Incident:
    """Store an incident of B1, who comes into being with the first."""
    with store.reading() as reading:
        known = reading.callers()
    caller = known[0].id if known else story.stored_caller(store, MOBILE).id
    told = {"caller": caller, "certainty": Certainty.CERTAIN, "kinds": (KindCode(kind),), "at": at(day)}
    return story.stored(store, **told | facts)


def take(store: Store, *, on: date = ON, policy: Policy = POLICY, **wish: Any) -> Decided:
    deed = story.deed("maatregel add", at=max(at(on), story.NOW))
    return decide(store, deed, wanted(**wish), Ruling(policy=policy, on=on, country=NL))


def take_none(store: Store, *, on: date = ON, **wish: Any) -> Decided:
    return decide_none(store, story.deed(), wanted(**wish), Ruling(policy=POLICY, on=on, country=NL))


def warned(store: Store, on: date = date(2026, 11, 1)) -> Decision:
    """Let B1 swear and be warned in writing, on the same day."""
    call(store, day=on)
    return take(store, on=on, measure=str(WARNING), deviation="x", delivered=on_the_day(on)).decision


def reasons(store: Store, **wish: Any) -> list[str]:
    with pytest.raises(MeasureRefused) as refused:
        take(store, **wish)
    return [reason.code.value for reason in refused.value.reasons]
