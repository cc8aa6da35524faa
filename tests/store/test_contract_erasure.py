"""Taking people and records away, on the logbook in memory and on SQLite; what bytes are left is tested on a file."""

from dataclasses import replace
from datetime import timedelta

import decisions
import pytest
import story

from agressielog.application.erasing import erase_again, take_away
from agressielog.application.errors import CallerNotFound, IncidentNotFound, MeasureNotFound
from agressielog.application.merging import merge
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.promises import PromiseFilter
from agressielog.domain.erasure import Doomed, Erased, Erasure, ErasureKind
from agressielog.domain.figures import Figures
from agressielog.domain.follow_up import FollowUp
from agressielog.domain.hold import NewHold
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, caller_code
from agressielog.domain.incident import Made, NewPromise
from agressielog.domain.period import PeriodSort, period_of
from agressielog.domain.request import NewRequest, RequestKind
from agressielog.domain.restriction import NewRestriction
from agressielog.domain.statement import NewStatement
from agressielog.domain.vocabulary import Certainty, Country

NOVEMBER = period_of(PeriodSort.MONTH, story.TODAY)
PROOF = Erasure(kind=ErasureKind.FORGOTTEN, at=story.NOW, by="R. Smit", reason="op verzoek")


def _of(*callers: int) -> Doomed:
    return Doomed(callers=frozenset(map(CallerId, callers)))


def _erase(store: Store, doomed: Doomed) -> Erased:
    with store.writing(story.deed("avg vergeet")) as tx:
        erased = tx.erase(doomed)
        tx.note_erasure(PROOF, erased.identities)
    return erased


def _call(store: Store, caller: CallerId | None, **changes: object) -> IncidentId:
    certainty = Certainty.CERTAIN if caller is not None else None
    return story.stored(store, caller=caller, certainty=certainty, ulid=story.ulid(), **changes).id


def _whole_person(store: Store) -> tuple[CallerId, IncidentId, MeasureId]:
    """Store somebody with everything that can hang on a caller, and a call and decision of somebody else."""
    caller = story.stored_caller(store, story.MOBILE, name="Jansen").id
    call = _call(store, caller, number=story.MOBILE, promises=(NewPromise("bellen"),))
    about = decisions.stored_decision(store, caller=caller, incidents=(call,)).id
    with store.writing(story.deed("avg")) as tx:
        tx.add_promises_to(caller, [NewPromise("schrijven", made=Made(story.NOW, "Mia"))])
        tx.add_hold(NewHold(caller=caller, reason="klacht", since=story.TODAY))
        tx.add_hold(NewHold(incident=call, reason="aangifte", since=story.TODAY))
        tx.add_statement(NewStatement(caller=caller, given_on=story.TODAY, text="Niet waar."))
        tx.add_restriction(NewRestriction(caller=caller, reason="betwist", since=story.TODAY))
        tx.add_request(
            NewRequest(
                caller=caller, kind=RequestKind.ERASURE, received_on=story.TODAY, answer_by=story.TODAY
            )
        )
    other = story.stored_caller(store, story.LANDLINE, name="De Boer").id
    decisions.stored_decision(store, caller=other, incidents=(_call(store, other),))
    return caller, call, about


def test_somebody_goes_with_all_that_hangs_on_them_and_nobody_else_does(store: Store) -> None:
    caller, call, about = _whole_person(store)
    with store.reading() as reading:
        foreseen = reading.foreseen(_of(caller))
        assert list(reading.doomed_incidents(_of(caller))) == [call]
    assert foreseen == {
        "avg_beperking": 1,
        "beller": 1,
        "beller_nummer": 1,
        "incident": 1,
        "maatregel": 1,
        "toezegging": 2,
        "vasthouding": 2,
        "verzoek": 1,
        "zienswijze": 1,
    }
    assert _erase(store, _of(caller)).records == foreseen
    with store.reading() as reading:
        for missing, ask in (
            (CallerNotFound, lambda: reading.caller(caller)),
            (IncidentNotFound, lambda: reading.incident(call)),
            (MeasureNotFound, lambda: reading.decision(about)),
        ):
            with pytest.raises(missing):
                ask()
        left = (reading.promises(PromiseFilter()), reading.holds(), reading.requests())
        assert [list(one) for one in left] == [[], [], []]
        assert [one.name for one in reading.callers()] == ["De Boer"]
        assert len(reading.decisions()) == len(list(reading.each_incident())) == 1


