"""The file of one person, to give out: everything of that person, and nobody else; and that of a colleague."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from office import Office

#: Colleagues and other callers, by name and number: none of this may leave with somebody else's file.
CANARIES = (
    *("Mia de Vries", "Vries", "Mia", "R. Smit", "Smit", "Joost Kanarie", "Kanarie", "Anna"),
    *(
        "K. de Boer",
        "Boer",
        "Piet Zwaluw",
        "Zwaluw",
        "0687654321",
        "06-87654321",
        "+31687654321",
        "KLANT-9000",
    ),
)
NOTICE = (
    "Lees hem na voordat je hem meegeeft: een naam in een tekst herkent het programma niet altijd. Stel eerst vast "
    "dat de vrager deze persoon is.\n"
)


def done(office: Office, *arguments: str, stdin: str = "") -> None:
    """Carry out a command that must succeed."""
    shown = office.do(*arguments, stdin=stdin)
    assert shown.status == 0, shown.err


@pytest.fixture
def desk(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A desk where everybody is named in everything about B1."""
    monkeypatch.chdir(tmp_path)
    for key, value in (
        *(("organisatie", "Voorbeeldstad"), ("privacycontact", "fg@voorbeeldstad.example")),
        ("contactpunt", "Klantcontact, 14020"),
    ):
        done(office, "instelling", "set", key, value)
    everybody = "Mia, Joost Kanarie, K. de Boer van 06-87654321 (KLANT-9000) en Piet Zwaluw"
    office.add(
        "0687654321", "--naam", "K. de Boer", "--klantnummer", "KLANT-9000", "-s", "schelden", "-w", "x"
    )
    office.add(
        "0201234567", "--naam", "Piet Zwaluw", "-s", "schelden", "-w", "x", "--melder", "Joost Kanarie"
    )
    office.add(
        *("0612345678", "--naam", "J. Jansen", "--klantnummer", "K-1", "-s", "bedreiging", "--gewaarschuwd"),
        *(
            "-w",
            f"Dreigde {everybody}.",
            "--citaat",
            f"Ik ken {everybody}",
            "--onderwerp",
            f"over {everybody}",
        ),
        *("--hielp", f"rust van {everybody}", "--niet-toegezegd", f"bezoek van {everybody}", "--nazorg"),
        *(
            "--toezegging",
            f"terugbellen door {everybody}",
            "--melder",
            "Mia de Vries",
            "-t",
            "20-11-2026 10:00",
        ),
    )
    done(
        office,
        *("maatregel", "add", "B3", "--soort", "schriftelijke_waarschuwing", "--besluit-door", "R. Smit"),
        *("--reden", f"Dreigde {everybody}.", "--afwijking", f"Eerste keer, zegt {everybody}."),
        *("--peildatum", "21-11-2026", "--uitgereikt", "21-11-2026 9:00", "--wijze", "post"),
    )
    done(office, "maatregel", "bezwaar", "M1", "--ontvangen", "21-11-2026")
    done(
        office,
        *("maatregel", "bezwaar", "M1", "--beantwoord", "22-11-2026", "--uitkomst", "ongegrond"),
        *("--reden", f"Gezien door {everybody}."),
    )
    done(office, "maatregel", "end", "M1", "--reden", f"Gebeld door {everybody}.")
    done(office, "goed", "B3")
    done(office, "avg", "verzoek", "B3", "--soort", "inzage", "--ontvangen", "21-11-2026")
    done(office, "avg", "verzoek", "B3", "--soort", "correctie", "--ontvangen", "21-11-2026")
    done(
        office,
        "avg",
        "verzoek",
        "done",
        "V2",
        "--uitkomst",
        "deels",
        "--reden",
        f"Nagevraagd bij {everybody}.",
    )
    done(office, "avg", "zienswijze", "B3", "-", "--op", "21-11-2026", stdin="Ik was boos, meer niet.")
    done(office, "avg", "vasthouden", "B3", "--reden", f"klacht over {everybody}")
    done(office, "avg", "beperk", "B3", "--reden", f"betwist {everybody}")
    done(office, "lookup", "B3")
    return office


def given(desk: Office, *options: str) -> tuple[str, dict[str, Any]]:
    shown = desk.do("avg", "inzage", "B3", "-o", "map", *options)
    assert shown.status == 0, shown.err
    folder = Path("map")
    return (folder / "inzage.txt").read_text(), json.loads((folder / "inzage.json").read_text())


def test_the_file_is_written_for_its_owner_only(desk: Office) -> None:
    shown = desk.do("avg", "inzage", "B3", "-o", "map")
    assert shown.out == "De inzage van B3 staat in map: inzage.txt en inzage.json.\n"
    assert shown.err == NOTICE
    assert stat.S_IMODE(Path("map").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in Path("map").iterdir()} == {0o600}
    assert {file.name for file in Path("map").iterdir()} == {"inzage.txt", "inzage.json"}


@pytest.mark.parametrize("canary", CANARIES)
def test_nobody_else_is_in_it(desk: Office, canary: str) -> None:
    text, document = given(desk)
    assert canary not in text
    assert canary not in json.dumps(document, ensure_ascii=False)


