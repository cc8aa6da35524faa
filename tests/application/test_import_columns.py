"""Which column of a register holds what: guessed, told, and kept."""

import json
from datetime import time
from pathlib import Path

import pytest
import story
from register import calls, table

from agressielog.application.import_columns import (
    ColumnMap,
    from_setting,
    guess,
    is_own_export,
    kept_map,
    setting_key,
    to_setting,
    told,
    told_kinds,
)
from agressielog.application.import_errors import (
    ColumnTakenTwice,
    HeadingNotFound,
    KindsUnmapped,
    MappingUnreadable,
    MomentUnmapped,
)
from agressielog.application.import_fields import EXPORTED, Field, parse_field, words_for
from agressielog.application.table_text import decode, read_table
from agressielog.domain.errors import UnknownKind
from agressielog.domain.policy import KindCode

SHEETS = Path(__file__).with_name("rekenbladen")


def guessed(*lines: str) -> dict[str, str]:
    """Return what is guessed of a table: heading by field."""
    return {field.value: heading for field, heading in guess(table(*lines)).columns}


@pytest.mark.parametrize(
    ("sheet", "columns"),
    [
        (
            "gemeente.csv",
            {
                "op": "Datum",
                "tijd": "Tijd",
                "nummer": "Telefoon",
                "naam": "Naam klant",
                "soorten": "Soort agressie",
                "team": "Afdeling",
                "melder": "Medewerker",
                "wat": "Omschrijving",
                "gewaarschuwd": "Gewaarschuwd",
            },
        ),
        (
            "kliniek.csv",
            {
                "op": "Datum/tijd",
                "nummer": "Tel.nr.",
                "naam": "Naam patiënt",
                "klantnummer": "Patiëntnummer",
                "soorten": "Aard incident",
                "kanaal": "Soort contact",
                "team": "Locatie",
                "melder": "Gemeld door",
                "wat": "Wat is er gebeurd?",
                "citaat": "Letterlijk",
                "politie": "Politie",
            },
        ),
        (
            "wonen.txt",
            {
                "op": "Wanneer",
                "nummer": "Telefoon",
                "naam": "Huurder",
                "klantnummer": "Klantnr",
                "soorten": "Categorie",
                "kanaal": "Kanaal",
                "melder": "Melder",
                "wat": "Toelichting",
                "toezeggingen": "Toezegging",
            },
        ),
        ("winkel.tsv", {"op": "Dag", "soorten": "Soort", "wat": "Wat"}),
    ],
)
def test_the_headings_of_an_office_are_recognised(sheet: str, columns: dict[str, str]) -> None:
    found = read_table(decode((SHEETS / sheet).read_bytes()).text)
    assert {field.value: heading for field, heading in guess(found).columns} == columns


def test_every_heading_of_an_export_is_recognised_by_its_own_name() -> None:
    header = [field.value for field in EXPORTED]
    columns = guess(table(";".join(header))).columns
    assert columns == tuple((field, field.value) for field in EXPORTED)
    assert is_own_export([*reversed(header), "opmerking van Jan"])
    assert not is_own_export(header[1:])


def test_a_status_in_another_register_is_not_a_status_of_ours() -> None:
    assert guessed("Datum;Soort;Status;Ernst;Aangifte", "3-4-2026;schelden;open;hoog;ja") == {
        "op": "Datum",
        "soorten": "Soort",
    }


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (("0612345678", "onbekend", "afgeschermd"), "nummer"),
        (("3,16123E+10", "612345678", "-"), "nummer"),
        (("J. Jansen", "onbekend", "De Vries 2"), "naam"),
        ((), "nummer"),
    ],
)
def test_a_column_beller_holds_numbers_or_names(values: tuple[str, ...], field: str) -> None:
    assert guessed("Datum;Beller", *(f"3-4-2026;{value}" for value in values))[field] == "Beller"


def test_a_column_that_counts_rows_is_no_telephone_number() -> None:
    assert "nummer" not in guessed("Nummer;Datum", "1;3-4-2026", "2;4-4-2026")


def test_caller_codes_of_an_export_are_no_names() -> None:
    assert guessed("ulid;op;beller", "x;3-4-2026;B12") == {"ulid": "ulid", "op": "op", "beller": "beller"}
    assert "naam" not in guessed("Datum;Beller", "3-4-2026;B12")


def test_a_heading_that_only_contains_a_word_is_not_guessed() -> None:
    assert guessed("Datum;Naam leidinggevende", "3-4-2026;K. Baas") == {"op": "Datum"}


def test_of_two_days_the_clearest_heading_is_the_day_it_happened() -> None:
    found = guessed("Datum melding;Datum;Datum incident", "4-4-2026;x;3-4-2026")
    assert found == {"op": "Datum incident", "vastgelegd_op": "Datum melding"}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("datum", Field.AT),
        ("Op", Field.AT),
        ("telefoon", Field.NUMBER),
        ("beller", Field.CALLER),
        ("fout bij ons", Field.OUR_FAULT),
        ("soort", Field.KINDS),
        ("kleur", None),
    ],
)
def test_a_field_is_called_by_its_name_or_a_usual_heading(typed: str, field: Field | None) -> None:
    assert parse_field(typed) is field


def test_every_field_is_found_by_its_own_name() -> None:
    assert [parse_field(field) for field in Field] == list(Field)
    assert all(words_for(field)[0] == " ".join(field.split("_")) for field in Field)


# Told ------------------------------------------------------------------------------------------------

HEADER = ("Wanneer", "Gebeld vanaf", "Naam", "Tijd.1")


