"""An organisation with a ladder of its own, from the first day to the second measure of a rung."""

from pathlib import Path

import pytest
from office import Office

from agressielog.cli.exit_status import ExitStatus

HOUSING = """\
naam = "woonstede"
versie = "1"

[[soort]]
code = "bedreiging"
label = "Bedreiging"
omschrijving = "Zegt iemand iets aan te zullen doen."
ernst = "zwaar"
grondslag = "Huisregels."

[[trede]]
code = "vast_contact"
label = "Eén contactpersoon en een verbod voor het kantoor"
maatregel = "contactbeperking"
met = ["contactverbod", "ordegesprek"]
duur = ["3 maanden", "12 maanden"]
grondslag = "Huisregels."

[[trede]]
code = "verbod"
label = "Verbod"
maatregel = "contactverbod"
duur = "12 maanden"
grondslag = "Huisregels."

[instap]
zwaar = "vast_contact"
grondslag = "Huisregels."

[besluit]
hoogstens = "12 maanden"
zonder_nieuw_besluit = "2 maanden"
grondslag = "Huisregels."

[rechtsmiddel]
soort = "klacht"
waar = "bij de geschillencommissie"
termijn = "6 weken"
antwoord = "6 weken"
grondslag = "Huisregels."
"""
READY = (
    *("--besluit-door", "R. Smit", "--reden", "Dreigde.", "--kanaal-over", "post"),
    *("--gehoord", "21-11-2026", "--duur", "6 maanden"),
)


@pytest.fixture
def housing(office: Office, tmp_path: Path) -> Office:
    """A housing association whose first rung is two measures, threatened by B1."""
    own = tmp_path / "woonstede.toml"
    own.write_text(HOUSING, encoding="utf-8")
    office.do("instelling", "set", "organisatie", "Woonstede")
    assert office.do("beleid", "use", str(own)).status == 0
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "gisteren 14:30")
    return office


def test_both_measures_of_a_rung_are_told_and_the_second_needs_no_departure(housing: Office) -> None:
    assert (
        "Contactbeperking, 3 maanden tot 12 maanden met contactverbod en ordegesprek"
        in housing.do("advies", "B1").out
    )
    shown = housing.do("maatregel", "add", "B1", *READY)
    beside = "agressielog maatregel add B1 --soort contactverbod --incident 1"
    assert f"  Hier hoort contactverbod bij: {beside}\n" in shown.out
    second = housing.do(
        "maatregel", "add", "B1", "--soort", "contactverbod", "--incident", "1", *READY[:-2], "--json"
    )
    assert second.status == 0, second.out
    told = second.document["maatregel"]
    assert (told["trede"], told["tot"], told["afwijking"], told["incidenten"]) == (
        None,
        "2027-05-21",
        None,
        [1],
    )
    main = housing.do("maatregel", "show", "M1").out
    assert "Advies toen  contactbeperking, 3 maanden tot 12 maanden met contactverbod en ordegesprek" in main


def test_of_a_range_the_bounds_are_told_and_the_decider_chooses(housing: Office) -> None:
    answers = [
        "R. Smit",
        "overnemen",
        "Dreigde.",
        "6 maanden",
        "post",
        "gisteren",
        "Alleen mevrouw Vos.",
        "",
        "",
    ]
    shown = housing.do("advies", answers=answers).out
    assert "Hoe lang? (3 maanden tot 12 maanden)\n" in shown
    assert "M1 opgeslagen: contactbeperking van 22 nov 2026 t/m 21 mei 2027.\n" in shown


def test_what_lasts_longer_than_two_months_is_decided_again_after_two(housing: Office) -> None:
    assert "  Evaluatie op vr 22 januari 2027.\n" in housing.do("maatregel", "add", "B1", *READY).out


def test_a_call_in_spite_of_the_ban_can_be_recorded_as_the_look_up_says(housing: Office) -> None:
    housing.do("maatregel", "add", "B1", *READY)
    given = ("--soort", "contactverbod", "--incident", "1", "--uitgereikt", "nu", *READY[:-2])
    assert housing.do("maatregel", "add", "B1", *given).status == 0
    assert "--soort overtreding_contactverbod" in housing.do("lookup", "0612345678").out
    housing.add("0612345678", "-s", "overtreding_contactverbod", "-w", "Belde toch.")
    assert housing.do("advies").out == "Niets vraagt om een antwoord.\n"


def test_the_look_up_says_how_long_an_old_number_was_silent_by_this_protocol(
    office: Office, tmp_path: Path
) -> None:
    own = tmp_path / "snel-oud.toml"
    own.write_text(
        f'{HOUSING}\n[nummer]\nverouderd_na = "6 maanden"\ngrondslag = "Huisregels."\n', encoding="utf-8"
    )
    office.do("instelling", "set", "land", "NL")
    assert office.do("beleid", "use", str(own)).status == ExitStatus.DONE
    office.do("add", "0612345678", "-s", "bedreiging", "-w", "Dreigde.", "--wanneer", "20-4-2026 10:00")
    assert "6 maanden niet gezien bij B1" in office.do("lookup", "0612345678").out
