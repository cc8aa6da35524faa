"""Amsterdam's days and hours of UTC moments."""

import importlib.util
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import agressielog
from agressielog.domain.local_time import AMSTERDAM, local_day, local_hour, start_of_day, to_local


@pytest.mark.parametrize(
    ("at", "day", "hour"),
    [
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30), 23),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1), 0),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1), 0),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25), 2),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25), 2),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), date(2026, 10, 25), 3),
    ],
)
def test_a_moment_has_the_day_and_hour_of_amsterdam(at: datetime, day: date, hour: int) -> None:
    assert (local_day(at), local_hour(at)) == (day, hour)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)]
)
def test_a_day_is_as_long_as_the_clock_makes_it(day: date, hours: int) -> None:
    assert start_of_day(day + timedelta(days=1)) - start_of_day(day) == timedelta(hours=hours)


@given(at=st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds are naive
def test_a_moment_lies_within_its_day_and_keeps_its_instant(at: datetime) -> None:
    day = local_day(at)
    assert start_of_day(day) <= at < start_of_day(day + timedelta(days=1))
    assert to_local(at).astimezone(UTC) == at


@given(
    at=st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    later=st.timedeltas(timedelta(0), timedelta(days=1)),
)
def test_days_never_run_backwards(at: datetime, later: timedelta) -> None:
    assert local_day(at) <= local_day(at + later)


def test_the_doubled_hour_keeps_its_order_in_utc_where_the_clock_shows_none() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
    second = first.replace(fold=1)
    assert second - first == timedelta(0)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.skipif(importlib.util.find_spec("tzdata") is None, reason="tzdata is not installed")
def test_the_tzdata_package_will_do_where_the_system_has_no_time_zones() -> None:
    program = (
        "import zoneinfo; assert not zoneinfo.TZPATH\n"
        "from datetime import date\n"
        "from agressielog.domain.local_time import start_of_day\n"
        "print(start_of_day(date(2026, 7, 1)))"
    )
    source = str(Path(agressielog.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONTZPATH": "", "PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "2026-06-30 22:00:00+00:00"
