"""A look-up: everybody behind a number, heaviest first, and nobody who is nobody we know."""

from dataclasses import replace
from datetime import timedelta

import pytest
import story
from fake_store import FakeStore
from hypothesis import given
from hypothesis import strategies as st
from story import BREACH, CRITICISM, LANDLINE, MOBILE, NOW, OTHER_MOBILE, SWEARING, THREAT, TODAY

from agressielog.application.errors import CallerNotFound, LogbookMissing
from agressielog.application.look_up import (
    Answer,
    look_up_caller,
    look_up_customer_number,
    look_up_name,
    look_up_number,
)
from agressielog.domain.caller import Caller
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import NewPromise
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.span import Span
from agressielog.domain.terms import Terms
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Standing

SURE, LIKELY = Certainty.CERTAIN, Certainty.PRESUMED
LONG_AGO = TODAY - timedelta(days=400)


def _look_up(store: FakeStore, number: PhoneNumber | Withheld = MOBILE) -> Answer:
    return look_up_number(store, number, story.policy(), TODAY)


def _told_of(store: FakeStore, caller: Caller, **changes: object) -> None:
    story.stored(store, **{"caller": caller.id, "certainty": SURE, **changes})


def _ids(answer: Answer) -> list[int]:
    return [seen.record.caller.id for seen in answer.callers]


def test_a_number_that_is_not_in_the_logbook_is_unknown(fake_store: FakeStore) -> None:
    assert _look_up(fake_store) == Answer(MOBILE, Standing.UNKNOWN, "Neem gewoon op.", (), TODAY)


def test_a_number_with_an_incident_is_known(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE)
    _told_of(fake_store, known)
    answer = _look_up(fake_store)
    (seen,) = answer.callers
    assert (answer.standing, answer.instruction, answer.shared) == (Standing.KNOWN, "Blijf rustig.", False)
    assert (seen.record.caller, seen.record.total, seen.link, seen.stale) == (known, 1, SURE, False)


def test_a_withheld_number_matches_nobody_ever(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE)
    _told_of(fake_store, known, number=Withheld(), number_typed="anoniem")
    answer = _look_up(fake_store, Withheld())
    assert (answer.standing, answer.callers, answer.shared) == (Standing.WITHHELD, (), False)
    assert answer.instruction == "Vraag zo nodig naar de naam."


def test_a_missing_logbook_is_never_an_unknown_caller() -> None:
    store = FakeStore()
    for number in (MOBILE, Withheld()):
        with pytest.raises(LogbookMissing):
            _look_up(store, number)


@pytest.mark.parametrize(
    "changes",
    [
        {"status": IncidentStatus.WITHDRAWN},
        {"status": IncidentStatus.REJECTED},
        {"kinds": (CRITICISM,)},
        {"at": NOW + timedelta(days=1)},
    ],
    ids=str,
)
def test_a_caller_of_whom_nothing_stands_that_shows_is_unknown(
    fake_store: FakeStore, changes: dict[str, object]
) -> None:
    _told_of(fake_store, story.stored_caller(fake_store, MOBILE), **changes)
    answer = _look_up(fake_store)
    assert (answer.standing, answer.callers) == (Standing.UNKNOWN, ())


def test_a_presumed_incident_shows_without_making_known(fake_store: FakeStore) -> None:
    _told_of(fake_store, story.stored_caller(fake_store, MOBILE), certainty=LIKELY)
    answer = _look_up(fake_store)
    (seen,) = answer.callers
    assert (answer.standing, seen.record.presumed) == (Standing.UNKNOWN, 1)


def test_an_open_promise_shows_whatever_the_call_was(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE)
    _told_of(fake_store, known, kinds=(CRITICISM,), promises=(NewPromise("terugbellen"),))
    answer = _look_up(fake_store)
    assert (answer.standing, _ids(answer)) == (Standing.UNKNOWN, [known.id])


def test_a_shared_number_shows_everybody_heaviest_first(fake_store: FakeStore) -> None:
    light, none, severe, often, silent, likely, breach = (
        story.stored_caller(fake_store, MOBILE) for _ in range(7)
    )
    _told_of(fake_store, light, kinds=(SWEARING,))
    _told_of(fake_store, severe, kinds=(THREAT,))
    for _ in range(3):
        _told_of(fake_store, often, kinds=(SWEARING,))
    _told_of(fake_store, likely, kinds=(THREAT,), certainty=LIKELY)
    _told_of(fake_store, none, kinds=(CRITICISM,))
    _told_of(fake_store, breach, kinds=(BREACH,))
    answer = _look_up(fake_store)
    assert _ids(answer) == [severe.id, often.id, light.id, breach.id, likely.id]
    assert silent.id not in _ids(answer)
    assert answer.shared
    assert answer.standing is Standing.KNOWN


def test_a_number_that_was_not_seen_for_a_year_is_stale(fake_store: FakeStore) -> None:
    old = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    seen_lately = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    linked_lately = story.stored_caller(fake_store, MOBILE, certainty=LIKELY)
    _told_of(fake_store, old, at=NOW - timedelta(days=390))
    _told_of(fake_store, seen_lately, at=NOW - timedelta(days=300))
    _told_of(fake_store, linked_lately, at=NOW - timedelta(days=390))
    found = {seen.record.caller.id: (seen.link, seen.stale) for seen in _look_up(fake_store).callers}
    assert found == {
        old.id: (SURE, True),
        seen_lately.id: (SURE, False),
        linked_lately.id: (LIKELY, False),
    }


