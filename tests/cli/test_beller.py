"""What a team lead sees when putting people and numbers right."""

from pathlib import Path

import pytest
from desk import Desk
from office import Office

LIST = """\
Beller  Naam       Klantnummer  Nummers         Incidenten
B1      J. Jansen  –            06-••••5678 +1           2
B2      P. Jansen  K7           0•••••4567?              1
"""
CARD = """\
B1 (J. Jansen)
  Nummers     06-12345678
              06-87654321
  In logboek  sinds zo 22 november 2026

2 incidenten
Nr  Wanneer            Soort                 Ernst  Nummer
 2  21 nov 2026 14:30  Bedreiging, schelden  zwaar  06-12345678
 1  1 nov 2026 09:00   Schelden              licht  06-12345678
"""


@pytest.fixture
def known(office: Office) -> Office:
    """A desk that knows B1 (J. Jansen, two numbers) and B2 (P. Jansen, one presumed number)."""
    first = ("0612345678", "--naam", "J. Jansen", "-w", "x")
    office.add(*first, "-s", "schelden", "-t", "1-11-2026 9:00")
    office.add(*first, "-s", "bedreiging", "-s", "schelden", "-t", "gisteren 14:30")
    office.add("0201234567", "--naam", "P. Jansen", "--klantnummer", "K7", "-s", "schelden", "-w", "y")
    office.do("beller", "nummer", "add", "B1", "06-87654321")
    office.do("beller", "nummer", "add", "B2", "020-1234567", "--vermoedelijk")
    return office


# Looking --------------------------------------------------------------------------------------------


def test_the_list_masks_numbers_and_marks_presumed_ones(known: Office) -> None:
    shown = known.do("beller", "list")
    assert (shown.status, shown.out, shown.err) == (0, LIST, "")


def test_the_list_can_be_searched_by_a_part_of_the_name(known: Office) -> None:
    assert [line.split()[0] for line in known.do("beller", "list", "--naam", "p. j").out.splitlines()] == [
        "Beller",
        "B2",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [((), "Geen bellers.\n"), (("--naam", "smit"), 'Geen bellers met "smit" in de naam.\n')],
)
def test_nobody_is_a_normal_answer(office: Office, words: tuple[str, ...], said: str) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("beller", "list", *words)
    assert (shown.status, shown.out) == (0, said)


def test_the_document_of_the_list_has_every_caller_with_full_numbers(known: Office) -> None:
    document = known.do("beller", "list", "--json").document
    assert document["schema"] == "agressielog.beller.list/1"
    assert document["bellers"][1] == {
        "id": "B2",
        "naam": "P. Jansen",
        "klantnummer": "K7",
        "nummers": [{"nummer": "+31201234567", "zekerheid": "vermoedelijk"}],
        "adres": None,
        "e_mail": None,
        "taal_of_hulp": None,
        "incidenten": 1,
    }


@pytest.mark.parametrize("asked", ["B1", "b1", "06-87654321"])
def test_one_caller_is_shown_with_full_numbers_and_the_incidents_in_short(known: Office, asked: str) -> None:
    assert known.do("beller", "show", asked).out == CARD


def test_filled_fields_stand_on_the_card(known: Office) -> None:
    known.do("beller", "edit", "B2", "--adres", "Dorpsstraat 1", "--e-mail", "p@x.nl", "--taal", "Duits")
    assert known.do("beller", "show", "K7").out.splitlines()[:7] == [
        "B2 (P. Jansen)",
        "  Nummers       020-1234567, vermoedelijk",
        "  Klantnummer   K7",
        "  Adres         Dorpsstraat 1",
        "  E-mail        p@x.nl",
        "  Taal of hulp  Duits",
        "  In logboek    sinds zo 22 november 2026",
    ]


def test_a_presumed_incident_says_so_and_how_to_confirm_it(known: Office) -> None:
    known.do("edit", "3", "--beller", "B1")
    assert known.do("beller", "show", "B1").out.splitlines()[-5:] == [
        " 3  22 nov 2026 10:15  Schelden              licht  020-1234567  vermoedelijk",
        " 2  21 nov 2026 14:30  Bedreiging, schelden  zwaar  06-12345678",
        " 1  1 nov 2026 09:00   Schelden              licht  06-12345678",
        "Vermoedelijk telt niet mee tot iemand het bevestigt:",
        "  agressielog edit 3 --beller B1 --zeker",
    ]


def test_an_incident_that_is_not_finished_says_so(known: Office) -> None:
    known.add("0612345678", "-s", "schelden", "--kort")
    assert known.do("beller", "show", "B1").out.splitlines()[7].endswith("06-12345678  onvolledig")