def test_everything_of_the_person_is_in_it(desk: Office) -> None:
    text, document = given(desk)
    whole = " ".join(text.split())
    for told in (
        *("J. Jansen", "K-1", "06-12345678", "Dreigde [medewerker]", "20 november 2026 om 10:00"),
        *("schriftelijke waarschuwing", "Eerste keer", "ongegrond", "terugbellen door [medewerker]"),
        *("Op 21 november 2026: Ik was boos, meer niet.", "V1: inzage, ontvangen op 21 november 2026"),
        *("V2: correctie", "Vastgehouden vanaf 22 november 2026", "Beperking vanaf 22 november 2026"),
        *("Een goed gesprek op", "een medewerker (lookup)", "[iemand anders]", "[nummer van iemand anders]"),
        *("36 maanden na het laatste incident", "Bewaard tot en met: 20 november 2029"),
        *("fg@voorbeeldstad.example", "14020", "de Autoriteit Persoonsgegevens", "Wie het krijgt"),
    ):
        assert told in whole, told
    assert len(document["incidenten"]) == len(document["maatregelen"]) == len(document["toezeggingen"]) == 1
    assert document["incidenten"][0]["bewaard_tot"] == "2029-11-20"
    assert [look["soort"] for look in document["inzagen"]] == ["lookup"]
    assert {look["door"] for look in document["inzagen"]} == {"medewerker"}
    assert document["zienswijzen"] == [{"op": "2026-11-21", "tekst": "Ik was boos, meer niet."}]


def test_nothing_of_the_care_for_a_colleague_is_in_it(desk: Office) -> None:
    text, document = given(desk)
    assert "nazorg" not in (text + json.dumps(document)).casefold()


def test_a_presumed_call_tells_nothing_of_what_was_said(desk: Office) -> None:
    desk.add("anoniem", "--naam", "J. Jansen", "-s", "schelden", "-w", "Stiekem", "--citaat", "Stiekem")
    assert desk.do("edit", "4", "--beller", "B3").status == 0
    text, document = given(desk)
    assert "Stiekem" not in text + json.dumps(document)
    assert "Dit gesprek was vermoedelijk van u" in " ".join(text.split())
    assert document["incidenten"][-1]["soorten"] == []


def test_an_empty_file_says_so(desk: Office) -> None:
    desk.do("beller", "merge", "B1", "B2", "--ja")
    shown = desk.do("avg", "inzage", "B1", "-o", "ander")
    assert shown.status == 0
    text = (Path("ander") / "inzage.txt").read_text()
    assert "Wat wij besloten\nNiets.\n" in text
    assert "- Eerder ook bekend als: Piet Zwaluw\n" in text


def test_it_replaces_nothing_unasked(desk: Office) -> None:
    given(desk)
    again = desk.do("avg", "inzage", "B3", "-o", "map")
    assert again.status != 0
    assert given(desk, "--overschrijf")


def test_it_answers_with_the_names_of_the_files(desk: Office) -> None:
    assert desk.do("avg", "inzage", "B3", "-o", "map", "--json").document == {
        "schema": "agressielog.avg.inzage/1",
        "beller": "B3",
        "bestanden": ["map/inzage.txt", "map/inzage.json"],
    }


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 2),
        (("B3",), 2),
        (("-o", "map"), 2),
        (("B3", "--medewerker", "Mia"), 2),
        (("--medewerker", "Mia", "-o", "map"), 2),
        (("B9", "-o", "map"), 3),
    ],
)
def test_half_a_question_is_refused(desk: Office, arguments: tuple[str, ...], status: int) -> None:
    assert desk.do("avg", "inzage", *arguments).status == status
    assert not Path("map").exists()


OF_MIA = """\
Wat dit logboek bewaart over mia de vries
  Meldingen                3 (20 nov 2026)
  Besluiten                geen
  Open toezeggingen        T1
  Nazorg die nog komt      {care}
  Vastgelegd of verbeterd  0 regels in de geschiedenis
  Opgezocht of bekeken     nog niets
  Wie wie opzocht, wordt 12 maanden bewaard. Er worden geen cijfers per medewerker van gemaakt.
"""


def test_a_colleague_sees_what_is_kept_and_nothing_of_others(desk: Office) -> None:
    shown = desk.do("avg", "inzage", "--medewerker", "mia de vries").out
    care = next(line for line in shown.splitlines() if "Nazorg" in line).partition("komt")[2].strip()
    assert care.startswith("eerste bij incident 3 (voor ")
    assert shown == OF_MIA.format(care=care)
    document = desk.do("avg", "inzage", "--medewerker", "Anna", "--json").document
    assert document["inzagen"] == 2
    assert document["regels"] > 5
    assert [one["id"] for one in document["meldingen"]] == [1]
    assert "keer, het laatst op zo 22 november 2026" in desk.do("avg", "inzage", "--medewerker", "Anna").out
    assert desk.do("avg", "inzage", "--medewerker", "R. Smit", "--json").document["besluiten"] == [
        {"id": "M1", "dag": "2026-11-21"}
    ]


def test_each_incident_has_the_term_of_its_own_weight(desk: Office) -> None:
    desk.add(
        "0612345678", "--beller", "B3", "-s", "emotie_kritiek", "-w", "Was boos.", "-t", "20-11-2026 12:00"
    )
    desk.add("0612345678", "--beller", "B3", "-s", "schelden", "-w", "Schold.", "-t", "20-11-2026 13:00")
    done(desk, "edit", "5", "--status", "ingetrokken")
    _, document = given(desk)
    terms = {one["id"]: (one["ernst"], one["status"], one["bewaard_tot"]) for one in document["incidenten"]}
    assert terms == {
        3: ("zwaar", "gemeld", "2029-11-20"),
        4: ("geen", "gemeld", None),
        5: ("licht", "ingetrokken", "2026-12-20"),
    }
