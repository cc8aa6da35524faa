"""Every term of the list of duties at its boundary: the last second or day in time, and the first that is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import decisions
import pytest
import story

from agressielog.domain import duties_about_calls as calls
from agressielog.domain import duties_about_measures as measures
from agressielog.domain import duties_of_ours as ours
from agressielog.domain.aftercare import TALKS, Aftercare, AftercareGround, AftercareTerms, StepDone
from agressielog.domain.decision import Decision, Objection, Review, ReviewOutcome
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.duty import AsOf, Duty, DutyKind, as_of, oldest_first
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, PromiseId, RequestId
from agressielog.domain.incident import Promise
from agressielog.domain.local_time import AMSTERDAM
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.request import Answer, Request, RequestKind, RequestOutcome, answer_by
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import IncidentStatus, Severity

THREE_MONTHS = Span.parse("3 maanden")


def amsterdam(text: str) -> datetime:
    """Read `2026-03-28 14:30:00` as Amsterdam's clock has it."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def moment(text: str, *, moves: bool = False) -> AsOf:
    at = amsterdam(text)
    return AsOf(on=date.fromisoformat(text[:10]), at=at, moves=moves)


def call(at: str, **changes: Any) -> OpenCall:
    told: dict[str, Any] = {
        "id": IncidentId(1),
        "at": amsterdam(at),
        "caller": CallerId(1),
        "kinds": (story.SWEARING,),
        "reporter": "Mia de Vries",
        "warned": False,
        "status": IncidentStatus.REPORTED,
    }
    return OpenCall(**told | changes)


def only(found: Iterator[Duty]) -> Duty | None:
    """Return the one duty that was found, or None."""
    duties = list(found)
    assert len(duties) <= 1
    return duties[0] if duties else None


#: When the call was, a moment, and whether the reaction to the caller is late then: 24 hours.
REACTIONS = [
    ("2026-11-20 14:30:00", "2026-11-21 14:30:00", False, "the last second"),
    ("2026-11-20 14:30:00", "2026-11-21 14:30:01", True, "one second later"),
    ("2026-11-20 14:30:00", "2026-11-23 09:00:00", True, "hours run on in a weekend"),
    ("2026-03-28 14:00:00", "2026-03-29 15:00:00", False, "a day of 23 hours: the clock shows one more"),
    ("2026-03-28 14:00:00", "2026-03-29 15:00:01", True, "a day of 23 hours, a second more"),
    ("2026-10-24 14:00:00", "2026-10-25 13:00:00", False, "a day of 25 hours: the clock shows one less"),
    ("2026-10-24 14:00:00", "2026-10-25 13:00:01", True, "a day of 25 hours, a second more"),
    ("2026-12-31 23:59:59", "2027-01-01 23:59:59", False, "over New Year"),
]


@pytest.mark.parametrize(("at", "now", "late", "why"), REACTIONS, ids=[why for *_, why in REACTIONS])
def test_the_caller_hears_from_us_within_a_day(at: str, now: str, late: bool, why: str) -> None:
    duty = only(calls.reactions([call(at)], {}, 24))
    assert duty is not None
    assert duty.is_late(moment(now).at) is late, why


#: When the call was, a day, whether the law's day moves, and whether the complaint is still on the list.
COMPLAINTS = [
    ("2026-01-15 10:00:00", "2026-04-15 23:59:59", False, True, "the same calendar day three months later"),
    ("2026-01-15 10:00:00", "2026-04-16 00:00:00", False, False, "the day after"),
    ("2025-11-30 10:00:00", "2026-02-28 12:00:00", False, True, "clamped to the end of February"),
    ("2025-11-30 10:00:00", "2026-03-01 00:00:00", False, False, "and no longer"),
    ("2027-11-30 10:00:00", "2028-02-29 12:00:00", False, True, "clamped to the 29th in a leap year"),
    ("2026-01-15 00:00:00", "2026-04-15 12:00:00", False, True, "from the local day, midnight included"),
    ("2026-01-14 23:59:59", "2026-04-15 00:00:00", False, False, "from the local day, a second earlier"),
    ("2026-09-26 10:00:00", "2026-12-28 12:00:00", True, True, "moved off Christmas and the weekend"),
    ("2026-09-26 10:00:00", "2026-12-28 12:00:00", False, False, "where the policy does not move terms"),
    ("2026-09-26 10:00:00", "2026-12-29 00:00:00", True, False, "the day after the moved one"),
]


