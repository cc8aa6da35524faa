"""Cards on SQLite: who makes them, who takes them away, and what a break leaves behind."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
import story
import true_cards

from agressielog.application.errors import LogbookMissing
from agressielog.bootstrap import CardMaking
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.evidence import FaultCode
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.vocabulary import Certainty
from agressielog.storage import card_renewal
from agressielog.storage.card_renewal import CardRenewal
from agressielog.storage.store import SqliteStore

_NUMBERS = tuple(PhoneNumber(f"+316123456{last:02}") for last in range(45))


@pytest.fixture
def made(memory_folder: Path) -> SqliteStore:
    """A logbook that makes cards."""
    path = memory_folder / "logboek.db"
    return SqliteStore(path, may_create=True, card_maker=CardMaking(path).on)


@pytest.fixture
def filled(made: SqliteStore) -> SqliteStore:
    """The same with a caller behind each of many numbers."""
    _link(made, _NUMBERS)
    return made


def _link(store: SqliteStore, numbers: Iterable[PhoneNumber]) -> None:
    with store.writing(story.deed("import")) as tx:
        for number in numbers:
            caller = tx.add_caller(NewCaller(name="J. Jansen"))
            tx.link(caller.id, NumberLink(number, Certainty.CERTAIN, story.TODAY))


def _change(store: SqliteStore, statement: str) -> None:
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(statement)


def _box(store: SqliteStore) -> tuple[object, ...]:
    with closing(sqlite3.connect(store.path)) as connection:
        found = connection.execute("SELECT stand, klaar, land, melding FROM kaartenbak").fetchone()
    assert isinstance(found, tuple)
    return found


def test_the_first_write_makes_the_box_and_nobodys_card(made: SqliteStore) -> None:
    with made.writing(story.deed("instelling")) as tx:
        tx.change_setting("organisatie", "Gemeente Voorbeeldstad")
    assert _box(made) == (1, 1, "NL", None)
    assert true_cards.lacking(made.path) == []


def test_a_write_that_changes_nothing_makes_nothing(made: SqliteStore) -> None:
    with made.writing(story.deed("instelling")):
        pass
    assert true_cards.lacking(made.path) == [""]


def test_a_setting_that_a_card_is_told_with_is_kept_without_making_any_anew(filled: SqliteStore) -> None:
    with filled.writing(story.deed("instelling")) as tx:
        tx.change_setting("land", "BE")
        tx.change_setting("demo", "ja")
    assert _box(filled) == (1, 1, "BE", "VOORBEELDLOGBOEK: alle mensen en nummers zijn verzonnen.")
    assert true_cards.lacking(filled.path) == []


def test_a_number_that_is_taken_from_its_last_caller_loses_its_card(filled: SqliteStore) -> None:
    with filled.writing(story.deed("beller nummer remove")) as tx:
        (caller,) = tx.callers_of(_NUMBERS[0])
        tx.unlink(caller.id, _NUMBERS[0])
    assert true_cards.untrue(filled.path) == []
    with closing(sqlite3.connect(filled.path)) as connection:
        found = connection.execute("SELECT 1 FROM kaart WHERE nummer = ?", [_NUMBERS[0].key])
        assert found.fetchone() is None


def test_whoever_cannot_make_cards_takes_away_what_is_untrue_now(filled: SqliteStore) -> None:
    with SqliteStore(filled.path).writing(story.deed("beller edit")) as tx:
        (caller,) = tx.callers_of(_NUMBERS[0])
        tx.unlink(caller.id, _NUMBERS[0])
        tx.link(caller.id, NumberLink(_NUMBERS[1], Certainty.CERTAIN, story.TODAY))
    assert true_cards.lacking(filled.path) == [_NUMBERS[1].key]
    assert filled.outdated_cards() == 1
    assert SqliteStore(filled.path).outdated_cards() == 0
    SqliteStore(filled.path).renew_cards(story.TODAY, lambda _made: True)
    assert not SqliteStore(filled.path).renew_card(_NUMBERS[1], story.TODAY)
    assert filled.outdated_cards() == 1


def test_a_file_without_cards_gets_them(memory_folder: Path) -> None:
    path = memory_folder / "logboek.db"
    _link(SqliteStore(path, may_create=True), _NUMBERS)
    store = SqliteStore(path, card_maker=CardMaking(path).on)
    assert store.outdated_cards() == len(_NUMBERS)
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("organisatie", "Gemeente Voorbeeldstad")
    assert store.outdated_cards() == len(_NUMBERS)
    store.renew_cards(story.TODAY, lambda _made: True)
    assert store.outdated_cards() == 0
    assert true_cards.untrue(path) == []


def test_what_was_broken_off_goes_on_where_it_was(
    filled: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_renewal, "_BATCH", 0.0)
    _change(filled, "UPDATE kaartenbak SET uitgave = 0")
    told: list[int] = []

    def until_interrupted(made: int) -> bool:
        told.append(made)
        return len(told) > 1

    filled.renew_cards(story.TODAY, until_interrupted)
    assert told == [20]
    left = len(true_cards.lacking(filled.path))
    assert left == filled.outdated_cards() == 25
    filled.renew_cards(story.TODAY, until_interrupted)
    assert told == [20, 20, 25, 25]
    assert true_cards.lacking(filled.path) == []
    assert _box(filled)[:2] == (2, 2)


def test_it_begins_again_where_another_desk_made_them_all_untrue_meanwhile(
    filled: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_renewal, "_BATCH", 0.0)
    _change(filled, "UPDATE kaartenbak SET uitgave = 0")

    def done(made: int) -> bool:
        if made == 40:
            _change(filled, "UPDATE kaartenbak SET uitgave = 0 WHERE stand = 2")
        return True

    filled.renew_cards(story.TODAY, done)
    assert true_cards.lacking(filled.path) == []
    assert _box(filled)[:2] == (3, 3)


def test_a_newer_program_s_cards_are_left_alone(filled: SqliteStore) -> None:
    _change(filled, "UPDATE kaartenbak SET uitgave = 99, klaar = 0")
    filled.renew_cards(story.TODAY, lambda _made: True)
    assert filled.outdated_cards() == 0
    assert not filled.renew_card(_NUMBERS[0], story.TODAY)
    assert true_cards.untrue(filled.path) == []


def test_a_card_that_two_desks_miss_is_made_once(
    filled: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change(filled, f"DELETE FROM kaart WHERE nummer = '{_NUMBERS[0].key}'")
    written = CardRenewal._written

    def after_the_other_desk(renewal: CardRenewal) -> object:
        monkeypatch.setattr(CardRenewal, "_written", written)
        assert filled.renew_card(_NUMBERS[0], story.TODAY)
        return written(renewal)

    monkeypatch.setattr(CardRenewal, "_written", after_the_other_desk)
    assert filled.renew_card(_NUMBERS[0], story.TODAY)
    assert true_cards.untrue(filled.path) == []


def test_there_is_nothing_to_renew_where_there_is_no_logbook(made: SqliteStore) -> None:
    with pytest.raises(LogbookMissing):
        made.outdated_cards()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE kaart SET tekst = 'x' WHERE nummer = '+31612345600'", ("kaart", "06-••••5600")),
        ("UPDATE kaart SET gevouwen = 'x' WHERE nummer = ''", ("kaart", "")),
        ("UPDATE kaart SET bellers = '9' WHERE nummer = '+31612345600'", ("kaart", "06-••••5600")),
        ("UPDATE kaart SET nummer = 'x' WHERE nummer = '+31612345600'", ("kaart", None)),
        ("UPDATE kaart SET nummer = '+31687654321' WHERE nummer = '+31612345600'", ("kaart", "06-••••4321")),
        ("UPDATE kaart SET vanaf = vanaf * 1000000 WHERE nummer = '+31612345600'", ("kaart", "06-••••5600")),
        ("UPDATE kaartenbak SET land = 'BE'", ("kaartenbak", "1")),
        ("UPDATE kaartenbak SET melding = 'x'", ("kaartenbak", "1")),
    ],
)
def test_what_another_program_changed_is_found(
    filled: SqliteStore, statement: str, fault: tuple[str, str | None]
) -> None:
    _change(filled, statement)
    (found,) = true_cards.untrue(filled.path)
    assert (found.table, found.key) == fault
    assert found.code in {FaultCode.CARD_OTHER, FaultCode.CARD_UNCHECKED}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kaart SET stand = 0, tekst = 'x'",
        "DELETE FROM kaart",
        "DELETE FROM kaartenbak",
        "UPDATE kaartenbak SET uitgave = 0",
        "UPDATE kaartenbak SET grond = 'x'",
    ],
)
def test_what_nobody_is_told_is_no_fault(filled: SqliteStore, statement: str) -> None:
    _change(filled, statement)
    assert true_cards.untrue(filled.path) == []
