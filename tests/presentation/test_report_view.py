"""The report as a team lead sees it, and as a program reads it."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta

import decisions
import pytest
import story
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.report import Earlier, Report
from agressielog.domain.decision import Verdict
from agressielog.domain.duty import DutyKind
from agressielog.domain.figures import Figures, RepeatCaller
from agressielog.domain.follow_up import DutyTally, FollowUp, Kept
from agressielog.domain.identity import CallerId
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.period import Period, PeriodSort, parse_period
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.text import LONGEST_LINE
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.measure import cells
from agressielog.presentation.report_json import report_json
from agressielog.presentation.report_view import show_report

TERMINAL = Surface(wrap=True, drawing=True)
WEEK, MONTH, QUARTER, YEAR = PeriodSort

_FIRST = date(2026, 10, 1)
# From the sixth on they are not in the policy of these tests: such a kind shows by its code.
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
    per_police_report=((PoliceReport.NO, 32), (PoliceReport.CONSIDER, 7), (PoliceReport.YES, 3)),
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
NOTHING = Figures()
NO_FOLLOW_UP = FollowUp()
FOLLOWED_UP = FollowUp(
    reaction_hours=24,
    reactions=Kept(18, 4),
    care=Kept(11, 1),
    decided=(
        (decisions.WARNING, 4),
        (None, 3),
        (decisions.BAN, 2),
        (decisions.RESTRICTION, 1),
        (MeasureCode("huisverbod"), 1),
    ),
    running=((decisions.WARNING, 12), (decisions.BAN, 3)),
    objections=3,
    verdicts=((Verdict.UPHELD, 1), (Verdict.DISMISSED, 2), (Verdict.PARTLY, 1)),
    good_calls=7,
    duties=(
        DutyTally(DutyKind.REACTION, 2, 4),
        DutyTally(DutyKind.OBJECTION, 1, 1),
        DutyTally(DutyKind.REVIEW, 1, 2),
        DutyTally(DutyKind.ENDING, 3, 0),
    ),
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


def october(
    figures: Figures,
    before: Figures = NOTHING,
    year_before: Figures = NOTHING,
    follow_up: FollowUp = NO_FOLLOW_UP,
) -> Report:
    """Return the report on October 2026, when it is over."""
    asked = period("2026-10")
    previous, last_year = asked.previous(), asked.same_last_year()
    return Report(
        asked,
        asked.last,
        figures,
        Earlier(previous, previous.last, before),
        Earlier(last_year, last_year.last, year_before),
        follow_up,
    )


def page(
    report: Report,
    surface: Surface | None = None,
    *,
    organisation: str | None = None,
    demo: bool = False,
    just_ended: Period | None = None,
    policy: Policy | None = None,
) -> str:
    paper = io.StringIO()
    show_report(
        Screen(paper, surface),
        report,
        policy or story.policy(),
        organisation=organisation,
        demo=demo,
        just_ended=just_ended,
    )
    return paper.getvalue()


BUSY_IN_A_PIPE = """\
Rapport oktober 2026 · Gemeente Zandstad

42 incidenten
  10 daarvan tellen niet mee: ernst geen, zoals kritiek of emotie
  4 meer dan in september 2026 (38): +11%
  9 minder dan in oktober 2025 (51): −18%

Soort, en het verschil met september 2026
  Schelden           9   −3
  Belediging         7    =
  Emotie of kritiek  6   +6
  Schreeuwen         5   +5
  Bedreiging         4   +3
  drammen            4   +4
  hinderlijk         2   +2
  overige 5 soorten  5  −13

Ernst                                     Kanaal
  zwaar    4   10%                          telefoon  30   71%
  middel  11   26%                          balie      8   19%
  licht   17   40%                          e-mail     4   10%
  geen    10   24%

