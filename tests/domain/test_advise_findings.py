"""What the findings of a ladder tell, and what comes next (design 4.3, "Findings")."""

from dataclasses import replace

import pytest
from ladders import History

from agressielog.domain.advice import RuleCode
from agressielog.domain.ladder import Ladder, RungCode
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Delivery, Severity
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


def test_every_rule_of_the_policy_has_a_finding_in_a_fixed_order() -> None:
    assert [found.rule.value for found in History(STANDARD).advice("2026-05-10").findings] == [
        "instap",
        "opvolging",
        "patroon",
        "eerst_waarschuwen",
        "zonder_schriftelijk",
        "overtreding",
    ]
    assert [found.rule.value for found in History(MATRIX).advice("2026-05-10").findings] == [
        "bereik",
        "overtreding",
    ]


def test_a_rule_that_the_policy_does_not_have_has_no_finding() -> None:
    history = History(with_ladder(replace(LADDER, pattern=None, warn_first=None, highest_unwritten=None)))
    assert [found.rule.value for found in history.advice("2026-05-10").findings] == [
        "instap",
        "opvolging",
        "overtreding",
    ]


def test_the_entry_tells_which_incidents_entered_where_and_why() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "schelden")
    number = history.call("2026-05-11", "belediging")
    found = history.finding(RuleCode.ENTRY, "2026-05-11")
    assert (found.met, found.counted, found.rung) == (True, (number,), "schriftelijk")
    assert found.ground == LADDER.entry_ground != ""


def test_the_follow_up_tells_what_was_held_and_where_it_leads() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    written = history.give("schriftelijk", "2026-01-20")
    number = history.call("2026-05-10", "schelden")
    found = history.finding(RuleCode.FOLLOW_UP, "2026-05-10")
    assert (found.met, found.counted, found.measures) == (True, (number,), (written,))
    assert (found.rung, found.ground) == ("verbod_1_maand", LADDER.rungs[2].ground)
    assert history.finding(RuleCode.ENTRY, "2026-05-10").met is False


def test_the_follow_up_on_a_warning_in_a_call_names_that_call() -> None:
    history = History(STANDARD)
    warned = history.call("2026-01-10", "schelden", warned=True)
    history.call("2026-05-10", "schelden")
    found = history.finding(RuleCode.FOLLOW_UP, "2026-05-10")
    assert (found.warned_in, found.measures, found.rung) == ((warned,), (), "schriftelijk")


def test_an_entry_and_a_follow_up_that_lead_to_the_same_rung_are_both_met() -> None:
    history = History(STANDARD)
    history.give("mondeling", "2026-01-10")
    history.call("2026-05-10", "belediging")
    assert [found.rule.value for found in history.advice("2026-05-10").findings if found.met] == [
        "instap",
        "opvolging",
    ]


def test_what_was_held_is_told_where_the_entry_lies_higher() -> None:
    history = History(STANDARD)
    warned = history.call("2026-01-10", "schelden", warned=True)
    history.call("2026-05-10", "bedreiging")
    found = history.finding(RuleCode.FOLLOW_UP, "2026-05-10")
    assert (found.met, found.counted, found.warned_in, found.rung) == (False, (), (warned,), "schriftelijk")


def test_the_follow_up_leads_no_further_than_the_last_rung() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-01-02")
    history.give("verbod_6_maanden", "2026-01-10")
    history.call("2026-08-10", "schelden")
    found = history.finding(RuleCode.FOLLOW_UP, "2026-08-10")
    assert (found.met, found.rung) == (True, "verbod_6_maanden")


def test_where_nothing_was_held_there_is_nothing_to_follow() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "schelden")
    found = history.finding(RuleCode.FOLLOW_UP, "2026-05-10")
    assert (found.met, found.rung, found.ground, found.measures) == (False, None, "", ())


def test_where_nothing_asks_the_entry_says_nothing() -> None:
    found = History(STANDARD).finding(RuleCode.ENTRY, "2026-05-10")
    assert (found.met, found.counted, found.rung) == (False, (), None)


