"""Promises as rows of `toezegging`, and back."""

from collections.abc import Mapping

from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import NewPromise
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty, IncidentStatus
from agressielog.storage.cells import moment, optional_code, optional_text, optional_whole, text
from agressielog.storage.rows import Cell, Row, moment_text, promise_from


def promise_row(
    promise: PromiseId, new: NewPromise, *, incident: IncidentId | None = None, caller: CallerId | None = None
) -> Row:
    """Return the whole row of a promise about to be stored, to an incident or to a caller."""
    return {
        "id": promise,
        "incident": incident,
        "beller": caller,
        "wat": new.what,
        "voor": new.due.isoformat() if new.due is not None else None,
        "op": moment_text(new.made.at) if new.made is not None else None,
        "door": new.made.by if new.made is not None else None,
        "klaar_op": moment_text(new.done_at) if new.done_at is not None else None,
    }


def promise_record_from(row: Mapping[str, Cell]) -> PromiseRecord:
    """Return the promise of a row that was joined with its incident; see `promise_reading`."""
    caller, incident = optional_whole(row, "van_beller"), optional_whole(row, "incident")
    return PromiseRecord(
        promise=promise_from(row),
        made_at=moment(row, "gemaakt_op"),
        made_by=text(row, "gemaakt_door"),
        caller=CallerId(caller) if caller is not None else None,
        certainty=optional_code(row, "zekerheid", Certainty),
        incident=IncidentId(incident) if incident is not None else None,
        incident_status=optional_code(row, "status", IncidentStatus),
        answered=optional_text(row, "beantwoord"),
    )
