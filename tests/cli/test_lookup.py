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
  Ligt ter beoordeling. Laat een collega meeluisteren; onveilig: rond af.
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
    document = known.do("lookup", "0612345678", "--json").document
    advice = document["bellers"][0].pop("advies")
    assert (advice["maatregel"], advice["incidenten"]) == ("contactverbod", [1, 2, 3])
    assert document == {
        "schema": "agressielog.lookup/1",
        "nummer": "+31612345678",
        "status": "bekend",
        "instructie": "Ligt ter beoordeling. Laat een collega meeluisteren; onveilig: rond af. "
        "Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.",
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
                "toezeggingen": [
                    {
                        "id": "T2",
                        "wat": "terugbellen",
                        "voor": "2026-11-27",
                        "klaar_op": None,
                        "op": "2026-11-21T09:00:00+01:00",
                        "beller": "B1",
                        "zekerheid": "zeker",
                        "incident": 3,
                        "status": "open",
                        "te_laat": False,
                        "vervallen_door": None,
                    },
                    {
                        "id": "T1",
                        "wat": "brief sturen",
                        "voor": None,
                        "klaar_op": None,
                        "op": "2026-11-02T09:00:00+01:00",
                        "beller": "B1",
                        "zekerheid": "zeker",
                        "incident": 2,
                        "status": "open",
                        "te_laat": False,
                        "vervallen_door": None,
                    },
                ],
                "hielp": ["eerst laten uitpraten", "kalm blijven"],
                "vermoedelijk": 0,
                "lang_niet_gezien": False,
                "niet_uitgereikt": [],
                "excuses_op": None,
                "beperkt_op_verzoek": False,
                "goede_gesprekken": {"totaal": 0, "op_rij": 0, "laatste": None},
            }
        ],
        "tip": None,
    }


def test_a_shared_number_shows_everybody_the_heaviest_first(known: Office) -> None:
    known.add("0612345678", "--beller", "nieuw", "-s", "schelden", "-w", "x", "--hielp", "humor")
    lines = known.do("lookup", "0612345678").out.splitlines()
    assert lines[3] == "  Let op: Gedeeld nummer, 2 bellers. Vraag eerst de naam."
    assert lines[4].startswith("  B1 (J. Jansen)")
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
    told = "  Let op: Langer dan 12 maanden niet gezien bij B1: kan nu van een ander zijn. Vraag eerst de naam.\n"
    assert told in office.do("lookup", "0612345678").out.replace("\n          ", " ")
    before = office.do("lookup", "0612345678", "--peildatum", "21-11-2026")
    assert "van een ander" not in before.out


