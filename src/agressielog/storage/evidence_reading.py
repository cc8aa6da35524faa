"""The reading of the journal: where its chain stands, and the life of one record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agressielog.application.ports.evidence import Image, Step
from agressielog.storage import journal
from agressielog.storage.cells import moment, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.domain.anchor import Anchor
    from agressielog.domain.identity import CallerId, IncidentId, MeasureId
    from agressielog.storage.rows import Cell, Row

_LIFE = "SELECT * FROM logboek WHERE tabel = ? AND sleutel = ?"


class EvidenceTablesReading(TableReading):
    """`EvidenceReading` on SQLite."""

    def anchor(self) -> Anchor | None:
        """Return where the chain of the journal stands now."""
        from agressielog.domain.anchor import anchor_at

        last = journal.head(self._connection)
        return anchor_at(last.number, last.value) if last.number else None

    def incident_steps(self, incident: IncidentId) -> Sequence[Step]:
        """Return the life of an incident and its promises."""
        return self._steps("incident", incident, "toezegging", "incident")

    def measure_steps(self, measure: MeasureId) -> Sequence[Step]:
        """Return the life of a decision and its letters."""
        return self._steps("maatregel", measure, "brief", "maatregel")

    def caller_steps(self, caller: CallerId) -> Sequence[Step]:
        """Return the life of a caller, the restrictions and holds, and the numbers, those that were taken away too."""
        # Every key of a number begins with its caller and a stroke, and `0` comes right after the stroke.
        numbers = self._rows(
            "SELECT * FROM logboek WHERE tabel = 'beller_nummer' AND sleutel > ? AND sleutel < ?",
            [f"{caller}/", f"{caller}0"],
        )
        rights = [
            step
            for table in ("avg_beperking", "vasthouding")
            for row in self._rows_of(table, "beller", caller)
            for step in self._rows(_LIFE, [table, str(row["id"])])
        ]
        return steps_of([*self._rows(_LIFE, ["beller", str(caller)]), *numbers, *rights])

    def _steps(self, table: str, key: int, beside: str, owner: str) -> Sequence[Step]:
        found = self._rows(_LIFE, [table, str(key)])
        for row in self._rows_of(beside, owner, key):
            found += self._rows(_LIFE, [beside, str(row["id"])])
        return steps_of(found)


def steps_of(rows: list[Row]) -> Sequence[Step]:
    """Return journal rows as steps, oldest first."""
    with understood("logboek"):
        return sorted((_step(row) for row in rows), key=lambda step: step.entry)


def _step(row: Row) -> Step:
    return Step(
        entry=whole(row, "id"),
        at=moment(row, "op"),
        login=text(row, "login"),
        name=text(row, "naam"),
        command=text(row, "opdracht"),
        table=text(row, "tabel"),
        key=text(row, "sleutel"),
        before=_image(row["voor"]),
        after=_image(row["na"]),
        erased=row["zout"] is None,
    )


def _image(content: Cell) -> Image | None:
    if content is None:
        return None
    image = json.loads(str(content))
    if not isinstance(image, dict):
        raise TypeError(type(image))
    return image
