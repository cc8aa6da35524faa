"""Widths and line breaks, in cells of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from agressielog.presentation.measure import breaks, cells, padded, preview

WORDS = st.text(st.sampled_from("ab cd  é日本👍\u0301"), max_size=80)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("Renée", 5), ("日本", 4), ("e\u0301", 1), ("👍", 2)]
)
def test_takes_so_many_columns(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text(st.characters(codec="latin-1", exclude_categories=["C"])))
def test_agrees_with_rich_on_western_text(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_is_filled_to_a_width() -> None:
    assert (padded("日", 4), padded("7", 3, right=True), padded("lang", 2)) == ("日  ", "  7", "lang")


@pytest.mark.parametrize(
    ("text", "first", "rest", "lines"),
    [
        ("een twee drie vier", 10, 10, ["een twee", "drie vier"]),
        ("een twee drie vier vijf", 10, 14, ["een twee", "drie vier vijf"]),
        ("  ingesprongen", 20, 10, ["  ingesprongen"]),
        ("abcdefghijklmnopqrstuvwxyz en meer", 10, 10, ["abcdefghij", "klmnopqrst", "uvwxyz en", "meer"]),
        ("日本日本日本日本", 10, 10, ["日本日本日", "本日本"]),
        ("twaalf\u00a0uren en", 12, 12, ["twaalf\u00a0uren", "en"]),
        ("kort", 1, 1, ["kort"]),
        ("", 10, 10, [""]),
        ("   ", 10, 10, [""]),
    ],
)
def test_is_broken_into(text: str, first: int, rest: int, lines: list[str]) -> None:
    assert [text[line] for line in breaks(text, first, rest)] == lines


@given(WORDS, st.integers(10, 30), st.integers(10, 30))
def test_breaking_loses_nothing_but_spaces_and_keeps_the_width(text: str, first: int, rest: int) -> None:
    first_line, *others = [text[line] for line in breaks(text, first, rest)]
    assert "".join([first_line, *others]).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= rest for line in others)
    assert cells(first_line) <= first or not first_line.strip(" ")


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Riep dat hij\n\n langs komt.", 40, "Riep dat hij langs komt."),
        ("Riep dat hij langs komt.", 10, "Riep dat …"),
        ("Riep\x1b[2J", 40, r"Riep\x1b[2J"),
        ("日本日本", 6, "日本…"),
    ],
)
def test_the_beginning_of_a_text_on_one_line(text: str, width: int, shown: str) -> None:
    assert preview(text, width) == shown
