"""Typer in Dutch: lazy commands, help pages and usage errors; nothing else touches Typer's inner workings.

By hand because the sentences of Typer, and of the Click inside it, are fixed English. Its errors are told
apart by class and attributes, never by their text, and become the facts of `presentation.mistakes.usage`,
which is imported only then: a command line without a fault needs none of its classes.
The version of Typer is pinned for this module.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import (
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer._click.parser import _Option, _OptionParser, _ParsingState
from typer._click.types import _NumberParamTypeBase
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info, get_group
from typer.models import CommandInfo, TyperPath

from agressielog.cli.dutch_parameters import (
    bounds_of,
    choices_of,
    explained,
    in_usage,
    may_stand_alone,
    metavar_of,
    name_of,
    option_name,
)
from agressielog.cli.dutch_verbs import HELP, in_english
from agressielog.domain.errors import AgressielogError, UnreadableValue
from agressielog.domain.value import value
from agressielog.presentation.fallback import carried
from agressielog.presentation.help_page import first_paragraph, paragraphs, section, usage_line

#: What the parser found, kept for the error: Typer's own holds no more than an English sentence.
_TYPED = "agressielog.typed"
# A dash and a digit begin a piece of a telephone number (`06 -12345678`), never an option of ours.
_PIECE_OF_NUMBER = re.compile(r"-+[\d(+]")


@value
class Listed:
    """A command as the overview shows it, known without importing its module."""

    name: str
    module: str
    help: str
    aliases: tuple[str, ...] = ()


class _Parser(_OptionParser):
    """Click's parser, with values that may be left out, numbers that begin with a dash, and a memory."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._memory = ctx.meta
        self._attached = False

    def parse_args(self, args: list[str]) -> tuple[dict[str, Any], list[str], list[Parameter]]:
        typed, rest, order = super().parse_args(args)
        self._memory[_TYPED] = typed
        return typed, rest, order

    def _process_opts(self, arg: str, state: _ParsingState) -> None:
        if self._args and _PIECE_OF_NUMBER.match(arg):
            state.largs.append(arg)
        else:
            super()._process_opts(arg, state)

    def _match_long_opt(self, opt: str, explicit_value: str | None, state: _ParsingState) -> None:
        self._attached = explicit_value is not None
        if self._attached and opt in self._long_opt and not self._long_opt[opt].takes_value:
            from agressielog.presentation.mistakes import usage

            raise usage.ValueNotTaken(opt)
        super()._match_long_opt(opt, explicit_value, state)

    def _get_value_from_state(
        self, option_name: str, option: _Option, state: _ParsingState
    ) -> str | Sequence[str]:
        following = state.rargs[0] if state.rargs else "--"
        if not self._attached and (following.startswith("--") or following in self._short_opt):
            # Click would take the next option for the value: `--naam --json` made a caller "--json".
            if may_stand_alone(option.obj):
                return ""
            from agressielog.presentation.mistakes import usage

            raise usage.MissingValue(option_name, metavar_of(option.obj))
        return super()._get_value_from_state(option_name, option, state)


class _Dutch(Command):
    """What commands and groups have in common."""

    def make_parser(self, ctx: Context) -> _OptionParser:
        """Return the parser, knowing the options and arguments."""
        parser = _Parser(ctx)
        for parameter in self.get_params(ctx):
            parameter.add_to_parser(parser, ctx)
        return parser

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return `-h/--help`, with Dutch help of its own."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze hulp en stop."
        return option

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page, in characters that the terminal has."""
        page = "\n".join(_page(self, ctx, formatter.width))
        formatter.write(carried(page, sys.stdout.encoding or "utf-8"))


class DutchCommand(_Dutch, TyperCommand):
    """A command whose help and errors are Dutch."""

    allow_extra_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the command line; words that are left over are named, not counted."""
        extra = super().parse_args(ctx, args)
        if extra:
            from agressielog.presentation.mistakes import usage

            raise usage.ExtraWords(ctx.command_path, tuple(extra))
        return extra


class DutchGroup(_Dutch, TyperGroup):
    """A command with commands of its own, whose help and errors are Dutch."""

    def overview(self) -> list[Listed]:
        """Return the commands to show, in their order."""
        return [
            Listed(name, "", first_paragraph(command.help))
            for name, command in self.commands.items()
            if not command.hidden
        ]

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find the command that was typed; an alias answers to the official name."""
        word, *rest = args
        command = self.get_command(ctx, word) or self.get_command(ctx, in_english(word))
        if command is None and word in HELP:
            if not rest:
                typer.echo(ctx.get_help())
                raise typer.Exit
            return self.resolve_command(ctx, [*rest, "--help"])
        if command is None:
            from agressielog.presentation.mistakes import usage
            from agressielog.presentation.mistakes.three_lines import nearest

            names = [name for listed in self.overview() for name in (listed.name, *listed.aliases)]
            raise usage.UnknownCommand(ctx.command_path, word, nearest(word, names))
        return command.name, command, rest


class LazyGroup(DutchGroup):
    """The program: a group that imports a command's module only when that command was typed."""

    listed: tuple[Listed, ...] = ()

    def overview(self) -> list[Listed]:
        """Return the table of commands."""
        return list(self.listed)

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the official names."""
        return [listed.name for listed in self.listed]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - Click's signature
        """Import the command of this name or alias."""
        for listed in self.listed:
            if cmd_name == listed.name or cmd_name in listed.aliases:
                return _load(listed)
        return None


def program(app: typer.Typer, listed: Sequence[Listed]) -> LazyGroup:
    """Return the program: the options of *app*'s callback and the commands in *listed*."""
    app.info.cls = LazyGroup
    app.info.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 102}
    group = get_group(app)
    if not isinstance(group, LazyGroup):
        raise TypeError(group)
    group.listed = tuple(listed)
    return group


