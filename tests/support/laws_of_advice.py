"""The laws of advice (design 4.3): each a function of an engine, so that one with a fault can be tried too."""

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import drawn_ladders
import ladders
from drawn_ladders import Case, cases
from hypothesis import strategies as st

from agressielog.application.advice_record import advice_record, record_text
from agressielog.domain.advice import Advice, Finding, RuleCode
from agressielog.domain.counting import Dossier
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, start_of_day, to_local
from agressielog.domain.measure import Delivered, Measure, day_after
from agressielog.domain.policy import Policy
from agressielog.domain.span import SpanUnit
from agressielog.domain.vocabulary import Certainty, Delivery, IncidentStatus, Severity

Engine = Callable[[Dossier, Policy, date], Advice]
Law = Callable[[Engine, st.DataObject], None]

LAWS: list[Law] = []
NEW = IncidentId(1000)


def law(function: Law) -> Law:
    """Put a function on the list of laws."""
    LAWS.append(function)
    return function


def judged(engine: Engine, case: Case) -> Advice:
    return engine(case.dossier, case.policy, case.on)


def finding(advice: Advice, rule: RuleCode) -> Finding | None:
    return next((found for found in advice.findings if found.rule is rule), None)


def place(advice: Advice, policy: Policy) -> int:
    """Return the rung that is advised, from the ground up: 0 where nothing is."""
    return 0 if advice.rung is None or policy.ladder is None else policy.ladder.place(advice.rung.code) + 1


def weight(advice: Advice, policy: Policy) -> tuple[int, int]:
    """Return how heavy an advice is: its rung, or in a range policy its measure and then its maximum."""
    if advice.measure is None:
        return (0, 0)
    if policy.ladder is not None:
        return (place(advice, policy), 0)
    return (1 + policy.weight_of(advice.measure), advice.longest.days if advice.longest is not None else 0)


def with_incidents(case: Case, *more: Incident) -> Dossier:
    return replace(case.dossier, incidents=(*case.dossier.incidents, *more))


