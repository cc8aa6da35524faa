"""A good call speaks for somebody under a measure, and is in no arithmetic."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import story
from decisions import (
    BAN,
    BAN_RUNG,
    ORAL,
    ORAL_RUNG,
    WARNING,
    WARNING_RUNG,
    on_the_day,
    standaard,
    stored_decision,
)
from story import MOBILE, NOW, OTHER_MOBILE, TODAY

from agressielog.application.considerations import considerations
from agressielog.application.dossiers import Case, advice_for
from agressielog.application.errors import AmbiguousCaller, CallerNotFound
from agressielog.application.good_calls import GoodCallNoted, note_good_call
from agressielog.application.look_up import look_up_number
from agressielog.application.measure_views import life_of
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Store
from agressielog.application.promise_errors import NoMeasureHolds
from agressielog.domain.decision import Decision
from agressielog.domain.good_call import NO_GOOD_CALLS, GoodCalls
from agressielog.domain.identity import CallerId, MeasureId
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Certainty, Country

NL = Country.NETHERLANDS
POLICY = standaard()


def noted(store: Store, asked: str = "B1", policy: Policy = POLICY, on: date = TODAY) -> GoodCallNoted:
    deed = story.deed("goed", at=start_of_day(on) + timedelta(hours=13))
    return note_good_call(store, deed, asked, policy, NL)


def warned(store: Store, **changes: Any) -> Decision:
    ordinary: dict[str, Any] = {
        "measure": WARNING,
        "rung": WARNING_RUNG,
        "first": date(2026, 11, 1),
        "last": None,
        "review_on": None,
        "valid_until": date(2027, 11, 1),
        "delivered": on_the_day(date(2026, 11, 1)),
    }
    return stored_decision(store, **ordinary | changes)


def case(store: Store) -> Case:
    return advice_for(store, "B1", POLICY, TODAY, NL)


@pytest.mark.parametrize("asked", ["B1", "06-12345678", "K7"])
def test_a_good_call_with_somebody_who_was_warned_is_noted(store: Store, asked: str) -> None:
    caller = story.stored_caller(store, MOBILE, customer_number="K7")
    warned(store)
    assert noted(store, asked) == GoodCallNoted(caller, MeasureId(1), GoodCalls(1, 1, TODAY))


def test_good_calls_add_up(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    warned(store)
    for _ in range(2):
        noted(store)
    assert noted(store).good_calls == GoodCalls(3, 3, TODAY)
    (seen,) = look_up_number(store, MOBILE, POLICY, TODAY).callers
    assert seen.record.good_calls == GoodCalls(3, 3, TODAY)


#: From the second to the eleventh of November; its rung is held for twelve months after that.
OVER = {
    "measure": BAN,
    "rung": BAN_RUNG,
    "first": date(2026, 11, 2),
    "last": date(2026, 11, 11),
    "delivered": on_the_day(date(2026, 11, 1)),
    "valid_until": None,
}


@pytest.mark.parametrize(
    ("changes", "on", "holds"),
    [
        ({}, TODAY, True),
        ({}, date(2027, 11, 1), True),
        ({}, date(2027, 11, 2), False),
        ({"delivered": None, "valid_until": None}, TODAY, False),
        ({"ended": Ended(EndKind.ANNULLED, TODAY, "x")}, TODAY, False),
        ({"measure": None, "rung": None, "delivered": None, "valid_until": None}, TODAY, False),
        ({"measure": ORAL, "rung": ORAL_RUNG}, TODAY, True),
        (OVER, date(2026, 11, 11), True),
        (OVER, date(2026, 11, 12), True),
        (OVER, date(2027, 11, 11), True),
        (OVER, date(2027, 11, 12), False),
        ({**OVER, "rung": None}, date(2026, 11, 12), False),
    ],
    ids=[
        "a warning that counts",
        "on its last day",
        "the day after",
        "not delivered",
        "annulled",
        "decided that there is none",
        "given by word of mouth",
        "a ban on its last day",
        "over, but its rung is held",
        "the last day of its rung",
        "the day after that",
        "a ban off the ladder holds no rung",
    ],
)
def test_good_calls_are_noted_while_a_measure_runs_or_holds_its_rung(
    store: Store, changes: dict[str, Any], on: date, holds: bool
) -> None:
    story.stored_caller(store)
    ended = changes.get("ended")
    stored = warned(store, **{key: value for key, value in changes.items() if key != "ended"})
    if ended is not None:
        _end(store, stored, ended)
    if holds:
        assert noted(store, on=on).good_calls.total == 1
    else:
        with pytest.raises(NoMeasureHolds):
            noted(store, on=on)


def _end(store: Store, decision: Decision, ended: Ended) -> None:
    with store.writing(story.deed("maatregel end")) as tx:
        tx.replace_decision(replace(decision, ended=ended))


def test_of_the_measures_that_hold_it_hangs_on_the_heaviest(store: Store) -> None:
    story.stored_caller(store)
    warned(store)
    stored_decision(store, delivered=on_the_day(date(2026, 11, 2)))
    assert noted(store).under == 2


def test_of_the_rungs_that_are_held_it_hangs_on_the_highest(store: Store) -> None:
    story.stored_caller(store)
    stored_decision(store, **{**OVER, "valid_until": None})
    warned(store, measure=WARNING, valid_until=date(2026, 11, 15))
    assert noted(store).under == 1


def test_without_a_measure_nothing_is_kept(store: Store) -> None:
    story.stored_caller(store)
    with pytest.raises(NoMeasureHolds) as refused:
        noted(store)
    assert refused.value.caller == 1
    with store.reading() as reading:
        assert reading.good_calls(CallerId(1)) == []


def test_under_a_policy_without_a_ladder_only_what_runs_counts(store: Store) -> None:
    story.stored_caller(store)
    stored_decision(store, **OVER)
    with pytest.raises(NoMeasureHolds):
        noted(store, policy=story.policy(), on=date(2026, 11, 12))


def test_nobody_is_guessed(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    story.stored_caller(store, MOBILE)
    warned(store)
    with pytest.raises(AmbiguousCaller):
        noted(store, "0612345678")
    with pytest.raises(CallerNotFound):
        noted(store, "0687654321")
    with store.reading() as reading:
        assert reading.good_calls(CallerId(1)) == []


def test_they_change_nothing_but_what_speaks_for_the_caller(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE).id
    story.stored(store, caller=caller, certainty=Certainty.CERTAIN, at=NOW - timedelta(days=2))
    warned(store)
    before = case(store)
    assert considerations(before).good_calls == NO_GOOD_CALLS
    noted(store)
    after = case(store)
    assert after.advice == before.advice
    assert considerations(after).good_calls == GoodCalls(1, 1, TODAY)
    assert life_of(store, MeasureId(1), POLICY, TODAY).good_calls == GoodCalls(1, 1, TODAY)


def test_an_incident_ends_the_row_and_keeps_the_total(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE).id
    warned(store)
    noted(store, on=TODAY - timedelta(days=1))
    story.stored(store, caller=caller, certainty=Certainty.CERTAIN)
    assert case(store).good_calls == GoodCalls(1, 0, TODAY - timedelta(days=1))


def test_a_good_call_of_tomorrow_is_not_seen_today(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    warned(store)
    noted(store, on=TODAY + timedelta(days=1))
    assert case(store).good_calls == NO_GOOD_CALLS


def test_they_follow_a_merge_and_go_back_with_a_split(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    story.stored_caller(store, OTHER_MOBILE)
    warned(store, caller=CallerId(2))
    noted(store, "B2")
    merge(store, story.deed("beller merge"), "B1", "B2", NL)
    assert case(store).good_calls == GoodCalls(1, 1, TODAY)
    split(store, story.deed("beller split"), "B1", NL)
    assert case(store).good_calls == NO_GOOD_CALLS
    assert advice_for(store, "B2", POLICY, TODAY, NL).good_calls == GoodCalls(1, 1, TODAY)
