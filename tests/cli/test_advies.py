"""What a team lead sees of the advice: the open ones, one in full with the why, and the walk along them."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from office import MORNING, Office

from agressielog.application.dossiers import open_cases
from agressielog.application.measure_errors import NothingDecided
from agressielog.bootstrap import open_app
from agressielog.cli import advice_walk
from agressielog.domain.identity import CallerId
from agressielog.presentation.advice_view import show_open_cases
from agressielog.presentation.console import Screen, Surface
from agressielog.settings.policy_file import shipped_text

OPEN = """\
Beller              Ernst  Advies                                  Sinds        Reactie
B2 (naam onbekend)  zwaar  Contactverbod, 3 maanden                21 nov 2026  nog 4 uur
B1 (J. Jansen)      licht  Mondelinge waarschuwing of ordegesprek  1 okt 2026   51 dagen te laat
Uitleg: agressielog advies B2
"""
IN_FULL = """\
B1 (J. Jansen), beoordeeld op zo 22 november 2026
  Advies    Mondelinge waarschuwing of ordegesprek
  Vraagt    1 (1 okt 2026) schelden: x
  Reactie   51 dagen te laat
  Aangifte  niet nodig
  Waarom
    ✓ 1 (1 okt 2026): de ladder begint hier bij mondelinge waarschuwing.
    – 1 incident telt mee; bij 2 meer is het een patroon: schriftelijke waarschuwing.
  Telt niet mee
    3 (20 nov 2026): weegt niets in het beleid (kritiek, emotie of onwel zijn telt nooit)
  Daarna: bij nog een keer hinderlijk bellen wordt het schriftelijke waarschuwing.
  Zonder besluit wordt dit advies lichter op za 2 oktober 2027.
  Weeg mee: bij 1 lag de aanleiding bij ons
  Weeg mee: 2 van de 2 meldingen zijn van één melder
  Eerst regelen: wie besluit; de reden.
Besluiten: agressielog maatregel add B1
Beleid: standaard 2026-11
"""
SEVERE = """\
  Advies    Contactverbod, 3 maanden
  Vraagt    2 (21 nov 2026) bedreiging: x
  Reactie   nog 4 uur
  Aangifte  doe aangifte
"""
TO_DO = """\
  Eerst regelen: wie besluit (manager met mandaat; langer dan 6 maanden de directie); de reden; hoe de beller ons \
nog bereikt; de beller horen, of zeggen waarom niet.
  Altijd open: 112, spoed, storingsnummer, wettelijke dienstverlening.
