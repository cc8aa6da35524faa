"""What comes out of the logbook for Excel and for other programs."""

import json
import resource
import subprocess
from pathlib import Path

import pytest
from desk import Desk
from office import Office, Shown

from agressielog.application.table_text import Table, decode, read_table
from agressielog.cli.held_output import HeldOutput

WARNING = (
    "Let op: een export bevat persoonsgegevens. Bewaar hem op een veilige plek, deel hem niet, en verwijder "
    "hem zodra je hem niet meer nodig hebt.\n"
)

HEADING = (
    '\ufeff"id";"ulid";"op";"vastgelegd_op";"nummer";"nummer_getypt";"anoniem";"beller";"zekerheid";"naam";'
    '"klantnummer";"naam_genoemd";"klantnummer_genoemd";"soorten";"ernst";"kanaal";"team";"melder";"wat";"citaat";"gewaarschuwd";"beeindigd";'
    '"overgedragen";"politie";"fout_bij_ons";"onderwerp";"onvolledig";"toezeggingen";"niet_toegezegd";"hielp";'
    '"excuses_op";"aangifte";"status";"beantwoord"\r\n'
)

ROW = (
    "1;01JD0000000000000000000000;2026-11-21T14:30:00+01:00;2026-11-22T10:15:00+01:00;'+31612345678;"
    "06-12345678;nee;B1;zeker;'=J. Jansen;K7;'=J. Jansen;K7;bedreiging, schelden;zwaar;telefoon;KCC;Bram;"
    '"Dreigde;\nen schold.";"Zei: ""Sukkel""";ja;nee;nee;nee;nee;parkeren;nee;'
    "terugbellen | voor 2026-11-27;de vergunning;'-rust;;ja;gemeld;\r\n"
)


@pytest.fixture
def told(office: Office) -> Office:
    """A logbook with one incident of which everything is known."""
    office.add(
        *("06-12345678", "-s", "bedreiging", "-s", "schelden", "-w", "Dreigde;\nen schold."),
        *("--citaat", 'Zei: "Sukkel"', "-t", "gisteren 14:30", "--naam", "=J. Jansen", "--klantnummer", "K7"),
        *("--team", "KCC", "--onderwerp", "parkeren", "--melder", "Bram", "--gewaarschuwd"),
        *("--toezegging", "terugbellen", "--voor", "vrijdag", "--niet-toegezegd", "de vergunning"),
        *("--hielp", "-rust", "--ulid", "01JD0000000000000000000000"),
    )
    return office


def exported(office: Office, path: Path, *options: str) -> Shown:
    """Export to a file; it must succeed."""
    shown = office.do("export", "-o", str(path), *options)
    assert shown.status == 0, shown.err
    return shown


def table(path: Path) -> Table:
    """Return the table in a file."""
    return read_table(decode(path.read_bytes()).text)


# The table -------------------------------------------------------------------------------------------


