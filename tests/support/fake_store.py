"""A logbook in memory: `Store` in the fewest words, to hold the real one against.

Everything is a frozen value, so a view is a shallow copy of the state and a transaction is a copy that
replaces it. Nothing is indexed or clever: what it answers should be right at a glance.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime

from fake_aftercare import CareRecords
from fake_duties import DutyRecords, FakeDutyWriting
from fake_erasure import ErasureRecords, FakeErasureReading, FakeErasureWriting
from fake_evidence import FakeEvidenceReading
from fake_figures import figures_of
from fake_follow_up import FakeFollowUpReading
from fake_promises import (
    Promised,
    all_promises,
    fits,
    in_order,
    incident_with,
    marked,
    one_promise,
    stored_call,
    stored_promise,
)
from fake_rights import FakeRightsReading, FakeRightsWriting, RightsRecords, with_looks
from fake_search import holds

from agressielog.application.errors import (
    CallerNotFound,
    IncidentNotFound,
    LogbookDamaged,
    LogbookMissing,
    MeasureNotFound,
    NumberNotLinked,
    RecordDamaged,
)
from agressielog.application.ports.gathering import Facts
from agressielog.application.ports.merges import Merge
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Deed, IncidentFilter, Touched, Trace, Version
from agressielog.domain.aftercare import Aftercare, AftercareStep, StepDone
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.decision import Decision, NewDecision
from agressielog.domain.figures import Figures
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, PromiseId, caller_code
from agressielog.domain.incident import Incident, IncidentFacts, NewIncident, NewPromise, Promise
from agressielog.domain.letter import Issued
from agressielog.domain.local_time import local_day
from agressielog.domain.look import Look
from agressielog.domain.period import Period
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.search_words import SearchWords
from agressielog.domain.text import fold
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import Certainty

_PATH = "geheugen"


@dataclass(slots=True)
class _State:
    """What the logbook holds; the counters only go up, so that no number is given out twice."""

    incidents: dict[IncidentId, Incident] = field(default_factory=dict)
    versions: dict[IncidentId, tuple[Version, ...]] = field(default_factory=dict)
    callers: dict[CallerId, Caller] = field(default_factory=dict)
    decisions: dict[MeasureId, Decision] = field(default_factory=dict)
    letters: tuple[tuple[MeasureId, Issued], ...] = ()
    merges: tuple[Merge, ...] = ()
    promised: dict[PromiseId, Promised] = field(default_factory=dict)
    good_calls: tuple[GoodCall, ...] = ()
    care: CareRecords = field(default_factory=CareRecords)
    duties: DutyRecords = field(default_factory=DutyRecords)
    rights: RightsRecords = field(default_factory=RightsRecords)
    erasures: ErasureRecords = field(default_factory=ErasureRecords)
    policies: tuple[UsedPolicy, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    last_incident: int = 0
    last_caller: int = 0
    last_promise: int = 0
    last_decision: int = 0

    def copy(self) -> "_State":
        return replace(
            self,
            incidents=dict(self.incidents),
            versions=dict(self.versions),
            callers=dict(self.callers),
            decisions=dict(self.decisions),
            promised=dict(self.promised),
            settings=dict(self.settings),
        )


class FakeReading(FakeEvidenceReading, FakeErasureReading, FakeFollowUpReading, FakeRightsReading):
    """`Reading` on a state that does not change while it is read."""

    def __init__(self, state: _State) -> None:
        self._state = state

    def _records(self) -> _State:
        return self._state

    def incident(self, incident: IncidentId) -> Incident:
        if incident not in self._state.incidents:
            raise IncidentNotFound(incident)
        return self._state.incidents[incident]

    def incident_by_ulid(self, ulid: Ulid) -> Incident | None:
        return next((found for found in self.each_incident() if found.ulid == ulid), None)

    def known_ulids(self, ulids: Sequence[Ulid]) -> frozenset[Ulid]:
        return frozenset(ulids) & {incident.ulid for incident in self.each_incident()}

    def incidents_at(self, moments: Sequence[datetime]) -> Sequence[Trace]:
        wanted = {_whole_seconds(at) for at in moments}
        return [Trace(i.ulid, i.at, i.number) for i in self.each_incident() if i.at in wanted]

    def count_incidents(self, wanted: IncidentFilter) -> int:
        return len(self.incidents(replace(wanted, limit=None)))

    def incidents(self, wanted: IncidentFilter) -> Sequence[Incident]:
        found = [incident for incident in self.each_incident() if _fits(incident, wanted)]
        return sorted(found, key=lambda i: (i.at, i.id), reverse=True)[: wanted.limit]

    def reported_by(self, name: str) -> Sequence[Incident]:
        return [i for i in self.incidents(IncidentFilter()) if fold(i.reporter) == fold(name)]

    def each_incident(self) -> Iterator[Incident]:
        return iter([self._state.incidents[key] for key in sorted(self._state.incidents)])

    def search(self, words: SearchWords, limit: int) -> Sequence[Incident]:
        found = [incident for incident in self.each_incident() if holds(self._texts(incident), words.words)]
        return found[::-1][:limit]

    def _texts(self, incident: Incident) -> list[str]:
        """Return every text under which an incident is found."""
        texts = [incident.account, incident.quote, incident.subject, incident.refused, incident.helped]
        texts.append(" ".join(promise.what for promise in incident.promises))
        caller = self.caller(incident.caller) if incident.caller is not None else None
        who = [caller.name, caller.customer_number] if caller is not None else []
        who += [incident.name_told, incident.customer_number_told]
        texts.append(" ".join(word or "" for word in who))
        return [text for text in texts if text is not None]

    def versions(self, incident: IncidentId) -> Sequence[Version]:
        return self._state.versions.get(incident, ())

    def last_seen(self, number: PhoneNumber, caller: CallerId) -> datetime | None:
        return max(
            (
                incident.at
                for incident in self.each_incident()
                if incident.phone == number
                and incident.caller == caller
                and incident.certainty is Certainty.CERTAIN
                and incident.status.stands
            ),
            default=None,
        )

    def caller(self, caller: CallerId) -> Caller:
        if caller not in self._state.callers:
            raise CallerNotFound(caller_code(caller))
        return self._state.callers[caller]

    def callers(self) -> Sequence[Caller]:
        everybody = [self._state.callers[key] for key in sorted(self._state.callers)]
        return [caller for caller in everybody if caller.merged_into is None]

    def incident_counts(self) -> Mapping[CallerId, int]:
        counts = {caller.id: 0 for caller in self.callers()}
        for incident in self.each_incident():
            if incident.caller is not None and incident.status.stands:
                counts[incident.caller] = counts.get(incident.caller, 0) + 1
        return counts

    def callers_of(self, number: PhoneNumber) -> Sequence[Caller]:
        everybody = [self._state.callers[key] for key in sorted(self._state.callers)]
        return [caller for caller in everybody if caller.link_to(number) is not None]

    def callers_behind(self, numbers: Sequence[PhoneNumber]) -> Mapping[PhoneNumber, Sequence[Caller]]:
        return {number: self.callers_of(number) for number in numbers}

    def facts_of(self, callers: Sequence[CallerId]) -> Mapping[CallerId, Facts]:
        return {
            caller: Facts(
                tuple(self.incidents(IncidentFilter(caller=caller))),
                tuple(self.decisions_of(caller)),
                tuple(self.promises(PromiseFilter(caller=caller))),
                tuple(self.good_calls(caller)),
            )
            for caller in callers
        }

    def callers_with_customer_number(self, customer_number: str) -> Sequence[Caller]:
        return [caller for caller in self.callers() if caller.customer_number == customer_number]

    def callers_named(self, name: str) -> Sequence[Caller]:
        return [
            caller for caller in self.callers() if caller.name is not None and fold(caller.name) == fold(name)
        ]

    def merged_into(self, kept: CallerId) -> Sequence[Caller]:
        everybody = [self._state.callers[key] for key in sorted(self._state.callers)]
        return [caller for caller in everybody if caller.merged_into == kept]

    def last_merge(self, kept: CallerId) -> Merge | None:
        return next((merge for merge in reversed(self._state.merges) if merge.kept_before.id == kept), None)

    def decision(self, measure: MeasureId) -> Decision:
        if measure not in self._state.decisions:
            raise MeasureNotFound(measure)
        return self._state.decisions[measure]

    def decisions(self) -> Sequence[Decision]:
        return [self._state.decisions[key] for key in sorted(self._state.decisions)]

    def decisions_of(self, caller: CallerId) -> Sequence[Decision]:
        return [decision for decision in self.decisions() if decision.caller == caller]

    def promise(self, promise: PromiseId) -> PromiseRecord:
        return one_promise(promise, self.promises(PromiseFilter()))

    def promises(self, wanted: PromiseFilter) -> Sequence[PromiseRecord]:
        everything = all_promises(list(self.each_incident()), list(self._state.promised.values()))
        return [record for record in everything if fits(record, wanted)]

    def good_calls(self, caller: CallerId) -> Sequence[GoodCall]:
        return in_order([c for c in self._state.good_calls if self.decision(c.measure).caller == caller])

    def aftercare(self, incident: IncidentId) -> Aftercare | None:
        return self._state.care.care(self.incident(incident))

    def aftercare_through(
        self, on: date, *, since: date | None = None, unfinished: bool = False
    ) -> Sequence[Aftercare]:
        found = self._state.care.all_care(self.each_incident(), on, unfinished=unfinished)
        return [care for care in found if since is None or local_day(care.at) >= since]

    def letters(self, measure: MeasureId) -> Sequence[Issued]:
        return [issued for about, issued in self._state.letters if about == measure]

    def callers_to_judge(self, on: date) -> Sequence[CallerId]:
        standing = [d for d in self.decisions() if d.decided_on <= on and not d.as_measure.annulled]
        listed = {(decision.caller, incident) for decision in standing for incident in decision.incidents}
        return sorted(
            {
                incident.caller
                for incident in self.each_incident()
                if incident.caller is not None
                and incident.certainty is Certainty.CERTAIN
                and incident.status.stands
                and incident.answered is None
                and (incident.caller, incident.id) not in listed
            }
        )

    def policies(self) -> Sequence[UsedPolicy]:
        return self._state.policies

    def policy_in_use_on(self, day: date) -> UsedPolicy | None:
        begun = [policy for policy in self._state.policies if local_day(policy.since) <= day]
        return begun[-1] if begun else next(iter(self._state.policies), None)

    def kinds_in_use(self) -> frozenset[KindCode]:
        return frozenset(kind for incident in self.each_incident() for kind in incident.kinds)

    def figures(self, period: Period) -> Figures:
        return self._with_frozen(figures_of(list(self.each_incident()), self._state.callers, period), period)

    def setting(self, key: str) -> str | None:
        return self._state.settings.get(key)

    def settings(self) -> Mapping[str, str]:
        return dict(sorted(self._state.settings.items()))


class FakeWriting(FakeDutyWriting, FakeRightsWriting, FakeErasureWriting, FakeReading):
    """`Writing` on a copy of the state, which `FakeStore` puts in the place of the old one."""

    def __init__(self, state: _State, deed: Deed) -> None:
        super().__init__(state)
        self._deed = deed
        self._callers: set[CallerId] = set()
        self._numbers: set[str] = set()

    @property
    def touched(self) -> Touched:
        numbers = {
            link.number.key
            for key in self._callers & self._state.callers.keys()
            for link in self.caller(key).numbers
        }
        return Touched(frozenset(self._callers), frozenset(self._numbers | numbers))

    def add_incident(self, incident: NewIncident) -> Incident:
        assert not self.known_ulids([incident.ulid]), "one identity, one incident"
        self._state.last_incident += 1
        facts = {name.name: getattr(incident, name.name) for name in fields(IncidentFacts)}
        new = Incident(id=IncidentId(self._state.last_incident), **facts)
        new = replace(new, at=_whole_seconds(new.at), recorded_at=_whole_seconds(new.recorded_at))
        self._keep(None, new)
        self.add_promises(new.id, incident.promises)
        return self.incident(new.id)

    def add_incidents(self, incidents: Iterable[NewIncident]) -> int:
        return len([self.add_incident(incident) for incident in incidents])

    def replace_incident(self, incident: Incident) -> None:
        before = self.incident(incident.id)
        self._keep(before, replace(incident, promises=before.promises))

    def _keep(self, before: Incident | None, after: Incident) -> None:
        self._state.incidents[after.id] = after
        deed = self._deed
        version = Version(
            at=deed.at,
            login=deed.login,
            name=deed.name,
            command=deed.command,
            before=None if before is None else replace(before, promises=()),
            after=replace(after, promises=()),
        )
        self._state.versions[after.id] = (*self.versions(after.id), version)
        for state in (before, after):
            if state is not None:
                self._touch(state.caller, state.phone)

    def add_promises(self, incident: IncidentId, promises: Sequence[NewPromise]) -> Sequence[Promise]:
        stored = self.incident(incident)
        added = [self._new_promise(promise) for promise in promises]
        self._state.incidents[incident] = replace(stored, promises=(*stored.promises, *added))
        self._touch(stored.caller, stored.phone)
        return added

    def add_promises_to(self, caller: CallerId, promises: Sequence[NewPromise]) -> Sequence[Promise]:
        self._touch(self.caller(caller).id, None)
        added = [self._new_promise(promise) for promise in promises]
        self._state.promised.update((new.id, Promised(caller, new)) for new in added)
        return added

    def _new_promise(self, promise: NewPromise) -> Promise:
        self._state.last_promise += 1
        return stored_promise(PromiseId(self._state.last_promise), promise)

    def mark_promise(self, promise: PromiseId, done_at: datetime | None) -> None:
        record = self.promise(promise)
        changed = marked(record.promise, done_at)
        if record.incident is None:
            self._state.promised[promise] = replace(self._state.promised[promise], promise=changed)
            self._touch(record.caller, None)
        else:
            incident = self.incident(record.incident)
            self._state.incidents[incident.id] = incident_with(incident, changed)
            self._touch(incident.caller, incident.phone)

    def move_promises(self, promises: Sequence[PromiseId], to: CallerId) -> None:
        self._touch(self.caller(to).id, None)
        for key in promises:
            self._touch(self.promise(key).caller, None)
            self._state.promised[key] = replace(self._state.promised[key], caller=to)

    def add_good_call(self, call: GoodCall) -> None:
        self._touch(self.decision(call.measure).caller, None)
        self._state.good_calls = (*self._state.good_calls, stored_call(call))

    def add_care_step(self, incident: IncidentId, done: StepDone) -> None:
        self._state.care = self._state.care.with_step(self.incident(incident).id, done)

    def remove_care_step(self, incident: IncidentId, step: AftercareStep) -> None:
        self._state.care = self._state.care.without_step(incident, step)

    def add_care_declined(self, incident: IncidentId, day: date) -> None:
        self._state.care = self._state.care.with_refusal(self.incident(incident).id, day)

    def remove_care_declined(self, incident: IncidentId) -> None:
        self._state.care = self._state.care.without_refusal(incident)

    def add_caller(self, caller: NewCaller) -> Caller:
        self._state.last_caller += 1
        facts = {name.name: getattr(caller, name.name) for name in fields(NewCaller)}
        new = Caller(id=CallerId(self._state.last_caller), created_at=_whole_seconds(self._deed.at), **facts)
        self._state.callers[new.id] = new
        made = {**self._state.erasures.made, new.id: f"{self._deed.ulid}/B{new.id}"}
        self._state.erasures = replace(self._state.erasures, made=made)
        self._touch(new.id, None)
        return new

    def add_callers(self, callers: Iterable[tuple[NewCaller, Sequence[NumberLink]]]) -> Sequence[CallerId]:
        added = []
        for new, links in callers:
            added.append(self.add_caller(new).id)
            for link in links:
                self.link(added[-1], link)
        return added

    def replace_caller(self, caller: Caller) -> None:
        before = self.caller(caller.id)
        self._state.callers[caller.id] = replace(caller, numbers=before.numbers, created_at=before.created_at)
        self._touch(caller.id, None)

    def link(self, caller: CallerId, link: NumberLink) -> None:
        known = self.caller(caller)
        if known.link_to(link.number) is None:
            links = (*known.numbers, link)
        else:
            links = tuple(link if old.number == link.number else old for old in known.numbers)
        self._state.callers[caller] = replace(known, numbers=links)
        self._touch(caller, link.number)

    def unlink(self, caller: CallerId, number: PhoneNumber) -> None:
        known = self._state.callers.get(caller)
        if known is None or known.link_to(number) is None:
            raise NumberNotLinked(caller, number.masked)
        links = tuple(link for link in known.numbers if link.number != number)
        self._state.callers[caller] = replace(known, numbers=links)
        self._touch(caller, number)

    def move_incidents(self, incidents: Sequence[IncidentId], to: CallerId) -> None:
        self._touch(self.caller(to).id, None)
        for key in incidents:
            incident = self.incident(key)
            self._keep(incident, replace(incident, caller=to))

    def add_decision(self, decision: NewDecision) -> Decision:
        self._state.last_decision += 1
        facts = {name.name: getattr(decision, name.name) for name in fields(NewDecision)}
        new = Decision(id=MeasureId(self._state.last_decision), **facts)
        self._state.decisions[new.id] = _in_whole_seconds(new)
        self._touch(new.caller, None)
        return self.decision(new.id)

    def replace_decision(self, decision: Decision) -> None:
        before = self.decision(decision.id)
        after = replace(
            before,
            delivered=decision.delivered,
            valid_until=decision.valid_until,
            ended=decision.ended,
            objection=decision.objection,
            review=decision.review,
        )
        self._state.decisions[decision.id] = _in_whole_seconds(after)
        self._touch(before.caller, None)

    def note_letter(self, measure: MeasureId, issued: Issued) -> None:
        about = self.decision(measure)
        kept = replace(issued, at=_whole_seconds(issued.at))
        self._state.letters = (*self._state.letters, (measure, kept))
        self._touch(about.caller, None)

    def move_decisions(self, decisions: Sequence[MeasureId], to: CallerId) -> None:
        self._touch(self.caller(to).id, None)
        for key in decisions:
            before = self.decision(key)
            self._touch(before.caller, None)
            self._state.decisions[key] = replace(before, caller=to)

    def add_merge(self, merge: Merge) -> None:
        self._state.merges = (*self._state.merges, merge)

    def close_merge(self, merge: Merge) -> None:
        ids = (merge.kept_before.id, merge.absorbed_before.id)
        self._state.merges = tuple(
            old for old in self._state.merges if (old.kept_before.id, old.absorbed_before.id) != ids
        )

    def use_policy(self, policy: Policy, text: str) -> UsedPolicy:
        used = UsedPolicy(
            name=policy.name,
            version=policy.version,
            sha256=policy.sha256,
            text=text,
            since=_whole_seconds(self._deed.at),
            by=self._deed.name,
        )
        self._state.policies = (*self._state.policies, used)
        return used

    def change_setting(self, key: str, value: str | None) -> None:
        if value is None:
            self._state.settings.pop(key, None)
        else:
            self._state.settings[key] = value

    def _touched_caller(self, caller: CallerId) -> None:
        self._touch(caller, None)

    def _touch(self, caller: CallerId | None, number: PhoneNumber | None) -> None:
        if caller is not None:
            self._callers.add(caller)
        if number is not None:
            self._numbers.add(number.key)


class FakeStore:
    """A logbook in memory; it comes into being with the first write, if it may."""

    def __init__(self, *, may_create: bool = False) -> None:
        self._may_create = may_create
        self._state: _State | None = None
        self._turn = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[FakeReading]:
        if self._state is None:
            raise LogbookMissing(_PATH)
        try:
            yield FakeReading(self._state)
        except RecordDamaged as damaged:
            raise LogbookDamaged(_PATH, "unreadable", damaged.record) from damaged

    def note_looks(self, looks: Sequence[Look], strangers: Sequence[date] = ()) -> None:
        if self._state is None:
            raise LogbookMissing(_PATH)
        with self._turn:
            state = self._state.copy()
            state.rights = with_looks(state.rights, looks, strangers, FakeReading(state))
            self._state = state

    def outdated_cards(self) -> int:
        return 0

    def renew_cards(self, since: date, done: Callable[[int], bool]) -> None:
        """Keep none: what is not kept is never out of date."""

    def renew_card(self, number: PhoneNumber, since: date) -> bool:  # noqa: ARG002 - the port's
        return False

    def settle_looks(self) -> None:
        """Nothing waits: a look is kept at once."""

    @contextmanager
    def writing(self, deed: Deed, *, large: bool = False) -> Iterator[FakeWriting]:  # noqa: ARG002 - the port's
        with self._turn:
            if self._state is None and not self._may_create:
                raise LogbookMissing(_PATH)
            state = self._state.copy() if self._state is not None else _State()
            state.erasures = replace(state.erasures, last_write=_whole_seconds(deed.at))
            yield FakeWriting(state, deed)
            self._state = state


def _same_name(one: str, other: str | None) -> bool:
    """Compare a team or reporter as the report does: the letters a to z have no case."""
    return other is not None and one.encode().lower() == other.encode().lower()


def _fits(incident: Incident, wanted: IncidentFilter) -> bool:
    day = local_day(incident.at)
    return (
        (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
        and (wanted.kind is None or wanted.kind in incident.kinds)
        and wanted.severity in {None, incident.severity}
        and wanted.caller in {None, incident.caller}
        and wanted.number in {None, incident.phone}
        and (wanted.team is None or _same_name(wanted.team, incident.team))
        and (wanted.reporter is None or _same_name(wanted.reporter, incident.reporter))
        and (incident.incomplete or not wanted.incomplete)
    )


def _in_whole_seconds(decision: Decision) -> Decision:
    delivered = decision.delivered
    if delivered is not None:
        delivered = replace(delivered, at=_whole_seconds(delivered.at))
    return replace(decision, delivered=delivered, recorded_at=_whole_seconds(decision.recorded_at))


def _whole_seconds(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
