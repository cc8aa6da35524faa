"""What a screen prints, on a terminal and in a pipe."""

import ast
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import agressielog.presentation
from agressielog.presentation.console import (
    Bar,
    Column,
    Screen,
    Style,
    Surface,
    styled,
)

PIPE = Surface()
TERMINAL = Surface(wrap=True, drawing=True, colour=True)
COLOURLESS = Surface(wrap=True, drawing=True)
OLD_TERMINAL = Surface(wrap=True, drawing=True, colour=True, encoding="ascii")
NARROW = Surface(wrap=True, drawing=True, colour=True, width=20)

OUR_COLOURS = re.compile(r"\x1b\[(?:0|1|2|32|30;43|97;41)m")


def printed(surface: Surface, show: Callable[[Screen], None]) -> str:
    paper = io.StringIO()
    show(Screen(paper, surface))
    return paper.getvalue()


# What can be said


def test_a_line_has_colours_on_a_terminal_only() -> None:
    def show(screen: Screen) -> None:
        screen.line(styled("contactverbod", Style.DANGER), " voor ", styled("B12", Style.TITLE))

    assert printed(TERMINAL, show) == "\x1b[97;41mcontactverbod\x1b[0m voor \x1b[1mB12\x1b[0m\n"
    assert printed(PIPE, show) == "contactverbod voor B12\n"


def test_a_long_line_hangs_on_a_terminal_and_stays_whole_in_a_pipe() -> None:
    def show(screen: Screen) -> None:
        screen.line("Vraag eerst ", styled("de naam van de beller", Style.TITLE), indent=1, hanging=2)

    assert printed(NARROW, show) == (" Vraag eerst \x1b[1mde naam\x1b[0m\n   \x1b[1mvan de beller\x1b[0m\n")
    assert printed(PIPE, show) == " Vraag eerst de naam van de beller\n"


def test_a_paragraph_keeps_its_lines() -> None:
    assert printed(PIPE, lambda s: s.paragraph("een\n\ntwee", indent=2)) == "  een\n\n  twee\n"


def test_fields_are_aligned_and_hang_below_themselves() -> None:
    def show(screen: Screen) -> None:
        screen.fields([("Beller", "B12"), ("Wat", ("riep van alles ", styled("en meer", Style.DANGER)))])

    assert printed(PIPE, show) == "Beller  B12\nWat     riep van alles en meer\n"
    assert OUR_COLOURS.sub("", printed(NARROW, show)) == (
        "Beller  B12\nWat     riep van\n        alles en\n        meer\n"
    )


def test_no_fields_print_nothing() -> None:
    assert printed(PIPE, lambda screen: screen.fields([])) == ""


def test_blank_is_an_empty_line() -> None:
    assert printed(TERMINAL, lambda screen: screen.blank()) == "\n"


def table(screen: Screen) -> None:
    screen.table(
        ["soort", Column("aantal", right=True), "laatst"],
        [["schelden", "12", "日本 mei"], [styled("drammen", Style.MUTED), "3", ""], ["", "", "x"]],
    )


def test_a_table_in_a_pipe_is_aligned_without_lines_or_spaces_at_the_end() -> None:
    assert printed(PIPE, table).splitlines() == [
        "soort     aantal  laatst",
        "schelden      12  日本 mei",
        "drammen        3",
        "                  x",
    ]


def test_colour_in_a_pipe_does_not_disturb_the_columns() -> None:
    assert OUR_COLOURS.sub("", printed(Surface(colour=True), table)) == printed(PIPE, table)


def test_a_table_on_a_terminal_has_a_line_below_its_heading() -> None:
    assert printed(COLOURLESS, table).splitlines()[:3] == [
        "soort      aantal   laatst",
        "────────────────────────────",
        "schelden       12   日本 mei",
    ]


def test_a_table_on_an_ascii_terminal_has_an_ascii_line() -> None:
    assert printed(OLD_TERMINAL, table).splitlines()[1].startswith("-----")


