"""Holds, looks, statements and restrictions, kept in the fewest words: the fake side of their ports."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date
from typing import Protocol

from agressielog.application.errors import CallerNotFound, IncidentNotFound
from agressielog.application.ports.looks import LookFilter
from agressielog.domain.caller import Caller
from agressielog.domain.hold import Hold, NewHold
from agressielog.domain.identity import (
    CallerId,
    HoldId,
    IncidentId,
    OpeningId,
    RestrictionId,
    StatementId,
    caller_code,
)
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.look import Look
from agressielog.domain.restriction import NewOpening, NewRestriction, Opening, Restriction
from agressielog.domain.statement import NewStatement, Statement
from agressielog.domain.text import fold


@dataclass(frozen=True, slots=True)
class RightsRecords:
    """What is kept about rights, first the first."""

    holds: tuple[Hold, ...] = ()
    looks: tuple[Look, ...] = ()
    strangers: tuple[date, ...] = ()
    statements: tuple[Statement, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    openings: tuple[Opening, ...] = ()


class _Records(Protocol):
    """What the fake store keeps besides."""

    incidents: dict[IncidentId, Incident]
    callers: dict[CallerId, Caller]
    rights: RightsRecords


class FakeRightsReading:
    """`HoldReading`, `LookReading`, `StatementReading` and `RestrictionReading`."""

    def _records(self) -> _Records:
        raise NotImplementedError

    def holds(self) -> Sequence[Hold]:
        return self._records().rights.holds

    def holds_of(self, caller: CallerId) -> Sequence[Hold]:
        return [hold for hold in self.holds() if hold.caller == caller]

    def holds_on_incident(self, incident: IncidentId) -> Sequence[Hold]:
        return [hold for hold in self.holds() if hold.incident == incident]

    def looks(self, wanted: LookFilter) -> Sequence[Look]:
        kept = list(enumerate(self._records().rights.looks))
        found = [look for _, look in sorted(kept, key=lambda one: (one[1].at, one[0])) if _fits(look, wanted)]
        return found[::-1][: wanted.limit]

    def count_looks(self, wanted: LookFilter) -> int:
        return len(self.looks(replace(wanted, limit=None)))

    def strangers(self, since: date | None = None, until: date | None = None) -> Mapping[date, int]:
        days = sorted(self._records().rights.strangers)
        return Counter(d for d in days if (since is None or since <= d) and (until is None or d <= until))

    def employee_names(self) -> frozenset[str]:
        raise NotImplementedError

    def people_besides(self, persons: Collection[CallerId]) -> Sequence[tuple[str | None, str | None]]:
        raise NotImplementedError

    def count_changes_by(self, name: str) -> int:
        raise NotImplementedError

    def statements_of(self, caller: CallerId) -> Sequence[Statement]:
        return [one for one in self._records().rights.statements if one.caller == caller]

    def restrictions_of(self, caller: CallerId) -> Sequence[Restriction]:
        return [one for one in self._records().rights.restrictions if one.caller == caller]

    def running_restrictions(self) -> Sequence[Restriction]:
        return [one for one in self._records().rights.restrictions if one.lifted_on is None]

    def openings_of(self, caller: CallerId) -> Sequence[Opening]:
        return [one for one in self._records().rights.openings if one.caller == caller]


class FakeRightsWriting(FakeRightsReading):
    """`HoldWriting`, `LookWriting`, `StatementWriting` and `RestrictionWriting`."""

    def _touched_caller(self, caller: CallerId) -> None:
        raise NotImplementedError

    def add_hold(self, hold: NewHold) -> Hold:
        if hold.caller is not None:
            self._touch_known(hold.caller)
        if hold.incident is not None and hold.incident not in self._records().incidents:
            raise IncidentNotFound(hold.incident)
        facts = {name.name: getattr(hold, name.name) for name in fields(NewHold)}
        new = Hold(id=HoldId(len(self.holds()) + 1), **facts)
        self._records().rights = replace(self._records().rights, holds=(*self.holds(), new))
        return new

    def lift_hold(self, hold: HoldId, on: date) -> None:
        lifted = tuple(replace(one, lifted_on=on) if one.id == hold else one for one in self.holds())
        for one in self.holds():
            if one.id == hold and one.caller is not None:
                self._touch_known(one.caller)
        self._records().rights = replace(self._records().rights, holds=lifted)

    def remove_looks_before(self, day: date) -> int:
        kept = self._records().rights
        looks = tuple(look for look in kept.looks if local_day(look.at) >= day)
        strangers = tuple(one for one in kept.strangers if one >= day)
        self._records().rights = replace(kept, looks=looks, strangers=strangers)
        return len(kept.looks) - len(looks)

    def forget_looks_at(self, callers: Collection[CallerId]) -> int:
        kept = self._records().rights
        left = [tuple(caller for caller in look.callers if caller not in callers) for look in kept.looks]
        forgot = [replace(look, callers=few) for look, few in zip(kept.looks, left, strict=True)]
        self._records().rights = replace(kept, looks=tuple(forgot))
        return sum(len(look.callers) for look in kept.looks) - sum(map(len, left))

    def add_statement(self, statement: NewStatement) -> Statement:
        self._touch_known(statement.caller)
        kept = self._records().rights
        facts = {name.name: getattr(statement, name.name) for name in fields(NewStatement)}
        new = Statement(id=StatementId(len(kept.statements) + 1), **facts)
        self._records().rights = replace(kept, statements=(*kept.statements, new))
        return new

    def add_restriction(self, restriction: NewRestriction) -> Restriction:
        self._touch_known(restriction.caller)
        kept = self._records().rights
        facts = {name.name: getattr(restriction, name.name) for name in fields(NewRestriction)}
        new = Restriction(id=RestrictionId(len(kept.restrictions) + 1), **facts)
        self._records().rights = replace(kept, restrictions=(*kept.restrictions, new))
        return new

    def lift_restriction(self, restriction: RestrictionId, on: date) -> None:
        kept = self._records().rights
        for one in kept.restrictions:
            if one.id == restriction:
                self._touch_known(one.caller)
        lifted = (replace(r, lifted_on=on) if r.id == restriction else r for r in kept.restrictions)
        self._records().rights = replace(kept, restrictions=tuple(lifted))

    def add_opening(self, opening: NewOpening) -> Opening:
        self._touch_known(opening.caller)
        kept = self._records().rights
        facts = {name.name: getattr(opening, name.name) for name in fields(NewOpening)}
        new = Opening(id=OpeningId(len(kept.openings) + 1), **facts)
        self._records().rights = replace(kept, openings=(*kept.openings, new))
        return new

    def _touch_known(self, caller: CallerId) -> None:
        if caller not in self._records().callers:
            raise CallerNotFound(caller_code(caller))
        self._touched_caller(caller)


class _Merged(Protocol):
    """Who was merged into whom."""

    def merged_into(self, kept: CallerId) -> Sequence[Caller]: ...


def with_looks(
    kept: RightsRecords, looks: Sequence[Look], strangers: Sequence[date], merged: _Merged
) -> RightsRecords:
    """Return the records with looks added, each at everybody who is one person with a caller in it."""
    whole = tuple(
        replace(
            look,
            at=look.at.astimezone(UTC).replace(microsecond=0),
            callers=tuple(sorted({one for caller in look.callers for one in _all_of(caller, merged)})),
        )
        for look in looks
    )
    return replace(kept, looks=(*kept.looks, *whole), strangers=(*kept.strangers, *strangers))


def _all_of(caller: CallerId, merged: _Merged) -> list[CallerId]:
    return [caller, *(one for gone in merged.merged_into(caller) for one in _all_of(gone.id, merged))]


def _fits(look: Look, wanted: LookFilter) -> bool:
    day = local_day(look.at)
    return (
        (wanted.callers is None or bool(wanted.callers & set(look.callers)))
        and (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
        and (wanted.by is None or fold(wanted.by) in {fold(look.login), fold(look.name)})
    )
