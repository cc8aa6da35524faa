"""Joining two callers and parting them again, on every sort of logbook."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import story
from story import LANDLINE, MOBILE, OTHER_MOBILE, TODAY

from agressielog.application.callers import edit_caller, remove_number
from agressielog.application.errors import (
    AlreadyMerged,
    AmbiguousCaller,
    CallerNotFound,
    MergeWithItself,
    NothingToSplit,
)
from agressielog.application.look_up import look_up_caller, look_up_number
from agressielog.application.merging import foresee_merge, foresee_split, merge, split
from agressielog.application.ports.logbook import Reading, Store, Writing
from agressielog.application.ports.records import Deed, Touched
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.vocabulary import Certainty, Country, IncidentStatus

NL = Country.NETHERLANDS
CERTAIN, PRESUMED = Certainty.CERTAIN, Certainty.PRESUMED

# What happens ---------------------------------------------------------------------------------------


def _merge(store: Store, kept: str, absorbed: str) -> tuple[IncidentId, ...]:
    return merge(store, story.deed("beller merge"), kept, absorbed, NL).incidents


def _caller(store: Store, number: int) -> Caller:
    with store.reading() as reading:
        return reading.caller(CallerId(number))


def _owner(store: Store, incident: Incident) -> CallerId | None:
    with store.reading() as reading:
        return reading.incident(incident.id).caller


def _incident(store: Store, caller: Caller, number: PhoneNumber | None = MOBILE) -> Incident:
    return story.stored(store, caller=caller.id, certainty=CERTAIN, number=number)


def _correct(store: Store, incident: Incident, **changes: Any) -> None:
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(incident.id), **changes))


def test_all_incidents_and_numbers_go_to_the_kept_caller(store: Store) -> None:
    kept, absorbed = story.stored_caller(store, MOBILE), story.stored_caller(store, LANDLINE, OTHER_MOBILE)
    own, moved = _incident(store, kept), _incident(store, absorbed, LANDLINE)
    assert _merge(store, "B1", "B2") == (moved.id,)
    assert _owner(store, own) == _owner(store, moved) == kept.id
    assert [link.number for link in _caller(store, 1).numbers] == [MOBILE, LANDLINE, OTHER_MOBILE]
    assert _caller(store, 2).numbers == ()


def test_an_incident_moves_as_sure_as_it_was(store: Store) -> None:
    story.stored_caller(store)
    absorbed = story.stored_caller(store)
    moved = story.stored(store, caller=absorbed.id, certainty=PRESUMED)
    _merge(store, "B1", "B2")
    with store.reading() as reading:
        assert reading.incident(moved.id).certainty is PRESUMED


def test_a_look_up_of_the_absorbed_caller_leads_to_the_kept_one(store: Store) -> None:
    kept, absorbed = story.stored_caller(store, name="J. Jansen"), story.stored_caller(store, MOBILE)
    _incident(store, absorbed)
    _merge(store, "B1", "B2")
    for answer in (
        look_up_caller(store, absorbed.id, story.policy(), TODAY),
        look_up_number(store, MOBILE, story.policy(), TODAY),
    ):
        assert [seen.record.caller.id for seen in answer.callers] == [kept.id]


def test_a_merge_is_foreseen_as_it_will_be_and_nothing_is_written_yet(store: Store) -> None:
    kept = story.stored_caller(store, MOBILE, name="J. Jansen")
    absorbed = story.stored_caller(store, LANDLINE, name="P. Jansen")
    foreseen = foresee_merge(store, "B1", "B2", NL)
    assert (_caller(store, 1), _caller(store, 2)) == (kept, absorbed)
    assert foreseen == merge(store, story.deed(), "B1", "B2", NL)
    assert (foreseen.joining.kept, foreseen.joining.absorbed) == (_caller(store, 1), _caller(store, 2))


def test_callers_are_named_by_number_and_customer_number_too(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    story.stored_caller(store, customer_number="K-77")
    _merge(store, "06-12345678", "K-77")
    assert _caller(store, 2).merged_into == CallerId(1)


def test_a_merged_caller_that_is_named_is_followed_and_said(store: Store) -> None:
    for _ in range(4):
        story.stored_caller(store)
    _merge(store, "B2", "B1")
    _merge(store, "B4", "B3")
    done = merge(store, story.deed(), "B1", "B3", NL)
    assert (done.kept.asked, done.kept.caller.id) == (1, 2)
    assert (done.absorbed.asked, done.absorbed.caller.id) == (3, 4)
    assert _caller(store, 4).merged_into == CallerId(2)


@pytest.mark.parametrize(("kept", "absorbed"), [("B1", "B2"), ("B2", "B1"), ("B2", "B2")])
def test_two_that_were_joined_before_are_not_joined_again(store: Store, kept: str, absorbed: str) -> None:
    story.stored_caller(store)
    story.stored_caller(store)
    _merge(store, "B1", "B2")
    with pytest.raises(AlreadyMerged) as refused:
        _merge(store, kept, absorbed)
    assert (refused.value.caller, refused.value.into) == (2, 1)


@pytest.mark.parametrize("other", ["B1", "06 12345678"])
def test_a_caller_is_not_joined_with_itself(store: Store, other: str) -> None:
    story.stored_caller(store, MOBILE)
    with pytest.raises(MergeWithItself):
        _merge(store, "B1", other)


def test_nobody_is_joined_with_somebody_who_is_not_there(store: Store) -> None:
    story.stored_caller(store)
    with pytest.raises(CallerNotFound):
        _merge(store, "B1", "B9")


def test_a_number_of_two_callers_says_not_whom_to_join(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store, MOBILE)
    story.stored_caller(store)
    with pytest.raises(AmbiguousCaller):
        _merge(store, "B3", "0612345678")


def test_a_refused_merge_changes_nothing(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE)
    with pytest.raises(MergeWithItself):
        _merge(store, "B1", "B1")
    assert _caller(store, 1) == caller


# Splitting ------------------------------------------------------------------------------------------


def _split(store: Store, kept: str = "B1") -> None:
    split(store, story.deed("beller split"), kept, NL)


def _two(store: Store) -> tuple[Caller, Caller]:
    """Store B1 with a landline, and B2 with a mobile number."""
    return story.stored_caller(store, LANDLINE), story.stored_caller(store, MOBILE)


class _Watched:
    """A store that notes what each write touched."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.touched: list[Touched] = []

    def reading(self) -> AbstractContextManager[Reading]:
        return self._store.reading()

    @contextmanager
    def writing(self, deed: Deed, *, large: bool = False) -> Iterator[Writing]:
        with self._store.writing(deed, large=large) as tx:
            yield tx
            self.touched.append(tx.touched)


