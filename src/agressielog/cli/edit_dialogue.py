"""Completes a short report by the same questions as `add`, or opens the texts of a whole one in an editor."""

from typing import TypeVar

from agressielog.application.correct import KEEP, Change, Correction
from agressielog.bootstrap import App
from agressielog.cli.add_dialogue import ask_missing
from agressielog.cli.editor import edit_text
from agressielog.cli.telling import retold
from agressielog.domain.incident import Incident
from agressielog.presentation.edit_sheet import read_sheet, write_sheet

T = TypeVar("T")


def ask_correction(app: App, incident: Incident) -> Correction:
    """Return what the user wants to correct; perhaps nothing."""
    return _completed(app, incident) if incident.incomplete else _edited(incident)


def _completed(app: App, incident: Incident) -> Correction:
    told = ask_missing(app, retold(incident))
    return Correction(
        account=_changed(incident.account, told.call.account),
        quote=_changed(incident.quote, told.call.quote),
        warned=_changed(incident.warned, told.call.warned),
        ended=_changed(incident.ended, told.call.ended),
        handed_over=_changed(incident.handed_over, told.call.handed_over),
        helped=_changed(incident.helped, told.call.helped),
        promises=told.call.promises,
        caller=KEEP,
    )


def _edited(incident: Incident) -> Correction:
    sheet = read_sheet(edit_text(write_sheet(incident)))
    shown = read_sheet(write_sheet(incident))
    # Only what was changed: a colleague may have corrected another field meanwhile.
    return Correction(
        account=_changed(shown.account, sheet.account),
        quote=_changed(shown.quote, sheet.quote),
        subject=_changed(shown.subject, sheet.subject),
        refused=_changed(shown.refused, sheet.refused),
        helped=_changed(shown.helped, sheet.helped),
    )


def _changed(shown: T, now: T) -> Change[T]:
    return KEEP if now == shown else now
