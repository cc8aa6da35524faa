"""What the use cases ask of a logbook: the seam behind which SQLite, a fake or a server stands.

Every method may raise the `FileTrouble` and `Damaged` families of `application.errors`. Moments are
aware UTC datetimes, days are local (Europe/Amsterdam). What a method returns are frozen values; a
missing thing that was asked for by name raises, a search that finds nothing returns nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agressielog.application.ports.aftercare import AftercareReading, AftercareWriting
from agressielog.application.ports.backups import BackupReading, BackupWriting
from agressielog.application.ports.card_keeping import CardKeeping
from agressielog.application.ports.duties import DutyReading
from agressielog.application.ports.erasure import ErasureReading, ErasureWriting
from agressielog.application.ports.evidence import EvidenceReading
from agressielog.application.ports.follow_up import FollowUpReading
from agressielog.application.ports.gathering import GatheringReading
from agressielog.application.ports.good_calls import GoodCallReading, GoodCallWriting
from agressielog.application.ports.holds import HoldReading, HoldWriting
from agressielog.application.ports.looks import LookNoting, LookReading, LookWriting
from agressielog.application.ports.people import PeopleReading
from agressielog.application.ports.promises import PromiseReading, PromiseWriting
from agressielog.application.ports.reports import ReportReading
from agressielog.application.ports.requests import RequestReading, RequestWriting
from agressielog.application.ports.restrictions import RestrictionReading, RestrictionWriting
from agressielog.application.ports.statements import StatementReading, StatementWriting
from agressielog.application.ports.undo import UndoReading, UndoWriting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from agressielog.application.ports.merges import Merge
    from agressielog.application.ports.records import (
        Deed,
        IncidentFilter,
        Touched,
        Trace,
        Version,
    )
    from agressielog.domain.caller import Caller, NewCaller, NumberLink
    from agressielog.domain.decision import Decision, NewDecision
    from agressielog.domain.figures import Figures
    from agressielog.domain.identity import CallerId, IncidentId, MeasureId
    from agressielog.domain.incident import Incident, NewIncident
    from agressielog.domain.letter import Issued
    from agressielog.domain.period import Period
    from agressielog.domain.phone import PhoneNumber
    from agressielog.domain.policy import KindCode, Policy
    from agressielog.domain.policy_history import UsedPolicy
    from agressielog.domain.search_words import SearchWords
    from agressielog.domain.ulid import Ulid


class Reading(
    AftercareReading,
    PromiseReading,
    GoodCallReading,
    ReportReading,
    EvidenceReading,
    DutyReading,
    FollowUpReading,
    RequestReading,
    HoldReading,
    LookReading,
    StatementReading,
    RestrictionReading,
    PeopleReading,
    BackupReading,
    UndoReading,
    ErasureReading,
    GatheringReading,
    Protocol,
):
    """A consistent view of the logbook for as long as the context lasts."""

    def incident(self, incident: IncidentId) -> Incident:
        """Return one incident; raises `IncidentNotFound`."""
        ...

    def incident_by_ulid(self, ulid: Ulid) -> Incident | None:
        """Return the incident this client identity was stored as, if it was."""
        ...

    def known_ulids(self, ulids: Sequence[Ulid]) -> frozenset[Ulid]:
        """Return those of *ulids* that are in the logbook already."""
        ...

    def incidents_at(self, moments: Sequence[datetime]) -> Sequence[Trace]:
        """Return a trace of every incident that happened at one of these moments, in whole seconds."""
        ...

    def count_incidents(self, wanted: IncidentFilter) -> int:
        """Return how many incidents `incidents` would return without a limit."""
        ...

    def incidents(self, wanted: IncidentFilter) -> Sequence[Incident]:
        """Return incidents, the one that happened last first."""
        ...

    def each_incident(self) -> Iterator[Incident]:
        """Yield every incident, lowest id first, a few at a time."""
        ...

    def search(self, words: SearchWords, limit: int) -> Sequence[Incident]:
        """Return incidents that hold every word, recorded last first."""
        ...

    def versions(self, incident: IncidentId) -> Sequence[Version]:
        """Return the life of one incident, oldest first."""
        ...

    def last_seen(self, number: PhoneNumber, caller: CallerId) -> datetime | None:
        """Return when this caller last rang from this number, among the sure incidents that still stand.

        A presumed call says nothing: it may have been whoever has the number now.
        """
        ...

    def caller(self, caller: CallerId) -> Caller:
        """Return one caller, merged ones too; raises `CallerNotFound`."""
        ...

    def callers(self) -> Sequence[Caller]:
        """Return every caller that was not merged into another, lowest id first."""
        ...

    def incident_counts(self) -> Mapping[CallerId, int]:
        """Return how many standing incidents each caller has, sure or presumed; none is left out."""
        ...

    def callers_of(self, number: PhoneNumber) -> Sequence[Caller]:
        """Return all callers linked to *number*, lowest id first."""
        ...

    def callers_with_customer_number(self, customer_number: str) -> Sequence[Caller]:
        """Return the callers with exactly this customer number that were not merged."""
        ...

    def callers_named(self, name: str) -> Sequence[Caller]:
        """Return the callers whose name is the same but for case, accents and spaces."""
        ...

    def merged_into(self, kept: CallerId) -> Sequence[Caller]:
        """Return the callers that point to *kept* because they were merged into it, lowest id first."""
        ...

    def last_merge(self, kept: CallerId) -> Merge | None:
        """Return the last merge into *kept* that was not split again."""
        ...

    def decision(self, measure: MeasureId) -> Decision:
        """Return one decision; raises `MeasureNotFound`."""
        ...

    def decisions_of(self, caller: CallerId) -> Sequence[Decision]:
        """Return the decisions about one caller, lowest id first."""
        ...

    def decisions(self) -> Sequence[Decision]:
        """Return every decision, lowest id first."""
        ...

    def letters(self, measure: MeasureId) -> Sequence[Issued]:
        """Return what was issued about a measure, oldest first."""
        ...

    def callers_to_judge(self, on: date) -> Sequence[CallerId]:
        """Return callers with a standing, sure incident that no decision about them lists, lowest id first.

        Only decisions of local day *on* or earlier that were not annulled list anything. Whether such an
        incident asks for an answer is the policy's to say; everybody whose incidents do is among these.
        """
        ...

    def policies(self) -> Sequence[UsedPolicy]:
        """Return every policy that was put in use, oldest first."""
        ...

    def policy_in_use_on(self, day: date) -> UsedPolicy | None:
        """Return the policy in use on a local day, before the first one the first; None where none ever was."""
        ...

    def kinds_in_use(self) -> frozenset[KindCode]:
        """Return the kinds that any incident has, main or further."""
        ...

    def figures(self, period: Period) -> Figures:
        """Return the month report's counts of what happened in *period*; withdrawn ones left out."""
        ...

    def setting(self, key: str) -> str | None:
        """Return one setting of the organisation."""
        ...

    def settings(self) -> Mapping[str, str]:
        """Return all settings that were made, by key in alphabetical order."""
        ...


