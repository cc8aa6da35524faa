"""Duties as JSON (design 3.1)."""

from agressielog.application.duties import DutyList
from agressielog.domain.duty import AsOf, Duty
from agressielog.domain.identity import caller_code
from agressielog.presentation.duty_words import command_for, what, whom
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso, iso_day


def duties_document(found: DutyList) -> Json:
    """Return the document of `taken`."""
    return {
        "schema": "agressielog.taken/1",
        "taken": [duty_json(duty, found.moment) for duty in found.duties],
    }


def duty_json(duty: Duty, moment: AsOf) -> Json:
    """Return one duty, as of the moment that is judged."""
    return {
        "soort": duty.kind.value,
        "wat": what(duty),
        "voor": whom(duty),
        "uiterlijk": iso_day(duty.due_day) if duty.whole_day else iso(duty.due),
        "te_laat": duty.is_late(moment.at),
        "opdracht": f"agressielog {command_for(duty)}",
        "beller": caller_code(duty.caller) if duty.caller is not None else None,
        "collega": duty.colleague,
        "incidenten": list(duty.incidents),
        "vervallen": duty.lapsed,
    }
