"""`Writing` on SQLite: every change goes through here, with its journal row, in one transaction."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from agressielog.application.errors import NumberNotLinked
from agressielog.application.ports.records import Deed, Touched
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.local_time import local_day
from agressielog.storage.aftercare_writing import AftercareTablesWriting
from agressielog.storage.backup_writing import BackupTablesWriting
from agressielog.storage.card_box import CardRewriting
from agressielog.storage.cells import optional_whole
from agressielog.storage.changes import TableWriting, key_of
from agressielog.storage.decision_rows import life_row, new_decision_row
from agressielog.storage.erasure_writing import ErasureTablesWriting
from agressielog.storage.hold_writing import HoldTablesWriting
from agressielog.storage.journal import Entry, Image, incident_image
from agressielog.storage.look_writing import LookTablesWriting
from agressielog.storage.promise_writing import PromiseTablesWriting
from agressielog.storage.reading import SqliteReading
from agressielog.storage.request_writing import RequestTablesWriting
from agressielog.storage.rights_writing import RightsTablesWriting
from agressielog.storage.rows import Row, caller_row, incident_row, link_row, moment_text, policy_from
from agressielog.storage.search_index import SearchIndex
from agressielog.storage.undo_writing import UndoTablesWriting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from agressielog.application.ports.cards import CardMaker
    from agressielog.application.ports.merges import Merge
    from agressielog.domain.caller import Caller, NewCaller, NumberLink
    from agressielog.domain.decision import Decision, NewDecision
    from agressielog.domain.incident import Incident, NewIncident, NewPromise, Promise
    from agressielog.domain.letter import Issued
    from agressielog.domain.phone import PhoneNumber
    from agressielog.domain.policy import Policy
    from agressielog.domain.policy_history import UsedPolicy
    from agressielog.domain.search_words import SearchWords

_BATCH = 500
# The tables with what every card is made with.
_BASIS = ("beleid", "instelling")
# Restrictions and holds stay with the caller they were put on, the numbers go to whom it was merged into.
_NUMBERS = """WITH RECURSIVE persoon(id) AS (
        SELECT id FROM beller WHERE id IN ({})
        UNION SELECT samengevoegd_met FROM beller JOIN persoon ON beller.id = persoon.id
        WHERE samengevoegd_met IS NOT NULL
    ) SELECT nummer FROM beller_nummer WHERE beller IN persoon"""


class SqliteWriting(
    AftercareTablesWriting,
    PromiseTablesWriting,
    RequestTablesWriting,
    HoldTablesWriting,
    LookTablesWriting,
    RightsTablesWriting,
    BackupTablesWriting,
    UndoTablesWriting,
    ErasureTablesWriting,
    TableWriting,
    SqliteReading,
):
    """One open `BEGIN IMMEDIATE`; `SqliteStore` commits it after `finish`."""

    def __init__(
        self, connection: sqlite3.Connection, deed: Deed, card_maker: CardMaker | None = None
    ) -> None:
        super().__init__(connection, deed)
        self._index = SearchIndex(connection)
        self._cards = CardRewriting(connection, self, card_maker)

    @property
    def touched(self) -> Touched:
        """What changed so far; a touched caller touches all numbers of the person that it is part of."""
        numbers = set(self._numbers_touched)
        ordered = sorted(self._callers_touched)
        for start in range(0, len(ordered), _BATCH):
            chunk = ordered[start : start + _BATCH]
            marks = ", ".join("?" * len(chunk))
            numbers.update(
                str(number) for (number,) in self._connection.execute(_NUMBERS.format(marks), chunk)
            )
        return Touched(frozenset(self._callers_touched), frozenset(numbers))

    def finish(self) -> None:
        """Bring the search index and the cards up to date; the last thing before the commit."""
        self._index.refresh()
        if self._changes_something:
            self._cards.rewrite(
                self.touched.numbers,
                local_day(self._deed.at),
                basis_may_differ=not self._written.isdisjoint(_BASIS),
            )

    def search(self, words: SearchWords, limit: int) -> Sequence[Incident]:
        """Return incidents that hold every word, with the changes of this transaction."""
        self._index.refresh()
        return super().search(words, limit)

    def add_incident(self, incident: NewIncident) -> Incident:
        """Store an incident with its promises."""
        (stored,) = self._add_batch([incident])
        return self.incident(stored)

    def add_incidents(self, incidents: Iterable[NewIncident]) -> int:
        """Store many at once."""
        added = 0
        waiting = iter(incidents)
        while batch := list(islice(waiting, _BATCH)):
            added += len(self._add_batch(batch))
        return added

    def _add_batch(self, incidents: Sequence[NewIncident]) -> list[IncidentId]:
        first = self._next_id("incident")
        ids = [IncidentId(first + place) for place in range(len(incidents))]
        rows: list[Row] = [{"id": i, **incident_row(new)} for i, new in zip(ids, incidents, strict=True)]
        further: list[Row] = [
            {"incident": i, "volgorde": place, "soort": kind}
            for i, new in zip(ids, incidents, strict=True)
            for place, kind in enumerate(new.kinds[1:], start=1)
        ]
        self._put("incident", rows)
        self._put("bijsoort", further)
        self._expect("incident", rows)
        self._write_journal(
            Entry("incident", str(i), None, incident_image(row, new.kinds[1:]))
            for i, row, new in zip(ids, rows, incidents, strict=True)
        )
        for i, new in zip(ids, incidents, strict=True):
            self._touch(new.caller, new.phone)
            self._insert_promises(new.promises, incident=i)
        self._index.changed(ids)
        self._incidents_added += ids
        return ids

    def replace_incident(self, incident: Incident) -> None:
        """Store the corrected incident over the one with its id."""
        before = self.incident(incident.id)
        old_row = self._rows_of("incident", "id", incident.id)[0]
        new_row: Row = {"id": incident.id, **incident_row(incident)}
        self._table("incident").update(incident.id, incident_row(incident))
        self._connection.execute("DELETE FROM bijsoort WHERE incident = ?", [incident.id])
        self._table("bijsoort").insert_all(
            {"incident": incident.id, "volgorde": place, "soort": kind}
            for place, kind in enumerate(incident.kinds[1:], start=1)
        )
        self._expect("incident", [new_row])
        self._write_journal(
            [
                Entry(
                    "incident",
                    str(incident.id),
                    incident_image(old_row, before.kinds[1:]),
                    incident_image(new_row, incident.kinds[1:]),
                )
            ]
        )
        self._touch(before.caller, before.phone)
        self._touch(incident.caller, incident.phone)
        self._index.changed([incident.id])

    def add_promises(self, incident: IncidentId, promises: Sequence[NewPromise]) -> Sequence[Promise]:
        """Add promises to an incident that exists."""
        stored = self.incident(incident)
        self._touch(stored.caller, stored.phone)
        self._index.changed([incident])
        return self._insert_promises(promises, incident=incident)

    def add_caller(self, caller: NewCaller) -> Caller:
        """Store a new caller, without numbers."""
        (new,) = self.add_callers([(caller, ())])
        return self.caller(new)

    def add_callers(self, callers: Iterable[tuple[NewCaller, Sequence[NumberLink]]]) -> Sequence[CallerId]:
        """Store many new callers at once with their numbers."""
        added: list[CallerId] = []
        waiting = iter(callers)
        while batch := list(islice(waiting, _BATCH)):
            first = self._next_id("beller")
            ids = [CallerId(first + place) for place in range(len(batch))]
            created = moment_text(self._deed.at)
            self._insert_all(
                "beller",
                [
                    {"id": i, **caller_row(new), "samengevoegd_met": None, "aangemaakt_op": created}
                    for i, (new, _) in zip(ids, batch, strict=True)
                ],
            )
            self._insert_all(
                "beller_nummer",
                [
                    link_row(i, link, place)
                    for i, (_, links) in zip(ids, batch, strict=True)
                    for place, link in enumerate(links, start=1)
                ],
            )
            for i, (_, links) in zip(ids, batch, strict=True):
                self._touch(i, None)
                for link in links:
                    self._touch(i, link.number)
            added += ids
        return added

    def replace_caller(self, caller: Caller) -> None:
        """Store the corrected fields of a caller."""
        self.caller(caller.id)  # raises for somebody who is not there
        cells: Row = {**caller_row(caller), "samengevoegd_met": caller.merged_into}
        self._update("beller", "id = ?", [caller.id], cells)
        self._touch(caller.id, None)
        self._index.changed_caller(caller.id)

    def link(self, caller: CallerId, link: NumberLink) -> None:
        """Link a number to a caller, or change how sure that link is."""
        existing = self.caller(caller).link_to(link.number)
        if existing is None:
            self._insert("beller_nummer", link_row(caller, link, self._next_place(caller)))
        else:
            self._update(
                "beller_nummer",
                "beller = ? AND nummer = ?",
                [caller, link.number.key],
                {"zekerheid": link.certainty, "sinds": link.since.isoformat()},
            )
        self._touch(caller, link.number)

    def unlink(self, caller: CallerId, number: PhoneNumber) -> None:
        """Take a number from a caller."""
        rows = self._where("beller_nummer", "beller = ? AND nummer = ?", [caller, number.key])
        if not rows:
            raise NumberNotLinked(caller, number.masked)
        self._touch(caller, number)
        self._connection.execute(
            "DELETE FROM beller_nummer WHERE beller = ? AND nummer = ?", [caller, number.key]
        )
        self._write_journal([Entry("beller_nummer", key_of("beller_nummer", rows[0]), rows[0], None)])

    def move_incidents(self, incidents: Sequence[IncidentId], to: CallerId) -> None:
        """Give incidents to another caller."""
        self.caller(to)  # raises for somebody who is not there
        for incident in [self.incident(number) for number in incidents]:
            self._touch(incident.caller, incident.phone)
            old_row = self._rows_of("incident", "id", incident.id)[0]
            new_row: Row = {**old_row, "beller": to}
            self._table("incident").update(incident.id, {"beller": to})
            further = incident.kinds[1:]
            self._write_journal(
                [
                    Entry(
                        "incident",
                        str(incident.id),
                        incident_image(old_row, further),
                        incident_image(new_row, further),
                    )
                ]
            )
        self._touch(to, None)
        self._index.changed(incidents)

    def add_decision(self, decision: NewDecision) -> Decision:
        """Store a decision with the incidents it answers."""
        new = MeasureId(self._next_id("maatregel"))
        row: Row = {"id": new, **new_decision_row(decision)}
        self._table("maatregel").insert(row)
        self._table("maatregel_incident").insert_all(
            {"maatregel": new, "incident": incident} for incident in decision.incidents
        )
        self._expect("maatregel", [row])
        image: Image = {**row, "incidenten": [str(incident) for incident in sorted(decision.incidents)]}
        self._write_journal([Entry("maatregel", str(new), None, image)])
        self._touch(decision.caller, None)
        return self.decision(new)

    def replace_decision(self, decision: Decision) -> None:
        """Store what became of a decision."""
        before = self.decision(decision.id)  # raises for one that is not there
        self._update("maatregel", "id = ?", [decision.id], life_row(decision))
        self._touch(before.caller, None)

    def note_letter(self, measure: MeasureId, issued: Issued) -> None:
        """Keep that a letter was made."""
        from agressielog.storage.letter_rows import issued_row

        decision = self.decision(measure)
        row: Row = {"id": self._next_id("brief"), "maatregel": measure, **issued_row(issued)}
        self._insert("brief", row)
        self._touch(decision.caller, None)

    def move_decisions(self, decisions: Sequence[MeasureId], to: CallerId) -> None:
        """Give decisions to another caller."""
        self.caller(to)  # raises for somebody who is not there
        for measure in decisions:
            self._touch(self.decision(measure).caller, None)
            self._update("maatregel", "id = ?", [measure], {"beller": to})
        self._touch(to, None)

    def add_merge(self, merge: Merge) -> None:
        """Keep what a merge did."""
        from agressielog.storage import merges

        self._insert(
            "samenvoeging",
            {
                "id": self._next_id("samenvoeging"),
                "beller": merge.kept_before.id,
                "opgegaan": merge.absorbed_before.id,
                "inhoud": merges.to_text(merge),
                "gesplitst": 0,
            },
        )

    def close_merge(self, merge: Merge) -> None:
        """Mark a merge as split again."""
        self._update(
            "samenvoeging",
            "beller = ? AND opgegaan = ? AND gesplitst = 0",
            [merge.kept_before.id, merge.absorbed_before.id],
            {"gesplitst": 1},
        )

    def use_policy(self, policy: Policy, text: str) -> UsedPolicy:
        """Put a policy in use from this moment on."""
        row: Row = {
            "id": self._next_id("beleid"),
            "naam": policy.name,
            "versie": policy.version,
            "sha256": policy.sha256,
            "tekst": text,
            "sinds": moment_text(self._deed.at),
            "door": self._deed.name,
        }
        self._insert("beleid", row)
        return policy_from(row)

    def change_setting(self, key: str, value: str | None) -> None:
        """Make, change or remove one setting."""
        existing = self._where("instelling", "sleutel = ?", [key])
        if value is None:
            self._connection.execute("DELETE FROM instelling WHERE sleutel = ?", [key])
            self._write_journal(Entry("instelling", key, row, None) for row in existing)
        elif existing:
            self._update("instelling", "sleutel = ?", [key], {"waarde": value})
        else:
            self._insert("instelling", {"sleutel": key, "waarde": value})

    def _incident_changed(self, incident: IncidentId) -> None:
        if self._rows_of("incident", "id", incident):
            self._touch(*self._whose(incident))
        self._index.changed([incident])

    def _words_forgotten(self, incidents: Sequence[IncidentId]) -> None:
        self._index.changed(incidents)
        self._index.forget()

    def _caller_changed(self, caller: CallerId) -> None:
        self._index.changed_caller(caller)

    def _whose(self, incident: IncidentId) -> tuple[CallerId | None, PhoneNumber | None]:
        stored = self.incident(incident)
        return stored.caller, stored.phone

    def _next_place(self, caller: CallerId) -> int:
        rows = self._rows("SELECT max(volgorde) AS last FROM beller_nummer WHERE beller = ?", [caller])
        return (optional_whole(rows[0], "last") or 0) + 1
