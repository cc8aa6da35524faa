"""What `maatregel add` asks on a terminal, and what it does not."""

import pytest
from measure_desk import BY, READY, WHY, measure
from office import Office

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
In de brief: Wij hebben u nog niet gevraagd hoe u het ziet. De reden: ligt in het ziekenhuis.
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


@pytest.mark.parametrize("no", ["-", "nee", "nog niet"])
def test_a_dash_narrows_nothing_and_a_word_for_no_is_not_delivered(threatened: Office, no: str) -> None:
    answers = ["", "", "R. Smit", "Dreigde.", "post", "nam niet op", "-", no]
    assert threatened.do("maatregel", "add", "B1", answers=answers).status == 0
    told = measure(threatened, "show", "M1")
    assert (told["omvang"], told["uitgereikt_op"]) == ("alle nummers en afdelingen", None)


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
