"""What a finding says of one thing, and of several."""

import pytest
import story

from agressielog.application.considerations import Considerations
from agressielog.domain.advice import Finding, RuleCode
from agressielog.domain.good_call import GoodCalls
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.presentation.finding_text import explain, show_considerations


@pytest.mark.parametrize(
    ("measures", "warned_in", "held"),
    [
        ((3,), (), "M3 nog telde"),
        ((), (7,), "de waarschuwing in gesprek 7 nog telde"),
        ((3,), (7,), "M3 en de waarschuwing in gesprek 7 nog telden"),
        ((3, 4), (), "M3 en M4 nog telden"),
    ],
)
def test_one_thing_that_was_held_counted_and_several_did(
    measures: tuple[int, ...], warned_in: tuple[int, ...], held: str
) -> None:
    finding = Finding(
        rule=RuleCode.FOLLOW_UP,
        met=True,
        counted=(IncidentId(9),),
        measures=tuple(map(MeasureId, measures)),
        warned_in=tuple(map(IncidentId, warned_in)),
    )
    assert explain(finding, {}, story.policy()) == f"9: gebeurde terwijl {held}; nu ."


@pytest.mark.parametrize(("bans", "ran"), [((3,), "M3 liep"), ((3, 4), "M3 en M4 liepen")])
def test_one_ban_ran_and_several_did(bans: tuple[int, ...], ran: str) -> None:
    finding = Finding(
        rule=RuleCode.BREACH, met=True, counted=(IncidentId(9),), measures=tuple(map(MeasureId, bans))
    )
    told = f"9: gebeurde terwijl {ran}; dat wordt er niet langer van."
    assert explain(finding, {}, story.policy()) == told


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ((1,), "M1 telde bij een van deze incidenten nog niet mee"),
        ((1, 2), "M1 en M2 telden bij een van deze incidenten nog niet mee"),
    ],
)
def test_a_measure_of_the_same_day_or_later_is_told_with_the_day_from_which_one_counts(
    later: tuple[int, ...], told: str
) -> None:
    weighed = Considerations(
        our_fault=(),
        apologised_on=None,
        by_one_reporter=None,
        reported=2,
        good_calls=GoodCalls(),
        later_measures=tuple(map(MeasureId, later)),
    )
    assert show_considerations(weighed) == [f"{told}: een maatregel telt vanaf de dag na de uitreiking"]
