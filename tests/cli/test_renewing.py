"""Prepared answers that became untrue all at once are made anew, by whoever writes or takes the long way."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest
import true_cards
from office import Office

from agressielog.application.errors import LogbookBusy
from agressielog.cli import renewing
from agressielog.storage import card_renewal
from agressielog.storage.store import SqliteStore


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with three numbers."""
    for last in range(3):
        office.add(f"061234567{last}", "-s", "schelden", "-w", "x")
    return office


@pytest.fixture
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a command time for one number only."""
    monkeypatch.setattr(renewing, "_SHARE", 0.0)
    monkeypatch.setattr(card_renewal, "_AT_ONCE", 1)
    monkeypatch.setattr(card_renewal, "_BATCH", 0.0)


def _made_by_edition(office: Office, edition: int) -> None:
    with closing(sqlite3.connect(office.logbook)) as connection, connection:
        connection.execute("UPDATE kaartenbak SET uitgave = ?", [edition])


def _cards(office: Office) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(office.logbook)) as connection:
        return list(
            connection.execute("SELECT nummer, status, kaart.stand = kaartenbak.stand FROM kaart, kaartenbak")
        )


@pytest.mark.parametrize(
    "words",
    [("beleid", "use", "klantenservice"), ("instelling", "set", "beleid", "klantenservice")],
    ids=" ".join,
)
def test_another_policy_makes_them_all_anew_in_the_same_command(desk: Office, words: tuple[str, ...]) -> None:
    shown = desk.do(*words)
    assert (shown.status, shown.err) == (0, "")
    assert true_cards.lacking(desk.logbook) == []


@pytest.mark.usefixtures("one_at_a_time")
def test_where_nobody_looks_on_a_command_does_a_share_and_the_next_goes_on(desk: Office) -> None:
    desk.do("beleid", "use", "klantenservice")
    lacking = true_cards.lacking(desk.logbook)
    assert len(lacking) == 2
    desk.do("beller", "edit", "B1", "--naam", "J. Jansen")
    assert len(true_cards.lacking(desk.logbook)) == 1
    desk.do("beller", "edit", "B1", "--naam", "K. Jansen")
    assert true_cards.lacking(desk.logbook) == []


@pytest.mark.usefixtures("one_at_a_time")
def test_on_a_terminal_a_command_does_the_whole(desk: Office) -> None:
    shown = desk.do("beleid", "use", "klantenservice", answers=[])
    assert shown.status == 0
    assert true_cards.lacking(desk.logbook) == []


def test_after_an_update_of_the_program_the_first_write_makes_them_anew(desk: Office) -> None:
    _made_by_edition(desk, 0)
    desk.add("0687654321", "-s", "schelden", "-w", "x")
    assert true_cards.lacking(desk.logbook) == []


def test_a_look_up_that_took_the_long_way_makes_the_card_of_that_number(desk: Office) -> None:
    _made_by_edition(desk, 0)
    before = desk.journal()
    shown = desk.do("lookup", "0612345670")
    assert "BEKEND" in shown.out
    assert true_cards.lacking(desk.logbook) == ["+31612345671", "+31612345672"]
    assert desk.journal() == before


def test_so_does_one_of_a_number_that_is_nobodys(desk: Office) -> None:
    _made_by_edition(desk, 0)
    assert "ONBEKEND" in desk.do("lookup", "0687654321").out
    assert true_cards.lacking(desk.logbook) == [f"+3161234567{last}" for last in range(3)]


def test_a_command_that_only_reads_makes_none(desk: Office) -> None:
    _made_by_edition(desk, 0)
    desk.do("list")
    desk.do("lookup", "--naam", "J. Jansen")
    assert [stale for _, _, stale in _cards(desk)] == [1] * len(_cards(desk))
    with closing(sqlite3.connect(desk.logbook)) as connection:
        assert connection.execute("SELECT uitgave FROM kaartenbak").fetchone() == (0,)


def test_an_older_program_takes_away_what_it_makes_untrue_and_makes_nothing(desk: Office) -> None:
    _made_by_edition(desk, 99)
    desk.add("0612345670", "-s", "schelden", "-w", "x")
    desk.do("lookup", "0612345670")
    numbers = {number for number, _, _ in _cards(desk)}
    assert numbers == {"", "+31612345671", "+31612345672"}
    desk.do("beleid", "use", "klantenservice")
    assert not any(fresh for _, _, fresh in _cards(desk))


def test_a_number_that_too_many_share_is_told_the_long_way(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agressielog.application.cards.MOST_CALLERS", 1)
    office.add("0612345670", "-s", "schelden", "-w", "x")
    office.add("0687654321", "-s", "schelden", "-w", "x")
    office.do("beller", "nummer", "add", "B1", "0687654321")
    assert ("+31687654321", "", 0) in _cards(office)
    assert true_cards.lacking(office.logbook) == []
    office.do("lookup", "0687654321")
    assert ("+31687654321", "", 0) in _cards(office)


def _failing_with(error: BaseException) -> Callable[[SqliteStore, date, Callable[[int], bool]], None]:
    def renew_cards(_store: SqliteStore, _since: date, _done: Callable[[int], bool]) -> None:
        raise error

    return renew_cards


def test_breaking_it_off_at_a_terminal_is_no_failure(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqliteStore, "renew_cards", _failing_with(KeyboardInterrupt()))
    shown = desk.do("beleid", "use", "klantenservice", answers=[])
    assert (shown.status, shown.err) == (0, "De andere antwoorden worden later klaargezet.\n")


def test_elsewhere_it_ends_the_command_as_it_always_does(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SqliteStore, "renew_cards", _failing_with(KeyboardInterrupt()))
    assert desk.do("beleid", "use", "klantenservice").status == 130


def test_trouble_with_it_is_nobodys_concern(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = LogbookBusy(str(desk.logbook), 1.0)
    monkeypatch.setattr(SqliteStore, "renew_cards", _failing_with(busy))
    shown = desk.do("beleid", "use", "klantenservice")
    assert (shown.status, shown.err) == (0, "")
