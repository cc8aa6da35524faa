"""`avg opschonen`: everything that goes and stays has its reason, and nothing goes by mistake."""

from datetime import timedelta
from pathlib import Path

import pytest
from office import MORNING, Office

from agressielog.cli import avg_retention
from agressielog.settings.policy_file import shipped_text

_OLD = "3 mei 2025 10:00"


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with an old call, one from today, and one that weighs nothing."""
    office.add(
        "0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "Riep iets ouds.", "--wanneer", _OLD
    )
    office.add("0687654321", "--naam", "P. de Boer", "-s", "schelden", "-w", "Riep vandaag iets.")
    office.add(
        "0201234567", "-s", "emotie_kritiek", "-w", "Vond het traag.", "--wanneer", "1 november 2026 10:00"
    )
    return office


def test_each_record_has_its_reason(desk: Office) -> None:
    document = desk.do("avg", "opschonen", "--dry-run", "--json").document
    assert {(one["soort"], one["id"], one["reden"]) for one in document["gaat"]} == {
        ("incident", 1, "termijn voorbij"),
        ("koppeling", 3, "persoon niet nodig"),
    }
    assert {(one["soort"], one["id"], one["reden"], one["bewaard_tot"]) for one in document["blijft"]} == {
        ("incident", 2, "telt mee", None),
        ("beller", "B1", "termijn loopt", "2026-12-22"),
        ("beller", "B2", "er is nog iets van", None),
        ("beller", "B3", "termijn loopt", "2026-12-22"),
    }
    assert (document["uitgevoerd"], document["aantal"], document["inzagen"]) == (False, 2, 0)
    page = desk.do("avg", "opschonen", "--dry-run").out
    assert "incident 1" in page
    assert "de bewaartermijn is voorbij" in page
    assert "Er is niets veranderd." in page
    assert desk.do("show", "1").status == 0


def test_a_link_that_waits_says_for_what_and_how_long_at_most(desk: Office) -> None:
    desk.add(
        *("0301234567", "-s", "emotie_kritiek", "-w", "Was boos.", "-t", "gisteren 10:00"),
        *("--toezegging", "terugbellen"),
    )
    found = desk.do("avg", "opschonen", "--dry-run", "--json").document["blijft"]
    assert ("koppeling", 4, "toezegging open", "2026-12-21") in {
        (one["soort"], one["id"], one["reden"], one["bewaard_tot"]) for one in found
    }
    page = " ".join(desk.do("avg", "opschonen", "--dry-run").out.split())
    assert "er staat een toezegging open, hoogstens tot en met 21 dec 2026" in page


def test_it_asks_to_type_the_count(desk: Office) -> None:
    may = desk.do("report", "--maand", "2025-05", "--json").document
    refused = desk.do("avg", "opschonen", answers=["veel", "3"])
    assert refused.status == 4
    assert desk.do("show", "1").status == 0
    done = desk.do("avg", "opschonen", answers=["2"])
    assert done.status == 0, done.err
    assert "Opgeschoond: 2 gegevens." in done.out
    assert desk.do("show", "1").status == 3
    unlinked = desk.do("show", "3", "--json").document["incident"]
    assert (unlinked["beller"], unlinked["nummer"], unlinked["nummer_getypt"]) == (None, None, None)
    assert desk.do("check").status == 0
    after = desk.do("report", "--maand", "2025-05", "--json").document
    assert {key: told for key, told in after.items() if key != "anker"} == {
        key: told for key, told in may.items() if key != "anker"
    }
    assert "niets om op te schonen" in desk.do("avg", "opschonen", answers=[]).out


def test_it_says_what_was_searched_and_what_was_too_short_to_be_told_apart(desk: Office) -> None:
    desk.do("edit", "1", "--wat", "kort")
    told = desk.do("avg", "opschonen", answers=["2"]).out
    assert "Nagezocht in het bestand en zijn journaal" in told
    assert "zo kort dat" in told


def test_what_was_searched_is_in_the_document_too(desk: Office) -> None:
    assert desk.do("avg", "opschonen", "--dry-run", "--json").document["nagezocht"] is None
    assert desk.do("avg", "opschonen", "--ja", "--json").document["nagezocht"]["teksten"] > 1


@pytest.mark.parametrize("answers", [None, ["nee", ""]], ids=["dry", "asked"])
def test_who_sees_whose_records_would_go_leaves_a_look(desk: Office, answers: list[str] | None) -> None:
    desk.do("avg", "opschonen", *(["--dry-run"] if answers is None else []), answers=answers)
    (look, *_) = desk.do("avg", "log", "--json").document["inzagen"]
    assert (look["opdracht"], look["bellers"][:1]) == ("avg opschonen", ["B1"])


def test_without_a_terminal_somebody_must_have_agreed(desk: Office) -> None:
    assert desk.do("avg", "opschonen").status == 2
    assert desk.do("avg", "opschonen", "--ja", "--json").document["uitgevoerd"] is True


def test_what_came_between_the_count_and_the_deed_stops_it(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def somebody_else_types_too(_question: str, _read: object) -> int:
        desk.add("0611111111", "-s", "schelden", "-w", "x", "--wanneer", _OLD)
        return 2

    monkeypatch.setattr(avg_retention, "ask", somebody_else_types_too)
    shown = desk.do("avg", "opschonen", "--json", answers=[])
    assert (shown.status, shown.document["fout"]["redenen"][0]["code"]) == (4, "ander_aantal")
    assert desk.do("show", "1").status == 0


def test_a_hold_keeps_it(desk: Office) -> None:
    desk.do("avg", "vasthouden", "B1", "--reden", "klacht")
    document = desk.do("avg", "opschonen", "--dry-run", "--json").document
    kept = {(one["soort"], one["id"]): one["reden"] for one in document["blijft"]}
    assert (kept["incident", 1], kept["beller", "B1"]) == ("vastgehouden", "vastgehouden")


def test_old_looks_go_and_younger_ones_stay(desk: Office) -> None:
    desk.do("show", "1")
    desk.set_clock(MORNING + timedelta(days=365))
    desk.do("show", "2")
    assert desk.do("avg", "opschonen", "--dry-run", "--json").document["inzagen"] == 0
    desk.set_clock(MORNING + timedelta(days=364))
    desk.add("0612345678", "-s", "schelden", "-w", "x")
    desk.set_clock(MORNING + timedelta(days=366))
    assert desk.do("avg", "opschonen", "--dry-run", "--json").document["inzagen"] > 0
    assert "inzage" in desk.do("avg", "opschonen", "--dry-run").out
    desk.do("avg", "opschonen", "--ja")
    assert desk.do("avg", "opschonen", "--dry-run", "--json").document["inzagen"] == 0


@pytest.mark.parametrize("days", [-2, 367])
def test_nothing_goes_on_a_clock_that_cannot_be_right(desk: Office, days: int) -> None:
    desk.set_clock(MORNING + timedelta(days=days))
    for words in (("--dry-run",), ("--ja",)):
        refused = desk.do("avg", "opschonen", *words, "--json")
        assert refused.status == 4
        assert refused.document["fout"]["redenen"][0]["code"] == "klok"


def test_nothing_goes_by_a_term_that_is_not_there(desk: Office, tmp_path: Path) -> None:
    own = tmp_path / "eigen.toml"
    lines = shipped_text("standaard").splitlines()
    start = lines.index("[bewaren]")
    own.write_text(
        "\n".join(line for n, line in enumerate(lines) if n < start or not line.startswith("zwaar")), "utf-8"
    )
    used = desk.do("beleid", "use", str(own))
    if used.status != 0:
        pytest.skip("such a policy is refused before it can be used")
    refused = desk.do("avg", "opschonen", "--ja", "--json")
    assert refused.status == 4
    assert refused.document["fout"]["redenen"][0]["code"] == "geen_termijn"
    assert desk.do("show", "1").status == 0
