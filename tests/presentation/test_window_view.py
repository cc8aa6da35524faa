"""What the window shows of itself, and the screen of its own."""

import io
from datetime import UTC, datetime

import pytest

from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.own_screen import ENTER, LEAVE, WIPE, own_screen, rows_of
from agressielog.presentation.window_view import fitted, show_keys, show_waiting

TERMINAL = Surface(wrap=True, drawing=True, colour=True)


@pytest.mark.parametrize(("lines", "kept"), [(1, 1), (20, 20), (21, 19), (60, 19)])
def test_an_answer_that_is_too_long_keeps_its_beginning(lines: int, kept: int) -> None:
    answer = "".join(f"regel {number}\n" for number in range(lines))
    shown = fitted(answer, 24).splitlines()
    assert len(shown) <= 20
    assert shown[:kept] == answer.splitlines()[:kept]
    if kept < lines:
        assert shown[-1] == f"  Nog {lines - kept} regels passen hier niet: agressielog lookup toont ze."


def test_on_the_smallest_terminal_something_is_left() -> None:
    assert fitted("a\nb\n", 1) == "  Nog 2 regels passen hier niet: agressielog lookup toont ze.\n"


def test_the_keys_fit_eighty_columns() -> None:
    stream = io.StringIO()
    show_keys(Screen(stream))
    assert max(map(len, stream.getvalue().splitlines())) <= 80


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ([], ""),
        ([9], "Nog niet opgeslagen: 1 verslag (10:05). m probeert het opnieuw.\n"),
        ([9, 11], "Nog niet opgeslagen: 2 verslagen (10:05, 12:05). m probeert het opnieuw.\n"),
    ],
)
def test_what_waits_is_known_by_the_time_of_its_call(hours: list[int], told: str) -> None:
    stream = io.StringIO()
    show_waiting(Screen(stream), [datetime(2026, 11, 22, hour, 5, tzinfo=UTC) for hour in hours])
    assert stream.getvalue() == told


def test_a_screen_of_its_own_is_wiped_and_left_as_it_was_found() -> None:
    stream = io.StringIO()
    with own_screen(stream, TERMINAL) as wipe:
        assert stream.getvalue() == ENTER
        wipe()
        assert stream.getvalue() == ENTER + WIPE
    assert stream.getvalue() == ENTER + WIPE + WIPE + LEAVE


def test_it_is_left_also_when_something_goes_wrong() -> None:
    stream = io.StringIO()
    with pytest.raises(KeyError), own_screen(stream, TERMINAL):
        raise KeyError
    assert stream.getvalue().endswith(LEAVE)


class Closed(io.StringIO):
    """A terminal that is closed after a while."""

    closed_now = False

    def write(self, text: str) -> int:
        if self.closed_now:
            raise OSError
        return super().write(text)


def test_a_terminal_that_was_closed_is_left_without_complaint() -> None:
    stream = Closed()
    with own_screen(stream, TERMINAL):
        stream.closed_now = True


@pytest.mark.parametrize("surface", [Surface(), Surface(wrap=True)], ids=["pipe", "dumb"])
def test_where_nothing_can_be_wiped_an_empty_line_is_put(surface: Surface) -> None:
    stream = io.StringIO()
    with own_screen(stream, surface) as wipe:
        wipe()
    assert stream.getvalue() == "\n"


def test_without_colour_a_terminal_can_be_wiped_all_the_same() -> None:
    stream = io.StringIO()
    with own_screen(stream, Surface(wrap=True, drawing=True, colour=False)):
        assert stream.getvalue().startswith(ENTER)


def test_an_old_console_gets_no_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agressielog.presentation.own_screen.os.name", "nt")
    stream = io.StringIO()
    with own_screen(stream, Surface(wrap=True, drawing=True, colour=False)):
        pass
    assert stream.getvalue() == ""


def test_what_is_no_terminal_is_taken_for_an_ordinary_one() -> None:
    with open("/dev/null", encoding="utf-8") as nowhere:  # noqa: PTH123 - a file, not a path
        assert rows_of(nowhere) == 24
