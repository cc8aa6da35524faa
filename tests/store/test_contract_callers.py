"""What every logbook promises about callers, numbers, merges and settings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
import story
from story import LANDLINE, MOBILE, NOW, OTHER_MOBILE, TODAY

from agressielog.application.errors import CallerNotFound, IncidentNotFound, NumberNotLinked
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.merges import Merge
from agressielog.application.ports.records import IncidentFilter
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.vocabulary import Certainty, IncidentStatus

SURE = NumberLink(MOBILE, Certainty.CERTAIN, TODAY)


def _ids(callers: Sequence[Caller]) -> list[int]:
    return [caller.id for caller in callers]


@pytest.mark.parametrize(
    "facts",
    [
        NewCaller(),
        NewCaller(
            name="Renée van den Berg",
            customer_number="K-001",
            address="Dorpsstraat 1\n1234 AB Ons Dorp",
            e_mail="renee@example.nl",
            language_or_help="spreekt Frans",
        ),
    ],
    ids=["nothing known", "everything known"],
)
def test_a_new_caller_comes_back_as_told_and_without_numbers(store: Store, facts: NewCaller) -> None:
    with store.writing(story.deed("beller", at=NOW)) as tx:
        added = tx.add_caller(facts)
    with store.reading() as reading:
        assert reading.caller(added.id) == added
    assert (added.id, added.created_at, added.numbers, added.merged_into) == (1, NOW, (), None)
    for name in NewCaller.__dataclass_fields__:
        assert getattr(added, name) == getattr(facts, name), name


def test_a_caller_that_is_not_there_raises(store: Store) -> None:
    with store.reading() as reading, pytest.raises(CallerNotFound) as caught:
        reading.caller(CallerId(12))
    assert caught.value.asked == "B12"


def test_a_correction_of_a_caller_leaves_its_numbers(store: Store) -> None:
    known = story.stored_caller(store, MOBILE, name="Jansen", customer_number="K1")
    corrected = replace(known, name="J. Jansen", customer_number=None, e_mail="j@example.nl")
    with store.writing(story.deed("beller")) as tx:
        tx.replace_caller(replace(corrected, numbers=()))
    with store.reading() as reading:
        assert reading.caller(known.id) == corrected


@pytest.mark.parametrize(
    "asked", ["renee van den berg", "  RENÉE  VAN DEN BERG ", "Rene\u0301e van den Berg"]
)
def test_a_name_is_found_whatever_its_case_accents_and_spaces(store: Store, asked: str) -> None:
    named = story.stored_caller(store, name="Renée van den Berg")
    story.stored_caller(store, name="Renée van den Bergh")
    story.stored_caller(store)
    with store.reading() as reading:
        assert reading.callers_named(asked) == [named]


def test_a_corrected_name_is_found_and_the_old_one_no_longer(store: Store) -> None:
    known = story.stored_caller(store, name="Jansen")
    with store.writing(story.deed("beller")) as tx:
        tx.replace_caller(replace(known, name="Janssen"))
    with store.reading() as reading:
        assert _ids(reading.callers_named("janssen")) == [known.id]
        assert not reading.callers_named("Jansen")


def test_a_customer_number_is_found_exactly_as_it_is(store: Store) -> None:
    known = story.stored_caller(store, customer_number="K-001")
    same = story.stored_caller(store, customer_number="K-001")
    story.stored_caller(store)
    with store.reading() as reading:
        assert reading.callers_with_customer_number("K-001") == [known, same]
        assert not reading.callers_with_customer_number("k-001")
        assert not reading.callers_with_customer_number("")


def test_everybody_behind_a_number_is_found_lowest_first(store: Store) -> None:
    one = story.stored_caller(store, OTHER_MOBILE, MOBILE)
    two = story.stored_caller(store, MOBILE, certainty=Certainty.PRESUMED)
    story.stored_caller(store, LANDLINE)
    with store.reading() as reading:
        assert reading.callers_of(MOBILE) == [one, two]
        assert reading.callers_of(OTHER_MOBILE) == [one]


def test_numbers_stay_in_the_order_in_which_they_were_linked(store: Store) -> None:
    known = story.stored_caller(store, OTHER_MOBILE, LANDLINE)
    with store.writing(story.deed("beller")) as tx:
        tx.link(known.id, SURE)
        tx.link(known.id, NumberLink(OTHER_MOBILE, Certainty.PRESUMED, TODAY - timedelta(days=400)))
    with store.reading() as reading:
        assert reading.caller(known.id).numbers == (
            NumberLink(OTHER_MOBILE, Certainty.PRESUMED, TODAY - timedelta(days=400)),
            NumberLink(LANDLINE, Certainty.CERTAIN, TODAY),
            SURE,
        )


def test_a_number_taken_away_is_gone_and_comes_back_last(store: Store) -> None:
    known = story.stored_caller(store, MOBILE, LANDLINE)
    with store.writing(story.deed("beller")) as tx:
        tx.unlink(known.id, MOBILE)
        assert not tx.callers_of(MOBILE)
        tx.link(known.id, SURE)
    with store.reading() as reading:
        assert [link.number for link in reading.caller(known.id).numbers] == [LANDLINE, MOBILE]


def test_a_number_that_is_not_this_callers_cannot_be_taken_away(store: Store) -> None:
    known = story.stored_caller(store, MOBILE)
    with pytest.raises(NumberNotLinked) as caught, store.writing(story.deed("beller")) as tx:
        tx.unlink(known.id, LANDLINE)
    assert (caught.value.caller, caught.value.masked) == (known.id, LANDLINE.masked)


def test_nothing_can_be_changed_about_somebody_who_is_not_there(store: Store) -> None:
    nobody = story.caller(7)
    told = story.stored(store)
    with store.writing(story.deed()) as tx:
        with pytest.raises(CallerNotFound):
            tx.replace_caller(nobody)
        with pytest.raises(CallerNotFound):
            tx.link(nobody.id, SURE)
        with pytest.raises(CallerNotFound):
            tx.move_incidents([told.id], nobody.id)
    known = story.stored_caller(store)
    with store.writing(story.deed()) as tx, pytest.raises(IncidentNotFound):
        tx.move_incidents([IncidentId(99)], known.id)


def test_moved_incidents_are_as_sure_as_they_were(store: Store) -> None:
    one, two = story.stored_caller(store), story.stored_caller(store)
    told = [
        story.stored(store, caller=one.id, certainty=certainty, kinds=(story.THREAT, story.SWEARING))
        for certainty in (Certainty.CERTAIN, Certainty.PRESUMED, Certainty.CERTAIN)
    ]
    with store.writing(story.deed("beller")) as tx:
        tx.move_incidents([told[2].id, told[1].id], two.id)
    with store.reading() as reading:
        assert reading.incidents(IncidentFilter(caller=two.id)) == [
            replace(told[2], caller=two.id),
            replace(told[1], caller=two.id),
        ]
        assert reading.incidents(IncidentFilter(caller=one.id)) == [told[0]]


def test_standing_incidents_are_counted_for_everybody_sure_or_not(store: Store) -> None:
    one, two, none = (story.stored_caller(store).id for _ in range(3))
    for caller, certainty, status in (
        (one, Certainty.CERTAIN, IncidentStatus.REPORTED),
        (one, Certainty.PRESUMED, IncidentStatus.CONFIRMED),
        (one, Certainty.CERTAIN, IncidentStatus.WITHDRAWN),
        (two, Certainty.CERTAIN, IncidentStatus.REJECTED),
        (None, None, IncidentStatus.REPORTED),
    ):
        story.stored(store, caller=caller, certainty=certainty, status=status)
    with store.reading() as reading:
        assert reading.incident_counts() == {one: 2, two: 0, none: 0}


def _merge(store: Store, kept: Caller, absorbed: Caller, *incidents: IncidentId) -> Merge:
    with store.writing(story.deed("beller")) as tx:
        tx.replace_caller(replace(absorbed, merged_into=kept.id))
        merge = Merge(
            kept_before=kept, absorbed_before=absorbed, kept_after=tx.caller(kept.id), incidents=incidents
        )
        tx.add_merge(merge)
    return merge


def test_a_merged_caller_is_kept_but_not_found_by_name_or_in_the_list(store: Store) -> None:
    kept = story.stored_caller(store, name="Jansen", customer_number="K1")
    absorbed = story.stored_caller(store, name="Jansen", customer_number="K1")
    other = story.stored_caller(store)
    _merge(store, kept, absorbed)
    with store.reading() as reading:
        assert _ids(reading.callers()) == [kept.id, other.id]
        assert _ids(reading.callers_named("jansen")) == [kept.id]
        assert _ids(reading.callers_with_customer_number("K1")) == [kept.id]
        assert reading.caller(absorbed.id).merged_into == kept.id
        assert _ids(reading.merged_into(kept.id)) == [absorbed.id]
        assert not reading.merged_into(other.id)


def test_a_merge_comes_back_as_it_was_kept(store: Store) -> None:
    kept = story.stored_caller(store, MOBILE, LANDLINE, name="Jansen", since=TODAY - timedelta(days=3))
    absorbed = story.stored_caller(
        store, OTHER_MOBILE, certainty=Certainty.PRESUMED, e_mail="j@example.nl", address="Dorpsstraat 1"
    )
    mine, yours, loose = (story.stored(store).id for _ in range(3))
    merge = Merge(
        kept_before=kept,
        absorbed_before=absorbed,
        kept_after=replace(kept, e_mail=absorbed.e_mail, numbers=(*kept.numbers, *absorbed.numbers)),
        incidents=(yours, loose),
        own=(mine,),
        unlinked=(loose,),
    )
    with store.writing(story.deed("beller")) as tx:
        tx.add_merge(merge)
    with store.reading() as reading:
        assert reading.last_merge(kept.id) == merge
        assert reading.last_merge(absorbed.id) is None


def test_merges_are_undone_last_first(store: Store) -> None:
    kept, one, two = (story.stored_caller(store) for _ in range(3))
    first, second = _merge(store, kept, one), _merge(store, kept, two)
    with store.writing(story.deed("beller")) as tx:
        assert tx.last_merge(kept.id) == second
        tx.close_merge(second)
        assert tx.last_merge(kept.id) == first
        tx.close_merge(first)
        assert tx.last_merge(kept.id) is None


def test_callers_split_and_merged_again_are_merged(store: Store) -> None:
    kept, absorbed = story.stored_caller(store), story.stored_caller(store)
    first = _merge(store, kept, absorbed)
    with store.writing(story.deed("beller")) as tx:
        tx.close_merge(first)
    again = _merge(store, kept, absorbed, story.stored(store).id)
    with store.reading() as reading:
        assert reading.last_merge(kept.id) == again


def test_a_setting_is_made_changed_and_removed(store: Store) -> None:
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("organisatie", "Gemeente Ons Dorp")
        tx.change_setting("organisatie", "Gemeente Óns Dorp")
        tx.change_setting("land", "NL")
        tx.change_setting("land", None)
        tx.change_setting("postadres", None)
    with store.reading() as reading:
        assert reading.setting("organisatie") == "Gemeente Óns Dorp"
        assert reading.setting("land") is None
        assert reading.settings() == {"organisatie": "Gemeente Óns Dorp"}


def test_settings_come_in_alphabetical_order(store: Store) -> None:
    with store.writing(story.deed("instelling")) as tx:
        for key in ("organisatie", "beleid", "kolommen.b", "kolommen.a"):
            tx.change_setting(key, "x")
    with store.reading() as reading:
        assert list(reading.settings()) == ["beleid", "kolommen.a", "kolommen.b", "organisatie"]


def test_many_new_callers_come_back_in_order_with_their_numbers(store: Store) -> None:
    told = [
        (NewCaller(name="A. Bakker", customer_number="K1"), [SURE, replace(SURE, number=LANDLINE)]),
        (NewCaller(), []),
        (NewCaller(name="C. Smit"), [replace(SURE, certainty=Certainty.PRESUMED)]),
    ]
    with store.writing(story.deed("import", at=NOW)) as tx:
        added = tx.add_callers(told)
        assert tx.touched.callers == set(added)
        assert tx.touched.numbers == {MOBILE.key, LANDLINE.key}
    with store.reading() as reading:
        stored = [reading.caller(caller) for caller in added]
        assert _ids(reading.callers_of(MOBILE)) == [added[0], added[2]]
    assert [caller.name for caller in stored] == ["A. Bakker", None, "C. Smit"]
    assert [list(caller.numbers) for caller in stored] == [list(links) for _, links in told]
    assert list(added) == sorted(added)


def test_a_batch_of_callers_goes_on_after_the_last_and_before_the_next(store: Store) -> None:
    first = story.stored_caller(store, MOBILE)
    with store.writing(story.deed()) as tx:
        many = tx.add_callers((NewCaller(name=f"Beller {n}"), ()) for n in range(1_100))
        last = tx.add_caller(NewCaller())
        assert tx.add_callers([]) == []
    assert [first.id, *many, last.id] == list(range(1, 1_103))


def test_callers_added_together_leave_with_the_transaction_that_fails(store: Store) -> None:
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:  # noqa: PT012 - the first is undone by the second
        tx.add_callers([(NewCaller(name="A. Bakker"), [SURE])])
        tx.link(CallerId(99), SURE)
    with store.reading() as reading:
        assert list(reading.callers()) == []
