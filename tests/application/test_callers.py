"""People and their numbers, on every sort of logbook."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import story
from story import LANDLINE, MOBILE, OTHER_MOBILE, TODAY

from agressielog.application.callers import (
    Edited,
    NumberAdded,
    add_number,
    caller_card,
    caller_to_edit,
    edit_caller,
    list_callers,
    remove_number,
)
from agressielog.application.errors import (
    AlreadyMerged,
    AmbiguousCaller,
    CallerNotFound,
    CustomerNumberTaken,
    NumberNotLinked,
)
from agressielog.application.look_up import look_up_name, look_up_number
from agressielog.application.merging import merge
from agressielog.application.ports.logbook import Store
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.vocabulary import Certainty, Country, IncidentStatus
from agressielog.storage.store import SqliteStore

NL = Country.NETHERLANDS
CERTAIN, PRESUMED = Certainty.CERTAIN, Certainty.PRESUMED


def _incident(store: Store, caller: Caller, **changes: object) -> Incident:
    return story.stored(store, caller=caller.id, certainty=CERTAIN, **changes)


def _edit(store: Store, asked: str, field: CallerField, value: str | None) -> Edited:
    return edit_caller(store, story.deed("beller edit"), asked, {field: value}, NL)


def _add(
    store: Store, asked: str, number: PhoneNumber = MOBILE, certainty: Certainty = CERTAIN
) -> NumberAdded:
    return add_number(store, story.deed("beller nummer"), asked, number, certainty=certainty, country=NL)


def _join(store: Store, kept: str, absorbed: str) -> None:
    merge(store, story.deed("beller merge"), kept, absorbed, NL)


# The list -------------------------------------------------------------------------------------------


def test_who_has_most_incidents_comes_first_and_then_who_is_newest(store: Store) -> None:
    callers = [story.stored_caller(store) for _ in range(4)]
    for caller in (callers[1], callers[1], callers[2]):
        _incident(store, caller)
    assert [(line.caller.id, line.incidents) for line in list_callers(store)] == [
        (2, 2),
        (3, 1),
        (4, 0),
        (1, 0),
    ]


def test_presumed_incidents_are_counted_and_withdrawn_ones_are_not(store: Store) -> None:
    caller = story.stored_caller(store)
    story.stored(store, caller=caller.id, certainty=PRESUMED)
    _incident(store, caller, status=IncidentStatus.WITHDRAWN)
    assert [line.incidents for line in list_callers(store)] == [1]


def test_a_merged_caller_is_not_in_the_list(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store)
    _join(store, "B1", "B2")
    assert [line.caller.id for line in list_callers(store)] == [1]


@pytest.mark.parametrize(
    ("part", "found"),
    [("jans", [2, 1]), ("RENEE", [1]), ("smit", []), ("", [3, 2, 1]), (None, [3, 2, 1])],
)
def test_the_list_is_searched_by_a_part_of_the_name(store: Store, part: str | None, found: list[int]) -> None:
    story.stored_caller(store, name="Renée Jánssen")
    story.stored_caller(store, name="J. Jansen")
    story.stored_caller(store)
    assert [line.caller.id for line in list_callers(store, part)] == found


# One caller -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["B1", "b1", "K-77", "06-12345678", "+31612345678"])
def test_a_caller_is_found_by_code_customer_number_and_telephone_number(store: Store, asked: str) -> None:
    caller = story.stored_caller(store, MOBILE, customer_number="K-77")
    assert caller_card(store, asked, NL).found.caller == caller


@pytest.mark.parametrize("asked", ["B9", "K-78", "06-87654321", "anoniem"])
def test_who_is_not_there_is_not_found(store: Store, asked: str) -> None:
    story.stored_caller(store, MOBILE, customer_number="K-77")
    with pytest.raises(CallerNotFound) as missing:
        caller_card(store, asked, NL)
    assert missing.value.asked == asked


def test_a_number_of_two_says_whose_it_may_be(store: Store) -> None:
    two = tuple(story.stored_caller(store, MOBILE) for _ in range(2))
    with pytest.raises(AmbiguousCaller) as unclear:
        caller_card(store, "0612345678", NL)
    assert unclear.value.choices == two


def test_the_card_has_all_incidents_the_last_one_first(store: Store) -> None:
    caller = story.stored_caller(store)
    for days in (3, 1, 2):
        _incident(store, caller, at=story.NOW - timedelta(days=days), status=IncidentStatus.REJECTED)
    assert [incident.id for incident in caller_card(store, "B1", NL).incidents] == [2, 3, 1]


def test_the_card_tells_who_was_merged_and_whom_a_split_parts_off(store: Store) -> None:
    for _ in range(3):
        story.stored_caller(store)
    assert caller_card(store, "B1", NL).splits_off is None
    _join(store, "B1", "B3")
    _join(store, "B1", "B2")
    card = caller_card(store, "B1", NL)
    assert ([caller.id for caller in card.merged], card.splits_off) == ([2, 3], 2)


def test_a_merged_caller_shows_the_card_of_the_one_it_was_merged_into(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store)
    _join(store, "B1", "B2")
    found = caller_card(store, "B2", NL).found
    assert (found.caller.id, found.asked) == (1, 2)


# Correcting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", CallerField)
def test_a_field_is_filled_changed_and_emptied(store: Store, field: CallerField) -> None:
    story.stored_caller(store)
    for value in ("een", "twee", None):
        edited = _edit(store, "B1", field, value)
        assert edited.changed == (field,)
        assert caller_card(store, "B1", NL).found.caller == edited.after


def test_a_correction_that_changes_nothing_writes_nothing(sqlite_store: SqliteStore) -> None:
    caller = story.stored_caller(sqlite_store, name="J. Jansen")
    before = sqlite_store.path.read_bytes()
    edited = _edit(sqlite_store, "B1", CallerField.NAME, "J. Jansen")
    assert (edited.changed, edited.after) == ((), caller)
    assert sqlite_store.path.read_bytes() == before


def test_a_corrected_name_is_found_from_then_on(store: Store) -> None:
    caller = story.stored_caller(store, name="Janssen")
    _incident(store, caller)
    _edit(store, "B1", CallerField.NAME, "J. Jansen")
    assert [s.record.caller.id for s in look_up_name(store, "j. jansen", story.policy(), TODAY).callers] == [
        1
    ]


def test_a_customer_number_that_somebody_else_has_is_refused(store: Store) -> None:
    before = story.stored_caller(store)
    other = story.stored_caller(store, customer_number="K-77")
    with pytest.raises(CustomerNumberTaken) as refused:
        _edit(store, "B1", CallerField.CUSTOMER_NUMBER, "K-77")
    assert (refused.value.customer_number, refused.value.caller, refused.value.other) == ("K-77", 1, other)
    assert caller_card(store, "B1", NL).found.caller == before


def test_a_customer_number_that_two_have_already_stands_in_no_other_corrections_way(store: Store) -> None:
    for _ in range(2):
        story.stored_caller(store, customer_number="K-77")
    values = {CallerField.NAME: "J. Jansen", CallerField.CUSTOMER_NUMBER: "K-77"}
    assert edit_caller(store, story.deed(), "B1", values, NL).changed == (CallerField.NAME,)


def _change_name(store: Store) -> None:
    _edit(store, "B2", CallerField.NAME, "J. Jansen")


def _add_number(store: Store) -> None:
    _add(store, "B2")


def _remove_number(store: Store) -> None:
    remove_number(store, story.deed(), "B2", LANDLINE, NL)


def _ask_about(store: Store) -> None:
    caller_to_edit(store, "B2", NL)


@pytest.mark.parametrize("change", [_change_name, _add_number, _remove_number, _ask_about])
def test_a_correction_of_a_merged_caller_is_refused_and_names_who_it_is_now(
    store: Store, change: Callable[[Store], None]
) -> None:
    kept = story.stored_caller(store, LANDLINE, name="Jansen")
    story.stored_caller(store)
    _join(store, "B1", "B2")
    with pytest.raises(AlreadyMerged) as refused:
        change(store)
    assert (refused.value.caller, refused.value.into) == (2, 1)
    assert caller_card(store, "B1", NL).found.caller == kept


def test_who_is_to_be_corrected_can_be_shown_beforehand(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE)
    assert caller_to_edit(store, "06-12345678", NL) == caller


# Numbers --------------------------------------------------------------------------------------------


def test_a_number_is_added_as_of_today(store: Store) -> None:
    story.stored_caller(store, LANDLINE)
    added = _add(store, "B1")
    assert added.after.numbers[1:] == (NumberLink(MOBILE, CERTAIN, TODAY),)
    assert caller_card(store, "B1", NL).found.caller == added.after


@pytest.mark.parametrize(("before", "after"), [(PRESUMED, CERTAIN), (CERTAIN, PRESUMED)])
def test_adding_a_known_number_says_how_sure_it_is_and_keeps_its_day(
    store: Store, before: Certainty, after: Certainty
) -> None:
    since = TODAY - timedelta(days=9)
    story.stored_caller(store, MOBILE, certainty=before, since=since)
    assert _add(store, "B1", MOBILE, after).after.numbers == (NumberLink(MOBILE, after, since),)


def test_adding_a_number_that_is_just_as_sure_already_changes_nothing(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE, since=TODAY - timedelta(days=9))
    added = _add(store, "B1")
    assert (added.before, added.after) == (caller, caller)


def test_adding_a_number_tells_who_has_it_too(store: Store) -> None:
    story.stored_caller(store)
    other = story.stored_caller(store, MOBILE)
    assert _add(store, "B1").others == (other,)


def test_a_number_that_was_removed_does_not_lead_to_the_caller_any_more(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE, OTHER_MOBILE)
    _incident(store, caller)
    removed = remove_number(store, story.deed(), "B1", MOBILE, NL)
    assert [link.number for link in removed.after.numbers] == [OTHER_MOBILE]
    assert look_up_number(store, MOBILE, story.policy(), TODAY).callers == ()


def test_the_incidents_on_a_removed_number_stay_and_keep_it(store: Store) -> None:
    caller = story.stored_caller(store, MOBILE)
    kept = _incident(store, caller)
    _incident(store, caller, number=LANDLINE)
    assert remove_number(store, story.deed(), "B1", MOBILE, NL).incidents == 1
    with store.reading() as reading:
        assert reading.incident(kept.id) == kept


def test_a_number_that_is_not_the_callers_cannot_be_removed(store: Store) -> None:
    story.stored_caller(store, MOBILE)
    with pytest.raises(NumberNotLinked) as missing:
        remove_number(store, story.deed(), "B1", LANDLINE, NL)
    assert (missing.value.caller, missing.value.masked) == (CallerId(1), LANDLINE.masked)
