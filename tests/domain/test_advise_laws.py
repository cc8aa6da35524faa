"""The laws of advice hold over generated policies and histories, and bite where a fault is planted."""

import inspect
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from types import ModuleType
from unittest import mock

import drawn_ladders
import laws_of_advice
import pytest
from drawn_ladders import Case, cases
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from laws_of_advice import LAWS, Law

from agressielog.domain import advise as advise_module
from agressielog.domain import advise_range, climbing, counting, judgement
from agressielog.domain.advice import Advice, NotCounted
from agressielog.domain.advise import advise
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.measure import Delivered
from agressielog.domain.vocabulary import Delivery


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Law) -> None:
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        law(advise, data)

    holds()


def test_the_generated_cases_reach_what_the_laws_are_about() -> None:
    seen: list[tuple[Case, Advice]] = []

    @settings(max_examples=500, derandomize=True, database=None, phases=[Phase.generate])
    @given(case=cases())
    def collect(case: Case) -> None:
        seen.append((case, advise(case.dossier, case.policy, case.on)))

    collect()
    share = {
        "a ban": sum(advice.measure == drawn_ladders.BAN for _, advice in seen),
        "an in-call warning": sum(_has_in_call_warning(case, advice) for case, advice in seen),
        "a range policy": sum(case.policy.ladder is None for case, _ in seen),
        "something lapsed": sum(_has_lapsed(advice) for _, advice in seen),
    }
    least = {"a ban": 0.25, "an in-call warning": 0.10, "a range policy": 0.10, "something lapsed": 0.10}
    assert {what: share[what] / len(seen) >= least[what] for what in least} == dict.fromkeys(least, True), (
        share
    )


@dataclass(frozen=True)
class Fault:
    """A fault in the text of one module, the modules that took a name from it, and a law that notices."""

    module: ModuleType
    right: str
    wrong: str
    used: tuple[tuple[ModuleType, str], ...]
    law: Law


FAULTS = {
    "the window is one day longer": Fault(
        counting,
        "if on > counts_through(incident, policy)",
        "if on > counts_through(incident, policy) + timedelta(days=1)",
        ((judgement, "tally"), (advise_range, "tally")),
        laws_of_advice.what_is_outside_every_window_or_never_counts_changes_nothing,
    ),
    "the window is one day shorter": Fault(
        counting,
        "if on > counts_through(incident, policy)",
        "if on >= counts_through(incident, policy)",
        ((judgement, "tally"), (advise_range, "tally")),
        laws_of_advice.the_advice_stands_until_the_day_on_which_it_lapses,
    ),
    "what was held is judged on the day of the advice": Fault(
        judgement,
        "climbing.step(i.at, ",
        "climbing.step(start_of_day(day_after(on)), ",
        ((advise_module, "judge"),),
        laws_of_advice.the_advice_stands_until_the_day_on_which_it_lapses,
    ),
    "delivery is ignored": Fault(
        climbing,
        "delivered = measure.delivered\n",
        "delivered = measure.delivered or Delivered(start_of_day(measure.decided_on), Delivery.POST)\n",
        ((judgement, "climb"),),
        laws_of_advice.what_was_never_delivered_does_no_more_than_deciding_on_none,
    ),
    "the pattern needs one more": Fault(
        judgement,
        "counting < pattern.count",
        "counting <= pattern.count",
        ((advise_module, "judge"),),
        laws_of_advice.a_pattern_lifts_from_its_number_on_and_never_above_its_rung,
    ),
    "the pattern needs one less": Fault(
        judgement,
        "counting < pattern.count",
        "counting + 1 < pattern.count",
        ((advise_module, "judge"),),
        laws_of_advice.a_pattern_lifts_from_its_number_on_and_never_above_its_rung,
    ),
    "the cap at the last rung is gone": Fault(
        climbing,
        "min(max(entry, held + 1), len(ladder.rungs) - 1)",
        "max(entry, held + 1)",
        ((judgement, "climb"),),
        laws_of_advice.no_advice_lies_above_the_last_rung,
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_law_catches_a_planted_fault(fault: Fault) -> None:
    @settings(
        max_examples=2000,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
    )
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        fault.law(advise, data)

    with _planted(fault), pytest.raises((AssertionError, IndexError)):
        holds()


@contextmanager
def _planted(fault: Fault) -> Iterator[None]:
    """Run with one module written otherwise, for as long as the block lasts."""
    source = inspect.getsource(fault.module)
    assert source.count(fault.right) == 1
    names = {
        "__name__": fault.module.__name__,
        "Delivered": Delivered,
        "Delivery": Delivery,
        "start_of_day": start_of_day,
        "timedelta": timedelta,
    }
    assert fault.module.__name__ in sys.modules
    exec(compile(source.replace(fault.right, fault.wrong), "<fault>", "exec"), names)
    with ExitStack() as patches:
        for module, name in fault.used:
            patches.enter_context(mock.patch.object(module, name, names[name]))
        yield


def _has_in_call_warning(case: Case, advice: Advice) -> bool:
    if case.policy.ladder is None or not case.ladder.rungs[0].in_call:
        return False
    not_counted = {number for number, reason in advice.not_counted}
    return any(
        i.warned and i.id not in not_counted and local_day(i.at) <= case.on for i in case.dossier.incidents
    )


def _has_lapsed(advice: Advice) -> bool:
    return any(reason is NotCounted.TOO_OLD for _, reason in advice.not_counted)
