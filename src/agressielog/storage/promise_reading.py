"""Reads promises with what they hang on, and the calls that went well."""

from collections.abc import Sequence
from datetime import date, timedelta

from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.promise_errors import PromiseNotFound
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, MeasureId, PromiseId
from agressielog.domain.local_time import start_of_day
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.cells import moment, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.promise_rows import promise_record_from
from agressielog.storage.rows import Cell, moment_text
from agressielog.storage.tables import TableReading

_RECORDS = f"""
    SELECT toezegging.*,
        coalesce(toezegging.op, incident.op) AS gemaakt_op,
        coalesce(toezegging.door, incident.melder) AS gemaakt_door,
        coalesce(toezegging.beller, incident.beller) AS van_beller,
        CASE WHEN toezegging.beller IS NULL THEN incident.zekerheid ELSE '{Certainty.CERTAIN.value}' END
            AS zekerheid,
        incident.status, incident.beantwoord
    FROM toezegging LEFT JOIN incident ON incident.id = toezegging.incident
"""  # noqa: S608 - our code
# Two indexes instead of one scan: promises of the caller itself, and those of the caller's incidents.
_OF_CALLER = """toezegging.id IN (
    SELECT id FROM toezegging WHERE beller = ?
    UNION ALL
    SELECT toezegging.id FROM incident JOIN toezegging ON toezegging.incident = incident.id
    WHERE incident.beller = ?
)"""
# Spelled as a list of ids, because the order by id would otherwise tempt SQLite to walk the table.
_NOT_KEPT = """toezegging.id IN (
    SELECT id FROM toezegging WHERE klaar_op IS NULL UNION ALL SELECT id FROM toezegging WHERE klaar_op >= ?
)"""


class PromiseTablesReading(TableReading):
    """`PromiseReading` and `GoodCallReading` on SQLite."""

    def promise(self, promise: PromiseId) -> PromiseRecord:
        """Return one promise."""
        for found in self._promises(["toezegging.id = ?"], [promise]):
            return found
        raise PromiseNotFound(promise)

    def promises(self, wanted: PromiseFilter) -> Sequence[PromiseRecord]:
        """Return promises, lowest id first."""
        conditions: list[str] = []
        parameters: list[Cell] = []
        if wanted.caller is not None:
            conditions.append(_OF_CALLER)
            parameters += [wanted.caller, wanted.caller]
        if wanted.not_kept_on is not None:
            conditions.append(_NOT_KEPT)
            parameters.append(_end_of(wanted.not_kept_on))
        if wanted.made_through is not None:
            conditions.append("gemaakt_op < ?")
            parameters.append(_end_of(wanted.made_through))
        return self._promises(conditions, parameters)

    @understood()
    def good_calls(self, caller: CallerId) -> Sequence[GoodCall]:
        """Return the good calls of one caller, oldest first."""
        rows = self._rows(
            """SELECT goed_gesprek.* FROM maatregel JOIN goed_gesprek ON goed_gesprek.maatregel = maatregel.id
            WHERE maatregel.beller = ? ORDER BY goed_gesprek.op, goed_gesprek.id""",
            [caller],
        )
        return [
            GoodCall(MeasureId(whole(row, "maatregel")), moment(row, "op"), text(row, "door")) for row in rows
        ]

    def _promised_to(self, callers: Sequence[CallerId]) -> list[PromiseRecord]:
        marks = ", ".join("?" * len(callers))
        condition = _OF_CALLER.replace("= ?", f"IN ({marks})")
        return self._promises([condition], [*callers, *callers])

    @understood()
    def _promises(self, conditions: Sequence[str], parameters: Sequence[Cell]) -> list[PromiseRecord]:
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        statement = f"{_RECORDS} {where} ORDER BY toezegging.id"
        rows = self._rows(statement, parameters)
        return [promise_record_from(row) for row in rows]


def _end_of(day: date) -> str:
    """Return the first moment after a local day."""
    return moment_text(start_of_day(day + timedelta(days=1)))