def obey(group: LazyGroup, name: str, arguments: Sequence[str], obj: object) -> int:
    """Read *arguments* and carry them out; return the exit status the command asked for.

    *obj* is what the context of the command begins with. Not by `Command.main`: that turns a closed pipe into status 1 and expands `*` on Windows.

    Raises:
        AgressielogError: also for everything that Typer finds wrong with the command line.
        typer.Abort: a prompt was broken off.
    """
    try:
        with group.make_context(name, list(arguments), obj=obj) as context:
            group.invoke(context)
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.TyperException as error:
        raise _as_ours(error, name) from error
    return 0


def _load(listed: Listed) -> Command:
    module = import_module(listed.module)
    app = getattr(module, "app", None)
    if app is None:
        info = CommandInfo(listed.name, cls=DutchCommand, callback=module.command)
        return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
    _make_dutch(app)
    app.info.name = listed.name
    return get_group(app)


def _make_dutch(app: typer.Typer) -> None:
    app.info.cls = DutchGroup
    for command in app.registered_commands:
        command.cls = DutchCommand
    for group in app.registered_groups:
        group.cls = DutchGroup
        if group.typer_instance is not None:
            _make_dutch(group.typer_instance)


# Usage errors ---------------------------------------------------------------------------------------


def _as_ours(error: typer.TyperException, program_name: str) -> AgressielogError:
    from agressielog.presentation.mistakes import usage

    ctx = error.ctx if isinstance(error, UsageError) else None
    if ctx is None:
        return usage.UnclearUsage(program_name)
    match error:
        case NoSuchOption():
            return _unknown_option(ctx, error.option_name)
        case MissingParameter(param=Parameter() as parameter):
            return usage.MissingParameter(ctx.command_path, name_of(parameter), choices_of(parameter.type))
        case BadParameter(param=Parameter() as parameter):
            return _bad_value(ctx, parameter)
        case UsageError() if isinstance(ctx.command, DutchGroup):
            return usage.MissingCommand(ctx.command_path, tuple(c.name for c in ctx.command.overview()))
        case _:
            return usage.UnclearUsage(ctx.command_path)


def _unknown_option(ctx: Context, option: str) -> AgressielogError:
    from agressielog.presentation.mistakes import usage
    from agressielog.presentation.mistakes.three_lines import nearest

    path, names = ctx.command_path, _option_names(ctx)
    if ctx.parent is None:
        return usage.OptionBeforeCommand(path, option, tuple(names))
    root = ctx.find_root()
    for parameter in root.command.params:
        if option in parameter.opts and isinstance(parameter, TyperOption):
            program_name = root.command_path
            command = path.removeprefix(program_name).strip()
            metavar = None if parameter.is_flag else metavar_of(parameter)
            return usage.OptionAfterCommand(program_name, command, option, metavar)
    return usage.UnknownOption(path, option, nearest(option, names))


def _bad_value(ctx: Context, parameter: Parameter) -> AgressielogError:
    from agressielog.presentation.mistakes import usage
    from agressielog.presentation.mistakes.system import path_refusal

    name, raw = name_of(parameter), _refused(ctx, parameter)
    match parameter.type:
        case _NumberParamTypeBase():
            return usage.NotANumber(name, raw, *bounds_of(parameter.type))
        case TyperPath():
            return path_refusal(Path(raw))
        case _:
            return UnreadableValue(name, raw, choices_of(parameter.type))


def _refused(ctx: Context, parameter: Parameter) -> str:
    """Return the value, of the several that may have been typed, that its type does not take."""
    typed = ctx.meta.get(_TYPED, {}).get(parameter.name)
    if typed is None:
        typed = parameter.resolve_envvar_value(ctx) or ""
    each = [typed] if isinstance(typed, str) else [str(one) for one in typed]
    for one in each:
        try:
            parameter.type.convert(one, parameter, ctx)
        except BadParameter:
            return one
    return " ".join(each)


def _option_names(ctx: Context) -> list[str]:
    options = [p for p in ctx.command.get_params(ctx) if isinstance(p, TyperOption) and not p.hidden]
    return [name for option in options for name in (*option.opts, *option.secondary_opts) if name[:2] == "--"]


# Help pages -----------------------------------------------------------------------------------------


def _page(command: Command, ctx: Context, width: int) -> Iterator[str]:
    shown = [
        p for p in command.get_params(ctx) if isinstance(p, TyperArgument | TyperOption) and not p.hidden
    ]
    arguments = [p for p in shown if isinstance(p, TyperArgument)]
    options = [p for p in shown if isinstance(p, TyperOption)]
    pieces = ["[OPTIES]", *(in_usage(argument) for argument in arguments)]
    if isinstance(command, DutchGroup):
        pieces.append("[OPDRACHT ...]" if command.invoke_without_command else "OPDRACHT ...")
    yield usage_line(ctx.command_path, pieces, width)
    yield from paragraphs(command.help, width, indent="  ")
    yield from section(
        "Argumenten", [(metavar_of(p).strip("[]"), explained(p, ctx)) for p in arguments], width
    )
    yield from section("Opties", [(option_name(p), explained(p, ctx)) for p in options], width)
    if isinstance(command, DutchGroup):
        yield from section("Opdrachten", [(listed.name, listed.help) for listed in command.overview()], width)
    yield from paragraphs(command.epilog, width)
