"""The advice as a whole: what asks, patterns, running bans, breaches and the police (design 4.3)."""

from dataclasses import replace

import pytest
from ladders import History, day

from agressielog.domain.advice import NotCounted, RuleCode
from agressielog.domain.ladder import Ladder, MeasureCode, Pattern, RungCode
from agressielog.domain.measure import EndKind
from agressielog.domain.policy import BREACH, Policy
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Certainty, IncidentStatus, PoliceReport
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")
MATRIX = shipped_policy("gedragsmatrix")
assert STANDARD.ladder is not None
LADDER: Ladder = STANDARD.ladder


def with_ladder(ladder: Ladder) -> Policy:
    """Return `standaard` with another ladder."""
    return replace(STANDARD, ladder=ladder)


def banned(*, first: str = "2026-05-12") -> History:
    """Tell of a threat on 10 May and the ban for it, through 11 August."""
    history = History(STANDARD)
    history.call("2026-05-10", "bedreiging")
    history.give("verbod_3_maanden", "2026-05-12", first=first)
    return history


# The advice is the highest of what the incidents call for.


def test_the_advice_is_the_highest_of_what_asks() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "bedreiging")
    history.call("2026-05-12", "schelden")
    assert history.rung("2026-05-12") == "verbod_3_maanden"
    assert history.advice("2026-05-12").asking == (1, 2)


def test_what_a_decision_left_out_still_asks_and_is_not_judged_by_it() -> None:
    history = History(STANDARD)
    first = history.call("2026-05-10", "schelden")
    second = history.call("2026-05-11", "schelden")
    written = history.give("schriftelijk", "2026-05-12", answers=(first,))
    advice = history.advice("2026-05-20")
    assert (history.rung("2026-05-20"), advice.asking) == ("mondeling", (second,))
    assert advice.later_measures == (written,)


def test_a_measure_before_the_incident_is_no_later_measure() -> None:
    history = banned()
    history.call("2026-05-13", "schelden")
    assert history.advice("2026-05-13").later_measures == ()


def test_a_measure_is_no_later_one_before_it_is_delivered() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "schelden")
    history.give("schriftelijk", "2026-05-12", answers=(), delivered="2026-05-15")
    history.give("schriftelijk", "2026-05-12", answers=(), delivered=None)
    assert [history.advice(on).later_measures for on in ("2026-05-14", "2026-05-15")] == [(), (1,)]


def test_where_nothing_asks_no_measure_is_a_later_one() -> None:
    assert banned().advice("2026-05-20").later_measures == ()


def test_what_does_not_count_is_told_with_the_reason() -> None:
    history = History(STANDARD)
    history.call("2024-05-10", "schelden")
    history.call("2026-05-10", "emotie_kritiek")
    history.call("2026-05-10", "schelden")
    assert history.advice("2026-05-10").not_counted == ((1, NotCounted.TOO_OLD), (2, NotCounted.NEVER))


# Pattern.


@pytest.mark.parametrize(
    ("calls", "advised", "missing"), [(1, "mondeling", 2), (2, "mondeling", 1), (3, "schriftelijk", 0)]
)
def test_a_pattern_is_met_at_its_number(calls: int, advised: str, missing: int) -> None:
    history = History(STANDARD)
    for _ in range(calls):
        history.call("2026-05-10", "schelden")
    found = history.finding(RuleCode.PATTERN, "2026-05-10")
    assert history.rung("2026-05-10") == advised
    assert (found.met, found.missing, len(found.counted)) == (calls == 3, missing, calls)


def test_a_pattern_counts_what_was_answered_but_needs_one_that_asks() -> None:
    history = History(STANDARD)
    for _ in range(3):
        history.call("2026-05-10", "schelden")
    history.decide_none("2026-05-11")
    assert history.rung("2026-05-11") is None
    assert history.finding(RuleCode.PATTERN, "2026-05-11").missing == 1
    history.call("2026-05-12", "schelden")
    assert history.rung("2026-05-12") == "schriftelijk"


def test_calls_that_were_answered_by_their_own_warning_count_for_a_pattern() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "schelden", warned=True)
    history.call("2026-05-11", "schelden")
    history.call("2026-05-12", "schelden")
    assert history.advice("2026-05-12").asking == (2, 3)
    assert history.finding(RuleCode.PATTERN, "2026-05-12").met


def test_a_pattern_never_lifts_above_its_own_rung() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-01")
    for _ in range(4):
        history.call("2026-05-10", "schelden")
    found = history.finding(RuleCode.PATTERN, "2026-05-10")
    assert history.rung("2026-05-10") == "verbod_1_maand"
    assert (found.met, found.missing, found.rung) == (False, 0, "schriftelijk")


def test_a_pattern_never_lowers_the_advice() -> None:
    pattern = Pattern(count=2, rung=RungCode("mondeling"), ground="")
    history = History(with_ladder(replace(LADDER, pattern=pattern)))
    for _ in range(3):
        history.call("2026-05-10", "belediging")
    assert history.rung("2026-05-10") == "schriftelijk"


