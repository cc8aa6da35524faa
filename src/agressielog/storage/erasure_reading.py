"""Reads what an erasure would take, what was erased, and the figures that erased records left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.identity import CallerId, IncidentId
from agressielog.storage.cells import moment, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from agressielog.domain.erasure import Doomed
    from agressielog.domain.figures import Figures
    from agressielog.domain.follow_up import FollowUp
    from agressielog.domain.period import Period
    from agressielog.storage.rows import Row

_TWO = 2
# A caller is known again by the write that made it: its number may be another one's in another back-up.
_MADE = """
    SELECT DISTINCT CAST(sleutel AS INTEGER) AS beller, handeling || '/B' || sleutel AS kenmerk
    FROM logboek AS gemaakt WHERE tabel = 'beller'
    AND id = (SELECT min(id) FROM logboek WHERE tabel = 'beller' AND sleutel = gemaakt.sleutel)
"""


class ErasureTablesReading(TableReading):
    """`ErasureReading` on SQLite."""

    def everybody_in(self, caller: CallerId) -> frozenset[CallerId]:
        """Return a caller with everybody who was merged into it."""
        found = [caller]
        for one in found:
            merged = self._rows_of("beller", "samengevoegd_met", one)
            found += [CallerId(whole(row, "id")) for row in merged if whole(row, "id") not in found]
        return frozenset(found)

    def foreseen(self, doomed: Doomed) -> Mapping[str, int]:
        """Return how many records would go, by table."""
        return {table: len(rows) for table, rows in sorted(self._doomed_rows(doomed).items())}

    def doomed_incidents(self, doomed: Doomed) -> Sequence[IncidentId]:
        """Return every incident that would go, lowest id first."""
        return sorted(IncidentId(whole(row, "id")) for row in self._doomed_rows(doomed).get("incident", ()))

    def private_subjects(self, among: frozenset[str]) -> frozenset[str]:
        """Return which of these subjects no two persons ever had.

        Subject by subject, each in a few steps of an index: of a busy one a report must not read every call.
        """
        return frozenset(subject for subject in among if not self._is_shared(subject))

    def erased(self) -> frozenset[str]:
        """Return the identities of everything that was ever erased."""
        return frozenset(text(row, "kenmerk") for row in self._rows("SELECT kenmerk FROM gewist"))

    def returned(self, identities: frozenset[str]) -> Doomed:
        """Return the records among *identities* that are there all the same."""
        from agressielog.domain.erasure import Doomed

        incidents = self._rows("SELECT id, ulid FROM incident")
        callers = self._rows(f"SELECT beller, kenmerk FROM ({_MADE}) WHERE beller IN (SELECT id FROM beller)")  # noqa: S608 - fixed pieces
        return Doomed(
            callers=frozenset(CallerId(whole(r, "beller")) for r in callers if r["kenmerk"] in identities),
            incidents=frozenset(IncidentId(whole(r, "id")) for r in incidents if r["ulid"] in identities),
        )

    def unfinished_erasures(self) -> int:
        """Return after how many erasures the file was not cleaned yet."""
        return whole(self._rows("SELECT count(*) AS n FROM wissing WHERE nagezocht_op IS NULL")[0], "n")

    def frozen_follow_up(self, period: Period) -> FollowUp | None:
        """Return what a period that is over told of records that went."""
        from agressielog.storage import frozen_rows

        for row in self._frozen_rows(period):
            if row["vervolg"] is not None:
                with understood(f"bevroren {row['soort']} {row['eerste_dag']}"):
                    return frozen_rows.follow_up_from(text(row, "vervolg"))
        return None

    def last_written(self) -> datetime | None:
        """Return the moment of the last write."""
        rows = self._rows("SELECT op FROM logboek ORDER BY id DESC LIMIT 1")
        with understood("logboek"):
            return moment(rows[0], "op") if rows else None

    def _is_shared(self, subject: str) -> bool:
        if self._rows_of("gedeeld_onderwerp", "onderwerp", subject):
            return True
        persons: set[int] = set()
        caller: int | None = 0
        while caller is not None and len(persons) < _TWO:
            (found,) = self._rows(
                "SELECT min(beller) AS n FROM incident WHERE onderwerp = ? COLLATE NOCASE AND beller > ?",
                [subject, caller],
            )
            caller = whole(found, "n") if found["n"] is not None else None
            if caller is not None:
                persons.add(self._person(caller))
        return len(persons) == _TWO

    def _person(self, caller: int) -> int:
        """Return who a caller is now, by whom each was merged into."""
        while (into := self._rows_of("beller", "id", caller)[0]["samengevoegd_met"]) is not None:
            caller = int(into)
        return caller

    def _frozen(self, period: Period) -> Figures | None:
        """Return what erased records counted for in a period; None where none did.

        Of a period that is judged on an earlier day only if all of it was before: of part of it is not known
        what it was.
        """
        for row in self._frozen_rows(period):
            figures = _figures_of(row)
            if all(day <= period.last for day, _ in figures.per_day):
                return figures
        return None

    def _frozen_rows(self, period: Period) -> list[Row]:
        return self._where(
            "bevroren", "soort = ? AND eerste_dag = ?", [period.sort, period.first.isoformat()]
        )

    def _with_frozen(self, counted: Figures, period: Period) -> Figures:
        from agressielog.domain.frozen_figures import together

        frozen = self._frozen(period)
        return together(counted, frozen) if frozen is not None else counted

    def _doomed_rows(self, doomed: Doomed) -> dict[str, list[Row]]:
        from agressielog.storage.hanging import hanging_on

        with understood():
            return hanging_on(
                self._connection,
                {"beller": doomed.callers, "incident": doomed.incidents, "maatregel": doomed.measures},
            )

    def _identities(self, rows: Mapping[str, Sequence[Row]]) -> frozenset[str]:
        """Return by what erased callers and incidents are known again."""
        callers = {row["id"] for row in rows.get("beller", ())}
        made = self._rows(_MADE) if callers else []
        return frozenset(
            {
                *(text(row, "ulid") for row in rows.get("incident", ())),
                *(text(row, "kenmerk") for row in made if row["beller"] in callers),
            }
        )


def _figures_of(row: Row) -> Figures:
    from agressielog.storage import frozen_rows

    with understood(f"bevroren {row['soort']} {row['eerste_dag']}"):
        return frozen_rows.from_text(text(row, "cijfers"))
