"""What a team lead sees when deciding about a caller, and when keeping the life of a measure."""

from datetime import timedelta
from typing import Any

import pytest
from office import MORNING, Office

BY = ("--besluit-door", "R. Smit")
WHY = ("--reden", "Schold na een waarschuwing.")
READY = (*BY, *WHY, "--kanaal-over", "post", "--gehoord", "21-11-2026")

BANNED = """\
M1 opgeslagen: contactverbod van 22 nov 2026 t/m 21 feb 2027.
  B1, voor incident 1; besloten door R. Smit
  Nog niet uitgereikt: het telt pas als de beller het weet.
  De brief: agressielog brief M1
  Als die weg is: agressielog maatregel deliver M1 --wijze post
  Evaluatie op do 7 januari 2027.
"""
SHOWN = """\
M1 contactverbod van 22 nov 2026 t/m 21 feb 2027  (niet uitgereikt)
  Beller       B1
  Besloten     zo 22 november 2026, door R. Smit
  Reden        Schold na een waarschuwing.
  Incidenten   1
  Uitgereikt   nog niet; nog 4 uur
  Van          zo 22 november 2026
  Tot en met   zo 21 februari 2027
  Evaluatie    do 7 januari 2027
  Omvang       alle nummers en afdelingen
  Open blijft  post
  Gehoord      za 21 november 2026
  Advies toen  contactverbod, 3 maanden (beleid standaard 2026-11)
"""
LISTED = """\
Nr  Beller  Maatregel      Van          Tot          Stand           Reden
M2  B1      geen           22 nov 2026               geen maatregel  Excuses gemaakt.
M1  B1      contactverbod  22 nov 2026  21 feb 2027  loopt           Schold na een waarschuwing.
"""


