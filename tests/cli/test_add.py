"""What a colleague sees when recording an incident."""

import pytest
from office import Office

STORED = """\
Opgeslagen als incident 1.
  Schelden (licht) · zo 22 november 2026 10:15, zojuist
  B1 (naam onbekend) · 06-12345678
Advies: Mondelinge waarschuwing of ordegesprek. Het waarom: agressielog advies B1
"""


def test_an_incident_from_options_is_confirmed_with_what_is_advised(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", "06", "1234", "5678", "-s", "schelden", "-w", "Schold.")
    assert (shown.status, shown.out, shown.err) == (0, STORED, "")


def test_a_new_logbook_is_told_apart_from_the_answer(office: Office) -> None:
    shown = office.do("add", "0612345678", "-s", "schelden", "-w", "Schold.")
    assert shown.err == f"Nieuw logboek: {office.logbook}\n"
    assert shown.out == STORED


def test_a_refused_first_incident_makes_no_logbook(office: Office) -> None:
    shown = office.do("add", "0612345678", "-s", "schelden", "-w", " ")
    assert shown.status == 2
    assert not office.logbook.exists()


def test_on_a_terminal_a_new_logbook_is_made_only_after_a_yes(office: Office) -> None:
    shown = office.do("add", "0612345678", answers=["nee"])
    assert shown.status == 3
    assert not office.logbook.exists()


def test_every_option_ends_up_in_the_document(office: Office) -> None:
    incident = office.add(
        *("06-12345678", "-s", "bedreiging", "-s", "schelden", "-w", "Dreigde.", "--citaat", "Ik kom langs."),
        *("-t", "gisteren 14:30", "--naam", "J. Jansen", "--klantnummer", "K7", "--kanaal", "telefoon"),
        *("--team", "KCC", "--onderwerp", "parkeren", "--melder", "Bram", "--gewaarschuwd", "--beeindigd"),
        *("--overgedragen", "--politie", "--toezegging", "terugbellen", "--voor", "vrijdag"),
        *("--niet-toegezegd", "de vergunning", "--hielp", "rust", "--fout-bij-ons"),
        *("--ulid", "01JD0000000000000000000000", "--json"),
    ).document["incident"]
    assert incident == {
        "id": 1,
        "ulid": "01JD0000000000000000000000",
        "op": "2026-11-21T14:30:00+01:00",
        "vastgelegd_op": "2026-11-22T10:15:00+01:00",
        "nummer": "+31612345678",
        "anoniem": False,
        "beller": "B1",
        "soorten": ["bedreiging", "schelden"],
        "ernst": "zwaar",
        "kanaal": "telefoon",
        "team": "KCC",
        "melder": "Bram",
        "wat": "Dreigde.",
        "citaat": "Ik kom langs.",
        "gewaarschuwd": True,
        "beeindigd": True,
        "overgedragen": True,
        "politie": True,
        "fout_bij_ons": True,
        "onderwerp": "parkeren",
        "onvolledig": False,
        "toezeggingen": [
            {
                "id": "T1",
                "wat": "terugbellen",
                "voor": "2026-11-27",
                "klaar_op": None,
                "op": None,
                "door": None,
            }
        ],
        "niet_toegezegd": "de vergunning",
        "hielp": "rust",
        "excuses_op": None,
        "aangifte": "ja",
        "status": "gemeld",
        "zekerheid": "zeker",
        "nummer_getypt": "06-12345678",
        "naam_genoemd": "J. Jansen",
        "klantnummer_genoemd": "K7",
        "beantwoord": None,
        "laat_ingevoerd": False,
        "beperkt_op_verzoek": False,
    }


def test_the_same_ulid_twice_is_one_incident(office: Office) -> None:
    again = ("add", "0612345678", "-s", "schelden", "-w", "x", "--ulid", "01JD0000000000000000000000")
    office.do(*again)
    assert office.do(*again).out.startswith("Stond er al als incident 1.\n")
    assert len(office.do("list", "--json").document["incidenten"]) == 1


def test_a_withheld_number_belongs_to_nobody(office: Office) -> None:
    shown = office.add("--anoniem", "-s", "schelden", "-w", "x")
    assert "  anoniem: hoort bij niemand\n" in shown.out
    assert office.do("lookup", "anoniem").out.startswith("○ ANONIEM")


def test_a_text_can_come_from_standard_input(office: Office) -> None:
    office.do("add", "0612345678", "-s", "schelden", "-w", "-", stdin="Regel een\nregel twee\n")
    assert office.do("show", "1", "--json").document["incident"]["wat"] == "Regel een\nregel twee"


def test_where_to_report_it_is_said(office: Office) -> None:
    office.do("instelling", "set", "meldpunt", "de teamleider")
    assert office.add("0612345678", "-s", "schelden", "-w", "x").out.endswith("Meld het bij de teamleider.\n")


def test_entered_late_is_said(office: Office) -> None:
    shown = office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "1-11-2026 9:00")
    assert "Meer dan een week later vastgelegd" in shown.out


