"""What each rule of a ladder saw: the reasons for an advice, and how far off the others are (design 4.3)."""

from collections.abc import Iterable
from datetime import date

from agressielog.domain.advice import Finding, RuleCode
from agressielog.domain.circumstances import ids
from agressielog.domain.incident import Incident
from agressielog.domain.judgement import Judgement
from agressielog.domain.ladder import Pattern, RungCode
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import day_after


def ladder_findings(judged: Judgement, on: date) -> Iterable[Finding]:
    """Return one finding per rule of the ladder, in the order of `RuleCode`.

    A rule that leads up is met where it leads at least as far as the advice; one that holds back, where
    the advice would be higher without it.
    """
    ladder = judged.ladder
    yield _entry(judged)
    yield _follow_up(judged, on)
    if ladder.pattern is not None:
        yield _pattern(judged, ladder.pattern)
    if ladder.warn_first is not None:
        yield _held_back(
            RuleCode.WARN_FIRST,
            [a.incident for a in judged.asking if a.step.called_for > max(a.step.warned_first, judged.place)],
            ladder.warn_first,
            ladder.warn_first_ground,
        )
    if ladder.highest_unwritten is not None:
        yield _held_back(
            RuleCode.UNWRITTEN,
            [a.incident for a in judged.asking if a.step.warned_first > max(a.step.place, judged.place)],
            ladder.highest_unwritten,
            ladder.warn_first_ground,
        )


def _entry(judged: Judgement) -> Finding:
    steps = [one.step for one in judged.asking]
    entered = [
        one.incident
        for one in judged.asking
        if one.step.place == judged.place and one.step.entry >= one.step.place
    ]
    return Finding(
        rule=RuleCode.ENTRY,
        met=bool(entered),
        counted=ids(entered),
        rung=judged.ladder.rungs[max(step.entry for step in steps)].code if steps else None,
        ground=judged.ladder.entry_ground,
    )


def _follow_up(judged: Judgement, on: date) -> Finding:
    """Return what was held when something that asks happened; where nothing asks, what is held after *on*."""
    rungs = judged.ladder.rungs
    followed = [
        one
        for one in judged.asking
        if one.step.place == judged.place and one.step.held_by and one.step.follows_to >= one.step.place
    ]
    held = [holding for one in followed or judged.asking for holding in one.step.held_by]
    if not judged.asking:
        held += judged.climbing.held_at(start_of_day(day_after(on)))
    reached = min(max((holding.place for holding in held), default=0) + 1, len(rungs) - 1)
    return Finding(
        rule=RuleCode.FOLLOW_UP,
        met=bool(followed),
        counted=ids(one.incident for one in followed),
        rung=rungs[reached].code if held else None,
        ground=rungs[reached].ground if held else "",
        measures=tuple(sorted({h.measure for h in held if h.measure is not None})),
        warned_in=tuple(sorted({h.warned_in for h in held if h.warned_in is not None})),
    )


def _pattern(judged: Judgement, pattern: Pattern) -> Finding:
    lacking = pattern.count - len(judged.counted.counting)
    return Finding(
        rule=RuleCode.PATTERN,
        met=lacking <= 0 and judged.place == judged.ladder.place(pattern.rung),
        counted=ids(judged.counted.counting),
        # Where all have been answered, only a new incident asks.
        missing=max(lacking, 0 if judged.asking else 1),
        rung=pattern.rung,
        ground=pattern.ground,
    )


def _held_back(rule: RuleCode, incidents: list[Incident], rung: RungCode, ground: str) -> Finding:
    return Finding(rule=rule, met=bool(incidents), counted=ids(incidents), rung=rung, ground=ground)
