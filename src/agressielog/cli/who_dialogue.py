"""Asks whose call it was, where the number or the name leaves that open (design 4.1)."""

from collections.abc import Sequence

from agressielog.cli.asking import ask, ask_choice, say
from agressielog.domain.caller import Caller
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.matching import Choice, Chosen, Doubtful, Known, NobodyKnown, Outcome, SomebodyNew
from agressielog.domain.vocabulary import Certainty
from agressielog.presentation.labels import show_caller
from agressielog.presentation.mistakes.doubts import show_doubt


def offered(outcome: Outcome) -> Sequence[Caller]:
    """Return everybody whom `settle` shows."""
    match outcome:
        case Known(caller):
            return (caller,)
        case Doubtful(_, choices):
            return choices
        case _:
            return ()


def settle(outcome: Outcome) -> Choice | None:
    """Ask who it was; None where there is nothing to ask."""
    match outcome:
        case Known(caller):
            return _same_person(caller)
        case Doubtful(reason, choices):
            say(show_doubt(reason))
            return _which_of(choices)
        case _:
            return None


def _same_person(caller: Caller) -> Choice:
    def read(typed: str) -> Choice:
        match typed.casefold().strip():
            case "j" | "ja":
                return Chosen(caller, Certainty.CERTAIN, considered=True)
            case "n" | "nee":
                return SomebodyNew(considered=True)
            case "w" | "weet niet" | "?":
                return Chosen(caller, Certainty.PRESUMED, considered=True)
            case _:
                raise UnreadableValue("antwoord", typed, ("ja", "nee", "weet niet"))

    return ask(f"Dezelfde persoon als {show_caller(caller)}? (ja / nee / weet niet)", read)


def _which_of(choices: tuple[Caller, ...]) -> Choice:
    offered = [
        *(_told_apart(caller) for caller in choices),
        "iemand anders (nieuw)",
        "weet niet (van niemand)",
    ]
    chosen = ask_choice("Wie was het?", offered)
    if chosen < len(choices):
        return _same_person(choices[chosen])
    return SomebodyNew(considered=True) if chosen == len(choices) else NobodyKnown()


def _told_apart(caller: Caller) -> str:
    """Return a caller with what tells namesakes apart: a customer number, the numbers masked."""
    known = [f"klantnummer {caller.customer_number}"] if caller.customer_number else []
    known += [link.number.masked for link in caller.numbers]
    return ", ".join([show_caller(caller), *known])
