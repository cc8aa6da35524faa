"""What a colleague sees when correcting an incident."""

from pathlib import Path

import pytest
from office import Office

from agressielog.settings.policy_file import shipped_text


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with one incident of J. Jansen and a short report."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "Schold.", "--hielp", "rust")
    office.add("0687654321", "-s", "hinderlijk", "--kort")
    return office


def incident(office: Office, number: str = "1") -> dict[str, object]:
    """Return one incident as JSON."""
    found: dict[str, object] = office.do("show", number, "--json").document["incident"]
    return found


def test_what_changed_is_shown(desk: Office) -> None:
    shown = desk.do("edit", "1", "-s", "bedreiging", "--hielp", "", "--gewaarschuwd", "-t", "gisteren 9:00")
    assert shown.out == (
        "Incident 1 is verbeterd; de oude versie blijft bewaard.\n"
        "  wanneer: zo 22 november 2026 10:15 → za 21 november 2026 09:00\n"
        "  soort: Schelden → Bedreiging\n"
        "  ernst: licht → zwaar\n"
        "  gewaarschuwd: nee → ja\n"
        "  aangifte: nee → ja\n"
        "  wat hielp: rust → (leeg)\n"
        "  Nazorg voor Anna loopt: eerste contact uiterlijk za 21 november 2026.\n"
    )


def test_a_correction_that_changes_nothing_writes_nothing(desk: Office) -> None:
    before = desk.logbook.read_bytes()
    shown = desk.do("edit", "1", "--wat", "Schold.")
    assert shown.out == "Er is niets veranderd aan incident 1; er is niets opgeslagen.\n"
    assert desk.logbook.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "key", "value"),
    [
        (("--wat", "Anders."), "wat", "Anders."),
        (("--citaat", "Kneus."), "citaat", "Kneus."),
        (("--team", "KCC"), "team", "KCC"),
        (("--onderwerp", "parkeren"), "onderwerp", "parkeren"),
        (("--melder", "Bram"), "melder", "Bram"),
        (("--kanaal", "balie"), "kanaal", "balie"),
        (("--beeindigd",), "beeindigd", True),
        (("--niet-beeindigd", "--overgedragen"), "overgedragen", True),
        (("--politie",), "politie", True),
        (("--fout-bij-ons",), "fout_bij_ons", True),
        (("--niet-toegezegd", "geld"), "niet_toegezegd", "geld"),
        (("--excuses", "gisteren"), "excuses_op", "2026-11-21"),
        (("--nummer", "06-11112222"), "nummer", "+31611112222"),
        (("--anoniem",), "anoniem", True),
        (("--geen-beller",), "beller", None),
        (("--beller", "B2"), "zekerheid", "vermoedelijk"),
        (("--beller", "B2", "--zeker"), "zekerheid", "zeker"),
    ],
)
def test_each_field_can_be_corrected(
    desk: Office, arguments: tuple[str, ...], key: str, value: object
) -> None:
    assert desk.do("edit", "1", *arguments).status == 0
    assert incident(desk)[key] == value


def test_the_caller_of_a_presumed_incident_can_be_confirmed(desk: Office) -> None:
    desk.do("edit", "1", "--beller", "B2")
    assert "zekerheid: vermoedelijk → zeker" in desk.do("edit", "1", "--zeker").out


def test_a_confirmed_caller_gets_what_was_told_in_the_call(desk: Office) -> None:
    desk.do("beller", "nummer", "add", "B2", "0687654321", "--vermoedelijk")
    desk.add("0687654321", "-s", "schelden", "-w", "x", "--naam", "P. Bakker", "--klantnummer", "K7")
    assert incident(desk, "3")["zekerheid"] == "vermoedelijk"
    shown = desk.do("edit", "3", "--beller", "B2", "--zeker")
    assert shown.out == (
        "Incident 3 is verbeterd; de oude versie blijft bewaard.\n"
        "  zekerheid: vermoedelijk → zeker\n"
        "  naam van de beller: P. Bakker, zoals in dit gesprek opgegeven\n"
        "  klantnummer van de beller: K7, zoals in dit gesprek opgegeven\n"
    )
    assert "B2 (P. Bakker), klantnummer K7" in desk.do("lookup", "0687654321").out


def test_the_document_tells_what_the_caller_got(desk: Office) -> None:
    desk.do("beller", "nummer", "add", "B2", "0687654321", "--vermoedelijk")
    desk.add("0687654321", "-s", "schelden", "-w", "x", "--naam", "P. Bakker")
    assert desk.do("edit", "3", "--zeker", "--json").document["beller_aangevuld"] == ["naam"]


def test_there_is_nothing_to_confirm_without_a_caller(desk: Office) -> None:
    desk.do("edit", "1", "--geen-beller")
    assert desk.do("edit", "1", "--zeker").status == 4


def test_a_caller_whose_only_incident_moved_is_unknown(desk: Office) -> None:
    desk.do("edit", "1", "--beller", "B2", "--zeker")
    assert "J. Jansen" not in desk.do("lookup", "0612345678").out
    assert "B2" in desk.do("lookup", "0612345678").out


