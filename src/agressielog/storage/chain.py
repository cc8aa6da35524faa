"""The chain over the journal: what makes every later change of an entry show.

An entry has a part that stays (number, moment, who, what, which record) and a content (`voor`, `na`) that
may have to be erased. Over the content with 16 random bytes of salt stands a commitment, over the part
that stays, the commitment and the value of the entry before stands the value of this one. Content and
salt can so be taken away without breaking anything, and cannot be guessed back from the commitment.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from hashlib import sha256

from agressielog.domain.value import value
from agressielog.storage.rows import Cell

#: What the first entry hangs on.
BEGIN = "0" * 64
#: Random bytes in a salt.
SALT_BYTES = 16
#: The columns that stay in the clear, in the order in which they are chained.
CLEAR = ("id", "handeling", "op", "login", "naam", "opdracht", "tabel", "sleutel")

_canonical: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":")
).encode


@value
class Link:
    """A journal entry as it stands in the file, whatever became of it there.

    Attributes:
        clear: the cells of `CLEAR`.
        before, after, salt: all three None where erased.
    """

    clear: tuple[Cell, ...]
    before: Cell
    after: Cell
    salt: Cell
    commitment: Cell
    value: Cell

    @property
    def number(self) -> Cell:
        """The number of the entry."""
        return self.clear[0]

    @property
    def erased(self) -> bool:
        """Whether content and salt were taken away."""
        return self.salt is None and self.before is None and self.after is None


@value
class Head:
    """Where the chain stands: the number of the last entry (0 for none) and its value."""

    number: int = 0
    value: str = BEGIN


class Break(Enum):
    """What is wrong with an entry."""

    UNREADABLE = "unreadable"
    MISSING = "missing"
    CONTENT = "content"
    CHAIN = "chain"


def commitment(salt: Cell, before: Cell, after: Cell) -> str:
    """Return the commitment of a content: SHA-256 over the salt and canonical JSON, in hexadecimal digits.

    The texts of the images are taken as they are stored, so that no spelling of them can be exchanged
    for another.

    Raises:
        TypeError: the cells are no texts.
    """
    return _hash(str(salt) + _canonical({"na": after, "voor": before}))


def value_after(previous: Cell, clear: Iterable[Cell], committed: Cell) -> str:
    """Return the chain value of an entry that comes after the one with the value *previous*.

    Raises:
        TypeError: a cell can be nothing of ours.
    """
    return _hash(_canonical([previous, *clear, committed]))


def content_breaks(links: Iterable[Link]) -> Iterator[tuple[int, Break]]:
    """Yield the number of every entry whose content is not what was committed to, with what is wrong."""
    for place, link in enumerate(links, start=1):
        if link.erased:
            continue
        number = link.number if isinstance(link.number, int) else place
        try:
            if commitment(link.salt, link.before, link.after) != link.commitment:
                yield number, Break.CONTENT
        except TypeError:
            yield number, Break.UNREADABLE


def chain_breaks(links: Iterable[Link]) -> Iterator[tuple[int, Break]]:
    """Yield the number of every entry that does not hang on the one before, and of those that are missing.

    After a break the chain is followed from what stands there, so that each fault is told once.

    Args:
        links: the whole journal in the order of its numbers.
    """
    previous: Cell = BEGIN
    expected = 1
    for link in links:
        if not isinstance(link.number, int):
            yield expected, Break.UNREADABLE
            continue
        if link.number != expected:
            yield expected, Break.MISSING
        try:
            if value_after(previous, link.clear, link.commitment) != link.value:
                yield link.number, Break.CHAIN
        except TypeError:
            yield link.number, Break.UNREADABLE
        previous = link.value
        expected = link.number + 1


def _hash(text: str) -> str:
    # A file that was meddled with may hold bytes that are no text; they are hashed as what they are.
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
