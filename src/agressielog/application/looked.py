"""Tells who looked at whom (issue 5, part 5)."""

from collections.abc import Mapping, Sequence
from datetime import date

from agressielog.application.errors import CallerNotFound
from agressielog.application.finding_callers import current, everybody_in, find_caller
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.looks import LookFilter
from agressielog.domain.caller import Caller
from agressielog.domain.identity import CallerId
from agressielog.domain.look import Look
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country


@value
class LookLine:
    """A look, and the persons in it as they are known now, lowest id first: who was merged stands there once."""

    look: Look
    callers: tuple[CallerId, ...]


@value
class Looked:
    """Who looked.

    Attributes:
        caller: whom was asked about; None for everybody.
        lines: the last look first.
        total: how many there are, also those that were left out.
        strangers: on which days how often somebody was looked up who is not in the logbook; empty for one caller.
    """

    caller: Caller | None
    lines: tuple[LookLine, ...]
    total: int
    strangers: Mapping[date, int]


def who_looked(
    store: Store,
    asked: str | None,
    country: Country,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
) -> Looked:
    """Return the looks at one caller, with those at everybody merged into him, or at all.

    Args:
        store: the logbook.
        asked: the caller, as typed; None for all.
        country: whose numbers need no country code.
        since: the first local day.
        until: the last local day.
        limit: the last so many.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        caller = find_caller(reading, asked, country) if asked is not None else None
        callers = frozenset(everybody_in(reading, caller.id)) if caller is not None else None
        wanted = LookFilter(callers=callers, since=since, until=until, limit=limit)
        lines = tuple(lines_of(reading, reading.looks(wanted)))
        return Looked(
            caller,
            lines,
            len(lines) if limit is None or len(lines) < limit else reading.count_looks(wanted),
            reading.strangers(since, until) if caller is None else {},
        )


def lines_of(reading: Reading, looks: Sequence[Look]) -> list[LookLine]:
    """Return looks with the persons in them as they are known now."""
    known: dict[CallerId, CallerId] = {}
    for look in looks:
        for caller in look.callers:
            if caller not in known:
                known[caller] = _now(reading, caller)
    return [LookLine(look, tuple(sorted({known[caller] for caller in look.callers}))) for look in looks]


def _now(reading: Reading, caller: CallerId) -> CallerId:
    """Return who a caller is now; one that was taken back or erased keeps its name in the looks."""
    try:
        return current(reading, caller).id
    except CallerNotFound:
        return caller
