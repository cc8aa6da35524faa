"""Terms that move off weekends and holidays (Algemene termijnenwet)."""

from datetime import date

import pytest

from agressielog.domain.working_days import easter, is_holiday, moved_off

# Published dates of Easter Sunday.
EASTERS = ["2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25"]


@pytest.mark.parametrize("day", [date.fromisoformat(text) for text in EASTERS])
def test_easter_is_where_the_calendar_has_it(day: date) -> None:
    assert easter(day.year) == day


# A day on which a term would end, and the day on which it does.
TERMS = [
    ("2026-11-20", "2026-11-20", "a Friday stays"),
    ("2026-11-21", "2026-11-23", "Saturday"),
    ("2026-11-22", "2026-11-23", "Sunday"),
    ("2026-01-01", "2026-01-02", "New Year"),
    ("2026-04-03", "2026-04-07", "Good Friday to after Easter Monday"),
    ("2026-04-27", "2026-04-28", "King's Day"),
    ("2025-04-26", "2025-04-28", "King's Day on a Saturday, as 27 April is a Sunday"),
    ("2026-05-05", "2026-05-06", "Liberation Day"),
    ("2026-05-14", "2026-05-15", "Ascension Day"),
    ("2026-05-25", "2026-05-26", "Whit Monday"),
    ("2026-12-25", "2026-12-28", "Christmas and the weekend after it"),
]


@pytest.mark.parametrize(("ends", "moved", "why"), TERMS, ids=[why for *_, why in TERMS])
def test_a_term_ends_on_a_working_day(ends: str, moved: str, why: str) -> None:
    assert moved_off(date.fromisoformat(ends)) == date.fromisoformat(moved), why


def test_when_kings_day_moves_the_27th_is_only_a_sunday() -> None:
    assert is_holiday(date(2025, 4, 26))
    assert not is_holiday(date(2025, 4, 27))
