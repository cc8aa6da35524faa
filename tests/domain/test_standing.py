"""What a look-up knows of one caller: what stands, is sure, and weighs anything."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import story
from decisions import decision
from hypothesis import given
from hypothesis import strategies as st
from story import BREACH, CRITICISM, NOW, SHOUTING, SWEARING, THREAT, TODAY, incident

from agressielog.domain.good_call import NO_GOOD_CALLS, GoodCall, GoodCalls
from agressielog.domain.identity import MeasureId, PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, Incident, Promise
from agressielog.domain.measures_now import MeasuresNow
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.standing import CallerRecord, good_calls_of, summarise
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
    found = summary(incident(status=status, helped="luisteren"))
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


def test_what_a_decision_answered_stays_severe_until_the_caller_was_told() -> None:
    threat, swearing = incident(1, kinds=(THREAT,)), incident(2, kinds=(SWEARING,))
    decided = MeasuresNow(undelivered=(decision(incidents=(threat.id,)),))
    record = summarise(CALLER, [threat, swearing], story.policy(), measures=decided)
    assert (record.untold, record.pending) == (Severity.SEVERE, None)
    assert summary(threat).untold is None


def promised(number: int, due: date | None = None, **changes: Any) -> PromiseRecord:
    """Return a promise that was surely made to this caller."""
    ordinary = PromiseRecord(
        promise=Promise(PromiseId(number), "bellen", due),
        made_at=NOW,
        made_by="Mia de Vries",
        caller=CALLER.id,
        certainty=Certainty.CERTAIN,
    )
    return replace(ordinary, **changes)


def test_an_open_promise_shows_whatever_the_call_was() -> None:
    found = summarise(CALLER, [incident(kinds=(CRITICISM,))], story.policy(), promised=[promised(1)])
    assert found.promises == (promised(1),)
    assert found.standing is Standing.UNKNOWN
    assert found.shows


@pytest.mark.parametrize(
    "hidden",
    [
        {"certainty": Certainty.PRESUMED},
        {"incident_status": IncidentStatus.WITHDRAWN},
        {"answered": EARLIER_REGISTER},
        {"promise": Promise(PromiseId(1), "bellen", done_at=NOW)},
    ],
    ids=["made in a presumed call", "of a withdrawn incident", "of an earlier register", "kept"],
)
def test_a_promise_that_asks_nothing_of_us_does_not_show(hidden: dict[str, Any]) -> None:
    found = summarise(CALLER, [], story.policy(), promised=[promised(1, **hidden)], on=TODAY)
    assert found == summary()


def test_promises_come_earliest_due_first() -> None:
    undated, second, first, also_undated = (
        promised(1),
        promised(2, date(2026, 12, 2)),
        promised(3, date(2026, 12, 1)),
        promised(4),
    )
    told = [undated, second, first, also_undated]
    found = summarise(CALLER, [], story.policy(), promised=told)
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


CALLS = [GoodCall(MeasureId(1), NOW + timedelta(hours=hours), "Mia de Vries") for hours in (-48, -1, 1, 30)]


@pytest.mark.parametrize(
    ("incidents", "in_a_row"),
    [
        ([], 3),
        ([incident()], 1),
        ([incident(at=NOW - timedelta(hours=1))], 1),
        ([incident(at=NOW + timedelta(hours=1))], 0),
        ([incident(kinds=(BREACH,))], 1),
        ([incident(kinds=(CRITICISM,))], 3),
        ([incident(status=IncidentStatus.WITHDRAWN)], 3),
        ([incident(**LIKELY)], 3),
        ([incident(at=NOW + timedelta(days=1))], 3),
    ],
    ids=[
        "nothing went wrong",
        "an incident between them",
        "an incident at the moment of a good call",
        "an incident at the moment of the last one",
        "a breach of a ban",
        "criticism is no aggression",
        "what was withdrawn",
        "what may be somebody else's",
        "what came after the day that is judged",
    ],
)
def test_a_row_of_good_calls_begins_after_the_last_incident_that_counts(
    incidents: list[Incident], in_a_row: int
) -> None:
    found = good_calls_of(CALLS, incidents, story.policy(), TODAY)
    assert found == GoodCalls(total=3, in_a_row=in_a_row, last=TODAY)


def test_without_good_calls_there_is_nothing_to_say() -> None:
    assert good_calls_of([], [incident()], story.policy(), TODAY) == NO_GOOD_CALLS


@given(_incidents, st.lists(st.integers(-900, 900), max_size=6))
def test_good_calls_are_in_no_arithmetic(incidents: list[Incident], hours: list[int]) -> None:
    calls = [GoodCall(MeasureId(1), NOW + timedelta(hours=hour), "Mia") for hour in hours]
    counted = good_calls_of(calls, incidents, story.policy(), TODAY)
    told = summarise(CALLER, incidents, story.policy(), good_calls=counted)
    assert replace(told, good_calls=NO_GOOD_CALLS) == summary(*incidents)
    assert told.shows == summary(*incidents).shows
