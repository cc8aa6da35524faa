"""What every logbook promises about a write: all or nothing, journaled, one after the other."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import story
from story import LANDLINE, MOBILE, NOW, OTHER_MOBILE, SWEARING, THREAT, TODAY

from agressielog.application.errors import IncidentNotFound, LogbookDamaged
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import IncidentFilter, Touched, Version
from agressielog.application.record import record
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.phone import Withheld
from agressielog.domain.search_words import SearchWords
from agressielog.domain.vocabulary import Certainty, Severity

NOTHING = Touched(frozenset(), frozenset())


def test_the_life_of_an_incident_tells_who_changed_what_when(store: Store) -> None:
    told_by = story.deed("add", at=NOW, login="mdevries", name="Mia de Vries")
    with store.writing(told_by) as tx:
        told = tx.add_incident(story.new_incident(kinds=(SWEARING, THREAT), promises=(NewPromise("bellen"),)))
    corrected = replace(told, kinds=(THREAT,), severity=Severity.SEVERE, quote="ik kom langs")
    changed_by = story.deed("edit", at=NOW + timedelta(days=1), login="root", name="Ali")
    with store.writing(changed_by) as tx:
        tx.replace_incident(corrected)
    first, second = replace(told, promises=()), replace(corrected, promises=())
    with store.reading() as reading:
        assert list(reading.versions(told.id)) == [
            Version(NOW, "mdevries", "Mia de Vries", "add", None, first),
            Version(NOW + timedelta(days=1), "root", "Ali", "edit", first, second),
        ]


def test_every_incident_of_an_import_has_its_first_version(store: Store) -> None:
    with store.writing(story.deed("import")) as tx:
        tx.add_incidents([story.new_incident(kinds=(THREAT, SWEARING)) for _ in range(3)])
    with store.reading() as reading:
        for incident in reading.each_incident():
            (version,) = reading.versions(incident.id)
            assert (version.command, version.before, version.after) == ("import", None, incident)


def test_a_move_to_another_caller_is_a_version_like_any_other(store: Store) -> None:
    one, two = story.stored_caller(store).id, story.stored_caller(store).id
    told = story.stored(store, caller=one, certainty=Certainty.PRESUMED, kinds=(SWEARING, THREAT))
    with store.writing(story.deed("beller")) as tx:
        tx.move_incidents([told.id], two)
    with store.reading() as reading:
        assert [(v.before, v.after) for v in reading.versions(told.id)] == [
            (None, told),
            (told, replace(told, caller=two)),
        ]


def test_an_incident_that_is_not_there_has_no_versions(store: Store) -> None:
    with store.reading() as reading:
        assert not reading.versions(IncidentId(1))


def test_a_new_incident_touches_its_caller_and_every_number_of_theirs(store: Store) -> None:
    caller = story.stored_caller(store, OTHER_MOBILE, LANDLINE).id
    with store.writing(story.deed()) as tx:
        assert tx.touched == NOTHING
        tx.add_incident(story.new_incident(number=MOBILE, caller=caller, certainty=Certainty.CERTAIN))
        assert tx.touched == Touched(
            frozenset({caller}), frozenset({MOBILE.key, OTHER_MOBILE.key, LANDLINE.key})
        )


def test_an_incident_of_nobody_touches_at_most_its_number(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        tx.add_incident(story.new_incident(number=Withheld()))
        tx.change_setting("organisatie", "Ons Dorp")
        assert tx.touched == NOTHING
        tx.add_incidents([story.new_incident(number=LANDLINE)])
        assert tx.touched == Touched(frozenset(), frozenset({LANDLINE.key}))


def test_a_correction_touches_whom_it_was_and_whom_it_becomes(store: Store) -> None:
    one, two = story.stored_caller(store, LANDLINE).id, story.stored_caller(store).id
    told = story.stored(store, number=MOBILE, caller=one, certainty=Certainty.CERTAIN)
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(told, number=OTHER_MOBILE, caller=two))
        assert tx.touched == Touched(
            frozenset({one, two}), frozenset({MOBILE.key, OTHER_MOBILE.key, LANDLINE.key})
        )


def test_a_promise_touches_the_caller_it_was_made_to(store: Store) -> None:
    caller = story.stored_caller(store).id
    told = story.stored(store, number=MOBILE, caller=caller, certainty=Certainty.CERTAIN)
    with store.writing(story.deed("edit")) as tx:
        tx.add_promises(told.id, [NewPromise("bellen")])
        assert tx.touched == Touched(frozenset({caller}), frozenset({MOBILE.key}))


def test_a_caller_a_link_and_a_lost_number_are_touched(store: Store) -> None:
    known = story.stored_caller(store, MOBILE, LANDLINE)
    with store.writing(story.deed("beller")) as tx:
        tx.unlink(known.id, MOBILE)
        assert tx.touched == Touched(frozenset({known.id}), frozenset({MOBILE.key, LANDLINE.key}))
    with store.writing(story.deed("beller")) as tx:
        tx.link(known.id, NumberLink(OTHER_MOBILE, Certainty.CERTAIN, TODAY))
        assert tx.touched == Touched(frozenset({known.id}), frozenset({OTHER_MOBILE.key, LANDLINE.key}))
    with store.writing(story.deed("beller")) as tx:
        tx.replace_caller(replace(known, name="Jansen"))
        new = tx.add_caller(NewCaller()).id
        assert tx.touched.callers == {known.id, new}


def test_moving_incidents_touches_both_callers_and_the_numbers_that_rang(store: Store) -> None:
    one, two = story.stored_caller(store).id, story.stored_caller(store, LANDLINE).id
    told = story.stored(store, number=MOBILE, caller=one, certainty=Certainty.CERTAIN)
    with store.writing(story.deed("beller")) as tx:
        tx.move_incidents([told.id], two)
        assert tx.touched == Touched(frozenset({one, two}), frozenset({MOBILE.key, LANDLINE.key}))


def test_a_write_sees_its_own_changes(store: Store) -> None:
    told = story.stored(store, account="belde over de parkeerboete")
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(told, account="belde over de hondenbelasting"))
        assert tx.incident(told.id).account == "belde over de hondenbelasting"
        assert not tx.search(SearchWords.parse("parkeerboete"), 9)
        assert [found.id for found in tx.search(SearchWords.parse("hondenbelasting"), 9)] == [told.id]
        assert len(tx.versions(told.id)) == 2


def _all_that_a_write_can_change(reading: Reading) -> object:
    return (
        reading.incidents(IncidentFilter()),
        [reading.versions(IncidentId(number)) for number in (1, 2)],
        reading.callers(),
        reading.last_merge(CallerId(1)),
        reading.settings(),
        [
            [found.id for found in reading.search(SearchWords.parse(word), 9)]
            for word in ("parkeerboete", "jansen", "terugbellen", "hondenbelasting", "pietersen", "brief")
        ],
    )


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_leaving_by_an_exception_undoes_all_of_it(store: Store, failure: type[BaseException]) -> None:
    known = story.stored_caller(store, MOBILE, name="Jansen")
    told = story.stored(
        store,
        caller=known.id,
        certainty=Certainty.CERTAIN,
        account="belde over de parkeerboete",
        promises=(NewPromise("terugbellen"),),
    )
    with store.reading() as reading:
        before = _all_that_a_write_can_change(reading)

    def change_everything_and_fail() -> None:
        with store.writing(story.deed()) as tx:
            tx.add_incident(story.new_incident(account="nog eens over de parkeerboete"))
            tx.replace_incident(replace(told, account="belde over de hondenbelasting"))
            tx.add_promises(told.id, [NewPromise("brief sturen")])
            tx.replace_caller(replace(known, name="Pietersen"))
            tx.move_incidents([told.id], tx.add_caller(NewCaller()).id)
            tx.link(known.id, NumberLink(LANDLINE, Certainty.CERTAIN, TODAY))
            tx.unlink(known.id, MOBILE)
            tx.change_setting("organisatie", "Ons Dorp")
            assert tx.search(SearchWords.parse("hondenbelasting"), 9)
            raise failure

    with pytest.raises(failure):
        change_everything_and_fail()
    with store.reading() as reading:
        assert _all_that_a_write_can_change(reading) == before
    assert story.stored(store).id == 2


def test_one_identity_is_never_stored_twice(store: Store) -> None:
    def store_again() -> None:
        with store.writing(story.deed()) as tx:
            tx.change_setting("organisatie", "Ons Dorp")
            tx.add_incident(story.new_incident(ulid=told.ulid))

    told = story.stored(store)
    with pytest.raises((LogbookDamaged, AssertionError)):
        store_again()
    with store.reading() as reading:
        assert list(reading.each_incident()) == [told]
        assert reading.setting("organisatie") is None


def test_a_view_shows_nothing_of_a_write_that_is_not_finished(store: Store) -> None:
    told = story.stored(store)
    with store.writing(story.deed()) as tx:
        second = tx.add_incident(story.new_incident())
        with store.reading() as reading, pytest.raises(IncidentNotFound):
            reading.incident(second.id)
    with store.reading() as reading:
        assert list(reading.each_incident()) == [told, second]


def test_a_view_does_not_change_while_somebody_writes(store: Store) -> None:
    told = story.stored(store)
    with ThreadPoolExecutor(max_workers=1) as pool:
        with store.reading() as reading:
            before = list(reading.each_incident())
            writer = pool.submit(story.stored, store)
            threading.Event().wait(0.05)
            assert list(reading.each_incident()) == before == [told]
        second = writer.result(timeout=20)
    with store.reading() as reading:
        assert list(reading.each_incident()) == [told, second]


def test_a_second_writer_waits_and_sees_what_the_first_did(store: Store) -> None:
    def record_known_number() -> CallerId | None:
        about_to_write.set()
        return record(store, story.deed(), story.account(), story.policy()).incident.caller

    about_to_write = threading.Event()
    with ThreadPoolExecutor(max_workers=1) as pool:
        with store.writing(story.deed()) as tx:
            first = tx.add_caller(NewCaller()).id
            second = pool.submit(record_known_number)
            assert about_to_write.wait(timeout=20)
            threading.Event().wait(0.05)
            assert not second.done()
            tx.link(first, NumberLink(MOBILE, Certainty.CERTAIN, TODAY))
        assert second.result(timeout=20) == first
