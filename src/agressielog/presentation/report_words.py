"""The words that every report has: its title, its periods, and numbers with a sign."""

from agressielog.domain.period import Period, PeriodSort
from agressielog.domain.vocabulary import PoliceReport
from agressielog.presentation.blocks import PAGE
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.measure import preview
from agressielog.presentation.periods import show_period

#: What the policy advised about the police: nobody records whether it was done.
ADVISED_REPORTS = {
    PoliceReport.YES: "advies: aangifte",
    PoliceReport.CONSIDER: "advies: overwegen",
    PoliceReport.NO: "advies: geen aangifte",
}
_DEMO = "VOORBEELD"


def show_heading(screen: Screen, period: Period, organisation: str | None, *, demo: bool) -> None:
    """Print the title of a report, with the name of the organisation, marked where nothing in it is real."""
    title = f"Rapport {show_period(period)}" + (f" · {organisation}" if organisation else "")
    if demo:
        # In the page itself, because it will be mailed without what stands on stderr.
        shown = preview(title, PAGE - len(_DEMO) - 1)
        screen.line(styled(shown, Style.TITLE), " ", styled(_DEMO, Style.ATTENTION))
    else:
        screen.line(styled(preview(title, PAGE), Style.TITLE))


def named(period: Period) -> str:
    """Return a period inside a sentence: `week 45 van 2026`, `het 3e kwartaal 2026`."""
    if period.sort is PeriodSort.WEEK:
        week = period.first.isocalendar()
        return f"week {week.week} van {week.year}"
    return ("het " if period.sort is PeriodSort.QUARTER else "") + show_period(period)


def signed(number: int) -> str:
    """Return a number with its sign: `+3`, `−3`."""
    return f"+{number}" if number > 0 else f"−{-number}"


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]
