"""What the commands about measures have in common: asking what is missing, and telling how one stands."""

from datetime import date

from agressielog.application.errors import MissingAnswers
from agressielog.application.measure_life import contested, running
from agressielog.application.measure_views import life_of
from agressielog.application.proposing import Wanted
from agressielog.bootstrap import App
from agressielog.cli.asking import interactive
from agressielog.domain.decision import Review, ReviewOutcome, Verdict
from agressielog.domain.identity import MeasureId
from agressielog.domain.letter import LetterKind
from agressielog.presentation.console import Output
from agressielog.presentation.measure_view import life_document, show_letter_to_make, show_life


def asked_or_told(app: App, wanted: Wanted, on: date, *, none: bool, as_json: bool) -> Wanted:
    """Return what is wanted, on a terminal with the answers to what was not said."""
    if as_json or not interactive():
        return wanted
    from agressielog.cli.measure_dialogue import ask_missing

    return ask_missing(app, wanted, on, none=none)


def reviewed(
    app: App,
    measure: MeasureId,
    on: date,
    outcome: ReviewOutcome | None,
    reason: str | None,
    *,
    as_json: bool,
) -> Review | None:
    """Return what a review on local day *on* came to, asked where it was not said; None to leave it.

    Raises:
        MissingAnswers: nobody to ask.
        MeasureNotFound, AlreadyEnded, NotYetDecided.
    """
    if outcome is not None and reason is not None:
        return Review(on, outcome, reason)
    _refuse_to_ask(outcome, reason, as_json=as_json)
    from agressielog.cli.measure_life_dialogue import ask_review

    decision = running(app.store, measure, on)
    app.showing([decision.caller])
    return ask_review(decision, app.policy_on(on), on, outcome, reason)


def answered(
    app: App, measure: MeasureId, on: date, verdict: Verdict | None, reason: str | None, *, as_json: bool
) -> tuple[Verdict, str]:
    """Return how an objection was answered on local day *on* and why, asked where it was not said.

    Raises:
        MissingAnswers: nobody to ask.
        MeasureNotFound, NoObjection.
    """
    if verdict is not None and reason is not None:
        return verdict, reason
    _refuse_to_ask(verdict, reason, as_json=as_json)
    from agressielog.cli.measure_life_dialogue import ask_verdict

    decision, objection = contested(app.store, measure)
    app.showing([decision.caller])
    return ask_verdict(decision, objection, app.policy_on(on), verdict, reason)


def _refuse_to_ask(outcome: object, reason: str | None, *, as_json: bool) -> None:
    if as_json or not interactive():
        said = (("--uitkomst", outcome), ("--reden", reason))
        raise MissingAnswers(tuple(option for option, value in said if value is None))


def tell(
    app: App,
    output: Output,
    measure: MeasureId,
    command: str,
    *,
    on: date,
    as_json: bool,
    despite: bool = False,
    letter: LetterKind | None = None,
) -> None:
    """Show a measure as it stands on local day *on*, as the answer of *command* (`maatregel.show`).

    With *despite* also the details of who asked for a restriction; with *letter* which one comes next.

    Raises:
        MeasureNotFound, NotYetDecided.
    """
    policy = app.policy_on(on)
    life = life_of(app.store, measure, policy, on, despite=despite)
    if as_json:
        output.answer.json(life_document(command, life))
    else:
        show_life(output.answer, life, policy, app.now)
        if letter is not None:
            show_letter_to_make(output.answer, measure, letter)
