"""Texts that try to act on the terminal: stored as typed, shown escaped, never sent; judged on the raw bytes."""

import json
import unicodedata
from pathlib import Path

import pytest
from desk import CTRL_C, Desk, Outcome
from terminal_rule import assert_harmless, assert_plain
from warm_desk import WarmDesk

_CORPUS = Path(__file__).parents[1] / "presentation" / "terminal_attacks.txt"
_WRONG_USE, _NOT_FOUND, _INTERRUPTED = 2, 3, 130
_TOGETHER, _LONGEST_LINE = 6, 200


def _attacks() -> list[str]:
    lines = _CORPUS.read_text(encoding="ascii").splitlines()
    return [
        line.rpartition("  # ")[0].encode("ascii").decode("unicode_escape")
        for line in lines
        if not line.startswith("#")
    ]


def _storable(text: str) -> bool:
    return not any(character == "\0" or unicodedata.category(character) == "Cs" for character in text)


_ATTACKS = _attacks()
_STORED = [attack for attack in _ATTACKS if _storable(attack)]
_REFUSED = [attack for attack in _ATTACKS if not _storable(attack)]
# With a letter at both ends, so that none of it is taken for white space around the text.
_TEXTS = [f"v{attack}a" for attack in _STORED]
_LINE_OPTIONS = (
    "--naam",
    "--klantnummer",
    "--team",
    "--onderwerp",
    "--melder",
    "--niet-toegezegd",
    "--hielp",
    "--toezegging",
)


def _groups() -> list[str]:
    """Several attacks in one text, as many as fit in a field of one line."""
    groups = [" ".join(_TEXTS[at : at + _TOGETHER]) for at in range(0, len(_TEXTS), _TOGETHER)]
    assert max(map(len, groups)) <= _LONGEST_LINE
    return groups


_GROUPS = _groups()


def _number(rank: int) -> str:
    return f"06-1000{rank:04}"


def _add(number: str, text: str) -> list[str]:
    fields = [word for option in _LINE_OPTIONS for word in (option, text)]
    return ["--als", text, "add", number, "--soort", "schelden", "--citaat", text, "--wat", text, *fields]


def _as_line(text: str) -> str:
    """What is kept of a text in a field of one line."""
    return " ".join(text.replace("\r\n", "\n").split("\n")).replace("\r", " ")


def _as_shown(text: str) -> str:
    """Every character that could act, or that nobody can see, as Python would write it."""
    return "".join(
        _escaped(c) if unicodedata.category(c)[0] == "C" or c in "\u2028\u2029" else c for c in text
    )


