"""Which policy was in use on a day."""

from datetime import UTC, date, datetime

import pytest

from agressielog.domain.policy_history import UsedPolicy, in_use_on


def _used(name: str, since: datetime) -> UsedPolicy:
    return UsedPolicy(name=name, version="1", sha256=name * 64, text="", since=since, by="Anna")


# The second one begins at half past midnight in Amsterdam, which is still the day before in UTC.
USED = [
    _used("a", datetime(2026, 3, 2, 9, 0, tzinfo=UTC)),
    _used("b", datetime(2026, 7, 9, 22, 30, tzinfo=UTC)),
]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 1, 1), "a"),
        (date(2026, 3, 2), "a"),
        (date(2026, 7, 9), "a"),
        (date(2026, 7, 10), "b"),
        (date(2030, 1, 1), "b"),
    ],
)
def test_the_last_one_begun_by_that_day_is_in_use_and_before_the_first_the_first(
    day: date, name: str
) -> None:
    found = in_use_on(USED, day)
    assert found is not None
    assert found.name == name


def test_where_none_was_put_in_use_there_is_none() -> None:
    assert in_use_on([], date(2026, 1, 1)) is None
