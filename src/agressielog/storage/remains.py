"""`Remains` on SQLite: writes the file anew without old bytes, and reads what is left in it byte by byte.

`secure_delete` overwrites what is deleted, but not what SQLite moved aside when it rearranged a page; VACUUM
leaves such a page out. What a text was found in is compared with the records: a number that somebody else has
too is no remnant.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from agressielog.domain.erasure import Searched, Told
from agressielog.domain.spooled_look import SPOOL
from agressielog.storage.connection import WRITE_PATIENCE, connect, make_durable
from agressielog.storage.faults import translated, understood
from agressielog.storage.rows import to_json
from agressielog.storage.sieve import caught

# A shorter text stands by chance in any file: in a number, a sum, a word of somebody else.
_SHORTEST, _SHORTEST_WORD = 5, 6
# A longer text may lie in pieces on several pages; its begin, middle and end are looked for.
_LONGEST = 40
# The smaller a block, the fewer texts could be in it, and are looked for one by one.
_AT_ONCE = 2**20
_FILES = ("", "-journal", "-wal", SPOOL)
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

    def left(self, texts: Sequence[Told]) -> Searched:
        """Look for texts in the file, and tell of which fields one still lies there though no record holds it."""
        forms = {told: _Forms(told) for told in texts}
        lying = self._lying(forms.values())
        held = self._held({form for of_text in forms.values() for form in of_text.among(lying)})
        return Searched(
            fields=tuple(
                sorted({told.field for told, of_text in forms.items() if of_text.among(lying) - held})
            ),
            # A name is kept as typed, and in small letters to be found by.
            texts=len({told.text.lower() for told in texts}),
            too_short=len({told.text.lower() for told, of_text in forms.items() if of_text.too_short}),
        )

    def _lying(self, forms: Iterable["_Forms"]) -> frozenset[bytes]:
        """Return which bytes lie anywhere in the files."""
        needles = {spelled for of_text in forms for spelled in of_text.spelled}
        overlap = max(map(len, needles), default=1) - 1
        return caught(
            needles,
            (
                block
                for ending in _FILES
                for block in _blocks(self._path.with_name(self._path.name + ending), overlap)
            ),
        )

    def _held(self, forms: Iterable[str]) -> frozenset[str]:
        """Return which of these some record holds, or some word of the search index, in capitals or not."""
        asked = {form: {form.encode().lower(), form.lower().encode()} for form in forms}
        with (
            translated(str(self._path), WRITE_PATIENCE, storing=False),
            closing(connect(self._path, WRITE_PATIENCE)) as connection,
            understood(),
        ):
            there = caught({one for both in asked.values() for one in both}, _records(connection))
        return frozenset(form for form, both in asked.items() if both & there)


class _Forms:
    """One text in every way in which it can lie in a file.

    Attributes:
        spelled: by its bytes, the piece of it, or the word in it, that they are.
        too_short: whether it can only be told apart where its field stands before it, in the journal.
    """

    def __init__(self, told: Told) -> None:
        pieces, words = set(_pieces(told.text)), set(_words(told.text))
        self.too_short = not pieces and not words
        self.spelled: Mapping[bytes, str] = {
            # The search index has its words in one encoding only.
            **{word.encode(): word for word in words},
            **{spelled: piece for piece in pieces for spelled in _spelled(piece)},
        }
        if self.too_short:
            image = to_json({told.field: told.text}).strip("{}")
            self.spelled = {image.encode(): image}

    def among(self, lying: frozenset[bytes]) -> frozenset[str]:
        """Return what of it lies in the file."""
        return frozenset(form for spelled, form in self.spelled.items() if spelled in lying)


def _records(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Yield what the records and the search index hold, in small letters.

    Of a row without anything in between: so it lies in the file, and a text that only comes about where one
    cell ends and the next one begins is nobody's.
    """
    tables = connection.execute(
        """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')
        AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"""
    ).fetchall()
    connection.execute("CREATE VIRTUAL TABLE temp.woord USING fts5vocab('main', 'zoekindex', 'row')")
    kept = bytearray()
    for statement in (
        "SELECT sql FROM sqlite_master",
        "SELECT term FROM temp.woord",
        *(f'SELECT * FROM "{table}"' for (table,) in tables),  # noqa: S608 - our own tables
    ):
        for row in connection.execute(statement):
            kept += "".join(cell for cell in row if isinstance(cell, str)).encode().lower() + b"\0"
            if len(kept) >= _AT_ONCE:
                yield bytes(kept)
                kept.clear()
    yield bytes(kept)


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