@pytest.mark.parametrize(
    ("at", "now", "moves", "there", "why"), COMPLAINTS, ids=[why for *_, why in COMPLAINTS]
)
def test_a_complaint_of_insult_is_possible_for_three_months(
    at: str, now: str, moves: bool, there: bool, why: str
) -> None:
    judged = moment(now, moves=moves)
    duty = only(calls.complaints([call(at)], THREE_MONTHS, judged))
    assert (duty is not None) is there, why
    assert duty is None or not duty.is_late(judged.at)


#: When the call was, a moment, whether terms move, and whether the tidying is late: a week.
TIDYING = [
    ("2026-11-09 16:00:00", "2026-11-16 23:59:59", False, False, "the same weekday, to its end"),
    ("2026-11-09 16:00:00", "2026-11-17 00:00:00", False, True, "the day after"),
    ("2026-11-14 16:00:00", "2026-11-23 23:59:59", True, False, "Saturday moves to Monday"),
    ("2026-11-14 16:00:00", "2026-11-22 00:00:00", False, True, "where the policy does not move terms"),
]


@pytest.mark.parametrize(("at", "now", "moves", "late", "why"), TIDYING, ids=[why for *_, why in TIDYING])
def test_a_report_is_put_in_order_within_a_week(at: str, now: str, moves: bool, late: bool, why: str) -> None:
    judged = moment(now, moves=moves)
    for kind in (DutyKind.LINK, DutyKind.COMPLETING, DutyKind.CONFIRMING):
        duty = only(calls.tidying([call(at)], kind, judged))
        assert duty is not None
        assert duty.is_late(judged.at) is late, why


def test_nobody_is_asked_to_confirm_a_report_of_his_own() -> None:
    judged = moment("2026-11-20 12:00:00")
    of = {
        kind: only(calls.tidying([call("2026-11-20 10:00:00")], kind, judged))
        for kind in (DutyKind.CONFIRMING, DutyKind.COMPLETING)
    }
    assert [duty.colleague if duty else "" for duty in of.values()] == [None, "Mia de Vries"]


#: For which day it was promised, when it was kept, a moment: late or not, None for not on the list.
PROMISES = [
    ("2026-11-20", None, "2026-11-20 23:59:59", False, "the day itself"),
    ("2026-11-20", None, "2026-11-21 00:00:00", True, "the day after"),
    ("2026-11-21", None, "2026-11-22 12:00:00", True, "a promise for a Saturday does not move"),
    ("2026-11-20", "2026-11-21 09:00:00", "2026-11-20 12:00:00", False, "kept later than the day judged"),
    ("2026-11-20", "2026-11-21 09:00:00", "2026-11-21 08:00:00", None, "kept on the day judged"),
    (None, None, "2026-11-21 12:00:00", None, "without a day it is never late"),
]


@pytest.mark.parametrize(("due", "kept", "now", "late", "why"), PROMISES, ids=[why for *_, why in PROMISES])
def test_a_promise_is_due_on_its_day(
    due: str | None, kept: str | None, now: str, late: bool | None, why: str
) -> None:
    judged = moment(now, moves=True)
    promise = Promise(
        PromiseId(7),
        "terugbellen",
        date.fromisoformat(due) if due else None,
        amsterdam(kept) if kept else None,
    )
    record = PromiseRecord(
        promise=promise, made_at=amsterdam("2026-11-10 09:00:00"), made_by="Daan", caller=None, certainty=None
    )
    duty = only(calls.promises([record], judged))
    assert (duty.is_late(judged.at) if duty is not None else None) is late, why


#: The last back-up, a moment, and whether one is due: older than seven times 24 hours.
BACKUPS = [
    ("2026-11-13 12:00:00", "2026-11-20 12:00:00", False, "a week to the second"),
    ("2026-11-13 12:00:00", "2026-11-20 12:00:01", True, "a second more"),
    ("2026-03-25 12:00:00", "2026-04-01 13:00:00", False, "hours, also where the clock changes"),
    ("2026-03-25 12:00:00", "2026-04-01 13:00:01", True, "and not a second more"),
]


