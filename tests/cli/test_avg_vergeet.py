"""`avg vergeet`: who goes is named twice, what stands in the way is told, and what no program reaches too."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import canaries
import evidence
import pytest
from office import MORNING, Office

from agressielog.application.errors import LogbookBusy
from agressielog.domain.erasure import Searched
from agressielog.storage.remains import SqliteRemains

_BAN = (
    *("maatregel", "add", "B1", "--soort", "contactverbod", "--duur", "1 maand", "--kanaal-over", "post"),
    *(
        "--reden",
        "bedreigde",
        "--besluit-door",
        "R. Smit",
        "--niet-gehoord",
        "spoed",
        "--spoed",
        "--afwijking",
        "x",
    ),
)


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk where Jansen called in May and in June, and somebody else did too."""
    for place, day in enumerate(("3 mei 2026 10:00", "9 juni 2026 14:00")):
        office.add(
            "0612345678",
            "--naam",
            "J. Jansen",
            "-s",
            "schelden",
            "-w",
            f"Riep iets {place}.",
            "--wanneer",
            day,
        )
    for day in ("4 mei 2026 10:00", "5 mei 2026 11:00"):
        office.add(
            "0687654321", "--naam", "P. de Boer", "-s", "schelden", "-w", "Bleef roepen.", "--wanneer", day
        )
    return office


def _report(office: Office, month: str) -> tuple[dict[str, Any], list[str]]:
    document = office.do("report", "--maand", month, "--json").document
    page = office.do("report", "--maand", month).out.splitlines()
    # The chain goes on with every write.
    return (
        {key: told for key, told in document.items() if key != "anker"},
        [line for line in page if not line.startswith("Registratie ")],
    )


def _rows(office: Office, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(office.logbook)) as connection:
        return connection.execute(statement).fetchall()


@pytest.mark.parametrize("typed", ["J. Jansen", "j. jansen", "B1", "06-12345678", "+31612345678"])
def test_it_shows_what_goes_and_asks_to_name_the_caller_again(desk: Office, typed: str) -> None:
    shown = desk.do("avg", "vergeet", "B1", answers=[typed])
    assert shown.status == 0, shown.err
    assert "B1 (J. Jansen) vergeten" in shown.out
    assert "2 incidenten" in shown.out
    assert "Gewist en nagezocht." in shown.out
    assert desk.do("beller", "show", "B1").status == 3
    assert desk.do("check").status == 0


@pytest.mark.parametrize("typed", ["P. de Boer", "0687654321", "ja", "", "B2", "<"])
def test_another_name_stops_it(desk: Office, typed: str) -> None:
    shown = desk.do("avg", "vergeet", "B1", "--json", answers=[typed])
    assert shown.status == 4
    assert "andere_naam" in shown.out
    assert desk.do("beller", "show", "B1").status == 0


def test_without_a_terminal_somebody_must_have_agreed(desk: Office) -> None:
    assert desk.do("avg", "vergeet", "B1").status == 2
    assert desk.do("avg", "vergeet").status == 2
    assert desk.do("avg", "vergeet", "B1", "--afmaken").status == 2
    assert desk.do("avg", "vergeet", "B9", "--ja").status == 3
    assert desk.do("beller", "show", "B1").status == 0


def test_the_document_tells_how_much_and_not_of_whom(desk: Office) -> None:
    shown = desk.do("avg", "vergeet", "06 12 34 56 78", "--ja", "--json")
    assert shown.document["aantallen"] == {"beller": 1, "beller_nummer": 1, "incident": 2}
    assert shown.document["niet_gewist"] == {"reservekopieen": [], "bewaarde_logboeken": []}
    assert "Jansen" not in shown.out


def test_a_report_of_the_past_says_what_it_said(desk: Office) -> None:
    before = [_report(desk, month) for month in ("2026-06", "2026-07")]
    may, _ = _report(desk, "2026-05")
    desk.do(*_BAN, "--uitgereikt", "vandaag 10:00")
    desk.do("avg", "vergeet", "B1", "--ja", "--toch", "--reden", "verzoek", "--besluit-door", "R. Smit")
    assert [_report(desk, month) for month in ("2026-06", "2026-07")] == before
    assert _report(desk, "2026-05")[0] == may
    assert b"J. Jansen" not in desk.logbook.read_bytes()


def test_a_caller_who_came_back_is_no_longer_named_and_still_counted(desk: Office) -> None:
    before, _ = _report(desk, "2026-05")
    desk.do("avg", "vergeet", "B2", "--ja")
    after, _ = _report(desk, "2026-05")
    assert [caller["beller"] for caller in before.pop("herhaalde_bellers")] == ["B2"]
    assert after.pop("herhaalde_bellers") == []
    assert after == before


