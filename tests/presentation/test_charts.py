"""Bars and heat maps, drawn on a terminal and in figures elsewhere."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.presentation.console import Bar, Screen, Surface

PIPE = Surface()
TERMINAL = Surface(wrap=True, drawing=True)


def printed(surface: Surface, show: Callable[[Screen], None]) -> str:
    paper = io.StringIO()
    show(Screen(paper, surface))
    return paper.getvalue()


def bars(screen: Screen) -> None:
    screen.bars([Bar("schelden", 12, "(+3)"), Bar("bedreiging", 1), Bar("drammen", 0)])


def test_bars_are_to_scale_on_a_terminal() -> None:
    assert printed(Surface(wrap=True, drawing=True, width=46), bars).splitlines() == [
        "schelden    12  (+3)  ████████████████████████",
        "bedreiging   1        ██",
        "drammen      0",
    ]


def test_bars_are_figures_in_a_pipe() -> None:
    assert printed(PIPE, bars).splitlines() == ["schelden    12  (+3)", "bedreiging   1", "drammen      0"]


def test_the_least_of_bars_is_not_nothing() -> None:
    shown = printed(TERMINAL, lambda screen: screen.bars([Bar("a", 1000), Bar("b", 1)]))
    assert shown.splitlines() == ["a  1000  " + "█" * 40, "b     1  ▌"]


@pytest.mark.parametrize("surface", [PIPE, TERMINAL])
def test_no_bars_print_nothing(surface: Surface) -> None:
    assert printed(surface, lambda screen: screen.bars([])) == ""


def heat(screen: Screen) -> None:
    screen.heat(["09", "10", "11", "12", "13"], [("ma", [0, 1, 2, 3, 10]), ("di", [8, 0, 0, 0, 5])])


def test_a_heat_map_has_shades_and_a_legend_on_a_terminal() -> None:
    assert printed(TERMINAL, heat).splitlines() == [
        "   09 10 11 12 13",
        "ma ·· ░░ ░░ ▒▒ ██",
        "di ██ ·· ·· ·· ▒▒",
        "· 0   ░ 1–2   ▒ 3–5   ▓ 6–7   █ 8–10",
    ]


def test_a_heat_map_has_figures_in_a_pipe() -> None:
    assert printed(PIPE, heat).splitlines() == [
        "   09 10 11 12 13",
        "ma  ·  1  2  3 10",
        "di  8  ·  ·  ·  5",
    ]


@pytest.mark.parametrize("surface", [PIPE, TERMINAL])
def test_a_heat_map_of_nothing_has_no_legend(surface: Surface) -> None:
    shown = printed(surface, lambda screen: screen.heat(["09"], [("ma", [0])]))
    assert len(shown.splitlines()) == 2


def test_the_legend_leaves_out_shades_that_stand_for_nothing() -> None:
    shown = printed(TERMINAL, lambda screen: screen.heat(["09", "10"], [("ma", [1, 2])]))
    assert shown.splitlines()[-1] == "· 0   ▒ 1   █ 2"


@given(st.integers(1, 500), st.integers(1, 500))
def test_the_legend_agrees_with_the_shades(one: int, other: int) -> None:
    shown = printed(TERMINAL, lambda screen: screen.heat(["a", "b"], [("", [one, other])])).splitlines()
    shade = shown[1].split()[0]
    entry = next(words.split()[1] for words in shown[-1].split("   ") if words.startswith(shade))
    lowest, _, highest = entry.partition("–")
    assert int(lowest) <= one <= int(highest or lowest)


def test_a_full_day_of_hours_fits_on_eighty_columns() -> None:
    hours = [f"{hour:02}" for hour in range(24)]
    for surface in (PIPE, TERMINAL):
        shown = printed(surface, lambda screen: screen.heat(hours, [("ma", [99] * 24)]))
        assert max(map(len, shown.splitlines())) <= 80
