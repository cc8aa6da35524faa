"""The figures of a period as they may leave the house: no numbers, no names, and no cell that gives one away.

Beside its total a table can be given away by another one. So of tables that follow from one another, as
severity does from kind, only one may hide anything; hour by weekday goes along only where it hides nothing;
and of what cannot be untangled (limits, callers) the count that would help to is left out.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

from agressielog.domain.figures import HOURS, WEEKDAYS, Figures
from agressielog.domain.policy import KindCode
from agressielog.domain.suppression import (
    SMALLEST_SHOWN,
    Hidden,
    Shown,
    hides,
    is_small,
    shown,
    shown_cells,
    shown_part,
    shown_table,
)
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity

_Name = TypeVar("_Name")
Table: TypeAlias = tuple[tuple[_Name, Shown], ...]
# Two incidents make somebody come back.
_TWICE = 2


@value(kw_only=True)
class SharedFigures:
    """What may be told of `Figures`; None for what was left out, since it would give a small count away.

    Attributes:
        total: all incidents.
        per_kind, per_severity, per_team, per_channel, per_subject, per_police_report: as in `Figures`.
            `per_subject` holds only what is named, subjects of a few incidents left out altogether: users
            type them freely, so that the word itself can say who it was.
        per_hour: 24 counts; per_weekday: seven, monday first; per_hour_and_weekday: seven rows of 24.
        any_limit, warned, ended, handed_over, police, our_fault, withheld, incomplete: how many had that.
        callers, repeating: as in `Figures`.
    """

    total: Shown
    per_kind: Table[KindCode] | None
    per_severity: Table[Severity] | None
    per_team: Table[str | None] | None
    per_channel: Table[Channel] | None
    per_subject: tuple[tuple[str | None, int], ...] | None
    per_police_report: Table[PoliceReport] | None
    per_hour: tuple[Shown, ...] | None
    per_weekday: tuple[Shown, ...] | None
    per_hour_and_weekday: tuple[tuple[int, ...], ...] | None
    any_limit: Shown | None
    warned: Shown | None
    ended: Shown | None
    handed_over: Shown | None
    police: Shown | None
    our_fault: Shown | None
    withheld: Shown | None
    incomplete: Shown | None
    callers: Shown | None
    repeating: Shown | None


#: Of a period with a few incidents nothing is told but that.
ONLY_FEW = SharedFigures(
    total=Hidden.FEW,
    per_kind=None,
    per_severity=None,
    per_team=None,
    per_channel=None,
    per_subject=None,
    per_police_report=None,
    per_hour=None,
    per_weekday=None,
    per_hour_and_weekday=None,
    any_limit=None,
    warned=None,
    ended=None,
    handed_over=None,
    police=None,
    our_fault=None,
    withheld=None,
    incomplete=None,
    callers=None,
    repeating=None,
)


def share(figures: Figures) -> SharedFigures:
    """Return what may be told of the figures of a period."""
    if is_small(figures.total):
        return ONLY_FEW
    total, week = figures.total, figures.week
    kinds = shown_table(figures.per_kind)
    by_severity = _fixed(Severity, figures.per_severity)
    by_police = _fixed(PoliceReport, figures.per_police_report)
    # What a kind weighs and whether it goes to the police, the policy says: everybody can add these up.
    keep_kinds, keep_severity, keep_police = _one_hides([kinds, by_severity, by_police])
    limits = (figures.any_limit, figures.warned, figures.ended, figures.handed_over)
    callers, repeating = _callers(figures)
    return SharedFigures(
        total=total,
        per_kind=kinds if keep_kinds else None,
        per_severity=by_severity if keep_severity else None,
        per_team=shown_table(figures.per_team),
        per_channel=_fixed(Channel, figures.per_channel),
        per_subject=_subjects(figures.per_subject),
        per_police_report=by_police if keep_police else None,
        per_hour=shown_cells([sum(week[day][hour] for day in range(WEEKDAYS)) for hour in range(HOURS)]),
        per_weekday=shown_cells([sum(day) for day in week]),
        per_hour_and_weekday=None if any(is_small(cell) for day in week for cell in day) else week,
        # At least as many as each of the three, at most as many as these together.
        any_limit=None if any(is_small(limit) for limit in limits) else shown_part(figures.any_limit, total),
        warned=shown_part(figures.warned, total),
        ended=shown_part(figures.ended, total),
        handed_over=shown_part(figures.handed_over, total),
        police=shown_part(figures.police, total),
        our_fault=shown_part(figures.our_fault, total),
        withheld=shown_part(figures.withheld, total),
        incomplete=shown_part(figures.incomplete, total),
        callers=callers,
        repeating=repeating,
    )


def _fixed(codes: Iterable[_Name], counts: Sequence[tuple[_Name, int]]) -> Table[_Name] | None:
    """Return the cells of a list that is always complete, in its own order."""
    found, names = dict(counts), list(codes)
    cells = shown_cells([found.get(name, 0) for name in names])
    return None if cells is None else tuple(zip(names, cells, strict=True))


def _one_hides(
    tables: Iterable[Table[KindCode] | Table[Severity] | Table[PoliceReport] | None],
) -> list[bool]:
    """Tell which of the tables go along, the first ones first: all of them, as long as none hides anything."""
    kept: list[bool] = []
    hiding = False
    for table in tables:
        hidden = table is not None and hides([cell for _, cell in table])
        kept.append(table is not None and not (any(kept) and (hiding or hidden)))
        hiding = hiding or (kept[-1] and hidden)
    return kept


def _subjects(counts: Sequence[tuple[str | None, int]]) -> tuple[tuple[str | None, int], ...] | None:
    """Keep the subjects of enough incidents; None where the rest, which anybody can work out, is small."""
    if is_small(sum(number for _, number in counts if is_small(number))):
        return None
    return tuple((name, number) for name, number in counts if not is_small(number))


def _callers(figures: Figures) -> tuple[Shown | None, Shown | None]:
    """Return how many callers there were and how many came back, as far as these do not tell each other.

    Who came back did so twice at least, so that the incidents left beside the callers bound how many did.
    Withheld numbers and incidents that weigh nothing are taken from them: a reader may do so too.
    """
    callers, repeating = figures.callers, figures.repeating
    if not is_small(repeating):
        # The difference is how many rang once.
        told = None if repeating and is_small(callers - repeating) else shown(callers)
        return told, repeating
    from_numbers = figures.total - figures.withheld
    weighing = from_numbers - dict(figures.per_severity).get(Severity.NONE, 0)
    if weighing < _TWICE * (SMALLEST_SHOWN - 1):
        return None, None
    room = from_numbers - callers >= SMALLEST_SHOWN - 1
    return (shown(callers) if room else None), Hidden.FEW
