"""The conversation after a bad call: at most six answers, each with a step back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from agressielog.application.record import foresee
from agressielog.bootstrap import App
from agressielog.cli.add_options import read_name
from agressielog.cli.asking import BACK, AskAgain, StepBack, ask, ask_yes_no, say
from agressielog.cli.questionnaire import EMPTY
from agressielog.cli.telling import Telling
from agressielog.cli.who_dialogue import offered, settle
from agressielog.domain.criticism import may_be_criticism
from agressielog.domain.errors import UnknownKind, UnreadableValue, WrongUse
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import Chosen, Doubtful, New, Nobody, Outcome, SomebodyNew, match
from agressielog.domain.phone import PhoneNumber, parse_number
from agressielog.domain.placeholder import says_none
from agressielog.domain.policy import CRITICISM, KindCode, Policy
from agressielog.domain.promise_text import parse_promise, refuse_past
from agressielog.domain.text import keep_text, optional_line
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Severity
from agressielog.presentation.labels import clipped, show_kinds, show_number
from agressielog.presentation.moments import show_day
from agressielog.presentation.visible import visible

T = TypeVar("T")

_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]|‘([^‘’]+)’")
# Of an earlier answer; long enough to recognise it.
_SHOWN = 60
_LIMITS = ("nee", "gewaarschuwd", "beëindigd", "overgedragen")


@dataclass(slots=True)
class _Place:
    """A numbered place in the conversation; after a step back Enter there means what was answered before."""

    number: int
    earlier: str | None = None

    def ask(
        self,
        question: str,
        read: Callable[[str], T],
        *,
        hint: str = "",
        nothing: str | None = None,
        explains: bool = False,
    ) -> T:
        """Ask the question of this place; a dash takes an earlier answer back, or is no answer where there need be none.

        Args:
            question: Dutch.
            read: as for `asking.ask`.
            hint: how to answer.
            nothing: what no answer means; None where there must be one.
            explains: as for `asking.ask`.
        """

        def kept(typed: str) -> T:
            emptied = typed == EMPTY and (self.earlier is not None or nothing is not None)
            answer = "" if emptied else typed
            value = read(answer)
            self.earlier = answer or None
            return value

        empty = "Enter" if self.earlier is None else EMPTY
        hints = [part for part in (hint, f"{empty} = {nothing}" if nothing else "") if part]
        shown = f"{self.number}. {question}" + (f" ({'; '.join(hints)})" if hints else "")
        if self.earlier is not None:
            shown = f"{shown} [{clipped(visible(self.earlier), _SHOWN)}]"
        return ask(shown, kept, default=self.earlier or "", explains=explains)


@value
class _Step:
    """One question: whether it still has to be asked, and how, at its place in the conversation."""

    open: Callable[[App, Telling], bool]
    ask: Callable[[App, Telling, _Place], Telling]


def ask_missing(app: App, telling: Telling) -> Telling:
    """Ask what was not told yet; typing `<` goes back to the question before, where Enter keeps its answer.

    What stood in an option is not asked. Whose call it was is only asked for a number or name that
    leaves it open.
    """
    if telling.call.kinds and telling.call.account:
        telling = _think_again(app, telling)
    steps = [step for step in _STEPS if step.open(app, telling)]
    if steps:
        say(f"Een stap terug met {BACK}, stoppen met Ctrl-C.")
    told = [telling]
    places = [_Place(number) for number in range(1, len(steps) + 1)]
    while len(told) <= len(steps):
        now = len(told) - 1
        try:
            told.append(steps[now].ask(app, told[-1], places[now]))
        except StepBack:
            if len(told) > 1:
                told.pop()
    return told[-1]


def _ask_kinds(app: App, telling: Telling, place: _Place) -> Telling:
    for number, kind in enumerate(app.policy.kinds, start=1):
        say(f"  {number:>2}  {kind.label:<27}  {kind.severity.value}")
    kinds = place.ask(
        "Soort (nummer of naam, meer mag, de belangrijkste eerst; ? voor uitleg)",
        lambda typed: parse_kinds(typed, app.policy),
        explains=True,
    )
    say(f"  → {show_kinds(kinds, app.policy)}")
    return _think_again(app, telling.with_kinds(kinds))


def parse_kinds(typed: str, policy: Policy) -> tuple[KindCode, ...]:
    """Read kinds as numbers from the list, codes or labels, each once.

    Raises:
        UnknownKind.
        AskAgain: `?` was typed, and the kinds were explained.
    """
    if typed == "?":
        for place, kind in enumerate(policy.kinds, start=1):
            say(f"  {place:>2}  {kind.label}: {kind.description}", hanging=6)
        raise AskAgain
    words = re.split(r"[,;]|\s+en\s+", typed) if re.search(r"[,;]|\s+en\s+", typed) else _words(typed)
    found = [_kind(word.strip(), policy) for word in words if word.strip()]
    if not found:
        raise UnknownKind(typed, (), ())
    return tuple(dict.fromkeys(found))


def _words(typed: str) -> list[str]:
    """`7 12` are two kinds, `seksuele intimidatie` is one."""
    parts = typed.split()
    return parts if all(part.isdecimal() for part in parts) else [typed]


def _kind(word: str, policy: Policy) -> KindCode:
    if word.isdecimal() and 1 <= int(word) <= len(policy.kinds):
        return policy.kinds[int(word) - 1].code
    return policy.kind_begun(word).code


def _ask_account(app: App, telling: Telling, place: _Place) -> Telling:
    severe = app.policy.severity_of(telling.call.kinds) is Severity.SEVERE
    question = (
        "Wat zei de beller? Zo letterlijk mogelijk, dit wordt het citaat"
        if severe
        else "Wat gebeurde er? Zet letterlijke woorden tussen aanhalingstekens"
    )
    account = place.ask(question, lambda typed: keep_text("--wat", typed))
    told = telling.with_account(account, quoted_words(account) or (account if severe else None))
    return _think_again(app, told)


def _think_again(app: App, telling: Telling) -> Telling:
    """Ask the ombudsman's question of a story that may be criticism; the colleague decides."""
    call, severity = telling.call, app.policy.severity_of(telling.call.kinds)
    known = any(kind.code == CRITICISM for kind in app.policy.kinds)
    if not known or not may_be_criticism(call.account, call.quote, severity):
        return telling
    say("Dit kan kritiek zijn; kritiek is geen agressie en telt nooit mee.")
    if ask_yes_no("Zou dit ook fout zijn als de kritiek klopte?"):
        return telling
    say(f"  → {show_kinds((CRITICISM,), app.policy)}")
    return telling.with_kinds((CRITICISM,))


