"""Writes promises, and the calls that went well."""

from collections.abc import Sequence
from datetime import datetime

from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import NewPromise, Promise
from agressielog.storage.changes import TableWriting
from agressielog.storage.promise_rows import promise_row
from agressielog.storage.reading import SqliteReading
from agressielog.storage.rows import Row, moment_text, promise_from


class PromiseTablesWriting(TableWriting, SqliteReading):
    """`PromiseWriting` and `GoodCallWriting` on SQLite, but for the promises of an incident, which are also searched."""

    def add_promises_to(self, caller: CallerId, promises: Sequence[NewPromise]) -> Sequence[Promise]:
        """Add promises made to a caller in an ordinary call."""
        self.caller(caller)  # raises for somebody who is not there
        self._touch(caller, None)
        return self._insert_promises(promises, caller=caller)

    def mark_promise(self, promise: PromiseId, done_at: datetime | None) -> None:
        """Note when a promise was kept, or that it was not after all."""
        record = self.promise(promise)
        number = self.incident(record.incident).phone if record.incident is not None else None
        cells: Row = {"klaar_op": moment_text(done_at) if done_at is not None else None}
        self._update("toezegging", "id = ?", [promise], cells)
        self._touch(record.caller, number)

    def move_promises(self, promises: Sequence[PromiseId], to: CallerId) -> None:
        """Give promises made in ordinary calls to another caller."""
        self.caller(to)  # raises for somebody who is not there
        for promise in promises:
            self._touch(self.promise(promise).caller, None)
            self._update("toezegging", "id = ?", [promise], {"beller": to})
        self._touch(to, None)

    def add_good_call(self, call: GoodCall) -> None:
        """Keep a good call."""
        caller = self.decision(call.measure).caller
        self._insert(
            "goed_gesprek",
            {
                "id": self._next_id("goed_gesprek"),
                "maatregel": call.measure,
                "op": moment_text(call.at),
                "door": call.by,
            },
        )
        self._touch(caller, None)

    def _insert_promises(
        self,
        promises: Sequence[NewPromise],
        *,
        incident: IncidentId | None = None,
        caller: CallerId | None = None,
    ) -> list[Promise]:
        added = []
        for promise in promises:
            new = PromiseId(self._next_id("toezegging"))
            row = promise_row(new, promise, incident=incident, caller=caller)
            self._insert("toezegging", row)
            added.append(promise_from(row))
        return added
