"""A list of measures: one line each, whatever the terminal is wide."""

import io
from datetime import date

import decisions
import pytest

from agressielog.domain.decision import Decision
from agressielog.domain.measure import Ended, EndKind
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.measure_view import show_decisions

REASON = "Schold twee keer na een gesprek daarover met de teamleider."
DAY = date(2026, 11, 20)
WARNED = decisions.warning(2, reason=REASON)
BANNED = decisions.decision(reason=REASON, delivered=decisions.on_the_day(date(2026, 11, 2)))
LIFTED = decisions.decision(
    reason=REASON,
    delivered=decisions.on_the_day(date(2026, 11, 2)),
    ended=Ended(EndKind.LIFTED, DAY, "Excuses."),
)


def _listed(surface: Surface, *found: Decision) -> list[str]:
    paper = io.StringIO()
    show_decisions(Screen(paper, surface), found, decisions.standaard(), DAY)
    return paper.getvalue().splitlines()


def test_a_narrow_terminal_cuts_off_the_measure_and_the_reason_and_no_word_is_broken() -> None:
    assert _listed(Surface(wrap=True, drawing=True, width=80), WARNED, BANNED) == [
        "Nr  Beller  Maatregel       Van         Tot         Stand  Reden",
        "M2  B1      schriftelijke…  1 nov 2026  1 nov 2027  loopt  Schold twee keer na…",
        "M1  B1      contactverbod   2 nov 2026  1 dec 2026  loopt  Schold twee keer na…",
    ]


def test_where_almost_nothing_of_the_reason_fits_it_is_left_out() -> None:
    assert _listed(Surface(wrap=True, width=80), WARNED, LIFTED) == [
        "Nr  Beller  Maatregel            Van         Tot          Stand",
        "M2  B1      schriftelijke waar…  1 nov 2026  1 nov 2027   loopt",
        "M1  B1      contactverbod        2 nov 2026  20 nov 2026  opgeheven, laatste dag",
    ]


def test_a_wide_terminal_and_a_pipe_show_the_whole_measure() -> None:
    piped = _listed(Surface(), WARNED)
    assert piped == [
        "Nr  Beller  Maatregel                   Van         Tot         Stand  Reden",
        "M2  B1      schriftelijke waarschuwing  1 nov 2026  1 nov 2027  loopt  Schold twee keer na een gesprek daarove…",
    ]
    assert _listed(Surface(wrap=True, width=160), WARNED) == piped


@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    shown = _listed(Surface(wrap=True, width=width), WARNED, BANNED, LIFTED)
    assert max(map(len, shown)) <= width
