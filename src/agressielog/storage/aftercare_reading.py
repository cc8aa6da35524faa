"""The reading of care for the colleague: from one partial index, old care that is finished left out by the query."""

from collections.abc import Sequence
from datetime import date, timedelta

from agressielog.application.errors import IncidentNotFound
from agressielog.domain.aftercare import TALKS, Aftercare, AftercareGround, AftercareStep, StepDone
from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import start_of_day
from agressielog.domain.vocabulary import IncidentStatus, Severity
from agressielog.storage.cells import code, day, moment, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row, moment_text
from agressielog.storage.tables import TableReading

# SQLite before 3.32 takes 999 parameters a statement.
_CHUNK = 500
# Our own codes, so they may stand in the text of a statement.
_STANDING = ", ".join(repr(status.value) for status in IncidentStatus if status.stands)
_TALKS = ", ".join(repr(step.value) for step in TALKS)
_UNFINISHED = f"""AND status IN ({_STANDING})
    AND (SELECT count(*) FROM nazorg_stap AS gedaan
        WHERE gedaan.incident = incident.id AND gedaan.stap IN ({_TALKS}) AND gedaan.dag <= ?) < {len(TALKS)}
    AND (SELECT count(*) FROM nazorg_afgezien AS afgezien
        WHERE afgezien.incident = incident.id AND afgezien.op <= ?) < 2"""  # noqa: S608 - our codes
_STEPS = tuple(AftercareStep)


class AftercareTablesReading(TableReading):
    """`AftercareReading` on SQLite."""

    def aftercare(self, incident: IncidentId) -> Aftercare | None:
        """Return the care after one incident."""
        rows = self._where("incident", "id = ?", [incident])
        if not rows:
            raise IncidentNotFound(incident)
        return next(iter(self._cared_for([row for row in rows if row["nazorg"] is not None])), None)

    def aftercare_through(
        self, on: date, *, since: date | None = None, unfinished: bool = False
    ) -> Sequence[Aftercare]:
        """Return the care after incidents of local day *on* or earlier, the incident that happened first first."""
        first = moment_text(start_of_day(since)) if since is not None else ""
        parameters: list[Cell] = [first, moment_text(start_of_day(on + timedelta(days=1)))]
        if unfinished:
            parameters += [on.isoformat(), on.isoformat()]
        # Without figures about the tables SQLite takes the index on `op`, and walks through all incidents.
        return self._cared_for(
            self._rows(
                "SELECT id, op, melder, ernst, status, nazorg FROM incident INDEXED BY incident_nazorg"  # noqa: S608 - fixed pieces
                f" WHERE nazorg IS NOT NULL AND op >= ? AND op < ? {_UNFINISHED if unfinished else ''} ORDER BY op, id",
                parameters,
            )
        )

    @understood()
    def _cared_for(self, rows: Sequence[Row]) -> list[Aftercare]:
        """Add what was done to rows of incidents, a few hundred at a time."""
        done: dict[int, list[StepDone]] = {}
        declined: dict[int, list[date]] = {}
        for start in range(0, len(rows), _CHUNK):
            ids = [row["id"] for row in rows[start : start + _CHUNK]]
            marks = ", ".join("?" * len(ids))
            for step in self._where("nazorg_stap", f"incident IN ({marks})", ids):
                done.setdefault(whole(step, "incident"), []).append(_step_from(step))
            for row in self._where("nazorg_afgezien", f"incident IN ({marks}) ORDER BY op, id", ids):
                declined.setdefault(whole(row, "incident"), []).append(day(row, "op"))
        return [
            Aftercare(
                incident=IncidentId(incident),
                colleague=text(row, "melder"),
                at=moment(row, "op"),
                severity=code(row, "ernst", Severity),
                status=code(row, "status", IncidentStatus),
                ground=code(row, "nazorg", AftercareGround),
                done=tuple(sorted(done.get(incident, ()), key=lambda step: _STEPS.index(step.step))),
                declined_on=tuple(declined.get(incident, ())),
            )
            for row, incident in zip(rows, (whole(row, "id") for row in rows), strict=True)
        ]


def _step_from(row: Row) -> StepDone:
    return StepDone(code(row, "stap", AftercareStep), text(row, "door"), moment(row, "op"))
