"""What a look-up knows of one caller: what stands, is sure, and weighs anything."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from story import BREACH, CRITICISM, NOW, SHOUTING, SWEARING, THREAT, TODAY, incident

from agressielog.domain.identity import PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, Incident, Promise
from agressielog.domain.standing import CallerRecord, summarise
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity, Standing

CALLER = story.caller()
LIKELY: dict[str, Any] = {"certainty": Certainty.PRESUMED}


def summary(*incidents: Incident) -> CallerRecord:
    return summarise(CALLER, incidents, story.policy())


def test_of_somebody_without_incidents_there_is_nothing_to_say() -> None:
    assert summary() == CallerRecord(
        caller=CALLER,
        total=0,
        presumed=0,
        per_kind=(),
        heaviest=Severity.NONE,
        last=None,
        promises=(),
        helped=(),
    )
    assert summary().standing is Standing.UNKNOWN
    assert not summary().shows


def test_one_sure_incident_makes_somebody_known() -> None:
    found = summary(incident())
    assert (found.total, found.presumed, found.last) == (1, 0, TODAY)
    assert found.standing is Standing.KNOWN
    assert found.shows


def test_a_presumed_incident_shows_but_counts_for_nothing() -> None:
    found = summary(incident(kinds=(THREAT,), helped="rustig blijven", **LIKELY))
    assert (found.total, found.presumed, found.per_kind, found.last) == (0, 1, (), None)
    assert (found.heaviest, found.helped) == (Severity.NONE, ())
    assert found.standing is Standing.UNKNOWN
    assert found.shows


@pytest.mark.parametrize("status", [IncidentStatus.REJECTED, IncidentStatus.WITHDRAWN])
def test_what_was_rejected_or_withdrawn_does_not_show_at_all(status: IncidentStatus) -> None:
    promise = Promise(PromiseId(1), "bellen")
    found = summary(incident(status=status, promises=(promise,), helped="luisteren"))
    assert found == summary()


def test_a_kind_that_weighs_nothing_makes_nobody_known() -> None:
    assert summary(incident(kinds=(CRITICISM,), helped="luisteren")) == summary()


def test_a_kind_that_the_policy_no_longer_has_weighs_nothing() -> None:
    assert not summary(incident(kinds=("afgeschaft",))).shows


@pytest.mark.parametrize("kinds", [(BREACH,), (CRITICISM, BREACH)])
def test_a_breach_of_a_ban_shows_though_it_weighs_nothing(kinds: tuple[str, ...]) -> None:
    found = summary(incident(kinds=kinds))
    assert found.standing is Standing.KNOWN
    assert found.heaviest is Severity.NONE


def test_an_open_promise_shows_whatever_the_call_was() -> None:
    promise = Promise(PromiseId(1), "terugbellen")
    found = summary(incident(promises=(promise,), kinds=(CRITICISM,)))
    assert found.promises == (promise,)
    assert found.standing is Standing.UNKNOWN
    assert found.shows


def test_what_was_promised_in_a_presumed_call_is_not_told_to_this_caller() -> None:
    promise = Promise(PromiseId(1), "terugbellen")
    assert summary(incident(promises=(promise,), **LIKELY)).promises == ()


def test_what_came_from_an_earlier_register_opens_no_promise() -> None:
    promise = Promise(PromiseId(1), "terugbellen")
    assert summary(incident(promises=(promise,), answered=EARLIER_REGISTER)).promises == ()


def test_promises_come_earliest_due_first_and_without_the_kept_ones() -> None:
    undated, second, first, kept, also_undated = (
        Promise(PromiseId(1), "ooit"),
        Promise(PromiseId(2), "later", date(2026, 12, 2)),
        Promise(PromiseId(3), "eerst", date(2026, 12, 1)),
        Promise(PromiseId(4), "gedaan", date(2026, 11, 1), NOW),
        Promise(PromiseId(5), "ook ooit"),
    )
    found = summary(
        incident(1, promises=(undated, second)), incident(2, promises=(first, kept, also_undated))
    )
    assert found.promises == (first, second, undated, also_undated)


def test_incidents_are_counted_by_their_main_kind_most_frequent_first() -> None:
    found = summary(
        incident(1, kinds=(SWEARING, THREAT)),
        incident(2, kinds=(SHOUTING,)),
        incident(3, kinds=(SHOUTING, SWEARING)),
        incident(4, kinds=(THREAT,)),
        incident(5, kinds=(THREAT,), **LIKELY),
    )
    assert found.per_kind == ((SHOUTING, 2), (THREAT, 1), (SWEARING, 1))
    assert found.heaviest is Severity.SEVERE


def test_what_helped_comes_last_time_first_and_each_once() -> None:
    found = summary(
        incident(1, at=NOW - timedelta(days=9), helped="luisteren"),
        incident(2, at=NOW - timedelta(days=5), helped="herhalen"),
        incident(3, at=NOW - timedelta(days=1), helped=None),
        incident(4, at=NOW - timedelta(days=2), helped="luisteren"),
    )
    assert found.helped == ("luisteren", "herhalen")
    assert found.last == TODAY - timedelta(days=1)


_incidents = st.lists(
    st.builds(
        incident,
        st.integers(min_value=1, max_value=9),
        at=st.integers(min_value=0, max_value=900).map(lambda hours: NOW - timedelta(hours=hours)),
        kinds=st.lists(st.sampled_from([SWEARING, THREAT, CRITICISM, BREACH]), min_size=1, max_size=2).map(
            tuple
        ),
        status=st.sampled_from(IncidentStatus),
        certainty=st.sampled_from(Certainty),
        helped=st.sampled_from([None, "luisteren", "herhalen"]),
    ),
    max_size=8,
    unique_by=lambda found: found.id,
)


@given(_incidents, st.integers())
def test_the_order_of_the_incidents_does_not_matter(incidents: list[Incident], seed: int) -> None:
    shuffled = random.Random(seed).sample(incidents, len(incidents))
    assert summary(*shuffled) == summary(*incidents)


@given(_incidents)
def test_every_sure_incident_that_shows_is_counted_once(incidents: list[Incident]) -> None:
    found = summary(*incidents)
    assert sum(count for _, count in found.per_kind) == found.total
    assert found.total + found.presumed <= len(incidents)
    assert (found.last is None) == (found.total == 0)
