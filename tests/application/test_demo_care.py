"""The colleagues of the fictitious call centre are looked after, as a real one would: mostly."""

from datetime import date, time, timedelta
from random import Random

import pytest
import story
from fake_store import FakeStore
from hypothesis import given
from hypothesis import strategies as st
from story import THREAT

from agressielog.application.aftercare import closed_aftercare, open_aftercare
from agressielog.application.demo_care import look_after
from agressielog.application.demo_chance import Dice
from agressielog.application.demo_days import at_local
from agressielog.domain.aftercare import Aftercare, AftercareClosed, AftercareGround, AftercareStep, end_of
from agressielog.domain.local_time import local_day
from agressielog.domain.vocabulary import Severity
from agressielog.settings.demo_texts import demo_material
from agressielog.settings.policy_file import DEFAULT_POLICY, shipped_policy

TODAY = date(2026, 11, 22)
POLICY = shipped_policy(DEFAULT_POLICY)
MATERIAL = demo_material()
NAMES = [colleague.name for team in MATERIAL.teams.values() for colleague in team]


def looked_after(today: date, seed: int = 2026, days: int = 120) -> FakeStore:
    """Return a logbook with a threat to somebody on every day before *today*, and the care that followed."""
    store = FakeStore(may_create=True)
    with store.writing(story.deed("demo")) as tx:
        for ago in range(1, days + 1):
            at = at_local(today - timedelta(days=ago), time(8 + ago % 12, 30))
            tx.add_incident(
                story.new_incident(
                    at=at,
                    kinds=(THREAT,),
                    severity=Severity.SEVERE,
                    reporter=NAMES[ago % len(NAMES)],
                    aftercare=AftercareGround.SEVERITY,
                )
            )
        look_after(tx, MATERIAL, POLICY, today=today, dice=Dice(Random(seed)))
    return store


def all_care(store: FakeStore, today: date) -> list[Aftercare]:
    with store.reading() as reading:
        return list(reading.aftercare_through(today))


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(0, 99))
def test_nobody_cares_for_himself_before_it_happened_or_today(today: date, seed: int) -> None:
    for care in all_care(looked_after(today, seed, days=60), today):
        assert care.colleague not in {done.by for done in care.done}
        assert all(care.at <= done.at and local_day(done.at) < today for done in care.done)
        assert all(local_day(care.at) < day < today for day in care.declined_on)
        offered = AftercareStep.OFFER in {done.step for done in care.done}
        assert bool(care.declined_on) or not offered


@pytest.fixture(scope="module")
def store() -> FakeStore:
    return looked_after(TODAY)


def test_most_is_done_in_time_and_something_is_late(store: FakeStore) -> None:
    with store.reading() as reading:
        steps = open_aftercare(reading, POLICY, TODAY)
        closed = [now.closed for now in closed_aftercare(reading, POLICY, TODAY)]
    late = [step for step in steps if step.late_by(end_of(TODAY)) is not None]
    assert 0 < len(late) < 15
    assert closed.count(AftercareClosed.FINISHED) > 50
    assert closed.count(AftercareClosed.DECLINED) > 2
    assert AftercareStep.OFFER in {step.step for step in steps}


def test_the_same_chance_gives_the_same_care(store: FakeStore) -> None:
    assert all_care(looked_after(TODAY), TODAY) == all_care(store, TODAY)
