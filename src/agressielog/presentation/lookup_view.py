"""Shows the answer to a look-up: one status word, what to do, and who it may be; on screen and as JSON.

Never any free text of an incident: whoever reads along must learn no more than the colleague needs.
At most ten lines for one caller and two for each further one.
"""

from agressielog.application.look_up import Answer, Seen
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import Promise
from agressielog.domain.phone import NumberSort, PhoneNumber
from agressielog.domain.policy import Policy
from agressielog.domain.standing import CallerRecord
from agressielog.domain.vocabulary import Certainty, Standing
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json, promise_json
from agressielog.presentation.labels import clipped, incidents, show_number
from agressielog.presentation.moments import iso_day, show_short_day

#: Symbol and style of each status; the word itself always stands beside them.
_SIGNS: dict[Standing, tuple[str, Style]] = {
    Standing.UNKNOWN: ("○", Style.GOOD),
    Standing.WITHHELD: ("○", Style.PLAIN),
    Standing.KNOWN: ("●", Style.ATTENTION),
    Standing.WARNED: ("▲", Style.ATTENTION),
    Standing.RESTRICTED: ("▲", Style.DANGER),
    Standing.BANNED: ("■", Style.DANGER),
}
# What fits beside the rest on one line of eighty columns, in characters; the record has it whole.
_NAME, _SHORT, _LONG, _LINE = 40, 26, 60, 74
_MOST_KINDS, _MOST_PROMISES = 3, 2


def show_answer(screen: Screen, answer: Answer, policy: Policy) -> None:
    """Print the answer to one look-up."""
    sign, style = _SIGNS[answer.standing]
    asked = f"  {show_number(answer.number)}" if answer.number is not None else ""
    screen.line(styled(f"{sign} {answer.standing.value.upper()}", style), asked)
    screen.line(answer.instruction, indent=2)
    for warning in warnings(answer):
        screen.line("Let op: ", warning, indent=2, hanging=8)
    for place, seen in enumerate(answer.callers):
        screen.line(_who(seen), indent=2)
        for line in _in_full(seen.record, policy) if place == 0 else [_in_short(seen.record, policy)]:
            screen.line(line, indent=4, hanging=2)


def answer_json(answer: Answer) -> Json:
    """Return the document of one look-up."""
    return {
        "schema": "agressielog.lookup/1",
        "nummer": answer.number.key if isinstance(answer.number, PhoneNumber) else None,
        "status": answer.standing.value,
        "instructie": answer.instruction,
        "let_op": warnings(answer),
        "bellers": [_seen_json(seen) for seen in answer.callers],
    }


def warnings(answer: Answer) -> list[str]:
    """Return what could make the answer be about somebody else."""
    found = []
    if isinstance(answer.number, PhoneNumber) and answer.number.sort is not NumberSort.ORDINARY:
        found.append(f"Dit is een {answer.number.sort.value}. Vraag wie er belt.")
    if answer.shared:
        found.append(f"Gedeeld nummer, {len(answer.callers)} bellers. Vraag eerst de naam.")
    doubts = []
    if stale := [seen.record.caller.id for seen in answer.callers if seen.stale]:
        doubts.append(f"al 12 maanden niet gezien bij {_enumerate(stale)}: kan nu van een ander zijn")
    if presumed := [seen.record.caller.id for seen in answer.callers if seen.link is Certainty.PRESUMED]:
        doubts.append(f"vermoedelijk {_enumerate(presumed)}, niet zeker")
    found.extend(f"{doubt[0].upper()}{doubt[1:]}. Vraag eerst de naam." for doubt in doubts)
    return found


def _who(seen: Seen) -> str:
    caller = seen.record.caller
    named = f"{caller_code(caller.id)} ({clipped(caller.name or 'naam onbekend', _NAME)})"
    customer = f", klantnummer {clipped(caller.customer_number, _SHORT)}" if caller.customer_number else ""
    return named + customer + (", vermoedelijk" if seen.link is Certainty.PRESUMED else "")


def _in_full(record: CallerRecord, policy: Policy) -> list[str]:
    lines = [_history(record, policy)]
    if record.promises:
        shown = "; ".join(_promise(promise, _LONG) for promise in record.promises[:_MOST_PROMISES])
        more = len(record.promises) - _MOST_PROMISES
        lines.append(f"Toegezegd: {shown}" + (f"; en nog {more}" if more > 0 else ""))
    if record.helped:
        lines.append(f"Hielp de vorige keer: {clipped(record.helped[0], _LONG - 10)}")
    return lines


def _in_short(record: CallerRecord, policy: Policy) -> str:
    """Return one further caller's record on one line of eighty columns.

    What is short stays whole; the kinds and the texts are cut off where there is no room.
    """
    rest = []
    if record.promises:
        more = f" (+{len(record.promises) - 1})" if len(record.promises) > 1 else ""
        rest.append(f"toegezegd: {_promise(record.promises[0], _SHORT)}{more}")
    if record.helped:
        rest.append(f"hielp: {clipped(record.helped[0], _SHORT)}")
    tail = "; ".join([*_when(record), *rest])
    room = _LINE - len(tail) - 2
    head = clipped(_kinds(record, policy), room) if record.total and room >= _SHORT else _number(record)
    return clipped("; ".join(part for part in (head, tail) if part), _LINE)


def _history(record: CallerRecord, policy: Policy) -> str:
    parts = [*([_kinds(record, policy)] if record.total else []), *_when(record)]
    return "; ".join(parts) or "geen incidenten die meetellen"


def _kinds(record: CallerRecord, policy: Policy) -> str:
    kinds = [f"{count}× {policy.label_of(kind).lower()}" for kind, count in record.per_kind]
    more = len(kinds) - _MOST_KINDS
    named = ", ".join(kinds[:_MOST_KINDS]) + (f" en {more} andere soorten" if more > 0 else "")
    return f"{incidents(record.total)}: {named}"


def _number(record: CallerRecord) -> str:
    return incidents(record.total) if record.total else ""


def _when(record: CallerRecord) -> list[str]:
    """Return the last day and what is only presumed, which are never cut off."""
    last = [f"laatste op {show_short_day(record.last)}"] if record.last is not None else []
    presumed = [f"{incidents(record.presumed)} vermoedelijk, telt niet mee"] if record.presumed else []
    return last + presumed


def _promise(promise: Promise, width: int) -> str:
    return clipped(promise.what, width) + (f" (voor {show_short_day(promise.due)})" if promise.due else "")


def _seen_json(seen: Seen) -> Json:
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
        "maatregelen": [],
        "advies": None,
        "toezeggingen": [promise_json(promise) for promise in record.promises],
        "hielp": list(record.helped),
        "vermoedelijk": record.presumed,
        "lang_niet_gezien": seen.stale,
    }


def _enumerate(callers: list[CallerId]) -> str:
    names = [caller_code(caller) for caller in callers]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
