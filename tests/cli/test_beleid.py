"""What is shown of policies, and what putting one in use does."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from desk import Desk
from office import Office

from agressielog.bootstrap import open_app
from agressielog.settings.policy_file import shipped_text

LIST = """\
Naam             Versie   Gebruik                      Herkomst
gedragsmatrix    2026-11                               meegeleverd
gele-rode-kaart  2026-11                               meegeleverd
klantenservice   2026-11                               meegeleverd
standaard        2026-11  in gebruik, vanaf het begin  meegeleverd

Bekijken: agressielog beleid show NAAM
Kiezen: agressielog beleid use NAAM, of met een eigen bestand
"""

KINDS = "emotie_kritiek, onwel_verward, drammen, hinderlijk, schreeuwen, kleineren, schelden"


@pytest.fixture
def begun(office: Office) -> Office:
    """A desk with a logbook that holds one incident of swearing."""
    office.add("0612345678", "-s", "schelden", "-w", "x")
    return office


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The default policy with another name and a shorter warning."""
    path = tmp_path / "ons beleid.toml"
    text = shipped_text("standaard").replace('naam = "standaard"', 'naam = "ons-beleid"')
    path.write_text(text.replace('duur = "1 maand"', 'duur = "2 weken"'), encoding="utf-8")
    return path


@pytest.fixture
def faulty(own: Path) -> Path:
    """The same with two faults, on lines 1 and on the last."""
    text = own.read_text(encoding="utf-8")
    own.write_text('verzie = "1"\n' + text + 'herrie = "lawaai"\n', encoding="utf-8")
    return own


# List and show --------------------------------------------------------------------------------------


def test_the_list_tells_what_there_is_and_what_is_in_use(begun: Office) -> None:
    shown = begun.do("beleid", "list")
    assert (shown.status, shown.out, shown.err) == (0, LIST, "")


def test_the_shipped_policies_can_be_read_without_a_logbook(office: Office) -> None:
    for words in (("list",), ("show", "gedragsmatrix"), ("show",), ("check", "standaard")):
        shown = office.do("beleid", *words)
        assert shown.status == 0
        assert str(office.logbook) in shown.err
    assert not office.logbook.exists()


def test_a_page_shows_rules_with_their_grounds(begun: Office) -> None:
    page = begun.do("beleid", "show").out
    assert page.startswith("Beleid standaard, versie 2026-11\n")
    for line in (
        "  verbod_1_maand: Contactverbod van 1 maand; duurt 1 maand\n      Grond: ",
        "  zwaar: contactverbod van 3 maanden\n      Grond: ",
        "  patroon: 3 tellende incidenten tillen het advies naar schriftelijke waarschuwing, niet hoger\n",
        "  besluit: hoogstens 12 maanden, na 6 maanden een nieuw besluit\n      Grond: ",
        "  reactie aan de beller: binnen 24 uur\n      Grond: ",
        "  bedreiging: Bedreiging, ernst zwaar; aangifte: ja\n",
    ):
        assert line in page, line


@pytest.mark.parametrize("name", ["gedragsmatrix", "gele-rode-kaart", "klantenservice", "standaard"])
def test_every_shipped_policy_has_a_page_and_a_document(begun: Office, name: str) -> None:
    assert begun.do("beleid", "show", name).out.startswith(f"Beleid {name}, versie ")
    document = begun.do("beleid", "show", name, "--json").document
    assert (document["schema"], document["naam"]) == ("agressielog.beleid.show/1", name)
    assert all(kind["grondslag"] for kind in document["soorten"])
    assert all(rung["grondslag"] for rung in document["treden"])


def test_a_page_on_a_narrow_terminal_stays_within_it(tmp_path: Path) -> None:
    outcome = Desk(tmp_path).terminal(["beleid", "show", "standaard"], environ={"NO_COLOR": "1"})
    assert outcome.status == 0
    assert max(len(line.rstrip("\r")) for line in outcome.out.split("\n")) <= 80


