"""What a correction of an incident does to its caller: the link of a number, and what was told in the call."""

from datetime import date, timedelta

import pytest
import story
from story import LANDLINE, MOBILE, TODAY

from agressielog.application.correct import Corrected, Correction, correct
from agressielog.application.ports.logbook import Store
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.phone import Withheld
from agressielog.domain.vocabulary import Certainty

CERTAIN, PRESUMED = Certainty.CERTAIN, Certainty.PRESUMED


def _correct(store: Store, incident: Incident, correction: Correction) -> Corrected:
    return correct(store, story.deed("edit"), incident.id, correction, story.policy())


def _caller(store: Store, number: int) -> Caller:
    with store.reading() as reading:
        return reading.caller(CallerId(number))


# The link of a number -------------------------------------------------------------------------------


@pytest.mark.parametrize("certainty", Certainty)
def test_a_corrected_number_is_linked_as_sure_as_the_incident_and_from_its_day(
    store: Store, certainty: Certainty
) -> None:
    caller = story.stored_caller(store)
    at = story.NOW - timedelta(days=3)
    incident = story.stored(store, caller=caller.id, certainty=certainty, number=None, at=at)
    _correct(store, incident, Correction(number=MOBILE))
    assert _caller(store, 1).numbers == (NumberLink(MOBILE, certainty, TODAY - timedelta(days=3)),)


@pytest.mark.parametrize(
    ("link", "incident", "after"),
    [
        (PRESUMED, CERTAIN, CERTAIN),
        (PRESUMED, PRESUMED, PRESUMED),
        (CERTAIN, PRESUMED, CERTAIN),
        (CERTAIN, CERTAIN, CERTAIN),
    ],
)
def test_a_known_number_gets_surer_by_a_sure_incident_and_never_less_sure(
    store: Store, link: Certainty, incident: Certainty, after: Certainty
) -> None:
    since = TODAY - timedelta(days=9)
    caller = story.stored_caller(store, MOBILE, certainty=link, since=since)
    stored = story.stored(store, caller=caller.id, certainty=incident, number=LANDLINE)
    _correct(store, stored, Correction(number=MOBILE))
    assert _caller(store, 1).link_to(MOBILE) == NumberLink(MOBILE, after, since)


def test_confirming_an_incident_confirms_its_number(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE, certainty=PRESUMED)
    incident = story.stored(store, caller=caller.id, certainty=PRESUMED)
    _correct(store, incident, Correction(certain=True))
    assert _caller(store, 1).numbers == (NumberLink(MOBILE, CERTAIN, TODAY),)


def test_a_newly_typed_number_of_one_caller_makes_that_caller_likely_and_not_sure(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    incident = story.stored(store, number=None)
    after = _correct(store, incident, Correction(number=MOBILE)).incident
    assert (after.caller, after.certainty) == (1, PRESUMED)
    assert _caller(store, 1).numbers == (NumberLink(MOBILE, CERTAIN, TODAY),)


def test_a_newly_typed_number_of_several_callers_makes_nobody_likely(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store, MOBILE)
    incident = story.stored(store, number=None)
    assert _correct(store, incident, Correction(number=MOBILE)).incident.caller is None


def test_a_number_that_turns_out_to_be_withheld_makes_nobody_likely(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    incident = story.stored(store, number=None)
    assert _correct(store, incident, Correction(number=Withheld())).incident.caller is None


@pytest.mark.parametrize(
    ("since", "left"),
    [(TODAY, ()), (TODAY - timedelta(days=9), (NumberLink(MOBILE, PRESUMED, TODAY - timedelta(days=9)),))],
    ids=["made by the call", "made before"],
)
def test_a_number_that_no_call_of_the_caller_has_any_more_is_taken_away_or_doubted(
    store: Store, since: date, left: tuple[NumberLink, ...]
) -> None:
    caller = story.stored_caller(store, MOBILE, since=since)
    incident = story.stored(store, caller=caller.id, certainty=CERTAIN)
    _correct(store, incident, Correction(caller=None))
    assert _caller(store, 1).numbers == left


def test_a_number_of_another_call_stays(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE)
    incident, _ = (story.stored(store, caller=caller.id, certainty=CERTAIN) for _ in range(2))
    _correct(store, incident, Correction(caller=None))
    assert _caller(store, 1).numbers == caller.numbers


# What was told in the call --------------------------------------------------------------------------

TOLD = {"name_told": "J. Jansen", "customer_number_told": "K1"}
BOTH = (CallerField.NAME, CallerField.CUSTOMER_NUMBER)


def test_a_confirmed_caller_gets_the_name_and_customer_number_that_were_told(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE)
    incident = story.stored(store, caller=caller.id, certainty=PRESUMED, **TOLD)
    corrected = _correct(store, incident, Correction(certain=True))
    assert corrected.learned == BOTH
    now = _caller(store, 1)
    assert (now.name, now.customer_number) == ("J. Jansen", "K1")
    assert (corrected.incident.name_told, corrected.incident.customer_number_told) == ("J. Jansen", "K1")


@pytest.mark.parametrize("presumed", [None, 1])
def test_the_caller_the_incident_is_surely_given_to_learns_it(store: Store, presumed: int | None) -> None:
    for _ in range(2):
        story.stored_caller(store)
    owner = {"caller": CallerId(presumed), "certainty": PRESUMED} if presumed is not None else {}
    incident = story.stored(store, **owner, **TOLD)
    assert _correct(store, incident, Correction(caller=CallerId(2), certain=True)).learned == BOTH
    assert (_caller(store, 1).name, _caller(store, 2).name) == (None, "J. Jansen")


def test_what_was_told_of_somebody_it_was_surely_taken_for_teaches_nothing_of_another(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store)
    incident = story.stored(store, caller=CallerId(1), certainty=CERTAIN, **TOLD)
    assert _correct(store, incident, Correction(caller=CallerId(2), certain=True)).learned == ()
    assert _caller(store, 2).name is None


def test_who_is_only_presumed_learns_nothing(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store)
    incident = story.stored(store, caller=CallerId(1), certainty=CERTAIN, **TOLD)
    assert _correct(store, incident, Correction(caller=CallerId(2))).learned == ()
    assert _caller(store, 2).name is None


def test_what_the_caller_has_is_not_overwritten(store: Store) -> None:
    caller = story.stored_caller(store, name="De Vries")
    incident = story.stored(store, caller=caller.id, certainty=PRESUMED, **TOLD)
    assert _correct(store, incident, Correction(certain=True)).learned == (CallerField.CUSTOMER_NUMBER,)
    assert _caller(store, 1).name == "De Vries"


def test_a_customer_number_that_somebody_else_has_stays_with_the_call(store: Store) -> None:
    caller = story.stored_caller(store)
    story.stored_caller(store, customer_number="K1")
    incident = story.stored(store, caller=caller.id, certainty=PRESUMED, **TOLD)
    assert _correct(store, incident, Correction(certain=True)).learned == (CallerField.NAME,)
    assert _caller(store, 1).customer_number is None


def test_another_correction_of_a_sure_incident_teaches_nothing(store: Store) -> None:
    caller = story.stored_caller(store)
    incident = story.stored(store, caller=caller.id, certainty=CERTAIN, **TOLD)
    assert _correct(store, incident, Correction(account="Anders.")).learned == ()
    assert _caller(store, 1).name is None


def test_a_call_in_which_nothing_was_told_teaches_nothing(store: Store) -> None:
    caller = story.stored_caller(store)
    incident = story.stored(store, caller=caller.id, certainty=PRESUMED)
    assert _correct(store, incident, Correction(certain=True)).learned == ()
