"""The page of results tells what a run did: all of it, added up, and what it did not do."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from results import SECTIONS, VARIABLE, Result, Run, from_text, write_page
from results_plugin import tellers

ROOT = Path(__file__).parents[2]
PAGE = "docs/betrouwbaarheid.md"
ON = date(2026, 11, 22)


def _told(*results: Result, **others: str) -> Run:
    return Run(told={"test_power_cut.py": list(results)}, not_run=others)


def _page(folder: Path, run: Run) -> str:
    target = folder / "pagina.md"
    write_page(run, target, ON)
    return target.read_text(encoding="utf-8")


def test_results_of_one_name_are_added_up(tmp_path: Path) -> None:
    page = _page(
        tmp_path,
        _told(
            Result("geen stroom", 1000, {"kapot": 0, "dubbel": 1}),
            Result("geen stroom", 500, {"kapot": 2, "dubbel": 1}),
        ),
    )
    assert "| geen stroom | 1.500 | 2 kapot, 2 dubbel |" in page


def test_the_totals_stand_first_with_the_cases_behind_them(tmp_path: Path) -> None:
    page = _page(
        tmp_path,
        _told(
            Result("geen stroom", 1000, {"kapot": 0}), Result("afgeschoten", 20, {"kapot": 1, "dubbel": 0})
        ),
    )
    assert "| een kapot bestand | 1 | 1.020 |" in page
    assert "| twee keer opgeslagen | 0 | 20 |" in page
    assert page.index("## In het kort") < page.index("afgeschoten")


def test_what_a_control_lost_counts_in_no_total(tmp_path: Path) -> None:
    page = _page(
        tmp_path,
        _told(Result("geen stroom", 10, {"kapot": 0}), Result("met OFF", 10, {"kapot": 7}, control=True)),
    )
    assert "| een kapot bestand | 0 | 10 |" in page
    assert "| met OFF | 10 | 7 kapot |" in page.split("## Ter controle")[1]


def test_what_was_not_run_is_named(tmp_path: Path) -> None:
    run = _told(Result("geen stroom", 10, {"kapot": 0}), **{"test_disk.py::test_full": "niet gedraaid"})
    assert "- `test_disk.py::test_full`: niet gedraaid" in _page(tmp_path, run).split("## Niet volledig")[1]
    assert "Niet volledig" not in _page(tmp_path, _told(Result("geen stroom", 10, {"kapot": 0})))


def test_a_run_that_was_stopped_says_so(tmp_path: Path) -> None:
    told = {"test_power_cut.py": [Result("geen stroom", 10, {"kapot": 0})]}
    assert "afgebroken" in _page(tmp_path, Run(told=told, broken_off=True)).split("## Niet volledig")[1]


def test_the_page_says_on_which_day_it_was_made_and_what_it_cannot_show(tmp_path: Path) -> None:
    page = _page(tmp_path, _told(Result("geen stroom", 10, {"kapot": 0})))
    assert "Gemeten op 22-11-2026" in page
    assert all(word in page for word in ("schijf die liegt", "netwerkschijf", "ssd", "beheerder", "anker"))


def test_a_result_goes_from_one_process_to_another() -> None:
    result = Result("geen stroom", 10, {"kapot": 0}, control=True)
    assert from_text(result.as_text()) == result


# Without plug-ins a run of two tests takes a second, not five.
_ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
_TESTS = """
def test_one(tell_result):
    tell_result("eerste", 3, kapot=0)

def test_other(tell_result):
    tell_result("tweede", 4, kapot=1)
    assert False
"""


@pytest.mark.parametrize(
    ("words", "told", "missing"),
    [
        (
            (),
            ("| eerste | 3 | 0 kapot |", "| tweede | 4 | 1 kapot |"),
            ("test_small.py::test_other`: mislukt",),
        ),
        (("-k", "one"), ("| eerste | 3 | 0 kapot |",), ("Alleen een deel", "test_threshold.py")),
    ],
    ids=["all of them", "one of them"],
)
def test_a_run_writes_the_page_it_was_asked_for(
    tmp_path: Path, words: tuple[str, ...], told: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    (tmp_path / "test_small.py").write_text(_TESTS, encoding="utf-8")
    page = tmp_path / "pagina.md"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        *words,
    ]
    path = ":".join((str(ROOT / "src"), str(ROOT / "tests" / "support")))
    for wanted in ({}, {VARIABLE: str(page)}):
        assert not page.exists(), "an ordinary run writes no page"
        subprocess.run(
            [*command, str(tmp_path)],
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": path, "HOME": str(tmp_path), **_ALONE, **wanted},
            capture_output=True,
            check=False,
        )
    written = page.read_text(encoding="utf-8")
    assert all(line in written for line in (*told, *missing)), written


def test_every_heading_of_the_page_is_over_tests_that_are_there() -> None:
    placed = {module for _, modules in SECTIONS for module in modules}
    assert {path.name for module in placed for path in (ROOT / "tests").rglob(module)} == placed


def test_every_file_of_fault_tests_tells() -> None:
    telling = {test.partition("::")[0] for test in tellers()}
    assert {path.name for path in (ROOT / "tests" / "faults").glob("test_*.py")} <= telling


@pytest.mark.parametrize("document", ["README.md", "docs/beloften.md"])
def test_the_promises_point_at_what_was_measured(document: str) -> None:
    link = PAGE if document == "README.md" else PAGE.removeprefix("docs/")
    assert f"]({link})" in (ROOT / document).read_text(encoding="utf-8")


def test_the_page_that_is_there_tells_of_nothing_that_may_never_be() -> None:
    """Whoever reads it must find zeros, and whoever finds something else must not be able to miss it."""
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    short = page.split("## In het kort")[1].split("## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in short.splitlines()
        if line[:2] == "| "
    ]
    assert len(rows) > 1
    assert {found for _, found, _ in rows[1:]} == {"0"}
