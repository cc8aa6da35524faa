"""The gates: what must be arranged before a measure, every reason at once (design 4.5)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from decisions import BAN, BAN_RUNG, RESTRICTION, TALK, WARNING, WARNING_RUNG, proposal, standaard
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.advice import Advice
from agressielog.domain.gates import GateCode, GateReason, deviates, refusals
from agressielog.domain.identity import IncidentId
from agressielog.domain.ladder import MeasureCode, MeasureKind, MeasureNature, Rung, RungCode
from agressielog.domain.policy import Policy
from agressielog.domain.safeguards import Gate, Safeguards
from agressielog.domain.span import Span, SpanUnit

POLICY = standaard()
MONTH = Span(1, SpanUnit.MONTH)


def rung(code: RungCode) -> Rung:
    assert POLICY.ladder is not None
    return POLICY.ladder.rungs[POLICY.ladder.place(code)]


def advised(code: RungCode = BAN_RUNG) -> Advice:
    step = rung(code)
    return Advice(
        measure=step.measure,
        rung=step,
        alternatives=step.alternatives,
        shortest=step.shortest,
        longest=step.longest,
    )


def kind(code: MeasureCode) -> MeasureKind:
    found = POLICY.measure(code)
    assert found is not None
    return found


def reasons(policy: Policy = POLICY, advice: Advice | None = None, **changes: Any) -> list[str]:
    return [r.code.value for r in refusals(proposal(**changes), policy, advice or advised())]


def guarded(**changes: Any) -> Policy:
    guards = POLICY.safeguards
    assert isinstance(guards, Safeguards)
    return replace(POLICY, safeguards=replace(guards, **changes))


NOTHING = Advice(measure=None, rung=None)

# What is wrong with a proposal that otherwise lacks nothing, and the one reason it is refused for.
ALONE: list[tuple[dict[str, Any], str]] = [
    ({"decided_by": None}, "geen_besluit"),
    ({"decided_by": "  "}, "geen_besluit"),
    ({"reason": None}, "geen_reden"),
    ({"reason": "\n"}, "geen_reden"),
    ({"last": None}, "geen_einde"),
    ({"last": date(2027, 11, 21), "deviation": "x"}, "te_lang"),
    ({"last": date(2026, 11, 20)}, "einde_voor_begin"),
    ({"channel_left": None}, "geen_kanaal"),
    ({"channel_left": " "}, "geen_kanaal"),
    ({"heard_on": None}, "niet_gehoord"),
    ({"heard_on": None, "not_heard": " "}, "niet_gehoord"),
    ({"warned": False}, "niet_gewaarschuwd"),
    ({"last": date(2026, 12, 21)}, "afwijking_zonder_reden"),
    ({"rung": RungCode("verbod_3_maanden")}, "afwijking_zonder_reden"),
    ({"rejected": (IncidentId(3),)}, "incident_vervallen"),
    ({"unsure": (IncidentId(3),)}, "incident_niet_zeker"),
    ({"later": (IncidentId(3),)}, "incident_na_besluit"),
    ({"delivered_on": date(2026, 11, 19)}, "uitgereikt_voor_besluit"),
    ({"delivered_on": date(2026, 12, 21)}, "uitgereikt_na_einde"),
    ({"first": date(2026, 11, 19), "last": date(2026, 12, 18)}, "begin_voor_besluit"),
]


@pytest.mark.parametrize(("lack", "reason"), ALONE)
def test_each_gate_refuses_on_its_own(lack: dict[str, Any], reason: str) -> None:
    assert reasons(**lack) == [reason]


# What looks like a lack and is none.
ENOUGH: list[dict[str, Any]] = [
    {},
    {"heard_on": None, "not_heard": "nam niet op"},
    {"heard_on": date(2026, 11, 20)},
    {"warned": False, "severe": True},
    {"warned": False, "urgent": True},
    {"last": date(2026, 11, 21)},
    {"first": date(2026, 11, 20), "last": date(2026, 12, 19)},
    {"last": date(2027, 11, 20), "deviation": "x"},
    {"delivered_on": date(2026, 11, 20)},
    {"delivered_on": date(2026, 12, 20)},
    {"rung": RungCode("verbod_3_maanden"), "deviation": "x"},
    {"rung": RungCode("verbod_3_maanden"), "beside": True},
]


@pytest.mark.parametrize("told", ENOUGH)
def test_what_lacks_nothing_is_let_through(told: dict[str, Any]) -> None:
    assert reasons(**told) == []


def test_urgency_needs_reasons() -> None:
    assert reasons(warned=False, urgent=True, reason=None) == ["geen_reden", "niet_gewaarschuwd"]


def test_twenty_four_months_unheard_without_reasons_and_channel_are_exactly_four_reasons() -> None:
    found = reasons(
        last=date(2028, 11, 20), reason=None, channel_left=None, heard_on=None, deviation="hij is gevaarlijk"
    )
    assert sorted(found) == ["geen_kanaal", "geen_reden", "niet_gehoord", "te_lang"]


def test_too_long_says_what_the_policy_allows() -> None:
    (reason,) = refusals(proposal(last=date(2028, 11, 20), deviation="x"), POLICY, advised())
    assert (reason.code, str(reason.longest)) == (GateCode.TOO_LONG, "12 maanden")


@pytest.mark.parametrize("deviation", [None, "", " "])
def test_a_departure_without_a_reason_is_that_and_nothing_else(deviation: str | None) -> None:
    lighter = proposal(kind=kind(WARNING), rung=WARNING_RUNG, last=None, deviation=deviation)
    assert refusals(lighter, POLICY, advised()) == (
        GateReason(GateCode.DEVIATION_WITHOUT_REASON, longest=None, incidents=()),
    )


def test_a_refusal_names_the_incidents_it_is_about() -> None:
    (reason,) = refusals(proposal(rejected=(IncidentId(3), IncidentId(7))), POLICY, advised())
    assert reason.incidents == (3, 7)


@pytest.mark.parametrize("code", [WARNING, TALK])
def test_what_binds_nobody_needs_a_decider_and_a_reason_only(code: MeasureCode) -> None:
    lacks: dict[str, Any] = {
        "kind": kind(code),
        "rung": None,
        "last": None,
        "channel_left": None,
        "heard_on": None,
        "warned": False,
        "deviation": "x",
    }
    assert reasons(**lacks) == []
    assert reasons(**lacks, decided_by=None, reason=None) == ["geen_besluit", "geen_reden"]


def test_a_restriction_passes_every_gate_that_a_ban_passes() -> None:
    lacks: dict[str, Any] = {"kind": kind(RESTRICTION), "rung": None, "deviation": "x"}
    assert reasons(**lacks) == []
    assert reasons(**lacks, last=None, channel_left=None, heard_on=None, warned=False) == [
        "geen_einde",
        "geen_kanaal",
        "niet_gehoord",
        "niet_gewaarschuwd",
    ]


def test_a_policy_may_switch_off_hearing_and_warning_and_nothing_else() -> None:
    off = Gate(on=False, ground="eigen keuze")
    policy = guarded(hearing=off, warned_first=off)
    found = reasons(
        policy, heard_on=None, warned=False, decided_by=None, reason=None, channel_left=None, last=None
    )
    assert found == ["geen_besluit", "geen_reden", "geen_einde", "geen_kanaal"]


def test_a_policy_without_safeguards_of_its_own_still_demands_all() -> None:
    bare = replace(POLICY, safeguards=None)
    assert reasons(bare, heard_on=None, warned=False, channel_left=None, last=None) == [
        "geen_einde",
        "geen_kanaal",
        "niet_gehoord",
        "niet_gewaarschuwd",
    ]
    assert reasons(bare, last=date(2036, 1, 1), deviation="x") == []


def test_a_policy_may_have_no_longest_decision() -> None:
    assert reasons(guarded(longest_decision=None), last=date(2036, 1, 1), deviation="x") == []


# What is advised, what is proposed, and whether that departs from it.
DEPARTURES: list[tuple[Advice, dict[str, Any], bool]] = [
    (advised(), {}, False),
    (advised(), {"rung": None}, False),
    (advised(), {"last": date(2026, 12, 19)}, False),
    (advised(), {"last": date(2026, 12, 21)}, True),
    (advised(), {"kind": kind(WARNING), "rung": WARNING_RUNG, "last": None}, True),
    (
        advised(RungCode("mondeling")),
        {"kind": kind(TALK), "rung": RungCode("mondeling"), "last": None},
        False,
    ),
    (advised(WARNING_RUNG), {}, True),
    (NOTHING, {}, True),
    (NOTHING, {"beside": True}, False),
    (Advice(measure=BAN, rung=None, longest=None), {"rung": None, "last": date(2030, 1, 1)}, False),
    (Advice(measure=BAN, rung=None, shortest=None, longest=MONTH), {"rung": None}, False),
]


@pytest.mark.parametrize(("advice", "told", "departs"), DEPARTURES)
def test_another_rung_heavier_or_lighter_or_a_longer_term_departs(
    advice: Advice, told: dict[str, Any], departs: bool
) -> None:
    assert deviates(proposal(**told), advice) is departs


# Lacks that say nothing about the same thing, in the order in which the reasons come.
APART = [ALONE[place] for place in (0, 2, 14, 15, 16, 17, 5, 7, 9, 11, 13)]


@given(st.lists(st.sampled_from(APART), unique_by=lambda lack: lack[1]))
def test_every_reason_comes_at_once_and_always_in_the_same_order(
    lacks: list[tuple[dict[str, Any], str]],
) -> None:
    together = {name: value for told, _ in lacks for name, value in told.items() if name != "deviation"}
    reason_given: dict[str, Any] = (
        {} if any(why == "afwijking_zonder_reden" for _, why in lacks) else {"deviation": "x"}
    )
    told = {why for _, why in lacks}
    assert reasons(**together, **reason_given) == [why for _, why in APART if why in told]


@given(
    binds=st.sampled_from([MeasureNature.BAN, MeasureNature.RESTRICTION]),
    days=st.integers(0, 400),
    heard=st.booleans(),
    severe=st.booleans(),
    warned=st.booleans(),
    urgent=st.booleans(),
)
def test_whatever_is_let_through_has_an_end_a_channel_and_somebody_who_decided(
    *, binds: MeasureNature, days: int, heard: bool, severe: bool, warned: bool, urgent: bool
) -> None:
    first = date(2026, 1, 1)
    last = date.fromordinal(first.toordinal() + days)
    told = proposal(
        kind=MeasureKind(code=BAN, label="x", nature=binds),
        decided_on=first,
        first=first,
        last=last,
        heard_on=first if heard else None,
        severe=severe,
        warned=warned,
        urgent=urgent,
        deviation="x",
    )
    through = heard and (severe or warned or urgent) and days < 365
    assert (refusals(told, POLICY, advised()) == ()) is through
