"""What a team lead sees of everything that is due, and what cron gets of it."""

from datetime import timedelta
from typing import Any

import pytest
from office import MORNING, Office

from agressielog.domain.duty import DutyKind

LIST = """\
Uiterlijk               Taak        Voor          Opdracht: agressielog …
Te laat (3)
2 okt 10:00   51 dagen  reactie     B1 J. Jansen  maatregel add B1
21 nov        1 dag     nazorg      Mia de Vries  nazorg done 2 --stap eerste
21 nov        1 dag     toezegging  B2            toezegging done T1
Vandaag (1)
22 nov 14:30  4 uur     reactie     B2            maatregel add B2
Later (3)
24 nov 14:30  2 dagen   nazorg      Mia de Vries  nazorg done 2 --stap gesprek
7 dec         15 dagen  nazorg      Mia de Vries  nazorg done 2 --stap 2wk
4 jan 2027    43 dagen  nazorg      Mia de Vries  nazorg done 2 --stap 6wk
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk where B1 swore in October, and B2 threatened yesterday afternoon and was promised a call."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x", "-t", "1-10-2026 10:00")
    office.add(
        *("0687654321", "-s", "bedreiging", "-w", "x", "-t", "gisteren 14:30", "--melder", "Mia de Vries"),
        *("--toezegging", "terugbellen", "--voor", "gisteren"),
    )
    return office


def taken(office: Office, *options: str) -> list[dict[str, Any]]:
    """Return the duties of the answer in JSON."""
    found: list[dict[str, Any]] = office.do("taken", *options, "--json").document["taken"]
    return found


def test_what_is_due_stands_oldest_first_with_its_command(desk: Office) -> None:
    shown = desk.do("taken")
    assert (shown.status, shown.out, shown.err) == (0, LIST, "")


def test_no_line_is_wider_than_a_terminal_whatever_the_names(office: Office) -> None:
    for number in range(3):
        office.add(
            *(f"06123456{number}8", "--naam", "Ir. " + "Wolfeschlegelsteinhausen " * 3, "-s", "bedreiging"),
            *("-w", "x", "--melder", "Aleida Wilhelmina van der Heijden-Brugmans", "-t", "gisteren 9:00"),
        )
    lines = office.do("taken", "--soort", "nazorg", "--soort", "reactie").out.splitlines()
    assert len(lines) > 10
    assert max(map(len, lines)) <= 80


def test_a_heading_that_is_wider_than_its_days_takes_its_room_from_the_names(office: Office) -> None:
    for number in range(4):
        office.add(
            *(f"06123456{number}8", "-s", "bedreiging", "-w", "x", "-t", "gisteren 9:00"),
            *("--melder", "Aleida Wilhelmina van der Heijden-Brugmans"),
        )
    lines = office.do("taken", "--soort", "nazorg").out.splitlines()
    assert lines[1] == "Te laat (4)"
    assert max(map(len, lines)) == 80


#: The options, and the commands that are listed.
FILTERS = [
    (("--soort", "toezegging"), ["toezegging done T1"]),
    (("--soort", "reactie", "--tot", "vandaag"), ["maatregel add B1", "maatregel add B2"]),
    (("--wie", "J. Jansen"), ["maatregel add B1"]),
    (("--wie", "B2", "--soort", "reactie"), ["maatregel add B2"]),
    (
        ("--wie", "mia", "--tot", "21-11-2026"),
        ["nazorg done 2 --stap eerste --door NAAM", "toezegging done T1"],
    ),
    (("--peildatum", "20-11-2026"), ["maatregel add B1"]),
]


@pytest.mark.parametrize(("options", "commands"), FILTERS, ids=[" ".join(options) for options, _ in FILTERS])
def test_only_what_is_asked_for_is_listed(
    desk: Office, options: tuple[str, ...], commands: list[str]
) -> None:
    assert [task["opdracht"] for task in taken(desk, *options)] == [f"agressielog {c}" for c in commands]


def test_nothing_to_do_is_said(office: Office) -> None:
    office.add("0612345678", "-s", "emotie_kritiek", "-w", "x")
    assert office.do("taken").out == "Niets te doen.\n"
    assert office.do("taken", "--wie", "Anna").out == "Niets te doen in deze keuze.\n"
    assert office.do("taken", "--vervallen").out == "Er is niets vervallen.\n"


def test_a_kind_that_is_none_is_refused_with_those_there_are(desk: Office) -> None:
    shown = desk.do("taken", "--soort", "agressie")
    assert shown.status == 2
    assert all(kind.value in shown.err for kind in DutyKind)


def test_every_kind_is_on_the_help_page(office: Office) -> None:
    words = office.do("taken", "--help").out.replace(",", " ").replace(".", " ").split()
    assert [kind.value for kind in DutyKind if kind.value not in words] == []


# Cron -----------------------------------------------------------------------------------------------


def test_cron_hears_only_of_what_is_late(desk: Office) -> None:
    shown = desk.do("taken", "--check")
    assert (shown.status, shown.err) == (7, "")
    assert shown.out.split() == LIST[: LIST.index("Vandaag")].split()
    as_json = desk.do("taken", "--check", "--json")
    assert as_json.status == 7
    assert [task["te_laat"] for task in as_json.document["taken"]] == [True, True, True]


def test_cron_hears_nothing_when_all_is_well(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "vandaag 9:00")
    for options in ((), ("--json",), ("--soort", "nazorg")):
        shown = office.do("taken", "--check", *options)
        assert (shown.status, shown.out, shown.err) == (0, "", "")


def test_the_second_after_the_term_is_late(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "21-11-2026 10:15")
    for later, status in ((timedelta(), 0), (timedelta(seconds=1), 7)):
        office.set_clock(MORNING + later)
        assert office.do("taken", "--check").status == status


# What a duty is called ------------------------------------------------------------------------------


def test_every_kind_of_duty_is_told_with_its_command(office: Office) -> None:
    """One of each, as a program reads it."""
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "20-11-2026 9:00", "--melder", "Mia")
    office.add("0687654321", "-s", "belediging", "--kort", "-t", "20-11-2026 9:00", "--melder", "Mia")
    ban = ("--duur", "1 maand", "--kanaal-over", "post", "--gehoord", "20-11-2026", "--afwijking", "x")
    office.do("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R", *ban)
    office.do("maatregel", "add", "B2", "--reden", "x", "--besluit-door", "R", "--uitgereikt", "nu")
    office.do("maatregel", "bezwaar", "M2", "--ontvangen", "vandaag")
    office.do("avg", "verzoek", "B2", "--soort", "bezwaar", "--ontvangen", "vandaag")
    office.do("toezegging", "add", "B2", "terugbellen", "--voor", "morgen")
    told = {(task["soort"], task["wat"], task["voor"], task["opdracht"]) for task in taken(office)}
    add = "agressielog "
    assert told >= {
        ("reactie", "Reactie op incident 1", "B1", add + "maatregel deliver M1"),
        ("uitreiken", "M1 (contactverbod) uitreiken", "B1", add + "maatregel deliver M1"),
        (
            *("bezwaar", "Bezwaar tegen M2 (schriftelijke_waarschuwing) beantwoorden", "B2"),
            add + "maatregel bezwaar M2 --beantwoord DATUM --uitkomst UITKOMST --reden TEKST",
        ),
        (
            *("verzoek", "Verzoek V1 om bezwaar beantwoorden", "B2"),
            add + "avg verzoek done V1 --uitkomst UITKOMST",
        ),
        (
            *("klachttermijn", "Laatste dag voor een klacht over incident 2 bij de politie", "Mia"),
            add + "aangifte 2",
        ),
        ("aanvullen", "Incident 2 aanvullen", "Mia", add + "edit 2"),
        (
            *("nazorg", "Nazorg na incident 1: eerste contact", "Mia"),
            add + "nazorg done 1 --stap eerste --door NAAM",
        ),
    }
    assert "bezwaar (AVG)" in office.do("taken").out
    office.set_clock(MORNING + timedelta(days=9))
    assert ("reservekopie", "Reservekopie maken", None, add + "backup") in {
        (task["soort"], task["wat"], task["voor"], task["opdracht"]) for task in taken(office)
    }


def test_a_reaction_that_waits_for_a_delivery_is_one_line(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "vandaag 9:00")
    office.do("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R")
    assert [task["soort"] for task in taken(office)] == ["reactie", "uitreiken"]
    lines = office.do("taken").out.splitlines()
    assert [line.split()[-1] for line in lines if "B1" in line] == ["M1"]
    assert "M1" in office.do("taken", "--soort", "reactie").out


def test_a_running_ban_is_reviewed_and_ends(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "20-11-2026 9:00")
    ban = ("--duur", "10 dagen", "--kanaal-over", "post", "--gehoord", "20-11-2026", "--afwijking", "x")
    office.do(*("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R", "--uitgereikt", "nu"), *ban)
    told = [(task["soort"], task["uiterlijk"], task["opdracht"]) for task in taken(office, "--wie", "B1")]
    assert told == [
        ("evaluatie", "2026-11-27", "agressielog maatregel review M1"),
        ("afloop", "2026-12-01", "agressielog maatregel show M1"),
    ]


def test_what_fell_away_is_told_with_the_reason(desk: Office) -> None:
    desk.do("edit", "2", "--status", "ingetrokken")
    shown = desk.do("taken", "--vervallen")
    assert "Reactie op incident 2 (B2): het incident is ingetrokken.\n" in shown.out
    assert "Nazorg na incident 2: eerste contact (Mia de Vries): het incident is ingetrokken.\n" in shown.out
    assert [task["vervallen"] for task in taken(desk, "--vervallen")] == ["ingetrokken"] * len(
        shown.out.splitlines()
    )
    assert desk.do("taken", "--vervallen", "--check").status == 2


def test_a_measure_taken_back_says_so(desk: Office) -> None:
    desk.do("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R")
    desk.do("maatregel", "end", "M1", "--reden", "x", "--soort", "ingetrokken")
    out = desk.do("taken", "--vervallen").out
    assert out == "M1 (mondelinge_waarschuwing) uitreiken (B1 J. Jansen): de maatregel is ingetrokken.\n"


# Many -----------------------------------------------------------------------------------------------


@pytest.fixture
def busy(office: Office) -> Office:
    """A desk with seventeen threats last month, each by somebody else, and three today."""
    for number in range(20):
        day = f"{number + 1}-10-2026 9:00" if number < 17 else "vandaag 9:00"
        office.add(f"06123456{number:02}", "-s", "bedreiging", "-w", "x", "-t", day, "--melder", "Mia")
    return office


def test_of_a_long_backlog_the_number_is_told_and_what_is_new_stands_on_its_own(busy: Office) -> None:
    lines = busy.do("taken").out.splitlines()
    assert len(lines) <= 22
    assert "1 okt" in lines[2]
    assert lines[2].split("  ")[-1] == "taken --soort nazorg"
    assert any("17 keer" in line and "taken --soort reactie" in line for line in lines)
    assert [line.split()[-1] for line in lines if "maatregel add" in line] == ["B18", "B19", "B20"]
    assert lines[-1].startswith("Alles: agressielog taken --alles")


def test_one_kind_comes_a_screenful_at_a_time_and_all_on_request(busy: Office) -> None:
    lines = busy.do("taken", "--soort", "reactie").out.splitlines()
    assert [line.split()[-1] for line in lines[2:4]] == ["B1", "B2"]
    assert "En nog 4: 4 reactie." in lines
    in_full = busy.do("taken", "--soort", "reactie", "--alles").out
    assert in_full.count("maatregel add") == 20
    assert len(taken(busy, "--soort", "reactie")) == 20


def test_of_much_that_lapsed_a_screenful_is_told(busy: Office) -> None:
    for number in range(1, 18):
        busy.do("edit", str(number), "--status", "afgewezen")
    lines = busy.do("taken", "--vervallen").out.splitlines()
    assert len(lines) == 17
    assert lines[-1].endswith("Alles: agressielog taken --vervallen --alles")
    assert len(busy.do("taken", "--vervallen", "--alles").out.splitlines()) == 85