def test_a_caller_that_was_never_joined_cannot_be_split(store: Store) -> None:
    story.stored_caller(store)
    with pytest.raises(NothingToSplit) as refused:
        _split(store)
    assert refused.value.caller == 1


def test_a_split_is_foreseen_with_the_same_refusals(store: Store) -> None:
    _two(store)
    with pytest.raises(NothingToSplit):
        foresee_split(store, "B1", NL)
    _merge(store, "B1", "B2")
    with pytest.raises(AlreadyMerged):
        foresee_split(store, "B2", NL)
    assert foresee_split(store, "B1", NL) == (_caller(store, 1), _caller(store, 2))


def test_a_merge_is_undone_once(store: Store) -> None:
    _two(store)
    _merge(store, "B1", "B2")
    _split(store)
    with pytest.raises(NothingToSplit):
        _split(store)


def test_a_caller_that_was_itself_merged_points_to_where_it_can_be_split(store: Store) -> None:
    for _ in range(3):
        story.stored_caller(store)
    _merge(store, "B2", "B3")
    _merge(store, "B1", "B2")
    with pytest.raises(AlreadyMerged) as refused:
        _split(store, "B2")
    assert (refused.value.caller, refused.value.into) == (2, 1)


def test_the_last_of_two_merges_is_undone_first(store: Store) -> None:
    for _ in range(3):
        story.stored_caller(store)
    _merge(store, "B1", "B2")
    _merge(store, "B1", "B3")
    _split(store)
    assert (_caller(store, 2).merged_into, _caller(store, 3).merged_into) == (1, None)
    _split(store)
    assert _caller(store, 2).merged_into is None


