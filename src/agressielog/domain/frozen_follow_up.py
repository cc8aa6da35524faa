"""Keeps what a report told of the follow-up as it was when records go, as `frozen_figures` does for the counts."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from agressielog.domain.decision import Verdict
from agressielog.domain.follow_up import DutyTally, FollowUp, Kept

_T = TypeVar("_T")


def lost_follow_up(before: FollowUp, after: FollowUp) -> FollowUp:
    """Return what a period that is over tells less, after records went.

    Args:
        before: of a period.
        after: of the same period.
    """
    return _combined(before, after, -1)


def together_follow_up(told: FollowUp, frozen: FollowUp) -> FollowUp:
    """Return what a period tells: of the records there are, and of those that went."""
    return _combined(told, frozen, 1)


def _combined(one: FollowUp, other: FollowUp, sign: int) -> FollowUp:
    verdicts = dict(_summed(one.verdicts, other.verdicts, sign))
    further = {tally.kind: tally for tally in other.duties}
    return FollowUp(
        reaction_hours=one.reaction_hours,
        reactions=_kept(one.reactions, other.reactions, sign),
        care=_kept(one.care, other.care, sign),
        decided=_frequent(_summed(one.decided, other.decided, sign)),
        running=_frequent(_summed(one.running, other.running, sign)),
        objections=one.objections + sign * other.objections,
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in Verdict if verdict in verdicts),
        good_calls=one.good_calls + sign * other.good_calls,
        duties=tuple(_duty(tally, further.get(tally.kind), sign) for tally in one.duties),
    )


def _kept(one: Kept, other: Kept, sign: int) -> Kept:
    return Kept(one.on_time + sign * other.on_time, one.late + sign * other.late)


def _duty(one: DutyTally, other: DutyTally | None, sign: int) -> DutyTally:
    if other is None:
        return one
    return DutyTally(one.kind, one.in_time + sign * other.in_time, one.late + sign * other.late)


def _summed(
    one: Iterable[tuple[_T, int]], other: Iterable[tuple[_T, int]], sign: int
) -> list[tuple[_T, int]]:
    found: Counter[_T] = Counter()
    for key, n in one:
        found[key] += n
    for key, n in other:
        found[key] += sign * n
    return [(key, n) for key, n in found.items() if n]


def _frequent(found: Iterable[tuple[_T, int]]) -> tuple[tuple[_T, int], ...]:
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0] is None, str(pair[0]))))
