"""Reads looks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from agressielog.domain.identity import CallerId
from agressielog.domain.local_time import start_of_day
from agressielog.domain.look import Look
from agressielog.domain.text import fold
from agressielog.storage.cells import day, moment, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.rows import Cell, Row, moment_text
from agressielog.storage.tables import TableReading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agressielog.application.ports.looks import LookFilter

# SQLite before 3.32 takes 999 parameters a statement.
_CHUNK = 500


class LookTablesReading(TableReading):
    """`LookReading` on SQLite."""

    def looks(self, wanted: LookFilter) -> Sequence[Look]:
        """Return looks, the last one first."""
        condition, parameters = self._narrowed(wanted)
        limit = -1 if wanted.limit is None else wanted.limit
        rows = self._where("inzage", f"{condition} ORDER BY op DESC, id DESC LIMIT ?", [*parameters, limit])
        seen = self._seen([row["id"] for row in rows])
        found = []
        for row in rows:
            with understood(f"inzage {row['id']}"):
                found.append(_look_from(row, seen.get(row["id"], [])))
        return found

    def count_looks(self, wanted: LookFilter) -> int:
        """Return how many looks there are."""
        condition, parameters = self._narrowed(wanted)
        rows = self._rows(f"SELECT count(*) AS aantal FROM inzage WHERE {condition}", parameters)  # noqa: S608 - our own words
        return whole(rows[0], "aantal")

    def strangers(self, since: date | None = None, until: date | None = None) -> Mapping[date, int]:
        """Return how often somebody was looked up who is not here, by day."""
        rows = self._where(
            "inzage_telling",
            "dag >= ? AND dag <= ? ORDER BY dag",
            [(since or date.min).isoformat(), (until or date.max).isoformat()],
        )
        with understood("inzage_telling"):
            return {day(row, "dag"): whole(row, "aantal") for row in rows}

    def _narrowed(self, wanted: LookFilter) -> tuple[str, list[Cell]]:
        """Return the condition of a filter on `inzage`, and its parameters."""
        conditions, parameters = ["1 = 1"], list[Cell]()
        if wanted.callers is not None:
            marks = ", ".join("?" * len(wanted.callers))
            conditions.append(f"id IN (SELECT inzage FROM inzage_beller WHERE beller IN ({marks}))")  # noqa: S608 - marks only
            parameters += sorted(wanted.callers)
        if wanted.since is not None:
            conditions.append("op >= ?")
            parameters.append(moment_text(start_of_day(wanted.since)))
        if wanted.until is not None:
            conditions.append("op < ?")
            parameters.append(moment_text(start_of_day(wanted.until + timedelta(days=1))))
        if wanted.by is not None:
            users = self._users(wanted.by)
            conditions.append(f"(login, naam) IN (VALUES {', '.join(['(?, ?)'] * len(users))})")
            parameters += [cell for user in users for cell in user]
        return " AND ".join(conditions), parameters

    def _users(self, named: str) -> list[tuple[Cell, Cell]]:
        """Return whose login or claimed name this is; a pair of nothing where it is nobody's."""
        wanted = fold(named)
        return [
            (row["login"], row["naam"])
            for row in self._rows("SELECT DISTINCT login, naam FROM inzage")
            if wanted in {fold(str(row["login"])), fold(str(row["naam"]))}
        ] or [(None, None)]

    def _seen(self, looks: Sequence[Cell]) -> dict[Cell, list[CallerId]]:
        """Return who was in each look, lowest id first."""
        found: dict[Cell, list[CallerId]] = {}
        for start in range(0, len(looks), _CHUNK):
            few = looks[start : start + _CHUNK]
            marks = ", ".join("?" * len(few))
            for row in self._where("inzage_beller", f"inzage IN ({marks}) ORDER BY inzage, beller", few):
                with understood(f"inzage {row['inzage']}"):
                    found.setdefault(row["inzage"], []).append(CallerId(whole(row, "beller")))
        return found


def _look_from(row: Row, callers: Sequence[CallerId]) -> Look:
    return Look(
        at=moment(row, "op"),
        login=text(row, "login"),
        name=text(row, "naam"),
        command=text(row, "opdracht"),
        callers=tuple(callers),
    )
