"""Removes looks; they are made by `storage.looks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.local_time import start_of_day
from agressielog.storage.changes import TableWriting
from agressielog.storage.rows import moment_text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from agressielog.domain.identity import CallerId


class LookTablesWriting(TableWriting):
    """`LookWriting` on SQLite."""

    def remove_looks_before(self, day: date) -> int:
        """Remove what is older than *day*."""
        self._connection.execute("DELETE FROM inzage_telling WHERE dag < ?", [day.isoformat()])
        begun = moment_text(start_of_day(day))
        return self._connection.execute("DELETE FROM inzage WHERE op < ?", [begun]).rowcount

    def forget_looks_at(self, callers: Collection[CallerId]) -> int:
        """Let every look forget that these callers were in it."""
        return sum(
            self._connection.execute("DELETE FROM inzage_beller WHERE beller = ?", [caller]).rowcount
            for caller in callers
        )
