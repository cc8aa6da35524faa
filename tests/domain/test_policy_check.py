"""Whether a policy holds together, as a value; what a file adds to it is tested with the reader."""

from dataclasses import replace

import pytest

from agressielog.domain.ladder import (
    STANDARD_MEASURES,
    Ladder,
    MeasureCode,
    Pattern,
    Range,
    Rung,
    RungCode,
)
from agressielog.domain.policy import Kind, KindCode, Policy
from agressielog.domain.policy_check import faults, lacking
from agressielog.domain.policy_fault import FaultCode
from agressielog.domain.safeguards import Gate, Safeguards
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.terms import Terms
from agressielog.domain.vocabulary import PoliceReport, Severity

YEAR = Span(12, SpanUnit.MONTH)
MONTH = Span(1, SpanUnit.MONTH)
SAID, LETTER, BAN = RungCode("gezegd"), RungCode("brief"), RungCode("verbod")
SWEARING, THREAT, OTHER = KindCode("schelden"), KindCode("bedreiging"), KindCode("geluid")


def _kind(code: KindCode, severity: Severity) -> Kind:
    return Kind(code=code, label=code.title(), description="x", severity=severity)


def _rung(code: RungCode, measure: str, length: Span | None = None) -> Rung:
    return Rung(
        code=code, label=code, measure=MeasureCode(measure), shortest=length, longest=length, ground="g"
    )


LADDER = Ladder(
    rungs=(
        _rung(SAID, "mondelinge_waarschuwing"),
        _rung(LETTER, "schriftelijke_waarschuwing"),
        _rung(BAN, "contactverbod", MONTH),
    ),
    entries=((Severity.LIGHT, SAID), (Severity.SEVERE, BAN)),
    pattern=Pattern(count=3, rung=LETTER, ground="g"),
    warn_first=LETTER,
    highest_unwritten=BAN,
)
POLICY = Policy(
    name="proef",
    version="1",
    kinds=(_kind(SWEARING, Severity.LIGHT), _kind(THREAT, Severity.SEVERE)),
    instructions=(),
    measures=STANDARD_MEASURES,
    ladder=LADDER,
)


def _codes(policy: Policy) -> list[FaultCode]:
    return [fault.code for fault in faults(policy)]


def _with(**changes: object) -> Policy:
    return replace(POLICY, ladder=replace(LADDER, **changes))  # type: ignore[arg-type] # any field of it


def test_a_sound_policy_has_no_faults() -> None:
    assert faults(POLICY) == ()


@pytest.mark.parametrize(
    ("first", "second", "falls"),
    [(SAID, SAID, False), (SAID, LETTER, False), (LETTER, SAID, True), (BAN, LETTER, True)],
)
def test_entries_rise_with_severity_or_stay(first: RungCode, second: RungCode, falls: bool) -> None:
    policy = _with(entries=((Severity.LIGHT, first), (Severity.SEVERE, second)))
    assert (_codes(policy) == [FaultCode.FALLING_ENTRY]) is falls
    assert falls or _codes(policy) == []


def test_entries_are_compared_over_a_severity_that_has_none() -> None:
    entries = ((Severity.SEVERE, SAID), (Severity.LIGHT, LETTER))
    (fault,) = faults(_with(entries=entries))
    assert (fault.where, fault.facts) == (("instap", "zwaar"), ("zwaar", "licht"))


def test_a_severity_that_no_kind_has_needs_no_entry() -> None:
    one_kind = replace(POLICY, kinds=POLICY.kinds[:1], ladder=replace(LADDER, entries=LADDER.entries[:1]))
    assert _codes(one_kind) == []


def test_a_kind_with_a_rung_of_its_own_needs_no_entry_for_its_severity() -> None:
    kinds = (POLICY.kinds[0], replace(POLICY.kinds[1], entry=LETTER))
    policy = replace(POLICY, kinds=kinds, ladder=replace(LADDER, entries=LADDER.entries[:1]))
    assert _codes(policy) == []


@pytest.mark.parametrize(
    ("first", "pattern", "fits"), [(LETTER, SAID, True), (LETTER, LETTER, True), (LETTER, BAN, False)]
)
def test_a_pattern_stays_at_or_below_the_warning(first: RungCode, pattern: RungCode, fits: bool) -> None:
    policy = _with(warn_first=first, pattern=Pattern(count=3, rung=pattern, ground="g"))
    assert _codes(policy) == ([] if fits else [FaultCode.PATTERN_TOO_HIGH])


def test_a_pattern_may_rise_where_no_warning_is_asked() -> None:
    policy = _with(warn_first=None, highest_unwritten=None, pattern=Pattern(count=3, rung=BAN, ground="g"))
    assert _codes(policy) == []


@pytest.mark.parametrize(
    ("highest", "codes"), [(LETTER, []), (BAN, []), (None, []), (SAID, [FaultCode.UNWRITTEN_TOO_LOW])]
)
def test_the_highest_without_a_letter_is_not_below_the_warning(
    highest: RungCode | None, codes: list[FaultCode]
) -> None:
    assert _codes(_with(highest_unwritten=highest)) == codes


