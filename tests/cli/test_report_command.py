"""`agressielog report` as it is typed: which period, from which day, in which form."""

import pytest
from desk import three_lines
from office import Office

from agressielog.cli.exit_status import ExitStatus


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk on Sunday 22 November 2026, with two incidents in October and one in November."""
    for number, moment in (
        ("0612345678", "5-10-2026 14:00"),
        ("0687654321", "28-10-2026 14:00"),
        ("anoniem", "20-11-2026 9:00"),
    ):
        office.add(number, "-s", "schelden", "-w", "Schold de medewerker uit.", "-t", moment)
    return office


def title(shown: str) -> str:
    return shown.split("\n", 1)[0]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ([], "Rapport november 2026"),
        (["--maand"], "Rapport november 2026"),
        (["--maand", "2026-10"], "Rapport oktober 2026"),
        (["--maand=2026-10"], "Rapport oktober 2026"),
        (["--maand", "oktober"], "Rapport oktober 2026"),
        (["--maand", "vorige"], "Rapport oktober 2026"),
        (["--week"], "Rapport week 47 van 2026 (16 t/m 22 november)"),
        (["--week", "45"], "Rapport week 45 van 2026 (2 t/m 8 november)"),
        (["--kwartaal"], "Rapport 4e kwartaal 2026"),
        (["--kwartaal=2026-K3"], "Rapport 3e kwartaal 2026"),
        (["--jaar"], "Rapport 2026"),
        (["--jaar", "2025"], "Rapport 2025"),
        (["--maand", "--peildatum", "5-10-2026"], "Rapport oktober 2026"),
        (["--peildatum", "5-10-2026"], "Rapport oktober 2026"),
    ],
    ids=str,
)
def test_the_period_that_is_typed_is_the_period_that_is_shown(
    desk: Office, words: list[str], shown: str
) -> None:
    assert title(desk.do("report", *words).out) == shown


def test_it_answers_to_its_dutch_name(desk: Office) -> None:
    assert title(desk.do("rapport", "--maand", "oktober").out) == "Rapport oktober 2026"


def test_the_day_that_is_judged_ends_the_count(desk: Office) -> None:
    shown = desk.do("report", "--maand", "2026-10", "--peildatum", "27-10-2026")
    assert "1 incident tot en met 27 oktober 2026\n" in shown.out


@pytest.mark.parametrize(
    ("words", "pointed_to"),
    [
        (["--peildatum", "7-11-2026"], True),
        (["--maand", "--peildatum", "7-11-2026"], True),
        (["--maand", "--peildatum", "8-11-2026"], False),
        (["--maand", "november", "--peildatum", "7-11-2026"], False),
        (["--week", "--peildatum", "7-11-2026"], False),
    ],
    ids=str,
)
def test_early_in_a_month_the_one_that_ended_is_pointed_to(
    desk: Office, words: list[str], *, pointed_to: bool
) -> None:
    shown = desk.do("report", *words).out
    assert ("  Oktober 2026 zien? agressielog report --maand vorige\n" in shown) is pointed_to


def test_the_organisation_stands_in_the_title(desk: Office) -> None:
    assert desk.do("instelling", "set", "organisatie", "Gemeente Zandstad").status == ExitStatus.DONE
    assert title(desk.do("report", "--maand", "2026-10").out) == "Rapport oktober 2026 · Gemeente Zandstad"


def test_json_is_one_document_and_nothing_else(desk: Office) -> None:
    shown = desk.do("report", "--maand", "2026-10", "--json")
    document = shown.document
    assert (shown.status, shown.err) == (ExitStatus.DONE, "")
    assert (document["schema"], document["periode"]["naam"]) == ("agressielog.report/1", "2026-10")
    assert (document["totaal"], document["vorige_periode"], document["voorbeeld"]) == (2, 0, False)


def test_what_became_of_it_is_told_as_of_the_end_of_the_month(desk: Office) -> None:
    october = ("--maand", "2026-10", "--json")
    assert desk.do("report", *october).document["reacties"]["te_laat"] == 2
    decided = ("--geen", "--reden", "x", "--besluit-door", "R. Smit")
    # On the day after the first call, and after the month.
    assert desk.do("maatregel", "add", "B1", *decided, "--peildatum", "6-10-2026").status == 0
    assert desk.do("maatregel", "add", "B2", *decided).status == 0
    told = desk.do("report", *october).document
    assert told["reacties"] == {"binnen_uren": 24, "op_tijd": 1, "te_laat": 1, "procent": None}
    assert (told["maatregelen"]["geen_maatregel"], told["taken"]["reactie"]["te_laat"]) == (1, 1)
    assert "  reactie in 24 uur  1 van 2" in desk.do("report", "--maand", "2026-10").out


# To share ---------------------------------------------------------------------------------------------


@pytest.fixture
def busy(office: Office) -> Office:
    """Sixteen calls in October: some of B1 and B2, on a subject that says who it was."""
    for day in range(1, 17):
        caller = ("0612345678", "0687654321", f"06111111{day:02}")[min(day % 5, 2)]
        kind = ("schelden", "kleineren", "hinderlijk")[(day > 6) + (day > 13)]
        subject = "buurman van Jansen" if day == 3 else "parkeren"
        office.add(caller, "-s", kind, "-w", "x", "-t", f"{day}-10-2026 14:00", "--onderwerp", subject)
    assert office.do("beller", "edit", "B2", "--naam", "J. Jansen").status == 0
    return office


def test_a_report_to_share_has_no_numbers_no_names_and_no_small_counts(busy: Office) -> None:
    shown = busy.do("report", "--maand", "2026-10", "--delen")
    assert shown.status == ExitStatus.DONE
    assert shown.out.splitlines()[:4] == [
        "Rapport oktober 2026",
        "Om te delen: kleine aantallen zijn weggelaten.",
        "",
        "16 incidenten",
    ]
    # The head of the chain differs at every run: any two characters stand in it one day.
    figures, _, head = shown.out.rpartition("Registratie ")
    assert head
    for secret in ("Jansen", "B1", "B2", "••", "5678", "3\n"):
        assert secret not in figures
    assert "  vaker dan één keer     <5\n" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_a_report_to_share_leaves_out_the_subject_of_one_person_who_rang_often(busy: Office) -> None:
    for hour in range(9, 16):
        busy.add(
            "0687654321",
            "-s",
            "schelden",
            "-w",
            "x",
            "-t",
            f"20-10-2026 {hour}:00",
            "--onderwerp",
            "zaak Jansen",
        )
    assert "zaak Jansen" in busy.do("report", "--maand", "2026-10").out
    assert "Jansen" not in busy.do("report", "--maand", "2026-10", "--delen").out
    told = busy.do("report", "--maand", "2026-10", "--delen", "--json")
    assert "Jansen" not in told.out
    assert told.document["per_onderwerp"] == {"parkeren": 15, "": 8}


def test_the_same_as_json(busy: Office) -> None:
    told = busy.do("report", "--maand", "2026-10", "--delen", "--json").document
    assert (told["schema"], told["delen"], told["totaal"]) == ("agressielog.report/1", True, 16)
    # A single hidden kind would be what the two others leave of the total.
    assert told["per_soort"] is None
    assert told["per_onderwerp"] is None
    assert told["bellers"]["herhaald"] == "<5"
    assert {"per_soort", "per_dag", "taken"} <= set(told["weggelaten"])


def test_a_report_to_share_of_nothing_and_of_one(desk: Office) -> None:
    assert "\nGeen incidenten\n" in desk.do("report", "--maand", "2026-09", "--delen").out
    one = desk.do("report", "--maand", "2026-11", "--delen").out
    assert "\nMinder dan 5 incidenten tot en met 22 november 2026\n" in one
    assert "Schelden" not in one


def test_a_report_to_share_may_be_about_a_period_to_come(desk: Office) -> None:
    shown = desk.do("report", "--maand", "2027-01", "--delen")
    assert shown.out.splitlines()[3:] == ["Deze periode begint op 1 januari 2027."]
    assert desk.do("report", "--maand", "2027-01", "--delen", "--json").document["totaal"] == 0


def test_early_in_a_month_json_stays_json(desk: Office) -> None:
    assert desk.do("report", "--peildatum", "1-11-2026", "--json").document["periode"]["naam"] == "2026-11"


@pytest.mark.parametrize(
    "words",
    [
        ["--week", "--maand"],
        ["--maand", "2026-10", "--jaar", "2026"],
        ["--maand", "2026-W45"],
        ["--maand", "13"],
        ["--kwartaal", "herfst"],
        ["--peildatum", "31-2-2026"],
        ["oktober"],
    ],
    ids=str,
)
def test_what_cannot_be_read_is_wrong_use(desk: Office, words: list[str]) -> None:
    shown = desk.do("report", *words)
    assert (shown.status, shown.out) == (ExitStatus.WRONG_USE, "")
    three_lines(shown.err)


def test_two_periods_are_named_in_the_refusal(desk: Office) -> None:
    told = three_lines(desk.do("report", "--kwartaal", "--jaar", "2026").err).what
    assert "--kwartaal" in told
    assert "--jaar" in told


def test_without_a_logbook_there_is_nothing_to_report(office: Office) -> None:
    shown = office.do("report")
    assert (shown.status, shown.out) == (ExitStatus.NOT_FOUND, "")
    assert not office.logbook.exists()


def test_the_report_changes_nothing(desk: Office) -> None:
    before = desk.logbook.read_bytes()
    desk.do("report")
    assert desk.logbook.read_bytes() == before
