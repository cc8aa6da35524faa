"""What an office worker sees when taking an old register over."""

from pathlib import Path

import pytest
from desk import Desk
from office import Office, Shown

from agressielog.storage.store import SqliteStore

SHEETS = Path(__file__).parents[1] / "application" / "rekenbladen"
MUNICIPALITY = SHEETS / "gemeente.csv"

TRY_OUT = """\
Kolommen
  Datum           datum (en tijd)
  Tijd            tijd
  Telefoon        nummer van de beller
  Naam klant      naam van de beller
  Soort agressie  soort gedrag
  Afdeling        team van de melder
  Medewerker      melder (collega)
  Omschrijving    wat er gebeurde
  Gewaarschuwd    gewaarschuwd (ja/nee)
  Blijft achter: Nr, Maatregel
Kan niet overgenomen worden: 5 rijen
  regel 3
    Soort agressie: "Verbaal" is geen soort in het beleid. Het beleid kent die soort niet.
  regel 6
    Datum: "31-2-2025 10:00" is geen moment. Die dag staat niet op de kalender; eerst de dag, dan de maand.
  regel 7
    Telefoon: "3,16123E+10" is geen telefoonnummer. Een rekenblad heeft het afgerond: de laatste cijfers zijn weg.
  regel 8
    Gewaarschuwd: "ja, brief gestuurd" past niet bij Gewaarschuwd. Er kan staan: ja of nee.
  regel 9
    Datum: Er staat een dag zonder tijd. Er is geen tijd gekozen voor zulke rijen.
  Voor rijen zonder tijd: kies er een, bijvoorbeeld --tijd 12:00.
  Voor eigen woorden voor een soort: zeg wat ze zijn, bijvoorbeeld --soort-als 'Verbaal=SOORT'.
Zou erin komen zonder die rijen (met --sla-over): 2 incidenten
  Periode      vr 3 januari 2025 tot en met vr 28 februari 2025
  Soorten      Schelden 2
  Bellers      2 nieuw, 0 bekend
  Stond er al  0
Dit was een proef: er is niets overgenomen.
"""

DAYS_ONLY = """\
Kolommen
  Dag    datum (en tijd)
  Soort  soort gedrag
  Wat    wat er gebeurde
  Blijft achter: Nummer
Kan niet overgenomen worden: 3 rijen
  regels 2-4
    Dag: Er staat een dag zonder tijd. Er is geen tijd gekozen voor zulke rijen.
  Voor rijen zonder tijd: kies er een, bijvoorbeeld --tijd 12:00.
Zou erin komen zonder die rijen (met --sla-over): geen incidenten
  Stond er al  0
Dit was een proef: er is niets overgenomen.
"""

TAKEN = """\
Kan niet overgenomen worden: 3 rijen
  regel 6
    Datum: "31-2-2025 10:00" is geen moment. Die dag staat niet op de kalender; eerst de dag, dan de maand.
  regel 7
    Telefoon: "3,16123E+10" is geen telefoonnummer. Een rekenblad heeft het afgerond: de laatste cijfers zijn weg.
  regel 8
    Gewaarschuwd: "ja, brief gestuurd" past niet bij Gewaarschuwd. Er kan staan: ja of nee.
Overgenomen: 4 incidenten
  Periode      vr 3 januari 2025 tot en met di 1 april 2025
  Soorten      Schelden 3, Emotie of kritiek 1
  Bellers      3 nieuw, 0 bekend
  Stond er al  0
  1 rij miste de nul of plus vooraan in het nummer; die is aangevuld.
  1 rij had geen tijd; de gekozen tijd is genomen.
"""

HOUSING = """\
Overgenomen: 4 incidenten
  Periode      ma 3 februari 2025 tot en met di 11 februari 2025
  Soorten      Belediging 1, Drammen 1, Schelden 1, Schreeuwen 1
  Bellers      3 nieuw, 0 bekend
  Stond er al  0
  Bij 1 rij is de beller vermoedelijk; zo'n incident telt pas mee als iemand het bevestigt (agressielog edit).
  Op 1 nummer staan meer bellers. Is het toch dezelfde, voeg ze dan samen: agressielog beller merge
    06-87654321: H. Mulder, L. Mulder, naam onbekend
"""

