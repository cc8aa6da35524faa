"""`agressielog brief`: the letter on the screen or in a file, refused with a hole, kept with the measure."""

import hashlib
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from office import Office, Shown

#: What a letter asks of the organisation.
SETTINGS = {
    "organisatie": "Gemeente Voorbeeldstad",
    "postadres": "Postbus 1234, 3500 AB Voorbeeldstad",
    "privacycontact": "de functionaris gegevensbescherming",
}


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that has decided on a warning, M1, and knows who it is itself."""
    office.add(
        "0612345678",
        "--naam",
        "A. Jansen",
        "-s",
        "schelden",
        "-w",
        "x",
        "--gewaarschuwd",
        "-t",
        "3-11-2026 10:00",
    )
    office.add("0612345678", "-s", "schelden", "-w", "Schold Anna uit", "-t", "20-11-2026 10:00")
    done = office.do("maatregel", "add", "B1", "--reden", "De tweede keer", "--besluit-door", "J. de Boer")
    assert done.status == 0, done.err
    for key, value in SETTINGS.items():
        office.do("instelling", "set", key, value)
    return office


def _kept(desk: Office) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(desk.logbook)) as logbook:
        return list(logbook.execute("SELECT maatregel, soort, vorm, sha256 FROM brief ORDER BY id"))


def _codes(shown: Shown) -> list[str]:
    return [reason["code"] for reason in shown.document["fout"]["redenen"]]


def test_the_letter_stands_on_the_screen_and_is_kept_with_the_measure(desk: Office) -> None:
    shown = desk.do("brief", "M1")
    assert shown.status == 0
    assert shown.out.startswith("Gemeente Voorbeeldstad\nPostbus 1234\n")
    assert "Onderwerp:   Schriftelijke waarschuwing" in shown.out
    assert _kept(desk) == [(1, "waarschuwing", "brief", hashlib.sha256(shown.out.encode()).hexdigest())]


@pytest.mark.parametrize("name", ["brief.pdf", "brief.DOC", "brief.odt"])
def test_a_name_that_promises_another_sort_of_file_is_refused(
    desk: Office, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    shown = desk.do("brief", "M1", "-o", str(target))
    assert (shown.status, shown.out, target.exists(), _kept(desk)) == (2, "", False, [])
    assert shown.err == (
        f"Wat:     {target} is niet geschreven.\n"
        f"Waarom:  Een bestand op {target.suffix} kan dit programma niet maken; wel .docx (Word) en .txt (tekst).\n"
        f"Wat nu:  Typ -o {target.with_suffix('.docx')}; een PDF maak je daarvan in Word of LibreOffice.\n"
    )


@pytest.mark.parametrize("name", ["brief", "brief.TXT"])
def test_without_an_ending_a_letter_is_a_text(desk: Office, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    assert desk.do("brief", "M1", "-o", str(target)).status == 0
    assert target.read_text(encoding="utf-8").startswith("Gemeente Voorbeeldstad\n")


def test_a_dash_is_the_output_and_no_file_of_that_name(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert desk.do("brief", "M1", "-o", "-").out.startswith("Gemeente Voorbeeldstad\n")
    assert desk.do("brief", "M1", "-o", "-", "--json").document["bestand"] is None
    assert not (tmp_path / "-").exists()


def test_a_caller_in_the_place_of_a_measure_is_told_where_measures_are(desk: Office) -> None:
    assert desk.do("brief", "B1").err == (
        'Wat:     "B1" past niet bij maatregel.\n'
        "Waarom:  Een maatregel heet M met een getal erachter.\n"
        "Wat nu:  Typ een M-nummer; zie agressielog maatregel list.\n"
    )


def test_the_name_of_the_reporter_is_taken_out_and_that_is_said(desk: Office) -> None:
    shown = desk.do("brief", "M1")
    assert "Schold [medewerker] uit" in shown.out
    assert "de naam van een medewerker is vervangen" in shown.err


def test_what_still_has_to_be_done_is_said(desk: Office) -> None:
    err = desk.do("brief", "M1").err
    assert "geen adres bekend" in err
    assert "Overhandigd? Leg het vast: agressielog maatregel deliver M1 --op nu --wijze overhandigd" in err
    desk.do("beller", "edit", "B1", "--adres", "Dorpsstraat 1, 1234 AB Dorp")
    err = desk.do("brief", "M1").err
    assert "geen adres bekend" not in err
    assert "Verstuurd? Leg het vast: agressielog maatregel deliver M1 --op nu --wijze post" in err


def test_a_measure_that_was_delivered_needs_no_reminder(desk: Office) -> None:
    desk.do("beller", "edit", "B1", "--adres", "Dorpsstraat 1, 3511 AB Voorbeeldstad")
    desk.do("maatregel", "deliver", "M1", "--op", "22-11-2026 10:00")
    err = desk.do("brief", "M1").err
    assert "deliver" not in err
    assert "geen adres" not in err


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("e-mail", "Onderwerp: Schriftelijke waarschuwing (M1)\n"),
        ("sms", "Gemeente Voorbeeldstad: op 20 nov 2026 10.00 uur"),
        ("voorlezen", "Voorlezen: schriftelijke waarschuwing, kenmerk M1\n"),
    ],
)
def test_it_comes_in_other_forms_too(desk: Office, form: str, begins: str) -> None:
    shown = desk.do("brief", "M1", "--vorm", form)
    assert shown.status == 0
    assert shown.out.startswith(begins)
    assert _kept(desk)[0][2] == form


def test_e_mail_may_be_typed_without_its_dash(desk: Office) -> None:
    assert desk.do("brief", "M1", "--vorm", "Email").status == 0
    assert _kept(desk)[0][2] == "e-mail"


def test_as_json_it_is_one_document(desk: Office) -> None:
    shown = desk.do("brief", "m1", "--vorm", "sms", "--json")
    text = shown.document["tekst"]
    assert shown.document == {
        "schema": "agressielog.brief/1",
        "maatregel": "M1",
        "soort": "waarschuwing",
        "vorm": "sms",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "bestand": None,
        "tekst": text,
        "naam_verborgen": True,
    }


def test_it_is_written_to_a_text_file(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "brief.txt"
    shown = desk.do("brief", "M1", "-o", str(target))
    assert shown.out == f"De brief staat in {target}.\n"
    assert _kept(desk)[0][3] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert target.stat().st_mode & 0o777 == 0o600


def test_it_is_written_as_an_office_document(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "brief.docx"
    shown = desk.do("brief", "M1", "-o", str(target), "--json")
    assert (shown.document["tekst"], shown.document["bestand"]) == (None, str(target))
    assert target.read_bytes().startswith(b"PK")
    assert shown.document["sha256"] == _kept(desk)[0][3] == hashlib.sha256(target.read_bytes()).hexdigest()


def test_a_file_that_is_there_stays_and_nothing_is_kept(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "brief.txt"
    target.write_text("oud", encoding="utf-8")
    assert desk.do("brief", "M1", "-o", str(target)).status == 4
    assert (target.read_text(encoding="utf-8"), _kept(desk)) == ("oud", [])
    assert desk.do("brief", "M1", "-o", str(target), "--overschrijf").status == 0
    assert target.read_text(encoding="utf-8") != "oud"


def test_the_letter_has_the_date_of_the_day_it_is_judged_on(desk: Office) -> None:
    assert "Datum:       21 november 2026" in desk.do("brief", "M1", "--peildatum", "21-11-2026").out


# Refused --------------------------------------------------------------------------------------------


def test_a_letter_with_holes_is_refused_with_all_of_them(desk: Office) -> None:
    for key in SETTINGS:
        desk.do("instelling", "set", key, "--wis")
    shown = desk.do("brief", "M1", "--json")
    assert shown.status == 4
    assert _codes(shown) == ["geen_contactpunt", "geen_organisatie", "geen_postadres", "geen_privacycontact"]
    assert _kept(desk) == []


def test_a_refused_letter_leaves_no_file(desk: Office, tmp_path: Path) -> None:
    desk.do("instelling", "set", "postadres", "--wis")
    target = tmp_path / "brief.docx"
    shown = desk.do("brief", "M1", "-o", str(target))
    assert (shown.status, target.exists()) == (4, False)
    assert "agressielog instelling set postadres" in shown.err


@pytest.mark.parametrize("kind", ["contactverbod", "evaluatie", "opheffing", "bezwaar"])
def test_a_letter_that_does_not_belong_to_the_measure_is_refused(desk: Office, kind: str) -> None:
    assert desk.do("brief", "M1", "--soort", kind).status == 4


def test_a_measure_that_is_not_there_is_not_found(desk: Office) -> None:
    assert desk.do("brief", "M9").status == 3


@pytest.mark.parametrize(
    "words",
    [
        ("brief", "M1", "--vorm", "fax"),
        ("brief", "M1", "--soort", "boete"),
        ("brief", "jan"),
        ("brief", "M1", "--vorm", "sms", "-o", "brief.docx"),
        ("brief", "M1", "--sjabloon", "eigen.docx"),
        ("brief", "M1", "--sjabloon", "eigen.docx", "-o", "brief.txt"),
        ("brief", "M1", "--sjabloon", "eigen.docx", "-o", "-"),
        ("brief", "sjablonen"),
        ("brief", "sjablonen", "-o", "-"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_kept(desk: Office, words: tuple[str, ...]) -> None:
    shown = desk.do(*words)
    assert (shown.status, len(shown.err.splitlines())) == (2, 3)
    assert _kept(desk) == []


def test_without_the_extra_only_the_office_document_fails(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    shown = desk.do("brief", "M1", "-o", str(tmp_path / "brief.docx"))
    assert shown.status == 2
    assert shown.err == (
        "Wat:     Een Word-document kan deze installatie niet maken.\n"
        "Waarom:  Het onderdeel docxtpl is niet geïnstalleerd; als tekst kan het wel.\n"
        "Wat nu:  Kies een .txt-bestand, of installeer opnieuw in de map van agressielog: "
        "python -m pip install '.[brief]'\n"
    )
    assert desk.do("brief", "M1").status == 0


# Templates ------------------------------------------------------------------------------------------


def test_the_templates_are_copied_out_and_one_of_them_is_used(desk: Office, tmp_path: Path) -> None:
    folder = tmp_path / "sjablonen"
    shown = desk.do("brief", "sjablonen", "-o", str(folder))
    assert shown.out.splitlines() == [str(folder / "brief-venster-rechts.docx"), str(folder / "brief.docx")]
    target = tmp_path / "brief.docx"
    own = str(folder / "brief-venster-rechts.docx")
    assert desk.do("brief", "M1", "-o", str(target), "--sjabloon", own).status == 0
    assert target.exists()


def test_templates_that_were_changed_are_not_replaced(desk: Office, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"eigen")
    assert desk.do("brief", "sjablonen", "-o", str(tmp_path)).status == 4
    assert (tmp_path / "brief.docx").read_bytes() == b"eigen"


def test_the_templates_are_told_as_json(office: Office, tmp_path: Path) -> None:
    document = office.do("brief", "sjablonen", "-o", str(tmp_path), "--json").document
    assert document["schema"] == "agressielog.brief.sjablonen/1"
    assert [Path(path).name for path in document["bestanden"]] == ["brief-venster-rechts.docx", "brief.docx"]


def test_a_file_that_is_no_template_is_refused(desk: Office, tmp_path: Path) -> None:
    own = tmp_path / "eigen.docx"
    own.write_text("geen sjabloon", encoding="utf-8")
    shown = desk.do("brief", "M1", "-o", str(tmp_path / "brief.docx"), "--sjabloon", str(own), "--json")
    assert (shown.status, _codes(shown)) == (4, ["geen_docx"])


def test_a_template_that_is_not_there_is_trouble_with_a_file(desk: Office, tmp_path: Path) -> None:
    shown = desk.do(
        "brief", "M1", "-o", str(tmp_path / "brief.docx"), "--sjabloon", str(tmp_path / "weg.docx")
    )
    assert shown.status == 5
