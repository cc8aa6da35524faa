"""Puts records back to how the journal says they were, whatever table they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.application.ports.undo import RecordName
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.phone import PhoneNumber
from agressielog.storage.cells import whole
from agressielog.storage.changes import TableWriting
from agressielog.storage.journal import Entry
from agressielog.storage.records import PARTS, key_columns, key_of, rows_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agressielog.application.ports.evidence import Image, Step
    from agressielog.storage.rows import Cell, Row


class UndoTablesWriting(TableWriting):
    """`UndoWriting` on SQLite; `_records_changed` is for whoever keeps something beside the records."""

    def put_back(self, steps: Sequence[Step]) -> Sequence[RecordName]:
        """Give every record of *steps* the content it had before the first of them."""
        # A record may have to go before what refers to it; the commit, and the question below, come after.
        self._connection.execute("PRAGMA defer_foreign_keys=ON")
        first: dict[tuple[str, str], Step] = {}
        last: dict[tuple[str, str], Step] = {}
        for step in steps:
            first.setdefault((step.table, step.key), step)
            last[step.table, step.key] = step
        entries = [
            self._replaced(record, last[record].after, first[record].before) for record in reversed(first)
        ]
        self._write_journal(entries)
        for record, step in first.items():
            self._tell(record, step.before, last[record].after)
        return self._referring()

    def _replaced(self, record: tuple[str, str], now: Image | None, before: Image | None) -> Entry:
        table, key = record
        self._take_away(table, key)
        if before is not None:
            self._lay_down(table, before)
        return Entry(table, key, _as_stored(now), _as_stored(before))

    def _take_away(self, table: str, key: str) -> None:
        part = PARTS.get(table)
        if part is not None:
            self._connection.execute(f"DELETE FROM {part.table} WHERE {part.owner} = ?", [int(key)])  # noqa: S608 - ours
        condition = " AND ".join(f"{column} = ?" for column in key_columns(table))
        values = key.split("/", len(key_columns(table)) - 1)
        self._connection.execute(f"DELETE FROM {table} WHERE {condition}", values)  # noqa: S608 - our own tables

    def _lay_down(self, table: str, image: Image) -> None:
        part = PARTS.get(table)
        row: Row = {
            column: cell
            for column, cell in image.items()
            if (part is None or column != part.name) and (cell is None or isinstance(cell, str | int))
        }
        self._put(table, [row])
        if part is None:
            return
        listed = image.get(part.name)
        assert isinstance(listed, list)  # noqa: S101 - as `_image` writes it
        values = listed[1:] if part.first is not None else listed
        self._put(
            part.table,
            [
                {part.owner: row["id"], part.value: value}
                | ({part.place: place} if part.place is not None else {})
                for place, value in enumerate(values, start=1)
            ],
        )

    def _tell(self, record: tuple[str, str], *images: Image | None) -> None:
        """Note whom and which numbers it is about, as every write does."""
        table, key = record
        if table == "beller":
            self._touch(CallerId(int(key)), None)
        for image in images:
            if image is None:
                continue
            caller, number, incident = (image.get(name) for name in ("beller", "nummer", "incident"))
            self._touch_whose(image.get("maatregel"))
            if isinstance(caller, int):
                self._touch(CallerId(caller), None)
            if isinstance(number, str):
                self._touch(None, PhoneNumber(number))
            if isinstance(incident, int):
                self._incident_changed(IncidentId(incident))
        if table == "incident":
            self._incident_changed(IncidentId(int(key)))
        if table == "beller":
            self._caller_changed(CallerId(int(key)))

    def _touch_whose(self, measure: object) -> None:
        """Note whom a measure is about: a good call is told at a look-up, and says itself only under which it was."""
        if isinstance(measure, int):
            for row in self._rows_of("maatregel", "id", measure):
                self._touch(CallerId(whole(row, "beller")), None)

    def _incident_changed(self, incident: IncidentId) -> None:
        """Told of an incident whose texts may be others now."""

    def _caller_changed(self, caller: CallerId) -> None:
        """Told of a caller whose name may be another now."""

    def _referring(self) -> Sequence[RecordName]:
        found: dict[RecordName, None] = {}
        for table, rowid, _, _ in self._connection.execute("PRAGMA foreign_key_check").fetchall():
            found[self._named(str(table), rowid)] = None
        return list(found)

    def _named(self, table: str, rowid: Cell) -> RecordName:
        rows = rows_named(self._connection, table, str(rowid)) if rowid is not None else []
        return RecordName(table, key_of(table, rows[0]) if rows else None)


def _as_stored(image: Image | None) -> Mapping[str, Cell | Sequence[str] | Sequence[int]] | None:
    """Return an image that was read from the journal as one to be written there."""
    if image is None:
        return None
    return {name: cell for name, cell in image.items() if cell is None or isinstance(cell, str | int | list)}
