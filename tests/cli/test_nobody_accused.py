"""Nobody is accused by a guess: what a hostile reviewer tried, each as a test."""

from datetime import UTC, datetime

import pytest
from office import MORNING, Office


def test_a_presumed_call_does_not_make_an_old_number_fresh(office: Office) -> None:
    office.set_clock(datetime(2024, 1, 1, 10, tzinfo=UTC))
    office.add("0620000019", "--naam", "Oud", "-s", "schelden", "-w", "x")
    office.set_clock(MORNING)
    office.add("0620000019", "-s", "schelden", "-w", "x")
    incident = office.add("0620000019", "-s", "bedreiging", "-w", "x", "--json").document["incident"]
    assert incident["zekerheid"] == "vermoedelijk"
    assert "kan nu van een ander zijn" in office.do("lookup", "0620000019").out


@pytest.mark.parametrize(
    "correction", [("--nummer", "0622222222"), ("--anoniem",), ("--geen-beller",)], ids=lambda c: c[0]
)
def test_a_corrected_number_no_longer_leads_to_the_caller(
    office: Office, correction: tuple[str, ...]
) -> None:
    office.add("0611111111", "-s", "bedreiging", "-w", "x")
    office.do("edit", "1", *correction)
    assert office.do("lookup", "0611111111").out.startswith("○ ONBEKEND")


def test_a_number_with_other_incidents_stays_with_its_caller(office: Office) -> None:
    office.add("0611111111", "-s", "schelden", "-w", "x")
    office.add("0611111111", "-s", "schelden", "-w", "y")
    office.do("edit", "2", "--anoniem")
    assert office.do("lookup", "0611111111").out.startswith("● BEKEND")


@pytest.mark.parametrize("number", ["14020", "112", "0800-1234"])
def test_a_number_that_is_anybodys_makes_nobody_certain(office: Office, number: str) -> None:
    office.add(number, "--naam", "Piet", "-s", "schelden", "-w", "x")
    incident = office.add(number, "-s", "bedreiging", "-w", "x", "--json").document["incident"]
    assert incident["zekerheid"] == "vermoedelijk"


@pytest.mark.parametrize("word", ["onbekend", "N.V.T.", "000", "-", "Anoniem"])
def test_a_placeholder_is_nobody(office: Office, word: str) -> None:
    office.add("0687654323", f"--klantnummer={word}", f"--naam={word}", "-s", "schelden", "-w", "x")
    office.add("0687654324", f"--klantnummer={word}", f"--naam={word}", "-s", "schelden", "-w", "x")
    bellers = office.do("beller", "list", "--json").document["bellers"]
    assert [(beller["naam"], beller["klantnummer"]) for beller in bellers] == [(None, None)] * 2


def test_an_identity_given_to_another_call_is_refused(office: Office) -> None:
    identity = ("--ulid", "01JD0000000000000000000000")
    office.add("0611111111", "-s", "schelden", "-w", "x", *identity)
    shown = office.do("add", "0622222222", "-s", "bedreiging", "-w", "ANDERS", *identity)
    assert shown.status == 4
    assert len(office.do("list", "--json").document["incidenten"]) == 1


def test_a_customer_number_of_somebody_else_is_not_given_away(office: Office) -> None:
    office.add("0611111111", "--klantnummer", "K1", "-s", "schelden", "-w", "x")
    office.add("0622222222", "-s", "schelden", "-w", "x")
    told = ("0633333333", "--beller", "B2", "--klantnummer", "K1", "-s", "schelden", "-w", "x")
    assert office.do("add", *told).status == 2
    # Asked who it was, the colleague may still say that it was B2.
    assert office.do("add", *told, answers=["1", "ja"]).status == 0
    assert "B2" not in office.do("lookup", "--klantnummer", "K1").out
