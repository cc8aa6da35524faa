"""The page is made from results, and says of every bar whether it was met."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from benchmarks.bars import bars
from benchmarks.figures import Figure, Sample, figures
from benchmarks.loading import Loading, Share, shares
from benchmarks.machine import Machine
from benchmarks.measuring import GroupFigures, Results
from benchmarks.page import page
from benchmarks.side_by_side import Beside, Imported

from benchmarks import commands, measuring

BESIDE = Beside(
    quiet=0.020,
    quiet_slowest=0.030,
    busy=0.025,
    busy_slowest=0.060,
    longest=0.080,
    look_ups=200,
    writes=90,
    refused=0,
)

TOLD = """
import time: self [us] | cumulative | imported package
import time:       300 |        300 |   sqlite3.dbapi2
import time:      1200 |       1500 | sqlite_utils.db
import time:       500 |        500 |     click
import time:      2000 |       9000 | agressielog.cli.main
Opgeslagen als incident 1.
"""


def measured(walls: dict[str, float], reference: str) -> dict[str, Figure]:
    return figures({name: [Sample(wall, wall, 30.0)] * 3 for name, wall in walls.items()}, reference)


def group(title: str, walls: dict[str, float]) -> GroupFigures:
    walls = {commands.PASS: 0.015, commands.SQLITE: 0.020} | walls
    return GroupFigures(title, commands.SQLITE, 3, measured(walls, commands.SQLITE))


def look_ups(callers: int) -> dict[str, float]:
    return {
        commands.look_up_name(callers, known=known, terminal=terminal, noted=noted): 0.022 if noted else 0.021
        for known in (True, False)
        for terminal in (True, False)
        for noted in (True, False)
    }


@pytest.fixture
def results() -> Results:
    """A measurement in which everything was as fast as it should be, but `add`."""
    looked = look_ups(1) | look_ups(100_000)
    months = {
        commands.command_name("report --maand", callers): wall
        for callers, wall in ((10_000, 0.3), (100_000, 0.33))
    }
    return Results(
        on=date(2026, 11, 22),
        quick=False,
        machine=Machine(2, 8, "Linux", "3.11.7", "3.40.1", 0.04),
        largest=100_000,
        further=(),
        months=(10_000, 100_000),
        groups=(
            group("Opzoeken", looked),
            group(
                "Andere opdrachten", {commands.LIBRARIES: 0.150, commands.command_name("add", 100_000): 0.300}
            ),
            GroupFigures("Dezelfde maand", next(iter(months)), 3, measured(months, next(iter(months)))),
        ),
        loadings=(Loading("add", (Share("agressielog", 200, 60.0), Share("typer", 30, 20.0)), 240, 0.3),),
        beside=BESIDE,
        imported=Imported(100_000, Sample(50.0, 40.0, 400.0), 0.200, replace(BESIDE, longest=0.210)),
    )


def test_every_bar_is_a_line_with_its_value_and_whether_it_was_met(results: Results) -> None:
    lines = page(results).splitlines()
    assert "| add met advies ÷ python -c 'import sqlite3' | 12,00 | 15,00 | **niet gehaald** |" in lines
    assert "| report --maand, dezelfde maand: 500.000 ÷ 50.000 incidenten | 1,20 | 1,10 | gehaald |" in lines
    told = [line for line in lines if line.endswith(("| gehaald |", "| **niet gehaald** |"))]
    assert len(told) == len(bars(results)) == 18


def test_a_bar_is_met_up_to_and_including_its_limit(results: Results) -> None:
    assert [bar.about for bar in bars(results) if not bar.met] == [
        "add met advies ÷ python -c 'import sqlite3'"
    ]


def test_the_page_says_when_and_on_what_without_saying_whose(results: Results) -> None:
    told = page(results)
    assert (
        "Gemeten op 22 november 2026 op Linux met 2 processors en 8 GiB geheugen, Python 3.11.7 en SQLite 3.40.1"
        in told
    )
    assert "2.000 rijen per seconde" in told
    assert str(Path.home()) not in told


def test_a_quick_measurement_says_so(results: Results) -> None:
    assert "snelle meting" in page(replace(results, quick=True))
    assert "snelle meting" not in page(results)


def test_one_logbook_of_a_quick_measurement_has_no_bar_for_the_month(results: Results) -> None:
    assert len(bars(replace(results, months=(1000, 1000)))) == 17


def test_a_larger_logbook_in_which_was_only_looked_up_has_the_bars_of_a_look_up(results: Results) -> None:
    looked = group("Opzoeken", look_ups(1) | look_ups(100_000) | look_ups(1_000_000))
    larger = replace(results, further=(1_000_000,), groups=(looked, *results.groups[1:]))
    told = [bar.about for bar in bars(larger) if "1.000.000" in bar.about]
    assert told[:3] == [
        "lookup, met maatregel, pijp, 1.000.000 bellers, zonder inzageregel ÷ python -c 'import sqlite3'",
        "lookup, met maatregel, pijp, 1.000.000 bellers ÷ python -c 'import sqlite3'",
        "lookup, met maatregel, pijp, 1.000.000 bellers ÷ hetzelfde met 1 beller",
    ]
    assert (len(told), len(bars(larger))) == (12, 18 + 12)


def test_the_page_says_how_much_of_add_the_libraries_are(results: Results) -> None:
    assert "Typer en sqlite-utils laden is 50 % van de hele opdracht" in page(results)


def test_results_that_were_kept_make_the_same_page(results: Results, tmp_path: Path) -> None:
    measuring.keep(results, tmp_path / "resultaten.json")
    assert measuring.read(tmp_path / "resultaten.json") == results


def test_a_command_that_stands_in_two_groups_counts_where_it_came_first(results: Results) -> None:
    name = commands.look_up_name(100_000, known=True, terminal=False)
    slow = replace(results, groups=(*results.groups, group("Andere middelen", {name: 9.0})))
    assert bars(slow) == bars(results)


def test_the_month_counts_against_the_same_month_and_not_against_python(results: Results) -> None:
    among_others = group("Andere opdrachten", {commands.command_name("report --maand", 100_000): 0.4})
    assert bars(replace(results, groups=(among_others, *results.groups))) == bars(results)


def test_modules_are_counted_by_whose_they_are() -> None:
    assert shares(TOLD) == {
        "standaardbibliotheek": (1, 0.3),
        "sqlite-utils": (2, 1.7),
        "agressielog": (1, 2.0),
    }