def test_a_caller_without_numbers_and_incidents_is_shown_too(known: Office) -> None:
    known.do("beller", "nummer", "remove", "B2", "0201234567")
    known.do("edit", "3", "--beller", "B1")
    assert known.do("beller", "show", "B2").out.splitlines() == [
        "B2 (P. Jansen)",
        "  Nummers      geen",
        "  Klantnummer  K7",
        "  In logboek   sinds zo 22 november 2026",
        "",
        "Geen incidenten",
    ]


def test_of_many_incidents_the_last_ten_are_shown(office: Office) -> None:
    for _ in range(12):
        office.add("0612345678", "-s", "schelden", "-w", "x")
    lines = office.do("beller", "show", "B1").out.splitlines()
    assert lines[4] == "12 incidenten"
    assert [line.split()[0] for line in lines[6:16]] == [str(number) for number in range(12, 2, -1)]
    assert lines[16:] == ["En nog 2 incidenten: agressielog list --beller B1"]


def test_the_document_of_one_caller_has_the_agreed_keys(known: Office) -> None:
    known.do("edit", "3", "--beller", "B1")
    document = known.do("beller", "show", "B1", "--json").document
    assert {key: value for key, value in document.items() if key != "beller"} == {
        "schema": "agressielog.beller.show/1",
        "aangemaakt_op": "2026-11-22T10:15:00+01:00",
        "samengevoegd": [],
        "te_splitsen": None,
        "incidenten": [3, 2, 1],
        "vermoedelijk": [3],
        "zienswijzen": [],
        "beperkt_op_verzoek": None,
        "toch_bekeken": [],
        "vastgehouden": [],
    }
    assert document["beller"]["id"] == "B1"


# Correcting -----------------------------------------------------------------------------------------


def test_a_correction_shows_what_changed(known: Office) -> None:
    shown = known.do(
        "beller", "edit", "B2", "--naam", "Piet Jansen", "--klantnummer", "", "--e-mail", "p@x.nl"
    )
    assert shown.out == (
        "B2 (Piet Jansen) is verbeterd.\n"
        "  naam: P. Jansen → Piet Jansen\n"
        "  klantnummer: K7 → (leeg)\n"
        "  e-mail: (leeg) → p@x.nl\n"
    )


def test_a_correction_that_changes_nothing_says_so(known: Office) -> None:
    shown = known.do("beller", "edit", "B2", "--naam", "P. Jansen")
    assert shown.out == "Er is niets veranderd aan B2 (P. Jansen); er is niets opgeslagen.\n"


def test_the_document_of_a_correction_has_both_values(known: Office) -> None:
    document = known.do("beller", "edit", "B2", "--taal", "Duits", "--json").document
    assert document["schema"] == "agressielog.beller.edit/1"
    assert document["veranderd"] == [{"veld": "taal_of_hulp", "voor": None, "na": "Duits"}]
    assert document["beller"]["taal_of_hulp"] == "Duits"


def test_on_a_terminal_every_field_is_asked_with_what_it_holds(known: Office) -> None:
    shown = known.do("beller", "edit", "B2", answers=["", "-", "Dorpsstraat 1", "", ""])
    assert shown.out == (
        "Enter houdt wat er staat, - maakt leeg, < gaat een vraag terug, Ctrl-C stopt.\n"
        "Naam [P. Jansen]\n> \n"
        "Klantnummer [K7]\n> -\n"
        "Postadres\n> Dorpsstraat 1\n"
        "E-mailadres\n> \n"
        "Taal, of hulp die nodig is (tolk, doventolk, begeleider)\n> \n"
        "B2 (P. Jansen) is verbeterd.\n"
        "  klantnummer: K7 → (leeg)\n"
        "  adres: (leeg) → Dorpsstraat 1\n"
    )


def test_a_step_back_asks_the_question_before_with_the_answer_that_was_given(known: Office) -> None:
    shown = known.do("beller", "edit", "B2", answers=["<", "Piet", "<", "", "", "", "", ""])
    assert shown.out.count("Naam [P. Jansen]\n") == 2
    assert shown.out.count("Naam [Piet]\n") == 1
    assert "  naam: P. Jansen → Piet\n" in shown.out


def test_an_answer_that_cannot_be_read_is_asked_again(known: Office) -> None:
    shown = known.do("beller", "edit", "B2", answers=["", "", "", "p.jansen", "p@x.nl", ""])
    assert '  "p.jansen" past niet bij --e-mail.' in shown.out
    assert "  e-mail: (leeg) → p@x.nl\n" in shown.out


def test_without_a_terminal_and_options_the_options_are_named(known: Office) -> None:
    shown = known.do("beller", "edit", "B2")
    assert shown.status == 2
    assert "--naam, --klantnummer, --adres, --e-mail, --taal" in shown.err


