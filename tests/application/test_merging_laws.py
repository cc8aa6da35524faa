"""The laws of joining and parting: parting undoes joining, whatever the logbook holds, and loses nobody."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import decisions
import pytest
import story
from fake_store import FakeStore
from hypothesis import given, settings
from hypothesis import strategies as st
from story import LANDLINE, MOBILE, OTHER_MOBILE, TODAY

from agressielog.application.errors import AlreadyMerged, MergeWithItself
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Reading, Store, Writing
from agressielog.application.ports.promises import PromiseFilter
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident, Made, NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty, Country
from agressielog.storage.store import SqliteStore

NL = Country.NETHERLANDS
NUMBERS = [MOBILE, OTHER_MOBILE, LANDLINE]
# Each is a handful of writes that SQLite syncs.
EXAMPLES = 60
#: (whose, from which number, how sure, how many days ago)
Call = tuple[int, PhoneNumber | None, Certainty, int]


@dataclass(frozen=True)
class World:
    """Who is in a logbook: the callers with their numbers, and their calls.

    Each of `promised` was promised something in an ordinary call, each of `measured` had a good call under
    a measure.
    """

    callers: Sequence[tuple[NewCaller, Sequence[NumberLink]]]
    calls: Sequence[Call]
    promised: Sequence[int] = ()
    measured: Sequence[int] = ()


#: Everything that a merge moves.
State = tuple[
    Mapping[CallerId, Caller],
    Mapping[IncidentId, Incident],
    Sequence[PromiseRecord],
    Mapping[CallerId, Sequence[GoodCall]],
]


def _calls(callers: int) -> st.SearchStrategy[Call]:
    return st.tuples(
        st.integers(1, callers),
        st.sampled_from([*NUMBERS, None]),
        st.sampled_from(Certainty),
        st.integers(0, 3),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    fact = st.sampled_from([None, "Jansen", "Pietersen"])
    new_caller = st.builds(NewCaller, name=fact, customer_number=st.none(), address=fact)
    days = st.integers(0, 3).map(lambda ago: TODAY - timedelta(days=ago))
    link = st.builds(NumberLink, st.sampled_from(NUMBERS), st.sampled_from(Certainty), days)
    links = st.lists(link, unique_by=lambda one: one.number, max_size=3)
    callers = draw(st.lists(st.tuples(new_caller, links), min_size=3, max_size=4))
    somebody = st.lists(st.integers(1, len(callers)), max_size=3)
    calls = draw(st.lists(_calls(len(callers)), max_size=5))
    return World(callers, calls, draw(somebody), draw(somebody))


@contextmanager
def _in_memory() -> Iterator[Store]:
    yield FakeStore(may_create=True)


@contextmanager
def _on_sqlite() -> Iterator[Store]:
    folder = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=folder) as path:
        yield SqliteStore(Path(path) / "logboek.db", may_create=True)


Kind = Callable[[], AbstractContextManager[Store]]
every_store = pytest.mark.parametrize("kind", [_in_memory, _on_sqlite])


def _fill(store: Store, world: World) -> None:
    with store.writing(story.deed()) as tx:
        for new, links in world.callers:
            caller = tx.add_caller(new)
            for link in links:
                tx.link(caller.id, link)
        for call in world.calls:
            _call(tx, call)
        for whose in world.promised:
            tx.add_promises_to(CallerId(whose), [NewPromise("bellen", made=Made(story.NOW, "Mia"))])
        for whose in world.measured:
            measure = tx.add_decision(decisions.new_decision(caller=CallerId(whose))).id
            tx.add_good_call(GoodCall(measure, story.NOW, "Mia"))


def _call(tx: Writing, call: Call) -> Incident:
    whose, number, certainty, ago = call
    return tx.add_incident(
        story.new_incident(
            caller=CallerId(whose),
            certainty=certainty,
            number=number,
            at=story.NOW - timedelta(days=ago),
            promises=(NewPromise("terugbellen"),),
        )
    )


def _state(store: Store) -> State:
    with store.reading() as reading:
        everybody = {caller.id: caller for caller in reading.callers()}
        for caller in list(everybody):
            everybody |= {merged.id: merged for merged in _below(reading, caller)}
        return (
            everybody,
            {incident.id: incident for incident in reading.each_incident()},
            reading.promises(PromiseFilter()),
            {caller: reading.good_calls(caller) for caller in everybody},
        )


def _below(reading: Reading, caller: CallerId) -> Iterator[Caller]:
    for merged in reading.merged_into(caller):
        yield merged
        yield from _below(reading, merged.id)


@every_store
@given(world=worlds(), pair=st.permutations([1, 2, 3]))
@settings(max_examples=EXAMPLES)
def test_a_split_undoes_a_merge_exactly(kind: Kind, world: World, pair: list[int]) -> None:
    with kind() as store:
        _fill(store, world)
        before = _state(store)
        merge(store, story.deed(), f"B{pair[0]}", f"B{pair[1]}", NL)
        split(store, story.deed(), f"B{pair[0]}", NL)
        assert _state(store) == before


@every_store
@given(world=worlds(), pairs=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=5))
@settings(max_examples=EXAMPLES)
def test_a_row_of_merges_is_undone_step_by_step(
    kind: Kind, world: World, pairs: list[tuple[int, int]]
) -> None:
    with kind() as store:
        _fill(store, world)
        undo: list[tuple[CallerId, object]] = []
        for kept, absorbed in pairs:
            before = _state(store)
            try:
                done = merge(store, story.deed(), f"B{kept}", f"B{absorbed}", NL)
            except (MergeWithItself, AlreadyMerged):
                assert _state(store) == before
            else:
                undo.append((done.kept.caller.id, before))
        for stays, before_it in reversed(undo):
            split(store, story.deed(), f"B{stays}", NL)
            assert _state(store) == before_it


@every_store
@given(
    world=worlds(),
    new=st.lists(_calls(3), max_size=4),
    moved=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), max_size=4),
)
@settings(max_examples=EXAMPLES)
def test_whatever_happens_between_merge_and_split_every_incident_is_still_found_by_its_number(
    kind: Kind, world: World, new: list[Call], moved: list[tuple[int, int]]
) -> None:
    with kind() as store:
        _fill(store, replace(world, calls=()))
        for call in world.calls:
            _report(store, call)
        merge(store, story.deed(), "B1", "B2", NL)
        for call in new:
            _report(store, call)
        for place, whose in moved:
            _give(store, place, whose)
        bystanders = {key: caller for key, caller in _state(store)[0].items() if key not in {1, 2}}
        split(store, story.deed(), "B1", NL)
        callers, incidents, *_ = _state(store)
        for incident in incidents.values():
            assert incident.caller is not None
            if incident.phone is not None:
                assert callers[incident.caller].link_to(incident.phone) is not None
        assert bystanders.items() <= callers.items()


def _report(store: Store, call: Call) -> None:
    """Record a call as every command does: the caller that was meant, with the number linked."""
    whose, number, certainty, ago = call
    with store.writing(story.deed()) as tx:
        caller = _current(tx, whose)
        _call(tx, (caller.id, number, certainty, ago))
        if number is not None and caller.link_to(number) is None:
            tx.link(caller.id, NumberLink(number, certainty, TODAY))


def _give(store: Store, place: int, whose: int) -> None:
    """Give an incident to somebody else, with its number."""
    with store.writing(story.deed()) as tx:
        incidents = list(tx.each_incident())
        if incidents:
            incident = incidents[place % len(incidents)]
            caller = _current(tx, whose)
            tx.replace_incident(replace(incident, caller=caller.id))
            if incident.phone is not None and caller.link_to(incident.phone) is None:
                tx.link(caller.id, NumberLink(incident.phone, Certainty.PRESUMED, local_day(incident.at)))


def _current(reading: Reading, whose: int) -> Caller:
    caller = reading.caller(CallerId(whose))
    return caller if caller.merged_into is None else _current(reading, caller.merged_into)
