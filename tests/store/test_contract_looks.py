"""Who looked at whom, on the logbook in memory and on SQLite."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import story

from agressielog.application.errors import LogbookMissing
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Logbook
from agressielog.application.ports.looks import LookFilter
from agressielog.domain.identity import CallerId
from agressielog.domain.look import Look
from agressielog.domain.vocabulary import Country

ONE, OTHER, THIRD = CallerId(1), CallerId(2), CallerId(3)
ALL = LookFilter()
DAY = timedelta(days=1)


@pytest.fixture
def _three_callers(store: Logbook) -> None:
    for name in ("Jansen", "De Boer", "Smit"):
        story.stored_caller(store, name=name)


def look(*callers: CallerId, days: int = 0, command: str = "lookup", name: str = "Mia de Vries") -> Look:
    return Look(
        at=story.NOW + days * DAY,
        login="mdevries",
        name=name,
        command=command,
        callers=tuple(sorted(callers)),
    )


def commands(store: Logbook, wanted: LookFilter) -> list[str]:
    with store.reading() as reading:
        assert reading.count_looks(wanted) >= len(reading.looks(wanted))
        return [one.command for one in reading.looks(wanted)]


@pytest.mark.usefixtures("_three_callers")
def test_looks_come_back_as_told_the_last_one_first(store: Logbook) -> None:
    told = [look(ONE, OTHER), look(), look(OTHER, days=-1, command="beller show")]
    store.note_looks(told)
    with store.reading() as reading:
        assert list(reading.looks(ALL)) == [told[1], told[0], told[2]]
        assert reading.count_looks(ALL) == 3


@pytest.mark.usefixtures("_three_callers")
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LookFilter(callers=frozenset({ONE})), ["show", "lookup"]),
        (LookFilter(callers=frozenset({ONE, OTHER})), ["show", "list", "lookup"]),
        (LookFilter(callers=frozenset()), []),
        (LookFilter(since=story.TODAY), ["show", "list"]),
        (LookFilter(until=story.TODAY), ["list", "lookup"]),
        (LookFilter(since=story.TODAY, until=story.TODAY), ["list"]),
        (LookFilter(limit=2), ["show", "list"]),
        (LookFilter(by="mia  DE vriés"), ["list", "lookup"]),
        (LookFilter(by="mdevries"), ["show", "list", "lookup"]),
        (LookFilter(by="niemand"), []),
    ],
)
def test_every_filter_narrows(store: Logbook, wanted: LookFilter, found: list[str]) -> None:
    store.note_looks(
        [look(ONE, days=-1), look(OTHER, command="list"), look(ONE, days=1, command="show", name="Ans")]
    )
    assert commands(store, wanted) == found


@pytest.mark.usefixtures("_three_callers")
def test_strangers_are_only_counted_by_day(store: Logbook) -> None:
    yesterday, today = date(2026, 11, 19), date(2026, 11, 20)
    store.note_looks([], [today, yesterday, today])
    store.note_looks([look()], [today])
    with store.reading() as reading:
        assert reading.strangers() == {yesterday: 1, today: 3}
        assert reading.strangers(today, today) == {today: 3}
        assert reading.strangers(until=yesterday) == {yesterday: 1}
        assert reading.count_looks(ALL) == 1


@pytest.mark.usefixtures("_three_callers")
def test_a_look_at_a_caller_is_one_at_everybody_merged_into_it(store: Logbook) -> None:
    store.note_looks([look(OTHER, days=-2, command="voor")])
    merge(store, story.deed("beller merge"), "B2", "B3", Country.NETHERLANDS)
    merge(store, story.deed("beller merge"), "B1", "B2", Country.NETHERLANDS)
    store.note_looks([look(ONE, days=-1, command="samen")])
    split(store, story.deed("beller split"), "B1", Country.NETHERLANDS)
    store.note_looks([look(ONE, command="na")])
    assert commands(store, LookFilter(callers=frozenset({ONE}))) == ["na", "samen"]
    assert commands(store, LookFilter(callers=frozenset({OTHER}))) == ["samen", "voor"]
    assert commands(store, LookFilter(callers=frozenset({THIRD}))) == ["samen"]


@pytest.mark.usefixtures("_three_callers")
def test_what_is_older_than_a_day_can_be_removed(store: Logbook) -> None:
    store.note_looks([look(ONE, days=-1), look(ONE)], [story.TODAY - DAY, story.TODAY])
    with store.writing(story.deed("avg opschonen")) as tx:
        assert tx.remove_looks_before(story.TODAY) == 1
    with store.reading() as reading:
        assert list(reading.looks(ALL)) == [look(ONE)]
        assert reading.strangers() == {story.TODAY: 1}


@pytest.mark.usefixtures("_three_callers")
def test_a_look_can_forget_who_was_in_it(store: Logbook) -> None:
    store.note_looks([look(ONE, OTHER), look(ONE), look(OTHER)])
    with store.writing(story.deed("avg vergeet")) as tx:
        assert tx.forget_looks_at([ONE, THIRD]) == 2
    with store.reading() as reading:
        assert [one.callers for one in reading.looks(ALL)] == [(OTHER,), (), (OTHER,)]


def test_without_a_logbook_there_is_nothing_to_keep_a_look_in(
    make_store: Callable[[bool], Logbook],
) -> None:
    with pytest.raises(LogbookMissing):
        make_store(False).note_looks([look()])


def test_many_looks_are_read_with_everybody_in_them(store: Logbook) -> None:
    story.stored_caller(store)
    store.note_looks([look(ONE, days=-n) for n in range(600)])
    with store.reading() as reading:
        assert {one.callers for one in reading.looks(ALL)} == {(ONE,)}
