"""The report as it may be mailed on: no numbers, no names, and no count from which a person can be worked out.

What was left out is named at the end, so that nobody takes it for nought. A list that does not fit ends
without a number: a sum of the rest would tell what stands above it.
"""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from agressielog.application.sharing import SharedEarlier, SharedReport
from agressielog.domain.calendar_words import SHORT_MONTHS, WEEKDAYS
from agressielog.domain.policy import Policy
from agressielog.domain.shared_figures import SharedFigures
from agressielog.domain.shared_follow_up import SharedFollowUp, SharedKept
from agressielog.domain.suppression import Hidden, Shown
from agressielog.presentation.blocks import INDENT, PAGE, Block, Row, aligned, share, show_blocks
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.follow_up_view import measure_label
from agressielog.presentation.labels import incidents
from agressielog.presentation.measure import preview
from agressielog.presentation.moments import show_long_day
from agressielog.presentation.report_words import ADVISED_REPORTS, capital, named, show_heading, signed

#: Under the title, so that it is seen that this page is not the complete one.
MARK = "Om te delen: kleine aantallen zijn weggelaten."
_LABEL, _WIDE_LABEL = 20, 40
_MOST_ROWS, _MOST_KINDS = 6, 10
_NOT_FILLED_IN = "niet ingevuld"


def show_shared_report(
    screen: Screen,
    report: SharedReport,
    policy: Policy,
    *,
    organisation: str | None = None,
    demo: bool = False,
) -> None:
    """Print the page.

    Args:
        screen: where to.
        report: what may be told.
        policy: whose labels the kinds and measures have.
        organisation: its name, for the title.
        demo: whether the logbook is the fictitious one.
    """
    show_heading(screen, report.period, organisation, demo=demo)
    screen.line(styled(MARK, Style.ATTENTION))
    screen.blank()
    if not report.begun:
        screen.line(f"Deze periode begint op {show_long_day(report.period.first)}.")
        return
    _show_totals(screen, report)
    figures = report.figures
    if figures.total:
        show_blocks(screen, [_kinds(figures, policy)])
        show_blocks(screen, _rankings(figures))
    show_blocks(screen, [_promptness(report.follow_up), *_measures(report.follow_up, policy)])
    screen.blank()
    if missing := _missing(figures):
        told = f"Weggelaten, want het zou een klein aantal verraden: {missing}."
        for line in wrap(told, min(PAGE, screen.surface.width)):
            screen.line(styled(line, Style.MUTED))
    if report.running:
        screen.line(styled("Deel een periode één keer, als ze voorbij is.", Style.MUTED))
    if report.anchor is not None:
        screen.line(styled(f"Registratie {report.anchor}", Style.MUTED))


def _show_totals(screen: Screen, report: SharedReport) -> None:
    total = report.figures.total
    told = "Minder dan 5 incidenten" if isinstance(total, Hidden) else capital(incidents(total))
    until = f" tot en met {show_long_day(report.until)}" if report.running else ""
    screen.line(styled(told, Style.TITLE), until)
    screen.line(_compared(report, report.previous), indent=INDENT)
    if report.last_year != report.previous:
        screen.line(_compared(report, report.last_year), indent=INDENT)


def _compared(report: SharedReport, earlier: SharedEarlier) -> str:
    where, change = f"in {named(earlier.period)}", earlier.change
    if not earlier.total:
        return f"{where} is niets vastgelegd"
    if change is None:
        few = isinstance(earlier.total, Hidden)
        return f"{where} waren het er {'minder dan 5' if few else earlier.total}" + (
            " in totaal" if report.running else ""
        )
    if report.running:
        where += f" t/m {earlier.until.day} {SHORT_MONTHS[earlier.until.month - 1]}"
    if not change.difference:
        return f"evenveel als {where} ({change.before})"
    more = "meer" if change.difference > 0 else "minder"
    percent = f": {signed(change.percent)}%" if change.percent else ""
    return f"{abs(change.difference)} {more} dan {where} ({change.before}){percent}"


def _kinds(figures: SharedFigures, policy: Policy) -> Block:
    kinds = [(policy.label_of(kind), number) for kind, number in figures.per_kind or ()]
    return _block("Soort", kinds, figures.total, wide=_WIDE_LABEL, most=_MOST_KINDS)


def _rankings(figures: SharedFigures) -> list[Block]:
    severities = [(severity.value, number) for severity, number in reversed(figures.per_severity or ())]
    channels = [(channel.value, number) for channel, number in figures.per_channel or () if number]
    week = zip(WEEKDAYS, figures.per_weekday or (), strict=False)
    return [
        _block("Ernst", severities, figures.total),
        _block("Kanaal", channels, figures.total),
        _block("Team", _filled_in(figures.per_team), figures.total),
        _block("Onderwerp", _subjects(figures), figures.total),
        _block("Dag", [(day, number) for day, number in week if number], figures.total, most=len(WEEKDAYS)),
        Block("Afloop", aligned(_outcome(figures))),
        Block("Bellers", aligned(_callers(figures))),
    ]


