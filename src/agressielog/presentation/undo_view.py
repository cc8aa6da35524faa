"""Shows what taking a change back does, in words: what was, and what becomes of it."""

from datetime import datetime

from agressielog.application.history import StepKind, changes, kind_of
from agressielog.application.ports.evidence import Step
from agressielog.application.undo import Undoing
from agressielog.domain.correction import Difference
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.policy import Policy
from agressielog.presentation.changes import show_difference
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.history_view import named, step_json
from agressielog.presentation.moments import show_moment

Json = dict[str, object]

# A long list of records is told in full by `show --geschiedenis`; here the first ones say what it was.
_MOST = 20
_BECOMES = {StepKind.MADE: "gaat weg", StepKind.REMOVED: "komt terug", StepKind.CHANGED: "wordt weer"}


def show_undoing(screen: Screen, undoing: Undoing, policy: Policy, now: datetime) -> None:
    """Print what would be taken back, the last step first."""
    first = undoing.steps[0]
    screen.line(
        styled(f"Je laatste wijziging: {undoing.command}", Style.TITLE), f", {show_moment(first.at, now)}"
    )
    for step in list(reversed(undoing.steps))[:_MOST]:
        hidden = f" {HIDDEN}" if step.hidden else ""
        screen.line(f"{named(step)} {_BECOMES[kind_of(step)]}{hidden}", indent=2)
        for difference in changes(step):
            screen.line(show_difference(_turned(difference), policy), indent=4, hanging=2)
    if len(undoing.steps) > _MOST:
        screen.line(f"en nog {len(undoing.steps) - _MOST} meer", indent=2)


def undo_json(undoing: Undoing) -> Json:
    """Return the document of `undo`: the steps as they were, before they were taken back."""
    return {
        "schema": "agressielog.undo/1",
        "opdracht": undoing.command,
        "teruggedraaid": [step_json(step) for step in undoing.steps],
    }


def rests_on(step: Step) -> str:
    """Return what a later step did, for a refusal: `incident 42, door R. Smit (edit)`."""
    return f"{named(step)}, door {step.name} ({step.command})"


def _turned(difference: Difference) -> Difference:
    return Difference(difference.field, difference.after, difference.before)
