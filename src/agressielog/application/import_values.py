"""Reads single cells of a register: yes or no, a channel, kinds, a moment. Understand or refuse, never guess."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from agressielog.application.import_errors import RelativeMoment, TimeMissing
from agressielog.domain.day import parse_day
from agressielog.domain.errors import TextEmpty, UnknownKind, UnreadableValue, WrongUse
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.moment import FUTURE_TOLERANCE, Moment, moment_on, parse_moment
from agressielog.domain.moment_errors import (
    MomentFault,
    MomentInFuture,
    MomentWithoutTime,
    UnreadableDay,
    UnreadableMoment,
)
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.text import fold
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Channel

#: `fold`, remembered: the same names, teams and answers come back in many rows.
folded = lru_cache(maxsize=50_000)(fold)

_YES = frozenset({"ja", "j", "x", "1", "true", "waar", "yes", "y", "v", "✓", "✔", "☒", "☑"})
_NO = frozenset({"", "nee", "n", "0", "false", "onwaar", "no", "-", "☐"})

_CHANNELS = {
    **{fold(channel.value): channel for channel in Channel},
    **dict.fromkeys(
        ("tel", "telefonisch", "per telefoon", "gebeld", "bellen", "callcenter"), Channel.TELEPHONE
    ),
    **dict.fromkeys(("aan de balie", "fysiek", "bezoek", "op locatie", "receptie", "loket"), Channel.COUNTER),
    **dict.fromkeys(("mail", "email", "per mail", "per e-mail", "per email"), Channel.E_MAIL),
    **dict.fromkeys(("brief", "per post", "schriftelijk", "per brief"), Channel.POST),
    **dict.fromkeys(
        ("social media", "socialmedia", "facebook", "x", "twitter", "instagram", "linkedin", "whatsapp"),
        Channel.SOCIAL_MEDIA,
    ),
    **dict.fromkeys(("huisbezoek", "aan huis", "thuis", "thuisbezoek"), Channel.HOME_VISIT),
}

# What stands between two kinds in one cell, from clear to perhaps a part of a name.
_BETWEEN_KINDS = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (r"[;|\r\n]", ",", "[/+&]", r"\sen\s", r"\sof\s")
)

# How spreadsheets write a day in a cell that is made up as a moment.
_MIDNIGHT = re.compile(r"[T ]0?0[:.]00(?:[:.]00)?\s*$")
# The days since 1900 or 1904 that a spreadsheet has instead of a date, from 1954 to 2064, perhaps
# with the cell of another column behind it: `45910`, `45910,604`, `45910 14:30`.
_SERIAL = re.compile(r"[2-5][0-9]{4}(?:[.,][0-9]+)?(?: .*)?")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
# Three years and no whole number of weeks: every day told from today's is another one then, 29 February too.
_LATER = timedelta(days=1097)


@value
class ToldMoment:
    """When a row says that it was.

    Attributes:
        at: aware UTC.
        told: the same, but the start of the day where the row has no time: what identifies the row.
        time_taken: whether the time is not the row's own.
        doubled: the clock showed that time twice that night; *at* is the first.
    """

    at: datetime
    told: datetime
    time_taken: bool = False
    doubled: bool = False


def read_yes_no(heading: str, raw: str) -> bool:
    """Read `ja`, `x`, `1` or `nee`, `0` and nothing.

    Raises:
        UnreadableValue: anything else (`ja, brief gestuurd`).
    """
    word = folded(raw).strip(".!")
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise UnreadableValue(heading, raw, ("ja", "nee"))


def read_channel(heading: str, raw: str) -> Channel:
    """Read where it happened; people write `tel`, `mail` and `aan de balie` as well.

    Raises:
        UnreadableValue: with the channels there are.
    """
    found = _CHANNELS.get(folded(raw))
    if found is None:
        raise UnreadableValue(heading, raw, tuple(channel.value for channel in Channel))
    return found


def read_kinds(heading: str, raw: str, policy: Policy, own: Mapping[str, KindCode]) -> tuple[KindCode, ...]:
    """Read one or more kinds: codes, labels or the office's own words, the main one first.

    Args:
        heading: of the column.
        raw: the cell.
        policy: the kinds there are.
        own: what the office's own words (folded) are.

    Raises:
        TextEmpty: nothing there.
        UnknownKind: the first word that is none.
    """
    words = _words(raw, policy, own)
    if not words:
        raise TextEmpty(heading)
    return tuple(dict.fromkeys(_kind(word, policy, own) for word in words))


def unknown_categories(raw: str, policy: Policy, own: Mapping[str, KindCode]) -> tuple[str, ...]:
    """Return what in a cell of kinds is nobody's word for one; the whole cell if no part of it is.

    `Verbaal / fysiek` may be one word of the office, so it is not taken apart before a part is known.
    """
    words = _words(raw, policy, own)
    unknown = tuple(word for word in words if not _is_kind(word, policy, own))
    return unknown if len(unknown) < len(words) else (raw.strip(),) if words else ()


def _words(
    raw: str,
    policy: Policy,
    own: Mapping[str, KindCode],
    levels: tuple[re.Pattern[str], ...] = _BETWEEN_KINDS,
) -> list[str]:
    """Take a cell apart no further than needed: `Emotie of kritiek` is one kind."""
    if not raw.strip():
        return []
    if not levels or _is_kind(raw, policy, own):
        return [raw.strip()]
    level, *finer = levels
    return [word for part in level.split(raw) for word in _words(part, policy, own, tuple(finer))]


def _is_kind(word: str, policy: Policy, own: Mapping[str, KindCode]) -> bool:
    try:
        _kind(word, policy, own)
    except UnknownKind:
        return False
    return True


def _kind(word: str, policy: Policy, own: Mapping[str, KindCode]) -> KindCode:
    mapped = own.get(folded(word))
    return mapped if mapped is not None else policy.kind(word.strip()).code


def ends_at_midnight(raw: str) -> bool:
    """Whether a cell looks like a day that a spreadsheet wrote as a moment: `3-4-2026 0:00`."""
    return _MIDNIGHT.search(raw) is not None


def without_midnight(raw: str) -> str:
    """Return the day of a cell that `ends_at_midnight`."""
    return _MIDNIGHT.sub("", raw)


def read_told_moment(raw: str, now: datetime, default: time | None) -> ToldMoment:
    """Read a moment that means the same whenever it is read.

    Args:
        raw: day and time as in the table.
        now: aware moment, for refusing the future.
        default: what time to take for a day without one; None refuses it.

    Raises:
        TimeMissing, RelativeMoment, and what `parse_moment` raises.
    """
    if _SERIAL.fullmatch(raw.strip()):
        raise UnreadableMoment(raw, MomentFault.SERIAL_NUMBER)
    try:
        moment = parse_moment(raw, now)
    except MomentWithoutTime as unfinished:
        # `half drie` and `3-4-2026 's avonds` do say something about the time, and not enough.
        if unfinished.readings or unfinished.part is not None:
            raise
        _refuse_relative(raw, unfinished.day, now)
        return _at_default(raw, unfinished.day, now, default)
    _refuse_relative(raw, local_day(moment.at), now)
    return ToldMoment(moment.at, moment.at, doubled=moment.doubled)


def read_told_day(raw: str, now: datetime) -> date:
    """Read a day that is the same whenever it is read.

    Raises:
        RelativeMoment, UnreadableDay.
    """
    if _SERIAL.fullmatch(raw.strip()):
        raise UnreadableDay(raw, MomentFault.SERIAL_NUMBER)
    day = parse_day(raw, local_day(now))
    if _YEAR.search(raw) is None and parse_day(raw, local_day(now + _LATER)) != day:
        raise RelativeMoment(raw)
    return day


def _at_default(raw: str, day: date, now: datetime, default: time | None) -> ToldMoment:
    if default is None:
        raise TimeMissing(raw)
    moment = moment_on(day, default)
    if moment.at > now + FUTURE_TOLERANCE:
        raise MomentInFuture(moment.at, now)
    return ToldMoment(moment.at, start_of_day(day).astimezone(UTC), time_taken=True, doubled=moment.doubled)


def _refuse_relative(raw: str, day: date, now: datetime) -> None:
    """Refuse what would mean another day some years from now, unless a year is spelled out."""
    if _YEAR.search(raw) is None and _day_read_at(raw, now + _LATER) != day:
        raise RelativeMoment(raw)


def _day_read_at(raw: str, now: datetime) -> date | None:
    try:
        moment: Moment = parse_moment(raw, now)
    except MomentWithoutTime as unfinished:
        return unfinished.day
    except WrongUse:
        return None
    return local_day(moment.at)