def quoted_words(account: str) -> str | None:
    """Return what stands between quotation marks; None if nothing does."""
    found = [double or single for double, single in _QUOTED.findall(account)]
    return " … ".join(part.strip() for part in found) or None


def _ask_who(app: App, telling: Telling, place: _Place) -> Telling:
    asked = not telling.who
    if asked:
        telling = place.ask(
            "Nummer en naam van de beller",
            lambda typed: _number_and_name(app, telling, typed),
            hint="06…, J. Jansen",
            nothing="anoniem",
        )
        say(f"  → {show_number(telling.call.number)}, {telling.call.name or 'naam onbekend'}")
    outcome = _foresee(app, telling)
    if not asked and _name_is_open(telling) and isinstance(outcome, New | Nobody):
        who = "Nieuwe beller" if isinstance(outcome, New) else "Anoniem"
        name = place.ask(
            f"{who}. Naam, als je die weet",
            _name,
            nothing="onbekend",
        )
        telling = telling.with_name(name)
        outcome = _foresee(app, telling)
    if shown := offered(outcome):
        app.showing(caller.id for caller in shown)
    choice = settle(outcome)
    if isinstance(choice, SomebodyNew) and _name_is_open(telling):
        name = ask(f"{place.number}. Naam, als je die weet (Enter = onbekend)", _name)
        telling = telling.with_name(name)
    return telling.with_choice(choice)


def _name(typed: str) -> str | None:
    return read_name(typed) if typed.strip() else None


def _number_and_name(app: App, telling: Telling, typed: str) -> Telling:
    """Read `06…, J. Jansen`, a number, a name, or nothing for a withheld number."""
    first, _, second = typed.partition(",")
    name = _name(second)
    try:
        told = telling.with_number(parse_number(first, app.country), first.strip() or None)
    except WrongUse:
        if any(character.isdigit() for character in first):
            raise
        return telling.with_name(_name(typed))
    return told.with_name(name)


