"""What a colleague sees of incidents that are looked for: `list`, `search` and `show`."""

import pytest
from office import Office

from agressielog.cli import list_

LISTED = """\
Nr  Wanneer            Soort       Ernst  Beller  Wat
 3  21 nov 2026 09:00  Bedreiging  zwaar  –       Ik weet je te vinden
 1  20 nov 2026 09:00  Schelden…   licht  B1      Wilde zijn vergunning vandaag nog…
 2  2 nov 2026 09:00   Drammen     geen   B2?     (nog aan te vullen)
? = vermoedelijk deze beller; telt niet mee tot iemand het bevestigt.
"""
SHOWN = """\
Incident 1
  Wanneer         vr 20 november 2026 09:00, 2 dagen geleden
  Soort           Schelden, kleineren (licht)
  Beller          B1 (J. Jansen)
  Nummer          06-12345678
  Kanaal          balie
  Team            KCC
  Onderwerp       parkeren
  Melder          Bram
  Grens           gewaarschuwd, gesprek beëindigd
  Toegezegd       T1 terugbellen (voor vr 27 november 2026)
  Niet toegezegd  de vergunning
  Wat hielp       rust
  Fout bij ons    ja
  Status          gemeld
  Vastgelegd      zo 22 november 2026 10:15, zojuist
  Wat gebeurde er
    Wilde zijn vergunning vandaag nog hebben.
  Letterlijk gezegd
    Kneus.
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with three incidents."""
    office.add(
        *(
            "0612345678",
            "-s",
            "schelden",
            "-s",
            "kleineren",
            "-w",
            "Wilde zijn vergunning vandaag nog hebben.",
        ),
        *(
            "--citaat",
            "Kneus.",
            "-t",
            "vrijdag 9:00",
            "--naam",
            "J. Jansen",
            "--kanaal",
            "balie",
            "--team",
            "KCC",
        ),
        *("--onderwerp", "parkeren", "--melder", "Bram", "--gewaarschuwd", "--beeindigd", "--fout-bij-ons"),
        *(
            "--toezegging",
            "terugbellen",
            "--voor",
            "vrijdag",
            "--niet-toegezegd",
            "de vergunning",
            "--hielp",
            "rust",
        ),
    )
    office.add("--naam", "Renée", "-s", "drammen", "--kort", "-t", "2-11-2026 9:00")
    office.add("--anoniem", "-s", "bedreiging", "-w", "Ik weet je te vinden", "-t", "gisteren 9:00")
    return office


def numbers(office: Office, *arguments: str) -> list[int]:
    """Return the incidents a command finds."""
    return [incident["id"] for incident in office.do(*arguments, "--json").document["incidenten"]]


def test_a_list_is_one_line_each_the_last_first(desk: Office) -> None:
    assert desk.do("list").out == LISTED


def test_nothing_found_is_said(desk: Office) -> None:
    assert desk.do("list", "--soort", "belaging").out == "Geen incidenten gevonden.\n"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ((), [3, 1, 2]),
        (("--limit", "1"), [3]),
        (("--sinds", "20-11-2026"), [3, 1]),
        (("--tot", "20-11-2026"), [1, 2]),
        (("--sinds", "vrijdag", "--tot", "vrijdag"), [1]),
        (("--soort", "kleineren"), [1]),
        (("--ernst", "zwaar"), [3]),
        (("--beller", "B1"), [1]),
        (("--beller", "0612345678"), [1]),
        (("--nummer", "+31612345678"), [1]),
        (("--team", "KCC"), [1]),
        (("--melder", "Bram"), [1]),
        (("--melder", "Anna"), [3, 2]),
        (("--open",), [2]),
        (("--melder", "Anna", "--ernst", "geen", "--open", "--sinds", "1-11"), [2]),
        (("--melder", "Bram", "--ernst", "zwaar"), []),
    ],
)
def test_filters_combine(desk: Office, arguments: tuple[str, ...], found: list[int]) -> None:
    assert numbers(desk, "list", *arguments) == found


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--sinds", "vrijdag", "--tot", "1-11-2026"), 2),
        (("--limit", "0"), 2),
        (("--limit", "veel"), 2),
        (("--ernst", "erg"), 2),
        (("--soort", "zeuren"), 2),
        (("--beller", "B99"), 3),
        (("--nummer", "12"), 2),
        (("--sinds", "ooit"), 2),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(
    desk: Office, arguments: tuple[str, ...], status: int
) -> None:
    assert desk.do("list", *arguments).status == status


def test_everything_of_an_incident_shows(desk: Office) -> None:
    assert desk.do("show", "1").out == SHOWN


def test_what_was_told_of_a_caller_we_only_presume_shows_and_is_found(desk: Office) -> None:
    told = ("0612345678", "-s", "schelden", "-w", "x", "-t", "gisteren 8:00")
    desk.do("beller", "nummer", "add", "B1", "0612345678", "--vermoedelijk")
    desk.add(*told, "--naam", "dhr. Jansen", "--klantnummer", "K7")
    lines = desk.do("show", "4").out.splitlines()
    assert lines[3:5] == [
        "  Beller      B1 (J. Jansen), vermoedelijk",
        "  Genoemd     dhr. Jansen, klantnummer K7",
    ]
    assert numbers(desk, "search", "K7") == [4]


