"""`agressielog export`: write every incident to a file or to another program."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from agressielog.application.errors import ExportToScreen, TargetOfSpreadsheet
from agressielog.application.export_incidents import Exported, export_incidents
from agressielog.application.restricting import restricted_now
from agressielog.application.usage_errors import DaysReversed
from agressielog.bootstrap import App
from agressielog.cli.held_output import HeldOutput
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_day
from agressielog.domain.identity import CallerId
from agressielog.presentation.console import Output, standard_output
from agressielog.presentation.labels import incidents
from agressielog.presentation.tables.export_jsonl import json_lines
from agressielog.presentation.tables.export_table import table_lines
from agressielog.settings.safe_files import written_aside

Lines: TypeAlias = Callable[[Iterator[Exported]], Iterator[str]]

_WARNING = (
    "Let op: een export bevat persoonsgegevens. Bewaar hem op een veilige plek, deel hem niet, en verwijder hem "
    "zodra je hem niet meer nodig hebt."
)

#: As a name: what is written without one, for another program; on a screen it is refused in the same way.
_STDOUT = "-"
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


class Form(StrEnum):
    """How the incidents are written."""

    CSV = "csv"
    JSON_LINES = "jsonl"


def command(
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Option(
            "--uitvoer",
            "-o",
            metavar="BESTAND",
            help="Het bestand om te maken, alleen voor jou leesbaar; - is de uitvoer zelf.",
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--vorm", help="CSV voor Excel, of een JSON-document per regel; gewoonlijk naar de naam."
        ),
    ] = None,
    since: Annotated[str | None, typer.Option("--sinds", metavar="DATUM", help="Vanaf deze dag.")] = None,
    until: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="Tot en met deze dag.")] = None,
    overwrite: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang het bestand als het er al is.")
    ] = False,
) -> None:
    """Schrijf de incidenten naar CSV of JSON.

    Het bestand is een tabel voor Excel, die agressielog import precies zo weer inleest. Er staan
    persoonsgegevens in: bewaar het veilig en gooi het weg als je klaar bent.

      agressielog export -o incidenten.csv
      agressielog export --sinds 1-1-2026 --vorm jsonl | jq .incident.wat
    """
    if target == _STDOUT:
        target = None
    _refuse_target(target)
    app, output = opened(ctx)
    first, last = _days(app, since, until)
    callers: set[CallerId | None] = set()
    _write(app, target, first, last, _noting(_form(form, target), callers), overwrite=overwrite)
    seen(ctx, callers)
    _warn(app, output)


def _refuse_target(target: str | None) -> None:
    if target is None and sys.stdout.isatty():
        raise ExportToScreen
    if target is not None and Path(target).suffix.casefold() in _SPREADSHEETS:
        raise TargetOfSpreadsheet(target)


def _write(
    app: App, target: str | None, first: date | None, last: date | None, lines: Lines, *, overwrite: bool
) -> None:
    if target is None:
        _to_program(app, first, last, lines)
    else:
        _to_file(app, Path(target), first, last, lines, overwrite=overwrite)


def _warn(app: App, output: Output) -> None:
    if restricted_now(app.store):
        output.notice("Bellers die om beperking vroegen, staan er niet in.")
    output.notice(_WARNING)


def _days(app: App, since: str | None, until: str | None) -> tuple[date | None, date | None]:
    first, last = read_day(app, since), read_day(app, until)
    if first is not None and last is not None and last < first:
        raise DaysReversed(first, last)
    return first, last


def _form(form: Form | None, target: str | None) -> Lines:
    """Return what writes the chosen form; a name that ends in `.jsonl` chooses it too."""
    by_name = Form.JSON_LINES if target is not None and target.casefold().endswith(".jsonl") else Form.CSV
    return json_lines if (form or by_name) is Form.JSON_LINES else table_lines


def _noting(lines: Lines, callers: set[CallerId | None]) -> Lines:
    """Return *lines*, noting whose incidents went into them."""

    def noted(rows: Iterator[Exported]) -> Iterator[str]:
        return lines(_passing(rows, callers))

    return noted


def _passing(rows: Iterator[Exported], callers: set[CallerId | None]) -> Iterator[Exported]:
    for row in rows:
        callers.add(row.incident.caller)
        yield row


def _to_program(app: App, first: date | None, last: date | None, lines: Lines) -> None:
    held = HeldOutput()
    export_incidents(app.store, first, last, lambda rows: held.take(lines(rows)))
    held.send()


def _to_file(
    app: App, path: Path, first: date | None, last: date | None, lines: Lines, *, overwrite: bool
) -> None:
    with written_aside(path, overwrite=overwrite, never=app.path) as file:
        number = export_incidents(
            app.store, first, last, lambda rows: file.writelines(line.encode() for line in lines(rows))
        )
    standard_output().answer.line(f"{incidents(number).capitalize()} geschreven naar {path}.")