def test_what_is_written_tells_whom_it_touched(store: Store) -> None:
    caller, _, _ = _whole_person(store)
    with store.writing(story.deed("avg vergeet")) as tx:
        tx.erase(_of(caller))
        assert story.MOBILE.key in tx.touched.numbers
        assert story.LANDLINE.key not in tx.touched.numbers


def test_a_measure_and_a_call_can_go_alone(store: Store) -> None:
    caller, call, about = _whole_person(store)
    assert _erase(store, Doomed(measures=frozenset({about}))).records == {"maatregel": 1}
    assert _erase(store, Doomed(incidents=frozenset({call}))).records == {
        "incident": 1,
        "toezegging": 1,
        "vasthouding": 1,
    }
    with store.reading() as reading:
        assert reading.caller(caller).name == "Jansen"


def test_everybody_who_was_merged_is_one_person(store: Store) -> None:
    one, other, third = (story.stored_caller(store).id for _ in range(3))
    with store.writing(story.deed("beller merge")) as tx:
        tx.replace_caller(replace(tx.caller(third), merged_into=other))
        tx.replace_caller(replace(tx.caller(other), merged_into=one))
        assert tx.everybody_in(one) == {one, other, third}
        assert tx.everybody_in(other) == {other, third}


def test_a_call_that_was_somebody_elses_for_a_while_stays_without_its_history(store: Store) -> None:
    mine, other = story.stored_caller(store).id, story.stored_caller(store).id
    call = _call(store, mine, account="eerst")
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(call), caller=other, account="daarna"))
    _erase(store, _of(mine))
    with store.reading() as reading:
        assert reading.incident(call).account == "daarna"
        assert [(one.before, one.after.account) for one in reading.versions(call)] == [(None, "daarna")]


def test_nobody_can_tell_whose_a_call_was_that_was_unlinked(store: Store) -> None:
    caller = story.stored_caller(store, story.MOBILE).id
    call = _call(store, caller, number=story.MOBILE, name_told="Jansen", customer_number_told="K-77001")
    about = decisions.stored_decision(store, caller=caller, incidents=(call,)).id
    assert _erase(store, Doomed(unlinked=frozenset({call}))).records == {}
    with store.reading() as reading:
        left = reading.incident(call)
        assert (left.caller, left.certainty, left.number, left.number_typed) == (None, None, None, None)
        assert (left.name_told, left.customer_number_told) == (None, None)
        assert [version.after.caller for version in reading.versions(call)] == [None]
        assert reading.decision(about).incidents == ()


def test_what_was_erased_is_known_again_when_it_returns(store: Store) -> None:
    caller, call, _ = _whole_person(store)
    with store.reading() as reading:
        known = reading.incident(call).ulid
    with store.writing(story.deed("avg vergeet")) as tx:
        assert tx.returned(frozenset({known})) == Doomed(incidents=frozenset({call}))
        assert erase_again(tx, story.deed("restore"), frozenset({known}), lambda _day: story.policy())
        assert tx.returned(frozenset({known})).nobody
        assert not erase_again(tx, story.deed("restore"), frozenset({known}), lambda _day: story.policy())
        erased = tx.erase(_of(caller))
        assert len(erased.identities) == 1
        tx.note_erasure(PROOF, erased.identities)
        assert tx.erased() == erased.identities | {known}


def test_an_erasure_is_unfinished_until_the_file_was_cleaned(store: Store) -> None:
    caller, _, _ = _whole_person(store)
    _erase(store, _of(caller))
    with store.writing(story.deed("avg vergeet")) as tx:
        assert tx.unfinished_erasures() == 1
        tx.note_cleaned()
        assert tx.unfinished_erasures() == 0


def test_the_last_write_is_known(store: Store) -> None:
    later = story.NOW + timedelta(hours=1)
    with store.writing(story.deed("instelling", at=later)) as tx:
        tx.change_setting("land", "NL")
    with store.reading() as reading:
        assert reading.last_written() == later


