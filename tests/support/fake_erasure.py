"""Erasing from the logbook in memory: who goes, what goes along, and the figures that stay.

What an erasure leaves in a file is a matter of bytes, so that no texts to look for come from here.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from fake_aftercare import CareRecords
from fake_duties import DutyRecords
from fake_promises import Promised
from fake_rights import RightsRecords

from agressielog.application.ports.merges import Merge
from agressielog.application.ports.records import Version
from agressielog.domain.caller import Caller
from agressielog.domain.decision import Decision
from agressielog.domain.erasure import Doomed, Erased, Erasure
from agressielog.domain.figures import Figures
from agressielog.domain.follow_up import FollowUp
from agressielog.domain.frozen_figures import plain_subject, together
from agressielog.domain.frozen_follow_up import together_follow_up
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, PromiseId
from agressielog.domain.incident import Incident
from agressielog.domain.letter import Issued
from agressielog.domain.period import Period, PeriodSort
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.text import fold

_Key = tuple[PeriodSort, str]


@dataclass(frozen=True, slots=True)
class ErasureRecords:
    """What was erased, by what callers are known again, and the figures that were left."""

    made: Mapping[CallerId, str] = field(default_factory=dict)
    identities: frozenset[str] = frozenset()
    unfinished: int = 0
    frozen: Mapping[_Key, tuple[Figures, FollowUp | None]] = field(default_factory=dict)
    last_write: datetime | None = None
    shared_subjects: frozenset[str] = frozenset()


class _Records(Protocol):
    """What the fake store keeps."""

    incidents: dict[IncidentId, Incident]
    versions: dict[IncidentId, tuple[Version, ...]]
    callers: dict[CallerId, Caller]
    decisions: dict[MeasureId, Decision]
    letters: tuple[tuple[MeasureId, Issued], ...]
    merges: tuple[Merge, ...]
    promised: dict[PromiseId, Promised]
    good_calls: tuple[GoodCall, ...]
    care: CareRecords
    duties: DutyRecords
    rights: RightsRecords
    erasures: ErasureRecords


class FakeErasureReading:
    """`ErasureReading`, worked out anew from every record."""

    def _records(self) -> _Records:
        raise NotImplementedError

    def everybody_in(self, caller: CallerId) -> frozenset[CallerId]:
        merged = [one.id for one in self._records().callers.values() if one.merged_into == caller]
        return frozenset({caller, *(deeper for one in merged for deeper in self.everybody_in(one))})

    def foreseen(self, doomed: Doomed) -> Mapping[str, int]:
        return dict(sorted(Counter(self._tables_of(doomed)).items()))

    def doomed_incidents(self, doomed: Doomed) -> Sequence[IncidentId]:
        callers = self._callers_of(doomed)
        kept = self._records().incidents
        return sorted(key for key in kept if key in doomed.incidents or kept[key].caller in callers)

    def private_subjects(self, among: frozenset[str]) -> frozenset[str]:
        kept = self._records()
        whose: dict[str, set[CallerId]] = {}
        for incident in kept.incidents.values():
            if incident.subject is not None and incident.caller is not None:
                whose.setdefault(plain_subject(incident.subject), set()).add(self._person(incident.caller))
        return frozenset(one for one in among - kept.erasures.shared_subjects if len(whose.get(one, ())) <= 1)

    def _person(self, caller: CallerId) -> CallerId:
        into = self._records().callers[caller].merged_into
        return caller if into is None else self._person(into)

    def erased(self) -> frozenset[str]:
        return self._records().erasures.identities

    def returned(self, identities: frozenset[str]) -> Doomed:
        kept = self._records()
        return Doomed(
            callers=frozenset(one for one in kept.callers if kept.erasures.made[one] in identities),
            incidents=frozenset(one.id for one in kept.incidents.values() if one.ulid in identities),
        )

    def unfinished_erasures(self) -> int:
        return self._records().erasures.unfinished

    def frozen_follow_up(self, period: Period) -> FollowUp | None:
        return self._records().erasures.frozen.get(_key(period), (Figures(), None))[1]

    def last_written(self) -> datetime | None:
        return self._records().erasures.last_write

    def _with_frozen(self, counted: Figures, period: Period) -> Figures:
        figures, _ = self._records().erasures.frozen.get(_key(period), (Figures(), None))
        return (
            together(counted, figures) if all(day <= period.last for day, _ in figures.per_day) else counted
        )

    def _callers_of(self, doomed: Doomed) -> frozenset[CallerId]:
        return frozenset(one for caller in doomed.callers for one in self.everybody_in(caller))

    def _measures_of(self, doomed: Doomed) -> frozenset[MeasureId]:
        callers, kept = self._callers_of(doomed), self._records().decisions
        return frozenset(key for key in kept if key in doomed.measures or kept[key].caller in callers)

    def _tables_of(self, doomed: Doomed) -> Iterator[str]:
        """Yield the table of each record that goes."""
        kept, callers = self._records(), self._callers_of(doomed)
        incidents, measures = set(self.doomed_incidents(doomed)), self._measures_of(doomed)
        for caller in callers:
            yield "beller"
            yield from ("beller_nummer" for _ in kept.callers[caller].numbers)
        for incident in incidents:
            yield "incident"
            yield from ("toezegging" for _ in kept.incidents[incident].promises)
        yield from ("maatregel" for _ in measures)
        yield from ("brief" for measure, _ in kept.letters if measure in measures)
        yield from ("goed_gesprek" for call in kept.good_calls if call.measure in measures)
        yield from ("toezegging" for one in kept.promised.values() if one.caller in callers)
        yield from ("verzoek" for one in kept.duties.requests if one.caller in callers)
        yield from ("zienswijze" for one in kept.rights.statements if one.caller in callers)
        yield from ("avg_beperking" for one in kept.rights.restrictions if one.caller in callers)
        yield from ("avg_toch_bekeken" for one in kept.rights.openings if one.caller in callers)
        yield from (
            "vasthouding" for one in kept.rights.holds if one.caller in callers or one.incident in incidents
        )
        yield from (
            "samenvoeging"
            for one in kept.merges
            if one.kept_before.id in callers or one.absorbed_before.id in callers
        )
        yield from ("nazorg_stap" for about, _ in kept.care.done if about in incidents)
        yield from ("nazorg_afgezien" for about, _ in kept.care.declined if about in incidents)


class FakeErasureWriting(FakeErasureReading):
    """`ErasureWriting`."""

    def keep_shared_subjects(self, subjects: frozenset[str]) -> None:
        kept = self._records()
        known = kept.erasures.shared_subjects | subjects
        kept.erasures = replace(kept.erasures, shared_subjects=known)

    def _touch(self, caller: CallerId | None, number: PhoneNumber | None) -> None:
        raise NotImplementedError

    def erase(self, doomed: Doomed) -> Erased:
        kept, records = self._records(), self.foreseen(doomed)
        callers, incidents = self._callers_of(doomed), set(self.doomed_incidents(doomed))
        measures = self._measures_of(doomed)
        identities: set[str] = {kept.incidents[incident].ulid for incident in incidents}
        identities |= {kept.erasures.made[caller] for caller in callers}
        for incident in incidents | doomed.unlinked:
            self._touch(kept.incidents[incident].caller, kept.incidents[incident].phone)
        for caller in callers:
            for link in kept.callers[caller].numbers:
                self._touch(caller, link.number)
        self._unlink(doomed.unlinked)
        self._unname(callers)
        self._tell_anew(callers, doomed.unlinked)
        kept.incidents = {key: one for key, one in kept.incidents.items() if key not in incidents}
        kept.versions = {key: one for key, one in kept.versions.items() if key not in incidents}
        kept.callers = {key: one for key, one in kept.callers.items() if key not in callers}
        struck = incidents | doomed.unlinked
        kept.decisions = {
            key: replace(one, incidents=tuple(about for about in one.incidents if about not in struck))
            for key, one in kept.decisions.items()
            if key not in measures
        }
        kept.letters = tuple(one for one in kept.letters if one[0] not in measures)
        kept.good_calls = tuple(one for one in kept.good_calls if one.measure not in measures)
        kept.merges = tuple(
            one
            for one in kept.merges
            if one.kept_before.id not in callers and one.absorbed_before.id not in callers
        )
        kept.promised = {key: one for key, one in kept.promised.items() if one.caller not in callers}
        kept.care = CareRecords(
            tuple(one for one in kept.care.done if one[0] not in incidents),
            tuple(one for one in kept.care.declined if one[0] not in incidents),
        )
        kept.duties = replace(
            kept.duties, requests=tuple(one for one in kept.duties.requests if one.caller not in callers)
        )
        self._take_rights(callers, incidents)
        return Erased(records=records, identities=frozenset(identities), texts=())

    def note_erasure(self, erasure: Erasure, identities: Iterable[str]) -> None:  # noqa: ARG002 - the port's
        kept = self._records().erasures
        self._records().erasures = replace(
            kept, identities=kept.identities | set(identities), unfinished=kept.unfinished + 1
        )

    def note_cleaned(self) -> None:
        self._records().erasures = replace(self._records().erasures, unfinished=0)

    def freeze(self, period: Period, lost: Figures, follow_up: FollowUp | None = None) -> None:
        kept = self._records().erasures
        figures, told = kept.frozen.get(_key(period), (Figures(), None))
        if told is not None:
            follow_up = together_follow_up(follow_up, told) if follow_up is not None else told
        frozen = {**kept.frozen, _key(period): (together(figures, lost), follow_up)}
        self._records().erasures = replace(kept, frozen=frozen)

    def _unlink(self, incidents: Collection[IncidentId]) -> None:
        kept = self._records().incidents
        for key in incidents:
            kept[key] = replace(
                kept[key],
                caller=None,
                certainty=None,
                number=None,
                number_typed=None,
                name_told=None,
                customer_number_told=None,
            )

    def _unname(self, callers: Collection[CallerId]) -> None:
        """Take what was told of them from calls that were theirs once."""
        kept = self._records()
        names = {fold(one.name) for key, one in kept.callers.items() if key in callers and one.name}
        numbers = {
            fold(one.customer_number)
            for key, one in kept.callers.items()
            if key in callers and one.customer_number
        }
        for key, one in kept.incidents.items():
            states = [
                state for version in kept.versions[key] for state in (version.before, version.after) if state
            ]
            if any(state.caller in callers for state in states):
                kept.incidents[key] = replace(
                    one,
                    name_told=None if fold(one.name_told or "") in names else one.name_told,
                    customer_number_told=None
                    if fold(one.customer_number_told or "") in numbers
                    else one.customer_number_told,
                )

    def _tell_anew(self, callers: Collection[CallerId], unlinked: Collection[IncidentId]) -> None:
        """Leave of a call that was ever theirs only how it stands."""
        kept = self._records()
        for key, versions in list(kept.versions.items()):
            states = [state for one in versions for state in (one.before, one.after) if state is not None]
            if key in unlinked or any(state.caller in callers for state in states):
                now = replace(kept.incidents[key], promises=())
                kept.versions[key] = (replace(versions[-1], before=None, after=now),)

    def _take_rights(self, callers: Collection[CallerId], incidents: Collection[IncidentId]) -> None:
        kept = self._records().rights
        self._records().rights = replace(
            kept,
            holds=tuple(
                one for one in kept.holds if one.caller not in callers and one.incident not in incidents
            ),
            statements=tuple(one for one in kept.statements if one.caller not in callers),
            restrictions=tuple(one for one in kept.restrictions if one.caller not in callers),
            openings=tuple(one for one in kept.openings if one.caller not in callers),
        )


def _key(period: Period) -> _Key:
    return period.sort, period.first.isoformat()
