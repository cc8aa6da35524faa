"""What a report counts, and with what it compares that."""

from datetime import UTC, date, datetime

import pytest
import story

from agressielog.application.ports.logbook import Store
from agressielog.application.report import Report, month_just_ended, report
from agressielog.domain.figures import Change, Figures
from agressielog.domain.period import PeriodSort, parse_period

WEEK, MONTH, QUARTER, YEAR = PeriodSort


def stored_on(store: Store, *days: str) -> None:
    """Store an incident at noon on each of these days."""
    for day in days:
        story.stored(store, at=datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC))


def reported(store: Store, sort: PeriodSort, name: str, on: str) -> Report:
    day = date.fromisoformat(on)
    return report(store, story.policy(), parse_period(name, sort, day), day, story.NOW)


def test_a_month_is_compared_with_the_month_before_and_the_same_month_last_year(store: Store) -> None:
    stored_on(store, "2025-10-31", "2026-09-01", "2026-09-30", "2026-10-01", "2026-10-02", "2026-10-31")
    found = reported(store, MONTH, "2026-10", on="2026-11-20")
    assert (found.figures.total, found.running, found.begun) == (3, False, True)
    assert (found.previous.period.name, found.last_year.period.name) == ("2026-09", "2025-10")
    assert found.change_from(found.previous) == Change(now=3, before=2)
    assert found.change_from(found.last_year) == Change(now=3, before=1)


def test_a_year_has_only_one_year_to_compare_with(store: Store) -> None:
    stored_on(store, "2024-03-01", "2025-03-01")
    found = reported(store, YEAR, "2025", on="2026-11-20")
    assert found.previous == found.last_year
    assert found.previous.figures.total == 1


def test_what_happened_after_the_day_that_is_judged_is_not_counted(store: Store) -> None:
    stored_on(store, "2026-10-12", "2026-10-13")
    found = reported(store, MONTH, "2026-10", on="2026-10-12")
    assert (found.figures.total, found.until, found.running) == (1, date(2026, 10, 12), True)


def test_on_its_last_day_a_period_is_complete(store: Store) -> None:
    assert not reported(store, MONTH, "2026-10", on="2026-10-31").running


def test_a_running_period_is_compared_with_as_much_of_the_earlier_one(store: Store) -> None:
    stored_on(store, "2026-10-12", "2026-10-13", "2026-11-12")
    found = reported(store, MONTH, "2026-11", on="2026-11-12")
    assert found.change_from(found.previous) == Change(now=1, before=1)
    assert found.previous.figures.total == 2


@pytest.mark.parametrize(
    ("sort", "name", "on", "compared"),
    [
        # The same weekday of a week, the same day of a month.
        (WEEK, "2026-W46", "2026-11-11", ("2026-11-04", "2025-11-12")),
        (MONTH, "2026-11", "2026-11-12", ("2026-10-12", "2025-11-12")),
        (QUARTER, "2026-K3", "2026-08-15", ("2026-05-15", "2025-08-15")),
        (QUARTER, "2026-K1", "2026-01-20", ("2025-10-20", "2025-01-20")),
        (YEAR, "2026", "2026-11-12", ("2025-11-12", "2025-11-12")),
        # A day that the other month lacks is its last.
        (MONTH, "2026-03", "2026-03-30", ("2026-02-28", "2025-03-30")),
        (YEAR, "2024", "2024-02-29", ("2023-02-28", "2023-02-28")),
        # A whole period is compared with a whole one.
        (MONTH, "2026-02", "2026-02-28", ("2026-01-31", "2025-02-28")),
        (QUARTER, "2026-K2", "2026-11-20", ("2026-03-31", "2025-06-30")),
    ],
)
def test_as_far_into_another_period(
    store: Store, sort: PeriodSort, name: str, on: str, compared: tuple[str, str]
) -> None:
    found = reported(store, sort, name, on)
    assert (found.previous.until.isoformat(), found.last_year.until.isoformat()) == compared


@pytest.mark.parametrize("sort", PeriodSort)
def test_a_period_that_is_still_to_begin_has_no_figures(store: Store, sort: PeriodSort) -> None:
    stored_on(store, "2026-10-12")
    name = {WEEK: "2027-W02", MONTH: "2027-02", QUARTER: "2027-K2", YEAR: "2027"}[sort]
    found = reported(store, sort, name, on="2026-10-12")
    assert not found.begun
    assert found.figures == Figures()


@pytest.mark.parametrize(
    ("sort", "on", "meant"),
    [
        (MONTH, "2026-11-01", "2026-10"),
        (MONTH, "2026-11-07", "2026-10"),
        (MONTH, "2026-11-08", None),
        (WEEK, "2026-11-02", None),
        (YEAR, "2026-01-02", None),
    ],
)
def test_in_its_first_week_a_month_may_not_be_the_one_that_was_meant(
    sort: PeriodSort, on: str, meant: str | None
) -> None:
    day = date.fromisoformat(on)
    ended = month_just_ended(parse_period(None, sort, day), day)
    assert (ended.name if ended else None) == meant