def _escaped(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _assert_harmless_in_a_pipe(outcome: Outcome) -> None:
    """In a pipe not even our own colours."""
    assert_plain(outcome.raw_out.decode("utf-8"))
    assert_plain(outcome.raw_err.decode("utf-8"))
    assert "Traceback" not in outcome.out + outcome.err


def _assert_harmless_on_a_terminal(outcome: Outcome) -> None:
    assert_harmless(outcome.raw_out, asked=outcome.asked)
    assert "Traceback" not in outcome.out


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> WarmDesk:
    """A desk where every attack stands in every field of an incident of its own, from a number of its own."""
    desk = WarmDesk(tmp_path_factory.mktemp("aangevallen"))
    for rank, text in enumerate(_TEXTS):
        outcome = desk.warm(*_add(_number(rank), text))
        assert outcome.status == 0, (text, outcome)
        _assert_harmless_in_a_pipe(outcome)
    return desk


@pytest.fixture(scope="module")
def besieged(tmp_path_factory: pytest.TempPathFactory) -> WarmDesk:
    """The same with several attacks in each field, so that a terminal is asked for a dozen pages only."""
    desk = WarmDesk(tmp_path_factory.mktemp("belegerd"))
    for rank, text in enumerate(_GROUPS):
        assert desk.warm(*_add(_number(rank), text)).status == 0
    return desk


@pytest.mark.parametrize("rank", range(len(_TEXTS)), ids=lambda rank: ascii(_STORED[rank]))
def test_an_attack_is_stored_as_typed_and_shown_escaped(attacked: WarmDesk, rank: int) -> None:
    text, line, incident = _TEXTS[rank], _as_line(_TEXTS[rank]), str(rank + 1)
    stored = attacked.rows(
        "SELECT wat, citaat, team, onderwerp, melder, niet_toegezegd, hielp FROM incident WHERE id = ?",
        rank + 1,
    )
    body = text.replace("\r\n", "\n")
    assert stored == [(body, body, line, line, line, line, line)]

    shown = attacked.warm("show", incident)
    exact = attacked.warm("show", incident, "--json")
    seen = attacked.warm("lookup", _number(rank))

    for outcome in (shown, exact, seen):
        assert outcome.status == 0, outcome
        _assert_harmless_in_a_pipe(outcome)
    assert f"Team            {_as_shown(line)}\n" in shown.out
    assert f"Wat hielp       {_as_shown(line)}\n" in shown.out
    assert json.loads(exact.out)["incident"]["wat"] == body
    assert json.loads(exact.out)["incident"]["team"] == line


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--json"),
        ("search", "v", "--limit", "1000"),
        ("search", "v", "--limit", "1000", "--json"),
        ("beller", "list"),
        ("beller", "show", "B1"),
        ("report", "--maand"),
        ("report", "--maand", "--json"),
    ],
    ids=" ".join,
)
def test_a_page_about_all_of_them_is_harmless_in_a_pipe_and_on_a_terminal(
    attacked: WarmDesk, words: tuple[str, ...]
) -> None:
    in_a_pipe, on_a_terminal = attacked.warm(*words), attacked.terminal(words)

    assert (in_a_pipe.status, on_a_terminal.status) == (0, 0), in_a_pipe
    _assert_harmless_in_a_pipe(in_a_pipe)
    _assert_harmless_on_a_terminal(on_a_terminal)


@pytest.mark.parametrize("rank", range(len(_GROUPS)))
def test_one_incident_on_a_terminal_is_harmless(besieged: WarmDesk, rank: int) -> None:
    number, incident = _number(rank), str(rank + 1)

    for words in (("lookup", number), ("show", incident)):
        outcome = besieged.terminal(words)
        assert outcome.status == 0, outcome
        _assert_harmless_on_a_terminal(outcome)


@pytest.mark.parametrize("rank", range(0, len(_GROUPS), 2))
def test_a_correction_shows_what_it_was_and_what_it_is_without_harm(besieged: WarmDesk, rank: int) -> None:
    """To another attack and back: both texts stand in the difference, and later in the history."""
    other, incident = _GROUPS[rank - 1], str(rank + 1)
    fields = [word for option in ("--wat", "--citaat", "--team", "--hielp") for word in (option, other)]
    back = [_GROUPS[rank] if word == other else word for word in fields]

    on_a_terminal = besieged.terminal(["edit", incident, *fields])
    in_a_pipe = besieged.warm("edit", incident, *back)
    history = besieged.warm("show", incident)

    assert (on_a_terminal.status, in_a_pipe.status, history.status) == (0, 0, 0)
    _assert_harmless_on_a_terminal(on_a_terminal)
    _assert_harmless_in_a_pipe(in_a_pipe)
    _assert_harmless_in_a_pipe(history)


@pytest.mark.parametrize("rank", range(0, len(_GROUPS), 4))
def test_a_question_about_a_caller_with_such_a_name_is_harmless(besieged: WarmDesk, rank: int) -> None:
    words = ["add", _number(rank), "--soort", "schelden", "--wat", "Schold."]

    outcome = besieged.terminal(words, [("Dezelfde persoon als", CTRL_C)])

    assert outcome.status == _INTERRUPTED
    _assert_harmless_on_a_terminal(outcome)


