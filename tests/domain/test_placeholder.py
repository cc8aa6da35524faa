"""What people type in place of a name they do not have."""

import pytest

from agressielog.domain.placeholder import names_nobody, says_none, says_nothing


@pytest.mark.parametrize(
    "typed", ["weet ik niet", "Weet niet.", "weet het niet", "geen idee", "GEEN IDEE!", "onbekend", "-", ""]
)
def test_saying_that_you_do_not_know_says_nothing(typed: str) -> None:
    assert says_nothing(typed)
    assert names_nobody(typed)


@pytest.mark.parametrize("typed", ["2 3", "06-12345678", "1.", "?!"])
def test_a_name_has_a_letter_in_it(typed: str) -> None:
    assert names_nobody(typed)


@pytest.mark.parametrize("typed", ["Jansen", "J. de 3e", "Wee", "O"])
def test_a_name_is_a_name(typed: str) -> None:
    assert not names_nobody(typed)


def test_digits_do_say_something_where_no_name_is_asked() -> None:
    assert not says_nothing("2 3")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "--",
        "geen",
        "Geen.",
        "nee",
        "NEE",
        "n",
        "nvt",
        "n.v.t.",
        "niets",
        "Niks!",
        "nee, niets",
        "geen toezegging",
    ],
)
def test_a_word_for_no_is_no_answer_to_anything(typed: str) -> None:
    assert says_none(typed)


@pytest.mark.parametrize(
    "typed", ["terugbellen", "geen brief sturen", "niets meer sturen", "nee gezegd", "2 x bellen"]
)
def test_what_begins_like_no_may_be_an_answer(typed: str) -> None:
    assert not says_none(typed)


@pytest.mark.parametrize("typed", ["Nee", "Niets"])
def test_a_word_for_no_may_be_a_name(typed: str) -> None:
    assert not names_nobody(typed)
