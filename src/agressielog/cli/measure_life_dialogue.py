"""Asks what came of a review or of an objection, and why; Enter alone ends no measure."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from agressielog.cli.asking import StepBack, ask, ask_choice, ask_yes_no, say
from agressielog.domain.decision import Decision, Objection, Review, ReviewOutcome, Verdict
from agressielog.domain.identity import measure_code
from agressielog.domain.policy import Policy
from agressielog.domain.text import keep_text
from agressielog.presentation.measure_view import describe, show_answer
from agressielog.presentation.moments import show_day

C = TypeVar("C", ReviewOutcome, Verdict)


def ask_review(
    decision: Decision, policy: Policy, on: date, outcome: ReviewOutcome | None, reason: str | None
) -> Review | None:
    """Ask what a review came to, as far as it was not said; None where the user thinks better of it.

    Args:
        decision: what is reviewed.
        policy: for the names of measures.
        on: the local day of the review, on which a measure that is lifted ends.
        outcome: what stood in options.
        reason: likewise.
    """
    say(f"{measure_code(decision.id)} {describe(decision, policy)}")
    came_of, why = _came_of(tuple(ReviewOutcome), ReviewOutcome.LIFT, outcome, reason)
    last = on if came_of is ReviewOutcome.LIFT else decision.last
    until = f" De laatste dag is {show_day(last)}." if last is not None else ""
    try:
        agrees = ask_yes_no(f"{measure_code(decision.id)} {came_of.value}?{until}")
    except StepBack:
        agrees = False
    return Review(on, came_of, why) if agrees else None


def ask_verdict(
    decision: Decision,
    objection: Objection,
    policy: Policy,
    verdict: Verdict | None,
    reason: str | None,
) -> tuple[Verdict, str]:
    """Ask how an objection was answered and why, as far as it was not said.

    Args:
        decision: what it is about.
        objection: as it stands; an answer that is there is told, for this one replaces it.
        policy: for the names of measures.
        verdict: what stood in options.
        reason: likewise.
    """
    say(f"{measure_code(decision.id)} {describe(decision, policy)}")
    say(f"Bezwaar: {show_answer(objection)}", hanging=2)
    return _came_of(tuple(Verdict), None, verdict, reason)


def _came_of(
    outcomes: Sequence[C], proposed: C | None, outcome: C | None, reason: str | None
) -> tuple[C, str]:
    """Ask for an outcome and the reason; `<` at the reason goes back to an outcome that was asked."""
    words = [one.value for one in outcomes]
    question = f"Wat is de uitkomst? [{proposed.value}]" if proposed is not None else "Wat is de uitkomst?"
    default = outcomes.index(proposed) if proposed is not None else None
    while True:
        came_of = outcome or outcomes[ask_choice(question, words, default=default, by_name=True)]
        if reason is not None:
            return came_of, reason
        try:
            return came_of, ask("Waarom? Dit komt in de brief", lambda typed: keep_text("--reden", typed))
        except StepBack:
            if outcome is not None:
                raise