@pytest.mark.parametrize(("made", "now", "due", "why"), BACKUPS, ids=[why for *_, why in BACKUPS])
def test_a_back_up_is_due_when_the_last_is_older_than_a_week(
    made: str, now: str, due: bool, why: str
) -> None:
    judged = moment(now)
    assert (only(ours.backup(amsterdam(made), None, judged)) is not None) is due, why
    assert (only(ours.backup(None, amsterdam(made), judged)) is not None) is due, f"never made: {why}"


def test_an_empty_logbook_needs_no_back_up() -> None:
    assert only(ours.backup(None, None, moment("2026-11-20 12:00:00"))) is None


#: What is asked, received on, answered by under a policy of a month, and of four weeks for erasure.
REQUESTS = [
    ("inzage", "2026-01-31", "2026-03-02", "clamped to 28 February, a Saturday, and moved"),
    ("inzage", "2026-03-20", "2026-04-20", "a month"),
    ("correctie", "2026-03-27", "2026-04-28", "moved off King's Day"),
    ("bezwaar", "2026-04-14", "2026-05-15", "moved off Ascension Day"),
    ("verwijdering", "2026-11-02", "2026-11-30", "four weeks"),
    ("verwijdering", "2026-11-27", "2026-12-28", "four weeks, moved off Christmas"),
]


@pytest.mark.parametrize(("kind", "received", "due", "why"), REQUESTS, ids=[why for *_, why in REQUESTS])
def test_a_request_is_answered_within_a_month(kind: str, received: str, due: str, why: str) -> None:
    found = answer_by(RequestKind(kind), date.fromisoformat(received), decisions.standaard())
    assert found == date.fromisoformat(due), why


def test_a_policy_without_terms_leaves_the_month_of_the_law() -> None:
    assert answer_by(RequestKind.ERASURE, date(2026, 3, 27), story.policy()) == date(2026, 4, 27)


#: A moment, and whether a request received on 2 November, to answer by the 30th, answered on 5 December is late.
ANSWERS = [
    ("2026-11-01 23:59:59", None, "the day before it came in"),
    ("2026-11-02 00:00:00", False, "the day it came in"),
    ("2026-11-30 23:59:59", False, "the last second"),
    ("2026-12-01 00:00:00", True, "the day after"),
    ("2026-12-04 12:00:00", True, "the day before the answer"),
    ("2026-12-05 00:00:00", None, "the day of the answer"),
]


@pytest.mark.parametrize(("now", "late", "why"), ANSWERS, ids=[why for *_, why in ANSWERS])
def test_a_request_waits_until_it_is_answered(now: str, late: bool | None, why: str) -> None:
    judged = moment(now)
    request = Request(
        id=RequestId(3),
        caller=CallerId(1),
        kind=RequestKind.ACCESS,
        received_on=date(2026, 11, 2),
        answer_by=date(2026, 11, 30),
        answer=Answer(date(2026, 12, 5), RequestOutcome.GRANTED),
    )
    duty = only(ours.requests([(CallerId(2), request)], judged))
    assert (duty.is_late(judged.at) if duty is not None else None) is late, why
    assert duty is None or duty.caller == 2


def on(day: str, **changes: Any) -> tuple[list[Decision], date]:
    """Return a ban from 2 November through 1 December, delivered on the first, as it stood on *day*."""
    ban = decisions.decision(**{"delivered": decisions.on_the_day(date(2026, 11, 1))} | changes)
    judged = date.fromisoformat(day)
    return measures.known([ban], judged), judged


#: A day, and the review (due on the 17th) and the end (1 December) as the list has them: late, or not there.
RUNNING = [
    ("2026-10-31", None, None, "before the decision"),
    ("2026-11-01", False, False, "the day of the decision: it ends in thirty days"),
    ("2026-11-17", False, False, "the day of the review"),
    ("2026-11-18", True, False, "the day after"),
    ("2026-12-01", True, False, "the last day, which still bans"),
    ("2026-12-02", None, None, "over"),
]


@pytest.mark.parametrize(("day", "review", "end", "why"), RUNNING, ids=[why for *_, why in RUNNING])
def test_a_ban_is_reviewed_and_known_to_end(
    day: str, review: bool | None, end: bool | None, why: str
) -> None:
    known, judged = on(day)
    at = moment(f"{day} 12:00:00").at
    for found, late in ((measures.reviews(known, judged), review), (measures.endings(known, judged), end)):
        duty = only(found)
        assert (duty.is_late(at) if duty is not None else None) is late, why


