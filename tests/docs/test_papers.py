"""The papers for a privacy officer and a works council say what the program does: its tables, terms and commands."""

import re
import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
import typer
from office import Office

from agressielog.cli.main import build
from agressielog.settings.policy_file import shipped_text
from agressielog.storage.schema import bring_up_to_date

ROOT = Path(__file__).parents[2]
DPIA, REGISTER, COUNCIL = PAPERS = ("dpia.md", "verwerkingsregister.md", "ondernemingsraad.md")
PROMISES = "beloften.md"

_BLANK = re.compile(r"\[in\s+te\s+vullen:\s+([^\[\]]+)\]")
_LINK = re.compile(r"\[[^\[\]]+\]\([^()\s]+\)")
_NUMBERED_TERM = re.compile(r"\d+\s+(?:uur|dag|dagen|week|weken|maand|maanden|jaar)\b")
_TERM_WITH_KEY = re.compile(r"(\d+\s+[a-z]+)\s+\(`([a-z]+)\.([a-z_]+)`\)")
# Numbers, hashes and words that only place a record: they tell of nobody by themselves.
_SAYS_NOTHING = {
    *(
        "id",
        "ulid",
        "uur",
        "volgorde",
        "beller",
        "incident",
        "maatregel",
        "opgegaan",
        "samengevoegd_met",
        "inzage",
    ),
    *(
        "anoniem",
        "zekerheid",
        "onvolledig",
        "status",
        "beantwoord",
        "kanaal",
        "vorm",
        "trede",
        "wijze",
        "einde",
    ),
    *("gewaarschuwd", "beeindigd", "overgedragen", "politie", "fout_bij_ons", "spoed", "gesplitst"),
    *("beleid", "beleid_versie", "beleid_sha256"),
}
# The words of other tables once more, the chain over all of them, and what an organisation chose.
_TOLD_AS_A_WHOLE = {"zoekindex", "logboek", "beleid", "instelling", "brief", "wissing"}
# Every column with one of these names holds the name of a colleague.
_COLLEAGUE = {"melder", "door", "besluit_door", "login"}


