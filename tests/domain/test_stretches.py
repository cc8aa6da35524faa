"""The days on which something about a caller can turn by itself: each rule that looks at the day has its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import decisions
import pytest
import story

from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, MeasureId, PromiseId
from agressielog.domain.incident import Incident, Promise
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.stretches import turning_days
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity

_POLICY = decisions.standaard()
_NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_TODAY = date(2026, 11, 20)
_BAN = replace(decisions.decision(), delivered=decisions.on_the_day(date(2026, 11, 3)))


def _turning(**facts: Any) -> list[date]:
    everything: dict[str, Any] = {
        "incidents": (),
        "decisions": (),
        "promised": (),
        "good_calls": (),
        "last_seen": None,
        "policy": _POLICY,
        "since": _TODAY,
    }
    return sorted(turning_days(**{**everything, **facts}))


def _called(number: int = 1, **changes: Any) -> Incident:
    return story.incident(number, at=_NOW, **changes)


def _promised(**changes: Any) -> PromiseRecord:
    return PromiseRecord(
        promise=Promise(id=PromiseId(1), what="bellen", **changes),
        made_at=_NOW,
        made_by="Daan",
        caller=CallerId(1),
        certainty=Certainty.CERTAIN,
    )


def test_of_somebody_of_whom_nothing_is_known_nothing_turns() -> None:
    assert _turning() == []


def test_a_number_goes_stale() -> None:
    assert _turning(last_seen=date(2026, 2, 28)) == [date(2027, 2, 28)]
    assert _turning(last_seen=date(2025, 2, 28)) == []


@pytest.mark.parametrize(
    ("decision", "days"),
    [
        # The day after the last one, and the day after the thirty on which it is told that it is over.
        (_BAN, [date(2026, 12, 2), date(2027, 1, 1)]),
        (replace(_BAN, last=date(2026, 11, 1)), [date(2026, 12, 2)]),
        (replace(_BAN, last=date(2026, 9, 1)), []),
        (replace(_BAN, first=date(2026, 11, 25)), [date(2026, 11, 25), date(2026, 12, 2), date(2027, 1, 1)]),
        (
            replace(_BAN, decided_on=date(2026, 11, 21), delivered=decisions.on_the_day(date(2026, 11, 22))),
            [date(2026, 11, 21), date(2026, 11, 22), date(2026, 12, 2), date(2027, 1, 1)],
        ),
        (
            replace(_BAN, ended=Ended(EndKind.LIFTED, date(2026, 11, 25), "x")),
            [*(date(2026, 11, day) for day in (25, 26)), *(date(2026, 12, day) for day in (2, 26)), date(2027, 1, 1)],
        ),
        (decisions.warning(), [date(2027, 11, 2), date(2027, 12, 2)]),
        (decisions.warning(valid_until=None), []),
    ],
)  # fmt: skip
def test_a_measure_begins_reaches_the_caller_ends_and_is_over(decision: Any, days: list[date]) -> None:
    assert _turning(decisions=(decision,)) == days


def test_a_promise_is_late_from_the_day_after() -> None:
    assert _turning(promised=(_promised(due=date(2026, 11, 23)),)) == [date(2026, 11, 24)]
    assert _turning(promised=(_promised(),)) == []


def test_what_is_dated_ahead_of_the_clock_counts_from_its_day() -> None:
    later = _NOW + timedelta(days=2)
    assert _turning(promised=(replace(_promised(done_at=later), made_at=later),)) == [date(2026, 11, 22)]
    assert _turning(good_calls=(GoodCall(MeasureId(1), later, "Daan"),)) == [date(2026, 11, 22)]


def test_an_incident_no_longer_asks_once_it_is_out_of_the_window() -> None:
    assert _turning(incidents=(_called(),)) == [date(2027, 11, 21)]


@pytest.mark.parametrize(
    "changes",
    [
        {"answered": "eerder register"},
        {"status": IncidentStatus.REJECTED},
        {"certainty": Certainty.PRESUMED},
        {"kinds": (story.CRITICISM,), "severity": Severity.NONE},
    ],
    ids=str,
)
def test_one_that_does_not_ask_turns_nothing(changes: dict[str, Any]) -> None:
    assert _turning(incidents=(_called(**changes),)) == []


def test_of_several_as_heavy_only_the_last_one_matters() -> None:
    earlier = replace(_called(2), at=_NOW - timedelta(days=3))
    heavier = replace(
        _called(3), at=_NOW - timedelta(days=2), kinds=(story.THREAT,), severity=Severity.SEVERE
    )
    assert _turning(incidents=(_called(), earlier, heavier)) == [date(2027, 11, 19), date(2027, 11, 21)]


def test_each_matters_that_a_warning_in_its_call_may_settle() -> None:
    warned = replace(_called(2, warned=True), at=_NOW - timedelta(days=3))
    assert _turning(incidents=(_called(), warned)) == [date(2027, 11, 18), date(2027, 11, 21)]


def test_each_matters_while_a_decision_is_still_to_come() -> None:
    earlier = replace(_called(2), at=_NOW - timedelta(days=3))
    coming = replace(_BAN, decided_on=date(2026, 11, 21))
    assert date(2027, 11, 18) in _turning(incidents=(_called(), earlier), decisions=(coming,))
    ending = replace(_BAN, ended=Ended(EndKind.ANNULLED, date(2026, 11, 21), "x"))
    assert date(2027, 11, 18) in _turning(incidents=(_called(), earlier), decisions=(ending,))
