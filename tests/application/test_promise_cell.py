"""Promises in one cell of a table: readable, and exact when read back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.promise_cell import read_promises, write_promises
from agressielog.domain.identity import PromiseId
from agressielog.domain.incident import Made, NewPromise, Promise

KEPT = datetime(2026, 4, 2, 8, 0, tzinfo=UTC)

MOMENTS = st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2099, 1, 1)).map(  # noqa: DTZ001 - made aware
    lambda at: at.replace(microsecond=0, tzinfo=UTC)
)
PROMISES = st.builds(
    Promise,
    id=st.just(PromiseId(1)),
    what=st.text(min_size=1).map(str.strip).filter(bool),
    due=st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    done_at=st.none() | MOMENTS,
    made=st.none() | st.builds(Made, MOMENTS, st.text(min_size=1).map(str.strip).filter(bool)),
)


def test_a_promise_reads_like_a_note() -> None:
    promise = Promise(PromiseId(7), "terugbellen over de factuur", date(2026, 4, 3), KEPT)
    assert (
        write_promises([promise])
        == "terugbellen over de factuur | voor 2026-04-03 | klaar 2026-04-02T10:00:00+02:00"
    )


def test_a_promise_made_at_another_moment_says_when_and_by_whom() -> None:
    promise = Promise(PromiseId(7), "bellen", made=Made(KEPT, "Mia | de Vries"))
    assert write_promises([promise]) == "bellen | op 2026-04-02T10:00:00+02:00 | door Mia \\| de Vries"


def test_every_promise_has_a_line() -> None:
    promises = [Promise(PromiseId(1), "bellen"), Promise(PromiseId(2), "een | of\nander \\ teken")]
    assert write_promises(promises) == "bellen\neen \\| of\\nander \\\\ teken"


@given(st.lists(PROMISES, max_size=4))
def test_every_promise_comes_back_exactly(promises: list[Promise]) -> None:
    found = read_promises(write_promises(promises))
    assert list(found) == [NewPromise(told.what, told.due, told.made, told.done_at) for told in promises]


def test_line_ends_of_a_spreadsheet_do_no_harm() -> None:
    assert [new.what for new in read_promises("bellen\r\nschrijven\r\n")] == ["bellen", "schrijven"]


@pytest.mark.parametrize(
    "cell",
    [
        "bellen | morgen",
        "bellen | voor 31-2",
        "bellen | voor 0001-01-01",
        "bellen | voor 2100-01-01",
        "bellen | voor 2026-04-03 | voor 2026-04-04",
        "bellen | klaar gisteren",
        "bellen | klaar 2026-04-02T10:00:00",
        "bellen | klaar 1989-12-31T10:00:00+01:00",
        "bellen | op 2026-04-02T10:00:00+02:00",
        "bellen | door Mia",
    ],
)
def test_a_cell_that_says_something_else_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"\d|gisteren|morgen|Mia"):
        read_promises(cell)
