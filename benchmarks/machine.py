"""What there is to know of a machine that says nothing about whose it is."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Run, run_once


@dataclass(frozen=True, slots=True)
class Machine:
    """The circumstances of a measurement; `load` is how many processes wanted to run when it began."""

    processors: int
    memory: int
    system: str
    python: str
    sqlite: str
    load: float


def this_machine(python: Path) -> Machine:
    """Return the facts of this machine, with the versions of the Python that is measured."""
    told = "import sqlite3, platform; print(platform.python_version(), sqlite3.sqlite_version)"
    version, sqlite = run_once(Run((str(python), "-c", told))).output.decode().split()
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Machine(
        processors=len(os.sched_getaffinity(0)),
        memory=round(pages / 2**30),
        system=platform.system(),
        python=version,
        sqlite=sqlite,
        load=os.getloadavg()[0],
    )
