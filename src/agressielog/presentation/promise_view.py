"""Shows promises: many in a table, and what became of one that was just made or marked."""

from collections.abc import Sequence
from datetime import date, datetime

from agressielog.application.promises import PromiseLine
from agressielog.domain.identity import caller_code, promise_code
from agressielog.domain.local_time import local_day
from agressielog.domain.promise import PromiseRecord, PromiseStatus
from agressielog.presentation.console import Part, Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import clipped, counted, show_caller
from agressielog.presentation.moments import show_day, show_moment, show_short_day
from agressielog.presentation.pieces import parts
from agressielog.presentation.promise_json import promise_record_json

# What fits beside the rest on a line of eighty columns, in characters: of a name, of the text in a pipe and
# at the least, of the gap between two columns.
_NAME, _TEXT, _SHORTEST, _GAP = 14, 40, 12, 2
_NOTHING = "–"


def show_promises(screen: Screen, lines: Sequence[PromiseLine], on: date, *, everything: bool) -> None:
    """Print promises as a table, one line each, in the order given."""
    if not lines:
        screen.line("Geen toezeggingen." if everything else "Geen openstaande toezeggingen.")
        return
    head = ["Nr", "Voor", "Stand", "Beller", "Door"]
    rows = [
        (
            promise_code(line.record.promise.id),
            show_short_day(due) if (due := line.record.promise.due) is not None else _NOTHING,
            _status(line.record, on),
            _whose(line),
            clipped(line.record.made_by, _NAME),
        )
        for line in lines
    ]
    taken = sum(
        max(len(part.text) for part in parts(*column)) + _GAP for column in zip(head, *rows, strict=True)
    )
    room = max(_SHORTEST, screen.surface.width - taken) if screen.surface.wrap else _TEXT
    screen.table(
        [*head, "Wat"],
        [
            (*row, clipped(" ".join(line.record.promise.what.split()), room))
            for row, line in zip(rows, lines, strict=True)
        ],
        drawn=False,
    )
    late = sum(line.record.status(on) is PromiseStatus.LATE for line in lines)
    if late:
        screen.line(f"{counted(late, 'toezegging is', 'toezeggingen zijn')} te laat.")
    first = next((line.record for line in lines if line.record.status(on).is_open), None)
    if first is not None:
        screen.line(f"Nagekomen: agressielog toezegging done {promise_code(first.promise.id)}")


def show_made(screen: Screen, line: PromiseLine, now: datetime) -> None:
    """Print a promise that was just stored."""
    promise = line.record.promise
    due = f", voor {show_day(promise.due)}" if promise.due is not None else ", zonder datum"
    screen.line(styled(f"{promise_code(promise.id)} opgeslagen: {promise.what}{due}.", Style.GOOD))
    screen.line(_about(line), indent=2)
    if line.record.made_at != now.replace(microsecond=0):
        screen.line(f"Toegezegd op {show_moment(line.record.made_at, now)}", indent=2)
    if promise.due is not None and promise.due < local_day(now):
        screen.line("Let op: die dag is al voorbij.", indent=2)


def show_marked(screen: Screen, line: PromiseLine, now: datetime) -> None:
    """Print a promise that was just marked as kept, or as open after all."""
    promise = line.record.promise
    if promise.done_at is None:
        told = f"{promise_code(promise.id)} staat weer open"
    else:
        told = f"{promise_code(promise.id)} is nagekomen op {show_moment(promise.done_at, now)}"
    screen.line(styled(f"{told}.", Style.GOOD))
    screen.line(f"{promise.what}: {_about(line)}", indent=2, hanging=2)


def promises_json(lines: Sequence[PromiseLine], on: date) -> Json:
    """Return the document of `toezegging list`."""
    return {
        "schema": "agressielog.toezegging.list/1",
        "toezeggingen": [promise_record_json(line.record, on) for line in lines],
    }


def promise_document(command: str, line: PromiseLine, on: date) -> Json:
    """Return the document of a command about one promise; *command* as in `toezegging.done`."""
    return {"schema": f"agressielog.{command}/1", "toezegging": promise_record_json(line.record, on)}


def _status(record: PromiseRecord, on: date) -> Part:
    status = record.status(on)
    if status is PromiseStatus.LATE:
        return styled(status.value, Style.ATTENTION)
    if status is PromiseStatus.LAPSED and record.lapsed_because is not None:
        return styled(f"vervallen ({record.lapsed_because})", Style.MUTED)
    return styled(status.value, Style.PLAIN)


def _whose(line: PromiseLine) -> str:
    if line.caller is None:
        return _NOTHING
    code = caller_code(line.caller.id) + ("" if line.record.surely else "?")
    return f"{code} {clipped(line.caller.name, _NAME)}" if line.caller.name is not None else code


def _about(line: PromiseLine) -> str:
    incident = f"incident {line.record.incident}" if line.record.incident is not None else None
    if line.caller is None:
        return f"{incident}, van een onbekende beller"
    who = show_caller(line.caller) + ("" if line.record.surely else ", vermoedelijk")
    return f"{who}, {incident}" if incident is not None else who
