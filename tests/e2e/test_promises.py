"""Promises, good calls and my own work in real processes: the exit status of each end, and nothing by halves."""

import pytest
from desk import Desk

DONE, WRONG_USE, NOT_FOUND, REFUSED = 0, 2, 3, 4


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("toezegging", "list"), DONE),
        (("toezegging", "add", "1", "terugbellen"), DONE),
        (("toezegging", "add", "1"), WRONG_USE),
        (("toezegging", "add", "99", "terugbellen"), NOT_FOUND),
        (("toezegging", "done", "T9"), NOT_FOUND),
        (("toezegging", "done", "iets"), WRONG_USE),
        (("toezegging", "done"), WRONG_USE),
        (("goed", "B1"), REFUSED),
        (("goed", "B9"), NOT_FOUND),
        (("goed",), WRONG_USE),
        (("mijn",), DONE),
        (("mijn", "--als", "Sam"), WRONG_USE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_every_end_has_its_status(used_desk: Desk, words: tuple[str, ...], status: int) -> None:
    assert used_desk.run(*words).status == status


def test_a_promise_is_kept_once(used_desk: Desk) -> None:
    assert used_desk.run("toezegging", "add", "1", "-", stdin="terugbellen\n").status == DONE
    assert used_desk.run("toezegging", "done", "T1").status == DONE
    assert used_desk.run("toezegging", "done", "T1").status == REFUSED
    assert used_desk.run("toezegging", "done", "T1", "--toch-open").status == DONE
    assert "terugbellen" in used_desk.run("toezegging", "list").out
