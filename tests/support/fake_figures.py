"""The month report's counts, by hand: one pass over the incidents, as a person would tally them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from agressielog.domain.caller import Caller
from agressielog.domain.figures import MOST_NAMED, Figures, RepeatCaller
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, local_hour
from agressielog.domain.period import Period
from agressielog.domain.phone import Withheld
from agressielog.domain.policy import BREACH
from agressielog.domain.vocabulary import Certainty, Severity

_Code = TypeVar("_Code", bound=str)


def figures_of(incidents: Sequence[Incident], callers: Mapping[CallerId, Caller], period: Period) -> Figures:
    """Return the counts of those incidents that stand and happened in *period*."""
    counted = [i for i in incidents if i.status.stands and period.first <= local_day(i.at) <= period.last]
    sure = [i for i in counted if i.certainty is Certainty.CERTAIN and i.caller is not None]
    against = Counter(
        i.caller
        for i in sure
        if i.caller is not None and (i.severity is not Severity.NONE or BREACH in i.kinds)
    )
    weighing = Counter(i.caller for i in sure if i.severity is not Severity.NONE)
    again = sorted(
        ((weighing[key], key) for key, n in against.items() if n > 1), key=lambda pair: (-pair[0], pair[1])
    )
    hours = Counter((local_hour(i.at), local_day(i.at).weekday()) for i in counted)
    return Figures(
        total=len(counted),
        per_kind=_tally(i.main_kind for i in counted),
        per_severity=_tally(i.severity for i in counted),
        per_team=_tally_names([i.team for i in counted]),
        per_channel=_tally(i.channel for i in counted),
        per_subject=_tally_names([i.subject for i in counted]),
        per_police_report=_tally(i.police_report for i in counted),
        per_hour_and_weekday=tuple(sorted((hour, day, n) for (hour, day), n in hours.items())),
        per_day=tuple(sorted(Counter(local_day(i.at) for i in counted).items())),
        warned=sum(i.warned for i in counted),
        ended=sum(i.ended for i in counted),
        handed_over=sum(i.handed_over for i in counted),
        any_limit=sum(i.warned or i.ended or i.handed_over for i in counted),
        police=sum(i.police for i in counted),
        our_fault=sum(i.our_fault for i in counted),
        withheld=sum(isinstance(i.number, Withheld) for i in counted),
        incomplete=sum(i.incomplete for i in counted),
        callers=len({i.caller for i in sure}),
        repeating=len(again),
        repeat_callers=tuple(
            RepeatCaller(
                key, n, tuple(x.number for x in callers[key].numbers if x.certainty is Certainty.CERTAIN)
            )
            for n, key in again[:MOST_NAMED]
            if n > 1
        ),
    )


def _tally(codes: Iterable[_Code]) -> tuple[tuple[_Code, int], ...]:
    return tuple(sorted(Counter(codes).items(), key=lambda pair: (-pair[1], pair[0])))


def _tally_names(names: Sequence[str | None]) -> tuple[tuple[str | None, int], ...]:
    """Count names that differ only in case as one, under the first of their spellings; None comes last."""
    tally = {
        min(name for name in names if name is not None and name.lower() == plain): count
        for plain, count in Counter(name.lower() for name in names if name is not None).items()
    }
    empty = [(None, names.count(None))] if None in names else []
    return tuple(
        sorted([*tally.items(), *empty], key=lambda pair: (-pair[1], pair[0] is None, pair[0] or ""))
    )
