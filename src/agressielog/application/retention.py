"""Cleans up what no term, measure, hold or open question needs any more (issue 5, part 7)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agressielog.application.erasing import PolicyOn, take_away
from agressielog.application.finding_callers import current, everybody_in
from agressielog.application.forgetting import Files, clean_up
from agressielog.application.holds import holds
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.looks import LookFilter
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.domain.caller import Caller
from agressielog.domain.erasure import Doomed, Erasure, ErasureKind, Searched
from agressielog.domain.errors import Refused
from agressielog.domain.hold import Held, Hold, look_again
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.retention import (
    File,
    Judged,
    RecordKind,
    impossible_terms,
    judge,
    looks_kept,
    person_of,
)
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Severity

if TYPE_CHECKING:
    from agressielog.domain.decision import Decision
    from agressielog.domain.incident import Incident
    from agressielog.domain.promise import PromiseRecord
    from agressielog.domain.request import Request

# As much as a clock may be off; and how long nobody writes in a logbook that is in use.
_LENIENT, _LONGEST_SILENCE = timedelta(minutes=5), Span(1, SpanUnit.YEAR)


class TermsImpossible(Refused):
    """The policy has no term, or one that cannot be, for these severities: nothing goes by such a term."""

    policy: str
    severities: tuple[Severity, ...]


class ClockImplausible(Refused):
    """Now is before the last write, or more than a year after it; aware UTC moments."""

    now: datetime
    last: datetime


class CountDiffers(Refused):
    """Other records would go than were agreed to: `agreed` of them, and now `found`."""

    agreed: int
    found: int


@value(kw_only=True)
class CleaningUp:
    """What goes and what stays.

    Attributes:
        judged: every record, calls first, then decisions, links and callers, by number.
        looks: how many looks are from before `looks_before`.
        looks_before: a local day.
        holds: those that keep something, lowest id first; each with the local day by which somebody looks whether
            it must still be held, None for one that ends before.
        searched: what was looked for in the file afterwards; None while nothing went.
    """

    judged: tuple[Judged, ...]
    looks: int
    looks_before: date
    holds: tuple[tuple[Hold, date | None], ...] = ()
    searched: Searched | None = None

    @property
    def going(self) -> tuple[Judged, ...]:
        """The records that go."""
        return tuple(one for one in self.judged if one.goes)

    @property
    def count(self) -> int:
        """How many go, looks included."""
        return len(self.going) + self.looks

    @property
    def shown(self) -> tuple[CallerId, ...]:
        """The callers who are told: a look at them."""
        return tuple(CallerId(one.number) for one in self.judged if one.kind is RecordKind.CALLER)

    @property
    def doomed(self) -> Doomed:
        """The same, to be erased."""
        going = {kind: {one.number for one in self.going if one.kind is kind} for kind in RecordKind}
        return Doomed(
            callers=frozenset(map(CallerId, going[RecordKind.CALLER])),
            incidents=frozenset(map(IncidentId, going[RecordKind.INCIDENT])),
            measures=frozenset(map(MeasureId, going[RecordKind.MEASURE])),
            unlinked=frozenset(map(IncidentId, going[RecordKind.LINK])),
        )


def foresee_cleaning_up(store: Store, policy: Policy, now: datetime) -> CleaningUp:
    """Return what would go now.

    Raises:
        TermsImpossible, ClockImplausible.
    """
    with store.reading() as reading:
        return _foreseen(reading, policy, now)


def clean_up_terms(
    store: Store, files: Files, deed: Deed, policy_on: PolicyOn, agreed: int | None
) -> CleaningUp:
    """Take away what goes now, keep its figures, and clean the file.

    Args:
        store: the logbook.
        files: the same, as files.
        deed: who does it.
        policy_on: the policy in use on a local day; the terms are today's.
        agreed: how many records somebody agreed to; None for whatever goes.

    Raises:
        TermsImpossible, ClockImplausible, CountDiffers: nothing was changed.
        NotCleaned, RemainsFound: the records went, and something is left to be done.
    """
    with store.writing(deed, large=True) as tx:
        found = _foreseen(tx, policy_on(local_day(deed.at)), deed.at)
        if agreed is not None and found.count != agreed:
            raise CountDiffers(agreed, found.count)
        if found.looks:
            tx.remove_looks_before(found.looks_before)
        if found.doomed.nobody:
            return found
        proof = Erasure(kind=ErasureKind.TERM_OVER, at=deed.at, by=deed.name)
        erased = take_away(tx, found.doomed, proof, policy_on)
        identities = tx.erased()
    if files.backups is not None:
        files.copies.add_erased(files.backups, identities)
    return replace(found, searched=clean_up(store, files.remains, deed, erased.texts))


def _foreseen(reading: Reading, policy: Policy, now: datetime) -> CleaningUp:
    impossible = impossible_terms(policy)
    if impossible:
        raise TermsImpossible(policy.name, impossible)
    last = reading.last_written()
    if last is not None and not last - _LENIENT <= now <= _year_after(last):
        raise ClockImplausible(now, last)
    looks_before = _kept_from(looks_kept(policy), local_day(now))
    judged = [one for file in _files(reading, local_day(now)) for one in judge(file, policy, now)]
    order = list(RecordKind)
    return CleaningUp(
        judged=tuple(sorted(judged, key=lambda one: (order.index(one.kind), one.number))),
        looks=reading.count_looks(LookFilter(until=looks_before - timedelta(days=1))),
        looks_before=looks_before,
        holds=tuple(_looked_at_again(reading, local_day(now))),
    )


def _looked_at_again(reading: Reading, on: date) -> Iterator[tuple[Hold, date | None]]:
    """Yield the holds that run, each with when the duty to look at its subject comes (`duties_of_ours.holds`)."""
    running = [
        (current(reading, hold.caller).id if hold.caller is not None else None, hold)
        for hold in reading.holds()
        if hold.runs_on(on)
    ]
    for caller, hold in running:
        alike = [other for whose, other in running if (whose, other.incident) == (caller, hold.incident)]
        yield hold, look_again(alike)


def _year_after(last: datetime) -> datetime:
    return last + (_LONGEST_SILENCE.after(local_day(last)) - local_day(last))


def _kept_from(kept: Span, on: date) -> date:
    """Return the first day of which the term has not passed."""
    day = on - timedelta(days=kept.days + 2)
    while kept.after(day) < on:
        day += timedelta(days=1)
    return day


def _files(reading: Reading, on: date) -> Sequence[File]:
    """Return everybody with everything of theirs, and every call of nobody."""
    gathered = _Gathered(reading, on)
    return [*gathered.persons(), *gathered.of_nobody()]


def file_of(reading: Reading, person: CallerId, on: date) -> File:
    """Return everything of one person as cleaning up judges it on local day *on*, without the whole logbook."""
    everybody = everybody_in(reading, person)
    incidents = tuple(reading.incidents(IncidentFilter(caller=person)))
    held = holds(reading, on)
    return File(
        callers=tuple(reading.caller(one) for one in everybody),
        incidents=incidents,
        decisions=tuple(reading.decisions_of(person)),
        fallen_on={i.id: _fallen_on(reading, i) for i in incidents if not i.status.stands},
        holds=held.callers.get(person, ()),
        held=frozenset(held.incidents),
        promises=tuple(reading.promises(PromiseFilter(caller=person))),
        requests=tuple(request for one in everybody for request in reading.requests_of(one)),
    )


class _Gathered:
    """The whole logbook, by person, in one pass over each table."""

    def __init__(self, reading: Reading, on: date) -> None:
        self._held: Held = holds(reading, on)
        self._callers: dict[CallerId, list[Caller]] = defaultdict(list)
        merged: dict[CallerId, CallerId] = {}
        for caller in reading.callers():
            for one in sorted(reading.everybody_in(caller.id)):
                self._callers[caller.id].append(reading.caller(one))
                if one != caller.id:
                    merged[one] = caller.id
        self._incidents: dict[CallerId | None, list[Incident]] = defaultdict(list)
        self._fallen: dict[IncidentId, date] = {}
        for incident in reading.each_incident():
            self._incidents[_whose(incident.caller, merged)].append(incident)
            if not incident.status.stands:
                self._fallen[incident.id] = _fallen_on(reading, incident)
        self._decisions: dict[CallerId, list[Decision]] = defaultdict(list)
        for decision in reading.decisions():
            self._decisions[person_of(decision.caller, merged)].append(decision)
        self._requests: dict[CallerId, list[Request]] = defaultdict(list)
        for request in reading.requests():
            self._requests[person_of(request.caller, merged)].append(request)
        self._promises: dict[CallerId | None, list[PromiseRecord]] = defaultdict(list)
        for promise in reading.promises(PromiseFilter()):
            self._promises[_whose(promise.caller, merged)].append(promise)

    def persons(self) -> Sequence[File]:
        """Return everybody."""
        return [
            File(
                callers=tuple(callers),
                incidents=tuple(self._incidents[person]),
                decisions=tuple(self._decisions[person]),
                fallen_on=self._fallen,
                holds=self._holds(callers),
                held=frozenset(self._held.incidents),
                promises=tuple(self._promises[person]),
                requests=tuple(self._requests[person]),
            )
            for person, callers in self._callers.items()
        ]

    def of_nobody(self) -> Sequence[File]:
        """Return the calls of which nobody knows whose they were, each alone."""
        return [
            File(
                callers=(),
                incidents=(incident,),
                fallen_on=self._fallen,
                held=frozenset(self._held.incidents),
                promises=tuple(p for p in self._promises[None] if p.incident == incident.id),
            )
            for incident in self._incidents[None]
        ]

    def _holds(self, callers: Sequence[Caller]) -> tuple[Hold, ...]:
        found = {hold for caller in callers for hold in self._held.callers.get(caller.id, ())}
        return tuple(sorted(found, key=lambda hold: hold.id))


def _whose(caller: CallerId | None, merged: dict[CallerId, CallerId]) -> CallerId | None:
    return None if caller is None else person_of(caller, merged)


def _fallen_on(reading: Reading, incident: "Incident") -> date:
    """Return since when an incident is withdrawn or rejected; where its history is gone, since it was recorded."""
    changed = [
        local_day(version.at)
        for version in reading.versions(incident.id)
        if version.before is None or version.before.status is not version.after.status
    ]
    return [local_day(incident.recorded_at), *changed][-1]