@pytest.mark.parametrize("option", ["telefoon=Gebeld vanaf", "nummer= gebeld  VANAF ", "tel=gebeld-vanaf"])
def test_an_option_says_which_column_is_what(option: str) -> None:
    assert told(ColumnMap(), HEADER, [option]).columns == ((Field.NUMBER, "Gebeld vanaf"),)


def test_a_column_told_for_one_field_is_taken_from_another() -> None:
    columns = told(ColumnMap(), HEADER, ["naam=Naam"])
    assert told(columns, HEADER, ["melder=Naam"]).columns == ((Field.REPORTER, "Naam"),)


def test_an_option_can_leave_a_field_out() -> None:
    columns = told(ColumnMap(), HEADER, ["naam=Naam", "datum=Wanneer"])
    assert told(columns, HEADER, ["naam="]).columns == ((Field.AT, "Wanneer"),)


@pytest.mark.parametrize("option", ["naam", "kleur=Naam", "=Naam"])
def test_an_option_that_says_nothing_is_refused(option: str) -> None:
    with pytest.raises(MappingUnreadable):
        told(ColumnMap(), HEADER, [option])


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(HeadingNotFound) as refused:
        told(ColumnMap(), HEADER, ["naam=Achternaam"])
    assert (refused.value.heading, refused.value.known) == ("Achternaam", HEADER)


def test_one_column_cannot_be_two_things() -> None:
    with pytest.raises(ColumnTakenTwice):
        told(ColumnMap(), HEADER, ["naam=Naam", "melder=Naam"])


def test_own_words_for_kinds_are_told() -> None:
    columns = told_kinds(
        ColumnMap(), ["Verbaal geweld = Schelden", "klacht=emotie of kritiek"], story.policy()
    )
    assert columns.kinds == (("klacht", story.CRITICISM), ("verbaal geweld", story.SWEARING))


@pytest.mark.parametrize("option", ["schelden", " =schelden"])
def test_a_word_without_a_kind_is_refused(option: str) -> None:
    with pytest.raises(MappingUnreadable):
        told_kinds(ColumnMap(), [option], story.policy())


def test_a_kind_that_the_policy_lacks_is_refused() -> None:
    with pytest.raises(UnknownKind):
        told_kinds(ColumnMap(), ["verbaal=geweld"], story.policy())


def test_without_a_moment_or_a_kind_there_is_no_incident() -> None:
    with pytest.raises(MomentUnmapped):
        ColumnMap().require(HEADER)
    with pytest.raises(KindsUnmapped):
        told(ColumnMap(), HEADER, ["datum=Wanneer"]).require(HEADER)
    ColumnMap(columns=((Field.AT, "Wanneer"),), kind=story.SWEARING).require(HEADER)


def test_what_is_left_behind_is_told() -> None:
    columns = told(ColumnMap(), HEADER, ["naam=Naam", "datum=Wanneer"])
    assert columns.not_taken(HEADER) == ("Gebeld vanaf", "Tijd.1")
    assert columns.without_heading("Naam").not_taken(HEADER) == ("Gebeld vanaf", "Naam", "Tijd.1")


# Kept ------------------------------------------------------------------------------------------------

COLUMNS = ColumnMap(
    columns=((Field.AT, "Wanneer"), (Field.NAME, "Naam")),
    kinds=(("verbaal", story.SWEARING),),
    clock=time(12, 0),
    kind=story.SHOUTING,
)


@pytest.mark.parametrize("columns", [COLUMNS, ColumnMap(columns=COLUMNS.columns)])
def test_what_was_told_is_kept_for_the_same_headings(columns: ColumnMap) -> None:
    settings = {setting_key(HEADER): to_setting(columns)}
    assert kept_map(settings, HEADER, story.policy()) == columns
    assert kept_map(settings, (*HEADER, "Nieuw"), story.policy()) is None


def test_capitals_and_punctuation_in_a_heading_do_not_matter() -> None:
    other = ("wanneer ", "Gebeld-vanaf", "NAAM", "tijd 1")
    found = kept_map({setting_key(HEADER): to_setting(COLUMNS)}, other, story.policy())
    assert found is not None
    assert found.columns == ((Field.AT, "wanneer "), (Field.NAME, "NAAM"))


def test_a_kind_that_the_policy_no_longer_has_is_forgotten() -> None:
    columns = ColumnMap(
        columns=COLUMNS.columns, kinds=(("verbaal", KindCode("vervallen")),), kind=KindCode("vervallen")
    )
    found = from_setting(to_setting(columns), HEADER, story.policy())
    assert found == ColumnMap(columns=COLUMNS.columns)


@pytest.mark.parametrize(
    "text",
    [
        "geen json",
        "[]",
        "{}",
        json.dumps({"kolommen": {"kleur": "Naam"}, "soorten": {}, "tijd": None, "soort": None}),
        json.dumps({"kolommen": {"naam": "Achternaam"}, "soorten": {}, "tijd": None, "soort": None}),
        json.dumps({"kolommen": {}, "soorten": [], "tijd": None, "soort": None}),
        json.dumps({"kolommen": {}, "soorten": {}, "tijd": "laat", "soort": None}),
        json.dumps({"kolommen": {}, "soorten": {}, "tijd": 12, "soort": None}),
    ],
)
def test_a_kept_map_that_does_not_fit_is_asked_again(text: str) -> None:
    assert from_setting(text, HEADER, story.policy()) is None


def test_the_same_register_has_the_same_key_every_month() -> None:
    assert setting_key(calls("1-1-2026;;;;;").header) == setting_key(calls("1-2-2026;;;;;").header)
    assert setting_key(HEADER).startswith("kolommen.")
