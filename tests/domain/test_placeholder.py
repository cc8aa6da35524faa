"""What people type in place of a name they do not have."""

import pytest

from agressielog.domain.placeholder import names_nobody, says_nothing


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