def test_a_cell_too_long_for_the_terminal_is_folded_and_not_cut() -> None:
    shown = printed(
        NARROW, lambda screen: screen.table(["nr", "wat"], [["1", "woord " * 9], ["2", "x" * 40]])
    )
    assert shown.count("woord") == 9
    assert shown.count("x") == 40
    assert max(map(len, OUR_COLOURS.sub("", shown).splitlines())) <= 20


@pytest.mark.parametrize("surface", [PIPE, TERMINAL])
def test_a_table_without_rows_still_has_its_heading(surface: Surface) -> None:
    assert "soort" in printed(surface, lambda screen: screen.table(["soort"], []))


# JSON


def test_json_keeps_its_order_and_is_indented() -> None:
    document = {"schema": "agressielog.add/1", "beller": None, "aan": ["é"]}
    assert printed(PIPE, lambda screen: screen.json(document)) == (
        '{\n  "schema": "agressielog.add/1",\n  "beller": null,\n  "aan": [\n    "é"\n  ]\n}\n'
    )


def test_json_is_the_same_on_a_terminal() -> None:
    document = {"a": ["\x1b", {"b": 1}]}
    shown = {printed(surface, lambda screen: screen.json(document)) for surface in (PIPE, TERMINAL)}
    assert len(shown) == 1


def test_compact_json_is_one_line() -> None:
    assert (
        printed(PIPE, lambda screen: screen.json({"a": [1, "x\ny"]}, compact=True)) == '{"a": [1, "x\\ny"]}\n'
    )


def test_json_has_no_not_a_number() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        Screen(io.StringIO()).json({"a": float("nan")})


# A closed pipe


class ClosedPipe(io.StringIO):
    """What writing to `| head -1` ends in."""

    def write(self, text: str, /) -> int:
        raise BrokenPipeError(text[:0])


@pytest.mark.parametrize(
    "show",
    [
        lambda screen: screen.line("x"),
        lambda screen: screen.blank(),
        lambda screen: screen.table(["x"], [["x"]]),
        lambda screen: screen.bars([Bar("x", 1)]),
        lambda screen: screen.json({"x": 1}),
    ],
    ids=["line", "blank", "table", "bars", "json"],
)
@pytest.mark.parametrize("surface", [PIPE, TERMINAL], ids=["pipe", "terminal"])
def test_a_closed_pipe_comes_out(show: Callable[[Screen], None], surface: Surface) -> None:
    with pytest.raises(BrokenPipeError):
        show(Screen(ClosedPipe(), surface))


def test_a_closed_pipe_comes_out_of_flush() -> None:
    read, write = os.pipe()
    os.close(read)
    stream = os.fdopen(write, "w")
    screen = Screen(stream)
    screen.line("x")
    with pytest.raises(BrokenPipeError):
        screen.flush()
    with pytest.raises(BrokenPipeError):
        stream.close()


# Rich


def modules_after(statements: str) -> set[str]:
    script = (
        "import io, sys\n"
        "from agressielog.presentation.console import *\n"
        f"{statements}\n"
        "print('\\n'.join(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "statements",
    [
        "s = Screen(io.StringIO()); s.table(['a'], [['b']]); s.bars([Bar('a', 1)]); s.heat(['a'], [('b', [1])])",
        "s = Screen(io.StringIO(), Surface(True, True, True)); s.line('a', styled('b', Style.GOOD)); s.paragraph('c')",
        "standard_output().answer.table(['a'], [['b']])",
    ],
    ids=["everything in a pipe", "coloured lines on a terminal", "a real pipe"],
)
def test_rich_is_not_loaded_for(statements: str) -> None:
    assert not {name for name in modules_after(statements) if name.split(".")[0] == "rich"}


def test_rich_is_loaded_for_a_table_on_a_terminal() -> None:
    assert "rich" in modules_after("Screen(io.StringIO(), Surface(True, True)).table(['a'], [['b']])")


def test_only_the_drawing_module_imports_rich() -> None:
    importing = set()
    for path in Path(agressielog.presentation.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if any(name.split(".")[0] == "rich" for name in names):
                importing.add(path.name)
    assert importing == {"drawing.py"}