Team                                      Onderwerp
  KCC                 21   50%              niet ingevuld  12   29%
  Burgerzaken          9   21%              uitkering      10   24%
  Belastingen en in…   6   14%              parkeerboete    8   19%
  niet ingevuld        4   10%              paspoort        5   12%
  Jeugd                2    5%              overige 2       7   17%

Aantal per dag, en per uur
        8  9 10 11 12 13 14 15 16 17 18 19 20 21
ma 11   ·  3  8  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
di  6   ·  4  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  2  ·
wo  6   ·  ·  ·  6  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
do  9   ·  ·  ·  ·  ·  2  7  ·  ·  ·  ·  ·  ·  ·
vr  9   ·  ·  ·  ·  ·  ·  ·  5  4  ·  ·  ·  ·  ·
za  1   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  1

Afloop                                    Bellers
  grens gesteld        30   71%             24 verschillende bellers
    gewaarschuwd       25   60%             6 keer een anoniem nummer
    gesprek beëindigd  12   29%             7 bellers vaker dan één keer:
    overgedragen        5   12%               B12  06-••••5678 +1  4
  politie gebeld        1    2%               B3  +32 •••••3456    3
  advies: aangifte      3    7%               B40  zonder nummer   2
  advies: overwegen     7   17%               B41  06-••••4321     2
  fout bij ons          3    7%               en 3 anderen
  nog onvolledig        2    5%

Alleen voor eigen gebruik: een aantal onder de 5 kan naar een persoon wijzen.
"""
#: What stands between the callers and the last line when something became of it.
WHAT_BECAME_OF_IT = """\
Opvolging                                 Maatregelen           besloten  lopen
  reactie in 24 uur  18 van 22   82%        Schriftelijke waa…         4     12
  nazorg op tijd     11 van 12   92%        Contactverbod              2      3
  goede gesprekken           7              overige 2                  2
  bezwaren                   3              geen maatregel             3
    (deels) gegrond    2 van 4              einde in 30 dagen                 3
  taken te laat       7 van 14              evaluatie te laat                 2
"""
EMPTY = """\
Rapport oktober 2026 · Gemeente Zandstad

Geen incidenten
  in september 2026 waren het er 3
  in oktober 2025 is niets vastgelegd
"""
SINGLE = """\
Rapport oktober 2026 · Gemeente Zandstad

1 incident
  1 minder dan in september 2026 (2)
  in oktober 2025 is niets vastgelegd

  Soort      Schelden
  Ernst      licht
  Team       Burgerzaken
  Kanaal     telefoon
  Onderwerp  paspoort
  Wanneer    di 6 oktober 2026, tussen 14 en 15 uur
  Afloop     gewaarschuwd, gesprek beëindigd
"""
BARS_AND_SHADES = """\
  Schelden           9   −3  ████████████████████████████████████████
  Belediging         7    =  ███████████████████████████████
  Emotie of kritiek  6   +6  ██████████████████████████▌
  Schreeuwen         5   +5  ██████████████████████
  Bedreiging         4   +3  █████████████████▌
  drammen            4   +4  █████████████████▌
  hinderlijk         2   +2  ████████▌
  overige 5 soorten  5  −13  ██████████████████████
  zwaar    4   10%  ████                    telefoon  30   71%  ████████████████
  middel  11   26%  ███████████▌            balie      8   19%  ████
  licht   17   40%  ██████████████████      e-mail     4   10%  ██
  geen    10   24%  ██████████▌
  KCC                 21   50%  ██████      niet ingevuld  12   29%  ███████████
  Burgerzaken          9   21%  ██▌         uitkering      10   24%  █████████
  Belastingen en in…   6   14%  █▌          parkeerboete    8   19%  ███████
  niet ingevuld        4   10%  █           paspoort        5   12%  ████▌
  Jeugd                2    5%  ▌           overige 2       7   17%  ██████
