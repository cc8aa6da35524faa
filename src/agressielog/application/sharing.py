"""A report that may leave the house: what it tells cannot be worked back to a person."""

from datetime import date

from agressielog.application.report import Earlier, Report
from agressielog.domain.anchor import Anchor
from agressielog.domain.figures import Change
from agressielog.domain.period import Period
from agressielog.domain.shared_figures import SharedFigures, share
from agressielog.domain.shared_follow_up import SharedFollowUp, share_follow_up
from agressielog.domain.suppression import Hidden, Shown, shown, shown_cells
from agressielog.domain.value import value


@value
class SharedEarlier:
    """An earlier period to compare with, of which nothing but the total is told.

    Attributes:
        until: the last day of it that is compared.
        total: of all of it.
        so_far: up to and including `until`; None where that and the total would tell a small rest.
        change: None where one of both counts is hidden.
    """

    period: Period
    until: date
    total: Shown
    so_far: Shown | None
    change: Change | None


@value
class SharedReport:
    """What may be told of a `Report`."""

    period: Period
    until: date
    begun: bool
    running: bool
    figures: SharedFigures
    follow_up: SharedFollowUp
    previous: SharedEarlier
    last_year: SharedEarlier
    anchor: Anchor | None


def shared(report: Report) -> SharedReport:
    """Return what may be told of a report.

    Each report is safe by itself. Whoever shares a quarter and its months, or the same month on two days, gives
    others the means to subtract one from the other; nothing here knows what was shared before.
    """
    return SharedReport(
        period=report.period,
        until=report.until,
        begun=report.begun,
        running=report.running,
        figures=share(report.figures),
        follow_up=share_follow_up(report.follow_up),
        previous=_earlier(report, report.previous),
        last_year=_earlier(report, report.last_year),
        anchor=report.anchor,
    )


def _earlier(report: Report, earlier: Earlier) -> SharedEarlier:
    total, so_far = shown(earlier.figures.total), _so_far(report, earlier)
    told = report.begun and not isinstance(so_far, Hidden) and so_far is not None
    known = told and shown(report.figures.total) is not Hidden.FEW
    return SharedEarlier(
        earlier.period, earlier.until, total, so_far, report.change_from(earlier) if known else None
    )


def _so_far(report: Report, earlier: Earlier) -> Shown | None:
    total, so_far = earlier.figures.total, earlier.so_far
    if not report.running:
        return shown(total)
    if shown(total) is Hidden.FEW:
        return None
    cells = shown_cells([so_far, total - so_far])
    return cells[0] if cells is not None else None
