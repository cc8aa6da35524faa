"""`agressielog aangifte`: the sheet for the police on the screen, in a file, and refused."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document
from office import Office


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that was threatened and insulted."""
    office.add(
        "0612345678", "-s", "bedreiging", "-s", "belediging", "-w", "Dreigde te komen.", "--naam", "J. Jansen"
    )
    office.do("instelling", "set", "organisatie", "Gemeente Voorbeeldstad")
    return office


def test_the_sheet_stands_on_the_screen(desk: Office) -> None:
    shown = desk.do("aangifte", "1")
    assert shown.status == 0
    assert shown.out.startswith("Gegevens voor de aangifte van incident 1\n")
    assert "Het beleid zegt: doe aangifte." in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_a_text_file_holds_what_the_screen_shows(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "aangifte.txt"
    assert desk.do("aangifte", "1", "-o", str(target)).out == f"Het blad staat in {target}.\n"
    assert target.read_text(encoding="utf-8") == desk.do("aangifte", "1").out
    assert target.stat().st_mode & 0o777 == 0o600


def test_an_office_document_has_the_same_words(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "aangifte.docx"
    assert desk.do("aangifte", "1", "-o", str(target)).status == 0
    told = [paragraph.text for paragraph in Document(io.BytesIO(target.read_bytes())).paragraphs]
    assert told[0] == "Gegevens voor de aangifte van incident 1"
    assert "Dreigde te komen." in told


def test_a_file_that_is_there_is_not_replaced_unasked(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "aangifte.txt"
    target.write_text("van een ander", encoding="utf-8")
    assert desk.do("aangifte", "1", "-o", str(target)).status == 4
    assert target.read_text(encoding="utf-8") == "van een ander"
    assert desk.do("aangifte", "1", "-o", str(target), "--overschrijf").status == 0


def test_the_document_names_the_term_and_the_incident(desk: Office) -> None:
    document = desk.do("aangifte", "1", "--json").document
    assert document["schema"] == "agressielog.aangifte/1"
    assert (document["incident"], document["aangifte"]) == (1, "ja")
    assert document["klacht_voor"] == "2027-02-22"
    assert document["tekst"] == desk.do("aangifte", "1").out


def test_nobody_is_reported_for_what_was_withdrawn(desk: Office) -> None:
    desk.do("edit", "1", "--status", "ingetrokken")
    shown = desk.do("aangifte", "1")
    assert shown.status == 4
    assert "Van incident 1 is geen aangifteblad te maken." in shown.err


def test_it_stores_nothing(desk: Office) -> None:
    def journal() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(desk.logbook)) as logbook:
            return list(logbook.execute("SELECT * FROM logboek"))

    before = journal()
    desk.do("aangifte", "1")
    assert journal() == before


@pytest.mark.parametrize(
    ("kinds", "police"),
    [
        (("bedreiging",), "ja"),
        (("discriminatie",), "overwegen"),
        (("schelden",), "nee"),
        (("schelden", "bedreiging"), "ja"),
    ],
)
def test_an_incident_says_what_the_policy_says_about_the_police(
    office: Office, kinds: tuple[str, ...], police: str
) -> None:
    words = [word for kind in kinds for word in ("-s", kind)]
    told = office.do("add", "--anoniem", *words, "-w", "x", "--json").document
    assert told["incident"]["aangifte"] == police


def test_another_kind_changes_what_the_policy_says_about_the_police(office: Office) -> None:
    office.add("--anoniem", "-s", "schelden", "-w", "x")
    assert "aangifte: nee → ja" in office.do("edit", "1", "--soort", "bedreiging").out


def test_a_name_that_promises_a_pdf_is_refused(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "aangifte.pdf"
    shown = desk.do("aangifte", "1", "-o", str(target))
    assert (shown.status, target.exists()) == (2, False)
    assert f"{target} is niet geschreven." in shown.err


def test_a_dash_is_the_output_and_no_file_of_that_name(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert desk.do("aangifte", "1", "-o", "-").out == desk.do("aangifte", "1").out
    assert desk.do("aangifte", "1", "-o", "-", "--json").document["bestand"] is None
    assert not (tmp_path / "-").exists()
