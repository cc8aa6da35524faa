"""The report that may be mailed on, as a reader sees it and as a program reads it."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import decisions
import pytest
import story
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.report import Earlier, Report
from agressielog.application.sharing import shared
from agressielog.domain.anchor import parse_anchor
from agressielog.domain.decision import Verdict
from agressielog.domain.duty import DutyKind
from agressielog.domain.figures import Figures, RepeatCaller
from agressielog.domain.follow_up import DutyTally, FollowUp, Kept
from agressielog.domain.identity import CallerId
from agressielog.domain.period import Period, PeriodSort, parse_period
from agressielog.domain.policy import KindCode
from agressielog.domain.text import LONGEST_LINE
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.measure import cells
from agressielog.presentation.report_json import report_json
from agressielog.presentation.shared_json import shared_report_json
from agressielog.presentation.shared_view import show_shared_report

MONTH, QUARTER = PeriodSort.MONTH, PeriodSort.QUARTER
_FIRST = date(2026, 10, 1)
BUSY = Figures(
    total=42,
    per_kind=(
        (story.SWEARING, 17),
        (story.CRITICISM, 10),
        (KindCode("belediging"), 8),
        (story.THREAT, 4),
        (story.SHOUTING, 2),
        (KindCode("drammen"), 1),
    ),
    per_severity=((Severity.LIGHT, 17), (Severity.MEDIUM, 11), (Severity.NONE, 10), (Severity.SEVERE, 4)),
    per_team=(("KCC", 21), ("Burgerzaken", 15), (None, 4), ("Jeugd", 2)),
    per_channel=((Channel.TELEPHONE, 30), (Channel.COUNTER, 8), (Channel.E_MAIL, 4)),
    per_subject=(("uitkering", 18), (None, 12), ("parkeerboete", 7), ("de buurman van Jansen", 5)),
    per_police_report=((PoliceReport.NO, 32), (PoliceReport.CONSIDER, 7), (PoliceReport.YES, 3)),
    per_hour_and_weekday=((9, 0, 7), (10, 1, 8), (11, 2, 6), (13, 3, 12), (14, 4, 8), (20, 5, 1)),
    per_day=tuple((_FIRST + timedelta(days=7 * week), 14) for week in range(3)),
    warned=25,
    ended=12,
    handed_over=5,
    any_limit=30,
    police=1,
    our_fault=39,
    withheld=6,
    incomplete=2,
    callers=24,
    repeating=3,
    repeat_callers=(RepeatCaller(CallerId(12), 4, (story.MOBILE,)),),
)
FOLLOWED_UP = FollowUp(
    reaction_hours=24,
    reactions=Kept(18, 4),
    care=Kept(11, 0),
    decided=((decisions.WARNING, 6), (None, 3), (decisions.BAN, 2)),
    running=((decisions.WARNING, 12), (decisions.BAN, 3)),
    objections=2,
    verdicts=((Verdict.UPHELD, 1),),
    good_calls=7,
    duties=(DutyTally(DutyKind.ENDING, 3, 0), DutyTally(DutyKind.REACTION, 1, 8)),
)
ONE = Figures(
    total=1,
    per_kind=((story.THREAT, 1),),
    per_severity=((Severity.SEVERE, 1),),
    per_team=(("Burgerzaken", 1),),
    per_channel=((Channel.TELEPHONE, 1),),
    per_subject=(("paspoort", 1),),
    per_hour_and_weekday=((14, 1, 1),),
    per_day=((date(2026, 10, 6), 1),),
    callers=1,
)


def some(total: int, day: str) -> Figures:
    return Figures(total=total, per_day=((date.fromisoformat(day), total),) if total else ())


def october(
    figures: Figures,
    before: int = 0,
    year_before: int = 0,
    follow_up: FollowUp | None = None,
    until: date | None = None,
) -> Report:
    asked = parse_period("2026-10", MONTH, story.TODAY)
    previous, last_year = asked.previous(), asked.same_last_year()
    return Report(
        asked,
        until or asked.last,
        figures,
        Earlier(previous, previous.last, some(before, "2026-09-02")),
        Earlier(last_year, last_year.last, some(year_before, "2025-10-02")),
        follow_up or FollowUp(),
        anchor=parse_anchor("914-36ZWX-238N4-N3XHA-R0SKK-6QSPV"),
    )


def page(report: Report, surface: Surface | None = None, **told: Any) -> str:
    paper = io.StringIO()
    show_shared_report(Screen(paper, surface), shared(report), decisions.standaard(), **told)
    return paper.getvalue()


FULL = """\
Rapport oktober 2026 · Gemeente Zandstad
Om te delen: kleine aantallen zijn weggelaten.

