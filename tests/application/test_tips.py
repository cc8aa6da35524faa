"""Which tip a caller needs, and an organisation's own texts in the logbook."""

import sqlite3
from contextlib import closing

import pytest
import story
from story import SWEARING, THREAT

from agressielog.application.look_up import look_up_number
from agressielog.application.ports.logbook import Store
from agressielog.application.tips import keep_tips, kind_seen_most, kind_to_advise_on
from agressielog.domain.policy import KindCode
from agressielog.domain.setting import TIP_TEXTS
from agressielog.storage.store import SqliteStore


def kept(store: Store) -> str | None:
    with store.reading() as reading:
        return reading.settings().get(TIP_TEXTS)


@pytest.mark.parametrize(
    ("calls", "seen", "advised"),
    [
        ([], None, None),
        ([(SWEARING, None)], SWEARING, SWEARING),
        ([(SWEARING, None), (THREAT, None), (SWEARING, None)], SWEARING, SWEARING),
        ([(SWEARING, "rustig praten"), (SWEARING, None)], SWEARING, None),
        ([(story.CRITICISM, None)], None, None),
    ],
    ids=["unknown", "once", "most", "helped", "criticism"],
)
def test_a_tip_is_for_what_was_seen_most_unless_it_is_known_what_helped(
    store: Store, calls: list[tuple[KindCode, str | None]], seen: KindCode | None, advised: KindCode | None
) -> None:
    for kind, helped in calls:
        story.recorded(store, kinds=(kind,), helped=helped)
    answer = look_up_number(store, story.MOBILE, story.policy(), story.TODAY)
    assert (kind_seen_most(answer), kind_to_advise_on(answer)) == (seen, advised)


def test_own_texts_are_kept_and_taken_back(store: Store) -> None:
    keep_tips(store, story.deed("tips"), "versie = 1")
    assert kept(store) == "versie = 1"
    keep_tips(store, story.deed("tips"), None)
    assert kept(store) is None


def test_what_is_in_use_already_is_not_written_again(sqlite_store: SqliteStore) -> None:
    def changes() -> int:
        with closing(sqlite3.connect(sqlite_store.path)) as connection:
            ((found,),) = connection.execute("SELECT count(*) FROM logboek").fetchall()
            return int(found)

    keep_tips(sqlite_store, story.deed("tips"), "versie = 1")
    before = changes()
    keep_tips(sqlite_store, story.deed("tips"), "versie = 1")
    assert changes() == before
