"""Completes a short report by the same questions as `add`, or opens the texts of a whole one in an editor."""

from agressielog.application.correct import KEEP, Correction
from agressielog.bootstrap import App
from agressielog.cli.add_dialogue import ask_missing
from agressielog.cli.editor import edit_text
from agressielog.cli.telling import retold
from agressielog.domain.incident import Incident
from agressielog.presentation.edit_sheet import read_sheet, write_sheet


def ask_correction(app: App, incident: Incident) -> Correction:
    """Return what the user wants to correct; perhaps nothing."""
    return _completed(app, incident) if incident.incomplete else _edited(incident)


def _completed(app: App, incident: Incident) -> Correction:
    told = ask_missing(app, retold(incident))
    return Correction(
        account=told.call.account,
        quote=told.call.quote,
        warned=told.call.warned,
        ended=told.call.ended,
        handed_over=told.call.handed_over,
        helped=told.call.helped,
        promises=told.call.promises,
        caller=KEEP,
    )


def _edited(incident: Incident) -> Correction:
    sheet = read_sheet(edit_text(write_sheet(incident)))
    return Correction(
        account=sheet.account,
        quote=sheet.quote,
        subject=sheet.subject,
        refused=sheet.refused,
        helped=sheet.helped,
    )
