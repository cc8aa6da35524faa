"""Every tip is one screen: 80 columns, and 24 lines with the line of the shell."""

import io

import pytest

from agressielog.domain.tip_screen import ROWS, WIDTH, rows_over
from agressielog.domain.tips import Sentence, SpokenTo, TipPage
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.tips_view import show_card, show_page, show_sentence
from agressielog.settings.tip_texts import shipped_tips

TIPS = shipped_tips()


def shown(page: TipPage | None, encoding: str = "utf-8") -> list[str]:
    """Return the lines as a terminal of 80 columns gets them."""
    stream = io.StringIO()
    screen = Screen(stream, Surface(wrap=True, drawing=True, width=WIDTH, encoding=encoding))
    if page is None:
        show_card(screen, TIPS, "agressielog tips")
    else:
        show_page(screen, page)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("page", [None, *TIPS.pages], ids=lambda page: page.code if page else "kaart")
def test_it_fits_one_screen(page: TipPage | None, encoding: str) -> None:
    lines = shown(page, encoding)
    assert len(lines) <= ROWS
    assert max(map(len, lines)) <= WIDTH


def test_the_card_gives_every_phase_two_lines_of_its_own() -> None:
    lines = shown(None)
    for number, page in enumerate(TIPS.phases, start=1):
        place = next(i for i, line in enumerate(lines) if line.startswith(f"{number} {page.title} "))
        assert lines[place].endswith(page.short)
        assert lines[place + 1].strip() == f"‘{page.say[0]}’"


def test_a_page_begins_with_what_can_be_said() -> None:
    lines = shown(TIPS.page("grens"))
    assert lines[:5] == [
        "Grens stellen",
        "Noem het gedrag dat je niet wilt; blijf kalm.",
        "",
        "Zeg",
        "  ‘Ik wil u graag helpen, maar niet als u tegen me schreeuwt.’",
    ]
    assert "Doe" in lines
    assert "Liever niet" in lines


def test_after_the_call_one_talks_to_a_colleague() -> None:
    assert TIPS.page("na afloop").spoken_to is SpokenTo.COLLEAGUE
    assert "Zeg tegen een collega" in shown(TIPS.page("na afloop"))


@pytest.mark.parametrize(("items", "over"), [(13, 0), (14, 1), (20, 7)])
def test_a_page_that_is_too_long_is_known_by_its_lines(items: int, over: int) -> None:
    page = TipPage(code="x", title="X", short="X.", do=("Doe.",) * items, say=("Zeg.",), avoid=("Niet.",))
    assert rows_over(page) == over
    assert max(0, len(shown(page)) - ROWS) == over


def test_a_part_that_is_empty_is_left_out() -> None:
    lines = shown(TipPage(code="x", title="X", short="X.", do=("Doe.",), say=("Zeg.",)))
    assert "Liever niet" not in lines


def test_a_sentence_says_what_it_is_good_for() -> None:
    stream = io.StringIO()
    show_sentence(Screen(stream), Sentence("Ik luister.", "Luisteren"))
    assert stream.getvalue() == "  ‘Ik luister.’\n  Luisteren\n"
