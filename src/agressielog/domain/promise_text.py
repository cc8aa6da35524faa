"""Reads a promise told in one breath: `terugbellen door teamleider, vrijdag` or `… voor 5 mei`."""

import re
from datetime import date

from agressielog.domain.day import Direction, parse_day
from agressielog.domain.errors import WrongUse
from agressielog.domain.incident import NewPromise
from agressielog.domain.moment_errors import MomentFault, UnreadableDay
from agressielog.domain.text import keep_line

_TOWARDS = r"(?:uiterlijk\s+|voor\s+|vóór\s+|op\s+)"
# Read as a day, and refused.
_IMPOSSIBLE = {MomentFault.NO_SUCH_DATE, MomentFault.OTHER_WEEKDAY}
# Between what and when: a comma, or one of these words.
_BORDER = re.compile(rf"(?:\s*,\s*{_TOWARDS}?|\s+{_TOWARDS})")


class PromiseWithoutText(WrongUse):
    """It says for when, but not what was promised."""

    raw: str


class PromiseForPastDay(WrongUse):
    """A promise made on local day `made_on` cannot be for the earlier day `due`."""

    due: date
    made_on: date


def parse_promise(raw: str, today: date, option: str = "--toezegging") -> NewPromise:
    """Split off a day at the end, if what stands there is one.

    Understand or leave alone: `bellen voor informatie` has no day, so all of it is what was promised. A day that is
    spelled out and cannot be is a slip of the keyboard: left in the text, nobody would be told of it in time.

    Args:
        raw: as typed, not empty.
        today: the local day; a weekday is the next one.
        option: what it was typed for.

    Raises:
        TextEmpty, TextTooLong, TextUnstorable, PromiseWithoutText.
        UnreadableDay: there is no such day, or not on that weekday.
    """
    text = promised_text(option, raw, today)
    for border in _BORDER.finditer(text):
        what, when = text[: border.start()].strip(), text[border.end() :]
        due = _day(when, today)
        if what and due is not None:
            return NewPromise(what, due)
    return NewPromise(text)


def promised_text(option: str, raw: str, today: date) -> str:
    """Return what was promised, as a line; a day alone is no promise.

    Raises:
        TextEmpty, TextTooLong, TextUnstorable, PromiseWithoutText.
    """
    text = keep_line(option, raw)
    if _day(re.sub(rf"^{_TOWARDS}", "", text), today) is not None:
        raise PromiseWithoutText(text)
    return text


def refuse_past(promise: NewPromise, made_on: date) -> None:
    """Refuse a promise for a day before local day *made_on*, on which it was made.

    Raises:
        PromiseForPastDay.
    """
    if promise.due is not None and promise.due < made_on:
        raise PromiseForPastDay(promise.due, made_on)


def _day(when: str, today: date) -> date | None:
    try:
        return parse_day(when, today, Direction.FUTURE)
    except UnreadableDay as error:
        if error.reason in _IMPOSSIBLE:
            raise
        return None