def test_two_that_were_parted_can_be_joined_and_parted_again(store: Store) -> None:
    before = _two(store)
    for _ in range(2):
        _merge(store, "B1", "B2")
        _split(store)
    assert (_caller(store, 1), _caller(store, 2)) == before


def test_an_incident_of_since_the_merge_stays_and_its_number_still_finds_it(store: Store) -> None:
    kept, absorbed = _two(store)
    _incident(store, kept, LANDLINE)
    old = _incident(store, absorbed)
    _merge(store, "B1", "B2")
    new = _incident(store, kept)
    done = split(store, story.deed(), "B1", NL)
    assert (_owner(store, old), _owner(store, new)) == (absorbed.id, kept.id)
    assert (done.returned, done.since, done.elsewhere) == ((old.id,), (new.id,), ())
    assert done.doubted == (new.id,)
    assert done.parting.shared == (MOBILE,)
    found = look_up_number(store, MOBILE, story.policy(), TODAY)
    assert {(seen.record.caller.id, seen.link) for seen in found.callers} == {(1, PRESUMED), (2, CERTAIN)}


def test_of_a_call_recorded_while_they_were_joined_nobody_knows_whose_it_was(store: Store) -> None:
    kept, absorbed = _two(store)
    own, others = _incident(store, kept, LANDLINE), _incident(store, absorbed)
    _merge(store, "B1", "B2")
    sure, likely = (
        story.stored(store, caller=kept.id, certainty=certainty, number=OTHER_MOBILE)
        for certainty in (CERTAIN, PRESUMED)
    )
    with store.writing(story.deed()) as tx:
        tx.link(kept.id, NumberLink(OTHER_MOBILE, CERTAIN, TODAY))
    done = split(store, story.deed(), "B1", NL)
    assert (done.since, done.doubted) == ((sure.id, likely.id), (sure.id,))
    with store.reading() as reading:
        told = {
            incident.id: incident.certainty
            for incident in (reading.incident(i.id) for i in (own, others, sure, likely))
        }
        assert reading.versions(sure.id)[-1].after.certainty is PRESUMED
    assert told == {own.id: CERTAIN, others.id: CERTAIN, sure.id: PRESUMED, likely.id: PRESUMED}
    assert _caller(store, 1).link_to(OTHER_MOBILE) == NumberLink(OTHER_MOBILE, PRESUMED, TODAY)
    assert done.parting.doubted == (OTHER_MOBILE,)


def test_a_number_that_an_own_call_has_too_stays_as_sure_as_it_is(store: Store) -> None:
    kept, _ = _two(store)
    own = _incident(store, kept, LANDLINE)
    _merge(store, "B1", "B2")
    _correct(store, own, number=OTHER_MOBILE)
    with store.writing(story.deed()) as tx:
        tx.link(kept.id, NumberLink(OTHER_MOBILE, CERTAIN, TODAY))
    story.stored(store, caller=kept.id, certainty=CERTAIN, number=OTHER_MOBILE)
    assert split(store, story.deed(), "B1", NL).parting.doubted == ()
    assert _caller(store, 1).link_to(OTHER_MOBILE) == NumberLink(OTHER_MOBILE, CERTAIN, TODAY)


def test_the_day_of_a_number_that_stays_is_that_of_the_first_incident_on_it(store: Store) -> None:
    kept, _ = _two(store)
    _merge(store, "B1", "B2")
    for days in (3, 8, 5):
        story.stored(store, caller=kept.id, certainty=CERTAIN, at=story.NOW - timedelta(days=days))
    _split(store)
    assert _caller(store, 1).link_to(MOBILE) == NumberLink(MOBILE, PRESUMED, TODAY - timedelta(days=8))