TOLD = ("--soort-als", "Verbaal=schelden", "--tijd", "12:00")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A small register without faults."""
    return written(tmp_path, "Datum;Telefoon;Soort;Wat", "3-4-2026 14:30;0612345678;schelden;Schold.")


def written(folder: Path, *lines: str, name: str = "register.csv") -> Path:
    """Write a register."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def incidents(office: Office) -> list[dict[str, object]]:
    """Return every incident in the logbook, oldest first."""
    found: list[dict[str, object]] = office.do("list", "--json").document["incidenten"]
    return sorted(found, key=lambda incident: str(incident["op"]))


# A try-out -------------------------------------------------------------------------------------------


def test_a_try_out_shows_what_would_come_in_and_every_row_that_cannot(office: Office) -> None:
    shown = office.do("import", str(MUNICIPALITY), "--dry-run")
    assert (shown.status, shown.out, shown.err) == (4, TRY_OUT, "")
    assert not office.logbook.exists()


def test_rows_with_the_same_reason_are_named_together(office: Office) -> None:
    assert office.do("import", str(SHEETS / "winkel.tsv"), "--dry-run").out == DAYS_ONLY


def test_a_try_out_without_faults_is_a_success(office: Office, sheet: Path) -> None:
    shown = office.do("import", str(sheet), "--dry-run")
    assert shown.status == 0
    assert shown.out.endswith(
        "Komt erin: 1 incident\n"
        "  Periode      vr 3 april 2026 tot en met vr 3 april 2026\n"
        "  Soorten      Schelden 1\n"
        "  Bellers      1 nieuw, 0 bekend\n"
        "  Stond er al  0\n"
        "  1 rij had geen melder; daar staat nu de melder die voor zulke rijen geldt.\n"
        "Dit was een proef: er is niets overgenomen.\n"
    )


def test_a_try_out_that_may_skip_rows_is_a_success(office: Office) -> None:
    assert office.do("import", str(MUNICIPALITY), "--dry-run", "--sla-over").status == 0


def test_a_try_out_in_json_gives_every_reason(office: Office) -> None:
    shown = office.do("import", str(MUNICIPALITY), "--dry-run", "--json")
    document = shown.document
    assert shown.status == 4
    assert (document["schema"], document["proef"]) == ("agressielog.import/1", True)
    assert (document["rijen"], document["komt_erin"], document["overgenomen"]) == (7, 2, 0)
    assert document["geweigerd"][1] == {
        "regel": 6,
        "redenen": [
            {
                "kolom": "Datum",
                "code": "onleesbaar_moment",
                "wat": '"31-2-2025 10:00" is geen moment. '
                "Die dag staat niet op de kalender; eerst de dag, dan de maand.",
            }
        ],
    }
    assert document["blijft_achter"] == ["Nr", "Maatregel"]


# Taking over -----------------------------------------------------------------------------------------


def test_nothing_comes_in_where_a_row_cannot(office: Office) -> None:
    shown = office.do("import", str(MUNICIPALITY), *TOLD)
    assert shown.status == 4
    assert shown.out == TAKEN[: TAKEN.index("Overgenomen")]
    assert shown.err == (
        "Wat:     Er is niets overgenomen.\n"
        "Waarom:  Van de 7 rijen kunnen er 3 zo niet worden overgenomen.\n"
        "Wat nu:  Verbeter die rijen in het rekenblad, of neem de andere over met --sla-over.\n"
    )
    assert not office.logbook.exists()


def test_a_refusal_in_json_gives_every_reason(office: Office) -> None:
    shown = office.do("import", str(MUNICIPALITY), *TOLD, "--json")
    error = shown.document["fout"]
    assert (shown.status, error["code"], shown.err) == (4, "geweigerd", "")
    assert [reason["code"] for reason in error["redenen"]] == [
        "onleesbaar_moment",
        "onleesbaar_nummer",
        "onleesbare_waarde",
    ]
    assert error["redenen"][2]["wat"] == (
        'Regel 8: Gewaarschuwd: "ja, brief gestuurd" past niet bij Gewaarschuwd. Er kan staan: ja of nee.'
    )


def test_the_good_rows_come_in_and_the_rest_is_named(office: Office) -> None:
    shown = office.do("import", str(MUNICIPALITY), *TOLD, "--sla-over")
    assert (shown.status, shown.out) == (0, TAKEN)
    assert shown.err == f"Nieuw logboek: {office.logbook}\n"
    assert [incident["team"] for incident in incidents(office)] == ["Burgerzaken"] * 4


