"""Statements and restrictions, on the logbook in memory and on SQLite."""

from datetime import date

import pytest
import story

from agressielog.application.errors import CallerNotFound
from agressielog.application.ports.logbook import Store
from agressielog.domain.identity import CallerId, RestrictionId
from agressielog.domain.restriction import NewOpening, NewRestriction
from agressielog.domain.statement import NewStatement

ONE, OTHER = CallerId(1), CallerId(2)
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
TOLD = NewStatement(caller=ONE, given_on=MONDAY, text="Ik werd zelf uitgescholden.\nTwee keer.")
ASKED = NewRestriction(caller=ONE, reason="Betwist wat er gezegd is", since=MONDAY)


@pytest.fixture(autouse=True)
def _two_callers(store: Store) -> None:
    story.stored_caller(store, name="Jansen")
    story.stored_caller(store, name="De Boer")


def test_a_statement_comes_back_word_for_word(store: Store) -> None:
    with store.writing(story.deed("avg zienswijze")) as tx:
        first, second = tx.add_statement(TOLD), tx.add_statement(TOLD)
        assert tx.touched.callers == {ONE}
    for name in NewStatement.__dataclass_fields__:
        assert getattr(first, name) == getattr(TOLD, name), name
    with store.reading() as reading:
        assert list(reading.statements_of(ONE)) == [first, second]
        assert not reading.statements_of(OTHER)


def test_a_restriction_runs_until_it_is_lifted(store: Store) -> None:
    with store.writing(story.deed("avg beperk")) as tx:
        first = tx.add_restriction(ASKED)
        second = tx.add_restriction(NewRestriction(caller=OTHER, reason="Bezwaar", since=MONDAY))
    for name in NewRestriction.__dataclass_fields__:
        assert getattr(first, name) == getattr(ASKED, name), name
    with store.reading() as reading:
        assert list(reading.running_restrictions()) == [first, second]
    with store.writing(story.deed("avg beperk")) as tx:
        tx.lift_restriction(first.id, TUESDAY)
        assert tx.touched.callers == {ONE}
    with store.reading() as reading:
        assert [one.lifted_on for one in reading.restrictions_of(ONE)] == [TUESDAY]
        assert list(reading.restrictions_of(OTHER)) == [second]
        assert list(reading.running_restrictions()) == [second]


def test_lifting_what_is_not_there_changes_nothing(store: Store) -> None:
    with store.writing(story.deed("avg beperk")) as tx:
        first = tx.add_restriction(ASKED)
        tx.lift_restriction(RestrictionId(9), TUESDAY)
    with store.reading() as reading:
        assert list(reading.running_restrictions()) == [first]


def test_a_look_all_the_same_comes_back_with_who_and_why(store: Store) -> None:
    looked = NewOpening(caller=ONE, reason="Besluit over de klacht", at=story.deed().at, by="R. Smit")
    with store.writing(story.deed("toch bekeken")) as tx:
        first, second = tx.add_opening(looked), tx.add_opening(looked)
        assert tx.touched.callers == {ONE}
    for name in NewOpening.__dataclass_fields__:
        assert getattr(first, name) == getattr(looked, name), name
    with store.reading() as reading:
        assert list(reading.openings_of(ONE)) == [first, second]
        assert not reading.openings_of(OTHER)


def test_nobody_has_neither(store: Store) -> None:
    nobody = CallerId(9)
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.add_opening(NewOpening(caller=nobody, reason="x", at=story.deed().at, by="R"))
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.add_statement(NewStatement(caller=nobody, given_on=MONDAY, text="x"))
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.add_restriction(NewRestriction(caller=nobody, reason="x", since=MONDAY))