def test_an_incident_that_was_given_to_a_third_caller_stays_there(store: Store) -> None:
    _, absorbed = _two(store)
    third = story.stored_caller(store)
    moved, other = _incident(store, absorbed), _incident(store, absorbed)
    _merge(store, "B1", "B2")
    _correct(store, moved, caller=third.id)
    done = split(store, story.deed(), "B1", NL)
    assert (_owner(store, moved), _owner(store, other)) == (third.id, absorbed.id)
    assert (done.elsewhere, done.returned) == ((moved.id,), (other.id,))


def test_an_incident_that_came_from_a_third_caller_stays(store: Store) -> None:
    kept, _ = _two(store)
    third = story.stored_caller(store)
    moved = _incident(store, third)
    _merge(store, "B1", "B2")
    _correct(store, moved, caller=kept.id)
    done = split(store, story.deed(), "B1", NL)
    assert (_owner(store, moved), done.since) == (kept.id, (moved.id,))


def test_a_correction_of_an_incident_since_the_merge_is_kept(store: Store) -> None:
    _, absorbed = _two(store)
    incident = _incident(store, absorbed)
    _merge(store, "B1", "B2")
    _correct(store, incident, account="Schold niet, schreeuwde.", status=IncidentStatus.REJECTED)
    _split(store)
    with store.reading() as reading:
        now = reading.incident(incident.id)
    assert (now.caller, now.account, now.status) == (
        absorbed.id,
        "Schold niet, schreeuwde.",
        IncidentStatus.REJECTED,
    )


def test_an_incident_on_a_number_that_was_not_its_callers_brings_no_number(store: Store) -> None:
    kept, absorbed = _two(store)
    _incident(store, kept, MOBILE)
    _incident(store, absorbed, LANDLINE)
    _merge(store, "B1", "B2")
    _split(store)
    assert (_caller(store, 1), _caller(store, 2)) == (kept, absorbed)


def test_an_incident_whose_number_was_corrected_is_found_after_the_split(store: Store) -> None:
    _, absorbed = _two(store)
    incident = _incident(store, absorbed)
    _merge(store, "B1", "B2")
    _correct(store, incident, number=OTHER_MOBILE)
    with store.writing(story.deed()) as tx:
        tx.link(CallerId(1), NumberLink(OTHER_MOBILE, CERTAIN, TODAY))
    done = split(store, story.deed(), "B1", NL)
    assert _caller(store, 2).link_to(OTHER_MOBILE) == NumberLink(OTHER_MOBILE, PRESUMED, TODAY)
    assert done.parting.shared == (OTHER_MOBILE,)


def test_a_number_taken_away_since_the_merge_is_told(store: Store) -> None:
    _two(store)
    _merge(store, "B1", "B2")
    remove_number(store, story.deed(), "B1", MOBILE, NL)
    assert split(store, story.deed(), "B1", NL).parting.lost == (MOBILE,)
    assert _caller(store, 2).numbers == ()


def test_a_name_from_the_merge_that_was_corrected_since_stays(store: Store) -> None:
    story.stored_caller(store)
    story.stored_caller(store, name="P. Jansen")
    _merge(store, "B1", "B2")
    edit_caller(store, story.deed(), "B1", {CallerField.NAME: "Piet Jansen"}, NL)
    done = split(store, story.deed(), "B1", NL)
    assert (_caller(store, 1).name, _caller(store, 2).name) == ("Piet Jansen", "P. Jansen")
    assert done.parting.edited == (CallerField.NAME,)


def test_a_split_tells_how_both_are_now(store: Store) -> None:
    _two(store)
    _merge(store, "B1", "B2")
    parting = split(store, story.deed(), "B1", NL).parting
    assert (parting.kept, parting.restored) == (_caller(store, 1), _caller(store, 2))


def test_a_merge_and_a_split_touch_both_callers_and_their_numbers(store: Store) -> None:
    _, absorbed = _two(store)
    _incident(store, absorbed)
    watched = _Watched(store)
    _merge(watched, "B1", "B2")
    _split(watched)
    assert (
        watched.touched
        == [Touched(frozenset({CallerId(1), CallerId(2)}), frozenset({LANDLINE.key, MOBILE.key}))] * 2
    )
