"""A logbook of an older program: the first command brings it up to date, and says where the old one is."""

import sqlite3
from contextlib import closing

import pytest
from office import Office

from agressielog.domain.backup_name import kept_aside_among
from agressielog.storage.identity import SCHEMA_VERSION

_OLDER = SCHEMA_VERSION - 1


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk whose logbook says it is older; the steps it lacks are none."""
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    with closing(sqlite3.connect(office.logbook)) as connection:
        connection.execute(f"PRAGMA user_version={_OLDER}")
        connection.commit()
    return office


@pytest.mark.parametrize(
    "words",
    [("list", "--json"), ("lookup", "0612345678"), ("add", "0612345678", "-s", "schelden", "-w", "x")],
    ids=" ".join,
)
def test_it_is_said_once_and_the_answer_is_as_ever(desk: Office, words: tuple[str, ...]) -> None:
    shown = desk.do(*words)
    assert shown.status == 0
    (kept,) = kept_aside_among([path.name for path in desk.logbook.parent.iterdir()])
    assert shown.err == (
        f"Het logboek is bijgewerkt van indeling {_OLDER} naar {SCHEMA_VERSION}. Zoals het was, is het bewaard als "
        f"{desk.logbook.parent / kept}; gooi dat weg zodra het niet meer nodig is.\n"
    )
    assert desk.do("list").err == ""
    assert desk.do("check").out == ""
