"""The journal of the logbook in memory: it keeps none, so it has nothing to show and nothing to forge.

A step of the journal is a row of a table, column by column, before and after; putting one back is writing that row.
To answer that, a logbook would have to keep its records as those rows: it would be the one on SQLite again. What a
journal tells, and `undo`, is therefore tested on a file (tests/store/test_journal.py, tests/application/test_undo.py).
"""

from collections.abc import Collection, Sequence

from agressielog.application.ports.evidence import Step
from agressielog.application.ports.undo import RecordName
from agressielog.domain.anchor import Anchor
from agressielog.domain.identity import CallerId, IncidentId, MeasureId


class FakeEvidenceReading:
    """`EvidenceReading` of a logbook without a journal."""

    def anchor(self) -> Anchor | None:
        return None

    def incident_steps(self, _incident: IncidentId) -> Sequence[Step]:
        raise NotImplementedError

    def caller_steps(self, _caller: CallerId) -> Sequence[Step]:
        raise NotImplementedError

    def measure_steps(self, _measure: MeasureId) -> Sequence[Step]:
        raise NotImplementedError

    def last_deed(self, login: str, name: str, unnoticed: Collection[str]) -> Sequence[Step]:
        raise NotImplementedError

    def later_steps(self, steps: Sequence[Step]) -> Sequence[Step]:
        raise NotImplementedError

    def put_back(self, steps: Sequence[Step]) -> Sequence[RecordName]:
        raise NotImplementedError
