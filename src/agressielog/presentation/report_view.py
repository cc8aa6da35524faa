"""The report on one page of eighty columns, which a team lead reads in a minute.

A long list ends in one line for the rest, so that the page never grows; blocks stand side by side where
there is room. Nothing and one incident are told in words: bars of a single call say nothing.
"""

from collections.abc import Sequence

from agressielog.application.report import Earlier, Report
from agressielog.domain.calendar_words import SHORT_MONTHS, WEEKDAYS
from agressielog.domain.figures import HOURS, Change, Figures, RepeatCaller
from agressielog.domain.identity import caller_code
from agressielog.domain.period import Period
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import PoliceReport, Severity
from agressielog.presentation.blocks import BLOCK, INDENT, PAGE, Block, share, show_blocks
from agressielog.presentation.charts import bar_lines
from agressielog.presentation.console import Bar, Screen, Style, styled
from agressielog.presentation.follow_up_view import follow_up_blocks
from agressielog.presentation.labels import counted, incidents
from agressielog.presentation.measure import padded, preview
from agressielog.presentation.moments import show_day, show_long_day
from agressielog.presentation.report_words import ADVISED_REPORTS, capital, named, show_heading, signed

_LABEL, _WIDE_LABEL = 18, 30
# Rows of a block, its line for the rest included.
_MOST_KINDS, _MOST_ROWS, _MOST_CALLERS = 8, 5, 4
# The hours of an ordinary desk, always in the heat map.
_OPENS, _LAST_HOUR = 8, 18
_WORKING_DAYS = 5


def show_report(
    screen: Screen,
    report: Report,
    policy: Policy,
    *,
    organisation: str | None = None,
    demo: bool = False,
    just_ended: Period | None = None,
) -> None:
    """Print the page.

    Args:
        screen: where to.
        report: what was counted.
        policy: whose labels the kinds have.
        organisation: its name, for the title.
        demo: whether the logbook is the fictitious one.
        just_ended: a month to point to, because it may be the one that was meant.
    """
    show_heading(screen, report.period, organisation, demo=demo)
    screen.blank()
    if not report.begun:
        screen.line(f"Deze periode begint op {show_long_day(report.period.first)}.")
        return
    _show_totals(screen, report)
    if just_ended is not None:
        screen.line(f"{capital(named(just_ended))} zien? agressielog report --maand vorige", indent=INDENT)
    if report.figures.total == 1:
        _show_the_one(screen, report.figures, policy)
    elif report.figures.total:
        _show_kinds(screen, report, policy)
        show_blocks(screen, _rankings(screen, report.figures))
        _show_week(screen, report.figures)
        show_blocks(screen, [_outcome(report.figures), _callers(report.figures)])
    show_blocks(screen, follow_up_blocks(report.follow_up, policy))
    if report.figures.total > 1:
        screen.blank()
        screen.line(
            styled(
                "Alleen voor eigen gebruik: een aantal onder de 5 kan naar een persoon wijzen.", Style.MUTED
            )
        )
    if report.anchor is not None:
        screen.line(styled(f"Registratie {report.anchor}", Style.MUTED))


def _show_totals(screen: Screen, report: Report) -> None:
    total = capital(incidents(report.figures.total))
    until = f" tot en met {show_long_day(report.until)}" if report.running else ""
    screen.line(styled(total, Style.TITLE), until)
    if apart := _not_counting(report.figures):
        screen.line(f"{apart}: ernst geen, zoals kritiek of emotie", indent=INDENT)
    screen.line(_compared(report, report.previous), indent=INDENT)
    if report.last_year != report.previous:
        screen.line(_compared(report, report.last_year), indent=INDENT)


def _not_counting(figures: Figures) -> str:
    """Tell how many weigh nothing; a single incident tells its own severity."""
    harmless = dict(figures.per_severity).get(Severity.NONE, 0)
    if not harmless or figures.total == 1:
        return ""
    if harmless == figures.total:
        return "geen daarvan telt mee"
    return f"{harmless} daarvan {'telt' if harmless == 1 else 'tellen'} niet mee"