@pytest.fixture
def threatened(office: Office) -> Office:
    """A desk that B1 (J. Jansen) threatened yesterday at half past two."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "bedreiging", "-w", "x", "-t", "gisteren 14:30")
    return office


@pytest.fixture
def banned(threatened: Office) -> Office:
    """The same desk with a ban that was delivered this morning."""
    threatened.do("maatregel", "add", "B1", *READY, "--uitgereikt", "nu", "--wijze", "e-mail")
    return threatened


def measure(office: Office, *words: str) -> Any:
    shown = office.do("maatregel", *words, "--json")
    assert shown.status == 0, shown.out
    return shown.document["maatregel"]


def codes(office: Office, *words: str) -> list[str]:
    shown = office.do("maatregel", *words, "--json")
    assert shown.status == 4
    assert shown.document["fout"]["code"] == "geweigerd"
    return [reason["code"] for reason in shown.document["fout"]["redenen"]]


def test_what_is_decided_is_confirmed_with_what_comes_next(threatened: Office) -> None:
    shown = threatened.do("maatregel", "add", "B1", *READY)
    assert (shown.status, shown.out, shown.err) == (0, BANNED, "")


def test_a_measure_shows_everything_of_it(threatened: Office) -> None:
    threatened.do("maatregel", "add", "B1", *READY)
    assert threatened.do("maatregel", "show", "M1").out == SHOWN


def test_the_list_has_the_last_decision_first(banned: Office) -> None:
    banned.add("0612345678", "-s", "schelden", "-w", "x")
    banned.do("maatregel", "add", "B1", "--geen", "--reden", "Excuses gemaakt.", *BY)
    assert banned.do("maatregel", "list").out == LISTED
    assert banned.do("maatregel", "list", "--beller", "06-12345678").out == LISTED


def test_an_empty_list_says_so(threatened: Office) -> None:
    assert threatened.do("maatregel", "list").out == "Geen maatregelen.\n"


def test_the_document_has_the_agreed_keys(banned: Office) -> None:
    document = banned.do("maatregel", "show", "M1", "--json").document
    told = document["maatregel"]
    assert document["schema"] == "agressielog.maatregel.show/1"
    assert told.pop("advies")["trede"] == "verbod_3_maanden"
    assert told == {
        "id": "M1",
        "beller": "B1",
        "soort": "contactverbod",
        "trede": "verbod_3_maanden",
        "van": "2026-11-22",
        "tot": "2027-02-21",
        "geldig_tot": None,
        "evaluatie_op": "2027-01-07",
        "besluit_door": "R. Smit",
        "reden": "Schold na een waarschuwing.",
        "resterend_kanaal": "post",
        "omvang": "alle nummers en afdelingen",
        "afspraak": None,
        "gehoord_op": "2026-11-21",
        "uitgereikt_op": "2026-11-22T10:15:00+01:00",
        "wijze": "e-mail",
        "incidenten": [1],
        "status": "loopt",
        "besloten_op": "2026-11-22",
        "niet_gehoord": None,
        "spoed": False,
        "afwijking": None,
        "bezwaar": None,
        "evaluatie": None,
        "einde": None,
    }
    listed = banned.do("maatregel", "list", "--json").document
    assert listed["schema"] == "agressielog.maatregel.list/1"
    assert [one["id"] for one in listed["maatregelen"]] == ["M1"]


def test_every_option_ends_up_in_the_document(threatened: Office) -> None:
    told = measure(
        threatened,
        *(
            "add",
            "06-12345678",
            "--soort",
            "contactbeperking",
            "--van",
            "1-12-2026",
            "--tot",
            "28-2-2027",
            *BY,
            *WHY,
        ),
        *(
            "--kanaal-over",
            "e-mail",
            "--niet-gehoord",
            "nam niet op",
            "--omvang",
            "balie",
            "--afspraak",
            "dinsdag",
        ),
        *("--incident", "1", "--spoed", "--afwijking", "lichter, hij is ziek"),
    )
    wanted = {
        "soort": "contactbeperking",
        "trede": None,
        "van": "2026-12-01",
        "tot": "2027-02-28",
        "evaluatie_op": "2027-01-15",
        "omvang": "balie",
        "afspraak": "dinsdag",
        "niet_gehoord": "nam niet op",
        "spoed": True,
        "afwijking": "lichter, hij is ziek",
        "uitgereikt_op": None,
        "status": "niet uitgereikt",
    }
    assert {key: told[key] for key in wanted} == wanted


def test_after_a_warning_24_months_is_refused_with_four_reasons_and_nothing_is_stored(office: Office) -> None:
    office.add("0612345678", "-s", "belediging", "-w", "x", "-t", "1-11-2026 9:00")
    day = ("--peildatum", "2-11-2026")
    measure(office, "add", "B1", *BY, *WHY, *day, "--uitgereikt", "2-11-2026 12:00")
    before = office.do("maatregel", "list").out
    ban = ("add", "B1", "--soort", "contactverbod", "--duur", "24 maanden", *BY, "--afwijking", "gevaarlijk")
    assert sorted(codes(office, *ban)) == ["geen_kanaal", "geen_reden", "niet_gehoord", "te_lang"]
    shown = office.do("maatregel", *ban)
    assert (shown.status, shown.out, len(shown.err.splitlines())) == (4, "", 3)
    assert "langer dan het beleid in één besluit toelaat (12 maanden)" in shown.err
    assert office.do("maatregel", "list").out == before


def test_without_anything_said_every_reason_is_told(threatened: Office) -> None:
    assert codes(threatened, "add", "B1") == ["geen_besluit", "geen_reden", "geen_kanaal", "niet_gehoord"]
    assert codes(threatened, "add", "B1", "--geen") == ["geen_besluit", "geen_reden"]


@pytest.mark.parametrize("lighter_or_heavier", ["schriftelijk", "verbod_6_maanden"])
def test_a_departure_either_way_needs_a_reason(threatened: Office, lighter_or_heavier: str) -> None:
    wish = ("add", "B1", "--trede", lighter_or_heavier, *READY)
    assert codes(threatened, *wish) == ["afwijking_zonder_reden"]
    assert measure(threatened, *wish, "--afwijking", "om de kinderen")["trede"] == lighter_or_heavier


def test_the_day_of_a_decision_on_paper_is_the_reference_day(threatened: Office) -> None:
    told = measure(
        threatened,
        "add",
        "B1",
        *BY,
        *WHY,
        "--kanaal-over",
        "post",
        "--gehoord",
        "21-11-2026",
        "--peildatum",
        "gisteren",
    )
    assert (told["besloten_op"], told["van"]) == ("2026-11-21", "2026-11-21")
    assert codes(threatened, "show", "M1", "--peildatum", "20-11-2026") == ["voor_besluit"]


def test_a_decision_is_not_recorded_before_its_day(threatened: Office) -> None:
    shown = threatened.do("maatregel", "add", "B1", *READY, "--peildatum", "23-11-2026")
    assert shown.status == 2
    assert "ligt in de toekomst" in shown.err


def test_delivery_comes_after_the_decision_and_before_the_end(threatened: Office) -> None:
    early = ("--uitgereikt", "gisteren 15:00")
    assert codes(threatened, "add", "B1", *READY, *early) == ["uitgereikt_voor_besluit"]
    measure(threatened, "add", "B1", *READY)
    assert codes(threatened, "deliver", "M1", "--op", "gisteren 15:00") == ["voor_besluit"]
    assert measure(threatened, "deliver", "M1", "--op", "nu", "--wijze", "sms")["wijze"] == "sms"
    assert codes(threatened, "deliver", "M1") == ["al_uitgereikt"]


def test_delivering_has_a_silent_dutch_name(threatened: Office) -> None:
    measure(threatened, "add", "B1", *READY)
    assert measure(threatened, "uitreiken", "M1")["status"] == "loopt"


def test_a_delivery_says_whether_the_reaction_was_in_time(threatened: Office) -> None:
    threatened.do("maatregel", "add", "B1", *READY)
    assert (
        "zo 22 november 2026 10:15, zojuist; post, op tijd" in threatened.do("maatregel", "deliver", "M1").out
    )
    threatened.add("0687654321", "-s", "bedreiging", "-w", "x", "-t", "20-11-2026 9:00")
    threatened.do("maatregel", "add", "B2", *READY, "--uitgereikt", "nu")
    assert "; post, 25 uur te laat" in threatened.do("maatregel", "show", "M2").out


def test_a_ban_whose_day_has_passed_cannot_be_delivered(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "1-6-2026 9:00")
    old = ("--peildatum", "2-6-2026", "--kanaal-over", "post", "--niet-gehoord", "x", *BY, *WHY)
    measure(office, "add", "B1", *old)
    assert codes(office, "deliver", "M1") == ["al_voorbij"]
    assert measure(office, "show", "M1")["status"] == "afgelopen"


@pytest.mark.parametrize("kind", ["ingetrokken", "opgeheven", "vernietigd"])
def test_what_was_ended_is_active_nowhere(banned: Office, kind: str) -> None:
    banned.do("maatregel", "end", "M1", "--soort", kind, "--reden", "Vergissing.")
    tomorrow = ("--peildatum", "23-11-2026")
    assert measure(banned, "show", "M1", *tomorrow)["status"] == kind
    assert banned.do("lookup", "B1", *tomorrow, "--json").document["bellers"][0]["maatregelen"] == []
    (listed,) = banned.do("maatregel", "list", *tomorrow, "--json").document["maatregelen"]
    assert listed["status"] == kind


def test_a_ban_that_is_lifted_today_is_told_with_today_as_its_last_day(banned: Office) -> None:
    shown = banned.do("maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", "Excuses.")
    assert shown.out.startswith("M1 contactverbod van 22 nov 2026 t/m 22 nov 2026  (loopt)\n")
    assert "Contactverbod M1 t/m 22 nov 2026" in banned.do("lookup", "B1").out


def test_an_annulled_measure_asks_again(banned: Office) -> None:
    assert banned.do("advies").out == "Niets vraagt om een antwoord.\n"
    banned.do("maatregel", "end", "M1", "--soort", "vernietigd", "--reden", "Vergissing.")
    assert [case["advies"]["incidenten"] for case in banned.do("advies", "--json").document["adviezen"]] == [
        [1]
    ]


def test_an_end_needs_reasons(banned: Office) -> None:
    assert codes(banned, "end", "M1") == ["geen_reden"]
    assert banned.do("maatregel", "end", "M1", "--soort", "verscheurd", "--reden", "x").status == 2


def test_an_objection_gets_its_answer_day_and_its_answer(banned: Office) -> None:
    told = measure(banned, "bezwaar", "M1", "--ontvangen", "vandaag")
    assert told["bezwaar"] == {
        "ontvangen_op": "2026-11-22",
        "antwoord_voor": "2026-12-21",
        "beantwoord_op": None,
        "uitkomst": None,
        "reden": None,
    }
    assert "antwoord voor ma 21 december 2026" in banned.do("maatregel", "show", "M1").out
    answer = ("bezwaar", "M1", "--beantwoord", "vandaag", "--uitkomst")
    told = measure(banned, *answer, "deels", "--reden", "Te lang gewacht.")
    assert (told["bezwaar"]["uitkomst"], told["status"]) == ("deels", "loopt")
    assert (
        "beantwoord op zo 22 november 2026: deels, Te lang gewacht.\n"
        in banned.do("maatregel", "show", "M1").out
    )
    assert codes(banned, *answer, "gegrond") == ["geen_bezwaar"]


def test_an_objection_that_is_upheld_annuls(banned: Office) -> None:
    banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    shown = banned.do("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", "--uitkomst", "gegrond").out
    assert "(vernietigd)" in shown
    assert "beantwoord op zo 22 november 2026: gegrond" in shown
    assert "Geëindigd    zo 22 november 2026: vernietigd, bezwaar gegrond" in shown


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--ontvangen", "vandaag", "--beantwoord", "vandaag"),
        ("--ontvangen", "vandaag", "--uitkomst", "gegrond"),
        ("--ontvangen", "vandaag", "--reden", "x"),
        ("--beantwoord", "vandaag"),
        ("--beantwoord", "vandaag", "--uitkomst", "misschien"),
    ],
)
def test_an_objection_came_in_or_was_answered(banned: Office, words: tuple[str, ...]) -> None:
    assert banned.do("maatregel", "bezwaar", "M1", *words).status == 2


def test_a_review_lifts_unless_there_are_reasons(banned: Office) -> None:
    assert codes(banned, "review", "M1", "--uitkomst", "voortzetten") == ["geen_reden"]
    told = measure(banned, "review", "M1", "--uitkomst", "voortzetten", "--reden", "belt nog")
    assert (told["evaluatie"], told["status"]) == (
        {"op": "2026-11-22", "uitkomst": "voortzetten", "reden": "belt nog"},
        "loopt",
    )
    shown = banned.do("maatregel", "review", "M1").out
    assert "Geëvalueerd  zo 22 november 2026: opheffen\n" in shown
    assert "opgeheven, geen goede reden om door te gaan" in shown


def test_a_review_that_is_late_is_said_and_the_ban_runs_on(banned: Office) -> None:
    late = ("maatregel", "show", "M1", "--peildatum")
    assert "evaluatie is te laat" not in banned.do(*late, "7-1-2027").out
    shown = banned.do(*late, "8-1-2027").out
    assert "(loopt)\n  Let op: de evaluatie is te laat" in shown


def test_who_decides_about_an_own_report_is_told(threatened: Office) -> None:
    shown = threatened.do("maatregel", "add", "B1", *READY[2:], "--besluit-door", "anna")
    assert "Let op: wie besluit is ook melder van een van deze incidenten." in shown.out
    assert "Let op: wie besloot is ook melder" in threatened.do("maatregel", "show", "M1").out


def test_an_incident_that_was_rejected_since_is_told(banned: Office) -> None:
    banned.do("edit", "1", "--status", "afgewezen")
    assert "Let op: incident 1 is vervallen" in banned.do("maatregel", "show", "M1").out
    assert codes(
        banned, "add", "B1", "--incident", "1", *READY, "--soort", "ordegesprek", "--afwijking", "x"
    ) == ["incident_vervallen"]


def test_what_leans_on_an_annulled_measure_is_told(banned: Office) -> None:
    banned.set_clock(MORNING + timedelta(days=3))
    banned.add("0612345678", "-s", "schelden", "-w", "x", "-t", "24-11-2026 9:00")
    measure(banned, "add", "B1", *READY)
    banned.do("maatregel", "end", "M1", "--soort", "vernietigd", "--reden", "x")
    assert "bekijk M2 opnieuw" in banned.do("maatregel", "show", "M1").out


def test_a_conversation_needs_no_letter(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    shown = office.do("maatregel", "add", "B1", "--soort", "ordegesprek", *BY, *WHY).out
    assert "Na het gesprek: agressielog maatregel deliver M1 --wijze voorgelezen" in shown
    assert "brief" not in shown


@pytest.mark.parametrize(
    "words",
    [
        ("--soort", "schavot"),
        ("--trede", "schavot"),
        ("--duur", "eeuwig"),
        ("--duur", "1 maand", "--tot", "1-12-2026"),
        ("--gehoord", "gisteren", "--niet-gehoord", "x"),
        ("--geen", "--soort", "contactverbod"),
        ("--geen", "--trede", "schriftelijk"),
        ("--geen", "--uitgereikt", "nu"),
        ("--wijze", "post"),
        ("--uitgereikt", "nu", "--wijze", "postduif"),
        ("--soort", "ordegesprek", "--duur", "1 maand"),
        ("--incident", "x"),
    ],
)
def test_what_cannot_be_read_is_wrong_use(threatened: Office, words: tuple[str, ...]) -> None:
    assert threatened.do("maatregel", "add", "B1", *words).status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("add", "B9"),
        ("show", "M9"),
        ("deliver", "M9"),
        ("end", "M9", "--reden", "x"),
        ("list", "--beller", "B9"),
    ],
)
def test_what_is_not_there_is_not_found(threatened: Office, words: tuple[str, ...]) -> None:
    assert threatened.do("maatregel", *words).status == 3


def test_nothing_asked_for_and_nothing_named_is_refused(office: Office) -> None:
    office.add("0612345678", "-s", "emotie_kritiek", "-w", "x")
    assert codes(office, "add", "B1", *READY) == ["niets_gevraagd"]
    assert codes(office, "add", "B1", "--geen", *READY[:4]) == ["niets_gevraagd"]


DIALOGUE = """\
B1 (J. Jansen). Advies: Contactverbod, 3 maanden
Een stap terug met <, stoppen met Ctrl-C.
   1  Mondelinge waarschuwing
   2  Ordegesprek
   3  Schriftelijke waarschuwing
   4  Contactbeperking
   5  Contactverbod
