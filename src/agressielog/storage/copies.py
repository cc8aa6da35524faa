"""`Copies` on SQLite: copies the file by SQLite's own online back-up, and puts a copy in its place."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from agressielog.application.errors import BackupMissing, LogbookMissing, OutcomeUncertain, TargetExists
from agressielog.application.ports.copies import Contents
from agressielog.application.ports.evidence import Evidence
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.remains import Remains
from agressielog.domain.anchor import anchor_at
from agressielog.domain.errors import AgressielogError
from agressielog.storage import files, journal, spool
from agressielog.storage.cells import text
from agressielog.storage.checking import SqliteEvidence
from agressielog.storage.connection import READ_PATIENCE, WRITE_PATIENCE, connect
from agressielog.storage.faults import translated, understood
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION
from agressielog.storage.looks import settle
from agressielog.storage.remains import SqliteRemains
from agressielog.storage.store import SqliteStore
from agressielog.storage.unfinished import sweep, unfinished

# What was erased, beside the back-ups: a list inside a lost logbook is lost with it.
_ERASED = "gewist.txt"
_HEADING = (
    "# Kenmerken van wat uit het logboek is gewist. Er staan geen persoonsgegevens in.",
    "# Laat dit bestand bij de reservekopieen staan: zo komt bij restore niemand terug die is vergeten.",
)
_IDENTITY = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}(/B[0-9]{1,19})?", re.ASCII)


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
        with suppress(AgressielogError):
            settle(self._path)
        with self._copied(self._path, target) as copy:
            judge(SqliteEvidence(copy, self._now))
            _leave_nothing_erased(copy)
            with files.told_of(target):
                copy.replace(target)
                try:
                    files.sync_folder(target.parent)
                except OSError:
                    # A copy counts when it is safe on the disk.
                    target.unlink()
                    raise
        return str(target)

    def remove(self, folder: str, name: str) -> None:
        """Remove one copy."""
        copy = Path(folder) / name
        with files.told_of(copy):
            copy.unlink(missing_ok=True)

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

        Whoever is writing finishes first, and is in the file that is kept; whoever waits for a turn sees, before
        anything is written, that the file is another one (`SqliteStore`). A journal that is left from a crash
        belongs to the old file and would spoil the new one: locking the old file uses it up.

        Raises:
            OutcomeUncertain: it was put back, and a power cut could still undo that.
        """
        source = self._logbook(path)
        kept = self._path.with_name(name)
        if kept.exists():
            raise TargetExists(str(kept))
        with self._copied(source, self._path) as copy:
            judge(SqliteEvidence(copy, self._now))
            ready(SqliteStore(copy), SqliteRemains(copy))
            if self._path.exists() and self._opens():
                with suppress(AgressielogError):
                    settle(self._path)
                with self._locked():
                    with self._copied(self._path, kept) as present, files.told_of(kept):
                        present.replace(kept)
                        files.sync_folder(kept.parent)
                    self._take_place(copy)
            else:
                self._set_aside(kept)
                self._take_place(copy)
            spool.move(self._path, kept)
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
        with self._aside(target) as aside, files.told_of(target):
            with aside.open("w", encoding="ascii") as file:
                file.write("\n".join([*_HEADING, *sorted(known | identities), ""]))
                file.flush()
                os.fsync(file.fileno())
            aside.replace(target)
            files.sync_folder(target.parent)

    @contextmanager
    def _aside(self, target: Path) -> Iterator[Path]:
        """Give an unfinished file in the folder of *target*, after what was left here by a crash is gone."""
        for folder in {self._path.parent, target.parent}:
            sweep(folder)
        with unfinished(target) as aside:
            yield aside

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
        with self._aside(target) as aside:
            with (
                translated(str(source), WRITE_PATIENCE, storing=False),
                closing(connect(source, WRITE_PATIENCE)) as connection,
                translated(str(target), WRITE_PATIENCE),
                closing(connect(aside, WRITE_PATIENCE)) as copy,
            ):
                copy.execute("PRAGMA synchronous=EXTRA")
                connection.backup(copy)
            yield aside

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
        """Keep everybody from writing to the present file; who is reading goes on."""
        with (
            translated(str(self._path), WRITE_PATIENCE),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
        ):
            connection.execute("BEGIN IMMEDIATE")
            yield

    def _take_place(self, copy: Path) -> None:
        with files.told_of(self._path):
            copy.replace(self._path)
        try:
            files.sync_folder(self._path.parent)
        except OSError as error:
            raise OutcomeUncertain(str(self._path), "") from error

    def _set_aside(self, kept: Path) -> None:
        """Keep a file that SQLite cannot read, with the journal that may belong to it, byte for byte.

        The file is copied and not moved, so that at no moment there is none; its journal must be gone before
        another file has its name, also where the file itself was lost.
        """
        journal = self._path.with_name(self._path.name + "-journal")
        with files.told_of(kept):
            if self._path.exists():
                with self._aside(kept) as aside:
                    shutil.copyfile(self._path, aside)
                    files.sync(aside)
                    aside.replace(kept)
            if journal.exists():
                journal.replace(kept.with_name(f"{kept.name}-journal"))
            files.sync_folder(kept.parent)


def _leave_nothing_erased(copy: Path) -> None:
    """Write a copy anew where an erasure was interrupted: what lies in the logbook until it is finished stays there.

    A file of a program without erasures has none.
    """
    with closing(connect(copy, WRITE_PATIENCE)) as connection:
        try:
            (found,) = connection.execute(
                "SELECT count(*) FROM wissing WHERE nagezocht_op IS NULL"
            ).fetchone()
        except sqlite3.OperationalError:
            return
    if found:
        SqliteRemains(copy).clean()
