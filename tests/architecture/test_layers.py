"""The house keeps its shape: imports point inwards, rooms stay small, commands stay thin."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "agressielog"
MODULES = sorted(SOURCE.rglob("*.py"))
COMMANDS = [
    path for path in MODULES if path.parent.name == "cli" and "def command(" in path.read_text("utf-8")
]
LONGEST_MODULE = 400
#: Statements of a command: open, read, one use case, show.
LONGEST_COMMAND = 8


def test_the_import_contracts_are_kept() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_is_one_room(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring is not None
    assert docstring.split("\n\n")[0].rstrip().endswith(".")


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_a_command_only_reads_decides_nothing_and_shows(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    (command,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "command"]
    statements = command.body[1:]
    assert ast.get_docstring(command)
    assert len(statements) <= LONGEST_COMMAND


def test_what_is_frozen_is_a_value() -> None:
    """A dataclass that is frozen costs three times as much to load, and cannot inherit from a value."""
    decorated = re.compile(r"@dataclass\([^)]*frozen=True")
    frozen = [path.name for path in MODULES if decorated.search(path.read_text(encoding="utf-8"))]
    assert frozen == []


def test_no_value_ever_stands_in_the_text_of_a_statement() -> None:
    """Every f-string that holds SQL is marked, and holds only names of our own (reliability I5)."""
    for path in (SOURCE / "storage").glob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "execute(f" in line or "_rows(f" in line:
                assert "PRAGMA" in line or "noqa: S608" in line, (path.name, line)


def _imported_by(*arguments: str) -> set[str]:
    """Return the modules that one command loads, in a process of its own."""
    code = (
        "import sys; from agressielog.cli.main import run; run(sys.argv[1:]); print('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(done.stdout.splitlines())


def test_help_loads_no_store_no_tables_and_no_number_plan() -> None:
    assert not _imported_by("--help") & {
        "sqlite3",
        "sqlite_utils",
        "rich",
        "phonenumbers",
        "agressielog.bootstrap",
    }


def test_a_look_up_of_a_dutch_number_loads_no_writer_no_tables_and_no_number_plan(tmp_path: Path) -> None:
    logbook = str(tmp_path / "logboek.db")
    _imported_by("--db", logbook, "instelling", "set", "land", "NL")
    loaded = _imported_by("--db", logbook, "lookup", "06-12345678")
    assert "sqlite3" in loaded
    assert not loaded & {"sqlite_utils", "rich", "phonenumbers"}
