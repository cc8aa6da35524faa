"""Promises as the JSON that programs rely on; keys are added, never renamed or removed."""

from datetime import date

from agressielog.domain.identity import caller_code, promise_code
from agressielog.domain.promise import PromiseRecord, PromiseStatus
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso, iso_day


def promise_record_json(record: PromiseRecord, on: date) -> Json:
    """Return one promise as it stands on local day *on*."""
    promise, status = record.promise, record.status(on)
    done_at = promise.done_at if status is PromiseStatus.KEPT else None
    return {
        "id": promise_code(promise.id),
        "wat": promise.what,
        "voor": iso_day(promise.due) if promise.due is not None else None,
        "klaar_op": iso(done_at) if done_at is not None else None,
        "op": iso(record.made_at),
        "door": record.made_by,
        "beller": caller_code(record.caller) if record.caller is not None else None,
        "zekerheid": record.certainty.value if record.certainty is not None else None,
        "incident": record.incident,
        "status": status.value,
        "te_laat": status is PromiseStatus.LATE,
        "vervallen_door": record.lapsed_because if status is PromiseStatus.LAPSED else None,
    }


def promise_to_keep_json(record: PromiseRecord, on: date) -> Json:
    """Return the same for whoever picks up the telephone: without who promised it, which that does not need."""
    return {key: told for key, told in promise_record_json(record, on).items() if key != "door"}
