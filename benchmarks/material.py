"""Makes what is measured: logbooks of several sizes, an export, a register to import; kept for a next time."""

import csv
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from agressielog import bootstrap
from agressielog.domain.local_time import local_day, to_local
from agressielog.settings.demo_texts import demo_material
from benchmarks.installed import ROOT, Installed
from benchmarks.logbooks import SEED
from benchmarks.made_up import CALLS, made_up_callers
from benchmarks.processes import Run, run_once

#: A number that nobody has in any of the logbooks.
UNKNOWN = "088-0999999"
_KNOWN = "020-0000007"
#: What `agressielog.start` notes a look with.
NOTING = "_leave"
#: Whose measure is in force today; the number as it is stored.
IN_FORCE = """
    SELECT beller_nummer.nummer FROM maatregel JOIN beller_nummer USING (beller)
    WHERE uitgereikt_op IS NOT NULL AND van <= date('now') AND date('now') < coalesce(tot, geldig_tot)
    ORDER BY maatregel.id DESC LIMIT 1
"""
_HEADINGS = (
    "op",
    "nummer",
    "naam",
    "klantnummer",
    "soorten",
    "team",
    "melder",
    "wat",
    "gewaarschuwd",
    "beeindigd",
)


@dataclass(frozen=True, slots=True)
class Logbook:
    """A logbook to measure on; `known` is the number of a caller with a measure in force."""

    path: Path
    callers: int
    known: str

    @property
    def environment(self) -> Mapping[str, str]:
        """What makes the program use it, by somebody who is logged in."""
        return {"AGRESSIELOG_DB": str(self.path), "AGRESSIELOG_GEBRUIKER": "Meting", "LOGNAME": "meting"}


def logbook_of_one(folder: Path, installed: Installed) -> Logbook:
    """Make the smallest logbook there can be with everything in it: one caller, one call, one warning."""
    path = folder / "een.db"
    path.unlink(missing_ok=True)
    found = Logbook(path, 1, _KNOWN)
    for words in (
        ("add", _KNOWN, "--naam", "W. Brandsma", "--soort", "belediging", "--wat", "Werd persoonlijk."),
        (
            *(
                "maatregel",
                "add",
                "B1",
                "--soort",
                "schriftelijke_waarschuwing",
                "--reden",
                "Werd persoonlijk.",
            ),
            *("--besluit-door", "M. Vonk", "--uitgereikt", "nu", "--afwijking", "voor de meting"),
        ),
    ):
        run_once(Run((str(installed.program), *words), found.environment))
    return found


def logbook_of(folder: Path, callers: int, say: Callable[[str], None]) -> Logbook:
    """Return the logbook of so many callers, made in a process of its own that may grow as it likes."""
    path = folder / f"bellers-{callers}.db"
    if not path.exists():
        say(f"logboek van {callers} bellers maken")
        making = path.with_suffix(".nieuw")
        making.unlink(missing_ok=True)
        subprocess.run(
            [sys.executable, "-m", "benchmarks", "vul", str(making), str(callers)],
            check=True,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        for beside in folder.glob(f"{making.name}-*"):
            beside.rename(path.with_name(path.name + beside.name.removeprefix(making.name)))
        making.rename(path)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        (known,) = connection.execute(IN_FORCE).fetchone()
    return Logbook(path, callers, f"0{known.removeprefix('+31')}")


def exported(logbook: Logbook, installed: Installed) -> Path:
    """Return the logbook as the program exports it to CSV."""
    path = logbook.path.with_suffix(".csv")
    if not path.exists():
        run_once(Run((str(installed.program), "export", "-o", str(path)), logbook.environment))
    return path


def register(folder: Path, rows: int) -> Path:
    """Return a register of so many calls, as an office would have kept it; a fifth as many callers."""
    path = folder / f"register-{rows}.csv"
    if not path.exists():
        last_day = local_day(bootstrap.moment()) - timedelta(days=1)
        making = path.with_suffix(".nieuw")
        with making.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(_HEADINGS)
            for one in made_up_callers(demo_material(), rows // CALLS, last_day, SEED):
                for call in one.calls:
                    writer.writerow(
                        (
                            *(f"{to_local(call.at):%d-%m-%Y %H:%M}", one.typed, one.caller.name or ""),
                            *(
                                one.caller.customer_number or "",
                                ", ".join(call.kinds),
                                call.team,
                                call.reporter,
                            ),
                            *(call.account, "ja" if call.warned else "nee", "ja" if call.ended else "nee"),
                        )
                    )
        making.rename(path)
    return path


def without_looks(installed: Installed) -> Path:
    """Return a copy of the start script that notes no look: what the note costs is the difference.

    Raises:
        ValueError: the script is not what pip wrote until now.
    """
    path = installed.program.with_name("agressielog-zonder-inzage")
    script = installed.program.read_text("utf-8")
    imported = "from agressielog.start import main\n"
    if imported not in script:
        raise ValueError(script)
    idle = f"import agressielog.start\nagressielog.start.{NOTING} = lambda *_: None\n"
    path.write_text(script.replace(imported, imported + idle), "utf-8")
    path.chmod(0o755)
    return path