def test_a_name_that_is_not_there_is_wrong_use_and_tells_the_names(begun: Office) -> None:
    shown = begun.do("beleid", "show", "standard")
    assert shown.status == 2
    assert "standaard" in shown.err


@pytest.mark.parametrize(
    "words",
    [("list",), ("show",), ("check", "standaard"), ("use", "klantenservice")],
    ids=lambda words: words[0],
)
def test_a_document_has_exactly_the_keys_of_its_page(begun: Office, words: tuple[str, ...]) -> None:
    document = begun.do("beleid", *words, "--json").document
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    section = page.split(f"## {document['schema']}\n", 1)[1].split("\n## ")[0]
    assert list(document) == re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


# Check ----------------------------------------------------------------------------------------------


def test_a_sound_file_is_in_order(begun: Office, own: Path) -> None:
    shown = begun.do("beleid", "check", str(own))
    assert (shown.status, shown.out) == (0, "In orde: beleid ons-beleid, versie 2026-11.\n")
    document = begun.do("beleid", "check", str(own), "--json").document
    assert (document["schema"], document["in_orde"]) == ("agressielog.beleid.check/1", True)


def test_every_fault_has_a_line_of_its_own(begun: Office, faulty: Path) -> None:
    last = faulty.read_text(encoding="utf-8").count("\n")
    shown = begun.do("beleid", "check", str(faulty))
    assert shown.status == 4
    assert shown.out.splitlines() == [
        "verzie (regel 1): deze sleutel bestaat niet (wel: versie)",
        f'vervangt, herrie (regel {last}): er is geen soort "lawaai" (wel: {KINDS} of belediging)',
        "2 fouten; het beleid dat gold, geldt nog.",
    ]


def test_the_faults_are_reasons_in_json(begun: Office, faulty: Path) -> None:
    shown = begun.do("beleid", "check", str(faulty), "--json")
    assert shown.status == 4
    assert [reason["code"] for reason in shown.document["fout"]["redenen"]] == [
        "onbekende_sleutel",
        "onbekende_soort",
    ]


def test_a_kind_of_the_logbook_that_is_missing_is_a_fault(begun: Office, own: Path) -> None:
    text = own.read_text(encoding="utf-8").replace('code = "schelden"', 'code = "vloeken"')
    own.write_text(text, encoding="utf-8")
    shown = begun.do("beleid", "check", str(own))
    assert shown.status == 4
    assert "schelden komt voor in het logboek" in shown.out
    own.write_text(text.replace("[vervangt]\n", '[vervangt]\nschelden = "vloeken"\n'), encoding="utf-8")
    assert begun.do("beleid", "check", str(own)).status == 0


# Use ------------------------------------------------------------------------------------------------


def test_a_policy_in_use_tells_what_changes_and_what_stays(begun: Office, own: Path) -> None:
    shown = begun.do("beleid", "use", str(own))
    assert shown.status == 0
    assert shown.out.splitlines() == [
        "Beleid ons-beleid, versie 2026-11, geldt vanaf zo 22 november 2026.",
        "  Treden, verbod_1_maand: Contactverbod van 1 maand; duurt 1 maand → Contactverbod van 1 maand; duurt 2 weken",
        "Wat al is opgeslagen, verandert niet: oude besluiten houden het beleid van toen.",
    ]
    assert begun.do("beleid", "show").out.startswith("Beleid ons-beleid, ")
    assert "ons-beleid" in begun.do("instelling", "list").out


def test_a_policy_that_holds_already_changes_nothing(begun: Office, own: Path) -> None:
    begun.do("beleid", "use", str(own))
    assert begun.do("beleid", "use", "ons-beleid").out == (
        "Beleid ons-beleid, versie 2026-11, gold al; er is niets veranderd.\n"
    )


