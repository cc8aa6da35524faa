"""The results of a run of the fault tests, as the page docs/betrouwbaarheid.md.

`AGRESSIELOG_RESULTATEN=docs/betrouwbaarheid.md pytest -m faults` writes the page anew; without it nothing is
written. What a test did not do stands in no row, and what was not run is named: the page tells a run, not a wish.
"""

import json
import os
import platform
import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agressielog import __version__

#: Names the page to write.
VARIABLE = "AGRESSIELOG_RESULTATEN"
#: Under this name a test hands its result to the report of the run, also from another process.
PROPERTY = "agressielog_resultaat"


@dataclass(frozen=True, slots=True)
class Result:
    """What one test did: to what, how often, and what came of it.

    Attributes:
        fault: in Dutch, as it stands in the table; rows of one name are added up.
        cases: how many.
        outcome: what was counted, by its Dutch name, in the order of the table.
        control: whether something had to be found: what is left out of the totals.
    """

    fault: str
    cases: int
    outcome: Mapping[str, int]
    control: bool = False

    def plus(self, other: "Result") -> "Result":
        """Return both together."""
        counted = dict(self.outcome)
        for name, number in other.outcome.items():
            counted[name] = counted.get(name, 0) + number
        return Result(self.fault, self.cases + other.cases, counted, self.control or other.control)

    def as_text(self) -> str:
        """Return it in a form that one process can hand to another."""
        return json.dumps(asdict(self))


def from_text(text: str) -> Result:
    """Return what `Result.as_text` made a text of."""
    return Result(**json.loads(text))


@dataclass(slots=True)
class Run:
    """What a run of the tests did.

    Attributes:
        told: by the module of the test, what it told.
        not_run: tests that belong on the page, as `module.py::test`, with why they told nothing or too little.
        chosen: whether only a part of the tests was asked for.
        broken_off: whether it was stopped before its end.
    """

    told: dict[str, list[Result]] = field(default_factory=dict)
    not_run: dict[str, str] = field(default_factory=dict)
    chosen: bool = False
    broken_off: bool = False


_EVIDENCE = "Bewijs: geknoei en omgevallen bits"
_OTHER, _CONTROLS = "En verder", "Ter controle: hier moet het misgaan"
#: What has to be told with a table.
_NOTES: Mapping[str, str] = {
    _EVIDENCE: "Elke ingreep is nagekeken met een anker van ervoor. Een afgekapt eind, een herschreven keten en een oude kopie\n"
    "zijn zonder anker heel in zichzelf: daar staat nul bij wat ook zonder anker gemeld is, en dat kan niet anders.",
    _CONTROLS: "Een proef die hier niets vindt, vindt nergens iets. Deze regels tellen niet mee in het kort.",
}

#: Which tests stand together, and under which heading; what is in none of them comes last.
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Bewaren: afgeschoten, geen stroom, een slechte schijf, veel plekken",
        (
            "test_kill_at_random.py",
            "test_kill_at_every_call.py",
            "test_kill_every_command.py",
            "test_kill_a_copy.py",
            "test_signals.py",
            "test_power_cut.py",
            "test_disk.py",
            "test_disk_every_command.py",
            "test_migration.py",
            "test_concurrency.py",
            "test_many_desks.py",
            "test_threshold.py",
        ),
    ),
    (_EVIDENCE, ("test_forged.py", "test_bit_flips.py")),
    ("Bedorven bestanden en vreemde inhoud", ("test_malformed_files.py", "test_tampered.py")),
    ("Weg: wissen en opschonen", ("test_forgetting.py", "test_kill_an_erasure.py")),
    ("Niets verklappen: een fout in het programma zelf", ("test_broken_commands.py",)),
)
#: What may never be found, by the name under which tests count it, and as it is told.
_NEVER: tuple[tuple[str, str], ...] = (
    ("bevestigd verloren", "*Opgeslagen* gezegd, en toch weg"),
    ("dubbel", "twee keer opgeslagen"),
    ("half gedaan", "een opdracht half gedaan"),
    ("halve kopie", "een reservekopie die niet heel is"),
    ("anders gezegd dan het is", "gezegd dat iets opgeslagen of niet opgeslagen was, terwijl het anders was"),
    ("kapot", "een kapot bestand"),
    ("niet gemeld", "veranderd zonder dat `agressielog check` het meldt"),
    ("gevonden", "een woord of nummer van wie gewist was"),
    ("gelekt", "een naam of nummer in een foutmelding, of in een bestand waar het niet hoort"),
    ("programmafouten", "een programmafout (traceback)"),
    ("bestanden veranderd", "een bestand dat door lezen veranderde"),
)

