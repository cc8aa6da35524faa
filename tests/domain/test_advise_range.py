"""Advice by a range per kind (design 4.3, "Range policy")."""

from dataclasses import replace

import pytest
from ladders import History, day

from agressielog.domain.advice import RuleCode
from agressielog.domain.ladder import Ladder, MeasureCode, Range
from agressielog.domain.policy import KindCode
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import PoliceReport
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")
MATRIX = shipped_policy("gedragsmatrix")
assert STANDARD.ladder is not None
LADDER: Ladder = STANDARD.ladder


def ranged(kind: str, measure: str, shortest: int | None, longest: int | None) -> tuple[KindCode, Range]:
    return KindCode(kind), Range(
        measure=MeasureCode(measure),
        shortest=Span(shortest, SpanUnit.DAY) if shortest is not None else None,
        longest=Span(longest, SpanUnit.DAY) if longest is not None else None,
        police=PoliceReport.YES if kind == "bedreiging" else PoliceReport.NO,
        ground=kind,
    )


RANGES = dict(
    [
        ranged("schelden", "contactverbod", 5, 90),
        ranged("belediging", "contactverbod", 1, 120),
        ranged("intimidatie", "contactverbod", None, 60),
        ranged("hinderlijk", "schriftelijke_waarschuwing", None, None),
        ranged("bedreiging", "contactbeperking", 30, 365),
    ]
)
RANGED = replace(
    MATRIX,
    kinds=tuple(
        replace(kind, range=RANGES.get(kind.code), police=PoliceReport.NO) for kind in STANDARD.kinds
    ),
)


@pytest.mark.parametrize(
    ("kinds", "measure", "shortest", "longest", "police"),
    [
        (["schelden"], "contactverbod", "5 dagen", "90 dagen", "nee"),
        (["schelden", "belediging"], "contactverbod", "5 dagen", "120 dagen", "nee"),
        (["intimidatie"], "contactverbod", None, "60 dagen", "nee"),
        (["schelden", "intimidatie"], "contactverbod", "5 dagen", "90 dagen", "nee"),
        (["hinderlijk"], "schriftelijke_waarschuwing", None, None, "nee"),
        (["hinderlijk", "intimidatie"], "contactverbod", None, "60 dagen", "nee"),
        (["bedreiging"], "contactbeperking", "30 dagen", "365 dagen", "ja"),
        (["bedreiging", "schelden"], "contactverbod", "5 dagen", "90 dagen", "ja"),
        (["kleineren"], None, None, None, "nee"),
        (["emotie_kritiek"], None, None, None, "nee"),
    ],
)
def test_a_range_is_the_heaviest_measure_and_the_longest_bounds_among_what_asks(
    kinds: list[str], measure: str | None, shortest: str | None, longest: str | None, police: str
) -> None:
    for calls in ([kinds], [[kind] for kind in kinds]):
        history = History(RANGED)
        for together in calls:
            history.call("2026-05-10", *together)
        advice = history.advice("2026-05-10")
        told = [str(span) if span is not None else None for span in (advice.shortest, advice.longest)]
        assert (advice.measure, *told, advice.police.value) == (measure, shortest, longest, police)
        assert (advice.rung, advice.next, advice.companions) == (None, None, ())


def test_a_range_knows_no_steps_no_pattern_and_no_warning_first() -> None:
    history = History(RANGED)
    for month in range(1, 6):
        history.call(f"2026-0{month}-10", "schelden", warned=True)
        history.give_off_ladder("contactverbod", f"2026-0{month}-11", last=f"2026-0{month}-12")
    assert str(history.advice("2026-05-10").longest) == "90 dagen"


def test_the_finding_of_a_range_tells_what_asks_and_the_ground_of_the_heaviest() -> None:
    history = History(RANGED)
    history.call("2026-05-10", "hinderlijk")
    history.call("2026-05-10", "schelden")
    history.call("2026-05-10", "kleineren")
    found = history.finding(RuleCode.RANGE, "2026-05-10")
    assert (found.met, found.counted, found.ground) == (True, (1, 2), "schelden")
    assert history.advice("2026-05-10").asking == (1, 2, 3)


def test_without_anything_that_asks_no_range_is_met() -> None:
    found = History(RANGED).finding(RuleCode.RANGE, "2026-05-10")
    assert (found.met, found.counted, found.ground) == (False, (), "")


def test_a_kind_without_a_range_marks_no_advice() -> None:
    history = History(RANGED)
    history.give_off_ladder("contactverbod", "2026-05-01", last="2026-06-01")
    history.call("2026-05-10", "kleineren")
    advice = history.advice("2026-05-10")
    assert (advice.measure, advice.not_before) == (None, None)
    assert not history.finding(RuleCode.BREACH, "2026-05-10").met


def test_a_range_for_a_call_during_a_ban_starts_the_day_after_its_end() -> None:
    history = History(RANGED)
    history.give_off_ladder("contactverbod", "2026-05-01", last="2026-06-01")
    history.call("2026-05-10", "schelden")
    assert history.advice("2026-05-10").not_before == day("2026-06-02")
    assert history.finding(RuleCode.BREACH, "2026-05-10").met


@pytest.mark.parametrize(
    ("first", "second", "lapses"),
    [
        ("schelden", "hinderlijk", "2027-03-11"),
        ("hinderlijk", "schelden", "2027-05-11"),
        ("belediging", "schelden", "2027-03-11"),
        ("schelden", "belediging", "2027-05-11"),
        ("schelden", "schelden", "2027-05-11"),
        ("schelden", "bedreiging", "2027-03-11"),
        ("bedreiging", "schelden", "2027-05-11"),
    ],
)
def test_a_range_lapses_where_the_measure_is_lighter_or_its_maximum_shorter(
    first: str, second: str, lapses: str
) -> None:
    history = History(RANGED)
    history.call("2026-03-10", first)
    history.call("2026-05-10", second)
    assert history.advice("2026-05-10").lapses_on == day(lapses)


def test_a_policy_with_kinds_only_advises_nothing() -> None:
    history = History(replace(STANDARD, ladder=None))
    history.call("2026-05-10", "bedreiging")
    advice = history.advice("2026-05-10")
    assert (advice.measure, advice.asking, advice.lapses_on) == (None, (1,), None)