Besluiten: agressielog maatregel add B2
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk where B1 swore in October and B2 threatened yesterday."""
    office.add(
        *("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x", "-t", "1-10-2026 10:00"),
        "--fout-bij-ons",
    )
    office.add("0687654321", "-s", "bedreiging", "-w", "x", "-t", "gisteren 14:30")
    office.add("0612345678", "-s", "emotie_kritiek", "-w", "x", "-t", "20-11-2026 9:00")
    return office


def without_grounds(out: str) -> str:
    return "".join(
        line for line in out.splitlines(keepends=True) if not line.lstrip().startswith("Grondslag:")
    )


def test_the_most_urgent_stands_first(desk: Office) -> None:
    shown = desk.do("advies")
    assert (shown.status, shown.out, shown.err) == (0, OPEN, "")


@pytest.mark.parametrize("width", [80, 70])
@pytest.mark.parametrize("name", [None, "mevr. A.B.C. van der Heijden-Goedhart"])
def test_on_a_terminal_every_open_one_is_one_line(desk: Office, width: int, name: str | None) -> None:
    words = ("0634567890", "-s", "bedreiging", "-w", "x", "-t", "1-10-2026 10:00")
    desk.add(*words, *(("--naam", name) if name is not None else ()))
    app = open_app(desk.logbook, None)
    shown = StringIO()
    surface = Surface(wrap=True, drawing=True, width=width)
    show_open_cases(Screen(shown, surface), open_cases(app.store, app.policy, app.today), app.now)
    lines = shown.getvalue().splitlines()
    assert len(lines) == 5
    assert all(len(line) <= width for line in lines)
    assert any(line.startswith("B2  ") for line in lines)


def test_one_caller_is_told_in_full_with_the_why(desk: Office) -> None:
    assert without_grounds(desk.do("advies", "B1").out) == IN_FULL
    assert "      Grondslag: " in desk.do("advies", "B1").out


def test_what_must_be_arranged_is_told(desk: Office) -> None:
    shown = desk.do("advies", "06-87654321").out
    assert SEVERE in shown
    assert TO_DO in shown


def test_nothing_open_says_so(office: Office) -> None:
    office.add("0612345678", "-s", "emotie_kritiek", "-w", "x")
    assert office.do("advies").out == "Niets vraagt om een antwoord.\n"
    assert "  Advies  geen\n" in office.do("advies", "B1").out


def test_the_document_has_the_agreed_keys(desk: Office) -> None:
    document = desk.do("advies", "B1", "--json").document
    assert document["schema"] == "agressielog.advies/1"
    (case,) = document["adviezen"]
    advice = case.pop("advies")
    findings, policy = advice.pop("bevindingen"), advice.pop("beleid")
    assert case.pop("beller")["id"] == "B1"
    assert case == {
        "ernst": "licht",
        "reageren_voor": "2026-10-02T10:00:00+02:00",
        "te_regelen": ["geen_besluit", "geen_reden"],
        "meewegen": ["bij 1 lag de aanleiding bij ons", "2 van de 2 meldingen zijn van één melder"],
        "goede_gesprekken": {"totaal": 0, "laatste": None, "op_rij": 0},
        "zienswijzen": [],
        "beperkt_op_verzoek": None,
        "toch_bekeken": [],
        "vastgehouden": [],
    }
    assert advice == {
        "maatregel": "mondelinge_waarschuwing",
        "trede": "mondeling",
        "duur": None,
        "duur_van": None,
        "duur_tot": None,
        "vanaf": None,
        "aangifte": "nee",
        "beoordelen": [],
        "uitzonderingen": ["112", "spoed", "storingsnummer", "wettelijke dienstverlening"],
        "met": [],
        "of": ["ordegesprek"],
        "incidenten": [1],
        "telt_niet": [{"incident": 3, "reden": "telt nooit mee"}],
        "volgende": {"trede": "schriftelijk", "als": "hinderlijk"},
        "vervalt_op": "2027-10-02",
        "latere_maatregelen": [],
    }
    assert list(findings[0]) == [
        *("regel", "voldaan", "geteld", "ontbreekt", "uitleg", "grondslag", "trede", "maatregelen"),
        "gewaarschuwd_in",
    ]
    assert [finding["regel"] for finding in findings if finding["voldaan"]] == ["instap"]
    assert list(policy) == ["naam", "versie", "sha256"]


def test_all_open_ones_are_one_document(desk: Office) -> None:
    cases = desk.do("advies", "--json").document["adviezen"]
    assert [(case["beller"]["id"], case["ernst"]) for case in cases] == [("B2", "zwaar"), ("B1", "licht")]


def test_every_add_tells_what_is_advised(desk: Office) -> None:
    shown = desk.add("0612345678", "-s", "belediging", "-w", "x")
    assert "Advies: Schriftelijke waarschuwing. Het waarom: agressielog advies B1\n" in shown.out
    document = desk.add("0612345678", "-s", "belediging", "-w", "x", "--json").document
    assert document["advies"]["maatregel"] == "schriftelijke_waarschuwing"
    assert desk.add("anoniem", "-s", "belediging", "-w", "x", "--json").document["advies"] is None


def test_an_in_call_warning_leaves_nothing_to_advise(office: Office) -> None:
    shown = office.add("0612345678", "-s", "schelden", "-w", "x", "--gewaarschuwd", "-t", "gisteren 9:00")
    assert "Advies" not in shown.out
    shown = office.add("0612345678", "-s", "schelden", "-w", "x")
    assert "Advies: Schriftelijke waarschuwing." in shown.out
    assert (
        "gebeurde terwijl de waarschuwing in gesprek 1 (21 nov 2026) nog telde"
        in office.do("advies", "B1").out
    )


def test_the_reference_day_judges_by_what_had_happened(desk: Office) -> None:
    shown = desk.do("advies", "--peildatum", "2-10-2026").out
    assert "B2" not in shown
    assert (
        "B1 (J. Jansen)  licht  Mondelinge waarschuwing of ordegesprek  1 okt 2026  14 uur te laat" in shown
    )
    desk.do("maatregel", "add", "B1", "--geen", "--reden", "x", "--besluit-door", "R")
    assert "B1" in desk.do("advies", "--peildatum", "gisteren").out
    assert "B1" not in desk.do("advies").out


def test_a_reaction_within_the_hour_says_so(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "gisteren 10:30")
    assert "nog minder dan een uur" in office.do("advies").out
    office.set_clock(MORNING + timedelta(minutes=30))
    assert "minder dan een uur te laat" in office.do("advies").out


def test_another_policy_is_tried_and_stores_nothing(desk: Office, tmp_path: Path) -> None:
    stricter = tmp_path / "streng.toml"
    stricter.write_text(
        shipped_text("standaard").replace('licht = "mondeling"', 'licht = "schriftelijk"'), encoding="utf-8"
    )
    before = desk.journal()
    shown = desk.do("advies", "B1", "--beleid", str(stricter)).out
    assert "Advies    Schriftelijke waarschuwing" in shown
    assert desk.journal() == before
    assert "Advies    Mondelinge waarschuwing" in desk.do("advies", "B1").out
    assert desk.do("advies", "--beleid", str(stricter), answers=[]).status == 0


def test_a_policy_that_is_not_there_is_told(desk: Office, tmp_path: Path) -> None:
    shown = desk.do("advies", "--beleid", str(tmp_path / "weg.toml"))
    assert (shown.status, shown.out) == (2, "")
    assert "Een bestand met die naam is er ook niet." in shown.err
    assert desk.do("advies", "B9").status == 3


def test_breaches_of_a_ban_are_put_up_for_a_look(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "1-11-2026 9:00")
    given = ("--kanaal-over", "post", "--niet-gehoord", "x", "--besluit-door", "R", "--reden", "x")
    office.do("maatregel", "add", "B1", *given, "--peildatum", "2-11-2026", "--uitgereikt", "2-11-2026 9:00")
    for _ in range(3):
        office.add("0612345678", "-s", "overtreding_contactverbod", "-w", "x")
    assert "B1 (naam onbekend)  geen   overtredingen beoordelen  22 nov 2026" in office.do("advies").out
    shown = office.do("advies", "B1").out
    assert (
        "Beoordelen  2 (22 nov 2026), 3 (22 nov 2026) en 4 (22 nov 2026): belde tijdens een verbod" in shown
    )
    assert "Besluiten: agressielog maatregel add B1 --geen\n" in shown
    walked = office.do("advies", answers=["R. Smit", "1", "Belde voor zijn zieke kind."]).out
    assert "   1  geen maatregel\n   2  later\n" in walked
    assert office.do("advies").out == "Niets vraagt om een antwoord.\n"


def test_a_measure_while_a_ban_runs_waits_for_its_end(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "1-11-2026 9:00")
    given = ("--kanaal-over", "post", "--niet-gehoord", "x", "--besluit-door", "R", "--reden", "x")
    office.do("maatregel", "add", "B1", *given, "--peildatum", "2-11-2026", "--uitgereikt", "2-11-2026 9:00")
    office.add("0612345678", "-s", "schelden", "-w", "x")
    shown = office.do("advies", "B1").out
    assert "  Vanaf     di 2 februari 2027, na het verbod dat loopt\n" in shown
    assert "2 (22 nov 2026): gebeurde terwijl M1 liep; dat wordt er niet langer van." in shown


def test_a_measure_that_came_after_the_incident_is_put_before_the_decider(desk: Office) -> None:
    given = (
        "--soort",
        "ordegesprek",
        "--incident",
        "3",
        "--afwijking",
        "x",
        "--besluit-door",
        "R",
        "--reden",
        "x",
    )
    desk.do("maatregel", "add", "B1", *given, "--uitgereikt", "nu", "--wijze", "voorgelezen")
    told = " ".join(desk.do("advies", "B1").out.split())
    assert (
        "Weeg mee: M1 telde bij een van deze incidenten nog niet mee: een maatregel telt vanaf de dag na de uitreiking"
        in told
    )


def test_the_walk_takes_over_skips_and_says_no(desk: Office) -> None:
    desk.add("0201234567", "-s", "schelden", "-w", "x")
    answers = ["R. Smit", "", "1", "Hoort er nu bij.", "", "2", "Was onze fout."]
    shown = desk.do("advies", answers=answers)
    assert shown.status == 0
    assert (
        "Een voor een: Enter is later, < gaat een stap terug, Ctrl-C stopt; wat besloten is blijft.\n"
        in shown.out
    )
    assert "M1 opgeslagen: mondelinge waarschuwing." in shown.out
    assert "M2 opgeslagen: geen maatregel." in shown.out
    assert [case["beller"]["id"] for case in desk.do("advies", "--json").document["adviezen"]] == ["B2"]


def test_a_ban_taken_over_asks_only_for_what_the_gates_want(desk: Office) -> None:
    answers = ["R. Smit", "1", "Dreigde.", "post", "gisteren", "", "", ""]
    assert (
        "M1 opgeslagen: contactverbod van 22 nov 2026 t/m 21 feb 2027."
        in desk.do("advies", answers=answers).out
    )


def test_forty_light_ones_are_a_hundred_and_twenty_answers(office: Office) -> None:
    for number in range(40):
        office.add(f"06123456{number:02}", "-s", "schelden", "-w", "x")
    answers = ["R. Smit", *["1", "Eerste keer.", ""] * 40]
    assert office.do("advies", answers=answers).status == 0
    assert office.do("advies").out == "Niets vraagt om een antwoord.\n"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (["overnemen", "Hoort er nu bij.", ""], []),
        (["Overn", "Hoort er nu bij.", ""], []),
        (["geen maatregel", "Was onze fout."], []),
        (["geen", "Was onze fout."], []),
        (["later"], ["B1"]),
        (["nee", "4", "l"], ["B1"]),
    ],
)
def test_the_walk_understands_the_words_it_shows(office: Office, typed: list[str], left: list[str]) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    assert office.do("advies", answers=["R. Smit", *typed]).status == 0
    assert [case["beller"]["id"] for case in office.do("advies", "--json").document["adviezen"]] == left


def test_the_walk_tells_what_was_said_and_leaves_out_what_is_for_later(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "Schold toen ik nee zei.", "--citaat", "Sukkel!")
    office.add("0612345678", "-s", "schelden", "--kort")
    shown = office.do("advies", answers=["R. Smit", "later"]).out
    assert "  Vraagt    1 (22 nov 2026) schelden: “Sukkel!”\n" in shown
    assert "            2 (22 nov 2026) schelden: nog niet verteld wat er gebeurde\n" in shown
    for later in ("Grondslag", "Daarna", "Beleid:", "maatregel add", "patroon"):
        assert later not in shown


def test_of_many_incidents_the_last_six_are_told(office: Office) -> None:
    for number in range(1, 9):
        office.add("0612345678", "-s", "schelden", "-w", f"Keer {number}.")
    shown = office.do("advies", "B1").out
    assert "  Vraagt    1 en 2, en de laatste:\n            3 (22 nov 2026) schelden: Keer 3.\n" in shown
    assert "Keer 2." not in shown


def test_a_spoken_warning_that_was_taken_over_is_to_be_spoken(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    shown = office.do("advies", answers=["R. Smit", "overnemen", "Eerste keer.", ""]).out
    assert "  Daarna: agressielog maatregel deliver M1 --wijze voorgelezen\n" in shown
    assert "--wijze post" not in shown


def test_a_step_back_asks_again_what_to_do_about_the_same_caller(desk: Office) -> None:
    shown = desk.do("advies", answers=["R. Smit", "<", "2", "?", "<", "1", "<", "later", "later"])
    assert shown.status == 0
    assert shown.out.count("Wat doe je?") == 5
    assert "< gaat een stap terug, Ctrl-C stopt." in shown.out
    assert desk.do("maatregel", "list").out == "Geen maatregelen.\n"


def test_a_step_back_at_once_ends_the_walk(desk: Office) -> None:
    assert desk.do("advies", answers=["<"]).status == 0


def test_what_a_colleague_decided_meanwhile_is_told_and_the_walk_goes_on(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beaten_to_it(*_: object, **__: object) -> None:
        raise NothingDecided(CallerId(2))

    monkeypatch.setattr(advice_walk, "decide_none", beaten_to_it)
    shown = desk.do("advies", answers=["R. Smit", "2", "x", ""])
    assert "Er is niets om over te besluiten. Geen incident van B2 vraagt om een antwoord." in shown.out
    assert (shown.status, "2 van 2" in shown.out) == (0, True)


def test_a_walk_that_is_stopped_keeps_what_was_decided(desk: Office) -> None:
    shown = desk.do("advies", answers=["R. Smit", "2", "Was een misverstand."])
    assert shown.status == 130
    assert "M1" in desk.do("maatregel", "list").out


def test_without_a_terminal_or_on_another_day_nobody_walks(desk: Office) -> None:
    assert desk.do("advies").out == OPEN
    assert desk.do("advies", "--peildatum", "vandaag", answers=[]).status == 0
