"""Cells that hold what the program cannot have written are damage, never a value."""

from collections.abc import Callable

import pytest

from agressielog.application.errors import RecordDamaged
from agressielog.storage import cells

#: What reads a cell, and what it must not take for one.
DAMAGED: list[tuple[Callable[[dict[str, object], str], object], object]] = [
    (cells.text, 5),
    (cells.text, b"x"),
    (cells.text, None),
    (cells.whole, "5"),
    (cells.whole, None),
    (cells.flag, 2),
    (cells.flag, "ja"),
    (cells.moment, "gisteren"),
    (cells.moment, "2026-11-22T14:00:00"),
    (cells.moment, "0001-01-01T00:00:00+00:00"),
    (cells.day, "22-11-2026"),
    (cells.day, "0001-01-01"),
    (cells.day, 20261122),
]


@pytest.mark.parametrize(
    ("read", "cell"), DAMAGED, ids=[f"{read.__name__} {cell!r}" for read, cell in DAMAGED]
)
def test_a_damaged_cell_is_said_to_be_damaged(
    read: Callable[[dict[str, object], str], object], cell: object
) -> None:
    with pytest.raises(RecordDamaged):
        read({"kolom": cell}, "kolom")


@pytest.mark.parametrize(
    "read", [cells.optional_text, cells.optional_whole, cells.optional_moment, cells.optional_day]
)
def test_an_empty_cell_that_may_be_empty_is_nothing(read: Callable[[dict[str, object], str], object]) -> None:
    assert read({"kolom": None}, "kolom") is None
