"""What an incident tells of itself."""

from datetime import timedelta

import pytest
import story
from story import MOBILE, NOW, SWEARING, THREAT

from agressielog.domain.phone import PhoneNumber, Withheld


@pytest.mark.parametrize(
    ("late_by", "late"), [(timedelta(days=7), False), (timedelta(days=7, seconds=1), True)]
)
def test_more_than_a_week_afterwards_is_late(late_by: timedelta, late: bool) -> None:
    assert story.new_incident(at=NOW - late_by, recorded_at=NOW).entered_late is late


def test_the_first_kind_is_the_main_one() -> None:
    assert story.new_incident(kinds=(THREAT, SWEARING)).main_kind == THREAT


@pytest.mark.parametrize(("number", "phone"), [(MOBILE, MOBILE), (Withheld(), None), (None, None)])
def test_only_a_number_that_was_shown_can_lead_back_to_a_caller(
    number: PhoneNumber | Withheld | None, phone: PhoneNumber | None
) -> None:
    assert story.new_incident(number=number).phone == phone