Welke maatregel? [contactverbod]
>\x20
Hoe lang? [3 maanden]
>\x20
Wie besluit? (een naam)
> R. Smit
Waarom? Feiten, geen oordeel
> Dreigde.
Hoe kan de beller ons nog bereiken?
> <
Waarom? Feiten, geen oordeel
> Dreigde met geweld.
Hoe kan de beller ons nog bereiken?
> post
Wanneer is de beller gehoord? Of: waarom niet
> ligt in het ziekenhuis
Voor welke nummers of afdelingen? (Enter = alles)
>\x20
Al uitgereikt? Wanneer, en hoe (nu, voorgelezen; gisteren 14:30, post; Enter = nog niet)
> nu, e-mail
"""


def test_on_a_terminal_enter_follows_the_advice_and_only_what_is_needed_is_asked(threatened: Office) -> None:
    answers = [
        "",
        "",
        "R. Smit",
        "Dreigde.",
        "<",
        "Dreigde met geweld.",
        "post",
        "ligt in het ziekenhuis",
        "",
        "nu, e-mail",
    ]
    shown = threatened.do("maatregel", "add", "B1", answers=answers)
    assert shown.out.startswith(DIALOGUE + "M1 opgeslagen: contactverbod van 22 nov 2026 t/m 21 feb 2027.\n")
    told = measure(threatened, "show", "M1")
    assert (told["reden"], told["niet_gehoord"], told["wijze"]) == (
        "Dreigde met geweld.",
        "ligt in het ziekenhuis",
        "e-mail",
    )


def test_what_stood_in_options_is_not_asked(threatened: Office) -> None:
    words = (
        "--soort",
        "contactverbod",
        "--duur",
        "3 maanden",
        *READY,
        "--omvang",
        "alles",
        "--uitgereikt",
        "nu",
    )
    assert threatened.do("maatregel", "add", "B1", *words, answers=[]).status == 0


def test_a_departure_asks_why_and_for_urgency(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "--fout-bij-ons")
    office.add("0612345678", "-s", "schelden", "-w", "y")
    answers = [
        "contactbeperking",
        "2",
        "5 jaar",
        "1 maand",
        "belt de hele dag",
        "R. Smit",
        "x",
        "ja",
        "post",
        "gisteren",
        "dinsdag",
        "alles",
        "",
    ]
    shown = office.do("maatregel", "add", "B1", answers=answers)
    assert (
        "Weeg mee: bij 1 lag de aanleiding bij ons\nWeeg mee: 2 van de 2 meldingen zijn van één melder\n"
        in shown.out
    )
    assert "12 maanden" in shown.out
    told = measure(office, "show", "M1")
    assert (told["soort"], told["spoed"], told["afwijking"], told["afspraak"], told["incidenten"]) == (
        "contactbeperking",
        True,
        "belt de hele dag",
        "dinsdag",
        [2],
    )


@pytest.mark.parametrize(
    "words", [("add", "B1", *BY, *WHY, "--kanaal-over", "post", "--gehoord", "1-1-2027")]
)
def test_a_hearing_that_is_still_to_come_is_none(threatened: Office, words: tuple[str, ...]) -> None:
    shown = threatened.do("maatregel", *words)
    assert (shown.status, shown.out) == (2, "")
    assert "Dat moment moet nog komen: vr 1 januari 2027." in shown.err
    assert threatened.do("maatregel", "list").out == "Geen maatregelen.\n"


@pytest.mark.parametrize("option", ["--ontvangen", "--beantwoord"])
def test_an_objection_that_is_still_to_come_is_none(banned: Office, option: str) -> None:
    verdict = ("--uitkomst", "ongegrond") if option == "--beantwoord" else ()
    shown = banned.do("maatregel", "bezwaar", "M1", option, "23-11-2026", *verdict)
    assert (shown.status, "Dat moment moet nog komen: ma 23 november 2026." in shown.err) == (2, True)


def test_a_day_that_is_none_or_still_to_come_is_no_reason_not_to_hear(threatened: Office) -> None:
    heard = ["31 februari 2026", "1 januari 2027", "nam niet op"]
    shown = threatened.do(
        "maatregel", "add", "B1", answers=["", "", "R. Smit", "Dreigde.", "post", *heard, "", ""]
    )
    assert shown.status == 0
    assert "  Niet gehoord  nam niet op\n" in threatened.do("maatregel", "show", "M1").out


def test_a_measure_that_cannot_stand_for_the_rung_is_told(threatened: Office) -> None:
    shown = threatened.do(
        "maatregel", "add", "B1", "--soort", "ordegesprek", "--trede", "verbod_1_maand", *BY, *WHY
    )
    assert (shown.status, shown.out) == (2, "")
    assert '"Ordegesprek" past niet bij de trede "Contactverbod van 1 maand".' in shown.err


def test_an_unknown_measure_is_asked_again(threatened: Office) -> None:
    answers = ["schavot", "2", "liever praten", "R. Smit", "x", ""]
    shown = threatened.do("maatregel", "add", "B1", answers=answers)
    assert '"schavot" is geen maatregel in het beleid.' in shown.out
    assert measure(threatened, "show", "M1")["soort"] == "ordegesprek"


def test_a_no_asks_two_things(threatened: Office) -> None:
    threatened.do("instelling", "set", "beslisser", "R. Smit")
    shown = threatened.do("maatregel", "add", "B1", "--geen", answers=["<", "", "Excuses."])
    assert "Wie besluit? [R. Smit]" in shown.out
    assert measure(threatened, "show", "M1")["besluit_door"] == "R. Smit"


def test_the_same_input_gives_the_same_bytes(banned: Office) -> None:
    for words in (("maatregel", "show", "M1"), ("maatregel", "list"), ("advies", "B1"), ("lookup", "B1")):
        assert banned.do(*words, "--json").out == banned.do(*words, "--json").out