def test_the_follow_up_of_a_month_that_is_over_stays_too(desk: Office) -> None:
    desk.set_clock(datetime(2026, 6, 10, 9, 0, tzinfo=UTC))
    assert desk.do(*_BAN, "--uitgereikt", "vandaag 10:00").status == 0
    desk.set_clock(MORNING)
    before = [_report(desk, month) for month in ("2026-06", "2026-07", "2026-08")]
    assert before[0][0]["maatregelen"]
    for _ in range(2):
        desk.do("avg", "vergeet", "B1", "--ja", "--toch", "--reden", "x", "--besluit-door", "R. Smit")
        assert [_report(desk, month) for month in ("2026-06", "2026-07", "2026-08")] == before


@pytest.mark.parametrize("beforehand", [(), ("B2",)], ids=["nobody", "somebody else"])
def test_the_reports_stay_when_an_older_copy_is_put_back(
    desk: Office, tmp_path: Path, beforehand: tuple[str, ...]
) -> None:
    months = ("2026-05", "2026-06", "2026-07", "2026-08")
    desk.set_clock(datetime(2026, 6, 10, 9, 0, tzinfo=UTC))
    desk.do("beleid", "use", "standaard")
    desk.do("maatregel", "add", "B2", "--geen", "--reden", "Geen vervolg.", "--besluit-door", "R. Smit")
    desk.do("maatregel", "add", "B1", "--geen", "--reden", "Geen vervolg.", "--besluit-door", "R. Smit")
    desk.do("toezegging", "add", "B1", "terugbellen", "--voor", "12-6-2026")
    desk.do("instelling", "set", "reservemap", str(tmp_path / "reserve"))
    desk.set_clock(MORNING)
    for one in beforehand:
        desk.do("avg", "vergeet", one, "--ja")
    copy = desk.do("backup", "--json").document["bestand"]
    before = [_report(desk, month)[0] for month in months]
    assert any(report["maatregelen"] for report in before)

    desk.set_clock(MORNING + timedelta(hours=1))
    assert desk.do("avg", "vergeet", "B1", "--ja").status == 0
    assert [_without_names(_report(desk, month)[0]) for month in months] == list(map(_without_names, before))
    desk.set_clock(MORNING + timedelta(hours=2))
    assert desk.do("restore", copy, "--ja").status == 0

    assert desk.do("beller", "show", "B1").status == 3
    assert [_without_names(_report(desk, month)[0]) for month in months] == list(map(_without_names, before))
    assert desk.do("check").status == 0


def test_putting_back_counts_what_is_there_and_says_who_was_erased_again(
    desk: Office, tmp_path: Path
) -> None:
    copy = desk.do("backup", "--map", str(tmp_path / "reserve"), "--json").document["bestand"]
    calls = len(desk.do("list", "--json").document["incidenten"])
    desk.set_clock(MORNING + timedelta(hours=1))
    desk.do("avg", "vergeet", "B1", "--ja")
    left = len(desk.do("list", "--json").document["incidenten"])
    assert left < calls
    desk.set_clock(MORNING + timedelta(hours=2))
    assert desk.do("restore", copy, "--ja", "--json").document["incidenten"] == left
    desk.set_clock(MORNING + timedelta(hours=3))
    told = desk.do("restore", copy, "--ja").out
    assert "Wat sinds die kopie is gewist, is opnieuw gewist." in told
    assert f"{left} incident" in told


def test_who_was_wrongly_accused_is_nowhere_any_more(desk: Office) -> None:
    desk.add("0687651111", "--naam", "Kanarie Vogel", "-s", "schelden", "-w", "Schold.")
    (found,) = desk.do("list", "--nummer", "0687651111", "--json").document["incidenten"]
    number, wronged = str(found["id"]), found["beller"]
    desk.add("0687652222", "--naam", "Karel", "-s", "schelden", "-w", "Schold.")
    right = desk.do("list", "--nummer", "0687652222", "--json").document["incidenten"][0]["beller"]
    assert desk.do("edit", number, "--beller", right, "--zeker").status == 0
    assert desk.do("avg", "vergeet", wronged, "--ja").status == 0
    assert "Kanarie" not in desk.do("show", number).out
    assert "Geen incidenten" in desk.do("search", "kanarie").out
    assert b"anarie" not in desk.logbook.read_bytes()
    assert desk.do("check").status == 0


def _without_names(report: dict[str, Any]) -> dict[str, Any]:
    """Leave out who came back: whoever is forgotten is named no more."""
    return {key: told for key, told in report.items() if key != "herhaalde_bellers"}


