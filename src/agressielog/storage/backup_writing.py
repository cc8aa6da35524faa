"""Notes that a back-up was made, and that one was put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.storage.changes import TableWriting
from agressielog.storage.rows import Row, moment_text

if TYPE_CHECKING:
    from datetime import datetime

    from agressielog.domain.anchor import Anchor


class BackupTablesWriting(TableWriting):
    """`BackupWriting` on SQLite; it touches no caller and no number."""

    def note_backup(self, at: datetime) -> None:
        """Keep that a back-up was made and verified."""
        row: Row = {"id": self._next_id("reservekopie"), "op": moment_text(at)}
        self._insert("reservekopie", row)
        self._expect("reservekopie", [row])

    def note_restore(self, at: datetime, anchor: Anchor | None) -> None:
        """Keep that the logbook was put back."""
        row: Row = {
            "id": self._next_id("herstel"),
            "op": moment_text(at),
            "anker": str(anchor) if anchor is not None else None,
        }
        self._insert("herstel", row)
        self._expect("herstel", [row])
