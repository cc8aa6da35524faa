r"""Promises in one cell of a table: a line each, readable in a spreadsheet and exact when read back.

`terugbellen over de factuur | voor 2026-04-03 | klaar 2026-04-02T10:00:00+02:00`. One that was not made in the
call of its incident by its reporter says so: `| op 2026-04-01T09:00:00+02:00 | door Mia de Vries`. A line
break, `|` or `\` in what was promised or in a name is written as `\n`, `\|` or `\\`.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from agressielog.domain.day import FIRST_YEAR, LAST_YEAR
from agressielog.domain.incident import Made, NewPromise, Promise
from agressielog.domain.local_time import to_local

_BETWEEN = " | "
_WRITTEN = {"\\": r"\\", "|": r"\|", "\n": r"\n", "\r": r"\r"}
_READ = {written: character for character, written in _WRITTEN.items()}
_ESCAPE = re.compile(r"\\[\\|nr]")
_DUE, _MADE_AT, _MADE_BY, _DONE = "voor ", "op ", "door ", "klaar "


def write_promises(promises: Sequence[Promise]) -> str:
    """Return the cell; empty for none."""
    return "\n".join(_line(promise) for promise in promises)


def read_promises(cell: str) -> tuple[NewPromise, ...]:
    """Read a cell that `write_promises` wrote.

    Raises:
        ValueError: it is something else.
    """
    lines = [line.removesuffix("\r") for line in cell.split("\n")]
    return tuple(_promise(line) for line in lines if line.strip())


def _line(promise: Promise) -> str:
    pieces = [_escaped(promise.what)]
    if promise.due is not None:
        pieces.append(_DUE + promise.due.isoformat())
    if promise.made is not None:
        pieces += [_MADE_AT + _written_moment(promise.made.at), _MADE_BY + _escaped(promise.made.by)]
    if promise.done_at is not None:
        pieces.append(_DONE + _written_moment(promise.done_at))
    return _BETWEEN.join(pieces)


def _promise(line: str) -> NewPromise:
    written, *facts = line.split(_BETWEEN)
    found: dict[str, str] = {}
    for fact in facts:
        label = next((label for label in (_DUE, _MADE_AT, _MADE_BY, _DONE) if fact.startswith(label)), None)
        if label is None or label in found:
            raise ValueError(fact)
        found[label] = fact.removeprefix(label)
    if (_MADE_AT in found) != (_MADE_BY in found):
        raise ValueError(line)
    return NewPromise(
        _unescaped(written),
        due=_within_reach(date.fromisoformat(found[_DUE])) if _DUE in found else None,
        made=Made(_read_moment(found[_MADE_AT]), _unescaped(found[_MADE_BY])) if _MADE_AT in found else None,
        done_at=_read_moment(found[_DONE]) if _DONE in found else None,
    )


def _escaped(text: str) -> str:
    return "".join(_WRITTEN.get(character, character) for character in text)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda escape: _READ[escape[0]], text)


def _written_moment(at: datetime) -> str:
    return to_local(at).isoformat(timespec="seconds")


def _read_moment(written: str) -> datetime:
    found = datetime.fromisoformat(written)
    if found.tzinfo is None:
        raise ValueError(written)
    _within_reach(found.date())
    return found.astimezone(UTC)


def _within_reach(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day
