"""A count of one to four is hidden, and no total gives it away."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.suppression import (
    SMALLEST_SHOWN,
    Hidden,
    Shown,
    shown,
    shown_cells,
    shown_part,
    shown_table,
)

FEW = Hidden.FEW


@pytest.mark.parametrize(
    ("count", "told"), [(0, 0), (1, FEW), (2, FEW), (3, FEW), (4, FEW), (5, 5), (400, 400)]
)
def test_one_to_four_are_hidden(count: int, told: Shown) -> None:
    assert shown(count) == told


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([], ()),
        ([0, 0], (0, 0)),
        ([12, 0, 5], (12, 0, 5)),
        # A single hidden cell is what the others leave of the total.
        ([12, 3], None),
        ([12, 3, 0], None),
        # Two that are together two, three or eight can only be one thing, or nearly so.
        ([12, 1, 1], None),
        ([12, 1, 2], None),
        ([12, 2, 2], None),
        ([12, 4, 4], None),
        # Together five they can be anything.
        ([12, 1, 4], (12, FEW, FEW)),
        ([12, 2, 3], (12, FEW, FEW)),
        ([12, 1, 1, 3], None),
        ([12, 1, 1, 4], (12, FEW, FEW, FEW)),
        ([12, 1, 4, 4], (12, FEW, FEW, FEW)),
        ([12, 4, 4, 4], None),
    ],
)
def test_a_table_goes_along_only_where_every_hidden_cell_can_be_anything(
    cells: list[int], told: tuple[Shown, ...] | None
) -> None:
    assert shown_cells(cells) == told


_CELLS = st.lists(st.sampled_from([0, 1, 1, 2, 3, 4, 4, 5, 9]), max_size=8)


@given(cells=_CELLS)
def test_by_all_solutions_no_hidden_cell_is_narrowed(cells: list[int]) -> None:
    told = shown_cells(cells)
    if told is None:
        return
    hidden = [place for place, cell in enumerate(told) if cell is FEW]
    rest = sum(cells) - sum(cell for cell in told if not isinstance(cell, Hidden))
    solutions = (
        [found for found in product(range(rest + 1), repeat=len(hidden)) if sum(found) == rest]
        if len(hidden) <= 3
        else [found for found in product(range(1, SMALLEST_SHOWN), repeat=len(hidden)) if sum(found) == rest]
    )
    for place in range(len(hidden)):
        assert {1, 2, 3, 4} <= {found[place] for found in solutions}


@given(cells=_CELLS)
def test_what_is_left_out_could_not_have_gone_along(cells: list[int]) -> None:
    """The rule is exact: a table stays behind only where some hidden cell would have been narrowed."""
    if shown_cells(cells) is not None:
        return
    small = [cell for cell in cells if 0 < cell < SMALLEST_SHOWN]
    solutions = [found for found in product(range(1, 5), repeat=len(small)) if sum(found) == sum(small)]
    assert any({found[place] for found in solutions} != {1, 2, 3, 4} for place in range(len(small)))


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 42, 0),
        (3, 42, FEW),
        (30, 42, 30),
        (42, 42, 42),
        # What is left of it would be four or fewer.
        (38, 42, None),
        (41, 42, None),
        (37, 42, 37),
        # Hidden itself it says nothing about what is left.
        (4, 5, FEW),
        (1, 5, FEW),
        (5, 5, 5),
    ],
)
def test_a_part_is_told_where_the_rest_is_not_small(part: int, whole: int, told: Shown | None) -> None:
    assert shown_part(part, whole) == told


def test_the_order_of_what_is_hidden_says_nothing() -> None:
    counts = [("Zorg", 9), (None, 4), ("Jeugd", 4), ("Balie", 1)]
    assert shown_table(counts) == (("Zorg", 9), ("Balie", FEW), ("Jeugd", FEW), (None, FEW))
    assert shown_table([("Zorg", 9), ("Jeugd", 1)]) is None
