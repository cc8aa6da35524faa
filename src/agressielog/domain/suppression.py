"""Small numbers in what leaves the house: a count of one to four becomes `<5`, or its table stays behind.

A reader knows the total of a table, and that what is hidden lies between one and four. A table goes along only
where, by that knowledge, every hidden cell can still be each of these; the ordinary name is secondary
suppression (statistische beveiliging, CBS; Handbook on Statistical Disclosure Control, frequency tables).
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

#: The smallest count that is shown, but for none at all: issue 5, part 9. Common practice for counts of
#: people; the sources name no Dutch norm (reliability 4).
SMALLEST_SHOWN: Final = 5
_MOST_HIDDEN: Final = SMALLEST_SHOWN - 1

_Name = TypeVar("_Name")


class Hidden(StrEnum):
    """What stands for a count that is too small to show."""

    FEW = "<5"


Shown: TypeAlias = int | Hidden


def is_small(count: int) -> bool:
    """Tell whether a count is hidden; none at all points at nobody."""
    return 0 < count < SMALLEST_SHOWN


def shown(count: int) -> Shown:
    """Return a count that stands by itself: no total and no other count says anything about it."""
    return Hidden.FEW if is_small(count) else count


def shown_cells(cells: Sequence[int]) -> tuple[Shown, ...] | None:
    """Return the cells of a table of which the reader knows the total; None where that gives one away.

    >>> shown_cells([7, 3, 2, 0]), shown_cells([7, 3, 0])
    ((7, <Hidden.FEW: '<5'>, <Hidden.FEW: '<5'>, 0), None)
    """
    hidden = [cell for cell in cells if is_small(cell)]
    if hidden and not _all_possible(len(hidden), sum(hidden)):
        return None
    return tuple(shown(cell) for cell in cells)


def shown_table(counts: Sequence[tuple[_Name, int]]) -> tuple[tuple[_Name, Shown], ...] | None:
    """Return the named counts of a table of which the reader knows the total; None where that gives one away.

    What is hidden comes last and by name: in the order of the counts each would say that the next is no more.
    """
    cells = shown_cells([number for _, number in counts])
    return None if cells is None else unordered(zip((name for name, _ in counts), cells, strict=True))


def unordered(counts: Iterable[tuple[_Name, Shown]]) -> tuple[tuple[_Name, Shown], ...]:
    """Return named counts, those that are hidden last and by name, so that their order says nothing."""
    told = list(counts)
    hidden = [(name, number) for name, number in told if number is Hidden.FEW]
    shown_ones = [(name, number) for name, number in told if number is not Hidden.FEW]
    return (*shown_ones, *sorted(hidden, key=lambda one: (one[0] is None, str(one[0]))))


def shown_part(part: int, whole: int) -> Shown | None:
    """Return a part of a whole that the reader knows; None where what is left of it is small.

    A small part may show as such: nothing says how much it is.
    """
    return None if is_small(whole - part) and not is_small(part) else shown(part)


def hides(table: Sequence[Shown]) -> bool:
    """Tell whether a table has a hidden cell."""
    return Hidden.FEW in table


def _all_possible(cells: int, together: int) -> bool:
    """Tell whether each of so many hidden cells can be anything from one to four, given their sum."""
    others = cells - 1
    return together - others >= _MOST_HIDDEN and together - others * _MOST_HIDDEN <= 1
