"""What a team lead sees when deciding about a caller, and when keeping the life of a measure."""

import pytest
from measure_desk import BY, READY, WHY, codes, measure
from office import Office

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


def test_what_is_decided_is_confirmed_with_what_comes_next(threatened: Office) -> None:
    shown = threatened.do("maatregel", "add", "B1", *READY)
    assert (shown.status, shown.out) == (0, BANNED)


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
        "beperkt_op_verzoek": False,
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


def test_a_measure_cannot_begin_before_it_is_decided(threatened: Office) -> None:
    yesterday = ("add", "B1", *READY, "--van", "21-11-2026")
    assert codes(threatened, *yesterday) == ["begin_voor_besluit"]
    shown = threatened.do("maatregel", *yesterday)
    assert shown.status == 4
    assert "De eerste dag ligt voor het besluit" in shown.err
    assert measure(threatened, *yesterday, "--peildatum", "21-11-2026")["van"] == "2026-11-21"


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


def test_the_same_input_gives_the_same_bytes(banned: Office) -> None:
    for words in (("maatregel", "show", "M1"), ("maatregel", "list"), ("advies", "B1"), ("lookup", "B1")):
        assert banned.do(*words, "--json").out == banned.do(*words, "--json").out
