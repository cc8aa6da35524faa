"""A logbook that lost the end of its last page, which SQLite itself takes for a page of zeros."""

import os

import pytest
import story

from agressielog.application.errors import LogbookDamaged
from agressielog.storage.store import SqliteStore


@pytest.mark.parametrize("missing", [1, 100, 4095])
def test_a_last_page_that_is_not_whole_is_damage_and_stays_as_it_is(
    sqlite_store: SqliteStore, missing: int
) -> None:
    story.recorded(sqlite_store)
    os.truncate(sqlite_store.path, sqlite_store.path.stat().st_size - missing)
    before = sqlite_store.path.read_bytes()

    with pytest.raises(LogbookDamaged), sqlite_store.reading():
        pass
    with pytest.raises(LogbookDamaged), sqlite_store.writing(story.deed()):
        pass

    assert sqlite_store.path.read_bytes() == before
