"""Nothing that a caller, a user or a file wrote acts on the terminal, whichever way it is printed."""

import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agressielog.presentation.console import Bar, Screen, Style, Surface, styled

PIPE = Surface()
TERMINAL = Surface(wrap=True, drawing=True, colour=True)
OLD_TERMINAL = Surface(wrap=True, drawing=True, colour=True, encoding="ascii")
NARROW = Surface(wrap=True, drawing=True, colour=True, width=20)

OUR_COLOURS = re.compile(r"\x1b\[(?:0|1|2|32|30;43|97;41)m")
HOSTILE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
ATTACKS = [
    line.rpartition("  # ")[0].encode("ascii").decode("unicode_escape")
    for line in Path(__file__).with_name("terminal_attacks.txt").read_text("ascii").splitlines()
    if not line.startswith("# ")
]
EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]


def lines(screen: Screen, texts: Sequence[str]) -> None:
    for text in texts:
        screen.line(text, styled(text, Style.DANGER), indent=2, hanging=2)


#: Every way to print, given texts that somebody else wrote.
METHODS: dict[str, Callable[[Screen, Sequence[str]], None]] = {
    "line": lines,
    "paragraph": lambda screen, texts: screen.paragraph("\n".join(texts), indent=4, style=Style.MUTED),
    "fields": lambda screen, texts: screen.fields([(text, styled(text, Style.GOOD)) for text in texts]),
    "table": lambda screen, texts: screen.table(
        texts[:1], [[styled(text, Style.ATTENTION)] for text in texts]
    ),
    "bars": lambda screen, texts: screen.bars([Bar(text, 3, text) for text in texts]),
    "heat": lambda screen, texts: screen.heat(texts[:1], [(text, [3]) for text in texts]),
    "json": lambda screen, texts: screen.json({text: text for text in texts}),
    "compact json": lambda screen, texts: screen.json({"een": texts}, compact=True),
}


def printed(surface: Surface, show: Callable[[Screen], None]) -> str:
    paper = io.StringIO()
    show(Screen(paper, surface))
    return paper.getvalue()


def hostile_in(raw: str) -> set[str]:
    """What a terminal could act on besides our own colours and line ends; knows nothing of our code."""
    return {c for c in set(OUR_COLOURS.sub("", raw)) if unicodedata.category(c) in HOSTILE and c != "\n"}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("surface", [PIPE, TERMINAL, OLD_TERMINAL, NARROW])
def test_no_known_attack_reaches_the_terminal(surface: Surface, method: str) -> None:
    def show(screen: Screen) -> None:
        for attack in ATTACKS:
            METHODS[method](screen, [attack])

    raw = printed(surface, show)
    assert not hostile_in(raw)
    assert raw.encode(surface.encoding)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "text", ["[/]", "[bold]x[/bold]", "[link=https://example.org/]x", ":smile:", r"\[red]"]
)
def test_markup_is_shown_literally(method: str, text: str) -> None:
    raw = printed(TERMINAL, lambda screen: METHODS[method](screen, [text]))
    assert (json.dumps(text) if "json" in method else text) in raw


@pytest.mark.parametrize("method", METHODS)
def test_a_text_makes_no_lines_of_its_own(method: str) -> None:
    shown = printed(PIPE, lambda screen: METHODS[method](screen, ["x\nStatus: onbekend"]))
    forged = [line for line in shown.splitlines() if line.strip().startswith("Status")]
    assert len(forged) == (1 if method == "paragraph" else 0)


def shown_at_random(method: str, surface: Surface, seed: int) -> str:
    """What a thousand generated strings print."""
    chance = Random(seed)
    texts = [
        "".join(chance.choices(EVERY_CHARACTER[:256], k=3) + chance.choices(EVERY_CHARACTER, k=3))
        for _ in range(1000)
    ]

    return printed(surface, lambda screen: METHODS[method](screen, texts))


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=100, deadline=None)
@given(seed=st.integers(min_value=0))
def test_a_hundred_thousand_generated_strings_come_out_harmless(method: str, seed: int) -> None:
    raw = shown_at_random(method, TERMINAL, seed)
    assert not hostile_in(raw)
    assert raw.encode()


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(min_value=0))
def test_ten_thousand_more_in_a_pipe(method: str, seed: int) -> None:
    raw = shown_at_random(method, PIPE, seed)
    assert not hostile_in(raw)
    assert raw.encode()


@given(st.dictionaries(st.text(), st.text()), st.booleans(), st.sampled_from([PIPE, OLD_TERMINAL]))
def test_json_is_exact_and_safe_to_look_at(document: dict[str, str], compact: bool, surface: Surface) -> None:
    raw = printed(surface, lambda screen: screen.json(document, compact=compact))
    assert json.loads(raw) == document
    assert not hostile_in(raw)
