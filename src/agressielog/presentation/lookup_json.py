"""A look-up as the JSON that programs rely on; keys are added, never renamed or removed (design 3.1)."""

from datetime import date

from agressielog.application.look_up import Answer, Seen
from agressielog.domain.decision import Decision
from agressielog.domain.identity import caller_code, measure_code
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import Policy
from agressielog.presentation.advice_json import advice_json
from agressielog.presentation.good_call_view import good_calls_json
from agressielog.presentation.json_documents import Json
from agressielog.presentation.lookup_view import instructions, warnings
from agressielog.presentation.moments import iso_day
from agressielog.presentation.promise_json import promise_to_keep_json


def answer_json(answer: Answer, policy: Policy, tip: str | None = None) -> Json:
    """Return the document of one look-up."""
    return {
        "schema": "agressielog.lookup/1",
        "nummer": answer.number.key if isinstance(answer.number, PhoneNumber) else None,
        "status": answer.standing.value,
        "instructie": " ".join(instructions(answer, policy)),
        "let_op": warnings(answer, policy),
        "bellers": [_seen_json(seen, answer.on) for seen in answer.callers],
        "tip": tip,
    }


def _seen_json(seen: Seen, on: date) -> Json:
    record = seen.record
    return {
        "id": caller_code(record.caller.id),
        "naam": record.caller.name,
        "klantnummer": record.caller.customer_number,
        "zekerheid": seen.link.value,
        "status": record.standing.value,
        "incidenten": record.total,
        "laatste": iso_day(record.last) if record.last else None,
        "per_soort": {str(kind): count for kind, count in record.per_kind},
        "maatregelen": [_measure_json(decision) for decision in record.measures.holding],
        "advies": advice_json(seen.case) if not record.restricted else None,
        "toezeggingen": [promise_to_keep_json(promise, on) for promise in record.promises],
        "hielp": list(record.helped),
        "vermoedelijk": record.presumed,
        "lang_niet_gezien": seen.stale,
        "niet_uitgereikt": [measure_code(decision.id) for decision in record.measures.undelivered],
        "excuses_op": iso_day(record.apologised_on) if record.apologised_on is not None else None,
        "goede_gesprekken": good_calls_json(record.good_calls),
        "beperkt_op_verzoek": record.restricted,
    }


def _measure_json(decision: Decision) -> Json:
    until = decision.through
    return {
        "id": measure_code(decision.id),
        "soort": decision.measure,
        "van": iso_day(decision.first),
        "tot": iso_day(until) if until is not None else None,
        "resterend_kanaal": decision.channel_left,
    }
