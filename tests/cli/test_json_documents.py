"""docs/json.md is what the program writes: programs rely on it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from office import Office

from agressielog.domain.advice import RuleCode
from agressielog.domain.decision import MeasureStatus, ReviewOutcome, Verdict
from agressielog.domain.gates import GateCode
from agressielog.domain.measure import EndKind

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")


def documented(title: str) -> list[str]:
    """Return the keys of one section, in order."""
    section = PAGE.split(f"## {title}\n", 1)[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with one rich incident."""
    office.add(
        *("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x", "--toezegging", "terugbellen"),
    )
    return office


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "0612345678", "-s", "schelden", "-w", "y"),
        ("edit", "1", "--team", "KCC"),
        ("lookup", "0612345678"),
        ("advies",),
        ("maatregel", "add", "B1", "--geen", "--reden", "x", "--besluit-door", "R"),
        ("maatregel", "list"),
        ("list",),
        ("search", "x"),
        ("show", "1"),
        ("report", "--maand"),
        ("beller", "list"),
        ("beller", "show", "B1"),
        ("beller", "edit", "B1", "--adres", "Dorpsstraat 1"),
        ("beller", "nummer", "add", "B1", "0687654321"),
        ("beller", "nummer", "remove", "B1", "0612345678"),
        ("instelling", "list"),
        ("instelling", "set", "organisatie", "Voorbeeldstad"),
    ],
    ids=lambda arguments: " ".join(word for word in arguments[:3] if word.isalpha()),
)
def test_a_document_has_exactly_the_keys_of_its_page(desk: Office, arguments: tuple[str, ...]) -> None:
    document = desk.do(*arguments, "--json").document
    assert list(document) == documented(document["schema"])


def test_merging_and_splitting_have_their_pages_too(desk: Office) -> None:
    desk.add("0687654321", "-s", "schelden", "-w", "y")
    for arguments in (("merge", "B1", "B2", "--ja"), ("split", "B1", "--ja")):
        document = desk.do("beller", *arguments, "--json").document
        assert list(document) == documented(document["schema"])


def test_importing_and_exporting_have_their_pages_too(desk: Office, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text("Datum;Telefoon;Soort;Wat\n3-4-2026 14:30;0687654321;schelden;x\n", encoding="utf-8")
    document = desk.do("import", str(register), "--json").document
    assert list(document) == documented(document["schema"])
    target = tmp_path / "uit.jsonl"
    assert desk.do("export", "--vorm", "jsonl", "-o", str(target)).status == 0
    line = json.loads(target.read_text(encoding="utf-8").splitlines()[0])
    assert list(line) == documented(line["schema"])


def test_what_becomes_of_a_measure_has_its_pages_too(desk: Office) -> None:
    desk.do("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R")
    for arguments in (
        ("show", "M1"),
        ("deliver", "M1"),
        ("bezwaar", "M1", "--ontvangen", "vandaag"),
        ("review", "M1", "--uitkomst", "voortzetten", "--reden", "x"),
        ("end", "M1", "--reden", "x"),
    ):
        document = desk.do("maatregel", *arguments, "--json").document
        assert list(document) == documented(document["schema"])


def test_an_error_is_a_document_too(desk: Office) -> None:
    document = desk.do("show", "99", "--json").document
    assert list(document) == documented("agressielog.fout/1")
    assert list(document["fout"]) == ["code", "wat", "waarom", "nu"]


def test_every_reason_to_refuse_a_measure_is_on_the_page() -> None:
    assert [code.value for code in GateCode if f"`{code.value}`" not in PAGE] == []


def test_how_a_measure_stands_and_the_rules_are_on_the_page() -> None:
    codes = [*MeasureStatus, *RuleCode, *EndKind, *Verdict, *ReviewOutcome]
    assert [code.value for code in codes if code.value not in PAGE] == []


def _parts(desk: Office) -> dict[str, Any]:
    incident = desk.do("show", "1", "--json").document["incident"]
    looked_up = desk.do("lookup", "0612345678", "--json").document
    (case,) = desk.do("advies", "--json").document["adviezen"]
    decided = desk.do("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R", "--json").document
    return {
        "agressielog.advies/1 adviezen": case,
        "advies": case["advies"],
        "bevinding": case["advies"]["bevindingen"][0],
        "maatregel": decided["maatregel"],
        "incident": incident,
        "toezegging": incident["toezeggingen"][0],
        "beller": desk.do("add", "0612345678", "-s", "schelden", "-w", "y", "--json").document["beller"],
        "agressielog.lookup/1 bellers": looked_up["bellers"][0],
    }


def test_the_parts_that_come_back_have_exactly_the_keys_of_their_page(desk: Office) -> None:
    for title, part in _parts(desk).items():
        assert list(part) == documented(title), title


def test_every_page_belongs_to_a_schema_that_is_written_somewhere() -> None:
    source = Path(__file__).parents[2] / "src"
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    for schema in re.findall(r"^## (agressielog\.[\w.]+/1)$", PAGE, re.MULTILINE):
        command = schema.removeprefix("agressielog.").removesuffix("/1")
        assert schema in text or f'"{command}"' in text, schema
