"""Rows of incidents, decisions and callers as records, with the rows that belong to them, a few hundred at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from agressielog.storage.cells import text, whole
from agressielog.storage.decision_rows import decision_from
from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row, caller_from, incident_from, promise_from
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agressielog.domain.caller import Caller
    from agressielog.domain.decision import Decision
    from agressielog.domain.identity import IncidentId
    from agressielog.domain.incident import Incident, Promise

_T = TypeVar("_T")

#: SQLite before 3.32 takes 999 parameters a statement; a few hundred at a time is fast enough.
CHUNK = 500


def chunks(items: Sequence[_T]) -> Iterable[Sequence[_T]]:
    """Return *items* a few hundred at a time."""
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


class RecordTablesReading(TableReading):
    """What the reading of each subject shapes its records with."""

    def _incidents_by_id(self, ids: Sequence[IncidentId]) -> list[Incident]:
        by_id: dict[IncidentId, Incident] = {}
        for chunk in chunks(ids):
            marks = ", ".join("?" * len(chunk))
            rows = self._rows(f"SELECT * FROM incident WHERE id IN ({marks})", chunk)  # noqa: S608 - marks only
            by_id.update((incident.id, incident) for incident in self._complete(rows))
        return [by_id[incident] for incident in ids if incident in by_id]

    @understood()
    def _complete(self, rows: Sequence[Row]) -> list[Incident]:
        """Add further kinds and promises to rows of incidents, a few hundred at a time."""
        ids = [whole(row, "id") for row in rows]
        further: dict[int, list[str]] = {}
        promises: dict[int, list[Promise]] = {}
        for chunk in chunks(ids):
            marks = ", ".join("?" * len(chunk))
            for kind in self._rows(
                f"SELECT incident, soort FROM bijsoort WHERE incident IN ({marks}) ORDER BY incident, volgorde",  # noqa: S608 - marks only
                chunk,
            ):
                further.setdefault(whole(kind, "incident"), []).append(text(kind, "soort"))
            for promise in self._rows(
                f"SELECT * FROM toezegging WHERE incident IN ({marks}) ORDER BY id",  # noqa: S608 - marks only
                chunk,
            ):
                with understood(f"toezegging {promise['id']}"):
                    promises.setdefault(whole(promise, "incident"), []).append(promise_from(promise))
        found = []
        for row, i in zip(rows, ids, strict=True):
            with understood(f"incident {i}"):
                found.append(incident_from(row, further.get(i, ()), promises.get(i, ())))
        return found

    @understood()
    def _decisions(self, condition: str, parameters: Sequence[Cell] = ()) -> list[Decision]:
        rows = self._rows(f"SELECT * FROM maatregel {condition} ORDER BY id", parameters)  # noqa: S608 - fixed conditions
        listed: dict[int, list[int]] = {}
        for chunk in chunks([whole(row, "id") for row in rows]):
            marks = ", ".join("?" * len(chunk))
            for answered in self._rows(
                f"SELECT * FROM maatregel_incident WHERE maatregel IN ({marks}) ORDER BY maatregel, incident",  # noqa: S608 - marks only
                chunk,
            ):
                listed.setdefault(whole(answered, "maatregel"), []).append(whole(answered, "incident"))
        found = []
        for row in rows:
            with understood(f"maatregel {row['id']}"):
                found.append(decision_from(row, listed.get(whole(row, "id"), ())))
        return found

    @understood()
    def _callers(self, condition: str, parameters: Sequence[Cell] = ()) -> list[Caller]:
        rows = self._rows(f"SELECT * FROM beller {condition} ORDER BY id", parameters)  # noqa: S608 - fixed conditions
        links: dict[int, list[Row]] = {}
        for chunk in chunks([whole(row, "id") for row in rows]):
            marks = ", ".join("?" * len(chunk))
            for link in self._rows(
                f"SELECT * FROM beller_nummer WHERE beller IN ({marks}) ORDER BY beller, volgorde",  # noqa: S608 - marks only
                chunk,
            ):
                links.setdefault(whole(link, "beller"), []).append(link)
        found = []
        for row in rows:
            with understood(f"beller {row['id']}"):
                found.append(caller_from(row, links.get(whole(row, "id"), ())))
        return found
