"""What a colleague sees while the telephone rings."""

import json

import pytest
from office import Office

UNKNOWN = """\
○ ONBEKEND  06-12345678
  Neem gewoon op.
"""
KNOWN = """\
● BEKEND  06-12345678
  Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.
  B1 (J. Jansen), klantnummer K7
    3 incidenten: 2× schelden, 1× bedreiging; laatste op 21 nov 2026
    Toegezegd: terugbellen (voor 27 nov 2026); brief sturen
    Hielp de vorige keer: eerst laten uitpraten
"""


@pytest.fixture
def known(office: Office) -> Office:
    """A desk that knows J. Jansen of 06-12345678."""
    me = ("0612345678", "--naam", "J. Jansen", "--klantnummer", "K7", "-w", "GEHEIM VERHAAL")
    office.add(*me, "-s", "schelden", "-t", "1-11-2026 9:00", "--hielp", "kalm blijven")
    office.add(*me, "-s", "bedreiging", "-t", "2-11-2026 9:00", "--toezegging", "brief sturen")
    office.add(
        *(*me, "-s", "schelden", "-t", "gisteren 9:00", "--hielp", "eerst laten uitpraten"),
        *("--toezegging", "terugbellen", "--voor", "vrijdag"),
    )
    return office


def test_an_unknown_number_is_two_lines(known: Office) -> None:
    assert known.do("lookup", "06-87654321").out == UNKNOWN.replace("12345678", "87654321")


def test_a_known_number_says_who_what_and_what_to_do(known: Office) -> None:
    assert known.do("lookup", "+31 (0)6 12 34 56 78").out == KNOWN


@pytest.mark.parametrize("question", [("B1",), ("--naam", "j. jansen"), ("--klantnummer", "K7")])
def test_a_caller_can_be_looked_up_by_code_name_and_customer_number(
    known: Office, question: tuple[str, ...]
) -> None:
    assert known.do("lookup", *question).out.splitlines()[1:] == KNOWN.splitlines()[1:]


def test_no_free_text_of_an_incident_shows(known: Office) -> None:
    assert "GEHEIM" not in known.do("lookup", "0612345678").out
    assert "GEHEIM" not in known.do("lookup", "0612345678", "--json").out


def test_a_missing_logbook_is_never_an_unknown_caller(office: Office) -> None:
    shown = office.do("lookup", "0612345678")
    assert (shown.status, shown.out) == (3, "")


def test_the_document_has_the_agreed_keys(known: Office) -> None:
    assert known.do("lookup", "0612345678", "--json").document == {
        "schema": "agressielog.lookup/1",
        "nummer": "+31612345678",
        "status": "bekend",
        "instructie": "Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.",
        "let_op": [],
        "bellers": [
            {
                "id": "B1",
                "naam": "J. Jansen",
                "klantnummer": "K7",
                "zekerheid": "zeker",
                "status": "bekend",
                "incidenten": 3,
                "laatste": "2026-11-21",
                "per_soort": {"schelden": 2, "bedreiging": 1},
                "maatregelen": [],
                "advies": None,
                "toezeggingen": [
                    {"id": "T2", "wat": "terugbellen", "voor": "2026-11-27", "klaar_op": None},
                    {"id": "T1", "wat": "brief sturen", "voor": None, "klaar_op": None},
                ],
                "hielp": ["eerst laten uitpraten", "kalm blijven"],
                "vermoedelijk": 0,
                "lang_niet_gezien": False,
            }
        ],
    }


def test_a_shared_number_shows_everybody_the_heaviest_first(known: Office) -> None:
    known.add("0612345678", "--beller", "nieuw", "-s", "schelden", "-w", "x", "--hielp", "humor")
    lines = known.do("lookup", "0612345678").out.splitlines()
    assert lines[2] == "  Let op: Gedeeld nummer, 2 bellers. Vraag eerst de naam."
    assert lines[3].startswith("  B1 (J. Jansen)")
    assert lines[-2:] == [
        "  B2 (naam onbekend)",
        "    1 incident: 1× schelden; laatste op 22 nov 2026; hielp: humor",
    ]


