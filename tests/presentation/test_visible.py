"""What reaches a terminal: judged by the Unicode tables, a rule of its own."""

import sys
import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agressielog.presentation.fallback import carried
from agressielog.presentation.visible import visible

HOSTILE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
ANY_TEXT = st.text(st.characters())
EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]
ATTACKS = [
    line.rpartition("  # ")[0].encode("ascii").decode("unicode_escape")
    for line in Path(__file__).with_name("terminal_attacks.txt").read_text("ascii").splitlines()
    if not line.startswith("# ")
]


def hostile_in(text: str) -> set[str]:
    return {character for character in text if unicodedata.category(character) in HOSTILE}


def test_of_all_characters_exactly_the_hostile_ones_are_escaped() -> None:
    changed = {c for c in EVERY_CHARACTER if visible(c) != c}
    assert changed == hostile_in("".join(EVERY_CHARACTER))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b2J", r"\x9b2J"),
        ("\x00", r"\x00"),
        ("\u202e", r"\u202e"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("regel\nregel\r\n\tx", r"regel\x0aregel\x0d\x0a\x09x"),
        ("Renée [/] :smile: 日本 👍 a\u00a0b", "Renée [/] :smile: 日本 👍 a\u00a0b"),
        (r"C:\map \x1b", r"C:\map \x1b"),
        ("", ""),
    ],
)
def test_is_shown_as(typed: str, shown: str) -> None:
    assert visible(typed) == shown


def test_a_text_of_several_lines_keeps_its_lines_and_no_tab() -> None:
    assert visible("een\n\ttwee\r\n\x1b", keep_lines=True) == "een\n    twee\\x0d\n\\x1b"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_known_attack_becomes_harmless(attack: str) -> None:
    assert not hostile_in(visible(attack))


def test_the_corpus_holds_controls_of_all_sorts() -> None:
    assert {unicodedata.category(c) for c in "".join(ATTACKS)} >= HOSTILE


@given(ANY_TEXT)
def test_showing_twice_is_showing_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(ANY_TEXT)
def test_lines_are_kept_one_for_one(text: str) -> None:
    assert visible(text, keep_lines=True).count("\n") == text.count("\n")


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0))
def test_a_hundred_thousand_generated_strings_come_out_harmless(seed: int) -> None:
    chance = Random(seed)
    for _ in range(1000):
        text = "".join(chance.choices(EVERY_CHARACTER[:256], k=5) + chance.choices(EVERY_CHARACTER, k=5))
        assert not hostile_in(visible(text))
        assert hostile_in(visible(text, keep_lines=True)) <= {"\n"}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "utf-8"])
def test_every_character_can_be_written_in_every_encoding(encoding: str) -> None:
    shown = carried(visible("".join(EVERY_CHARACTER[:0x20000])), encoding)
    assert not hostile_in(shown.encode(encoding).decode(encoding))


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("▲ Renée – 3 × ✓", "ascii", "! Renee - 3 x v"),
        ("▲ Renée – 3 × ✓", "cp1252", "! Renée – 3 × v"),
        ("▲ Renée – 3 × ✓", "utf-8", "▲ Renée – 3 × ✓"),
        ("日本 👍", "ascii", r"\u65e5\u672c \U0001f44d"),
        ("½ ﬁets", "ascii", r"\xbd fiets"),
    ],
)
def test_what_an_encoding_cannot_carry_is_said_otherwise(text: str, encoding: str, shown: str) -> None:
    assert carried(text, encoding) == shown