def _filled_in(counts: Sequence[tuple[str | None, Shown]] | None) -> list[tuple[str, Shown]]:
    """Return counts per name; none where nobody fills it in."""
    named_counts = [(name if name is not None else _NOT_FILLED_IN, number) for name, number in counts or ()]
    return named_counts if any(name is not None for name, _ in counts or ()) else []


def _subjects(figures: SharedFigures) -> list[tuple[str, Shown]]:
    """Return the subjects that go along; the others only together, which the total tells all the same.

    Among the others are the calls without a subject and those with one that only one person had.
    """
    named = [(name, number) for name, number in figures.per_subject or () if name is not None]
    if not named or isinstance(figures.total, Hidden):
        return [*named]
    rest = figures.total - sum(number for _, number in named)
    return [*named, ("andere", rest)] if rest else [*named]


def _block(
    title: str,
    counts: Sequence[tuple[str, Shown]],
    total: Shown,
    *,
    wide: int = _LABEL,
    most: int = _MOST_ROWS,
) -> Block:
    kept = counts if len(counts) <= most else counts[: most - 1]
    rows = [Row(preview(name, wide), str(number), _share(number, total)) for name, number in kept]
    more = [f"en nog {len(counts) - len(kept)}"] if len(kept) < len(counts) else []
    return Block(title, [*aligned(rows), *more])


def _outcome(figures: SharedFigures) -> list[Row]:
    under = "  " if figures.any_limit is not None else ""
    told = [
        ("grens gesteld", figures.any_limit),
        (f"{under}gewaarschuwd", figures.warned),
        (f"{under}gesprek beëindigd", figures.ended),
        (f"{under}overgedragen", figures.handed_over),
        ("politie gebeld", figures.police),
        *((ADVISED_REPORTS[advice], number) for advice, number in figures.per_police_report or ()),
        ("fout bij ons", figures.our_fault),
    ]
    return [
        Row(label, str(number), _share(number, figures.total)) for label, number in told if number is not None
    ]


def _callers(figures: SharedFigures) -> list[Row]:
    told = [
        ("verschillende bellers", figures.callers),
        ("vaker dan één keer", figures.repeating),
        ("anoniem nummer", figures.withheld),
    ]
    return [Row(label, str(number)) for label, number in told if number is not None]


def _promptness(found: SharedFollowUp) -> Block:
    rows = [
        *_kept(f"reactie in {found.reaction_hours} uur", found.reactions),
        *_kept("nazorg", found.care),
        Row("goede gesprekken", _number(found.good_calls)),
        Row("bezwaren", _number(found.objections)),
        *(Row(f"  {verdict.value}", _number(number)) for verdict, number in found.verdicts),
    ]
    return Block("Opvolging", aligned([row for row in rows if row.value]))


def _kept(label: str, kept: SharedKept) -> list[Row]:
    if not kept.on_time and not kept.late:
        return []
    percent = f"{kept.percent}%".rjust(4) if kept.percent is not None else ""
    return [Row(f"{label}: op tijd", str(kept.on_time), percent), Row("  te laat", str(kept.late))]


def _measures(found: SharedFollowUp, policy: Policy) -> Iterable[Block]:
    decided = [Row(preview(measure_label(code, policy), _LABEL), str(n)) for code, n in found.decided]
    running = [
        *(Row(preview(measure_label(code, policy), _LABEL), str(n)) for code, n in found.running),
        Row("einde in 30 dagen", _number(found.ending)),
        Row("evaluatie te laat", _number(found.reviews_late)),
    ]
    yield Block("Besloten", aligned(decided))
    yield Block("Lopende maatregelen", aligned([row for row in running if row.value]))


def _missing(figures: SharedFigures) -> str:
    """Name what was left out, in the words of the page."""
    if isinstance(figures.total, Hidden):
        return "alle verdelingen"
    parts = [
        ("soort", figures.per_kind),
        ("ernst", figures.per_severity),
        ("kanaal", figures.per_channel),
        ("team", figures.per_team),
        ("onderwerp", figures.per_subject),
        ("dag", figures.per_weekday),
        ("grens gesteld", figures.any_limit),
        ("gewaarschuwd", figures.warned),
        ("gesprek beëindigd", figures.ended),
        ("overgedragen", figures.handed_over),
        ("politie gebeld", figures.police),
        ("aangifte", figures.per_police_report),
        ("fout bij ons", figures.our_fault),
        ("bellers", figures.callers),
        ("vaker dan één keer", figures.repeating),
        ("anoniem nummer", figures.withheld),
    ]
    return ", ".join(name for name, told in parts if told is None)


def _share(number: Shown, total: Shown) -> str:
    return "" if isinstance(number, Hidden) or isinstance(total, Hidden) else share(number, total)


def _number(number: Shown) -> str:
    return str(number) if number else ""