def test_what_is_taken_over_counts_as_answered(office: Office, sheet: Path) -> None:
    office.do("import", str(sheet))
    (incident,) = incidents(office)
    assert (incident["beantwoord"], incident["melder"]) == ("uit eerder register", "onbekend")


def test_what_is_taken_over_can_still_ask(office: Office, sheet: Path) -> None:
    office.do("import", str(sheet), "--vraagt", "--melder", "Bram", "--team", "KCC", "--kanaal", "balie")
    (incident,) = incidents(office)
    assert (incident["beantwoord"], incident["melder"]) == (None, "Bram")
    assert (incident["team"], incident["kanaal"]) == ("KCC", "balie")


@pytest.mark.parametrize("name", ["kliniek.csv", "wonen.txt"])
def test_a_register_in_whatever_form_a_spreadsheet_gave_it_comes_in(office: Office, name: str) -> None:
    shown = office.do("import", str(SHEETS / name))
    assert shown.status == 0
    assert len(incidents(office)) == 4
    if name == "wonen.txt":
        assert shown.out == HOUSING


def test_rows_that_are_there_twice_are_named(office: Office) -> None:
    shown = office.do("import", str(SHEETS / "kliniek.csv"))
    assert "1 rij staat eerder precies zo in het bestand" in shown.out


def test_the_second_time_nothing_comes_in(office: Office, sheet: Path) -> None:
    office.do("import", str(sheet))
    shown = office.do("import", str(sheet))
    assert (shown.status, shown.out, shown.err) == (
        0,
        "Overgenomen: geen incidenten\n  Stond er al  1\n",
        "",
    )


def test_the_answer_of_a_program_is_one_document(office: Office, sheet: Path) -> None:
    office.do("import", str(SHEETS / "wonen.txt"))
    document = office.do("import", str(sheet), "--json").document
    assert document == {
        "schema": "agressielog.import/1",
        "proef": False,
        "rijen": 1,
        "overgenomen": 1,
        "komt_erin": 1,
        "stond_er_al": 0,
        "van": "2026-04-03",
        "tot": "2026-04-03",
        "per_soort": {"schelden": 1},
        "bellers": {"nieuw": 1, "bekend": 0},
        "vermoedelijk": 0,
        "van_niemand": 0,
        "lijkt_op_bestaand": [],
        "let_op": {"geen_melder": 1},
        "gedeelde_nummers": [],
        "geweigerd": [],
        "kolommen": {"op": "Datum", "nummer": "Telefoon", "soorten": "Soort", "wat": "Wat"},
        "blijft_achter": [],
    }


def test_a_document_of_nothing_has_no_days(office: Office, tmp_path: Path) -> None:
    empty = written(tmp_path, "Datum;Soort;Telefoon;Naam")
    document = office.do("import", str(empty), "--json").document
    assert (document["van"], document["tot"], document["rijen"]) == (None, None, 0)


def test_many_shared_numbers_and_kinds_are_summed_up(office: Office, tmp_path: Path) -> None:
    kinds = ("schelden", "schreeuwen", "kleineren", "hinderlijk", "drammen", "belediging", "intimidatie")
    more = ("discriminatie", "bedreiging", "belaging", "fysiek_vernieling", "emotie_kritiek")
    lines = [
        f"3-4-2026 14:{minute};06123456{minute};{name};{kind};Iets.;Mia"
        for minute, kind in enumerate((*kinds, *more), start=10)
        for name in ("J. Jansen", "P. de Vries")
    ]
    office.do("import", str(written(tmp_path, "Datum;Telefoon;Naam;Soort;Wat;Melder", *lines)))
    shown = office.do("import", str(written(tmp_path, "Datum;Telefoon;Naam;Soort;Wat;Melder", *lines[:2])))
    assert shown.out == "Overgenomen: geen incidenten\n  Stond er al  2\n"
    other = [line.replace("3-4", "4-4").replace(";0612", ";0613") for line in lines]
    shown = office.do("import", str(written(tmp_path, "Datum;Telefoon;Naam;Soort;Wat;Melder", *other)))
    assert "nog 2 andere" in shown.out
    assert "Op 12 nummers staan meer bellers." in shown.out
    assert "    en nog 2 nummers\n" in shown.out