@pytest.mark.parametrize(
    ("first", "code"),
    [
        (("avg", "vasthouden", "B1", "--reden", "klacht bij de ombudsman"), "vastgehouden"),
        (("avg", "vasthouden", "1", "--reden", "aangifte"), "vastgehouden"),
        ((*_BAN, "--uitgereikt", "vandaag 10:00"), "maatregel_loopt"),
    ],
    ids=["held caller", "held call", "ban"],
)
def test_what_stands_in_the_way_is_told_and_can_be_overruled_by_name(
    desk: Office, first: tuple[str, ...], code: str
) -> None:
    assert desk.do(*first).status == 0
    refused = desk.do("avg", "vergeet", "B1", "--ja", "--json")
    assert refused.status == 4
    assert [reason["code"] for reason in refused.document["fout"]["redenen"]] == [code]
    unnamed = desk.do("avg", "vergeet", "B1", "--ja", "--toch", "--json")
    codes = [reason["code"] for reason in unnamed.document["fout"]["redenen"]]
    assert codes == [code, "geen_reden", "geen_besluit"]
    assert "--reden; --besluit-door" in unnamed.document["fout"]["nu"]
    overruled = ("--toch", "--reden", "bevel van de rechter", "--besluit-door", "R. Smit")
    shown = desk.do("avg", "vergeet", "B1", *overruled, answers=["B1"])
    assert "Let op: er is 1 reden om te wachten" in shown.out
    assert _rows(desk, "SELECT door, reden FROM wissing") == [("R. Smit", "bevel van de rechter")]


def test_a_rung_that_is_still_held_stands_in_the_way(desk: Office) -> None:
    desk.do(*_BAN, "--uitgereikt", "vandaag 10:00")
    desk.set_clock(MORNING + timedelta(days=200))
    refused = desk.do("avg", "vergeet", "B1", "--ja", "--json")
    assert [reason["code"] for reason in refused.document["fout"]["redenen"]] == ["houdt_trede"]
    assert "M1" in refused.document["fout"]["waarom"]
    desk.set_clock(MORNING + timedelta(days=500))
    assert desk.do("avg", "vergeet", "B1", "--ja").status == 0


def test_what_is_still_due_is_told_before_it_goes_and_counted_after(desk: Office) -> None:
    desk.add("0612345678", "-s", "bedreiging", "-w", "Dreigde.", "--nazorg", "--toezegging", "geheim plan")
    desk.do("toezegging", "add", "B1", "geheime brief", "--voor", "vrijdag")
    asked = desk.do("avg", "vergeet", "B1", answers=["nee"])
    told = asked.out.partition("Dit staat nog open")[2]
    assert "- Nazorg na incident 5: eerste contact, voor Anna, uiterlijk " in told
    assert "- Toezegging T1, zonder datum" in told
    assert "- Toezegging T2, uiterlijk" in told
    assert "- Reactie op incident 1, 2 en 5" in told
    assert "geheim" not in told
    done = desk.do("avg", "vergeet", "B1", "--ja", "--json").document["stond_open"]
    assert {"soort": "nazorg", "voor": "Anna"} in [{k: one[k] for k in ("soort", "voor")} for one in done]
    assert {one["soort"] for one in done} >= {"nazorg", "toezegging", "reactie"}
    assert desk.do("taken", "--json").document["taken"] != []
    assert all("B1" not in str(task) for task in desk.do("taken", "--json").document["taken"])


def test_what_was_due_is_told_without_a_question_too(desk: Office) -> None:
    desk.add("0612345678", "-s", "bedreiging", "-w", "Dreigde.", "--nazorg")
    done = desk.do("avg", "vergeet", "B1", "--ja").out
    assert "Stond nog open, en staat nu nergens meer: reactie (1), nazorg (4)" in done


def test_it_says_how_much_was_looked_for_and_what_was_too_short(desk: Office) -> None:
    desk.do("beller", "edit", "B1", "--klantnummer", "K7")
    shown = desk.do("avg", "vergeet", "B1", "--ja").out
    assert "Nagezocht in het bestand en zijn journaal: " in shown
    assert "1 daarvan is zo kort dat het overal per toeval staat" in shown, shown
    found = desk.do("avg", "vergeet", "B2", "--ja", "--json").document["nagezocht"]
    assert found["te_kort"] == 0
    assert found["teksten"] > 3


def test_merged_callers_go_as_one(desk: Office) -> None:
    desk.do("beller", "merge", "B1", "B2", "--ja")
    shown = desk.do("avg", "vergeet", "B2", answers=["B1"])
    assert "ook wie is samengevoegd: B2" in shown.out
    assert _rows(desk, "SELECT count(*) FROM beller") == [(0,)]


