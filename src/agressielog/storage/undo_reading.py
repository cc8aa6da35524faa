"""The journal by deed: what a user wrote last, and what was written to the same records since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.storage.evidence_reading import steps_of
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from agressielog.application.ports.evidence import Step


class UndoTablesReading(TableReading):
    """`UndoReading` on SQLite."""

    def last_deed(self, login: str, name: str, unnoticed: Collection[str]) -> Sequence[Step]:
        """Return every entry of the last write by this user, oldest first."""
        marks = ", ".join("?" * len(unnoticed))
        last = self._rows(
            f"""SELECT handeling FROM logboek WHERE login = ? AND naam = ? AND opdracht NOT IN ({marks})
                ORDER BY id DESC LIMIT 1""",  # noqa: S608 - marks only
            [login, name, *unnoticed],
        )
        if not last:
            return ()
        return steps_of(self._where("logboek", "handeling = ? ORDER BY id", [last[0]["handeling"]]))

    def later_steps(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return what was written later to the same records, and the decisions that were taken on them."""
        newest = max(step.entry for step in steps)
        found = {
            step.entry: step
            for table, key in dict.fromkeys((step.table, step.key) for step in steps)
            for step in self._later(table, key, newest)
        }
        return [found[entry] for entry in sorted(found)]

    def _later(self, table: str, key: str, newest: int) -> Sequence[Step]:
        found = self._where(
            "logboek", "tabel = ? AND sleutel = ? AND id > ? ORDER BY id", [table, key, newest]
        )
        if table == "incident":
            found += self._rows(
                """SELECT logboek.* FROM maatregel_incident JOIN logboek
                    ON tabel = 'maatregel' AND sleutel = CAST(maatregel AS TEXT) AND voor IS NULL
                    WHERE incident = ? AND logboek.id > ? ORDER BY logboek.id""",
                [int(key), newest],
            )
        return steps_of(found)