def test_a_promise_can_be_added(desk: Office) -> None:
    shown = desk.do("edit", "1", "--toezegging", "terugbellen", "--voor", "vrijdag")
    assert "  Toegezegd: T1 terugbellen (voor vr 27 november 2026)\n" in shown.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--beller", "B2", "--geen-beller"),
        ("--nummer", "0611112222", "--anoniem"),
        ("--geen-beller", "--zeker"),
        ("--wat", "-", "--citaat", "-"),
        ("--voor", "morgen"),
        ("--wat", ""),
        (),
    ],
)
def test_options_that_cannot_be_are_refused(desk: Office, arguments: tuple[str, ...]) -> None:
    assert desk.do("edit", "1", *arguments).status == 2


def test_a_short_report_is_asked_only_what_is_missing(desk: Office) -> None:
    shown = desk.do("edit", "2", answers=["Belde zes keer.", "2", "", "niets"])
    assert "onvolledig: ja → nee" in shown.out
    assert "Soort" not in shown.out
    asked = [line.split(" (")[0] for line in shown.out.splitlines() if line[:1].isdigit()]
    assert asked == [
        "1. Wat gebeurde er? Zet letterlijke woorden tussen aanhalingstekens",
        "2. Grens gesteld? 1 nee  2 gewaarschuwd  3 beëindigd  4 overgedragen",
        "3. Iets toegezegd, en voor wanneer?",
        "4. Wat hielp?",
    ]
    assert desk.do("list", "--open").out == "Geen incidenten gevonden.\n"


def test_the_document_tells_what_changed(desk: Office) -> None:
    document = desk.do("edit", "1", "--team", "KCC", "--json").document
    assert document["veranderd"] == [{"veld": "team", "voor": None, "na": "KCC"}]


def _editor(tmp_path: Path, script: str) -> str:
    editor = tmp_path / "editor.sh"
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    editor.chmod(0o700)
    return str(editor)


def test_a_whole_incident_opens_in_the_users_editor(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "EDITOR", _editor(tmp_path, f'ls -l "$1" > {tmp_path}/mode; sed -i "s/Schold/Vloekte/" "$1"')
    )
    shown = desk.do("edit", "1", answers=[])
    assert "  wat: Schold. → Vloekte.\n" in shown.out
    mode, *_, file = (tmp_path / "mode").read_text(encoding="utf-8").split()
    assert mode.startswith("-rw-------")
    assert not Path(file).exists()


def test_an_editor_that_fails_changes_nothing(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", _editor(tmp_path, 'echo "$1" > ' + f"{tmp_path}/name; exit 1"))
    assert desk.do("edit", "1", answers=[]).status == 2
    assert not Path((tmp_path / "name").read_text(encoding="utf-8").strip()).exists()
    assert incident(desk)["wat"] == "Schold."


def test_a_sheet_without_its_headings_is_refused(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", _editor(tmp_path, 'echo "alles weg" > "$1"'))
    assert desk.do("edit", "1", answers=[]).status == 2


CONFIRMED_ONLY = 'telt_vanaf = "bevestigd"'


def test_where_confirmed_reports_count_the_reporter_cannot_confirm_his_own(
    desk: Office, tmp_path: Path
) -> None:
    assert desk.do("edit", "1", "--status", "bevestigd").status == 0
    own = tmp_path / "eigen.toml"
    own.write_text(
        shipped_text("standaard").replace('telt_vanaf = "gemeld"', CONFIRMED_ONLY), encoding="utf-8"
    )
    assert desk.do("beleid", "use", str(own)).status == 0
    desk.add("0612345678", "-s", "schelden", "-w", "x", "--melder", "Bram")
    refused = desk.do("edit", "2", "--status", "bevestigd", "--json")
    assert (refused.status, refused.document["fout"]["redenen"][0]["code"]) == (4, "eigen_melding")
    assert desk.do("edit", "2", "--status", "afgewezen").status == 0
    assert "3 (22 nov 2026): is nog niet bevestigd" in desk.do("advies", "B1").out
    assert desk.do("edit", "3", "--status", "bevestigd").status == 0
    assert desk.do("advies", "B1", "--json").document["adviezen"][0]["advies"]["incidenten"] == [1, 3]


def test_a_number_typed_afterwards_makes_its_only_caller_likely(desk: Office) -> None:
    desk.add("--naam", "Niemand", "--beller", "nieuw", "-s", "schelden", "-w", "x")
    desk.do("edit", "3", "--geen-beller")
    desk.do("edit", "3", "--nummer", "06-12345678")
    found = incident(desk, "3")
    assert (found["beller"], found["zekerheid"]) == ("B1", "vermoedelijk")


def test_a_number_typed_afterwards_that_nobody_has_makes_nobody_likely(desk: Office) -> None:
    desk.do("edit", "1", "--geen-beller")
    desk.do("edit", "1", "--nummer", "06-99999999")
    assert incident(desk)["beller"] is None