42 incidenten
  4 meer dan in september 2026 (38): +11%
  9 minder dan in oktober 2025 (51): −18%

Soort
  Schelden           17   40%
  Emotie of kritiek  10   24%
  Belediging          8   19%
  Bedreiging         <5
  Drammen            <5
  Schreeuwen         <5

Onderwerp                                 Afloop
  uitkering             18   43%            grens gesteld        30   71%
  parkeerboete           7   17%              gewaarschuwd       25   60%
  de buurman van Jans…   5   12%              gesprek beëindigd  12   29%
  andere                12   29%              overgedragen        5   12%
                                            politie gebeld       <5

Bellers
  verschillende bellers  24
  vaker dan één keer     <5
  anoniem nummer          6

Opvolging                                 Besloten
  reactie in 24 uur: op tijd  18            Schriftelijke waars…   6
    te laat                   <5            Contactverbod         <5
  nazorg: op tijd             11  100%      geen maatregel        <5
    te laat                    0
  goede gesprekken             7
  bezwaren                    <5
    gegrond                   <5

Lopende maatregelen
  Schriftelijke waars…  12
  Contactverbod         <5
  einde in 30 dagen     <5

Weggelaten, want het zou een klein aantal verraden: ernst, kanaal, team, dag,
aangifte, fout bij ons.
Registratie 914-36ZWX-238N4-N3XHA-R0SKK-6QSPV
"""
EMPTY = """\
Rapport oktober 2026 · Gemeente Zandstad
Om te delen: kleine aantallen zijn weggelaten.

Geen incidenten
  in september 2026 waren het er minder dan 5
  in oktober 2025 is niets vastgelegd

Registratie 914-36ZWX-238N4-N3XHA-R0SKK-6QSPV
"""
SINGLE = """\
Rapport oktober 2026 · Gemeente Zandstad
Om te delen: kleine aantallen zijn weggelaten.

Minder dan 5 incidenten
  in september 2026 waren het er 12
  in oktober 2025 waren het er minder dan 5