@pytest.mark.parametrize(
    ("last", "there"), [("2026-12-01", True), ("2026-12-02", False)], ids=["thirty days", "thirty-one"]
)
def test_an_end_is_on_the_list_thirty_days_before(last: str, there: bool) -> None:
    known, judged = on("2026-11-01", last=date.fromisoformat(last))
    assert (only(measures.endings(known, judged)) is not None) is there


def test_a_warning_ends_with_its_validity() -> None:
    known = measures.known([decisions.warning()], date(2027, 10, 2))
    duty = only(measures.endings(known, date(2027, 10, 2)))
    assert duty is not None
    assert duty.due_day == date(2027, 11, 1)
    assert only(measures.endings(known, date(2027, 10, 1))) is None


def test_what_was_ended_earlier_has_no_end_to_come_and_its_review_lapses() -> None:
    known, judged = on("2026-11-10", ended=Ended(EndKind.LIFTED, date(2026, 11, 9), "x"))
    assert only(measures.endings(known, judged)) is None
    review = only(measures.reviews(known, judged))
    assert review is not None
    assert review.lapsed == "opgeheven"


def test_a_review_that_was_held_is_done_from_its_day_on() -> None:
    held = Review(date(2026, 11, 19), ReviewOutcome.CONTINUE, "x")
    assert [
        only(measures.reviews(*on(day, review=held))) is None for day in ("2026-11-18", "2026-11-19")
    ] == [
        False,
        True,
    ]


#: A day, and whether an objection received on 10 November, to answer by 8 December, answered on the 10th, is late.
OBJECTIONS = [
    ("2026-11-09", None, "the day before"),
    ("2026-11-10", False, "the day it came in"),
    ("2026-12-08", False, "the last day, when the ban is over"),
    ("2026-12-09", True, "the day after"),
    ("2026-12-10", None, "the day of the answer"),
]


@pytest.mark.parametrize(("day", "late", "why"), OBJECTIONS, ids=[why for *_, why in OBJECTIONS])
@pytest.mark.parametrize("ended", [None, EndKind.WITHDRAWN, EndKind.ANNULLED])
def test_an_objection_waits_for_its_answer_whatever_became_of_the_measure(
    day: str, late: bool | None, why: str, ended: EndKind | None
) -> None:
    objection = Objection(date(2026, 11, 10), date(2026, 12, 8), date(2026, 12, 10))
    life: dict[str, Any] = {"objection": objection}
    if ended is not None:
        life["ended"] = Ended(ended, date(2026, 11, 20), "x")
    known, _ = on(day, **life)
    duty = only(measures.objections(known))
    assert (duty.is_late(moment(f"{day} 12:00:00").at) if duty is not None else None) is late, why


CALLED = {IncidentId(1): amsterdam("2026-10-31 15:00:00"), IncidentId(2): amsterdam("2026-10-30 15:00:00")}


def test_a_delivery_is_due_a_day_after_the_oldest_call_it_answers() -> None:
    known, judged = on("2026-11-03", delivered=None, incidents=(IncidentId(1), IncidentId(2)))
    duty = only(measures.deliveries(measures.undelivered(known, judged), CALLED, 24))
    assert duty is not None
    assert (duty.due, duty.whole_day) == (CALLED[IncidentId(2)] + timedelta(hours=24), False)


@pytest.mark.parametrize("hours", [24, None], ids=["no incidents", "no term"])
def test_without_a_term_a_measure_is_delivered_on_its_first_day(hours: int | None) -> None:
    incidents = () if hours else (IncidentId(1),)
    known, judged = on("2026-11-03", delivered=None, incidents=incidents)
    duty = only(measures.deliveries(measures.undelivered(known, judged), CALLED, hours))
    assert duty is not None
    assert (duty.due_day, duty.whole_day) == (date(2026, 11, 2), True)


#: A day, and whether a ban through 1 December, delivered on 20 November, can still be delivered.
DELIVERABLE = [("2026-11-19", True), ("2026-11-20", False)]


@pytest.mark.parametrize(("day", "there"), DELIVERABLE)
def test_a_delivery_is_done_from_its_day_on(day: str, there: bool) -> None:
    known, judged = on(day, delivered=decisions.on_the_day(date(2026, 11, 20)))
    assert bool(measures.undelivered(known, judged)) is there


