"""The results of a run of the fault tests, as the table in docs/betrouwbaarheid.md.

`AGRESSIELOG_RESULTATEN=docs/betrouwbaarheid.md pytest -m faults` writes the page anew; without it nothing is
written. What a test did not do stands in no row: the page tells a run, not a wish.
"""

import os
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

#: Names the page to write.
VARIABLE = "AGRESSIELOG_RESULTATEN"


@dataclass(frozen=True, slots=True)
class Result:
    """What one test did: to what, how often, and what came of it.

    Attributes:
        fault: in Dutch, as it stands in the table; rows of one name are added up.
        cases: how many.
        outcome: what was counted, by its Dutch name, in the order of the table.
    """

    fault: str
    cases: int
    outcome: tuple[tuple[str, int], ...]

    def plus(self, other: "Result") -> "Result":
        """Return both together."""
        counted = dict(self.outcome)
        for name, number in other.outcome:
            counted[name] = counted.get(name, 0) + number
        return Result(self.fault, self.cases + other.cases, tuple(counted.items()))


_PAGE = """\
# Betrouwbaarheid: wat er is geprobeerd

Dit is de uitkomst van één keer draaien van de fouttests, op {day}, met Python {python} en SQLite {sqlite}. Het
programma schrijft deze bladzijde zelf (`{variable}=docs/betrouwbaarheid.md pytest -m faults`). Wat daaruit volgt,
en wat niet, staat in [beloften.md](beloften.md).

| fout of aanval | gevallen | uitkomst |
|---|--:|---|
{rows}

Bij de regels met *ter controle* moet er iets verloren gaan: een test die daar niets vindt, vindt nergens iets.
"""


def write_page(results: Sequence[Result], target: Path, now: datetime) -> None:
    """Write the table of a run."""
    summed: dict[str, Result] = {}
    for result in results:
        before = summed.get(result.fault)
        summed[result.fault] = before.plus(result) if before is not None else result
    rows = "\n".join(
        f"| {one.fault} | {_number(one.cases)} | {_told(one)} |"
        for one in sorted(summed.values(), key=lambda one: one.fault)
    )
    page = _PAGE.format(
        day=f"{now:%d-%m-%Y}",
        python=".".join(map(str, sys.version_info[:3])),
        sqlite=sqlite3.sqlite_version,
        variable=VARIABLE,
        rows=rows,
    )
    target.write_text(page, encoding="utf-8")


def page_wanted() -> Path | None:
    """Return the page to write, if this run writes one."""
    name = os.environ.get(VARIABLE)
    return Path(name) if name else None


def today() -> datetime:
    """Return now; the page says on which day it was made."""
    return datetime.now(UTC)


def _told(result: Result) -> str:
    return ", ".join(f"{_number(number)} {name}" for name, number in result.outcome)


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")