Weggelaten, want het zou een klein aantal verraden: alle verdelingen.
Registratie 914-36ZWX-238N4-N3XHA-R0SKK-6QSPV
"""


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        pytest.param(october(BUSY, 38, 51, FOLLOWED_UP), FULL, id="busy"),
        pytest.param(october(Figures(), 3), EMPTY, id="empty"),
        pytest.param(october(ONE, 12, 2), SINGLE, id="single"),
    ],
)
@pytest.mark.parametrize("surface", [Surface(), Surface(wrap=True, drawing=True)], ids=["pipe", "terminal"])
def test_the_whole_page(report: Report, shown: str, surface: Surface) -> None:
    assert page(report, surface, organisation="Gemeente Zandstad") == shown


def test_colour_only_stresses_what_stands_there_already() -> None:
    plain = page(october(BUSY, 38, 51, FOLLOWED_UP))
    coloured = page(october(BUSY, 38, 51, FOLLOWED_UP), Surface(colour=True))
    assert "\x1b[" in coloured
    assert "\x1b" not in plain


def test_the_example_logbook_is_marked_in_the_page_itself() -> None:
    assert page(october(ONE), demo=True).startswith("Rapport oktober 2026 VOORBEELD\n")


def test_a_period_to_come_has_no_page() -> None:
    shown = page(october(Figures(), until=date(2026, 9, 30)))
    assert shown.splitlines()[3:] == ["Deze periode begint op 1 oktober 2026."]


@pytest.mark.parametrize(
    ("now", "before", "line"),
    [
        (12, 10, "  2 meer dan in september 2026 (10): +20%"),
        (8, 10, "  2 minder dan in september 2026 (10): −20%"),
        (10, 10, "  evenveel als in september 2026 (10)"),
        (6, 5, "  1 meer dan in september 2026 (5)"),
    ],
)
def test_the_difference_with_a_whole_period_is_a_sentence(now: int, before: int, line: str) -> None:
    assert page(october(Figures(total=now), before)).splitlines()[4] == line


@pytest.mark.parametrize(
    ("day", "before", "line"),
    [
        ("2026-09-02", 10, "  2 meer dan in september 2026 t/m 12 sep (10): +20%"),
        ("2026-09-20", 10, "  12 meer dan in september 2026 t/m 12 sep (0)"),
        ("2026-09-20", 3, "  in september 2026 waren het er minder dan 5 in totaal"),
    ],
)
def test_a_running_period_says_so_and_warns(day: str, before: int, line: str) -> None:
    report = october(Figures(total=12), until=date(2026, 10, 12))
    earlier = replace(report.previous, until=date(2026, 9, 12), figures=some(before, day))
    lines = page(replace(report, previous=earlier)).splitlines()
    assert lines[3] == "12 incidenten tot en met 12 oktober 2026"
    assert lines[4] == line
    assert lines[-2] == "Deel een periode één keer, als ze voorbij is."


def test_a_year_has_only_one_year_to_compare_with() -> None:
    asked = parse_period("2025", PeriodSort.YEAR, story.TODAY)
    earlier = Earlier(asked.previous(), asked.previous().last, some(9, "2024-05-01"))
    shown = page(Report(asked, asked.last, Figures(total=9), earlier, earlier))
    assert shown.count("in 2024") == 1


def test_a_long_list_ends_without_a_number() -> None:
    teams = tuple((f"Team {number}", 20 - number) for number in range(9))
    below_each_other = Surface(width=60)
    shown = page(october(Figures(total=sum(n for _, n in teams), per_team=teams)), below_each_other)
    start = shown.index("Team\n")
    assert shown[start : shown.index("\n\n", start)].splitlines() == [
        "Team",
        "  Team 0  20   14%",
        "  Team 1  19   13%",
        "  Team 2  18   13%",
        "  Team 3  17   12%",
        "  Team 4  16   11%",
        "  en nog 4",
    ]


def test_a_team_that_nobody_fills_in_takes_no_room() -> None:
    assert "Team" not in page(october(Figures(total=12, per_team=((None, 12),))))


def test_limits_stand_under_their_total_only_where_it_goes_along() -> None:
    limits = replace(BUSY, handed_over=2)
    shown = page(october(limits), Surface(width=60))
    start = shown.index("Afloop\n")
    assert shown[start : shown.index("\n\n", start)].splitlines() == [
        "Afloop",
        "  gewaarschuwd       25   60%",
        "  gesprek beëindigd  12   29%",
        "  overgedragen       <5",
        "  politie gebeld     <5",
    ]
    assert "grens gesteld" in shown[start:]


def test_subjects_of_a_few_are_told_together() -> None:
    subjects = (("parkeren", 9), ("buurman", 4), ("Jansen", 3))
    shown = page(october(Figures(total=16, per_subject=subjects)), Surface(width=60))
    start = shown.index("Onderwerp\n")
    assert shown[start : shown.index("\n\n", start)].splitlines() == [
        "Onderwerp",
        "  parkeren  9   56%",
        "  andere    7   44%",
    ]
    assert "Jansen" not in shown


# Anything at all --------------------------------------------------------------------------------------

_COUNTS = st.integers(0, 60)
_NAMES = st.text(min_size=1, max_size=LONGEST_LINE)


@st.composite
def _figures(draw: st.DrawFn) -> Figures:
    total = draw(st.integers(0, 60))

    def parted(names: list[Any]) -> tuple[tuple[Any, int], ...]:
        left, found = total, []
        for name in names[:-1]:
            number = draw(st.integers(0, left))
            left -= number
            found.append((name, number))
        found += [(names[-1], left)] if names else []
        return tuple(sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1]))

    names = st.lists(_NAMES, min_size=1, max_size=12, unique=True)
    hours = parted([(hour, day) for hour in (8, 12, 20) for day in range(4)])
    callers = draw(st.integers(0, total))
    return Figures(
        total=total,
        per_kind=parted([KindCode(name) for name in draw(names)]),
        per_severity=parted(list(Severity)),
        per_team=parted([*draw(names), None]),
        per_channel=parted(list(Channel)),
        per_subject=parted([*draw(names), None]),
        per_police_report=parted(list(PoliceReport)),
        per_hour_and_weekday=tuple(sorted((hour, day, n) for (hour, day), n in hours)),
        per_day=((date(2026, 7, 3), total),) if total else (),
        warned=draw(st.integers(0, total)),
        ended=draw(st.integers(0, total)),
        any_limit=draw(st.integers(0, total)),
        police=draw(st.integers(0, total)),
        our_fault=draw(st.integers(0, total)),
        withheld=draw(st.integers(0, total)),
        incomplete=draw(st.integers(0, total)),
        callers=callers,
        repeating=draw(st.integers(0, callers)),
        repeat_callers=(RepeatCaller(CallerId(12), 4, (story.MOBILE,)),),
    )


_KEPT = st.builds(Kept, _COUNTS, _COUNTS)
_FOLLOW_UPS = st.builds(
    FollowUp,
    reaction_hours=st.integers(1, 999),
    reactions=_KEPT,
    care=_KEPT,
    decided=st.lists(st.tuples(_NAMES | st.none(), st.integers(1, 60)), max_size=5).map(tuple),
    running=st.lists(st.tuples(_NAMES, st.integers(1, 60)), max_size=5).map(tuple),
    objections=_COUNTS,
    verdicts=st.lists(st.tuples(st.sampled_from(Verdict), _COUNTS), max_size=3).map(tuple),
    good_calls=_COUNTS,
    duties=st.lists(st.builds(DutyTally, st.sampled_from(DutyKind), _COUNTS, _COUNTS), max_size=13).map(
        tuple
    ),
)


def reported(figures: Figures, before: Figures, follow_up: FollowUp, *, running: bool) -> Report:
    asked: Period = parse_period("2026-K3", QUARTER, story.TODAY)
    earlier = Earlier(asked.previous(), date(2026, 5, 15), before)
    until = date(2026, 8, 15) if running else asked.last
    return Report(asked, until, figures, earlier, earlier, follow_up)


@given(
    figures=_figures(),
    before=_figures(),
    follow_up=_FOLLOW_UPS,
    running=st.booleans(),
    organisation=_NAMES,
)
def test_whatever_is_counted_stays_one_page_of_eighty_columns(
    figures: Figures, before: Figures, follow_up: FollowUp, running: bool, organisation: str
) -> None:
    report = reported(figures, before, follow_up, running=running)
    lines = page(report, organisation=organisation).split("\n")
    assert len(lines) <= 66
    assert all(line.isprintable() for line in lines)
    assert max(map(cells, lines)) <= 80


def numbers(told: Any) -> Iterator[int]:
    """Yield every number of a document."""
    if isinstance(told, bool):
        return
    if isinstance(told, int):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from numbers(value)
    elif isinstance(told, list):
        for value in told:
            yield from numbers(value)


@given(figures=_figures(), before=_figures(), follow_up=_FOLLOW_UPS, running=st.booleans())
def test_no_small_number_stands_anywhere_in_the_document(
    figures: Figures, before: Figures, follow_up: FollowUp, running: bool
) -> None:
    report = reported(figures, before, follow_up, running=running)
    told = json.loads(json.dumps(shared_report_json(shared(report))))
    # How two large counts differ is no count, and neither is a percentage or a term.
    for earlier in told["vergelijking"].values():
        del earlier["verschil"], earlier["procent"]
    del told["reacties"]["procent"], told["reacties"]["binnen_uren"], told["nazorg"]["procent"]
    assert [number for number in numbers(told) if 1 <= number <= 4] == []


@given(figures=_figures(), follow_up=_FOLLOW_UPS)
def test_it_has_the_keys_of_the_complete_report(figures: Figures, follow_up: FollowUp) -> None:
    report = reported(figures, Figures(), follow_up, running=False)
    told = shared_report_json(shared(report))
    assert list(told) == list(report_json(report))
    missing = told["weggelaten"]
    assert isinstance(missing, list)
    assert set(missing) == {key for key, value in told.items() if value is None} - {"organisatie", "anker"}


def test_the_document_of_a_busy_month() -> None:
    told = shared_report_json(shared(october(BUSY, 38, 51, FOLLOWED_UP)), organisation="KCC")
    assert told["delen"] is True
    assert told["per_soort"] == {
        "schelden": 17,
        "emotie_kritiek": 10,
        "belediging": 8,
        "bedreiging": "<5",
        "drammen": "<5",
        "schreeuwen": "<5",
    }
    assert told["per_ernst"] is None
    assert (told["politie"], told["fout_bij_ons"], told["bellers"]) == (
        "<5",
        None,
        {"uniek": 24, "herhaald": "<5"},
    )
    assert told["maatregelen"] == {
        "besloten": {"schriftelijke_waarschuwing": 6, "contactverbod": "<5"},
        "geen_maatregel": "<5",
        "lopend": {"schriftelijke_waarschuwing": 12, "contactverbod": "<5"},
        "eindigt_binnen_30_dagen": "<5",
        "evaluatie_te_laat": 0,
    }
    assert (told["taken"], told["per_dag"], told["herhaalde_bellers"]) == (None, None, None)


def test_a_heat_map_that_hides_nothing_goes_along() -> None:
    told = shared_report_json(shared(october(Figures(total=7, per_hour_and_weekday=((9, 0, 7),)))))
    assert told["per_uur_en_weekdag"] == [[0] * 9 + [7] + [0] * 14, *[[0] * 24] * 6]
    assert told["per_weekdag"] == [7, 0, 0, 0, 0, 0, 0]
