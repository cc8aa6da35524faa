"""What `add` stored, as JSON."""

from agressielog.application.record import Recorded
from agressielog.presentation.advice_json import advice_json
from agressielog.presentation.caller_json import caller_json
from agressielog.presentation.json_documents import Json, shown_json


def recorded_json(recorded: Recorded) -> Json:
    """Return the document of `add`."""
    incident = recorded.incident
    hidden = frozenset([incident.caller] if recorded.hidden and incident.caller is not None else [])
    return {
        "schema": "agressielog.add/1",
        "incident": shown_json(incident, hidden),
        "beller": caller_json(recorded.caller) if recorded.caller is not None else None,
        "advies": advice_json(recorded.case)
        if recorded.case is not None and not recorded.case.restricted
        else None,
        "stond_er_al": recorded.repeated,
    }
