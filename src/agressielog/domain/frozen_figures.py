"""Keeps a report as it was when records go: what they counted for is laid beside what is still counted.

What is kept are counts per period and heading, so that nobody is in them. A caller who came back is named
in a report until the first of its calls can go by the terms (`unnamed`); the number of those who did stays.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from agressielog.domain.figures import Figures

_T = TypeVar("_T")

_Named = tuple[tuple[str | None, int], ...]


def lost(before: Figures, after: Figures, private: frozenset[str]) -> Figures:
    """Return what a period counts less, after records went.

    Args:
        before: of a period.
        after: of the same period.
        private: subjects that only ever stood with one caller, in small letters: they may tell who it was, and
            go with the caller.
    """
    return _combined(before, after, -1, lambda name: None if plain_subject(name) in private else name)


def together(counted: Figures, frozen: Figures) -> Figures:
    """Return the figures of a period: what is counted today, and what was counted of records that went."""
    return _combined(counted, frozen, 1, lambda name: name)


def unnamed(figures: Figures, private: frozenset[str]) -> Figures:
    """Return figures without whoever came back, and without subjects that only ever stood with one caller.

    The counts stay. So does a report read of which nothing was cleaned up yet, and so does it read afterwards.

    Args:
        figures: of a period.
        private: such subjects, in small letters.
    """
    folded = _combined(figures, Figures(), 1, lambda name: None if plain_subject(name) in private else name)
    return replace(folded, repeat_callers=())


def _combined(one: Figures, other: Figures, sign: int, shown: Callable[[str | None], str | None]) -> Figures:
    hours = _summed(
        (((hour, day), n) for hour, day, n in one.per_hour_and_weekday),
        (((hour, day), n) for hour, day, n in other.per_hour_and_weekday),
        sign,
    )
    return Figures(
        per_kind=_frequent(_summed(one.per_kind, other.per_kind, sign)),
        per_severity=_frequent(_summed(one.per_severity, other.per_severity, sign)),
        per_team=_names(one.per_team, other.per_team, sign),
        per_channel=_frequent(_summed(one.per_channel, other.per_channel, sign)),
        per_subject=_names(_shown(one.per_subject, shown), _shown(other.per_subject, shown), sign),
        per_police_report=_frequent(_summed(one.per_police_report, other.per_police_report, sign)),
        per_hour_and_weekday=tuple((hour, day, n) for (hour, day), n in sorted(hours.items())),
        per_day=tuple(sorted(_summed(one.per_day, other.per_day, sign).items())),
        repeat_callers=one.repeat_callers if sign > 0 else (),
        total=one.total + sign * other.total,
        warned=one.warned + sign * other.warned,
        ended=one.ended + sign * other.ended,
        handed_over=one.handed_over + sign * other.handed_over,
        any_limit=one.any_limit + sign * other.any_limit,
        police=one.police + sign * other.police,
        our_fault=one.our_fault + sign * other.our_fault,
        withheld=one.withheld + sign * other.withheld,
        incomplete=one.incomplete + sign * other.incomplete,
        callers=one.callers + sign * other.callers,
        repeating=one.repeating + sign * other.repeating,
    )


def _summed(one: Iterable[tuple[_T, int]], other: Iterable[tuple[_T, int]], sign: int) -> dict[_T, int]:
    found: Counter[_T] = Counter()
    for key, n in one:
        found[key] += n
    for key, n in other:
        found[key] += sign * n
    return {key: n for key, n in found.items() if n}


def _frequent(found: Mapping[_T, int]) -> tuple[tuple[_T, int], ...]:
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0]))))


def _shown(found: _Named, shown: Callable[[str | None], str | None]) -> _Named:
    return tuple((shown(name), n) for name, n in found)


def _names(one: _Named, other: _Named, sign: int) -> _Named:
    """Add up what users typed, as the report does: `KCC` and `kcc` are one, under the first of their spellings."""
    spelled: dict[str, str] = {}
    for name, _ in (*one, *other):
        if name is not None:
            spelled[plain_subject(name)] = min(name, spelled.get(plain_subject(name), name))
    plain = _summed(_byplain_subject(one), _byplain_subject(other), sign)
    return tuple(
        sorted(
            ((spelled[name] if name is not None else None, n) for name, n in plain.items()),
            key=lambda pair: (-pair[1], pair[0] is None, pair[0] or ""),
        )
    )


def _byplain_subject(found: _Named) -> Iterable[tuple[str | None, int]]:
    return ((plain_subject(name) if name is not None else None, n) for name, n in found)


def plain_subject(name: str | None) -> str:
    """Return a name as SQLite's NOCASE compares it: only the letters of ASCII have a small form."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name or "")
