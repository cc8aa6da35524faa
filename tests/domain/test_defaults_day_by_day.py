"""The numbers of the default policy (domain 8.2 and 8.3) at work: on the day before, on the day, on the day after."""

from datetime import date, timedelta

import pytest
from decisions import decision, on_the_day, proposal
from ladders import History, day

from agressielog.application.measure_life import answer_day
from agressielog.application.proposing import review_day
from agressielog.domain.decision import MeasureStatus
from agressielog.domain.gates import refusals
from agressielog.domain.measure import EndKind
from agressielog.domain.staleness import is_stale
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")


@pytest.mark.parametrize(
    ("third", "advised"),
    [
        ("2027-01-09", "schriftelijk"),
        ("2027-01-10", "schriftelijk"),
        ("2027-01-11", "mondeling"),
    ],
)
def test_three_within_twelve_months_are_a_pattern(third: str, advised: str) -> None:
    """`patroon`: 3 in 12 maanden, our own choice; the window is P1, P2, P4 and NHS."""
    history = History(STANDARD)
    history.call("2026-01-10", "schelden")
    history.call("2026-06-10", "schelden")
    history.call(third, "schelden")
    assert history.rung(third) == advised


@pytest.mark.parametrize(
    ("calls", "advised"), [(2, "mondeling"), (3, "schriftelijk"), (4, "schriftelijk"), (9, "schriftelijk")]
)
def test_two_are_no_pattern_and_nine_are_no_more_than_one(calls: int, advised: str) -> None:
    history = History(STANDARD)
    for month in range(1, calls + 1):
        history.call(f"2026-{month:02}-10", "schelden")
    assert history.rung("2026-09-10") == advised


@pytest.mark.parametrize(
    ("on", "advised"),
    [
        ("2027-01-09", "schriftelijk"),
        ("2027-01-10", "schriftelijk"),
        ("2027-01-11", "mondeling"),
    ],
)
def test_a_warning_in_the_call_counts_twelve_months(on: str, advised: str) -> None:
    """`trede mondeling, geldig`: P5, P12, P13; the year is our own choice."""
    history = History(STANDARD)
    history.call("2026-01-10", "schelden", warned=True)
    history.call(on, "schelden")
    assert history.rung(on) == advised


@pytest.mark.parametrize(
    ("on", "advised"),
    [
        ("2026-01-12", "mondeling"),
        ("2026-01-13", "verbod_1_maand"),
        ("2027-01-11", "verbod_1_maand"),
        ("2027-01-12", "verbod_1_maand"),
        ("2027-01-13", "mondeling"),
    ],
)
def test_a_written_warning_counts_twelve_months_from_the_day_after_delivery(on: str, advised: str) -> None:
    """`trede schriftelijk, geldig`: P1, the yellow card of a year."""
    history = History(STANDARD)
    history.give("schriftelijk", "2026-01-12")
    history.call(on, "schelden")
    assert history.rung(on) == advised


@pytest.mark.parametrize(
    ("rung", "last", "following"),
    [
        ("verbod_1_maand", "2026-06-11", "verbod_3_maanden"),
        ("verbod_3_maanden", "2026-08-11", "verbod_6_maanden"),
        ("verbod_6_maanden", "2026-11-11", "verbod_6_maanden"),
    ],
)
@pytest.mark.parametrize(("later", "counts"), [(-1, True), (0, True), (1, False)])
def test_a_ban_counts_until_twelve_months_after_its_last_day(
    rung: str, last: str, following: str, *, later: int, counts: bool
) -> None:
    """The ladder of P5: 1, 3 and 6 months; the year after it is the window."""
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-01")
    history.give(rung, "2026-05-12")
    assert history.measures[-1].last == day(last)
    on = (STANDARD.window.after(day(last)) + timedelta(days=later)).isoformat()
    history.call(on, "schelden")
    assert history.rung(on) == (following if counts else "mondeling")


