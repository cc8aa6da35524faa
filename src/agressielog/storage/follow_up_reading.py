"""The reading of what became of the incidents of a period, each part from an index of its own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import start_of_day
from agressielog.storage.cells import optional_day, optional_moment, whole
from agressielog.storage.duty_reading import DutyTablesReading
from agressielog.storage.faults import understood
from agressielog.storage.rows import moment_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from agressielog.domain.decision import Decision
    from agressielog.domain.duties_about_calls import OpenCall
    from agressielog.domain.follow_up import Heard

# By the caller who rang: a decision about somebody else answers nothing.
_HEARD = """
    SELECT incident.id,
        min(CASE WHEN maatregel.soort IS NOT NULL THEN maatregel.uitgereikt_op END) AS uitgereikt_op,
        min(CASE WHEN maatregel.soort IS NULL THEN maatregel.besloten_op END) AS besloten_op
    FROM incident
    JOIN maatregel_incident ON maatregel_incident.incident = incident.id
    JOIN maatregel ON maatregel.id = maatregel_incident.maatregel AND maatregel.beller = incident.beller
    WHERE maatregel.einde IS NOT 'vernietigd' AND incident.id IN
"""
_DECISIONS = """SELECT * FROM maatregel WHERE id IN (
    SELECT id FROM maatregel WHERE besloten_op BETWEEN ? AND ?
    UNION ALL
    SELECT id FROM maatregel WHERE bezwaar_ontvangen_op BETWEEN ? AND ?
    UNION ALL
    SELECT id FROM maatregel
    WHERE bezwaar_ontvangen_op IS NOT NULL AND bezwaar_beantwoord_op BETWEEN ? AND ?
) ORDER BY id"""


class FollowUpTablesReading(DutyTablesReading):
    """`FollowUpReading` on SQLite."""

    def sure_calls(self, first: date, last: date) -> Sequence[OpenCall]:
        """Return the standing calls of these days that are surely a caller's."""
        return self._calls("zekerheid = 'zeker' AND beantwoord IS NULL", since=first, on=last, lapsed=False)

    @understood()
    def heard(self, incidents: Collection[IncidentId]) -> Mapping[IncidentId, Heard]:
        """Return when the caller of each of these heard of a decision about it."""
        from agressielog.domain.follow_up import Heard

        found = {
            IncidentId(whole(row, "id")): Heard(
                optional_moment(row, "uitgereikt_op"), optional_day(row, "besloten_op")
            )
            for row in self._in_chunks(_HEARD, sorted(incidents), "GROUP BY incident.id")
        }
        return {incident: heard for incident, heard in found.items() if heard != Heard()}

    def decisions_between(self, first: date, last: date) -> Sequence[Decision]:
        """Return the decisions of these days, and those with an objection received or answered then."""
        days = [first.isoformat(), last.isoformat()]
        return self._complete_decisions(self._rows(_DECISIONS, days * 3))

    def count_good_calls(self, first: date, last: date) -> int:
        """Return how many good calls there were on these days."""
        (row,) = self._rows(
            "SELECT count(*) AS aantal FROM goed_gesprek WHERE op >= ? AND op < ?",
            [moment_text(start_of_day(first)), moment_text(start_of_day(last + timedelta(days=1)))],
        )
        return whole(row, "aantal")
