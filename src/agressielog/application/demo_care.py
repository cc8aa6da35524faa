"""Looks after the colleagues of the fictitious call centre: most of it in time, some lately forgotten, some declined."""

from datetime import date, datetime, time, timedelta

from agressielog.application.demo_chance import Dice
from agressielog.application.demo_days import at_local, working_day_after, working_day_before
from agressielog.application.demo_material import Material
from agressielog.application.ports.logbook import Writing
from agressielog.domain.aftercare import (
    Aftercare,
    AftercareStep,
    AftercareTerms,
    DueStep,
    StepDone,
    aftercare_terms,
    steps_left,
)
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_MORNING = time(10)
#: How many want no care, and how much of what was due these last weeks was forgotten, as shares.
_DECLINES, _FORGOTTEN = 0.1, 0.3
_LATELY = timedelta(weeks=2)


def look_after(tx: Writing, material: Material, policy: Policy, *, today: date, dice: Dice) -> None:
    """Record the care after every incident in the logbook that opened any.

    Args:
        tx: a logbook with nothing on record of it yet.
        material: who works there.
        policy: whose terms hold.
        today: the local day; all that is recorded happened before it.
        dice: chance.
    """
    terms = aftercare_terms(policy)
    for care in tx.aftercare_through(today):
        if dice.happens(_DECLINES):
            declined = local_day(care.at) + _DAY
            if declined < today:
                tx.add_care_declined(care.incident, declined)
                care = tx.aftercare(care.incident) or care  # noqa: PLW2901 - the same care, one refusal later
        _do_steps(tx, care, terms, helper=_helper(material, care.colleague), today=today, dice=dice)


def _do_steps(
    tx: Writing, care: Aftercare, terms: AftercareTerms, *, helper: str, today: date, dice: Dice
) -> None:
    for step in steps_left(care, terms, today):
        at = _when(care, step)
        forgotten = today - step.due_day < _LATELY and dice.happens(_FORGOTTEN)
        if local_day(at) < today and not forgotten:
            tx.add_care_step(care.incident, StepDone(step.step, helper, at))


def _when(care: Aftercare, step: DueStep) -> datetime:
    """Return a moment in time for a step: soon after the incident, or on the last working day before it is late."""
    match step.step:
        case AftercareStep.FIRST:
            at = care.at + _HOUR
        case AftercareStep.TALK:
            at = at_local(working_day_after(local_day(care.at) + _DAY), _MORNING)
        case _:
            at = at_local(working_day_before(step.due_day), _MORNING)
    return min(at, step.due)


def _helper(material: Material, colleague: str) -> str:
    """Return who cares for a colleague: the first of the same team who is somebody else."""
    teams = [[one.name for one in team] for team in material.teams.values()]
    team = next((names for names in teams if colleague in names), teams[0])
    return next(name for name in team if name != colleague)
