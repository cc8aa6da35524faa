"""What can be wrong with a command line: the facts, as `cli.dutch` finds them, and their wording.

The facts stand beside the words because they are about the command line alone: nothing further inwards
knows of options and commands. `path` is the command as typed from the start: `agressielog beller list`.
"""

import re
from shlex import quote

from agressielog.domain.errors import WrongUse
from agressielog.presentation.mistakes.three_lines import Mistake, either, nearest, quoted

# Typed by whoever wants an incident gone.
_DELETING = frozenset({"verwijder", "verwijderen", "wis", "wissen", "delete", "remove"})


class UnknownCommand(WrongUse):
    """There is no such command; `alike` are the names most like it, best first."""

    path: str
    typed: str
    alike: tuple[str, ...]


class MissingCommand(WrongUse):
    """The group was named without one of its commands."""

    path: str
    commands: tuple[str, ...]


class UnknownOption(WrongUse):
    """The command has no such option."""

    path: str
    option: str
    alike: tuple[str, ...]


class OptionBeforeCommand(WrongUse):
    """An option that is not one of the program's own stands before the command."""

    path: str
    option: str
    known: tuple[str, ...]


class OptionAfterCommand(WrongUse):
    """One of the program's own options stands after the command; `metavar` is None for a flag."""

    program: str
    command: str
    option: str
    metavar: str | None


class MissingValue(WrongUse):
    """An option stands without its value; `metavar` is what the help calls the value."""

    option: str
    metavar: str


class ValueNotTaken(WrongUse):
    """A flag was given a value."""

    option: str


class MissingParameter(WrongUse):
    """An argument or option that the command cannot do without."""

    path: str
    name: str
    choices: tuple[str, ...]


class ExtraWords(WrongUse):
    """More words than the command takes."""

    path: str
    words: tuple[str, ...]


class VerbNotNeeded(WrongUse):
    """A word that other commands begin with; `rest` is what stands behind it, `options` go with it."""

    path: str
    verb: str
    rest: str
    options: str


class NotANumber(WrongUse):
    """No number, or one out of bounds; `low` and `high` inclusive, None where there is no bound."""

    name: str
    raw: str
    low: float | None
    high: float | None


class UnclearUsage(WrongUse):
    """Wrong in a way that we have no facts about."""

    path: str


def unknown_command(error: UnknownCommand) -> Mistake:
    """Word a command that does not exist."""
    why, now = "Zo'n opdracht is er niet.", f"Zie {error.path} --help voor alle opdrachten."
    if error.typed.casefold() in _DELETING and " " not in error.path:
        why = "Een incident verdwijnt niet; wat niet klopt, wordt ingetrokken en telt dan nergens mee."
        now = f"Typ {error.path} edit N --status ingetrokken, met het nummer van het incident."
    elif error.alike:
        why = f"Het lijkt op {either(error.alike)}."
        now = f"Typ {error.path} {error.alike[0]}, of zie {error.path} --help."
    elif error.typed[:1] in "+(0123456789":
        why = "Dit is de plek van een opdracht; een nummer komt erachter."
        now = f"Typ {error.path} lookup {error.typed} om het op te zoeken."
    return Mistake("onbekende_opdracht", f"{quoted(error.typed)} is geen opdracht.", why, now)


def missing_command(error: MissingCommand) -> Mistake:
    """Word a group without a command."""
    return Mistake(
        "opdracht_ontbreekt",
        f"Achter {error.path} ontbreekt een opdracht.",
        f"Er kan staan: {either(error.commands)}.",
        f"Typ bijvoorbeeld {error.path} {error.commands[0]}, of zie {error.path} --help.",
    )


def unknown_option(error: UnknownOption) -> Mistake:
    """Word an option that does not exist."""
    why, now = "Zo'n optie is er niet.", f"Zie {error.path} --help voor alle opties."
    if error.alike:
        why = f"Het lijkt op {either(error.alike)}."
        now = f"Typ {error.alike[0]}, of zie {error.path} --help."
    return Mistake("onbekende_optie", f"{quoted(error.option)} is geen optie van {error.path}.", why, now)


def option_before_command(error: OptionBeforeCommand) -> Mistake:
    """Word an option in front of the command that is not one of the program's own."""
    alike = nearest(error.option, error.known)
    return Mistake(
        "optie_voor_opdracht",
        f"{quoted(error.option)} kan niet vóór de opdracht staan.",
        f"Daar kan alleen {either(error.known)}.",
        f"Typ {alike[0]}, of zie {error.path} --help."
        if alike
        else f"Zet de optie achter de opdracht: {error.path} OPDRACHT {error.option}",
    )