@pytest.mark.parametrize(("after", "stale"), [("6 maanden", True), ("12 maanden", False), (None, False)])
def test_the_policy_says_after_how_long_a_number_is_stale(
    fake_store: FakeStore, after: str | None, stale: bool
) -> None:
    known = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    _told_of(fake_store, known, at=NOW - timedelta(days=300))
    terms = Terms(number_stale_after=Span.parse(after) if after is not None else None)
    answer = look_up_number(fake_store, MOBILE, replace(story.policy(), terms=terms), TODAY)
    assert [seen.stale for seen in answer.callers] == [stale]


def test_a_caller_is_judged_by_all_incidents_whatever_the_number(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, LANDLINE)
    _told_of(fake_store, known, number=LANDLINE)
    _told_of(fake_store, known, number=Withheld())
    (seen,) = _look_up(fake_store, MOBILE).callers
    assert seen.record.total == 2


def test_a_merged_caller_is_looked_up_as_the_one_it_became(fake_store: FakeStore) -> None:
    gone, between, kept = (story.stored_caller(fake_store) for _ in range(3))
    with fake_store.writing(story.deed("beller")) as tx:
        tx.replace_caller(story.caller(gone.id, merged_into=between.id))
        tx.replace_caller(story.caller(between.id, merged_into=kept.id))
    _told_of(fake_store, kept)
    answer = look_up_caller(fake_store, gone.id, story.policy(), TODAY)
    (seen,) = answer.callers
    assert (answer.number, _ids(answer), answer.standing) == (None, [kept.id], Standing.KNOWN)
    assert (seen.link, seen.stale, answer.shared) == (SURE, False, False)


def test_a_caller_who_is_not_there_is_not_found(fake_store: FakeStore) -> None:
    with pytest.raises(CallerNotFound):
        look_up_caller(fake_store, CallerId(9), story.policy(), TODAY)


def test_a_name_shows_every_namesake(fake_store: FakeStore) -> None:
    one, two = (story.stored_caller(fake_store, name=name) for name in ("Renée Jansen", "renee JANSEN"))
    _told_of(fake_store, one)
    _told_of(fake_store, two, kinds=(THREAT,))
    assert _ids(look_up_name(fake_store, "Renee Jansen", story.policy(), TODAY)) == [two.id, one.id]
    nobody = look_up_name(fake_store, "De Vries", story.policy(), TODAY)
    assert (nobody.standing, nobody.callers) == (Standing.UNKNOWN, ())


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("bakker", ["Karel Bakker", "Mevrouw Bakker"]),
        ("dhr. K. Bakker", ["Karel Bakker"]),
        ("Bakker, Karel", ["Karel Bakker", "Mevrouw Bakker"]),
        ("mevrouw", ["Mevrouw Bakker"]),
        ("mw", []),
        ("Karel Bakker-Smit", []),
    ],
)
def test_part_of_a_name_or_another_spelling_is_told_the_heaviest_first(
    fake_store: FakeStore, part: str, found: list[str]
) -> None:
    heavy = story.stored_caller(fake_store, MOBILE, name="Karel Bakker")
    light = story.stored_caller(fake_store, OTHER_MOBILE, name="Mevrouw Bakker")
    for caller in (heavy, light, story.stored_caller(fake_store, LANDLINE)):
        _told_of(fake_store, caller)
    _told_of(fake_store, heavy, kinds=(THREAT,))
    answer = look_up_name(fake_store, part, story.policy(), TODAY)
    assert (answer.standing, answer.callers) == (Standing.UNKNOWN, ())
    assert [seen.record.caller.name for seen in answer.partly] == found


def test_somebody_of_the_whole_name_is_told_alone(fake_store: FakeStore) -> None:
    for name in ("Bakker", "Karel Bakker"):
        _told_of(fake_store, story.stored_caller(fake_store, MOBILE, name=name))
    answer = look_up_name(fake_store, "bakker", story.policy(), TODAY)
    assert (_ids(answer), answer.partly) == ([1], ())


def test_a_customer_number_shows_everybody_who_has_it(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, OTHER_MOBILE, customer_number="K1")
    _told_of(fake_store, known)
    assert _ids(look_up_customer_number(fake_store, "K1", story.policy(), TODAY)) == [known.id]
    assert not look_up_customer_number(fake_store, "K2", story.policy(), TODAY).callers


@given(
    st.lists(
        st.tuples(st.sampled_from([CRITICISM, SWEARING, THREAT]), st.sampled_from(Certainty), st.booleans()),
        max_size=6,
    )
)
def test_nobody_is_shown_whom_the_number_does_not_lead_to(
    calls: list[tuple[str, Certainty, bool]],
) -> None:
    store = FakeStore(may_create=True)
    mine, other = story.stored_caller(store, MOBILE), story.stored_caller(store, OTHER_MOBILE)
    for kind, certainty, is_mine in calls:
        _told_of(store, mine if is_mine else other, kinds=(kind,), certainty=certainty)
    assert set(_ids(_look_up(store, MOBILE))) <= {mine.id}
    assert _ids(_look_up(store, Withheld())) == []
    assert _ids(_look_up(store, LANDLINE)) == []
