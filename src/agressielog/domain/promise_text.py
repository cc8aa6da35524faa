"""Reads a promise told in one breath: `terugbellen door teamleider, vrijdag` or `… voor 5 mei`."""

import re
from datetime import date

from agressielog.domain.day import Direction, parse_day
from agressielog.domain.errors import WrongUse
from agressielog.domain.incident import NewPromise
from agressielog.domain.text import keep_line

# Between what and when: a comma, or one of these words.
_BORDER = re.compile(
    r"(?:\s*,\s*(?:uiterlijk\s+|voor\s+|vóór\s+|op\s+)?|\s+(?:uiterlijk\s+|voor\s+|vóór\s+|op\s+))"
)


def parse_promise(raw: str, today: date) -> NewPromise:
    """Split off a day at the end, if what stands there is one.

    Understand or leave alone: `bellen voor informatie` has no day, so all of it is what was promised.

    Args:
        raw: as typed, not empty.
        today: the local day; a weekday is the next one.

    Raises:
        TextEmpty, TextTooLong, TextUnstorable.
    """
    text = keep_line("--toezegging", raw)
    for border in _BORDER.finditer(text):
        what, when = text[: border.start()].strip(), text[border.end() :]
        due = _day(when, today)
        if what and due is not None:
            return NewPromise(what, due)
    return NewPromise(text)


def _day(when: str, today: date) -> date | None:
    try:
        return parse_day(when, today, Direction.FUTURE)
    except WrongUse:
        return None
