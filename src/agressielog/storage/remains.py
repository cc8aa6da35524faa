"""`Remains` on SQLite: writes the file anew without old bytes, and reads what is left in it byte by byte.

`secure_delete` overwrites what is deleted, but not what SQLite moved aside when it rearranged a page; VACUUM
leaves such a page out. What a text was found in is compared with the records: a number that somebody else has
too is no remnant.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from agressielog.domain.erasure import Told
from agressielog.storage.connection import WRITE_PATIENCE, connect, make_durable
from agressielog.storage.faults import translated, understood

# A shorter text stands by chance in any file: in a number, a sum, a word of somebody else.
_SHORTEST, _SHORTEST_WORD = 5, 6
# A longer text may lie in pieces on several pages; its begin, middle and end are looked for.
_LONGEST = 40
_AT_ONCE = 8 * 2**20
_FILES = ("", "-journal", "-wal")
# Within JSON these are written in another way.
_BREAKS = re.compile(r'[\x00-\x1f"\\]+')


class SqliteRemains:
    """The bytes of the logbook in the file *path*."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def clean(self) -> None:
        """Write the file anew without anything that was deleted."""
        with (
            translated(str(self._path), WRITE_PATIENCE),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
        ):
            make_durable(connection, self._path, large=False)
            connection.execute("VACUUM")

    def left(self, texts: Sequence[Told]) -> Sequence[str]:
        """Return the fields of which a text still lies in the file, though no record holds it."""
        pieces = dict.fromkeys((told.field, piece) for told in texts for piece in _pieces(told.text))
        words = dict.fromkeys((told.field, word) for told in texts for word in _words(told.text))
        # The search index has its words in one encoding only.
        lying = self._lying(
            {(piece, spelled) for _, piece in pieces for spelled in _spelled(piece)}
            | {(word, word.encode()) for _, word in words}
        )
        with (
            translated(str(self._path), WRITE_PATIENCE, storing=False),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
            understood(),
        ):
            held = _Held(connection)
            found = {field for field, text in (*pieces, *words) if text in lying and not held.anywhere(text)}
        return sorted(found)

    def _lying(self, needles: Collection[tuple[str, bytes]]) -> set[str]:
        """Return which texts lie anywhere in the files, spelled as one of their bytes."""
        overlap = max((len(needle) for _, needle in needles), default=1) - 1
        found: set[str] = set()
        for ending in _FILES:
            for block in _blocks(self._path.with_name(self._path.name + ending), overlap):
                found |= {text for text, needle in needles if text not in found and needle in block}
        return found


class _Held:
    """What the records and the search index hold."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        tables = connection.execute(
            """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
            AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"""
        )
        self._columns: list[tuple[str, tuple[str, ...]]] = [("sqlite_master", ("sql",))]
        # Most of what is asked stands in an incident.
        for (table,) in sorted(tables.fetchall(), key=lambda row: (row[0] != "incident", row[0])):
            named = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
            self._columns.append((str(table), tuple(str(name) for (name,) in named)))
        connection.execute("CREATE VIRTUAL TABLE temp.woord USING fts5vocab('main', 'zoekindex', 'row')")

    def anywhere(self, text: str) -> bool:
        """Tell whether any record, or any word of the search index, holds it."""
        return self._as_text(text) or self._as_word(text.lower())

    def _as_text(self, piece: str) -> bool:
        # SQLite makes only the letters of ASCII small.
        folded = "".join(letter.lower() if letter.isascii() else letter for letter in piece)
        for table, columns in self._columns:
            condition = " OR ".join(f'instr(lower("{column}"), ?1)' for column in columns)
            statement = f'SELECT 1 FROM "{table}" WHERE {condition} LIMIT 1'  # noqa: S608 - our own tables and columns
            if self._connection.execute(statement, [folded]).fetchone() is not None:
                return True
        return False

    def _as_word(self, word: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM temp.woord WHERE instr(term, ?) LIMIT 1", [word])
        return found.fetchone() is not None


def _pieces(text: str) -> Iterator[str]:
    for whole in _BREAKS.split(text):
        last = len(whole) - _LONGEST
        for begin in (0, last // 2, last) if last > 0 else (0,):
            piece = whole[begin : begin + _LONGEST].strip()
            if len(piece) >= _SHORTEST:
                yield piece


def _words(text: str) -> Iterator[str]:
    """Yield words as the search index keeps them: small, without accents."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    yield from (word for word in re.findall(r"\w+", plain.lower()) if len(word) >= _SHORTEST_WORD)


def _spelled(piece: str) -> Iterator[bytes]:
    """Yield a piece as it can lie in a file."""
    yield piece.encode()
    little = piece.encode("utf-16-le")
    if piece.isascii():
        # Without its last zero it is part of the other byte order too.
        yield little[:-1]
    else:
        yield little
        yield piece.encode("utf-16-be")


def _blocks(path: Path, overlap: int) -> Iterator[bytes]:
    if not path.exists():
        return
    with path.open("rb") as file:
        kept = b""
        while block := file.read(_AT_ONCE):
            kept += block
            yield kept
            kept = kept[-overlap:] if overlap else b""
