"""`agressielog undo`, as somebody types it."""

from pathlib import Path

import pytest
from office import Office


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that just corrected an incident."""
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    office.do("edit", "1", "--team", "Zuid", "--soort", "bedreiging")
    return office


def test_it_shows_what_changes_back_and_asks(desk: Office) -> None:
    shown = desk.do("undo", answers=["nee"])
    assert shown.status == 0
    assert "Je laatste wijziging: edit, zo 22 november 2026 10:15, zojuist\n" in shown.out
    assert "  incident 1 wordt weer\n" in shown.out
    assert "    team: Zuid → (leeg)\n" in shown.out
    assert "    soort: Bedreiging → Schelden\n" in shown.out
    assert shown.out.endswith("Niets veranderd.\n")
    assert desk.do("show", "1", "--json").document["incident"]["team"] == "Zuid"


def test_agreed_it_is_done_and_can_be_taken_back_again(desk: Office) -> None:
    assert desk.do("undo", answers=["ja"]).status == 0
    assert desk.do("show", "1", "--json").document["incident"]["team"] is None
    assert desk.do("undo", "--ja").status == 0
    assert desk.do("show", "1", "--json").document["incident"]["team"] == "Zuid"


def test_the_dutch_word_does_the_same(desk: Office) -> None:
    assert desk.do("terug", "--ja").status == 0
    assert desk.do("show", "1", "--json").document["incident"]["team"] is None


def test_taking_back_an_add_takes_the_new_caller_too(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    assert office.do("undo", "--ja").status == 0
    assert office.do("lookup", "0612345678", "--json").document["status"] == "onbekend"
    assert office.do("show", "1").status == 3
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    assert office.do("show", "2").status == 0


def test_without_a_terminal_it_wants_to_be_told(desk: Office) -> None:
    assert desk.do("undo").status == 2


def test_somebody_else_has_nothing_to_take_back(desk: Office) -> None:
    shown = desk.do("--als", "P. Nieuw", "undo", "--ja")
    assert shown.status == 3
    assert "agressielog --als NAAM undo" in shown.err


def test_what_others_built_on_is_named(desk: Office) -> None:
    desk.do("--als", "R. Smit", "edit", "1", "--onderwerp", "afval")
    shown = desk.do("undo", "--ja", "--json")
    assert shown.status == 4
    (reason,) = shown.document["fout"]["redenen"]
    assert reason == {
        "code": "later_gewijzigd",
        "wat": "Sindsdien veranderd: incident 1, door R. Smit (edit).",
    }


def test_a_letter_that_was_made_stays_made(desk: Office) -> None:
    for key in ("organisatie", "postadres", "privacycontact"):
        desk.do("instelling", "set", key, "x")
    desk.do(
        "maatregel",
        "add",
        "B1",
        "--soort",
        "schriftelijke_waarschuwing",
        "--reden",
        "x",
        "--besluit-door",
        "R",
        "--afwijking",
        "y",
    )
    assert desk.do("brief", "M1").status == 0
    shown = desk.do("undo", "--ja")
    assert shown.status == 4
    assert "agressielog maatregel end" in shown.err


def test_the_history_tells_it(desk: Office) -> None:
    desk.do("undo", "--ja")
    told = desk.do("show", "1", "--geschiedenis").out
    assert "incident 1 veranderd (undo)" in told


def test_the_columns_that_an_import_kept_are_named_and_not_their_key(office: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "oud.csv"
    sheet.write_text("Wanneer;Wat voor;Wat\n10-9-2025 10:00;schelden;x\n", encoding="utf-8")
    columns = ("--kolom", "datum=Wanneer", "--kolom", "soort=Wat voor")
    office.do("import", str(sheet), *columns)
    shown = office.do("undo", "--ja")
    assert "  keuze van de kolommen bij import gaat weg\n" in shown.out
    assert "kolommen." not in shown.out


def test_a_step_of_care_is_named_by_its_incident(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "--nazorg")
    office.do("nazorg", "done", "1", "--stap", "eerste", "--door", "Mia")
    assert "  nazorg na incident 1, stap eerste gaat weg\n" in office.do("undo", "--ja").out


def test_what_is_empty_before_and_after_is_left_out(banned: Office) -> None:
    banned.do("maatregel", "review", "M1", "--uitkomst", "voortzetten", "--reden", "Belt nog.")
    shown = banned.do("undo", "--ja").out
    assert "(leeg) → (leeg)" not in shown
    assert "    geëvalueerd op: zo 22 november 2026 → (leeg)\n" in shown
