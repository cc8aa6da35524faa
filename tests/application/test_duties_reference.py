"""`taken` against a yardstick that shares no line with it, over histories drawn at random."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from busy_office import FIRST_DAY, POLICY, BusyOffice
from duty_reference import Expected, expected, read_book
from hypothesis import given, settings
from hypothesis import strategies as st

from agressielog.application.duties import duties
from agressielog.domain.duty import Duty, DutyKind
from agressielog.domain.local_time import local_day
from agressielog.storage.store import SqliteStore

#: (seed, incidents, days): one large logbook, and small ones in which much happens at once.
HISTORIES = [(1, 2000, 500), *((seed, 60, 120) for seed in range(2, 8))]
NOW = datetime(2026, 3, 18, 11, 20, 30, 500, tzinfo=UTC)


class History:
    """A logbook with a history, its rows, and over how many days it goes."""

    def __init__(self, path: Path, seed: int, incidents: int, days: int) -> None:
        BusyOffice(path, seed, incidents, days)
        self.store, self.book, self.days = SqliteStore(path), read_book(path), days
        self._name = f"{incidents} incidents, seed {seed}"

    def __repr__(self) -> str:
        return self._name


@pytest.fixture(scope="module", params=HISTORIES, ids=lambda drawn: f"{drawn[1]}-{drawn[0]}")
def history(request: pytest.FixtureRequest) -> Iterator[History]:
    """One of the histories."""
    seed, incidents, days = request.param
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield History(Path(folder) / "logboek.db", seed, incidents, days)


def told(store: SqliteStore, on: date, now: datetime) -> list[Expected]:
    found = duties(store, POLICY, on, now)
    return sorted(
        Expected(duty.kind.value, duty.due.isoformat(), duty.is_late(found.moment.at), about(duty))
        for duty in found.duties
    )


def about(duty: Duty) -> str:
    match duty.kind:
        case DutyKind.REACTION:
            return str((duty.caller, duty.with_delivery, list(duty.incidents)))
        case DutyKind.DELIVERY | DutyKind.OBJECTION | DutyKind.REVIEW | DutyKind.ENDING:
            return str(duty.measure)
        case DutyKind.AFTERCARE:
            return str((duty.incidents[0], duty.step.value if duty.step else None))
        case DutyKind.REQUEST:
            return str((duty.request, duty.caller))
        case DutyKind.PROMISE:
            return str(duty.promise)
        case DutyKind.HOLD:
            return str((duty.caller, list(duty.incidents)))
        case DutyKind.BACKUP:
            return ""
        case _:
            return str(duty.incidents[0])


@settings(max_examples=25)
@given(day=st.integers(min_value=-5, max_value=420))
def test_the_list_is_that_of_the_reference_on_any_day(history: History, day: int) -> None:
    on = FIRST_DAY + timedelta(days=day * (history.days + 120) // 420)
    assert told(history.store, on, NOW) == expected(history.book, on, NOW)


@settings(max_examples=10)
@given(minutes=st.integers(min_value=0, max_value=120 * 24 * 60))
def test_the_list_is_that_of_the_reference_at_any_minute_of_today(history: History, minutes: int) -> None:
    now = datetime(2025, 9, 1, 0, 0, 5, tzinfo=UTC) + timedelta(minutes=minutes)
    today = local_day(now)
    assert told(history.store, today, now) == expected(history.book, today, now)


@pytest.mark.parametrize("history", HISTORIES[:1], indirect=True)
def test_every_kind_of_duty_happens_in_the_large_history(history: History) -> None:
    days = [FIRST_DAY + timedelta(days=day) for day in range(0, history.days, 25)]
    kinds = {one.kind for day in days for one in told(history.store, day, NOW)}
    # Under this policy a report counts at once.
    assert kinds == {kind.value for kind in DutyKind} - {DutyKind.CONFIRMING.value}