# Saying what the columns are -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("Kolom;Soort", "3-4-2026 14:30;schelden"), "moment_zonder_kolom"),
        (("Datum;Kolom", "3-4-2026 14:30;schelden"), "soort_zonder_kolom"),
    ],
)
def test_without_a_terminal_a_column_that_is_not_clear_must_be_named(
    office: Office, tmp_path: Path, lines: tuple[str, ...], code: str
) -> None:
    shown = office.do("import", str(written(tmp_path, *lines)), "--json")
    assert (shown.status, shown.document["fout"]["code"]) == (2, code)
    assert "Kolom" in shown.document["fout"]["waarom"]
    assert "--kolom" in shown.document["fout"]["nu"]


def test_options_say_what_the_columns_and_words_are_and_are_remembered(
    office: Office, tmp_path: Path
) -> None:
    header, row = "Gebeurd;Wie belde;Hoe", "3-4-2026;0612345678;verbaal"
    options = ("--kolom", "datum=Gebeurd", "--kolom", "nummer=Wie belde", "--kolom", "soort=Hoe")
    first = office.do("import", str(written(tmp_path, header, row)), *options, *TOLD)
    assert first.status == 0
    again = office.do("import", str(written(tmp_path, header, row, "4-4-2026;0612345678;Verbaal")))
    assert again.out.splitlines()[0] == "Overgenomen: 1 incident"
    assert [incident["nummer"] for incident in incidents(office)] == ["+31612345678"] * 2


