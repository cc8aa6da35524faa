"""Carries out a whole measurement, quick or full, and keeps what came of it as JSON."""

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from agressielog import bootstrap
from agressielog.domain.local_time import local_day
from benchmarks import commands, material
from benchmarks.commands import Group
from benchmarks.figures import Figure, Sample, figures
from benchmarks.installed import Installed
from benchmarks.loading import Loading, Share, loading
from benchmarks.machine import Machine, this_machine
from benchmarks.material import Logbook
from benchmarks.processes import in_turn
from benchmarks.side_by_side import Beside, Imported, beside_adds, beside_import


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is measured.

    Attributes:
        sizes: of the logbooks, in callers; there is always one of one caller too. The last is for all commands.
        further: larger ones, in which callers are only looked up.
        months: the two logbooks, in callers, whose same month is reported.
        rounds: of the look-ups; of the other commands `slow_rounds`.
        beside, writes: look-ups beside `add`, and how often that runs.
        rows: of the register that is imported.
        quick: whether it only shows that measuring works.
    """

    sizes: tuple[int, ...]
    months: tuple[int, int]
    rounds: int
    slow_rounds: int
    beside: int
    writes: int
    rows: int
    quick: bool = False
    further: tuple[int, ...] = ()


QUICK = Plan(
    sizes=(1000,), months=(1000, 1000), rounds=5, slow_rounds=2, beside=10, writes=2, rows=1000, quick=True
)
FULL = Plan(
    sizes=(1000, 100_000),
    months=(10_000, 100_000),
    rounds=60,
    slow_rounds=15,
    beside=200,
    writes=100,
    rows=100_000,
)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group of commands with the figure of each, in the order in which they ran."""

    title: str
    reference: str
    rounds: int
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All that was measured; seconds and MiB.

    `largest` (for all commands), `further` (for look-ups only) and `months` are logbooks, in callers.
    """

    on: date
    quick: bool
    machine: Machine
    largest: int
    further: tuple[int, ...]
    months: tuple[int, int]
    groups: tuple[GroupFigures, ...]
    loadings: tuple[Loading, ...]
    beside: Beside
    imported: Imported


def measure(folder: Path, installed: Installed, plan: Plan, say: Callable[[str], None]) -> Results:
    """Make what is needed and measure everything.

    Args:
        folder: where the material is kept.
        installed: the program.
        plan: how much.
        say: told in Dutch what is being done.
    """
    machine = this_machine(installed.python)
    one = material.logbook_of_one(folder, installed)
    made = {
        callers: material.logbook_of(folder, callers, say)
        for callers in {*plan.sizes, *plan.further, *plan.months}
    }
    looked_up = [one, *(made[callers] for callers in (*plan.sizes, *plan.further))]
    largest = made[plan.sizes[-1]]
    unnoted = material.without_looks(installed)
    say("export maken")
    export = material.exported(largest, installed)
    register = material.register(folder, plan.rows)
    groups = (
        (commands.look_ups(installed, unnoted, looked_up), plan.rounds),
        (commands.by_other_means(installed, largest, export), plan.slow_rounds),
        (commands.commands(installed, [one, largest]), plan.slow_rounds),
        (commands.months(installed, *(made[callers] for callers in plan.months)), plan.slow_rounds),
    )
    return Results(
        on=local_day(bootstrap.moment()),
        quick=plan.quick,
        machine=machine,
        largest=largest.callers,
        further=plan.further,
        months=plan.months,
        groups=tuple(_in_turn(group, rounds, say) for group, rounds in groups),
        loadings=tuple(
            loading(installed, name, words, one.environment)
            for name, words in (
                ("lookup", ("lookup", one.known)),
                ("--help", ("--help",)),
                ("add", commands.OTHER_COMMANDS["add"]),
            )
        ),
        beside=_beside_adds(installed, largest, plan, say),
        imported=_import(folder, installed, register, plan, say),
    )


def keep(results: Results, path: Path) -> None:
    """Write the results down, so that the page can be made again."""
    path.write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")


def read(path: Path) -> Results:
    """Read results that were kept."""
    kept = json.loads(path.read_text("utf-8"))
    imported = kept["imported"]
    return Results(
        on=date.fromisoformat(kept["on"]),
        quick=kept["quick"],
        machine=Machine(**kept["machine"]),
        largest=kept["largest"],
        further=tuple(kept.get("further", ())),
        months=(kept["months"][0], kept["months"][1]),
        groups=tuple(
            GroupFigures(
                group["title"],
                group["reference"],
                group["rounds"],
                {
                    name: Figure(**{**figure, "walls": tuple(figure["walls"])})
                    for name, figure in group["figures"].items()
                },
            )
            for group in kept["groups"]
        ),
        loadings=tuple(
            Loading(
                one["command"],
                tuple(Share(**share) for share in one["shares"]),
                one["classes"],
                one["classes_share"],
            )
            for one in kept["loadings"]
        ),
        beside=Beside(**kept["beside"]),
        imported=Imported(
            imported["rows"], Sample(**imported["sample"]), imported["closed"], Beside(**imported["beside"])
        ),
    )


def _in_turn(group: Group, rounds: int, say: Callable[[str], None]) -> GroupFigures:
    say(f"{group.title}: {len(group.runs)} opdrachten, {rounds} rondes")
    return GroupFigures(
        group.title, group.reference, rounds, figures(in_turn(group.runs, rounds), group.reference)
    )


def _beside_adds(installed: Installed, logbook: Logbook, plan: Plan, say: Callable[[str], None]) -> Beside:
    say("opzoeken terwijl anderen vastleggen")
    return beside_adds(installed, logbook, plan.beside, plan.writes)


def _import(
    folder: Path, installed: Installed, register: Path, plan: Plan, say: Callable[[str], None]
) -> Imported:
    say(f"{plan.rows} rijen importeren")
    into = folder / "import"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir()
    logbook = material.logbook_of_one(into, installed)
    return beside_import(installed, logbook, register, plan.rows, plan.beside)