ma 11  ·· ▒▒ ██ ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ··
di  6  ·· ▒▒ ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ░░ ··
wo  6  ·· ·· ·· ▓▓ ·· ·· ·· ·· ·· ·· ·· ·· ·· ··
do  9  ·· ·· ·· ·· ·· ░░ ██ ·· ·· ·· ·· ·· ·· ··
vr  9  ·· ·· ·· ·· ·· ·· ·· ▓▓ ▒▒ ·· ·· ·· ·· ··
za  1  ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ░░
· 0   ░ 1–2   ▒ 3–4   ▓ 5–6   █ 7–8
"""


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        pytest.param(october(BUSY, BEFORE, some(51, "2025-10-05")), BUSY_IN_A_PIPE, id="busy"),
        pytest.param(october(Figures(), some(3, "2026-09-01")), EMPTY, id="empty"),
        pytest.param(october(ONE, some(2, "2026-09-01")), SINGLE, id="single"),
    ],
)
def test_the_whole_page_in_a_pipe(report: Report, shown: str) -> None:
    assert page(report, organisation="Gemeente Zandstad") == shown


def test_what_became_of_it_stands_below_the_callers() -> None:
    shown = page(october(BUSY, follow_up=FOLLOWED_UP), policy=decisions.standaard())
    start = shown.index("Opvolging")
    assert shown[start : shown.index("\n\n", start) + 1] == WHAT_BECAME_OF_IT


def test_a_month_without_incidents_still_tells_what_runs() -> None:
    running = FollowUp(
        reaction_hours=24,
        running=((decisions.BAN, 1),),
        duties=(DutyTally(DutyKind.ENDING, 1, 0),),
    )
    shown = page(october(NOTHING, follow_up=running), policy=decisions.standaard())
    assert shown.splitlines()[5:] == [
        "",
        "Opvolging                                 Maatregelen           besloten  lopen",
        "  taken te laat  0 van 1                    Contactverbod                     1",
        "                                            einde in 30 dagen                 1",
    ]


def test_a_single_incident_that_was_answered_says_so() -> None:
    answered = FollowUp(reaction_hours=24, reactions=Kept(1, 0), decided=((None, 1),))
    assert page(october(ONE, follow_up=answered)).splitlines()[-3:] == [
        "",
        "Opvolging                                 Maatregelen           besloten  lopen",
        "  reactie in 24 uur  1 van 1                geen maatregel             1",
    ]


def test_a_terminal_adds_bars_and_shades() -> None:
    shown = page(october(BUSY, BEFORE, some(51, "2025-10-05")), TERMINAL).splitlines()
    picture = [line for line in shown if set(line) & set("█▌░▒▓")]
    assert picture == BARS_AND_SHADES.splitlines()


def test_the_example_logbook_is_marked_in_the_page_itself() -> None:
    assert page(october(ONE), organisation="KCC", demo=True).startswith(
        "Rapport oktober 2026 · KCC VOORBEELD\n"
    )


@pytest.mark.parametrize(
    ("sort", "name", "title"),
    [
        (WEEK, "2026-W45", "Rapport week 45 van 2026 (2 t/m 8 november)"),
        (MONTH, "2026-10", "Rapport oktober 2026"),
        (QUARTER, "2026-K3", "Rapport 3e kwartaal 2026"),
        (YEAR, "2025", "Rapport 2025"),
    ],
)
def test_the_title_names_the_period(sort: PeriodSort, name: str, title: str) -> None:
    asked = period(name, sort)
    earlier = Earlier(asked.previous(), asked.previous().last, Figures())
    assert page(Report(asked, asked.last, Figures(), earlier, earlier)).startswith(f"{title}\n\n")


@pytest.mark.parametrize(
    ("now", "before", "line"),
    [
        (12, 10, "2 meer dan in september 2026 (10): +20%"),
        (8, 10, "2 minder dan in september 2026 (10): −20%"),
        (10, 10, "evenveel als in september 2026"),
        (5, 4, "1 meer dan in september 2026 (4)"),
        (300, 299, "1 meer dan in september 2026 (299)"),
        (2, 0, "in september 2026 is niets vastgelegd"),
        (0, 1, "in september 2026 was het er 1"),
        (0, 40, "in september 2026 waren het er 40"),
    ],
)
def test_the_difference_with_a_whole_period_is_a_sentence(now: int, before: int, line: str) -> None:
    shown = page(october(replace(ONE, total=now), some(before, "2026-09-05")))
    assert shown.splitlines()[3] == f"  {line}"


@pytest.mark.parametrize(
    ("now", "until_the_tenth", "after_it", "line"),
    [
        (12, 10, 30, "2 meer dan in september 2026 t/m 10 sep (10 van de 40): +20%"),
        (8, 8, 30, "evenveel als in september 2026 t/m 10 sep (8 van de 38)"),
        (8, 0, 30, "in september 2026 t/m 10 sep waren het er nog geen van de 30"),
        (0, 1, 30, "in september 2026 t/m 10 sep was het er 1 van de 31"),
        (8, 0, 0, "in september 2026 is niets vastgelegd"),
    ],
)
def test_a_running_period_is_held_against_as_many_days(
    now: int, until_the_tenth: int, after_it: int, line: str
) -> None:
    counts = ((date(2026, 9, 10), until_the_tenth), (date(2026, 9, 11), after_it))
    before = Figures(total=until_the_tenth + after_it, per_day=counts)
    whole = october(replace(ONE, total=now), before)
    running = replace(
        whole,
        until=date(2026, 10, 10),
        previous=replace(whole.previous, until=date(2026, 9, 10)),
    )
    heading, compared = page(running).splitlines()[2:4]
    assert heading.endswith(" tot en met 10 oktober 2026")
    assert compared == f"  {line}"


def test_a_running_period_does_not_hold_kinds_against_a_whole_one() -> None:
    running = replace(october(BUSY, BEFORE), until=date(2026, 10, 30))
    lines = page(running).splitlines()
    assert lines[lines.index("Soort") + 1] == "  Schelden           9"


def test_a_period_to_come_has_no_page() -> None:
    report = replace(october(Figures()), until=date(2026, 9, 30))
    assert page(report).splitlines()[2:] == ["Deze periode begint op 1 oktober 2026."]


def test_the_month_that_just_ended_is_pointed_to() -> None:
    shown = page(october(ONE), just_ended=period("2026-09"))
    assert "  September 2026 zien? agressielog report --maand vorige\n" in shown


@pytest.mark.parametrize(
    ("harmless", "line"),
    [
        (1, "1 daarvan telt niet mee: ernst geen, zoals kritiek of emotie"),
        (2, "2 daarvan tellen niet mee: ernst geen, zoals kritiek of emotie"),
        (3, "geen daarvan telt mee: ernst geen, zoals kritiek of emotie"),
    ],
)
def test_criticism_is_told_apart(harmless: int, line: str) -> None:
    severities = ((Severity.NONE, harmless), (Severity.LIGHT, 3 - harmless))
    assert page(october(replace(ONE, total=3, per_severity=severities))).splitlines()[3] == f"  {line}"


def test_a_single_incident_tells_what_is_special_about_it() -> None:
    special = replace(
        ONE,
        per_severity=((Severity.NONE, 1),),
        per_team=((None, 1),),
        per_subject=((None, 1),),
        warned=0,
        ended=0,
        our_fault=1,
        incomplete=1,
    )
    assert page(october(special)).splitlines()[6:] == [
        "  Soort           Schelden",
        "  Ernst           geen (telt niet mee)",
        "  Kanaal          telefoon",
        "  Wanneer         di 6 oktober 2026, tussen 14 en 15 uur",
        "  Afloop          geen grens gesteld",
        "  Fout bij ons    ja",
        "  Nog onvolledig  ja, zie agressielog list --open",
    ]


@pytest.mark.parametrize(
    ("callers", "line"),
    [
        (0, "geen bekende bellers"),
        (1, "1 bekende beller"),
        (2, "2 verschillende bellers"),
    ],
)
def test_how_many_people_it_were(callers: int, line: str) -> None:
    shown = page(october(replace(ONE, total=2, callers=callers)))
    assert line in shown
    assert "niemand vaker dan één keer" in shown


def test_a_team_that_nobody_fills_in_takes_no_room() -> None:
    shown = page(october(replace(BUSY, per_team=((None, 42),))))
    assert "Team" not in shown
    assert "Onderwerp" in shown


def test_a_kind_that_no_longer_occurs_still_shows_as_fewer() -> None:
    shown = page(october(replace(ONE, total=2, per_kind=((story.SWEARING, 2),)), BEFORE))
    assert "  Bedreiging                 0   −1\n" in shown


def test_three_digits_in_every_hour_of_the_day_are_taken_per_two_hours() -> None:
    every_hour = tuple((hour, day, 100) for hour in range(24) for day in range(7))
    lines = page(october(replace(BUSY, per_hour_and_weekday=every_hour))).splitlines()
    start = lines.index("Aantal per dag, en per twee uur")
    assert lines[start + 1 : start + 3] == [
        "           0   2   4   6   8  10  12  14  16  18  20  22",
        "ma 2400  200 200 200 200 200 200 200 200 200 200 200 200",
    ]


def test_a_narrow_terminal_has_the_blocks_below_each_other() -> None:
    lines = page(october(BUSY), Surface(wrap=True, drawing=True, width=60)).splitlines()
    assert {"Ernst", "Kanaal", "Team", "Onderwerp", "Afloop", "Bellers"} <= set(lines)
    assert max(map(len, lines)) <= 60


# Anything at all --------------------------------------------------------------------------------------

_COUNTS = st.integers(0, 99_999)
_NAMES = st.text(min_size=1, max_size=LONGEST_LINE)
_HOURS = st.tuples(st.integers(0, 23), st.integers(0, 6), st.integers(1, 999))
_CALLERS = st.builds(
    RepeatCaller,
    st.integers(1, 99_999).map(CallerId),
    st.integers(2, 99),
    st.lists(
        st.sampled_from([story.MOBILE, PhoneNumber("+32470123456"), PhoneNumber("112")]), max_size=3
    ).map(tuple),
)
_KEPT = st.builds(Kept, st.integers(0, 999), st.integers(0, 999))
_FOLLOW_UPS = st.builds(
    FollowUp,
    reaction_hours=st.integers(1, 999),
    reactions=_KEPT,
    care=_KEPT,
    decided=st.lists(st.tuples(_NAMES | st.none(), _COUNTS), max_size=9).map(tuple),
    running=st.lists(st.tuples(_NAMES, _COUNTS), max_size=9).map(tuple),
    objections=_COUNTS,
    verdicts=st.lists(st.tuples(st.sampled_from(Verdict), st.integers(1, 999)), max_size=3).map(tuple),
    good_calls=_COUNTS,
    duties=st.lists(
        st.builds(DutyTally, st.sampled_from(DutyKind), st.integers(0, 999), st.integers(0, 999)),
        max_size=13,
    ).map(tuple),
)
_FIGURES = st.builds(
    Figures,
    total=st.integers(2, 99_999),
    per_kind=st.lists(
        st.tuples(_NAMES.map(KindCode), _COUNTS), min_size=1, unique_by=lambda kind: kind[0]
    ).map(tuple),
    per_severity=st.lists(st.tuples(st.sampled_from(Severity), _COUNTS), max_size=4).map(tuple),
    per_team=st.lists(st.tuples(_NAMES | st.none(), _COUNTS), max_size=12).map(tuple),
    per_channel=st.lists(st.tuples(st.sampled_from(Channel), _COUNTS), max_size=6).map(tuple),
    per_subject=st.lists(st.tuples(_NAMES | st.none(), _COUNTS), max_size=12).map(tuple),
    per_hour_and_weekday=st.lists(_HOURS, min_size=1, max_size=168).map(tuple),
    per_day=st.tuples(st.tuples(st.just(date(2026, 7, 3)), _COUNTS)),
    warned=_COUNTS,
    incomplete=_COUNTS,
    callers=_COUNTS,
    repeating=st.integers(0, 99),
    repeat_callers=st.lists(_CALLERS, max_size=20).map(tuple),
)


@given(
    figures=_FIGURES,
    before=_FIGURES,
    follow_up=_FOLLOW_UPS,
    running=st.booleans(),
    organisation=_NAMES,
)
def test_whatever_is_counted_stays_one_page_of_eighty_columns(
    figures: Figures, before: Figures, follow_up: FollowUp, running: bool, organisation: str
) -> None:
    asked = period("2026-K3", QUARTER)
    earlier = Earlier(asked.previous(), date(2026, 5, 15), before)
    report = Report(asked, date(2026, 8, 15) if running else asked.last, figures, earlier, earlier, follow_up)
    lines = page(report, organisation=organisation).split("\n")
    assert len(lines) <= 62
    assert max(map(cells, lines)) <= 80
    assert all(line.isprintable() for line in lines)


# JSON ------------------------------------------------------------------------------------------------

KEYS = [
    "schema",
    "organisatie",
    "voorbeeld",
    "delen",
    "weggelaten",
    "anker",
    "periode",
    "totaal",
    "vorige_periode",
    "zelfde_periode_vorig_jaar",
    "vergelijking",
    "per_soort",
    "per_ernst",
    "per_team",
    "per_kanaal",
    "per_onderwerp",
    "per_uur",
    "per_weekdag",
    "per_uur_en_weekdag",
    "per_dag",
    "grens_gesteld",
    "gewaarschuwd",
    "beeindigd",
    "overgedragen",
    "politie",
    "aangifte",
    "fout_bij_ons",
    "anoniem",
    "onvolledig",
    "bellers",
    "herhaalde_bellers",
    "reacties",
    "nazorg",
    "maatregelen",
    "bezwaren",
    "goede_gesprekken",
    "taken",
]


def document(report: Report) -> dict[str, object]:
    return dict(report_json(report, organisation="KCC", demo=True))


@pytest.mark.parametrize("figures", [BUSY, ONE, Figures()], ids=["busy", "single", "empty"])
def test_the_keys_are_always_the_same(figures: Figures) -> None:
    assert list(document(october(figures))) == KEYS


def test_the_document_in_full() -> None:
    shown = document(
        october(replace(BUSY, per_team=(("KCC", 40), (None, 2))), BEFORE, some(51, "2025-10-05"), FOLLOWED_UP)
    )
    assert {key: shown[key] for key in KEYS if key not in {"per_soort", "per_onderwerp", "per_dag"}} == {
        "schema": "agressielog.report/1",
        "organisatie": "KCC",
        "voorbeeld": True,
        "delen": False,
        "weggelaten": [],
        "anker": None,
        "periode": {
            "naam": "2026-10",
            "van": "2026-10-01",
            "tot": "2026-10-31",
            "geteld_tot_en_met": "2026-10-31",
        },
        "totaal": 42,
        "vorige_periode": 38,
        "zelfde_periode_vorig_jaar": 51,
        "vergelijking": {
            "vorige_periode": {
                "periode": {
                    "naam": "2026-09",
                    "van": "2026-09-01",
                    "tot": "2026-09-30",
                    "vergeleken_tot_en_met": "2026-09-30",
                },
                "totaal": 38,
                "vergeleken": 38,
                "verschil": 4,
                "procent": 11,
                "per_soort": {
                    "schelden": 12,
                    "belediging": 7,
                    "bedreiging": 1,
                    "overtreding_contactverbod": 18,
                },
            },
            "zelfde_periode_vorig_jaar": {
                "periode": {
                    "naam": "2025-10",
                    "van": "2025-10-01",
                    "tot": "2025-10-31",
                    "vergeleken_tot_en_met": "2025-10-31",
                },
                "totaal": 51,
                "vergeleken": 51,
                "verschil": -9,
                "procent": -18,
                "per_soort": {},
            },
        },
        "per_ernst": {"geen": 10, "licht": 17, "middel": 11, "zwaar": 4},
        "per_team": {"KCC": 40, "": 2},
        "per_kanaal": {
            "telefoon": 30,
            "balie": 8,
            "e-mail": 4,
            "post": 0,
            "sociale media": 0,
            "huisbezoek": 0,
        },
        "per_uur": [0] * 9 + [7, 8, 6, 0, 2, 7, 5, 4, 0, 0, 0, 2, 1, 0, 0],
        "per_weekdag": [11, 6, 6, 9, 9, 1, 0],
        "per_uur_en_weekdag": [list(day) for day in BUSY.week],
        "grens_gesteld": 30,
        "gewaarschuwd": 25,
        "beeindigd": 12,
        "overgedragen": 5,
        "politie": 1,
        "aangifte": {"ja": 3, "overwegen": 7, "nee": 32},
        "fout_bij_ons": 3,
        "anoniem": 6,
        "onvolledig": 2,
        "bellers": {"uniek": 24, "herhaald": 7},
        "herhaalde_bellers": [
            {"beller": "B12", "nummers": ["06-••••5678", "0•••••4567"], "incidenten": 4},
            {"beller": "B3", "nummers": ["+32 •••••3456"], "incidenten": 3},
            {"beller": "B40", "nummers": [], "incidenten": 2},
            {"beller": "B41", "nummers": ["06-••••4321"], "incidenten": 2},
            {"beller": "B42", "nummers": ["0•••••4567"], "incidenten": 2},
            {"beller": "B43", "nummers": ["0•••••4567"], "incidenten": 2},
        ],
        "reacties": {"binnen_uren": 24, "op_tijd": 18, "te_laat": 4, "procent": 82},
        "nazorg": {"op_tijd": 11, "te_laat": 1, "procent": 92},
        "maatregelen": {
            "besloten": {
                "schriftelijke_waarschuwing": 4,
                "contactverbod": 2,
                "contactbeperking": 1,
                "huisverbod": 1,
            },
            "geen_maatregel": 3,
            "lopend": {"schriftelijke_waarschuwing": 12, "contactverbod": 3},
            "eindigt_binnen_30_dagen": 3,
            "evaluatie_te_laat": 2,
        },
        "bezwaren": {"ontvangen": 3, "gegrond": 1, "ongegrond": 2, "deels": 1, "open": 2, "te_laat": 1},
        "goede_gesprekken": 7,
        "taken": {
            "reactie": {"open": 6, "te_laat": 4},
            "bezwaar": {"open": 2, "te_laat": 1},
            "evaluatie": {"open": 3, "te_laat": 2},
            "afloop": {"open": 3, "te_laat": 0},
        },
    }


def test_every_day_that_was_counted_is_there() -> None:
    whole = document(october(BUSY))["per_dag"]
    assert isinstance(whole, dict)
    assert (len(whole), whole["2026-10-08"], whole["2026-10-09"]) == (31, 14, 0)
    running = document(replace(october(BUSY), until=date(2026, 10, 12)))["per_dag"]
    assert isinstance(running, dict)
    assert list(running)[-1] == "2026-10-12"


def test_a_period_to_come_is_compared_with_nothing() -> None:
    shown = document(replace(october(Figures(), BEFORE), until=date(2026, 9, 30)))
    text = json.dumps(shown)
    assert '"geteld_tot_en_met": null' in text
    assert '"verschil": null, "procent": null' in text
    assert shown["per_dag"] == {}