@law
def it_does_not_matter_in_which_order_things_were_entered(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    happened, decided = case.dossier.incidents, case.dossier.measures
    renamed = {i.id: number for i, number in zip(happened, _shuffled_ids(happened, data), strict=True)}
    entered = data.draw(st.permutations([replace(i, id=renamed[i.id]) for i in happened]))
    later = data.draw(
        st.permutations([replace(m, incidents=tuple(renamed[i] for i in m.incidents)) for m in decided])
    )
    again = engine(Dossier(tuple(entered), tuple(later)), case.policy, case.on)
    assert _without_order(judged(engine, case), renamed) == _without_order(
        again, {i: i for i in renamed.values()}
    )


@law
def one_more_counting_incident_never_lightens_the_advice(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    on = case.on - timedelta(days=data.draw(st.integers(0, case.policy.window.days)))
    more = replace(
        data.draw(drawn_ladders.incidents(NEW, on)),
        status=IncidentStatus.CONFIRMED,
        certainty=Certainty.CERTAIN,
    )
    before, after = judged(engine, case), engine(with_incidents(case, more), case.policy, case.on)
    assert weight(after, case.policy) >= weight(before, case.policy)


@law
def moving_every_date_by_so_many_days_changes_nothing(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases(units=(SpanUnit.DAY,)))
    days = timedelta(days=data.draw(st.integers(-500, 500)))
    moved = Dossier(
        tuple(replace(i, at=_moved(i.at, days)) for i in case.dossier.incidents),
        tuple(_moved_measure(m, days) for m in case.dossier.measures),
    )
    before, after = judged(engine, case), engine(moved, case.policy, case.on + days)
    assert after == replace(
        before,
        not_before=before.not_before + days if before.not_before is not None else None,
        lapses_on=before.lapses_on + days if before.lapses_on is not None else None,
    )


@law
def what_is_outside_every_window_or_never_counts_changes_nothing(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    outside = _last_day_outside(case)
    on = data.draw(
        st.sampled_from([outside, outside, outside - timedelta(days=7), outside + timedelta(days=1), case.on])
    )
    more = replace(data.draw(drawn_ladders.incidents(NEW, on)), warned=False)
    if on > outside:
        more = replace(more, kinds=(drawn_ladders.NEVER,), warned=data.draw(st.booleans()))
    _changes_nothing(engine, case, more)


@law
def a_warning_in_a_call_changes_nothing_once_it_lapsed(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    # Every window and validity of a generated policy is shorter than a hundred days.
    first = min((local_day(i.at) for i in case.dossier.incidents), default=case.on)
    old = min(first, case.on) - timedelta(days=data.draw(st.integers(100, 200)))
    _changes_nothing(engine, case, replace(data.draw(drawn_ladders.incidents(NEW, old)), warned=True))


@law
def what_happened_or_was_decided_later_changes_nothing(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    on = case.on - timedelta(days=data.draw(st.integers(0, 90)))
    by_then = Dossier(
        tuple(i for i in case.dossier.incidents if local_day(i.at) <= on),
        tuple(_as_known(m, on) for m in case.dossier.measures if m.decided_on <= on),
    )
    assert engine(case.dossier, case.policy, on) == engine(by_then, case.policy, on)


@law
def something_is_advised_exactly_where_a_finding_is_met(engine: Engine, data: st.DataObject) -> None:
    advice = judged(engine, data.draw(cases()))
    assert (advice.measure is not None) is any(found.met for found in advice.findings)


@law
def a_finding_that_is_met_counts_something_that_asks(engine: Engine, data: st.DataObject) -> None:
    advice = judged(engine, data.draw(cases()))
    for found in advice.findings:
        assert not found.met or set(found.counted) & set(advice.asking)


@law
def the_same_input_gives_the_same_bytes(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    again = copy.deepcopy(case)
    once, twice = judged(engine, case), judged(engine, again)
    assert once == twice
    assert record_text(advice_record(once, case.policy)) == record_text(advice_record(twice, again.policy))


@law
def the_advice_stands_until_the_day_on_which_it_lapses(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    known = Dossier(
        tuple(i for i in case.dossier.incidents if local_day(i.at) <= case.on),
        tuple(_as_known(m, case.on) for m in case.dossier.measures if m.decided_on <= case.on),
    )
    now = engine(known, case.policy, case.on)
    if now.lapses_on is None:
        assert now.measure is None
        return
    assert now.lapses_on > case.on
    on = data.draw(st.dates(case.on, now.lapses_on - timedelta(days=1)))
    assert weight(engine(known, case.policy, on), case.policy) == weight(now, case.policy)
    assert weight(engine(known, case.policy, now.lapses_on), case.policy) < weight(now, case.policy)


@law
def the_next_rung_is_what_one_more_brings_the_day_after_delivery(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    now = judged(engine, case)
    if now.next is None:
        assert case.policy.ladder is None
        return
    kind = case.policy.kind(now.next.if_kind)
    on = day_after(case.on)
    more = ladders.call(NEW, start_of_day(on), (kind.code,), status=IncidentStatus.CONFIRMED)
    by_then = Dossier(
        (*(i for i in case.dossier.incidents if local_day(i.at) <= case.on), more),
        tuple(_as_known(m, case.on) for m in case.dossier.measures if m.decided_on <= case.on),
    )
    given = (_delivered(now, case),) if now.rung is not None else ()
    brings = engine(replace(by_then, measures=(*by_then.measures, *given)), case.policy, on)
    assert brings.rung is not None
    assert brings.rung.code == now.next.rung


@law
def no_advice_lies_above_the_last_rung(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    advice = judged(engine, case)
    assert advice.rung is None or advice.rung in case.ladder.rungs
    assert advice.next is None or case.ladder.has(advice.next.rung)


@law
def nothing_but_a_heavy_incident_skips_the_warning(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    advice = judged(engine, case)
    ladder = case.policy.ladder
    if ladder is None or ladder.warn_first is None:
        return
    warning = ladder.place(ladder.warn_first) + 1
    if place(advice, case.policy) <= warning:
        return
    by_id = {i.id: i for i in case.dossier.incidents}
    asking = [by_id[number] for number in advice.asking]
    given = [
        measure.delivered.day
        for measure in case.dossier.measures
        if measure.delivered is not None and measure.rung is not None and not measure.annulled
    ]
    assert any(
        case.policy.severity_of(incident.kinds) is Severity.SEVERE
        or warning == 1
        or any(on < local_day(incident.at) for on in given)
        for incident in asking
    )


@law
def what_was_never_delivered_does_no_more_than_deciding_on_none(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    bare = tuple(
        replace(m, measure=None, rung=None, last=None, valid_until=None) if m.delivered is None else m
        for m in case.dossier.measures
    )
    assert judged(engine, case) == engine(replace(case.dossier, measures=bare), case.policy, case.on)


@law
def a_pattern_lifts_from_its_number_on_and_never_above_its_rung(engine: Engine, data: st.DataObject) -> None:
    case = data.draw(cases())
    ladder = case.policy.ladder
    if ladder is None or ladder.pattern is None:
        return
    advice = judged(engine, case)
    without = judged(engine, replace(case, policy=replace(case.policy, ladder=replace(ladder, pattern=None))))
    found = finding(advice, RuleCode.PATTERN)
    assert found is not None
    lifted = ladder.place(ladder.pattern.rung) + 1
    climbed = place(without, case.policy)
    reached = len(found.counted) >= ladder.pattern.count and bool(advice.asking)
    assert place(advice, case.policy) == (max(lifted, climbed) if reached else climbed)
    assert found.met is (reached and lifted >= climbed)
    assert found.missing == max(ladder.pattern.count - len(found.counted), 0 if advice.asking else 1)


def _shuffled_ids(happened: tuple[Incident, ...], data: st.DataObject) -> list[IncidentId]:
    return [IncidentId(n) for n in data.draw(st.permutations(range(1, len(happened) + 1)))]


def _without_order(advice: Advice, names: dict[IncidentId, IncidentId]) -> Advice:
    """Return an advice with its incidents renamed, and sorted by that name: equal moments are ties."""

    def renamed(incidents: tuple[IncidentId, ...]) -> tuple[IncidentId, ...]:
        return tuple(sorted(names[incident] for incident in incidents))

    return replace(
        advice,
        asking=renamed(advice.asking),
        to_review=renamed(advice.to_review),
        not_counted=tuple(sorted((names[i], why) for i, why in advice.not_counted)),
        findings=tuple(
            replace(f, counted=renamed(f.counted), warned_in=renamed(f.warned_in)) for f in advice.findings
        ),
    )


def _moved(at: datetime, days: timedelta) -> datetime:
    """Return the same hour on the wall so many days on."""
    return (to_local(at) + days).astimezone(UTC)


def _moved_measure(measure: Measure, days: timedelta) -> Measure:
    delivered, ended = measure.delivered, measure.ended
    return replace(
        measure,
        decided_on=measure.decided_on + days,
        first=measure.first + days,
        last=measure.last + days if measure.last is not None else None,
        valid_until=measure.valid_until + days if measure.valid_until is not None else None,
        delivered=Delivered(_moved(delivered.at, days), delivered.way) if delivered is not None else None,
        ended=replace(ended, on=ended.on + days) if ended is not None else None,
    )


def _as_known(measure: Measure, on: date) -> Measure:
    """Return a measure without what became of it after a day; an annulled one stays annulled."""
    delivered, ended = measure.delivered, measure.ended
    return replace(
        measure,
        delivered=delivered if delivered is not None and delivered.day <= on else None,
        ended=ended if ended is not None and (ended.on <= on or measure.annulled) else None,
    )


def _last_day_outside(case: Case) -> date:
    """Return the last day whose window is over on the day of the case."""
    day = case.on
    while case.policy.window.after(day) >= case.on:
        day -= timedelta(days=1)
    return day


def _changes_nothing(engine: Engine, case: Case, more: Incident) -> None:
    before = judged(engine, case)
    after = engine(with_incidents(case, more), case.policy, case.on)
    others = tuple(one for one in after.not_counted if one[0] != more.id)
    assert replace(after, not_counted=others, to_review=()) == replace(before, to_review=())


def _delivered(advice: Advice, case: Case) -> Measure:
    """Return the advised measure as if it were delivered by post on the day of the case."""
    rung = advice.rung
    assert rung is not None
    return Measure(
        id=MeasureId(1000),
        caller=ladders.CALLER,
        measure=rung.measure,
        rung=rung.code,
        decided_on=case.on,
        first=case.on,
        last=rung.longest.last_day_from(case.on) if rung.longest is not None else None,
        valid_until=rung.validity.after(case.on) if rung.validity is not None else None,
        delivered=Delivered(ladders.moment(case.on), Delivery.POST),
        incidents=advice.asking,
    )
