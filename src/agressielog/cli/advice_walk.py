"""Walks through the open advice, one caller at a time: take over, no measure, or later; one reason each."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from agressielog.application.dossiers import Case
from agressielog.application.measures import decide, decide_none
from agressielog.application.proposing import Wanted
from agressielog.application.rights import rights_now
from agressielog.bootstrap import App
from agressielog.cli.asking import StepBack, ask, ask_choice, say
from agressielog.cli.measure_dialogue import ask_decider, converse
from agressielog.domain.errors import AgressielogError
from agressielog.domain.identity import caller_code
from agressielog.domain.text import keep_text
from agressielog.domain.value import value
from agressielog.presentation.advice_view import show_case
from agressielog.presentation.console import Output
from agressielog.presentation.measure_view import show_decided
from agressielog.presentation.mistakes.wording import word
from agressielog.presentation.rights_view import show_rights

_TAKE_OVER, _NONE, _LATER = "overnemen", "geen maatregel", "later"


@value
class _Walk:
    """What stays the same from one caller to the next."""

    app: App
    output: Output
    decider: str


def walk(app: App, output: Output, cases: Sequence[Case]) -> None:
    """Ask about each open case in turn; `<` goes back a question, never to a caller before."""
    if not cases:
        return
    output.answer.flush()
    say("Een voor een: Enter is later, < gaat een stap terug, Ctrl-C stopt; wat besloten is blijft.")
    try:
        walking = _Walk(app, output, ask_decider(app))
    except StepBack:
        return
    for place, case in enumerate(cases, start=1):
        say(f"{place} van {len(cases)}")
        show_case(output.answer, case, app.now, brief=True)
        show_rights(output.answer, rights_now(app.store, case.caller.id, case.on), indent=2)
        output.answer.flush()
        if case.restricted:
            # Deciding without the reasons is deciding blindly.
            continue
        try:
            _one(walking, case)
        except AgressielogError as error:
            mistake = word(error)
            say(f"{mistake.what} {mistake.why} {mistake.now}")


def _one(walking: _Walk, case: Case) -> None:
    """Ask what to do about one case and do it; a step back leads to the first question again."""
    while True:
        with suppress(StepBack):
            _settle(walking, case)
            return


def _settle(walking: _Walk, case: Case) -> None:
    choices = (_TAKE_OVER, _NONE, _LATER) if case.advice.measure is not None else (_NONE, _LATER)
    chosen = choices[ask_choice("Wat doe je?", choices, default=len(choices) - 1, by_name=True)]
    if chosen == _LATER:
        return
    app = walking.app
    reason = ask("Waarom?", lambda typed: keep_text("--reden", typed))
    wanted = Wanted(
        caller=caller_code(case.caller.id),
        decided_by=walking.decider,
        reason=reason,
        incidents=tuple(incident.id for incident in case.open),
    )
    if chosen == _TAKE_OVER:
        wanted = converse(app, case, _as_advised(wanted, case), none=False)
    use = decide_none if chosen == _NONE else decide
    decided = use(app.store, app.deed("advies"), wanted, app.ruling(case.on))
    show_decided(walking.output.answer, decided, case.policy)
    walking.output.answer.flush()


def _as_advised(wanted: Wanted, case: Case) -> Wanted:
    """Take over the measure, and its length unless the decider has to choose one."""
    advice = case.advice
    fixed = advice.longest is not None and advice.shortest == advice.longest
    return replace(wanted, measure=advice.measure, length=advice.longest if fixed else None)