def test_a_pattern_that_lacks_one_is_not_met_by_an_advice_of_its_rung() -> None:
    history = History(STANDARD)
    for _ in range(2):
        history.call("2026-05-10", "belediging")
    found = history.finding(RuleCode.PATTERN, "2026-05-10")
    assert (history.rung("2026-05-10"), found.met, found.missing) == ("schriftelijk", False, 1)
    assert found.ground.startswith("Drie in een jaar")


# While a ban runs.


@pytest.mark.parametrize(
    ("on", "breach", "starts"),
    [
        ("2026-05-11", False, None),
        ("2026-05-12", True, "2026-08-12"),
        ("2026-08-11", True, "2026-08-12"),
        ("2026-08-12", False, None),
    ],
)
def test_a_measure_for_a_call_during_a_ban_starts_the_day_after_its_end(
    on: str, breach: bool, starts: str | None
) -> None:
    history = banned()
    number = history.call(on, "schelden")
    found = history.finding(RuleCode.BREACH, on)
    assert history.advice(on).not_before == (day(starts) if starts is not None else None)
    assert (found.met, found.counted, found.measures) == (
        (True, (number,), (1,)) if breach else (False, (), ())
    )


def test_a_call_during_a_ban_climbs_by_the_same_rules_and_makes_the_ban_no_longer() -> None:
    history = banned()
    history.call("2026-06-01", "bedreiging")
    assert history.rung("2026-06-01") == "verbod_6_maanden"
    assert history.measures[0].last == day("2026-08-11")


def test_a_call_after_the_ban_that_is_judged_later_must_not_wait() -> None:
    history = banned()
    history.call("2026-06-01", "schelden")
    assert history.advice("2026-09-01").not_before is None
    assert history.finding(RuleCode.BREACH, "2026-09-01").met


def test_a_ban_that_was_lifted_need_not_be_waited_for() -> None:
    history = banned()
    history.end(history.measures[0].id, EndKind.LIFTED, "2026-06-10")
    history.call("2026-06-01", "schelden")
    starts = {on: history.advice(on).not_before for on in ("2026-06-09", "2026-06-10", "2026-06-11")}
    assert starts == {"2026-06-09": day("2026-08-12"), "2026-06-10": day("2026-06-11"), "2026-06-11": None}


def test_a_ban_that_follows_on_another_is_waited_for_too() -> None:
    history = banned()
    history.call("2026-06-01", "schelden")
    history.give("verbod_1_maand", "2026-06-02", first="2026-08-12")
    history.call("2026-06-10", "schelden")
    assert history.advice("2026-06-10").not_before == day("2026-09-12")


@pytest.mark.parametrize(
    ("delivered", "starts"), [("2026-06-10", "2026-09-12"), ("2026-06-11", "2026-08-12")]
)
def test_a_ban_that_follows_is_waited_for_once_it_is_delivered(delivered: str, starts: str) -> None:
    history = banned()
    history.call("2026-06-01", "schelden")
    history.give("verbod_1_maand", "2026-06-02", first="2026-08-12", delivered=delivered)
    history.call("2026-06-10", "schelden")
    assert history.advice("2026-06-10").not_before == day(starts)


def test_the_longest_of_two_bans_at_once_is_waited_for() -> None:
    history = banned()
    history.give("verbod_1_maand", "2026-05-12")
    history.call("2026-05-20", "schelden")
    assert history.advice("2026-05-20").not_before == day("2026-08-12")
    assert history.finding(RuleCode.BREACH, "2026-05-20").measures == (1, 2)


def test_a_ban_that_has_not_begun_is_not_waited_for() -> None:
    history = banned(first="2026-06-01")
    history.call("2026-05-20", "schelden")
    assert history.advice("2026-05-20").not_before is None


def test_a_restriction_leaves_contact_open_and_is_no_ban() -> None:
    history = History(STANDARD)
    history.give_off_ladder("contactbeperking", "2026-05-12", last="2026-08-11")
    history.call("2026-06-01", "bedreiging")
    assert history.advice("2026-06-01").not_before is None
    assert not history.finding(RuleCode.BREACH, "2026-06-01").met


@pytest.mark.parametrize("measure", ["contactverbod", "verbod_van_vroeger"])
def test_a_ban_off_the_ladder_runs_like_any_other(measure: str) -> None:
    history = History(STANDARD)
    history.give_off_ladder(measure, "2026-05-12", last="2026-08-11")
    history.call("2026-06-01", "schelden")
    assert history.advice("2026-06-01").not_before == day("2026-08-12")


def test_where_nothing_is_advised_there_is_nothing_to_wait_for() -> None:
    assert banned().advice("2026-05-20").not_before is None


# Breaches.


