"""Shows what changed: the old value, an arrow, the new one."""

from datetime import date, datetime

from agressielog.domain.correction import Caller, Difference, Value
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.identity import caller_code
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import Policy
from agressielog.presentation.labels import clipped, show_kinds, show_number
from agressielog.presentation.moments import iso, iso_day, show_day

_WIDTH = 60


def show_difference(difference: Difference, policy: Policy) -> str:
    """Return `soort: Schelden → Bedreiging`."""
    if HIDDEN == difference.before == difference.after:
        return f"{difference.field}: {HIDDEN}"
    before, after = (_value(value, policy) for value in (difference.before, difference.after))
    return f"{difference.field}: {before} → {after}"


def difference_json(difference: Difference) -> dict[str, object]:
    """Return a changed field with both values as other documents write them."""
    return {
        "veld": difference.field,
        "voor": _plain(difference.before),
        "na": _plain(difference.after),
    }


def _plain(value: Value | Caller) -> object:
    match value:
        case Caller(caller):
            return caller_code(caller)
        case PhoneNumber(key):
            return key
        case Withheld():
            return "anoniem"
        case datetime():
            return iso(value)
        case date():
            return iso_day(value)
        case tuple():
            return list(value)
        case _:
            return value


def _value(value: Value | Caller, policy: Policy) -> str:
    match value:
        case None | "":
            return "(leeg)"
        case bool():
            return "ja" if value else "nee"
        case Caller(caller):
            return caller_code(caller)
        case PhoneNumber() | Withheld():
            return show_number(value)
        case datetime():
            return f"{show_day(local_day(value))} {to_local(value):%H:%M}"
        case date():
            return show_day(value)
        case tuple():
            return show_kinds(value, policy)
        case _:
            return clipped(" ".join(str(value).split()), _WIDTH)
