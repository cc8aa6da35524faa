"""The duties that follow from neither a call nor a measure: care, requests, looking at holds, the back-up."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from agressielog.domain.aftercare import (
    Aftercare,
    AftercareClosed,
    AftercareTerms,
    DueStep,
    closed_by,
    end_of,
    steps_left,
)
from agressielog.domain.duty import AsOf, Duty, DutyKind
from agressielog.domain.hold import Hold, look_again
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.request import Request

#: A back-up older than this is late (issue 4, part 3); so many times twenty-four hours.
BACKUP_TERM: Final = timedelta(days=7)
#: It presses nobody; as long before as the end of a measure shows.
HOLD_SHOWN_BEFORE: Final = timedelta(days=30)

# Done, or not wanted by the colleague: nothing fell away there.
_NORMALLY_CLOSED = frozenset({AftercareClosed.FINISHED, AftercareClosed.DECLINED})


def care(found: Iterable[Aftercare], terms: AftercareTerms, moment: AsOf) -> Iterator[Duty]:
    """Yield the steps of care still to be done, and those that lapsed with their incident.

    The caller stays out of it: nothing of this shows where somebody looks up who rings.
    """
    for one in found:
        closed = closed_by(one, terms, moment.on)
        if closed not in _NORMALLY_CLOSED:
            lapsed = closed.value if closed is not None else None
            yield from (_step(step, lapsed) for step in steps_left(one, terms, moment.on))


def requests(found: Iterable[tuple[CallerId, Request]], moment: AsOf) -> Iterator[Duty]:
    """Yield the requests that were not answered.

    Args:
        found: each with the caller who now stands for the one that asked.
        moment: that is judged.
    """
    for caller, request in found:
        if request.open_on(moment.on):
            yield Duty(
                kind=DutyKind.REQUEST,
                due=end_of(request.answer_by),
                whole_day=True,
                caller=caller,
                request=request.id,
                asked_for=request.kind,
            )


def holds(running: Iterable[tuple[CallerId | None, Hold]], moment: AsOf) -> Iterator[Duty]:
    """Yield the duty to look whether something must still be held, from a month before it is due.

    Args:
        running: the holds that run on the day, each with the caller who now stands for the one it was put on; None
            for one on an incident.
        moment: that is judged.
    """
    held: dict[tuple[CallerId | None, IncidentId | None], list[Hold]] = {}
    for caller, hold in running:
        held.setdefault((caller, hold.incident), []).append(hold)
    for (caller, incident), on_it in held.items():
        due = look_again(on_it)
        if due is not None and due - HOLD_SHOWN_BEFORE <= moment.on:
            yield Duty(
                kind=DutyKind.HOLD,
                due=end_of(due),
                whole_day=True,
                caller=caller,
                incidents=(incident,) if incident is not None else (),
            )


def backup(last: datetime | None, begun: datetime | None, moment: AsOf) -> Iterator[Duty]:
    """Yield the duty to make a back-up, once the last one is older than a week.

    Args:
        last: the last back-up; None where there never was one.
        begun: when the logbook began; None, or later than the moment, while there was nothing to lose.
        moment: that is judged.
    """
    since = last or begun
    if since is None:
        return
    duty = Duty(kind=DutyKind.BACKUP, due=since + BACKUP_TERM, whole_day=False)
    if duty.is_late(moment.at):
        yield duty


def _step(step: DueStep, lapsed: str | None) -> Duty:
    return Duty(
        kind=DutyKind.AFTERCARE,
        due=step.due,
        whole_day=step.whole_day,
        colleague=step.colleague,
        incidents=(step.incident,),
        step=step.step,
        lapsed=lapsed,
    )