def _compared(report: Report, earlier: Earlier) -> str:
    """Return one comparison as a sentence, as far into the earlier period as this one has come."""
    where, before, of_all = f"in {named(earlier.period)}", earlier.so_far, earlier.figures.total
    if not of_all:
        return f"{where} is niets vastgelegd"
    if report.running:
        where += f" t/m {earlier.until.day} {SHORT_MONTHS[earlier.until.month - 1]}"
    in_all = f" van de {of_all}" if report.running else ""
    change = report.change_from(earlier)
    if not change.now or not before:
        return f"{where} {'was' if before == 1 else 'waren'} het er {before or 'nog geen'}{in_all}"
    if not change.difference:
        return f"evenveel als {where}{in_all and f' ({before}{in_all})'}"
    more = "meer" if change.difference > 0 else "minder"
    percent = f": {signed(change.percent)}%" if change.percent else ""
    return f"{abs(change.difference)} {more} dan {where} ({before}{in_all}){percent}"


def _show_the_one(screen: Screen, figures: Figures, policy: Policy) -> None:
    """Tell the only incident of the period; every list of counts has exactly one row."""
    hour, _, _ = figures.per_hour_and_weekday[0]
    done = [
        text
        for number, text in (
            (figures.warned, "gewaarschuwd"),
            (figures.ended, "gesprek beëindigd"),
            (figures.handed_over, "overgedragen"),
            (figures.police, "politie gebeld"),
        )
        if number
    ]
    fields = [
        ("Soort", policy.label_of(figures.per_kind[0][0])),
        ("Ernst", _severity_told(figures.per_severity[0][0])),
        ("Team", figures.per_team[0][0] or ""),
        ("Kanaal", figures.per_channel[0][0].value),
        ("Onderwerp", figures.per_subject[0][0] or ""),
        ("Wanneer", f"{show_day(figures.per_day[0][0])}, tussen {hour} en {hour + 1} uur"),
        ("Afloop", ", ".join(done) or "geen grens gesteld"),
        ("Fout bij ons", "ja" if figures.our_fault else ""),
        ("Nog onvolledig", "ja, zie agressielog list --open" if figures.incomplete else ""),
    ]
    screen.blank()
    screen.fields([(name, value) for name, value in fields if value], indent=INDENT)


def _severity_told(severity: Severity) -> str:
    return severity.value + (" (telt niet mee)" if severity is Severity.NONE else "")


def _show_kinds(screen: Screen, report: Report, policy: Policy) -> None:
    """Show the kinds, and beside a complete period how each differs from the one before."""
    before = dict(report.previous.figures.per_kind)
    compared = bool(before) and not report.running
    counts = list(report.figures.per_kind)
    if compared:
        found = dict(counts)
        counts += [(kind, 0) for kind in before if kind not in found]
    bars = []
    for kind, number in counts if len(counts) <= _MOST_KINDS else counts[: _MOST_KINDS - 1]:
        note = _difference(Change(number, before.pop(kind, 0))) if compared else ""
        bars.append(Bar(preview(policy.label_of(kind), _WIDE_LABEL), number, note))
    if others := len(counts) - len(bars):
        rest = report.figures.total - sum(bar.value for bar in bars)
        note = _difference(Change(rest, sum(before.values()))) if compared else ""
        bars.append(Bar(f"overige {others} soorten", rest, note))
    screen.blank()
    than = f", en het verschil met {named(report.previous.period)}" if compared else ""
    screen.line(styled(f"Soort{than}", Style.TITLE))
    _show_lines(
        screen, bar_lines(bars, min(PAGE, screen.surface.width) - INDENT, drawing=screen.surface.drawing)
    )


def _rankings(screen: Screen, figures: Figures) -> list[Block]:
    """Return a block for each thing that is filled in, most frequent first; severities by weight."""
    severities = dict(figures.per_severity)
    by_weight = [(severity.value, severities.get(severity, 0)) for severity in reversed(Severity)]
    channels = [(channel.value, number) for channel, number in figures.per_channel]
    blocks = [_ranking(screen, "Ernst", by_weight), _ranking(screen, "Kanaal", channels)]
    for title, counts in (("Team", figures.per_team), ("Onderwerp", figures.per_subject)):
        if any(name is not None for name, _ in counts):
            rows = [(name if name is not None else "niet ingevuld", number) for name, number in counts]
            blocks.append(_ranking(screen, title, rows))
    return blocks


