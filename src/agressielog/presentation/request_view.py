"""Shows requests under the privacy law: what was asked, by when we answer, and what we answered."""

from collections.abc import Sequence
from datetime import date

from agressielog.application.requests import Asked
from agressielog.domain.identity import caller_code, request_code
from agressielog.domain.request import Request
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted, show_caller
from agressielog.presentation.moments import iso_day, show_day, show_short_day


def show_received(screen: Screen, asked: Asked, today: date) -> None:
    """Print that a request was recorded, and by when it has to be answered."""
    request, name = asked.request, request_code(asked.request.id)
    screen.line(
        styled(f"{name} vastgelegd: verzoek om {request.kind.value}", Style.GOOD),
        f" van {show_caller(asked.caller)}, ontvangen op {show_day(request.received_on)}.",
    )
    late = f" ({_late(request, today)})" if request.answer_by < today else ""
    screen.line(f"Antwoord uiterlijk op {show_day(request.answer_by)}{late}.", indent=2)
    screen.line(f"Daarna: agressielog avg verzoek done {name} --uitkomst toegewezen", indent=2)


def show_answered(screen: Screen, asked: Asked) -> None:
    """Print that a request was answered, and whether that was in time."""
    request, answer = asked.request, asked.request.answer
    if answer is None:
        return
    in_time = "op tijd" if answer.on <= request.answer_by else _late(request, answer.on)
    screen.line(
        styled(f"{request_code(request.id)} beantwoord: {answer.outcome.value}", Style.GOOD),
        f", op {show_day(answer.on)} ({in_time}).",
    )
    if answer.refuses:
        screen.line(
            "Vertel de beller waarom, en dat een klacht bij de Autoriteit Persoonsgegevens kan.", indent=2
        )


def show_requests(screen: Screen, found: Sequence[Asked], today: date) -> None:
    """Print requests as a table, one line each."""
    if not found:
        screen.line("Geen verzoeken.")
        return
    screen.table(
        ["Nr", "Beller", "Vraagt", "Ontvangen", "Antwoord voor", "Stand"],
        [
            (
                request_code(one.request.id),
                show_caller(one.caller),
                one.request.kind.value,
                show_short_day(one.request.received_on),
                show_short_day(one.request.answer_by),
                _standing(one.request, today),
            )
            for one in found
        ],
    )


def request_json(asked: Asked) -> Json:
    """Return `verzoek`."""
    request, answer = asked.request, asked.request.answer
    return {
        "id": request_code(request.id),
        "beller": caller_code(asked.caller.id),
        "soort": request.kind.value,
        "ontvangen_op": iso_day(request.received_on),
        "antwoord_voor": iso_day(request.answer_by),
        "beantwoord_op": iso_day(answer.on) if answer is not None else None,
        "uitkomst": answer.outcome.value if answer is not None else None,
        "reden": answer.reason if answer is not None else None,
    }


def request_document(command: str, asked: Asked) -> Json:
    """Return the document of a command about one request; *command* as in `avg.verzoek`."""
    return {"schema": f"agressielog.{command}/1", "verzoek": request_json(asked)}


def requests_document(found: Sequence[Asked]) -> Json:
    """Return the document of `avg verzoek list`."""
    return {"schema": "agressielog.avg.verzoek.list/1", "verzoeken": [request_json(one) for one in found]}


def _standing(request: Request, today: date) -> str:
    if request.answer is not None:
        return f"{request.answer.outcome.value} op {show_short_day(request.answer.on)}"
    return _late(request, today) if request.answer_by < today else "open"


def _late(request: Request, on: date) -> str:
    return f"{counted((on - request.answer_by).days, 'dag', 'dagen')} te laat"