def test_somebody_elses_customer_number_is_refused_with_the_way_to_join_them(known: Office) -> None:
    shown = known.do("beller", "edit", "B1", "--klantnummer", "K7")
    assert shown.status == 4
    assert "B2 (P. Jansen)" in shown.err
    assert "agressielog beller merge" in shown.err


# Numbers --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("B1", "088", "1234567"), "088-1234567 hoort nu bij B1 (J. Jansen).\n"),
        (("B1", "0881234567", "--vermoedelijk"), "088-1234567 hoort nu bij B1 (J. Jansen), vermoedelijk.\n"),
        (("B1", "0612345678"), "06-12345678 hoorde al bij B1 (J. Jansen); er is niets opgeslagen.\n"),
        (("B2", "0201234567"), "020-1234567 hoort nu bij B2 (P. Jansen).\n"),
        (
            ("B1", "112"),
            (
                "112 (kort nummer) hoort nu bij B1 (J. Jansen).\n"
                "Let op: achter een kort nummer kan iedereen zitten.\n"
            ),
        ),
        (
            ("B2", "0612345678"),
            (
                "06-12345678 hoort nu bij B2 (P. Jansen).\n"
                "Let op: het nummer is ook van B1 (J. Jansen).\n"
                "  Is dat dezelfde persoon? agressielog beller merge B2 B1\n"
            ),
        ),
    ],
)
def test_adding_a_number_tells_whose_it_is(known: Office, words: tuple[str, ...], said: str) -> None:
    assert known.do("beller", "nummer", "add", *words).out == said


def test_removing_a_number_tells_what_that_means_and_the_way_back(known: Office) -> None:
    shown = known.do("beller", "nummer", "remove", "B1", "06", "12345678")
    assert shown.out == (
        "06-12345678 hoort niet meer bij B1 (J. Jansen).\n"
        "Let op: 2 incidenten op dit nummer blijven van B1.\n"
        "  Wie het nummer opzoekt, vindt B1 niet meer.\n"
        "Terugzetten: agressielog beller nummer add B1 06-12345678\n"
    )


def test_removing_a_number_without_incidents_warns_of_nothing(known: Office) -> None:
    shown = known.do("beller", "nummer", "remove", "B1", "0687654321")
    assert "Let op" not in shown.out


def test_the_documents_of_numbers_have_the_agreed_keys(known: Office) -> None:
    added = known.do("beller", "nummer", "add", "B2", "0612345678", "--json").document
    assert list(added) == ["schema", "beller", "nummer", "veranderd", "ook_van"]
    assert (added["nummer"], added["veranderd"], added["ook_van"]) == ("+31612345678", True, ["B1"])
    removed = known.do("beller", "nummer", "remove", "B1", "0612345678", "--json").document
    assert list(removed) == ["schema", "beller", "nummer", "incidenten"]
    assert removed["incidenten"] == 2


# Nothing acts on the terminal, and the real program -------------------------------------------------


def test_what_was_typed_is_shown_and_never_acts(known: Office) -> None:
    known.do("beller", "edit", "B1", "--naam", "\x1b[2J[/]:smile:", "--adres", "\u202eeen")
    for words in (("list",), ("show", "B1"), ("merge", "B2", "B1", "--ja")):
        shown = known.do("beller", *words)
        assert "\\x1b[2J[/]:smile:" in shown.out
        assert "\x1b" not in shown.out + shown.err
        assert "\u202e" not in shown.out


def test_the_exit_status_tells_what_happened(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.run("beller", "list").status == 3
    desk.add()
    desk.add(number="06-87654321")
    for words, status in (
        (("show", "B1"), 0),
        (("show", "B9"), 3),
        (("show",), 2),
        (("nummer", "add", "B1", "anoniem"), 2),
        (("nummer", "remove", "B1", "06-87654321"), 3),
        (("merge", "B1", "B2"), 2),
        (("merge", "B1", "B1", "--ja"), 4),
        (("split", "B1", "--ja"), 4),
        (("merge", "B1", "B2", "--ja"), 0),
        (("merge", "B1", "B2", "--ja"), 4),
        (("split", "B2", "--ja"), 4),
        (("split", "B1", "--ja"), 0),
    ):
        assert (words, desk.run("beller", *words).status) == (words, status)


def test_a_number_that_two_have_asks_for_the_code(known: Office) -> None:
    known.do("beller", "nummer", "add", "B2", "0612345678")
    shown = known.do("beller", "show", "0612345678")
    assert shown.status == 2
    assert "B1 (J. Jansen) of B2 (P. Jansen)" in shown.err
