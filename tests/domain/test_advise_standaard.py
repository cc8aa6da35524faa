"""What `standaard` advises: the examples of its makers, row by row (domain 8.1 and 8.2, design 4.3)."""

import pytest
from ladders import History, day

from agressielog.domain.advice import RuleCode
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")


def advised(history: History, on: str) -> tuple[str | None, str | None]:
    """Return the measure and the length that are advised."""
    advice = history.advice(on)
    return advice.measure, str(advice.longest) if advice.longest is not None else None


def met(history: History, on: str) -> list[str]:
    """Return the rules that shaped or mark the advice."""
    return [finding.rule.value for finding in history.advice(on).findings if finding.met]


@pytest.mark.parametrize(
    ("kind", "measure", "length", "police"),
    [
        ("emotie_kritiek", None, None, "nee"),
        ("onwel_verward", None, None, "nee"),
        ("drammen", None, None, "nee"),
        ("overtreding_contactverbod", None, None, "nee"),
        ("hinderlijk", "mondelinge_waarschuwing", None, "nee"),
        ("schreeuwen", "mondelinge_waarschuwing", None, "nee"),
        ("kleineren", "mondelinge_waarschuwing", None, "nee"),
        ("schelden", "mondelinge_waarschuwing", None, "nee"),
        ("belediging", "schriftelijke_waarschuwing", None, "overwegen"),
        ("intimidatie", "schriftelijke_waarschuwing", None, "nee"),
        ("discriminatie", "schriftelijke_waarschuwing", None, "overwegen"),
        ("seksuele_intimidatie", "schriftelijke_waarschuwing", None, "overwegen"),
        ("bedreiging", "contactverbod", "3 maanden", "ja"),
        ("belaging", "contactverbod", "3 maanden", "ja"),
        ("fysiek_vernieling", "contactverbod", "3 maanden", "ja"),
    ],
)
def test_the_first_time_each_kind_enters_at_its_own_rung(
    kind: str, measure: str | None, length: str | None, police: str
) -> None:
    history = History(STANDARD)
    history.call("2026-01-10", kind)
    assert advised(history, "2026-01-10") == (measure, length)
    assert history.advice("2026-01-10").police.value == police


def test_a_caller_who_was_warned_in_the_call_needs_nothing_more() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden", warned=True)
    assert advised(history, "2026-01-10") == (None, None)


@pytest.mark.parametrize(
    ("on", "measure"),
    [
        ("2027-01-09", "schriftelijke_waarschuwing"),
        ("2027-01-10", "schriftelijke_waarschuwing"),
        ("2027-01-11", "mondelinge_waarschuwing"),
    ],
)
def test_within_a_year_of_a_warning_in_the_call_the_written_one_follows(on: str, measure: str) -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden", warned=True)
    history.call(on, "schelden")
    assert advised(history, on) == (measure, None)


def test_three_times_in_four_months_and_nobody_ever_warned_is_a_written_warning() -> None:
    history = History(STANDARD)
    for on in ("2026-01-10", "2026-03-02", "2026-05-01"):
        history.call(on, "schelden")
    assert advised(history, "2026-05-01") == ("schriftelijke_waarschuwing", None)
    assert met(history, "2026-05-01") == ["patroon"]


def test_six_times_is_still_no_ban() -> None:
    history = History(STANDARD)
    for month in range(1, 7):
        history.call(f"2026-0{month}-01", "schelden")
    assert advised(history, "2026-06-01") == ("schriftelijke_waarschuwing", None)


def climbed() -> History:
    """Tell of somebody who went all the way up: a written warning, and bans of 1, 3 and 6 months."""
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    history.give("schriftelijk", "2026-01-20")
    history.call("2026-05-01", "schelden")
    history.give("verbod_1_maand", "2026-05-03")
    history.call("2026-08-01", "schelden")
    history.give("verbod_3_maanden", "2026-08-03")
    history.call("2027-01-01", "schelden")
    history.give("verbod_6_maanden", "2027-01-03")
    history.call("2027-09-01", "schelden")
    return history


@pytest.mark.parametrize(
    ("on", "length"),
    [
        ("2026-05-02", "1 maand"),
        ("2026-08-02", "3 maanden"),
        ("2027-01-02", "6 maanden"),
        ("2027-09-02", "6 maanden"),
    ],
)
def test_after_a_written_warning_bans_grow_to_six_months_and_no_further(on: str, length: str) -> None:
    history = climbed()
    assert advised(history, on) == ("contactverbod", length)
    assert met(history, on) == ["opvolging"]


