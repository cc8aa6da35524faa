"""What free text may hold: everything that a file can keep, as typed."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agressielog.domain.errors import AgressielogError, TextEmpty, TextTooLong, TextUnstorable
from agressielog.domain.text import (
    LONGEST_LINE,
    LONGEST_TEXT,
    fold,
    keep_line,
    keep_text,
    optional_line,
    optional_text,
)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  schold \n", "schold"),
        ("regel\r\nregel", "regel\nregel"),
        ("regel\r\r\nregel", "regel\nregel"),
        ("een\rtwee", "een\rtwee"),
        ("\x1b[31mrood\x1b[0m", "\x1b[31mrood\x1b[0m"),
        ("a\u202eb\u200bc\ufeff", "a\u202eb\u200bc\ufeff"),
        ("[/] [link=x] :smile:", "[/] [link=x] :smile:"),
        ("\x9b\x07\x7f", "\x9b\x07\x7f"),
        ("🤬" * 3, "🤬" * 3),
    ],
)
def test_a_text_is_kept_as_typed_without_white_space_around_it(raw: str, kept: str) -> None:
    assert keep_text("wat", raw) == kept


@pytest.mark.parametrize("raw", ["", " ", "\n\t\r\n", "\u00a0\u3000"])
def test_a_text_must_say_something(raw: str) -> None:
    with pytest.raises(TextEmpty) as refused:
        keep_text("wat", raw)
    assert refused.value.field == "wat"


def test_a_text_may_be_twenty_thousand_characters_and_not_one_more() -> None:
    assert len(keep_text("wat", " " + "é" * LONGEST_TEXT + " ")) == LONGEST_TEXT == 20_000
    with pytest.raises(TextTooLong) as refused:
        keep_text("wat", "x" * 10_000_000)
    assert vars(refused.value) == {"field": "wat", "length": 10_000_000, "limit": 20_000}


def test_only_what_no_file_can_keep_is_refused_by_name() -> None:
    with pytest.raises(TextUnstorable) as refused:
        keep_text("wat", "a\0b\udc80c\ud83d\0")
    assert refused.value.field == "wat"
    assert refused.value.characters == ("U+0000", "U+D83D", "U+DC80")


def test_of_many_unstorable_characters_five_are_named() -> None:
    with pytest.raises(TextUnstorable) as refused:
        keep_text("wat", "".join(chr(0xD800 + n) for n in range(50)))
    assert len(refused.value.characters) == 5


def test_a_line_has_no_breaks_and_a_limit_of_its_own() -> None:
    assert keep_line("naam", " Jan\nJansen\r\nenz\r") == "Jan Jansen  enz"
    assert len(keep_line("naam", "x" * LONGEST_LINE)) == 200
    with pytest.raises(TextTooLong) as refused:
        keep_line("naam", "x" * 201)
    assert refused.value.limit == 200


@pytest.mark.parametrize("optional", [optional_line, optional_text])
@pytest.mark.parametrize(("raw", "kept"), [(None, None), ("", None), (" \n ", None), (" a ", "a")])
def test_nothing_typed_is_none(
    optional: Callable[[str, str | None], str | None], raw: str | None, kept: str | None
) -> None:
    assert optional("team", raw) == kept


def test_an_optional_text_has_the_same_limits() -> None:
    with pytest.raises(TextTooLong):
        optional_line("team", "x" * 201)
    with pytest.raises(TextUnstorable):
        optional_text("citaat", "\0")
    assert optional_text("citaat", "regel\nregel") == "regel\nregel"


@given(st.text(st.characters()))
@example("\r\r\n\r\n")
def test_what_is_kept_can_be_kept_again_without_change(raw: str) -> None:
    try:
        kept = keep_text("wat", raw)
    except AgressielogError:
        return
    assert keep_text("wat", kept) == kept
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert "\0" not in kept


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_of_a_storable_text_nothing_but_the_edges_is_lost(raw: str) -> None:
    if raw.strip():
        assert keep_text("wat", raw) == raw.strip()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=150))
def test_a_line_never_holds_a_line_break(raw: str) -> None:
    kept = optional_line("naam", raw)
    assert kept is None or not set(kept) & set("\r\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Renée", "renee"),
        ("RENÉE", "Rene\u0301e"),
        ("Çelik", "CELIK"),
        (" van  den\tBerg ", "van den berg"),
        ("Groß", "GROSS"),
        ("Ⅷ", "viii"),
        ("Müller", "Muller"),
    ],
)
def test_folded_names_that_sound_alike_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Jansen", "Janssen"), ("J. Jansen", "J Jansen"), ("", "x")])
def test_folding_makes_no_other_names_equal(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_leaves_no_accents_and_no_space_but_single_ones(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
