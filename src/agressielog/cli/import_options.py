"""Turns the options of `import` into a column map and rules for reading."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from agressielog.application.import_columns import ColumnMap, guess, kept_map, told, told_kinds
from agressielog.application.import_row import UNKNOWN_REPORTER, ImportRules
from agressielog.application.import_values import read_channel
from agressielog.application.table_text import Table
from agressielog.bootstrap import App
from agressielog.domain.calendar_words import plain_words
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.text import optional_line
from agressielog.domain.time_of_day import read_time
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Channel


@value(kw_only=True)
class ImportOptions:
    """The words of the command line, as typed."""

    columns: Sequence[str] = ()
    kinds: Sequence[str] = ()
    kind: str | None = None
    clock: str | None = None
    team: str | None = None
    reporter: str | None = None
    channel: str | None = None
    asks: bool = False
    again: bool = False

    @property
    def says_something(self) -> bool:
        """Whether anything is told about the columns and words of the register."""
        return bool(self.columns or self.kinds or self.kind or self.clock)


def read_rules(app: App, typed: ImportOptions) -> ImportRules:
    """Return how rows are read.

    Raises:
        The `WrongUse` family.
    """
    return ImportRules(
        policy=app.policy,
        country=app.country,
        now=app.now,
        team=optional_line("--team", typed.team),
        reporter=optional_line("--melder", typed.reporter) or UNKNOWN_REPORTER,
        channel=read_channel("--kanaal", typed.channel) if typed.channel is not None else Channel.TELEPHONE,
        asks=typed.asks,
    )


def read_columns(app: App, table: Table, typed: ImportOptions) -> tuple[ColumnMap, bool]:
    """Return what the columns hold, by what was kept, guessed and typed, and whether it was kept.

    Raises:
        The `WrongUse` family.
    """
    kept = None if typed.again else kept_map(app.settings, table.header, app.policy)
    columns = told(kept or guess(table), table.header, typed.columns)
    columns = told_kinds(columns, typed.kinds, app.policy)
    if typed.clock is not None:
        columns = replace(columns, clock=parse_clock("--tijd", typed.clock))
    if typed.kind is not None:
        columns = replace(columns, kind=app.policy.kind(typed.kind).code)
    return columns, kept is not None


def parse_clock(field: str, raw: str) -> time:
    """Read a time of day that can mean only one: `12:00`, `14u30`.

    Raises:
        UnreadableValue.
    """
    found = read_time(plain_words(raw))
    if found is None or found.by_itself is None:
        raise UnreadableValue(field, raw)
    return found.by_itself
