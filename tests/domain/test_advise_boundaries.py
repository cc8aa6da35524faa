"""The nine boundary decisions of domain 8.4, each at the day before, the day and the day after."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from ladders import History, day

from agressielog.domain.advice import RuleCode
from agressielog.domain.climbing import leaning_on
from agressielog.domain.identity import IncidentId
from agressielog.domain.measure import EndKind
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")


@pytest.mark.parametrize(
    ("on", "advised"), [("2027-05-11", "mondeling"), ("2027-05-12", "mondeling"), ("2027-05-13", None)]
)
def test_1_within_a_year_includes_the_same_day_a_year_later(on: str, advised: str | None) -> None:
    history = History(STANDARD)
    history.call("2026-05-12", "schelden")
    assert history.rung(on) == advised


@pytest.mark.parametrize(
    ("on", "advised"), [("2025-02-27", "mondeling"), ("2025-02-28", "mondeling"), ("2025-03-01", None)]
)
def test_2_a_year_from_29_february_ends_on_28_february(on: str, advised: str | None) -> None:
    history = History(STANDARD)
    history.call("2024-02-29", "schelden")
    assert history.rung(on) == advised


@pytest.mark.parametrize(
    ("on", "waits"),
    [("2026-02-26", "2026-02-28"), ("2026-02-27", "2026-02-28"), ("2026-02-28", None)],
)
def test_3_a_month_from_31_january_is_clamped_to_february(on: str, waits: str | None) -> None:
    history = History(STANDARD)
    history.give("verbod_1_maand", "2026-01-31")
    history.call(on, "schelden")
    assert history.advice(on).not_before == (day(waits) if waits is not None else None)


@pytest.mark.parametrize(
    ("on", "advised"),
    [("2026-05-19", "mondeling"), ("2026-05-20", "mondeling"), ("2026-05-21", "verbod_1_maand")],
)
def test_4_a_warning_holds_after_the_day_of_delivery_and_not_of_decision(on: str, advised: str) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12", delivered="2026-05-20")
    history.call(on, "schelden")
    assert history.rung(on) == advised


@pytest.mark.parametrize(
    ("on", "advised"),
    [("2027-05-19", "verbod_1_maand"), ("2027-05-20", "verbod_1_maand"), ("2027-05-21", "mondeling")],
)
def test_4_the_term_of_a_warning_runs_from_delivery(on: str, advised: str) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12", delivered="2026-05-20")
    history.call(on, "schelden")
    assert history.rung(on) == advised


@pytest.mark.parametrize(
    ("on", "waits"),
    [("2026-06-10", "2026-06-12"), ("2026-06-11", "2026-06-12"), ("2026-06-12", None)],
)
def test_4_the_term_of_a_ban_runs_from_its_first_day_and_not_from_delivery(
    on: str, waits: str | None
) -> None:
    history = History(STANDARD)
    history.give("verbod_1_maand", "2026-05-10", first="2026-05-12", delivered="2026-05-20")
    history.call(on, "schelden")
    assert history.advice(on).not_before == (day(waits) if waits is not None else None)


@pytest.mark.parametrize("on", ["2026-05-11", "2026-05-12", "2026-05-13"])
def test_4_a_measure_that_was_not_delivered_holds_nothing(on: str) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12", delivered=None)
    history.call(on, "schelden")
    assert history.rung(on) == "mondeling"


@pytest.mark.parametrize(
    ("on", "breach"), [("2026-06-10", True), ("2026-06-11", True), ("2026-06-12", False)]
)
def test_5_the_last_day_of_a_ban_still_bans(on: str, breach: bool) -> None:
    history = History(STANDARD)
    history.give("verbod_1_maand", "2026-05-12")
    history.call(on, "schelden")
    assert history.advice(on).findings[-1].met is breach


@pytest.mark.parametrize(
    ("hour", "on", "asks"),
    [
        (0, "2026-05-11", False),
        (0, "2026-05-12", True),
        (0, "2026-05-13", True),
        (23, "2026-05-11", False),
        (23, "2026-05-12", True),
        (23, "2026-05-13", True),
    ],
)
def test_6_a_call_belongs_to_its_day_in_amsterdam(hour: int, on: str, asks: bool) -> None:
    history = History(STANDARD)
    history.call("2026-05-12", "schelden", hour=hour)
    assert bool(history.advice(on).asking) is asks


@pytest.mark.parametrize(
    ("night", "on", "asking"),
    [
        ("2026-03-29", "2026-03-28", 0),
        ("2026-03-29", "2026-03-29", 2),
        ("2026-03-29", "2026-03-30", 2),
        ("2026-03-29", "2027-03-28", 2),
        ("2026-03-29", "2027-03-29", 2),
        ("2026-03-29", "2027-03-30", 0),
        ("2026-10-25", "2026-10-24", 0),
        ("2026-10-25", "2026-10-25", 2),
        ("2026-10-25", "2026-10-26", 2),
        ("2026-10-25", "2027-10-24", 2),
        ("2026-10-25", "2027-10-25", 2),
        ("2026-10-25", "2027-10-26", 0),
    ],
)
def test_6_the_nights_on_which_the_clock_changes_are_days_like_any_other(
    night: str, on: str, asking: int
) -> None:
    history = History(STANDARD)
    for hour in (0, 23):
        history.call(night, "schelden", hour=hour)
    assert len(history.advice(on).asking) == asking


@pytest.mark.parametrize(
    ("at", "calls"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 3),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 3),
    ],
)
def test_6_the_hour_that_comes_twice_is_counted_once(at: datetime, calls: int) -> None:
    history = History(STANDARD)
    history.call("2026-10-24", "schelden", hour=23)
    history.incidents.append(replace(history.incidents[0], id=IncidentId(2), at=at))
    history.call("2026-10-26", "schelden", hour=0)
    assert len(history.finding(RuleCode.PATTERN, "2026-10-26").counted) == calls
    assert len(history.finding(RuleCode.PATTERN, "2026-10-25").counted) == calls - 1


@pytest.mark.parametrize(
    ("happened", "advised", "later"),
    [
        ("2026-05-11", "mondeling", (1,)),
        ("2026-05-12", "mondeling", (1,)),
        ("2026-05-13", "verbod_1_maand", ()),
    ],
)
def test_7_an_incident_entered_late_is_judged_by_its_own_moment_and_later_measures_are_told(
    happened: str, advised: str, later: tuple[int, ...]
) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12")
    history.call(happened, "schelden")
    advice = history.advice("2026-06-20")
    assert (history.rung("2026-06-20"), advice.later_measures) == (advised, later)


@pytest.mark.parametrize("on", ["2026-06-19", "2026-06-20", "2026-06-21"])
def test_8_an_annulled_measure_never_counted_and_what_leaned_on_it_is_flagged(on: str) -> None:
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    warning = history.give("schriftelijk", "2026-01-20")
    second = history.call("2026-05-10", "schelden")
    ban = history.give("verbod_1_maand", "2026-05-12", answers=(second,))
    history.end(warning, EndKind.ANNULLED, "2026-06-20")
    annulled = history.measures[warning - 1]
    assert history.advice(on).asking == (1,)
    assert leaning_on(annulled, history.dossier, STANDARD, day("2026-06-20")) == (ban,)


@pytest.mark.parametrize(
    ("on", "breach"), [("2026-05-11", False), ("2026-05-12", True), ("2026-05-13", True)]
)
def test_9_a_call_during_a_ban_is_told_apart_and_makes_it_no_longer(on: str, breach: bool) -> None:
    history = History(STANDARD)
    history.give("verbod_1_maand", "2026-05-12")
    history.call(on, "overtreding_contactverbod", "schelden")
    assert history.advice(on).findings[-1].met is breach
    assert history.measures[0].last == day("2026-06-11")
