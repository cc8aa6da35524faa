"""No name of an employee leaves in a letter, and no ordinary word is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.employee_names import MASK, masked, names_somebody


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ik weet je te vinden, Mia!", "Ik weet je te vinden, [medewerker]!"),
        ("mia de vries is een trut", "[medewerker] is een trut"),
        ("Zeg dat tegen De Vries.", "Zeg dat tegen De [medewerker]."),
        ("Schold MIA uit", "Schold [medewerker] uit"),
        ("Mía en Mia", "[medewerker] en [medewerker]"),
        ("Ik bel Mia's baas", "Ik bel Mia's baas"),
        ("Hij vriest van de kou", "Hij vriest van de kou"),
        ("de kou van de vries", "de kou van de vries"),
        ("De man schold.", "De man schold."),
        ("", ""),
    ],
)
def test_the_name_of_mia_de_vries_is_taken_out(text: str, told: str) -> None:
    assert masked(text, ["Mia de Vries"]) == told


def test_a_name_that_is_a_word_too_is_a_name_with_a_capital_only() -> None:
    assert masked("Wil niet luisteren en wil niet weg.", ["Wil"]) == f"{MASK} niet luisteren en wil niet weg."


def test_initials_are_no_name() -> None:
    assert masked("A en B", ["A B"]) == "A en B"


def test_everybody_is_taken_out() -> None:
    assert masked("Mia en Joost.", ["Mia de Vries", "Joost"]) == f"{MASK} en {MASK}."


def test_a_text_without_a_name_names_nobody() -> None:
    assert not names_somebody("het Klantcontactcentrum", ["Mia de Vries"])
    assert names_somebody("Vraag naar Mia.", ["Mia de Vries"])


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_is_left_to_take_out(text: str, name: str) -> None:
    once = masked(text, [name])
    assert MASK in once or once == text


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_full_name_is_never_left(before: str, after: str) -> None:
    assert "Mia de Vries" not in masked(f"{before} Mia de Vries {after}", ["Mia de Vries"])
