"""The writing of care for the colleague; it touches no caller, for nothing of it shows when somebody rings."""

from datetime import date

from agressielog.application.errors import IncidentNotFound
from agressielog.domain.aftercare import AftercareStep, StepDone
from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import local_day
from agressielog.storage.changes import TableWriting, key_of
from agressielog.storage.journal import Entry
from agressielog.storage.rows import Row, moment_text


class AftercareTablesWriting(TableWriting):
    """`AftercareWriting` on SQLite."""

    def add_care_step(self, incident: IncidentId, done: StepDone) -> None:
        """Keep that a step was done."""
        self._keep(
            "nazorg_stap",
            incident,
            {
                "stap": done.step,
                "door": done.by,
                "op": moment_text(done.at),
                "dag": local_day(done.at).isoformat(),
            },
        )

    def remove_care_step(self, incident: IncidentId, step: AftercareStep) -> None:
        """Take back that a step was done."""
        self._remove("nazorg_stap", self._where("nazorg_stap", "incident = ? AND stap = ?", [incident, step]))

    def add_care_declined(self, incident: IncidentId, day: date) -> None:
        """Keep that the colleague wanted no care."""
        self._keep("nazorg_afgezien", incident, {"op": day.isoformat()})

    def remove_care_declined(self, incident: IncidentId) -> None:
        """Take back the last time that the colleague wanted none."""
        self._remove(
            "nazorg_afgezien",
            self._where("nazorg_afgezien", "incident = ? ORDER BY op DESC, id DESC LIMIT 1", [incident]),
        )

    def _keep(self, table: str, incident: IncidentId, cells: Row) -> None:
        if not self._rows_of("incident", "id", incident):
            raise IncidentNotFound(incident)
        row: Row = {"id": self._next_id(table), "incident": incident, **cells}
        self._insert(table, row)
        self._expect(table, [row])

    def _remove(self, table: str, rows: list[Row]) -> None:
        for row in rows:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", [row["id"]])  # noqa: S608 - our own tables
        self._write_journal(Entry(table, key_of(table, row), row, None) for row in rows)