def option_after_command(error: OptionAfterCommand) -> Mistake:
    """Word one of the program's own options behind the command."""
    return Mistake(
        "optie_achter_opdracht",
        f"{error.option} staat achter de opdracht.",
        f"{error.option} geldt voor het hele programma en hoort vóór de opdracht.",
        f"Typ {error.program} {error.option}."
        if error.metavar is None
        else f"Typ {error.program} {error.option} {error.metavar} {error.command} ...",
    )


def missing_value(error: MissingValue) -> Mistake:
    """Word an option without its value."""
    return Mistake(
        "waarde_ontbreekt",
        f"Achter {error.option} ontbreekt de waarde.",
        "Er staat niets achter, of meteen een volgende optie.",
        f"Typ {error.option} {error.metavar} (of {error.option}={error.metavar} als de waarde met -- begint).",
    )


def value_not_taken(error: ValueNotTaken) -> Mistake:
    """Word a flag with a value."""
    return Mistake(
        "waarde_teveel",
        f"Achter {error.option} kan geen waarde staan.",
        "Deze optie staat aan zodra je haar noemt.",
        f"Typ alleen {error.option}.",
    )


def missing_parameter(error: MissingParameter) -> Mistake:
    """Word something that a command cannot do without."""
    return Mistake(
        "verplicht_ontbreekt",
        f"{error.name} ontbreekt.",
        f"{error.path} kan niet zonder.",
        f"Kies voor {error.name} uit {either(error.choices)}."
        if error.choices
        else f"Vul {error.name} in; zie {error.path} --help.",
    )


def extra_words(error: ExtraWords) -> Mistake:
    """Word more words than the command takes; a period without its option is the usual one."""
    typed = " ".join(error.words)
    is_period = error.path.split()[-1] == "report"
    return Mistake(
        "woorden_teveel",
        f"{error.path} kan niets met {quoted(typed)}.",
        "Voor een periode staat of het een week, maand, kwartaal of jaar is."
        if is_period
        else "Er staan meer woorden dan de opdracht verwacht.",
        f"Typ bijvoorbeeld {error.path} {_period_option(typed)} {quote(typed)}"
        if is_period
        else f"Zet een tekst met spaties tussen aanhalingstekens, of zie {error.path} --help.",
    )


def verb_not_needed(error: VerbNotNeeded) -> Mistake:
    """Word a word too many in front of what it is about."""
    return Mistake(
        "woord_teveel",
        f"{quoted(error.verb)} hoort niet achter {error.path}.",
        "Wie iets nieuws vastlegt, begint meteen met de beller.",
        f"Typ {error.path} {error.rest or 'BELLER'} {error.options}",
    )


def _period_option(typed: str) -> str:
    """Return the option that a period seems to be meant for: `2026`, `2026-W45`, `2026-K3`, else a month."""
    for option, spelling in (("--jaar", r"\d{4}"), ("--week", r".*[Ww]\d+"), ("--kwartaal", r".*[Kk][1-4]")):
        if re.fullmatch(spelling, typed.strip()):
            return option
    return "--maand"


def not_a_number(error: NotANumber) -> Mistake:
    """Word a value that is no number, or one out of bounds."""
    limits = bounds(error.low, error.high)
    example = next((limit for limit in (error.high, error.low) if limit is not None), 10)
    return Mistake(
        "geen_getal",
        f"{quoted(error.raw)} past niet bij {error.name}.",
        f"Daar hoort een getal, {limits}." if limits else "Daar hoort een getal, in cijfers.",
        f"Typ bijvoorbeeld {error.name} {example:g}.",
    )


def unclear_usage(error: UnclearUsage) -> Mistake:
    """Word what we know no more about."""
    return Mistake(
        "verkeerd_gebruik",
        "Deze opdracht is niet te begrijpen.",
        "Een optie of een waarde staat er anders dan kan.",
        f"Zie {error.path} --help voor hoe het moet.",
    )


def bounds(low: float | None, high: float | None) -> str:
    """Return inclusive bounds in words, empty without any.

    >>> bounds(1, 500)
    'van 1 tot en met 500'
    """
    if low is not None and high is not None:
        return f"van {low:g} tot en met {high:g}"
    if low is not None:
        return f"minstens {low:g}"
    return f"hoogstens {high:g}" if high is not None else ""