def test_the_double_hour_takes_the_first_and_says_so(office: Office) -> None:
    shown = office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "25-10-2026 02:30", "--json")
    assert shown.document["incident"]["op"] == "2026-10-25T02:30:00+02:00"
    assert "Genomen is de eerste keer" in shown.err


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ((), "NUMMER (of --anoniem, --naam, --beller), --soort, --wat"),
        (("0612345678",), "--soort, --wat"),
        (("0612345678", "-s", "schelden"), "--wat"),
        (("-s", "schelden", "--kort"), "NUMMER (of --anoniem, --naam, --beller)"),
    ],
)
def test_without_a_terminal_everything_that_is_missing_is_named(
    office: Office, arguments: tuple[str, ...], missing: str
) -> None:
    shown = office.do("add", *arguments)
    assert shown.status == 2
    assert missing in shown.err.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("0612345678", "--anoniem"), "--anoniem"),
        (("0612345678", "--voor", "morgen"), "--voor"),
        (("0612345678", "--wat", "-", "--citaat", "-"), "invoer"),
        (("0612345678", "--kanaal", "fax"), "fax"),
        (("0612345678", "--beller", "B9"), "B9"),
        (("0612345678", "--ulid", "kort"), "--ulid"),
    ],
)
def test_options_that_cannot_be_are_refused_by_name(
    office: Office, arguments: tuple[str, ...], word: str
) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", *arguments, "-s", "schelden", *(() if "--wat" in arguments else ("-w", "x")))
    assert shown.status in {2, 3}
    assert word in shown.err


def test_a_name_that_contradicts_the_number_is_refused_with_the_choices(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    shown = office.do("add", "0612345678", "-s", "schelden", "-w", "x", "--naam", "P. Bakker")
    assert shown.status == 2
    assert "B1 (J. Jansen)" in shown.err
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "P. Bakker", "--beller", "nieuw")
    assert "Gedeeld nummer, 2 bellers." in office.do("lookup", "0612345678").out


@pytest.fixture
def jansen(office: Office) -> Office:
    """A desk that knows B1 (J. Jansen, K7) and B2 (P. Bakker, K8)."""
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen", "--klantnummer", "K7")
    office.add("0687654321", "-s", "schelden", "-w", "x", "--naam", "P. Bakker", "--klantnummer", "K8")
    return office


def test_a_new_caller_with_the_customer_number_of_another_is_refused(jansen: Office) -> None:
    shown = jansen.do(
        *("add", "0634567890", "-s", "schelden", "-w", "x", "--beller", "nieuw", "--klantnummer", "K7")
    )
    assert shown.status == 2
    assert shown.err.splitlines() == [
        'Wat:     --beller nieuw en --klantnummer "K7" spreken elkaar tegen.',
        "Waarom:  Dat klantnummer is van B1 (J. Jansen).",
        "Wat nu:  Was die het, geef dan --beller B1; was het iemand anders, laat --klantnummer dan weg.",
    ]


