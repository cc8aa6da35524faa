"""Shows care for the colleague: who is due what, when, and by which command it is done."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from agressielog.application.aftercare import CareNow
from agressielog.domain.aftercare import AftercareClosed, AftercareStep, DueStep, StepDone
from agressielog.domain.local_time import local_day, to_local
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.finding_text import enumerated
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted
from agressielog.presentation.moments import iso, iso_day, show_day

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

_STEPS = {
    AftercareStep.FIRST: "eerste contact",
    AftercareStep.TALK: "gesprek",
    AftercareStep.TWO_WEEKS: "eerste vervolggesprek",
    AftercareStep.SIX_WEEKS: "tweede vervolggesprek",
    AftercareStep.OFFER: "nazorg nog eens aanbieden",
}
_CLOSED = {
    AftercareClosed.FINISHED: "alles is gedaan",
    AftercareClosed.DECLINED: "de collega ziet ervan af",
    AftercareClosed.WITHDRAWN: "het incident is ingetrokken",
    AftercareClosed.REJECTED: "het incident is afgewezen",
    AftercareClosed.LIGHTER: "de ernst is verlaagd",
    AftercareClosed.TAKEN_BACK: "de vraag om nazorg is teruggenomen",
}


def step_label(step: AftercareStep) -> str:
    """Return how a step is named on screen: `eerste contact`."""
    return _STEPS[step]


def closed_label(reason: AftercareClosed) -> str:
    """Return why care is closed: `het incident is ingetrokken`."""
    return _CLOSED[reason]


def show_due(step: DueStep) -> str:
    """Return until when a step is in time: a day, or a day and the time where hours count."""
    return (
        show_day(step.due_day) if step.whole_day else f"{show_day(step.due_day)} {to_local(step.due):%H:%M}"
    )


def show_late(step: DueStep, at: datetime) -> str | None:
    """Return how late a step is at an aware moment: `2 dagen te laat`; None while it is in time."""
    late = step.late_by(at)
    if late is None:
        return None
    if step.whole_day:
        return f"{counted((local_day(at) - step.due_day).days, 'dag', 'dagen')} te laat"
    if late < _HOUR:
        return f"{counted(max(1, late // _MINUTE), 'minuut', 'minuten')} te laat"
    return f"{late // _HOUR} uur te laat" if late < _DAY else f"{counted(late.days, 'dag', 'dagen')} te laat"


def command_for(step: DueStep) -> str:
    """Return the command by which a step is done."""
    return f"agressielog nazorg done {step.incident} --stap {step.step.value} --door NAAM"


def show_care_list(screen: Screen, steps: Sequence[DueStep], at: datetime) -> None:
    """Print what is still to be done, the late ones first, each with its command.

    Args:
        screen: where.
        steps: first the one due first.
        at: aware moment at which it is judged what is late.
    """
    if not steps:
        screen.line("Er staat geen nazorg open.")
        return
    late = [step for step in steps if step.late_by(at) is not None]
    coming = [step for step in steps if step.late_by(at) is None]
    for title, found in ((f"Te laat ({len(late)})", late), (f"Nog te doen ({len(coming)})", coming)):
        if found:
            screen.line(styled(title, Style.TITLE))
            for step in found:
                _show_step(screen, step, at)


def show_closed_care(screen: Screen, found: Sequence[CareNow]) -> None:
    """Print care that is closed, with the reason and what was done of it."""
    screen.line(styled(f"Gesloten ({len(found)})", Style.TITLE))
    for now in found:
        care = now.care
        screen.line(f"Incident {care.incident}, {care.colleague}: {_why_closed(now)}", indent=2, hanging=2)


def show_step_done(screen: Screen, done: StepDone, now: CareNow) -> None:
    """Print that a step was recorded, and what comes next."""
    day = show_day(local_day(done.at))
    screen.line(
        styled(f"Vastgelegd: {step_label(done.step)}", Style.GOOD),
        f" voor {now.care.colleague} (incident {now.care.incident}), door {done.by}, {day} "
        f"{to_local(done.at):%H:%M}.",
    )
    show_standing(screen, now)


def show_step_undone(screen: Screen, step: AftercareStep, now: CareNow) -> None:
    """Print that a step is taken back, and what comes next."""
    screen.line(
        styled(f"Teruggenomen: {step_label(step)}", Style.GOOD),
        f" voor {now.care.colleague} (incident {now.care.incident}) is niet gedaan.",
    )
    show_standing(screen, now)


def show_declined(screen: Screen, now: CareNow) -> None:
    """Print that the colleague wants no care, and what comes next."""
    name, incident = now.care.colleague, now.care.incident
    screen.line(styled(f"Vastgelegd: {name} ziet af van nazorg na incident {incident}.", Style.GOOD))
    show_standing(screen, now)
    screen.line(f"Toch wel: agressielog nazorg decline {incident} --herstel", indent=2)


def show_decline_undone(screen: Screen, now: CareNow) -> None:
    """Print that the colleague wants care after all, and what comes next."""
    name, incident = now.care.colleague, now.care.incident
    screen.line(styled(f"Teruggenomen: {name} ziet niet af van nazorg na incident {incident}.", Style.GOOD))
    show_standing(screen, now)


def show_standing(screen: Screen, now: CareNow) -> None:
    """Print where care stands in one line: what is due next, or why it is closed."""
    if now.closed is not None:
        screen.line(f"De nazorg is gesloten: {_why_closed(now)}.", indent=2)
    else:
        following = now.steps[0]
        screen.line(
            f"Nu aan de beurt: {step_label(following.step)}, uiterlijk {show_due(following)}.", indent=2
        )


def show_care_opened(screen: Screen, first: DueStep, at: datetime) -> None:
    """Print in one line that care runs after a new incident, and until when the first contact must be."""
    late = show_late(first, at)
    until = f"uiterlijk {show_due(first)}" if late is None else f"moest op {show_due(first)}, doe het nu"
    screen.line(f"Nazorg voor {first.colleague} loopt: {step_label(first.step)} {until}.")


def show_care_corrected(screen: Screen, now: CareNow) -> None:
    """Print what a correction did to the care for the reporter."""
    if now.closed is not None:
        screen.line(f"Nazorg voor {now.care.colleague} is gesloten: {_why_closed(now)}.", indent=2)
        return
    following = now.steps[0]
    screen.line(
        f"Nazorg voor {now.care.colleague} loopt: {step_label(following.step)} uiterlijk {show_due(following)}.",
        indent=2,
    )


def care_list_document(steps: Sequence[DueStep], closed: Sequence[CareNow], at: datetime) -> Json:
    """Return the document of `nazorg list`."""
    return {
        "schema": "agressielog.nazorg.list/1",
        "nazorg": [step_json(step, at) for step in steps],
        "gesloten": [care_json(now, at) for now in closed],
    }


def care_document(command: str, now: CareNow, at: datetime) -> Json:
    """Return the document of a command that changed the care after one incident."""
    return {"schema": f"agressielog.{command}/1", "nazorg": care_json(now, at)}


def care_json(now: CareNow, at: datetime) -> Json:
    """Return the care after one incident: all that is on record of it, and what is still to be done."""
    care = now.care
    return {
        "incident": care.incident,
        "medewerker": care.colleague,
        "grond": care.ground.value,
        "gesloten": now.closed.value if now.closed is not None else None,
        "stappen": [step_json(step, at) for step in now.steps],
        "gedaan": [{"stap": done.step.value, "door": done.by, "op": iso(done.at)} for done in care.done],
        "afgezien_op": [iso_day(day) for day in care.declined_on],
    }


def care_change_json(now: CareNow) -> Json:
    """Return what a correction of the incident did to the care for its reporter."""
    return {
        "medewerker": now.care.colleague,
        "grond": now.care.ground.value,
        "gesloten": now.closed.value if now.closed is not None else None,
    }


def step_json(step: DueStep, at: datetime) -> Json:
    """Return one step that is still to be done."""
    return {
        "incident": step.incident,
        "medewerker": step.colleague,
        "stap": step.step.value,
        "uiterlijk": iso(step.due),
        "te_laat": step.late_by(at) is not None,
        "opdracht": command_for(step),
    }


def _show_step(screen: Screen, step: DueStep, at: datetime) -> None:
    late = show_late(step, at)
    told = f"{step.colleague}, {step_label(step.step)} na incident {step.incident}: "
    screen.line(
        *((told, "uiterlijk ") if late is None else (told, styled(late, Style.ATTENTION), ", moest op ")),
        show_due(step),
        indent=2,
        hanging=2,
    )
    screen.line(command_for(step), indent=4)


def _why_closed(now: CareNow) -> str:
    """Return why care is closed, and what was done of it: nothing on record is forgotten when it closes early."""
    done = [step_label(done.step) for done in now.care.done]
    told = f"; gedaan: {enumerated(done)}" if done and now.closed is not AftercareClosed.FINISHED else ""
    return f"{closed_label(now.closed)}{told}" if now.closed is not None else told