def test_who_was_taken_for_another_is_not_named_any_more_with_that_call(store: Store) -> None:
    wronged, right = (story.stored_caller(store, name=name).id for name in ("Jan Jansen", "Karel"))
    calls = [
        _call(store, wronged, name_told=told, customer_number_told="K-1") for told in ("jan jansen", "Kees")
    ]
    with store.writing(story.deed("edit")) as tx:
        for call in calls:
            tx.replace_incident(replace(tx.incident(call), caller=right))
    _erase(store, _of(wronged))
    with store.reading() as reading:
        assert [reading.incident(call).name_told for call in calls] == [None, "Kees"]
        assert {reading.incident(call).customer_number_told for call in calls} == {"K-1"}
        assert all("jan jansen" not in str(reading.versions(call)) for call in calls)


def test_a_subject_is_private_until_a_second_person_has_it(store: Store) -> None:
    first, second = (story.stored_caller(store).id for _ in range(2))
    for caller, subject in (
        (first, "Zijn zaak"),
        (first, "zijn zaak"),
        (first, "parkeren"),
        (second, "Parkeren"),
    ):
        _call(store, caller, subject=subject)
    with store.reading() as reading:
        asked = frozenset({"zijn zaak", "parkeren", "van niemand"})
        assert reading.private_subjects(asked) == {"zijn zaak", "van niemand"}


def test_calls_of_nobody_share_no_subject_for_they_may_be_of_who_was_unlinked(store: Store) -> None:
    caller = story.stored_caller(store).id
    for whose in (None, None, caller):
        _call(store, whose, subject="zijn zaak")
    with store.reading() as reading:
        assert reading.private_subjects(frozenset({"zijn zaak"})) == {"zijn zaak"}


def test_two_callers_who_are_one_person_share_no_subject(store: Store) -> None:
    kept, absorbed = (story.stored_caller(store) for _ in range(2))
    for caller in (kept, absorbed):
        _call(store, caller.id, subject="zijn zaak")
    merge(
        store, story.deed("beller merge"), caller_code(kept.id), caller_code(absorbed.id), Country.NETHERLANDS
    )
    story.stored(
        store, caller=absorbed.id, certainty=Certainty.CERTAIN, ulid=story.ulid(), subject="zijn zaak"
    )
    with store.reading() as tx:
        assert tx.private_subjects(frozenset({"zijn zaak"})) == {"zijn zaak"}


def test_a_subject_that_was_shared_stays_so_when_one_of_them_went(store: Store) -> None:
    with store.writing(story.deed("avg opschonen")) as tx:
        for _ in range(2):
            tx.keep_shared_subjects(frozenset({"ooit"}))
        assert tx.private_subjects(frozenset({"ooit", "nooit"})) == {"nooit"}


def test_figures_and_follow_up_that_were_kept_come_on_top_each_time(store: Store) -> None:
    told = FollowUp(objections=1)
    with store.writing(story.deed("avg opschonen")) as tx:
        for follow_up in (None, told, None, told):
            tx.freeze(NOVEMBER, Figures(total=1, per_day=((story.TODAY, 1),)), follow_up)
    with store.reading() as reading:
        assert reading.figures(NOVEMBER).total == 4
        assert reading.figures(replace(NOVEMBER, last=story.TODAY - timedelta(days=1))).total == 0
        kept = reading.frozen_follow_up(NOVEMBER)
        assert kept is not None
        assert kept.objections == 2
        assert reading.frozen_follow_up(period_of(PeriodSort.WEEK, story.TODAY)) is None


def test_a_report_counts_what_it_counted_and_names_no_subject_of_one_caller(store: Store) -> None:
    caller = story.stored_caller(store).id
    at = story.NOW - timedelta(days=40)
    for subject in ("parkeren", "Parkeren", "zijn zaak"):
        _call(store, caller, at=at, subject=subject)
    _call(store, story.stored_caller(store).id, at=at, subject="parkeren")
    october = period_of(PeriodSort.MONTH, story.TODAY - timedelta(days=40))
    with store.writing(story.deed("avg vergeet")) as tx:
        before = tx.figures(october)
        take_away(tx, _of(caller), PROOF, lambda _day: story.policy())
        after = tx.figures(october)
        assert (before.total, before.per_subject) == (4, (("Parkeren", 3), ("zijn zaak", 1)))
        assert after == replace(before, repeat_callers=(), per_subject=(("Parkeren", 3), (None, 1)))
