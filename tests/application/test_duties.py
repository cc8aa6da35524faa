"""The list of what is due: what opens a duty, what closes it, what it lapses with, and which are asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import story
from decisions import NL, ORAL, ORAL_RUNG, on_the_day, standaard, stored_decision
from story import MOBILE, NOW, OTHER_MOBILE, SWEARING, THREAT, TODAY

from agressielog.application.duties import DutyFilter, DutyList, duties, duty_counts
from agressielog.application.errors import AmbiguousCaller, CallerNotFound
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Store
from agressielog.application.request_errors import (
    RequestAlreadyAnswered,
    RequestAnsweredTooEarly,
    RequestDayInFuture,
)
from agressielog.application.requests import answer_request, receive_request, requests_made
from agressielog.domain.aftercare import AftercareGround
from agressielog.domain.duty import DutyKind
from agressielog.domain.identity import CallerId, IncidentId, RequestId
from agressielog.domain.incident import EARLIER_REGISTER, Incident, NewPromise
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.request import Answer, RequestKind, RequestOutcome
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity
from agressielog.settings.policy_file import shipped_policy

INSULT = KindCode("belediging")
GRANTED = Answer(TODAY, RequestOutcome.GRANTED)


def called(store: Store, **changes: Any) -> Incident:
    """Store a call by B1 of an hour ago, with a threat: a warning in the call cannot answer it."""
    told: dict[str, Any] = {
        "caller": CallerId(1),
        "certainty": Certainty.CERTAIN,
        "kinds": (THREAT,),
        "severity": Severity.SEVERE,
        "at": NOW - timedelta(hours=1),
    }
    return story.stored(store, **told | changes)


@pytest.fixture
def somebody(store: Store) -> CallerId:
    """B1, a new logbook."""
    return story.stored_caller(store, MOBILE, name="J. Jansen", customer_number="K1").id


def due(store: Store, policy: Policy | None = None, on: date = TODAY, **wanted: Any) -> DutyList:
    return duties(store, policy or standaard(), on, NOW, wanted=DutyFilter(**wanted), country=NL)


def kinds(found: DutyList) -> list[str]:
    return [duty.kind.value for duty in found.duties]


def corrected(store: Store, incident: IncidentId, **changes: Any) -> None:
    with store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(incident), **changes))


# Reactions ------------------------------------------------------------------------------------------

#: What differs from a threat by a sure caller an hour ago, and whether somebody waits for a reaction.
WAITING: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a threat"),
    ({"kinds": (story.CRITICISM,)}, False, "criticism"),
    ({"kinds": (story.BREACH,)}, False, "a call in spite of a ban"),
    ({"caller": None, "certainty": None}, False, "of nobody"),
    ({"certainty": Certainty.PRESUMED}, False, "presumed"),
    ({"status": IncidentStatus.WITHDRAWN}, False, "withdrawn"),
    ({"answered": EARLIER_REGISTER}, False, "from an earlier register"),
    ({"kinds": (SWEARING,)}, True, "swearing without a warning"),
    ({"kinds": (SWEARING,), "warned": True}, False, "swearing, warned in the call"),
    ({"kinds": (SWEARING, THREAT), "warned": True}, True, "swearing and a threat, warned in the call"),
    ({"kinds": (story.CRITICISM, SWEARING), "warned": True}, False, "criticism and swearing, warned"),
    ({"at": NOW - timedelta(days=365)}, True, "a year ago"),
    ({"at": NOW - timedelta(days=366)}, False, "out of the window"),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("changes", "waits", "why"), WAITING, ids=[why for *_, why in WAITING])
def test_a_caller_waits_for_a_reaction_to_what_counts(
    store: Store, changes: dict[str, Any], waits: bool, why: str
) -> None:
    called(store, **changes)
    assert bool(due(store, kinds=frozenset({DutyKind.REACTION})).duties) is waits, why


@pytest.mark.usefixtures("somebody")
def test_a_second_warning_in_a_call_answers_nothing(store: Store) -> None:
    for hours in (30, 2):
        called(store, kinds=(SWEARING,), warned=True, at=NOW - timedelta(hours=hours))
    (duty,) = due(store, kinds=frozenset({DutyKind.REACTION})).duties
    assert duty.incidents == (2,)


@pytest.mark.usefixtures("somebody")
def test_a_warning_in_a_call_that_weighs_nothing_is_none(store: Store) -> None:
    called(store, kinds=(story.CRITICISM,), warned=True, at=NOW - timedelta(hours=3))
    called(store, kinds=(SWEARING,), warned=True)
    assert due(store, kinds=frozenset({DutyKind.REACTION})).duties == ()


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("days", "waits"), [(30, True), (365, True), (367, False)], ids=["a month", "a year", "two days more"]
)
def test_a_warning_in_a_call_answers_nothing_of_who_was_warned_in_the_year_before(
    store: Store, days: int, waits: bool
) -> None:
    day = TODAY - timedelta(days=days)
    given = {"measure": ORAL, "rung": ORAL_RUNG, "last": None, "review_on": None, "decided_on": day}
    counts = standaard().window.after(day)
    stored_decision(store, first=day, valid_until=counts, delivered=on_the_day(day), **given)
    called(store, kinds=(SWEARING,), warned=True)
    assert bool(due(store, kinds=frozenset({DutyKind.REACTION})).duties) is waits


@pytest.mark.usefixtures("somebody")
def test_one_reaction_answers_all_calls_of_a_caller_and_the_oldest_sets_the_term(store: Store) -> None:
    calls = [called(store, at=NOW - timedelta(hours=hours)) for hours in (2, 50)]
    (duty,) = due(store, kinds=frozenset({DutyKind.REACTION})).duties
    assert duty.incidents == (2, 1)
    assert duty.due == calls[1].at + timedelta(hours=24)


@pytest.mark.usefixtures("somebody")
def test_a_measure_that_only_has_to_be_delivered_is_the_reaction(store: Store) -> None:
    call = called(store)
    taken = stored_decision(store, incidents=(call.id,), decided_on=TODAY)
    reaction, delivery = due(store, kinds=frozenset({DutyKind.REACTION, DutyKind.DELIVERY})).duties
    assert (reaction.kind, reaction.with_delivery) == (DutyKind.REACTION, taken.id)
    assert (delivery.kind, delivery.measure, delivery.due) == (DutyKind.DELIVERY, taken.id, reaction.due)


#: What is done about the call, and what of the two is left.
ANSWERS: list[tuple[dict[str, Any], list[str], str]] = [
    ({"delivered": on_the_day(TODAY)}, [], "delivered"),
    ({"measure": None, "rung": None, "last": None}, [], "decided for none"),
    ({"delivered": on_the_day(TODAY + timedelta(days=1))}, ["reactie", "uitreiken"], "delivered tomorrow"),
    ({"decided_on": TODAY + timedelta(days=1)}, ["reactie"], "decided tomorrow"),
    ({"last": TODAY - timedelta(days=1)}, ["reactie"], "over before it was delivered"),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("changes", "left", "why"), ANSWERS, ids=[why for *_, why in ANSWERS])
def test_the_reaction_is_given_when_the_caller_heard(
    store: Store, changes: dict[str, Any], left: list[str], why: str
) -> None:
    stored_decision(store, incidents=(called(store).id,), **changes)
    found = due(store, kinds=frozenset({DutyKind.REACTION, DutyKind.DELIVERY}))
    assert kinds(found) == left, why


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("ended", list(EndKind))
def test_a_measure_ended_before_it_was_delivered_leaves_the_caller_waiting(
    store: Store, ended: EndKind
) -> None:
    taken = stored_decision(store, incidents=(called(store).id,))
    with store.writing(story.deed("maatregel end")) as tx:
        tx.replace_decision(replace(taken, ended=Ended(ended, TODAY, "vergissing")))
    both = frozenset({DutyKind.REACTION, DutyKind.DELIVERY})
    (waiting,) = due(store, kinds=both).duties
    assert (waiting.kind, waiting.with_delivery) == (DutyKind.REACTION, None)
    (lapsed,) = due(store, kinds=both, lapsed=True).duties
    assert (lapsed.kind, lapsed.lapsed) == (DutyKind.DELIVERY, ended.value)


@pytest.mark.usefixtures("somebody")
def test_without_a_policy_of_measures_nobody_waits_for_one(store: Store) -> None:
    called(store)
    stored_decision(store, incidents=(IncidentId(1),))
    found = due(store, story.policy(), kinds=frozenset({DutyKind.REACTION, DutyKind.DELIVERY}))
    assert kinds(found) == ["uitreiken"]


@pytest.mark.usefixtures("somebody")
def test_under_a_policy_without_a_ladder_a_warning_in_the_call_answers_nothing(store: Store) -> None:
    called(store, kinds=(SWEARING,), warned=True)
    assert kinds(due(store, shipped_policy("gedragsmatrix"), kinds=frozenset({DutyKind.REACTION})))


# Where only confirmed reports count -----------------------------------------------------------------


@pytest.mark.usefixtures("somebody")
def test_a_report_is_confirmed_where_only_confirmed_ones_count(store: Store) -> None:
    policy = replace(standaard(), counts_from=IncidentStatus.CONFIRMED)
    called(store)
    called(store, status=IncidentStatus.CONFIRMED)
    called(store, kinds=(story.CRITICISM,))
    called(store, at=NOW - timedelta(days=400))
    both = frozenset({DutyKind.REACTION, DutyKind.CONFIRMING})
    assert [(duty.kind.value, duty.incidents) for duty in due(store, policy, kinds=both).duties] == [
        ("reactie", (2,)),
        ("bevestigen", (1,)),
    ]
    assert kinds(due(store, kinds=frozenset({DutyKind.CONFIRMING}))) == []


@pytest.mark.usefixtures("somebody")
def test_a_kind_that_a_new_policy_calls_otherwise_keeps_its_term(store: Store) -> None:
    policy = replace(standaard(), replaces=((KindCode("smaad"), INSULT),), terms=None)
    called(store, kinds=(KindCode("smaad"),))
    found = due(store, policy, kinds=frozenset({DutyKind.COMPLAINT}))
    assert [duty.due_day for duty in found.duties] == [date(2027, 2, 22)]


# A duty is never lost -------------------------------------------------------------------------------


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("fell", [IncidentStatus.WITHDRAWN, IncidentStatus.REJECTED])
def test_with_a_withdrawn_report_its_duties_close_with_the_reason_and_come_back_with_it(
    store: Store, fell: IncidentStatus
) -> None:
    call = called(
        store,
        kinds=(THREAT, INSULT),
        incomplete=True,
        aftercare=AftercareGround.SEVERITY,
        promises=(NewPromise("terugbellen", TODAY),),
    )
    presumed = called(store, certainty=Certainty.PRESUMED, kinds=(SWEARING,))
    open_before = due(store).duties
    assert {duty.kind.value for duty in open_before} == {
        *("reactie", "nazorg", "toezegging", "klachttermijn", "aanvullen", "koppeling")
    }
    for incident in (call, presumed):
        corrected(store, incident.id, status=fell)
    assert due(store).duties == ()
    lapsed = due(store, lapsed=True).duties
    assert {duty.lapsed for duty in lapsed} == {fell.value}
    assert tuple(replace(duty, lapsed=None) for duty in lapsed) == open_before
    for incident in (call, presumed):
        corrected(store, incident.id, status=IncidentStatus.REPORTED)
    assert due(store).duties == open_before


@pytest.mark.usefixtures("somebody")
def test_a_report_under_a_stricter_policy_lapses_with_its_confirmation(store: Store) -> None:
    policy = replace(standaard(), counts_from=IncidentStatus.CONFIRMED)
    called(store, status=IncidentStatus.WITHDRAWN)
    found = due(store, policy, kinds=frozenset({DutyKind.CONFIRMING}), lapsed=True)
    assert [(duty.kind.value, duty.lapsed) for duty in found.duties] == [("bevestigen", "ingetrokken")]


def test_duties_go_with_a_caller_who_is_merged_and_come_back_with_a_split(
    store: Store, somebody: CallerId
) -> None:
    other = story.stored_caller(store, OTHER_MOBILE).id
    call = called(store, caller=other, number=OTHER_MOBILE)
    stored_decision(store, caller=other, incidents=(call.id,), decided_on=TODAY)
    receive_request(store, story.deed(), "B2", RequestKind.ACCESS, TODAY, policy=standaard(), country=NL)
    before = due(store).duties
    assert {duty.caller for duty in before} == {other}
    merge(store, story.deed("beller merge"), "B1", "B2", NL)
    merged = due(store).duties
    assert merged == tuple(replace(duty, caller=somebody) for duty in before)
    assert [asked.caller.id for asked in requests_made(store, "B2", country=NL)] == [somebody]
    split(store, story.deed("beller split"), "B1", NL)
    assert due(store).duties == before


@pytest.mark.usefixtures("somebody")
def test_what_was_promised_in_an_earlier_register_is_no_duty_and_lapses_not(store: Store) -> None:
    called(store, answered=EARLIER_REGISTER, promises=(NewPromise("terugbellen", TODAY),))
    assert due(store).duties == due(store, lapsed=True).duties == ()


@pytest.mark.usefixtures("somebody")
def test_another_day_is_judged_by_what_had_happened_then(store: Store) -> None:
    called(store, at=datetime(2026, 11, 10, 9, 0, tzinfo=UTC))
    reactions = frozenset({DutyKind.REACTION})
    assert [kinds(due(store, on=date(2026, 11, day), kinds=reactions)) for day in (9, 10)] == [
        [],
        ["reactie"],
    ]
    late = [bool(due(store, on=date(2026, 11, day), kinds=reactions).late) for day in (10, 11)]
    assert late == [False, True]


# Which are asked for --------------------------------------------------------------------------------


@pytest.fixture
def desk(store: Store, somebody: CallerId) -> Store:
    """B1 threatened Anouk yesterday and Daan is to call back; B2 is presumed to have sworn at Mia."""
    story.stored_caller(store, OTHER_MOBILE, name="Renée Anouk")
    called(
        store,
        caller=somebody,
        reporter="Anouk",
        at=NOW - timedelta(hours=25),
        aftercare=AftercareGround.SEVERITY,
        promises=(NewPromise("terugbellen", TODAY),),
    )
    called(store, caller=CallerId(2), certainty=Certainty.PRESUMED, kinds=(SWEARING,))
    return store


#: What is asked for, and the kinds that come.
ASKED: list[tuple[dict[str, Any], list[str], str]] = [
    ({}, ["nazorg", "reactie", "toezegging", "nazorg", "koppeling", "nazorg", "nazorg"], "everything"),
    ({"kinds": frozenset({DutyKind.LINK})}, ["koppeling"], "one kind"),
    ({"until": TODAY}, ["nazorg", "reactie", "toezegging"], "up to today"),
    ({"late_only": True}, ["nazorg", "reactie"], "what is late"),
    ({"whose": "B1"}, ["reactie", "toezegging"], "a caller: nothing of the care"),
    ({"whose": "K1"}, ["reactie", "toezegging"], "a customer number"),
    ({"whose": "06-12345678"}, ["reactie", "toezegging"], "a telephone number"),
    ({"whose": "b2"}, ["koppeling"], "a caller who is only presumed"),
    ({"whose": "mia"}, ["koppeling"], "part of a colleague's name"),
    ({"whose": "anouk"}, ["nazorg", "toezegging", "nazorg", "nazorg", "nazorg"], "a colleague"),
    ({"whose": "renee anouk"}, ["koppeling"], "the name of a caller"),
    ({"whose": "niemand"}, [], "nobody's"),
]


@pytest.mark.parametrize(("wanted", "found", "why"), ASKED, ids=[why for *_, why in ASKED])
def test_only_what_is_asked_for_is_listed(
    desk: Store, wanted: dict[str, Any], found: list[str], why: str
) -> None:
    assert kinds(due(desk, **wanted)) == found, why


def test_a_caller_who_is_not_there_is_not_found(desk: Store) -> None:
    with pytest.raises(CallerNotFound):
        due(desk, whose="B9")


def test_a_number_of_two_callers_is_not_guessed(desk: Store) -> None:
    story.stored_caller(desk, MOBILE)
    with pytest.raises(AmbiguousCaller):
        due(desk, whose="06-12345678")


def test_the_names_of_the_callers_come_with_the_list(desk: Store) -> None:
    assert due(desk).names == {1: "J. Jansen", 2: "Renée Anouk"}


def test_duties_are_counted_in_time_and_late_for_a_report(desk: Store) -> None:
    with desk.reading() as reading:
        counts = duty_counts(reading, standaard(), TODAY, NOW)
    assert list(counts) == list(DutyKind)
    assert {
        kind.value: (one.in_time, one.late) for kind, one in counts.items() if one.in_time or one.late
    } == {
        "reactie": (0, 1),
        "nazorg": (3, 1),
        "toezegging": (1, 0),
        "koppeling": (1, 0),
    }


def test_a_logbook_of_a_week_without_a_back_up_needs_one(desk: Store) -> None:
    later = NOW + timedelta(days=8)
    backup = DutyFilter(kinds=frozenset({DutyKind.BACKUP}))
    assert kinds(duties(desk, standaard(), later.date(), later, wanted=backup)) == ["reservekopie"]
    with desk.writing(story.deed("backup", at=later)) as tx:
        tx.note_backup(later)
    assert kinds(duties(desk, standaard(), later.date(), later, wanted=backup)) == []


# Requests -------------------------------------------------------------------------------------------


def received(store: Store, on: date = TODAY) -> None:
    receive_request(store, story.deed(), "B1", RequestKind.ACCESS, on, policy=standaard(), country=NL)


@pytest.mark.usefixtures("somebody")
def test_a_request_is_open_until_it_is_answered(store: Store) -> None:
    received(store, date(2026, 11, 2))
    (open_,) = requests_made(store, None, country=NL)
    assert open_.request.answer_by == date(2026, 12, 2)
    assert answer_request(store, story.deed(), RequestId(1), GRANTED).request.answer == GRANTED
    assert requests_made(store, None, country=NL) == []
    assert [one.request.answer for one in requests_made(store, "B1", country=NL, everything=True)] == [
        GRANTED
    ]


@pytest.mark.usefixtures("somebody")
def test_requests_come_the_first_due_first_and_those_of_one_caller_alone(store: Store) -> None:
    story.stored_caller(store)
    for day in (9, 2):
        received(store, date(2026, 11, day))
    answer_request(store, story.deed(), RequestId(2), GRANTED)
    received(store, date(2026, 11, 5))
    assert [one.request.id for one in requests_made(store, "B1", country=NL, everything=True)] == [3, 1, 2]
    assert requests_made(store, "B2", country=NL, everything=True) == []


@pytest.mark.usefixtures("somebody")
def test_a_request_is_answered_once_and_not_before_it_came(store: Store) -> None:
    received(store)
    yesterday = replace(GRANTED, on=TODAY - timedelta(days=1))
    with pytest.raises(RequestAnsweredTooEarly):
        answer_request(store, story.deed(), RequestId(1), yesterday)
    answer_request(store, story.deed(), RequestId(1), GRANTED)
    with pytest.raises(RequestAlreadyAnswered):
        answer_request(store, story.deed(), RequestId(1), GRANTED)


@pytest.mark.usefixtures("somebody")
def test_nothing_is_asked_or_answered_in_the_future(store: Store) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(RequestDayInFuture):
        received(store, tomorrow)
    received(store)
    with pytest.raises(RequestDayInFuture):
        answer_request(store, story.deed(), RequestId(1), replace(GRANTED, on=tomorrow))
