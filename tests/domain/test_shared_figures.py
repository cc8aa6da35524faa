"""What leaves the house gives nobody away, whatever tables a reader lays beside each other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agressielog.domain.figures import Figures
from agressielog.domain.policy import KindCode
from agressielog.domain.shared_figures import ONLY_FEW, Table, share
from agressielog.domain.suppression import Hidden, Shown
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity

FEW = Hidden.FEW

#: What a reader of the policy knows: what each kind weighs, and whether it goes to the police.
KINDS = (
    (KindCode("kritiek"), Severity.NONE, PoliceReport.NO),
    (KindCode("schelden"), Severity.LIGHT, PoliceReport.NO),
    (KindCode("belediging"), Severity.MEDIUM, PoliceReport.CONSIDER),
    (KindCode("intimidatie"), Severity.MEDIUM, PoliceReport.YES),
    (KindCode("bedreiging"), Severity.SEVERE, PoliceReport.YES),
)
CODES = tuple(code for code, _, _ in KINDS)


def most_first(counts: Sequence[tuple[Any, int]]) -> tuple[tuple[Any, int], ...]:
    return tuple(sorted((pair for pair in counts if pair[1]), key=lambda pair: -pair[1]))


def figures_with(counts: Sequence[int], **others: Any) -> Figures:
    """Return figures of so many incidents of each kind."""
    severities: Counter[Severity] = Counter()
    police: Counter[PoliceReport] = Counter()
    for (_, severity, advice), number in zip(KINDS, counts, strict=True):
        severities[severity] += number
        police[advice] += number
    return Figures(
        total=sum(counts),
        per_kind=most_first(list(zip(CODES, counts, strict=True))),
        per_severity=most_first(list(severities.items())),
        per_police_report=most_first(list(police.items())),
        **others,
    )


def vectors(cells: int, total: int) -> Iterator[tuple[int, ...]]:
    """Yield every way in which so many counts make *total*."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in vectors(cells - 1, total - first):
            yield (first, *rest)


def fits(number: int, told: Shown) -> bool:
    return 1 <= number <= 4 if isinstance(told, Hidden) else number == told


def agrees(table: Table[Any] | None, counts: dict[Any, int]) -> bool:
    """Tell whether counts are possible beside a table; what a table does not name is nought."""
    if table is None:
        return True
    told = dict(table)
    return all(fits(number, told.get(name, 0)) for name, number in counts.items())


def summed(counts: Sequence[int], place: int) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for kind, number in zip(KINDS, counts, strict=True):
        found[kind[place]] = found.get(kind[place], 0) + number
    return found


@settings(max_examples=60)
@given(counts=st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6]), min_size=5, max_size=5))
def test_kind_severity_and_police_beside_each_other_narrow_nothing(counts: list[int]) -> None:
    told = share(figures_with(counts))
    tables = (told.per_kind, told.per_severity, told.per_police_report)
    possible: dict[tuple[int, Any], set[int]] = {}
    for found in vectors(len(KINDS), sum(counts)) if not isinstance(told.total, Hidden) else ():
        sums = [summed(found, place) for place in range(len(tables))]
        if all(agrees(table, counted) for table, counted in zip(tables, sums, strict=True)):
            for place, counted in enumerate(sums):
                for name, number in counted.items():
                    possible.setdefault((place, name), set()).add(number)
    for place, table in enumerate(tables):
        for name, cell in table or ():
            if cell is FEW:
                assert possible[place, name] >= {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("counts", "kept"),
    [
        ([10, 12, 6, 5, 7], (True, True, True)),
        # Two kinds are hidden; their severities would say more of them.
        ([10, 12, 6, 2, 3], (True, False, False)),
        # One kind would be what the others leave; its severity has another kind with it.
        ([10, 12, 6, 2, 7], (False, True, True)),
        ([10, 2, 6, 3, 7], (True, False, False)),
        ([10, 12, 2, 0, 0], (False, False, False)),
    ],
)
def test_of_what_follows_from_each_other_one_table_may_hide(
    counts: list[int], kept: tuple[bool, ...]
) -> None:
    told = share(figures_with(counts))
    assert tuple(x is not None for x in (told.per_kind, told.per_severity, told.per_police_report)) == kept


