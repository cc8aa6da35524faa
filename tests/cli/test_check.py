"""`agressielog check`: silent where all is well, every fault on a line of its own where it is not."""

import json
from pathlib import Path

import evidence
import pytest
from desk import Desk
from office import Office

from agressielog.domain.evidence import CheckName, Fault, FaultCode
from agressielog.presentation.check_view import fault_text


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """A desk whose logbook is spoiled on purpose, so that nobody holds its prepared answers to anything."""
    return Office(tmp_path / "logboek.db", monkeypatch, capsys)


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that recorded one call."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "schold")
    return office


@pytest.fixture
def used_desk(tmp_path: Path) -> Desk:
    """A desk of its own, in processes of its own, that recorded one call."""
    made = Desk(tmp_path)
    made.run("add", "0612345678", "--naam", "J. Jansen", "--soort", "schelden", "--wat", "schold")
    return made


def _printed(desk: Office) -> str:
    anchor = desk.do("check", "--json").document["anker"]
    assert isinstance(anchor, str)
    return anchor


def test_it_says_nothing_where_all_is_well(desk: Office) -> None:
    shown = desk.do("check")
    assert (shown.status, shown.out, shown.err) == (0, "", "")


def test_in_full_it_names_every_check_and_where_the_chain_stands(desk: Office) -> None:
    shown = desk.do("check", "--uitgebreid")
    assert shown.status == 0
    made = [line.split()[1] for line in shown.out.splitlines() if line.startswith("goed")]
    assert made == [name for name in CheckName if name is not CheckName.ANCHOR]
    assert shown.out.endswith(f"3 regels in het logboek.\nDe keten staat nu op: {_printed(desk)}\n")


def test_an_empty_logbook_has_nothing_to_print_yet(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    evidence.meddle(office.logbook, "DELETE FROM logboek")
    shown = office.do("check", "--uitgebreid")
    assert shown.out.endswith("0 regels in het logboek.\n")


def test_every_fault_has_a_line_of_its_own_and_the_status_says_damaged(desk: Office) -> None:
    evidence.meddle(
        desk.logbook,
        "UPDATE incident SET team = 'KCC', melder = 'Ali' WHERE id = 1",
        "UPDATE beller_nummer SET sinds = '2020-01-01'",
    )
    shown = desk.do("check")
    assert shown.status == 6
    assert shown.out.splitlines() == [
        "Nummer 1 van beller B1, veld sinds: met een ander programma veranderd.",
        "Incident 1, veld melder: met een ander programma veranderd.",
        "Incident 1, veld team: met een ander programma veranderd.",
    ]


def test_in_full_a_fault_stands_below_its_check(desk: Office) -> None:
    evidence.meddle(desk.logbook, "UPDATE beller SET naam = 'Pietersen'")
    lines = desk.do("check", "--uitgebreid").out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("FOUT  gegevens"))
    assert lines[place + 1] == "      Beller B1, veld naam: met een ander programma veranderd."


def test_no_fault_tells_what_stands_in_the_logbook(desk: Office) -> None:
    evidence.meddle(
        desk.logbook,
        "UPDATE beller SET naam = 'Pietersen'",
        "UPDATE beller_nummer SET nummer = '+31687654321'",
    )
    shown = desk.do("check", "--json")
    assert shown.status == 6
    assert not any(word in shown.out for word in ("Jansen", "Pietersen", "612345678", "687654321"))


def test_as_a_document_it_tells_the_same(desk: Office) -> None:
    evidence.meddle(desk.logbook, "UPDATE incident SET team = 'KCC' WHERE id = 1")
    document = desk.do("check", "--json").document
    assert (document["in_orde"], document["regels"]) == (False, 3)
    (found,) = [check for check in document["controles"] if not check["in_orde"]]
    assert found == {
        "naam": "gegevens",
        "in_orde": False,
        "fouten": [
            {
                "code": "veranderd_buitenom",
                "wat": "Incident 1, veld team: met een ander programma veranderd.",
                "tabel": "incident",
                "sleutel": "1",
                "veld": "team",
                "regel": None,
            }
        ],
    }


def test_what_a_report_and_a_document_print_is_on_the_chain_for_ever(desk: Office) -> None:
    printed = desk.do("report", "--maand", "--json").document["anker"]
    assert f"Registratie {printed}" in desk.do("report", "--maand").out
    desk.add("0687654321", "-s", "schelden", "-w", "x")
    assert desk.do("check", "--anker", printed, "--anker", _printed(desk)).status == 0