def _ranking(screen: Screen, title: str, counts: Sequence[tuple[str, int]]) -> Block:
    total = sum(number for _, number in counts)
    shown = list(counts)
    if len(counts) > _MOST_ROWS:
        others = counts[_MOST_ROWS - 1 :]
        shown = [*counts[: _MOST_ROWS - 1], (f"overige {len(others)}", sum(n for _, n in others))]
    bars = [Bar(preview(name, _LABEL), number, share(number, total)) for name, number in shown]
    return Block(title, bar_lines(bars, BLOCK - INDENT, drawing=screen.surface.drawing))


def _show_week(screen: Screen, figures: Figures) -> None:
    """Show the hours in which anything happens, a quiet weekend left out."""
    used = [hour for hour, _, _ in figures.per_hour_and_weekday]
    first, last = min(_OPENS, *used), max(_LAST_HOUR, *used)
    days = [day for day, row in enumerate(figures.week) if day < _WORKING_DAYS or any(row)]
    wide = len(str(max(number for _, _, number in figures.per_hour_and_weekday)))
    # Three digits in each of many hours do not fit on the page; two hours together do.
    step = 2 if len(WEEKDAYS[0]) + (last - first + 1) * (wide + 1) > PAGE else 1
    first -= first % step
    hours = range(first, min(last + 1, HOURS), step)
    sums = [(sum(figures.week[day]), day) for day in days]
    most = len(str(max(sums)[0]))
    rows = [
        (
            f"{WEEKDAYS[day][:2]} {padded(str(number), most, right=True)} ",
            [sum(figures.week[day][hour : hour + step]) for hour in hours],
        )
        for number, day in sums
    ]
    screen.blank()
    screen.line(styled("Aantal per dag, en per " + ("twee uur" if step > 1 else "uur"), Style.TITLE))
    screen.heat([str(hour) for hour in hours], rows)


def _outcome(figures: Figures) -> Block:
    total = figures.total
    rows = [
        ("grens gesteld", figures.any_limit),
        ("  gewaarschuwd", figures.warned),
        ("  gesprek beëindigd", figures.ended),
        ("  overgedragen", figures.handed_over),
        ("politie gebeld", figures.police),
        ("fout bij ons", figures.our_fault),
    ]
    advised = dict(figures.per_police_report)
    rows[5:5] = [
        (ADVISED_REPORTS[report], advised[report])
        for report in (PoliceReport.YES, PoliceReport.CONSIDER)
        if report in advised
    ]
    if figures.incomplete:
        rows.append(("nog onvolledig", figures.incomplete))
    bars = [Bar(name, number, share(number, total)) for name, number in rows]
    return Block("Afloop", bar_lines(bars, BLOCK - INDENT, drawing=False))


def _callers(figures: Figures) -> Block:
    known = counted(figures.callers, "bekende beller", "verschillende bellers")
    lines = [known if figures.callers else "geen bekende bellers"]
    if figures.withheld:
        lines.append(f"{figures.withheld} keer een anoniem nummer")
    if figures.repeating:
        shown = figures.repeat_callers[:_MOST_CALLERS]
        lines.append(
            f"{counted(figures.repeating, 'beller', 'bellers')} vaker dan één keer{':' if shown else ''}"
        )
        bars = [Bar(_masked(caller), caller.incidents) for caller in shown]
        lines += [f"  {line}" for line in bar_lines(bars, BLOCK - INDENT, drawing=False)]
        if shown and (others := figures.repeating - len(shown)):
            lines.append(f"  en {others} {'andere' if others == 1 else 'anderen'}")
    else:
        lines.append("niemand vaker dan één keer")
    return Block("Bellers", lines)


def _masked(caller: RepeatCaller) -> str:
    numbers = [number.masked for number in caller.numbers] or ["zonder nummer"]
    more = f" +{len(numbers) - 1}" if len(numbers) > 1 else ""
    return f"{caller_code(caller.caller)}  {numbers[0]}{more}"


def _show_lines(screen: Screen, lines: Sequence[str]) -> None:
    for line in lines:
        screen.line(line, indent=INDENT)


def _difference(change: Change) -> str:
    return (signed(change.difference) if change.difference else "=").rjust(3)
