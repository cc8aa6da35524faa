"""`Copies` on SQLite: copies the file by SQLite's own online back-up, and puts a copy in its place."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from agressielog.application.errors import BackupMissing, LogbookMissing, TargetExists
from agressielog.application.ports import Store
from agressielog.application.ports.copies import Contents
from agressielog.application.ports.evidence import Evidence
from agressielog.application.ports.remains import Remains
from agressielog.domain.anchor import anchor_at
from agressielog.storage import files, journal
from agressielog.storage.cells import text
from agressielog.storage.checking import SqliteEvidence
from agressielog.storage.connection import READ_PATIENCE, WRITE_PATIENCE, connect
from agressielog.storage.faults import translated, understood
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.remains import SqliteRemains
from agressielog.storage.store import SqliteStore

# What was erased, beside the back-ups: a list inside a lost logbook is lost with it.
_ERASED = "gewist.txt"
_HEADING = (
    "# Kenmerken van wat uit het logboek is gewist. Er staan geen persoonsgegevens in.",
    "# Laat dit bestand bij de reservekopieen staan: zo komt bij restore niemand terug die is vergeten.",
)
_IDENTITY = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}(/B[0-9]{1,19})?", re.ASCII)
# An unfinished copy; one that is left behind was interrupted by a power cut.
_UNFINISHED = ".deel"


class SqliteCopies:
    """The logbook in the file *path* and its copies.

    Args:
        path: the logbook.
        now: aware UTC moment, for the checks.
    """

    def __init__(self, path: Path, now: datetime) -> None:
        self._path = path
        self._now = now

    def names(self, folder: str) -> Sequence[str]:
        """Return the names of the files in a folder."""
        try:
            return sorted(found.name for found in Path(folder).iterdir())
        except FileNotFoundError:
            return ()

    def make(self, folder: str, name: str, judge: Callable[[Evidence], None]) -> str:
        """Copy the logbook; the copy gets its name when it was judged and is safe on the disk."""
        target = Path(folder) / name
        if target.exists():
            raise TargetExists(str(target))
        with self._copied(self._path, target) as copy:
            judge(SqliteEvidence(copy, self._now))
            copy.replace(target)
        files.sync_folder(target.parent)
        return str(target)

    def remove(self, folder: str, name: str) -> None:
        """Remove one copy."""
        (Path(folder) / name).unlink(missing_ok=True)

    def contents(self, path: str | None = None) -> Contents:
        """Return what is in the logbook, or in the copy at *path*."""
        file = self._logbook(path)
        with (
            translated(str(file), READ_PATIENCE, storing=False),
            closing(connect(file, READ_PATIENCE)) as connection,
            understood(),
        ):
            connection.execute("BEGIN")
            counts = [
                int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own
                for table in ("incident", "beller", "maatregel")
            ]
            last = journal.head(connection)
            found = connection.execute("SELECT op FROM logboek WHERE id = ?", [last.number]).fetchone()
        return Contents(
            incidents=counts[0],
            callers=counts[1],
            decisions=counts[2],
            last_change=datetime.fromisoformat(text({"op": found[0]}, "op")) if found is not None else None,
            anchor=anchor_at(last.number, last.value) if last.number else None,
        )

    def evidence(self, path: str | None = None) -> Evidence:
        """Return the logbook, or the copy at *path*, as `check` looks at it."""
        return SqliteEvidence(self._logbook(path), self._now)

    def put_back(
        self,
        path: str,
        name: str,
        judge: Callable[[Evidence], None],
        ready: Callable[[Store, Remains], None],
    ) -> str | None:
        """Put the copy at *path* in place of the logbook.

        Whoever is writing finishes first; whoever waits for a turn sees, before anything is written, that the
        file is another one (`SqliteStore`). A journal that is left from a crash belongs to the old file and
        would spoil the new one: locking the old file uses it up.
        """
        source = self._logbook(path)
        kept = self._path.with_name(name)
        with self._copied(source, self._path) as copy:
            judge(SqliteEvidence(copy, self._now))
            ready(SqliteStore(copy), SqliteRemains(copy))
            if not self._path.exists():
                copy.replace(self._path)
            elif self._opens():
                with self._copied(self._path, kept) as present:
                    present.replace(kept)
                with self._locked():
                    copy.replace(self._path)
            else:
                self._set_aside(kept)
                copy.replace(self._path)
            files.sync_folder(self._path.parent)
        return str(kept) if kept.exists() else None

    def erased(self, place: str) -> frozenset[str]:
        """Return the identities of erased records that are kept in a folder, or in the folder of a copy."""
        folder = Path(place) if Path(place).is_dir() else Path(place).parent
        try:
            lines = (folder / _ERASED).read_text(encoding="ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return frozenset()
        # A line that was meddled with is nobody's: what is missing here stands in the logbook.
        return frozenset(line.strip() for line in lines if _IDENTITY.fullmatch(line.strip()))

    def add_erased(self, folder: str, identities: frozenset[str]) -> None:
        """Keep identities of erased records beside the back-ups in a folder."""
        target = Path(folder) / _ERASED
        known = self.erased(str(target))
        if identities <= known:
            return
        aside = target.with_name(f".{os.urandom(8).hex()}{_UNFINISHED}")
        files.prepare(aside)
        try:
            with aside.open("w", encoding="ascii") as file:
                file.write("\n".join([*_HEADING, *sorted(known | identities), ""]))
                file.flush()
                os.fsync(file.fileno())
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
        files.sync_folder(target.parent)

    def _logbook(self, path: str | None) -> Path:
        file = Path(path) if path is not None else self._path
        if files.look_at(file, APPLICATION_ID, SCHEMA_VERSION) is not files.Found.LOGBOOK:
            raise LogbookMissing(str(file)) if path is None else BackupMissing(path)
        return file

    @contextmanager
    def _copied(self, source: Path, target: Path) -> Iterator[Path]:
        """Give a copy of *source* in the folder of *target*, gone afterwards unless it got another name.

        The copy is made in one step, under one view: SQLite would begin again at each commit of somebody else.
        """
        aside = target.with_name(f".{os.urandom(8).hex()}{_UNFINISHED}")
        files.prepare(aside)
        try:
            with (
                translated(str(source), WRITE_PATIENCE, storing=False),
                closing(connect(source, WRITE_PATIENCE)) as connection,
                translated(str(target), WRITE_PATIENCE),
                closing(connect(aside, WRITE_PATIENCE)) as copy,
            ):
                copy.execute("PRAGMA synchronous=EXTRA")
                connection.backup(copy)
            yield aside
        finally:
            for leftover in (aside, aside.with_name(aside.name + "-journal")):
                with suppress(OSError):
                    leftover.unlink()

    def _opens(self) -> bool:
        """Tell whether SQLite can read the present file, after undoing what was left half done."""
        try:
            with closing(connect(self._path, WRITE_PATIENCE)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.DatabaseError:
            return False
        return True

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep everybody out of the present file."""
        with (
            translated(str(self._path), WRITE_PATIENCE),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
        ):
            connection.execute("BEGIN EXCLUSIVE")
            yield

    def _set_aside(self, kept: Path) -> None:
        """Keep a file that SQLite cannot read, with the journal that may belong to it, byte for byte."""
        for ending in ("", "-journal"):
            old = self._path.with_name(self._path.name + ending)
            if old.exists():
                old.replace(kept.with_name(kept.name + ending))
