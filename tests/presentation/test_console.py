"""What a screen prints, on a terminal and in a pipe."""

import ast
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import agressielog.presentation
from agressielog.presentation.console import (
    Bar,
    Column,
    Output,
    Screen,
    Style,
    Surface,
    standard_output,
    styled,
)

PIPE = Surface()
TERMINAL = Surface(wrap=True, drawing=True, colour=True)
COLOURLESS = Surface(wrap=True, drawing=True)
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

#: Every way to print, given texts that somebody else wrote.
METHODS: dict[str, Callable[[Screen, Sequence[str]], None]] = {
    "line": lambda screen, texts: screen.line(*texts, styled(texts[0], Style.DANGER), indent=2, hanging=2),
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
    assert printed(PIPE, lambda s: s.paragraph("een\n\ntwee", indent=2)) == "  een\n  \n  twee\n"


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


def bars(screen: Screen) -> None:
    screen.bars([Bar("schelden", 12, "(+3)"), Bar("bedreiging", 1), Bar("drammen", 0)])


def test_bars_are_to_scale_on_a_terminal() -> None:
    assert printed(Surface(wrap=True, drawing=True, width=46), bars).splitlines() == [
        "schelden    12  (+3)  ████████████████████████",
        "bedreiging   1        ██",
        "drammen      0",
    ]


def test_bars_are_figures_in_a_pipe() -> None:
    assert printed(PIPE, bars).splitlines() == ["schelden    12  (+3)", "bedreiging   1", "drammen      0"]


def test_the_least_of_bars_is_not_nothing() -> None:
    shown = printed(COLOURLESS, lambda screen: screen.bars([Bar("a", 1000), Bar("b", 1)]))
    assert shown.splitlines() == ["a  1000  " + "█" * 40, "b     1  ▌"]


@pytest.mark.parametrize("surface", [PIPE, TERMINAL])
def test_no_bars_print_nothing(surface: Surface) -> None:
    assert printed(surface, lambda screen: screen.bars([])) == ""


def heat(screen: Screen) -> None:
    screen.heat(["09", "10", "11", "12", "13"], [("ma", [0, 1, 2, 3, 10]), ("di", [8, 0, 0, 0, 5])])


def test_a_heat_map_has_shades_and_a_legend_on_a_terminal() -> None:
    assert printed(TERMINAL, heat).splitlines() == [
        "   09 10 11 12 13",
        "ma ·· ░░ ░░ ▒▒ ██",
        "di ██ ·· ·· ·· ▒▒",
        "· 0   ░ 1–2   ▒ 3–5   ▓ 6–7   █ 8–10",
    ]


def test_a_heat_map_has_figures_in_a_pipe() -> None:
    assert printed(PIPE, heat).splitlines() == [
        "   09 10 11 12 13",
        "ma  ·  1  2  3 10",
        "di  8  ·  ·  ·  5",
    ]


@pytest.mark.parametrize("surface", [PIPE, TERMINAL])
def test_a_heat_map_of_nothing_has_no_legend(surface: Surface) -> None:
    shown = printed(surface, lambda screen: screen.heat(["09"], [("ma", [0])]))
    assert len(shown.splitlines()) == 2


def test_the_legend_leaves_out_shades_that_stand_for_nothing() -> None:
    shown = printed(TERMINAL, lambda screen: screen.heat(["09", "10"], [("ma", [1, 2])]))
    assert shown.splitlines()[-1] == "· 0   ▒ 1   █ 2"


@given(st.integers(1, 500), st.integers(1, 500))
def test_the_legend_agrees_with_the_shades(one: int, other: int) -> None:
    shown = printed(COLOURLESS, lambda screen: screen.heat(["a", "b"], [("", [one, other])])).splitlines()
    shade = shown[1].split()[0]
    entry = next(words.split()[1] for words in shown[-1].split("   ") if words.startswith(shade))
    lowest, _, highest = entry.partition("–")
    assert int(lowest) <= one <= int(highest or lowest)


def test_a_full_day_of_hours_fits_on_eighty_columns() -> None:
    hours = [f"{hour:02}" for hour in range(24)]
    for surface in (PIPE, TERMINAL):
        shown = printed(surface, lambda screen: screen.heat(hours, [("ma", [99] * 24)]))
        assert max(map(len, shown.splitlines())) <= 80


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


@given(st.dictionaries(st.text(), st.text()), st.booleans(), st.sampled_from([PIPE, OLD_TERMINAL]))
def test_json_is_exact_and_safe_to_look_at(document: dict[str, str], compact: bool, surface: Surface) -> None:
    raw = printed(surface, lambda screen: screen.json(document, compact=compact))
    assert json.loads(raw) == document
    assert not hostile_in(raw)


# What nothing may do


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
    lines = [line for line in shown.splitlines() if line.strip().startswith("Status")]
    assert len(lines) == (1 if method == "paragraph" else 0)


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


# What a stream can show


class Stream(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "environ", "drawing", "colour"),
    [
        (True, {}, True, True),
        (True, {"TERM": "xterm-256color"}, True, True),
        (True, {"TERM": "dumb"}, False, False),
        (True, {"NO_COLOR": "1"}, True, False),
        (True, {"NO_COLOR": ""}, True, True),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
        (True, {"OS": "Windows_NT"}, True, False),
        (True, {"OS": "Windows_NT", "WT_SESSION": "x"}, True, True),
        (False, {}, False, False),
        (False, {"FORCE_COLOR": "1"}, False, True),
        (False, {"FORCE_COLOR": ""}, False, False),
    ],
)
def test_the_environment_decides(
    terminal: bool, environ: dict[str, str], drawing: bool, colour: bool
) -> None:
    surface = Surface.of(Stream(terminal=terminal), environ)
    assert (surface.wrap, surface.drawing, surface.colour) == (terminal, drawing, colour)