def test_what_was_told_and_the_caller_has_is_not_repeated(desk: Office) -> None:
    desk.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    assert "Genoemd" not in desk.do("show", "4").out


def test_what_was_told_of_nobody_we_can_name_shows(desk: Office) -> None:
    desk.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    desk.do("edit", "4", "--geen-beller")
    assert "  Genoemd     J. Jansen\n" in desk.do("show", "4").out


def test_a_correction_shows_with_who_and_when(desk: Office) -> None:
    desk.do("edit", "1", "--hielp", "")
    assert desk.do("show", "1").out.splitlines()[-3:] == [
        "  Verbeterd",
        "    zo 22 november 2026 10:15, zojuist, door Anna",
        "      wat hielp: rust → (leeg)",
    ]


def test_the_document_holds_every_version(desk: Office) -> None:
    desk.do("edit", "1", "--wat", "Anders.")
    document = desk.do("show", "1", "--json").document
    assert list(document) == ["schema", "incident", "versies"]
    first, second = document["versies"]
    assert first["voor"] is None
    assert second["voor"]["wat"] == first["na"]["wat"] == "Wilde zijn vergunning vandaag nog hebben."
    assert (second["na"]["wat"], second["door"], second["opdracht"]) == ("Anders.", "Anna", "edit")


@pytest.mark.parametrize(("incident", "status"), [("99", 3), ("x", 2), ("0", 2), ("9" * 30, 2)])
def test_an_incident_that_is_not_there(desk: Office, incident: str, status: int) -> None:
    assert desk.do("show", incident).status == status


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("vergunning",), [1]),
        (("VERGUNNING", "kneus"), [1]),
        (("vergun",), [1]),
        (("renee",), [2]),
        (("jansen",), [1]),
        (("terugbellen",), [1]),
        (("vergunning", "bestaatniet"), []),
        (('"vergunning"', "OR", "NEAR(x"), []),
        (("weet", "vinden"), [3]),
    ],
)
def test_words_find_incidents_and_are_never_syntax(
    desk: Office, words: tuple[str, ...], found: list[int]
) -> None:
    assert numbers(desk, "search", *words) == found


def test_a_search_without_words_is_refused(desk: Office) -> None:
    assert desk.do("search", '"*"').status == 2


def test_on_a_screen_the_newest_fifty_are_shown_and_how_to_see_all(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        office.add("0612345678", "-s", "schelden", "-w", f"Gesprek {number}.")
    monkeypatch.setattr(list_, "ON_A_SCREEN", 2)
    assert len(office.do("list").out.splitlines()) == 1 + 3, "a pipe gets everything"
    assert len(office.do("list", "--json").document["incidenten"]) == 3
    monkeypatch.setattr(list_, "_is_screen", lambda _output: True)
    shown = office.do("list").out
    assert "Gesprek 0." not in shown
    assert "Dit zijn de laatste 2 van 3 incidenten. Alles zien: agressielog list --alles" in shown
    assert "Gesprek 0." in office.do("list", "--alles").out
    assert "Dit zijn" not in office.do("list", "--limit", "2").out
    monkeypatch.setattr(list_, "ON_A_SCREEN", 3)
    assert "Dit zijn" not in office.do("list").out


def test_all_and_at_most_so_many_contradict_each_other(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    assert office.do("list", "--alles", "--limit", "2").status == 2


def test_a_team_is_found_however_it_is_written(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--team", "KCC")
    assert len(office.do("list", "--team", "kcc", "--json").document["incidenten"]) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("oktober", "--maand"),
        ("2026-10", "--maand"),
        ("2025", "--jaar"),
        ("2026-W45", "--week"),
        ("2026-K3", "--kwartaal"),
    ],
)
def test_a_period_without_its_option_is_told_which_one(office: Office, typed: str, meant: str) -> None:
    shown = office.do("report", typed)
    assert shown.status == 2
    assert f"agressielog report {meant} {typed}" in shown.err


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        (("0687654321",), "list --nummer 0687654321"),
        (("06", "-87654321"), "list --nummer '06 -87654321'"),
        (("b99",), "list --beller b99"),
    ],
)
def test_a_number_or_caller_is_no_word_and_is_pointed_to_where_it_is_found(
    desk: Office, typed: tuple[str, ...], where: str
) -> None:
    asked = where.split(" ", 2)[2]
    assert desk.do("search", *typed).out == (
        "Gezocht is op woorden in de verslagen; daar staat dit niet in. Wat je zoekt:\n"
        f"  Wie dit is     agressielog lookup {asked}\n"
        f"  De incidenten  agressielog {where}\n"
    )


@pytest.mark.parametrize("typed", ["onvindbaar", "anoniem", "0612"])
def test_other_words_that_are_not_there_are_just_not_found(desk: Office, typed: str) -> None:
    assert desk.do("search", typed).out == "Geen incidenten gevonden.\n"