def test_an_anchor_that_is_not_on_the_chain_is_told(desk: Office) -> None:
    printed = _printed(desk)
    whole = desk.logbook.read_bytes()
    desk.add("0687654321", "-s", "schelden", "-w", "x")
    later = _printed(desk)
    desk.logbook.write_bytes(whole)
    shown = desk.do("check", "--anker", printed, "--anker", later)
    assert shown.status == 6
    assert (
        shown.out
        == fault_text(Fault(code=FaultCode.ANCHOR_BEYOND, entry=int(later.split("-")[0]), detail=later))
        + "\n"
    )


def test_a_slip_of_the_pen_in_an_anchor_is_wrong_use(desk: Office) -> None:
    shown = desk.do("check", "--anker", _printed(desk)[:-1] + "U")
    assert (shown.status, shown.out) == (2, "")
    assert "--anker" in shown.err


def test_it_answers_where_no_other_command_can_open_the_logbook(desk: Office) -> None:
    evidence.meddle(desk.logbook, "DROP TABLE instelling", triggers=True)
    assert desk.do("list").status == 6
    shown = desk.do("check")
    assert shown.status == 6
    assert "De indeling mist instelling." in shown.out.splitlines()


def test_a_logbook_that_is_not_there_is_not_found(office: Office) -> None:
    assert office.do("check").status == 3
    assert not office.logbook.exists()


def test_a_folder_of_a_synchronisation_program_is_told(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "OneDrive"
    shared.mkdir()
    moved = desk.logbook.rename(shared / "logboek.db")
    monkeypatch.setenv("AGRESSIELOG_DB", str(moved))
    shown = desk.do("check")
    assert shown.status == 6
    assert "(OneDrive)" in shown.out


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_is_a_sentence(code: FaultCode) -> None:
    fault = Fault(code=code, table="incident", key="7", field="wat", entry=3, detail="iets")
    told = fault_text(fault)
    assert told.endswith(".")
    assert not any(sign in told for sign in "{}")
    assert "None" not in told


def test_what_sqlite_calls_its_trouble_is_said_in_dutch() -> None:
    trouble = {
        Fault(
            code=FaultCode.CANNOT_CHECK, detail="SQLITE_CORRUPT_INDEX"
        ): "Niet na te kijken: een deel van het bestand is beschadigd (SQLITE_CORRUPT_INDEX).",
        Fault(
            code=FaultCode.CANNOT_CHECK, table="brief", detail="KeyError"
        ): "Niet na te kijken: tabel brief: er staat iets dat niet te lezen is (KeyError).",
    }
    assert {fault: fault_text(fault) for fault in trouble} == trouble


# On a terminal ----------------------------------------------------------------------------------------


def test_on_a_terminal_one_line_says_that_all_is_well(used_desk: Desk) -> None:
    anchor = json.loads(used_desk.run("check", "--json").out)["anker"]
    entries = used_desk.count("logboek")
    shown = used_desk.terminal(["check"], columns=200, environ={"NO_COLOR": "1"})
    assert (shown.status, shown.out.strip()) == (0, f"In orde: {entries} regels, anker {anchor}.")


def test_on_a_terminal_faults_of_one_kind_are_counted_and_elsewhere_each_has_its_line(
    used_desk: Desk,
) -> None:
    # By the full program: what the fast start notes is not in the table yet.
    for _ in range(7):
        used_desk.run("lookup", "B1")
    evidence.meddle(used_desk.logbook, "PRAGMA foreign_keys = OFF", "DELETE FROM inzage", triggers=True)
    dangling = "Tabel inzage_beller (bellers bij inzage) verwijst naar iets in inzage dat er niet is."
    lines = used_desk.run("check").out.splitlines()
    shown = used_desk.terminal(["check"], columns=200, environ={"NO_COLOR": "1"})
    assert shown.status == 6
    told = shown.out.splitlines()
    more = lines.count(dangling) - 1
    assert more >= 6
    assert told.count(dangling) == 1
    assert told[told.index(dangling) + 1] == f"  … en nog {more} van dezelfde soort."
    assert told[-1] == "Allemaal: agressielog check --uitgebreid"
