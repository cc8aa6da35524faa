"""The report as a team lead sees it, and as a program reads it."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.report import Earlier, Report
from agressielog.domain.figures import Figures, RepeatCaller
from agressielog.domain.identity import CallerId
from agressielog.domain.period import Period, PeriodSort, parse_period
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode
from agressielog.domain.text import LONGEST_LINE
from agressielog.domain.vocabulary import Channel, Severity
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.measure import cells
from agressielog.presentation.report_json import report_json
from agressielog.presentation.report_view import show_report

TERMINAL = Surface(wrap=True, drawing=True)
WEEK, MONTH, QUARTER, YEAR = PeriodSort

_FIRST = date(2026, 10, 1)
_ELEVEN_KINDS = (
    ("schelden", 9),
    ("belediging", 7),
    ("emotie_kritiek", 6),
    ("schreeuwen", 5),
    ("bedreiging", 4),
    ("drammen", 4),
    ("hinderlijk", 2),
    ("intimidatie", 2),
    ("kleineren", 1),
    ("seksuele_intimidatie", 1),
    ("discriminatie", 1),
)
BUSY = Figures(
    total=42,
    per_kind=tuple((KindCode(code), number) for code, number in _ELEVEN_KINDS),
    per_severity=((Severity.LIGHT, 17), (Severity.MEDIUM, 11), (Severity.NONE, 10), (Severity.SEVERE, 4)),
    per_team=(("KCC", 21), ("Burgerzaken", 9), ("Belastingen en invordering", 6), (None, 4), ("Jeugd", 2)),
    per_channel=((Channel.TELEPHONE, 30), (Channel.COUNTER, 8), (Channel.E_MAIL, 4)),
    per_subject=(
        (None, 12),
        ("uitkering", 10),
        ("parkeerboete", 8),
        ("paspoort", 5),
        ("bijstand", 4),
        ("grofvuil", 3),
    ),
    per_hour_and_weekday=(
        (9, 0, 3),
        (9, 1, 4),
        (10, 0, 8),
        (11, 2, 6),
        (13, 3, 2),
        (14, 3, 7),
        (15, 4, 5),
        (16, 4, 4),
        (20, 1, 2),
        (21, 5, 1),
    ),
    per_day=tuple((_FIRST + timedelta(days=7 * week), 14) for week in range(3)),
    warned=25,
    ended=12,
    handed_over=5,
    any_limit=30,
    police=1,
    our_fault=3,
    withheld=6,
    incomplete=2,
    callers=24,
    repeating=7,
    repeat_callers=(
        RepeatCaller(CallerId(12), 4, (story.MOBILE, story.LANDLINE)),
        RepeatCaller(CallerId(3), 3, (PhoneNumber("+32470123456"),)),
        RepeatCaller(CallerId(40), 2, ()),
        RepeatCaller(CallerId(41), 2, (story.OTHER_MOBILE,)),
        RepeatCaller(CallerId(42), 2, (story.LANDLINE,)),
        RepeatCaller(CallerId(43), 2, (story.LANDLINE,)),
    ),
)
BEFORE = Figures(
    total=38,
    per_kind=((story.SWEARING, 12), (KindCode("belediging"), 7), (story.THREAT, 1), (story.BREACH, 18)),
    per_day=((date(2025, 9, 1), 38),),
)
ONE = Figures(
    total=1,
    per_kind=((story.SWEARING, 1),),
    per_severity=((Severity.LIGHT, 1),),
    per_team=(("Burgerzaken", 1),),
    per_channel=((Channel.TELEPHONE, 1),),
    per_subject=(("paspoort", 1),),
    per_hour_and_weekday=((14, 1, 1),),
    per_day=((date(2026, 10, 6), 1),),
    warned=1,
    ended=1,
    any_limit=1,
    callers=1,
)


def some(total: int, day: str) -> Figures:
    """Return figures that know no more than how many there were, all on one day."""
    return Figures(total=total, per_day=((date.fromisoformat(day), total),) if total else ())


def period(name: str, sort: PeriodSort = MONTH) -> Period:
    return parse_period(name, sort, story.TODAY)


def october(figures: Figures, before: Figures = Figures(), year_before: Figures = Figures()) -> Report:
    """Return the report on October 2026, when it is over."""
    asked = period("2026-10")
    previous, last_year = asked.previous(), asked.same_last_year()
    return Report(
        asked,
        asked.last,
        figures,
        Earlier(previous, previous.last, before),
        Earlier(last_year, last_year.last, year_before),
    )


def page(
    report: Report,
    surface: Surface | None = None,
    *,
    organisation: str | None = None,
    demo: bool = False,
    just_ended: Period | None = None,
) -> str:
    paper = io.StringIO()
    show_report(
        Screen(paper, surface),
        report,
        story.policy(),
        organisation=organisation,
        demo=demo,
        just_ended=just_ended,
    )
    return paper.getvalue()
