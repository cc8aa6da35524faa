"""The files around the code say the same thing as each other."""

import re
import tomllib
from pathlib import Path

from agressielog import __version__

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _readme_command(ending: str) -> str:
    return next(
        line for line in README.splitlines() if line.startswith("python3 -m venv") and line.endswith(ending)
    )


def test_the_check_of_every_change_runs_the_test_command_of_the_readme_to_the_letter() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert _readme_command("pytest") in script.splitlines()


def test_each_readme_command_begins_on_a_fresh_machine() -> None:
    assert _readme_command("agressielog demo").startswith("python3 -m venv .venv && ")


def test_the_version_is_the_same_everywhere() -> None:
    assert PROJECT["project"]["version"] == __version__


def test_the_extra_and_the_group_for_development_are_one_list() -> None:
    assert PROJECT["dependency-groups"]["dev"] == PROJECT["project"]["optional-dependencies"]["ontwikkel"]


def test_every_file_the_documents_point_at_is_there() -> None:
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
    for document in documents:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if not target.startswith("https://"):
                assert (document.parent / target).exists(), (document.name, target)


def test_every_test_the_promises_rest_on_is_there() -> None:
    promises = (ROOT / "docs" / "beloften.md").read_text(encoding="utf-8")
    for path in re.findall(r"`(tests/[^`]+)`", promises):
        assert (ROOT / path).exists(), path
