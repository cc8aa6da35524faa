"""Looks for thousands of texts in one pass over bytes, where `in` would need a pass for each of them.

By hand, because the standard library looks for one text at a time: an alternation of `re` tries every text at
every byte. Here so many bytes are one number; a text can only lie where the numbers in it do, and of the few
that are left `in` tells.
"""

import sys
from collections.abc import Collection, Iterable
from typing import Literal

# Bytes that are one number, with its code for a `memoryview`: the longer, the fewer are there by chance.
_LONG: tuple[int, Literal["Q"]] = (8, "Q")
_SHORT: tuple[int, Literal["I"]] = (4, "I")
#: The fewest bytes a text can be looked for by.
FEWEST = _SHORT[0]


def caught(needles: Collection[bytes], blocks: Iterable[bytes]) -> frozenset[bytes]:
    """Return which texts lie in any of the blocks.

    Args:
        needles: each at least `FEWEST` bytes.
        blocks: that overlap where a text may lie across two of them.
    """
    sieves = [
        _Sieve(*_LONG, [needle for needle in needles if len(needle) >= _LONG[0]]),
        _Sieve(*_SHORT, [needle for needle in needles if len(needle) < _LONG[0]]),
    ]
    return frozenset(needle for block in blocks for sieve in sieves for needle in sieve.take_from(block))


class _Sieve:
    """Texts that are waited for, each with three of the numbers in it: more would only make the set of all larger."""

    def __init__(self, size: int, code: Literal["Q", "I"], needles: Collection[bytes]) -> None:
        self._size = size
        self._code = code
        self._waiting = {
            needle: frozenset(
                int.from_bytes(needle[begin : begin + size], sys.byteorder)
                for begin in (0, (len(needle) - size) // 2, len(needle) - size)
            )
            for needle in needles
        }
        self._wanted = frozenset(number for numbers in self._waiting.values() for number in numbers)

    def take_from(self, block: bytes) -> list[bytes]:
        """Return which texts lie in a block; they are not waited for any more."""
        there = self._among(block) if self._waiting else frozenset()
        found = [needle for needle, numbers in self._waiting.items() if numbers <= there and needle in block]
        for needle in found:
            del self._waiting[needle]
        return found

    def _among(self, block: bytes) -> frozenset[int]:
        """Return which of the numbers lie anywhere in a block."""
        view, found = memoryview(block), frozenset[int]()
        for shift in range(self._size):
            whole = (len(block) - shift) // self._size * self._size
            if whole > 0:
                found |= self._wanted.intersection(view[shift : shift + whole].cast(self._code))
        return found
