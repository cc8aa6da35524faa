"""What comes in and goes out: line by line for a switchboard, in every encoding, with and without colour."""

import json
import os
import re
import subprocess

import pytest
from desk import PATIENCE, Desk, read_line
from terminal_rule import COLOUR, assert_plain
from warm_desk import WarmDesk

_WRONG_USE = 2
_WIDE = "Zei: “ik wéét je te vinden” ☎ 😀 – €5"


class _Switchboard:
    """A program that writes a number, waits for the answer, and only then writes the next."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._process, self._into = process, process.stdin
        self.answers, self.complaints = process.stdout.fileno(), process.stderr.fileno()

    def ring(self, number: bytes) -> None:
        self._into.write(number + b"\n")
        self._into.flush()

    def hang_up(self) -> int:
        out, err = self._process.communicate(timeout=PATIENCE)
        assert (out, err) == (b"", b"")
        return self._process.returncode


def test_each_answer_comes_before_the_next_number_is_asked(used_desk: Desk) -> None:
    with used_desk.start("lookup", "-") as process:
        board = _Switchboard(process)
        for number, answer, last in (
            (b"0612345678", "● BEKEND  06-12345678", b"laatste op"),
            (b"0687654321", "○ ONBEKEND  06-87654321", b"op."),
            (b"anoniem", "○ ANONIEM  anoniem", b"."),
            (b"+31 6 12345678\r", "● BEKEND  06-12345678", b"laatste op"),
        ):
            board.ring(number)
            heard = read_line(board.answers, last)
            assert heard.decode().startswith(answer)
        assert board.hang_up() == 0


def test_each_answer_is_one_line_of_json_and_bad_lines_go_on(used_desk: Desk) -> None:
    heard = []
    with used_desk.start("lookup", "-", "--json") as process:
        board = _Switchboard(process)
        for number in (b"0612345678", b"06-123", b"", b"   ", b"\xff\xfe", b"B1", b"B9", b"anoniem"):
            board.ring(number)
            if number.strip():
                heard.append(json.loads(read_line(board.answers)))
        status = board.hang_up()

    assert [document.get("status") or document["fout"]["code"] for document in heard] == [
        "bekend",
        "onleesbaar_nummer",
        "onleesbaar_nummer",
        "bekend",
        "beller_niet_gevonden",
        "anoniem",
    ]
    assert status == 3, "the worst of 0, 2 and 3"


def test_a_bad_line_is_told_on_stderr_at_once(used_desk: Desk) -> None:
    with used_desk.start("lookup", "-") as process:
        board = _Switchboard(process)
        board.ring(b"06-123")
        assert read_line(board.complaints, b"Wat nu:").startswith(
            b'Wat:     "06-123" is geen telefoonnummer.'
        )
        board.ring(b"0612345678")
        assert read_line(board.answers, b"laatste").startswith("● BEKEND".encode())
        assert board.hang_up() == _WRONG_USE


@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii", "cp1252"])
def test_a_line_that_is_no_text_never_ends_the_stream(used_desk: Desk, encoding: str) -> None:
    lines = b"caf\xe9\n\x81\x8d\n0612345678\n"

    outcome = used_desk.run("lookup", "-", "--json", stdin=lines, environ={"PYTHONIOENCODING": encoding})

    assert outcome.status == _WRONG_USE
    assert [json.loads(line).get("status") for line in outcome.out.splitlines()] == [None, None, "bekend"]


def test_the_exit_status_tells_the_worst_answer_of_the_stream(used_desk: Desk) -> None:
    known, unknown = b"0612345678\n", b"0687654321\n"

    assert used_desk.run("lookup", "-", "--exit-code", stdin=unknown).status == 0
    assert used_desk.run("lookup", "-", "--exit-code", stdin=unknown + known + unknown).status == 10
    assert used_desk.run("lookup", "-", stdin=known).status == 0


def test_an_empty_stream_is_no_question(used_desk: Desk) -> None:
    outcome = used_desk.run("lookup", "-", stdin="")

    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


_CLOSED = ("sh", "-c", 'exec "$0" "$@" <&-')


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("lookup", "06-12345678"), 0),
        (("lookup", "-"), 0),
        (("lookup",), _WRONG_USE),
        (("add", "06-12345678", "--soort", "schelden", "--wat", "Schold."), 0),
        (("add", "06-12345678", "--soort", "schelden", "--wat", "-"), _WRONG_USE),
        (("add",), _WRONG_USE),
        (("edit", "1"), _WRONG_USE),
        (("edit", "1", "--team", "Zuid"), 0),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else str(words),
)
def test_a_program_without_standard_input_is_asked_nothing(
    used_desk: Desk, words: tuple[str, ...], status: int
) -> None:
    outcome = used_desk.run(*words, prefix=_CLOSED)

    assert outcome.status == status, outcome
    if status:
        assert outcome.mistake.what


_ENCODINGS: list[tuple[str, dict[str, str]]] = [
    ("utf-8", {"PYTHONIOENCODING": "utf-8"}),
    ("cp1252", {"PYTHONIOENCODING": "cp1252"}),
    ("cp437", {"PYTHONIOENCODING": "cp437:strict"}),
    ("ascii", {"PYTHONIOENCODING": "ascii"}),
    ("utf-8", {"LC_ALL": "C"}),
    ("ascii", {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
]
_every_encoding = pytest.mark.parametrize(("codec", "environ"), _ENCODINGS)


@pytest.fixture(scope="module")
def wide_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose one incident holds signs that few code pages have."""
    desk = Desk(tmp_path_factory.mktemp("breed"))
    desk.add("--naam", "Zoë ☎", "--hielp", "rustig praten…", text=_WIDE)
    return desk


