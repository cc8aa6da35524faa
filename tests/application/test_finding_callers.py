"""Which caller is meant by what was typed: an id, a customer number or a telephone number."""

from dataclasses import replace
from datetime import timedelta

import pytest
import story
from fake_store import FakeStore
from story import LANDLINE, MOBILE, NOW, OTHER_MOBILE, TODAY

from agressielog.application.errors import AmbiguousCaller, CallerNotFound, LogbookDamaged
from agressielog.application.finding_callers import candidates, current, find_caller, who_is
from agressielog.application.look_up import look_up_caller
from agressielog.application.ports.logbook import Store
from agressielog.domain.caller import Caller
from agressielog.domain.errors import TextEmpty, TextTooLong, TextUnstorable, UnreadableValue, WrongUse
from agressielog.domain.matching import (
    Candidate,
    Chosen,
    Claim,
    Doubt,
    Doubtful,
    Known,
    New,
    Nobody,
    SomebodyNew,
)
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.vocabulary import Certainty, Country

SURE, LIKELY = Certainty.CERTAIN, Certainty.PRESUMED


def _find(store: Store, asked: str, country: Country = Country.NETHERLANDS) -> Caller:
    with store.reading() as reading:
        return find_caller(reading, asked, country)


@pytest.fixture
def known(fake_store: FakeStore) -> Caller:
    """B1, with a number and a customer number."""
    return story.stored_caller(fake_store, MOBILE, customer_number="K-20417", name="Jansen")


@pytest.mark.parametrize(
    "asked", ["B1", "b1", " B1 ", "K-20417", " K-20417 ", "06-12345678", "+31612345678", "0031 6 12 34 56 78"]
)
def test_a_caller_is_found_by(fake_store: FakeStore, known: Caller, asked: str) -> None:
    assert _find(fake_store, asked) == known


@pytest.mark.parametrize(
    "asked", ["B2", "K-2041", "k-20417", "06-87654321", "Jansen", "anoniem", "112", "06-12345678x"]
)
def test_nobody_is_found_by(fake_store: FakeStore, known: Caller, asked: str) -> None:
    del known
    with pytest.raises(CallerNotFound) as refused:
        _find(fake_store, asked)
    assert refused.value.asked == asked


@pytest.mark.parametrize(
    ("asked", "error"),
    [("B0", UnreadableValue), (" ", TextEmpty), ("a\0b", TextUnstorable), ("x" * 201, TextTooLong)],
)
def test_what_cannot_mean_anybody_is_wrong_use(
    fake_store: FakeStore, asked: str, error: type[WrongUse]
) -> None:
    with pytest.raises(error):
        _find(fake_store, asked)


def test_the_country_says_how_a_number_is_read(fake_store: FakeStore) -> None:
    belgian = story.stored_caller(fake_store, PhoneNumber("+32470123456"))
    assert _find(fake_store, "0470 12 34 56", Country.BELGIUM) == belgian
    with pytest.raises(CallerNotFound):
        _find(fake_store, "0470 12 34 56")


def test_what_fits_several_callers_is_refused_with_all_of_them(fake_store: FakeStore) -> None:
    one, two = story.stored_caller(fake_store, MOBILE), story.stored_caller(fake_store, MOBILE)
    with pytest.raises(AmbiguousCaller) as refused:
        _find(fake_store, "06-12345678")
    assert (refused.value.asked, refused.value.choices) == ("06-12345678", (one, two))


def test_a_number_may_be_one_callers_telephone_and_anothers_customer_number(fake_store: FakeStore) -> None:
    customer = story.stored_caller(fake_store, customer_number="0612345678")
    phone = story.stored_caller(fake_store, MOBILE)
    with pytest.raises(AmbiguousCaller) as refused:
        _find(fake_store, "0612345678")
    assert refused.value.choices == (customer, phone)
    assert _find(fake_store, "06-12345678") == phone


def test_a_caller_who_fits_in_two_ways_is_one(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, customer_number="0612345678")
    assert _find(fake_store, "0612345678") == known


def test_a_merged_caller_is_followed_as_far_as_it_goes(fake_store: FakeStore) -> None:
    gone, between, kept = (story.stored_caller(fake_store) for _ in range(3))
    with fake_store.writing(story.deed("beller")) as tx:
        tx.replace_caller(replace(gone, merged_into=between.id))
        tx.replace_caller(replace(between, merged_into=kept.id))
    assert _find(fake_store, "B1") == _find(fake_store, "B3") == kept
    with fake_store.reading() as reading:
        assert current(reading, kept.id) == kept


def test_callers_that_were_merged_in_a_circle_are_damage_and_not_a_search_without_end(
    store: Store,
) -> None:
    one, other = story.stored_caller(store), story.stored_caller(store)
    with store.writing(story.deed("beller")) as tx:
        tx.replace_caller(replace(one, merged_into=other.id))
        tx.replace_caller(replace(other, merged_into=one.id))
    with pytest.raises(LogbookDamaged) as damaged:
        look_up_caller(store, one.id, story.policy(), TODAY)
    assert damaged.value.path in {str(getattr(store, "path", "")), "geheugen"}
    assert damaged.value.record == "beller 1"


def test_candidates_tell_how_sure_and_how_fresh_their_link_is(fake_store: FakeStore) -> None:
    long_ago = TODAY - timedelta(days=400)
    fresh = story.stored_caller(fake_store, MOBILE)
    stale = story.stored_caller(fake_store, LANDLINE, MOBILE, since=long_ago)
    likely = story.stored_caller(fake_store, MOBILE, certainty=LIKELY, since=long_ago)
    seen = story.stored_caller(fake_store, MOBILE, since=long_ago)
    for caller, days in ((likely, 200), (seen, 390)):
        story.stored(fake_store, at=NOW - timedelta(days=days), caller=caller.id, certainty=SURE)
    with fake_store.reading() as reading:
        assert candidates(reading, MOBILE, story.policy(), TODAY) == [
            Candidate(fresh, SURE, stale=False),
            Candidate(stale, SURE, stale=True),
            Candidate(likely, LIKELY, stale=False),
            Candidate(seen, SURE, stale=True),
        ]
        assert candidates(reading, MOBILE, story.policy(), long_ago)[3] == Candidate(seen, SURE, stale=False)
        assert candidates(reading, OTHER_MOBILE, story.policy(), TODAY) == []


def test_a_claim_is_held_against_what_the_logbook_knows(fake_store: FakeStore, known: Caller) -> None:
    def decide(
        number: PhoneNumber | None = None, name: str | None = None, customer_number: str | None = None
    ) -> object:
        with fake_store.reading() as reading:
            return who_is(
                reading,
                Claim(number=number, name=name, customer_number=customer_number),
                story.policy(),
                TODAY,
            )

    assert decide(MOBILE) == Known(known, SURE)
    assert decide(LANDLINE) == New(SURE)
    assert decide(customer_number="K-20417") == Known(known, SURE)
    assert decide(name="JANSEN") == Doubtful(Doubt.SAME_NAME, (known,), known)
    assert isinstance(decide(), Nobody)


def test_a_choice_settles_the_claim(fake_store: FakeStore, known: Caller) -> None:
    claim = Claim(number=MOBILE, name="De Vries", customer_number=None)
    with fake_store.reading() as reading:
        assert isinstance(who_is(reading, claim, story.policy(), TODAY), Doubtful)
        assert who_is(reading, claim, story.policy(), TODAY, Chosen(known, LIKELY, considered=True)) == Known(
            known, LIKELY
        )
        assert who_is(reading, claim, story.policy(), TODAY, SomebodyNew()) == New(SURE)
