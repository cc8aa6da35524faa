"""Deciding about a caller: what follows from the advice, what is refused, and that nothing is half stored."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import story
from deciding import ON, POLICY, call, reasons, take, take_none, warned
from decisions import NL, WARNING, on_the_day, wanted
from fake_store import FakeStore

from agressielog.application.dossiers import advice_for
from agressielog.application.errors import CallerNotFound, IncidentNotFound
from agressielog.application.measure_errors import (
    DecidedInFuture,
    IncidentOfSomebodyElse,
    MeasureRefused,
    NoLengthForThis,
    NothingDecided,
    UnknownMeasure,
    UnknownRung,
)
from agressielog.application.measures import Ruling, decide, decisions_about
from agressielog.application.proposing import Wanted, foresee, lacking
from agressielog.domain.identity import IncidentId
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.safeguards import Gate
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Certainty, IncidentStatus


def test_what_is_not_said_follows_from_the_advice(fake_store: FakeStore) -> None:
    incident = call(fake_store, "bedreiging")
    decided = take(fake_store)
    told = decided.decision
    assert (told.measure, told.rung) == ("contactverbod", "verbod_3_maanden")
    assert (told.first, told.last) == (ON, date(2027, 2, 19))
    assert told.review_on == date(2027, 1, 5)
    assert told.incidents == (incident.id,)
    assert (told.decided_on, told.decided_by, told.delivered, told.valid_until) == (ON, "R. Smit", None, None)


def test_a_warning_has_no_end_and_counts_from_its_delivery(fake_store: FakeStore) -> None:
    call(fake_store, "belediging")
    told = take(fake_store, delivered=on_the_day(ON)).decision
    assert (told.measure, told.last, told.review_on) == ("schriftelijke_waarschuwing", None, None)
    assert told.valid_until == date(2027, 11, 20)


@pytest.mark.parametrize(
    ("kind", "named", "kept"),
    [
        ("bedreiging", None, "alle nummers en afdelingen"),
        ("bedreiging", "alleen de balie", "alleen de balie"),
        ("belediging", None, None),
    ],
)
def test_a_ban_is_about_everything_unless_less_was_said_and_a_warning_about_nothing(
    fake_store: FakeStore, kind: str, named: str | None, kept: str | None
) -> None:
    call(fake_store, kind)
    assert take(fake_store, scope=named).decision.scope == kept


def test_what_was_advised_is_kept_with_the_policy_that_did(fake_store: FakeStore) -> None:
    call(fake_store)
    given = take(fake_store, measure=str(WARNING), deviation="al vaker").decision.advice
    assert json.loads(given.document)["maatregel"] == "mondelinge_waarschuwing"
    assert (given.policy, given.version, given.sha256) == (POLICY.name, POLICY.version, POLICY.sha256)


@pytest.mark.parametrize(
    ("wish", "measure", "rung"),
    [
        ({}, "mondelinge_waarschuwing", "mondeling"),
        ({"measure": "ordegesprek"}, "ordegesprek", "mondeling"),
        ({"measure": "Schriftelijke waarschuwing"}, "schriftelijke_waarschuwing", "schriftelijk"),
        ({"rung": "schriftelijk"}, "schriftelijke_waarschuwing", "schriftelijk"),
        ({"rung": "verbod-3-maanden", "urgent": True}, "contactverbod", "verbod_3_maanden"),
        ({"measure": "contactverbod", "urgent": True}, "contactverbod", "verbod_1_maand"),
        (
            {"measure": "contactbeperking", "length": Span.parse("3 maanden"), "urgent": True},
            "contactbeperking",
            None,
        ),
    ],
)
def test_a_decision_always_keeps_its_rung(
    fake_store: FakeStore, wish: dict[str, Any], measure: str, rung: str | None
) -> None:
    call(fake_store)
    told = take(fake_store, deviation="x", **wish).decision
    assert (told.measure, told.rung) == (measure, rung)


def test_a_lighter_measure_than_advised_needs_a_reason_just_as_a_heavier_one(fake_store: FakeStore) -> None:
    call(fake_store, "belediging")
    assert reasons(fake_store, measure="mondelinge_waarschuwing") == ["afwijking_zonder_reden"]
    assert reasons(fake_store, rung="verbod_1_maand", urgent=True) == ["afwijking_zonder_reden"]


def test_after_a_delivered_warning_24_months_is_refused_with_exactly_four_reasons(
    fake_store: FakeStore,
) -> None:
    warned(fake_store)
    before = decisions_about(fake_store, None, NL, ON)
    found = reasons(
        fake_store,
        measure="contactverbod",
        length=Span.parse("24 maanden"),
        deviation="hij is gevaarlijk",
        reason=None,
        channel_left=None,
        heard_on=None,
    )
    assert sorted(found) == ["geen_kanaal", "geen_reden", "niet_gehoord", "te_lang"]
    assert decisions_about(fake_store, None, NL, ON) == before


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2026, 11, 1), False),
        (date(2026, 11, 2), True),
        (date(2027, 11, 1), True),
        (date(2027, 11, 2), False),
    ],
)
def test_a_warning_opens_the_gate_from_the_day_after_its_delivery_as_long_as_it_counts(
    fake_store: FakeStore, on: date, *, held: bool
) -> None:
    warned(fake_store)
    wish: dict[str, Any] = {
        "on": on,
        "measure": "contactverbod",
        "deviation": "x",
        "incidents": (IncidentId(1),),
    }
    if held:
        assert take(fake_store, **wish).decision.first == on
    else:
        assert reasons(fake_store, **wish) == ["niet_gewaarschuwd"]


def test_warned_at_the_moment_of_the_incident_is_warned(fake_store: FakeStore) -> None:
    warned(fake_store)
    call(fake_store, day=date(2027, 10, 1))
    assert take(fake_store, on=date(2027, 11, 15)).decision.rung == "verbod_1_maand"


def test_for_a_threat_nobody_has_to_be_warned(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    assert take(fake_store).decision.rung == "verbod_3_maanden"


def test_a_measure_while_a_ban_runs_begins_the_day_after_it(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging", day=date(2026, 11, 1))
    running = take(fake_store, on=date(2026, 11, 2), delivered=on_the_day(date(2026, 11, 2))).decision
    call(fake_store)
    told = take(fake_store).decision
    assert running.last is not None
    assert told.first == running.last + timedelta(days=1)


def test_a_first_day_and_a_last_day_can_be_chosen(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    told = take(fake_store, first=date(2026, 12, 1), last=date(2026, 12, 31)).decision
    assert (told.first, told.last, told.review_on) == (
        date(2026, 12, 1),
        date(2026, 12, 31),
        date(2026, 12, 16),
    )


def test_a_long_ban_is_reviewed_within_what_the_policy_says_at_the_latest(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    guards = POLICY.safeguards
    assert guards is not None
    sooner = replace(POLICY, safeguards=replace(guards, review_at_latest=Span.parse("2 weken")))
    assert take(fake_store, policy=sooner).decision.review_on == date(2026, 12, 4)


def test_a_policy_may_want_no_review(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    guards = POLICY.safeguards
    assert guards is not None
    none = replace(POLICY, safeguards=replace(guards, review=Gate(on=False, ground="x")))
    assert take(fake_store, policy=none).decision.review_on is None


@pytest.mark.parametrize(
    ("length", "review", "demanded"),
    [
        ("4 weken", "2026-12-04", True),
        ("1 maand", "2026-12-05", True),
        ("2 maanden", "2026-12-20", True),
        ("3 maanden", "2026-12-20", True),
        ("4 weken", None, False),
        ("1 maand", None, False),
        ("5 weken", "2026-12-20", False),
    ],
)
def test_beyond_what_needs_no_new_decision_a_ban_is_decided_again_by_then(
    fake_store: FakeStore, length: str, review: str | None, demanded: bool
) -> None:
    call(fake_store, "bedreiging")
    guards = POLICY.safeguards
    assert guards is not None
    monthly = replace(
        POLICY,
        safeguards=replace(
            guards, longest_without_new=Span.parse("1 maand"), review=Gate(on=demanded, ground="x")
        ),
    )
    told = take(fake_store, policy=monthly, length=Span.parse(length)).decision
    assert told.review_on == (date.fromisoformat(review) if review is not None else None)


def test_a_measure_can_rest_on_what_was_answered_before(fake_store: FakeStore) -> None:
    first = warned(fake_store)
    told = take(fake_store, measure="ordegesprek", deviation="ook een gesprek", incidents=first.incidents)
    assert told.decision.incidents == first.incidents


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"status": IncidentStatus.REJECTED}, "incident_vervallen"),
        ({"status": IncidentStatus.WITHDRAWN}, "incident_vervallen"),
        ({"certainty": Certainty.PRESUMED}, "incident_niet_zeker"),
        ({"day": date(2026, 11, 21)}, "incident_na_besluit"),
    ],
)
def test_a_measure_cannot_rest_on_what_does_not_stand(
    fake_store: FakeStore, facts: dict[str, Any], reason: str
) -> None:
    call(fake_store, "bedreiging")
    fallen = call(fake_store, "bedreiging", **facts)
    assert reasons(fake_store, incidents=(fallen.id, IncidentId(1))) == [reason]


def test_a_measure_cannot_rest_on_the_incident_of_another(fake_store: FakeStore) -> None:
    call(fake_store)
    other = story.stored_caller(fake_store).id
    theirs = story.stored(fake_store, caller=other, certainty=Certainty.CERTAIN)
    for use in (take, take_none):
        with pytest.raises(IncidentOfSomebodyElse):
            use(fake_store, incidents=(theirs.id,))
        with pytest.raises(IncidentNotFound):
            use(fake_store, incidents=(IncidentId(99),))


def test_nothing_advised_and_nothing_named_is_nothing_to_decide(fake_store: FakeStore) -> None:
    call(fake_store, "emotie_kritiek")
    for use in (take, take_none):
        with pytest.raises(NothingDecided):
            use(fake_store)


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ({"measure": "schavot"}, UnknownMeasure),
        ({"rung": "schavot"}, UnknownRung),
        ({"caller": "B9"}, CallerNotFound),
        ({"measure": "ordegesprek", "length": Span.parse("1 maand")}, NoLengthForThis),
        ({"measure": "ordegesprek", "last": date(2027, 1, 1)}, NoLengthForThis),
        ({"on": date(2026, 11, 21)}, DecidedInFuture),
    ],
)
def test_what_cannot_be_is_refused(
    fake_store: FakeStore, wish: dict[str, Any], error: type[Exception]
) -> None:
    call(fake_store)
    deed = story.deed()
    on = wish.pop("on", ON)
    with pytest.raises(error):
        decide(fake_store, deed, wanted(**wish), Ruling(policy=POLICY, on=on, country=NL))


def test_without_a_ladder_there_is_no_rung_to_name(fake_store: FakeStore) -> None:
    call(fake_store)
    with pytest.raises(UnknownRung) as unknown:
        take(fake_store, policy=replace(POLICY, ladder=None), rung="schriftelijk")
    assert unknown.value.known == ()


def test_a_reasoned_no_answers_and_holds_nothing(fake_store: FakeStore) -> None:
    first = call(fake_store)
    told = take_none(fake_store).decision
    assert (told.measure, told.rung, told.incidents) == (None, None, (first.id,))
    assert advice_for(fake_store, "B1", POLICY, ON, NL).advice.measure is None
    call(fake_store)
    assert advice_for(fake_store, "B1", POLICY, ON, NL).advice.measure == "mondelinge_waarschuwing"


@pytest.mark.parametrize(
    ("wish", "codes"),
    [
        ({"decided_by": None}, ["geen_besluit"]),
        ({"reason": " "}, ["geen_reden"]),
        ({"decided_by": "", "reason": None}, ["geen_besluit", "geen_reden"]),
    ],
)
def test_a_no_needs_a_decider_and_reasons_too(
    fake_store: FakeStore, wish: dict[str, Any], codes: list[str]
) -> None:
    call(fake_store)
    with pytest.raises(MeasureRefused) as refused:
        take_none(fake_store, **wish)
    assert [reason.code.value for reason in refused.value.reasons] == codes


def test_breaches_that_ask_for_a_look_can_be_answered_with_no(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging", day=date(2026, 11, 1))
    take(fake_store, on=date(2026, 11, 2), delivered=on_the_day(date(2026, 11, 2)))
    breaches = [call(fake_store, "overtreding_contactverbod").id for _ in range(3)]
    assert list(advice_for(fake_store, "B1", POLICY, ON, NL).advice.to_review) == breaches
    assert list(take_none(fake_store).decision.incidents) == breaches
    assert advice_for(fake_store, "B1", POLICY, ON, NL).advice.to_review == ()


@pytest.mark.parametrize(("name", "same"), [("mia de vries", True), ("R. Smit", False)])
def test_a_decider_who_reported_it_is_allowed_and_told(
    fake_store: FakeStore, name: str, *, same: bool
) -> None:
    call(fake_store)
    assert take(fake_store, decided_by=name).by_a_reporter is same


def test_decisions_are_told_as_they_stood_on_a_day_the_last_first(fake_store: FakeStore) -> None:
    first = warned(fake_store)
    call(fake_store)
    second = take(fake_store).decision
    other = story.stored_caller(fake_store).id
    assert [d.id for d in decisions_about(fake_store, None, NL, ON)] == [second.id, first.id]
    assert [d.id for d in decisions_about(fake_store, "B1", NL, ON - timedelta(days=1))] == [first.id]
    assert decisions_about(fake_store, f"B{other}", NL, ON) == ()
    assert decisions_about(fake_store, "B1", NL, date(2026, 10, 31)) == ()
    ended = replace(second, ended=Ended(EndKind.LIFTED, date(2026, 11, 25), "x"))
    with fake_store.writing(story.deed()) as tx:
        tx.replace_decision(ended)
    assert decisions_about(fake_store, "B1", NL, ON)[0] == second


def test_what_must_be_arranged_is_what_the_gates_would_refuse(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    case = advice_for(fake_store, "B1", POLICY, ON, NL)
    assert [r.code.value for r in lacking(case)] == [
        "geen_besluit",
        "geen_reden",
        "geen_kanaal",
        "niet_gehoord",
    ]
    take_none(fake_store)
    assert lacking(advice_for(fake_store, "B1", POLICY, ON, NL)) == ()


def test_what_a_wish_would_come_to_can_be_foreseen(fake_store: FakeStore) -> None:
    incident = call(fake_store, "bedreiging")
    case = advice_for(fake_store, "B1", POLICY, ON, NL)
    assert foresee(Wanted(caller="B1"), case).incidents == (incident,)
    named = Wanted(caller="B1", incidents=(IncidentId(99),))
    assert foresee(named, case).incidents == ()
