"""Care for the colleague as the team lead sees it: what is due, what was done, and nothing about the caller."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from office import MORNING, Office

DAY = timedelta(days=1)


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk where Anna was threatened this Sunday at a quarter past ten."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "bedreiging", "-w", "Dreigde.")
    return office


def later(desk: Office, days: int, **more: int) -> None:
    desk.set_clock(MORNING + timedelta(days=days, **more))


def done(desk: Office, step: str, *more: str) -> None:
    assert desk.do("nazorg", "done", "1", "--stap", step, "--door", "R. Smit", *more).status == 0


def test_the_list_tells_who_is_due_what_until_when_and_by_which_command(desk: Office) -> None:
    assert desk.do("nazorg", "list").out == (
        "Nog te doen (4)\n"
        "  Anna, eerste contact na incident 1: uiterlijk zo 22 november 2026\n"
        "    agressielog nazorg done 1 --stap eerste --door NAAM\n"
        "  Anna, gesprek na incident 1: uiterlijk wo 25 november 2026 10:15\n"
        "    agressielog nazorg done 1 --stap gesprek --door NAAM\n"
        "  Anna, eerste vervolggesprek na incident 1: uiterlijk ma 7 december 2026\n"
        "    agressielog nazorg done 1 --stap 2wk --door NAAM\n"
        "  Anna, tweede vervolggesprek na incident 1: uiterlijk ma 4 januari 2027\n"
        "    agressielog nazorg done 1 --stap 6wk --door NAAM\n"
    )


def test_what_is_late_comes_first_and_says_how_late(desk: Office) -> None:
    later(desk, 3, hours=5)
    assert desk.do("nazorg", "list").out == (
        "Te laat (2)\n"
        "  Anna, eerste contact na incident 1: 3 dagen te laat, moest op zo 22 november 2026\n"
        "    agressielog nazorg done 1 --stap eerste --door NAAM\n"
        "  Anna, gesprek na incident 1: 5 uur te laat, moest op wo 25 november 2026 10:15\n"
        "    agressielog nazorg done 1 --stap gesprek --door NAAM\n"
        "Nog te doen (2)\n"
        "  Anna, eerste vervolggesprek na incident 1: uiterlijk ma 7 december 2026\n"
        "    agressielog nazorg done 1 --stap 2wk --door NAAM\n"
        "  Anna, tweede vervolggesprek na incident 1: uiterlijk ma 4 januari 2027\n"
        "    agressielog nazorg done 1 --stap 6wk --door NAAM\n"
    )


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (timedelta(hours=72), None),
        (timedelta(hours=72, seconds=1), "1 minuut te laat"),
        (timedelta(hours=72, minutes=59, seconds=59), "59 minuten te laat"),
        (timedelta(hours=73), "1 uur te laat"),
        (timedelta(hours=95, minutes=59), "23 uur te laat"),
        (timedelta(hours=96), "1 dag te laat"),
        (timedelta(hours=120), "2 dagen te laat"),
    ],
)
def test_hours_are_counted_as_hours(desk: Office, after: timedelta, told: str | None) -> None:
    desk.set_clock(MORNING + after)
    found = re.search(r"gesprek na incident 1: (.*?)(?:, moest|\n)", desk.do("nazorg", "list").out)
    assert found is not None
    assert found[1] == (told or "uiterlijk wo 25 november 2026 10:15")


def test_another_day_is_judged_as_it_ended(desk: Office) -> None:
    assert "Te laat (1)" in desk.do("nazorg", "list", "--peildatum", "23-11-2026").out
    assert "Te laat (2)" in desk.do("nazorg", "list", "--peildatum", "25-11-2026").out
    assert desk.do("nazorg", "list", "--peildatum", "21-11-2026").out == "Er staat geen nazorg open.\n"


def test_the_list_can_be_of_one_colleague(desk: Office) -> None:
    desk.add("0687654321", "--melder", "Bram", "-s", "bedreiging", "-w", "x")
    steps = desk.do("nazorg", "list", "--medewerker", "BRAM", "--json").document["nazorg"]
    assert {step["medewerker"] for step in steps} == {"Bram"}
    assert desk.do("nazorg", "list", "--medewerker", "Carla").out == "Er staat geen nazorg open.\n"


def test_the_list_is_a_document_too(desk: Office) -> None:
    later(desk, 1)
    document = desk.do("nazorg", "list", "--json").document
    assert document["schema"] == "agressielog.nazorg.list/1"
    assert document["nazorg"][0] == {
        "incident": 1,
        "medewerker": "Anna",
        "stap": "eerste",
        "uiterlijk": "2026-11-22T23:59:59+01:00",
        "te_laat": True,
        "opdracht": "agressielog nazorg done 1 --stap eerste --door NAAM",
    }
    assert [step["stap"] for step in document["nazorg"]] == ["eerste", "gesprek", "2wk", "6wk"]
    assert [step["te_laat"] for step in document["nazorg"]] == [True, False, False, False]
    assert document["gesloten"] == []


def test_a_step_that_was_done_is_told_with_what_comes_next(desk: Office) -> None:
    shown = desk.do("nazorg", "done", "1", "--stap", "eerste", "--door", "R. Smit")
    assert shown.out == (
        "Vastgelegd: eerste contact voor Anna (incident 1), door R. Smit, zo 22 november 2026 10:15.\n"
        "  Nu aan de beurt: gesprek, uiterlijk wo 25 november 2026 10:15.\n"
    )


def test_the_last_step_closes_the_care(desk: Office) -> None:
    later(desk, 43)
    for step in ("eerste", "gesprek", "2wk"):
        done(desk, step)
    shown = desk.do("nazorg", "done", "1", "--stap", "6wk", "--door", "R. Smit", "--op", "gisteren 16:00")
    assert shown.out == (
        "Vastgelegd: tweede vervolggesprek voor Anna (incident 1), door R. Smit, zo 3 januari 2027 16:00.\n"
        "  De nazorg is gesloten: alles is gedaan.\n"
    )
    assert desk.do("nazorg", "list", "--alles").out == (
        "Er staat geen nazorg open.\nGesloten (1)\n  Incident 1, Anna: alles is gedaan\n"
    )


def test_a_step_done_is_a_document_too(desk: Office) -> None:
    document = desk.do("nazorg", "done", "1", "--stap", "gesprek", "--door", "R. Smit", "--json").document
    steps = document["nazorg"].pop("stappen")
    assert document == {
        "schema": "agressielog.nazorg.done/1",
        "nazorg": {
            "incident": 1,
            "medewerker": "Anna",
            "grond": "ernst",
            "gesloten": None,
            "gedaan": [{"stap": "gesprek", "door": "R. Smit", "op": "2026-11-22T10:15:00+01:00"}],
            "afgezien_op": [],
        },
    }
    assert [step["stap"] for step in steps] == ["eerste", "2wk", "6wk"]


def test_a_mistake_is_put_right(desk: Office) -> None:
    done(desk, "eerste")
    shown = desk.do("nazorg", "done", "1", "--stap", "eerste", "--herstel")
    assert shown.out == (
        "Teruggenomen: eerste contact voor Anna (incident 1) is niet gedaan.\n"
        "  Nu aan de beurt: eerste contact, uiterlijk zo 22 november 2026.\n"
    )
    done(desk, "eerste")
    document = desk.do("nazorg", "done", "1", "--stap", "eerste", "--herstel", "--json").document
    assert (document["schema"], document["nazorg"]["gedaan"]) == ("agressielog.nazorg.done/1", [])


def test_who_declines_is_offered_it_again_once(desk: Office) -> None:
    assert desk.do("nazorg", "decline", "1").out == (
        "Vastgelegd: Anna ziet af van nazorg na incident 1.\n"
        "  Nu aan de beurt: nazorg nog eens aanbieden, uiterlijk ma 7 december 2026.\n"
        "  Toch wel: agressielog nazorg decline 1 --herstel\n"
    )
    later(desk, 14)
    shown = desk.do("nazorg", "decline", "1", "--json").document["nazorg"]
    assert (shown["gesloten"], shown["stappen"]) == ("afgezien", [])
    assert shown["afgezien_op"] == ["2026-11-22", "2026-12-06"]
    assert desk.do("nazorg", "decline", "1", "--herstel").out == (
        "Teruggenomen: Anna ziet niet af van nazorg na incident 1.\n"
        "  Nu aan de beurt: nazorg nog eens aanbieden, uiterlijk ma 7 december 2026.\n"
    )
    assert "agressielog nazorg done 1 --stap aanbod --door NAAM" in desk.do("nazorg", "list").out
    done(desk, "aanbod")
    assert desk.do("nazorg", "list", "--alles").out == (
        "Er staat geen nazorg open.\n"
        "Gesloten (1)\n"
        "  Incident 1, Anna: de collega ziet ervan af; gedaan: nazorg nog eens aanbieden\n"
    )


def test_refusing_can_be_told_afterwards(desk: Office) -> None:
    later(desk, 10)
    shown = desk.do("nazorg", "decline", "1", "--op", "23-11-2026", "--json").document["nazorg"]
    assert shown["stappen"][0]["uiterlijk"] == "2026-12-07T23:59:59+01:00"


# What is refused, and what nobody can be asked ---------------------------------------------------

WRONG = [
    (("done", "1", "--stap", "eerste", "--door", "ANNA"), 4, "De nazorg na incident 1 is er voor Anna zelf."),
    (("done", "1", "--stap", "eerste", "--door", "R", "--op", "gisteren 9:00"), 4, "gebeurde pas op zo 22 november 2026 10:15"),
    (("done", "1", "--stap", "eerste", "--door", "R", "--op", "morgen 9:00"), 2, "Dat moment moet nog komen"),
    (("done", "1", "--stap", "eerste", "--door", ""), 2, "--door"),
    (("done", "1", "--stap", "3wk", "--door", "R"), 2, '"3wk"'),
    (("done", "1", "--stap", "aanbod", "--door", "R"), 4, "Te doen staat: --stap eerste, gesprek, 2wk of 6wk."),
    (("done", "1", "--stap", "eerste", "--herstel"), 4, "Eerste contact na incident 1 is niet gedaan."),
    (("done", "1", "--stap", "eerste", "--door", "R", "--herstel"), 2, "--herstel en --door kunnen niet samen"),
    (("done", "1", "--stap", "eerste", "--op", "nu", "--herstel"), 2, "--herstel en --op kunnen niet samen"),
    (("done", "1", "--herstel"), 2, "--stap"),
    (("done", "1"), 2, "Er ontbreekt nog iets: --stap, --door."),
    (("done", "1", "--stap", "eerste"), 2, "Er ontbreekt nog iets: --door."),
    (("done", "9", "--stap", "eerste", "--door", "R"), 3, "incident 9"),
    (("done", "x", "--stap", "eerste", "--door", "R"), 2, '"x"'),
    (("decline", "1", "--op", "21-11-2026"), 4, "gebeurde pas op zo 22 november 2026 10:15"),
    (("decline", "1", "--op", "31-12-2026"), 2, "Dat moment moet nog komen"),
    (("decline", "1", "--herstel"), 4, "niet vastgelegd dat de collega ervan afziet"),
    (("decline", "1", "--op", "vandaag", "--herstel"), 2, "--herstel en --op kunnen niet samen"),
    (("decline", "9"), 3, "incident 9"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    WRONG,
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    desk: Office, arguments: tuple[str, ...], status: int, told: str
) -> None:
    before = desk.logbook.read_bytes()
    shown = desk.do("nazorg", *arguments)
    assert (shown.status, shown.out) == (status, "")
    assert told.casefold() in shown.err.casefold()
    assert desk.logbook.read_bytes() == before


def test_a_step_is_done_once(desk: Office) -> None:
    done(desk, "eerste")
    shown = desk.do("nazorg", "done", "1", "--stap", "eerste", "--door", "Bram")
    assert shown.status == 4
    assert "is al gedaan, door R. Smit op zo 22 november 2026 10:15." in shown.err
    assert "agressielog nazorg done 1 --stap eerste --herstel" in shown.err


def test_where_care_is_closed_nothing_is_recorded(desk: Office) -> None:
    desk.do("edit", "1", "--status", "ingetrokken")
    shown = desk.do("nazorg", "done", "1", "--stap", "gesprek", "--door", "R")
    assert shown.status == 4
    assert "De nazorg na incident 1 is gesloten: het incident is ingetrokken." in shown.err


def test_an_incident_without_care_says_how_to_open_it(desk: Office) -> None:
    desk.add("0612345678", "--beller", "B1", "-s", "schelden", "-w", "x")
    shown = desk.do("nazorg", "done", "2", "--stap", "gesprek", "--door", "R")
    assert (shown.status, "agressielog edit 2 --nazorg" in shown.err) == (4, True)


def test_a_second_refusal_waits_for_the_second_offer(desk: Office) -> None:
    desk.do("nazorg", "decline", "1")
    shown = desk.do("nazorg", "decline", "1")
    assert (shown.status, "Bied het nog eens aan vanaf zo 6 december 2026." in shown.err) == (4, True)


def test_what_is_missing_is_asked_on_a_terminal(desk: Office) -> None:
    shown = desk.do("nazorg", "done", "1", answers=["grsprek", "gesprek", "R. Smit"])
    assert shown.status == 0
    assert "Vastgelegd: gesprek voor Anna (incident 1), door R. Smit" in shown.out


# `add` and `edit` --------------------------------------------------------------------------------


def test_add_ends_with_until_when_the_first_contact_must_be(office: Office) -> None:
    shown = office.add("0612345678", "-s", "bedreiging", "-w", "x")
    assert shown.out.splitlines()[-1] == (
        "Nazorg voor Anna loopt: eerste contact uiterlijk zo 22 november 2026."
    )
    late = office.add("0687654321", "-s", "bedreiging", "-w", "x", "-t", "gisteren 9:00")
    assert late.out.splitlines()[-1] == (
        "Nazorg voor Anna loopt: eerste contact moest op za 21 november 2026, doe het nu."
    )


def test_add_says_nothing_of_care_where_none_runs(office: Office) -> None:
    assert "nazorg" not in office.add("0612345678", "-s", "schelden", "-w", "x").out.casefold()


def test_a_repeated_add_does_not_tell_it_again(office: Office) -> None:
    words = ("0612345678", "-s", "bedreiging", "-w", "x", "--ulid", "01KFFFFFFFFFFFFFFFFFFFFFFF")
    assert "Nazorg" in office.add(*words).out
    assert "Nazorg" not in office.add(*words).out


def test_add_can_ask_for_care_however_light_it_was(office: Office) -> None:
    shown = office.add("0612345678", "-s", "emotie_kritiek", "-w", "x", "--nazorg")
    assert "Nazorg voor Anna loopt" in shown.out
    assert "Nog te doen (4)" in office.do("nazorg", "list").out


CORRECTIONS = [
    (
        ("--status", "ingetrokken"),
        "  Nazorg voor Anna is gesloten: het incident is ingetrokken; gedaan: gesprek.\n",
    ),
    (
        ("--status", "afgewezen"),
        "  Nazorg voor Anna is gesloten: het incident is afgewezen; gedaan: gesprek.\n",
    ),
    (("-s", "schelden"), "  Nazorg voor Anna is gesloten: de ernst is verlaagd; gedaan: gesprek.\n"),
    (("--nazorg",), "  Nazorg voor Anna loopt: eerste contact uiterlijk zo 22 november 2026.\n"),
]


@pytest.mark.parametrize(
    ("options", "told"), CORRECTIONS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else None
)
def test_a_correction_says_what_it_does_to_the_care(
    desk: Office, options: tuple[str, ...], told: str
) -> None:
    done(desk, "gesprek")
    shown = desk.do("edit", "1", *options)
    assert shown.status == 0
    assert shown.out.endswith(told)


def test_a_closed_care_keeps_what_was_done_and_opens_again(desk: Office) -> None:
    done(desk, "gesprek")
    desk.do("edit", "1", "--status", "ingetrokken")
    assert desk.do("nazorg", "list", "--alles").out == (
        "Er staat geen nazorg open.\n"
        "Gesloten (1)\n"
        "  Incident 1, Anna: het incident is ingetrokken; gedaan: gesprek\n"
    )
    told = desk.do("edit", "1", "--status", "gemeld")
    assert told.out.endswith("  Nazorg voor Anna loopt: eerste contact uiterlijk zo 22 november 2026.\n")
    assert "Nog te doen (3)" in desk.do("nazorg", "list").out


def test_a_request_that_nobody_made_cannot_be_taken_back(desk: Office) -> None:
    shown = desk.do("edit", "1", "--geen-nazorg")
    assert (shown.status, "agressielog nazorg decline 1" in shown.err) == (4, True)
    desk.do("edit", "1", "--nazorg")
    assert "Nazorg voor Anna loopt" in desk.do("edit", "1", "--geen-nazorg").out


def test_an_edit_document_tells_what_it_did_to_the_care(desk: Office) -> None:
    document = desk.do("edit", "1", "--status", "ingetrokken", "--json").document
    assert document["nazorg"] == {"medewerker": "Anna", "grond": "ernst", "gesloten": "ingetrokken"}
    assert desk.do("edit", "1", "--team", "KCC", "--json").document["nazorg"] is None


def test_joining_callers_changes_nothing_about_care(desk: Office) -> None:
    before = desk.do("nazorg", "list").out
    desk.add("0687654321", "-s", "schelden", "-w", "y")
    assert desk.do("beller", "merge", "B2", "B1", "--ja").status == 0
    assert desk.do("nazorg", "list").out == before
    assert desk.do("beller", "split", "B2", "--ja").status == 0
    assert desk.do("nazorg", "list").out == before


# Imported incidents ------------------------------------------------------------------------------

REGISTER = (
    "Datum;Telefoon;Soort;Wat;Medewerker\n"
    "20-11-2026 14:30;0687654321;bedreiging;x;Bram\n"
    "20-11-2026 15:30;0687654321;bedreiging;y;\n"
    "20-11-2026 16:30;0687654321;schelden;z;Bram\n"
)


def test_what_is_imported_opens_no_care_unless_it_still_asks(office: Office, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    office.do("instelling", "set", "organisatie", "Voorbeeldstad")
    assert office.do("import", str(register)).status == 0
    assert office.do("nazorg", "list").out == "Er staat geen nazorg open.\n"


def test_what_is_imported_and_still_asks_opens_care_for_whoever_is_named(
    office: Office, tmp_path: Path
) -> None:
    register = tmp_path / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    office.do("instelling", "set", "organisatie", "Voorbeeldstad")
    assert office.do("import", str(register), "--vraagt").status == 0
    steps = office.do("nazorg", "list", "--json").document["nazorg"]
    assert {(step["incident"], step["medewerker"]) for step in steps} == {(1, "Bram")}


# The caller never sees any of it -----------------------------------------------------------------


@pytest.fixture
def much_care(desk: Office) -> Office:
    """A desk where all that can be recorded about care for Anna was recorded, by people named nowhere else."""
    desk.do("edit", "1", "--nazorg")
    for step, name in (("eerste", "Zorgverlener Een"), ("gesprek", "Zorgverlener Twee")):
        assert desk.do("nazorg", "done", "1", "--stap", step, "--door", name).status == 0
    assert desk.do("nazorg", "decline", "1").status == 0
    desk.do("edit", "1", "--team", "KCC")
    return desk


ABOUT_THE_CALLER = [
    ("show", "1"),
    ("show", "1", "--json"),
    ("list",),
    ("list", "--json"),
    ("search", "dreigde"),
    ("search", "dreigde", "--json"),
    ("lookup", "0612345678"),
    ("lookup", "0612345678", "--json"),
    ("lookup", "B1"),
    ("beller", "show", "B1"),
    ("beller", "show", "B1", "--json"),
    ("advies", "B1"),
    ("advies", "B1", "--json"),
    ("aangifte", "1"),
]


@pytest.mark.parametrize("arguments", ABOUT_THE_CALLER, ids=" ".join)
def test_nothing_of_it_shows_where_it_is_about_the_caller(
    much_care: Office, arguments: tuple[str, ...]
) -> None:
    shown = much_care.do(*arguments)
    assert shown.status == 0, shown.err
    assert shown.out
    assert re.findall(r"(?i)nazorg|zorgverlener|gevraagd\b|afgezien", shown.out) == []


@pytest.mark.parametrize("words", ["zorgverlener", "nazorg", "aanbod"])
def test_nothing_of_it_can_be_searched_for(much_care: Office, words: str) -> None:
    assert much_care.do("search", words, "--json").document["incidenten"] == []


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_nothing_of_it_is_in_an_export(much_care: Office, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"uit.{form}"
    assert much_care.do("export", "--vorm", form, "-o", str(target)).status == 0
    written = target.read_text(encoding="utf-8-sig")
    assert "Dreigde." in written
    assert re.findall(r"(?i)nazorg|zorgverlener", written) == []


def test_a_correction_that_is_only_about_care_is_no_version_of_the_incident(desk: Office) -> None:
    desk.do("edit", "1", "--nazorg")
    assert "Verbeterd" not in desk.do("show", "1").out
    assert len(desk.do("show", "1", "--json").document["versies"]) == 1
