"""Short Dutch names for things, the same on every screen."""

from agressielog.domain.caller import Caller
from agressielog.domain.identity import caller_code, promise_code
from agressielog.domain.incident import IncidentFacts, Promise
from agressielog.domain.phone import NumberSort, PhoneNumber, Withheld
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.vocabulary import PoliceReport
from agressielog.presentation.moments import show_day

#: Stands above whatever is shown of the fictitious logbook of `demo`.
DEMO_NOTICE = "VOORBEELDLOGBOEK: alle mensen en nummers zijn verzonnen."


def show_caller(caller: Caller) -> str:
    """Return how a caller is named: `B12 (J. Jansen)`, or `B12 (naam onbekend)`."""
    return f"{caller_code(caller.id)} ({caller.name or 'naam onbekend'})"


def show_number(number: PhoneNumber | Withheld | None) -> str:
    """Return a number as a colleague reads it, with what is special about it."""
    match number:
        case Withheld():
            return "anoniem"
        case PhoneNumber(sort=NumberSort.ORDINARY):
            return number.national
        case PhoneNumber():
            return f"{number.national} ({number.sort.value})"
        case None:
            return "geen nummer"


def show_kinds(kinds: tuple[KindCode, ...], policy: Policy) -> str:
    """Return the labels of kinds, the main one first: `Schelden, bedreiging`."""
    first, *further = (policy.label_of(kind) for kind in kinds)
    return ", ".join([first, *(_lower(label) for label in further)])


def show_promise(promise: Promise) -> str:
    """Return `T7 terugbellen (voor vr 3 april 2026)`."""
    due = f" (voor {show_day(promise.due)})" if promise.due else ""
    kept = ", nagekomen" if promise.done_at else ""
    return f"{promise_code(promise.id)} {promise.what}{due}{kept}"


#: What a policy says about a report to the police.
POLICE_ADVICE = {
    PoliceReport.YES: "doe aangifte",
    PoliceReport.CONSIDER: "overweeg aangifte",
    PoliceReport.NO: "niet nodig",
}


def show_limits(facts: IncidentFacts, *, nothing: str = "geen") -> str:
    """Return what was done in the call, `gewaarschuwd, gesprek beëindigd`; or the word for *nothing*."""
    done = [
        text
        for holds, text in (
            (facts.warned, "gewaarschuwd"),
            (facts.ended, "gesprek beëindigd"),
            (facts.handed_over, "overgedragen aan een collega"),
            (facts.police, "politie gebeld"),
        )
        if holds
    ]
    return ", ".join(done) or nothing


def counted(number: int, one: str, many: str) -> str:
    """Return `1 incident`, `2 incidenten`."""
    return f"{number} {one if number == 1 else many}"


def incidents(number: int) -> str:
    """Return `geen incidenten`, `1 incident`, `2 incidenten`."""
    return counted(number, "incident", "incidenten") if number else "geen incidenten"


def clipped(text: str, width: int) -> str:
    """Return *text*, cut off with `…` where it is longer than *width* characters."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