def test_one_caller_takes_at_most_ten_lines_and_each_further_one_two(office: Office) -> None:
    long = "woord " * 30
    for number in range(5):
        office.add(
            *("0612345678", "--beller", "nieuw", "--naam", f"Persoon {number} {'met een lange naam ' * 8}"),
            *("-s", "schelden", "-w", "x", "--hielp", long, "--toezegging", long, "-t", "1-11-2025 9:00"),
        )
    shown = office.do("lookup", "0612345678").out.splitlines()
    assert len(shown) <= 10 + 2 * 4
    assert sum(line.startswith("  B") for line in shown) == 5
    assert all(len(line) <= 120 for line in shown)


def test_a_number_not_seen_for_a_year_warns(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "22-11-2025 9:00")
    assert "kan nu van een ander zijn. Vraag eerst de naam." in office.do("lookup", "0612345678").out
    before = office.do("lookup", "0612345678", "--peildatum", "21-11-2026")
    assert "van een ander" not in before.out


def test_a_presumed_caller_shows_with_that_word_and_counts_for_nothing(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    office.add("0687654321", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    shown = office.do("lookup", "0687654321").out
    assert "B1 (J. Jansen), vermoedelijk" in shown
    assert "1 incident: 1× schelden" in shown
    assert "1 incident vermoedelijk, telt niet mee" in shown


def test_criticism_makes_nobody_known(office: Office) -> None:
    for _ in range(5):
        office.add("0612345678", "-s", "emotie_kritiek", "-w", "Was boos over de brief.")
    assert office.do("lookup", "0612345678").out == UNKNOWN


def test_a_promise_to_a_critic_shows_all_the_same(office: Office) -> None:
    office.add("0612345678", "-s", "emotie_kritiek", "-w", "x", "--toezegging", "terugbellen")
    shown = office.do("lookup", "0612345678").out
    assert shown.startswith("○ ONBEKEND")
    assert "Toegezegd: terugbellen" in shown


def test_the_reference_day_hides_what_happened_later(known: Office) -> None:
    assert known.do("lookup", "0612345678", "--peildatum", "31-10-2026").out == UNKNOWN
    assert "1 incident: 1× schelden" in known.do("lookup", "0612345678", "--peildatum", "1-11-2026").out


@pytest.mark.parametrize(("number", "status"), [("0612345678", 10), ("0687654321", 0), ("anoniem", 0)])
def test_the_exit_status_tells_a_telephone_switch(known: Office, number: str, status: int) -> None:
    assert known.do("lookup", number, "--exit-code").status == status
    assert known.do("lookup", number).status == 0


def test_a_stream_answers_every_line_and_ends_with_the_worst(known: Office) -> None:
    shown = known.do("lookup", "-", "--json", stdin="0612345678\nonzin\n\n0687654321\n")
    documents = [json.loads(line) for line in shown.out.splitlines()]
    assert [document["schema"] for document in documents] == [
        "agressielog.lookup/1",
        "agressielog.fout/1",
        "agressielog.lookup/1",
    ]
    assert shown.status == 2


def test_without_a_number_it_is_asked_so_that_no_shell_keeps_it(known: Office) -> None:
    assert known.do("lookup", answers=["0612345678"]).out.endswith(KNOWN)
    assert known.do("lookup").status == 2


def test_two_questions_at_once_are_refused(known: Office) -> None:
    assert known.do("lookup", "0612345678", "--naam", "Jansen").status == 2


def test_unknown_names_are_a_normal_answer(known: Office) -> None:
    shown = known.do("lookup", "--naam", "Pietersen")
    assert (shown.status, shown.out) == (0, "○ ONBEKEND\n  Neem gewoon op.\n")
