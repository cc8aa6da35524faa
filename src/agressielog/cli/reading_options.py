"""Reads the words that several commands share: incidents, days, and the filters of `list`."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from agressielog.application.finding_callers import find_caller
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.usage_errors import DaysReversed, NotPositive
from agressielog.bootstrap import App
from agressielog.domain.day import parse_day
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.phone import parse_phone
from agressielog.domain.text import keep_line
from agressielog.domain.vocabulary import Severity

C = TypeVar("C", bound=StrEnum)
# SQLite's own largest number; more than anybody can have.
_MOST = 2**63 - 1


def read_day(app: App, typed: str | None) -> date | None:
    """Read a day that may be left out; a weekday or yearless date is the last one."""
    return parse_day(typed, app.today) if typed is not None else None


def read_code(option: str, typed: str, codes: type[C]) -> C:
    """Read one of our codes; a dash may be left out (`email`).

    Raises:
        UnreadableValue: with the codes there are.
    """
    wanted = typed.strip().casefold()
    try:
        return codes(wanted)
    except ValueError as error:
        for code in codes:
            if code.value.replace("-", "") == wanted:
                return code
        raise UnreadableValue(option, typed, tuple(code.value for code in codes)) from error


def read_limit(typed: int | None) -> int | None:
    """Return how many to show at most; None for all.

    Raises:
        NotPositive.
    """
    if typed is not None and typed < 1:
        raise NotPositive("--limit", typed)
    return None if typed is None else min(typed, _MOST)


def read_filter(
    app: App,
    *,
    since: str | None,
    until: str | None,
    kind: str | None,
    severity: str | None,
    caller: str | None,
    number: str | None,
    team: str | None,
    reporter: str | None,
    incomplete: bool,
    limit: int | None,
) -> IncidentFilter:
    """Read the filters of `list`; all that are given combine.

    Raises:
        The `WrongUse` family, CallerNotFound.
    """
    first, last = read_day(app, since), read_day(app, until)
    if first is not None and last is not None and last < first:
        raise DaysReversed(first, last)
    found = None
    if caller is not None:
        with app.store.reading() as reading:
            found = find_caller(reading, caller, app.country).id
    return IncidentFilter(
        since=first,
        until=last,
        kind=app.policy.kind_begun(kind).code if kind is not None else None,
        severity=read_code("--ernst", severity, Severity) if severity is not None else None,
        caller=found,
        number=parse_phone(number, app.country) if number is not None else None,
        team=keep_line("--team", team) if team is not None else None,
        reporter=keep_line("--melder", reporter) if reporter is not None else None,
        incomplete=incomplete,
        limit=read_limit(limit),
    )
