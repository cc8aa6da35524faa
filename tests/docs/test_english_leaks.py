"""Dutch to the last letter: no English word on any help page, nor in any error about a command line."""

import json
import re
from collections.abc import Iterator

import pytest
import typer

from agressielog.cli.main import COMMANDS, build, run

# What Typer and Click say themselves, and the commonest words of English that are no Dutch ones.
_ENGLISH_WORD = re.compile(
    r"\b("
    r"usage|options?|commands?|arguments|args|errors?|missing|invalid|try|default|required|show|message|exit|help|"
    r"such|got|unexpected|abort(ed)?|env|var|choose|choices?|values?|must|range|directory|does|exists?|valid|"
    r"deprecated|dynamic|boolean|integer|string|text|str|int|float|filename|numbers?|optional|could|takes?|"
    r"requires?|given|expected|repeat|confirmation|none|null|true|false|yes|no|print|write|read|file|path|"
    r"the|and|you|your|this|that|these|not|are|for|with|without|when|where|which|all|any|each|every|only|also|"
    r"from|into|about|after|before|between|because|please|should|will|would|caller|call|phone|search|found|find|"
    r"month|year|today|yesterday|name|enter|press|quit|cancel|continue|warnings?|okay|done|failed|success"
    r")\b",
    re.IGNORECASE,
)

# Official names are English: `agressielog show`, `beller list`, `--help`.
_OPTION = re.compile(r"--[a-z][a-z-]*")
_OPTIONS = {"--help", "--exit-code"}
_NAMES = {"show", "search", "done"}


class Command:
    """A command with the words that lead to it."""

    def __init__(self, path: tuple[str, ...], command: object) -> None:
        self.path = path
        self.params: list[object] = list(getattr(command, "params", []))
        self.is_group = hasattr(command, "list_commands")
        self.needs_no_command = bool(getattr(command, "invoke_without_command", False))

    def wrong_uses(self) -> Iterator[tuple[str, ...]]:
        """Give command lines that cannot be right, each wrong in a way of its own."""
        yield (*self.path, "--bestaatniet")
        yield (*self.path, "--bestaatniet=ja")
        yield (*self.path, "-?")
        if self.path:
            yield (*self.path, "--db", "x")
            yield (*self.path, "--help=ja")
        if self.is_group:
            yield (*self.path, "bestaatniet")
            if not self.needs_no_command:
                yield self.path
        for param in self.params:
            yield from self._wrong_values(param)
        if any(getattr(param, "required", False) for param in self.params):
            yield self.path
        arguments = [param for param in self.params if getattr(param, "param_type_name", "") == "argument"]
        if not self.is_group and all(getattr(argument, "nargs", 1) == 1 for argument in arguments):
            yield (*self.path, *(["1"] * (len(arguments) + 2)))

    def _wrong_values(self, param: object) -> Iterator[tuple[str, ...]]:
        names: list[str] = getattr(param, "opts", [])
        if getattr(param, "param_type_name", "") != "option":
            return
        for name in names:
            if getattr(param, "is_flag", False):
                if name.startswith("--"):
                    yield (*self.path, f"{name}=ja")
                continue
            if not str(getattr(param, "metavar", None) or "").startswith("["):
                yield (*self.path, name)
            kind = getattr(param, "type", None)
            if hasattr(kind, "choices") or getattr(kind, "name", "") in {"int", "int range", "float"}:
                yield (*self.path, name, "bestaatniet")


def _walk(group: object, path: tuple[str, ...]) -> Iterator[Command]:
    yield Command(path, group)
    if isinstance(group, typer.core.TyperGroup):
        context = typer.Context(group)
        for name in group.list_commands(context):
            below = group.get_command(context, name)
            assert below is not None, f"{name} is listed and is not there"
            yield from _walk(below, (*path, name))


def _commands(name: str | None) -> list[Command]:
    """The commands at and below *name*; for None the program itself."""
    program = build()
    if name is None:
        return [Command((), program)]
    command = program.get_command(typer.Context(program), name)
    assert command is not None
    return list(_walk(command, (name,)))


def _leaks(text: str) -> list[str]:
    """Return the English words in *text* that are no official name."""
    without_options = _OPTION.sub(" ", text)
    strange = [option for option in _OPTION.findall(text) if option not in _OPTIONS and _is_english(option)]
    words = [found[0] for found in _ENGLISH_WORD.finditer(without_options)]
    return strange + [word for word in words if word not in _NAMES]


def _is_english(option: str) -> bool:
    return any(_ENGLISH_WORD.fullmatch(part) for part in option.strip("-").split("-"))


EVERYWHERE = [None, *(listed.name for listed in COMMANDS)]


@pytest.mark.parametrize("name", EVERYWHERE)
def test_no_help_page_leaks_english(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    for command in _commands(name):
        assert run([*command.path, "--help"]) == 0
        page = capsys.readouterr().out
        assert page.startswith("Gebruik: agressielog")
        assert _leaks(page) == [], command.path


@pytest.mark.parametrize("name", EVERYWHERE)
def test_everything_on_a_help_page_is_explained(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    for command in _commands(name):
        run([*command.path, "--help"])
        lines = capsys.readouterr().out.splitlines()
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith("  -"):
                assert re.match(r"  \S+(, \S+)*( \S+)?  +\S", line) or following.startswith("    "), line


@pytest.mark.parametrize("name", EVERYWHERE)
def test_no_usage_error_leaks_english(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    for command in _commands(name):
        for words in command.wrong_uses():
            if "--json=ja" in words:  # that is answered in JSON, as below
                continue
            status = run(words)
            out, err = capsys.readouterr()
            assert (status, out, len(err.splitlines())) == (2, "", 3), words
            assert _leaks(err) == [], words


@pytest.mark.parametrize("name", EVERYWHERE)
def test_every_usage_error_can_be_had_as_json(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    for command in _commands(name):
        for words in command.wrong_uses():
            status = run(words if "--json=ja" in words else [*words, "--json"])
            out, err = capsys.readouterr()
            assert (status, err) == (2, ""), words
            assert json.loads(out)["schema"] == "agressielog.fout/1", words


@pytest.mark.parametrize("name", [listed.name for listed in COMMANDS])
def test_the_line_in_the_overview_is_how_the_help_page_begins(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = [listed.help for listed in COMMANDS if listed.name == name]
    run([name, "--help"])
    first = re.sub(r"\s+", " ", capsys.readouterr().out.split("\n\n")[1]).strip()
    assert first.startswith(line.rstrip("."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Usage: agressielog lookup",
        "Error: Missing argument 'NUMMER'.",
        "Invalid value for '--limit'",
        "[default: 20]",
        "[required]",
        "Show this message and exit.",
        "No such option: --x",
        "Aborted!",
    ],
)
def test_the_hunter_catches_what_typer_says_itself(sentence: str) -> None:
    assert _leaks(sentence) != []


@pytest.mark.parametrize(
    "sentence", ["Zie agressielog show --help.", "agressielog beller list", "Typ --soort."]
)
def test_the_hunter_lets_official_names_be(sentence: str) -> None:
    assert _leaks(sentence) == []
