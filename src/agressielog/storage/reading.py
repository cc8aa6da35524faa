"""`Reading` on SQLite: plain sqlite3, because importing sqlite-utils would cost a look-up 50 ms."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agressielog.application.errors import CallerNotFound, IncidentNotFound, MeasureNotFound
from agressielog.application.ports.records import IncidentFilter, Trace, Version
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, caller_code
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import EndKind
from agressielog.domain.policy import KindCode
from agressielog.domain.policy_history import UsedPolicy, in_use_on
from agressielog.domain.text import fold
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import Certainty, IncidentStatus
from agressielog.storage import journal
from agressielog.storage.aftercare_reading import AftercareTablesReading
from agressielog.storage.cells import moment, optional_moment, text, whole
from agressielog.storage.erasure_reading import ErasureTablesReading
from agressielog.storage.evidence_reading import EvidenceTablesReading
from agressielog.storage.faults import understood
from agressielog.storage.follow_up_reading import FollowUpTablesReading
from agressielog.storage.gathering_reading import GatheringTablesReading
from agressielog.storage.hold_reading import HoldTablesReading
from agressielog.storage.look_reading import LookTablesReading
from agressielog.storage.people_reading import PeopleTablesReading
from agressielog.storage.promise_reading import PromiseTablesReading
from agressielog.storage.record_reading import CHUNK, RecordTablesReading, chunks
from agressielog.storage.request_reading import RequestTablesReading
from agressielog.storage.rights_reading import RightsTablesReading
from agressielog.storage.rows import (
    Cell,
    moment_text,
    number_from,
    policy_from,
    setting_from,
)
from agressielog.storage.undo_reading import UndoTablesReading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agressielog.application.ports.merges import Merge
    from agressielog.domain.caller import Caller
    from agressielog.domain.decision import Decision
    from agressielog.domain.figures import Figures
    from agressielog.domain.incident import Incident
    from agressielog.domain.letter import Issued
    from agressielog.domain.period import Period
    from agressielog.domain.phone import PhoneNumber
    from agressielog.domain.search_words import SearchWords

# The codes are our own, so they may stand in the text of a statement, where a partial index sees them.
STANDING = ", ".join(repr(status.value) for status in IncidentStatus if status.stands)


class SqliteReading(
    # Before that of promises, which it is made with.
    GatheringTablesReading,
    AftercareTablesReading,
    PromiseTablesReading,
    EvidenceTablesReading,
    FollowUpTablesReading,
    HoldTablesReading,
    LookTablesReading,
    RightsTablesReading,
    PeopleTablesReading,
    RequestTablesReading,
    UndoTablesReading,
    ErasureTablesReading,
    RecordTablesReading,
):
    """A view of the logbook; consistent because `SqliteStore` holds a transaction around it."""

    def incident(self, incident: IncidentId) -> Incident:
        """Return one incident."""
        for found in self._incidents_by_id([incident]):
            return found
        raise IncidentNotFound(incident)

    def incident_by_ulid(self, ulid: Ulid) -> Incident | None:
        """Return the incident stored under this client identity."""
        rows = self._rows("SELECT * FROM incident WHERE ulid = ?", [ulid])
        return next(iter(self._complete(rows)), None)

    def known_ulids(self, ulids: Sequence[Ulid]) -> frozenset[Ulid]:
        """Return those that are stored."""
        found: set[Ulid] = set()
        for chunk in chunks(ulids):
            marks = ", ".join("?" * len(chunk))
            rows = self._rows(f"SELECT ulid FROM incident WHERE ulid IN ({marks})", chunk)  # noqa: S608 - marks only
            found.update(Ulid(text(row, "ulid")) for row in rows)
        return frozenset(found)

    @understood()
    def incidents_at(self, moments: Sequence[datetime]) -> Sequence[Trace]:
        """Return a trace of every incident that happened at one of these moments."""
        found: list[Trace] = []
        for chunk in chunks(sorted({moment_text(at) for at in moments})):
            marks = ", ".join("?" * len(chunk))
            rows = self._rows(f"SELECT ulid, op, nummer, anoniem FROM incident WHERE op IN ({marks})", chunk)  # noqa: S608 - marks only
            found += [Trace(Ulid(text(row, "ulid")), moment(row, "op"), number_from(row)) for row in rows]
        return found

    def count_incidents(self, wanted: IncidentFilter) -> int:
        """Return how many incidents there are."""
        conditions, parameters = _conditions(wanted)
        statement = f"SELECT count(*) AS n FROM incident WHERE {' AND '.join(conditions)}"  # noqa: S608 - fixed pieces
        return whole(self._rows(statement, parameters)[0], "n")

    def incidents(self, wanted: IncidentFilter) -> Sequence[Incident]:
        """Return incidents, the one that happened last first."""
        conditions, parameters = _conditions(wanted)
        statement = f"SELECT * FROM incident WHERE {' AND '.join(conditions)} ORDER BY op DESC, id DESC"  # noqa: S608 - fixed pieces
        if wanted.limit is not None:
            statement += " LIMIT ?"
            parameters.append(wanted.limit)
        return self._complete(self._rows(statement, parameters))

    def reported_by(self, name: str) -> Sequence[Incident]:
        """Return the incidents of a reporter, the one that happened last first."""
        reporters = [str(row["melder"]) for row in self._rows("SELECT DISTINCT melder FROM incident")]
        found = [
            incident
            for reporter in reporters
            if fold(reporter) == fold(name)
            for incident in self._complete(self._rows("SELECT * FROM incident WHERE melder = ?", [reporter]))
        ]
        return sorted(found, key=lambda incident: (incident.at, incident.id), reverse=True)

    def each_incident(self) -> Iterator[Incident]:
        """Yield every incident, lowest id first."""
        last = 0
        while rows := self._rows("SELECT * FROM incident WHERE id > ? ORDER BY id LIMIT ?", [last, CHUNK]):
            yield from self._complete(rows)
            last = whole(rows[-1], "id")

    def search(self, words: SearchWords, limit: int) -> Sequence[Incident]:
        """Return incidents that hold every word, recorded last first."""
        # Words hold no quote (they are \w+), so quoting them makes each a plain FTS5 string.
        query = " ".join(f'"{word}"' for word in words.words) + "*"
        rows = self._rows(
            "SELECT rowid AS id FROM zoekindex WHERE zoekindex MATCH ? ORDER BY rowid DESC LIMIT ?",
            [query, limit],
        )
        return self._incidents_by_id([IncidentId(whole(row, "id")) for row in rows])

    @understood()
    def versions(self, incident: IncidentId) -> Sequence[Version]:
        """Return the life of one incident, oldest first."""
        return journal.versions(
            self._rows(
                "SELECT * FROM logboek WHERE tabel = 'incident' AND sleutel = ? ORDER BY id", [str(incident)]
            )
        )

    @understood()
    def last_seen(self, number: PhoneNumber, caller: CallerId) -> datetime | None:
        """Return when this caller last rang from this number."""
        rows = self._rows(
            f"""SELECT max(op) AS op FROM incident
            WHERE nummer = ? AND beller = ? AND zekerheid = ? AND status IN ({STANDING})""",  # noqa: S608 - our codes
            [number.key, caller, Certainty.CERTAIN],
        )
        return optional_moment(rows[0], "op")

    def caller(self, caller: CallerId) -> Caller:
        """Return one caller, merged ones too."""
        for found in self._callers("WHERE id = ?", [caller]):
            return found
        raise CallerNotFound(caller_code(caller))

    def callers(self) -> Sequence[Caller]:
        """Return every caller that was not merged."""
        return self._callers("WHERE samengevoegd_met IS NULL")

    def incident_counts(self) -> Mapping[CallerId, int]:
        """Return how many standing incidents each caller has."""
        counts = {caller.id: 0 for caller in self.callers()}
        for row in self._rows(
            f"SELECT beller, count(*) AS n FROM incident WHERE beller IS NOT NULL AND status IN ({STANDING}) GROUP BY beller"  # noqa: S608 - our codes
        ):
            counts[CallerId(whole(row, "beller"))] = whole(row, "n")
        return counts

    def callers_of(self, number: PhoneNumber) -> Sequence[Caller]:
        """Return all callers linked to *number*."""
        return self._callers("WHERE id IN (SELECT beller FROM beller_nummer WHERE nummer = ?)", [number.key])

    def callers_with_customer_number(self, customer_number: str) -> Sequence[Caller]:
        """Return the callers with exactly this customer number."""
        return self._callers("WHERE klantnummer = ? AND samengevoegd_met IS NULL", [customer_number])

    def callers_named(self, name: str) -> Sequence[Caller]:
        """Return the callers of this name, case and accents aside."""
        return self._callers("WHERE naam_gevouwen = ? AND samengevoegd_met IS NULL", [fold(name)])

    def merged_into(self, kept: CallerId) -> Sequence[Caller]:
        """Return the callers that were merged into this one."""
        return self._callers("WHERE samengevoegd_met = ?", [kept])

    @understood()
    def last_merge(self, kept: CallerId) -> Merge | None:
        """Return the last merge that was not split again."""
        from agressielog.storage import merges

        rows = self._rows(
            "SELECT inhoud FROM samenvoeging WHERE beller = ? AND gesplitst = 0 ORDER BY id DESC LIMIT 1",
            [kept],
        )
        return merges.from_text(text(rows[0], "inhoud")) if rows else None

    def decision(self, measure: MeasureId) -> Decision:
        """Return one decision."""
        for found in self._decisions("WHERE id = ?", [measure]):
            return found
        raise MeasureNotFound(measure)

    def decisions_of(self, caller: CallerId) -> Sequence[Decision]:
        """Return the decisions about one caller."""
        return self._decisions("WHERE beller = ?", [caller])

    def decisions(self) -> Sequence[Decision]:
        """Return every decision."""
        return self._decisions("")

    @understood()
    def letters(self, measure: MeasureId) -> Sequence[Issued]:
        """Return what was issued about a measure."""
        from agressielog.storage.letter_rows import issued_from

        rows = self._rows("SELECT * FROM brief WHERE maatregel = ? ORDER BY id", [measure])
        return [issued_from(row) for row in rows]

    def callers_to_judge(self, on: date) -> Sequence[CallerId]:
        """Return callers with an incident that no decision lists."""
        rows = self._rows(
            f"""SELECT DISTINCT beller FROM incident
            WHERE beller IS NOT NULL AND zekerheid = ? AND status IN ({STANDING}) AND beantwoord IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM maatregel_incident JOIN maatregel ON maatregel.id = maatregel_incident.maatregel
                WHERE maatregel_incident.incident = incident.id AND maatregel.beller = incident.beller
                AND maatregel.besloten_op <= ? AND maatregel.einde IS NOT ?
            ) ORDER BY beller""",  # noqa: S608 - our codes
            [Certainty.CERTAIN, on.isoformat(), EndKind.ANNULLED],
        )
        return [CallerId(whole(row, "beller")) for row in rows]

    @understood()
    def policies(self) -> Sequence[UsedPolicy]:
        """Return every policy that was put in use, oldest first."""
        found = []
        for row in self._rows("SELECT * FROM beleid ORDER BY id"):
            with understood(f"beleid {row['id']}"):
                found.append(policy_from(row))
        return found

    def policy_in_use_on(self, day: date) -> UsedPolicy | None:
        """Return the policy in use on a local day, before the first one the first."""
        return in_use_on(self.policies(), day)

    def kinds_in_use(self) -> frozenset[KindCode]:
        """Return the kinds that any incident has."""
        rows = self._rows("SELECT soort FROM incident UNION SELECT soort FROM bijsoort")
        return frozenset(KindCode(text(row, "soort")) for row in rows)

    @understood()
    def figures(self, period: Period) -> Figures:
        """Return the month report's counts, with what was counted of records that were erased."""
        from agressielog.storage import figures

        return self._with_frozen(figures.count(self._connection, period), period)

    def setting(self, key: str) -> str | None:
        """Return one setting."""
        return self._settings("WHERE sleutel = ?", [key]).get(key)

    def settings(self) -> Mapping[str, str]:
        """Return all settings that were made."""
        return self._settings("ORDER BY sleutel")

    def _settings(self, condition: str, parameters: Sequence[Cell] = ()) -> dict[str, str]:
        found = {}
        for row in self._rows(f"SELECT sleutel, waarde FROM instelling {condition}", parameters):  # noqa: S608 - fixed conditions
            with understood(f"instelling {row['sleutel']}"):
                key, value = setting_from(row)
                found[key] = value
        return found


def _conditions(wanted: IncidentFilter) -> tuple[list[str], list[Cell]]:
    """Return the WHERE pieces and their values; the bounds on `op` also make every list a search."""
    conditions = ["op >= ?", "op < ?"]
    parameters: list[Cell] = [
        moment_text(start_of_day(wanted.since)) if wanted.since else "",
        moment_text(start_of_day(wanted.until + timedelta(days=1))) if wanted.until else "9999",
    ]
    for condition, value in (
        ("(soort = ? OR id IN (SELECT incident FROM bijsoort WHERE soort = ?))", wanted.kind),
        ("ernst = ?", wanted.severity),
        ("beller = ?", wanted.caller),
        ("nummer = ?", wanted.number.key if wanted.number else None),
        # As the report adds them up: `KCC` and `kcc` are one team; and nobody is looked for with capitals.
        ("team = ? COLLATE NOCASE", wanted.team),
        ("melder = ? COLLATE NOCASE", wanted.reporter),
    ):
        if value is not None:
            conditions.append(condition)
            parameters.extend([value] * condition.count("?"))
    if wanted.incomplete:
        conditions.append("onvolledig = 1")
    return conditions, parameters
