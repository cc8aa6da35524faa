"""What is shown and asked when an organisation sets up its logbook."""

from pathlib import Path

import pytest
from desk import Desk
from office import Office

LIST = """\
Sleutel          Waarvoor                             Waarde
organisatie      naam boven rapporten en brieven      Gemeente Ons Dorp
land             land van nummers zonder landcode     NL (niet ingesteld)
beleid           soorten, hun ernst en wat je doet    standaard (niet ingesteld)
beslisser        wie over maatregelen beslist         niet ingesteld
meldpunt         waar je een incident meldt           niet ingesteld
reservemap       map voor reservekopieën              niet ingesteld
postadres        afzender in brieven                  niet ingesteld
privacycontact   voor vragen over gegevens en inzage  niet ingesteld
contactpunt      waar een beller kan reageren         niet ingesteld
klachtinstantie  waar een klacht daarna heen kan      niet ingesteld

Logboek: {logbook}
Veranderen: agressielog instelling set SLEUTEL WAARDE
"""
FIRST_DAY = """\
Tien instellingen voor het logboek {logbook}.
Enter houdt wat er staat, - maakt leeg, < gaat een vraag terug, Ctrl-C stopt.
Hoe heet de organisatie?
> Gemeente Ons Dorp
Uit welk land zijn nummers zonder landcode? NL, BE of DE [NL]
> België
  gedragsmatrix    Per soort gedrag een bereik, van 1 tot 90 dagen of tot hoogstens een, twee of vijf jaar; geen ladder.
  gele-rode-kaart  Gele kaart als waarschuwing, een jaar geldig; bij herhaling of bedreiging een rode kaart.
  klantenservice   Gesprek beëindigen, aanspreken door een collega, contactverbod van 1, 3 en 6 maanden.
  standaard        Waarschuwen, dan een contactverbod van 1, 3 en 6 maanden; bij een bedreiging meteen 3 maanden.
Welk beleid geldt? [standaard]
>{space}
Wie beslist over maatregelen?
> de teamleider
Bij wie meldt een medewerker een incident?
>{space}
In welke map komen reservekopieën? Het volledige pad
> /srv/reserve
Wat is het postadres?
>{space}
Bij wie kan een beller terecht over zijn gegevens?
>{space}
Waar kan een beller reageren op een brief? Geen naam van een medewerker
> de klachtencommissie
Waar kan iemand heen die het niet eens is met ons antwoord?
>{space}
Opgeslagen, voor iedereen die met dit logboek werkt.
  organisatie: (leeg) → Gemeente Ons Dorp
  land: (leeg) → BE
  beleid: (leeg) → standaard
  beslisser: (leeg) → de teamleider
  reservemap: (leeg) → /srv/reserve
  contactpunt: (leeg) → de klachtencommissie
Een nummer zonder landcode is voortaan een nummer uit België.
Nummers die al in het logboek staan, veranderen niet.
{onward}"""
ONWARD = """\

Een gesprek vastleggen:      agressielog add
Opzoeken wie er belt:        agressielog lookup
Deze instellingen nakijken:  agressielog instelling list
"""
ANSWERS = (
    "Gemeente Ons Dorp",
    "België",
    "",
    "de teamleider",
    "",
    "/srv/reserve",
    "",
    "",
    "de klachtencommissie",
    "",
)


@pytest.fixture
def named(office: Office) -> Office:
    """A desk whose logbook knows the name of the organisation."""
    office.do("instelling", "set", "organisatie", "Gemeente", "Ons", "Dorp")
    return office


# The list -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [(), ("list",)])
def test_without_a_terminal_every_setting_is_listed(named: Office, words: tuple[str, ...]) -> None:
    shown = named.do("instelling", *words)
    assert (shown.status, shown.out, shown.err) == (0, LIST.format(logbook=named.logbook), "")


@pytest.mark.parametrize("words", [(), ("list",)])
def test_the_document_has_what_holds_for_every_setting(named: Office, words: tuple[str, ...]) -> None:
    assert named.do("instelling", *words, "--json").document == {
        "schema": "agressielog.instelling.list/1",
        "logboek": str(named.logbook),
        "instellingen": {
            "organisatie": "Gemeente Ons Dorp",
            "land": "NL",
            "beleid": "standaard",
            "beslisser": None,
            "meldpunt": None,
            "reservemap": None,
            "postadres": None,
            "privacycontact": None,
            "contactpunt": None,
            "klachtinstantie": None,
        },
    }


def test_json_on_a_terminal_asks_nothing(named: Office) -> None:
    assert named.do("instelling", "--json", answers=[]).document["schema"] == "agressielog.instelling.list/1"


@pytest.mark.parametrize("words", [(), ("list",)])
def test_looking_makes_no_logbook(office: Office, words: tuple[str, ...]) -> None:
    assert office.do("instelling", *words).status == 3
    assert not office.logbook.exists()


# One setting ----------------------------------------------------------------------------------------


def test_the_first_setting_makes_the_logbook_and_says_where(office: Office) -> None:
    shown = office.do("instelling", "set", "meldpunt", "de", "teamleider")
    assert shown.out == (
        "Opgeslagen, voor iedereen die met dit logboek werkt.\n  meldpunt: (leeg) → de teamleider\n"
    )
    assert shown.err == f"Nieuw logboek: {office.logbook}\n"


@pytest.mark.parametrize("words", [("",), ("  ",), ("--wis",)])
def test_a_setting_is_cleared(named: Office, words: tuple[str, ...]) -> None:
    shown = named.do("instelling", "set", "organisatie", *words)
    assert shown.out.splitlines()[1:] == ["  organisatie: Gemeente Ons Dorp → (leeg)"]