def test_what_was_remembered_can_be_forgotten(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Gebeurd;Hoe", "3-4-2026 14:30;schelden")
    office.do("import", str(sheet), "--kolom", "datum=Gebeurd", "--kolom", "soort=Hoe")
    assert office.do("import", str(sheet)).status == 0
    assert office.do("import", str(sheet), "--opnieuw").status == 2


def test_one_kind_can_be_chosen_for_all_rows(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Datum;Wat", "3-4-2026 14:30;Schold.")
    assert office.do("import", str(sheet), "--soort", "Schelden").status == 0
    assert incidents(office)[0]["soorten"] == ["schelden"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--kolom", "kleur=Soort"), "koppeling_onleesbaar"),
        (("--kolom", "naam=Achternaam"), "kolom_onbekend"),
        (("--kolom", "naam=Wat", "--kolom", "team=Wat"), "kolom_dubbel"),
        (("--soort-als", "verbaal"), "koppeling_onleesbaar"),
        (("--soort-als", "verbaal=geweld"), "onbekende_soort"),
        (("--soort", "geweld"), "onbekende_soort"),
        (("--tijd", "laat"), "onleesbare_waarde"),
        (("--tijd", "half drie"), "onleesbare_waarde"),
        (("--kanaal", "duif"), "onleesbare_waarde"),
        (("--team", "t" * 201), "tekst_te_lang"),
    ],
)
def test_an_option_that_cannot_be_read_is_wrong_use(
    office: Office, sheet: Path, options: tuple[str, ...], code: str
) -> None:
    shown = office.do("import", str(sheet), "--json", *options)
    assert (shown.status, shown.document["fout"]["code"]) == (2, code)
    assert not office.logbook.exists()


# Files that are none ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 2, "leeg_bestand"),
        (b"PK\x03\x04 xl/workbook.xml", 2, "geen_csv"),
        (b'Datum;Soort\n"3-4-2026;schelden\n', 2, "aanhalingsteken"),
        (b"\xff\xfeD\x00a", 2, "tekencodering"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    office: Office, tmp_path: Path, data: bytes, status: int, code: str
) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(data)
    shown = office.do("import", str(path), "--json")
    assert (shown.status, shown.document["fout"]["code"]) == (status, code)
    assert not office.logbook.exists()


def test_a_file_that_is_not_there_is_said(office: Office, tmp_path: Path) -> None:
    shown = office.do("import", str(tmp_path / "weg.csv"))
    assert shown.status == 5
    assert shown.err.splitlines()[1] == "Waarom:  Het bestand of de map bestaat niet."


def test_a_file_that_is_too_large_is_said(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agressielog.cli import importing
    from agressielog.settings.safe_files import read_file

    monkeypatch.setattr(importing, "read_file", lambda path: read_file(path, limit=1_000_000))
    path = tmp_path / "register.csv"
    path.write_bytes(b"x" * 1_000_001)
    shown = office.do("import", str(path), "--json")
    assert (shown.status, shown.document["fout"]["code"]) == (5, "bestand_te_groot")
    assert "1 MB" in shown.document["fout"]["waarom"]


# On a terminal ---------------------------------------------------------------------------------------

ASKED = """\
De kolommen van dit bestand, met wat erin staat:
   1  Datum     3-4-2026                  datum (en tijd)
   2  Telefoon  0612345678                nummer van de beller
   3  Soort     verbaal                   soort gedrag
   4  Baas      K. de Boer                (blijft achter)
Klopt dit? Enter = ja; anders het nummer van een kolom die iets anders is
"""


def desk_sheet(folder: Path, *more: str) -> Path:
    """A register with an own word, a day without a time, and a column that says nothing to us."""
    return written(folder, "Datum;Telefoon;Soort;Baas", "3-4-2026;0612345678;verbaal;K. de Boer", *more)


def changes_of_settings(office: Office) -> int:
    """Return how often a setting was stored."""
    return Desk(office.logbook.parent).count("logboek", "tabel = 'instelling'")


def last_lines(shown: Shown, number: int) -> list[str]:
    """Return the end of what was shown."""
    return shown.out.splitlines()[-number:]


def test_what_is_not_clear_is_asked_once_and_kept(office: Office, tmp_path: Path) -> None:
    sheet = desk_sheet(tmp_path)
    shown = office.do("import", str(sheet), answers=["", "schelden", "12:00", "ja"])
    assert shown.status == 0
    assert shown.out.startswith(ASKED)
    assert "Bewaard: bij een volgend bestand met deze kolommen wordt dit niet meer gevraagd.\n" in shown.out
    assert last_lines(shown, 1) == ["Overgenomen: 1 incident."]
    assert shown.err == f"Nieuw logboek: {office.logbook}\n"
    assert changes_of_settings(office) == 1
    again = office.do("import", str(desk_sheet(tmp_path, "4-4-2026;0612345678;verbaal;")), answers=["ja"])
    assert changes_of_settings(office) == 1
    assert last_lines(again, 1) == ["Overgenomen: 1 incident."]
    assert again.err == "Gelezen zoals eerder bij deze kolommen is gezegd; opnieuw vragen: --opnieuw.\n"


def test_a_column_can_be_changed_or_left_behind(office: Office, tmp_path: Path) -> None:
    sheet = desk_sheet(tmp_path)
    # Baas is the reporter, Telefoon stays behind, and a look at column 1 changes nothing.
    answers = ["4", "9", "2", "0", "1", "<", "99", "ja", "schelden", "12:00", "ja"]
    shown = office.do("import", str(sheet), answers=answers)
    assert shown.status == 0
    (incident,) = incidents(office)
    assert (incident["melder"], incident["nummer"]) == ("K. de Boer", None)


def test_without_a_column_of_days_it_is_asked_again(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Kolom;Soort", "3-4-2026 14:30;schelden")
    shown = office.do("import", str(sheet), answers=["", "1", "77", "1", "", "ja"])
    assert "Er is nog geen kolom voor de datum van het incident" in shown.out
    assert last_lines(shown, 1) == ["Overgenomen: 1 incident."]


def test_without_a_column_of_kinds_one_kind_is_asked(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Datum;Wat", "3-4-2026 14:30;Schold.")
    shown = office.do("import", str(sheet), answers=["", "", "", "<", "7", "", "ja"])
    assert "Er is geen kolom voor de soort. Welke soort hebben alle rijen?" in shown.out
    assert incidents(office)[0]["soorten"] == ["schelden"]


def test_own_words_are_asked_with_a_step_back(office: Office, tmp_path: Path) -> None:
    sheet = written(
        tmp_path, "Datum;Soort", "3-4-2026 14:30;verbaal", "3-4-2026 15:30;verbaal", "3-4-2026 16:30;overig"
    )
    shown = office.do("import", str(sheet), answers=["", "<", "12", "<", "99", "7", "4", "ja"])
    assert shown.out.count('Wat is "verbaal" (2 rijen)?') == 3
    assert [incident["soorten"] for incident in incidents(office)] == [
        ["schelden"],
        ["schelden"],
        ["hinderlijk"],
    ]


def test_a_word_that_is_none_of_the_kinds_leaves_its_rows_out(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Datum;Soort", "3-4-2026 14:30;verbaal", "3-4-2026 15:30;schelden")
    shown = office.do("import", str(sheet), answers=["", "", "nee"])
    assert shown.status == 4
    assert "Die 1 rij overslaan en de rest overnemen? (j/N)" in shown.out
    assert incidents(office) == []


def test_the_rest_comes_in_after_a_yes(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Datum;Soort", "3-4-2026 14:30;verbaal", "3-4-2026 15:30;schelden")
    shown = office.do("import", str(sheet), answers=["", "", "ja"])
    assert (shown.status, len(incidents(office))) == (0, 1)


def test_a_column_with_a_story_in_it_is_not_asked_word_by_word(office: Office, tmp_path: Path) -> None:
    lines = [f"3-4-2026 14:30;verhaal {number}" for number in range(31)]
    shown = office.do("import", str(written(tmp_path, "Datum;Soort", *lines)), answers=[""])
    assert "In Soort staan 31 woorden die geen soort zijn: te veel om naar te vragen." in shown.out
    assert shown.status == 4


def test_gaps_can_stay_gaps(office: Office, tmp_path: Path) -> None:
    sheet = written(
        tmp_path, "Datum;Soort", "3-4-2026;schelden", "3-4-2026 15:30;", "3-4-2026 16:30;schelden"
    )
    shown = office.do("import", str(sheet), answers=["", "<", "", "", "ja"])
    assert "  Terug kan hier niet.\n" in shown.out
    assert last_lines(shown, 1) == ["Overgenomen: 1 incident."]


def test_gaps_can_be_filled(office: Office, tmp_path: Path) -> None:
    sheet = written(tmp_path, "Datum;Soort", "3-4-2026;schelden", "3-4-2026 15:30;")
    office.do("import", str(sheet), answers=["", "9:00", "7", "ja"])
    assert [incident["soorten"] for incident in incidents(office)] == [["schelden"]] * 2
    assert str(incidents(office)[0]["op"]) == "2026-04-03T09:00:00+02:00"


@pytest.mark.parametrize("answer", ["nee", "<"])
def test_nothing_comes_in_without_a_yes(office: Office, sheet: Path, answer: str) -> None:
    shown = office.do("import", str(sheet), answers=["", answer])
    assert (shown.status, last_lines(shown, 1)) == (0, ["Er is niets overgenomen."])
    assert incidents(office) == []


def test_a_yes_can_be_given_beforehand(office: Office, sheet: Path) -> None:
    shown = office.do("import", str(sheet), "--ja", answers=[""])
    assert last_lines(shown, 1) == ["Overgenomen: 1 incident."]


def test_where_nothing_is_new_nothing_is_asked(office: Office, sheet: Path) -> None:
    office.do("import", str(sheet), answers=["", "ja"])
    shown = office.do("import", str(sheet), answers=[])
    assert last_lines(shown, 1) == ["Overgenomen: geen incidenten."]


def test_the_answers_of_a_try_out_are_kept_if_a_logbook_may_be_made(office: Office, sheet: Path) -> None:
    shown = office.do("import", str(sheet), "--dry-run", answers=["", "ja"])
    assert shown.status == 0
    assert "Er is nog geen logboek. Nu maken" in shown.out
    assert shown.err == f"Nieuw logboek: {office.logbook}\n"
    assert office.do("import", str(sheet), "--dry-run", answers=[]).status == 0
    assert incidents(office) == []


@pytest.mark.parametrize("answer", ["nee", "<"])
def test_a_try_out_makes_no_logbook_after_a_no(office: Office, sheet: Path, answer: str) -> None:
    office.do("import", str(sheet), "--dry-run", answers=["", answer])
    assert not office.logbook.exists()


def test_of_an_own_export_nothing_is_asked(office: Office, tmp_path: Path) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    export = tmp_path / "uit.csv"
    office.do("export", "-o", str(export))
    shown = office.do("import", str(export), answers=[])
    assert shown.out == (
        "Komt erin: geen incidenten\n"
        "  Stond er al  1\n"
        "  Wat er aan rijen die er al stonden is veranderd, komt niet mee; verbeter dat met agressielog edit.\n"
        "Overgenomen: geen incidenten.\n"
    )
    with SqliteStore(office.logbook).reading() as reading:
        assert reading.settings() == {}


EARLIER = "Datum;Soort;Telefoon\n3-4-2026 14:30;schelden;0612345678\n"
LATER = "Datum;Soort;Telefoon\n3-4-2026 14:30;bedreiging;0612345678\n5-4-2026 9:00;schelden;0687654321\n"
ALIKE = "1 rij lijkt op een eerder ingelezen rij (zelfde moment en nummer), maar met een andere inhoud"


def test_a_row_that_was_edited_since_is_shown_refused_left_out_or_taken(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(EARLIER)
    assert office.do("import", str(file)).status == 0
    file.write_text(LATER)
    tried = office.do("import", str(file), "--dry-run")
    assert tried.status == 4
    assert f"{ALIKE}:" in " ".join(tried.out.split())
    refused = office.do("import", str(file))
    assert refused.status == 4
    assert "--ook-gewijzigde" in refused.err
    assert office.do("import", str(file), "--dry-run", "--json").document["lijkt_op_bestaand"] == [2]
    assert len(office.do("list", "--json").document["incidenten"]) == 1
    assert office.do("import", str(file), "--sla-over").status == 0
    assert len(office.do("list", "--json").document["incidenten"]) == 2
    assert office.do("import", str(file), "--ook-gewijzigde").status == 0
    assert len(office.do("list", "--json").document["incidenten"]) == 3


@pytest.mark.parametrize(("answer", "stored"), [("j", 3), ("n", 2)])
def test_on_a_terminal_is_asked_what_to_do_with_it(
    office: Office, tmp_path: Path, answer: str, stored: int
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(EARLIER)
    assert office.do("import", str(file), answers=["", "j"]).status == 0
    file.write_text(LATER)
    shown = office.do("import", str(file), answers=[answer, "j"])
    assert "Die rij toch overnemen" in shown.out
    assert len(office.do("list", "--json").document["incidenten"]) == stored


def test_a_title_above_the_heading_is_skipped_and_said(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text("Agressieregister 2026\n" + EARLIER)
    shown = office.do("import", str(file))
    assert shown.status == 0
    assert 'het is een titel en geen kop: "Agressieregister 2026"' in shown.err


def test_an_empty_date_is_told_as_what_it_is(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text("Datum;Soort;Telefoon\n;schelden;0612345678\n")
    shown = office.do("import", str(file))
    assert shown.status == 4
    assert "Datum: Er staat geen datum." in shown.out


@pytest.mark.parametrize(
    ("option", "example"), [("--kolom", "'datum=Wanneer gebeurd'"), ("--soort-als", "'verbaal=schelden'")]
)
def test_the_order_in_an_option_is_told_by_an_example(
    office: Office, tmp_path: Path, option: str, example: str
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(EARLIER)
    assert f"{option} {example}" in office.do("import", str(file), option, "Datum").err


@pytest.mark.parametrize(
    ("typed", "told"), [("dreiging", "'dreiging=bedreiging'"), ("zomaar wat", "'zomaar wat=SOORT'")]
)
def test_an_own_word_for_a_kind_is_told_with_the_kind_it_looks_like(
    office: Office, tmp_path: Path, typed: str, told: str
) -> None:
    sheet = written(tmp_path, "Datum;Soort;Wat", f"3-4-2026 14:30;{typed};Dreigde.")
    assert f"zeg wat ze zijn, bijvoorbeeld --soort-als {told}.\n" in office.do("import", str(sheet)).out


@pytest.mark.parametrize("heading", ["Datum", "Datum;Tijd"])
def test_the_number_of_a_spreadsheet_for_a_date_says_what_to_do(
    office: Office, tmp_path: Path, heading: str
) -> None:
    cells = "45910" if heading == "Datum" else "45910;14:30"
    sheet = written(tmp_path, f"{heading};Soort;Wat", f"{cells};schelden;Schold.")
    shown = office.do("import", str(sheet))
    told = cells.replace(";", " ")
    assert shown.out == (
        "Kan niet overgenomen worden: 1 rij\n"
        "  regel 2\n"
        f'    Datum: "{told}" is geen moment. Het lijkt het getal waarmee een rekenblad een datum bewaart.\n'
        "  Voor getallen in plaats van datums: geef de kolom in het rekenblad de opmaak Datum en bewaar opnieuw als CSV.\n"
    )
