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
        *(
            "Ernst zwaar: 36 maanden na uw laatste gesprek dat meetelt",
            "Bewaard: tot en met 20 november 2029",
        ),
        *("fg@voorbeeldstad.example", "14020", "de Autoriteit Persoonsgegevens", "Wie het krijgt"),
    ):
        assert told in whole, told
    assert len(document["incidenten"]) == len(document["maatregelen"]) == len(document["toezeggingen"]) == 1
    assert document["incidenten"][0]["bewaard_tot"] == "2029-11-20"
    assert [look["soort"] for look in document["inzagen"]] == ["lookup"]
    assert {look["door"] for look in document["inzagen"]} == {"medewerker"}
    assert document["zienswijzen"] == [{"op": "2026-11-21", "tekst": "Ik was boos, meer niet."}]


def test_what_stood_there_before_a_correction_is_in_it_too(desk: Office) -> None:
    done(desk, "edit", "3", "--wat", "Sprak luid.", "--soort", "schelden")
    done(desk, "edit", "3", "--wat", "Sprak wat luid.")
    done(desk, "avg", "inzage", "B3", "-o", "map")
    page = " ".join(Path("map/inzage.txt").read_text(encoding="utf-8").split())
    assert page.count("Tot een verbetering op 22 november 2026 stond er:") == 2
    assert "Soort: Bedreiging (zwaar)" in page
    assert "Wat er gebeurde: Sprak luid." in page
    (told,) = json.loads(Path("map/inzage.json").read_text(encoding="utf-8"))["incidenten"][:1]
    assert [one["soorten"] for one in told["eerder"]] == [["bedreiging"], ["schelden"]]
    assert not [canary for canary in CANARIES if canary in page or canary in json.dumps(told)]


def test_what_another_was_told_to_have_done_before_is_in_no_file(desk: Office) -> None:
    done(desk, "edit", "1", "--wat", "Anders.", "--beller", "B3", "--zeker")
    done(desk, "avg", "inzage", "B3", "-o", "map")
    told = json.loads(Path("map/inzage.json").read_text(encoding="utf-8"))["incidenten"]
    assert [one["eerder"] for one in told if one["id"] == 1] == [[]]


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
Wat                             Is er  Waarom                                    Hoe lang
meldingen                       ja     nazorg, en vertellen wat ermee is gedaan  met het incident
nazorg die nog komt             ja     nazorg                                    met het incident
besluiten                       nee    een besluit heeft een naam                met de maatregel
open toezeggingen               ja     nakomen                                   met de toezegging
wat je vastlegde of veranderde  nee    bewijs                                    geen termijn
wie je opzocht of bekeek        nee    misbruik kunnen vaststellen               12 maanden
  Meldingen            3 (20 nov 2026)
  Besluiten            geen
  Open toezeggingen    T1
  Nazorg die nog komt  {care}
Je mag dit inzien, fouten laten verbeteren, vragen om wissen of beperken, en bezwaar maken (AVG artikel 15 tot en met \
21). Vraag dat aan: fg@voorbeeldstad.example
Naam en moment in de keten blijven: zonder die is er geen bewijs. Er worden geen cijfers per medewerker van gemaakt.
"""


def test_a_colleague_sees_what_is_kept_and_nothing_of_others(desk: Office) -> None:
    shown = desk.do("--als", "Mia de Vries", "avg", "inzage", "--medewerker", "mia de vries").out
    care = (
        next(line for line in shown.splitlines() if line.startswith("  Nazorg")).partition("komt")[2].strip()
    )
    assert care.startswith("eerste bij incident 3 (voor ")
    assert shown == OF_MIA.format(care=care)
    document = desk.do("--als", "R. Smit", "avg", "inzage", "--medewerker", "R. Smit", "--json").document
    assert document["eigen"]["besluiten"] == [{"id": "M1", "dag": "2026-11-21"}]


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("name", ["Mia de Vries", "R. Smit", "Niemand"])
def test_of_another_it_says_only_what_is_kept_of_anybody(
    desk: Office, name: str, form: tuple[str, ...]
) -> None:
    told = desk.do("avg", "inzage", "--medewerker", name, *form).out.replace(name, "X")
    assert told == desk.do("avg", "inzage", "--medewerker", "Zomaar Iemand", *form).out.replace(
        "Zomaar Iemand", "X"
    )


def _numbers(told: object) -> list[int]:
    if isinstance(told, dict):
        return [found for one in told.values() for found in _numbers(one)]
    if isinstance(told, list):
        return [found for one in told for found in _numbers(one)]
    return [told] if isinstance(told, int) and not isinstance(told, bool) else []


def test_nothing_is_counted_about_a_colleague_who_looked_and_wrote_more(desk: Office) -> None:
    def own() -> dict[str, object]:
        return dict(desk.do("--als", "Anna", "avg", "inzage", "--medewerker", "Anna", "--json").document)

    before = own()
    for _ in range(3):
        desk.do("--als", "Anna", "lookup", "B3")
        desk.do("--als", "Anna", "beller", "edit", "B3", "--adres", f"Straat {_}")
    assert own() == before
    assert {kind["soort"] for kind in before["soorten"] if kind["aanwezig"]} >= {"inzagen", "geschiedenis"}  # type: ignore[attr-defined]
    # The only numbers are those of the incidents themselves.
    assert set(_numbers(before)) <= {1, 2, 3}


def test_each_incident_has_the_term_of_its_own_weight(desk: Office) -> None:
    desk.add(
        "0612345678", "--beller", "B3", "-s", "emotie_kritiek", "-w", "Was boos.", "-t", "20-11-2026 12:00"
    )
    desk.add("0612345678", "--beller", "B3", "-s", "schelden", "-w", "Schold.", "-t", "20-11-2026 13:00")
    done(desk, "edit", "5", "--status", "ingetrokken")
    _, document = given(desk)
    terms = {
        one["id"]: (one["ernst"], one["status"], one["bewaard_tot"], one["bewaard_omdat"])
        for one in document["incidenten"]
    }
    assert terms == {
        3: ("zwaar", "gemeld", "2029-11-20", "vastgehouden"),
        4: ("geen", "gemeld", "2026-11-20", "vastgehouden"),
        5: ("licht", "ingetrokken", "2026-12-22", "vastgehouden"),
    }