def test_of_a_few_incidents_nothing_is_told() -> None:
    assert share(figures_with([0, 1, 1, 1, 1], callers=3, warned=2)) == ONLY_FEW


def test_of_none_everything_is_told() -> None:
    told = share(Figures())
    assert (told.total, told.per_kind, told.callers, told.any_limit) == (0, (), 0, 0)
    assert told.per_hour == (0,) * 24


_LIMITS = st.tuples(*[st.integers(0, 9)] * 3)


@settings(max_examples=200)
@given(limits=_LIMITS, both=st.integers(0, 27), more=st.integers(0, 9))
def test_the_limits_beside_each_other_narrow_nothing(
    limits: tuple[int, int, int], both: int, more: int
) -> None:
    any_limit = min(max(*limits, both), sum(limits))
    total = any_limit + more
    warned, ended, handed_over = limits
    told = share(
        Figures(total=total, any_limit=any_limit, warned=warned, ended=ended, handed_over=handed_over)
    )
    if isinstance(told.total, Hidden):
        return
    cells = (told.any_limit, told.warned, told.ended, told.handed_over)
    possible = [
        found
        for found in product(*(range(total + 1) if c is None or c is FEW else [int(c)] for c in cells))
        if all(c is None or fits(number, c) for number, c in zip(found, cells, strict=True))
        and max(found[1:]) <= found[0] <= sum(found[1:])
    ]
    for place, cell in enumerate(cells):
        if cell is FEW:
            assert {found[place] for found in possible} >= {1, 2, 3, 4}


@given(
    callers=st.integers(0, 20),
    repeating=st.integers(0, 20),
    withheld=st.integers(0, 9),
    harmless=st.integers(0, 9),
    more=st.integers(0, 20),
)
def test_the_callers_and_the_total_do_not_tell_each_other(
    callers: int, repeating: int, withheld: int, harmless: int, more: int
) -> None:
    repeating = min(repeating, callers)
    total = max(callers + repeating, 2 * repeating + harmless) + withheld + more
    figures = Figures(
        total=total,
        per_severity=((Severity.NONE, harmless), (Severity.LIGHT, total - harmless)),
        callers=callers,
        repeating=repeating,
        withheld=withheld,
    )
    told = share(figures)
    from_numbers = total - withheld
    possible = [
        (different, again)
        for different in range(from_numbers + 1)
        for again in range(different + 1)
        if different + again <= from_numbers
        and 2 * again <= from_numbers - harmless
        and (told.callers is None or fits(different, told.callers))
        and (told.repeating is None or fits(again, told.repeating))
    ]
    if told.callers is FEW:
        assert {different for different, _ in possible} >= {1, 2, 3, 4}
    if told.repeating is FEW:
        assert {again for _, again in possible} >= {1, 2, 3, 4}


def test_subjects_of_a_few_are_not_even_named() -> None:
    subjects = (("parkeren", 9), (None, 6), ("de buurman van Jansen", 4), ("paspoort", 3))
    told = share(Figures(total=22, per_subject=subjects))
    assert told.per_subject == (("parkeren", 9), (None, 6))


def test_a_few_other_subjects_would_be_what_the_named_ones_leave() -> None:
    assert share(Figures(total=13, per_subject=(("parkeren", 9), ("paspoort", 4)))).per_subject is None


def test_hour_by_weekday_goes_along_where_it_hides_nothing() -> None:
    told = share(Figures(total=11, per_hour_and_weekday=((9, 0, 5), (10, 2, 6))))
    assert told.per_hour_and_weekday is not None
    assert (told.per_hour_and_weekday[2][10], (told.per_hour or ())[10]) == (6, 6)
    hidden = share(Figures(total=11, per_hour_and_weekday=((9, 0, 5), (10, 0, 2), (10, 1, 4))))
    assert hidden.per_hour_and_weekday is None
    assert hidden.per_hour is not None
    assert hidden.per_weekday is None


def test_teams_and_channels_are_hidden_by_the_same_rule() -> None:
    told = share(
        Figures(
            total=20,
            per_team=(("KCC", 15), ("Jeugd", 3), ("Balie", 2)),
            per_channel=((Channel.TELEPHONE, 18), (Channel.COUNTER, 2)),
        )
    )
    assert told.per_team == (("KCC", 15), ("Balie", FEW), ("Jeugd", FEW))
    assert told.per_channel is None
