"""What is kept and what goes: each term to the day, and nothing that is still needed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import decisions
import pytest
import story
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.decision import Objection
from agressielog.domain.hold import Hold
from agressielog.domain.identity import CallerId, HoldId, IncidentId, MeasureId, PromiseId, RequestId
from agressielog.domain.incident import Incident, Promise
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.request import Answer, Request, RequestKind, RequestOutcome
from agressielog.domain.retention import (
    File,
    Judged,
    RecordKind,
    RetentionReason,
    impossible_terms,
    judge,
    longest_kept,
    looks_kept,
    person_of,
    term_of,
    whole_through,
)
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity

POLICY = decisions.standaard()
LIGHT, MEDIUM, SEVERE, NOTHING = (
    KindCode(code) for code in ("schelden", "belediging", "bedreiging", "emotie_kritiek")
)
BREACH = KindCode("overtreding_contactverbod")
CALLED = date(2024, 2, 29)
B1 = CallerId(1)


def _incident(number: int = 1, kind: KindCode = LIGHT, on: date = CALLED, **changes: Any) -> Incident:
    at = start_of_day(on)
    told: dict[str, Any] = {"kinds": (kind,), "at": at, "recorded_at": at, "number": None}
    return replace(story.incident(number), **told | {"severity": Severity.LIGHT} | changes)


def _file(*incidents: Incident, **changes: Any) -> File:
    who = story.caller(1, created_at=start_of_day(CALLED))
    return replace(File(callers=(who,), incidents=incidents, fallen_on={}), **changes)


def _at(day: date) -> datetime:
    return start_of_day(day) + timedelta(hours=12)


def _judged(file: File, day: date, policy: Policy = POLICY) -> dict[tuple[RecordKind, int], Judged]:
    return {(one.kind, one.number): one for one in judge(file, policy, _at(day))}


def _reason(
    file: File, day: date, kind: RecordKind = RecordKind.INCIDENT, number: int = 1
) -> RetentionReason:
    return _judged(file, day)[kind, number].reason


def _hold(**changes: Any) -> Hold:
    return replace(Hold(id=HoldId(1), caller=B1, reason="klacht", since=CALLED), **changes)


def _promise(incident: int | None, done: date | None = None) -> PromiseRecord:
    return PromiseRecord(
        promise=Promise(PromiseId(1), "terugbellen", done_at=_at(done) if done else None),
        made_at=_at(CALLED),
        made_by="Mia",
        caller=B1,
        certainty=Certainty.CERTAIN,
        incident=IncidentId(incident) if incident else None,
        incident_status=IncidentStatus.REPORTED if incident else None,
    )


def _request(answered: date | None = None) -> Request:
    answer = Answer(answered, RequestOutcome.GRANTED) if answered else None
    return Request(
        id=RequestId(1),
        caller=B1,
        kind=RequestKind.ACCESS,
        received_on=CALLED,
        answer_by=CALLED,
        answer=answer,
    )


@pytest.mark.parametrize(
    ("kind", "last"),
    [(LIGHT, date(2025, 2, 28)), (MEDIUM, date(2026, 2, 28)), (SEVERE, date(2027, 2, 28))],
    ids=["12 months", "24 months", "36 months"],
)
def test_a_term_includes_its_last_day_and_clamps(kind: KindCode, last: date) -> None:
    file = _file(_incident(kind=kind))
    for day, goes in ((last - timedelta(days=1), False), (last, False), (last + timedelta(days=1), True)):
        assert _judged(file, day)[RecordKind.INCIDENT, 1].goes is goes, day
    assert _reason(file, last + timedelta(days=1)) is RetentionReason.TERM_OVER


def test_a_term_runs_from_the_last_call_that_counted() -> None:
    later = _incident(2, LIGHT, date(2024, 12, 1))
    fallen = _incident(3, LIGHT, date(2025, 6, 1), status=IncidentStatus.WITHDRAWN)
    presumed = _incident(4, LIGHT, date(2025, 6, 1), certainty=Certainty.PRESUMED)
    file = _file(_incident(), later, fallen, presumed)
    assert not _judged(file, date(2025, 12, 1))[RecordKind.INCIDENT, 1].goes
    assert _judged(file, date(2025, 12, 2))[RecordKind.INCIDENT, 1].goes


def test_the_call_from_which_a_longer_term_runs_stays_as_long_and_no_other_lighter_one() -> None:
    file = _file(
        _incident(1, SEVERE), _incident(2, LIGHT, date(2024, 6, 1)), _incident(3, LIGHT, date(2024, 9, 1))
    )
    found = _judged(file, date(2026, 1, 1))
    assert [found[RecordKind.INCIDENT, number].goes for number in (1, 2, 3)] == [False, True, False]
    assert found[RecordKind.INCIDENT, 3].reason is RetentionReason.TERM_OF_ANOTHER
    assert found[RecordKind.INCIDENT, 3].until == date(2027, 9, 1)
    assert all(one.goes for one in _judged(file, date(2027, 9, 2)).values())


def test_what_was_withdrawn_goes_thirty_days_after_that() -> None:
    fallen = _incident(status=IncidentStatus.REJECTED)
    file = _file(fallen, fallen_on={IncidentId(1): date(2024, 5, 1)})
    assert _reason(file, date(2024, 5, 31)) is RetentionReason.TERM_RUNS
    assert _reason(file, date(2024, 6, 1)) is RetentionReason.FALLEN


def test_without_its_history_a_withdrawn_call_counts_from_when_it_was_recorded() -> None:
    assert _judged(_file(_incident(status=IncidentStatus.WITHDRAWN)), date(2024, 3, 31))[
        RecordKind.INCIDENT, 1
    ].goes


def test_whose_a_call_was_that_weighs_nothing_goes_the_next_day() -> None:
    file = _file(_incident(kind=NOTHING))
    assert _reason(file, CALLED, RecordKind.LINK) is RetentionReason.TERM_RUNS
    assert _reason(file, CALLED + timedelta(days=1), RecordKind.LINK) is RetentionReason.NO_PERSON_NEEDED


@pytest.mark.parametrize(
    ("file", "last"),
    [
        (_file(_incident(kind=NOTHING), promises=(_promise(1),)), 30),
        (_file(_incident(kind=NOTHING), promises=(_promise(1, done=CALLED),)), 0),
        (
            _file(
                _incident(kind=BREACH),
                decisions=(decisions.decision(first=CALLED, last=date(2024, 6, 1), incidents=()),),
            ),
            30,
        ),
        (_file(_incident(kind=BREACH)), 0),
    ],
    ids=["open promise", "kept promise", "breach of a ban", "breach of none"],
)
def test_it_stays_while_something_of_it_waits_and_thirty_days_at_most(file: File, last: int) -> None:
    for days in (last, last + 1):
        judged = _judged(file, CALLED + timedelta(days=days))[RecordKind.LINK, 1]
        assert judged.goes is (days > last), days


def test_a_link_says_what_it_waits_for() -> None:
    promised = _file(_incident(kind=NOTHING), promises=(_promise(1),))
    one = _judged(promised, CALLED + timedelta(days=30))[RecordKind.LINK, 1]
    assert (one.goes, one.reason, one.until) == (False, RetentionReason.PROMISE, CALLED + timedelta(days=30))
    ban = decisions.decision(
        1, caller=B1, incidents=(), decided_on=CALLED, first=CALLED, last=CALLED + timedelta(days=60)
    )
    breach = _file(_incident(kind=BREACH), decisions=(ban,))
    assert _judged(breach, CALLED + timedelta(days=30))[RecordKind.LINK, 1].reason is RetentionReason.MEASURE
    assert _judged(breach, CALLED + timedelta(days=31))[RecordKind.LINK, 1].goes
    waiting_for_nothing = _judged(_file(_incident(kind=NOTHING)), CALLED)[RecordKind.LINK, 1]
    assert waiting_for_nothing.reason is RetentionReason.TERM_RUNS


def _with_terms(**changes: Any) -> Policy:
    assert POLICY.terms is not None
    return replace(POLICY, terms=replace(POLICY.terms, **changes))


def test_the_term_of_a_call_is_that_of_its_weight() -> None:
    terms = dict(POLICY.retention)
    for kind, severity in ((LIGHT, Severity.LIGHT), (MEDIUM, Severity.MEDIUM), (SEVERE, Severity.SEVERE)):
        assert term_of(_incident(kind=kind), POLICY) == terms[severity]
    assert term_of(_incident(kind=NOTHING), POLICY) == terms[Severity.LIGHT]
    assert term_of(_incident(status=IncidentStatus.WITHDRAWN), POLICY) == Span.parse("30 dagen")
    assert term_of(_incident(), replace(POLICY, retention=())) is None


def test_the_end_of_a_term_is_told_whatever_keeps_a_record_longer() -> None:
    held = _judged(_file(_incident(), holds=(_hold(),)), CALLED)[RecordKind.INCIDENT, 1]
    assert (held.reason, held.until, held.term_ends) == (RetentionReason.HELD, None, date(2025, 2, 28))


def test_with_reasons_a_heavy_call_is_kept_to_a_limit_from_the_last_call_that_counted() -> None:
    calls = (_incident(1, SEVERE), _incident(2, LIGHT, date(2024, 6, 1)))
    assert longest_kept(calls, POLICY) == date(2029, 6, 1)
    assert longest_kept(calls[1:], POLICY) is None
    assert longest_kept((), POLICY) is None
    presumed = _incident(1, SEVERE, certainty=Certainty.PRESUMED)
    assert longest_kept((presumed, calls[1]), POLICY) is None
    assert longest_kept(calls, _with_terms(severe_kept_at_most=None)) is None
    assert longest_kept(calls, replace(POLICY, terms=None)) is None


def test_a_limit_with_reasons_below_the_usual_term_is_impossible() -> None:
    assert impossible_terms(_with_terms(severe_kept_at_most=Span.parse("35 maanden"))) == (Severity.SEVERE,)
    assert impossible_terms(_with_terms(severe_kept_at_most=Span.parse("36 maanden"))) == ()


def test_looks_are_kept_a_year_where_the_policy_says_nothing() -> None:
    assert looks_kept(_with_terms(look_ups_kept=Span.parse("6 maanden"))) == Span.parse("6 maanden")
    assert looks_kept(_with_terms(look_ups_kept=None)) == looks_kept(replace(POLICY, terms=None))
    assert looks_kept(replace(POLICY, terms=None)) == Span.parse("12 maanden")


def test_a_period_is_whole_until_its_first_day_has_had_the_shortest_term() -> None:
    assert whole_through(CALLED, POLICY) == date(2025, 2, 28)
    assert not [one for one in judge(_file(_incident()), POLICY, _at(date(2025, 2, 28))) if one.goes]
    assert whole_through(CALLED, replace(POLICY, retention=())) is None


def test_a_call_that_weighs_nothing_goes_as_a_whole_with_the_shortest_term() -> None:
    file = _file(replace(_incident(kind=NOTHING), number=story.MOBILE))
    assert _reason(file, date(2025, 3, 1)) is RetentionReason.TERM_OVER
    unlinked = _file(_incident(kind=NOTHING, caller=None, certainty=None), callers=())
    assert _reason(unlinked, date(2025, 2, 28)) is RetentionReason.TERM_RUNS
    assert _reason(unlinked, date(2025, 3, 1)) is RetentionReason.TERM_OVER


def test_a_kind_that_the_policy_no_longer_has_is_as_heavy_as_it_was_stored() -> None:
    file = _file(_incident(kind=KindCode("vroeger"), severity=Severity.MEDIUM))
    assert not _judged(file, date(2026, 2, 28))[RecordKind.INCIDENT, 1].goes
    assert _judged(file, date(2026, 3, 1))[RecordKind.INCIDENT, 1].goes


_OVER = decisions.decision(decided_on=CALLED, first=CALLED, last=date(2024, 3, 31), incidents=())
_LONG_AFTER = date(2029, 1, 1)
_BAN = decisions.decision(
    decided_on=CALLED, first=date(2028, 6, 1), last=date(2028, 12, 1), incidents=(IncidentId(1),)
)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"holds": (_hold(),)}, RetentionReason.HELD),
        ({"held": frozenset({IncidentId(1)})}, RetentionReason.HELD),
        ({"decisions": (replace(_BAN, last=date(2029, 2, 1)),)}, RetentionReason.MEASURE),
        (
            {"decisions": (replace(_BAN, delivered=decisions.on_the_day(date(2028, 5, 1))),)},
            RetentionReason.MEASURE,
        ),
        ({"requests": (_request(),)}, RetentionReason.REQUEST),
        ({"requests": (_request(),), "decisions": (_OVER,)}, RetentionReason.REQUEST),
        ({"promises": (_promise(1),)}, RetentionReason.PROMISE),
    ],
    ids=["held caller", "held call", "not over", "holds a rung", "asked", "asked after a ban", "promised"],
)
def test_nothing_goes_that_is_still_needed(changes: dict[str, Any], reason: RetentionReason) -> None:
    file = _file(_incident(), **changes)
    found = _judged(file, _LONG_AFTER)
    assert found[RecordKind.INCIDENT, 1].reason is reason
    assert not any(one.goes for one in found.values())


def test_an_open_objection_keeps_the_decision_and_what_it_rests_on() -> None:
    contested = replace(_BAN, last=date(2024, 6, 1), first=CALLED, objection=Objection(CALLED, CALLED))
    found = _judged(_file(_incident(), decisions=(contested,)), _LONG_AFTER)
    assert found[RecordKind.INCIDENT, 1].reason is RetentionReason.OBJECTION
    assert found[RecordKind.MEASURE, 1].reason is RetentionReason.OBJECTION
    answered = replace(contested, objection=Objection(CALLED, CALLED, answered_on=CALLED))
    assert all(one.goes for one in _judged(_file(_incident(), decisions=(answered,)), _LONG_AFTER).values())


def test_a_decision_goes_with_the_last_call_it_answers_and_alone_after_the_longest_term() -> None:
    over = replace(_BAN, first=CALLED, last=date(2024, 3, 31), delivered=decisions.on_the_day(CALLED))
    file = _file(_incident(kind=MEDIUM), decisions=(over,))
    assert _reason(file, date(2026, 2, 28), RecordKind.MEASURE) is RetentionReason.RECORDS
    assert _reason(file, date(2026, 3, 1), RecordKind.MEASURE) is RetentionReason.WORKED_OUT
    alone = _file(decisions=(replace(over, id=MeasureId(2), incidents=()),))
    assert _reason(alone, date(2027, 2, 28), RecordKind.MEASURE, 2) is RetentionReason.TERM_RUNS
    assert _reason(alone, date(2027, 3, 1), RecordKind.MEASURE, 2) is RetentionReason.WORKED_OUT
    with_other = _file(_incident(2, SEVERE, date(2025, 1, 1)), decisions=(replace(over, incidents=()),))
    assert not _judged(with_other, date(2028, 1, 1))[RecordKind.MEASURE, 1].goes


def test_a_caller_goes_when_nothing_is_left_and_it_is_not_new() -> None:
    nobody = _file()
    assert _reason(nobody, CALLED + timedelta(days=30), RecordKind.CALLER) is RetentionReason.TERM_RUNS
    assert _reason(nobody, CALLED + timedelta(days=31), RecordKind.CALLER) is RetentionReason.NOTHING_LEFT
    assert _reason(_file(_incident()), CALLED, RecordKind.CALLER) is RetentionReason.RECORDS
    kept = _file(promises=(_promise(None, done=CALLED),), requests=(_request(answered=date(2024, 5, 1)),))
    assert not _judged(kept, date(2025, 5, 1))[RecordKind.CALLER, 1].goes
    assert _judged(kept, date(2025, 5, 2))[RecordKind.CALLER, 1].goes
    assert (
        _reason(_file(promises=(_promise(None),)), _LONG_AFTER, RecordKind.CALLER) is RetentionReason.PROMISE
    )


@pytest.mark.parametrize(
    ("terms", "impossible"),
    [
        ((), [Severity.LIGHT, Severity.MEDIUM, Severity.SEVERE]),
        ((("licht", "12 maanden"), ("zwaar", "36 maanden")), [Severity.MEDIUM]),
        ((("licht", "12 maanden"), ("middel", "11 maanden"), ("zwaar", "36 maanden")), [Severity.MEDIUM]),
        ((("licht", "12 maanden"), ("middel", "24 maanden"), ("zwaar", "23 maanden")), [Severity.SEVERE]),
        ((("licht", "12 maanden"), ("middel", "12 maanden"), ("zwaar", "12 maanden")), []),
    ],
)
def test_a_term_that_is_missing_or_falls_while_severity_rises_is_impossible(
    terms: tuple[tuple[str, str], ...], impossible: list[Severity]
) -> None:
    policy = replace(POLICY, retention=tuple((Severity(code), Span.parse(span)) for code, span in terms))
    assert list(impossible_terms(policy)) == impossible


def test_a_policy_without_other_terms_keeps_what_was_withdrawn_for_thirty_days() -> None:
    file = _file(_incident(status=IncidentStatus.WITHDRAWN))
    policy = replace(POLICY, terms=None)
    assert not _judged(file, CALLED + timedelta(days=30), policy)[RecordKind.INCIDENT, 1].goes
    assert _judged(file, CALLED + timedelta(days=31), policy)[RecordKind.INCIDENT, 1].goes


def test_a_longer_window_keeps_what_still_counts() -> None:
    policy = replace(POLICY, window=Span.parse("5 jaar"))
    assert (
        _judged(_file(_incident()), date(2029, 2, 28), policy)[RecordKind.INCIDENT, 1].reason
        is RetentionReason.COUNTS
    )
    assert _judged(_file(_incident()), date(2029, 3, 1), policy)[RecordKind.INCIDENT, 1].goes


def test_who_was_merged_twice_is_followed_to_the_end() -> None:
    merged = {CallerId(3): CallerId(2), CallerId(2): B1}
    assert [person_of(CallerId(number), merged) for number in (3, 1, 9)] == [1, 1, 9]


_DAYS = st.integers(0, 2500).map(lambda n: CALLED + timedelta(days=n))
_CALLS = st.lists(
    st.tuples(
        st.sampled_from([LIGHT, MEDIUM, SEVERE, NOTHING, BREACH]),
        _DAYS,
        st.sampled_from(list(IncidentStatus)),
    ),
    max_size=6,
)
_BANS = st.lists(st.tuples(_DAYS, st.integers(1, 400), st.booleans(), st.sets(st.integers(1, 6))), max_size=3)


@given(
    calls=_CALLS,
    bans=_BANS,
    held=st.booleans(),
    held_calls=st.sets(st.integers(1, 6)),
    asked=st.booleans(),
    day=_DAYS,
)
def test_nothing_that_is_needed_ever_goes(
    *,
    calls: list[tuple[KindCode, date, IncidentStatus]],
    bans: list[tuple[date, int, bool, set[int]]],
    held: bool,
    held_calls: set[int],
    asked: bool,
    day: date,
) -> None:
    incidents = tuple(
        _incident(number, kind, on, status=status) for number, (kind, on, status) in enumerate(calls, start=1)
    )
    taken = tuple(
        decisions.decision(
            number,
            decided_on=on,
            first=on,
            last=on + timedelta(days=days),
            review_on=None,
            delivered=decisions.on_the_day(on) if delivered else None,
            incidents=tuple(IncidentId(n) for n in sorted(listed) if n <= len(incidents)),
        )
        for number, (on, days, delivered, listed) in enumerate(bans, start=1)
    )
    file = _file(
        *incidents,
        decisions=taken,
        holds=(_hold(),) if held else (),
        held=frozenset(IncidentId(n) for n in held_calls),
        requests=(_request(),) if asked else (),
    )
    found = judge(file, POLICY, _at(day))
    going = {(one.kind, one.number) for one in found if one.goes}

    assert {(one.kind, one.number) for one in found} >= {(RecordKind.MEASURE, d.id) for d in taken}
    if held or asked:
        assert not going
    for one in taken:
        # It runs or is still to come, and its rung is held for the window after its last day.
        through = POLICY.window.after(one.last) if one.delivered and one.last else one.last
        if through is not None and through >= day and (one.delivered is None or one.delivered.day < day):
            assert (RecordKind.MEASURE, one.id) not in going
            assert not {(RecordKind.INCIDENT, n) for n in one.incidents} & going
            assert (RecordKind.CALLER, 1) not in going
    assert not {(RecordKind.INCIDENT, n) for n in held_calls} & going
    for incident in incidents:
        counts = incident.status.stands and incident.kinds[0] in {LIGHT, MEDIUM, SEVERE}
        if counts and day <= POLICY.window.after(local_day(incident.at)):
            assert (RecordKind.INCIDENT, incident.id) not in going
    if any(not one.goes for one in found if one.kind is not RecordKind.CALLER):
        assert (RecordKind.CALLER, 1) not in going
