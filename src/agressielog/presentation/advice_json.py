"""Advice as JSON (design 3.1): what programs read, sentences included."""

from collections.abc import Sequence

from agressielog.application.advice_record import advice_record, finding_record
from agressielog.application.considerations import considerations
from agressielog.application.dossiers import Case
from agressielog.application.proposing import lacking
from agressielog.presentation.caller_json import caller_json
from agressielog.presentation.finding_text import explain, show_considerations
from agressielog.presentation.good_call_view import good_calls_json
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso


def advice_json(case: Case) -> Json:
    """Return `advies`."""
    known = {incident.id: incident for incident in case.incidents}
    return {
        **advice_record(case.advice, case.policy),
        "bevindingen": [
            finding_record(finding, explain(finding, known, case.policy)) for finding in case.advice.findings
        ],
    }


def cases_json(cases: Sequence[Case]) -> Json:
    """Return the document of `advies`."""
    return {"schema": "agressielog.advies/1", "adviezen": [_case_json(case) for case in cases]}


def _case_json(case: Case) -> Json:
    return {
        "beller": caller_json(case.caller),
        "advies": advice_json(case),
        "ernst": case.heaviest.value,
        "reageren_voor": iso(case.reaction_due) if case.reaction_due is not None else None,
        "te_regelen": [reason.code.value for reason in lacking(case)],
        "meewegen": show_considerations(considerations(case)),
        "goede_gesprekken": good_calls_json(case.good_calls),
    }