def test_no_decision_of_standaard_reaches_further_than_a_year() -> None:
    assert STANDARD.safeguards is not None
    assert str(STANDARD.safeguards.longest_decision) == "12 maanden"
    assert str(STANDARD.safeguards.longest_without_new) == "6 maanden"


@pytest.mark.parametrize(
    ("on", "length"),
    [("2027-06-01", "3 maanden"), ("2027-06-02", "3 maanden"), ("2027-06-03", None)],
)
def test_a_ban_counts_until_a_year_after_its_last_day(on: str, length: str | None) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-01-20")
    history.give("verbod_1_maand", "2026-05-03")
    history.call(on, "schelden")
    assert advised(history, on)[1] == length


def test_five_times_criticism_is_never_a_reason_for_anything() -> None:
    history = History(STANDARD)
    for month in range(1, 6):
        history.call(f"2026-0{month}-01", "emotie_kritiek")
    assert advised(history, "2026-05-01") == (None, None)


def test_an_advice_that_was_answered_by_no_measure_is_gone_and_a_new_incident_gets_its_own() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    history.decide_none("2026-01-12")
    assert advised(history, "2026-01-12") == (None, None)
    new = history.call("2026-02-01", "schelden")
    assert advised(history, "2026-02-01") == ("mondelinge_waarschuwing", None)
    assert history.advice("2026-02-01").asking == (new,)


def test_an_incident_in_month_eleven_is_judged_by_the_warning_of_that_moment() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    history.give("schriftelijk", "2026-01-20")
    history.call("2026-12-20", "schelden")
    assert advised(history, "2027-02-20") == ("contactverbod", "1 maand")


def test_a_threat_still_brings_its_ban_when_warned_in_the_call() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "bedreiging", warned=True)
    assert advised(history, "2026-01-10") == ("contactverbod", "3 maanden")


def test_after_the_ban_for_a_threat_one_more_shout_is_a_month_and_not_six() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "bedreiging")
    history.give("verbod_3_maanden", "2026-01-12")
    history.call("2026-06-01", "schelden")
    assert advised(history, "2026-06-01") == ("contactverbod", "1 maand")
    assert met(history, "2026-06-01") == ["opvolging", "zonder_schriftelijk"]


def test_after_the_ban_for_a_threat_a_second_threat_is_six_months() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "bedreiging")
    history.give("verbod_3_maanden", "2026-01-12")
    history.call("2026-06-01", "bedreiging")
    assert advised(history, "2026-06-01") == ("contactverbod", "6 maanden")


def test_the_first_rung_may_also_be_a_talk() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    assert history.advice("2026-01-10").alternatives == ("ordegesprek",)


@pytest.mark.parametrize(
    ("told", "on", "rung", "kind"),
    [
        ([], "2026-01-10", "mondeling", "hinderlijk"),
        (["schelden"], "2026-01-10", "schriftelijk", "hinderlijk"),
        (["schelden", "schelden"], "2026-01-10", "schriftelijk", "hinderlijk"),
        (["belediging"], "2026-01-10", "verbod_1_maand", "hinderlijk"),
        (["bedreiging"], "2026-01-10", "verbod_1_maand", "hinderlijk"),
    ],
)
def test_the_advice_says_what_one_more_light_incident_would_bring(
    told: list[str], on: str, rung: str, kind: str
) -> None:
    history = History(STANDARD)
    for one in told:
        history.call(on, one)
    following = history.advice(on).next
    assert following is not None
    assert (following.rung, following.if_kind) == (rung, kind)


def test_where_nothing_asks_the_findings_still_tell_where_the_caller_stands() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    history.call("2026-01-11", "schelden")
    warning = history.give("schriftelijk", "2026-01-20")
    advice = history.advice("2026-01-20")
    followed, pattern = (
        next(f for f in advice.findings if f.rule is rule) for rule in (RuleCode.FOLLOW_UP, RuleCode.PATTERN)
    )
    assert (followed.met, followed.rung, followed.measures) == (False, "verbod_1_maand", (warning,))
    assert (pattern.met, len(pattern.counted), pattern.missing) == (False, 2, 1)


def test_an_advice_lapses_the_day_after_its_incident_leaves_the_window() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    assert history.advice("2026-01-10").lapses_on == day("2027-01-11")


def test_an_advice_stands_as_long_as_one_of_its_incidents_does() -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    history.call("2026-03-10", "schelden")
    assert history.advice("2026-03-10").lapses_on == day("2027-03-11")


def test_a_pattern_lapses_with_its_oldest_incident() -> None:
    history = History(STANDARD)
    for on in ("2026-01-10", "2026-03-02", "2026-05-01"):
        history.call(on, "schelden")
    assert history.advice("2026-05-01").lapses_on == day("2027-01-11")
