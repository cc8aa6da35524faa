"""The tour of the fictitious call centre, and what it leaves alone."""

import shlex
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from office import Office, Shown

from agressielog.bootstrap import open_app
from agressielog.cli import demo
from agressielog.presentation.demo_view import command_lines


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a demo lands that was not told where."""
    chosen = tmp_path / "tijdelijk"
    chosen.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(chosen))
    return chosen


def made_in(folder: Path) -> Path:
    (found,) = folder.rglob("*.db")
    return found


def commands(shown: Shown) -> list[list[str]]:
    """Return the command lines of a tour, as a shell would take them apart."""
    unfolded = shown.out.replace(" \\\n", " ")
    return [shlex.split(line.removeprefix("$ ")) for line in unfolded.splitlines() if line.startswith("$ ")]


def test_it_shows_look_up_add_look_up_and_report_with_their_real_output(office: Office, folder: Path) -> None:
    shown = office.do("demo")
    assert shown.status == 0, shown.err
    logbook = made_in(folder)
    run = commands(shown)
    assert [command[:3] for command in run] == [["agressielog", "--db", str(logbook)]] * 4
    assert [command[3] for command in run] == ["lookup", "add", "lookup", "report"]
    assert shown.out.count("● BEKEND  020-0001234") == 2
    assert "    4 incidenten: 3× schelden, 1× schreeuwen; laatste op " in shown.out
    assert "Opgeslagen als incident 401.\n" in shown.out
    assert "    5 incidenten: 4× schelden, 1× schreeuwen; laatste op 22 nov 2026\n" in shown.out
    assert "Hielp de vorige keer: zeggen dat wij zijn aanvraag kwijtraakten\n" in shown.out
    assert "Rapport november 2026 · Gemeente Voorbeeldstad VOORBEELD\n" in shown.out


def test_what_was_shown_is_what_the_commands_say(office: Office, folder: Path) -> None:
    shown = office.do("demo")
    last_look_up, report = commands(shown)[2:]
    assert office.do(*last_look_up[1:]).out in shown.out
    assert office.do(*report[1:]).out in shown.out
    assert made_in(folder).stat().st_mode & 0o777 == 0o600


def test_it_fits_on_two_screens(office: Office) -> None:
    shown = office.do("demo")
    assert len(shown.out.splitlines()) + len(shown.err.splitlines()) <= 120
    own = [line for line in shown.out.splitlines() if "/" not in line]
    assert max(map(len, own)) <= 80


def test_it_says_each_time_that_everybody_is_made_up(office: Office) -> None:
    assert (
        office.do("demo").err.splitlines() == ["VOORBEELDLOGBOEK: alle mensen en nummers zijn verzonnen."] * 4
    )


def test_in_the_first_week_of_a_month_the_report_is_on_the_month_before(office: Office) -> None:
    office.set_clock(datetime(2026, 12, 7, 9, 15, tzinfo=UTC))
    shown = office.do("demo")
    assert commands(shown)[-1][3:] == ["report", "--maand", "vorige"]
    assert "Rapport november 2026 · Gemeente Voorbeeldstad" in shown.out


def test_on_a_terminal_it_asks_nothing(office: Office) -> None:
    assert office.do("demo", answers=[]).status == 0


def test_every_hint_at_the_end_can_be_typed(office: Office, folder: Path) -> None:
    shown = office.do("demo")
    hints = shown.out.partition("Zelf verder\n")[2].splitlines()
    typed = [shlex.split(line) for line in hints if line.startswith("    ")]
    looked_up = [office.do(*hint[1:]) for hint in typed if "lookup" in hint]
    assert [answer.status for answer in looked_up] == [0, 0, 0]
    shared, banned, critic = (answer.out for answer in looked_up)
    assert "Gedeeld nummer, 2 bellers" in shared
    assert banned.startswith("■ CONTACTVERBOD  040-0098013\n")
    assert "open blijft: brieven naar Postbus 1" in banned
    (letter,) = (office.do(*hint[1:]) for hint in typed if "brief" in hint)
    assert letter.status == 0, letter.err
    assert "Gemeente Voorbeeldstad" in letter.out
    assert "R. Douma" in letter.out
    assert critic.startswith("○ ONBEKEND  020-0062740\n")
    assert ["rm", "-r", str(made_in(folder).parent)] in typed


def test_the_logbook_it_makes_passes_its_own_check(office: Office, folder: Path) -> None:
    office.do("demo")
    checked = office.do("--db", str(made_in(folder)), "check")
    assert (checked.status, checked.out) == (0, "")


# What it leaves alone -------------------------------------------------------------------------------


def test_it_never_touches_the_own_logbook(office: Office, folder: Path) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    before = (office.logbook.read_bytes(), office.logbook.stat())
    assert office.do("demo").status == 0
    assert office.do("--db", str(office.logbook), "demo").status == 0
    after = (office.logbook.read_bytes(), office.logbook.stat())
    assert after[0] == before[0]
    assert after[1].st_mtime_ns == before[1].st_mtime_ns
    assert len(list(folder.rglob("*.db"))) == 2


def test_it_makes_no_logbook_where_the_own_one_would_be(office: Office, tmp_path: Path) -> None:
    office.do("demo")
    assert not office.logbook.exists()
    assert list((tmp_path / "thuis").rglob("*.db")) == []


def test_a_chosen_folder_is_made_for_its_owner_only(office: Office, tmp_path: Path) -> None:
    chosen = tmp_path / "nieuw" / "voorbeeld"
    shown = office.do("demo", "--map", str(chosen))
    assert shown.status == 0
    assert chosen.stat().st_mode & 0o777 == 0o700
    assert open_app(chosen / "voorbeeld.db", None).is_demo


def test_other_files_in_the_chosen_folder_stay_and_only_the_demo_is_to_be_removed(
    office: Office, tmp_path: Path
) -> None:
    chosen = tmp_path / "map"
    chosen.mkdir()
    others = {"brief.txt": b"Geachte heer", "foto.db": b"geen database", "leeg.db": b""}
    for name, content in others.items():
        (chosen / name).write_bytes(content)
    (chosen / "map.db").mkdir()
    shown = office.do("demo", "--map", str(chosen))
    assert shown.status == 0, shown.err
    assert {name: (chosen / name).read_bytes() for name in others} == others
    assert f"    {shlex.join(['rm', str(chosen / 'voorbeeld.db')])}\n" in shown.out


def test_a_folder_with_a_logbook_in_use_is_refused(office: Office) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "Schold.")
    before = office.logbook.read_bytes()
    shown = office.do("demo", "--map", str(office.logbook.parent))
    assert (shown.status, shown.out) == (4, "")
    assert shown.err.splitlines() == [
        "Wat:     Het voorbeeld komt niet in deze map.",
        f"Waarom:  In die map staat een logboek: {office.logbook}.",
        "Wat nu:  Kies een andere map: agressielog demo --map MAP",
    ]
    assert office.logbook.read_bytes() == before
    assert sorted(office.logbook.parent.glob("*.db")) == [office.logbook]


def test_a_second_demo_in_a_folder_stands_beside_the_first(office: Office, tmp_path: Path) -> None:
    chosen = tmp_path / "map"
    assert office.do("demo", "--map", str(chosen)).status == 0
    before = (chosen / "voorbeeld.db").read_bytes()
    second = office.do("demo", "--map", str(chosen))
    assert second.status == 0
    assert commands(second)[0][2] == str(chosen / "voorbeeld-2.db")
    assert (chosen / "voorbeeld.db").read_bytes() == before
    assert open_app(chosen / "voorbeeld-2.db", None).is_demo


def test_a_file_in_the_place_of_the_folder_is_said(office: Office, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    shown = office.do("demo", "--map", str(tmp_path / "bestand"))
    assert shown.status == 5
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == ""


# The details ----------------------------------------------------------------------------------------


def test_a_step_that_fails_ends_the_tour_with_its_status(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "run", lambda _arguments: 5)
    shown = office.do("demo")
    assert shown.status == 5
    assert len(commands(shown)) == 1
    assert "Zelf verder" not in shown.out


def test_a_program_that_is_not_on_the_path_is_named_as_it_was_started(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [".venv/bin/agressielog", "demo"])
    monkeypatch.setenv("PATH", "")
    assert office.do("demo").out.endswith(
        "  Kent je terminal agressielog niet, typ dan .venv/bin/agressielog.\n"
    )


def test_a_program_on_the_path_needs_no_such_line(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["agressielog", "demo"])
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/agressielog")
    assert office.do("demo").out.endswith("    agressielog instelling\n")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["$ agressielog --db 'een map' add 020 --wat 'Hij zei niets.' --gewaarschuwd"]),
        (
            40,
            [
                "$ agressielog --db 'een map' add 020 \\",
                "    --wat 'Hij zei niets.' \\",
                "    --gewaarschuwd",
            ],
        ),
    ],
)
def test_a_command_is_folded_between_its_options(width: int, lines: list[str]) -> None:
    words = ["agressielog", "--db", "een map", "add", "020", "--wat", "Hij zei niets.", "--gewaarschuwd"]
    assert command_lines(words, width) == lines
