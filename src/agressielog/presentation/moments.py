"""How moments and days read on a Dutch screen, and how JSON writes them.

What `show_moment` prints before its comma can be typed back (`domain.moment`).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agressielog.domain.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS
from agressielog.domain.local_time import local_day, to_local

if TYPE_CHECKING:
    from agressielog.domain.moment import Moment

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def show_moment(at: datetime, now: datetime) -> str:
    """Return how a user is told a moment: `vr 3 april 2026 14:30, 232 dagen geleden`.

    Args:
        at: aware moment; Amsterdam's clock is shown.
        now: aware moment that the distance is counted from, in Amsterdam days.
    """
    return f"{show_day(local_day(at))} {to_local(at):%H:%M}, {show_distance(at, now)}"


def show_distance(at: datetime, now: datetime) -> str:
    """Return how far *at* lies from *now*: `12 minuten geleden`, `gisteren`, `over 3 dagen`."""
    past = at <= now
    apart = now - at if past else at - now
    if apart < _MINUTE:
        return "zojuist" if past else "nu"
    if apart < _HOUR:
        minutes = apart // _MINUTE
        return _towards(f"{minutes} {'minuut' if minutes == 1 else 'minuten'}", past=past)
    days = (local_day(at) - local_day(now)).days
    near = {-1: "gisteren", 0: "vandaag", 1: "morgen"}
    return near.get(days) or _towards(f"{abs(days)} dagen", past=past)


def show_doubled(moment: Moment) -> str | None:
    """Return what to say of a time that came twice that night; None where there is nothing to say."""
    if not moment.doubled:
        return None
    local = to_local(moment.at)
    second = local.replace(fold=1).isoformat(timespec="minutes")
    return (
        f"De klok ging die nacht een uur terug: {local:%H:%M} kwam twee keer. "
        f"Genomen is de eerste keer (zomertijd); de tweede is {second}."
    )


def show_day(day: date) -> str:
    """Return `vr 3 april 2026`."""
    return f"{WEEKDAYS[day.weekday()][:2]} {show_long_day(day)}"


def show_long_day(day: date) -> str:
    """Return `3 april 2026`, for letters and titles."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_short_day(day: date) -> str:
    """Return `3 apr 2026`, for tables."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def iso(at: datetime) -> str:
    """Return *at* as JSON writes it, to the second and with Amsterdam's offset: `2026-04-03T14:30:00+02:00`."""
    return to_local(at).isoformat(timespec="seconds")


def iso_day(day: date) -> str:
    """Return *day* as JSON writes it: `2026-04-03`."""
    return day.isoformat()


def _towards(distance: str, *, past: bool) -> str:
    return f"{distance} geleden" if past else f"over {distance}"