def test_on_a_terminal_whose_customer_number_it_is_gets_asked(jansen: Office) -> None:
    words = ("add", "0634567890", "-s", "schelden", "-w", "x", "--beller", "nieuw", "--klantnummer", "K7")
    shown = jansen.do(*words, answers=["1", "ja"])
    assert "Er is al een beller met dit klantnummer." in shown.out
    assert "B1 (J. Jansen)" in jansen.do("lookup", "0634567890").out


SWORE = ("0612345678", "-s", "schelden", "-w", "x", "--beller", "B1")


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (
            ("--naam", "De Vries"),
            (
                'Wat:     --beller B1 en --naam "De Vries" spreken elkaar tegen.',
                'Waarom:  B1 heet in het logboek "J. Jansen".',
                "Wat nu:  Was het B1 (J. Jansen), laat --naam dan weg; was het iemand anders, geef dan --beller nieuw.",
            ),
        ),
        (
            ("--klantnummer", "K9"),
            (
                'Wat:     --beller B1 en --klantnummer "K9" spreken elkaar tegen.',
                'Waarom:  B1 heeft klantnummer "K7".',
                (
                    "Wat nu:  Was het B1 (J. Jansen), laat --klantnummer dan weg; was het iemand anders, "
                    "geef dan --beller nieuw."
                ),
            ),
        ),
        (
            ("--klantnummer", "K8"),
            (
                'Wat:     --beller B1 en --klantnummer "K8" spreken elkaar tegen.',
                "Waarom:  Dat klantnummer is van B2 (P. Bakker).",
                (
                    "Wat nu:  Was het B1 (J. Jansen), laat --klantnummer dan weg; was het iemand anders, "
                    "geef dan --beller B2."
                ),
            ),
        ),
    ],
)
def test_who_is_named_and_what_is_told_may_not_contradict(
    jansen: Office, told: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    shown = jansen.do("add", *SWORE, *told)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.splitlines() == list(lines)
    assert len(jansen.do("list", "--json").document["incidenten"]) == 2


@pytest.mark.parametrize(
    ("answers", "caller"), [(["1", "ja"], "B1"), (["2"], "B3"), (["3"], None)], ids=["B1", "new", "nobody"]
)
def test_on_a_terminal_a_contradiction_is_asked(
    jansen: Office, answers: list[str], caller: str | None
) -> None:
    shown = jansen.do("add", *SWORE, "--naam", "De Vries", answers=answers)
    assert shown.status == 0
    assert "Deze naam past niet bij wie we van het nummer of klantnummer kennen." in shown.out
    incident = jansen.do("show", "3", "--json").document["incident"]
    assert (incident["beller"], incident["naam_genoemd"]) == (caller, "De Vries")


def test_on_a_terminal_nothing_is_asked_where_all_agrees(jansen: Office) -> None:
    shown = jansen.do("add", *SWORE, "--naam", "Jansen", "--klantnummer", "K7", answers=[])
    assert shown.status == 0
    assert shown.out.startswith("Opgeslagen als incident 3.\n")


def test_questions_are_numbered_as_they_are_asked(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", "0612345678", "--naam", "J. Jansen", "-s", "schelden", answers=["x", "", "", ""])
    asked = [line.split(".")[0] for line in shown.out.splitlines() if line[:1].isdigit()]
    assert asked == ["1", "2", "3", "4"]


def test_a_shared_number_needs_the_caller_named(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    office.add("0612345678", "-s", "schelden", "-w", "x", "--beller", "nieuw")
    assert office.do("add", "0612345678", "-s", "schelden", "-w", "x").status == 2
    assert "B2" in office.add("0612345678", "-s", "schelden", "-w", "x", "--beller", "B2").out


def test_a_number_not_seen_for_a_year_makes_the_link_presumed(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "1-11-2025 9:00")
    shown = office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "2-11-2026 9:00")
    assert "Vermoedelijk deze beller; het telt pas mee als iemand dat bevestigt:" in shown.out


def test_an_ordinary_call_takes_six_answers(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    answers = ["schelden", 'Zei "kneus".', "J. Jansen", "2 3", "terugbellen, vrijdag", "rust"]
    shown = office.do("add", "0612345678", answers=answers)
    assert shown.status == 0
    incident = office.do("show", "1", "--json").document["incident"]
    assert incident["citaat"] == "kneus"
    assert (incident["gewaarschuwd"], incident["beeindigd"], incident["overgedragen"]) == (True, True, False)
    assert incident["toezeggingen"][0]["voor"] == "2026-11-27"
    assert incident["hielp"] == "rust"


def test_for_a_severe_kind_the_words_said_are_the_quote(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    office.do("add", "0612345678", answers=["12", "Ik weet je te vinden", "", "", "", ""])
    assert office.do("show", "1", "--json").document["incident"]["citaat"] == "Ik weet je te vinden"


def test_a_step_back_asks_the_question_before_again(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    office.do("add", "--anoniem", answers=["schelden", "<", "schreeuwen", "Schreeuwde.", "", "", "", ""])
    assert office.do("show", "1", "--json").document["incident"]["soorten"] == ["schreeuwen"]


def test_a_wrong_answer_is_asked_again(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", "--anoniem", answers=["99", "?", "7", "", "Schold.", "", "9", "nee", "", ""])
    assert shown.status == 0
    assert '"99" ken ik niet. Typ een nummer uit de lijst, of ? voor uitleg.' in shown.out
    assert "Schelden: Scheldwoorden tegen de medewerker" in shown.out


def test_stopping_halfway_stores_nothing(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", "0612345678", answers=["schelden"])
    assert shown.status == 130
    assert office.do("list").out == "Geen incidenten gevonden.\n"


@pytest.mark.parametrize(
    ("answers", "certainty", "caller"),
    [(["ja"], "zeker", "B1"), (["weet niet"], "vermoedelijk", "B1"), (["nee", "P. Bakker"], "zeker", "B2")],
)
def test_for_a_known_number_the_person_is_asked(
    office: Office, answers: list[str], certainty: str, caller: str
) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    shown = office.do("add", "0612345678", "-s", "schelden", "-w", "y", answers=answers)
    assert "Dezelfde persoon als B1 (J. Jansen)? (ja / nee / weet niet)" in shown.out
    incident = office.do("show", "2", "--json").document["incident"]
    assert (incident["zekerheid"], incident["beller"]) == (certainty, caller)


def test_a_number_and_a_name_can_be_one_answer(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    office.do("add", answers=["schelden", "Schold.", "0612345678, J. Jansen", "", "", ""])
    assert "B1 (J. Jansen)" in office.do("lookup", "0612345678").out


def test_a_known_name_on_a_new_number_is_asked(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    shown = office.do("add", "0687654321", answers=["schelden", "x", "J. Jansen", "1", "ja", "", "", ""])
    assert "Er is al een beller met deze naam." in shown.out
    assert "B1 (J. Jansen)" in office.do("lookup", "0687654321").out


def test_a_short_report_asks_only_kind_and_caller(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", "0612345678", "--kort", answers=["schelden"])
    assert "Nog aan te vullen: agressielog edit 1" in shown.out
    assert len(office.do("list", "--open", "--json").document["incidenten"]) == 1


def test_a_short_report_with_all_it_needs_asks_nothing(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    assert office.do("add", "0612345678", "--kort", "-s", "schelden", answers=[]).status == 0
    assert office.do("show", "1", "--json").document["incident"]["beller"] == "B1"


@pytest.mark.parametrize(("answer", "caller"), [("ja", "B1"), ("nee", "B2")])
def test_a_short_report_asks_whose_it_is_and_no_name(office: Office, answer: str, caller: str) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", "J. Jansen")
    shown = office.do("add", "0612345678", "--kort", "-s", "schelden", answers=[answer])
    assert "Dezelfde persoon als B1 (J. Jansen)? (ja / nee / weet niet)" in shown.out
    assert office.do("show", "2", "--json").document["incident"]["beller"] == caller


def test_a_short_report_asks_who_it_was_of_several_with_one_number(office: Office) -> None:
    for name in ("J. Jansen", "P. Bakker"):
        office.add("0612345678", "-s", "schelden", "-w", "x", "--naam", name, "--beller", "nieuw")
    shown = office.do("add", "0612345678", "--kort", "-s", "schelden", answers=["2", "ja"])
    assert "Wie was het?" in shown.out
    assert office.do("show", "3", "--json").document["incident"]["beller"] == "B2"


@pytest.mark.parametrize("typed", ["", "-", "geen", "Nee", "nvt", "n.v.t.", "niets", "nee, niets"])
def test_a_word_for_no_is_no_promise_and_nothing_that_helped(office: Office, typed: str) -> None:
    office.do("instelling", "set", "land", "NL")
    shown = office.do("add", "--anoniem", answers=["schelden", "Schold.", "", "nee", typed, typed])
    assert "Toegezegd" not in shown.out
    incident = office.do("show", "1", "--json").document["incident"]
    assert (incident["toezeggingen"], incident["hielp"]) == ([], None)


def test_a_dash_at_the_caller_is_nobody(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    assert office.do("add", answers=["schelden", "Schold.", "-", "nee", "-", "-"]).status == 0
    incident = office.do("show", "1", "--json").document["incident"]
    assert (incident["anoniem"], incident["beller"]) == (True, None)


def test_usual_team_and_channel_come_from_the_personal_settings(office: Office) -> None:
    from agressielog.settings.places import config_path

    config_path().parent.mkdir(parents=True)
    config_path().write_text('team = "KCC"\nkanaal = "balie"\n', encoding="utf-8")
    incident = office.add("0612345678", "-s", "schelden", "-w", "x", "--json").document["incident"]
    assert (incident["team"], incident["kanaal"]) == ("KCC", "balie")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("emotie", "emotie_kritiek"), ("onwel", "onwel_verward"), ("Seks", "seksuele_intimidatie")],
)
def test_the_beginning_of_a_kind_is_enough_where_only_one_begins_so(
    office: Office, typed: str, kind: str
) -> None:
    office.add("0612345678", "-s", typed, "-w", "x")
    assert office.do("show", "1", "--json").document["incident"]["soorten"] == [kind]


def test_a_beginning_of_several_kinds_is_refused(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    assert office.do("add", "0612345678", "-s", "be", "-w", "x").status == 2


@pytest.mark.parametrize("typed", ["weet ik niet", "geen idee", "2 3"])
def test_not_knowing_the_name_makes_nobody_of_that_name(office: Office, typed: str) -> None:
    office.add("0612345678", "--naam", typed, "-s", "schelden", "-w", "x")
    assert "B1 (naam onbekend)" in office.do("lookup", "0612345678").out


def test_not_knowing_the_name_is_an_answer_to_the_question_too(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    office.do("add", "0612345678", answers=["schelden", "x", "weet ik niet", "", "", ""])
    assert "B1 (naam onbekend)" in office.do("lookup", "0612345678").out


@pytest.mark.parametrize(
    ("caller", "kind", "advised"),
    [
        ("anoniem", "bedreiging", True),
        ("0612345678", "bedreiging", True),
        ("anoniem", "belediging", False),
        ("0612345678", "schelden", False),
    ],
)
def test_what_the_policy_says_about_the_police_is_told_whether_or_not_the_caller_is_known(
    office: Office, caller: str, kind: str, *, advised: bool
) -> None:
    shown = office.add(caller, "-s", kind, "-w", "x")
    told = "Het beleid zegt: doe aangifte. Het blad: agressielog aangifte 1\n"
    assert (told in shown.out) is advised
