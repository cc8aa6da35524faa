"""To whom a call belongs, by what was said and what the logbook knows (design 4.1)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import permutations
from typing import Any, TypeAlias

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from story import MOBILE

from agressielog.domain.caller import Caller
from agressielog.domain.matching import (
    Candidate,
    Choice,
    Chosen,
    Claim,
    Doubt,
    Doubtful,
    Known,
    New,
    Nobody,
    NobodyKnown,
    Outcome,
    SomebodyNew,
    match,
)
from agressielog.domain.names import can_be_one_person
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.text import fold
from agressielog.domain.vocabulary import Certainty

SURE, LIKELY = Certainty.CERTAIN, Certainty.PRESUMED

UNNAMED = story.caller(1)
JANSEN = story.caller(2, name="J. Jansen", customer_number="K2")
DAUGHTER = story.caller(3, name="P. Jansen")
NAMESAKE = story.caller(4, name="J. Jansen")


def fresh(caller: Caller) -> Candidate:
    return Candidate(caller, SURE, stale=False)


def stale(caller: Caller) -> Candidate:
    return Candidate(caller, SURE, stale=True)


def likely(caller: Caller) -> Candidate:
    return Candidate(caller, LIKELY, stale=False)


def decide(
    *,
    number: bool = True,
    name: str | None = None,
    customer_number: str | None = None,
    by_number: Sequence[Candidate] = (),
    by_customer_number: Sequence[Caller] = (),
    by_name: Sequence[Caller] = (),
    choice: Choice | None = None,
) -> Outcome:
    claim = Claim(number=MOBILE if number else None, name=name, customer_number=customer_number)
    return match(
        claim, by_number=by_number, by_customer_number=by_customer_number, by_name=by_name, choice=choice
    )


@pytest.mark.parametrize(
    ("candidate", "certainty"),
    [(fresh(JANSEN), SURE), (stale(JANSEN), LIKELY), (likely(JANSEN), LIKELY)],
    ids=["fresh", "stale", "presumed"],
)
@pytest.mark.parametrize("name", [None, "Jansen", "dhr. J. Jansen"])
def test_a_number_of_one_caller_is_as_sure_as_its_link_is_fresh(
    candidate: Candidate, certainty: Certainty, name: str | None
) -> None:
    assert decide(name=name, by_number=[candidate]) == Known(JANSEN, certainty)


def test_a_number_of_several_callers_is_for_somebody_to_choose() -> None:
    everybody = [fresh(JANSEN), fresh(DAUGHTER)]
    assert decide(by_number=everybody) == Doubtful(Doubt.SEVERAL_CALLERS, (JANSEN, DAUGHTER))
    assert decide(name="Jansen", by_number=everybody) == Doubtful(Doubt.SEVERAL_CALLERS, (JANSEN, DAUGHTER))


def test_on_a_shared_number_a_name_makes_it_likely() -> None:
    assert decide(name="P. Jansen", by_number=[fresh(JANSEN), fresh(DAUGHTER)]) == Known(DAUGHTER, LIKELY)
    assert decide(name="P. Jansen", by_number=[fresh(UNNAMED), fresh(DAUGHTER)]) == Known(DAUGHTER, LIKELY)


def test_a_name_that_contradicts_everybody_on_the_number_is_for_somebody_to_choose() -> None:
    assert decide(name="De Vries", by_number=[fresh(JANSEN)]) == Doubtful(Doubt.OTHER_NAME, (JANSEN,))


def test_a_caller_without_a_name_contradicts_no_name() -> None:
    assert decide(name="De Vries", by_number=[fresh(UNNAMED)]) == Known(UNNAMED, SURE)
    assert decide(name="De Vries", by_number=[fresh(UNNAMED), fresh(JANSEN)]) == Known(UNNAMED, LIKELY)


def test_an_unknown_number_is_somebody_new() -> None:
    assert decide() == New(SURE)
    assert decide(name="J. Jansen") == New(SURE)


def test_a_known_name_on_an_unknown_number_is_asked_and_else_presumed() -> None:
    assert decide(name="J. Jansen", by_name=[JANSEN]) == Doubtful(Doubt.SAME_NAME, (JANSEN,), JANSEN)


def test_namesakes_are_for_somebody_to_choose() -> None:
    assert decide(name="J. Jansen", by_name=[JANSEN, NAMESAKE]) == Doubtful(
        Doubt.SEVERAL_NAMESAKES, (JANSEN, NAMESAKE)
    )


def test_a_namesake_with_another_customer_number_is_somebody_else() -> None:
    assert decide(name="J. Jansen", customer_number="K9", by_name=[JANSEN]) == New(SURE)
    assert decide(name="J. Jansen", customer_number="K9", by_name=[JANSEN, NAMESAKE]) == Doubtful(
        Doubt.SAME_NAME, (NAMESAKE,), NAMESAKE
    )


def test_a_known_customer_number_is_that_caller_whatever_the_number() -> None:
    decide_customer = partial(decide, customer_number="K2", by_customer_number=[JANSEN])
    assert decide_customer() == Known(JANSEN, SURE)
    assert decide_customer(number=False) == Known(JANSEN, SURE)
    assert decide_customer(name="Jansen", by_number=[stale(JANSEN)]) == Known(JANSEN, SURE)
    assert decide_customer(by_number=[fresh(DAUGHTER), fresh(JANSEN)]) == Known(JANSEN, SURE)


def test_a_customer_number_that_contradicts_the_number_is_for_somebody_to_choose() -> None:
    assert decide(customer_number="K2", by_customer_number=[JANSEN], by_number=[fresh(DAUGHTER)]) == Doubtful(
        Doubt.OTHER_CUSTOMER_NUMBER, (JANSEN, DAUGHTER)
    )
    assert decide(customer_number="K9", by_number=[fresh(JANSEN)]) == Doubtful(
        Doubt.OTHER_CUSTOMER_NUMBER, (JANSEN,)
    )


def test_a_customer_number_that_contradicts_the_name_is_for_somebody_to_choose() -> None:
    assert decide(name="De Vries", customer_number="K2", by_customer_number=[JANSEN]) == Doubtful(
        Doubt.OTHER_NAME, (JANSEN,)
    )


def test_a_customer_number_of_several_callers_is_for_somebody_to_choose() -> None:
    twin = replace(NAMESAKE, customer_number="K2")
    assert decide(
        customer_number="K2", by_customer_number=[JANSEN, twin], by_number=[fresh(JANSEN)]
    ) == Doubtful(Doubt.SEVERAL_CUSTOMERS, (JANSEN, twin))


def test_a_new_customer_number_may_be_that_of_a_caller_who_has_none() -> None:
    assert decide(customer_number="K9", by_number=[fresh(DAUGHTER)]) == Known(DAUGHTER, SURE)
    assert decide(customer_number="K9", by_number=[fresh(DAUGHTER), fresh(JANSEN)]) == Known(DAUGHTER, LIKELY)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({}, Nobody),
        ({"name": "De Vries"}, New(LIKELY)),
        ({"customer_number": "K9"}, New(SURE)),
        ({"name": "De Vries", "customer_number": "K9"}, New(SURE)),
    ],
    ids=str,
)
def test_without_a_number_only_a_name_or_customer_number_makes_a_caller(
    said: dict[str, str], outcome: Outcome | type[Nobody]
) -> None:
    found = decide(number=False, name=said.get("name"), customer_number=said.get("customer_number"))
    assert isinstance(found, Nobody) if outcome is Nobody else found == outcome


def test_what_the_colleague_says_settles_it() -> None:
    doubtful = partial(decide, name="De Vries", customer_number="K2", by_customer_number=[JANSEN])
    assert doubtful(choice=Chosen(DAUGHTER, SURE, considered=True)) == Known(DAUGHTER, SURE)
    assert doubtful(choice=Chosen(DAUGHTER, LIKELY, considered=True)) == Known(DAUGHTER, LIKELY)
    assert doubtful(choice=SomebodyNew(considered=True)) == New(SURE)


@pytest.mark.parametrize(
    ("chosen", "said", "customers", "outcome"),
    [
        (JANSEN, {"name": "De Vries"}, [], Doubtful(Doubt.OTHER_NAME, (JANSEN,))),
        (JANSEN, {"name": "dhr. Jansen"}, [], Known(JANSEN, SURE)),
        (UNNAMED, {"name": "De Vries"}, [], Known(UNNAMED, SURE)),
        (JANSEN, {"customer_number": "K9"}, [], Doubtful(Doubt.OTHER_CUSTOMER_NUMBER, (JANSEN,))),
        (
            DAUGHTER,
            {"customer_number": "K2"},
            [JANSEN],
            Doubtful(Doubt.OTHER_CUSTOMER_NUMBER, (DAUGHTER, JANSEN)),
        ),
        (DAUGHTER, {"customer_number": "K9"}, [], Known(DAUGHTER, SURE)),
        (JANSEN, {"customer_number": "K2"}, [JANSEN], Known(JANSEN, SURE)),
        (
            JANSEN,
            {"customer_number": "K2", "name": "De Vries"},
            [JANSEN],
            Doubtful(Doubt.OTHER_NAME, (JANSEN,)),
        ),
    ],
)
def test_who_is_named_must_fit_what_was_told_unless_that_was_considered(
    chosen: Caller, said: dict[str, str], customers: list[Caller], outcome: Outcome
) -> None:
    decided = decide(
        name=said.get("name"),
        customer_number=said.get("customer_number"),
        by_customer_number=customers,
        choice=Chosen(chosen, SURE),
    )
    assert decided == outcome


def test_somebody_new_with_nothing_but_a_name_is_presumed() -> None:
    assert decide(number=False, name="J. Jansen", by_name=[JANSEN], choice=SomebodyNew()) == New(LIKELY)
    assert decide(by_number=[fresh(JANSEN)], choice=SomebodyNew()) == New(SURE)
    assert decide(number=False, customer_number="K9", choice=SomebodyNew()) == New(SURE)


def test_somebody_new_cannot_have_a_customer_number_that_is_somebodys() -> None:
    told: dict[str, Any] = {"customer_number": "K1", "by_customer_number": [JANSEN]}
    assert decide(**told, choice=SomebodyNew()) == Doubtful(Doubt.KNOWN_CUSTOMER, (JANSEN,))
    both = decide(customer_number="K1", by_customer_number=[JANSEN, DAUGHTER], choice=SomebodyNew())
    assert both == Doubtful(Doubt.SEVERAL_CUSTOMERS, (JANSEN, DAUGHTER))
    assert decide(**told, choice=SomebodyNew(considered=True)) == New(SURE)
    assert decide(**told, number=False, choice=SomebodyNew(considered=True)) == New(LIKELY)


def test_the_colleague_may_say_that_it_was_nobody_we_can_name() -> None:
    outcome = decide(name="J. Jansen", by_number=[fresh(JANSEN)], by_name=[JANSEN], choice=NobodyKnown())
    assert isinstance(outcome, Nobody)


@pytest.mark.parametrize("key", ["112", "14020", "+31800123456", "+31900123456"])
def test_behind_a_short_or_service_number_may_be_anybody(key: str) -> None:
    claim = Claim(number=PhoneNumber(key), name=None, customer_number=None)
    decide_on = partial(match, by_customer_number=[], by_name=[])
    assert decide_on(claim, by_number=[]) == New(LIKELY)
    assert decide_on(claim, by_number=[fresh(JANSEN)]) == Known(JANSEN, LIKELY)
    assert decide_on(replace(claim, customer_number="K9"), by_number=[]) == New(SURE)


_NAMES = ("Jansen", "J. Jansen", "P. Jansen", "mevr. Jansen", "De Vries", "J.")
_CUSTOMER_NUMBERS = ("K1", "K2")
#: A claim, and whom a logbook finds for it by number, by customer number and by name.
Case: TypeAlias = tuple[Claim, list[Candidate], list[Caller], list[Caller]]


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    """Return a claim and what a logbook would find for it."""
    people = [
        story.caller(
            number,
            name=draw(st.none() | st.sampled_from(_NAMES)),
            customer_number=draw(st.none() | st.sampled_from(_CUSTOMER_NUMBERS)),
        )
        for number in range(1, draw(st.integers(min_value=0, max_value=4)) + 1)
    ]
    claim = Claim(
        number=draw(st.sampled_from([None, MOBILE])),
        name=draw(st.none() | st.sampled_from(_NAMES)),
        customer_number=draw(st.none() | st.sampled_from(_CUSTOMER_NUMBERS)),
    )
    linked = [
        Candidate(person, draw(st.sampled_from(Certainty)), draw(st.booleans()))
        for person in people
        if claim.number is not None and draw(st.booleans())
    ]
    customers = [p for p in people if claim.customer_number and p.customer_number == claim.customer_number]
    namesakes = [p for p in people if claim.name and p.name and fold(p.name) == fold(claim.name)]
    return claim, linked, customers, namesakes


def _decided(case: Case) -> Outcome:
    claim, linked, customers, namesakes = case
    return match(claim, by_number=linked, by_customer_number=customers, by_name=namesakes)


def _as_set(outcome: Outcome) -> object:
    if isinstance(outcome, Doubtful):
        return outcome.reason, {caller.id for caller in outcome.choices}, outcome.presumed
    return type(outcome), None if isinstance(outcome, Nobody) else outcome


@given(_cases())
def test_the_order_in_which_people_are_found_does_not_matter(case: Case) -> None:
    claim, linked, customers, namesakes = case
    expected = _as_set(_decided(case))
    for order in permutations(linked):
        assert _as_set(_decided((claim, list(order), customers[::-1], namesakes[::-1]))) == expected


@given(_cases())
def test_what_contradicts_the_call_is_never_sure(case: Case) -> None:
    claim, linked, _, _ = case
    match _decided(case):
        case Known(caller, certainty) if certainty is SURE:
            assert None in {claim.name, caller.name} or can_be_one_person(str(claim.name), str(caller.name))
            assert claim.customer_number in {None, caller.customer_number} or caller.customer_number is None
            assert not linked or caller.id in {candidate.caller.id for candidate in linked}
        case _:
            pass


@given(_cases())
def test_without_a_customer_number_only_a_fresh_number_of_one_caller_is_sure(case: Case) -> None:
    claim, linked, _, namesakes = case
    match _decided((replace(claim, customer_number=None), linked, [], namesakes)):
        case Known(caller, certainty) if certainty is SURE:
            assert linked == [Candidate(caller, SURE, stale=False)]
        case _:
            pass


@given(_cases())
def test_nobody_is_chosen_whom_nothing_points_at(case: Case) -> None:
    _, linked, customers, namesakes = case
    pointed_at = {c.caller.id for c in linked} | {c.id for c in customers} | {c.id for c in namesakes}
    outcome = _decided(case)
    if isinstance(outcome, Known):
        assert outcome.caller.id in pointed_at
    if isinstance(outcome, Doubtful):
        assert {caller.id for caller in outcome.choices} <= pointed_at
        assert outcome.presumed is None or outcome.choices == (outcome.presumed,)


@given(_cases())
def test_a_call_without_a_number_is_never_sure_by_name_alone(case: Case) -> None:
    claim, _, _, namesakes = case
    withheld = Claim(number=None, name=claim.name, customer_number=None)
    outcome = match(withheld, by_number=[], by_customer_number=[], by_name=namesakes)
    assert not isinstance(outcome, Known)
    if isinstance(outcome, New):
        assert outcome.certainty is LIKELY
