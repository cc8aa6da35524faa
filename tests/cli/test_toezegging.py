"""`toezegging`: what a desk promised, on screen, in a pipe and as JSON."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
import story
from office import MORNING, Office

from agressielog.application.promises import PromiseLine
from agressielog.domain.identity import CallerId, PromiseId
from agressielog.domain.incident import Promise
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.promise_view import show_promises

TERMINAL = Surface(encoding="utf-8", width=80, wrap=True, drawing=True, colour=False)
LIST = """\
Nr  Voor         Stand    Beller        Door  Wat
T2  20 nov 2026  te laat  B1 J. Jansen  Anna  brief nasturen
T1  27 nov 2026  open     B1 J. Jansen  Anna  terugbellen
T3  –            open     B2            Sam   nog eens uitleggen
1 toezegging is te laat.
Nagekomen: agressielog toezegging done T2
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that promised J. Jansen something in a bad call."""
    office.add(
        *("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x", "-t", "20-11-2026 9:00"),
        *("--toezegging", "terugbellen", "--voor", "vrijdag"),
    )
    office.add("0687654321", "-s", "schelden", "-w", "y", "-t", "gisteren 9:00")
    return office


@pytest.fixture
def promised(desk: Office) -> Office:
    """The same desk, that promised two more things."""
    desk.do(
        *("toezegging", "add", "1", "brief", "nasturen"),
        *("--voor", "20-11-2026", "--op", "20-11-2026 14:00"),
    )
    desk.do("--als", "Sam", "toezegging", "add", "B2", "nog eens uitleggen")
    return desk


def test_what_is_open_is_listed_earliest_due_first_and_late_ones_say_so(promised: Office) -> None:
    assert promised.do("toezegging", "list").out == LIST


def test_a_list_fits_a_terminal_of_eighty_columns() -> None:
    name, text = "Een Heel Lange Naam van Iemand Anders", "een lange toezegging " * 9
    record = PromiseRecord(
        promise=Promise(PromiseId(1234), text, story.TODAY),
        made_at=story.NOW,
        made_by="Wilhelmina van der Berg-Jansen",
        caller=CallerId(1234),
        certainty=Certainty.PRESUMED,
    )
    paper = io.StringIO()
    line = PromiseLine(record, story.caller(1234, name=name))
    show_promises(Screen(paper, TERMINAL), [line], date(2026, 11, 22), everything=False)
    lines = paper.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1].startswith("T1234  20 nov 2026  te laat  B1234? Een Heel Lang…  Wilhelmina va…  een")
    assert lines[1].endswith("…")


def test_nothing_open_says_so(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    assert office.do("toezegging", "list").out == "Geen openstaande toezeggingen.\n"
    assert office.do("toezegging", "list", "--alles").out == "Geen toezeggingen.\n"


def test_two_late_ones_are_told_as_two(promised: Office) -> None:
    shown = promised.do("toezegging", "list", "--peildatum", "28-11-2026").out
    assert "2 toezeggingen zijn te laat.\n" in shown


def test_a_list_can_be_of_one_caller(promised: Office) -> None:
    shown = promised.do("toezegging", "list", "--beller", "0687654321").out
    assert shown.splitlines()[1:] == [
        "T3  –     open   B2      Sam   nog eens uitleggen",
        "Nagekomen: agressielog toezegging done T3",
    ]


def test_everything_has_the_kept_and_the_lapsed_ones_with_the_reason(promised: Office) -> None:
    promised.do("toezegging", "done", "T3")
    promised.do("edit", "1", "--status", "ingetrokken")
    assert promised.do("toezegging", "list").out == "Geen openstaande toezeggingen.\n"
    shown = promised.do("toezegging", "list", "--alles").out
    assert "T1  27 nov 2026  vervallen (ingetrokken)  B1 J. Jansen" in shown
    assert "T3  –            nagekomen                B2" in shown
    assert "te laat" not in shown
    assert "Nagekomen:" not in shown


def test_a_presumed_caller_has_a_question_mark(office: Office) -> None:
    office.add("--naam", "J. Jansen", "-s", "schelden", "-w", "x", "--toezegging", "bellen")
    assert "B1? J. Jansen" in office.do("toezegging", "list").out


def test_a_promise_to_an_unknown_caller_is_listed_too(office: Office) -> None:
    office.add("--anoniem", "-s", "schelden", "-w", "x", "--toezegging", "bellen")
    assert "T1  –     open   –       Anna  bellen" in office.do("toezegging", "list").out
    shown = office.do("toezegging", "done", "1")
    assert shown.out.splitlines()[1] == "  bellen: incident 1, van een onbekende beller"


def test_a_promise_in_an_ordinary_call_is_told_back(desk: Office) -> None:
    shown = desk.do("toezegging", "add", "B1", "de", "brief", "nasturen", "--voor", "dinsdag")
    assert shown.out == "T2 opgeslagen: de brief nasturen, voor di 24 november 2026.\n  B1 (J. Jansen)\n"


def test_a_promise_about_an_incident_says_which(desk: Office) -> None:
    shown = desk.do("toezegging", "add", "1", "bellen", "--op", "20-11-2026 14:00", "--voor", "20-11-2026")
    assert shown.out == (
        "T2 opgeslagen: bellen, voor vr 20 november 2026.\n"
        "  B1 (J. Jansen), incident 1\n"
        "  Toegezegd op vr 20 november 2026 14:00, 2 dagen geleden\n"
        "  Let op: die dag is al voorbij.\n"
    )


def test_the_text_can_come_from_standard_input(desk: Office) -> None:
    desk.do("toezegging", "add", "B1", "-", stdin="bellen over\nde brief\n")
    assert "bellen over de brief" in desk.do("toezegging", "list").out


@pytest.mark.parametrize(
    ("words", "answer", "told"),
    [
        ((), "terugbellen, dinsdag", "terugbellen, voor di 24 november 2026."),
        ((), "terugbellen", "terugbellen, zonder datum."),
        (("--voor", "morgen"), "terugbellen, dinsdag", "terugbellen, dinsdag, voor ma 23 november 2026."),
    ],
)
def test_without_a_text_it_is_asked(desk: Office, words: tuple[str, ...], answer: str, told: str) -> None:
    shown = desk.do("toezegging", "add", "B1", *words, answers=["", answer])
    assert f"T2 opgeslagen: {told}" in shown.out
    assert "Hier is een antwoord nodig." in shown.out


def test_without_a_text_and_a_terminal_it_is_missed(desk: Office) -> None:
    shown = desk.do("toezegging", "add", "B1")
    assert (shown.status, "TEKST" in shown.err) == (2, True)


def test_a_promise_is_kept_and_the_look_up_is_silent_about_it(promised: Office) -> None:
    before = promised.do("lookup", "0612345678").out
    assert "Toegezegd: brief nasturen (voor 20 nov 2026, te laat); terugbellen (voor 27 nov 2026)" in before
    shown = promised.do("toezegging", "done", "T2", "--op", "vandaag 10:15")
    assert shown.out == (
        "T2 is nagekomen op zo 22 november 2026 10:15, zojuist.\n"
        "  brief nasturen: B1 (J. Jansen), incident 1\n"
    )
    assert "Toegezegd: terugbellen (voor 27 nov 2026)\n" in promised.do("lookup", "0612345678").out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("done", "T9"), 3, "Er is geen toezegging T9."),
        (("done", "zeven"), 2, "'zeven' past niet bij toezegging"),
        (("done", "T1", "--op", "19-11-2026 9:00"), 4, "toegezegd op vr 20 november 2026 om 09:00"),
        (("done", "T1", "--op", "morgen 9:00"), 2, "moet nog komen"),
        (("done", "T1", "--toch-open"), 4, "staat al open"),
        (("done", "T1", "--toch-open", "--op", "nu"), 2, "--toch-open"),
        (("add", "B9", "bellen"), 3, "B9"),
        (("add", "99", "bellen"), 3, "99"),
        (("add", "B1", "bellen", "--voor", "ooit"), 2, "ooit"),
        (("add", "B1", "bellen", "--voor", "gisteren"), 2, "kan niet voor za 21 november 2026 zijn"),
        (("add", "B1", "vrijdag"), 2, "zegt wanneer, maar niet wat"),
        (("list", "--beller", "B9"), 3, "B9"),
    ],
)
def test_what_cannot_be_is_refused_in_three_lines(
    desk: Office, words: tuple[str, ...], status: int, told: str
) -> None:
    shown = desk.do("toezegging", *words)
    assert (shown.status, shown.out) == (status, "")
    assert told.replace("'", "") in shown.err.replace("'", "").replace('"', "")
    assert desk.do("toezegging", "list").out.count("T") == 2


def test_a_promise_is_kept_only_once_and_can_be_opened_again(desk: Office) -> None:
    desk.do("toezegging", "done", "T1")
    refused = desk.do("toezegging", "done", "T1")
    assert refused.status == 4
    assert "T1 is al nagekomen op zo 22 november 2026 om 10:15." in refused.err
    assert "agressielog toezegging done T1 --toch-open" in refused.err
    again = desk.do("toezegging", "done", "T1", "--toch-open")
    assert again.out == "T1 staat weer open.\n  terugbellen: B1 (J. Jansen), incident 1\n"
    assert "T1" in desk.do("toezegging", "list").out


def test_a_withdrawn_incident_says_which_promises_lapse_and_goes_on_saying_so(promised: Office) -> None:
    promised.do("toezegging", "done", "T2")
    shown = promised.do("edit", "1", "--status", "ingetrokken").out
    assert "  T1 vervalt: het incident is ingetrokken.\n" in shown
    assert "T2" not in shown
    incident = promised.do("show", "1").out
    assert "T1 terugbellen (voor vr 27 november 2026), vervallen (ingetrokken); T2" in incident
    assert "vervalt" not in promised.do("edit", "1", "--team", "KCC").out
    promised.do("edit", "1", "--status", "gemeld")
    assert "T1" in promised.do("toezegging", "list").out


def test_what_lapsed_is_refused_with_the_reason(desk: Office) -> None:
    desk.do("edit", "1", "--status", "afgewezen")
    done, added = desk.do("toezegging", "done", "T1"), desk.do("toezegging", "add", "1", "bellen")
    assert (done.status, added.status) == (4, 4)
    assert "Het incident van T1 is afgewezen." in done.err
    assert "Incident 1 is afgewezen." in added.err


def test_the_list_as_json(promised: Office) -> None:
    promised.do("toezegging", "done", "T3")
    promised.do("edit", "1", "--status", "afgewezen")
    document = promised.do("toezegging", "list", "--alles", "--json").document
    assert document["schema"] == "agressielog.toezegging.list/1"
    late, lapsed, kept = document["toezeggingen"]
    assert late == {
        "id": "T2",
        "wat": "brief nasturen",
        "voor": "2026-11-20",
        "klaar_op": None,
        "op": "2026-11-20T14:00:00+01:00",
        "door": "Anna",
        "beller": "B1",
        "zekerheid": "zeker",
        "incident": 1,
        "status": "vervallen",
        "te_laat": False,
        "vervallen_door": "afgewezen",
    }
    assert lapsed["op"] == "2026-11-20T09:00:00+01:00"
    assert (kept["status"], kept["klaar_op"]) == ("nagekomen", "2026-11-22T10:15:00+01:00")
    assert (kept["incident"], kept["beller"], kept["vervallen_door"]) == (None, "B2", None)


def test_adding_and_keeping_as_json(desk: Office) -> None:
    added = desk.do("toezegging", "add", "B1", "bellen", "--json").document
    assert (added["schema"], added["toezegging"]["id"]) == ("agressielog.toezegging.add/1", "T2")
    done = desk.do("toezegging", "done", "T2", "--json").document
    assert (done["schema"], done["toezegging"]["status"]) == ("agressielog.toezegging.done/1", "nagekomen")


def test_kept_promises_go_out_and_come_back_exactly(
    promised: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    promised.set_clock(MORNING + timedelta(hours=1))
    promised.do("toezegging", "done", "T1")
    out = promised.do("export").out
    assert "terugbellen | voor 2026-11-27 | klaar 2026-11-22T11:15:00+01:00" in out
    told = "brief nasturen | voor 2026-11-20 | op 2026-11-20T14:00:00+01:00 | door Anna"
    assert told in out
    register = tmp_path / "uit.csv"
    register.write_text(out, encoding="utf-8")
    monkeypatch.setenv("AGRESSIELOG_DB", str(tmp_path / "ander.db"))
    assert promised.do("import", str(register)).status == 0
    assert promised.do("export").out == out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("terugbellen, vrijdag",), "terugbellen, voor vr 27 november 2026."),
        (("terugbellen", "voor", "dinsdag"), "terugbellen, voor di 24 november 2026."),
        (("terugbellen, vrijdag", "--voor", "morgen"), "terugbellen, vrijdag, voor ma 23 november 2026."),
        (("bellen", "voor", "informatie"), "bellen voor informatie, zonder datum."),
    ],
)
def test_the_day_in_the_text_is_read_as_the_dialogue_reads_it(
    desk: Office, words: tuple[str, ...], told: str
) -> None:
    assert desk.do("toezegging", "add", "0612345678", *words).out.startswith(f"T2 opgeslagen: {told}\n")


def test_in_a_call_too_the_text_may_name_the_day(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--toezegging", "terugbellen, vrijdag")
    assert "terugbellen (voor 27 nov 2026)" in office.do("lookup", "0612345678").out
