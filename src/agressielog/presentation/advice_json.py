"""Advice as JSON (design 3.1): what programs read, sentences included."""

from collections.abc import Sequence

from agressielog.application.advice_record import advice_record, finding_record
from agressielog.application.considerations import considerations
from agressielog.application.dossiers import Case
from agressielog.application.proposing import lacking
from agressielog.application.rights import Rights
from agressielog.presentation.caller_json import caller_json
from agressielog.presentation.finding_text import explain, show_considerations
from agressielog.presentation.good_call_view import good_calls_json
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso
from agressielog.presentation.rights_view import rights_json


def advice_json(case: Case) -> Json:
    """Return `advies`."""
    known = {incident.id: incident for incident in case.incidents}
    return {
        **advice_record(case.advice, case.policy),
        "bevindingen": [
            finding_record(finding, explain(finding, known, case.policy)) for finding in case.advice.findings
        ],
    }


def cases_json(cases: Sequence[tuple[Case, Rights]]) -> Json:
    """Return the document of `advies`: each case with what its caller stated and asked beside it."""
    return {
        "schema": "agressielog.advies/1",
        "adviezen": [{**_case_json(case), **rights_json(rights)} for case, rights in cases],
    }


def _case_json(case: Case) -> Json:
    if case.restricted:
        return {
            "beller": caller_json(case.caller),
            "advies": None,
            "ernst": None,
            "reageren_voor": iso(case.reaction_due) if case.reaction_due is not None else None,
            "te_regelen": [],
            "meewegen": [],
            "goede_gesprekken": None,
        }
    return {
        "beller": caller_json(case.caller),
        "advies": advice_json(case),
        "ernst": case.heaviest.value,
        "reageren_voor": iso(case.reaction_due) if case.reaction_due is not None else None,
        "te_regelen": [reason.code.value for reason in lacking(case)],
        "meewegen": show_considerations(considerations(case)),
        "goede_gesprekken": good_calls_json(case.good_calls),
    }