_SAYING_IT_BACK = (
    ("lookup",),
    ("show",),
    ("add", "06-12345678", "--wat", "x", "--soort"),
    ("add", "06-12345678", "--soort", "schelden", "--wat", "x", "--wanneer"),
    ("list", "--ernst"),
    ("list", "--beller"),
    ("beller", "show"),
    (),
)


@pytest.mark.parametrize("words", _SAYING_IT_BACK, ids=" ".join)
def test_a_mistake_that_quotes_an_attack_is_harmless(attacked: WarmDesk, words: tuple[str, ...]) -> None:
    # A NUL cannot be in an argument of any program.
    surrogates = "".join(_REFUSED).replace("\0", "")
    for text in (*_GROUPS, f"x{surrogates}"):
        outcome = attacked.warm(*words, text)
        assert outcome.status in {_WRONG_USE, _NOT_FOUND}, (text, outcome)
        _assert_harmless_in_a_pipe(outcome)
        assert outcome.mistake.what


@pytest.mark.parametrize("words", [("lookup",), ("show",), ("list", "--ernst"), ()], ids=" ".join)
def test_a_mistake_on_a_terminal_is_harmless(besieged: WarmDesk, words: tuple[str, ...]) -> None:
    outcome = besieged.terminal([*words, "x" + "".join(_STORED)])

    assert outcome.status == _WRONG_USE
    _assert_harmless_on_a_terminal(outcome)


@pytest.mark.parametrize("attack", _REFUSED, ids=ascii)
def test_what_no_file_can_keep_is_refused_and_shown_escaped(desk: Desk, attack: str) -> None:
    words = ("add", "06-12345678", "--soort", "schelden", "--wat", "-")

    outcome = desk.run(*words, stdin=f"v{attack}a".encode("utf-8", "surrogatepass"))

    assert outcome.status == _WRONG_USE
    _assert_harmless_in_a_pipe(outcome)
    assert "U+" in outcome.mistake.why
    assert not desk.logbook.exists()


def test_an_organisation_with_such_a_name_is_harmless_wherever_it_stands(tmp_path: Path) -> None:
    desk = WarmDesk(tmp_path)
    for text in _GROUPS:
        for setting in ("organisatie", "meldpunt"):
            outcome = desk.warm("instelling", "set", setting, text)
            assert outcome.status == 0, outcome
            _assert_harmless_in_a_pipe(outcome)
        for words in (
            ("add", "06-12345678", "--soort", "schelden", "--wat", "Schold."),
            ("instelling", "list"),
            ("report", "--maand"),
        ):
            outcome = desk.warm(*words)
            assert outcome.status == 0, outcome
            _assert_harmless_in_a_pipe(outcome)


@pytest.mark.parametrize("text", _GROUPS[:3])
def test_the_place_of_the_logbook_is_told_without_harm(tmp_path: Path, text: str) -> None:
    place = {"AGRESSIELOG_DB": str(tmp_path / f"{text.replace('/', '')[:60]}.db")}
    desk = WarmDesk(tmp_path, place)

    for words in (("list",), ("add", "06-12345678", "--soort", "schelden", "--wat", "Schold.")):
        outcome = desk.warm(*words)
        _assert_harmless_in_a_pipe(outcome)
        assert outcome.err


def test_the_rule_itself_lets_nothing_through_that_acts() -> None:
    """Otherwise nothing above would tell anything."""
    for attack in _STORED:
        if _as_shown(attack) != attack and attack != "regel\nStatus: onbekend":
            with pytest.raises(AssertionError):
                assert_plain(attack)
    for acting in (
        b"\x1b[2J",
        b"\x1b[31m",
        b"\x1b]0;x\x07",
        b"\xc2\x9b2J",
        b"a\rb",
        b"\x00",
        b"\xe2\x80\xae",
        b"\x1b[?2004h",
    ):
        with pytest.raises(AssertionError):
            assert_harmless(acting)
    assert_harmless("\x1b[1mVet\x1b[0m ● é\r\n".encode())