def _foresee(app: App, telling: Telling) -> Outcome:
    if not app.is_new:
        return foresee(app.store, telling.call, app.policy)
    return match(telling.call.claim, by_number=[], by_customer_number=[], by_name=[])


def _ask_limits(_app: App, telling: Telling, place: _Place) -> Telling:
    offered = "  ".join(f"{number} {limit}" for number, limit in enumerate(_LIMITS, start=1))
    chosen = place.ask(f"Grens gesteld? {offered} (meer mag)", _limits)
    say(f"  → {', '.join(limit for limit in _LIMITS if limit in chosen) or 'nee'}")
    return telling.with_limits(
        warned="gewaarschuwd" in chosen, ended="beëindigd" in chosen, handed_over="overgedragen" in chosen
    )


def _limits(typed: str) -> frozenset[str]:
    """Read `2 3`, `gewaarschuwd en beëindigd`, `nee` or nothing."""
    found = set()
    for word in re.split(r"[\s,;+]+", typed.casefold()):
        if word.isdecimal() and 1 <= int(word) <= len(_LIMITS):
            found.add(_LIMITS[int(word) - 1])
        elif word not in {"", "en"}:
            fitting = [
                limit for limit in _LIMITS if limit.replace("ë", "e").startswith(word.replace("ë", "e"))
            ]
            if len(fitting) != 1:
                raise UnreadableValue("grens", typed, _LIMITS)
            found.add(fitting[0])
    if len(found) > 1 and "nee" in found:
        raise UnreadableValue("grens", typed, _LIMITS)
    return frozenset(found - {"nee"})


def _ask_promises(app: App, telling: Telling, place: _Place) -> Telling:
    def read(typed: str) -> Telling:
        if says_none(typed):
            return telling.with_promises(())
        promise = parse_promise(typed, app.today)
        refuse_past(promise, local_day(telling.call.at))
        return telling.with_promises((promise,))

    told = place.ask("Iets toegezegd, en voor wanneer?", read, hint="terugbellen, vrijdag", nothing="nee")
    for promise in told.call.promises:
        say(f"  → {promise.what}" + (f", voor {show_day(promise.due)}" if promise.due else ", zonder datum"))
    return told


def _ask_helped(_app: App, telling: Telling, place: _Place) -> Telling:
    helped = place.ask(
        "Wat hielp?",
        lambda typed: None if says_none(typed) else optional_line("--hielp", typed),
        nothing="niets of onbekend",
    )
    return telling.with_helped(helped)


def _in_full(telling: Telling) -> bool:
    """Whether the whole conversation is held: not for a short report, nor where all was said in options."""
    return bool(telling.missing) and not telling.call.incomplete


def _who_is_open(app: App, telling: Telling) -> bool:
    """Whether something must be asked: nothing where the options leave no doubt and tell the name."""
    if telling.settled:
        return False
    if not telling.who:
        return True
    if isinstance(telling.call.choice, Chosen | SomebodyNew):
        return isinstance(_foresee(app, telling), Doubtful)
    leads_somewhere = isinstance(telling.call.number, PhoneNumber) or telling.call.name is not None
    if telling.call.choice is not None or not (leads_somewhere or _in_full(telling)):
        return False
    return _name_is_open(telling) or not isinstance(_foresee(app, telling), New | Nobody)


def _name_is_open(telling: Telling) -> bool:
    """Whether somebody new is asked for by name: a short report leaves that for later."""
    return telling.call.name is None and not telling.call.incomplete


_STEPS = (
    _Step(lambda _app, telling: not telling.call.kinds, _ask_kinds),
    _Step(lambda _app, telling: not telling.call.account and not telling.call.incomplete, _ask_account),
    _Step(_who_is_open, _ask_who),
    _Step(lambda _app, telling: not telling.limits and _in_full(telling), _ask_limits),
    _Step(lambda _app, telling: not telling.promises and _in_full(telling), _ask_promises),
    _Step(lambda _app, telling: not telling.helped and _in_full(telling), _ask_helped),
)
