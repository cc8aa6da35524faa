"""The one command: makes the material, measures, prints the page and writes it to docs/snelheid.md."""

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks import installed, logbooks, measuring
from benchmarks.page import page

_PAGE = installed.ROOT / "docs" / "snelheid.md"
_RESULTS = "resultaten.json"


def main() -> None:
    """Do what was typed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Meet hoe snel agressielog is.")
    parser.add_argument("--snel", action="store_true", help="in een minuut, om te zien of het meten werkt")
    parser.add_argument(
        "--bellers", type=int, action="append", help="ook in een logboek van zoveel bellers opzoeken"
    )
    parser.add_argument("--map", type=Path, default=Path(tempfile.gettempdir()) / "agressielog-benchmarks")
    parser.add_argument("--omgeving", type=Path, help="een omgeving waarin het programma al geïnstalleerd is")
    parser.add_argument(
        "--pagina", type=Path, help="waar de pagina komt; anders docs/snelheid.md, met --snel nergens"
    )
    parser.add_argument("--uit", type=Path, help="maak alleen de pagina, uit eerdere resultaten")
    parser.set_defaults(do=None)
    kinds = parser.add_subparsers(metavar="")
    filling = kinds.add_parser("vul", help="maak alleen een logboek")
    filling.add_argument("bestand", type=Path)
    filling.add_argument("aantal", type=int)
    filling.set_defaults(do="vul")
    typed = parser.parse_args()
    if typed.do == "vul":
        logbooks.fill(typed.bestand, typed.aantal, lambda stored: _say(f"{stored} bellers"))
        return
    results = measuring.read(typed.uit) if typed.uit is not None else _measured(typed)
    written = page(results)
    where = typed.pagina or (None if typed.snel else _PAGE)
    if where is not None:
        where.write_text(written, "utf-8")
    sys.stdout.write(written)


def _measured(typed: argparse.Namespace) -> measuring.Results:
    folder = typed.map / installed.fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    _say(f"alles komt in {folder}")
    plan = measuring.QUICK if typed.snel else measuring.FULL
    if typed.bellers:
        plan = replace(plan, further=tuple(set(typed.bellers) - set(plan.sizes)))
    if typed.omgeving is not None:
        program = installed.in_environment(typed.omgeving)
    else:
        _say("het programma installeren")
        program = installed.install(folder / "omgeving")
    results = measuring.measure(folder, program, plan, _say)
    measuring.keep(results, folder / _RESULTS)
    return results


def _say(told: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {told}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
