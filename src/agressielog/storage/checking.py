"""`Evidence` on SQLite: each check on a view of its own, and what stops it is what it found.

One view per check and not one for all: who writes waits for a view at most as long as one check takes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from agressielog.application.errors import LogbookBusy, LogbookMissing
from agressielog.domain.anchor import Anchor, anchor_at
from agressielog.domain.errors import AgressielogError
from agressielog.domain.evidence import CheckName, Fault, FaultCode
from agressielog.storage import (
    checking_cards,
    checking_file,
    checking_journal,
    checking_records,
    files,
    journal,
)
from agressielog.storage.connection import WRITE_PATIENCE, connect
from agressielog.storage.faults import translated
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from agressielog.application.ports.cards import CardMaker

_Done = Callable[[int], None]
# What reading a broken file can come to; a name that is no text even makes SQLite's own error unreadable.
_TROUBLE = (
    sqlite3.Error,
    AgressielogError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
)
_Check = Callable[[sqlite3.Connection, _Done], Iterator[Fault]]

_CHECKS: dict[CheckName, _Check] = {
    CheckName.PAGES: checking_file.pages,
    CheckName.LAYOUT: checking_file.layout,
    CheckName.REFERENCES: checking_file.references,
    CheckName.SEARCH_INDEX: checking_file.search_index,
    CheckName.CONTENTS: checking_journal.contents,
    CheckName.CHAIN: checking_journal.chain,
    CheckName.ERASURES: checking_journal.erasures,
    CheckName.CLEANED: checking_journal.cleaned,
    CheckName.RECORDS: checking_records.records,
    CheckName.COUNTERS: checking_records.counters,
    CheckName.VERSION: checking_file.version,
}


class SqliteEvidence:
    """The logbook in the file *path*, as `check` looks at it.

    Args:
        path: the file.
        now: aware UTC moment, to judge the clock by.
        card_maker: makes the prepared answers that those in the file are held against; None for leaving that out.

    Raises:
        LogbookMissing, LogbookIsFolder, NotALogbook, LogbookNewer, LogbookDamaged, LogbookUnreachable:
            there is nothing to check.
    """

    def __init__(self, path: Path, now: datetime, card_maker: CardMaker | None = None) -> None:
        if files.look_at(path, APPLICATION_ID, SCHEMA_VERSION) is not files.Found.LOGBOOK:
            raise LogbookMissing(str(path))
        self._path = path
        self._now = now
        self._card_maker = card_maker

    def entries(self) -> int:
        """Return how many journal entries there are; 0 where that cannot be told."""
        try:
            with self._view() as connection:
                ((count,),) = connection.execute("SELECT count(*) FROM logboek")
                return int(count)
        except _TROUBLE:
            return 0

    def head(self) -> Anchor | None:
        """Return where the chain stands; None for an empty or unreadable journal."""
        try:
            with self._view() as connection:
                last = journal.head(connection)
                return anchor_at(last.number, last.value) if last.number else None
        except _TROUBLE:
            return None

    def faults(self, check: CheckName, done: _Done) -> Sequence[Fault]:
        """Return everything one check finds."""
        found: list[Fault] = []
        if check is CheckName.ACCESS:
            found += checking_file.access(self._path)
            return found
        try:
            with self._view() as connection:
                if check is CheckName.PAGES:
                    found += checking_file.size(connection, self._path)
                if check is CheckName.CLOCK:
                    found += checking_journal.clock(connection, self._now)
                elif check is CheckName.CARDS:
                    if self._card_maker is not None:
                        found.extend(checking_cards.cards(connection, self._card_maker, done))
                else:
                    # One by one: what was found before it stopped counts.
                    for fault in _CHECKS[check](connection, done):
                        found.append(fault)
        except LogbookBusy:
            # Somebody is writing: that is no fault, and nothing was checked.
            raise
        except _TROUBLE as error:
            found.append(Fault(code=FaultCode.CANNOT_CHECK, detail=_named(error)))
        return found

    def anchored(self, anchor: Anchor) -> Fault | None:
        """Return why the chain does not pass through *anchor*."""
        try:
            with self._view() as connection:
                return checking_journal.anchored(connection, anchor)
        except _TROUBLE as error:
            return Fault(code=FaultCode.CANNOT_CHECK, entry=anchor.entry, detail=_named(error))

    @contextmanager
    def _view(self) -> Iterator[sqlite3.Connection]:
        with (
            translated(str(self._path), WRITE_PATIENCE, storing=False),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
        ):
            # Bytes that are no text must not stop a check: they are what it looks for.
            connection.text_factory = _as_it_is
            connection.execute("BEGIN")
            yield connection


def _as_it_is(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _named(error: Exception) -> str:
    """Return an error by its name: its words are English, and may hold what stands in the file."""
    cause = error.__cause__ if isinstance(error.__cause__, sqlite3.Error) else error
    return str(getattr(cause, "sqlite_errorname", type(cause).__name__))