def test_it_names_the_copies_that_still_hold_the_caller(desk: Office, tmp_path: Path) -> None:
    desk.do("instelling", "set", "reservemap", str(tmp_path / "reserve"))
    copy = desk.do("backup", "--json").document["bestand"]
    desk.set_clock(MORNING + timedelta(hours=1))
    aside = desk.do("restore", copy, "--ja", "--json").document["bewaard_als"]
    told = desk.do("avg", "vergeet", "B1", "--ja", "--json").document["niet_gewist"]
    assert told == {"reservekopieen": [copy], "bewaarde_logboeken": [aside]}
    page = desk.do("avg", "vergeet", "B2", "--ja").out
    assert copy in page
    assert aside in page
    erased = (tmp_path / "reserve" / "gewist.txt").read_text(encoding="ascii").splitlines()
    assert len([line for line in erased if not line.startswith("#")]) == 6
    assert (tmp_path / "reserve" / "gewist.txt").stat().st_mode & 0o777 == 0o600


def test_it_says_so_where_nobody_knows_of_any_copies(desk: Office, tmp_path: Path) -> None:
    assert "er is geen reservemap ingesteld" in desk.do("avg", "vergeet", "B1", "--ja").out
    desk.do("instelling", "set", "reservemap", str(tmp_path / "reserve"))
    assert "reservemap" not in desk.do("avg", "vergeet", "B2", "--ja").out


def test_looks_stay_without_whom_they_were_at(desk: Office) -> None:
    desk.do("show", "1")
    shown = desk.do("avg", "vergeet", "B1", answers=["B1"])
    assert "van wie keek" in shown.out
    assert _rows(desk, "SELECT count(*) FROM inzage_beller WHERE beller = 1") == [(0,)]
    assert _rows(desk, "SELECT count(*) > 0 FROM inzage") == [(1,)]


def test_a_copy_after_an_interrupted_erasure_is_cleaned_and_says_so(
    desk: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def busy(_remains: SqliteRemains) -> None:
        raise LogbookBusy("logboek.db", 90.0)

    desk.add("0612345678", "-s", "schelden", "-w", "Riep het steeds weer. " * 400)
    with monkeypatch.context() as patched:
        patched.setattr(SqliteRemains, "clean", busy)
        desk.do("avg", "vergeet", "B1", "--ja")
    made = desk.do("backup", "--map", str(tmp_path / "reserve"), "--json")
    assert made.status == 0, made.err
    free = []
    for path in (str(desk.logbook), made.document["bestand"]):
        with closing(sqlite3.connect(path)) as connection:
            free.append(connection.execute("PRAGMA freelist_count").fetchone()[0] > 0)
    assert free == [True, False]
    assert made.document["wissingen_niet_af"] == 1
    desk.set_clock(MORNING + timedelta(minutes=1))
    assert "avg vergeet --afmaken" in desk.do("backup", "--map", str(tmp_path / "reserve")).out


def test_a_file_that_could_not_be_cleaned_is_said_and_finished_later(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_remains: SqliteRemains) -> None:
        raise LogbookBusy("logboek.db", 90.0)

    with monkeypatch.context() as patched:
        patched.setattr(SqliteRemains, "clean", busy)
        shown = desk.do("avg", "vergeet", "B1", "--ja", "--json")
    assert (shown.status, shown.document["fout"]["code"]) == (5, "niet_opgeruimd")
    assert "agressielog avg vergeet --afmaken" in shown.document["fout"]["nu"]
    checked = desk.do("check")
    assert checked.status == 6
    assert checked.out.startswith("Wissing 1: het bestand is erna niet opgeruimd")
    assert "is opgeruimd" in desk.do("avg", "vergeet", "--afmaken").out
    assert desk.do("check").status == 0
    assert "niets af te maken" in desk.do("avg", "vergeet", "--afmaken").out
    assert desk.do("avg", "vergeet", "--afmaken", "--json").document["opgeruimd_na"] == 0


def test_what_is_left_is_told_by_its_field_and_never_by_its_text(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Searched(fields=("naam", "nummer_getypt"), texts=9)
    monkeypatch.setattr(SqliteRemains, "left", lambda _remains, _texts: found)
    shown = desk.do("avg", "vergeet", "B1", "--ja")
    assert shown.status == 6
    assert "naam of nummer getypt" in shown.err
    assert "Jansen" not in shown.err + shown.out


def test_it_is_not_undone(desk: Office) -> None:
    desk.do("avg", "vergeet", "B1", "--ja")
    assert desk.do("undo", "--ja").status == 4
    assert evidence.unexplained(desk.logbook) == []
    assert canaries.hits(("Jansen", "12345678"), desk.logbook) == []