def test_only_another_text_with_the_same_rules_is_said(begun: Office, own: Path) -> None:
    begun.do("beleid", "use", str(own))
    own.write_text(f"# anders\n{own.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "De regels zijn dezelfde" in begun.do("beleid", "use", str(own)).out


def test_a_faulty_file_leaves_the_policy_in_use_in_use(begun: Office, faulty: Path) -> None:
    shown = begun.do("beleid", "use", str(faulty))
    assert shown.status == 4
    assert "2 fouten: verzie (regel 1)" in shown.err
    assert begun.do("beleid", "list").out == LIST


def test_using_one_is_no_way_to_start_a_logbook(office: Office) -> None:
    assert office.do("beleid", "use", "klantenservice").status == 3
    assert not office.logbook.exists()


def test_what_was_used_before_can_be_used_again_by_its_name(begun: Office, own: Path) -> None:
    begun.do("beleid", "use", str(own))
    own.unlink()
    begun.do("beleid", "use", "klantenservice")
    assert begun.do("beleid", "use", "ons-beleid").status == 0
    listed = begun.do("beleid", "list", "--json").document["beleid"]
    assert [(entry["naam"], entry["in_gebruik"]) for entry in listed if entry["sinds"]] == [
        ("klantenservice", False),
        ("ons-beleid", True),
    ]


def test_the_document_of_a_change_has_every_rule_that_changed(begun: Office, own: Path) -> None:
    document = begun.do("beleid", "use", str(own), "--json").document
    assert list(document) == ["schema", "beleid", "sinds", "veranderd"]
    assert document["sinds"] == "2026-11-22T10:15:00+01:00"
    assert [(change["deel"], change["wat"]) for change in document["veranderd"]] == [
        ("Treden", "verbod_1_maand")
    ]


def test_rules_that_come_and_go_are_said(begun: Office) -> None:
    lines = begun.do("beleid", "use", "gedragsmatrix").out.splitlines()
    assert "  Treden, mondeling: vervalt" in lines
    assert any(line.startswith("  Soorten, schelden: ") and "→" in line for line in lines)
    back = begun.do("beleid", "use", "standaard").out
    assert "  Treden, mondeling: nieuw, Mondelinge waarschuwing" in back


# The setting and the policy are one ------------------------------------------------------------------


def test_the_setting_puts_a_policy_in_use_by_name_or_file(office: Office, own: Path) -> None:
    office.do("instelling", "set", "beleid", "klantenservice")
    assert office.do("beleid", "show").out.startswith("Beleid klantenservice, ")
    assert "klantenservice → ons-beleid" in office.do("instelling", "set", "beleid", str(own)).out
    assert office.do("beleid", "show").out.startswith("Beleid ons-beleid, ")


def test_a_cleared_setting_is_the_default_policy_again(begun: Office) -> None:
    begun.do("beleid", "use", "klantenservice")
    begun.do("instelling", "set", "beleid", "--wis")
    assert begun.do("beleid", "show").out.startswith("Beleid standaard, ")


def test_a_setting_with_a_faulty_file_changes_nothing(begun: Office, faulty: Path) -> None:
    assert begun.do("instelling", "set", "beleid", str(faulty)).status == 4
    assert begun.do("beleid", "list").out == LIST


# Judging an earlier day -----------------------------------------------------------------------------


def test_every_day_has_the_policy_of_that_day(begun: Office) -> None:
    for at, name in (
        (datetime(2026, 12, 1, 9, tzinfo=UTC), "klantenservice"),
        (datetime(2027, 2, 1, 9, tzinfo=UTC), "gedragsmatrix"),
    ):
        begun.set_clock(at)
        begun.do("beleid", "use", name)
    app = open_app(begun.logbook, None)
    days = (date(2026, 1, 1), date(2026, 12, 1), date(2027, 1, 31), date(2027, 2, 1))
    assert [app.policy_on(day).name for day in days] == [
        "klantenservice",
        "klantenservice",
        "klantenservice",
        "gedragsmatrix",
    ]
    assert app.policy.name == "gedragsmatrix"


def test_before_any_policy_was_used_every_day_has_the_default(begun: Office) -> None:
    assert open_app(begun.logbook, None).policy_on(date(2020, 1, 1)).name == "standaard"
