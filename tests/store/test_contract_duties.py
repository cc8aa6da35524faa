"""What every logbook promises about what can be open; the same tests over the fake and SQLite."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import on_the_day, stored_decision
from story import NOW, SWEARING, THREAT, TODAY

from agressielog.application.errors import CallerNotFound
from agressielog.application.ports.logbook import Store, Writing
from agressielog.application.request_errors import RequestNotFound
from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.identity import CallerId, IncidentId, RequestId
from agressielog.domain.incident import EARLIER_REGISTER, Incident
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.request import Answer, NewRequest, RequestKind, RequestOutcome
from agressielog.domain.vocabulary import Certainty, IncidentStatus

LONG_AGO = date(2025, 1, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ANSWERED = Answer(TODAY, RequestOutcome.REFUSED, "niet van deze beller")


def called(store: Store, **changes: Any) -> Incident:
    told: dict[str, Any] = {"caller": CallerId(1), "certainty": Certainty.CERTAIN}
    return story.stored(store, **told | changes)


@pytest.fixture
def somebody(store: Store) -> CallerId:
    """B1."""
    return story.stored_caller(store, name="J. Jansen").id


def asked(**changes: Any) -> NewRequest:
    ordinary = NewRequest(
        caller=CallerId(1),
        kind=RequestKind.ACCESS,
        received_on=date(2026, 11, 2),
        answer_by=date(2026, 12, 2),
    )
    return replace(ordinary, **changes)


def ids(found: Any) -> list[int]:
    return [one.id for one in found]


# Calls ----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("somebody")
def test_a_call_is_told_with_what_a_duty_needs_of_it(store: Store) -> None:
    incident = called(store, kinds=(SWEARING, THREAT), warned=True, reporter="Daan")
    with store.reading() as reading:
        (found,) = reading.unheard_calls(LONG_AGO, TODAY)
    assert found == OpenCall(
        id=incident.id,
        at=NOW,
        caller=CallerId(1),
        kinds=(SWEARING, THREAT),
        reporter="Daan",
        warned=True,
        status=IncidentStatus.REPORTED,
    )


#: What differs from an ordinary sure call, and which of the four lists it is on.
CALLS = [
    ({}, {"unheard", "unconfirmed"}, "an ordinary call"),
    ({"certainty": Certainty.PRESUMED}, {"presumed", "unconfirmed"}, "presumed"),
    ({"caller": None, "certainty": None}, {"unconfirmed"}, "of nobody"),
    ({"incomplete": True}, {"unheard", "unconfirmed", "short"}, "in short"),
    ({"status": IncidentStatus.CONFIRMED}, {"unheard"}, "confirmed"),
    ({"answered": EARLIER_REGISTER, "incomplete": True}, set(), "from an earlier register"),
    ({"kinds": (SWEARING, THREAT)}, {"unheard", "unconfirmed", "of kinds"}, "of a further kind"),
    ({"kinds": (THREAT,)}, {"unheard", "unconfirmed", "of kinds"}, "of a main kind"),
    (
        {"at": start_of_day(TOMORROW) - timedelta(seconds=1)},
        {"unheard", "unconfirmed"},
        "at the end of the day",
    ),
    ({"at": start_of_day(TOMORROW)}, set(), "the next day"),
    ({"at": start_of_day(LONG_AGO)}, {"unheard", "unconfirmed"}, "on the first day"),
    ({"at": start_of_day(LONG_AGO) - timedelta(seconds=1), "incomplete": True}, {"short"}, "before it"),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("changes", "lists", "why"), CALLS, ids=[why for *_, why in CALLS])
@pytest.mark.parametrize("fell", [None, IncidentStatus.WITHDRAWN, IncidentStatus.REJECTED])
def test_a_call_is_on_the_lists_it_belongs_to(
    store: Store, changes: dict[str, Any], lists: set[str], why: str, fell: IncidentStatus | None
) -> None:
    if fell is not None and "status" in changes:
        return
    called(store, **changes | ({"status": fell} if fell is not None else {}))
    lapsed = fell is not None
    with store.reading() as reading:
        found = {
            "unheard": reading.unheard_calls(LONG_AGO, TODAY, lapsed=lapsed),
            "presumed": reading.presumed_calls(TODAY, lapsed=lapsed),
            "short": reading.short_calls(TODAY, lapsed=lapsed),
            "unconfirmed": reading.unconfirmed_calls(LONG_AGO, TODAY, lapsed=lapsed),
            "of kinds": reading.calls_of_kinds({THREAT}, LONG_AGO, TODAY, lapsed=lapsed),
        }
        others = [
            *reading.unheard_calls(LONG_AGO, TODAY, lapsed=not lapsed),
            *reading.short_calls(TODAY, lapsed=not lapsed),
        ]
    assert {name for name, calls in found.items() if calls} == lists, why
    assert not others


#: What was decided about the call, and whether the caller has heard of it today.
HEARD = [
    ({"measure": None, "rung": None, "last": None}, True, "none"),
    ({"measure": None, "rung": None, "last": None, "decided_on": TOMORROW}, False, "none, tomorrow"),
    ({"measure": None, "rung": None, "last": None, "decided_on": TODAY}, True, "none, today"),
    ({}, False, "a ban that was not delivered"),
    ({"delivered": on_the_day(TODAY)}, True, "delivered today"),
    ({"delivered": on_the_day(TOMORROW)}, False, "delivered tomorrow"),
    ({"caller": CallerId(2), "delivered": on_the_day(TODAY)}, False, "about somebody else"),
    ({"incidents": (IncidentId(2),), "delivered": on_the_day(TODAY)}, False, "for another call"),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("changes", "heard", "why"), HEARD, ids=[why for *_, why in HEARD])
@pytest.mark.parametrize("ended", [None, EndKind.WITHDRAWN, EndKind.ANNULLED])
def test_a_call_waits_until_the_caller_heard_of_a_decision(
    store: Store, changes: dict[str, Any], heard: bool, why: str, ended: EndKind | None
) -> None:
    story.stored_caller(store)
    called(store)
    called(store, caller=CallerId(2))
    taken = stored_decision(store, **{"incidents": (IncidentId(1),)} | changes)
    if ended is not None:
        with store.writing(story.deed("maatregel end")) as tx:
            tx.replace_decision(replace(taken, ended=Ended(ended, TODAY, "x")))
    with store.reading() as reading:
        waiting = ids(reading.unheard_calls(LONG_AGO, TODAY))
    assert (1 not in waiting) is (heard and ended is not EndKind.ANNULLED), why


@pytest.mark.usefixtures("somebody")
def test_calls_come_in_the_order_in_which_they_happened(store: Store) -> None:
    for hours in (0, 5, 3):
        called(store, at=NOW - timedelta(hours=hours))
    with store.reading() as reading:
        assert ids(reading.unheard_calls(LONG_AGO, TODAY)) == [2, 3, 1]


def test_more_calls_than_one_statement_takes_are_told_with_all_their_kinds(store: Store) -> None:
    callers = [story.stored_caller(store, name=f"Beller {number}").id for number in range(3)]
    with store.writing(story.deed("import")) as tx:
        tx.add_incidents(
            story.new_incident(caller=callers[n % 3], certainty=Certainty.CERTAIN, kinds=(SWEARING, THREAT))
            for n in range(1200)
        )
    with store.reading() as reading:
        calls = reading.unheard_calls(LONG_AGO, TODAY)
        at = reading.called_at({call.id for call in calls})
        dossiers = reading.dossiers_of(set(callers))
    assert {call.kinds for call in calls} == {(SWEARING, THREAT)}
    assert len(calls) == len(at) == 1200
    assert [len(dossiers[caller].incidents) for caller in callers] == [400, 400, 400]


# Decisions ------------------------------------------------------------------------------------------

DELIVERED = {"delivered": on_the_day(date(2026, 11, 1))}
UNTIL = TODAY + timedelta(days=30)
WARNED = {**DELIVERED, "last": None}

#: What became of a decision, and whether something about it can be open today.
FOLLOWED: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a ban that was not delivered"),
    ({"last": YESTERDAY}, False, "that is over"),
    ({"last": TODAY}, True, "on its last day"),
    ({"last": None}, True, "a warning that was not delivered"),
    ({"last": None, "delivered": on_the_day(TOMORROW)}, True, "delivered tomorrow"),
    ({"last": None, "delivered": on_the_day(TODAY)}, False, "a warning without a last day"),
    ({"last": YESTERDAY, "delivered": on_the_day(TOMORROW)}, False, "delivered when it was over"),
    ({"measure": None, "rung": None, "last": None}, False, "for none"),
    ({**DELIVERED}, True, "that runs"),
    ({**DELIVERED, "last": YESTERDAY}, False, "that ran"),
    ({**WARNED, "valid_until": TODAY}, True, "a warning on its last day"),
    ({**WARNED, "valid_until": UNTIL}, True, "a warning that ends within thirty days"),
    ({**WARNED, "valid_until": UNTIL + timedelta(days=1)}, False, "a warning that ends after them"),
    ({**WARNED, "valid_until": YESTERDAY}, False, "a warning that ended"),
]
#: The same of an objection to a ban that is over: received, answered.
OBJECTIONS: list[tuple[date, date | None, bool, str]] = [
    (TODAY, None, True, "received today"),
    (TOMORROW, None, False, "received tomorrow"),
    (YESTERDAY, TODAY, False, "answered today"),
    (YESTERDAY, TOMORROW, True, "answered tomorrow"),
    (TOMORROW, TOMORROW, False, "received and answered tomorrow"),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("changes", "there", "why"), FOLLOWED, ids=[why for *_, why in FOLLOWED])
def test_a_decision_is_followed_while_something_can_be_open(
    store: Store, changes: dict[str, Any], there: bool, why: str
) -> None:
    called(store)
    taken = stored_decision(store, incidents=(IncidentId(1),), **changes)
    with store.reading() as reading:
        assert list(reading.decisions_to_follow(TODAY, UNTIL)) == ([taken] if there else []), why


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("received", "answered", "there", "why"), OBJECTIONS, ids=[why for *_, why in OBJECTIONS]
)
def test_an_objection_is_followed_until_it_is_answered(
    store: Store, received: date, answered: date | None, there: bool, why: str
) -> None:
    taken = stored_decision(store, last=date(2026, 11, 5), **DELIVERED)
    verdict = Verdict.PARTLY if answered is not None else None
    objection = Objection(received, date(2026, 12, 18), answered, verdict)
    with store.writing(story.deed("maatregel bezwaar")) as tx:
        tx.replace_decision(replace(taken, objection=objection))
    with store.reading() as reading:
        assert ids(reading.decisions_to_follow(TODAY, UNTIL)) == ([1] if there else []), why


#: What differs from a sure call with a warning, and whether it is one of those.
WARNED_CALLS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a warning"),
    ({"warned": False}, False, "none"),
    ({"certainty": Certainty.PRESUMED}, False, "presumed"),
    ({"status": IncidentStatus.WITHDRAWN}, False, "withdrawn"),
    ({"status": IncidentStatus.CONFIRMED}, True, "confirmed"),
    ({"answered": EARLIER_REGISTER}, True, "from an earlier register"),
    ({"at": start_of_day(TOMORROW)}, False, "the next day"),
    ({"at": start_of_day(LONG_AGO) - timedelta(seconds=1)}, False, "before the first"),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("changes", "there", "why"), WARNED_CALLS, ids=[why for *_, why in WARNED_CALLS])
def test_a_warning_that_was_surely_given_is_found(
    store: Store, changes: dict[str, Any], there: bool, why: str
) -> None:
    called(store, **{"warned": True} | changes)
    with store.reading() as reading:
        assert ids(reading.warned_calls([CallerId(1)], LONG_AGO, TODAY)) == ([1] if there else []), why


@pytest.mark.usefixtures("somebody")
def test_a_warning_of_somebody_else_is_left_out(store: Store) -> None:
    called(store, warned=True)
    with store.reading() as reading:
        assert reading.warned_calls([CallerId(2)], LONG_AGO, TODAY) == []
        assert reading.warned_calls([], LONG_AGO, TODAY) == []


@pytest.mark.usefixtures("somebody")
def test_warnings_of_many_callers_come_in_the_order_in_which_they_were_given(store: Store) -> None:
    many = [CallerId(number) for number in range(1, 1202)]
    callers = [CallerId(1), *(story.stored_caller(store).id for _ in range(2))]
    for hours, caller in enumerate(reversed(callers)):
        called(store, warned=True, caller=caller, at=NOW - timedelta(hours=9 - hours))
    with store.reading() as reading:
        found = reading.warned_calls(many, LONG_AGO, TODAY)
    assert [call.caller for call in found] == list(reversed(callers))


def test_who_was_reached_by_a_measure_is_known(store: Store) -> None:
    one, two, three = (story.stored_caller(store).id for _ in range(3))
    stored_decision(store, caller=one, delivered=on_the_day(TOMORROW))
    stored_decision(store, caller=two)
    stored_decision(store, caller=three, delivered=on_the_day(TODAY))
    with store.reading() as reading:
        assert reading.measured_among({one, two}) == {one}


def test_a_dossier_is_everything_of_one_caller_and_nobody_is_left_out(store: Store) -> None:
    one, two, three = (story.stored_caller(store).id for _ in range(3))
    first, _, third = called(store), called(store, caller=two), called(store, kinds=(SWEARING, THREAT))
    taken = stored_decision(store, incidents=(first.id, third.id))
    with store.reading() as reading:
        found = reading.dossiers_of({one, three})
    assert set(found) == {one, three}
    assert found[one].incidents == (first, third)
    assert found[one].measures == (taken.as_measure,)
    assert (found[three].incidents, found[three].measures) == ((), ())


# Small things ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("somebody")
def test_moments_and_names_are_told_of_what_is_there(store: Store) -> None:
    story.stored_caller(store)
    called(store)
    with store.reading() as reading:
        assert reading.called_at({IncidentId(1), IncidentId(9)}) == {1: NOW}
        assert reading.caller_names({CallerId(1), CallerId(2)}) == {1: "J. Jansen", 2: None}


def test_a_logbook_begins_with_the_first_thing_written(store: Store) -> None:
    with store.reading() as reading:
        assert reading.begun_at() is None
    for at in (NOW, NOW + timedelta(days=1)):
        with store.writing(story.deed("beller", at=at)) as tx:
            tx.add_caller(story.caller())
    with store.reading() as reading:
        assert reading.begun_at() == NOW


def test_the_last_back_up_is_known_up_to_any_moment(store: Store) -> None:
    first, second = NOW, NOW + timedelta(days=3, microseconds=7)
    with store.reading() as reading:
        assert reading.last_backup() is None
    with store.writing(story.deed("backup")) as tx:
        tx.note_backup(second)
        tx.note_backup(first)
    with store.reading() as reading:
        assert reading.last_backup() == NOW + timedelta(days=3)
        assert reading.last_backup(NOW + timedelta(days=2)) == first
        assert reading.last_backup(first) == first
        assert reading.last_backup(first - timedelta(seconds=1)) is None


# Requests -------------------------------------------------------------------------------------------


def answered(tx: Writing, request: int, answer: Answer | None) -> None:
    tx.answer_request(RequestId(request), answer)


@pytest.mark.usefixtures("somebody")
def test_a_request_and_its_answer_come_back_as_told(store: Store) -> None:
    with store.writing(story.deed("avg verzoek")) as tx:
        first = tx.add_request(asked())
        second = tx.add_request(asked(kind=RequestKind.ERASURE))
        answered(tx, 2, ANSWERED)
        assert tx.touched.callers == {1}
    with store.reading() as reading:
        assert list(reading.requests()) == [first, replace(second, answer=ANSWERED)]
        assert reading.request(RequestId(2)).answer == ANSWERED
        assert ids(reading.requests_of(CallerId(1))) == [1, 2]
        assert not reading.requests_of(CallerId(9))
    for name in NewRequest.__dataclass_fields__:
        assert getattr(first, name) == getattr(asked(), name), name


@pytest.mark.usefixtures("somebody")
def test_an_answer_can_be_taken_back(store: Store) -> None:
    with store.writing(story.deed("avg verzoek")) as tx:
        tx.add_request(asked())
        answered(tx, 1, ANSWERED)
    with store.writing(story.deed("undo")) as tx:
        answered(tx, 1, None)
        assert tx.touched.callers == {1}
    with store.reading() as reading:
        assert reading.request(RequestId(1)).answer is None


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("day", "found"), [("2026-11-01", []), ("2026-11-02", [1]), ("2026-11-19", [1]), ("2026-11-20", [])]
)
def test_a_request_is_open_from_its_receipt_until_its_answer(
    store: Store, day: str, found: list[int]
) -> None:
    with store.writing(story.deed("avg verzoek")) as tx:
        tx.add_request(asked())
        answered(tx, 1, ANSWERED)
    with store.reading() as reading:
        assert ids(reading.open_requests(date.fromisoformat(day))) == found


@pytest.mark.usefixtures("somebody")
def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(RequestNotFound), store.reading() as reading:
        reading.request(RequestId(9))
    with pytest.raises(RequestNotFound), store.writing(story.deed()) as tx:
        answered(tx, 9, ANSWERED)
    with pytest.raises(CallerNotFound), store.writing(story.deed()) as tx:
        tx.add_request(asked(caller=CallerId(9)))


def test_a_moment_is_one_whatever_its_offset(store: Store) -> None:
    in_winter = datetime(2026, 11, 20, 13, 0, tzinfo=UTC) + timedelta(minutes=1)
    with store.writing(story.deed("backup")) as tx:
        tx.note_backup(in_winter.astimezone())
    with store.reading() as reading:
        assert reading.last_backup(in_winter) == in_winter
