"""What `check` asks of the file itself: pages, tables, references, search index, version and who may read it."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from itertools import zip_longest
from pathlib import Path

from agressielog.domain.evidence import Fault, FaultCode
from agressielog.storage import files, spool
from agressielog.storage import search_index as index
from agressielog.storage.identity import SCHEMA_VERSION

_Done = Callable[[int], None]
#: The table that sqlite-utils makes for itself, in the words of its own version.
_NOT_OURS = "_sqlite_migrations"
_OTHERS = stat.S_IRWXO
_GROUP_AND_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def size(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    """Find a file whose last page is not whole: SQLite misses only whole pages and reads zeros there."""
    ((page,),) = connection.execute("PRAGMA page_size")
    if files.size(path) % page:
        yield Fault(code=FaultCode.CUT_OFF)


def pages(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Yield what SQLite itself finds wrong with pages, rows and indexes; all of it."""
    for (told,) in connection.execute("PRAGMA integrity_check(1000000)"):
        if told != "ok":
            yield Fault(code=FaultCode.PAGES_BROKEN, detail=str(told))


def references(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Yield every row that refers to one that is not there."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        key = str(row) if row is not None else None
        yield Fault(code=FaultCode.REFERENCE_DANGLING, table=str(table), key=key, detail=str(parent))


def layout(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Yield every table, index and trigger that is not as this program makes it, for a file of this layout."""
    ((version,),) = connection.execute("PRAGMA user_version")
    found, (ours, steps) = _objects(connection), _as_made(int(version))
    for name in sorted(ours.keys() - found.keys()):
        yield Fault(code=FaultCode.LAYOUT_MISSING, detail=name)
    for name in sorted(found.keys() - ours.keys()):
        yield Fault(code=FaultCode.LAYOUT_STRANGE, detail=name)
    for name in sorted(ours.keys() & found.keys()):
        if ours[name] != found[name]:
            yield Fault(code=FaultCode.LAYOUT_OTHER, detail=name)
    if _NOT_OURS in found and _steps(connection) != steps:
        yield Fault(code=FaultCode.LAYOUT_OTHER, detail=_NOT_OURS)


@cache
def _as_made(version: int) -> tuple[Mapping[str, object], Sequence[object]]:
    """Return the layout of a new logbook of this or an older program, and the steps that made it."""
    from agressielog.storage.schema import lay_out

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        lay_out(connection, version)
        return _objects(connection), _steps(connection)


def _steps(connection: sqlite3.Connection) -> Sequence[object]:
    """Return which steps made the tables: a newer program goes on from there. When they were taken is nobody's."""
    return list(connection.execute(f"SELECT migration_set, name FROM {_NOT_OURS} ORDER BY rowid"))  # noqa: S608 - our own name


def _objects(connection: sqlite3.Connection) -> Mapping[str, object]:
    """Return everything in the schema by its name, with how it was made.

    What sqlite-utils and FTS5 made for themselves is spelled as their versions like it: of those only the
    name is compared, and what they hold by the checks of the pages and of the search index.
    """
    shadows = {
        name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'shadow'")
    }
    return {
        str(name): (sort, table, None if {name, table} & {_NOT_OURS, *shadows} else statement)
        for sort, name, table, statement in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master"
        )
    }


def search_index(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Yield every incident whose texts the index has otherwise, and whether it is whole in itself."""
    for incident in index.stale(connection):
        yield Fault(code=FaultCode.INDEX_STALE, table="incident", key=str(incident))
    try:
        if _other_words(connection):
            yield Fault(code=FaultCode.INDEX_BROKEN)
            return
        connection.execute("ROLLBACK")
        _whole_index(connection)
    except sqlite3.DatabaseError as error:
        if _primary(error) != sqlite3.SQLITE_CORRUPT:
            raise
        yield Fault(code=FaultCode.INDEX_BROKEN)


def _other_words(connection: sqlite3.Connection) -> bool:
    """Tell whether the words of the index are not those of the texts it holds.

    FTS5 compares sums in which the same slip in an even number of texts can cancel out, so the words are
    counted again in an index of their own, in memory.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as anew:
        anew.text_factory = connection.text_factory
        index.count_anew(connection, anew)
        counted = (each.execute(index.WORDS) for each in (connection, anew))
        return any(one != other for one, other in zip_longest(*counted))


def _whole_index(connection: sqlite3.Connection) -> None:
    """Let FTS5 compare the index with the texts it holds.

    It is asked by an INSERT that writes nothing; where even that may not be, a copy in memory is asked.
    """
    question = "INSERT INTO zoekindex(zoekindex) VALUES ('integrity-check')"
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(question)
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if _primary(error) != sqlite3.SQLITE_READONLY:
            raise
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute(question)


def _primary(error: sqlite3.Error) -> int:
    # The low byte of an extended result code is the primary one (sqlite.org/rescode.html).
    return error.sqlite_errorcode & 0xFF


def version(connection: sqlite3.Connection, _done: _Done) -> Iterator[Fault]:
    """Find a file of another layout than this program's."""
    ((found,),) = connection.execute("PRAGMA user_version")
    if found != SCHEMA_VERSION:
        yield Fault(code=FaultCode.VERSION_OTHER, detail=f"{found}, {SCHEMA_VERSION}")


def access(path: Path) -> Iterator[Fault]:
    """Yield every file of the logbook that others may read, and a folder in which others may put another.

    In a folder that the administrator gave to a group (setgid, writable for it) that group may do both.
    Windows has no such modes: there the folder of the user guards what is in it.
    """
    if os.name == "nt":  # pragma: no cover - this suite was not run on Windows
        return
    group = files.belongs_to_group(path.parent)
    refused = _OTHERS if group else _GROUP_AND_OTHERS
    for file in (path, path.with_name(path.name + "-journal"), spool.file_of(path)):
        mode = _mode(file)
        if mode is not None and mode & refused:
            yield Fault(code=FaultCode.FILE_OPEN, detail=f"{file.name} ({stat.S_IMODE(mode):o})")
    folder = path.parent.stat().st_mode
    writable = stat.S_IWOTH | (0 if group else stat.S_IWGRP)
    if folder & writable and not folder & stat.S_ISVTX:
        yield Fault(code=FaultCode.FOLDER_OPEN, detail=f"{path.parent} ({stat.S_IMODE(folder):o})")


def _mode(file: Path) -> int | None:
    try:
        return file.lstat().st_mode
    except OSError:
        return None