def breached(*days: str, policy: Policy = STANDARD) -> History:
    """Tell of a ban from 12 May through 11 August, and of calls in spite of it."""
    history = History(policy)
    history.call("2026-05-10", "bedreiging")
    history.give("verbod_3_maanden", "2026-05-12")
    for on in days:
        history.call(on, BREACH)
    return history


@pytest.mark.parametrize(
    ("days", "listed"),
    [
        (("2026-05-12", "2026-06-01"), ()),
        (("2026-05-12", "2026-06-01", "2026-08-11"), (2, 3, 4)),
        (("2026-05-11", "2026-06-01", "2026-08-11"), ()),
        (("2026-05-12", "2026-06-01", "2026-08-12"), ()),
        (("2026-05-12", "2026-06-01", "2026-06-01", "2026-08-12"), (2, 3, 4)),
    ],
)
def test_three_breaches_within_one_ban_ask_for_a_look(days: tuple[str, ...], listed: tuple[int, ...]) -> None:
    advice = breached(*days).advice("2026-11-20")
    assert (advice.to_review, advice.measure) == (listed, None)


def test_breaches_of_two_bans_are_not_added_up() -> None:
    history = breached("2026-06-01", "2026-06-02")
    history.give("verbod_6_maanden", "2026-09-01", answers=())
    history.call("2026-09-10", BREACH)
    assert history.advice("2026-09-10").to_review == ()


def test_a_breach_that_a_decision_lists_asks_for_no_look() -> None:
    history = breached("2026-06-01", "2026-06-02", "2026-06-03")
    history.decide_none("2026-06-03", history.incidents[1].id)
    assert history.advice("2026-06-03").to_review == ()


@pytest.mark.parametrize(
    ("on", "listed"), [("2026-06-02", ()), ("2026-06-03", (2, 3, 4)), ("2026-06-04", (2, 3, 4))]
)
def test_a_breach_is_there_from_its_own_day_on(on: str, listed: tuple[int, ...]) -> None:
    assert breached("2026-06-01", "2026-06-02", "2026-06-03").advice(on).to_review == listed


def test_a_breach_with_a_kind_that_counts_counts_by_that_kind() -> None:
    history = breached("2026-06-01", "2026-06-02")
    history.call("2026-06-03", BREACH, "schelden")
    assert history.advice("2026-06-03").to_review == ()
    assert history.advice("2026-06-03").asking == (4,)


@pytest.mark.parametrize(
    ("status", "certainty"),
    [("afgewezen", "zeker"), ("ingetrokken", "zeker"), ("gemeld", "vermoedelijk")],
)
def test_what_does_not_stand_is_no_breach(status: str, certainty: str) -> None:
    history = breached("2026-06-01", "2026-06-02")
    history.call("2026-06-03", BREACH, status=IncidentStatus(status), certainty=Certainty(certainty))
    assert history.advice("2026-06-03").to_review == ()


def test_a_call_of_another_kind_that_never_counts_is_no_breach() -> None:
    history = breached("2026-06-01", "2026-06-02")
    history.call("2026-06-03", "emotie_kritiek")
    assert history.advice("2026-06-03").to_review == ()


def test_a_policy_may_ask_for_no_look() -> None:
    policy = replace(STANDARD, breaches_from=None)
    history = breached("2026-06-01", "2026-06-02", "2026-06-03", policy=policy)
    assert history.advice("2026-06-03").to_review == ()


# A rung with two measures, a rung with a range, and the police.


def test_the_advice_carries_what_its_rung_says() -> None:
    rungs = tuple(
        replace(
            one,
            companions=(MeasureCode("ordegesprek"),),
            shortest=Span(12, SpanUnit.MONTH),
            longest=Span(24, SpanUnit.MONTH),
            police=PoliceReport.YES,
        )
        if one.code == "schriftelijk"
        else one
        for one in LADDER.rungs
    )
    history = History(with_ladder(replace(LADDER, rungs=rungs)))
    history.call("2026-05-10", "belediging")
    advice = history.advice("2026-05-10")
    assert advice.measure == "schriftelijke_waarschuwing"
    assert (str(advice.shortest), str(advice.longest)) == ("12 maanden", "24 maanden")
    assert (advice.companions, advice.police) == (("ordegesprek",), PoliceReport.YES)


def test_the_police_are_told_of_by_the_strongest_that_asks() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "bedreiging")
    history.decide_none("2026-05-10")
    history.call("2026-05-11", "schelden")
    assert history.advice("2026-05-11").police is PoliceReport.NO
    history.call("2026-05-11", "schelden", "belediging")
    assert history.advice("2026-05-11").police is PoliceReport.CONSIDER


def test_a_kind_that_never_counts_says_nothing_about_the_police() -> None:
    kinds = tuple(
        replace(kind, police=PoliceReport.YES) if kind.code == "emotie_kritiek" else kind
        for kind in STANDARD.kinds
    )
    history = History(replace(STANDARD, kinds=kinds))
    history.call("2026-05-10", "emotie_kritiek", "schelden")
    assert history.advice("2026-05-10").police is PoliceReport.NO
