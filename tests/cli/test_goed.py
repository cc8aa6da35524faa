"""`goed`: one key after a normal call with somebody under a measure."""

from datetime import timedelta

import pytest
from office import MORNING, Office

READY = ("--reden", "Schold.", "--besluit-door", "R. Smit")


@pytest.fixture
def warned(office: Office) -> Office:
    """A desk that warned J. Jansen in writing, three weeks ago."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "belediging", "-w", "x", "-t", "1-11-2026 9:00")
    office.do(
        *("maatregel", "add", "B1", *READY, "--soort", "schriftelijke_waarschuwing"),
        *("--peildatum", "2-11-2026", "--uitgereikt", "2-11-2026 10:00", "--afwijking", "y"),
    )
    return office


def test_a_good_call_is_noted_in_two_lines(warned: Office) -> None:
    shown = warned.do("goed", "06", "12345678")
    assert shown.out == (
        "Goed gesprek met B1 (J. Jansen) genoteerd.\n"
        "  1 goed gesprek, het laatste op 22 nov 2026; laatste gesprek goed\n"
    )
    assert (shown.status, shown.err) == (0, "")


def test_the_next_who_picks_up_sees_it(warned: Office) -> None:
    for _ in range(3):
        warned.do("goed", "B1")
    shown = warned.do("lookup", "0612345678")
    assert "1 incident: 1× belediging; laatste op 1 nov 2026; laatste 3 gesprekken goed\n" in shown.out
    (caller,) = warned.do("lookup", "0612345678", "--json").document["bellers"]
    assert caller["goede_gesprekken"] == {"totaal": 3, "op_rij": 3, "laatste": "2026-11-22"}


def test_who_decides_sees_what_speaks_for_the_caller(warned: Office) -> None:
    warned.do("goed", "B1")
    warned.set_clock(MORNING + timedelta(days=1))
    warned.add("0612345678", "-s", "schelden", "-w", "x")
    told = "1 goed gesprek, het laatste op 22 nov 2026"
    assert f"Weeg mee: {told}\n" in warned.do("advies", "B1").out
    assert f"Voor de beller   {told}\n" in warned.do("maatregel", "show", "M1").out
    (case,) = warned.do("advies", "B1", "--json").document["adviezen"]
    found = {"totaal": 1, "op_rij": 0, "laatste": "2026-11-22"}
    assert (case["goede_gesprekken"], told in case["meewegen"]) == (found, True)
    reviewed = warned.do(
        "maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", "gaat goed", "--json"
    ).document
    assert reviewed["goede_gesprekken"] == found


def test_the_number_can_be_asked_so_that_the_shell_does_not_keep_it(warned: Office) -> None:
    shown = warned.do("goed", answers=["06-12345678"])
    assert "Goed gesprek met B1 (J. Jansen) genoteerd." in shown.out


def test_without_a_number_and_a_terminal_it_is_missed(warned: Office) -> None:
    shown = warned.do("goed")
    assert (shown.status, "NUMMER" in shown.err) == (2, True)


def test_for_somebody_without_a_measure_it_is_refused_kindly(warned: Office) -> None:
    warned.add("0687654321", "-s", "schelden", "-w", "x")
    shown = warned.do("goed", "0687654321")
    assert (shown.status, shown.out) == (4, "")
    assert shown.err == (
        "Wat:     Dit goede gesprek is niet opgeslagen; dat hoeft ook niet.\n"
        "Waarom:  B2 heeft geen maatregel die loopt of nog meetelt.\n"
        "Wat nu:  Neem gewoon de volgende. Goede gesprekken tellen alleen mee bij wie een maatregel heeft.\n"
    )


def test_an_unknown_number_is_not_found(warned: Office) -> None:
    assert warned.do("goed", "0687654321").status == 3


@pytest.fixture
def shared(warned: Office) -> Office:
    """The same desk, with a second caller on the number."""
    warned.add("0687654321", "--naam", "P. Pietersen", "-s", "schelden", "-w", "x")
    warned.do("beller", "nummer", "add", "B2", "0612345678")
    return warned


def test_on_a_shared_number_it_asks_who_it_was(shared: Office) -> None:
    shown = shared.do("goed", "0612345678", answers=["1"])
    assert "   1  B1 (J. Jansen)\n   2  B2 (P. Pietersen)\n" in shown.out
    assert "Goed gesprek met B1 (J. Jansen) genoteerd." in shown.out


def test_on_a_shared_number_nobody_is_guessed(shared: Office) -> None:
    shown = shared.do("goed", "0612345678")
    assert shown.status == 2
    assert "B1" in shown.err
    assert "B2" in shown.err


def test_the_document_has_the_agreed_keys(warned: Office) -> None:
    assert warned.do("goed", "B1", "--json").document == {
        "schema": "agressielog.goed/1",
        "beller": "B1",
        "maatregel": "M1",
        "goede_gesprekken": {"totaal": 1, "op_rij": 1, "laatste": "2026-11-22"},
    }