def test_what_stays_the_same_is_said(named: Office) -> None:
    shown = named.do("instelling", "set", "organisatie", "Gemeente Ons Dorp")
    assert shown.out == "Er is niets veranderd; er is niets opgeslagen.\n"


@pytest.mark.parametrize(
    ("value", "country"),
    [("be", "België"), ("Duitsland", "Duitsland"), ("--wis", "Nederland")],
)
def test_another_country_says_what_it_means(named: Office, value: str, country: str) -> None:
    named.do("instelling", "set", "land", "BE" if value != "be" else "DE")
    assert named.do("instelling", "set", "land", value).out.splitlines()[2:] == [
        f"Een nummer zonder landcode is voortaan een nummer uit {country}.",
        "Nummers die al in het logboek staan, veranderen niet.",
    ]


def test_setting_what_held_already_means_nothing_new(named: Office) -> None:
    assert named.do("instelling", "set", "land", "NL").out.splitlines()[1:] == ["  land: (leeg) → NL"]


def test_another_country_reads_the_next_number_and_leaves_the_stored_ones(named: Office) -> None:
    named.add("06-12345678", "-s", "schelden", "-w", "x")
    named.do("instelling", "set", "land", "BE")
    named.add("0470 12 34 56", "-s", "schelden", "-w", "x")
    listed = named.do("list", "--json").document["incidenten"]
    assert [incident["nummer"] for incident in listed] == ["+32470123456", "+31612345678"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("meldpun", "x"), "meldpunt"),
        (("land", "Frankrijk"), "NL, BE of DE"),
        (("beleid", "streng"), "standaard"),
        (("reservemap", "reserve"), "volledige pad"),
        (("organisatie", "x" * 201), "200"),
        (("organisatie",), "WAARDE"),
        (("organisatie", "x", "--wis"), "--wis"),
    ],
)
def test_what_cannot_be_set_is_refused_and_makes_no_logbook(
    office: Office, words: tuple[str, ...], said: str
) -> None:
    shown = office.do("instelling", "set", *words)
    assert shown.status == 2
    assert said in shown.err
    assert not office.logbook.exists()


def test_on_a_terminal_a_setting_without_value_is_asked_for(named: Office) -> None:
    shown = named.do("instelling", "set", "organisatie", answers=["Gemeente Elders"])
    assert shown.out == (
        "Enter houdt wat er staat, - maakt leeg, < gaat een vraag terug, Ctrl-C stopt.\n"
        "Hoe heet de organisatie? [Gemeente Ons Dorp]\n"
        "> Gemeente Elders\n"
        "Opgeslagen, voor iedereen die met dit logboek werkt.\n"
        "  organisatie: Gemeente Ons Dorp → Gemeente Elders\n"
    )


def test_the_document_of_a_change_has_both_values_and_all_that_holds(named: Office) -> None:
    document = named.do("instelling", "set", "land", "BE", "--json").document
    assert list(document) == ["schema", "veranderd", "instellingen"]
    assert document["schema"] == "agressielog.instelling.set/1"
    assert document["veranderd"] == [{"veld": "land", "voor": None, "na": "BE"}]
    assert document["instellingen"]["land"] == "BE"


# The first day --------------------------------------------------------------------------------------


def test_a_first_day_asks_every_setting_and_makes_the_logbook(office: Office) -> None:
    shown = office.do("instelling", answers=ANSWERS)
    assert shown.out == FIRST_DAY.format(logbook=office.logbook, space=" ", onward=ONWARD)
    assert shown.err == f"Nieuw logboek: {office.logbook}\n"


def test_a_second_run_keeps_everything_with_enter(office: Office) -> None:
    office.do("instelling", answers=ANSWERS)
    shown = office.do("instelling", answers=[""] * 10)
    assert shown.out.endswith(f"Er is niets veranderd; er is niets opgeslagen.\n{ONWARD}")
    assert "Wie beslist over maatregelen? [de teamleider]\n" in shown.out


def test_a_dash_empties_and_a_step_back_asks_again(office: Office) -> None:
    office.do("instelling", answers=ANSWERS)
    shown = office.do("instelling", answers=["-", "<", "Elders", *[""] * 9])
    assert "  organisatie: Gemeente Ons Dorp → Elders\n" in shown.out


def test_an_answer_that_cannot_be_is_asked_again(office: Office) -> None:
    shown = office.do("instelling", answers=["", "Frankrijk", "NL", *[""] * 8])
    assert "  Antwoord met NL, BE of DE." in shown.out


def test_who_stops_halfway_stores_nothing(office: Office) -> None:
    assert office.do("instelling", answers=["Gemeente Ons Dorp"]).status == 130
    assert not office.logbook.exists()


# The real program -----------------------------------------------------------------------------------


def test_the_exit_status_tells_what_happened(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for words, status in (
        ((), 3),
        (("set", "land", "Frankrijk"), 2),
        (("set", "organisatie", "Ons Dorp"), 0),
        ((), 0),
        (("list", "--json"), 0),
        (("set", "onzin", "x"), 2),
    ):
        assert (words, desk.run("instelling", *words).status) == (words, status)


def test_every_question_is_asked_on_a_real_terminal(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    keys = [("> ", "Ons Dorp\r"), *[("> ", "\r")] * 9]
    assert desk.terminal(["instelling"], keys).status == 0
    assert desk.rows("SELECT waarde FROM instelling WHERE sleutel = 'organisatie'") == [("Ons Dorp",)]
