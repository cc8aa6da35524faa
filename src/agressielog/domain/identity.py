"""Names of things: an incident is 42, a caller B12, a promise T7 (design 3)."""

import re
from typing import NewType

from agressielog.domain.errors import UnreadableValue

IncidentId = NewType("IncidentId", int)
CallerId = NewType("CallerId", int)
PromiseId = NewType("PromiseId", int)
MeasureId = NewType("MeasureId", int)
RequestId = NewType("RequestId", int)
HoldId = NewType("HoldId", int)
StatementId = NewType("StatementId", int)
RestrictionId = NewType("RestrictionId", int)
OpeningId = NewType("OpeningId", int)

# SQLite's rowid is a signed 64-bit integer: a longer number can be nobody's.
_LARGEST_ID = 2**63 - 1


def caller_code(caller: CallerId) -> str:
    """Return the name a caller has on screen, in JSON and on the command line: `B12`."""
    return f"B{caller}"


def promise_code(promise: PromiseId) -> str:
    """Return the name of a promise: `T7`."""
    return f"T{promise}"


def measure_code(measure: MeasureId) -> str:
    """Return the name of a measure: `M3`."""
    return f"M{measure}"


def request_code(request: RequestId) -> str:
    """Return the name of a request under the privacy law: `V3`."""
    return f"V{request}"


def parse_request_code(text: str) -> RequestId:
    """Read `V3`, `v3` or `3`.

    Raises:
        UnreadableValue: anything else.
    """
    found = re.fullmatch(r"[Vv]?([0-9]{1,19})", text.strip(), re.ASCII)
    if found is None:
        raise UnreadableValue("verzoek", text)
    return RequestId(_in_range("verzoek", text, found[1]))


def parse_measure_code(text: str) -> MeasureId:
    """Read `M3`, `m3` or `3`.

    Raises:
        UnreadableValue: anything else.
    """
    found = re.fullmatch(r"[Mm]?([0-9]{1,19})", text.strip(), re.ASCII)
    if found is None:
        raise UnreadableValue("maatregel", text)
    return MeasureId(_in_range("maatregel", text, found[1]))


def parse_promise_code(text: str) -> PromiseId:
    """Read `T7`, `t7` or `7`.

    Raises:
        UnreadableValue: anything else.
    """
    found = re.fullmatch(r"[Tt]?([0-9]{1,19})", text.strip(), re.ASCII)
    if found is None:
        raise UnreadableValue("toezegging", text)
    return PromiseId(_in_range("toezegging", text, found[1]))


def looks_like_caller_code(text: str) -> bool:
    """Tell whether *text* is spelled like a caller (`B12`, `b12`), without saying that it exists."""
    return re.fullmatch(r"[Bb][0-9]{1,19}", text.strip()) is not None


def parse_caller_code(text: str) -> CallerId:
    """Read `B12` or `b12`.

    Raises:
        UnreadableValue: anything else.
    """
    if not looks_like_caller_code(text):
        raise UnreadableValue("beller", text)
    return CallerId(_in_range("beller", text, text.strip()[1:]))


def parse_incident_id(text: str) -> IncidentId:
    """Read `42` or `#42`.

    Raises:
        UnreadableValue: anything else.
    """
    found = re.fullmatch(r"#?([0-9]{1,19})", text.strip(), re.ASCII)
    if found is None:
        raise UnreadableValue("incident", text)
    return IncidentId(_in_range("incident", text, found[1]))


def _in_range(field: str, raw: str, digits: str) -> int:
    number = int(digits)
    if not 0 < number <= _LARGEST_ID:
        raise UnreadableValue(field, raw)
    return number
