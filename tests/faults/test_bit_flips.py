"""One bit of the file flips: whatever it changes of what the logbook says, `check` reports it.

`AGRESSIELOG_BITS` sets how many flips are tried (10,000 for the table in the documentation).
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import evidence
import pytest
import story
from telling import cards, says

from agressielog.bootstrap import CardMaking
from agressielog.domain.errors import AgressielogError
from agressielog.domain.evidence import CheckName
from agressielog.storage.checking import SqliteEvidence
from agressielog.storage.store import SqliteStore

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

_FLIPS = int(os.environ.get("AGRESSIELOG_BITS", "1500"))
_PARTS = 12
_EACH = -(-_FLIPS // _PARTS)
_CHECKS = [name for name in CheckName if name not in {CheckName.PLACE, CheckName.ANCHOR}]


@pytest.fixture
def whole(memory_folder: Path) -> bytes:
    """A logbook with something in every table, small enough that most of it is data."""
    path = memory_folder / "logboek.db"
    store = SqliteStore(path, may_create=True, card_maker=CardMaking(path).on)
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("land", "NL")
    evidence.fill(store, calls=40)
    assert evidence.faults(path) == ()
    assert cards(path)
    return path.read_bytes()


def _is_reported(path: Path) -> bool:
    """Tell whether `check` finds anything; the checks after the first that does are not made."""
    try:
        asked = SqliteEvidence(path, story.NOW, CardMaking(path).on)
        return any(asked.faults(name, lambda _seen: None) for name in _CHECKS)
    except AgressielogError:
        return True


@pytest.mark.parametrize("part", range(_PARTS))
def test_every_flip_that_changes_what_the_logbook_says_is_reported(
    whole: bytes,
    memory_folder: Path,
    part: int,
    tell_result: Callable[..., None],
) -> None:
    dice = random.Random(part)
    flipped = memory_folder / "omgevallen.db"
    flipped.touch(0o600)
    flipped.write_bytes(whole)
    before, told = says(flipped), cards(flipped)
    assert told
    changed = 0
    missed: list[tuple[int, int]] = []
    for _ in range(_EACH):
        place, bit = dice.randrange(len(whole)), dice.randrange(8)
        content = bytearray(whole)
        content[place] ^= 1 << bit
        flipped.write_bytes(content)
        if says(flipped) == before and (cards(flipped) or set()) <= told:
            continue
        changed += 1
        if not _is_reported(flipped):
            missed.append((place, bit))
    tell_result(
        "één bit van het bestand omgevallen",
        _EACH,
        veranderden_wat_er_staat=changed,
        niet_gemeld=len(missed),
    )
    assert missed == []
    # Half of the bytes are indexes, arrangement and empty space.
    assert changed > _EACH // 16