@_every_encoding
def test_every_page_can_be_written_in_every_encoding(
    wide_desk: Desk, codec: str, environ: dict[str, str]
) -> None:
    for words in (("lookup", "06-12345678"), ("list",), ("show", "1"), ("add", "--help")):
        outcome = wide_desk.run(*words, environ=environ)
        assert (outcome.status, outcome.raw_err) == (0, b""), (words, outcome)
        assert_plain(outcome.raw_out.decode(codec))


@_every_encoding
def test_a_mistake_can_be_written_in_every_encoding(
    wide_desk: Desk, codec: str, environ: dict[str, str]
) -> None:
    outcome = wide_desk.run("lookup", "☎☎", environ=environ)

    assert outcome.status == _WRONG_USE
    assert outcome.raw_err.decode(codec).count("\n") == 3


@_every_encoding
def test_json_is_exact_in_every_encoding(wide_desk: Desk, codec: str, environ: dict[str, str]) -> None:
    outcome = wide_desk.run("show", "1", "--json", environ=environ)

    assert json.loads(outcome.raw_out.decode(codec))["incident"]["wat"] == _WIDE


def test_a_text_in_the_code_page_of_the_terminal_is_stored_as_it_was_meant(desk: Desk) -> None:
    words = ("add", "06-12345678", "--soort", "schelden", "--wat", "-")

    outcome = desk.run(
        *words, stdin="Zei: “één” – €5".encode("cp1252"), environ={"PYTHONIOENCODING": "cp1252"}
    )

    assert outcome.status == 0
    assert desk.rows("SELECT wat FROM incident") == [("Zei: “één” – €5",)]


_COLOURS: list[tuple[dict[str, str], bool]] = [
    ({}, False),
    ({"FORCE_COLOR": "1"}, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ({"FORCE_COLOR": ""}, False),
    ({"CLICOLOR_FORCE": "1", "PY_COLORS": "1"}, False),
]
_COLOURS_ON_A_TERMINAL: list[tuple[dict[str, str], bool]] = [
    ({}, True),
    ({"NO_COLOR": "1"}, False),
    ({"NO_COLOR": ""}, True),
    ({"TERM": "dumb"}, False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("environ", "coloured"), _COLOURS)
def test_a_pipe_has_no_colour_unless_it_is_asked_for(
    used_desk: Desk, environ: dict[str, str], *, coloured: bool
) -> None:
    outcome = used_desk.run("lookup", "06-12345678", environ=environ)

    assert bool(COLOUR.search(outcome.out)) is coloured
    assert_plain(COLOUR.sub("", outcome.out))


@pytest.mark.parametrize(("environ", "coloured"), _COLOURS_ON_A_TERMINAL)
def test_a_terminal_has_colour_unless_it_is_refused(
    used_desk: Desk, environ: dict[str, str], *, coloured: bool
) -> None:
    for words in (["lookup", "06-12345678"], ["list"]):
        outcome = used_desk.terminal(words, environ=environ)
        assert outcome.status == 0
        assert bool(COLOUR.search(outcome.out)) is coloured, words
        assert_plain(COLOUR.sub("", outcome.out).replace("\r\n", "\n"))


def test_what_colour_says_is_also_said_in_a_word(quick_desk: WarmDesk) -> None:
    assert re.match("● BEKEND", quick_desk.warm("lookup", "06-12345678").out)
    assert re.match("○ ONBEKEND", quick_desk.warm("lookup", "06-87654321").out)


def test_the_answer_is_on_stdout_and_all_else_on_stderr(desk: Desk) -> None:
    made = desk.run("add", "06-12345678", "--soort", "schelden", "--wat", "-", "--json", stdin="Schold.")

    assert made.err == f"Nieuw logboek: {desk.logbook}{os.linesep}"
    assert json.loads(made.out)["schema"] == "agressielog.add/1"
