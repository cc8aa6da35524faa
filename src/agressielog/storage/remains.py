"""`Remains` on SQLite: writes the file anew without old bytes, and reads what is left in it byte by byte.

`secure_delete` overwrites what is deleted, but not what SQLite moved aside when it rearranged a page; VACUUM
leaves such a page out. What a text was found in is compared with the records: a number that somebody else has
too is no remnant.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
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
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
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
        lying = self._lying({text for _, text in (*pieces, *words)})
        with (
            translated(str(self._path), WRITE_PATIENCE, storing=False),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
            understood(),
        ):
            held = _Held(connection)
            found = {field for field, piece in pieces if piece in lying and not held.as_text(piece)}
            found |= {
                field
                for field, word in words
                if word in lying and not held.as_word(word) and not held.as_text(word)
            }
        return sorted(found)

    def _lying(self, wanted: Iterable[str]) -> set[str]:
        """Return which texts lie anywhere in the files, in any encoding."""
        needles = {(text, text.encode(encoding)) for text in wanted for encoding in _ENCODINGS}
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
        for (table,) in tables.fetchall():
            named = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
            self._columns.append((str(table), tuple(str(name) for (name,) in named)))
        connection.execute("CREATE VIRTUAL TABLE temp.woord USING fts5vocab('main', 'zoekindex', 'row')")

    def as_text(self, piece: str) -> bool:
        """Tell whether any cell holds it, in capitals or not."""
        folded = piece.lower()
        for table, columns in self._columns:
            condition = " OR ".join(f'instr(lower("{column}"), ?1)' for column in columns)
            statement = f'SELECT 1 FROM "{table}" WHERE {condition} LIMIT 1'  # noqa: S608 - our own tables and columns
            if self._connection.execute(statement, [folded]).fetchone() is not None:
                return True
        return False

    def as_word(self, word: str) -> bool:
        """Tell whether any word of the search index has it in it."""
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


def _blocks(path: Path, overlap: int) -> Iterator[bytes]:
    if not path.exists():
        return
    with path.open("rb") as file:
        kept = b""
        while block := file.read(_AT_ONCE):
            kept += block
            yield kept
            kept = kept[-overlap:] if overlap else b""
