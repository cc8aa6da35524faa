"""Generated policies and histories, for the laws of advice: more ladders than anybody has published."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st
from ladders import CALLER, call, moment

from agressielog.domain.counting import Dossier
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import (
    Ladder,
    MeasureCode,
    MeasureKind,
    MeasureNature,
    Pattern,
    Range,
    Rung,
    RungCode,
)
from agressielog.domain.measure import Delivered, Ended, EndKind, Measure
from agressielog.domain.policy import BREACH, Kind, KindCode, Policy
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import (
    Certainty,
    Delivery,
    IncidentStatus,
    PoliceReport,
    Severity,
)


@dataclass(frozen=True)
class Case:
    """What a law is tried on."""

    policy: Policy
    dossier: Dossier
    on: date

    @property
    def ladder(self) -> Ladder:
        """The ladder of the policy, where there is one."""
        assert self.policy.ladder is not None
        return self.policy.ladder


BAN = MeasureCode("verbod")
NEVER, MILD, MILD_TOO, MIDDLING, GRAVE = (KindCode(code) for code in ("kritiek", "a", "b", "c", "d"))
_WEIGHTS = {
    NEVER: (Severity.NONE, PoliceReport.YES),
    BREACH: (Severity.NONE, PoliceReport.NO),
    MILD: (Severity.LIGHT, PoliceReport.NO),
    MILD_TOO: (Severity.LIGHT, PoliceReport.CONSIDER),
    MIDDLING: (Severity.MEDIUM, PoliceReport.NO),
    GRAVE: (Severity.SEVERE, PoliceReport.CONSIDER),
}
_MEASURES = tuple(
    MeasureKind(code=MeasureCode(code), label="", nature=nature)
    for code, nature in (
        ("waarschuwing", MeasureNature.WARNING),
        ("beperking", MeasureNature.RESTRICTION),
        (BAN, MeasureNature.BAN),
    )
)
_FIRST = date(2026, 1, 1)
_LENGTHS = {
    SpanUnit.DAY: [Span(amount, SpanUnit.DAY) for amount in (1, 2, 5, 10, 20, 30, 45, 60)],
    SpanUnit.MONTH: [Span(amount, SpanUnit.MONTH) for amount in (1, 2, 3)],
}


def _spans(units: tuple[SpanUnit, ...]) -> st.SearchStrategy[Span]:
    return st.sampled_from([span for unit in units for span in _LENGTHS[unit]])


@st.composite
def _ladders(draw: st.DrawFn, units: tuple[SpanUnit, ...]) -> Ladder:
    """Return up to three warnings and then up to three bans; the rules that are optional, now and then."""
    warnings, bans = draw(st.sampled_from([1, 2, 0, 1, 2])), draw(st.integers(1, 3))
    rungs = [
        Rung(
            code=RungCode(f"w{place}"),
            label="",
            measure=MeasureCode(f"waarschuwing_{place}"),
            validity=draw(st.none() | _spans(units)),
            in_call=place == 0 and draw(st.sampled_from([True, True, True, False])),
            ground="",
        )
        for place in range(warnings)
    ]
    for place in range(bans):
        length = draw(_spans(units))
        rungs.append(
            Rung(
                code=RungCode(f"v{place}"),
                label="",
                measure=BAN,
                shortest=length if place else None,
                longest=length,
                police=PoliceReport.YES if place else PoliceReport.NO,
                ground="",
            )
        )
    codes = [rung.code for rung in rungs]
    entries = sorted(draw(st.tuples(*[st.sampled_from(range(len(codes)))] * 3)))
    weights = (Severity.LIGHT, Severity.MEDIUM, Severity.SEVERE)
    first = draw(st.none() | st.integers(0, max(warnings - 1, 0)))
    highest = None if first is None else draw(st.none() | st.integers(first, len(codes) - 1))
    number = draw(st.sampled_from([None, 2, 3, 4]))
    lifted = codes[draw(st.integers(0, len(codes) - 1 if first is None else first))]
    return Ladder(
        rungs=tuple(rungs),
        entries=tuple((weight, codes[place]) for weight, place in zip(weights, entries, strict=True)),
        pattern=None if number is None else Pattern(count=number, rung=lifted, ground=""),
        warn_first=None if first is None else codes[first],
        highest_unwritten=None if highest is None else codes[highest],
    )


@st.composite
def policies(draw: st.DrawFn, units: tuple[SpanUnit, ...] = (SpanUnit.DAY, SpanUnit.MONTH)) -> Policy:
    """Return a policy that would be accepted: five in six with a ladder, else a range per kind."""
    ladder = draw(_ladders(units)) if draw(st.sampled_from([True] * 5 + [False])) else None
    # A policy measures all its ranges in one unit.
    lengths = st.none() | _spans((draw(st.sampled_from(units)),))
    own = draw(st.sampled_from([None, *ladder.rungs])) if ladder is not None else None
    kinds = []
    for code, (severity, police) in _WEIGHTS.items():
        described = None
        if ladder is None and code is not MILD_TOO:
            measure = draw(st.sampled_from([*_MEASURES, _MEASURES[-1]])).code
            described = Range(
                measure=measure,
                shortest=draw(lengths),
                longest=draw(lengths),
                police=PoliceReport.YES if code is GRAVE else PoliceReport.NO,
                ground="",
            )
        kinds.append(
            Kind(
                code=code,
                label="",
                description="",
                severity=severity,
                police=police,
                entry=own.code if own is not None and code is MILD_TOO else None,
                range=described,
            )
        )
    return Policy(
        name="proef",
        version="1",
        kinds=tuple(kinds),
        instructions=(),
        window=draw(_spans(units)),
        counts_from=draw(st.sampled_from([IncidentStatus.REPORTED] * 5 + [IncidentStatus.CONFIRMED])),
        ladder=ladder,
        measures=_MEASURES,
        breaches_from=draw(st.sampled_from([None, 1, 2, 3])),
    )


_KINDS = st.sampled_from(
    [(MILD,)] * 5
    + [
        (MILD_TOO,),
        (MIDDLING,),
        (MIDDLING, MILD),
        (GRAVE,),
        (GRAVE,),
        (GRAVE, MILD),
        (NEVER,),
        (NEVER, MILD),
        (BREACH,),
    ]
    + [(BREACH, MILD)]
)
_HOURS = st.sampled_from([3, 12, 12, 22])
_CONFIRMED = IncidentStatus.CONFIRMED
_CERTAIN = Certainty.CERTAIN
# Most incidents count; each way not to is there.
_STANDS = st.sampled_from(
    [(_CONFIRMED, _CERTAIN, None)] * 8
    + [(IncidentStatus.REPORTED, _CERTAIN, None)] * 2
    + [(IncidentStatus.REJECTED, _CERTAIN, None), (IncidentStatus.WITHDRAWN, _CERTAIN, None)]
    + [(_CONFIRMED, Certainty.PRESUMED, None), (_CONFIRMED, _CERTAIN, "uit eerder register")]
)


@st.composite
def incidents(draw: st.DrawFn, number: int, on: date) -> Incident:
    """Return an incident of a day, at an hour at which that day is the same in winter and summer."""
    status, certainty, answered = draw(_STANDS)
    return call(
        number,
        moment(on, draw(_HOURS)),
        draw(_KINDS),
        warned=draw(st.booleans()),
        status=status,
        certainty=certainty,
        answered=answered,
    )


# How many days after the decision it is delivered, and how; None for not.
_DELIVERIES = st.sampled_from(
    [(0, Delivery.POST)] * 4 + [(1, Delivery.POST), (3, Delivery.SMS), (20, Delivery.POST), None, None]
)
_ENDS = st.sampled_from([None] * 8 + [(kind, later) for kind in EndKind for later in (0, 6, 30)])


@st.composite
def _decisions(draw: st.DrawFn, number: int, policy: Policy, on: date, open_: list[IncidentId]) -> Measure:
    """Return a decision of a day: a rung, something off the ladder, or none."""
    bare = Measure(
        id=MeasureId(number),
        caller=CALLER,
        measure=None,
        rung=None,
        decided_on=on,
        first=on,
        incidents=tuple(draw(st.sampled_from([open_, open_, open_[-1:]]))),
    )
    rungs = policy.ladder.rungs if policy.ladder is not None else ()
    chosen: Rung | str | None = draw(st.sampled_from([*rungs, *rungs, None, "beperking", BAN]))
    if chosen is None:
        return bare
    first = on + timedelta(days=draw(st.sampled_from([0, 0, 1, 5])))
    reached, ended = draw(_DELIVERIES), draw(_ENDS)
    given = replace(
        bare,
        first=first,
        delivered=Delivered(moment(on + timedelta(days=reached[0]), 9), reached[1]) if reached else None,
        ended=Ended(ended[0], on + timedelta(days=ended[1]), "reden") if ended else None,
    )
    if isinstance(chosen, str):
        return replace(given, measure=MeasureCode(chosen), last=first + timedelta(days=20))
    return replace(
        given,
        measure=chosen.measure,
        # Now and then the policy of the decision is an older one, whose rung is gone.
        rung=draw(st.sampled_from([chosen.code] * 9 + [RungCode("oud")])),
        last=chosen.longest.last_day_from(first) if chosen.longest is not None else None,
        valid_until=chosen.validity.after(given.delivered.day)
        if chosen.validity and given.delivered
        else None,
    )


@st.composite
def cases(draw: st.DrawFn, units: tuple[SpanUnit, ...] = (SpanUnit.DAY, SpanUnit.MONTH)) -> Case:
    """Return a policy, a history under it, and a day: the gaps lie around the edges of the window."""
    policy = draw(policies(units))
    window = policy.window.days
    gaps = st.sampled_from([0, 1, 1, 1, 2, 2, 3, 5, 8, window - 1, window, window + 1])
    today = _FIRST + timedelta(days=draw(st.sampled_from([0, 28, 58, 333])))
    happened: list[Incident] = []
    decided: list[Measure] = []
    for number in range(1, draw(st.sampled_from([3, 4, 5, 2, 1, 0])) + 1):
        decides = draw(st.booleans())
        if happened and decides:
            today += timedelta(days=draw(st.sampled_from([0, 1])))
            open_ = [incident.id for incident in happened]
            decided.append(draw(_decisions(len(decided) + 1, policy, today, open_)))
        today += timedelta(days=draw(gaps))
        happened.append(draw(incidents(number, today)))
    if happened and draw(st.sampled_from([False, False, False, True])):
        decided.append(draw(_decisions(len(decided) + 1, policy, today, [happened[-1].id])))
    on = today + timedelta(days=draw(st.sampled_from([0] * 12 + [1, 1, window - 1, window, window + 1, -3])))
    return Case(policy, Dossier(tuple(happened), tuple(decided)), on)
