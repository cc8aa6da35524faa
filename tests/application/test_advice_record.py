"""The record of an advice: which keys say how long, for every sort of rung (design 3.1)."""

import pytest
from decisions import standaard

from agressielog.application.advice_record import advice_record, finding_record
from agressielog.domain.advice import Advice, Finding, RuleCode
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.ladder import MeasureCode, Rung, RungCode
from agressielog.domain.span import Span

POLICY = standaard()
MONTH, YEAR = Span.parse("1 maand"), Span.parse("12 maanden")


def lengths(shortest: Span | None, longest: Span | None, *, on_ladder: bool) -> tuple[object, object, object]:
    code = MeasureCode("contactverbod")
    rung = Rung(code=RungCode("x"), label="X", measure=code, shortest=shortest, longest=longest, ground="")
    advice = Advice(measure=code, rung=rung if on_ladder else None, shortest=shortest, longest=longest)
    record = advice_record(advice, POLICY)
    return record["duur"], record["duur_van"], record["duur_tot"]


@pytest.mark.parametrize(
    ("shortest", "longest", "on_ladder", "told"),
    [
        (MONTH, MONTH, True, ("1 maand", None, None)),
        (MONTH, YEAR, True, (None, "1 maand", "12 maanden")),
        (None, None, True, (None, None, None)),
        (MONTH, YEAR, False, (None, "1 maand", "12 maanden")),
        (None, YEAR, False, (None, None, "12 maanden")),
        (MONTH, MONTH, False, (None, "1 maand", "1 maand")),
    ],
)
def test_one_length_is_told_as_such_and_a_range_by_its_bounds(
    shortest: Span | None, longest: Span | None, told: tuple[object, ...], *, on_ladder: bool
) -> None:
    assert lengths(shortest, longest, on_ladder=on_ladder) == told


def test_a_policy_without_safeguards_names_no_exceptions() -> None:
    from dataclasses import replace

    bare = replace(POLICY, safeguards=None)
    assert advice_record(Advice(measure=None, rung=None), bare)["uitzonderingen"] == []


def test_a_finding_tells_what_it_leans_on() -> None:
    finding = Finding(
        rule=RuleCode.FOLLOW_UP,
        met=True,
        counted=(IncidentId(4),),
        rung=RungCode("x"),
        ground="g",
        measures=(MeasureId(2),),
        warned_in=(IncidentId(3),),
    )
    assert finding_record(finding, "omdat") == {
        "regel": "opvolging",
        "voldaan": True,
        "geteld": [4],
        "ontbreekt": 0,
        "uitleg": "omdat",
        "grondslag": "g",
        "trede": "x",
        "maatregelen": ["M2"],
        "gewaarschuwd_in": [3],
    }
    assert "uitleg" not in finding_record(finding)
