"""`mijn`: what became of my reports, what I promised, and the care I am due."""

from typing import Any

import pytest
from office import Office

READY = ("--reden", "Schold.", "--besluit-door", "R. Smit")

MINE = """\
Meldingen van Anna
  3 (belediging, 21 nov 2026): ligt ter beoordeling
  2 (schelden, 5 nov 2026): geen maatregel, besloten op 6 nov 2026
  1 (belediging, 1 nov 2026): brief uitgereikt op 5 nov 2026: schriftelijke waarschuwing M1, loopt
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk where Anna and Sam reported about J. Jansen."""
    for kind, day in (("belediging", "1-11-2026"), ("schelden", "5-11-2026"), ("belediging", "21-11-2026")):
        office.add("0612345678", "--naam", "J. Jansen", "-s", kind, "-w", "GEHEIM", "-t", f"{day} 9:00")
    office.do("--als", "Sam", "add", "0687654321", "-s", "schelden", "-w", "x", "--gewaarschuwd")
    office.do(
        *("maatregel", "add", "B1", *READY, "--soort", "schriftelijke_waarschuwing", "--incident", "1"),
        *("--peildatum", "2-11-2026", "--uitgereikt", "5-11-2026 10:00", "--afwijking", "y"),
    )
    office.do(
        *("maatregel", "add", "B1", "--geen", *READY, "--incident", "2", "--peildatum", "6-11-2026"),
        *("--afwijking", "y"),
    )
    return office


def reports(office: Office, *words: str) -> dict[int, dict[str, Any]]:
    document = office.do(*words, "mijn", "--json").document
    return {report["incident"]: report for report in document["meldingen"]}


def test_the_last_report_comes_first_with_what_became_of_it(desk: Office) -> None:
    shown = desk.do("mijn").out
    assert shown.split("Nazorg voor jou\n")[0] == MINE
    assert "GEHEIM" not in shown


def test_the_care_that_is_due_has_a_step_and_a_day_and_nothing_else(desk: Office) -> None:
    care = desk.do("mijn").out.split("Nazorg voor jou\n")[1].splitlines()
    assert "  eerste contact, uiterlijk za 21 november 2026, 1 dag te laat (incident 3)" in care
    assert all("Jansen" not in line and "B1" not in line for line in care)


def test_a_colleague_sees_only_the_own_work(desk: Office) -> None:
    shown = desk.do("--als", "sam", "mijn").out
    assert shown == (
        "Meldingen van sam\n  4 (schelden, 22 nov 2026): vastgelegd, vraagt niet om een besluit\n"
    )


def test_of_somebody_without_anything_it_says_so(desk: Office) -> None:
    told = "Van Kim staat er niets: geen meldingen, geen toezeggingen, geen nazorg.\n"
    assert desk.do("--als", "Kim", "mijn").out == told


def test_my_promises_are_there_with_whom_and_when(desk: Office) -> None:
    made = ("--voor", "20-11-2026", "--op", "20-11-2026 9:00")
    desk.do("--als", "Kim", "toezegging", "add", "B1", "terugbellen", *made)
    desk.do("--als", "Kim", "toezegging", "add", "B2", "brief sturen")
    assert desk.do("--als", "Kim", "mijn").out == (
        "Nog na te komen\n"
        "  T1 terugbellen, aan B1 (J. Jansen), voor 20 nov 2026, te laat\n"
        "  T2 brief sturen, aan B2 (naam onbekend)\n"
    )


def test_a_promise_to_somebody_unknown_names_nobody(office: Office) -> None:
    office.add("--anoniem", "-s", "emotie_kritiek", "-w", "x", "--toezegging", "uitzoeken")
    assert "Nog na te komen\n  T1 uitzoeken\n" in office.do("mijn").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("edit", "3", "--status", "ingetrokken"), "ingetrokken"),
        (("edit", "3", "--status", "afgewezen"), "afgewezen"),
        (
            ("maatregel", "add", "B1", *READY, "--soort", "schriftelijke_waarschuwing", "--afwijking", "y"),
            "schriftelijke waarschuwing M3 besloten op 22 nov 2026, nog niet uitgereikt",
        ),
        (("edit", "3", "--beller", "B2"), "wacht tot iemand bevestigt wie er belde"),
    ],
)
def test_every_end_has_its_words(desk: Office, words: tuple[str, ...], told: str) -> None:
    assert desk.do(*words).status == 0
    assert f"  3 (belediging, 21 nov 2026): {told}\n" in desk.do("mijn").out


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("post", "brief uitgereikt"),
        ("e-mail", "brief gemaild"),
        ("sms", "sms verstuurd"),
        ("overhandigd", "brief overhandigd"),
        ("voorgelezen", "voorgelezen"),
    ],
)
def test_every_way_of_delivery_has_its_words(desk: Office, way: str, told: str) -> None:
    add = ("maatregel", "add", "B1", *READY, "--soort", "schriftelijke_waarschuwing", "--afwijking", "y")
    assert desk.do(*add, "--uitgereikt", "nu", "--wijze", way).status == 0
    assert f"  3 (belediging, 21 nov 2026): {told} op 22 nov 2026: " in desk.do("mijn").out


def test_a_short_report_says_how_to_complete_it(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "--kort")
    assert "1 (schelden, 22 nov 2026): nog aan te vullen: agressielog edit 1\n" in office.do("mijn").out


def test_the_document_has_the_agreed_keys(desk: Office) -> None:
    document = desk.do("mijn", "--json").document
    assert (document["schema"], document["naam"]) == ("agressielog.mijn/1", "Anna")
    assert [report["incident"] for report in document["meldingen"]] == [3, 2, 1]
    assert document["meldingen"][2] == {
        "incident": 1,
        "op": "2026-11-01T09:00:00+01:00",
        "soorten": ["belediging"],
        "uitkomst": "uitgereikt",
        "maatregel": "M1",
        "soort_maatregel": "schriftelijke_waarschuwing",
        "besloten_op": "2026-11-02",
        "uitgereikt_op": "2026-11-05T10:00:00+01:00",
        "wijze": "post",
        "status_maatregel": "loopt",
    }
    assert {step["medewerker"] for step in document["nazorg"]} == {"Anna"}


def test_a_report_without_a_decision_has_none_in_the_document(desk: Office) -> None:
    told = reports(desk)[3]
    assert told["uitkomst"] == "ter_beoordeling"
    assert {told[key] for key in ("maatregel", "besloten_op", "uitgereikt_op", "status_maatregel")} == {None}
