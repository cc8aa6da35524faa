"""What a merge of two callers did, as the JSON text that is kept until it is split again."""

import json

from agressielog.application.ports.merges import Merge
from agressielog.domain.caller import Caller
from agressielog.domain.identity import IncidentId, MeasureId, PromiseId
from agressielog.storage.rows import Row, caller_from, caller_row, moment_text, to_json


def to_text(merge: Merge) -> str:
    """Return *merge* as canonical JSON."""
    return to_json(
        {
            "behouden_voor": _caller(merge.kept_before),
            "opgegaan_voor": _caller(merge.absorbed_before),
            "behouden_na": _caller(merge.kept_after),
            "incidenten": list(merge.incidents),
            "eigen": list(merge.own),
            "niet_gekoppeld": list(merge.unlinked),
            "maatregelen": list(merge.decisions),
            "toezeggingen": list(merge.promises),
        }
    )


def from_text(text: str) -> Merge:
    """Return the merge that `to_text` wrote."""
    content = json.loads(text)
    return Merge(
        kept_before=caller_from(*content["behouden_voor"]),
        absorbed_before=caller_from(*content["opgegaan_voor"]),
        kept_after=caller_from(*content["behouden_na"]),
        incidents=tuple(IncidentId(incident) for incident in content["incidenten"]),
        own=tuple(IncidentId(incident) for incident in content["eigen"]),
        unlinked=tuple(IncidentId(incident) for incident in content["niet_gekoppeld"]),
        decisions=tuple(MeasureId(measure) for measure in content["maatregelen"]),
        promises=tuple(PromiseId(promise) for promise in content["toezeggingen"]),
    )


def _caller(caller: Caller) -> tuple[Row, list[Row]]:
    row: Row = {
        "id": caller.id,
        **caller_row(caller),
        "samengevoegd_met": caller.merged_into,
        "aangemaakt_op": moment_text(caller.created_at),
    }
    links: list[Row] = [
        {"nummer": link.number.key, "zekerheid": link.certainty, "sinds": link.since.isoformat()}
        for link in caller.numbers
    ]
    return row, links