@pytest.mark.parametrize(
    ("terminal", "columns", "width"),
    [(True, "120", 120), (True, "3", 20), (True, "0", 80), (True, "breed", 80), (False, "120", 80)],
)
def test_the_width(terminal: bool, columns: str, width: int) -> None:
    assert Surface.of(Stream(terminal=terminal), {"COLUMNS": columns}).width == width


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(("columns", "width"), [(132, 132), (0, 80)])
def test_the_width_of_a_real_terminal(columns: int, width: int) -> None:
    import pty
    import termios

    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, columns))
    with os.fdopen(slave, "w") as stream:
        assert Surface.of(stream, {}) == Surface(wrap=True, drawing=True, colour=True, width=width)
    os.close(master)


def test_the_encoding_is_that_of_the_stream() -> None:
    assert Surface.of(Stream("cp1252"), {}).encoding == "cp1252"
    assert Surface.of(io.StringIO(), {}).encoding == "utf-8"


def test_stdout_survives_what_it_cannot_encode(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream("cp1252")
    monkeypatch.setattr(sys, "stdout", stream)
    standard_output()
    stream.write("\ud800 日")
    stream.flush()
    assert stream.errors == "backslashreplace"
    assert stream.encoding == "cp1252"


@pytest.mark.parametrize(
    ("terminal", "chosen", "encoding"),
    [(False, None, "utf-8"), (False, "cp1252", "cp1252"), (True, None, "cp1252")],
)
def test_a_redirected_stream_on_windows_gets_utf_8(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, chosen: str | None, encoding: str
) -> None:
    monkeypatch.setenv("OS", "Windows_NT")
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if chosen:
        monkeypatch.setenv("PYTHONIOENCODING", chosen)
    monkeypatch.setattr(sys, "stdout", Stream("cp1252", terminal=terminal))
    assert standard_output().answer.surface.encoding == encoding


def test_both_streams_have_their_own_screen(capsys: pytest.CaptureFixture[str]) -> None:
    output = standard_output()
    output.answer.line("antwoord")
    output.notice("melding ", styled("hier", Style.MUTED))
    assert capsys.readouterr() == ("antwoord\n", "melding hier\n")


def test_a_stream_that_is_no_file_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = io.StringIO()
    monkeypatch.setattr(sys, "stdout", paper)
    standard_output().answer.line("x")
    assert paper.getvalue() == "x\n"


# A closed pipe


class ClosedPipe(io.StringIO):
    """What writing to `| head -1` ends in."""

    def write(self, text: str, /) -> int:
        raise BrokenPipeError(text[:0])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("surface", [PIPE, TERMINAL], ids=["pipe", "terminal"])
def test_a_closed_pipe_comes_out(method: str, surface: Surface) -> None:
    with pytest.raises(BrokenPipeError):
        METHODS[method](Screen(ClosedPipe(), surface), ["x"])


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


# Progress


def progress_of(surface: Surface, steps: list[float]) -> str:
    """What three steps of work print when the clock says *steps*."""
    paper = io.StringIO()
    clock = iter(steps)
    with Screen(paper, surface).progress(3, "Inlezen [/]\x1b", seconds=lambda: next(clock)) as done:
        for step in (1, 2, 3):
            done(step)
    return paper.getvalue()


def test_long_work_on_a_terminal_shows_a_bar_and_wipes_it() -> None:
    shown = progress_of(TERMINAL, [0, 0.5, 1.5, 1.5, 1.55])
    assert r"Inlezen [/]\x1b" in shown
    assert "2 van 3" in shown
    assert "3 van 3" not in shown
    assert shown.endswith("\x1b[2K")


def test_the_bar_follows_the_work() -> None:
    shown = progress_of(COLOURLESS, [0, 1.5, 1.5, 1.7, 1.7, 1.9, 1.9])
    assert [f"{n} van 3" in shown for n in (1, 2, 3)] == [True, True, True]
    assert "\x1b[3" not in shown


def test_short_work_shows_nothing() -> None:
    assert progress_of(TERMINAL, [0, 0.1, 0.2, 0.3]) == ""


def test_in_a_pipe_there_is_no_bar() -> None:
    assert progress_of(PIPE, [0]) == ""


def test_the_bar_goes_when_the_work_fails() -> None:
    paper = io.StringIO()
    clock = iter([0.0, 2.0, 2.0])

    def work() -> None:
        with Screen(paper, TERMINAL).progress(3, "x", seconds=lambda: next(clock)) as done:
            done(1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert "\x1b[?25h" in paper.getvalue()


def test_progress_is_told_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(Screen(sys.stdout), Screen(sys.stderr, TERMINAL))
    with output.progress(1, "x") as done:
        done(1)
    assert capsys.readouterr().out == ""


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
