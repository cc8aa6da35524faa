"""What a command spends on loading: by whose module it is, and on making classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.installed import Installed
from benchmarks.processes import Run, run_once

# Each package with what it alone brings along; whatever is not named is the standard library.
_OWNERS = {
    "agressielog": "agressielog",
    "typer": "typer",
    "annotated_doc": "typer",
    "shellingham": "typer",
    "sqlite_utils": "sqlite-utils",
    "sqlite_fts4": "sqlite-utils",
    "click": "sqlite-utils",
    "click_default_group": "sqlite-utils",
    "dateutil": "sqlite-utils",
    "six": "sqlite-utils",
    "pluggy": "sqlite-utils",
    "tabulate": "sqlite-utils",
    "platformdirs": "platformdirs",
    "rich": "rich",
    "phonenumbers": "phonenumbers",
}
_STANDARD = "standaardbibliotheek"
_RUNS = 5
# Counts the classes that `dataclass` and `value` make, and the time that takes; the last line tells.
_COUNTING = """
import dataclasses, gc, sys, time
from agressielog import start
gc.set_threshold(start._YOUNG)
spent, made, within = 0.0, 0, 0
def counted(real):
    def decorator(cls=None, /, **wishes):
        def make(cls):
            global spent, made, within
            within += 1
            begun = time.perf_counter()
            try:
                return real(**wishes)(cls)
            finally:
                within -= 1
                if not within:
                    spent += time.perf_counter() - begun
                    made += 1
        return make if cls is None else make(cls)
    return decorator
dataclasses.dataclass = counted(dataclasses.dataclass)
from agressielog.domain import value as values
values.value = counted(values.value)
begun = time.perf_counter()
from agressielog.cli.main import run
status = run(sys.argv[1:])
whole = time.perf_counter() - begun
print()
print(made, spent, whole)
"""


@dataclass(frozen=True, slots=True)
class Share:
    """The modules of one owner: how many, and the milliseconds their own statements took, the median."""

    owner: str
    modules: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Loading:
    """What one command loads.

    `classes` are the dataclasses and values that are made, `classes_share` of the whole run; both 0 for the fast
    start, which ends the process before anything can be counted.
    """

    command: str
    shares: tuple[Share, ...]
    classes: int
    classes_share: float


def loading(
    installed: Installed, command: str, words: tuple[str, ...], environment: Mapping[str, str]
) -> Loading:
    """Return what a command loads, by `-X importtime`, which itself slows it down by a tenth or so."""
    python = str(installed.python)
    run = Run((python, "-X", "importtime", "-m", "agressielog", *words), environment)
    told = [shares(run_once(run).output.decode()) for _ in range(_RUNS)]
    owners = sorted(told[0], key=lambda owner: -told[0][owner][1])
    made, share = _classes(python, words, environment) if words[0] != "lookup" else (0, 0.0)
    return Loading(
        command,
        tuple(
            Share(owner, told[0][owner][0], median(one[owner][1] for one in told if owner in one))
            for owner in owners
        ),
        made,
        share,
    )


def _classes(python: str, words: tuple[str, ...], environment: Mapping[str, str]) -> tuple[int, float]:
    """Return how many dataclasses and values are made, and what share of the command that takes."""
    run = Run((python, "-c", _COUNTING, *words), environment)
    counted = [run_once(run).output.split()[-3:] for _ in range(_RUNS)]
    return int(counted[0][0]), median(float(spent) / float(whole) for _, spent, whole in counted)


def shares(told: str) -> dict[str, tuple[int, float]]:
    """Return the number of modules and their milliseconds by owner, from what `-X importtime` writes."""
    found: dict[str, tuple[int, float]] = {}
    for line in told.splitlines():
        own, _, named = line.removeprefix("import time:").partition("|")
        if not line.startswith("import time:") or not own.strip().isdigit():
            continue
        owner = _OWNERS.get(named.partition("|")[2].strip().partition(".")[0], _STANDARD)
        modules, spent = found.get(owner, (0, 0.0))
        found[owner] = (modules + 1, spent + int(own) / 1000)
    return found
