"""How the measures about a caller stand on one day: what binds, what counts, what was only decided."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from agressielog.domain.decision import Decision, MeasureStatus
from agressielog.domain.ladder import ORAL_WARNING, MeasureNature
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.domain.policy import Policy

#: For so long after a ban a look-up says that it is over (design 5).
REMEMBERED = timedelta(days=30)


@value
class MeasuresNow:
    """The measures of one caller, sorted by how they stand.

    Attributes:
        bans, restrictions: in force, the one that lasts longest first.
        warnings: written warnings that still count.
        spoken: talks held and warnings given by word of mouth that still count; they make nobody warned.
        undelivered: decided, but the caller does not know yet.
        just_over: a ban that ended in the last thirty days, and binds no more.
    """

    bans: tuple[Decision, ...] = ()
    restrictions: tuple[Decision, ...] = ()
    warnings: tuple[Decision, ...] = ()
    spoken: tuple[Decision, ...] = ()
    undelivered: tuple[Decision, ...] = ()
    just_over: Decision | None = None

    @property
    def standing(self) -> Standing:
        """What the heaviest of them makes of a caller; `onbekend` for none that holds."""
        for found, standing in (
            (self.bans, Standing.BANNED),
            (self.restrictions, Standing.RESTRICTED),
            (self.warnings, Standing.WARNED),
        ):
            if found:
                return standing
        return Standing.UNKNOWN

    @property
    def holding(self) -> tuple[Decision, ...]:
        """Everything that holds today, heaviest first."""
        return (*self.bans, *self.restrictions, *self.warnings, *self.spoken)

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.holding or self.undelivered or self.just_over)


#: Somebody about whom nothing was decided.
NO_MEASURES = MeasuresNow()


def measures_now(decisions: Sequence[Decision], policy: Policy, on: date) -> MeasuresNow:
    """Sort decisions by how they stand on local day *on*; what came later is not looked at."""
    taken = [decision.known_on(on) for decision in decisions if decision.decided_on <= on]
    in_force = [decision for decision in taken if decision.status(on) is MeasureStatus.IN_FORCE]

    def of(nature: MeasureNature) -> tuple[Decision, ...]:
        found = [decision for decision in in_force if _sort(decision, policy) is nature]
        return tuple(sorted(found, key=lambda d: (d.through or date.max, d.id), reverse=True))

    bans = of(MeasureNature.BAN)
    return MeasuresNow(
        bans=bans,
        restrictions=of(MeasureNature.RESTRICTION),
        warnings=of(MeasureNature.WARNING),
        spoken=of(MeasureNature.TALK),
        undelivered=tuple(d for d in taken if d.status(on) is MeasureStatus.UNDELIVERED),
        just_over=None if bans else _just_over(taken, policy, on),
    )


def _just_over(taken: Sequence[Decision], policy: Policy, on: date) -> Decision | None:
    """Return the ban that ended last, if that is at most thirty days ago and it was ever in force."""
    ended = [
        (last, decision.id, decision)
        for decision in taken
        if _sort(decision, policy) is MeasureNature.BAN
        and (last := decision.through) is not None
        and last < on <= last + REMEMBERED
        and decision.as_measure.in_force(last, known_on=on)
    ]
    return max(ended, key=lambda one: one[:2])[2] if ended else None


def _sort(decision: Decision, policy: Policy) -> MeasureNature:
    """Return what sort of measure it is to a colleague at the telephone.

    What is given in a call, or by talking, is a talk: only a written warning makes somebody warned. One
    that the policy no longer has binds if it has a last day.
    """
    kind = policy.measure(decision.measure) if decision.measure is not None else None
    if kind is None:
        return MeasureNature.BAN if decision.last is not None else MeasureNature.WARNING
    if kind.nature is MeasureNature.WARNING and _by_word_of_mouth(decision, policy):
        return MeasureNature.TALK
    return kind.nature


def _by_word_of_mouth(decision: Decision, policy: Policy) -> bool:
    ladder = policy.ladder
    if ladder is None or not ladder.has(decision.rung):
        return decision.measure == ORAL_WARNING
    return any(rung.code == decision.rung and rung.in_call for rung in ladder.rungs)
