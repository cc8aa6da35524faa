"""Reads everything that a look-up rests on, for many numbers at once: an import makes thousands of cards."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from agressielog.application.ports.gathering import Facts
from agressielog.domain.caller import Caller
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, MeasureId
from agressielog.domain.phone import PhoneNumber
from agressielog.storage.cells import moment, text, whole
from agressielog.storage.faults import understood
from agressielog.storage.promise_reading import PromiseTablesReading
from agressielog.storage.record_reading import RecordTablesReading, chunks

if TYPE_CHECKING:
    from agressielog.domain.decision import Decision
    from agressielog.domain.incident import Incident
    from agressielog.domain.promise import PromiseRecord


class GatheringTablesReading(PromiseTablesReading, RecordTablesReading):
    """`GatheringReading` on SQLite."""

    def callers_behind(self, numbers: Sequence[PhoneNumber]) -> Mapping[PhoneNumber, Sequence[Caller]]:
        """Return everybody linked to each number."""
        found: dict[PhoneNumber, list[Caller]] = {number: [] for number in numbers}
        callers: dict[CallerId, Caller] = {}
        for chunk in chunks([number.key for number in numbers]):
            marks = ", ".join("?" * len(chunk))
            where = f"WHERE id IN (SELECT beller FROM beller_nummer WHERE nummer IN ({marks}))"  # noqa: S608 - marks only
            callers.update((caller.id, caller) for caller in self._callers(where, chunk))
        for caller in sorted(callers.values(), key=lambda caller: caller.id):
            for link in caller.numbers:
                if link.number in found:
                    found[link.number].append(caller)
        return found

    def facts_of(self, callers: Sequence[CallerId]) -> Mapping[CallerId, Facts]:
        """Return everything about each caller."""
        incidents: dict[CallerId | None, list[Incident]] = {}
        decisions: dict[CallerId, list[Decision]] = {}
        promised: dict[CallerId | None, list[PromiseRecord]] = {}
        good_calls: dict[CallerId, list[GoodCall]] = {}
        for chunk in chunks(callers):
            marks = ", ".join("?" * len(chunk))
            called = f"SELECT * FROM incident WHERE beller IN ({marks}) ORDER BY op DESC, id DESC"  # noqa: S608 - marks only
            for incident in self._complete(self._rows(called, chunk)):
                incidents.setdefault(incident.caller, []).append(incident)
            for decision in self._decisions(f"WHERE beller IN ({marks})", chunk):
                decisions.setdefault(decision.caller, []).append(decision)
            for record in self._promised_to(chunk):
                promised.setdefault(record.caller, []).append(record)
            for caller, call in self._good_calls_with(chunk):
                good_calls.setdefault(caller, []).append(call)
        return {
            caller: Facts(
                tuple(incidents.get(caller, ())),
                tuple(decisions.get(caller, ())),
                tuple(promised.get(caller, ())),
                tuple(good_calls.get(caller, ())),
            )
            for caller in callers
        }

    @understood()
    def _good_calls_with(self, callers: Sequence[CallerId]) -> list[tuple[CallerId, GoodCall]]:
        marks = ", ".join("?" * len(callers))
        rows = self._rows(
            f"""SELECT goed_gesprek.*, maatregel.beller FROM maatregel
            JOIN goed_gesprek ON goed_gesprek.maatregel = maatregel.id
            WHERE maatregel.beller IN ({marks}) ORDER BY goed_gesprek.op, goed_gesprek.id""",  # noqa: S608 - marks only
            callers,
        )
        return [
            (
                CallerId(whole(row, "beller")),
                GoodCall(MeasureId(whole(row, "maatregel")), moment(row, "op"), text(row, "door")),
            )
            for row in rows
        ]
