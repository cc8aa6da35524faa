"""What is searched for is words; whatever else was typed is gone before anybody can read it as syntax."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.search_words import NoSearchWords, SearchWords


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("boete", ("boete",)),
        ("  boete   parkeren ", ("boete", "parkeren")),
        ('"te laat" -OR- (NEAR)', ("te", "laat", "OR", "NEAR")),
        ("wat:boete*", ("wat", "boete")),
        ("café", ("café",)),
        ("cafe\u0301s", ("cafés",)),
        ("06-12345678", ("06", "12345678")),
        ("jansen@example.nl", ("jansen", "example", "nl")),
        ("a_b", ("a_b",)),
        ("_ boete __", ("boete",)),
        ("a\0b", ("a", "b")),
        ("漢字", ("漢字",)),
    ],
)
def test_words_are_taken_out_of_whatever_was_typed(raw: str, words: tuple[str, ...]) -> None:
    assert SearchWords.parse(raw).words == words


@pytest.mark.parametrize("raw", ["", " ", '"', "*", "---", "___", "\0", "\ud800", "🤬", "\u0301"])
def test_without_a_letter_or_digit_there_is_nothing_to_search(raw: str) -> None:
    with pytest.raises(NoSearchWords) as refused:
        SearchWords.parse(raw)
    assert refused.value.raw == raw


def test_twenty_words_are_enough() -> None:
    assert SearchWords.parse(" ".join(str(n) for n in range(100))).words == tuple(str(n) for n in range(20))


def test_a_very_long_text_is_searched_by_its_beginning() -> None:
    (word,) = SearchWords.parse("a" * 100_000).words
    assert len(word) == 500


@given(st.text())
def test_a_word_is_only_letters_digits_and_underscores(raw: str) -> None:
    try:
        words = SearchWords.parse(raw).words
    except NoSearchWords:
        assert not any(c.isalnum() for c in unicodedata.normalize("NFC", raw[:500]))
        return
    assert 1 <= len(words) <= 20
    assert all(re.fullmatch(r"\w+", word) for word in words)
    assert SearchWords.parse(" ".join(words)) == SearchWords(words)
