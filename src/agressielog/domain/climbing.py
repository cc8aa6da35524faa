"""Climbing the ladder: which rung each incident calls for, from what was held at its own moment."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from agressielog.domain.counting import Dossier, Tally
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import Ladder
from agressielog.domain.local_time import AMSTERDAM, local_day
from agressielog.domain.measure import Measure, day_after, standing_on
from agressielog.domain.policy import Kind, Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Severity

#: Nothing held.
GROUND_FLOOR = -1


@value
class Holding:
    """A rung that is held for a while, and by what.

    Attributes:
        place: of the rung, on the ladder.
        since: the delivery, or the call with the warning: it is held at later moments only.
        first, last: local days, inclusive.
        measure, warned_in: one of them.
        written: it reached the caller in a way that counts as written.
    """

    place: int
    since: datetime
    first: date
    last: date
    measure: MeasureId | None = None
    warned_in: IncidentId | None = None
    written: bool = False

    def covers(self, at: datetime) -> bool:
        """Tell whether the rung is held at the aware moment *at*."""
        return self.since < at and self.first <= local_day(at) <= self.last

    def begun(self, day: date) -> bool:
        """Tell whether the rung was held on local day *day* or before."""
        return self.first <= min(day, self.last)


@value
class Step:
    """What one incident calls for: places on the ladder, each rule taking over from the one before it.

    Attributes:
        entry: where its kinds enter.
        held_by: what held the highest rung at its moment; empty where nothing was held.
        called_for: by entry and by what was held, capped at the last rung.
        warned_first: the same, with a warning before what needs one.
        place: the same, no higher than somebody gets who was never warned in writing.
    """

    entry: int
    held_by: tuple[Holding, ...]
    called_for: int
    warned_first: int
    place: int

    @property
    def follows_to(self) -> int:
        """The place after the one that was held, without a top; the lowest where nothing was held."""
        return self.held_by[0].place + 1 if self.held_by else 0


@value
class Climb:
    """What a caller held when, and the ladder it is held on."""

    ladder: Ladder
    holdings: tuple[Holding, ...]

    def step(self, at: datetime, kinds: Sequence[Kind]) -> Step:
        """Return what an incident of these counting kinds calls for, at its own moment."""
        ladder = self.ladder
        entry = max(_entry(kind, ladder) for kind in kinds)
        held_by = self.held_at(at)
        held = held_by[0].place if held_by else GROUND_FLOOR
        called_for = min(max(entry, held + 1), len(ladder.rungs) - 1)
        warned_first = place = called_for
        if ladder.warn_first is not None and all(kind.severity is not Severity.SEVERE for kind in kinds):
            warning = ladder.place(ladder.warn_first)
            if held < warning:
                warned_first = min(called_for, warning)
            place = warned_first
            if ladder.highest_unwritten is not None and not self._ever_written(warning, local_day(at)):
                place = min(warned_first, ladder.place(ladder.highest_unwritten))
        return Step(
            entry=entry,
            held_by=held_by,
            called_for=called_for,
            warned_first=warned_first,
            place=place,
        )

    def held_at(self, at: datetime) -> tuple[Holding, ...]:
        """Return what held the highest rung that was held at the aware moment *at*."""
        covering = [holding for holding in self.holdings if holding.covers(at)]
        highest = max((holding.place for holding in covering), default=GROUND_FLOOR)
        return tuple(holding for holding in covering if holding.place == highest)

    def settles(self, incident: Incident, step: Step) -> bool:
        """Tell whether the warning in its own call has answered an incident: where it calls for no more."""
        return self.ladder.rungs[0].in_call and incident.warned and step.place == 0

    def warned_before(self, incidents: Iterable[Incident], on: date) -> bool:
        """Tell whether the policy's warning, or more, was held at one of these incidents or is on day *on*.

        True under a policy that does not ask for it (design 4.5).
        """
        if self.ladder.warn_first is None:
            return True
        warning = self.ladder.place(self.ladder.warn_first)
        moments = [incident.at for incident in incidents] + [datetime.combine(on, time.max, AMSTERDAM)]
        return any(h.place >= warning and h.covers(at) for h in self.holdings for at in moments)

    def _ever_written(self, warning: int, day: date) -> bool:
        return any(h.written and h.place == warning and h.begun(day) for h in self.holdings)


def climb(counted: Tally, measures: Iterable[Measure], policy: Policy, ladder: Ladder, on: date) -> Climb:
    """Work out what was held when, as known on local day *on*."""
    by_measures = (_held_by(measure, policy, ladder, on) for measure in standing_on(measures, on))
    by_calls = _held_by_calls(counted.weighing, policy, ladder)
    return Climb(ladder, (*(holding for holding in by_measures if holding is not None), *by_calls))


def rung_holders(measures: Iterable[Measure], policy: Policy, at: datetime) -> tuple[MeasureId, ...]:
    """Return the measures that hold a rung at the aware moment *at*, the highest rung first.

    A ban does so for a while after its last day; under a policy without a ladder nothing does.
    """
    ladder, on = policy.ladder, local_day(at)
    if ladder is None:
        return ()
    held = [(m.id, _held_by(m, policy, ladder, on)) for m in standing_on(measures, on)]
    covering = [(holding.place, measure) for measure, holding in held if holding and holding.covers(at)]
    return tuple(measure for _, measure in sorted(covering, reverse=True))


def leaning_on(measure: Measure, dossier: Dossier, policy: Policy, on: date) -> tuple[MeasureId, ...]:
    """Return the other measures of day *on* or earlier that answer an incident at which *measure* held a rung.

    When it is annulled they may be too heavy: they are flagged (domain 8.4, decision 8).
    """
    held = _held_by(measure, policy, policy.ladder, on) if policy.ladder is not None else None
    if held is None:
        return ()
    after = {incident.id for incident in dossier.incidents if held.covers(incident.at)}
    return tuple(
        other.id
        for other in standing_on(dossier.measures, on)
        if other.id != measure.id and other.measure is not None and after.intersection(other.incidents)
    )


def _entry(kind: Kind, ladder: Ladder) -> int:
    return ladder.place(kind.entry) if kind.entry is not None else ladder.entry(kind.severity)


def _held_by(measure: Measure, policy: Policy, ladder: Ladder, on: date) -> Holding | None:
    """Return how a measure holds its rung: from the day after delivery on.

    A warning through its validity, or the window; a ban through its last day and the window after it.
    """
    delivered = measure.delivered
    if delivered is None or measure.rung is None or measure.measure is None:
        return None
    # A rung that the policy in use no longer has is looked up as an unnamed one is.
    rung = measure.rung if ladder.has(measure.rung) else ladder.lowest_for(measure.measure)
    if rung is None:
        return None
    if measure.last is not None:
        last = policy.window.after(measure.until(measure.last, on))
    else:
        last = measure.until(measure.valid_until or policy.window.after(delivered.day), on)
    return Holding(
        place=ladder.place(rung),
        since=delivered.at,
        first=day_after(delivered.day),
        last=last,
        measure=measure.id,
        written=delivered.way in policy.written_ways,
    )


def _held_by_calls(weighing: Iterable[Incident], policy: Policy, ladder: Ladder) -> Iterable[Holding]:
    """Return how the warnings given in calls hold the first rung, if it is one that is given in the call."""
    if not ladder.rungs[0].in_call:
        return ()
    validity = ladder.rungs[0].validity or policy.window
    return (
        Holding(0, i.at, local_day(i.at), validity.after(local_day(i.at)), warned_in=i.id)
        for i in weighing
        if i.warned
    )