def test_a_rung_that_is_not_there_is_told_wherever_it_is_named() -> None:
    lost = RungCode("weg")
    policy = _with(
        entries=((Severity.LIGHT, lost), (Severity.SEVERE, BAN)),
        pattern=Pattern(count=3, rung=lost, ground="g"),
        warn_first=lost,
        highest_unwritten=lost,
    )
    assert [(fault.where, fault.code) for fault in faults(policy)] == [
        (("instap", "licht"), FaultCode.UNKNOWN_RUNG),
        (("waarschuwen", "eerst_waarschuwen"), FaultCode.UNKNOWN_RUNG),
        (("waarschuwen", "hoogste_zonder_schriftelijk"), FaultCode.UNKNOWN_RUNG),
        (("patroon", "trede"), FaultCode.UNKNOWN_RUNG),
    ]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (replace(_kind(OTHER, Severity.NONE), entry=SAID), "instap"),
        (replace(_kind(OTHER, Severity.NONE), police=PoliceReport.CONSIDER), "aangifte"),
    ],
)
def test_a_kind_that_never_counts_leads_to_nothing(kind: Kind, key: str) -> None:
    (fault,) = faults(replace(POLICY, kinds=(*POLICY.kinds, kind)))
    assert (fault.where, fault.code) == (("soort", 3, key), FaultCode.COUNTS_NEVER)


def _gates(longest: Span | None, renewal: Span | None) -> Safeguards:
    off = Gate(on=False, ground="g")
    return Safeguards(
        hearing=off,
        warned_first=off,
        review=off,
        review_at_latest=YEAR,
        longest_decision=longest,
        longest_without_new=renewal,
        open_always=(),
        deciders=(),
        reaction_hours=24,
        moves_off_weekends=False,
    )


@pytest.mark.parametrize(
    ("length", "most", "fits"),
    [
        (Span(12, SpanUnit.MONTH), Span(1, SpanUnit.YEAR), True),
        (Span(365, SpanUnit.DAY), Span(12, SpanUnit.MONTH), True),
        (Span(366, SpanUnit.DAY), Span(12, SpanUnit.MONTH), False),
        (Span(53, SpanUnit.WEEK), Span(1, SpanUnit.YEAR), False),
        (Span(9, SpanUnit.YEAR), None, True),
    ],
)
def test_no_rung_is_longer_than_one_decision(length: Span, most: Span | None, fits: bool) -> None:
    rungs = (*LADDER.rungs[:2], _rung(BAN, "contactverbod", length))
    policy = replace(_with(rungs=rungs), safeguards=_gates(most, None))
    assert _codes(policy) == ([] if fits else [FaultCode.DECISION_TOO_LONG])


def _ranged(*lengths: tuple[Span | None, Span | None]) -> Policy:
    kinds = tuple(
        replace(
            _kind(KindCode(f"soort_{place}"), Severity.LIGHT),
            range=Range(
                measure=MeasureCode("contactverbod"),
                shortest=shortest,
                longest=longest,
                police=PoliceReport.NO,
                ground="g",
            ),
        )
        for place, (shortest, longest) in enumerate(lengths)
    )
    return replace(POLICY, kinds=kinds, ladder=None)


def test_ranges_are_all_in_one_unit() -> None:
    day, month = Span(9, SpanUnit.DAY), Span(1, SpanUnit.MONTH)
    assert _codes(_ranged((day, day), (None, day))) == []
    (fault,) = faults(_ranged((day, day), (None, month)))
    assert (fault.where, fault.code, fault.facts) == (
        ("soort", 2, "bereik"),
        FaultCode.MIXED_UNITS,
        ("dag", "maand"),
    )


def test_a_range_of_an_unknown_measure_is_told() -> None:
    policy = replace(_ranged((None, YEAR)), measures=())
    assert _codes(policy) == [FaultCode.UNKNOWN_MEASURE]


def test_a_kind_in_the_logbook_must_have_a_place() -> None:
    assert lacking(POLICY, [SWEARING, THREAT]) == ()
    (fault,) = lacking(POLICY, [OTHER, SWEARING])
    assert (fault.code, fault.facts) == (FaultCode.KIND_IN_USE, (OTHER,))
    assert lacking(replace(POLICY, replaces=((OTHER, SWEARING),)), [OTHER, SWEARING]) == ()


def test_a_kind_that_is_replaced_weighs_as_the_one_in_its_place() -> None:
    policy = replace(POLICY, replaces=((OTHER, THREAT),))
    assert policy.severity_of([OTHER]) is Severity.SEVERE
    assert policy.label_of(OTHER) == "Bedreiging"
    assert policy.kinds_of([OTHER, THREAT]) == (POLICY.kinds[1],)
    assert POLICY.kinds_of([OTHER]) == ()


@pytest.mark.parametrize(
    ("light", "severe", "at_most", "key"),
    [
        ("12 maanden", "11 maanden", None, "zwaar"),
        ("12 maanden", "36 maanden", "35 maanden", "zwaar_hoogstens"),
    ],
)
def test_what_weighs_more_is_kept_as_long_at_least(
    light: str, severe: str, at_most: str | None, key: str
) -> None:
    kept = ((Severity.LIGHT, Span.parse(light)), (Severity.SEVERE, Span.parse(severe)))
    terms = Terms(severe_kept_at_most=Span.parse(at_most) if at_most is not None else None)
    (fault,) = faults(replace(POLICY, retention=kept, terms=terms))
    assert (fault.where, fault.code) == (("bewaren", key), FaultCode.TERM_TOO_SHORT)


def test_terms_that_rise_are_sound() -> None:
    kept = ((Severity.LIGHT, Span.parse("12 maanden")), (Severity.SEVERE, Span.parse("12 maanden")))
    terms = Terms(severe_kept_at_most=Span.parse("12 maanden"))
    assert faults(replace(POLICY, retention=kept, terms=terms)) == ()