def test_a_presumed_caller_shows_with_that_word_and_counts_for_nothing(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    office.add("0687654321", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    shown = office.do("lookup", "0687654321").out
    assert "B1 (J. Jansen), vermoedelijk" in shown
    assert "1 incident: 1× schelden" in shown
    assert "1 incident vermoedelijk, telt niet mee" in shown
    office.add("0687654321", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    assert "2 incidenten vermoedelijk, tellen niet mee" in office.do("lookup", "0687654321").out


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
    assert shown.status == 0
    assert shown.out == (
        "○ ONBEKEND\n"
        "  Neem gewoon op.\n"
        "  Let op: Niemand heet zo, ook niet voor een deel. Een naam kan anders gespeld zijn.\n"
    )


PARTLY = """\
? NIET PRECIES GEVONDEN  "jansen"
  Vraag eerst de hele naam. Het kan zijn:
  ■ B1 (J. Jansen), klantnummer K7: contactverbod
  ● B2 (Karel Jansen): bekend
  Zoek op: agressielog lookup B1
"""


def test_part_of_a_name_never_reassures_and_names_whom_it_may_be_the_heaviest_first(known: Office) -> None:
    known.do("maatregel", "add", "B1", *READY, "--uitgereikt", "nu")
    known.add("0687654321", "--naam", "Karel Jansen", "-s", "schelden", "-w", "x")
    known.add("0201234567", "--naam", "Karel Smit", "-s", "schelden", "-w", "x")
    assert known.do("lookup", "--naam", "jansen").out == PARTLY
    document = known.do("lookup", "--naam", "jansen", "--json").document
    assert (document["status"], document["instructie"]) == ("onbekend", "Vraag eerst de hele naam.")
    assert document["bellers"] == []
    (hint,) = document["let_op"]
    assert hint == (
        "Niemand heet precies zo. Het kan zijn: B1 (J. Jansen), klantnummer K7: contactverbod; "
        "B2 (Karel Jansen): bekend. Zoek op met agressielog lookup B1"
    )


@pytest.mark.parametrize("spelled", ["JANS", "Jansen, J.", "dhr. Jan Jansen"])
def test_another_spelling_of_a_name_finds_it_too(known: Office, spelled: str) -> None:
    assert "B1 (J. Jansen)" in known.do("lookup", "--naam", spelled).out


def test_of_many_whom_part_of_a_name_fits_five_are_told_and_where_the_others_are(office: Office) -> None:
    for number in range(7):
        office.add(f"061234567{number}", "--naam", f"P{number} van 't Hof", "-s", "schelden", "-w", "x")
    shown = office.do("lookup", "--naam", "van 't Hof").out.splitlines()
    assert sum(line.startswith("  ● B") for line in shown) == 5
    assert shown[-2] == """  En nog 2: agressielog beller list --naam 'van '"'"'t Hof'"""


def test_whoever_is_shown_by_part_of_a_name_was_looked_at(known: Office) -> None:
    known.do("lookup", "--naam", "jansen")
    (look, *_) = known.do("avg", "log", "--json").document["inzagen"]
    assert look["bellers"] == ["B1"]


def test_a_whole_name_or_customer_number_raises_no_doubt(known: Office) -> None:
    assert known.do("lookup", "--naam", "J. Jansen", "--json").document["let_op"] == []
    assert known.do("lookup", "--klantnummer", "K99", "--json").document["let_op"] == []


def test_of_more_than_three_kinds_the_others_are_counted(office: Office) -> None:
    for kind in ("schelden", "kleineren", "schreeuwen", "belediging"):
        office.add("0612345678", "--naam", "J. Jansen", "-s", kind, "-w", "x")
    assert " en 1 andere soort;" in office.do("lookup", "B1").out
    office.add("0612345678", "--naam", "J. Jansen", "-s", "bedreiging", "-w", "x")
    assert " en 2 andere soorten;" in office.do("lookup", "B1").out


def test_danger_stays_first_while_a_decision_on_it_was_not_delivered(known: Office) -> None:
    known.do("maatregel", "add", "B1", *READY)
    assert known.do("lookup", "B1").out.splitlines()[1:3] == [
        "  Laat een collega meeluisteren; onveilig: rond af.",
        "  Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.",
    ]


def test_a_stream_without_json_goes_on_after_an_unreadable_line_too(known: Office) -> None:
    shown = known.do("lookup", "-", stdin="onzin\n0612345678\n")
    assert shown.out == KNOWN
    assert (shown.status, shown.err.splitlines()[0]) == (2, 'Wat:     "onzin" is geen telefoonnummer.')


READY = (
    "--besluit-door",
    "R. Smit",
    "--reden",
    "x",
    "--kanaal-over",
    "een brief aan de gemeente",
    "--niet-gehoord",
    "x",
)
BANNED = """\
■ CONTACTVERBOD  06-12345678
  Vraag eerst de naam. Zeg dat bellen nu niet kan; bij nood help je altijd.
  Belt de beller toch: vastleggen met --soort overtreding_contactverbod.
  B1 (J. Jansen), klantnummer K7
    Contactverbod M1 t/m 21 feb 2027; open blijft: een brief aan de gemeente
    3 incidenten: 2× schelden, 1× bedreiging; laatste op 21 nov 2026
    Toegezegd: terugbellen (voor 27 nov 2026); brief sturen
    Hielp de vorige keer: eerst laten uitpraten
"""


def test_a_ban_says_what_to_say_what_remains_until_when_and_how_a_call_is_kept(known: Office) -> None:
    known.do("maatregel", "add", "B1", *READY, "--uitgereikt", "nu")
    assert known.do("lookup", "0612345678").out == BANNED
    assert known.do("lookup", "0612345678", "--exit-code").status == 30
    document = known.do("lookup", "0612345678", "--json").document
    assert document["status"] == "contactverbod"
    assert document["bellers"][0]["maatregelen"] == [
        {
            "id": "M1",
            "soort": "contactverbod",
            "van": "2026-11-22",
            "tot": "2027-02-21",
            "resterend_kanaal": "een brief aan de gemeente",
        }
    ]


def test_what_was_decided_and_not_delivered_is_to_be_read_out(known: Office) -> None:
    known.do("maatregel", "add", "B1", *READY)
    shown = known.do("lookup", "0612345678")
    assert shown.out.startswith("● BEKEND")
    assert (
        "    Besloten, nog niet uitgereikt: contactverbod M1; lees eerst voor: agressielog brief M1 --vorm voorlezen\n"
        in shown.out
    )
    seen = known.do("lookup", "0612345678", "--json").document["bellers"][0]
    assert (seen["status"], seen["maatregelen"], seen["niet_uitgereikt"]) == ("bekend", [], ["M1"])


def test_a_ban_that_begins_later_is_not_in_force_yet(known: Office) -> None:
    known.do("maatregel", "add", "B1", *READY, "--uitgereikt", "nu", "--van", "25-11-2026")
    assert known.do("lookup", "B1", "--exit-code").status == 10
    assert known.do("lookup", "B1", "--exit-code", "--peildatum", "25-11-2026").status == 30


@pytest.mark.parametrize(
    ("day", "status", "said"),
    [("21-2-2027", 30, False), ("22-2-2027", 10, True), ("23-3-2027", 10, True), ("24-3-2027", 10, False)],
)
def test_for_thirty_days_after_a_ban_it_is_said_to_be_over(
    known: Office, day: str, status: int, *, said: bool
) -> None:
    known.do("maatregel", "add", "B1", *READY, "--uitgereikt", "nu")
    shown = known.do("lookup", "B1", "--exit-code", "--peildatum", day)
    assert shown.status == status
    assert ("    Contactverbod M1 is voorbij en geldt niet meer\n" in shown.out) is said


@pytest.mark.parametrize(
    ("measure", "word", "status"),
    [
        ("schriftelijke_waarschuwing", "▲ WAARSCHUWING", 20),
        ("mondelinge_waarschuwing", "● BEKEND", 10),
        ("ordegesprek", "● BEKEND", 10),
    ],
)
def test_only_a_written_warning_makes_somebody_warned(
    known: Office, measure: str, word: str, status: int
) -> None:
    known.do(
        "maatregel", "add", "B1", "--soort", measure, *READY[:4], "--afwijking", "x", "--uitgereikt", "nu"
    )
    shown = known.do("lookup", "B1", "--exit-code")
    assert (shown.status, shown.out.splitlines()[0]) == (status, word)
    assert " M1 t/m 22 nov 2027\n" in shown.out


def test_a_restriction_says_what_was_agreed(known: Office) -> None:
    limits = (
        "--soort",
        "contactbeperking",
        "--duur",
        "1 maand",
        "--afspraak",
        "dinsdag van 10 tot 11",
        "--afwijking",
        "x",
    )
    known.do("maatregel", "add", "B1", *READY, *limits, "--uitgereikt", "nu")
    shown = known.do("lookup", "B1", "--exit-code")
    assert shown.status == 25
    assert (
        "    Contactbeperking M1 t/m 21 dec 2026; afspraak: dinsdag van 10 tot 11; open blijft: een brief aan de gemeente\n"
        in shown.out
    )


def test_several_measures_stand_on_two_lines(known: Office) -> None:
    warn = ("--soort", "schriftelijke_waarschuwing", "--afwijking", "x", *READY[:4])
    known.do("maatregel", "add", "B1", *warn, "--uitgereikt", "nu")
    known.do(
        "maatregel",
        "add",
        "B1",
        "--soort",
        "contactverbod",
        "--spoed",
        "--afwijking",
        "x",
        *READY,
        "--uitgereikt",
        "nu",
    )
    known.do("maatregel", "add", "B1", "--soort", "ordegesprek", "--afwijking", "x", *READY[:4])
    lines = known.do("lookup", "B1").out.splitlines()
    assert lines[4] == "    Contactverbod M2 t/m 21 dec 2026; open blijft: een brief aan de gemeente; ook M1"
    assert lines[5] == "    Besloten, nog niet uitgereikt: ordegesprek M3; zeg het eerst"


def test_with_measures_one_caller_takes_ten_lines_and_each_further_one_four(office: Office) -> None:
    old = (
        "-s",
        "bedreiging",
        "-w",
        "x",
        "--hielp",
        "humor",
        "--toezegging",
        "bellen",
        "-t",
        "1-11-2025 9:00",
    )
    for number in range(3):
        office.add("0900-1234", "--beller", "nieuw", "--naam", f"Persoon {number}", *old)
        caller = f"B{number + 1}"
        office.do(
            "maatregel", "add", caller, *READY, "--peildatum", "1-11-2026", "--uitgereikt", "1-11-2026 9:00"
        )
        office.do("maatregel", "add", caller, "--soort", "ordegesprek", "--afwijking", "x", *READY[:4])
    lines = office.do("lookup", "0900-1234").out.splitlines()
    assert lines[0].startswith("■ CONTACTVERBOD")
    assert len(lines) == 10 + 2 * 4
    assert sum(line.startswith("  B") for line in lines) == 4


def test_an_apology_is_seen(known: Office) -> None:
    known.do("edit", "3", "--excuses", "vandaag")
    assert "laatste op 21 nov 2026; excuses op 22 nov 2026\n" in known.do("lookup", "B1").out
    assert known.do("lookup", "B1", "--json").document["bellers"][0]["excuses_op"] == "2026-11-22"
