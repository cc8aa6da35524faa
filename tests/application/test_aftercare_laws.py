"""No care is lost: whatever is corrected, withdrawn, confirmed, joined or parted, in whatever order."""

from dataclasses import dataclass
from datetime import timedelta

import story
from decisions import standaard
from fake_store import FakeStore
from hypothesis import given
from hypothesis import strategies as st
from story import CRITICISM, MOBILE, NOW, OTHER_MOBILE, SWEARING, THREAT

from agressielog.application.aftercare import (
    care_now,
    closed_aftercare,
    decline,
    do_step,
    open_aftercare,
    undo_decline,
    undo_step,
)
from agressielog.application.correct import Correction, correct
from agressielog.application.merging import merge, split
from agressielog.domain.aftercare import TALKS, AftercareStep, StepDone
from agressielog.domain.errors import Refused
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Country, IncidentStatus

ONE = IncidentId(1)
POLICY = standaard()
INSULT = KindCode("belediging")
HEAVY = {THREAT, INSULT}

KINDS = st.sampled_from([THREAT, INSULT, SWEARING, CRITICISM]).map(lambda kind: Correction(kinds=(kind,)))
STATUS = st.sampled_from(IncidentStatus).map(lambda status: Correction(status=status))
ASKED = st.booleans().map(lambda asked: Correction(aftercare=asked))
MOVED = st.sampled_from(
    [Correction(caller=CallerId(2)), Correction(caller=None), Correction(caller=CallerId(1), certain=True)]
)
OTHER = st.sampled_from([Correction(reporter="Bram"), Correction(account="Anders."), Correction(warned=True)])
CORRECTIONS = KINDS | STATUS | ASKED | MOVED | OTHER


@dataclass(frozen=True)
class Deed:
    """Something that is done for the colleague: a step, a step taken back, a refusal, or that taken back."""

    what: str
    step: AftercareStep = AftercareStep.FIRST


DEEDS = st.builds(Deed, st.sampled_from(["done", "undo"]), st.sampled_from(AftercareStep)) | st.sampled_from(
    [Deed("decline"), Deed("undo decline")]
)
JOINED = st.sampled_from(["merge", "split"])
ACTS = st.lists(CORRECTIONS | DEEDS | JOINED, max_size=14)


def a_logbook() -> FakeStore:
    """Return a logbook with two callers and one threat by the first."""
    store = FakeStore(may_create=True)
    for number in (MOBILE, OTHER_MOBILE):
        story.stored_caller(store, number)
    story.stored_caller(store)
    recorded = story.recorded(store, kinds=(THREAT,))
    assert recorded.incident.caller == CallerId(1)
    return store


def act(store: FakeStore, one: Correction | Deed | str, day: int) -> None:
    """Do one thing on a day after the incident; what is refused is refused."""
    at = NOW + timedelta(days=day)
    deed = story.deed("edit", at=at)
    try:
        match one:
            case Correction():
                correct(store, deed, ONE, one, story.policy())
            case Deed("done", step):
                do_step(store, deed, ONE, StepDone(step, "R. Smit", at), POLICY)
            case Deed("undo", step):
                undo_step(store, deed, ONE, step, POLICY)
            case Deed("decline"):
                decline(store, deed, ONE, local_day(at), POLICY)
            case Deed():
                undo_decline(store, deed, ONE, POLICY)
            case "merge":
                merge(store, deed, "B2", "B1", Country.NETHERLANDS)
            case _:
                split(store, deed, "B2", Country.NETHERLANDS)
    except Refused:
        pass


@given(ACTS)
def test_care_that_was_opened_is_always_open_or_closed_with_a_reason(
    acts: list[Correction | Deed | str],
) -> None:
    store = a_logbook()
    for day, one in enumerate(acts):
        act(store, one, day)
        on = local_day(NOW + timedelta(days=day))
        with store.reading() as reading:
            now = care_now(reading, ONE, POLICY, on)
            opened = [step.incident for step in open_aftercare(reading, POLICY, on)]
            closed = [one.care.incident for one in closed_aftercare(reading, POLICY, on)]
        assert now is not None
        assert bool(now.steps) is (now.closed is None)
        assert set(opened) == ({ONE} if now.closed is None else set())
        assert closed == ([] if now.closed is None else [ONE])


@given(ACTS)
def test_what_was_done_stays_on_record_until_somebody_takes_it_back(
    acts: list[Correction | Deed | str],
) -> None:
    store = a_logbook()
    for day, one in enumerate(acts):
        with store.reading() as reading:
            before = reading.aftercare(ONE)
        act(store, one, day)
        with store.reading() as reading:
            after = reading.aftercare(ONE)
        assert before is not None
        assert after is not None
        if not isinstance(one, Deed):
            assert (after.done, after.declined_on) == (before.done, before.declined_on)
        elif one.what == "done":
            assert set(before.done) <= set(after.done)


@given(ACTS)
def test_every_correction_can_be_undone_and_then_all_that_was_not_done_is_due(
    acts: list[Correction | Deed | str],
) -> None:
    store = a_logbook()
    for day, one in enumerate(acts):
        act(store, one, day)
    for again in (Correction(kinds=(THREAT,)), Correction(status=IncidentStatus.REPORTED)):
        act(store, again, len(acts))
    on = local_day(NOW + timedelta(days=len(acts)))
    with store.reading() as reading:
        now = care_now(reading, ONE, POLICY, on)
        incident = reading.incident(ONE)
    assert now is not None
    assert (incident.kinds, incident.status.stands) == ((THREAT,), True)
    done = {one.step for one in now.care.done}
    if not now.care.declined_on:
        assert [step.step for step in now.steps] == [step for step in TALKS if step not in done]


@given(st.lists(KINDS | STATUS | MOVED | OTHER | JOINED, max_size=10))
def test_only_the_severity_and_the_status_say_whether_care_is_due(acts: list[Correction | str]) -> None:
    store = a_logbook()
    for day, one in enumerate(acts):
        act(store, one, day)
        with store.reading() as reading:
            now = care_now(reading, ONE, POLICY, local_day(NOW + timedelta(days=day)))
            incident = reading.incident(ONE)
        assert now is not None
        assert bool(now.steps) is (incident.status.stands and incident.main_kind in HEAVY)


@given(st.permutations(list(TALKS)))
def test_the_order_in_which_steps_are_done_does_not_matter(steps: list[AftercareStep]) -> None:
    store = a_logbook()
    for step in steps:
        act(store, Deed("done", step), 0)
    with store.reading() as reading:
        care = reading.aftercare(ONE)
    assert care is not None
    assert [one.step for one in care.done] == list(TALKS)
