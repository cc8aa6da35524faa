"""The reading of what can be open, each part from an index of its own; see `duty_tables`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agressielog.domain.counting import Dossier
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.local_time import start_of_day
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import IncidentStatus
from agressielog.storage.cells import code, flag, moment, optional_text, optional_whole, text, whole
from agressielog.storage.decision_rows import decision_from
from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row, incident_from, moment_text
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from agressielog.domain.decision import Decision
    from agressielog.domain.duties_about_calls import OpenCall
    from agressielog.domain.incident import Incident
    from agressielog.domain.measure import Measure

# SQLite before 3.32 takes 999 parameters a statement.
_CHUNK = 500
# Codes of our own stand in the text of a statement, where a partial index sees them.
_STANDS = f"status IN ({', '.join(repr(s.value) for s in IncidentStatus if s.stands)})"
_FELL = f"status IN ({', '.join(repr(s.value) for s in IncidentStatus if not s.stands)})"
_CALLS = "SELECT id, op, beller, soort, melder, gewaarschuwd, status FROM incident WHERE"
# What came from an earlier register was dealt with there.
_OURS = "beantwoord IS NULL"
# A decision that the caller knows of: a measure that was delivered, or one for none.
_UNHEARD = """NOT EXISTS (
    SELECT 1 FROM maatregel_incident JOIN maatregel ON maatregel.id = maatregel_incident.maatregel
    WHERE maatregel_incident.incident = incident.id AND maatregel.beller = incident.beller
    AND maatregel.besloten_op <= ? AND maatregel.einde IS NOT 'vernietigd'
    AND (maatregel.soort IS NULL OR maatregel.uitgereikt_op < ?)
)"""
# One search for each way in which something about a decision can be open.
_TO_FOLLOW = """id IN (
    SELECT id FROM maatregel WHERE soort IS NOT NULL AND uitgereikt_op IS NULL AND (tot IS NULL OR tot >= ?)
    UNION ALL
    SELECT id FROM maatregel WHERE soort IS NOT NULL AND uitgereikt_op >= ? AND (tot IS NULL OR tot >= ?)
    UNION ALL
    SELECT id FROM maatregel
    WHERE bezwaar_ontvangen_op IS NOT NULL AND bezwaar_beantwoord_op IS NULL AND bezwaar_ontvangen_op <= ?
    UNION ALL
    SELECT id FROM maatregel
    WHERE bezwaar_ontvangen_op IS NOT NULL AND bezwaar_beantwoord_op > ? AND bezwaar_ontvangen_op <= ?
    UNION ALL
    SELECT id FROM maatregel WHERE tot >= ?
    UNION ALL
    SELECT id FROM maatregel WHERE geldig_tot BETWEEN ? AND ?
)"""


class DutyTablesReading(TableReading):
    """`DutyReading` and `BackupReading` on SQLite."""

    def unheard_calls(self, since: date, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return sure calls of which no decision was heard."""
        return self._calls(
            f"zekerheid = 'zeker' AND {_OURS} AND {_UNHEARD}",
            [on.isoformat(), _end_of(on)],
            since=since,
            on=on,
            lapsed=lapsed,
        )

    def calls_of_kinds(
        self, kinds: Collection[KindCode], since: date, on: date, *, lapsed: bool = False
    ) -> Sequence[OpenCall]:
        """Return calls that have one of these kinds."""
        wanted = sorted(kinds)
        marks = ", ".join("?" * len(wanted))
        further = (
            f"SELECT 1 FROM bijsoort WHERE bijsoort.incident = incident.id AND bijsoort.soort IN ({marks})"  # noqa: S608 - marks only
        )
        return self._calls(
            f"{_OURS} AND (soort IN ({marks}) OR EXISTS ({further}))",
            [*wanted, *wanted],
            since=since,
            on=on,
            lapsed=lapsed,
        )

    def presumed_calls(self, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls whose caller is only presumed."""
        return self._calls(f"zekerheid = 'vermoedelijk' AND {_OURS}", on=on, lapsed=lapsed)

    def short_calls(self, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls that were reported in short."""
        return self._calls(f"onvolledig = 1 AND {_OURS}", on=on, lapsed=lapsed)

    def unconfirmed_calls(self, since: date, on: date, *, lapsed: bool = False) -> Sequence[OpenCall]:
        """Return calls that nobody confirmed."""
        return self._calls(f"status <> 'bevestigd' AND {_OURS}", since=since, on=on, lapsed=lapsed)

    def warned_calls(self, callers: Collection[CallerId], since: date, on: date) -> Sequence[OpenCall]:
        """Return sure calls in which these callers were warned."""
        # By caller: who waits for something is few, who was ever warned may be a third of the logbook.
        keys = sorted(callers)
        chunks = (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
        found = (
            self._calls(
                f"beller IN ({', '.join('?' * len(chunk))}) AND gewaarschuwd = 1 AND zekerheid = 'zeker'",
                chunk,
                since=since,
                on=on,
                lapsed=False,
            )
            for chunk in chunks
        )
        return sorted((call for calls in found for call in calls), key=lambda call: (call.at, call.id))

    def measured_among(self, callers: Collection[CallerId]) -> frozenset[CallerId]:
        """Return those whom a measure has reached."""
        rows = self._in_chunks(
            "SELECT beller FROM maatregel WHERE uitgereikt_op IS NOT NULL AND beller IN", sorted(callers)
        )
        return frozenset(CallerId(whole(row, "beller")) for row in rows)

    @understood()
    def dossiers_of(self, callers: Collection[CallerId]) -> Mapping[CallerId, Dossier]:
        """Return everything that is known of these callers, some hundreds at a time."""
        keys = sorted(callers)
        incidents: dict[int, list[Incident]] = {}
        measures: dict[int, list[Measure]] = {}
        rows = list(self._in_chunks("SELECT * FROM incident WHERE beller IN", keys))
        further = self._further_kinds([whole(row, "id") for row in rows])
        for row in rows:
            found = incident_from(row, further.get(whole(row, "id"), ()), ())
            incidents.setdefault(whole(row, "beller"), []).append(found)
        for decision in self._complete_decisions(
            self._in_chunks("SELECT * FROM maatregel WHERE beller IN", keys)
        ):
            measures.setdefault(decision.caller, []).append(decision.as_measure)
        return {key: Dossier(tuple(incidents.get(key, ())), tuple(measures.get(key, ()))) for key in keys}

    def decisions_to_follow(self, on: date, until: date) -> Sequence[Decision]:
        """Return the decisions about which something can be open."""
        day = on.isoformat()
        values = [day, _end_of(on), day, day, day, day, day, day, until.isoformat()]
        return self._complete_decisions(
            self._rows(f"SELECT * FROM maatregel WHERE {_TO_FOLLOW} ORDER BY id", values)  # noqa: S608 - fixed pieces
        )

    @understood()
    def _complete_decisions(self, found: Iterable[Row]) -> list[Decision]:
        """Add the incidents they answer to rows of decisions."""
        rows = list(found)
        listed: dict[int, list[int]] = {}
        for row in self._in_chunks(
            "SELECT maatregel, incident FROM maatregel_incident WHERE maatregel IN",
            [whole(row, "id") for row in rows],
            "ORDER BY maatregel, incident",
        ):
            listed.setdefault(whole(row, "maatregel"), []).append(whole(row, "incident"))
        return [decision_from(row, listed.get(whole(row, "id"), ())) for row in rows]

    @understood()
    def called_at(self, incidents: Collection[IncidentId]) -> Mapping[IncidentId, datetime]:
        """Return when these incidents happened."""
        return {
            IncidentId(whole(row, "id")): moment(row, "op")
            for row in self._in_chunks("SELECT id, op FROM incident WHERE id IN", sorted(incidents))
        }

    @understood()
    def caller_names(self, callers: Collection[CallerId]) -> Mapping[CallerId, str | None]:
        """Return how these callers are called."""
        return {
            CallerId(whole(row, "id")): optional_text(row, "naam")
            for row in self._in_chunks("SELECT id, naam FROM beller WHERE id IN", sorted(callers))
        }

    @understood()
    def begun_at(self) -> datetime | None:
        """Return the moment of the first entry in the journal."""
        rows = self._rows("SELECT op FROM logboek WHERE id = (SELECT min(id) FROM logboek)")
        return moment(rows[0], "op") if rows else None

    @understood()
    def last_backup(self, before: datetime | None = None) -> datetime | None:
        """Return when the last back-up was made."""
        until = moment_text(before) if before is not None else "9999"
        rows = self._rows("SELECT max(op) AS op FROM reservekopie WHERE op <= ?", [until])
        return None if rows[0]["op"] is None else moment(rows[0], "op")

    @understood()
    def _calls(
        self,
        condition: str,
        parameters: Sequence[Cell] = (),
        *,
        since: date | None = None,
        on: date,
        lapsed: bool,
    ) -> list[OpenCall]:
        rows = self._rows(
            f"{_CALLS} op >= ? AND op < ? AND {_FELL if lapsed else _STANDS} AND {condition}",
            [moment_text(start_of_day(since)) if since is not None else "", _end_of(on), *parameters],
        )
        further = self._further_kinds([whole(row, "id") for row in rows])
        calls = [_call_from(row, further.get(whole(row, "id"), ())) for row in rows]
        # Sorted here, for SQLite would take any index that gives the order over one that gives less to sort.
        return sorted(calls, key=lambda call: (call.at, call.id))

    def _further_kinds(self, incidents: Sequence[int]) -> dict[int, list[str]]:
        further: dict[int, list[str]] = {}
        for row in self._in_chunks(
            "SELECT incident, soort FROM bijsoort WHERE incident IN", incidents, "ORDER BY incident, volgorde"
        ):
            further.setdefault(whole(row, "incident"), []).append(text(row, "soort"))
        return further

    def _in_chunks(self, statement: str, keys: Sequence[int], order: str = "") -> Iterable[Row]:
        """Yield rows for *keys*, some hundreds at a time; the statement ends before its list."""
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK]
            marks = ", ".join("?" * len(chunk))
            yield from self._rows(" ".join([statement, f"({marks})", order]), chunk)


def _call_from(row: Row, further: Sequence[str]) -> OpenCall:
    from agressielog.domain.duties_about_calls import OpenCall

    caller = optional_whole(row, "beller")
    return OpenCall(
        id=IncidentId(whole(row, "id")),
        at=moment(row, "op"),
        caller=CallerId(caller) if caller is not None else None,
        kinds=(KindCode(text(row, "soort")), *(KindCode(kind) for kind in further)),
        reporter=text(row, "melder"),
        warned=flag(row, "gewaarschuwd"),
        status=code(row, "status", IncidentStatus),
    )


def _end_of(day: date) -> str:
    """Return the first moment after a local day."""
    return moment_text(start_of_day(day + timedelta(days=1)))
