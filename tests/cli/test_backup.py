"""`agressielog backup` and `restore`, as somebody types them."""

import re
from pathlib import Path

import pytest
from office import Office


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Office:
    """A desk whose organisation has a folder for back-ups."""
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    office.do("instelling", "set", "reservemap", str(tmp_path / "reserve"))
    return office


def _copy(tmp_path: Path) -> str:
    (found,) = (tmp_path / "reserve").iterdir()
    return str(found)


def test_a_back_up_says_what_is_in_it_and_where_it_is(desk: Office, tmp_path: Path) -> None:
    shown = desk.do("backup")
    assert shown.status == 0
    first, figures, path, anchor, count = shown.out.splitlines()
    assert first == "Reservekopie gemaakt en nagekeken."
    assert figures == "  1 incident, 1 beller, 0 besluiten."
    assert path.strip() == _copy(tmp_path)
    assert re.fullmatch(r"  Anker: \d+(-[0-9A-Z]{5}){5}", anchor)
    assert count == "  Er staat nu 1 kopie in deze map."


def test_without_a_folder_it_says_how_to_choose_one(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    shown = office.do("backup")
    assert shown.status == 2
    assert "agressielog instelling set reservemap MAP" in shown.err


@pytest.mark.parametrize("keep", ["0", "-1"])
def test_keeping_nothing_is_refused(desk: Office, keep: str) -> None:
    assert desk.do("backup", "--bewaar", keep).status == 2


def test_a_spoilt_logbook_gives_no_back_up(desk: Office, tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(desk.logbook)) as connection:
        connection.execute("UPDATE incident SET wat = 'iets anders'")
        connection.commit()
    shown = desk.do("backup")
    assert shown.status == 6
    assert "agressielog check" in shown.err
    assert list((tmp_path / "reserve").iterdir()) == []


def test_putting_back_shows_what_changes_and_asks(desk: Office, tmp_path: Path) -> None:
    desk.do("backup")
    desk.add("0612345678", "-s", "schelden", "-w", "Later.")
    shown = desk.do("restore", _copy(tmp_path), answers=["nee"])
    assert shown.status == 0
    assert "Nu           2 incidenten" in shown.out
    assert "In de kopie  1 incident" in shown.out
    assert shown.out.endswith("Niets veranderd.\n")
    assert len(desk.do("list", "--json").document["incidenten"]) == 2
    assert desk.do("restore", _copy(tmp_path), answers=["ja"]).status == 0
    assert len(desk.do("list", "--json").document["incidenten"]) == 1


def test_without_a_terminal_it_wants_to_be_told(desk: Office, tmp_path: Path) -> None:
    desk.do("backup")
    assert desk.do("restore", _copy(tmp_path)).status == 2
    assert desk.do("restore", _copy(tmp_path), "--ja").status == 0


def test_a_copy_of_another_logbook_is_said_to_be_one(desk: Office, tmp_path: Path) -> None:
    desk.do("backup")
    desk.logbook.unlink()
    desk.add("0687654321", "-s", "schelden", "-w", "Een ander logboek.")
    shown = desk.do("restore", _copy(tmp_path), answers=["nee"])
    assert "deze kopie is niet van dit logboek" in shown.out


def test_the_known_copies_are_listed_the_newest_first(desk: Office, tmp_path: Path) -> None:
    assert "Er zijn geen reservekopieën" in desk.do("restore").out
    desk.do("backup")
    shown = desk.do("restore")
    assert Path(_copy(tmp_path)).name in shown.out
    assert shown.out.endswith(f"\nTerugzetten: agressielog restore {_copy(tmp_path)}\n")
    document = desk.do("restore", "--json").document
    assert [one["naam"] for one in document["kopieen"]] == [Path(_copy(tmp_path)).name]


def test_everything_is_well_after_putting_back(desk: Office, tmp_path: Path) -> None:
    desk.do("backup")
    desk.do("restore", _copy(tmp_path), "--ja")
    desk.logbook.parent.chmod(0o700)
    shown = desk.do("check")
    assert (shown.status, shown.out) == (0, "")


def test_a_copy_that_is_not_there_says_where_to_see_which_are(desk: Office) -> None:
    shown = desk.do("restore", "nietbestaand.db", "--ja")
    assert (shown.status, shown.out) == (3, "")
    assert shown.err == (
        "Wat:     Die kopie is er niet: nietbestaand.db.\n"
        "Waarom:  Het bestand bestaat niet, of het is leeg.\n"
        "Wat nu:  Noem het hele pad, zoals dit het toont: agressielog restore\n"
    )
