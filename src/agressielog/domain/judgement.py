"""What a ladder comes to on one day: the rung for all that asks, the one after it, and until when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agressielog.domain.advice import Next
from agressielog.domain.climbing import GROUND_FLOOR, Climb, Holding, Step, climb
from agressielog.domain.counting import Dossier, Tally, counting_kinds, counts_through, tally, weighs
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import Ladder
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import day_after
from agressielog.domain.policy import Kind, Policy
from agressielog.domain.value import value


@value
class Asking:
    """An incident that asks for an answer, and what it calls for."""

    incident: Incident
    step: Step


@value
class Judgement:
    """What a ladder comes to.

    Attributes:
        ladder: which.
        counted: the incidents, sorted.
        climbing: what was held when.
        asking: oldest first; without what a warning in its own call has answered.
        place: of the rung that is advised; `GROUND_FLOOR` where nothing asks.
    """

    ladder: Ladder
    counted: Tally
    climbing: Climb
    asking: tuple[Asking, ...]
    place: int


def judge(dossier: Dossier, policy: Policy, ladder: Ladder, on: date) -> Judgement:
    """Judge a dossier by the ladder of its policy, as of local day *on*."""
    counted = tally(dossier, policy, on)
    climbing = climb(counted, dossier.measures, policy, ladder, on)
    called = (Asking(i, climbing.step(i.at, counting_kinds(i, policy))) for i in counted.asking)
    asking = tuple(one for one in called if not climbing.settles(one.incident, one.step))
    steps = [one.step for one in asking]
    place = _place(steps, len(counted.counting), ladder) if steps else GROUND_FLOOR
    return Judgement(ladder, counted, climbing, asking, place)


def next_rung(judged: Judgement, policy: Policy, on: date) -> Next | None:
    """Return where one more incident tomorrow would lead, as if today's advice were delivered today.

    None under a policy by which nothing counts.
    """
    tomorrow = day_after(on)
    moment = start_of_day(tomorrow)
    climbing = judged.climbing
    if judged.asking:
        given = Holding(judged.place, start_of_day(on), tomorrow, tomorrow, written=True)
        climbing = replace(climbing, holdings=(*climbing.holdings, given))
    steps = {kind.code: climbing.step(moment, (kind,)) for kind in _lightest(policy)}
    if not steps:
        return None
    code, step = min(steps.items(), key=lambda item: item[1].place)
    still = sum(counts_through(incident, policy) > on for incident in judged.counted.counting)
    place = _place([step], still + 1, judged.ladder)
    return Next(judged.ladder.rungs[place].code, code)


def lapses_on(judged: Judgement, policy: Policy) -> date:
    """Return the first day on which less is advised, because incidents fall out of the window.

    There is one for every advice: all incidents do in the end.
    """
    ends = {incident.id: counts_through(incident, policy) for incident in judged.counted.counting}

    def lower_after(day: date) -> bool:
        steps = [one.step for one in judged.asking if ends[one.incident.id] > day]
        counting = sum(end > day for end in ends.values())
        return not steps or _place(steps, counting, judged.ladder) < judged.place

    return day_after(min(day for day in ends.values() if lower_after(day)))


def _lightest(policy: Policy) -> list[Kind]:
    """Return the kinds of the lightest severity that counts, in the policy's order."""
    kinds = [kind for kind in policy.kinds if weighs(kind)]
    lightest = min((kind.severity.weight for kind in kinds), default=None)
    return [kind for kind in kinds if kind.severity.weight == lightest]


def _place(steps: Sequence[Step], counting: int, ladder: Ladder) -> int:
    """Return the place that is advised: the highest step, or the pattern's rung if that is higher."""
    highest = max(step.place for step in steps)
    pattern = ladder.pattern
    if pattern is None or counting < pattern.count:
        return highest
    return max(highest, ladder.place(pattern.rung))