def test_what_is_over_or_was_a_decision_for_none_is_never_delivered() -> None:
    assert measures.undelivered(*on("2026-12-01", delivered=None))
    assert not measures.undelivered(*on("2026-12-02", delivered=None))
    assert not measures.undelivered(*on("2026-11-05", delivered=None, measure=None, last=None))
    assert measures.undelivered(*on("2027-12-02", delivered=None, last=None))


def test_a_call_waits_for_the_first_measure_that_can_still_be_delivered() -> None:
    ended = decisions.decision(
        1, incidents=(IncidentId(1),), ended=Ended(EndKind.WITHDRAWN, date(2026, 11, 2), "x")
    )
    second = decisions.decision(2, incidents=(IncidentId(1),))
    third = decisions.decision(3, incidents=(IncidentId(1), IncidentId(2)))
    assert calls.awaited_deliveries([third, second, ended]) == {1: MeasureId(2), 2: MeasureId(3)}


#: A day, and the steps of the care after a call on Friday 6 November at 15:00 that are late then.
CARE = [
    ("2026-11-06 23:59:59", [], "the day itself"),
    ("2026-11-07 00:00:00", ["eerste"], "the next day, also a Saturday"),
    ("2026-11-09 15:00:00", ["eerste"], "72 hours to the second"),
    ("2026-11-09 15:00:01", ["eerste", "gesprek"], "a second more"),
    ("2026-11-20 23:59:59", ["eerste", "gesprek"], "two weeks"),
    ("2026-11-21 00:00:00", ["eerste", "gesprek", "2wk"], "two weeks and a day"),
    ("2026-12-18 23:59:59", ["eerste", "gesprek", "2wk"], "six weeks"),
    ("2026-12-19 00:00:00", ["eerste", "gesprek", "2wk", "6wk"], "six weeks and a day"),
]


@pytest.mark.parametrize(("now", "late", "why"), CARE, ids=[why for *_, why in CARE])
def test_care_is_late_step_by_step(now: str, late: list[str], why: str) -> None:
    judged = moment(now)
    one = Aftercare(
        incident=IncidentId(1),
        colleague="Mia de Vries",
        at=amsterdam("2026-11-06 15:00:00"),
        severity=Severity.SEVERE,
        status=IncidentStatus.REPORTED,
        ground=AftercareGround.SEVERITY,
    )
    found = oldest_first(ours.care([one], AftercareTerms(), judged))
    assert [duty.step.value for duty in found if duty.step and duty.is_late(judged.at)] == late, why
    assert {duty.caller for duty in found} == {None}, "nothing of care shows with a caller"


def test_care_that_is_finished_or_was_not_wanted_is_neither_due_nor_lapsed() -> None:
    judged = moment("2026-12-20 12:00:00")
    at = amsterdam("2026-11-06 15:00:00")
    one = Aftercare(
        incident=IncidentId(1),
        colleague="Mia de Vries",
        at=at,
        severity=Severity.SEVERE,
        status=IncidentStatus.WITHDRAWN,
        ground=AftercareGround.SEVERITY,
    )
    finished = replace(one, done=tuple(StepDone(step, "R. Smit", at) for step in TALKS))
    declined = replace(one, declined_on=(date(2026, 11, 7), date(2026, 11, 21)))
    assert list(ours.care([finished, declined], AftercareTerms(), judged)) == []
    assert {duty.lapsed for duty in ours.care([one], AftercareTerms(), judged)} == {"ingetrokken"}


def test_another_day_is_judged_at_its_end_and_today_now() -> None:
    now = amsterdam("2026-11-20 12:00:00")
    assert as_of(date(2026, 11, 20), now, moves=False).at == now
    assert as_of(date(2026, 11, 19), now, moves=False).at == amsterdam("2026-11-19 23:59:59")
    assert as_of(date(2026, 10, 25), now, moves=False).at == datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC)


def test_at_one_moment_the_order_is_always_the_same() -> None:
    judged = moment("2026-11-20 12:00:00")
    found = [
        duty
        for number in (10, 9, 2)
        for kind in (DutyKind.COMPLETING, DutyKind.LINK)
        for duty in calls.tidying([call("2026-11-20 10:00:00", id=IncidentId(number))], kind, judged)
    ]
    assert [(duty.kind.value, *duty.incidents) for duty in oldest_first(found)] == [
        *(("koppeling", number) for number in (2, 9, 10)),
        *(("aanvullen", number) for number in (2, 9, 10)),
    ]
