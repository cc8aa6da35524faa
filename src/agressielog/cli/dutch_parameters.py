"""How the parameters of a command are told to a user: their names, values and bounds, read from Typer's own.

A room of `cli.dutch`, whose docstring holds here too.
"""

from collections.abc import Iterator
from enum import Enum
from inspect import cleandoc, isfunction
from typing import Any

from typer._click.core import Context, Parameter
from typer._click.types import FloatRange, IntRange, ParamType, _NumberParamTypeBase
from typer._types import TyperChoice
from typer.core import TyperArgument, TyperOption
from typer.models import TyperPath

from agressielog.presentation.help_page import kept_together

# Choices up to this many characters are shown as the option's value, more of them in its help.
_SHORT_CHOICES = 24


def option_name(option: TyperOption) -> str:
    """Return an option with its short name and the value it takes: `-w, --wat TEKST`."""
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {metavar_of(option)}"


def explained(parameter: TyperArgument | TyperOption, ctx: Context) -> str:
    """Return the help of a parameter, with what may be typed behind it in brackets."""
    facts = [f"[{fact}]" for fact in _facts(parameter, ctx)]
    return " ".join([cleandoc(parameter.help or ""), *map(kept_together, facts)]).strip()


def _facts(parameter: TyperArgument | TyperOption, ctx: Context) -> Iterator[str]:
    choices = choices_of(parameter.type)
    if choices and parameter.metavar is None and len("|".join(choices)) > _SHORT_CHOICES:
        yield "keuze: " + ", ".join(choices)
    if parameter.multiple:
        yield "mag vaker"
    low, high = bounds_of(parameter.type)
    if low is not None or high is not None:
        from agressielog.presentation.mistakes import usage

        yield usage.bounds(low, high)
    if parameter.show_default:
        shown = parameter.show_default
        default = shown if isinstance(shown, str) else _default(parameter.get_default(ctx, call=False))
        if default:
            yield f"standaard: {default}"
    if parameter.required:
        yield "verplicht"
    if parameter.show_envvar and parameter.envvar:
        names = [parameter.envvar] if isinstance(parameter.envvar, str) else parameter.envvar
        yield "omgeving: " + ", ".join(names)


def _default(value: Any) -> str:  # noqa: ANN401 - whatever a command gives as its default
    if value is None or isinstance(value, bool) or isfunction(value):
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_default(one) for one in value)
    return str(value.value if isinstance(value, Enum) else value)


def name_of(parameter: Parameter) -> str:
    """Return how a user knows it: the long option, or the argument's name in the usage line."""
    return (
        metavar_of(parameter).rstrip(".")
        if isinstance(parameter, TyperArgument)
        else max(parameter.opts, key=len)
    )


def in_usage(argument: TyperArgument) -> str:
    """Return an argument as the usage line shows it; one that may be left out in brackets."""
    metavar = metavar_of(argument)
    return metavar if argument.required or metavar.startswith("[") else f"[{metavar}]"


def may_stand_alone(parameter: Parameter) -> bool:
    """Tell whether an option may be given without its value."""
    return parameter.metavar is not None and parameter.metavar.startswith("[")


def metavar_of(parameter: Parameter) -> str:
    """Return what the help calls the value."""
    if parameter.metavar is not None:
        return parameter.metavar
    if isinstance(parameter, TyperArgument):
        return (parameter.name or "").upper() + ("..." if parameter.nargs != 1 else "")
    match parameter.type:
        case TyperChoice():
            choices = "|".join(choices_of(parameter.type))
            return choices if len(choices) <= _SHORT_CHOICES else "KEUZE"
        case _NumberParamTypeBase():
            return "GETAL"
        case TyperPath():
            return "PAD"
        case _:
            return "TEKST"


def choices_of(kind: ParamType) -> tuple[str, ...]:
    """Return the words that a type takes; empty where it takes any."""
    if not isinstance(kind, TyperChoice):
        return ()
    return tuple(str(choice.value if isinstance(choice, Enum) else choice) for choice in kind.choices)


def bounds_of(kind: ParamType) -> tuple[float | None, float | None]:
    """Return the lowest and the highest number that a type takes; None where there is no end."""
    return (kind.min, kind.max) if isinstance(kind, IntRange | FloatRange) else (None, None)