_PAGE = """\
# Betrouwbaarheid: wat is geprobeerd, en wat is gevonden

Gemeten op {day}, met agressielog {version}, Python {python} en SQLite {sqlite} op {system}. De proeven schrijven
deze bladzijde zelf, met wat ze in die ene keer telden:

```sh
{variable}=docs/betrouwbaarheid.md .venv/bin/python -m pytest -m faults
```

Wat eruit volgt staat in [beloften.md](beloften.md); wat er niet uit volgt onderaan.

{sections}
## Wat deze proeven niet laten zien

- **Een schijf die liegt.** Zegt een schijf, usb-stick of virtuele machine dat iets bewaard is terwijl dat niet zo is, dan
  helpt geen programma. De stroomstoring is nagebootst uit wat het programma aan het besturingssysteem vroeg; er is geen
  stekker uit een computer getrokken.
- **Een netwerkschijf, of een map van OneDrive, Dropbox of Google Drive.** Daar is niets op gemeten; het programma waarschuwt.
- **Wie alles mag.** Een beheerder, of wie het bestand mag schrijven en de keten kent, kan alles herschrijven. Dat blijkt alleen
  uit een anker dat buiten de computer ligt, en alleen voor wat vóór dat anker geschreven is. Wat iemand daarna toevoegt of
  verandert en sluitend maakt, blijkt nergens uit.
- **Wie er keek.** De inzages staan naast de keten. Valt daar een bit om, dan meldt `agressielog check` dat; wie met een ander
  programma een inzage weghaalt of verandert, wordt niet gemeld. Een stroomstoring kan de laatste inzages meenemen.
- **Of iets waar is.** De keten bewijst dat iets er toen zo stond, niet dat het zo gebeurd is.
- **Resten buiten het bestand.** Een ssd bewaart oude blokken waar geen programma bij kan; versleutel de schijf. Ook wat in het
  geheugen, in de wisselruimte, in de geschiedenis van de terminal, in een oudere reservekopie elders of op papier staat, is
  niet doorzocht.
- **Windows en macOS.** Alles is gemeten op {system}.
- **Wat niemand bedacht.** Nul gevonden op zoveel gevallen zegt dat het zelden is, niet dat het nooit gebeurt.
"""


def write_page(run: Run, target: Path, on: date) -> None:
    """Write the page of a run; *on* is the local day of it."""
    titled = _in_sections(run.told)
    parts = [_in_short(titled), *(_table(title, rows) for title, rows in titled if rows)]
    if run.not_run or run.chosen or run.broken_off:
        parts.insert(0, _not_run(run))
    page = _PAGE.format(
        day=f"{on.day}-{on.month}-{on.year}",
        version=__version__,
        python=".".join(map(str, sys.version_info[:3])),
        sqlite=sqlite3.sqlite_version,
        system=platform.system(),
        variable=VARIABLE,
        sections="\n".join(parts),
    )
    target.write_text(page, encoding="utf-8")


def _in_sections(told: Mapping[str, Sequence[Result]]) -> list[tuple[str, list[Result]]]:
    known = {module for _, modules in SECTIONS for module in modules}
    placed = [*SECTIONS, (_OTHER, tuple(sorted(told.keys() - known)))]
    titled = [
        (title, _summed(one for module in modules for one in told.get(module, ()) if not one.control))
        for title, modules in placed
    ]
    controls = _summed(
        one for _, modules in placed for module in modules for one in told.get(module, ()) if one.control
    )
    return [*titled, (_CONTROLS, controls)]


def _summed(results: Iterable[Result]) -> list[Result]:
    summed: dict[str, Result] = {}
    for result in sorted(results, key=lambda one: one.fault):
        before = summed.get(result.fault)
        summed[result.fault] = before.plus(result) if before is not None else result
    return list(summed.values())


def _in_short(titled: Sequence[tuple[str, Sequence[Result]]]) -> str:
    rows = [one for _, section in titled for one in section if not one.control]
    lines = []
    for name, told in _NEVER:
        counting = [one for one in rows if name in one.outcome]
        if counting:
            found = sum(one.outcome[name] for one in counting)
            cases = sum(one.cases for one in counting)
            lines.append(f"| {told} | {_number(found)} | {_number(cases)} |")
    table = "\n".join(["| wat nooit mag | gevonden | op zoveel gevallen |", "|---|--:|--:|", *lines])
    return f"## In het kort\n\n{table}\n"


def _table(title: str, rows: Sequence[Result]) -> str:
    lines = [f"| {one.fault} | {_number(one.cases)} | {_told(one)} |" for one in rows]
    table = "\n".join(["| fout of aanval | gevallen | gevonden |", "|---|--:|---|", *lines])
    note = f"{_NOTES[title]}\n\n" if title in _NOTES else ""
    return f"## {title}\n\n{note}{table}\n"


def _not_run(run: Run) -> str:
    lines = [f"- `{test}`: {why}" for test, why in sorted(run.not_run.items())]
    part = " Alleen een deel van de proeven is gekozen." if run.chosen else ""
    part += (
        " De proeven zijn afgebroken: ook wat hieronder een getal heeft, kan te weinig gevallen hebben."
        * run.broken_off
    )
    listed = "\n".join(lines) + "\n" if lines else ""
    return f"## Niet volledig\n\n**Deze bladzijde laat niet alles zien.**{part}\n\n{listed}"


def page_wanted() -> Path | None:
    """Return the page to write, if this run writes one."""
    name = os.environ.get(VARIABLE)
    return Path(name) if name else None


def today() -> date:
    """Return the day on which the page is made."""
    return datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()


def _told(result: Result) -> str:
    return ", ".join(f"{_number(number)} {name}" for name, number in result.outcome.items())


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")
