"""After every command that writes, each prepared answer says what a full look-up says."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import true_cards
from measure_desk import READY
from office import MORNING, Office

_WARNING = ("--soort", "schriftelijke_waarschuwing", "--reden", "Schold.", "--besluit-door", "R. Smit")
_REGISTER = (
    "Datum;Telefoon;Soort;Wat\n3-4-2026 14:30;0687654321;schelden;x\n4-4-2026 14:30;0201234567;schelden;y\n"
)
_TIPS = Path("src/agressielog/settings/tips/meegeleverd.toml").resolve()
#: A day at a desk on which everything is done that can be; each line after the one before it.
_DAY: tuple[tuple[str, ...], ...] = (
    ("add", "0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x", "-t", "20-11-2026 10:00"),
    ("add", "0687654321", "-s", "bedreiging", "-w", "x", "--toezegging", "bellen", "-t", "20-11-2026 11:00"),
    ("add", "0612345678", "-s", "schelden", "-w", "x", "-t", "21-11-2026 10:00", "--hielp", "rust"),
    ("edit", "1", "--status", "afgewezen"),
    ("undo", "--ja"),
    ("edit", "1", "--excuses", "21-11-2026"),
    ("edit", "1", "--hielp", "uitpraten"),
    ("maatregel", "add", "B1", *_WARNING, "--afwijking", "x"),
    ("maatregel", "deliver", "M1", "--op", "nu", "--wijze", "post"),
    ("undo", "--ja"),
    ("maatregel", "deliver", "M1", "--op", "nu", "--wijze", "post"),
    ("goed", "B1"),
    ("undo", "--ja"),
    ("goed", "B1"),
    ("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag"),
    ("maatregel", "end", "M1", "--reden", "x"),
    ("undo", "--ja"),
    ("maatregel", "add", "B2", *READY, "--soort", "contactverbod", "--duur", "1 maand", "--afwijking", "x"),
    ("maatregel", "deliver", "M2", "--op", "nu", "--wijze", "post"),
    ("maatregel", "review", "M2", "--uitkomst", "opheffen", "--reden", "x"),
    ("add", "0612345678", "-s", "schelden", "-w", "x", "-t", "22-11-2026 9:00"),
    ("maatregel", "add", "B1", "--geen", "--reden", "x", "--besluit-door", "R. Smit"),
    ("undo", "--ja"),
    ("toezegging", "add", "B1", "bellen"),
    ("toezegging", "done", "T1"),
    ("toezegging", "done", "T1", "--toch-open"),
    ("undo", "--ja"),
    ("nazorg", "done", "2", "--stap", "gesprek", "--door", "R. Smit"),
    ("nazorg", "decline", "2"),
    ("beller", "edit", "B1", "--naam", "Jan Jansen"),
    ("beller", "nummer", "add", "B1", "020-7654321"),
    ("beller", "nummer", "add", "B1", "0687654321"),
    ("beller", "nummer", "remove", "B1", "0687654321"),
    ("avg", "beperk", "B2", "--reden", "betwist"),
    ("beller", "merge", "B1", "B2", "--ja"),
    ("avg", "beperk", "B1", "--opheffen"),
    ("undo", "--ja"),
    ("beller", "split", "B1", "--ja"),
    ("undo", "--ja"),
    ("beller", "split", "B1", "--ja"),
    ("avg", "beperk", "B2", "--opheffen"),
    ("avg", "vasthouden", "B1", "--reden", "klacht"),
    ("avg", "vasthouden", "B1", "--opheffen"),
    ("avg", "verzoek", "B1", "--soort", "inzage", "--ontvangen", "vandaag"),
    ("import", "register.csv", "--ja"),
    ("undo", "--ja"),
    ("import", "register.csv", "--ja"),
    ("instelling", "set", "organisatie", "Voorbeeldstad"),
    ("instelling", "set", "postadres", "Plein 1, Voorbeeldstad"),
    ("instelling", "set", "contactpunt", "Bureau Klachten, 0201234567"),
    ("instelling", "set", "privacycontact", "fg@voorbeeldstad.example"),
    ("instelling", "set", "land", "BE"),
    ("instelling", "set", "land", "NL"),
    ("brief", "M1", "-o", "brief.txt"),
    ("tips", "--gebruik", str(_TIPS)),
    ("tips", "--gebruik", "meegeleverd"),
    ("beleid", "use", "klantenservice"),
    ("instelling", "set", "beleid", "standaard"),
    ("backup", "--map", "reserve"),
    ("avg", "vergeet", "B1", "--ja", "--toch", "--reden", "x", "--besluit-door", "R. Smit"),
    ("avg", "opschonen", "--ja"),
)
#: What of it writes, as the journal names it.
_WRITING = frozenset(
    {
        *("add", "edit", "undo", "goed", "import", "beleid use", "tips", "brief", "instelling", "backup"),
        *("beller edit", "beller merge", "beller split", "beller nummer add", "beller nummer remove"),
        *(f"maatregel {word}" for word in ("add", "deliver", "end", "bezwaar", "review")),
        *("nazorg done", "nazorg decline", "toezegging add", "toezegging done"),
        *("avg verzoek", "avg beperk", "avg vasthouden", "avg vergeet"),
    }
)


def test_whatever_is_done_at_a_desk_each_prepared_answer_is_true(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "register.csv").write_text(_REGISTER, encoding="utf-8")
    (tmp_path / "reserve").mkdir()
    for minutes, words in enumerate(_DAY):
        office.set_clock(MORNING + timedelta(minutes=minutes))
        shown = office.do(*words)
        assert shown.status == 0, (words, shown)
        assert true_cards.untrue(office.logbook) == [], words
        assert true_cards.lacking(office.logbook) == [], words
    with closing(sqlite3.connect(office.logbook)) as connection:
        wrote = {command for (command,) in connection.execute("SELECT opdracht FROM logboek")}
    assert wrote >= _WRITING, _WRITING - wrote


def test_a_card_that_another_program_changed_is_found(threatened: Office) -> None:
    _change(threatened, "UPDATE kaart SET tekst = replace(tekst, 'BEKEND', 'ONBEKEND') WHERE nummer <> ''")
    checked = threatened.do("check")
    assert checked.status == 6
    assert checked.out == (
        "Klaargezet antwoord voor 06-••••5678 is met een ander programma veranderd: "
        "lookup kan een verkeerd antwoord geven.\n"
    )
    # What it says is told the tests of this office by the fixture as well.
    threatened.do("edit", "1", "--team", "Zuid")


def _change(office: Office, statement: str) -> None:
    with closing(sqlite3.connect(office.logbook)) as connection, connection:
        connection.execute(statement)