def test_the_table_is_one_that_dutch_excel_reads(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    shown = exported(told, path)
    assert path.read_bytes().decode() == HEADING + ROW
    assert shown.out == f"1 incident geschreven naar {path}.\n"
    assert shown.err == WARNING
    assert path.stat().st_mode & 0o777 == 0o600


def test_another_program_gets_the_same_bytes(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    exported(told, path)
    desk = Desk(tmp_path, {"AGRESSIELOG_DB": str(told.logbook)})
    outcome = desk.run("export")
    assert (outcome.status, outcome.raw_out, outcome.err) == (0, path.read_bytes(), WARNING)


def test_a_dash_is_what_comes_out_without_a_name_and_no_file(
    told: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told.do("export", "-o", "-").out == told.do("export").out != ""
    assert not Path("-").exists()


def test_an_empty_logbook_gives_the_heading_only(office: Office) -> None:
    office.do("instelling", "set", "land", "NL")
    assert office.do("export").out == HEADING


def test_what_was_exported_comes_back_in_another_logbook(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    exported(told, path)
    other = tmp_path / "ander.db"
    assert told.do("--db", str(other), "import", str(path)).status == 0
    again = tmp_path / "weer.csv"
    assert told.do("--db", str(other), "export", "-o", str(again)).status == 0
    assert again.read_bytes() == path.read_bytes()


def test_an_export_can_be_of_some_days(office: Office, tmp_path: Path) -> None:
    for day in ("18-11-2026", "19-11-2026", "20-11-2026"):
        office.add("0612345678", "-s", "schelden", "-w", day, "-t", f"{day} 10:00")
    path = tmp_path / "uit.csv"
    exported(office, path, "--sinds", "19-11-2026", "--tot", "19-11-2026")
    found = table(path)
    assert [row.cells[found.header.index("wat")] for row in found.rows] == ["19-11-2026"]
    exported(office, path, "--sinds", "19-11-2026", "--overschrijf")
    assert len(table(path).rows) == 2


def test_days_the_wrong_way_round_are_wrong_use(told: Office) -> None:
    shown = told.do("export", "--sinds", "2-11-2026", "--tot", "1-11-2026")
    assert (shown.status, shown.out) == (2, "")


def test_without_a_logbook_there_is_nothing_to_export(office: Office, tmp_path: Path) -> None:
    assert office.do("export", "-o", str(tmp_path / "uit.csv")).status == 3
    assert not (tmp_path / "uit.csv").exists()


# Documents -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options", [("--vorm", "jsonl"), ("-o", "uit.JSONL"), ("-o", "uit.csv", "--vorm", "jsonl")]
)
def test_every_line_is_a_document(
    told: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    told.add("anoniem", "-s", "schelden", "-w", "Zei \u202eniets.\x1b[2J")
    shown = told.do("export", *options)
    text = shown.out if options[0] == "--vorm" else (tmp_path / options[1]).read_text("utf-8")
    first, second = (json.loads(line) for line in text.splitlines())
    assert list(first) == ["schema", "incident", "beller"]
    assert first["schema"] == "agressielog.export/1"
    assert first["incident"] == told.do("show", "1", "--json").document["incident"]
    assert (first["beller"]["naam"], second["beller"]) == ("=J. Jansen", None)
    assert "\x1b" not in text
    assert second["incident"]["wat"] == "Zei \u202eniets.\x1b[2J"


# Where it goes ---------------------------------------------------------------------------------------


def test_nothing_is_printed_on_a_screen(told: Office, tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"AGRESSIELOG_DB": str(told.logbook)})
    outcome = desk.terminal(["export"])
    assert outcome.status == 2
    assert "Jansen" not in outcome.out
    assert "agressielog export -o BESTAND.csv" in outcome.out


def test_a_file_that_is_there_stays_unless_it_may_go(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    path.write_text("oud", encoding="utf-8")
    shown = told.do("export", "-o", str(path))
    assert (shown.status, path.read_text("utf-8")) == (4, "oud")
    assert shown.err == (
        f"Wat:     {path} is niet geschreven.\n"
        "Waarom:  Er staat al een bestand met die naam.\n"
        "Wat nu:  Kies een andere naam, of vervang het bestand met --overschrijf.\n"
    )
    exported(told, path, "--overschrijf")
    assert path.read_text("utf-8").startswith("\ufeff")


def test_the_logbook_itself_is_never_the_target(told: Office) -> None:
    before = told.logbook.read_bytes()
    shown = told.do("export", "-o", str(told.logbook), "--overschrijf")
    assert shown.status == 4
    assert told.logbook.read_bytes() == before


def test_a_link_is_not_followed(told: Office, tmp_path: Path) -> None:
    victim = tmp_path / "slachtoffer"
    victim.write_text("van een ander", encoding="utf-8")
    (tmp_path / "uit.csv").symlink_to(victim)
    assert told.do("export", "-o", str(tmp_path / "uit.csv"), "--overschrijf").status == 4
    assert victim.read_text("utf-8") == "van een ander"


def test_a_folder_that_is_not_there_is_said(told: Office, tmp_path: Path) -> None:
    shown = told.do("export", "-o", str(tmp_path / "weg" / "uit.csv"))
    assert shown.status == 5
    assert str(tmp_path / "weg" / "uit.csv") in shown.err


def test_a_full_disk_keeps_the_old_export(told: Office, tmp_path: Path) -> None:
    told.add("0687654321", "-s", "schelden", "-w", "x" * 20_000)
    folder = tmp_path / "uit"
    folder.mkdir()
    path = folder / "uit.csv"
    path.write_text("oud", encoding="utf-8")
    desk = Desk(tmp_path, {"AGRESSIELOG_DB": str(told.logbook)})
    done = subprocess.run(
        desk.command("export", "-o", str(path), "--overschrijf"),
        env=desk.environment({}),
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)),
    )
    assert done.returncode == 5
    assert "De schijf is vol." in done.stderr.decode()
    assert path.read_text("utf-8") == "oud"
    assert [found.name for found in folder.iterdir()] == ["uit.csv"]


def test_a_full_disk_behind_a_pipe_is_said(told: Office, tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"AGRESSIELOG_DB": str(told.logbook)})
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            desk.command("export"), env=desk.environment({}), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 5
    assert "De schijf is vol." in done.stderr.decode()


def test_a_reader_who_waits_holds_nobody_up(told: Office, tmp_path: Path) -> None:
    """`agressielog export | less` must not keep the other desks from recording."""
    for number in range(12):
        told.add("0612345678", "-s", "schelden", "-w", f"{number}" + "x" * 19_000)
    desk = Desk(tmp_path, {"AGRESSIELOG_DB": str(told.logbook)})
    with desk.start("export") as process:
        assert process.stdout is not None
        assert process.stdout.read(10)
        # The pipe is full now, and nobody reads on.
        assert desk.run("add", "0612345678", "-s", "schelden", "-w", "Meteen.").status == 0
        assert process.poll() is None


def test_held_output_comes_out_as_it_went_in(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    held = HeldOutput()
    pieces = [f"regel {number} é\r\n" for number in range(50_000)]
    held.take(pieces[:10])
    held.take(pieces[10:])
    held.send()
    assert capsysbinary.readouterr().out == "".join(pieces).encode()


def test_held_output_of_nothing_is_nothing(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    HeldOutput().send()
    assert capsysbinary.readouterr().out == b""


@pytest.mark.parametrize("name", ["uit.xlsx", "UIT.XLS", "uit.ods"])
def test_a_name_of_a_spreadsheet_is_refused_with_the_right_one(
    office: Office, tmp_path: Path, name: str
) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x")
    shown = office.do("export", "-o", str(tmp_path / name))
    assert shown.status == 2
    assert f"{name[:-4].rstrip('.')}.csv" in shown.err
    assert not (tmp_path / name).exists()