@pytest.mark.parametrize(
    ("last", "reasons"), [("2027-05-10", []), ("2027-05-11", []), ("2027-05-12", ["te_lang"])]
)
def test_no_decision_lasts_longer_than_twelve_months(last: str, reasons: list[str]) -> None:
    """`besluit, hoogstens`: P9, two years cut back to one."""
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-01")
    history.call("2026-05-11", "schelden")
    told = proposal(
        decided_on=date(2026, 5, 12), first=date(2026, 5, 12), last=day(last), deviation="ernstig"
    )
    found = refusals(told, STANDARD, history.advice("2026-05-12"))
    assert [reason.code.value for reason in found] == reasons


@pytest.mark.parametrize(
    ("last", "review"),
    [
        ("2026-06-11", "2026-05-27"),
        ("2026-08-11", "2026-06-27"),
        ("2026-11-10", "2026-08-11"),
        ("2026-11-11", "2026-08-12"),
        ("2026-11-12", "2026-08-12"),
        ("2027-05-09", "2026-11-09"),
        ("2027-05-10", "2026-11-10"),
        ("2027-05-11", "2026-11-10"),
    ],
)
def test_a_ban_is_reviewed_half_way(last: str, review: str) -> None:
    """`evaluatie`: half-way, rounded down, is our own choice; after six months at the latest is Stockton's."""
    assert review_day(STANDARD, date(2026, 5, 12), day(last)) == day(review)


@pytest.mark.parametrize(
    ("last", "review"),
    [
        ("2027-05-11", "2026-11-10"),
        ("2027-05-14", "2026-11-12"),
        ("2027-05-15", "2026-11-12"),
        ("2028-05-11", "2026-11-12"),
    ],
)
def test_a_ban_of_more_than_a_year_on_paper_is_still_reviewed_after_six_months(
    last: str, review: str
) -> None:
    assert review_day(STANDARD, date(2026, 5, 12), day(last)) == day(review)


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        ("2026-11-19", "2026-12-17"),
        ("2026-11-20", "2026-12-18"),
        ("2026-11-21", "2026-12-21"),
        ("2026-11-22", "2026-12-21"),
        ("2026-11-23", "2026-12-21"),
        ("2026-11-27", "2026-12-28"),
    ],
)
def test_an_objection_is_answered_within_four_weeks_and_never_on_a_day_off(
    received: str, answer: str
) -> None:
    """`rechtsmiddel, antwoord` and `schuift`: P6 and CCV; the Algemene termijnenwet."""
    assert answer_day(day(received), STANDARD) == day(answer)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-05-11", MeasureStatus.UNDELIVERED),
        ("2026-05-12", MeasureStatus.IN_FORCE),
        ("2026-06-11", MeasureStatus.IN_FORCE),
        ("2026-06-12", MeasureStatus.OVER),
    ],
)
def test_a_ban_of_a_month_from_12_may_runs_through_11_june(on: str, status: MeasureStatus) -> None:
    told = decision(
        decided_on=date(2026, 5, 11),
        first=date(2026, 5, 12),
        last=date(2026, 6, 11),
        delivered=on_the_day(date(2026, 5, 12)),
    )
    assert told.status(day(on)) is status


@pytest.mark.parametrize(
    ("seen", "stale"), [("2025-11-23", False), ("2025-11-22", True), ("2025-11-21", True)]
)
def test_a_number_is_old_after_twelve_months(seen: str, *, stale: bool) -> None:
    """`nummer, verouderd_na`: gsmhelpdesk."""
    assert is_stale(day(seen), date(2026, 11, 22), STANDARD.number_stale_after) is stale


@pytest.mark.parametrize("kind", [EndKind.WITHDRAWN, EndKind.LIFTED])
@pytest.mark.parametrize(
    ("on", "advised"),
    [("2026-06-19", "verbod_1_maand"), ("2026-06-20", "verbod_1_maand"), ("2026-06-21", "mondeling")],
)
def test_a_warning_that_is_ended_holds_through_that_day(kind: EndKind, on: str, advised: str) -> None:
    history = History(STANDARD)
    warning = history.give("schriftelijk", "2026-01-12")
    history.end(warning, kind, "2026-06-20")
    history.call(on, "schelden")
    assert history.rung(on) == advised
