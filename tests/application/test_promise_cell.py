"""Promises in one cell of a table: readable, and exact when read back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.promise_cell import read_promises, write_promises
from agressielog.domain.identity import PromiseId
from agressielog.domain.incident import Promise

KEPT = datetime(2026, 4, 2, 8, 0, tzinfo=UTC)

PROMISES = st.builds(
    Promise,
    id=st.just(PromiseId(1)),
    what=st.text(min_size=1).map(str.strip).filter(bool),
    due=st.none() | st.dates(),
    done_at=st.none()
    | st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 1, 1)).map(  # noqa: DTZ001 - made aware
        lambda at: at.replace(microsecond=0, tzinfo=UTC)
    ),
)


def test_a_promise_reads_like_a_note() -> None:
    promise = Promise(PromiseId(7), "terugbellen over de factuur", date(2026, 4, 3), KEPT)
    assert (
        write_promises([promise])
        == "terugbellen over de factuur | voor 2026-04-03 | klaar 2026-04-02T10:00:00+02:00"
    )


def test_every_promise_has_a_line() -> None:
    promises = [Promise(PromiseId(1), "bellen"), Promise(PromiseId(2), "een | of\nander \\ teken")]
    assert write_promises(promises) == "bellen\neen \\| of\\nander \\\\ teken"


@given(st.lists(PROMISES, max_size=4))
def test_every_promise_comes_back_exactly(promises: list[Promise]) -> None:
    found = read_promises(write_promises(promises))
    assert [(new.what, new.due, done) for new, done in found] == [
        (promise.what, promise.due, promise.done_at) for promise in promises
    ]


def test_line_ends_of_a_spreadsheet_do_no_harm() -> None:
    assert [new.what for new, _ in read_promises("bellen\r\nschrijven\r\n")] == ["bellen", "schrijven"]


@pytest.mark.parametrize("cell", ["bellen | morgen", "bellen | voor 31-2", "bellen | klaar gisteren"])
def test_a_cell_that_says_something_else_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"gisteren|morgen|31-2"):
        read_promises(cell)
