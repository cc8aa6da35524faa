"""After so long without a call as the policy says a number may be somebody else's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.policy import DEFAULT_STALE_AFTER
from agressielog.domain.span import Span
from agressielog.domain.staleness import is_stale


@pytest.mark.parametrize(
    ("last_seen", "on", "stale"),
    [
        ("2025-11-20", "2026-11-19", False),
        ("2025-11-20", "2026-11-20", True),
        ("2025-11-20", "2030-01-01", True),
        ("2025-11-20", "2025-11-20", False),
        ("2025-11-20", "2020-01-01", False),
        ("2024-02-29", "2025-02-27", False),
        ("2024-02-29", "2025-02-28", True),
        ("2023-02-28", "2024-02-28", True),
        ("2023-03-01", "2024-02-29", False),
        ("2025-12-31", "2026-12-30", False),
        ("2025-12-31", "2026-12-31", True),
    ],
)
def test_the_same_day_a_year_later_is_stale(last_seen: str, on: str, stale: bool) -> None:
    assert is_stale(date.fromisoformat(last_seen), date.fromisoformat(on), DEFAULT_STALE_AFTER) is stale


@pytest.mark.parametrize(
    ("after", "on", "stale"),
    [
        ("6 maanden", "2026-05-19", False),
        ("6 maanden", "2026-05-20", True),
        ("2 jaar", "2027-11-19", False),
        ("2 jaar", "2027-11-20", True),
        ("90 dagen", "2026-02-17", False),
        ("90 dagen", "2026-02-18", True),
    ],
)
def test_how_long_a_number_may_be_silent_is_told(after: str, on: str, stale: bool) -> None:
    assert is_stale(date(2025, 11, 20), date.fromisoformat(on), Span.parse(after)) is stale


@given(
    st.dates(min_value=date(10, 1, 1), max_value=date(9000, 1, 1)), st.integers(min_value=-800, max_value=800)
)
def test_a_number_goes_stale_after_a_year_and_stays_so(last_seen: date, days: int) -> None:
    on = last_seen + timedelta(days=days)
    if is_stale(last_seen, on, DEFAULT_STALE_AFTER):
        assert days >= 365
        assert is_stale(last_seen, on + timedelta(days=1), DEFAULT_STALE_AFTER)
    else:
        assert days <= 365
