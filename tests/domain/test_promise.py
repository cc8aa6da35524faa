"""How a promise stands on a day: open, late, kept, or lapsed with its incident."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, Made, Promise
from agressielog.domain.promise import PromiseRecord, PromiseStatus, by_date
from agressielog.domain.vocabulary import Certainty, IncidentStatus

MADE_AT = datetime(2026, 11, 20, 12, 0, 42, tzinfo=UTC)
DUE = date(2026, 11, 27)
#: The last second of 30 November in Amsterdam.
KEPT_AT = datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC)


def record(due: date | None = DUE, done_at: datetime | None = None, **changes: Any) -> PromiseRecord:
    ordinary = PromiseRecord(
        promise=Promise(PromiseId(1), "bellen", due, done_at),
        made_at=MADE_AT,
        made_by="Mia de Vries",
        caller=CallerId(1),
        certainty=Certainty.CERTAIN,
        incident=IncidentId(42),
        incident_status=IncidentStatus.REPORTED,
    )
    return replace(ordinary, **changes)


@pytest.mark.parametrize(
    ("told", "on", "status"),
    [
        (record(), DUE - timedelta(days=1), PromiseStatus.OPEN),
        (record(), DUE, PromiseStatus.OPEN),
        (record(), DUE + timedelta(days=1), PromiseStatus.LATE),
        (record(due=None), date(2099, 12, 31), PromiseStatus.OPEN),
        (record(done_at=KEPT_AT), date(2026, 11, 29), PromiseStatus.LATE),
        (record(done_at=KEPT_AT), date(2026, 11, 30), PromiseStatus.KEPT),
        (record(done_at=KEPT_AT + timedelta(seconds=1)), date(2026, 11, 30), PromiseStatus.LATE),
        (record(incident_status=IncidentStatus.CONFIRMED), DUE, PromiseStatus.OPEN),
        (record(incident_status=IncidentStatus.WITHDRAWN), DUE + timedelta(days=1), PromiseStatus.LAPSED),
        (record(incident_status=IncidentStatus.REJECTED), DUE, PromiseStatus.LAPSED),
        (record(answered=EARLIER_REGISTER), DUE, PromiseStatus.LAPSED),
        (record(done_at=KEPT_AT, answered=EARLIER_REGISTER), date(2026, 12, 1), PromiseStatus.KEPT),
        (record(incident=None, incident_status=None), DUE, PromiseStatus.OPEN),
    ],
)
def test_a_promise_stands_on_a_day(told: PromiseRecord, on: date, status: PromiseStatus) -> None:
    assert told.status(on) is status


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        (PromiseStatus.OPEN, True),
        (PromiseStatus.LATE, True),
        (PromiseStatus.KEPT, False),
        (PromiseStatus.LAPSED, False),
    ],
)
def test_what_is_open_or_late_must_still_be_kept(status: PromiseStatus, is_open: bool) -> None:
    assert status.is_open is is_open


@pytest.mark.parametrize(
    ("told", "because"),
    [
        (record(), None),
        (record(incident_status=IncidentStatus.WITHDRAWN), "ingetrokken"),
        (record(incident_status=IncidentStatus.REJECTED), "afgewezen"),
        (record(answered=EARLIER_REGISTER), "uit eerder register"),
        (record(answered=EARLIER_REGISTER, incident_status=IncidentStatus.WITHDRAWN), "ingetrokken"),
    ],
)
def test_a_promise_lapses_for_a_reason(told: PromiseRecord, because: str | None) -> None:
    assert told.lapsed_because == because


def test_what_was_promised_after_an_earlier_register_is_a_duty_of_ours() -> None:
    later = Promise(PromiseId(1), "bellen", DUE, made=Made(MADE_AT, "Mia de Vries"))
    assert record(answered=EARLIER_REGISTER, promise=later).status(DUE) is PromiseStatus.OPEN


@pytest.mark.parametrize(
    ("certainty", "surely"), [(Certainty.CERTAIN, True), (Certainty.PRESUMED, False), (None, False)]
)
def test_a_promise_is_surely_made_to_a_caller_of_whom_we_are_sure(
    certainty: Certainty | None, surely: bool
) -> None:
    assert record(certainty=certainty).surely is surely


@pytest.mark.parametrize(
    ("at", "possible"),
    [
        (MADE_AT, True),
        (MADE_AT.replace(second=0), True),
        (MADE_AT.replace(second=0) - timedelta(seconds=1), False),
        (MADE_AT + timedelta(days=1), True),
    ],
    ids=["at once", "in the same minute, as typed", "a minute before", "a day later"],
)
def test_a_promise_is_not_kept_before_it_was_made(at: datetime, possible: bool) -> None:
    assert record().can_be_kept_at(at) is possible


def test_promises_come_earliest_due_first_and_undated_ones_last() -> None:
    told = [
        replace(record(due), promise=Promise(PromiseId(number), "bellen", due))
        for number, due in ((1, None), (2, DUE), (3, DUE - timedelta(days=1)), (4, DUE))
    ]
    assert [found.promise.id for found in by_date(told)] == [3, 2, 4, 1]
