"""Spans on the calendar (domain 8.4, decisions 1 to 3 and 5)."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.day import FIRST_YEAR, LAST_YEAR
from agressielog.domain.span import Span, SpanUnit

SPANS = st.one_of(
    st.integers(1, 36_500).map(lambda amount: Span(amount, SpanUnit.DAY)),
    st.integers(1, 5_200).map(lambda amount: Span(amount, SpanUnit.WEEK)),
    st.integers(1, 1_200).map(lambda amount: Span(amount, SpanUnit.MONTH)),
    st.integers(1, 100).map(lambda amount: Span(amount, SpanUnit.YEAR)),
)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(
    ("begin", "span", "end"),
    [
        ("2026-05-12", "1 dag", "2026-05-13"),
        ("2026-02-28", "90 dagen", "2026-05-29"),
        ("2026-12-31", "2 weken", "2027-01-14"),
        ("2026-05-12", "1 maand", "2026-06-12"),
        ("2026-01-31", "1 maand", "2026-02-28"),
        ("2028-01-31", "1 maand", "2028-02-29"),
        ("2026-12-15", "1 maand", "2027-01-15"),
        ("2026-11-30", "3 maanden", "2027-02-28"),
        ("2026-11-20", "12 maanden", "2027-11-20"),
        ("2023-02-28", "1 jaar", "2024-02-28"),
        ("2024-02-29", "1 jaar", "2025-02-28"),
        ("2024-02-29", "4 jaar", "2028-02-29"),
        ("2026-12-31", "100 jaar", "2126-12-31"),
    ],
)
def test_a_span_ends_on_the_same_day_of_the_calendar_clamped_to_its_month(
    begin: str, span: str, end: str
) -> None:
    assert Span.parse(span).after(date.fromisoformat(begin)) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("first", "span", "last"),
    [
        ("2026-05-12", "1 maand", "2026-06-11"),
        ("2026-01-31", "1 maand", "2026-02-27"),
        ("2026-01-01", "90 dagen", "2026-03-31"),
        ("2026-01-01", "1 dag", "2026-01-01"),
    ],
)
def test_what_lasts_a_span_ends_the_day_before(first: str, span: str, last: str) -> None:
    assert Span.parse(span).last_day_from(date.fromisoformat(first)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [
        ("1 dag", 1, SpanUnit.DAY),
        ("36500 dagen", 36_500, SpanUnit.DAY),
        ("1 week", 1, SpanUnit.WEEK),
        ("5200 weken", 5_200, SpanUnit.WEEK),
        ("1 maand", 1, SpanUnit.MONTH),
        ("1200 maanden", 1_200, SpanUnit.MONTH),
        ("1 jaar", 1, SpanUnit.YEAR),
        ("100 jaren", 100, SpanUnit.YEAR),
        ("  12   Maanden ", 12, SpanUnit.MONTH),
        ("012 maanden", 12, SpanUnit.MONTH),
    ],
)
def test_a_span_is_read_as_it_is_written(written: str, amount: int, unit: SpanUnit) -> None:
    assert Span.parse(written) == Span(amount, unit)


@pytest.mark.parametrize(
    "written",
    [
        *("", "maand", "12", "0 maanden", "-1 maand", "1,5 jaar", "12maanden", "twee weken", "3 manden"),
        *("1 maand x", "36501 dagen", "5201 weken", "1201 maanden", "101 jaar", "100000 dagen", "٣ maanden"),
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        Span.parse(written)


def test_a_span_that_is_no_length_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="0 maanden"):
        Span(0, SpanUnit.MONTH)


@given(span=SPANS)
def test_what_is_written_reads_back(span: Span) -> None:
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize(
    ("span", "days"), [("1 dag", 1), ("1 week", 7), ("1 maand", 31), ("12 maanden", 365), ("1 jaar", 365)]
)
def test_the_length_in_days_is_that_from_an_ordinary_new_year(span: str, days: int) -> None:
    assert Span.parse(span).days == days


@given(day=DAYS, one=SPANS, two=SPANS)
def test_two_spans_on_end_never_run_off_the_calendar(day: date, one: Span, two: Span) -> None:
    assert day < one.after(day) < two.after(one.after(day))


@given(day=DAYS, span=SPANS)
def test_a_later_day_never_ends_earlier(day: date, span: Span) -> None:
    assert span.after(day) <= span.after(day + timedelta(days=1))


@given(day=DAYS, years=st.integers(1, 100))
def test_a_year_is_twelve_months(day: date, years: int) -> None:
    assert Span(years, SpanUnit.YEAR).after(day) == Span(12 * years, SpanUnit.MONTH).after(day)