def _paper(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _section(name: str, title: str) -> list[list[str]]:
    """Return the cells of the table under a title."""
    section = _paper(name).split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def _code(text: str) -> list[str]:
    return [" ".join(found.split()) for found in re.findall(r"`([^`]+)`", text)]


# The tables.


@cache
def _schema() -> Mapping[str, set[str]]:
    """Return every table of a new logbook with its columns."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        bring_up_to_date(connection)
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
            )
            if not name.startswith("sqlite_")
        ]
        return {
            table: {
                column for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", [table])
            }
            for table in tables
        }


def test_every_table_of_the_logbook_is_in_the_register_once() -> None:
    assert sorted(code for row in _section(REGISTER, "Tabellen") for code in _code(row[0])) == sorted(
        _schema()
    )


def test_every_column_the_register_names_is_in_its_table() -> None:
    for table, _, told in _section(REGISTER, "Tabellen"):
        (name,) = _code(table)
        assert set(_code(told)) <= _schema()[name], name


def _texts(table: str) -> set[str]:
    """Return the columns of a table in which somebody can have typed something, or that say what somebody did."""
    moments = re.compile(r"(?:.*_)?(?:op|dag|sinds|van|tot|voor)")
    return {
        column for column in _schema()[table] if not moments.fullmatch(column) and column not in _SAYS_NOTHING
    }


def test_every_text_about_somebody_is_in_the_register() -> None:
    for table, about, told in _section(REGISTER, "Tabellen"):
        (name,) = _code(table)
        if about != "niemand" and name not in _TOLD_AS_A_WHOLE:
            assert _texts(name) <= set(_code(told)), name


def test_a_table_is_about_callers_colleagues_or_nobody_and_says_what_it_holds() -> None:
    for table, about, told in _section(REGISTER, "Tabellen"):
        assert set(about.split(", ")) <= {"beller", "medewerker", "niemand"}, table
        assert about == "niemand" or "niemand" not in about, table
        assert told, table


def test_a_table_about_nobody_has_no_text_of_anybody() -> None:
    """Nothing but numbers, moments and what the program itself says."""
    harmless = {
        "id",
        "op",
        "dag",
        "aantal",
        "anker",
        "soort",
        "eerste_dag",
        "cijfers",
        "vervolg",
        "kenmerk",
        "wissing",
        *("merk", "tot"),
        *("stand", "klaar", "uitgave", "grond", "land", "melding"),
    }
    for table, about, _ in _section(REGISTER, "Tabellen"):
        (name,) = _code(table)
        if about == "niemand" and name != "_sqlite_migrations":
            assert _schema()[name] <= harmless, name


def _colleagues() -> set[str]:
    """Return every column that holds the name of a colleague, as `table.column`."""
    return {
        f"{table}.{column}"
        for table, columns in _schema().items()
        for column in columns
        if column in _COLLEAGUE or (column == "naam" and "login" in columns)
    }


def test_every_name_of_a_colleague_that_is_kept_is_told_to_the_works_council() -> None:
    told = {
        code
        for row in _section(COUNCIL, "Wat er over medewerkers wordt vastgelegd")
        for code in _code(row[1])
    }
    assert _colleagues() <= told
    assert told <= {f"{table}.{column}" for table, columns in _schema().items() for column in columns}


def test_a_table_with_the_name_of_a_colleague_says_so_in_the_register() -> None:
    about = {_code(row[0])[0]: row[1] for row in _section(REGISTER, "Tabellen")}
    for named in _colleagues():
        assert "medewerker" in about[named.split(".")[0]], named


# The terms.


@cache
def _policy() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(shipped_text("standaard"))


def _terms(paper: str) -> list[tuple[str, str, str]]:
    return [(" ".join(term.split()), part, key) for term, part, key in _TERM_WITH_KEY.findall(_paper(paper))]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_term_is_that_of_the_policy(paper: str) -> None:
    assert _terms(paper)
    for term, part, key in _terms(paper):
        assert term == str(_policy()[part][key]), (paper, part, key)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_term_in_figures_stands_without_its_key(paper: str) -> None:
    assert _NUMBERED_TERM.findall(_TERM_WITH_KEY.sub("", _paper(paper))) == []


def test_every_term_of_retention_is_in_the_register_and_the_assessment() -> None:
    wanted = {key for key in _policy()["bewaren"] if key != "grondslag"}
    for paper in (REGISTER, DPIA):
        assert {key for _, part, key in _terms(paper) if part == "bewaren"} == wanted, paper


# The commands and the tests.


@cache
def _commands() -> Mapping[tuple[str, ...], set[str]]:
    """Return every command by the words that lead to it, with its options; the program itself has no words."""
    return dict(_walk(build(), ()))


def _walk(command: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    params: list[object] = list(getattr(command, "params", []))
    yield (
        path,
        {
            name
            for param in params
            for name in (*getattr(param, "opts", ()), *getattr(param, "secondary_opts", ()))
        },
    )
    if isinstance(command, typer.core.TyperGroup):
        context = typer.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _walk(below, (*path, name))


def _exists(typed: str) -> bool:
    """Tell whether a command line leads to a command that has the options in it."""
    words = typed.split()[1:]
    path: tuple[str, ...] = ()
    while len(path) < len(words) and (*path, words[len(path)]) in _commands():
        path = (*path, words[len(path)])
    options = {word for word in words if word.startswith("-")}
    # A group stands for what is below it; anything else that follows it is no command.
    leads = bool(path) and (
        len(path) == len(words) or not _is_group(path) or words[len(path)].startswith("-")
    )
    return leads and options <= _commands()[path]


def _is_group(path: tuple[str, ...]) -> bool:
    return any(other[:-1] == path for other in _commands() if other)


def _typed(paper: str) -> list[tuple[str, bool]]:
    """Return each command line a paper names, and whether it says that there is none yet."""
    found = re.finditer(r"`(agressielog\s[^`]+)`(\s\(|,\s)?(nog\s+niet\s+gebouwd)?", _paper(paper))
    return [(" ".join(one[1].split()), one[3] is not None) for one in found]


@pytest.mark.parametrize("paper", [*PAPERS, PROMISES])
def test_every_command_a_paper_names_is_there_or_said_not_to_be(paper: str) -> None:
    assert _typed(paper)
    for typed, missing in _typed(paper):
        assert _exists(typed) != missing, f"{paper}: {typed} {'is' if missing else 'is not'} there"


@pytest.mark.parametrize("typed", ["agressielog weg", "agressielog beller weg B1", "agressielog check --weg"])
def test_a_command_that_is_not_there_is_found_out(typed: str) -> None:
    assert not _exists(typed)


@pytest.mark.parametrize("paper", [*PAPERS, PROMISES])
def test_every_test_a_paper_names_is_there(paper: str) -> None:
    for named in _code(_paper(paper)):
        if named.startswith("tests/"):
            assert (ROOT / named).exists(), (paper, named)


# The blanks.


@pytest.mark.parametrize("paper", PAPERS)
def test_every_blank_is_marked_and_says_what_belongs_there(paper: str) -> None:
    text = re.sub(r"`[^`]+`", "", _paper(paper))
    assert _BLANK.findall(text)
    assert all(blank.strip() for blank in _BLANK.findall(text))
    left = _LINK.sub("", _BLANK.sub("", text))
    assert (
        re.findall(r"[\[\]]|…|\.\.\.|_{2,}|\b(?:TODO|TBD|XXX|PM|n\.t\.b\.|nader)\b|\b[A-Z]+_[A-Z]+\b", left)
        == []
    )


def test_no_table_of_the_papers_has_an_empty_cell() -> None:
    for paper in PAPERS:
        for line in _paper(paper).splitlines():
            if line.startswith("| ") and line != "| | |":
                assert all(cell.strip() for cell in line.strip("|").split("|")), (paper, line)


# What the works council is told of the figures.


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """A desk with no logbook yet."""
    return Office(tmp_path / "logboek.db", monkeypatch, capsys)


@pytest.mark.parametrize(
    "words", [("--maand",), ("--jaar",), ("--maand", "--json"), ("--delen",), ("--delen", "--json")]
)
def test_no_report_names_a_colleague(office: Office, words: tuple[str, ...]) -> None:
    # Enough for a report that may be shared to tell something of them.
    for reporter in ("Fenna Zijlstra", "Joris Xantos") * 6:
        office.add("0612345678", "-s", "bedreiging", "-w", "x", "--team", "Balie", "--melder", reporter)
    office.do("nazorg", "done", "1", "--stap", "eerste", "--door", "Quirijn Yildiz")
    shown = office.do("report", *words)
    assert shown.status == 0
    assert "Balie" in shown.out
    assert not re.search("Fenna|Zijlstra|Joris|Xantos|Quirijn|Yildiz", shown.out)