STEEP = with_ladder(
    replace(
        LADDER,
        entries=((Severity.LIGHT, RungCode("verbod_1_maand")), *LADDER.entries[1:]),
        warn_first_ground="eerst waarschuwen",
    )
)


def test_a_warning_first_is_told_where_it_holds_the_advice_back() -> None:
    history = History(STEEP)
    number = history.call("2026-05-10", "schelden")
    found = history.finding(RuleCode.WARN_FIRST, "2026-05-10")
    assert (history.rung("2026-05-10"), found.rung) == ("schriftelijk", "schriftelijk")
    assert (found.met, found.counted, found.ground) == (True, (number,), "eerst waarschuwen")
    assert history.finding(RuleCode.ENTRY, "2026-05-10").rung == "verbod_1_maand"


def test_a_warning_first_that_does_not_shape_the_advice_is_not_met() -> None:
    history = History(STEEP)
    history.call("2026-05-10", "schelden")
    history.call("2026-05-10", "bedreiging")
    assert history.rung("2026-05-10") == "verbod_3_maanden"
    assert not history.finding(RuleCode.WARN_FIRST, "2026-05-10").met


def test_a_ban_without_a_written_warning_tells_what_held_it_back() -> None:
    history = banned()
    number = history.call("2026-09-01", "schelden")
    found = history.finding(RuleCode.UNWRITTEN, "2026-09-01")
    assert (found.met, found.counted, found.rung) == (True, (number,), "verbod_1_maand")
    assert found.ground == LADDER.warn_first_ground != ""
    assert not history.finding(RuleCode.WARN_FIRST, "2026-09-01").met


def test_what_is_held_back_below_the_advice_is_not_told() -> None:
    history = banned()
    history.call("2026-09-01", "schelden")
    history.call("2026-09-01", "bedreiging")
    assert history.rung("2026-09-01") == "verbod_6_maanden"
    assert not history.finding(RuleCode.UNWRITTEN, "2026-09-01").met


def test_the_next_incident_is_of_the_lightest_kind_that_enters_lowest() -> None:
    kinds = tuple(
        replace(kind, entry=RungCode("schriftelijk")) if kind.code == "hinderlijk" else kind
        for kind in STANDARD.kinds
    )
    following = History(replace(STANDARD, kinds=kinds)).advice("2026-05-10").next
    assert following is not None
    assert (following.rung, following.if_kind) == ("mondeling", "schreeuwen")


def test_under_a_policy_by_which_nothing_counts_nothing_comes_next() -> None:
    kinds = tuple(replace(kind, severity=Severity.NONE) for kind in STANDARD.kinds)
    assert History(replace(STANDARD, kinds=kinds)).advice("2026-05-10").next is None


@pytest.mark.parametrize(("on", "following"), [("2027-05-10", "schriftelijk"), ("2027-05-11", "mondeling")])
def test_the_next_incident_is_judged_by_what_still_counts_tomorrow(on: str, following: str) -> None:
    history = History(STANDARD)
    history.call("2026-05-11", "schelden")
    history.call("2026-12-01", "schelden")
    history.decide_none("2026-12-01")
    advised = history.advice(on).next
    assert advised is not None
    assert advised.rung == following


@pytest.mark.parametrize(("way", "following"), [(Delivery.POST, "verbod_1_maand"), (None, "schriftelijk")])
def test_a_written_warning_that_is_advised_is_taken_as_given_in_writing(
    way: Delivery | None, following: str
) -> None:
    history = History(with_ladder(replace(LADDER, highest_unwritten=RungCode("schriftelijk"))))
    history.call("2026-05-10", "belediging")
    if way is None:
        history.give("schriftelijk", "2026-05-10", way=Delivery.READ_OUT)
    advised = history.advice("2026-05-10").next
    assert advised is not None
    assert advised.rung == following
