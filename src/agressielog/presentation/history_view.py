"""The life of a record in words: who did what when, and what changed by it."""

from collections.abc import Sequence
from datetime import datetime

from agressielog.application.history import StepKind, changes, kind_of
from agressielog.application.ports.evidence import Step
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import Policy
from agressielog.presentation.changes import difference_json, show_difference
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import show_number
from agressielog.presentation.moments import iso, show_moment
from agressielog.presentation.record_names import show_record


def show_history(screen: Screen, name: str, steps: Sequence[Step], policy: Policy, now: datetime) -> None:
    """Print a life, oldest first.

    Args:
        screen: where to.
        name: of the record, as it is called on screen: `incident 42`.
        steps: of it and of what belongs to it.
        policy: whose labels the kinds have.
        now: aware moment.
    """
    # All of it before the first line: what cannot have been written by us is an error, and no half answer.
    told = [(step, changes(step)) for step in steps]
    screen.line(styled(f"Geschiedenis van {name}", Style.TITLE))
    for step, differences in told:
        screen.blank()
        screen.line(f"{show_moment(step.at, now)}, door {_who(step)}", indent=2)
        screen.line(_told(step), indent=4)
        for difference in differences:
            screen.line(show_difference(difference, policy), indent=6, hanging=2)


def history_json(command: str, steps: Sequence[Step]) -> Json:
    """Return the document of a life; *command* is its name in the schema (`show.geschiedenis`)."""
    return {
        "schema": f"agressielog.{command}/1",
        "geschiedenis": [step_json(step) for step in steps],
    }


def step_json(step: Step) -> Json:
    """Return one entry of a life."""
    return {
        "regel": step.entry,
        "op": iso(step.at),
        "door": step.name,
        "login": step.login,
        "opdracht": step.command,
        "tabel": step.table,
        "sleutel": step.key,
        "wat": kind_of(step).value,
        "beperkt_op_verzoek": step.hidden,
        "veranderingen": [difference_json(difference) for difference in changes(step)],
    }


def _who(step: Step) -> str:
    return step.name if step.name == step.login else f"{step.name} (inlognaam {step.login})"


def _told(step: Step) -> str:
    record = named(step)
    match kind_of(step):
        case StepKind.ERASED:
            return f"{record}: wat hier stond, is gewist"
        case kind:
            return f"{record} {kind.value} ({step.command})" + (f" {HIDDEN}" if step.hidden else "")


def named(step: Step) -> str:
    """Return what it is about; a number by its digits and care by its incident, which their keys do not have."""
    image = step.after or step.before or {}
    if step.table == "nazorg_stap" and "stap" in image:
        return f"nazorg na incident {image.get('incident')}, stap {image['stap']}"
    if step.table == "nazorg_afgezien" and "incident" in image:
        return f"afzien van nazorg na incident {image['incident']}"
    number = image.get("nummer")
    if step.table != "beller_nummer" or not isinstance(number, str):
        return show_record(step.table, step.key)
    caller, _, _ = step.key.partition("/")
    return f"nummer {show_number(PhoneNumber(number))} van {show_record('beller', caller)}"