class Writing(
    Reading,
    AftercareWriting,
    PromiseWriting,
    GoodCallWriting,
    RequestWriting,
    HoldWriting,
    LookWriting,
    StatementWriting,
    RestrictionWriting,
    BackupWriting,
    UndoWriting,
    ErasureWriting,
    Protocol,
):
    """One transaction: all of it is stored, with its journal entries, or nothing is."""

    def add_incident(self, incident: NewIncident) -> Incident:
        """Store an incident with its promises."""
        ...

    def add_incidents(self, incidents: Iterable[NewIncident]) -> int:
        """Store many at once, for an import; returns how many."""
        ...

    def replace_incident(self, incident: Incident) -> None:
        """Store the corrected *incident* over the one with its id; promises are left alone.

        Raises:
            IncidentNotFound.
        """
        ...

    def add_caller(self, caller: NewCaller) -> Caller:
        """Store a new caller, without numbers."""
        ...

    def add_callers(self, callers: Iterable[tuple[NewCaller, Sequence[NumberLink]]]) -> Sequence[CallerId]:
        """Store many new callers at once with their numbers, for an import; returns their ids, in order."""
        ...

    def replace_caller(self, caller: Caller) -> None:
        """Store the corrected fields of *caller*; its numbers are left alone; raises `CallerNotFound`."""
        ...

    def link(self, caller: CallerId, link: NumberLink) -> None:
        """Link a number to a caller, or change how sure that link is; raises `CallerNotFound`."""
        ...

    def unlink(self, caller: CallerId, number: PhoneNumber) -> None:
        """Take a number from a caller; raises `NumberNotLinked`."""
        ...

    def move_incidents(self, incidents: Sequence[IncidentId], to: CallerId) -> None:
        """Give incidents that have a caller to another one, as sure as they were.

        Raises:
            IncidentNotFound, CallerNotFound.
        """
        ...

    def add_decision(self, decision: NewDecision) -> Decision:
        """Store a decision with the incidents it answers."""
        ...

    def replace_decision(self, decision: Decision) -> None:
        """Store what became of a decision: delivery, end, objection and review; the rest never changes.

        Raises:
            MeasureNotFound.
        """
        ...

    def note_letter(self, measure: MeasureId, issued: Issued) -> None:
        """Keep that a letter was made; raises `MeasureNotFound`."""
        ...

    def move_decisions(self, decisions: Sequence[MeasureId], to: CallerId) -> None:
        """Give decisions to another caller, when callers are joined or parted.

        Raises:
            MeasureNotFound, CallerNotFound.
        """
        ...

    def add_merge(self, merge: Merge) -> None:
        """Keep what a merge did."""
        ...

    def close_merge(self, merge: Merge) -> None:
        """Mark a merge as split again."""
        ...

    def use_policy(self, policy: Policy, text: str) -> UsedPolicy:
        """Put *policy*, read from *text*, in use from this moment on; earlier ones stay."""
        ...

    def change_setting(self, key: str, value: str | None) -> None:
        """Make, change or (None) remove one setting."""
        ...

    @property
    def touched(self) -> Touched:
        """What this transaction has changed so far."""
        ...


class Store(Protocol):
    """A logbook.

    A `RecordDamaged` that leaves one of the contexts becomes a `LogbookDamaged` with the path.
    """

    def reading(self) -> AbstractContextManager[Reading]:
        """Open a consistent view."""
        ...

    def writing(self, deed: Deed, *, large: bool = False) -> AbstractContextManager[Writing]:
        """Open the one transaction of a write; leaving by an exception undoes all of it.

        Args:
            deed: goes into every journal entry.
            large: many rows; readers then go on until the commit, at the price of memory.

        Raises:
            WriteFailed: on leaving, when the disk refused and nothing was stored.
            OutcomeUncertain: on leaving, when even that cannot be told.
        """
        ...


class Logbook(Store, LookNoting, CardKeeping, Protocol):
    """A logbook in use at a desk: it also keeps who looked, and the cards."""
