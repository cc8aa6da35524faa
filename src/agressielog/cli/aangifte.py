"""`agressielog aangifte`: the sheet for a report to the police."""

from datetime import date
from typing import Annotated

import typer

from agressielog.application.police_sheet import PoliceSheet, police_sheet
from agressielog.application.restricting import whose
from agressielog.bootstrap import App
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.document_target import file_of, is_office
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_day
from agressielog.domain.identity import IncidentId, parse_incident_id
from agressielog.presentation.police.docx import as_docx
from agressielog.presentation.police.sheet import (
    sheet_blocks,
    sheet_json,
    sheet_lead,
    sheet_text,
    sheet_title,
)
from agressielog.settings.safe_files import written_aside


def command(
    ctx: typer.Context,
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="Het nummer van het incident, bijvoorbeeld 42.")
    ],
    target: Annotated[
        str | None,
        typer.Option(
            "--uitvoer",
            "-o",
            metavar="BESTAND",
            help="Het bestand om te maken: .docx voor Word, anders tekst.",
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="De datum van het blad; gewoonlijk vandaag."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang het bestand als het er al is.")
    ] = False,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Maak het blad voor een aangifte bij de politie: wie, wat, waar, waarmee, hoe, wanneer en waarom.

    Het blad helpt bij het gesprek met de politie. Het zegt ook welke termijn loopt, welk adres je opgeeft en,
    bij een afgeschermd nummer, wat je de telefoonaanbieder vraagt.

      agressielog aangifte 42
      agressielog aangifte 42 -o aangifte.docx
    """
    path = file_of(target)
    office = path is not None and is_office(path)
    app, output = opened(ctx)
    on = read_day(app, day) or app.today
    sheet = _sheet(app, parse_incident_id(incident), on, all_the_same=all_the_same, reason=reason)
    seen(ctx, [sheet.incident.caller])
    if path is not None:
        with written_aside(path, overwrite=overwrite, never=app.path) as file:
            file.write(_document(app, sheet, office=office))
    if as_json:
        output.answer.json(sheet_json(sheet, app.policy, str(path) if path else None))
    elif path is None:
        output.answer.paragraph(sheet_text(sheet, app.policy).removesuffix("\n"))
    else:
        output.answer.line(f"Het blad staat in {path}.")


def _sheet(
    app: App, incident: IncidentId, on: date, *, all_the_same: bool, reason: str | None
) -> PoliceSheet:
    shown = despite(app, whose(app.store, incident), wanted=all_the_same, reason=reason)
    return police_sheet(app.store, incident, app.policy_on(on), app.settings, on, despite=shown)


def _document(app: App, sheet: PoliceSheet, *, office: bool) -> bytes:
    if not office:
        return sheet_text(sheet, app.policy).encode()
    return as_docx(sheet_title(sheet), sheet_lead(sheet), sheet_blocks(sheet, app.policy))
