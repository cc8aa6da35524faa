"""The looks that wait in a file beside the logbook, until the next write takes them in.

By hand, because a look-up is over sooner than SQLite can store anything: an insert costs three to four syncs
(a third of the whole look-up on a quiet disk), waits for whoever writes, and fails during an import. A line at the
end of a file that is there costs nothing that can be measured. What it gives up: nothing is synced, so that a power
cut takes the looks of the last half minute or so; whatever happens to a program takes none.

Each look is taken in exactly once. The logbook keeps, in the transaction that takes lines in, the mark of the file and
how far it came; only after the commit the file is emptied, if nobody has added a line meanwhile. Whoever is killed in
between leaves lines that the next one knows. Adding and emptying lock each other out; taking in locks nobody.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from agressielog.domain.identity import CallerId
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.look import Look
from agressielog.domain.spooled_look import MARK, MARK_BYTES, SPOOL, line_of, plain
from agressielog.domain.value import value
from agressielog.storage import files

# For a fifth of a second in all; whoever holds the lock does one write.
_TRIES, _PAUSE = 40, 0.005
_FIELDS = 5
# Of a moment and of an id, in digits: what a date, and SQLite, can hold.
_LONGEST_MOMENT, _LONGEST_ID = 11, 18


@value
class Waiting:
    """What waits, as far as it was not taken in yet.

    Attributes:
        file: where it waits.
        mark: of this filling of the file.
        through: how many bytes of it have been read.
        looks: oldest first.
        strangers: the local day of each look-up of somebody who is not in the logbook.
    """

    file: Path
    mark: str
    through: int
    looks: tuple[Look, ...]
    strangers: tuple[date, ...]


def file_of(logbook: Path) -> Path:
    """Return where the looks at a logbook wait."""
    return logbook.with_name(logbook.name + SPOOL)


def prepare(logbook: Path) -> None:
    """Make the file, for whoever looks next; the fast start makes none itself.

    Raises:
        DiskFull, LogbookReadOnly, LogbookUnreachable, WriteFailed.
    """
    if not os.path.lexists(file_of(logbook)):
        files.prepare(file_of(logbook))


def holds_any(logbook: Path) -> bool:
    """Tell whether anything waits, or did a moment ago."""
    try:
        return file_of(logbook).stat().st_size > 0
    except OSError:
        return False


def waiting(connection: sqlite3.Connection, logbook: Path) -> Waiting | None:
    """Return what the logbook has not taken in yet, safe on the disk; None for nothing.

    Args:
        connection: in the transaction that will take it in.
        logbook: its path.
    """
    file = file_of(logbook)
    try:
        with _opened(file) as descriptor:
            content = _all_of(descriptor)
            if not content:
                return None
            # Before the logbook knows how far it came: a power cut must not make the file shorter than that.
            os.fsync(descriptor)
    except OSError:
        return None
    mark = content.partition(b"\n")[0].hex()
    kept = connection.execute("SELECT merk, tot FROM inzage_ingenomen").fetchone()
    begin = kept[1] if kept is not None and kept[0] == mark else 0
    through = content.rfind(b"\n") + 1
    if through <= begin:
        return None
    read = [_read(line) for line in content[begin:through].split(b"\n")]
    return Waiting(
        file,
        mark,
        through,
        tuple(look for look in read if isinstance(look, Look)),
        tuple(day for day in read if isinstance(day, date)),
    )


def note_taken(connection: sqlite3.Connection, taken: Waiting) -> None:
    """Keep in the open transaction how far the file was taken in."""
    connection.execute(
        "INSERT OR REPLACE INTO inzage_ingenomen (id, merk, tot) VALUES (1, ?, ?)",
        [taken.mark, taken.through],
    )


def empty(taken: Waiting) -> None:
    """Empty the file after the commit, unless somebody has added to it; then the next one who writes does."""
    with suppress(OSError), _opened(taken.file) as descriptor, _locked(descriptor):
        content = _all_of(descriptor)
        if len(content) == taken.through and content.partition(b"\n")[0].hex() == taken.mark:
            os.ftruncate(descriptor, 0)


def move(logbook: Path, kept: Path) -> None:
    """Let what waits, and what somebody is adding at this moment, go with the logbook it is about.

    Args:
        logbook: the path where another one is now.
        kept: where the one is that was there.
    """
    with suppress(OSError):
        file_of(logbook).replace(file_of(kept))


def add(logbook: Path, looks: Sequence[Look], strangers: Sequence[date]) -> None:
    """Let looks wait, where the logbook itself cannot take them now.

    Raises:
        OSError: there is no file for it, or it takes no more.
        ValueError: a name does not fit on a line.
    """
    if not all(plain(name) for look in looks for name in (look.login, look.name)):
        raise ValueError("a name of more than one line")
    lines = [
        line_of(_second(look.at), look.login, look.name, look.command, " ".join(map(str, look.callers)))
        for look in looks
    ]
    lines += [line_of(_second(start_of_day(day))) for day in strangers]
    with _opened(file_of(logbook)) as descriptor, _locked(descriptor):
        size = os.lseek(descriptor, 0, os.SEEK_END)
        begin = "" if size else MARK + os.urandom(MARK_BYTES).hex()
        content = (begin + "".join(lines)).encode()
        if os.write(descriptor, content) != len(content):
            os.ftruncate(descriptor, size)
            raise OSError(0, "a line was cut off")


def _second(at: datetime) -> str:
    return str(int(at.timestamp()))


@contextmanager
def _opened(file: Path) -> Iterator[int]:
    """Open the file if it is one of ours: no link, no pipe, no second name of another file."""
    never = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(file, os.O_RDWR | os.O_APPEND | never)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
            raise OSError(0, "no file of ours")
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    """Keep others from adding and emptying; closing the file unlocks it."""
    for _ in range(_TRIES):
        try:
            os.lockf(descriptor, os.F_TLOCK, 0)
        except OSError:
            time.sleep(_PAUSE)
        else:
            yield
            return
    raise OSError(0, "somebody holds the file")


def _all_of(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)


def _read(line: bytes) -> Look | date | None:
    """Read one line; None for one that was cut off, and for the first one."""
    moment, *told = line.decode("utf-8", "replace").split("\t")
    if not _is_number(moment, _LONGEST_MOMENT):
        return None
    at = datetime.fromtimestamp(int(moment), UTC)
    if not told:
        return local_day(at)
    if len(told) != _FIELDS - 1:
        return None
    login, name, command, callers = told
    ids = callers.split()
    if not (plain(login) and plain(name) and plain(command)):
        return None
    if not all(_is_number(one, _LONGEST_ID) for one in ids):
        return None
    return Look(
        at=at, login=login, name=name, command=command, callers=tuple(CallerId(int(one)) for one in ids)
    )


def _is_number(text: str, longest: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= longest
