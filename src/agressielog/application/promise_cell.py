r"""Promises in one cell of a table: a line each, readable in a spreadsheet and exact when read back.

`terugbellen over de factuur | voor 2026-04-03 | klaar 2026-04-02T10:00:00+02:00`. A line break, `|` or `\`
in what was promised is written as `\n`, `\|` or `\\`.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from agressielog.domain.incident import NewPromise, Promise
from agressielog.domain.local_time import to_local

_BETWEEN = " | "
_WRITTEN = {"\\": r"\\", "|": r"\|", "\n": r"\n", "\r": r"\r"}
_READ = {written: character for character, written in _WRITTEN.items()}
_ESCAPE = re.compile(r"\\[\\|nr]")
_DUE, _DONE = "voor ", "klaar "


def write_promises(promises: Sequence[Promise]) -> str:
    """Return the cell; empty for none."""
    return "\n".join(_line(promise) for promise in promises)


def read_promises(cell: str) -> tuple[tuple[NewPromise, datetime | None], ...]:
    """Read a cell that `write_promises` wrote: each promise, and the aware UTC moment at which it was kept.

    Raises:
        ValueError: it is something else.
    """
    lines = [line.removesuffix("\r") for line in cell.split("\n")]
    return tuple(_promise(line) for line in lines if line.strip())


def _line(promise: Promise) -> str:
    pieces = ["".join(_WRITTEN.get(c, c) for c in promise.what)]
    if promise.due is not None:
        pieces.append(_DUE + promise.due.isoformat())
    if promise.done_at is not None:
        pieces.append(_DONE + to_local(promise.done_at).isoformat(timespec="seconds"))
    return _BETWEEN.join(pieces)


def _promise(line: str) -> tuple[NewPromise, datetime | None]:
    written, *facts = line.split(_BETWEEN)
    due, done = None, None
    for fact in facts:
        if fact.startswith(_DUE):
            due = date.fromisoformat(fact.removeprefix(_DUE))
        elif fact.startswith(_DONE):
            done = datetime.fromisoformat(fact.removeprefix(_DONE)).astimezone(UTC)
        else:
            raise ValueError(fact)
    what = _ESCAPE.sub(lambda escape: _READ[escape[0]], written)
    return NewPromise(what, due), done
