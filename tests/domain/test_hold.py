"""How long somebody may leave a hold alone."""

from datetime import date

import pytest

from agressielog.domain.hold import Hold, look_again
from agressielog.domain.identity import CallerId, HoldId


def held(since: date, until: date | None = None) -> Hold:
    return Hold(id=HoldId(1), caller=CallerId(1), reason="klacht", since=since, until=until)


@pytest.mark.parametrize(
    ("running", "looked_at"),
    [
        ([], None),
        ([held(date(2026, 8, 31))], date(2027, 2, 28)),
        ([held(date(2026, 8, 31)), held(date(2026, 11, 1))], date(2027, 5, 1)),
        ([held(date(2026, 8, 31), date(2027, 2, 28))], None),
        ([held(date(2026, 8, 31), date(2027, 3, 1))], date(2027, 2, 28)),
        ([held(date(2026, 8, 31)), held(date(2026, 11, 1), date(2026, 12, 1))], date(2027, 5, 1)),
    ],
    ids=[
        "nothing",
        "half a year",
        "held once more",
        "over by then",
        "over a day later",
        "one is over by then",
    ],
)
def test_somebody_looks_half_a_year_after_the_last_time(running: list[Hold], looked_at: date | None) -> None:
    assert look_again(running) == looked_at
