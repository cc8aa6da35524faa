"""docs/json.md is what the program writes: programs rely on it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from office import Office

from agressielog.domain.advice import RuleCode
from agressielog.domain.aftercare import AftercareClosed, AftercareGround, AftercareStep
from agressielog.domain.decision import MeasureStatus, ReviewOutcome, Verdict
from agressielog.domain.duty import DutyKind
from agressielog.domain.gates import GateCode
from agressielog.domain.measure import EndKind
from agressielog.domain.request import RequestKind, RequestOutcome

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
        ("taken",),
        ("avg", "verzoek", "B1", "--soort", "inzage", "--ontvangen", "vandaag"),
        ("avg", "verzoek", "list"),
        ("avg", "opschonen", "--dry-run"),
        ("avg", "vergeet", "B1", "--ja"),
        ("avg", "log"),
        ("avg", "inzage", "--medewerker", "Anna"),
        ("avg", "beperk", "B1", "--reden", "betwist"),
        ("avg", "vasthouden", "B1", "--reden", "klacht"),
        ("maatregel", "add", "B1", "--geen", "--reden", "x", "--besluit-door", "R"),
        ("maatregel", "list"),
        ("list",),
        ("search", "x"),
        ("show", "1"),
        ("report", "--maand"),
        ("check",),
        ("beller", "list"),
        ("beller", "show", "B1"),
        ("beller", "edit", "B1", "--adres", "Dorpsstraat 1"),
        ("beller", "nummer", "add", "B1", "0687654321"),
        ("beller", "nummer", "remove", "B1", "0612345678"),
        ("tips",),
        ("tips", "grens"),
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


def test_the_letter_and_the_sheet_for_the_police_have_their_pages_too(desk: Office, tmp_path: Path) -> None:
    desk.do("instelling", "set", "organisatie", "Voorbeeldstad")
    desk.do("instelling", "set", "postadres", "Postbus 1")
    desk.do("instelling", "set", "privacycontact", "de privacyfunctionaris")
    desk.do(
        "maatregel",
        "add",
        "B1",
        "--soort",
        "schriftelijke_waarschuwing",
        "--reden",
        "x",
        "--besluit-door",
        "R",
        "--afwijking",
        "y",
    )
    for arguments in (("brief", "M1"), ("brief", "sjablonen", "-o", str(tmp_path)), ("aangifte", "1")):
        document = desk.do(*arguments, "--json").document
        assert list(document) == documented(document["schema"])


def test_taking_back_has_its_page_too(desk: Office) -> None:
    document = desk.do("undo", "--ja", "--json").document
    assert list(document) == documented(document["schema"])


def test_back_ups_have_their_pages_too(desk: Office, tmp_path: Path) -> None:
    document = desk.do("backup", "--map", str(tmp_path / "reserve"), "--json").document
    assert list(document) == documented(document["schema"])
    desk.do("instelling", "set", "reservemap", str(tmp_path / "reserve"))
    for arguments in (("restore",), ("restore", document["bestand"], "--ja")):
        answer = desk.do(*arguments, "--json").document
        assert list(answer) == documented(answer["schema"])


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


def test_care_for_the_colleague_has_its_pages_too(desk: Office) -> None:
    desk.add("0612345678", "--beller", "B1", "-s", "bedreiging", "-w", "y")
    listed = desk.do("nazorg", "list", "--json").document
    assert list(listed) == documented(listed["schema"])
    assert list(listed["nazorg"][0]) == documented("nazorgstap")
    for arguments in (("done", "2", "--stap", "eerste", "--door", "R. Smit"), ("decline", "2")):
        document = desk.do("nazorg", *arguments, "--json").document
        assert list(document) == documented(document["schema"])
        assert list(document["nazorg"]) == documented("nazorg")
    codes = [*AftercareStep, *AftercareGround, *AftercareClosed]
    assert [code.value for code in codes if f"`{code.value}`" not in PAGE] == []


def test_promises_good_calls_and_my_work_have_their_pages_too(desk: Office) -> None:
    desk.do(
        *("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R", "--uitgereikt", "nu"),
        *("--wijze", "voorgelezen"),
    )
    for arguments in (
        ("toezegging", "add", "B1", "bellen"),
        ("toezegging", "list"),
        ("toezegging", "done", "T1"),
        ("goed", "B1"),
        ("mijn",),
    ):
        document = desk.do(*arguments, "--json").document
        assert list(document) == documented(document["schema"])


def test_a_duty_and_a_request_have_their_pages_too(desk: Office) -> None:
    asked = desk.do("avg", "verzoek", "B1", "--soort", "inzage", "--ontvangen", "vandaag", "--json").document
    done = desk.do("avg", "verzoek", "done", "V1", "--uitkomst", "deels", "--reden", "x", "--json").document
    assert list(done) == documented(done["schema"])
    assert list(asked["verzoek"]) == list(done["verzoek"]) == documented("verzoek")
    assert list(desk.do("taken", "--json").document["taken"][0]) == documented("taak")


def test_a_history_has_its_page_too(desk: Office) -> None:
    for arguments in (("show", "1"), ("beller", "show", "B1")):
        document = desk.do(*arguments, "--geschiedenis", "--json").document
        assert list(document) == documented("agressielog.show.geschiedenis/1")
        assert document["schema"] == f"agressielog.{'.'.join(arguments[:-1])}.geschiedenis/1"


def test_an_error_is_a_document_too(desk: Office) -> None:
    document = desk.do("show", "99", "--json").document
    assert list(document) == documented("agressielog.fout/1")
    assert list(document["fout"]) == ["code", "wat", "waarom", "nu"]


def test_every_reason_to_refuse_a_measure_is_on_the_page() -> None:
    assert [code.value for code in GateCode if f"`{code.value}`" not in PAGE] == []


def test_how_a_measure_stands_and_the_rules_are_on_the_page() -> None:
    codes = [
        *DutyKind,
        *RequestKind,
        *RequestOutcome,
        *MeasureStatus,
        *RuleCode,
        *EndKind,
        *Verdict,
        *ReviewOutcome,
    ]
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
        "toezegging met stand": desk.do("toezegging", "list", "--json").document["toezeggingen"][0],
        "goede gesprekken": looked_up["bellers"][0]["goede_gesprekken"],
        "agressielog.mijn/1 meldingen": desk.do("mijn", "--json").document["meldingen"][0],
        "beller": desk.do("add", "0612345678", "-s", "schelden", "-w", "y", "--json").document["beller"],
        "agressielog.lookup/1 bellers": looked_up["bellers"][0],
        "agressielog.tips/1 bladzijden": desk.do("tips", "--json").document["bladzijden"][0],
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


def test_every_schema_that_is_written_has_a_page() -> None:
    source = Path(__file__).parents[2] / "src"
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    schemas = set(re.findall(r"agressielog\.[a-z._]+/1", text))
    assert sorted(schema for schema in schemas if f"## {schema}\n" not in PAGE) == []


def test_what_is_given_out_has_its_page_too(desk: Office, tmp_path: Path) -> None:
    desk.do("avg", "vasthouden", "B1", "--reden", "klacht")
    desk.do("avg", "beperk", "B1", "--reden", "betwist")
    desk.do("show", "1", "--toch", "--reden", "klacht")
    stated = desk.do("avg", "zienswijze", "B1", "-", "--json", stdin="Ik was het niet.").document
    assert list(stated) == documented(stated["schema"])
    answer = desk.do("avg", "inzage", "B1", "-o", str(tmp_path / "map"), "--json").document
    assert list(answer) == documented(answer["schema"])
    document = json.loads((tmp_path / "map" / "inzage.json").read_text(encoding="utf-8"))
    assert list(document) == documented(document["schema"])
    assert list(document["zienswijzen"][0]) == documented("zienswijze")
    assert list(document["beperkingen"][0]) == documented("beperking op verzoek")
    assert list(document["vasthoudingen"][0]) == documented("vasthouding")
    assert list(document["toch_bekeken"][0]) == documented("toch bekeken")
    look = desk.do("avg", "log", "--json").document["inzagen"][0]
    assert list(look) == documented("ingezien")
