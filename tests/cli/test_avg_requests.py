"""Requests under the privacy law at the desk: recorded, answered, listed, and what is refused."""

import pytest
from office import Office

RECEIVED = """\
V1 vastgelegd: verzoek om inzage van B1 (J. Jansen), ontvangen op ma 2 november 2026.
  Antwoord uiterlijk op wo 2 december 2026.
  Daarna: agressielog avg verzoek done V1 --uitkomst toegewezen
"""
LISTED = """\
Nr  Beller          Vraagt        Ontvangen    Antwoord voor  Stand
V2  B1 (J. Jansen)  verwijdering  5 okt 2026   2 nov 2026     20 dagen te laat
V1  B1 (J. Jansen)  inzage        2 nov 2026   2 dec 2026     open
V3  B1 (J. Jansen)  correctie     20 nov 2026  21 dec 2026    deels op 22 nov 2026
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that knows B1."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x")
    return office


def asked(office: Office, kind: str, day: str) -> str:
    shown = office.do("avg", "verzoek", "06", "12345678", "--soort", kind, "--ontvangen", day)
    assert shown.status == 0, shown.err
    return shown.out


def test_a_request_is_recorded_with_the_day_of_its_answer(desk: Office) -> None:
    assert asked(desk, "inzage", "2-11-2026") == RECEIVED


def test_a_request_entered_too_late_says_so(desk: Office) -> None:
    assert "Antwoord uiterlijk op ma 2 november 2026 (20 dagen te laat).\n" in asked(
        desk, "verwijdering", "5-10-2026"
    )


def test_requests_are_listed_the_first_due_first(desk: Office) -> None:
    for kind, day in (("inzage", "2-11-2026"), ("verwijdering", "5-10-2026"), ("correctie", "20-11-2026")):
        asked(desk, kind, day)
    desk.do("avg", "verzoek", "done", "V3", "--uitkomst", "deels", "--reden", "het nummer klopte")
    assert desk.do("avg", "verzoek", "list", "--alles").out == LISTED
    assert desk.do("avg", "verzoek", "list", "B1").out.split() == LISTED[: LISTED.index("V3")].split()
    assert [one["id"] for one in desk.do("avg", "verzoek", "list", "--json").document["verzoeken"]] == [
        "V2",
        "V1",
    ]


def test_no_request_is_said(desk: Office) -> None:
    assert desk.do("avg", "verzoek", "list").out == "Geen verzoeken.\n"


#: How a request received on 5 October, to answer by 2 November, is answered, and what is said.
ANSWERS = [
    (
        ("toegewezen", "--op", "2-11-2026"),
        "V1 beantwoord: toegewezen, op ma 2 november 2026 (op tijd).\n",
        "in time",
    ),
    (
        ("ingetrokken", "--op", "3-11-2026"),
        "V1 beantwoord: ingetrokken, op di 3 november 2026 (1 dag te laat).\n",
        "a day late",
    ),
    (
        ("afgewezen", "--reden", "staat er niet in"),
        "V1 beantwoord: afgewezen, op zo 22 november 2026 (20 dagen te laat).\n  Vertel de beller waarom, en dat een klacht bij de Autoriteit Persoonsgegevens kan.\n",
        "refused",
    ),
]


@pytest.mark.parametrize(("options", "said", "why"), ANSWERS, ids=[why for *_, why in ANSWERS])
def test_an_answer_is_recorded_with_whether_it_was_in_time(
    desk: Office, options: tuple[str, ...], said: str, why: str
) -> None:
    asked(desk, "verwijdering", "5-10-2026")
    assert desk.do("avg", "verzoek", "done", "v1", "--uitkomst", *options).out == said, why


def test_an_answered_request_is_no_duty_any_more(desk: Office) -> None:
    asked(desk, "inzage", "5-10-2026")
    assert "avg verzoek done V1" in desk.do("taken", "--soort", "verzoek").out
    desk.do("avg", "verzoek", "done", "V1", "--uitkomst", "toegewezen")
    assert desk.do("taken", "--soort", "verzoek").out == "Niets te doen in deze keuze.\n"


#: A command line, its exit status, and a word of what is said.
REFUSED = [
    (("B9", "--soort", "inzage", "--ontvangen", "gisteren"), 3, "B9", "nobody"),
    (("B1",), 2, "--soort, --ontvangen", "nothing said"),
    (("B1", "--soort", "inzage"), 2, "--ontvangen", "without a day"),
    (("B1", "--soort", "klacht", "--ontvangen", "gisteren"), 2, "verwijdering", "another kind"),
    (("B1", "--soort", "inzage", "--ontvangen", "1-1-2027"), 2, "toekomst", "in the future"),
    (
        ("B1", "--soort", "inzage", "--ontvangen", "gisteren", "--op", "gisteren"),
        2,
        "--op",
        "of another form",
    ),
    (("B1", "--soort", "inzage", "--ontvangen", "gisteren", "--alles"), 2, "--alles", "of the list"),
    (("done",), 2, "VERZOEK, --uitkomst", "which one"),
    (("done", "V1"), 2, "--uitkomst", "without an outcome"),
    (("done", "X1", "--uitkomst", "deels"), 2, "X1", "no number"),
    (("done", "V1", "--uitkomst", "deels"), 4, "--reden", "in part, without a reason"),
    (("done", "V1", "--uitkomst", "afgewezen"), 4, "artikel 12 lid 4", "refused without a reason"),
    (("done", "V9", "--uitkomst", "deels"), 3, "V9", "not there"),
    (("done", "V1", "--uitkomst", "gegrond"), 2, "toegewezen", "another outcome"),
    (("done", "V1", "--uitkomst", "deels", "--op", "1-1-2027"), 2, "toekomst", "answered in the future"),
    (("done", "V1", "--uitkomst", "deels", "--op", "1-11-2026"), 4, "2 november", "before it came"),
    (("done", "V2", "--uitkomst", "deels"), 4, "al beantwoord", "answered before"),
    (("done", "V1", "--uitkomst", "deels", "--soort", "inzage"), 2, "--soort", "with a kind"),
    (("list", "--uitkomst", "deels"), 2, "--uitkomst", "listed by outcome"),
    (("list", "B9"), 3, "B9", "of nobody"),
]


@pytest.mark.parametrize(("words", "status", "said", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_what_cannot_be_is_refused_in_three_lines(
    desk: Office, words: tuple[str, ...], status: int, said: str, why: str
) -> None:
    asked(desk, "inzage", "2-11-2026")
    asked(desk, "inzage", "2-11-2026")
    desk.do("avg", "verzoek", "done", "V2", "--uitkomst", "toegewezen")
    shown = desk.do("avg", "verzoek", *words)
    assert (shown.status, shown.out, len(shown.err.splitlines())) == (status, "", 3), why
    assert said in shown.err


def test_on_a_terminal_what_is_missing_is_asked(desk: Office) -> None:
    shown = desk.do("avg", "verzoek", "B1", answers=["inzage", ""])
    assert shown.status == 0
    assert shown.out.startswith(
        "Wat vraagt de beller? (inzage, correctie, verwijdering, bezwaar)\n"
        "> inzage\n"
        "Wanneer kwam het binnen? [vandaag]\n"
        "> \n"
        "V"
    )
    assert "ontvangen op zo 22 november 2026" in shown.out


def test_on_a_terminal_whoever_refuses_is_asked_why(desk: Office) -> None:
    asked(desk, "verwijdering", "20-11-2026")
    shown = desk.do(
        "avg", "verzoek", "done", "V1", "--uitkomst", "deels", answers=["", "Het contactverbod loopt nog."]
    )
    assert shown.status == 0
    assert shown.out.startswith("Waarom niet, of niet alles? Zo hoort de beller het ook.\n> \n")
    done = desk.do("avg", "verzoek", "list", "--alles", "--json").document["verzoeken"][0]
    assert (done["uitkomst"], done["reden"]) == ("deels", "Het contactverbod loopt nog.")


@pytest.mark.parametrize("answers", [None, []])
def test_what_is_never_asked_does_not_speak_of_a_terminal(desk: Office, answers: list[str] | None) -> None:
    shown = desk.do("avg", "verzoek", "done", "V1", answers=answers)
    assert shown.status == 2
    assert shown.err == (
        "Wat:     Er ontbreekt nog iets: --uitkomst.\n"
        "Waarom:  Zonder dat kan de opdracht niet worden uitgevoerd.\n"
        "Wat nu:  Geef het mee in de opdracht: --uitkomst\n"
    )


def test_the_word_add_is_pointed_out(desk: Office) -> None:
    shown = desk.do("avg", "verzoek", "add", "B1")
    assert shown.status == 2
    assert shown.err == (
        'Wat:     "add" hoort niet achter agressielog avg verzoek.\n'
        "Waarom:  Wie iets nieuws vastlegt, begint meteen met de beller.\n"
        "Wat nu:  Typ agressielog avg verzoek B1 --soort inzage --ontvangen gisteren\n"
    )
