"""Thousands of texts are found in bytes exactly where `in` would find them."""

from hypothesis import given
from hypothesis import strategies as st

from agressielog.storage.sieve import FEWEST, caught

# Of two letters, so that texts overlap, repeat, and nearly lie in a block.
_FEW = st.sampled_from(b"ab")


@st.composite
def _bytes(draw: st.DrawFn, fewest: int, most: int) -> bytes:
    return bytes(draw(st.lists(_FEW, min_size=fewest, max_size=most)))


@given(
    needles=st.lists(_bytes(FEWEST, 20), max_size=12),
    blocks=st.lists(_bytes(0, 60), max_size=4),
)
def test_it_catches_what_lies_in_a_block_and_nothing_else(needles: list[bytes], blocks: list[bytes]) -> None:
    assert caught(needles, blocks) == {needle for needle in needles if any(needle in one for one in blocks)}


@given(before=st.integers(0, 20), needle=_bytes(FEWEST, 30), after=st.integers(0, 20))
def test_it_catches_a_text_wherever_it_begins(before: int, needle: bytes, after: int) -> None:
    assert caught([needle], [b"x" * before + needle + b"x" * after]) == {needle}
