"""The reports on past periods are, byte for byte, the same before and after cleaning up."""

from datetime import timedelta

import pytest
from office import MORNING, Office

PERIODS = (("--maand", "2025-05"), ("--maand", "2025-06"), ("--kwartaal", "2025-K2"), ("--jaar", "2025"))
FORMS = ((), ("--json",), ("--delen",), ("--delen", "--json"))


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with callers of long ago, some of whom came back, and one who is still there."""
    for number, name in (("0612345678", "J. Jansen"), ("0687654321", "P. de Boer"), ("0201234567", "A. Bos")):
        for hour in (9, 10, 11):
            office.add(
                *(number, "--naam", name, "-s", "schelden", "-w", "Riep iets."),
                *("--onderwerp", "parkeren" if hour == 9 else f"zaak {name}", "-t", f"3-5-2025 {hour}:00"),
            )
    office.add("0201234567", "-s", "belediging", "-w", "Riep weer iets.", "-t", "4-6-2025 9:00")
    office.add("0687654321", "-s", "emotie_kritiek", "-w", "Vond het traag.", "-t", "5-6-2025 9:00")
    office.add("0612345678", "-s", "overtreding_contactverbod", "-w", "Belde toch.", "-t", "6-6-2025 9:00")
    return office


def reports(desk: Office) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    """Return every report without the head of the chain, which grows with every write."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
    for period in PERIODS:
        for form in FORMS:
            shown = desk.do("report", *period, *form)
            assert shown.status == 0, shown.err
            lines = shown.out.splitlines()
            found[period, form] = "\n".join(
                line for line in lines if "Registratie" not in line and '"anker"' not in line
            )
    return found


def test_they_are_the_same(desk: Office) -> None:
    before = reports(desk)
    gone = desk.do("avg", "opschonen", "--ja", "--json").document["gaat"]
    assert "incident" in {one["soort"] for one in gone}
    assert reports(desk) == before


def test_they_are_the_same_when_the_callers_went_too(desk: Office) -> None:
    desk.set_clock(MORNING + timedelta(days=330))
    desk.add("0301234567", "-s", "schelden", "-w", "Van nu.", "--onderwerp", "parkeren")
    desk.set_clock(MORNING + timedelta(days=600))
    before = reports(desk)
    gone = desk.do("avg", "opschonen", "--ja", "--json").document["gaat"]
    assert "beller" in {one["soort"] for one in gone}
    assert reports(desk) == before


def test_a_report_names_who_came_back_as_long_as_nothing_can_have_gone(desk: Office) -> None:
    for hour in (9, 10):
        desk.add(
            "0612345678",
            "--beller",
            "B1",
            "-s",
            "schelden",
            "-w",
            "Riep.",
            "--onderwerp",
            "nu",
            "-t",
            f"3-11-2026 {hour}:00",
        )
    recent = desk.do("report", "--maand", "2026-11", "--json").document
    assert [one["beller"] for one in recent["herhaalde_bellers"]] == ["B1"]
    assert recent["per_onderwerp"].keys() == {"nu"}
    old = desk.do("report", "--maand", "2025-05", "--json").document
    assert (old["herhaalde_bellers"], old["bellers"]) == ([], {"uniek": 3, "herhaald": 3})
    assert "parkeren" in old["per_onderwerp"]
    assert not [subject for subject in old["per_onderwerp"] if subject.startswith("zaak")]
    assert "3 bellers vaker dan één keer\n" in desk.do("report", "--maand", "2025-05").out


def test_the_last_day_on_which_a_report_names_anybody(desk: Office) -> None:
    for hour in (9, 10):
        desk.add(
            "0612345678", "--beller", "B1", "-s", "schelden", "-w", "Riep.", "-t", f"3-11-2026 {hour}:00"
        )

    def named() -> int:
        return len(desk.do("report", "--maand", "2026-11", "--json").document["herhaalde_bellers"])

    desk.set_clock(MORNING + timedelta(days=344))
    assert named() == 1
    desk.set_clock(MORNING + timedelta(days=345))
    assert named() == 0
